package dev.touchstone.key.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.fixture.key.wire.card.CardInterface;
import dev.touchstone.key.CardInReader;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.PluggedIn;
import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.session.KeySession;
import dev.touchstone.key.session.RawSession;
import dev.touchstone.key.trace.compare.Comparison;
import dev.touchstone.key.trace.entry.Entry;
import dev.touchstone.key.trace.entry.Mask;
import dev.touchstone.key.trace.entry.PersonAct;
import dev.touchstone.key.trace.entry.Wire;
import dev.touchstone.key.trace.export.EntryText;
import dev.touchstone.key.trace.export.Format;
import dev.touchstone.key.trace.file.Filter;
import dev.touchstone.key.trace.file.Recording;
import dev.touchstone.key.trace.message.Names;
import dev.touchstone.key.trace.message.Words;
import dev.touchstone.key.trace.replay.Replay;
import dev.touchstone.key.trace.replay.Step;
import dev.touchstone.key.transport.KeyDevice;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecorderTest {

  @TempDir private Path folder;

  static Stream<Function<VirtualKey, KeyDevice>> wires() {
    return Stream.of(
        PluggedIn::new,
        key -> CardInReader.holding(key, CardInterface.CONTACT),
        key -> CardInReader.holding(key, CardInterface.CONTACTLESS));
  }

  private RecordedWorld world(Function<VirtualKey, KeyDevice> wire) throws Exception {
    return new RecordedWorld(folder, KeyModels.TOUCHSTONE, wire);
  }

  private static List<String> titles(List<Entry> entries) {
    return entries.stream().map(Words::title).toList();
  }

  @ParameterizedTest
  @MethodSource("wires")
  void everyWireTellsTheSameStoryInItsOrder(Function<VirtualKey, KeyDevice> wire) throws Exception {
    try (RecordedWorld world = world(wire)) {
      List<String> titles = titles(world.ceremonies().entries());

      assertThat(titles)
          .containsSubsequence(
              "key opened",
              "authenticatorGetInfo",
              "authenticatorGetInfo",
              "authenticatorClientPIN setPIN",
              "key closed",
              "key opened",
              "registration options sent",
              "PIN asked for",
              "PIN typed",
              "authenticatorClientPIN getPinUvAuthTokenUsingPinWithPermissions",
              "authenticatorMakeCredential",
              "authenticatorMakeCredential",
              "registration judged",
              "sign-in options sent",
              "authenticatorGetAssertion",
              "authenticatorGetAssertion",
              "key closed");
    }
  }

  @ParameterizedTest
  @MethodSource("wires")
  void whatIsSecretIsMaskedByNameAndKeepsItsLength(Function<VirtualKey, KeyDevice> wire)
      throws Exception {
    try (RecordedWorld world = world(wire)) {
      List<Mask> masks =
          world.ceremonies().entries().stream()
              .filter(Entry.Message.class::isInstance)
              .flatMap(it -> ((Entry.Message) it).masks().stream())
              .toList();

      assertThat(masks)
          .extracting(Mask::name)
          .contains(
              "newPinEnc",
              "pinHashEnc",
              "pinUvAuthToken",
              "pinUvAuthParam",
              "largeBlobKey",
              "saltEnc",
              "saltAuth",
              "hmac-secret");
      assertThat(masks)
          .filteredOn(it -> it.name().equals("newPinEnc"))
          .allMatch(it -> it.length() == 80);
    }
  }

  @Test
  void aMessageIsToldInDiagnosticNotationWithNames() throws Exception {
    try (RecordedWorld world = world(PluggedIn::new)) {
      Recording recording = world.ceremonies().recording();
      int[] commands =
          new Filter("", "authenticatorMakeCredential", false, false, "")
              .in(recording, () -> false);
      String detail = Words.detail(recording.get(commands[0]), Wire.REPORTS, Names.SHOWN);

      assertThat(detail)
          .contains("2 /rp/: {\"id\": \"example.com\"")
          .contains("\"ada@example.com\"")
          .contains("8 /pinUvAuthParam/: h'' /32 bytes masked/");
      assertThat(Words.outcome(recording.get(commands[1]))).isEqualTo("CTAP2_OK");
    }
  }

  @Test
  void aTextForOthersNamesTheKeyAndNobodyElse() throws Exception {
    try (RecordedWorld world = world(PluggedIn::new)) {
      Recording recording = world.ceremonies().recording();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Format.TEXT.write(recording, Filter.ALL.in(recording, () -> false), Names.HIDDEN, out);
      String text = out.toString(StandardCharsets.UTF_8);

      assertThat(text)
          .contains("FIDO_2_3 AAGUID 7f0c2f6e5b8a4d0e9c35746f75636873")
          .contains("authenticatorMakeCredential  CTAP2_OK")
          .doesNotContain("ada@example.com")
          .doesNotContain("Ada Lovelace")
          .doesNotContain("YWRh")
          .doesNotContain(RecordedWorld.PIN)
          .doesNotContain("c2VjcmV0LXNhbHQtZm9yLXByZg");
    }
  }

  @Test
  void thePersonsAnswersAreToldAndNeverThePin() throws Exception {
    try (RecordedWorld world = world(PluggedIn::new)) {
      List<Entry.Person> person =
          world.ceremonies().entries().stream()
              .filter(Entry.Person.class::isInstance)
              .map(Entry.Person.class::cast)
              .toList();

      assertThat(person)
          .extracting(Entry.Person::act)
          .contains(PersonAct.PIN_WANTED, PersonAct.PIN_GIVEN);
      assertThat(person.getFirst().sentence()).contains("Tries left: 8");
      assertThat(person.toString()).doesNotContain(RecordedWorld.PIN);
    }
  }

  @Test
  void anUnpluggedKeyLeavesItsTrouble() throws Exception {
    try (RecordedWorld world = world(PluggedIn::new)) {
      KeySession session = world.open();
      world.key.unplug();
      assertThatThrownBy(() -> session.send(new GetInfo(), world.person, world.cancel))
          .isInstanceOf(KeyException.class);
      session.close();

      assertThat(titles(world.entries())).endsWith("the wire failed", "key closed");
      assertThat(world.entries()).anyMatch(Entry::failed);
    }
  }

  @Test
  void whatNobodyCanReadIsMaskedWhole() throws Exception {
    KeyDevice babbling =
        CardInReader.answering(apdu ->
            apdu[1] == (byte) 0xa4
                ? "FIDO_2_0".concat("\u0090\0").getBytes(StandardCharsets.ISO_8859_1)
                : new byte[] {0, 0x58, 0x20, 1, 2, 3, 4, 5, 6, 7, 8, (byte) 0x90, 0});
    try (RecordedWorld world = world(key -> babbling)) {
      assertThatThrownBy(world::open).isInstanceOf(KeyException.class);
      Entry.Message reply =
          world.entries().stream()
              .filter(Entry.Message.class::isInstance)
              .map(Entry.Message.class::cast)
              .filter(it -> !it.facts().toKey() && it.facts().command() == 4)
              .findFirst()
              .orElseThrow();

      assertThat(reply.masks()).containsExactly(new Mask(1, 10, "what cannot be read"));
      assertThat(reply.packets().getLast().bytes())
          .containsSequence('*', '*', '*')
          .doesNotContain(5, 6);
    }
  }

  @Test
  void twoRunsOfTheSameAreTheSameButForWhatAlwaysDiffers() throws Exception {
    Recording one;
    Recording other;
    try (RecordedWorld world =
        new RecordedWorld(folder.resolve("1"), KeyModels.TOUCHSTONE, PluggedIn::new)) {
      one = world.ceremonies().recording();
    }
    try (RecordedWorld world =
        new RecordedWorld(folder.resolve("2"), KeyModels.TOUCHSTONE, PluggedIn::new)) {
      other = world.ceremonies().recording();
    }
    Comparison comparison = Comparison.of(one, other);

    assertThat(comparison.pairs()).hasSizeGreaterThan(8);
    assertThat(comparison.pairs())
        .allSatisfy(pair ->
            assertThat(pair.differences()).filteredOn(it -> !it.where().equals("time")).isEmpty());
  }

  @Test
  void whatAnotherKeyDoesDifferentlyIsTold() throws Exception {
    Recording one;
    Recording other;
    try (RecordedWorld world =
        new RecordedWorld(folder.resolve("1"), KeyModels.TOUCHSTONE, PluggedIn::new)) {
      world.open().close();
      one = world.recording();
    }
    try (RecordedWorld world =
        new RecordedWorld(
            folder.resolve("2"),
            KeyModels.TOUCHSTONE.with(model -> model.sizes(sizes -> sizes.withDiscoverable(3))),
            PluggedIn::new)) {
      world.open().close();
      other = world.recording();
    }

    assertThat(Comparison.of(one, other).pairs())
        .flatExtracting(Comparison.Pair::differences)
        .anyMatch(it ->
            it.where().equals("reply remainingDiscoverableCredentials")
                && it.left().equals("100")
                && it.right().equals("3"));
  }

  @Test
  void aReplaySendsWhatNeedsNoSecretAndSaysWhatItLeavesOut() throws Exception {
    try (RecordedWorld world = world(PluggedIn::new)) {
      Replay replay = Replay.plan(world.ceremonies().recording(), false);

      assertThat(replay.steps())
          .filteredOn(it -> it.title().equals("authenticatorMakeCredential"))
          .allMatch(it -> it.obstacle().contains("pinUvAuthParam"));
      assertThat(replay.steps())
          .filteredOn(Step::isSent)
          .noneMatch(Step::changes)
          .hasSizeGreaterThan(3);

      try (RecordedWorld fresh =
              new RecordedWorld(folder.resolve("fresh"), KeyModels.TOUCHSTONE, PluggedIn::new);
          RawSession session =
              new KeyRing(List.of(), fresh.recorder).openRaw(new PluggedIn(fresh.key))) {
        List<Replay.Outcome> outcomes = replay.run(session, fresh.person, fresh.cancel);

        assertThat(outcomes)
            .filteredOn(it -> it.step().title().equals("authenticatorClientPIN getPINRetries"))
            .allMatch(Replay.Outcome::same);
        assertThat(fresh.person.asked).isEmpty();
        assertThat(titles(fresh.entries())).contains("authenticatorClientPIN getPINRetries");
      }
    }
  }

  @Test
  void keepAlivesThatAreAlikeAreOneLine() throws Exception {
    try (RecordedWorld world = world(PluggedIn::new)) {
      Recording recording = world.ceremonies().recording();
      List<String> lines =
          new EntryText(recording, Names.SHOWN)
              .lines(Filter.ALL.in(recording, () -> false), EntryText.Detail.BRIEF);

      assertThat(lines.size()).isLessThanOrEqualTo(recording.size());
      assertThat(String.join("\n", lines)).contains("→ authenticatorGetInfo");
    }
  }
}
