package dev.touchstone.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.usecase.NobodyWatches;
import dev.touchstone.app.usecase.RegisterCredential;
import dev.touchstone.fixture.lab.LabKey;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

final class LaboratoryInTheWindowTest extends WindowTest {

  @Test
  void aNewKeyIsMadeAndStandsOnTheShelfPluggedIn() throws Exception {
    open();
    make("spare");
    awaitThat(() -> title().equals("spare"));
    LabKey key = wiring.laboratory().showLabKey().run("spare").key();
    assertThat(key.pluggedIn()).isTrue();
    assertThat(wiring.keys().list().run()).anyMatch(device -> device.id().equals("spare"));
  }

  @Test
  void aNameThatIsTakenIsAskedForAgainWithTheReason() {
    open();
    make("virtual");
    awaitShown("#lab-dialog .advice");
    assertThat(shown("#lab-dialog")).isTrue();
    robot.push(KeyCode.ESCAPE);
    awaitThat(() -> !shown("#lab-dialog"));
    assertThat(shelf().getItems()).hasSize(1);
  }

  @Test
  void aKeyIsPulledOutAndPluggedInAgain() throws Exception {
    open();
    click("#lab-power");
    awaitThat(() -> !wiring.laboratory().showLabKey().run("virtual").key().pluggedIn());
    awaitThat(() -> words("#lab-touch-words").equals("No power"));
    click("#lab-power");
    awaitThat(() -> wiring.laboratory().showLabKey().run("virtual").key().pluggedIn());
  }

  @Test
  void theContactLightsUpAndAClickTouchesTheKey() throws Exception {
    open();
    CompletableFuture<Boolean> accepted = registered("ada");
    awaitThat(() -> words("#lab-touch-words").startsWith("It blinks"));
    click("#lab-touch");
    assertThat(accepted.get(60, TimeUnit.SECONDS)).isTrue();
    awaitThat(() -> !words("#lab-touch-words").startsWith("It blinks"));
    awaitThat(() -> log().getItems().size() > 3);
  }

  @Test
  void aTouchCanBeDeclined() throws Exception {
    open();
    CompletableFuture<Boolean> accepted = registered("ada");
    awaitThat(() -> words("#lab-touch-words").startsWith("It blinks"));
    click("#lab-decline");
    assertThat(accepted.get(60, TimeUnit.SECONDS)).isFalse();
  }

  @Test
  void aFaultIsSwitchedOnAndTheRelyingPartyNoticesIt() throws Exception {
    open();
    robot.interact(() -> tabs().getSelectionModel().select(2));
    click("#lab-fault-search");
    robot.write("wrong-rp-id");
    click("#fault-wrong-rp-id");
    awaitThat(() -> faults("virtual").equals(List.of("wrong-rp-id")));
    CompletableFuture<Boolean> accepted = registered("ada");
    awaitThat(() -> words("#lab-touch-words").startsWith("It blinks"));
    click("#lab-touch");
    assertThat(accepted.get(60, TimeUnit.SECONDS)).isFalse();
  }

  @Test
  void aScriptThatMakesNoSenseIsRefusedWithTheReasonAndNothingIsApplied() throws Exception {
    open();
    robot.interact(() -> tabs().getSelectionModel().select(2));
    click("#lab-fault-json");
    awaitShown("#lab-fault-script");
    robot.interact(() ->
        ((TextArea) shell.lookup("#lab-fault-script")).setText("[{\"fault\": \"nonsense\"}]"));
    click("#lab-fault-apply");
    awaitShown("#lab-fault-mistake");
    assertThat(words("#lab-fault-mistake")).contains("nonsense");
    assertThat(faults("virtual")).isEmpty();
  }

  @Test
  void aCloneIsMadeAndThrownAwayAfterAQuestionOnly() throws Exception {
    open();
    click("#lab-clone");
    awaitShown("#lab-name");
    click("#lab-make-clone");
    awaitThat(() -> title().equals("virtual-clone"));
    assertThat(shelf().getItems()).hasSize(2);
    // A clone lies unplugged on the shelf; a key that is plugged in cannot be thrown away.
    click("#lab-remove");
    awaitShown("#confirm");
    robot.push(KeyCode.ESCAPE);
    awaitThat(() -> !shown("#confirm"));
    assertThat(wiring.laboratory().listLabKeys().run()).hasSize(2);
    click("#lab-remove");
    click("#confirm");
    awaitThat(() -> shelf().getItems().size() == 1);
    assertThat(wiring.laboratory().listLabKeys().run()).hasSize(1);
  }

