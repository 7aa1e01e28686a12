package dev.touchstone.key.ctap;

import java.util.List;
import java.util.OptionalInt;

/**
 * CTAP 2.3 §6.11 authenticatorConfig: changes a setting of the key. The subcommand vendorPrototype
 * is left out: only its vendor knows what it does.
 *
 * @param setting what is changed
 * @param proof needed where the key is protected by PIN or finger
 */
public record AuthenticatorConfig(Setting setting, Proof proof)
    implements CtapCommand<AuthenticatorConfig.Reply> {

  /** It is changed. */
  public record Reply() {}

  /** One subcommand. */
  public sealed interface Setting {

    /** As {@code authenticatorConfigCommands} of authenticatorGetInfo lists it. */
    int number();
  }

  /** §6.11.1: the key may tell certain relying parties which key it is. */
  public record EnableEnterpriseAttestation() implements Setting {
    @Override
    public int number() {
      return 0x01;
    }
  }

  /** §6.11.2: on if it is off, off if it is on. */
  public record ToggleAlwaysUv() implements Setting {
    @Override
    public int number() {
      return 0x02;
    }
  }

  /**
   * §6.11.4: the policy for PINs.
   *
   * @param newMinPinLength in code points, not less than now; empty leaves it as it is
   * @param minPinLengthRpIds who may be told the minimum length, in place of those before; empty
   *     leaves them as they are
   * @param forceChangePin the PIN has to be changed before it is taken again
   * @param pinComplexityPolicy PINs that are easy to guess are refused from now on
   */
  public record SetMinPinLength(
      OptionalInt newMinPinLength,
      List<String> minPinLengthRpIds,
      boolean forceChangePin,
      boolean pinComplexityPolicy)
      implements Setting {

    public SetMinPinLength {
      minPinLengthRpIds = List.copyOf(minPinLengthRpIds);
    }

    @Override
    public int number() {
      return 0x03;
    }
  }

  /** §6.11.5: a reset takes a long touch. */
  public record EnableLongTouchForReset() implements Setting {
    @Override
    public int number() {
      return 0x04;
    }
  }
}
