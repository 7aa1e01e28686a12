package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.mail.MailUseCases.Overview;
import dev.touchstone.app.usecase.mail.MailUseCases.Wish;
import dev.touchstone.rp.mail.smtp.SmtpServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code touchstone mail settings} */
@Command(
    name = "settings",
    header = "Show or choose the mail server",
    description = {
      "",
      "Without options it shows what is set. The password is asked for, or read from standard"
          + " input, and kept encrypted; no command shows it.",
      ""
    })
final class MailSettingsCommand extends TouchstoneCommand {

  private static final String UNCHANGED = "Nothing was changed.";

  @Option(names = "--host", paramLabel = "NAME", description = "The server's name.")
  private @Nullable String host;

  @Option(
      names = "--port",
      paramLabel = "NUMBER",
      description = "Its port; usually 587, 465 with tls, 25 with none.")
  private @Nullable Integer port;

  @Option(
      names = "--security",
      paramLabel = "HOW",
      completionCandidates = Words.MailSecurity.class,
      description = "starttls (usual), tls, or none for a server on this computer.")
  private @Nullable String security;

  @Option(
      names = "--user",
      paramLabel = "USER",
      description = "Who logs in there; '' for a server without a login.")
  private @Nullable String user;

  @Option(
      names = "--sender",
      paramLabel = "SENDER",
      description = "Whom mail is from, such as 'Keys <keys@example.com>'.")
  private @Nullable String sender;

  @Option(names = "--password", description = "Ask for the password, without echo.")
  private boolean password;

  @Option(names = "--password-stdin", description = "Read the password from standard input.")
  private boolean passwordStdin;

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description =
          "Certificates in PEM of an authority of your own, believed in place of Java's; '' for"
              + " Java's again.")
  private @Nullable String authority;

  @Option(names = "--outbox", description = "Forget server and password: mail goes into a folder.")
  private boolean outbox;

  @Mixin private ChangeOptions change = new ChangeOptions();

  MailSettingsCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    if (outbox) {
      return toOutbox(useCases);
    }
    Wish wish =
        new Wish(
            Optional.ofNullable(host),
            Optional.ofNullable(port),
            Optional.ofNullable(security),
            Optional.ofNullable(user),
            Optional.ofNullable(sender));
    boolean server =
        host != null || port != null || security != null || user != null || sender != null;
    if (authority != null && !server && !password && !passwordStdin) {
      return believe(useCases, authority);
    }
    if (!server && !password && !passwordStdin) {
      return show(useCases);
    }
    return choose(useCases, useCases.mail().preview(wish));
  }

  private int choose(UseCases useCases, SmtpServer server) throws Failure {
    Optional<String> pem = pem();
    String preview =
        "Would send mail by %s (%s), %s, from %s."
            .formatted(
                server.place(),
                server.security().word(),
                server.user().isEmpty() ? "without a login" : "as '%s'".formatted(server.user()),
                server.sender());
    List<String> told = new ArrayList<>(List.of(Visible.line(preview)));
    if (!password && !passwordStdin && useCases.mail().wouldForget(server)) {
      told.add("Would forget the password: it is for another server or user.");
    }
    boolean done = change.wanted(root.context(), told, !passwordStdin);
    if (done && authority != null) {
      useCases.mail().believe(pem);
    }
    told.add(UNCHANGED);
    List<String> text = done ? chosen(server, keep(useCases, server)) : told;
    answer(_ -> MailDocuments.chosen(done, server), text);
    return ExitCode.DONE;
  }

  /** Whether a password was forgotten for which there is no other. */
  private boolean keep(UseCases useCases, SmtpServer server) throws Failure {
    if (!password && !passwordStdin) {
      return useCases.mail().choose(server);
    }
    char[] secret = SecretQuestion.ask(root.context(), passwordStdin, "Password: ", "password");
    try {
      boolean _ = useCases.mail().choose(server);
      useCases.mail().choosePassword(secret);
    } finally {
      Arrays.fill(secret, '\0');
    }
    return false;
  }

  private Optional<String> pem() throws Failure {
    return authority == null || authority.isEmpty()
        ? Optional.empty()
        : Optional.of(TextFile.read(Path.of(authority)));
  }

  private int believe(UseCases useCases, String file) throws Failure {
    Optional<String> pem = pem();
    String preview =
        file.isEmpty()
            ? "Would believe the authorities of Java for mail servers."
            : "Would believe the certificates in %s for mail servers, and no others."
                .formatted(Visible.line(file));
    boolean done = change.wanted(root.context(), List.of(preview), true);
    if (done) {
      useCases.mail().believe(pem);
    }
    Overview after = useCases.mail().overview();
    answer(
        _ -> MailDocuments.overview(after).put("done", done),
        done ? List.of("Done. Try it: touchstone mail check") : List.of(preview, UNCHANGED));
    return ExitCode.DONE;
  }

  private static List<String> chosen(SmtpServer server, boolean forgotten) {
    List<String> lines = new ArrayList<>();
    if (forgotten) {
      lines.add(
          "The password was for another server or user and is forgotten; set one with"
              + " 'mail settings --password'.");
    }
    lines.add(
        "Mail goes to %s from now on. Try it: touchstone mail check --to ADDRESS"
            .formatted(server.place()));
    return lines;
  }

  private int toOutbox(UseCases useCases) throws Failure {
    String preview = "Would forget the mail server and its password; mail goes into a folder then.";
    boolean there = useCases.mail().overview().server().isPresent();
    boolean done = there && change.wanted(root.context(), List.of(preview), true);
    if (done) {
      useCases.mail().forgetServer();
    }
    List<String> left =
        there ? List.of(preview, UNCHANGED) : List.of("Mail goes into a folder already.");
    answer(_ -> MailDocuments.toOutbox(done), done ? List.of("Mail goes into a folder.") : left);
    return ExitCode.DONE;
  }

  private int show(UseCases useCases) throws Failure {
    Overview overview = useCases.mail().overview();
    answer(_ -> MailDocuments.overview(overview), text(overview));
    return ExitCode.DONE;
  }

  private static List<String> text(Overview overview) {
    return overview
        .server()
        .map(it ->
            List.of(
                "server    %s, %s".formatted(it.place(), it.security().word()),
                "user      %s".formatted(it.user().isEmpty() ? "none" : Visible.line(it.user())),
                "password  %s".formatted(overview.passwordKept() ? "kept, encrypted" : "none"),
                "sender    %s".formatted(Visible.line(it.sender().toString())),
                "authority %s".formatted(overview.ownAuthority() ? "your own" : "those of Java")))
        .orElseGet(() ->
            List.of(
                "No server is chosen: mail goes to %s."
                    .formatted(Visible.line(overview.destination()))));
  }
}
