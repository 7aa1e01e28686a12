package dev.touchstone.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.app.usecase.CeremonyResult;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.Profile;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.admin.AccountChange;
import dev.touchstone.rp.admin.Accounts.Belongings;
import dev.touchstone.rp.admin.transfer.ImportReport;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the commands of {@code users} print with {@code --json}; see {@code docs/json.md}. */
final class UserDocuments {

  private UserDocuments() {}

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ObjectNode users(List<User> users, boolean more) {
    ObjectNode document = object();
    ArrayNode array = document.putArray("users");
    users.forEach(it -> array.add(user(it)));
    return document.put("next", more ? users.getLast().name() : null);
  }

  static ObjectNode user(User user) {
    Profile person = user.profile();
    return object()
        .put("handle", user.handle())
        .put("name", user.name())
        .put("displayName", user.displayName())
        .put("firstName", person.firstName())
        .put("lastName", person.lastName())
        .put("email", person.email().orElse(null))
        .put("dateOfBirth", person.dateOfBirth().map(LocalDate::toString).orElse(null))
        .put("jobTitle", person.jobTitle())
        .put("role", user.role().word())
        .put("status", user.status().word())
        .put("emailVerified", JsonTime.of(user.emailVerified()))
        .put("created", JsonTime.of(user.created()))
        .put("lastSignIn", JsonTime.of(user.lastSignIn()))
        .put("credentials", user.credentials());
  }

  static ObjectNode changed(boolean done, AccountChange change) {
    ObjectNode document = object().put("done", done);
    ArrayNode changes = document.putArray("changes");
    change
        .fields()
        .forEach(it ->
            changes.addObject().put("field", it.name()).put("from", it.from()).put("to", it.to()));
    document.set("user", user(change.after()));
    return document;
  }

  static ObjectNode replaced(
      Credential old, boolean revoked, Optional<CeremonyResult> ceremony, Documents documents) {
    ObjectNode document = object().put("done", ceremony.isPresent()).put("revoked", revoked);
    document.set("old", documents.credential(old));
    document.set("ceremony", ceremony.map(documents::ceremony).orElse(null));
    return document;
  }

  static ObjectNode belongings(Belongings belongings, Documents documents) {
    ObjectNode document = object();
    document.set("user", user(belongings.user()));
    ArrayNode array = document.putArray("credentials");
    for (Credential it : belongings.credentials()) {
      ObjectNode credential = documents.credential(it);
      ArrayNode history = credential.putArray("history");
      it.history()
          .forEach(use ->
              history
                  .addObject()
                  .put("when", JsonTime.of(use.when()))
                  .put("signCount", use.signCount())
                  .put("backedUp", use.backedUp())
                  .put("address", use.address()));
      array.add(credential);
    }
    return document;
  }

  static ObjectNode imported(ImportReport report) {
    ObjectNode document =
        object()
            .put("stored", report.stored())
            .put("rows", report.rows())
            .put("good", report.good())
            .put("bad", report.problemsInAll());
    ArrayNode problems = document.putArray("problems");
    report
        .problems()
        .forEach(it -> {
          ObjectNode problem = problems.addObject().put("line", it.line()).put("name", it.name());
          ArrayNode sentences = problem.putArray("sentences");
          it.sentences().forEach(sentences::add);
        });
    return document;
  }
}
