package dev.touchstone.rp.attestation.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.attestation.metadata.CertificationLevel;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A policy as JSON. Text that makes no sense is an error and no policy: a slip of the pen must not
 * open the door.
 */
public final class TrustPolicyJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Set<String> NAMES =
      Set.of(
          "trust_required",
          "allowed",
          "denied",
          "minimum_certification",
          "refused_statuses",
          "enterprise");

  private TrustPolicyJson() {}

  /** Writes all of it. */
  public static String write(TrustPolicy policy) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("trust_required", policy.trustRequired());
    texts(json.putArray("allowed"), policy.allowed());
    texts(json.putArray("denied"), policy.denied());
    json.put(
        "minimum_certification",
        policy.minimumCertification().map(CertificationLevel::word).orElse(null));
    texts(json.putArray("refused_statuses"), policy.refusedStatuses());
    return json.put("enterprise", policy.enterprise().word()).toString();
  }

  private static void texts(ArrayNode array, Collection<?> values) {
    values.forEach(value -> array.add(value.toString()));
  }

  /**
   * Reads it; what is left out is as usual.
   *
   * @throws IllegalArgumentException if it makes no sense; its message is a clause
   */
  public static TrustPolicy read(String text) {
    JsonNode json = object(text);
    for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!NAMES.contains(name)) {
        throw new IllegalArgumentException("'%s' means nothing in it".formatted(name));
      }
    }
    TrustPolicy usual = TrustPolicy.usual();
    return new TrustPolicy(
        flag(json.path("trust_required"), usual.trustRequired()),
        models(json.path("allowed")),
        models(json.path("denied")),
        level(json.path("minimum_certification")),
        json.has("refused_statuses")
            ? texts(json.path("refused_statuses"))
            : usual.refusedStatuses(),
        enterprise(json.path("enterprise")));
  }

  private static JsonNode object(String text) {
    try {
      JsonNode json = MAPPER.readTree(text);
      if (json != null && json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("it is no JSON", e);
    }
    throw new IllegalArgumentException("it is no JSON object");
  }

  private static boolean flag(JsonNode value, boolean usual) {
    if (value.isMissingNode()) {
      return usual;
    }
    if (!value.isBoolean()) {
      throw new IllegalArgumentException("'trust_required' is neither true nor false");
    }
    return value.booleanValue();
  }

  private static Set<UUID> models(JsonNode list) {
    Set<UUID> models = new LinkedHashSet<>();
    for (String text : texts(list)) {
      try {
        models.add(UUID.fromString(text));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("'%s' is no AAGUID".formatted(text), e);
      }
    }
    return models;
  }

  private static Set<String> texts(JsonNode list) {
    if (!list.isMissingNode() && !list.isArray()) {
      throw new IllegalArgumentException("there is something else where a list should be");
    }
    Set<String> texts = new LinkedHashSet<>();
    list.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  private static Optional<CertificationLevel> level(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    return Optional.of(
        CertificationLevel.of(value.asText())
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "'%s' is no level of certification".formatted(value.asText()))));
  }

  private static Enterprise enterprise(JsonNode value) {
    if (value.isMissingNode()) {
      return Enterprise.ACCEPTED;
    }
    try {
      return Enterprise.valueOf(value.asText().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("'enterprise' is not accepted, required or refused", e);
    }
  }
}
