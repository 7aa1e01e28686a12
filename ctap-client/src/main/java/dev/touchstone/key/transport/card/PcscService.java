package dev.touchstone.key.transport.card;

import dev.touchstone.key.transport.Hint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.TerminalFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operating system's PC/SC service. Nothing native is loaded before it is certain that there is
 * one.
 *
 * @param sockets on Linux, where pcscd may listen; elsewhere empty, for the service belongs to the
 *     system
 */
record PcscService(List<Path> sockets) {

  private static final Logger log = LoggerFactory.getLogger(PcscService.class);

  private static final Hint NOT_RUNNING =
      new Hint(
          "Card readers and NFC readers are not looked at: no PC/SC service (pcscd) is running.",
          "Start it; on Debian: sudo apt install pcscd && sudo systemctl start pcscd.socket");

  private static final Hint NOT_PERMITTED =
      new Hint(
          "Card readers and NFC readers are not looked at: the PC/SC service does not admit this user.",
          "Allow it in polkit the actions org.debian.pcsc-lite.access_pcsc and access_card.");

  private static final Hint RESTARTED =
      new Hint(
          "Card readers and NFC readers are no longer looked at: the PC/SC service was restarted.",
          "Start Touchstone again, by its launcher: it lets Java forget the service that has ended.");

  private static final Hint UNUSABLE =
      new Hint(
          "Card readers and NFC readers are not looked at: the PC/SC library does not load.",
          "Install it; on Debian: sudo apt install libpcsclite1 pcscd");

  static PcscService ofThisSystem() {
    if (!System.getProperty("os.name").startsWith("Linux")) {
      return new PcscService(List.of());
    }
    // The variable is libpcsclite's own.
    String chosen = System.getenv("PCSCLITE_CSOCK_NAME");
    return new PcscService(
        chosen != null
            ? List.of(Path.of(chosen))
            : List.of(Path.of("/run/pcscd/pcscd.comm"), Path.of("/var/run/pcscd/pcscd.comm")));
  }

  /** The readers that are there now. */
  Readers readers() {
    if (!sockets.isEmpty() && sockets.stream().noneMatch(Files::exists)) {
      return Readers.none(NOT_RUNNING);
    }
    try {
      try {
        return Readers.of(list());
      } catch (CardException e) {
        // The service may be another one by now.
        return mayHaveRestarted(e) && ServiceContext.forget() ? Readers.of(list()) : none(e);
      }
    } catch (NoSuchAlgorithmException | CardException e) {
      return none(e);
    } catch (LinkageError e) {
      log.warn("Card readers cannot be used: {}", e.toString());
      return Readers.none(UNUSABLE);
    }
  }

  private static List<CardTerminal> list() throws NoSuchAlgorithmException, CardException {
    return TerminalFactory.getInstance("PC/SC", null).terminals().list();
  }

  private static boolean mayHaveRestarted(CardException e) {
    PcscError error = PcscError.of(e).orElse(PcscError.OTHER);
    return error == PcscError.NO_SERVICE || error == PcscError.CARD_GONE;
  }

  private static Readers none(Exception e) {
    Optional<PcscError> error = PcscError.of(e);
    return switch (error.orElse(PcscError.OTHER)) {
      case NO_READERS -> Readers.of(List.of());
      case NO_SERVICE -> Readers.none(e instanceof CardException ? RESTARTED : NOT_RUNNING);
      case NOT_PERMITTED -> Readers.none(NOT_PERMITTED);
      case CARD_GONE, CARD_RESET, READER_GONE, IN_USE, SILENT, OTHER -> {
        log.warn("Card readers cannot be used: {}", e.toString());
        yield Readers.none(UNUSABLE);
      }
    };
  }
}
