package dev.touchstone.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.app.usecase.CeremonyResult;
import dev.touchstone.app.usecase.ReplaceLostKey.State;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.desk.Enrolment;
import dev.touchstone.rp.desk.lost.Enrolments.Approved;
import dev.touchstone.rp.desk.lost.Enrolments.Listed;
import dev.touchstone.rp.desk.person.Hits;
import dev.touchstone.rp.desk.person.Overview;
import dev.touchstone.rp.desk.person.PersonFacts;
import java.util.List;
import java.util.Optional;

/** What the commands of {@code desk} and {@code operator} print with {@code --json}. */
final class DeskDocuments {

  private DeskDocuments() {}

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ObjectNode hits(Hits hits) {
    ObjectNode document = object();
    ArrayNode array = document.putArray("hits");
    hits.hits()
        .forEach(it -> {
          ObjectNode hit = array.addObject().put("by", it.by().word());
          hit.set("user", UserDocuments.user(it.user()));
        });
    return document.put("more", hits.more()).put("many", hits.many());
  }

  static ObjectNode overview(Overview overview, Documents documents) {
    PersonFacts facts = overview.facts();
    ObjectNode document = object();
    document.put("at", JsonTime.of(overview.at()));
    document.set("user", UserDocuments.user(facts.user()));
    ArrayNode warnings = document.putArray("warnings");
    overview
        .warnings()
        .forEach(it ->
            warnings
                .addObject()
                .put("kind", it.kind().word())
                .put("credential", it.credential().isEmpty() ? null : it.credential())
                .put("sentence", it.sentence()));
    ArrayNode credentials = document.putArray("credentials");
    facts
        .credentials()
        .forEach(it ->
            credentials.add(
                documents
                    .credential(it)
                    .put("serial", facts.serials().get(it.id()))
                    .put("lost", JsonTime.of(it.lost()))));
    document
        .putObject("factors")
        .put("mail", facts.mail())
        .put("device", facts.deviceSince().isPresent())
        .put("recoveryCodes", facts.recoveryCodes())
        .put("password", facts.password());
    ArrayNode requests = document.putArray("requests");
    facts.enrolments().forEach(it -> requests.add(request(it)));
    return document;
  }

  static ObjectNode requests(List<Listed> listed) {
    ObjectNode document = object();
    ArrayNode array = document.putArray("requests");
    listed.forEach(it -> array.add(request(it)));
    return document;
  }

  static ObjectNode request(Listed listed) {
    return request(listed.enrolment()).put("user", listed.user().name());
  }

  private static ObjectNode request(Enrolment it) {
    return object()
        .put("id", it.id())
        .put("state", it.state().word())
        .put("reason", it.reason())
        .put("asked", JsonTime.of(it.asked()))
        .put("askedBy", it.askedBy().name())
        .put("decided", JsonTime.of(it.decided().map(decision -> decision.when())))
        .put("decidedBy", it.decided().map(decision -> decision.by().name()).orElse(null))
        .put("expires", JsonTime.of(it.expires()));
  }

  static ObjectNode asked(boolean done, Optional<Listed> listed) {
    ObjectNode document = object().put("done", done);
    document.set("request", listed.map(DeskDocuments::request).orElse(null));
    return document;
  }

  static ObjectNode approved(Approved approved, Optional<String> link) {
    ObjectNode document = object().put("done", true).put("code", approved.code());
    link.ifPresent(it -> document.put("link", it));
    document.set("request", request(approved.listed()));
    ArrayNode stopped = document.putArray("stopped");
    approved.stopped().forEach(it -> stopped.add(it.id()));
    return document;
  }

  static ObjectNode lostKey(
      boolean done, String step, State state, Optional<CeremonyResult> ceremony, Documents json) {
    ObjectNode document = object().put("done", done).put("step", step);
    document.put("user", state.person().facts().user().name());
    document.put("credential", state.credential().id());
    document.put("stopped", state.stopped());
    ArrayNode provable = document.putArray("provable");
    state.provable().forEach(it -> provable.add(it.word()));
    document.set("ceremony", ceremony.map(json::ceremony).orElse(null));
    return document;
  }

  static ObjectNode operator(boolean demanded, Optional<User> user) {
    return object()
        .put("demanded", demanded)
        .put("operator", user.map(User::name).orElse(null))
        .put("role", user.map(it -> it.role().word()).orElse(null));
  }
}
