package dev.touchstone.app.settings;

import dev.touchstone.key.transport.udp.SimulatorAddress;
import dev.touchstone.rp.ceremony.CounterPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a person can choose once for all commands.
 *
 * @param data the folder for everything that is kept
 * @param rpId the relying party's id, a domain (WebAuthn Level 3 §5.4.2)
 * @param rpName what the relying party calls itself
 * @param origins the origins whose ceremonies are accepted; the first one is the client's own
 * @param counterPolicy what a signature counter that did not go up leads to
 * @param trustRequired whether a registration whose attestation leads to no trust anchor is refused
 * @param operatorSignIn whether operators sign in with a key before they see or do anything
 * @param virtualKey whether the virtual key is offered
 * @param simulators keys that are reached over UDP
 * @param recording whether and how runs are recorded
 * @param store where the relying party keeps its records
 * @param serve how it is served to others
 */
public record Settings(
    Path data,
    String rpId,
    String rpName,
    List<String> origins,
    CounterPolicy counterPolicy,
    boolean trustRequired,
    boolean operatorSignIn,
    boolean virtualKey,
    List<SimulatorAddress> simulators,
    RecordingSettings recording,
    StoreSettings store,
    ServeSettings serve) {

  public Settings {
    origins = List.copyOf(origins);
    simulators = List.copyOf(simulators);
    if (origins.isEmpty()) {
      throw new IllegalArgumentException("a relying party needs an origin");
    }
  }

  /** What holds until somebody chooses otherwise. */
  public static Settings usual(Path data) {
    return new Settings(
        data,
        "localhost",
        "Touchstone",
        List.of("https://localhost"),
        CounterPolicy.REFUSE,
        false,
        false,
        true,
        List.of(),
        RecordingSettings.USUAL,
        StoreSettings.usual(data),
        ServeSettings.USUAL);
  }

  /** The same with or without the virtual key. */
  public Settings withVirtualKey(boolean offered) {
    return new Settings(
        data,
        rpId,
        rpName,
        origins,
        counterPolicy,
        trustRequired,
        operatorSignIn,
        offered,
        simulators,
        recording,
        store,
        serve);
  }

  /** The same, with or without operators who sign in. */
  public Settings withOperatorSignIn(boolean demanded) {
    return new Settings(
        data,
        rpId,
        rpName,
        origins,
        counterPolicy,
        trustRequired,
        demanded,
        virtualKey,
        simulators,
        recording,
        store,
        serve);
  }

  /** The same with one more simulator. */
  public Settings withSimulator(SimulatorAddress further) {
    return new Settings(
        data,
        rpId,
        rpName,
        origins,
        counterPolicy,
        trustRequired,
        operatorSignIn,
        virtualKey,
        Stream.concat(simulators.stream(), Stream.of(further)).toList(),
        recording,
        store,
        serve);
  }

  /** The same for another relying party. */
  public Settings withRp(String id, List<String> itsOrigins) {
    return new Settings(
        data,
        id,
        rpName,
        itsOrigins,
        counterPolicy,
        trustRequired,
        operatorSignIn,
        virtualKey,
        simulators,
        recording,
        store,
        serve);
  }

  /** The same under another policy. */
  public Settings withCounterPolicy(CounterPolicy policy) {
    return new Settings(
        data,
        rpId,
        rpName,
        origins,
        policy,
        trustRequired,
        operatorSignIn,
        virtualKey,
        simulators,
        recording,
        store,
        serve);
  }

  /** The same with runs recorded in another way. */
  public Settings withRecording(RecordingSettings other) {
    return new Settings(
        data,
        rpId,
        rpName,
        origins,
        counterPolicy,
        trustRequired,
        operatorSignIn,
        virtualKey,
        simulators,
        other,
        store,
        serve);
  }

  /** The same served in another way. */
  public Settings withServe(ServeSettings other) {
    return new Settings(
        data,
        rpId,
        rpName,
        origins,
        counterPolicy,
        trustRequired,
        operatorSignIn,
        virtualKey,
        simulators,
        recording,
        store,
        other);
  }

  /** The origin that the client inside this program claims to be at. */
  public String origin() {
    return origins.getFirst();
  }

  /** Memories of virtual keys. */
  public Path virtualKeys() {
    return data.resolve("virtual-keys");
  }

  /** The folder in which a laboratory that runs can be reached; for its owner alone. */
  public Path labSocket() {
    return data.resolve("lab");
  }

  /** The laboratory that attests virtual keys. */
  public Path laboratory() {
    return data.resolve("laboratory");
  }

  /** PEM files of the operator's own trust anchors. */
  public Path trustAnchors() {
    return data.resolve("trust-anchors");
  }

  /** PEM files of further roots under which metadata may be signed. */
  public Path metadataRoots() {
    return data.resolve("metadata-roots");
  }

  /** Where earlier versions kept metadata BLOBs. */
  public Path metadata() {
    return data.resolve("metadata");
  }

  /** Where earlier versions kept which authenticators are taken. */
  public Path trustPolicy() {
    return data.resolve("trust-policy.json");
  }

  /** One recording per run that used a key. */
  public Path recordings() {
    return data.resolve("recordings");
  }

  /** What went on; never a secret. */
  public Path log() {
    return data.resolve("touchstone.log");
  }
}
