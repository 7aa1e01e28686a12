package dev.touchstone.rp.ceremony;

import dev.touchstone.fixture.client.BareClient;
import dev.touchstone.fixture.key.Surroundings;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.attestation.Laboratory;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.rp.attestation.TrustAnchors;
import dev.touchstone.rp.attestation.policy.Trust;
import dev.touchstone.rp.ceremony.authentication.Decoys;
import dev.touchstone.rp.ceremony.library.Library;
import dev.touchstone.rp.ceremony.registration.Registration;
import dev.touchstone.rp.ceremony.token.CeremonyLookup;
import dev.touchstone.rp.ceremony.token.ChallengeTokens;
import dev.touchstone.rp.ceremony.token.Issuer;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.secret.SigningKeys;
import dev.touchstone.rp.secret.key.KeyFile;
import dev.touchstone.rp.secret.vault.KeptSigningKeys;
import dev.touchstone.rp.secret.vault.Vault;
import dev.touchstone.rp.store.sqlite.SqliteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** A relying party taken apart, a key, and a browser between them. */
public final class BenchmarkScene implements AutoCloseable {

  private static final InstantSource CLOCK = InstantSource.system();

  private final Path folder = Files.createTempDirectory("touchstone-benchmark");
  private final Laboratory laboratory = Laboratory.forgetful(CLOCK, new SecureRandom());
  private final TrustAnchors anchors =
      TrustAnchors.bundled().plus("the laboratory", List.of(laboratory.root()));
  private final Policy policy =
      new Policy(
          "localhost",
          "Touchstone",
          List.of("https://localhost"),
          CounterPolicy.REFUSE,
          false,
          Duration.ofHours(1));
  private final Library library = new Library(policy, CLOCK);
  private final Issuer issuer = new Issuer(CLOCK, new SecureRandom(), policy.challengeLifetime());
  private final VirtualKey key =
      VirtualKey.open(KeyModels.TOUCHSTONE, laboratory, Surroundings.forgetful());
  private final Store store =
      SqliteStore.open(folder.resolve("benchmark.db"), SqliteStore.PATIENCE);
  private final SecureRandom random = new SecureRandom();
  private final SigningKeys keys =
      new KeptSigningKeys(
          new Vault(store, new KeyFile(folder.resolve("secret.key")), CLOCK, random), random);
  private final CeremonyLookup lookup =
      new CeremonyLookup(new ChallengeTokens(keys, policy.rpId()));

  public BenchmarkScene() throws IOException, RelyingPartyException {}

  public Store store() {
    return store;
  }

  public Policy policy() {
    return policy;
  }

  public TrustAnchors anchors() {
    return anchors;
  }

  public Library library() {
    return library;
  }

  public Issuer issuer() {
    return issuer;
  }

  public Decoys decoys() {
    return new Decoys(keys);
  }

  public CeremonyLookup lookup() {
    return lookup;
  }

  public BareClient browser() {
    return new BareClient(key, "https://localhost");
  }

  public Registration registration() {
    return new Registration(store, policy, _ -> Trust.of(anchors), library, issuer, lookup);
  }

  public Ceremony remembered(PendingCeremony pending, CeremonyKind kind)
      throws RelyingPartyException {
    return store.read(records -> records.ceremonies().find(pending.id(), kind).orElseThrow());
  }

  @Override
  public void close() throws IOException {
    store.close();
    key.close();
    try (var files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
