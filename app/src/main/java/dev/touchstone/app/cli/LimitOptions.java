package dev.touchstone.app.cli;

import dev.touchstone.app.settings.ServeSettings;
import dev.touchstone.rp.limit.Allowance;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How often strangers may try. */
final class LimitOptions {

  @Option(
      names = "--limit-per-address",
      paramLabel = "N/min",
      converter = AllowanceText.class,
      description =
          "How many halves of ceremonies one address may ask for, or none for no limit. Usually"
              + " 600/min, or serve.limit-per-address in settings.properties.")
  private @Nullable Allowance perAddress;

  @Option(
      names = "--limit-per-account",
      paramLabel = "N/min",
      converter = AllowanceText.class,
      description =
          "How many of them for one account, or none. Usually 30/min, or"
              + " serve.limit-per-account. Other addresses have their own: nobody is locked out.")
  private @Nullable Allowance perAccount;

  /** What is set, with what was chosen on the command line instead. */
  ServeSettings over(ServeSettings settings) {
    ServeSettings address =
        perAddress == null ? settings : settings.withLimitPerAddress(perAddress);
    return perAccount == null ? address : address.withLimitPerAccount(perAccount);
  }
}
