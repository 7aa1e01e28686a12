package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.SettingsException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Puts the commands together, runs one, and turns its end into an exit code. */
public final class Cli {

  private static final String LAB = "lab";
  private static final String TRACE = "trace";

  private final CommandContext context;

  public Cli(CommandContext context) {
    this.context = context;
  }

  /** Runs one command line; never throws, never exits the process. */
  public int run(String... arguments) {
    Terminal terminal = context.terminal();
    List<String> words = Arrays.asList(arguments);
    int exitCode = commands(words.contains(LAB), words.contains(TRACE)).execute(arguments);
    boolean told = !terminal.out().checkError();
    if (exitCode == ExitCode.DONE && !told) {
      exitCode = tell(unheard(), false);
    }
    terminal.err().flush();
    return exitCode;
  }

  /** Whoever closed the pipe knows; whoever filled the disk has to be told. */
  private static Advice unheard() {
    return new Advice(
        Advice.Kind.FAILED,
        "It was done, but the answer could not be written to its end.",
        "",
        "Standard output was closed, or there is no space left where it goes.",
        "");
  }

  /** All commands, for the completion script. */
  CommandLine commands() {
    return commands(true, true);
  }

  /**
   * The commands.
   *
   * @param laboratory whether those of the laboratory are among them: to set up so many costs every
   *     start
   * @param traces whether those of the recorder are
   */
  private CommandLine commands(boolean laboratory, boolean traces) {
    Terminal terminal = context.terminal();
    RootCommand root = new RootCommand(context);
    CommandLine commands =
        new CommandLine(root)
            .addSubcommand(new TryCommand(root))
            .addSubcommand(
                new CommandLine(new KeysCommand(root))
                    .addSubcommand(new NameKeyCommand(root))
                    .addSubcommand(new ForgetKeyCommand(root)))
            .addSubcommand(new InfoCommand(root))
            .addSubcommand(new WinkCommand(root))
            .addSubcommand(new DoctorCommand(root))
            .addSubcommand(
                new CommandLine(new PinCommand())
                    .addSubcommand(new SetPinCommand(root))
                    .addSubcommand(new ChangePinCommand(root))
                    .addSubcommand(new VerifyPinCommand(root))
                    .addSubcommand(new PinTriesCommand(root)))
            .addSubcommand(config(root))
            .addSubcommand(new ResetCommand(root))
            .addSubcommand(new RegisterCommand(root))
            .addSubcommand(new SignInCommand(root))
            .addSubcommand(
                new CommandLine(new ServersCommand(root))
                    .addSubcommand(new AddServerCommand(root))
                    .addSubcommand(new RemoveServerCommand(root))
                    .addSubcommand(new CheckServerCommand(root)))
            .addSubcommand(
                new CommandLine(new UsersCommand(root))
                    .addSubcommand(new AddUserCommand(root))
                    .addSubcommand(new ShowUserCommand(root))
                    .addSubcommand(new EditUserCommand(root))
                    .addSubcommand(new UserStatusCommand.Disable(root))
                    .addSubcommand(new UserStatusCommand.Enable(root))
                    .addSubcommand(new UserRoleCommand(root))
                    .addSubcommand(new DeleteUserCommand(root))
                    .addSubcommand(new ImportUsersCommand(root))
                    .addSubcommand(new ExportUsersCommand(root))
                    .addSubcommand(password(root))
                    .addSubcommand(
                        new CommandLine(new UserCredentialsCommand(root))
                            .addSubcommand(new LabelCredentialCommand(root))
                            .addSubcommand(new ReplaceCredentialCommand(root))
                            .addSubcommand(new DeleteCredentialCommand(root))))
            .addSubcommand(audit(root))
            .addSubcommand(
                new CommandLine(new CredentialsCommand(root))
                    .addSubcommand(new RenameKeyCredentialCommand(root))
                    .addSubcommand(new DeleteKeyCredentialCommand(root))
                    .addSubcommand(new CredentialSlotsCommand(root))
                    .addSubcommand(new ForgetAccessCommand(root))
                    .addSubcommand(new MovedCommand(root)))
            .addSubcommand(
                new CommandLine(new FingerprintsCommand(root))
                    .addSubcommand(new EnrolFingerprintCommand(root))
                    .addSubcommand(new RenameFingerprintCommand(root))
                    .addSubcommand(new DeleteFingerprintCommand(root))
                    .addSubcommand(new FingerprintSensorCommand(root)))
            .addSubcommand(
                new CommandLine(new LargeBlobsCommand(root))
                    .addSubcommand(new ReadLargeBlobCommand(root))
                    .addSubcommand(new WriteLargeBlobCommand(root))
                    .addSubcommand(new DeleteLargeBlobCommand(root))
                    .addSubcommand(new CollectLargeBlobsCommand(root)))
            .addSubcommand(trust(root))
            .addSubcommand(laboratory ? lab(root) : new CommandLine(new LabCommand()))
            .addSubcommand(new ServeCommand(root))
            .addSubcommand(request(root))
            .addSubcommand(
                new CommandLine(new JwtCommand())
                    .addSubcommand(new JwtDecodeCommand(root))
                    .addSubcommand(new JwtVerifyCommand(root))
                    .addSubcommand(new JwtSignCommand(root)))
            .addSubcommand(traces ? trace(root) : new CommandLine(new TraceCommand()))
            .addSubcommand(
                new CommandLine(new TlsCommand())
                    .addSubcommand(new TlsSelfSignedCommand(root))
                    .addSubcommand(new TlsCheckCommand(root)))
            .addSubcommand(
                new CommandLine(new DatabaseCommand(root))
                    .addSubcommand(new MoveDatabaseCommand(root)))
            .addSubcommand(new BackupCommand(root))
            .addSubcommand(secrets(root))
            .addSubcommand(mail(root))
            .addSubcommand(totp(root))
            .addSubcommand(tokens(root))
            .addSubcommand(DeskCommand.of(root))
            .addSubcommand(OperatorCommand.of(root))
            .addSubcommand(new InspectCommand(root))
            .addSubcommand(new ExplainCommand(root))
            .addSubcommand(new WindowCommand(root))
            .addSubcommand(new ScreenshotsCommand(root))
            .addSubcommand(new CompletionCommand(root));
    readably(commands);
    return commands
        .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
        .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF))
        .setUsageHelpWidth(terminal.columns())
        .setUsageHelpLongOptionsMaxWidth(32)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionStrategy(Cli::known)
        .setParameterExceptionHandler(this::misused)
        .setExecutionExceptionHandler((failure, command, result) -> failed(failure, command));
  }

  private static CommandLine secrets(RootCommand root) {
    return new CommandLine(new SecretsCommand(root))
        .addSubcommand(new SecretKeyCommand(root))
        .addSubcommand(new RotateSecretsCommand(root))
        .addSubcommand(new DeleteSecretCommand(root));
  }

  private static CommandLine request(RootCommand root) {
    return new CommandLine(new RequestCommand(root))
        .addSubcommand(new RequestRunCommand(root))
        .addSubcommand(new RequestListCommand(root))
        .addSubcommand(new RequestShowCommand(root))
        .addSubcommand(new RequestSetCommand(root))
        .addSubcommand(new RequestSecretCommand(root))
        .addSubcommand(new RequestImportCommand(root))
        .addSubcommand(new RequestExportCommand(root))
        .addSubcommand(new RequestDeleteCommand(root));
  }

  private static CommandLine password(RootCommand root) {
    return new CommandLine(new PasswordSettingCommand(root))
        .addSubcommand(new PasswordSettingCommand.Allow(root))
        .addSubcommand(new PasswordSettingCommand.Forbid(root))
        .addSubcommand(new PasswordCommand.Show(root))
        .addSubcommand(new PasswordCommand.Set(root))
        .addSubcommand(new PasswordCommand.Remove(root));
  }

  private static CommandLine totp(RootCommand root) {
    return new CommandLine(new TotpCommand())
        .addSubcommand(new TotpCommand.Show(root))
        .addSubcommand(new TotpEnableCommand(root))
        .addSubcommand(new TotpConfirmCommand(root))
        .addSubcommand(new TotpShowQrCommand(root))
        .addSubcommand(new TotpChangeCommand.Recovery(root))
        .addSubcommand(new TotpChangeCommand.Disable(root))
        .addSubcommand(new TotpCalculateCommand(root));
  }

  private static CommandLine tokens(RootCommand root) {
    return new CommandLine(new TokensCommand(root))
        .addSubcommand(new TokensCommand.Show(root))
        .addSubcommand(new TokenCreateCommand(root))
        .addSubcommand(new TokenRevokeCommand(root))
        .addSubcommand(new TokenSessionsCommand(root))
        .addSubcommand(new TokenEndCommand(root))
        .addSubcommand(
            new CommandLine(new TokenKeysCommand(root))
                .addSubcommand(new TokenKeysCommand.Rotate(root))
                .addSubcommand(new TokenKeysCommand.Delete(root)));
  }

  private static CommandLine mail(RootCommand root) {
    return new CommandLine(new MailCommand(root))
        .addSubcommand(new MailSettingsCommand(root))
        .addSubcommand(new MailCheckCommand(root))
        .addSubcommand(
            new CommandLine(new MailTemplatesCommand(root))
                .addSubcommand(new MailTemplateCommand.Show(root))
                .addSubcommand(new MailTemplateCommand.Preview(root))
                .addSubcommand(new MailTemplateCommand.Edit(root))
                .addSubcommand(new MailTemplateCommand.Reset(root)))
        .addSubcommand(
            new CommandLine(new MailOutboxCommand(root))
                .addSubcommand(new MailOutboxShowCommand(root)))
        .addSubcommand(
            new CommandLine(new MailQueueCommand(root))
                .addSubcommand(new MailQueueChangeCommand.Retry(root))
                .addSubcommand(new MailQueueChangeCommand.Drop(root)));
  }

  private static CommandLine config(RootCommand root) {
    return new CommandLine(new ConfigCommand(root))
        .addSubcommand(new AlwaysUvCommand(root))
        .addSubcommand(new MinPinLengthCommand(root))
        .addSubcommand(new ForcePinChangeCommand(root))
        .addSubcommand(new PinComplexityCommand(root))
        .addSubcommand(new EnterpriseAttestationCommand(root))
        .addSubcommand(new LongTouchResetCommand(root));
  }

  private static CommandLine audit(RootCommand root) {
    return new CommandLine(new AuditCommand())
        .addSubcommand(new AuditListCommand.Latest(root))
        .addSubcommand(new AuditListCommand.FailedSignIns(root))
        .addSubcommand(new AuditListCommand.Refused(root))
        .addSubcommand(new AuditListCommand.Counters(root))
        .addSubcommand(new AuditListCommand.Changes(root))
        .addSubcommand(new AuditAddressesCommand(root))
        .addSubcommand(new AuditVerifyCommand(root))
        .addSubcommand(new AuditCheckpointCommand(root))
        .addSubcommand(new AuditExportCommand(root))
        .addSubcommand(new AuditSyslogCommand(root))
        .addSubcommand(new AuditRetainCommand(root));
  }

  private static CommandLine lab(RootCommand root) {
    return new CommandLine(new LabCommand())
        .addSubcommand(new LabStartCommand(root))
        .addSubcommand(new LabModelsCommand(root))
        .addSubcommand(new LabNewCommand(root))
        .addSubcommand(new LabListCommand(root))
        .addSubcommand(new LabShowCommand(root))
        .addSubcommand(new LabPlugCommand(root))
        .addSubcommand(new LabUnplugCommand(root))
        .addSubcommand(new LabTouchCommand(root))
        .addSubcommand(new LabFaultCommand(root))
        .addSubcommand(new LabCloneCommand(root))
        .addSubcommand(new LabRemoveCommand(root))
        .addSubcommand(new LabExportRootCommand(root))
        .addSubcommand(new LabExportMdsCommand(root))
        .addSubcommand(new LabServeCommand(root));
  }

  private static CommandLine trust(RootCommand root) {
    return new CommandLine(new TrustCommand(root))
        .addSubcommand(new TrustFetchCommand(root))
        .addSubcommand(new TrustModelsCommand(root))
        .addSubcommand(new TrustShowCommand(root))
        .addSubcommand(new TrustExamineCommand(root))
        .addSubcommand(new TrustPolicyCommand(root))
        .addSubcommand(new TrustCompareCommand(root));
  }

  private static CommandLine trace(RootCommand root) {
    return new CommandLine(new TraceCommand())
        .addSubcommand(new TraceListCommand(root))
        .addSubcommand(new TraceShowCommand(root))
        .addSubcommand(new TraceSearchCommand(root))
        .addSubcommand(new TraceExportCommand(root))
        .addSubcommand(new TraceCompareCommand(root))
        .addSubcommand(new TraceReplayCommand(root))
        .addSubcommand(new TraceDeleteCommand(root));
  }

  /** Options stand in the order in which we declare them, and not once more in the synopsis. */
  private static void readably(CommandLine command) {
    command.getCommandSpec().usageMessage().sortOptions(false).abbreviateSynopsis(true);
    command.getSubcommands().values().forEach(Cli::readably);
  }

  private int misused(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    String help = "See: %s --help".formatted(command.getCommandSpec().qualifiedName());
    Advice advice =
        new Advice(
            Advice.Kind.USAGE,
            misuse(failure),
            "",
            (similar(failure, arguments) + help).strip(),
            "");
    return tell(advice, Arrays.asList(arguments).contains("--json"));
  }

  private static String misuse(ParameterException failure) {
    if (failure instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
      String argument = unmatched.getUnmatched().getFirst();
      return failure.getCommandLine().getSubcommands().isEmpty()
          ? "'%s' is one argument too many.".formatted(argument)
          : "There is no command '%s'.".formatted(argument);
    }
    return sentence(String.valueOf(failure.getMessage()));
  }

  /** What a mistyped word may have been meant to be. */
  private static String similar(ParameterException failure, String[] arguments) {
    List<String> words =
        failure instanceof UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions()
            : List.of();
    return words.isEmpty()
        ? idWithHyphen(arguments)
        : "Did you mean '%s'? ".formatted(words.getFirst().replaceFirst("=.*", ""));
  }

  /** One credential id in 64 begins with a hyphen, which is in the alphabet of base64url. */
  private static String idWithHyphen(String[] arguments) {
    boolean mayBeId =
        Arrays.stream(arguments).anyMatch(it -> it.matches("-[A-Za-z0-9_][A-Za-z0-9_-]{2,}"));
    return mayBeId ? "Before an id that begins with a hyphen, put -- as a word of its own. " : "";
  }

  /** Help for a command that does not exist is no help. */
  private static int known(CommandLine.ParseResult parsed) {
    for (CommandLine.ParseResult it = parsed; it != null; it = it.subcommand()) {
      if (!it.unmatched().isEmpty()) {
        throw new UnmatchedArgumentException(it.commandSpec().commandLine(), it.unmatched());
      }
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  private int failed(Exception failure, CommandLine command) {
    boolean json =
        command.getCommand() instanceof TouchstoneCommand touchstone && touchstone.wantsJson();
    return switch (failure) {
      case Failure known -> tell(known.advice(), json);
      case SettingsException settings ->
          tell(
              new Advice(Advice.Kind.USAGE, String.valueOf(settings.getMessage()), "", "", ""),
              json);
      default -> tell(defect(failure), json);
    };
  }

  private int tell(Advice advice, boolean json) {
    int exitCode = exitCode(advice.kind());
    if (exitCode == ExitCode.INTERRUPTED && context.terminal().errIsTerminal()) {
      context.terminal().err().println(); // the terminal has just shown ^C
    }
    new Complaint(context.terminal()).print(advice);
    if (json) {
      Documents documents = new Documents();
      context.terminal().out().print(documents.text(documents.error(advice, exitCode)));
    }
    return exitCode;
  }

  /** Declining to give a PIN ends a ceremony too, but only Ctrl-C interrupts the process. */
  private int exitCode(Advice.Kind kind) {
    return switch (kind) {
      case FAILED -> ExitCode.FAILED;
      case USAGE -> ExitCode.USAGE;
      case CANCELLED ->
          context.cancellation().isCancelled() ? ExitCode.INTERRUPTED : ExitCode.FAILED;
    };
  }

  /** Whatever nobody foresaw: no stack trace for the person, all of it for the log. */
  private static Advice defect(Exception failure) {
    LoggerFactory.getLogger(Cli.class).error("A command ended by a defect", failure);
    return new Advice(
        Advice.Kind.FAILED,
        "This is a defect of the program: %s.".formatted(failure.getClass().getSimpleName()),
        "",
        "Please report it with the file touchstone.log in the data folder.",
        "");
  }

  private static String sentence(String text) {
    String trimmed = text.strip();
    return trimmed.endsWith(".") ? trimmed : trimmed + ".";
  }
}
