package dev.touchstone.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFolderTest {

  private static final Path HOME = Path.of("/home/ada");

  @Test
  void theEnvironmentsOwnVariableWins() {
    assertThat(
            DataFolder.usual(
                Map.of("TOUCHSTONE_DATA", "/srv/keys", "XDG_DATA_HOME", "/xdg"), "Linux", HOME))
        .isEqualTo(Path.of("/srv/keys"));
  }

  @Test
  void linuxFollowsTheXdgSpecification() {
    assertThat(DataFolder.usual(Map.of("XDG_DATA_HOME", "/xdg"), "Linux", HOME))
        .isEqualTo(Path.of("/xdg/touchstone"));
    assertThat(DataFolder.usual(Map.of(), "Linux", HOME))
        .isEqualTo(Path.of("/home/ada/.local/share/touchstone"));
  }

  @Test
  void aRelativeXdgPathIsIgnoredAsTheSpecificationSays() {
    assertThat(DataFolder.usual(Map.of("XDG_DATA_HOME", "here"), "Linux", HOME))
        .isEqualTo(Path.of("/home/ada/.local/share/touchstone"));
  }

  @Test
  void otherSystemsHaveTheirOwnPlaces() {
    assertThat(DataFolder.usual(Map.of(), "Mac OS X", HOME))
        .isEqualTo(Path.of("/home/ada/Library/Application Support/Touchstone"));
    assertThat(DataFolder.usual(Map.of("LOCALAPPDATA", "/local"), "Windows 11", HOME))
        .isEqualTo(Path.of("/local/Touchstone"));
  }

  @Test
  void theFolderIsItsOwnersAlone(@TempDir Path temporary) throws Exception {
    Path folder = temporary.resolve("a/touchstone");

    DataFolder.make(folder);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed(@TempDir Path temporary) throws IOException {
    Path file = Files.createFile(temporary.resolve("file"));

    assertThatThrownBy(() -> DataFolder.make(file.resolve("touchstone")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("--data");
  }
}
