package dev.touchstone.rp.attestation.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.attestation.comparison.ComparedMember.Verdict;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a key tells, member by member beside what its metadata statement says (FIDO Metadata
 * Statement 3.1 §3.10). A contradiction means that the key has other firmware than the statement
 * describes, or that it is not what it claims to be.
 *
 * @param members those that either of them names, in CTAP's order, unknown ones last
 */
public record StatementComparison(List<ComparedMember> members) {

  /** Set by people and administrators, not by the vendor (CTAP 2.3 §6.4). */
  private static final Set<String> STATEFUL_OPTIONS =
      Set.of("clientPin", "uv", "alwaysUv", "ep", "bioEnroll", "userVerificationMgmtPreview");

  public StatementComparison {
    members = List.copyOf(members);
  }

  /**
   * Compares.
   *
   * @param stated {@code authenticatorGetInfo} of the statement
   * @param told the key's answer, worded the same
   */
  public static StatementComparison of(ObjectNode stated, ObjectNode told) {
    List<ComparedMember> members = new ArrayList<>();
    for (Member member : Member.values()) {
      compare(member, stated.path(member.word()), told.path(member.word()), members);
    }
    Set<String> others = new LinkedHashSet<>();
    Stream.of(stated, told)
        .map(ObjectNode::fieldNames)
        .forEach(it -> it.forEachRemaining(others::add));
    for (String name : others) {
      if (Member.named(name).isEmpty()) {
        members.add(
            plain(name, stated.path(name), told.path(name), "This program does not know it."));
      }
    }
    return new StatementComparison(members);
  }

  /** Those in which the key contradicts its vendor, or leaves out what the vendor states. */
  public List<ComparedMember> contradictions() {
    return members.stream()
        .filter(it -> it.verdict() == Verdict.DIFFERENT || it.verdict() == Verdict.NOT_TOLD)
        .toList();
  }

  private static void compare(
      Member member, JsonNode stated, JsonNode told, List<ComparedMember> members) {
    if (stated.isMissingNode() && told.isMissingNode()) {
      return;
    }
    if (member.kind() == Member.Kind.OPTIONS && stated.isObject() && told.isObject()) {
      options(stated, told, members);
      return;
    }
    ComparedMember plain = plain(member.word(), stated, told, member.why());
    members.add(
        plain.verdict() == Verdict.DIFFERENT || plain.verdict() == Verdict.NOT_TOLD
            ? weighed(member, stated, told, plain)
            : plain);
  }

  private static ComparedMember weighed(
      Member member, JsonNode stated, JsonNode told, ComparedMember plain) {
    return switch (member.kind()) {
      case STATE -> with(plain, Verdict.STATE, member.why());
      case SET ->
          sorted(stated).equals(sorted(told)) && !told.isMissingNode()
              ? with(plain, Verdict.SAME, member.why())
              : with(plain, plain.verdict(), member.why() + lacking(stated, told));
      case ORDER ->
          sorted(stated).equals(sorted(told)) && !told.isMissingNode()
              ? with(plain, Verdict.DIFFERENT, member.why() + " The order is another.")
              : with(plain, plain.verdict(), member.why() + lacking(stated, told));
      case AT_LEAST ->
          told.isIntegralNumber() && told.longValue() > stated.asLong()
              ? with(plain, Verdict.SAME, "The key's is newer. " + member.why())
              : plain;
      case EXACT ->
          text(stated).replace("-", "").equalsIgnoreCase(text(told).replace("-", ""))
              ? with(plain, Verdict.SAME, member.why())
              : plain;
      case MAP, OPTIONS -> plain;
    };
  }

  private static void options(JsonNode stated, JsonNode told, List<ComparedMember> members) {
    Set<String> names = new TreeSet<>();
    stated.fieldNames().forEachRemaining(names::add);
    told.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      boolean stateful = STATEFUL_OPTIONS.contains(name);
      ComparedMember plain =
          plain(
              "options." + name,
              stated.path(name),
              told.path(name),
              stateful ? "It tells how this key is set up." : "What clients may ask of the key.");
      boolean differs = plain.verdict() != Verdict.SAME;
      members.add(stateful && differs ? with(plain, Verdict.STATE, plain.why()) : plain);
    }
  }

  private static ComparedMember plain(String name, JsonNode stated, JsonNode told, String why) {
    Verdict verdict;
    if (told.isMissingNode()) {
      verdict = Verdict.NOT_TOLD;
    } else if (stated.isMissingNode()) {
      verdict = Verdict.NOT_STATED;
    } else {
      verdict =
          Objects.equals(stated, told) || text(stated).equals(text(told))
              ? Verdict.SAME
              : Verdict.DIFFERENT;
    }
    return new ComparedMember(name, verdict, text(stated), text(told), why);
  }

  private static ComparedMember with(ComparedMember it, Verdict verdict, String why) {
    return new ComparedMember(it.name(), verdict, it.stated(), it.told(), why);
  }

  private static String lacking(JsonNode stated, JsonNode told) {
    Set<String> missing = sorted(stated);
    missing.removeAll(sorted(told));
    Set<String> more = sorted(told);
    more.removeAll(sorted(stated));
    return (missing.isEmpty() ? "" : " The key lacks %s.".formatted(String.join(", ", missing)))
        + (more.isEmpty() ? "" : " The key has %s besides.".formatted(String.join(", ", more)));
  }

  private static Set<String> sorted(JsonNode list) {
    Set<String> texts = new TreeSet<>();
    list.forEach(item -> texts.add(text(item)));
    return texts;
  }

  /** As people write it: lists with commas, an algorithm by its number. */
  private static String text(JsonNode value) {
    if (value.isMissingNode()) {
      return "";
    }
    if (value.isArray()) {
      List<String> items = new ArrayList<>();
      value.forEach(item -> items.add(text(item)));
      return String.join(", ", items);
    }
    if (value.isObject() && value.has("alg")) {
      return value.path("alg").asText();
    }
    if (value.isObject()) {
      List<String> pairs = new ArrayList<>();
      for (Iterator<String> names = value.fieldNames(); names.hasNext(); ) {
        String name = names.next();
        pairs.add(name + " " + text(value.path(name)));
      }
      return String.join(", ", pairs);
    }
    return value.asText().strip();
  }

  /** Such as {@code 2 contradictions}. */
  public String summary() {
    int many = contradictions().size();
    return many == 0
        ? "The key is what its vendor says."
        : String.format(
            Locale.ROOT,
            "The key contradicts its vendor in %d %s.",
            many,
            many == 1 ? "member" : "members");
  }
}
