package dev.touchstone.app.ui.largeblobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.Wiring;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.ui.errand.Errand.Phase;
import dev.touchstone.app.ui.errand.Person.Prompt;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.KeyTurn;
import dev.touchstone.app.ui.largeblobs.LargeBlobsViewModel.Over;
import dev.touchstone.app.ui.largeblobs.LargeBlobsViewModel.State;
import dev.touchstone.app.usecase.BlobContent;
import dev.touchstone.app.virtual.BlobKeys;
import dev.touchstone.app.virtual.PluggedKey;
import dev.touchstone.app.virtual.VirtualKeys;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.key.manage.largeblob.LargeBlobListing;
import dev.touchstone.key.session.Pin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key with two credentials that can have a large blob, neither toolkit nor threads. */
@SuppressWarnings("NullAway.Init") // set before each test
final class LargeBlobsViewModelTest {

  private static final String PIN = "2468";

  @TempDir Path data;
  private final List<Pin> pins = new ArrayList<>();
  private VirtualKey key;
  private Wiring wiring;
  private LargeBlobsViewModel model;
  private Path file;

  @BeforeEach
  void open() throws Exception {
    key = BlobKeys.withCredentials(PIN, "ada", "bob");
    file = data.resolve("note.json");
    Files.writeString(file, "{\"colour\":\"blue\"}");
    wiring =
        new Wiring(
            Settings.usual(data),
            () -> new VirtualKeys(new PluggedKey("hid-1", key)),
            InstantSource.system());
    model = new LargeBlobsViewModel(wiring, Background.inline(), new KeyTurn());
    model
        .errand()
        .person()
        .promptProperty()
        .subscribe(prompt -> {
          if (prompt instanceof Prompt.PinWanted) {
            Pin typed = new Pin(PIN.toCharArray());
            pins.add(typed);
            model.errand().person().submitPin(typed);
          }
        });
    model.show(wiring.keys().list().run().getFirst());
  }

  @AfterEach
  void everyPinIsWiped() throws Exception {
    model.leave();
    wiring.close();
    key.close();
    assertThat(pins).allMatch(Pin::isDestroyed);
  }

  @Test
  void onePinServesTheListAWriteALookAndADeletion() {
    assertThat(model.stateProperty().get()).isInstanceOf(State.Locked.class);
    assertThat(pins).isEmpty();
    model.unlock();
    assertThat(listing().withoutBlob()).hasSize(2);

    model.askToWrite(listing().withoutBlob().getFirst(), file);
    assertThat(model.overProperty().get()).isInstanceOf(Over.Write.class);
    assertThat(listing().blobs()).isEmpty();
    model.confirm();
    assertThat(listing().blobs()).hasSize(1);

    model.read(listing().blobs().getFirst());
    assertThat(model.overProperty().get())
        .isInstanceOfSatisfying(
            Over.Content.class,
            shown -> {
              assertThat(shown.content().kind()).isEqualTo(BlobContent.Kind.JSON);
              assertThat(shown.content().text().orElseThrow()).contains("\"blue\"");
              assertThat(shown.toString()).doesNotContain("blue");
            });
    model.dismiss();

    model.askToDelete(listing().blobs().getFirst());
    model.dismiss();
    assertThat(listing().blobs()).hasSize(1);
    model.askToDelete(listing().blobs().getFirst());
    model.confirm();
    assertThat(listing().blobs()).isEmpty();
    assertThat(pins).hasSize(1);
  }

  @Test
  void whatADeletedCredentialLeftIsCollectedAfterAYes() throws Exception {
    model.unlock();
    model.askToWrite(listing().withoutBlob().getFirst(), file);
    model.confirm();
    model.leave();
    BlobKeys.deleteCredential(key, PIN, "ada");
    BlobKeys.deleteCredential(key, PIN, "bob");
    model.show(wiring.keys().list().run().getFirst());
    model.unlock();

    model.askToCollect();
    assertThat(listing().blobs()).hasSize(1);
    model.confirm();

    assertThat(listing().blobs()).isEmpty();
  }

  @Test
  void whatDoesNotFitIsAnAdviceAndTheListStays() throws Exception {
    byte[] noise = new byte[5000];
    new Random(1).nextBytes(noise);
    Files.write(file, noise);
    model.unlock();

    model.askToWrite(listing().withoutBlob().getFirst(), file);

    assertThat(model.errand().phaseProperty().get())
        .isInstanceOfSatisfying(
            Phase.Failed.class,
            failed -> assertThat(failed.advice().happened()).contains("does not fit"));
    model.errand().dismiss();
    assertThat(listing().blobs()).isEmpty();
  }

  private LargeBlobListing listing() {
    return ((State.Listed) model.stateProperty().get()).listing();
  }
}
