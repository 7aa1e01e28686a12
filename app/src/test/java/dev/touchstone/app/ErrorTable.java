package dev.touchstone.app;

import dev.touchstone.app.advice.Code;
import dev.touchstone.app.advice.CodeBook;
import dev.touchstone.app.advice.Explanation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All codes with their advice, as {@code docs/errors.md} shows them. */
final class ErrorTable {

  private ErrorTable() {}

  static String markdown() {
    StringBuilder text = new StringBuilder();
    Map<Code.Family, List<Code>> families =
        CodeBook.all().stream()
            .collect(Collectors.groupingBy(Code::family, TreeMap::new, Collectors.toList()));
    families.forEach((family, codes) -> {
      text.append("## %s%n%n".formatted(heading(family)));
      text.append("| code | name | what happened | what to do |%n|---|---|---|---|%n".formatted());
      codes.stream().map(ErrorTable::row).forEach(text::append);
      text.append("\n");
    });
    return text.toString().stripTrailing() + "\n";
  }

  private static String heading(Code.Family family) {
    String words = family.words();
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String row(Code code) {
    String number = code.text().equals(code.name()) ? "" : "`" + code.text() + "`";
    Explanation explanation = Explanation.of(code);
    String remedies =
        explanation.cases().stream()
            .map(it ->
                it.when().isEmpty() ? it.next() : "**%s**: %s".formatted(it.when(), it.next()))
            .collect(Collectors.joining("<br>"));
    return "| %s | `%s` | %s | %s |%n".formatted(number, code.name(), code.happened(), remedies);
  }
}
