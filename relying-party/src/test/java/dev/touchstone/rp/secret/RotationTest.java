package dev.touchstone.rp.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.failure.RelyingPartyException.SecretUnreadable;
import dev.touchstone.rp.secret.key.EncryptionKeys;
import dev.touchstone.rp.secret.key.KeyFile;
import dev.touchstone.rp.secret.key.KeyPlace;
import dev.touchstone.rp.secret.vault.Vault;
import dev.touchstone.rp.store.DatabaseKind;
import dev.touchstone.rp.store.OpenDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotationTest {

  private static final byte[] VALUE = "correct horse".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;
  private Store store;

  @BeforeEach
  void open() throws Exception {
    store = OpenDatabase.at(DatabaseKind.SQLITE.empty(folder));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void everySecretIsUnderTheNewKeyAndStillTheSame() throws Exception {
    Vault vault = inFile();
    vault.put("a", VALUE);
    vault.put("b", new byte[0]);
    String before = vault.keys().state().ids().getFirst();

    SecretKeys.State after = vault.keys().rotate();

    assertThat(after.ids()).hasSize(2).endsWith(before);
    assertThat(after.secrets()).containsOnlyKeys(after.ids().getFirst());
    assertThat(vault.get("a")).hasValue(VALUE);
    assertThat(vault.get("b")).hasValue(new byte[0]);
  }

  @Test
  void replicaThatRunsMeanwhileReadsAndWritesOn() throws Exception {
    Vault here = inFile();
    Vault there = inFile();
    for (int i = 0; i < 20; i++) {
      here.put("secret " + i, VALUE);
    }
    AtomicBoolean enough = new AtomicBoolean();
    AtomicInteger reads = new AtomicInteger();
    Thread replica =
        Thread.ofPlatform()
            .start(() -> {
              try {
                for (int i = 0; !enough.get(); i = (i + 1) % 20) {
                  assertThat(there.get("secret " + i)).hasValue(VALUE);
                  there.put("own " + i, VALUE);
                  reads.incrementAndGet();
                }
              } catch (Exception | AssertionError e) {
                reads.set(-1);
                enough.set(true);
              }
            });
    while (reads.get() == 0) {
      Thread.onSpinWait();
    }
    for (int i = 0; i < 5; i++) {
      here.keys().rotate();
    }
    enough.set(true);
    replica.join();
    assertThat(reads.get()).isPositive();
    assertThat(here.keys().state().ids()).hasSize(6);
    assertThat(here.get("own 0")).hasValue(VALUE);
  }

  @Test
  void rotationThatWasInterruptedIsDoneAgain() throws Exception {
    Vault vault = inFile();
    vault.put("a", VALUE);
    KeyFile file = new KeyFile(folder.resolve("secret.key"));
    EncryptionKeys keys = file.read().orElseThrow();
    // as far as it came: the new key is kept, and nothing is under it yet
    assertThat(file.replace(keys, keys.rotated(new SecureRandom()))).isTrue();
    assertThat(vault.get("a")).hasValue(VALUE);

    SecretKeys.State after = vault.keys().rotate();
    assertThat(after.secrets()).containsOnlyKeys(after.ids().getFirst());
    assertThat(vault.keys().forgetOld().ids()).containsExactly(after.ids().getFirst());
    assertThat(inFile().get("a")).hasValue(VALUE);
  }

  @Test
  void keysThatSomebodyElseChangedMeanwhileAreNotOverwritten() throws Exception {
    inFile().put("a", VALUE);
    KeyFile file = new KeyFile(folder.resolve("secret.key"));
    EncryptionKeys keys = file.read().orElseThrow();
    assertThat(file.replace(keys, keys.rotated(new SecureRandom()))).isTrue();
    String text = Files.readString(file.file());
    assertThat(file.replace(keys, keys.rotated(new SecureRandom()))).isFalse();
    assertThat(Files.readString(file.file())).isEqualTo(text);
  }

  @Test
  void passphraseOpensWhatItClosed() throws Exception {
    underPassphrase("correct horse").put("a", VALUE);
    Vault again = underPassphrase("correct horse");
    assertThat(again.get("a")).hasValue(VALUE);
    assertThat(again.names()).extracting(SecretRow::name).containsExactly("a");
    assertThat(again.keys().rotate().ids()).hasSize(2);
    assertThat(underPassphrase("correct horse").get("a")).hasValue(VALUE);
  }

  @Test
  void wrongPassphraseIsToldAndChangesNothing() throws Exception {
    underPassphrase("correct horse").put("a", VALUE);
    assertThatThrownBy(() -> underPassphrase("wrong horse").get("a"))
        .isInstanceOf(SecretUnreadable.class)
        .hasMessageContaining("passphrase for the secrets is wrong");
    assertThatThrownBy(() -> underPassphrase("wrong horse").put("a", VALUE))
        .isInstanceOf(SecretUnreadable.class);
    assertThatThrownBy(() -> underPassphrase("").get("a"))
        .isInstanceOf(SecretUnreadable.class)
        .hasMessageContaining("none was given");
    assertThat(underPassphrase("correct horse").get("a")).hasValue(VALUE);
  }

  @Test
  void passphraseWithParametersThatWouldEatAllMemoryIsRefused() throws Exception {
    underPassphrase("correct horse").put("a", VALUE);
    store.write(records -> {
      SecretRow keys = records.secrets().find("encryption-keys").orElseThrow();
      records
          .secrets()
          .put(
              new SecretRow(
                  keys.name(),
                  keys.keyId().replace("m=65536", "m=9999999"),
                  keys.encrypted(),
                  keys.changed()));
      return true;
    });
    assertThatThrownBy(() -> underPassphrase("correct horse").get("a"))
        .isInstanceOf(SecretUnreadable.class);
  }

  @Test
  void damagedKeysUnderAPassphraseAreTold() throws Exception {
    underPassphrase("correct horse").put("a", VALUE);
    store.write(records -> {
      SecretRow keys = records.secrets().find("encryption-keys").orElseThrow();
      byte[] bytes = keys.encrypted().toArray();
      bytes[20] ^= 1;
      records
          .secrets()
          .put(new SecretRow(keys.name(), keys.keyId(), Bytes.of(bytes), keys.changed()));
      return true;
    });
    assertThatThrownBy(() -> underPassphrase("correct horse").get("a"))
        .isInstanceOf(SecretUnreadable.class)
        .hasMessageContaining("damaged");
  }

  private Vault inFile() {
    return vault(new KeyPlace.Outside(new KeyFile(folder.resolve("secret.key"))));
  }

  private Vault underPassphrase(String passphrase) {
    return vault(new KeyPlace.UnderPassphrase(passphrase::toCharArray));
  }

  private Vault vault(KeyPlace place) {
    return Vault.at(store, place, () -> Instant.EPOCH, new SecureRandom());
  }
}
