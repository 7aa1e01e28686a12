package dev.touchstone.rp.attestation.mds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.rp.attestation.metadata.BlobReader;
import dev.touchstone.rp.attestation.metadata.MalformedBlob;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * BLOBs in a folder, one file each: a line of JSON that tells where it came from, then the BLOB. So
 * they were kept before the database had a place for them.
 */
public final class MetadataFiles {

  private static final String ENDING = ".blob";

  private final Path folder;

  /**
   * What is there.
   *
   * @param blobs one for each source
   * @param complaints a sentence for each that was there and cannot be read
   */
  public record Kept(List<KeptBlob> blobs, List<String> complaints) {

    public Kept {
      blobs = List.copyOf(blobs);
      complaints = List.copyOf(complaints);
    }
  }

  /** Reads nothing yet; the folder need not be there. */
  public MetadataFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * Reads all of them.
   *
   * @throws IOException if nothing can be read; its message is a sentence
   */
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
            "The kept metadata %s cannot be read and is not taken over; fetch it again."
                .formatted(file));
      }
    }
    return new Kept(blobs, complaints);
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
}
