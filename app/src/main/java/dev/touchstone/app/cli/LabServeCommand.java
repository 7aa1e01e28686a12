package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.ServeLabKey;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.fixture.lab.WireWish;
import dev.touchstone.key.session.Cancellation;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code touchstone lab serve} */
@Command(
    name = "serve",
    header = "Let other programs reach a virtual key",
    description = {
      "",
      "Until Ctrl-C. It uses the laboratory that runs, or runs one itself; touch the key with"
          + " 'touchstone lab touch' in another terminal.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone lab serve ada --udp        for clients of firmware simulators",
      "  touchstone lab serve ada --uhid       for browsers and fido2-token; needs /dev/uhid",
      "  touchstone lab serve ada --usbip      for 'usbip attach -r 127.0.0.1 -b 1-1'",
      "  touchstone lab serve ada --vpcd       for programs that use PC/SC; needs vsmartcard"
    })
final class LabServeCommand extends TouchstoneCommand {

  private static final int UDP_PORT = 8111;
  private static final int UDP_REPLY_PORT = 7112;
  private static final int VPCD_PORT = 35963;
  private static final int USBIP_PORT = 3240;

  @Parameters(index = "0", paramLabel = "NAME", description = "The key, as 'lab list' has it.")
  private String name = "";

  @ArgGroup(multiplicity = "1")
  private Wire wire = new Wire();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description =
          "With --udp: where the key listens on 127.0.0.1 (usually 8111; 0 takes a free one). With"
              + " --usbip: the same (usually 3240). With --vpcd: where the reader waits (usually"
              + " 35963).")
  private @Nullable Integer port;

  @Option(
      names = "--reply-port",
      paramLabel = "PORT",
      description =
          "With --udp: the port it answers to (usually 7112; 0 answers to whoever asked).")
  private @Nullable Integer replyPort;

  @Option(names = "--touch", description = "The keys touch themselves, where this starts them.")
  private boolean touch;

  /** One of them; what is neither of the others is uhid. */
  @SuppressWarnings("UnusedVariable")
  private static final class Wire {
    @Option(names = "--udp", description = "CTAPHID over UDP, as firmware simulators do it.")
    private boolean udp;

    @Option(names = "--uhid", description = "A HID device of the Linux kernel.")
    private boolean uhid;

    @Option(names = "--usbip", description = "A USB device that a kernel imports.")
    private boolean usbip;

    @Option(names = "--vpcd", description = "A card in a virtual PC/SC reader.")
    private boolean vpcd;
  }

  LabServeCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    WireWish wish = wish();
    Cancellation cancellation = root.context().cancellation();
    CountDownLatch over = new CountDownLatch(1);
    try (ServeLabKey.Served served = useCases.laboratory().serveLabKey().run(name, wish, touch);
        Cancellation.Subscription _ = cancellation.onCancel(over::countDown)) {
      served.onEnd(over::countDown);
      tell(wish, served);
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!cancellation.isCancelled()) {
      throw new Failure(
          new Advice(
              Advice.Kind.FAILED,
              "The laboratory has ended, and %s is no longer served.".formatted(name),
              "",
              "Start it again: touchstone lab start.",
              ""));
    }
    return ExitCode.INTERRUPTED;
  }

  private void tell(WireWish wish, ServeLabKey.Served served) {
    terminal()
        .out()
        .println(
            wantsJson()
                ? LabDocuments.line(LabDocuments.served(name, wish, served.where()))
                : "%s can be reached by %s at %s. Ctrl-C ends that."
                    .formatted(name, wish.wire(), served.where()));
    terminal().out().flush();
  }

  private WireWish wish() throws Failure {
    if (!wire.udp && replyPort != null) {
      throw usage("--reply-port goes with --udp alone.");
    }
    if (wire.udp) {
      return new WireWish.Udp(checked(port, UDP_PORT, 0), checked(replyPort, UDP_REPLY_PORT, 0));
    }
    if (wire.usbip) {
      return new WireWish.UsbIp(checked(port, USBIP_PORT, 0));
    }
    if (wire.vpcd) {
      return new WireWish.Vpcd(checked(port, VPCD_PORT, 1));
    }
    if (port != null) {
      throw usage("--port goes with --udp, --usbip or --vpcd.");
    }
    return new WireWish.Uhid();
  }

  private static int checked(@Nullable Integer given, int usual, int least) throws Failure {
    int chosen = given == null ? usual : given;
    if (chosen < least || chosen > 0xffff) {
      throw usage("%d is no port.".formatted(chosen));
    }
    return chosen;
  }

  private static Failure usage(String happened) {
    return new Failure(
        new Advice(Advice.Kind.USAGE, happened, "", "See: touchstone lab serve --help", ""));
  }
}
