package dev.touchstone.app.usecase.desk;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.account.AtTheDesk;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.desk.person.Overview;
import dev.touchstone.rp.desk.person.PersonFacts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A person on one sheet, for a printer or a screen. It holds no secret, and no code. */
public final class SummarySheet {

  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

  private final HelpPeople people;

  public SummarySheet(HelpPeople people) {
    this.people = people;
  }

  /**
   * Writes a file: text if its name ends so, or else HTML that any browser prints. That somebody
   * was handed out is in the audit trail.
   */
  public void write(String person, Path file) throws Failure {
    Overview overview = people.handOut(person);
    String content =
        file.toString().endsWith(".txt")
            ? String.join("\n", text(overview)) + "\n"
            : html(overview);
    AtTheDesk.run(() -> Files.writeString(file, content, StandardCharsets.UTF_8));
  }

  /** Line by line. */
  public static List<String> text(Overview overview) {
    List<String> lines = new ArrayList<>();
    lines.add(overview.facts().user().displayName());
    facts(overview).forEach(it -> lines.add("  %-16s %s".formatted(it.name(), it.value())));
    overview.warnings().forEach(it -> lines.add("  ! " + it.sentence()));
    for (Credential it : overview.facts().credentials()) {
      lines.add("");
      lines.add("Key " + (it.label().isEmpty() ? it.id() : it.label()));
      facts(it, overview.facts())
          .forEach(fact -> lines.add("  %-16s %s".formatted(fact.name(), fact.value())));
    }
    return lines;
  }

  /** A page without scripts. */
  public static String html(Overview overview) {
    StringBuilder page = new StringBuilder();
    page.append(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>%s</title>"
            .formatted(escaped(overview.facts().user().name())));
    page.append(
        """
        <style>body{font:11pt sans-serif;margin:2cm;color:#000;background:#fff}
        th{text-align:left;padding-right:1em;vertical-align:top;font-weight:normal;color:#444}
        td{overflow-wrap:anywhere}li{margin:.2em 0}h2{font-size:12pt;margin:1.2em 0 .3em}</style></head><body>
        """);
    page.append("<h1>%s</h1>".formatted(escaped(overview.facts().user().displayName())));
    table(facts(overview), page);
    if (!overview.warnings().isEmpty()) {
      page.append("<h2>Warnings</h2><ul>");
      overview
          .warnings()
          .forEach(it -> page.append("<li>%s</li>".formatted(escaped(it.sentence()))));
      page.append("</ul>");
    }
    for (Credential it : overview.facts().credentials()) {
      page.append(
          "<h2>Key %s</h2>".formatted(escaped(it.label().isEmpty() ? it.id() : it.label())));
      table(facts(it, overview.facts()), page);
    }
    return page.append("</body></html>\n").toString();
  }

  private record Fact(String name, String value) {}

  private static List<Fact> facts(Overview overview) {
    PersonFacts facts = overview.facts();
    User user = facts.user();
    List<Fact> all = new ArrayList<>();
    all.add(new Fact("Account", user.name()));
    all.add(
        new Fact("Name", (user.profile().firstName() + " " + user.profile().lastName()).strip()));
    all.add(
        new Fact(
            "E-mail",
            user.profile()
                .email()
                .map(
                    it -> it + (user.emailVerified().isPresent() ? ", verified" : ", not verified"))
                .orElse("")));
    all.add(new Fact("Role", user.role().word()));
    all.add(new Fact("Status", user.status().word()));
    all.add(new Fact("Last sign-in", moment(user.lastSignIn())));
    all.add(
        new Fact(
            "One-time codes",
            facts
                .deviceSince()
                .map(it -> "a device, %d recovery codes left".formatted(facts.recoveryCodes()))
                .orElse("no device")));
    all.add(new Fact("Password", facts.password() ? "yes" : "no"));
    all.add(new Fact("As of", MINUTES.format(overview.at())));
    return all.stream().filter(it -> !it.value().isEmpty()).toList();
  }

  private static List<Fact> facts(Credential it, PersonFacts facts) {
    List<Fact> all = new ArrayList<>();
    all.add(new Fact("Credential", it.id()));
    all.add(new Fact("Model", it.model().orElse("not known")));
    all.add(new Fact("Serial number", facts.serials().getOrDefault(it.id(), "")));
    all.add(new Fact("Made", MINUTES.format(it.created())));
    all.add(new Fact("Last used", moment(it.lastUsed())));
    all.add(new Fact("Counter", it.signCount() + (it.possibleClone() ? ", went back" : "")));
    all.add(new Fact("Reported lost", it.lost().map(MINUTES::format).orElse("")));
    return all.stream().filter(fact -> !fact.value().isEmpty()).toList();
  }

  private static void table(List<Fact> facts, StringBuilder page) {
    page.append("<table>");
    facts.forEach(it ->
        page.append(
            "<tr><th>%s</th><td>%s</td></tr>".formatted(escaped(it.name()), escaped(it.value()))));
    page.append("</table>");
  }

  private static String moment(Optional<Instant> when) {
    return when.map(MINUTES::format).orElse("never");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
