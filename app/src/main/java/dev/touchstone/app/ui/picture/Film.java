package dev.touchstone.app.ui.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Where pictures are kept, as PNG files, and which of them are wanted. */
final class Film {

  private static final Color COVER = new Color(0x8f97a3);

  private final Path folder;
  private final List<String> beginnings;
  private int kept;

  /**
   * @param beginnings how names of pictures that are wanted begin; all are if there is none
   * @throws IOException if the folder cannot be made
   */
  Film(Path folder, List<String> beginnings) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.beginnings = List.copyOf(beginnings);
  }

  /** Whether a picture of this name is wanted. */
  boolean wants(String name) {
    return beginnings.isEmpty() || beginnings.stream().anyMatch(name::startsWith);
  }

  /** Writes what was seen, with these places covered. */
  void keep(String name, WritableImage image, List<Bounds> covered) throws IOException {
    Path file = folder.resolve(name + ".png");
    if (!ImageIO.write(pixels(image, covered), "png", file.toFile())) {
      throw new IOException("This JDK cannot write PNG files.");
    }
    kept++;
  }

  /** How many were kept so far. */
  int kept() {
    return kept;
  }

  private static BufferedImage pixels(WritableImage image, List<Bounds> covered) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    PixelReader reader = image.getPixelReader();
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        copy.setRGB(x, y, reader.getArgb(x, y));
      }
    }
    Graphics2D paint = copy.createGraphics();
    paint.setColor(COVER);
    for (Bounds it : covered) {
      paint.fillRect(
          (int) it.getMinX(),
          (int) it.getMinY(),
          (int) Math.ceil(it.getWidth()),
          (int) Math.ceil(it.getHeight()));
    }
    paint.dispose();
    return copy;
  }
}
