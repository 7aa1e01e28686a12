package dev.touchstone.rp.ceremony.authentication;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.CredentialRecord;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.ceremony.check.Finding;
import dev.touchstone.rp.ceremony.response.Piece;
import java.util.List;
import java.util.Optional;

/**
 * Steps 5 and 6 of WebAuthn Level 3 §7.2: a credential signs in nobody but its owner, whoever was
 * asked for and whatever the response says (YSA-2026-02).
 */
record UserSteps(AuthenticationEvidence evidence) {

  Finding allowed() {
    List<String> allowed = evidence.options().allowed();
    if (allowed.isEmpty()) {
      return Finding.notApplicable("The options allow every discoverable credential.");
    }
    String received = evidence.response().id().base64Url();
    Finding finding =
        allowed.contains(received)
            ? Finding.passed("The credential is in the allow list.")
            : Finding.failed("The credential is not in the allow list.");
    return finding.with("credential id", String.join(" or ", allowed), received);
  }

  Finding identified() {
    Optional<Bytes> asked = evidence.ceremony().userHandle();
    Optional<Bytes> told = evidence.response().userHandle();
    Finding finding = asked.isPresent() ? known(asked.get(), told) : nameless(told);
    return finding
        .with("user handle", shown(asked), shown(told))
        .with("owner of the credential", asked.or(() -> told).map(this::name).orElse(""), owner());
  }

  private Finding known(Bytes asked, Optional<Bytes> told) {
    if (told.isPresent() && !told.get().equals(asked)) {
      return Finding.failed("The response names another user than the one who was asked for.");
    }
    return owned(asked);
  }

  private Finding nameless(Optional<Bytes> told) {
    if (told.isEmpty()) {
      return Finding.failed("No user was asked for, and the response names none.");
    }
    if (evidence.stored().account(told.get()).isEmpty()) {
      return Finding.failed("The response names a user who is not known here.");
    }
    return owned(told.get());
  }

  private Finding owned(Bytes userHandle) {
    return switch (evidence.record()) {
      case Piece.Missing<CredentialRecord> missing ->
          Finding.failed("No credential with this id is registered; it may have been deleted.");
      case Piece.Present<CredentialRecord>(CredentialRecord record) ->
          record.userHandle().equals(userHandle)
              ? active(userHandle, record.credential())
              : Finding.failed("The credential belongs to somebody else.");
    };
  }

  private Finding active(Bytes userHandle, Credential credential) {
    Optional<User> user = evidence.stored().account(userHandle);
    if (user.isPresent() && user.get().status() == Status.DISABLED) {
      return Finding.failedThoughNotForTheLibrary(
          "The account of %s is disabled; somebody who looks after accounts can enable it."
              .formatted(user.get().name()));
    }
    if (credential.lost().isPresent()) {
      return Finding.failedThoughNotForTheLibrary(
          "The key of this credential was reported lost; the help desk can tell that it was"
              + " found.");
    }
    return Finding.passed("The credential belongs to %s.".formatted(name(userHandle)));
  }

  private String owner() {
    return evidence
        .record()
        .present()
        .map(record -> record.credential().userName())
        .orElse("(nobody)");
  }

  private String name(Bytes userHandle) {
    return evidence.stored().account(userHandle).map(User::name).orElse("(unknown user)");
  }

  private static String shown(Optional<Bytes> handle) {
    return handle.map(Bytes::base64Url).orElse("(none)");
  }
}
