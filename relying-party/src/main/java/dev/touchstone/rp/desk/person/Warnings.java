package dev.touchstone.rp.desk.person;

import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.desk.person.Warning.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with an account: the rules, all in one place. */
final class Warnings {

  private static final Duration IDLE = Duration.ofDays(365);
  private static final int FEW_CODES = 3;

  private final List<Warning> found = new ArrayList<>();

  private Warnings() {}

  static List<Warning> of(PersonFacts facts, Instant now) {
    Warnings warnings = new Warnings();
    warnings.account(facts, now);
    warnings.keys(facts.credentials(), now);
    warnings.address(facts.user());
    warnings.device(facts);
    if (!facts.provable()) {
      warnings.add(
          Kind.NO_IDENTITY_CHECK,
          "Neither a verified address nor a device for one-time passwords: a lost key can only be"
              + " replaced with the approval of a second operator.");
    }
    warnings.found.sort(Comparator.comparing(Warning::kind));
    return warnings.found;
  }

  private void account(PersonFacts facts, Instant now) {
    if (facts.user().status() == Status.DISABLED) {
      add(Kind.DISABLED, "The account is disabled: no key signs in.");
    }
    if (facts.enrolments().stream().anyMatch(it -> it.isOpen(now))) {
      add(Kind.ENROLMENT_OPEN, "Somebody asked for a new key because everything is lost.");
    }
  }

  private void keys(List<Credential> credentials, Instant now) {
    List<Credential> usable = credentials.stream().filter(it -> it.lost().isEmpty()).toList();
    if (usable.isEmpty()) {
      add(Kind.NO_KEY, "No key that signs in.");
    } else if (usable.size() == 1 && !usable.getFirst().backedUp()) {
      add(Kind.NO_BACKUP_KEY, "One key only: when it is lost, nobody gets in.");
    }
    for (Credential it : credentials) {
      if (it.lost().isPresent()) {
        add(
            Kind.KEY_LOST,
            it,
            "was reported lost and signs nobody in; replace it, or say that it was found.");
      }
      if (it.possibleClone()) {
        add(
            Kind.COUNTER_WENT_BACK,
            it,
            "has a counter that went back: there may be a copy of this key.");
      }
      if (!it.trusted()) {
        add(Kind.UNTRUSTED_MODEL, it, "is of a model that nobody vouched for when it was made.");
      }
      if (it.lastUsed().orElse(it.created()).plus(IDLE).isBefore(now)) {
        add(Kind.KEY_IDLE, it, "was not used for a year; ask whether the key is still there.");
      }
    }
  }

  private void address(User user) {
    if (user.profile().email().isEmpty()) {
      add(Kind.NO_EMAIL, "No e-mail address.");
    } else if (user.emailVerified().isEmpty()) {
      add(Kind.EMAIL_UNVERIFIED, "The e-mail address is not verified: it may be anybody's.");
    }
  }

  private void device(PersonFacts facts) {
    if (facts.device() && facts.deviceSince().isEmpty()) {
      add(
          Kind.DEVICE_UNCONFIRMED,
          "A device for one-time passwords waits for its first code, and is no factor yet.");
    }
    if (facts.deviceSince().isPresent()) {
      if (facts.recoveryCodes() == 0) {
        add(Kind.NO_RECOVERY_CODES, "No recovery code is left.");
      } else if (facts.recoveryCodes() <= FEW_CODES) {
        add(
            Kind.FEW_RECOVERY_CODES,
            facts.recoveryCodes() == 1
                ? "One recovery code is left."
                : "%d recovery codes are left.".formatted(facts.recoveryCodes()));
      }
    }
  }

  private void add(Kind kind, String sentence) {
    found.add(new Warning(kind, "", sentence));
  }

  private void add(Kind kind, Credential credential, String what) {
    String name =
        credential.label().isEmpty()
            ? "The key " + credential.id().substring(0, Math.min(8, credential.id().length())) + "…"
            : "The key '%s'".formatted(credential.label());
    found.add(new Warning(kind, credential.id(), name + " " + what));
  }
}
