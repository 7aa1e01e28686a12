package dev.touchstone.app.ui.kit;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks the person for a file. Its own interface because a screen-less toolkit has no dialog. */
@FunctionalInterface
public interface FileChoice {

  /**
   * Asks, and waits for the answer.
   *
   * @param owner the window that waits
   * @return empty when the person changed their mind
   */
  Optional<Path> choose(Window owner);

  /** The desktop's own dialog. */
  static FileChoice ofDesktop(String title) {
    return owner -> {
      FileChooser chooser = new FileChooser();
      chooser.setTitle(title);
      return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    };
  }
}
