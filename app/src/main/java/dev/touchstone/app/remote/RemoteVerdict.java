package dev.touchstone.app.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.app.remote.JsonLink.Answer;
import dev.touchstone.rp.ceremony.CeremonyKind;
import dev.touchstone.rp.ceremony.Verdict;
import java.util.List;
import java.util.Optional;

/** What a server decided. It tells no steps; what it says is kept as its word. */
final class RemoteVerdict {

  private RemoteVerdict() {}

  static Verdict of(CeremonyKind kind, boolean accepted, String words) {
    return new Verdict(
        kind,
        accepted,
        List.of(),
        new Verdict.LibraryDecision(accepted, words),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** A refusal in the server's own words. */
  static Verdict refused(CeremonyKind kind, Answer answer) {
    String words = answer.words();
    return of(
        kind,
        false,
        "The server answered with status %d%s"
            .formatted(answer.status(), words.isEmpty() ? "." : ": " + words));
  }

  /** Whom the server speaks of, as far as it tells. */
  static String name(ObjectNode user) {
    for (String member : new String[] {"email", "name", "username", "id"}) {
      String text = user.path(member).asText("");
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "somebody";
  }
}
