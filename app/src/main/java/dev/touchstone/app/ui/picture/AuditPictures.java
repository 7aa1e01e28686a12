package dev.touchstone.app.ui.picture;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.ui.Screen;
import dev.touchstone.app.ui.audit.Question;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TableView;

/** Pictures of the audit trail: each question, a row, the verdict, what would be removed. */
final class AuditPictures {

  private final PictureWorld world;
  private final Camera camera;

  AuditPictures(PictureWorld world, Camera camera) {
    this.world = world;
    this.camera = camera;
  }

  void take() throws IOException, Failure {
    happenings();
    camera.go(Screen.AUDIT);
    awaitRows("audit-rows");
    camera.take("audit");
    ask(Question.FAILED_SIGN_INS);
    awaitRows("audit-rows");
    camera.with("audit-rows", TableView.class, table -> table.getSelectionModel().select(0));
    camera.awaitShown("audit-row");
    camera.take("audit-row");
    ask(Question.ADDRESSES);
    awaitRows("audit-spreads");
    camera.with("audit-spreads", TableView.class, table -> table.getSelectionModel().select(0));
    camera.awaitShown("audit-spread");
    camera.take("audit-addresses");
    ask(Question.REFUSED);
    camera.take("audit-refused");
    ask(Question.LATEST);
    camera.press("audit-verify");
    camera.awaitShown("dismiss-notice");
    camera.take("audit-intact");
    replaced();
    camera.press("audit-retain");
    camera.type("retention-age", "1");
    camera.press("retention-preview");
    camera.await("what would go", () -> !camera.shell().lookup("#retention-remove").isDisabled());
    camera.take("audit-retain");
    camera.press("close-dialog");
  }

  /** The database of another installation stands in for one that was written anew. */
  private void replaced() throws IOException, Failure {
    Path kept = world.useCases().settings().data().resolve("audit-checkpoint.json");
    world.emptyUseCases().audit().record(signedIn("ada", "203.0.113.7"));
    var _ = world.emptyUseCases().audit().checkpoint(kept);
    camera.choose(kept);
    camera.with("audit-verify", SplitMenuButton.class, menu -> menu.getItems().getFirst().fire());
    camera.await("the verdict", () -> camera.shell().lookup("#audit-notice .bad") != null);
    camera.take("audit-broken");
    camera.press("dismiss-notice");
  }

  private void happenings() throws Failure {
    List<AuditEvent> events =
        List.of(
            signedIn("grace", "203.0.113.7"),
            signedIn("grace", "198.51.100.23"),
            signedIn("grace", "2001:db8:85a3::8a2e:370:7334"),
            AuditEvent.refused(
                world.clock().instant(),
                AuditEvents.ACCESS,
                new Caller("alan", "203.0.113.99", "curl/8.5.0"),
                "",
                "GET /audit needs the role auditor or admin; alan has user."),
            AuditEvent.refused(
                    world.clock().instant(),
                    AuditEvents.SIGN_IN_COMPLETE,
                    new Caller(
                        "maximiliane.theodora.von.hohenstein-rothenburg@department.example",
                        "203.0.113.99",
                        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
                            + " Chrome/141.0.0.0 Safari/537.36"),
                    "maximiliane.theodora.von.hohenstein-rothenburg@department.example",
                    "Step 22 failed: the signature counter went back from 4711 to 4690; the key may"
                        + " have been cloned.")
                .about("p2t4b0xRkHfdUQ9eY3mT0w")
                .with("possible_clone", "true")
                .with("sign_count", "4690"));
    for (AuditEvent event : events) {
      world.useCases().audit().record(event);
    }
  }

  private AuditEvent signedIn(String who, String where) {
    return AuditEvent.succeeded(
        world.clock().instant(),
        AuditEvents.SIGN_IN_COMPLETE,
        new Caller(who, where, "Mozilla/5.0"),
        who);
  }

  private void ask(Question question) {
    camera.press("segment-" + question.name().toLowerCase(Locale.ROOT));
    camera.settle();
  }

  private void awaitRows(String table) {
    camera.await(
        table,
        () ->
            camera.shell().lookup("#" + table) instanceof TableView<?> shown
                && !shown.getItems().isEmpty());
  }
}
