package dev.touchstone.app.ui.accounts;

import dev.touchstone.app.ui.accounts.AccountDeeds.Proposal;
import dev.touchstone.app.ui.kit.Confirmation;
import dev.touchstone.app.ui.kit.CredentialTable;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.rp.admin.AccountChange;
import java.util.List;

/** Asks before something is changed or lost. */
final class ProposalQuestion {

  private ProposalQuestion() {}

  static Confirmation of(Proposal proposal, AccountDeeds deeds) {
    return switch (proposal) {
      case Proposal.LossOfCredential(var preview) ->
          new Confirmation(
              "Delete this credential?",
              List.of(
                  CredentialTable.name(preview.credential())
                      + " of "
                      + preview.credential().userName()
                      + " can no longer be used to sign in.",
                  preview.lastOfUser()
                      ? "It is the only credential of this user, who cannot sign in afterwards."
                      : "The user has other credentials to sign in with.",
                  "The key keeps its own half; nothing on the key changes."),
              "Delete credential",
              deeds::confirm,
              deeds::keep);
      case Proposal.LossOfUser(var preview) ->
          new Confirmation(
              "Delete " + preview.user().name() + "?",
              List.of(
                  "The account is deleted with "
                      + switch (preview.credentials().size()) {
                        case 0 -> "no credential.";
                        case 1 -> "its only credential.";
                        default ->
                            "all of its %d credentials.".formatted(preview.credentials().size());
                      },
                  "The keys keep their own halves; nothing on them changes."),
              "Delete user",
              deeds::confirm,
              deeds::keep);
      case Proposal.Change(AccountChange change, AccountDeeds.Apply _) ->
          new Confirmation(
                  "Change " + change.before().name() + "?",
                  change.fields().stream().map(ProposalQuestion::sentence).toList(),
                  "Change",
                  deeds::confirm,
                  deeds::keep)
              .otherwise("Cancel");
    };
  }

  private static String sentence(AccountChange.Field field) {
    String what = field.name().replace('_', ' ').replace("email", "e-mail address");
    return "%s: %s instead of %s."
        .formatted(Texts.capital(what), value(field.to()), value(field.from()));
  }

  private static String value(String text) {
    return text.isEmpty() ? "nothing" : "'" + text + "'";
  }
}
