package dev.touchstone.app;

import dev.touchstone.fixture.key.fault.FaultFamily;
import dev.touchstone.fixture.key.fault.FaultKind;
import dev.touchstone.fixture.key.fault.FaultKinds;
import dev.touchstone.fixture.key.fault.FaultParameter;
import dev.touchstone.fixture.key.fault.Trip;
import java.util.stream.Collectors;

/** The catalogue of faults as {@code docs/virtual-key.md} shows it. */
final class FaultTable {

  private FaultTable() {}

  static String markdown() {
    StringBuilder text = new StringBuilder();
    for (FaultFamily family : FaultFamily.values()) {
      text.append("### %s%n%n".formatted(family.title()));
      text.append("| name | what the key does | noticed by | what it trips |\n|---|---|---|---|\n");
      FaultKinds.all().stream()
          .filter(kind -> kind.family() == family)
          .map(FaultTable::row)
          .forEach(text::append);
      text.append("\n");
    }
    return text.toString().stripTrailing();
  }

  private static String row(FaultKind kind) {
    return "| `%s`%s | %s | %s | %s |%n"
        .formatted(
            kind.name(),
            kind.parameters().stream().map(FaultTable::parameter).collect(Collectors.joining()),
            kind.sentence(),
            switch (kind.noticedBy()) {
              case SERVER -> "server";
              case CLIENT -> "client";
              case NOBODY -> "nobody";
            },
            kind.trips().stream().map(Trip::toString).collect(Collectors.joining("; ")));
  }

  private static String parameter(FaultParameter parameter) {
    String values =
        switch (parameter) {
          case FaultParameter.Whole whole ->
              "%d to %d, default %s".formatted(whole.least(), whole.most(), whole.standard());
          case FaultParameter.Choice choice ->
              "%s; default %s".formatted(String.join(", ", choice.words()), choice.standard());
          case FaultParameter.Text text -> "default %s".formatted(text.standard());
          case FaultParameter.Uuid uuid -> "default %s".formatted(uuid.standard());
        };
    return "<br>`%s`: %s (%s)".formatted(parameter.name(), parameter.meaning(), values);
  }
}
