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

  /**
   * Asks where to write a file, and waits for the answer.
   *
   * @param name what it could be called
   * @return empty when the person changed their mind
   */
  default Optional<Path> chooseToSave(Window owner, String name) {
    return choose(owner);
  }

  /**
   * The desktop's own dialogs.
   *
   * @param title of the one that opens a file
   */
  static FileChoice ofDesktop(String title) {
    return new FileChoice() {
      @Override
      public Optional<Path> choose(Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
      }

      @Override
      public Optional<Path> chooseToSave(Window owner, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save as");
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
      }
    };
  }
}
