package dev.touchstone.app.cli;

import dev.touchstone.fixture.key.fault.FaultKind;
import dev.touchstone.fixture.key.fault.FaultKinds;
import dev.touchstone.fixture.key.fault.FaultParameter;
import dev.touchstone.fixture.key.fault.Trip;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** All faults with what can be set in them, as {@code lab fault --list} shows them. */
final class FaultCatalogue {

  private static final String INDENT = "  ";

  private FaultCatalogue() {}

  static List<String> text(Sheet sheet) {
    List<String> lines = new ArrayList<>();
    for (FaultKind kind : FaultKinds.all()) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.add(kind.name());
      indented(sheet, kind.sentence(), lines);
      for (FaultParameter parameter : kind.parameters()) {
        indented(sheet, told(parameter), lines);
      }
      indented(sheet, "%s; noticed by %s".formatted(kind.family().title(), trips(kind)), lines);
    }
    return lines;
  }

  private static void indented(Sheet sheet, String text, List<String> lines) {
    sheet.lines(text, sheet.columns() - INDENT.length()).forEach(line -> lines.add(INDENT + line));
  }

  private static String told(FaultParameter parameter) {
    String values =
        switch (parameter) {
          case FaultParameter.Whole whole ->
              "%d to %d, default %s".formatted(whole.least(), whole.most(), whole.standard());
          case FaultParameter.Choice choice ->
              "%s; default %s".formatted(String.join(", ", choice.words()), choice.standard());
          case FaultParameter.Text text -> "default " + text.standard();
          case FaultParameter.Uuid uuid -> "default " + uuid.standard();
        };
    return "\"%s\": %s (%s)".formatted(parameter.name(), parameter.meaning(), values);
  }

  private static String trips(FaultKind kind) {
    String trips = kind.trips().stream().map(Trip::toString).collect(Collectors.joining("; "));
    return switch (kind.noticedBy()) {
      case SERVER -> "the server: " + trips;
      case CLIENT -> "the client: " + trips;
      case NOBODY -> "nobody, passes " + trips;
    };
  }
}
