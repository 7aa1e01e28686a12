package dev.touchstone.app.request.collection;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.request.Confidential;
import dev.touchstone.app.request.variable.Extraction;
import dev.touchstone.app.request.variable.Template;
import dev.touchstone.app.settings.DataFolder;
import dev.touchstone.app.settings.SettingsException;
import dev.touchstone.rp.file.OwnersFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The collections in a folder. Changes of several processes wait for each other; a file is replaced
 * as a whole. What looks like a token is never written, whoever hands it in.
 */
public final class CollectionFolder {

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,63}");
  private static final Pattern REQUEST = Pattern.compile("(?=.*\\S)[^/\\p{Cntrl}\\p{Cf}]{1,100}");
  private static final String ENDING = ".json";
  private static final long LONGEST = 32 << 20;

  private final Path data;
  private final Path folder;

  /**
   * @param data the data folder; made when something is written
   */
  public CollectionFolder(Path data) {
    this.data = data;
    this.folder = data.resolve("requests");
  }

  /**
   * All that can be read, by name.
   *
   * @param collections those
   * @param damaged what is wrong with the others, one sentence each
   */
  public record Listing(List<Collection> collections, List<String> damaged) {}

  /**
   * All of them.
   *
   * @throws Failure if the folder cannot be read
   */
  public Listing all() throws Failure {
    List<Collection> collections = new ArrayList<>();
    List<String> damaged = new ArrayList<>();
    for (Path file : files()) {
      try {
        collections.add(read(file));
      } catch (Failure e) {
        damaged.add(e.advice().happened());
      }
    }
    return new Listing(List.copyOf(collections), List.copyOf(damaged));
  }

  /**
   * The one of this name.
   *
   * @throws Failure if it cannot be read
   */
  public Optional<Collection> named(String name) throws Failure {
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    Path file = file(name);
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  /**
   * Changes one, or makes it.
   *
   * @param change gets an empty one if there is none
   * @return as it is kept now
   * @throws Failure if names in it are none, a variable holds a secret, or it cannot be written
   */
  public synchronized Collection change(String name, UnaryOperator<Collection> change)
      throws Failure {
    checkName(name);
    Path file = file(name);
    try {
      DataFolder.make(data);
      if (!Files.isDirectory(folder)) {
        Files.createDirectory(folder, OwnersFile.folderAttributes());
      }
      Path lock = folder.resolve(".lock");
      try (FileChannel channel =
              FileChannel.open(
                  lock,
                  Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                  OwnersFile.attributes());
          var _ = channel.lock()) {
        Collection before = Files.exists(file) ? read(file) : Collection.empty(name);
        Collection after = cleaned(change.apply(before));
        check(after);
        OwnersFile.replace(file, CollectionJson.write(after).getBytes(StandardCharsets.UTF_8));
        return after;
      }
    } catch (IOException e) {
      throw CollectionAdvice.unwritable(file, e);
    } catch (SettingsException e) {
      throw CollectionAdvice.unwritable(file, new IOException(e.getMessage(), e));
    }
  }

  /**
   * Deletes one; false if there was none.
   *
   * @throws Failure if it cannot be deleted
   */
  public synchronized boolean delete(String name) throws Failure {
    checkName(name);
    try {
      return Files.deleteIfExists(file(name));
    } catch (IOException e) {
      throw CollectionAdvice.unwritable(file(name), e);
    }
  }

  private List<Path> files() throws Failure {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(it -> it.getFileName().toString().endsWith(ENDING)).sorted().toList();
    } catch (IOException e) {
      throw CollectionAdvice.unreadable(folder, "the folder cannot be listed", e);
    }
  }

  private Path file(String name) {
    return folder.resolve(name + ENDING);
  }

  private static Collection read(Path file) throws Failure {
    try {
      if (Files.size(file) > LONGEST) {
        throw CollectionAdvice.unreadable(file, "it is too large", null);
      }
      Collection read = CollectionJson.read(Files.readString(file));
      String name = file.getFileName().toString();
      // the file's name counts: it is what is written to
      return new Collection(
          name.substring(0, name.length() - ENDING.length()), read.variables(), read.requests());
    } catch (IllegalArgumentException e) {
      throw CollectionAdvice.unreadable(file, String.valueOf(e.getMessage()), null);
    } catch (NoSuchFileException e) {
      throw CollectionAdvice.unreadable(file, "it is gone", e);
    } catch (IOException e) {
      throw CollectionAdvice.unreadable(file, "it is no text that can be read", e);
    }
  }

  private static Collection cleaned(Collection collection) {
    return new Collection(
        collection.name(),
        collection.variables(),
        collection.requests().stream()
            .map(it -> new Saved(it.name(), Extraction.of(it.request()).request()))
            .toList());
  }

  private static void check(Collection collection) throws Failure {
    for (Saved saved : collection.requests()) {
      if (!REQUEST.matcher(saved.name()).matches()) {
        throw CollectionAdvice.requestName(saved.name());
      }
    }
    for (Map.Entry<String, String> variable : collection.variables().entrySet()) {
      if (!Template.isName(variable.getKey())) {
        throw CollectionAdvice.variable(variable.getKey());
      }
      if (Confidential.name(variable.getKey()) || Confidential.looks(variable.getValue())) {
        throw CollectionAdvice.secretVariable(variable.getKey());
      }
    }
  }

  private static void checkName(String name) throws Failure {
    if (!NAME.matcher(name).matches()) {
      throw CollectionAdvice.name(name);
    }
  }
}
