package dev.touchstone.app.ui.audit;

import dev.touchstone.app.ui.audit.AuditDeeds.Notice;
import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.Panel;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.rp.audit.verify.ChainReport;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** What came of the last deed. The verdict on the chain names the rows that are broken. */
final class AuditNotice extends VBox {

  /** The rows below shall stay in view; the terminal lists all. */
  private static final int FEW = 4;

  private final AuditDeeds deeds;
  private final Moments moments;

  AuditNotice(AuditDeeds deeds, Moments moments) {
    this.deeds = deeds;
    this.moments = moments;
    setId("audit-notice");
    managedProperty().bind(visibleProperty());
    setMinHeight(USE_PREF_SIZE);
    deeds.noticeProperty().subscribe(this::show);
  }

  private void show(Notice notice) {
    setVisible(!(notice instanceof Notice.Nothing));
    getChildren()
        .setAll(
            switch (notice) {
              case Notice.Nothing() -> List.of();
              case Notice.Verified verified -> List.of(verdict(verified));
              case Notice.Signed(Path file) ->
                  List.of(
                      new Panel(
                          Tone.GOOD,
                          "The checkpoint is in " + file.getFileName(),
                          Texts.body(
                              "Put it where nobody who can write the database can. Verified"
                                  + " against it, the trail cannot have been cut or written anew"
                                  + " unnoticed."),
                          Form.flow(close())));
              case Notice.Exported(Path file, long rows) ->
                  List.of(
                      new Panel(
                          Tone.GOOD,
                          "%s in %s".formatted(rows(rows), file.getFileName()),
                          Texts.body(file.toString()),
                          Form.flow(close())));
              case Notice.Removed(long rows) ->
                  List.of(
                      new Panel(
                          Tone.GOOD,
                          rows(rows) + " removed",
                          Texts.body(
                              "A signed checkpoint stays in their place: the rest can still be"
                                  + " verified."),
                          Form.flow(close())));
              case Notice.Failed(var advice) -> List.of(new AdvicePanel(advice, close()));
            });
  }

  private Node verdict(Notice.Verified verified) {
    VBox words = new VBox();
    words.getStyleClass().add("advice-words");
    verified.chains().forEach(chain -> tell(chain, words));
    boolean empty = verified.chains().isEmpty();
    String title =
        !verified.intact()
            ? "The trail was tampered with"
            : empty ? "The trail is empty" : "The trail is as it was written";
    return new Panel(
        verified.intact() ? empty ? Tone.INFO : Tone.GOOD : Tone.BAD,
        title,
        words,
        Form.flow(close()));
  }

  private void tell(ChainReport chain, VBox words) {
    words
        .getChildren()
        .add(
            Texts.body(
                "Chain '%s': %s, rows %,d to %,d%s"
                    .formatted(
                        chain.writer(),
                        chain.intact()
                            ? "intact"
                            : "broken in "
                                + (chain.findingsInAll() == 1
                                    ? "1 place"
                                    : "%,d places".formatted(chain.findingsInAll())),
                        chain.first(),
                        chain.last(),
                        chain.retainedUpTo() > 0
                            ? "; those up to %,d were removed by policy."
                                .formatted(chain.retainedUpTo())
                            : ".")));
    chain.findings().stream()
        .limit(FEW)
        .map(finding -> Texts.body("• " + finding.sentence()))
        .forEach(words.getChildren()::add);
    if (chain.findingsInAll() > FEW) {
      words
          .getChildren()
          .add(
              Texts.caption(
                  "and %,d more, which 'touchstone audit verify' lists"
                      .formatted(chain.findingsInAll() - FEW)));
    }
    words.getChildren().add(Texts.caption(signed(chain)));
  }

  private String signed(ChainReport chain) {
    if (chain.signedAt().isEmpty()) {
      return "Nothing of it is signed yet; that is done every thousand rows and at the end of the"
          + " program.";
    }
    long open = chain.last() - chain.signedUpTo();
    return "Signed up to row %,d on %s%s."
        .formatted(
            chain.signedUpTo(),
            moments.absolute(chain.signedAt().get()),
            open <= 0 ? "" : "; %,d later ones are not signed yet".formatted(open));
  }

  private static String rows(long count) {
    return count == 1 ? "1 row" : "%,d rows".formatted(count);
  }

  private Button close() {
    Button close = new Button("Close");
    close.setId("dismiss-notice");
    close.setOnAction(event -> deeds.dismiss());
    return close;
  }
}
