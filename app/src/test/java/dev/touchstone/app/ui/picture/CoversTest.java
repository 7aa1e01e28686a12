package dev.touchstone.app.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

final class CoversTest {

  @Test
  void whatOpensDoorsIsFoundAndNothingElse() {
    assertThat(covered("6728 6544 is your code")).containsExactly("6728 6544");
    assertThat(covered("3K5N-MBYH-10W2-AS4H")).containsExactly("3K5N-MBYH-10W2-AS4H");
    assertThat(covered("\"token\" : \"tst_TapCPnb\"")).containsExactly("tst_TapCPnb");
    assertThat(covered("CHUV TKIY GRSV TI5A GHQU")).containsExactly("CHUV TKIY GRSV TI5A GHQU");
    assertThat(covered("otpauth://totp/a?secret=CHUVTKIY&digits=6")).containsExactly("CHUVTKIY");
    assertThat(covered("Bearer eyJhbGciOiJ9.eyJzdWIiOiJ9.c2ln"))
        .containsExactly("eyJhbGciOiJ9.eyJzdWIiOiJ9.c2ln");
    assertThat(covered("5fe4e51e-e4c3-3e8a-a41f-b19d3f95fadb")).isEmpty();
    assertThat(covered("26 Nov 2026, 20:32, 710 bytes, 1234 of 5678")).isEmpty();
    assertThat(covered("1234 5678")).isEmpty();
  }

  @Test
  void eachPlaceOnTheScreenIsCovered() throws Exception {
    FxToolkit.registerPrimaryStage();
    Label label = new Label("Your code is 6728 6544, once");
    TextArea area = new TextArea("first line\nand 1111 2222 in the second\n");
    Label unseen = new Label("3333 4444");
    unseen.setVisible(false);
    VBox root = new VBox(label, area, unseen);
    FxToolkit.setupSceneRoot(() -> root);
    FxToolkit.showStage();
    WaitForAsyncUtils.waitForFxEvents();

    List<Bounds> places = WaitForAsyncUtils.asyncFx(() -> Covers.over(root)).get();

    Bounds first = label.localToScene(label.getBoundsInLocal());
    Bounds second = area.localToScene(area.getBoundsInLocal());
    assertThat(places).hasSize(2).anyMatch(first::intersects).anyMatch(second::intersects);
    assertThat(places)
        .allSatisfy(it -> assertThat(it.getWidth()).isBetween(30.0, 120.0))
        .allSatisfy(it -> assertThat(it.getHeight()).isBetween(8.0, 30.0));
  }

  private static List<String> covered(String text) {
    return Covers.in(text).stream().map(MatchResult::group).toList();
  }
}
