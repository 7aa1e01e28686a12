package dev.touchstone.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.rp.audit.AuditEvents;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentationTest {

  static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern TYPE_NAME = Pattern.compile("`([A-Z][a-z0-9]\\w*)`");

  /** Types of the specification and of the JDK, not ours. */
  private static final Set<String> OTHERS =
      Set.of("PublicKeyCredentialCreationOptionsJSON", "RegistrationResponseJSON", "String");

  @Test
  void everyTypeOnTheLifeOfARequestExists() throws IOException {
    Set<String> named = typesNamedIn(PROJECT.resolve("docs/life-of-a-request.md"));

    assertThat(named).hasSizeGreaterThan(30);
    assertThat(sourceFiles()).containsAll(named);
  }

  @Test
  void theTableOfFaultsIsThatOfTheCatalogue() throws IOException {
    assertThat(Files.readString(PROJECT.resolve("docs/virtual-key.md")))
        .contains(FaultTable.markdown());
  }

  @Test
  void theTableOfErrorsIsThatOfTheAdvice() throws IOException {
    assertThat(Files.readString(PROJECT.resolve("docs/errors.md"))).endsWith(ErrorTable.markdown());
  }

  @Test
  void everyEventOfTheAuditTrailIsOnItsPage() throws Exception {
    String page = Files.readString(PROJECT.resolve("docs/audit.md"));
    assertThat(events())
        .hasSizeGreaterThan(60)
        .allSatisfy(event -> assertThat(page).contains("`" + event + "`"));
  }

  private static List<String> events() throws IllegalAccessException {
    List<String> events = new ArrayList<>();
    for (Field field : AuditEvents.class.getFields()) {
      events.add((String) field.get(null));
    }
    return events;
  }

  @Test
  void everyTestAndModelOnThePageOfTheVirtualKeyExists() throws IOException {
    String page = Files.readString(PROJECT.resolve("docs/virtual-key.md"));
    Set<String> tests =
        typesNamedIn(PROJECT.resolve("docs/virtual-key.md")).stream()
            .filter(name -> name.endsWith("Test"))
            .collect(Collectors.toSet());

    assertThat(tests).hasSizeGreaterThan(20);
    assertThat(sourceFiles()).containsAll(tests);
    assertThat(KeyModels.all())
        .allSatisfy(model -> assertThat(page).contains("| `" + model.id() + "` |"));
  }

  /** A cell counts only if its test goes through all models on all wires. */
  @Test
  void everyCellOfTheTableOfOperationsNamesATestOnEveryWire() throws IOException {
    List<String> rows =
        Files.readAllLines(PROJECT.resolve("docs/keys.md")).stream()
            .dropWhile(line -> !line.startsWith("| Operation |"))
            .skip(2)
            .takeWhile(line -> line.startsWith("|"))
            .toList();

    assertThat(rows).isNotEmpty();
    for (String row : rows) {
      List<String> cells = List.of(row.substring(1).split("\\|"));
      assertThat(cells).as(row).hasSize(8).noneMatch(String::isBlank);
      for (String cell : cells.subList(5, 8)) {
        List<String> tests = TYPE_NAME.matcher(cell).results().map(it -> it.group(1)).toList();
        assertThat(tests).as(row).isNotEmpty();
        for (String test : tests) {
          assertThat(source(test)).as(test).contains("everyModelOnEveryWire");
        }
      }
    }
  }

  private static String source(String type) throws IOException {
    try (Stream<Path> files = Files.walk(PROJECT)) {
      Path file =
          files
              .filter(path -> path.endsWith(type + ".java"))
              .findFirst()
              .orElseThrow(() -> new AssertionError("there is no " + type));
      return Files.readString(file);
    }
  }

  private static Set<String> typesNamedIn(Path document) throws IOException {
    return TYPE_NAME
        .matcher(Files.readString(document))
        .results()
        .map(match -> match.group(1))
        .filter(name -> !OTHERS.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> sourceFiles() throws IOException {
    try (Stream<Path> files = Files.walk(PROJECT)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(Collectors.toSet());
    }
  }
}
