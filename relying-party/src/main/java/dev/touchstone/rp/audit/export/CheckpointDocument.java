package dev.touchstone.rp.audit.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.audit.chain.Checkpoint;
import dev.touchstone.rp.audit.chain.Checkpoint.Kind;
import dev.touchstone.rp.audit.chain.CheckpointKeys;
import dev.touchstone.rp.audit.chain.Ed25519Signer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checkpoints in a file that is kept where nobody who can write the database can: with it, a tail
 * that was taken away is found too. The public key is in it, so that it can be checked without the
 * secrets of the relying party.
 *
 * @param checkpoints the last of each chain
 * @param publicKey the key that signed them; it counts only for checkpoints that name it
 */
public record CheckpointDocument(List<Checkpoint> checkpoints, PublicKey publicKey) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  public CheckpointDocument {
    checkpoints = List.copyOf(checkpoints);
  }

  /** The key in it, as one that is believed. */
  public CheckpointKeys keys() {
    return id ->
        id.equals(Ed25519Signer.keyId(publicKey)) ? Optional.of(publicKey) : Optional.empty();
  }

  /** As JSON. */
  public String json() {
    ObjectNode document = MAPPER.createObjectNode();
    document.put("publicKey", Bytes.of(publicKey.getEncoded()).base64Url());
    ArrayNode array = document.putArray("checkpoints");
    for (Checkpoint it : checkpoints) {
      array
          .addObject()
          .put("writer", it.writer())
          .put("seq", it.seq())
          .put("kind", it.kind().word())
          .put("at", it.at().toString())
          .put("hash", it.hash().hex())
          .put("keyId", it.keyId())
          .put("signature", it.signature().base64Url());
    }
    return document.toPrettyString() + "\n";
  }

  /**
   * Reads what {@link #json} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static CheckpointDocument parse(String text) {
    try {
      JsonNode document = MAPPER.readTree(text);
      byte[] key = Bytes.ofBase64Url(document.required("publicKey").asText()).toArray();
      List<Checkpoint> checkpoints = new ArrayList<>();
      for (JsonNode it : document.required("checkpoints")) {
        checkpoints.add(checkpoint(it));
      }
      return new CheckpointDocument(
          checkpoints,
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
    } catch (JsonProcessingException
        | GeneralSecurityException
        | DateTimeException
        | IllegalArgumentException e) {
      throw new IllegalArgumentException("These are no checkpoints of an audit trail.", e);
    }
  }

  private static Checkpoint checkpoint(JsonNode it) {
    return new Checkpoint(
        it.required("writer").asText(),
        it.required("seq").asLong(),
        it.required("kind").asText().equals(Kind.RETAINED.word()) ? Kind.RETAINED : Kind.SIGNED,
        Instant.parse(it.required("at").asText()),
        Bytes.ofHex(it.required("hash").asText()),
        it.required("keyId").asText(),
        Bytes.ofBase64Url(it.required("signature").asText()));
  }
}
