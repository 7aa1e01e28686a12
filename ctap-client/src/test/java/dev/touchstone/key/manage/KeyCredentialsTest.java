package dev.touchstone.key.manage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.fixture.client.BareClient;
import dev.touchstone.fixture.key.model.KeyFeature;
import dev.touchstone.fixture.key.model.KeyModel;
import dev.touchstone.fixture.key.state.Credential;
import dev.touchstone.key.EveryWire;
import dev.touchstone.key.EveryWire.Wire;
import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.ClientPin.Permission;
import dev.touchstone.key.ctap.KeyException.NotPossible;
import dev.touchstone.key.session.Pin;
import dev.touchstone.key.session.uv.HeldVerification;
import dev.touchstone.key.session.uv.TokenScope;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Listing, renaming and deleting on every model over every wire. */
final class KeyCredentialsTest {

  private static final String EVERYWHERE = "dev.touchstone.key.EveryWire#everyModelOnEveryWire";
  private static final String PIN = "c0rrect-h0rse";

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource(EVERYWHERE)
  void whatIsListedIsWhatTheKeyHolds(KeyModel model, Wire wire) throws Exception {
    try (EveryWire bench = EveryWire.to(model, wire)) {
      if (!manages(model)) {
        assertThatThrownBy(() -> list(bench)).isInstanceOf(NotPossible.class);
        assertThat(bench.person.asked).isEmpty();
        return;
      }
      fill(bench);

      KeyCredentials listed = list(bench);

      assertThat(listed.credentials())
          .extracting(it -> it.rp().id().orElseThrow())
          .containsExactly("one.example", "two.example");
      assertThat(listed.credentials().stream().map(KeyCredentialsTest::describe))
          .containsExactlyInAnyOrderElementsOf(
              held(bench).stream().map(KeyCredentialsTest::describe).toList());
      assertThat(listed.slots().existing()).hasValue(2);
      assertThat(listed.slots().remaining()).hasValue(model.sizes().discoverable() - 2);
      assertThat(listed.isIncomplete()).isFalse();
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource(EVERYWHERE)
  void onlyTheNamesThatWereGivenChange(KeyModel model, Wire wire) throws Exception {
    try (EveryWire bench = EveryWire.to(model, wire)) {
      if (!manages(model)) {
        return;
      }
      fill(bench);
      try (HeldVerification held = held()) {
        bench.person.typing(PIN);
        var rename = new RenameCredentialUser(bench.conversation(), held);
        StoredCredential first =
            new ListKeyCredentials(bench.conversation(), held).run().credentials().getFirst();

        var preview = rename.preview(first, Optional.of("grace"), Optional.empty());
        assertThat(nameOf(bench, first)).contains("ada");
        Optional<StoredCredential> after = rename.apply(preview);

        assertThat(nameOf(bench, first)).contains("grace");
        assertThat(after).isPresent();
        assertThat(after.get().user().name()).isEqualTo("grace");
        assertThat(after.get().user().displayName()).isEqualTo(first.user().displayName());
        assertThat(after.get().user().id()).isEqualTo(first.user().id());
      }
      assertThat(bench.person.asked).hasSize(1);
      assertThat(bench.person.typed).allMatch(Pin::isDestroyed);
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource(EVERYWHERE)
  void onlyTheOneThatWasNamedIsDeleted(KeyModel model, Wire wire) throws Exception {
    try (EveryWire bench = EveryWire.to(model, wire)) {
      if (!manages(model)) {
        return;
      }
      fill(bench);
      try (HeldVerification held = held()) {
        bench.person.typing(PIN);
        var delete = new DeleteKeyCredential(bench.conversation(), held);
        List<StoredCredential> before =
            new ListKeyCredentials(bench.conversation(), held).run().credentials();

        var preview = delete.preview(before.getFirst());
        assertThat(held(bench)).hasSize(2);
        delete.apply(preview);

        assertThat(held(bench)).hasSize(1);
        assertThat(new ListKeyCredentials(bench.conversation(), held).run().credentials())
            .containsExactly(before.getLast());
      }
    }
  }

  private static boolean manages(KeyModel model) {
    return model.has(KeyFeature.CREDENTIAL_MANAGEMENT)
        || model.has(KeyFeature.CREDENTIAL_MANAGEMENT_PREVIEW);
  }

  /** Two relying parties, by a client that nobody tests here. */
  private static void fill(EveryWire bench) throws Exception {
    for (String rpId : List.of("two.example", "one.example")) {
      var _ =
          new BareClient(bench.key, "https://" + rpId)
              .withPin(PIN)
              .register(
                  """
                  {"rp":{"id":"%s","name":"Example"},
                   "user":{"id":"%s","name":"ada","displayName":"Ada Lovelace"},
                   "challenge":"AAECAwQFBgcICQoLDA0ODw",
                   "pubKeyCredParams":[{"type":"public-key","alg":-7}],
                   "authenticatorSelection":
                     {"residentKey":"required","userVerification":"required"}}
                  """
                      .formatted(
                          rpId, Base64.getUrlEncoder().encodeToString(rpId.getBytes(UTF_8))));
    }
    bench.reopen();
  }

  private static KeyCredentials list(EveryWire bench) throws Exception {
    bench.person.typing(PIN);
    try (HeldVerification held = held()) {
      return new ListKeyCredentials(bench.conversation(), held).run();
    }
  }

  private static HeldVerification held() {
    return new HeldVerification(
        TokenScope.management(Permission.CREDENTIAL_MANAGEMENT), "A test looks around.");
  }

  private static List<Credential> held(EveryWire bench) {
    return bench.key.contents().credentials();
  }

  private static Optional<String> nameOf(EveryWire bench, StoredCredential credential) {
    return held(bench).stream()
        .filter(it -> Bytes.of(it.id().toByteArray()).equals(credential.id().bytes()))
        .findFirst()
        .flatMap(it -> it.residence().orElseThrow().user().name());
  }

  private static String describe(StoredCredential it) {
    return String.join(
        " ",
        it.rp().id().orElse(""),
        hex(it.id().bytes().toArray()),
        hex(it.user().id().toArray()),
        it.user().name(),
        it.user().displayName(),
        String.valueOf(it.publicKey().algorithm()));
  }

  private static String describe(Credential it) {
    var residence = it.residence().orElseThrow();
    return String.join(
        " ",
        residence.rpId(),
        hex(it.id().toByteArray()),
        hex(residence.user().id().toByteArray()),
        residence.user().name().orElse(""),
        residence.user().displayName().orElse(""),
        String.valueOf(it.algorithm().cose()));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
