package dev.touchstone.app.ui.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;

/**
 * Where something stands on the screen that opens a door: codes by mail and of devices, codes of
 * the help desk, tokens, seeds. Pictures show that it is there, and not what it is.
 */
final class Covers {

  private static final Pattern SECRET =
      Pattern.compile(
          "\\b\\d{4} \\d{4}\\b" // code by mail
              + "|\\b\\d{3} \\d{3}\\b" // of a device
              + "|\\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2,}\\b" // of the help desk, for recovery
              + "|\\b(?:[A-Z2-7]{4} ){3,}[A-Z2-7]{1,4}\\b|(?<=secret=)[A-Z2-7]+" // seed
              + "|\\btst_\\w+" // API token
              + "|\\beyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*"); // JWT

  /** What an empty field shows as an example. */
  private static final String EXAMPLE = "1234 5678";

  private static final String QR_CODE = "qr-code";

  private Covers() {}

  /** The parts of a text that have to be covered. */
  static List<MatchResult> in(String text) {
    return text.equals(EXAMPLE) ? List.of() : SECRET.matcher(text).results().toList();
  }

  /** The places below this node that have to be covered, in the scene's coordinates. */
  static List<Bounds> over(Parent root) {
    List<Bounds> places = new ArrayList<>();
    for (Node node : root.lookupAll("*")) {
      if (!isShown(node)) {
        continue;
      }
      switch (node) {
        case Text text -> in(text.getText()).forEach(it -> places.add(place(text, it)));
        case Node code when QR_CODE.equals(code.getId()) ->
            places.add(code.localToScene(code.getLayoutBounds()));
        default -> {}
      }
    }
    return places;
  }

  private static Bounds place(Text text, MatchResult part) {
    Bounds inText = new Path(text.rangeShape(part.start(), part.end())).getBoundsInLocal();
    Bounds inScene = text.localToScene(inText);
    return new BoundingBox(
        inScene.getMinX() - 1, inScene.getMinY(), inScene.getWidth() + 2, inScene.getHeight());
  }

  private static boolean isShown(Node node) {
    return Stream.<Node>iterate(node, it -> it != null, Node::getParent).allMatch(Node::isVisible);
  }
}
