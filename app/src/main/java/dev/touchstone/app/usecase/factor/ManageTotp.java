package dev.touchstone.app.usecase.factor;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.account.Operators;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.account.Permission;
import dev.touchstone.rp.factor.totp.OtpAuth;
import dev.touchstone.rp.factor.totp.Totp;
import dev.touchstone.rp.factor.totp.account.TotpDevices;
import dev.touchstone.rp.failure.RelyingPartyException;
import java.util.List;
import java.util.Optional;

/**
 * Devices for one-time passwords, for users who are at the desk. Whoever sees a secret or a
 * recovery code can prove to be its owner: where operators sign in, that is for administrators, and
 * others who help take a device away.
 */
public final class ManageTotp {

  private final TotpDevices devices;
  private final Operators operators;

  public ManageTotp(RelyingParty relyingParty, Operators operators) {
    this.devices = relyingParty.totp();
    this.operators = operators;
  }

  private interface Work<T> {
    T run() throws RelyingPartyException;
  }

  /**
   * How it stands with a user.
   *
   * @throws Failure if there is no such user
   */
  public TotpDevices.State state(String user) throws Failure {
    return told(() -> devices.state(user));
  }

  /**
   * Begins.
   *
   * @param imported what a device knows already; empty for a new secret
   * @return what the device is told
   * @throws Failure if there is no such user, or they have a device
   */
  public OtpAuth enable(String user, Totp totp, Optional<OtpAuth> imported) throws Failure {
    operators.permit(Permission.ADMINISTER);
    return told(() ->
        devices.enable(
            user,
            imported.map(OtpAuth::totp).orElse(totp),
            imported.map(OtpAuth::secret),
            operators.caller()));
  }

  /**
   * What a device is told that is not confirmed yet.
   *
   * @throws Failure if there is none
   */
  public OtpAuth pending(String user) throws Failure {
    operators.permit(Permission.ADMINISTER);
    return told(() -> devices.pending(user));
  }

  /**
   * Makes it a factor.
   *
   * @return recovery codes, told this once
   * @throws Failure if the code is wrong
   */
  public List<String> confirm(String user, String code) throws Failure {
    operators.permit(Permission.ADMINISTER);
    return told(() -> devices.confirm(user, code, operators.caller()))
        .orElseThrow(() ->
            new Failure(
                new Advice(
                    Advice.Kind.FAILED,
                    "That is not the code that the device of '%s' shows now.".formatted(user),
                    "The device is not confirmed.",
                    "Check the clock of the device, wait for its next code, and type that.",
                    "")));
  }

  /**
   * Forgets device and recovery codes.
   *
   * @return false if there was none
   * @throws Failure if there is no such user
   */
  public boolean disable(String user) throws Failure {
    operators.permitHelp(user);
    return told(() -> devices.disable(user, operators.caller()));
  }

  /**
   * Makes recovery codes in the place of all before.
   *
   * @throws Failure if the user has no confirmed device
   */
  public List<String> recoveryCodes(String user) throws Failure {
    operators.permit(Permission.ADMINISTER);
    return told(() -> devices.newRecoveryCodes(user, operators.caller()));
  }

  private static <T> T told(Work<T> work) throws Failure {
    try {
      return work.run();
    } catch (RelyingPartyException e) {
      throw new Failure(Advisor.on(e), e);
    }
  }
}
