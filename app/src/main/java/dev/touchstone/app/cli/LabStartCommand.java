package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.LabUseCases;
import dev.touchstone.app.usecase.StartLab;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.fixture.lab.LabDesk;
import dev.touchstone.fixture.lab.LabEvent;
import dev.touchstone.fixture.lab.LabKey;
import dev.touchstone.key.session.Cancellation;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code touchstone lab start} */
@Command(
    name = "start",
    header = "Give the virtual keys power, and watch them",
    description = {
      "",
      "Every key that is plugged in is under power until Ctrl-C: what it holds in volatile memory"
          + " lasts from one command to the next, lock-outs and the time for a reset too. Other"
          + " commands and the window find it by themselves. With --json each event is one line of"
          + " JSON.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone lab start",
      "  touchstone lab start --touch          nobody has to touch anything",
      "  touchstone lab start --json | jq -c 'select(.event == \"command-ended\")'"
    })
final class LabStartCommand extends TouchstoneCommand {

  @Option(names = "--touch", description = "The keys touch themselves as long as this runs.")
  private boolean touch;

  LabStartCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    LabUseCases lab = useCases.laboratory();
    Cancellation cancellation = root.context().cancellation();
    CountDownLatch over = new CountDownLatch(1);
    try (StartLab.Running _ = lab.startLab().run(touch);
        LabDesk.Watch _ = lab.watchLab().run(this::tell);
        Cancellation.Subscription _ = cancellation.onCancel(over::countDown)) {
      begun(lab.listLabKeys().run());
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.INTERRUPTED;
  }

  private void begun(List<LabKey> keys) {
    if (wantsJson()) {
      line(LabDocuments.line(LabDocuments.started(keys)));
      return;
    }
    long in = keys.stream().filter(LabKey::pluggedIn).count();
    line(
        "The laboratory runs: %d of %d keys %s plugged in. Ctrl-C ends it."
            .formatted(in, keys.size(), in == 1 ? "is" : "are"));
    for (LabKey key : keys) {
      key.damage().ifPresent(damage -> line(Visible.line(key.name() + ": " + damage)));
    }
  }

  private void tell(LabEvent event) {
    line(wantsJson() ? LabDocuments.line(LabDocuments.event(event)) : LabWords.line(event));
  }

  /** At once, for whoever follows in a pipe. */
  private synchronized void line(String text) {
    terminal().out().println(text);
    terminal().out().flush();
  }
}
