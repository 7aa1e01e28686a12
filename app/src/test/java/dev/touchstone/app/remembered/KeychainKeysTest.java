package dev.touchstone.app.remembered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.Settings;
import dev.touchstone.rp.attestation.TrustAnchors;
import dev.touchstone.rp.failure.RelyingPartyException.SecretUnreadable;
import dev.touchstone.rp.secret.key.KeyPlace;
import dev.touchstone.rp.store.DatabaseLocation;
import dev.touchstone.rp.token.jwt.TokenKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys of the relying party's secrets in a keychain that is kept in memory. */
final class KeychainKeysTest {

  /** As long as the desktop is there. */
  private static final class InMemory implements Keychain {
    private Optional<String> entry = Optional.empty();

    @Override
    public Optional<String> read() {
      return entry;
    }

    @Override
    public boolean write(String secret) {
      entry = Optional.of(secret);
      return true;
    }

    @Override
    public void delete() {
      entry = Optional.empty();
    }
  }

  @TempDir private Path folder;
  private final InMemory keychain = new InMemory();

  @Test
  void whatOneProgramEncryptsTheNextOneReads() throws Exception {
    String id = signingKey(keychain);
    assertThat(keychain.read()).isPresent();
    assertThat(folder.resolve("secret.key")).doesNotExist();
    assertThat(signingKey(keychain)).isEqualTo(id);
    assertThat(Files.readString(folder.resolve("touchstone.db"), StandardCharsets.ISO_8859_1))
        .doesNotContain(keychain.read().orElseThrow());
  }

  @Test
  void theKeyIsRotatedInTheKeychain() throws Exception {
    String id = signingKey(keychain);
    String before = keychain.read().orElseThrow();
    try (RelyingParty rp = open(keychain)) {
      rp.secretKeys().rotate();
      rp.secretKeys().forgetOld();
    }
    assertThat(keychain.read()).isPresent().get().isNotEqualTo(before);
    assertThat(signingKey(keychain)).isEqualTo(id);
  }

  @Test
  void aKeychainThatIsLockedOrLostGetsNoNewKeyInTheOldOnesPlace() throws Exception {
    signingKey(keychain);
    keychain.delete();
    assertThatThrownBy(() -> signingKey(keychain)).isInstanceOf(SecretUnreadable.class);
    assertThat(keychain.read()).isEmpty();
  }

  @Test
  void anEntryOfSomethingElseIsToldAndStays() {
    keychain.write("my password");
    assertThatThrownBy(() -> signingKey(keychain))
        .isInstanceOf(SecretUnreadable.class)
        .hasMessageContaining("holds no keys of this program")
        .hasMessageNotContaining("my password");
    assertThat(keychain.read()).hasValue("my password");
  }

  @Test
  void aComputerWithoutAKeychainIsToldWhatToDo() {
    assertThatThrownBy(() -> signingKey(Keychain.NONE))
        .isInstanceOf(SecretUnreadable.class)
        .hasMessageContaining("set secrets.key to file");
  }

  /** The id of a key that is encrypted in the database. */
  private String signingKey(Keychain in) throws Exception {
    try (RelyingParty rp = open(in)) {
      return rp.tokens().keys().signing(TokenKey.Kind.ES256).id();
    }
  }

  private RelyingParty open(Keychain in) throws Exception {
    return RelyingParty.open(
        Settings.standard(
            new DatabaseLocation.SqliteFile(folder.resolve("touchstone.db")),
            new KeyPlace.Outside(new KeychainKeys(in)),
            TrustAnchors.none(),
            InstantSource.system(),
            new SecureRandom()));
  }
}
