package dev.touchstone.key.webauthn;

import dev.touchstone.key.ctap.KeyOptions;
import dev.touchstone.key.ctap.KeyOptions.Feature;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.uv.UserVerification;
import dev.touchstone.key.webauthn.failure.WebAuthnException.KeyUnsuitable;
import dev.touchstone.key.webauthn.option.UserVerificationRequirement;

/** Whether a ceremony has to verify the person before it sends its command. */
final class VerificationNeed {

  private final UserVerification userVerification;
  private final KeyOptions key;

  VerificationNeed(Conversation conversation, UserVerification userVerification) {
    this.userVerification = userVerification;
    this.key = conversation.info().options();
  }

  /** CTAP 2.3 §6.1.1: a key with a PIN wants it for discoverable ones, older keys for all. */
  boolean forRegistration(UserVerificationRequirement requirement, boolean residentKey)
      throws KeyUnsuitable {
    boolean keyWants = residentKey || !key.makeCredentialWithoutVerification();
    return needed(requirement, keyWants && userVerification.isPossible());
  }

  /** CTAP 2.3 §6.2.1: a key signs without, as far as the relying party agrees. */
  boolean forAuthentication(UserVerificationRequirement requirement) throws KeyUnsuitable {
    return needed(requirement, false);
  }

  private boolean needed(UserVerificationRequirement requirement, boolean keyWants)
      throws KeyUnsuitable {
    boolean wanted =
        switch (requirement) {
          case REQUIRED -> true;
          case PREFERRED -> userVerification.isPossible();
          case DISCOURAGED -> keyWants;
        };
    if ((wanted || key.alwaysUserVerification()) && !userVerification.isPossible()) {
      throw impossible();
    }
    return wanted || key.alwaysUserVerification();
  }

  private KeyUnsuitable impossible() {
    if (key.clientPin() == Feature.NOT_SET_UP && !key.noCeremoniesWithPin()) {
      return new KeyUnsuitable(
          "ConstraintError",
          "The person has to be verified, but this key has no PIN yet.",
          KeyUnsuitable.Remedy.SET_PIN);
    }
    return new KeyUnsuitable(
        "ConstraintError",
        key.builtInUserVerification() == Feature.NOT_SET_UP
            ? "The person has to be verified, but no fingerprint is enrolled on this key."
            : "The person has to be verified, but this key has no means for that.");
  }
}
