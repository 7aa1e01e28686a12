package dev.touchstone.app.ui.factors;

import dev.touchstone.app.ui.kit.FileChoice;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.Panel;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.rp.file.OwnersFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javafx.print.PrinterJob;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;

/** Recovery codes, shown this once: to copy, to save, to print. */
final class RecoveryCodesCard extends VBox {

  private final Label told = Texts.caption("");

  RecoveryCodesCard(String user, List<String> codes, FileChoice files) {
    getStyleClass().addAll("card", "form");
    setMinHeight(USE_PREF_SIZE);
    setId("recovery-codes");
    String text = String.join("\n", codes);
    Label shown = Texts.mono(columns(codes));
    shown.setId("recovery-code-list");
    Button copy = button("copy-recovery-codes", "Copy");
    copy.setOnAction(event -> {
      ClipboardContent content = new ClipboardContent();
      content.putString(text);
      Clipboard.getSystemClipboard().setContent(content);
      told.setText("They are in the clipboard; empty it when they are put away.");
    });
    Button save = button("save-recovery-codes", "Save …");
    save.setOnAction(event ->
        files
            .chooseToSave(getScene().getWindow(), "recovery-codes.txt")
            .ifPresent(file -> {
              try {
                boolean done =
                    OwnersFile.create(
                        file.toAbsolutePath(), (text + "\n").getBytes(StandardCharsets.UTF_8));
                told.setText(
                    done
                        ? "Saved for you alone in %s.".formatted(file.getFileName())
                        : "There is a file of that name already; nothing was written.");
              } catch (IOException e) {
                told.setText("The file cannot be written; choose another folder.");
              }
            }));
    Button print = button("print-recovery-codes", "Print …");
    print.setOnAction(event -> print(shown));
    getChildren()
        .addAll(
            Texts.sectionTitle("Recovery codes of " + user),
            new Panel(
                Tone.WARNING,
                "These are shown this once.",
                Texts.body("Each is good once, in the place of the device.")),
            shown,
            Form.flow(copy, save, print),
            told);
  }

  /** Two beside each other, as they fit on a card. */
  private static String columns(List<String> codes) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < codes.size(); i++) {
      text.append(codes.get(i)).append(i % 2 == 0 && i + 1 < codes.size() ? "     " : "\n");
    }
    return text.toString().stripTrailing();
  }

  private void print(Label shown) {
    PrinterJob job = PrinterJob.createPrinterJob();
    if (job == null) {
      told.setText("There is no printer here.");
      return;
    }
    if (job.showPrintDialog(getScene().getWindow()) && job.printPage(shown)) {
      boolean sent = job.endJob();
      told.setText(sent ? "They were sent to the printer." : "The printer did not take them.");
    }
  }

  private static Button button(String id, String words) {
    Button button = new Button(words);
    button.setId(id);
    return button;
  }
}
