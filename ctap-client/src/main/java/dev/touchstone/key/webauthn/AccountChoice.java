package dev.touchstone.key.webauthn;

import dev.touchstone.key.ctap.GetAssertion;
import dev.touchstone.key.ctap.GetNextAssertion;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.Stopped;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.Interaction.Account;
import java.util.ArrayList;
import java.util.List;

/** When several discoverable credentials match, the person says which; CTAP 2.3 §6.3. */
record AccountChoice(Conversation conversation) {

  GetAssertion.Reply among(GetAssertion.Reply first) throws KeyException {
    if (first.numberOfCredentials() <= 1 || first.userSelected()) {
      return first;
    }
    List<GetAssertion.Reply> all = new ArrayList<>(List.of(first));
    while (all.size() < first.numberOfCredentials()) {
      all.add(conversation.send(new GetNextAssertion()));
    }
    int index =
        conversation.interaction().chooseAccount(all.stream().map(AccountChoice::account).toList());
    conversation.cancel().check();
    if (index < 0 || index >= all.size()) {
      throw new Stopped(Stopped.Why.CANCELLED);
    }
    return all.get(index);
  }

  private static Account account(GetAssertion.Reply reply) {
    return reply
        .user()
        .map(user -> new Account(user.id().base64Url(), user.name(), user.displayName()))
        .orElseGet(() -> new Account("", "", ""));
  }
}
