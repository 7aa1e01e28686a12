package dev.touchstone.rp.attestation.mds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.attestation.metadata.BlobReader;
import dev.touchstone.rp.attestation.metadata.MalformedBlob;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * BLOBs in a folder, one file each: a line of JSON that tells where it came from, then the BLOB. A
 * file is there wholly or not at all.
 */
public final class MetadataFiles implements MetadataStore {

  private static final String ENDING = ".blob";

  private final Path folder;

  /**
   * Reads and writes nothing yet.
   *
   * @param folder made when the first BLOB is kept
   */
  public MetadataFiles(Path folder) {
    this.folder = folder;
  }

  @Override
  public Kept all() throws IOException {
    if (!Files.isDirectory(folder)) {
      return new Kept(List.of(), List.of());
    }
    List<KeptBlob> blobs = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    for (Path file : files()) {
      try {
        blobs.add(read(file));
      } catch (IOException | MalformedBlob | DateTimeException e) {
        complaints.add(
            "The kept metadata %s cannot be read and is not used; fetch it again, or remove the file."
                .formatted(file));
      }
    }
    return new Kept(blobs, complaints);
  }

  @Override
  public void keep(KeptBlob blob) throws IOException {
    ObjectNode about = JsonNodeFactory.instance.objectNode();
    about
        .put("source", blob.source())
        .put("number", blob.number())
        .put("next_update", blob.nextUpdate().toString())
        .put("fetched", blob.fetched().toString());
    blob.etag().ifPresent(etag -> about.put("etag", etag));
    try {
      Files.createDirectories(folder);
      Path temporary = Files.createTempFile(folder, "incoming", ".tmp");
      try {
        Files.writeString(temporary, about + "\n" + blob.jws() + "\n");
        Files.move(
            temporary,
            file(blob.source()),
            StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new IOException(
          "The metadata cannot be kept in %s. Check that you may write there and that there is space left."
              .formatted(folder),
          e);
    }
  }

  @Override
  public void forget(String source) throws IOException {
    Files.deleteIfExists(file(source));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> listed = Files.list(folder)) {
      return listed.filter(it -> it.toString().endsWith(ENDING)).sorted().toList();
    } catch (IOException e) {
      throw new IOException(
          "The kept metadata in %s cannot be listed; check that you may read there."
              .formatted(folder),
          e);
    }
  }

  private static KeptBlob read(Path file) throws IOException, MalformedBlob {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    int end = text.indexOf('\n');
    if (end < 0) {
      throw new MalformedBlob("it has one line only");
    }
    JsonNode about = BlobReader.object(text.substring(0, end).getBytes(StandardCharsets.UTF_8));
    return new KeptBlob(
        about.path("source").asText(),
        text.substring(end + 1).strip(),
        Optional.of(about.path("etag")).filter(JsonNode::isTextual).map(JsonNode::textValue),
        about.path("number").asLong(),
        LocalDate.parse(about.path("next_update").asText()),
        Instant.parse(about.path("fetched").asText()));
  }

  /** A source is an address with all that may stand in one. */
  private Path file(String source) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
      return folder.resolve(HexFormat.of().formatHex(digest, 0, 8) + ENDING);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
