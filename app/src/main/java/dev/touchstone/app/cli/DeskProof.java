package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.ReplaceLostKey.State;
import dev.touchstone.rp.factor.email.check.IdentityCheck.Proof;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** By what the person proves who they are. There is no option to leave that out. */
final class DeskProof {

  @Option(
      names = "--proof",
      paramLabel = "WORD",
      description =
          "email (a code to their verified address) or device (a one-time password or recovery"
              + " code). Usually email, where the address is verified.")
  private @Nullable Proof proof;

  @Option(
      names = "--send-code",
      description = "Send a code by mail and end; the next call takes it from standard input.")
  private boolean sendCode;

  boolean sendOnly() {
    return sendCode;
  }

  /** What was chosen, or the first that is possible. */
  Proof of(State state) throws Failure {
    if (state.provable().isEmpty() || (proof != null && !state.provable().contains(proof))) {
      throw new Failure(
          new Advice(
              Advice.Kind.FAILED,
              proof == null
                  ? "Nothing proves who they are: the address is not verified, and there is no"
                      + " device for one-time passwords."
                  : "That proof is not possible for this person.",
              "Nothing was changed.",
              "If there is no other proof, two operators decide: 'touchstone desk"
                  + " lost-everything'.",
              ""));
    }
    return proof == null ? state.provable().getFirst() : proof;
  }
}
