package dev.touchstone.app.ui.trust;

import dev.touchstone.app.ui.kit.Badge;
import dev.touchstone.app.ui.kit.Facts;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.Panel;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.app.usecase.trust.TrustOverview;
import dev.touchstone.rp.attestation.mds.KnownBlob;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** Whose BLOBs are kept, and which roots hold for every model. */
final class SourcesPane extends VBox {

  SourcesPane(TrustOverview overview, Moments moments) {
    getStyleClass().add("tab-body");
    overview
        .metadata()
        .complaints()
        .forEach(it -> getChildren().add(new Panel(Tone.WARNING, "", Texts.body(it))));
    overview.metadata().blobs().forEach(it -> getChildren().add(blob(it, overview, moments)));
    if (overview.metadata().blobs().isEmpty()) {
      getChildren()
          .add(
              new Form(
                  "Metadata",
                  Texts.body("None are kept."),
                  Texts.muted(
                      "The FIDO Alliance publishes the roots of most makers, and what became known"
                          + " of their models. Fetch them above; nothing is fetched by itself.")));
    }
    Facts roots = new Facts();
    overview
        .sources()
        .forEach((origin, count) ->
            roots.add(Texts.capital(origin), count == 1 ? "1 root" : "%d roots".formatted(count)));
    getChildren().add(new Form("Trusted for every model", roots));
    overview
        .anchors()
        .complaints()
        .forEach(it -> getChildren().add(new Panel(Tone.WARNING, "", Texts.body(it))));
  }

  private static Node blob(KnownBlob blob, TrustOverview overview, Moments moments) {
    boolean overdue =
        blob.judged().content().filter(it -> it.isOverdueAt(overview.now())).isPresent();
    Facts facts =
        new Facts()
            .add("Number", Long.toString(blob.kept().number()))
            .add(
                "Models",
                Integer.toString(blob.judged().content().map(it -> it.entries().size()).orElse(0)))
            .add(
                "Next one due",
                Form.flow(
                    Texts.body(blob.kept().nextUpdate().toString()),
                    overdue ? new Badge("overdue", Tone.WARNING) : new Badge("current", Tone.GOOD)))
            .add("Fetched", moments.both(blob.kept().fetched()))
            .add("From", blob.kept().source());
    return new Form("Metadata of " + blob.publisher(), facts);
  }
}
