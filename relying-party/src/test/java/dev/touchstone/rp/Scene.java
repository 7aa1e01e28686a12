package dev.touchstone.rp;

import dev.touchstone.fixture.client.BareClient;
import dev.touchstone.fixture.key.Surroundings;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.attestation.Laboratory;
import dev.touchstone.fixture.key.model.KeyModel;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.rp.attestation.TrustAnchors;
import dev.touchstone.rp.ceremony.AuthenticationRequest;
import dev.touchstone.rp.ceremony.PendingCeremony;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import dev.touchstone.rp.ceremony.Verdict;
import dev.touchstone.rp.secret.key.KeyFile;
import dev.touchstone.rp.secret.key.KeyPlace;
import dev.touchstone.rp.store.DatabaseKind;
import dev.touchstone.rp.store.DatabaseLocation;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.UnaryOperator;

/** A relying party, a key with a PIN, and a browser between them. */
final class Scene implements AutoCloseable {

  static final String ORIGIN = "https://localhost";

  final DatabaseLocation database;
  private final KeyPlace secretKeys;
  private final Laboratory laboratory;
  private final UnaryOperator<Settings> adapt;
  final MovableClock clock = new MovableClock();
  final VirtualKey key;
  final BareClient browser;
  final RelyingParty rp;

  Scene(Path folder) throws Exception {
    this(folder, KeyModels.TOUCHSTONE, settings -> settings);
  }

  Scene(Path folder, DatabaseKind kind) throws Exception {
    this(folder, kind, KeyModels.TOUCHSTONE, settings -> settings);
  }

  Scene(Path folder, KeyModel model, UnaryOperator<Settings> adapt) throws Exception {
    this(folder, DatabaseKind.SQLITE, model, adapt);
  }

  Scene(Path folder, DatabaseKind kind, KeyModel model, UnaryOperator<Settings> adapt)
      throws Exception {
    this.database = kind.empty(folder);
    this.secretKeys = new KeyPlace.Outside(new KeyFile(folder.resolve("secret.key")));
    this.adapt = adapt;
    this.laboratory = Laboratory.forgetful(clock, new SecureRandom());
    this.key = key(model);
    this.browser = new BareClient(key, ORIGIN).withPin("correct horse");
    this.rp = open();
  }

  /** Another key of the same laboratory. */
  VirtualKey key(KeyModel model) throws Exception {
    return VirtualKey.open(model, laboratory, Surroundings.forgetful().with(clock));
  }

  /** The same relying party, as another process would open it. */
  RelyingParty open() throws Exception {
    TrustAnchors anchors = TrustAnchors.none().plus("the laboratory", List.of(laboratory.root()));
    return RelyingParty.open(
        adapt.apply(Settings.standard(database, secretKeys, anchors, clock, new SecureRandom())));
  }

  Verdict register(String user) throws Exception {
    PendingCeremony pending = rp.beginRegistration(RegistrationRequest.forUser(user));
    return rp.finishRegistration(pending.id(), browser.register(pending.optionsJson()));
  }

  Verdict signIn(String user) throws Exception {
    PendingCeremony pending = rp.beginAuthentication(AuthenticationRequest.forUser(user));
    return rp.finishAuthentication(pending.id(), browser.signIn(pending.optionsJson()));
  }

  @Override
  public void close() throws IOException {
    rp.close();
    key.close();
  }
}
