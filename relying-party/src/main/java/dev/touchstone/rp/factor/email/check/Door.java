package dev.touchstone.rp.factor.email.check;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.CredentialUse;
import dev.touchstone.rp.account.EmailAddress;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.audit.address.Network;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.factor.email.Purpose;
import dev.touchstone.rp.factor.email.check.CodeResult.Refused;
import dev.touchstone.rp.factor.email.check.EmailCodes.Question;
import java.time.Instant;
import java.util.Optional;

/** Who asks from where, and what the audit trail is told of it. */
public final class Door {

  /** A person has a few: at home, at work, on the way. */
  private static final int KNOWN_NETWORKS = 5;

  private Door() {}

  /** A question by this caller about the address of an account, or of none. */
  static Question question(
      Records records,
      Purpose purpose,
      String subject,
      EmailAddress address,
      Optional<User> owner,
      Caller caller) {
    String network = Network.of(caller.address());
    boolean known = owner.isPresent() && isKnown(records, owner.get(), network);
    return new Question(purpose, subject, address, known, network);
  }

  /** Whether the owner of an account proved from this network who they are. */
  public static boolean isKnown(Records records, User owner, String network) {
    return records
            .networks()
            .of(Bytes.ofBase64Url(owner.handle()), KNOWN_NETWORKS)
            .contains(network)
        || records.credentials().of(owner.name()).stream()
            .map(Credential::history)
            .flatMap(history -> history.stream().map(CredentialUse::address))
            .anyMatch(address -> Network.of(address).equals(network));
  }

  /** From here on the network is known to be the owner's. */
  public static void remember(Records records, User owner, Caller caller, Instant now) {
    records.networks().seen(Bytes.ofBase64Url(owner.handle()), Network.of(caller.address()), now);
  }

  static void noteSent(
      Records records, String purpose, boolean sent, String subject, Caller caller, Instant now) {
    String event = AuditEvents.EMAIL_CODE_SEND;
    AuditEvent row =
        sent
            ? AuditEvent.succeeded(now, event, caller, subject)
            : AuditEvent.refused(
                now, event, caller, subject, "too many mails to this address today");
    records.audit().append(row.with("purpose", purpose));
  }

  static void note(
      Records records,
      String event,
      CodeResult result,
      String subject,
      Caller caller,
      Instant now) {
    records
        .audit()
        .append(
            switch (result) {
              case CodeResult.Accepted _ -> AuditEvent.succeeded(now, event, caller, subject);
              case Refused it ->
                  AuditEvent.refused(now, event, caller, subject, it.reason())
                      .with("compared", "" + it.compared());
            });
  }
}
