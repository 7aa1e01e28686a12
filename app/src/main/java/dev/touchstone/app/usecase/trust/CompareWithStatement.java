package dev.touchstone.app.usecase.trust;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.rp.attestation.comparison.GetInfoJson;
import dev.touchstone.rp.attestation.comparison.StatementComparison;
import dev.touchstone.rp.attestation.metadata.Metadata.Listed;
import dev.touchstone.rp.attestation.metadata.MetadataStatement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Holds what a key tells of itself beside its vendor's metadata statement. */
public final class CompareWithStatement {

  private final TrustUseCases.Opening relyingParty;
  private final Keys keys;

  CompareWithStatement(TrustUseCases.Opening relyingParty, Keys keys) {
    this.relyingParty = relyingParty;
    this.keys = keys;
  }

  /** Opens a key, reads it, closes it. */
  @FunctionalInterface
  public interface Keys {
    /**
     * Reads one.
     *
     * @param id names the key; empty for the only one
     */
    Told read(Optional<String> id) throws Failure;
  }

  /** A key and what it tells of itself. */
  public record Told(KeyDevice key, GetInfo.Reply info) {}

  /** The key, the entry whose statement was taken, and the members of both. */
  public record Result(KeyDevice key, Listed listed, StatementComparison comparison) {}

  /**
   * Reads the key and compares.
   *
   * @param keyId names the key; empty for the only one
   * @throws Failure if the key cannot be read, or no statement with a getInfo is kept for its model
   */
  public Result run(Optional<String> keyId) throws Failure {
    Told key = keys.read(keyId);
    UUID aaguid = key.info().aaguid();
    Optional<ObjectNode> told =
        GetInfoJson.of(key.info().raw().cbor().toArray()).filter(json -> !key.info().isU2fOnly());
    if (told.isEmpty()) {
      throw nothing("This key speaks U2F only, and tells nothing of itself to compare.", "");
    }
    List<Listed> listed = KeptModels.in(relyingParty).of(aaguid);
    if (listed.isEmpty()) {
      throw nothing(
          "The metadata that are kept do not list this key's model (%s).".formatted(aaguid),
          "Fetch those of the FIDO Alliance with 'touchstone trust fetch', or for a virtual key"
              + " those of the laboratory with 'touchstone lab export-mds FILE' and 'touchstone"
              + " trust fetch --file FILE'.");
    }
    for (Listed each : listed) {
      Optional<ObjectNode> stated = each.entry().statement().flatMap(MetadataStatement::getInfo);
      if (stated.isPresent()) {
        return new Result(key.key(), each, StatementComparison.of(stated.get(), told.get()));
      }
    }
    throw nothing(
        "The metadata statement of %s says nothing of authenticatorGetInfo."
            .formatted(listed.getFirst().entry().description()),
        "Ask the vendor.");
  }

  private static Failure nothing(String happened, String next) {
    return new Failure(new Advice(Advice.Kind.FAILED, happened, "", next, ""));
  }
}
