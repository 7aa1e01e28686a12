package dev.touchstone.rp.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.failure.RelyingPartyException.SecretUnreadable;
import dev.touchstone.rp.secret.key.KeyFile;
import dev.touchstone.rp.secret.key.KeyPlace;
import dev.touchstone.rp.secret.key.KeySource;
import dev.touchstone.rp.secret.vault.KeptSigningKeys;
import dev.touchstone.rp.secret.vault.Vault;
import dev.touchstone.rp.store.sqlite.SqliteStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

  private static final byte[] VALUE = "correct horse".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;
  private Path keyFile;
  private Store store;
  private Secrets secrets;

  @BeforeEach
  void open() throws Exception {
    keyFile = folder.resolve("secret.key");
    store = SqliteStore.open(folder.resolve("touchstone.db"), SqliteStore.PATIENCE);
    secrets = vault(keyFile);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whatIsKeptIsFoundAgainAndIsNowhereInTheFile() throws Exception {
    secrets.put("mail/password", VALUE);
    assertThat(vault(keyFile).get("mail/password")).hasValue(VALUE);
    store.close();
    assertThat(Files.readString(folder.resolve("touchstone.db"), StandardCharsets.ISO_8859_1))
        .contains("mail/password")
        .doesNotContain("correct horse");
  }

  @Test
  void keyFileIsItsOwnersOnly() throws Exception {
    secrets.put("mail/password", VALUE);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile)))
        .isEqualTo("rw-------");
  }

  @Test
  void sameValueTwiceIsEncryptedDifferently() throws Exception {
    secrets.put("a", VALUE);
    Bytes first = row("a").encrypted();
    secrets.put("a", VALUE);
    assertThat(row("a").encrypted()).isNotEqualTo(first);
  }

  @Test
  void deletedSecretIsGone() throws Exception {
    secrets.put("a", VALUE);
    assertThat(secrets.delete("a")).isTrue();
    assertThat(secrets.get("a")).isEmpty();
    assertThat(secrets.delete("a")).isFalse();
  }

  @Test
  void keyFileThatOthersMayReadIsRefused() throws Exception {
    secrets.put("a", VALUE);
    Files.setPosixFilePermissions(keyFile, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> vault(keyFile).get("a"))
        .isInstanceOf(SecretUnreadable.class)
        .hasMessageContaining("can be read by others")
        .hasMessageContaining("chmod 600");
  }

  @Test
  void anotherKeyFileIsSaidToBeTheWrongOne() throws Exception {
    secrets.put("a", VALUE);
    try (Store other = SqliteStore.open(folder.resolve("other.db"), SqliteStore.PATIENCE)) {
      Path otherFile = folder.resolve("other.key");
      vault(other, new KeyFile(otherFile)).put("a", VALUE);
      assertThatThrownBy(() -> vault(otherFile).get("a"))
          .isInstanceOf(SecretUnreadable.class)
          .hasMessageContaining("encrypted under the key " + row("a").keyId())
          .hasMessageContaining(otherFile.toString());
    }
  }

  @Test
  void lostKeyFileIsNotReplacedByANewOne() throws Exception {
    secrets.put("a", VALUE);
    Files.delete(keyFile);
    assertThatThrownBy(() -> vault(keyFile).get("a")).isInstanceOf(SecretUnreadable.class);
    assertThatThrownBy(() -> vault(keyFile).put("b", VALUE)).isInstanceOf(SecretUnreadable.class);
    assertThat(keyFile).doesNotExist();
  }

  @Test
  void keyFileWithOneCharacterChangedIsRefused() throws Exception {
    secrets.put("a", VALUE);
    String text = Files.readString(keyFile);
    int place = text.length() - 10;
    char other = text.charAt(place) == 'A' ? 'B' : 'A';
    Files.writeString(keyFile, text.substring(0, place) + other + text.substring(place + 1));
    assertThatThrownBy(() -> vault(keyFile).get("a"))
        .isInstanceOf(SecretUnreadable.class)
        .hasMessageContaining("was changed");
  }

  @Test
  void everyDamagedByteOfARowIsNoticed() throws Exception {
    secrets.put("a", VALUE);
    SecretRow whole = row("a");
    for (int i = 0; i < whole.encrypted().length(); i++) {
      byte[] bytes = whole.encrypted().toArray();
      bytes[i] ^= 1;
      write(new SecretRow("a", whole.keyId(), Bytes.of(bytes), whole.changed()));
      assertThatThrownBy(() -> secrets.get("a"))
          .as("byte " + i)
          .isInstanceOf(SecretUnreadable.class)
          .hasMessageContaining("damaged or was exchanged");
    }
    write(new SecretRow("a", whole.keyId(), whole.encrypted().slice(0, 5), whole.changed()));
    assertThatThrownBy(() -> secrets.get("a")).isInstanceOf(SecretUnreadable.class);
    write(whole);
    assertThat(secrets.get("a")).hasValue(VALUE);
  }

  @Test
  void rowsExchangedForOneAnotherAreNoticed() throws Exception {
    secrets.put("harmless", "known to the thief".getBytes(StandardCharsets.UTF_8));
    secrets.put("mail/password", VALUE);
    SecretRow stranger = row("harmless");
    write(
        new SecretRow("mail/password", stranger.keyId(), stranger.encrypted(), stranger.changed()));
    assertThatThrownBy(() -> secrets.get("mail/password"))
        .isInstanceOf(SecretUnreadable.class)
        .hasMessageContaining("exchanged");
  }

  @Test
  void signingKeysAreTheSameForEverybodyHoweverManyAskFirst() throws Exception {
    int threads = 8;
    CyclicBarrier barrier = new CyclicBarrier(threads);
    List<String> ids = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<String>> futures = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        futures.add(
            pool.submit(() -> {
              SigningKeys keys = signingKeys();
              barrier.await();
              return keys.challengeTokens().id()
                  + keys.oneTimeCodes().id()
                  + keys.auditCheckpoints().id();
            }));
      }
      for (Future<String> future : futures) {
        ids.add(future.get());
      }
    }
    assertThat(ids).hasSize(threads).containsOnly(ids.getFirst());
  }

  @Test
  void signatureOfOneReplicaIsVerifiedByAnother() throws Exception {
    byte[] checkpoint = sign("Ed25519", signingKeys().auditCheckpoints());
    assertThat(verify("Ed25519", signingKeys().auditCheckpoints(), checkpoint)).isTrue();
  }

  private static byte[] sign(String algorithm, SigningKey key) throws Exception {
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(key.privateKey());
    signature.update(VALUE);
    return signature.sign();
  }

  private static boolean verify(String algorithm, SigningKey key, byte[] made) throws Exception {
    Signature signature = Signature.getInstance(algorithm);
    signature.initVerify(key.publicKey());
    signature.update(VALUE);
    return signature.verify(made);
  }

  private Vault vault(Path file) {
    return vault(store, new KeyFile(file));
  }

  private static Vault vault(Store store, KeySource source) {
    return Vault.at(store, new KeyPlace.Outside(source), () -> Instant.EPOCH, new SecureRandom());
  }

  private SigningKeys signingKeys() {
    return new KeptSigningKeys(vault(keyFile), new SecureRandom());
  }

  private SecretRow row(String name) throws Exception {
    return store.read(records -> records.secrets().find(name)).orElseThrow();
  }

  private void write(SecretRow row) throws Exception {
    store.write(records -> {
      records.secrets().put(row);
      return row;
    });
  }
}
