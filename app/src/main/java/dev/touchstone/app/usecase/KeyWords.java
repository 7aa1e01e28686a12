package dev.touchstone.app.usecase;

import dev.touchstone.app.usecase.KeyDescription.Fact;
import dev.touchstone.app.usecase.KeyDescription.Section;
import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyOptions;
import dev.touchstone.key.session.KeySession;
import dev.touchstone.key.transport.KeyDevice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts {@code authenticatorGetInfo} (CTAP 2.3 §6.4) into words. */
final class KeyWords {

  /** What a person should know of each option ID of CTAP 2.3 §6.4. */
  private static final Map<String, String> OPTIONS =
      Map.ofEntries(
          Map.entry("plat", "built into this computer, cannot be taken away"),
          Map.entry("rk", "keeps discoverable credentials, for sign-in without a name"),
          Map.entry("clientPin", "a PIN; true once one is set"),
          Map.entry("up", "asks for a touch"),
          Map.entry("uv", "verifies the person itself, such as by a finger; true once set up"),
          Map.entry("pinUvAuthToken", "gives tokens with permissions for PIN or finger"),
          Map.entry("noMcGaPermissionsWithClientPin", "a PIN alone permits no ceremony"),
          Map.entry("largeBlobs", "stores large blobs"),
          Map.entry("ep", "enterprise attestation; true once switched on"),
          Map.entry("bioEnroll", "enrols fingers; true once there is one"),
          Map.entry("userVerificationMgmtPreview", "enrols fingers, preview of CTAP 2.1"),
          Map.entry("uvBioEnroll", "a finger permits enrolling another"),
          Map.entry("authnrCfg", "can be configured by an administrator"),
          Map.entry("uvAcfg", "a finger permits configuration"),
          Map.entry("credMgmt", "lists and deletes its credentials"),
          Map.entry("perCredMgmtRO", "lists its credentials with a lasting token"),
          Map.entry("credentialMgmtPreview", "lists and deletes, preview of CTAP 2.1"),
          Map.entry("setMinPINLength", "its minimum PIN length can be raised"),
          Map.entry("makeCredUvNotRqd", "makes non-discoverable credentials without PIN"),
          Map.entry("alwaysUv", "wants the person verified for everything"));

  private KeyWords() {}

  static KeyDescription describe(KeyDevice key, KeySession session) throws KeyException {
    GetInfo.Reply info = session.info();
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("Key", identity(key, info)));
    if (!info.isU2fOnly()) {
      sections.add(new Section("PIN and user verification", PinWords.facts(session)));
      sections.add(new Section("Credentials", credentials(info)));
      sections.add(new Section("Options", options(info.options())));
      sections.add(new Section("Limits", limits(info)));
    }
    return new KeyDescription(key, summary(info), info.options().clientPin(), sections);
  }

  private static String summary(GetInfo.Reply info) {
    if (info.isU2fOnly()) {
      return "A U2F key: a second factor, without PIN and without discoverable credentials.";
    }
    String pin =
        switch (info.options().clientPin()) {
          case ABSENT -> "that has no PIN";
          case NOT_SET_UP -> "whose PIN is not set yet";
          case READY -> "with a PIN";
        };
    String finger =
        info.options().builtInUserVerification() == KeyOptions.Feature.READY
            ? ", verifying the person itself"
            : "";
    String room =
        info.remainingDiscoverableCredentials().isPresent()
            ? ", room for %d more discoverable credentials"
                .formatted(info.remainingDiscoverableCredentials().getAsInt())
            : "";
    return "A FIDO2 key %s%s%s.".formatted(pin, finger, room);
  }

  private static List<Fact> identity(KeyDevice key, GetInfo.Reply info) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("name", key.name(), ""));
    facts.add(new Fact("id", key.id(), "for --key"));
    facts.add(new Fact("path", key.path(), ""));
    if (key.vendorId() != 0) {
      facts.add(new Fact("usb", "%04x:%04x".formatted(key.vendorId(), key.productId()), ""));
    }
    facts.add(new Fact("versions", String.join(", ", info.versions()), ""));
    facts.add(new Fact("aaguid", info.aaguid().toString(), "names the model"));
    info.product()
        .firmwareVersion()
        .ifPresent(version ->
            facts.add(
                new Fact("firmwareVersion", String.valueOf(version), "as the vendor counts")));
    addList(facts, "transports", info.transports(), "");
    if (!info.product().certifications().isEmpty()) {
      facts.add(
          new Fact(
              "certifications",
              new TreeMap<>(info.product().certifications())
                  .entrySet().stream()
                      .map(it -> it.getKey() + " level " + it.getValue())
                      .collect(Collectors.joining(", ")),
              ""));
    }
    return facts;
  }

  private static List<Fact> credentials(GetInfo.Reply info) {
    List<Fact> facts = new ArrayList<>();
    info.remainingDiscoverableCredentials()
        .ifPresent(left ->
            facts.add(
                new Fact("remainingDiscoverableCredentials", String.valueOf(left), "an estimate")));
    addList(
        facts,
        "algorithms",
        info.algorithms().stream().map(AlgorithmName::of).toList(),
        "best first");
    addList(facts, "extensions", info.extensions(), "");
    addList(facts, "attestationFormats", info.product().attestationFormats(), "best first");
    return facts;
  }

  private static List<Fact> options(KeyOptions options) {
    return new TreeMap<>(options.byId())
        .entrySet().stream()
            .map(it ->
                new Fact(
                    it.getKey(),
                    String.valueOf(it.getValue()),
                    OPTIONS.getOrDefault(it.getKey(), "")))
            .toList();
  }

  private static List<Fact> limits(GetInfo.Reply info) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("maxMsgSize", String.valueOf(info.maxMsgSize()), "bytes of a message"));
    info.maxCredentialCountInList()
        .ifPresent(most ->
            facts.add(
                new Fact(
                    "maxCredentialCountInList",
                    String.valueOf(most),
                    "credentials in an allow or exclude list")));
    info.maxCredentialIdLength()
        .ifPresent(most ->
            facts.add(
                new Fact(
                    "maxCredentialIdLength", String.valueOf(most), "bytes of a credential id")));
    if (info.maxSerializedLargeBlobArray() > 0) {
      facts.add(
          new Fact(
              "maxSerializedLargeBlobArray",
              String.valueOf(info.maxSerializedLargeBlobArray()),
              "bytes for all large blobs together"));
    }
    if (info.limits().maxCredBlobLength() > 0) {
      facts.add(
          new Fact(
              "maxCredBlobLength",
              String.valueOf(info.limits().maxCredBlobLength()),
              "bytes of a credBlob"));
    }
    return facts;
  }

  private static void addList(List<Fact> facts, String name, List<String> values, String meaning) {
    if (!values.isEmpty()) {
      facts.add(new Fact(name, String.join(", ", values), meaning));
    }
  }
}
