package dev.touchstone.app.usecase;

import dev.touchstone.app.usecase.KeyDescription.Fact;
import dev.touchstone.key.ctap.GetInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Facts in the making, each with the member of {@code authenticatorGetInfo} that it comes from. */
final class MemberFacts {

  private final GetInfo.Raw raw;
  private final List<Fact> facts = new ArrayList<>();

  MemberFacts(GetInfo.Raw raw) {
    this.raw = raw;
  }

  /** Something that is no member. */
  MemberFacts add(String name, String value, String meaning) {
    facts.add(new Fact(name, value, meaning));
    return this;
  }

  /** Always, with what the specification says where the key does not. */
  MemberFacts add(int member, String name, Object value, String meaning) {
    Optional<String> told = raw.value(member);
    String words =
        told.isPresent() || raw.members().isEmpty()
            ? meaning
            : (meaning + " (not told: the specification's value)").strip();
    facts.add(
        new Fact(name, String.valueOf(value), words, told.map(it -> raw(member, it)).orElse("")));
    return this;
  }

  /** Only if the key told it. */
  MemberFacts addIfTold(int member, String name, Object value, String meaning) {
    raw.value(member)
        .ifPresent(
            told -> facts.add(new Fact(name, String.valueOf(value), meaning, raw(member, told))));
    return this;
  }

  /** Only if there is one. */
  MemberFacts addList(int member, String name, List<String> values, String meaning) {
    if (!values.isEmpty()) {
      facts.add(
          new Fact(
              name,
              String.join(", ", values),
              meaning,
              raw.value(member).map(it -> raw(member, it)).orElse("")));
    }
    return this;
  }

  List<Fact> all() {
    return List.copyOf(facts);
  }

  private static String raw(int member, String value) {
    return "0x%02X: %s".formatted(member, value);
  }
}
