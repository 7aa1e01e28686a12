package dev.touchstone.app.naming;

import dev.touchstone.app.settings.DataFolder;
import dev.touchstone.app.settings.SettingsException;
import dev.touchstone.key.identity.KeyLabels;
import dev.touchstone.key.transport.Hint;
import dev.touchstone.key.transport.KeyColour;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.KeyLabel;
import dev.touchstone.key.transport.Mark;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Remembers names in {@code key-names.json}, which a person can read. Looks for what other
 * processes wrote each time that it is asked. A file that makes no sense is kept aside when the
 * next name is given, never overwritten.
 */
public final class KeyNames implements KeyLabels {

  private final Path file;
  private List<GivenName> names = List.of();
  private String version = "";
  private Optional<Hint> damage = Optional.empty();

  /**
   * @param data the folder for everything that is kept; made when something is written
   */
  public KeyNames(Path data) {
    this.file = data.resolve("key-names.json");
  }

  /** All names that were given, in that order. */
  public synchronized List<GivenName> all() {
    load();
    return names;
  }

  /** Why there are no names, if the file cannot be read. */
  @Override
  public synchronized List<Hint> hints() {
    load();
    return damage.stream().toList();
  }

  @Override
  public Optional<KeyLabel> ofNumber(Mark.Serial serial) {
    return all().stream()
        .filter(given -> given.number().equals(Optional.of(serial)))
        .map(GivenName::label)
        .findFirst();
  }

  @Override
  public Optional<KeyLabel> ofLikeness(String likeness) {
    return all().stream()
        .filter(given -> given.number().isEmpty() && given.likeness().equals(likeness))
        .map(GivenName::label)
        .findFirst();
  }

  /**
   * Gives a key a name, instead of the one it had.
   *
   * @throws IOException if it cannot be kept; then the old one still is
   */
  public synchronized void give(KeyDevice key, String name, KeyColour colour) throws IOException {
    List<GivenName> next = new ArrayList<>(all());
    next.removeIf(given -> given.isOf(key));
    next.add(GivenName.of(key, name, colour));
    save(next);
  }

  /**
   * Takes a name away.
   *
   * @throws IOException if that cannot be kept
   */
  public synchronized void forget(GivenName name) throws IOException {
    List<GivenName> next = new ArrayList<>(all());
    next.remove(name);
    save(next);
  }

  private void load() {
    String now = versionOf(file);
    if (now.equals(version)) {
      return;
    }
    version = now;
    damage = Optional.empty();
    try {
      names = List.copyOf(NamesJson.read(Files.readString(file)));
    } catch (NoSuchFileException e) {
      names = List.of();
    } catch (IOException | IllegalArgumentException e) {
      names = List.of();
      damage =
          Optional.of(
              new Hint(
                  "The names of keys in %s cannot be read (%s), so none is shown."
                      .formatted(file, e.getMessage()),
                  "Mend the file or take it away. It is kept as key-names.json.damaged when you"
                      + " name a key.",
                  true));
    }
  }

  private static String versionOf(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis() + " " + Files.size(file);
    } catch (IOException e) {
      return "none";
    }
  }

  private void save(List<GivenName> next) throws IOException {
    makeFolder();
    if (damage.isPresent() && Files.exists(file)) {
      Files.move(
          file, file.resolveSibling("key-names.json.damaged"), StandardCopyOption.REPLACE_EXISTING);
    }
    Path draft = file.resolveSibling("key-names.json.new");
    try (FileChannel out =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(NamesJson.write(next).getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        int _ = out.write(bytes);
      }
      out.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    names = List.copyOf(next);
    damage = Optional.empty();
    version = versionOf(file);
  }

  private void makeFolder() throws IOException {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        DataFolder.make(folder);
      }
    } catch (SettingsException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
