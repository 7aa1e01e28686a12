package dev.touchstone.app.cli;

import picocli.CommandLine;

/** Which command stands below which. */
final class CommandTree {

  private CommandTree() {}

  /**
   * All commands below the root.
   *
   * @param laboratory whether those of the laboratory are among them: to set up so many costs every
   *     start
   * @param traces whether those of the recorder are
   */
  static CommandLine of(RootCommand root, boolean laboratory, boolean traces) {
    return new CommandLine(root)
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
            new CommandLine(new DatabaseCommand(root)).addSubcommand(new MoveDatabaseCommand(root)))
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
}
