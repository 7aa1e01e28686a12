package dev.touchstone.rp.attestation.metadata;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads the payload of a BLOB, once its signature was found good. */
public final class BlobReader {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .configure(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, true)
          .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, true)
          .configure(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION, false)
          .build();

  private final List<String> complaints = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private BlobReader() {}

  /**
   * Reads a payload. A model that cannot be read costs that model alone.
   *
   * @param json UTF-8
   * @throws MalformedBlob if it is no JSON object with a number, a date and entries
   */
  public static MetadataBlob read(byte[] json) throws MalformedBlob {
    return new BlobReader().blob(object(json));
  }

  /**
   * Parses a JSON object, strictly: no member twice, nothing after it.
   *
   * @throws MalformedBlob if it is none
   */
  public static JsonNode object(byte[] json) throws MalformedBlob {
    try {
      JsonNode parsed = MAPPER.readTree(json);
      if (parsed != null && parsed.isObject()) {
        return parsed;
      }
      throw new MalformedBlob("it is no JSON object");
    } catch (IOException e) {
      throw new MalformedBlob("it is no JSON");
    }
  }

  private MetadataBlob blob(JsonNode json) throws MalformedBlob {
    Members members = new Members(json);
    long number =
        members
            .number("no")
            .orElseThrow(() -> new MalformedBlob("it has no serial number (\"no\")"));
    List<MetadataEntry> entries = new ArrayList<>();
    if (!json.path("entries").isArray()) {
      throw new MalformedBlob("it has no list of models (\"entries\")");
    }
    for (JsonNode entry : members.array("entries")) {
      entry(entry).ifPresent(entries::add);
    }
    return new MetadataBlob(
        members.text("legalHeader"),
        number,
        members
            .date("nextUpdate")
            .orElseThrow(() ->
                new MalformedBlob("it does not tell when the next one is due (\"nextUpdate\")")),
        entries,
        complaints);
  }

  private Optional<MetadataEntry> entry(JsonNode json) {
    Members members = new Members(json);
    Optional<UUID> aaguid = members.optionalText("aaguid").flatMap(BlobReader::aaguid);
    Optional<String> aaid = members.optionalText("aaid");
    List<String> identifiers =
        members.texts("attestationCertificateKeyIdentifiers").stream()
            .map(it -> it.toLowerCase(Locale.ROOT))
            .toList();
    if (aaguid.isEmpty() && aaid.isEmpty() && identifiers.isEmpty()) {
      complaints.add(
          "A model without AAGUID, AAID and key identifier (%s) was skipped."
              .formatted(json.path("metadataStatement").path("description").asText("unnamed")));
      return Optional.empty();
    }
    MetadataEntry entry =
        new MetadataEntry(
            aaguid,
            aaid,
            identifiers,
            Optional.of(json.path("metadataStatement"))
                .filter(JsonNode::isObject)
                .map(it -> new StatementReader(complaints).read(it, named(aaguid, identifiers))),
            members.array("statusReports").stream().map(BlobReader::report).toList(),
            members.date("timeOfLastStatusChange"));
    complainIfTold(entry);
    return Optional.of(entry);
  }

  /** Told twice, a model has the roots of both, and the dangers of both. */
  private void complainIfTold(MetadataEntry entry) {
    if (!seen.add(entry.id())) {
      complaints.add(
          "The model %s (%s) is told more than once; what any of its entries says against it counts."
              .formatted(entry.description(), entry.id()));
    }
  }

  private static String named(Optional<UUID> aaguid, List<String> identifiers) {
    return aaguid.map(UUID::toString).or(() -> identifiers.stream().findFirst()).orElse("UAF");
  }

  private static Optional<UUID> aaguid(String text) {
    try {
      return Optional.of(UUID.fromString(text.strip()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static StatusReport report(JsonNode json) {
    Members members = new Members(json);
    return new StatusReport(
        members.optionalText("status").orElse("(none)"),
        members.date("effectiveDate"),
        members.number("authenticatorVersion"),
        members.optionalText("certificate"),
        members.optionalText("url"),
        members.optionalText("certificationDescriptor"),
        members.optionalText("certificateNumber"));
  }
}
