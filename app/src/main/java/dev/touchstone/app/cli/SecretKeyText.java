package dev.touchstone.app.cli;

import dev.touchstone.rp.secret.SecretKeys;
import java.util.ArrayList;
import java.util.List;

/** The keys of the secrets in words. */
final class SecretKeyText {

  private SecretKeyText() {}

  static List<String> lines(SecretKeys.State state) {
    List<String> lines = new ArrayList<>();
    if (state.ids().isEmpty()) {
      lines.add(
          "There is no key in %s yet; it is made with the first secret.".formatted(state.place()));
    }
    for (String id : state.ids()) {
      boolean current = id.equals(state.ids().getFirst());
      int count = state.secrets().getOrDefault(id, 0);
      lines.add(
          "%s  %s, %s"
              .formatted(
                  id,
                  current ? "encrypts now" : "encrypted before",
                  count == 1 ? "1 secret" : count + " secrets"));
    }
    if (!state.ids().isEmpty()) {
      lines.add("In %s.".formatted(Visible.line(state.place())));
    }
    state.secrets().keySet().stream()
        .filter(id -> !state.ids().contains(id))
        .forEach(id -> lines.add("The key %s is missing there.".formatted(Visible.line(id))));
    return lines;
  }
}
