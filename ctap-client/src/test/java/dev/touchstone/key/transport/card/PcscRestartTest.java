package dev.touchstone.key.transport.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchstone.key.Pcscd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real service, ended and started again while this program runs. */
@Timeout(120)
class PcscRestartTest {

  @Test
  void aServiceThatWasRestartedIsFoundAgain(@TempDir Path folder) throws Exception {
    Optional<String> obstacle = Pcscd.obstacle();
    assumeTrue(obstacle.isEmpty(), obstacle::orElseThrow);
    try (Pcscd _ = Pcscd.start(Files.createDirectory(folder.resolve("one")))) {
      assertThat(awaitReaders().obstacle()).isEmpty();
    }
    assertThat(CardService.ask().obstacle()).isPresent();
    try (Pcscd _ = Pcscd.start(Files.createDirectory(folder.resolve("two")))) {
      CardService again = awaitReaders();
      assertThat(again.obstacle()).isEmpty();
      assertThat(again.readers()).anyMatch(reader -> reader.startsWith("Virtual PCD"));
    }
  }

  private static CardService awaitReaders() throws InterruptedException {
    CardService asked = CardService.ask();
    for (int i = 0; i < 200 && asked.readers().isEmpty(); i++) {
      TimeUnit.MILLISECONDS.sleep(50);
      asked = CardService.ask();
    }
    return asked;
  }
}
