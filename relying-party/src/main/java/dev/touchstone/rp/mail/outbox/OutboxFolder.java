package dev.touchstone.rp.mail.outbox;

import dev.touchstone.rp.file.OwnersFile;
import dev.touchstone.rp.mail.Letter;
import dev.touchstone.rp.mail.MailFailed;
import dev.touchstone.rp.mail.MailStep;
import dev.touchstone.rp.mail.Mailer;
import dev.touchstone.rp.mail.Sender;
import dev.touchstone.rp.mail.mime.MimeLetter;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Lays each letter as an {@code .eml} file into a folder that is its owner's only, where any mail
 * program opens it. The whole flow works so where no server is set up.
 */
public final class OutboxFolder implements Mailer {

  private static final String ENDING = ".eml";

  private final Path folder;
  private final Sender sender;
  private final InstantSource clock;
  private final Session session = Session.getInstance(utf8());

  /**
   * Letters in this folder.
   *
   * @param folder need not be there yet
   */
  public OutboxFolder(Path folder, Sender sender, InstantSource clock) {
    this.folder = folder;
    this.sender = sender;
    this.clock = clock;
  }

  /** A file may hold any address as it is (RFC 6532); else each letter would become one byte. */
  private static Properties utf8() {
    Properties properties = new Properties();
    properties.put("mail.mime.allowutf8", "true");
    return properties;
  }

  @Override
  public Round begin() {
    return new Round() {
      @Override
      public void send(Letter letter) throws MailFailed {
        lay(letter);
      }

      @Override
      public void close() {
        // nothing is held open
      }
    };
  }

  private void lay(Letter letter) throws MailFailed {
    Instant now = clock.instant();
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder, OwnersFile.folderAttributes());
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      new MimeLetter(session, sender, letter, now).writeTo(bytes);
      Path file = folder.resolve("%d-%s%s".formatted(now.toEpochMilli(), letter.id(), ENDING));
      OwnersFile.replace(file, bytes.toByteArray());
    } catch (IOException | MessagingException e) {
      throw new MailFailed(
          MailStep.MESSAGE,
          false,
          "The outbox folder %s cannot be written; check that you may write there and that there is space left."
              .formatted(folder),
          e);
    }
  }

  @Override
  public String destination() {
    return "the folder " + folder;
  }

  /**
   * What lies there, newest first.
   *
   * @throws IOException if the folder cannot be read
   */
  public List<OutboxMail> list(int limit) throws IOException {
    List<OutboxMail> mails = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> newest =
          files
              .filter(it -> name(it).endsWith(ENDING))
              .sorted(Comparator.comparing(OutboxFolder::name).reversed())
              .limit(limit)
              .toList();
      for (Path file : newest) {
        read(file).ifPresent(mails::add);
      }
    } catch (NoSuchFileException e) {
      return List.of();
    }
    return mails;
  }

  /**
   * One of them.
   *
   * @param name as {@link OutboxMail#name} tells it, or {@code latest}
   * @throws IOException if it cannot be read
   */
  public Optional<OutboxMail> find(String name) throws IOException {
    return name.equals("latest")
        ? list(1).stream().findFirst()
        : list(Integer.MAX_VALUE).stream().filter(it -> it.name().equals(name)).findFirst();
  }

  private Optional<OutboxMail> read(Path file) throws IOException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    try {
      MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(bytes));
      return Optional.of(OutboxMail.of(name(file).replace(ENDING, ""), file, message));
    } catch (MessagingException e) {
      return Optional.empty();
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