  @Test
  void aKeyIsReachedByUdpUntilItsWireIsClosed() throws Exception {
    open();
    // The screen before this one may have the key open for a moment yet.
    awaitThat(() -> shelf().getItems().stream().allMatch(key -> key.damage().isEmpty()));
    robot.interact(() -> tabs().getSelectionModel().select(3));
    awaitShown("#lab-udp-port");
    robot.interact(() -> ((TextField) shell.lookup("#lab-udp-port")).setText("port"));
    click("#lab-wire-udp");
    awaitShown("#lab-wire-mistake-udp");
    robot.interact(() -> ((TextField) shell.lookup("#lab-udp-port")).setText("0"));
    robot.interact(() -> ((TextField) shell.lookup("#lab-udp-reply-port")).setText("0"));
    click("#lab-wire-udp");
    awaitThat(() -> words("#lab-wire-udp").equals("Close"));
    click("#lab-wire-udp");
    awaitThat(() -> words("#lab-wire-udp").equals("Open"));
  }

  @Test
  void metadataIsWrittenWithTheStatusThatWasChosen() throws Exception {
    open();
    click("#lab-trust");
    awaitShown("#lab-status-tiny");
    robot.interact(
        () -> ((ComboBox<?>) shell.lookup("#lab-status-tiny")).getSelectionModel().select(4));
    click("#lab-write-metadata");
    awaitThat(() -> shell.lookup("#lab-trust-outcome .copyable") != null);
    String blob = Files.readString(wiring.settings().data().resolve("laboratory-metadata.jwt"));
    String payload =
        new String(Base64.getUrlDecoder().decode(blob.split("\\.", -1)[1]), StandardCharsets.UTF_8);
    assertThat(payload).contains("\"REVOKED\"").contains("FIDO_CERTIFIED_L1");
  }

  @Test
  void aDamagedKeySaysSoAndTheOthersGoOnWorking() throws Exception {
    open();
    make("broken");
    awaitThat(() -> title().equals("broken"));
    click("#lab-power");
    awaitThat(() -> !wiring.laboratory().showLabKey().run("broken").key().pluggedIn());
    Path json = cardOf("broken");
    Files.write(json, "{".getBytes(StandardCharsets.UTF_8));
    go(KeyCode.DIGIT1);
    go(KeyCode.DIGIT6);
    awaitThat(() -> shelf().getItems().stream().anyMatch(key -> key.damage().isPresent()));
    awaitThat(() -> shelf().getItems().stream().anyMatch(LabKey::pluggedIn));
    assertThat(Files.readString(json)).isEqualTo("{");
  }

  private Path cardOf(String name) throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      return files
          .filter(file -> file.endsWith(Path.of(name, "key.json")))
          .findFirst()
          .orElseThrow();
    }
  }

  private void open() {
    go(KeyCode.DIGIT6);
    awaitShown(".key-bench");
  }

  private void make(String name) {
    click("#lab-new");
    click("#lab-name");
    robot.write(name);
    click("#lab-make");
  }

  private CompletableFuture<Boolean> registered(String user) {
    CompletableFuture<Boolean> accepted = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            accepted.complete(
                wiring
                    .registerCredential()
                    .run(
                        new RegisterCredential.Request(
                            Optional.of("virtual"), RegistrationRequest.forUser(user)),
                        new NobodyWatches(),
                        new Cancellation())
                    .verdict()
                    .accepted());
          } catch (Exception e) {
            accepted.complete(false);
          }
        });
    return accepted;
  }

  private List<String> faults(String name) throws Exception {
    return wiring.laboratory().setLabFaults().now(name).names();
  }

  private String title() {
    return words("#lab-key-name");
  }

  private String words(String query) {
    return shell.lookup(query) instanceof Labeled labeled ? labeled.getText() : "";
  }

  private TabPane tabs() {
    return (TabPane) shell.lookup("#lab-tabs");
  }

  @SuppressWarnings("unchecked")
  private ListView<LabKey> shelf() {
    return (ListView<LabKey>) shell.lookup("#shelf");
  }

  private ListView<?> log() {
    return (ListView<?>) shell.lookup("#lab-log");
  }
}
