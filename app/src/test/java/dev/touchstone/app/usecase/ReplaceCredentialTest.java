package dev.touchstone.app.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.app.Wiring;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.ReplaceCredential.Order;
import dev.touchstone.app.virtual.Keys;
import dev.touchstone.app.virtual.PluggedKey;
import dev.touchstone.app.virtual.VirtualKeys;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two keys, one account, and everything that can go wrong between revoking and registering. */
@SuppressWarnings("NullAway.Init") // set before each test
final class ReplaceCredentialTest {

  @TempDir Path data;
  private Wiring wiring;
  private String old;

  @BeforeEach
  void register() throws Exception {
    PluggedKey first = new PluggedKey("hid-1", Keys.touched(KeyModels.TOUCHSTONE));
    PluggedKey second = new PluggedKey("hid-2", Keys.touched(KeyModels.TOUCHSTONE));
    wiring =
        new Wiring(
            Settings.usual(data), () -> new VirtualKeys(first, second), InstantSource.system());
    CeremonyResult result =
        wiring
            .registerCredential()
            .run(
                new RegisterCredential.Request(
                    Optional.of("hid-1"), RegistrationRequest.forUser("ada")),
                new NobodyWatches(),
                new Cancellation());
    assertThat(result.verdict().accepted()).isTrue();
    old = credentials().getFirst().id();
    var _ = wiring.labelCredential().apply(new LabelCredential.Request(old, "blue key"));
  }

  @AfterEach
  void close() {
    wiring.close();
  }

  @Test
  void theNewOneIsRegisteredAndThenTheOldOneRevoked() throws Exception {
    ReplaceCredential.Result result = replace("hid-2", Order.REGISTER_FIRST, new Cancellation());
    assertThat(result.revoked()).isTrue();
    assertThat(credentials())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.id()).isNotEqualTo(old);
          assertThat(it.label()).isEqualTo("blue key");
        });
  }

  @Test
  void whoBreaksOffKeepsWhatTheyHad() {
    Cancellation cancelled = new Cancellation();
    cancelled.cancel();
    assertThatThrownBy(() -> replace("hid-2", Order.REGISTER_FIRST, cancelled))
        .isInstanceOf(Failure.class);
    assertThat(credentials()).extracting(Credential::id).containsExactly(old);
  }

  @Test
  void aKeyThatHasOneAlreadyRefusesAndNothingIsLost() {
    assertThatThrownBy(() -> replace("hid-1", Order.REGISTER_FIRST, new Cancellation()))
        .isInstanceOf(Failure.class);
    assertThat(credentials()).extracting(Credential::id).containsExactly(old);
  }

  @Test
  void theSameKeyIsRegisteredAnewWhenTheOldOneIsRevokedFirst() throws Exception {
    var _ = replace("hid-1", Order.REVOKE_FIRST, new Cancellation());
    assertThat(credentials()).singleElement().extracting(Credential::id).isNotEqualTo(old);
  }

  @Test
  void whoRevokesFirstIsToldThatItIsGoneWhenTheRestFails() {
    assertThatThrownBy(() -> replace("no-such-key", Order.REVOKE_FIRST, new Cancellation()))
        .isInstanceOfSatisfying(
            Failure.class,
            it -> {
              assertThat(it.advice().cost()).startsWith("The old credential is revoked already");
              assertThat(it.advice().next()).startsWith("Register a key for ada.");
            });
    assertThat(credentials()).isEmpty();
  }

  @Test
  void whatIsNotThereIsNotReplaced() {
    assertThatThrownBy(() ->
            wiring
                .replaceCredential()
                .run(
                    new ReplaceCredential.Request(
                        "nonsense", Optional.empty(), Optional.empty(), Order.REVOKE_FIRST),
                    new NobodyWatches(),
                    new Cancellation()))
        .isInstanceOf(Failure.class);
    assertThat(credentials()).hasSize(1);
  }

  private ReplaceCredential.Result replace(String key, Order order, Cancellation cancellation)
      throws Failure {
    return wiring
        .replaceCredential()
        .run(
            new ReplaceCredential.Request(old, Optional.of(key), Optional.empty(), order),
            new NobodyWatches(),
            cancellation);
  }

  private List<Credential> credentials() {
    try {
      return wiring.listCredentials().run(Optional.empty());
    } catch (Failure e) {
      throw new AssertionError(e);
    }
  }
}
