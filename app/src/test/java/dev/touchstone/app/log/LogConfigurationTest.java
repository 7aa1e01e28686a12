package dev.touchstone.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogConfigurationTest {

  @TempDir Path folder;

  private final LoggerContext loggers = new LoggerContext();
  private String before = "";
  private Path file = Path.of("");

  @BeforeEach
  void configure() {
    before = System.getProperty(LogConfiguration.FILE, "");
    file = folder.resolve("touchstone.log");
    System.setProperty(LogConfiguration.FILE, file.toString());
    new LogConfiguration().configure(loggers);
  }

  @AfterEach
  void restore() {
    System.setProperty(LogConfiguration.FILE, before);
  }

  @Test
  void nothingToSayMakesNoFile() {
    assertThat(file).doesNotExist();
  }

  @Test
  void theFileIsItsOwnersAlone() throws Exception {
    loggers.getLogger("dev.touchstone.app").info("begun");

    assertThat(Files.readString(file)).contains("INFO", "dev.touchstone.app: begun");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void aDefectIsWrittenWithItsStackTrace() throws Exception {
    loggers.getLogger("dev.touchstone.app").error("defect", new IllegalStateException("why"));

    assertThat(Files.readString(file)).contains("IllegalStateException: why", "\tat ");
  }

  @Test
  void whatTheKeyLibraryLogsAtDebugIsNeverWritten() {
    loggers.getLogger("com.yubico.yubikit.fido.ctap.ClientPin").debug("pinHashEnc: 0011");

    assertThat(file).doesNotExist();
  }

  @Test
  void aLogThatGrewTooLargeMakesRoomAndKeepsOneGeneration() throws Exception {
    Files.writeString(file, "x".repeat(1024 * 1024 + 1));

    loggers.getLogger("dev.touchstone.app").info("after");

    assertThat(Files.size(file)).isLessThan(1000);
    assertThat(folder.resolve("touchstone.log.1")).exists();
  }
}
