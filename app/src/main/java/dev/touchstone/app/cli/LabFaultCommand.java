package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.SetLabFaults;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.fixture.key.fault.FaultKind;
import dev.touchstone.fixture.key.fault.FaultKinds;
import dev.touchstone.fixture.key.fault.FaultScript;
import dev.touchstone.fixture.key.fault.FaultScriptException;
import dev.touchstone.fixture.key.fault.ScriptedFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code touchstone lab fault} */
@Command(
    name = "fault",
    header = "Switch faults of a virtual key on and off",
    description = {
      "",
      "Without an option it says which are on. A fault is a name that --list has, or JSON with its"
          + " parameters and with when it is due. The same script with the same seed does the same"
          + " again.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone lab fault --list",
      "  touchstone lab fault ada --add counter-stuck",
      "  touchstone lab fault ada --add '{\"fault\": \"counter-back\", \"by\": 5}'",
      "  touchstone lab fault ada --script faults.json --seed 7",
      "  touchstone lab fault ada --clear"
    })
final class LabFaultCommand extends TouchstoneCommand {

  private static final long LONGEST_SCRIPT = 1 << 20;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME",
      description = "The key, as 'lab list' has it; none is needed with --list.")
  private @Nullable String name;

  @Option(
      names = "--add",
      paramLabel = "FAULT",
      description = "One more fault, by name or as JSON; may be repeated.")
  private List<String> added = new ArrayList<>();

  @Option(
      names = "--script",
      paramLabel = "FILE",
      description = "The faults of this JSON file and no others.")
  private @Nullable Path script;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Decides about faults that are due by chance.")
  private @Nullable Long seed;

  @Option(names = "--clear", description = "No faults; with --add, no others.")
  private boolean clear;

  @Option(
      names = "--list",
      description = "What faults there are, with what they are meant to trip.")
  private boolean list;

  LabFaultCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    if (list) {
      answer(
          _ -> LabDocuments.faultKinds(FaultKinds.all()), FaultCatalogue.text(terminal().sheet()));
      return ExitCode.DONE;
    }
    String key = name;
    if (key == null) {
      throw usage("Which key is not said.", "Name one, or ask for --list.");
    }
    SetLabFaults faults = useCases.laboratory().setLabFaults();
    FaultScript before = faults.now(key);
    FaultScript wanted = wanted(key, before);
    FaultScript now = wanted.equals(before) ? before : faults.run(key, wanted);
    answer(_ -> LabDocuments.faults(key, now), text(key, now));
    return ExitCode.DONE;
  }

  private FaultScript wanted(String key, FaultScript before) throws Failure {
    FaultScript base = clear ? FaultScript.NONE : before;
    if (script != null) {
      base = parsed(read(script));
    }
    List<ScriptedFault> all = new ArrayList<>(base.faults());
    for (String fault : added) {
      String json =
          fault.strip().startsWith("{") ? fault : "{\"fault\": \"%s\"}".formatted(word(fault));
      all.addAll(parsed("[" + json + "]").faults());
    }
    if (seed != null && all.isEmpty()) {
      throw usage(
          "There is nothing for the seed: %s has no faults.".formatted(key),
          "Add one in the same command: touchstone lab fault %s --add FAULT --seed %d"
              .formatted(key, seed));
    }
    return new FaultScript(seed == null ? base.seed() : seed, all);
  }

  /** What is no name shall not become JSON either. */
  private static String word(String fault) throws Failure {
    if (!fault.matches("[a-z0-9-]{1,60}")) {
      throw usage(
          "'%s' is not the name of a fault.".formatted(fault), "See: touchstone lab fault --list");
    }
    return fault;
  }

  private static String read(Path file) throws Failure {
    try {
      if (Files.size(file) > LONGEST_SCRIPT) {
        throw usage("%s is too long for a fault script.".formatted(file), "");
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new Failure(
          new Advice(
              Advice.Kind.USAGE,
              "The fault script %s cannot be read.".formatted(file),
              "",
              "Check that it is there and that it is a text file in UTF-8.",
              ""),
          e);
    }
  }

  private static FaultScript parsed(String json) throws Failure {
    try {
      return FaultScript.parse(json);
    } catch (FaultScriptException e) {
      throw new Failure(
          new Advice(
              Advice.Kind.USAGE,
              String.valueOf(e.getMessage()),
              "",
              "See: touchstone lab fault --list",
              ""),
          e);
    }
  }

  private List<String> text(String key, FaultScript now) {
    if (now.isEmpty()) {
      return List.of("%s has no faults.".formatted(key));
    }
    List<String> lines = new ArrayList<>();
    lines.add("%s has these faults (seed %d):".formatted(key, now.seed()));
    for (ScriptedFault fault : now.faults()) {
      FaultKind kind = fault.fault().kind();
      lines.addAll(
          Paragraph.lines(
              "  %s: %s".formatted(kind.name(), kind.sentence()), terminal().columns()));
    }
    return lines;
  }

  private static Failure usage(String happened, String next) {
    return new Failure(new Advice(Advice.Kind.USAGE, happened, "", next, ""));
  }
}
