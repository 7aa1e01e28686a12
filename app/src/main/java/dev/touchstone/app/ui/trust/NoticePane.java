package dev.touchstone.app.ui.trust;

import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.Panel;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.app.ui.trust.TrustViewModel.Notice;
import dev.touchstone.app.usecase.trust.FetchMetadata;
import dev.touchstone.app.usecase.trust.PolicyWords;
import dev.touchstone.rp.attestation.mds.BlobCheck;
import dev.touchstone.rp.attestation.mds.Fetched;
import dev.touchstone.rp.examination.ExaminationResult;
import dev.touchstone.rp.examination.Examined;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** What came of the last wish: an offer to take or leave, a result, a failure. */
final class NoticePane extends VBox {

  /** The pages below shall stay in view; the terminal lists all. */
  private static final int FEW = 3;

  private final TrustViewModel model;

  NoticePane(TrustViewModel model) {
    this.model = model;
    setId("trust-notice");
    managedProperty().bind(visibleProperty());
    setMinHeight(USE_PREF_SIZE);
    model.noticeProperty().subscribe(this::show);
  }

  private void show(Notice notice) {
    setVisible(!(notice instanceof Notice.Nothing));
    getChildren()
        .setAll(
            switch (notice) {
              case Notice.Nothing() -> List.of();
              case Notice.Offer(FetchMetadata.Result result) -> List.of(offer(result));
              case Notice.Proposal proposal -> List.of(proposal(proposal));
              case Notice.Done(String title, ExaminationResult result) ->
                  List.of(panel(Tone.GOOD, title, examination(true, result), close("Close")));
              case Notice.Failed(var advice) -> List.of(new AdvicePanel(advice, close("Close")));
            });
  }

  private Node offer(FetchMetadata.Result result) {
    Fetched fetched = result.fetched();
    VBox words = new VBox();
    words.getStyleClass().add("advice-words");
    fetched
        .judged()
        .ifPresent(judged ->
            judged.checks().stream()
                .filter(check -> check.outcome() != BlobCheck.Outcome.PASSED)
                .map(check -> Texts.body(check.title() + ": " + check.explanation()))
                .forEach(words.getChildren()::add));
    return switch (fetched.result()) {
      case NEWER -> {
        long passed =
            fetched.judged().stream()
                .flatMap(judged -> judged.checks().stream())
                .filter(check -> check.outcome() == BlobCheck.Outcome.PASSED)
                .count();
        words.getChildren().add(0, Texts.body("%d checks passed.".formatted(passed)));
        words
            .getChildren()
            .add(
                Texts.body(
                    "%d models are new, %d no longer listed, %d have other status reports."
                        .formatted(
                            fetched.changes().added().size(),
                            fetched.changes().removed().size(),
                            fetched.changes().changed().size())));
        result.examination().ifPresent(it -> words.getChildren().add(examination(false, it)));
        Button keep = new Button("Keep these metadata");
        keep.setId("keep-metadata");
        keep.getStyleClass().add("accent");
        keep.setOnAction(event -> model.keep());
        long number = fetched.candidate().map(it -> it.number()).orElse(0L);
        yield panel(
            Tone.INFO,
            "Metadata number %d may be kept".formatted(number),
            words,
            Form.flow(keep, close("Leave them")));
      }
      case UNCHANGED ->
          panel(Tone.GOOD, "Nothing is newer.", Texts.body(fetched.because()), close("Close"));
      case REFUSED ->
          panel(
              Tone.BAD,
              "These metadata are refused. What is kept stays.",
              Texts.body(fetched.because()),
              close("Close"));
      case UNREACHABLE ->
          panel(
              Tone.WARNING,
              "Nothing was fetched.",
              Texts.body(
                  "Because %s. What was fetched before is still used."
                      .formatted(fetched.because())),
              close("Close"));
    };
  }

  private Node proposal(Notice.Proposal proposal) {
    VBox words = new VBox();
    words.getStyleClass().add("advice-words");
    PolicyWords.of(proposal.policy()).stream().map(Texts::body).forEach(words.getChildren()::add);
    words.getChildren().add(examination(false, proposal.examination()));
    Button apply = new Button("Set this policy");
    apply.setId("apply-policy");
    apply.getStyleClass().add("accent");
    apply.setOnAction(event -> model.apply());
    return panel(
        Tone.INFO, "This policy is not in force yet", words, Form.flow(apply, close("Leave it")));
  }

  private static VBox examination(boolean done, ExaminationResult result) {
    VBox lines = new VBox();
    lines.getStyleClass().add("advice-words");
    lines
        .getChildren()
        .add(
            Texts.body(
                "%s, %d of them trusted."
                    .formatted(
                        result.examined() == 1
                            ? "1 stored credential"
                            : result.examined() + " stored credentials",
                        result.trusted())));
    add(lines, done ? "No longer trusted" : "Would no longer be trusted", result.lost());
    add(lines, done ? "Trusted now" : "Would be trusted", result.gained());
    add(
        lines,
        "The policy would not take today",
        result.refused().stream().filter(it -> !it.changed()).toList());
    return lines;
  }

  private static void add(VBox lines, String title, List<Examined> credentials) {
    if (credentials.isEmpty()) {
      return;
    }
    lines.getChildren().add(Texts.body("%s: %d".formatted(title, credentials.size())));
    credentials.stream()
        .limit(FEW)
        .map(it ->
            Texts.caption(
                "%s, %s: %s"
                    .formatted(
                        it.credential().userName(),
                        it.credential().model().orElse(it.credential().aaguid()),
                        it.because())))
        .forEach(lines.getChildren()::add);
    if (credentials.size() > FEW) {
      lines.getChildren().add(Texts.caption("and %d more".formatted(credentials.size() - FEW)));
    }
  }

  private static Node panel(Tone tone, String title, Node... content) {
    return new Panel(tone, title, content);
  }

  private Button close(String word) {
    Button close = new Button(word);
    close.setId("dismiss-notice");
    close.setOnAction(event -> model.dismiss());
    return close;
  }
}
