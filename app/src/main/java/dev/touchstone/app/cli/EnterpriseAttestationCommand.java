package dev.touchstone.app.cli;

import dev.touchstone.key.manage.setting.EnableEnterpriseAttestation;
import dev.touchstone.key.manage.setting.SettingChange;
import picocli.CommandLine.Command;

/** {@code touchstone config enterprise-attestation} */
@Command(
    name = "enterprise-attestation",
    header = "Let the key tell certain relying parties which key it is",
    description = {"", "A reset alone takes it back.", ""})
final class EnterpriseAttestationCommand extends ChangeSettingCommand {

  EnterpriseAttestationCommand(RootCommand root) {
    super(root);
  }

  @Override
  SettingChange wish() {
    return new EnableEnterpriseAttestation();
  }
}
