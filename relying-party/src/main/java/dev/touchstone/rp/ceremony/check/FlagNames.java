package dev.touchstone.rp.ceremony.check;

import dev.touchstone.rp.attestation.statement.AuthenticatorData;
import dev.touchstone.rp.attestation.statement.AuthenticatorData.Flag;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** The flags of authenticator data as a person reads them (WebAuthn Level 3 §6.1). */
public final class FlagNames {

  private FlagNames() {}

  /** Such as {@code 0x45: UP UV AT}. */
  public static String of(AuthenticatorData data) {
    String names =
        Arrays.stream(Flag.values())
            .filter(data::has)
            .map(Flag::name)
            .collect(Collectors.joining(" "));
    return "0x"
        + HexFormat.of().toHexDigits((byte) data.flags())
        + ": "
        + (names.isEmpty() ? "none" : names);
  }
}
