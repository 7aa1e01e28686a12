package dev.touchstone.rp.desk;

import dev.touchstone.fixture.client.BareClient;
import dev.touchstone.fixture.key.Surroundings;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.attestation.Laboratory;
import dev.touchstone.fixture.key.fault.DataFault;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.account.AccountText;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.EmailAddress;
import dev.touchstone.rp.account.ProfileText;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.audit.AuditFilter;
import dev.touchstone.rp.audit.AuditRow;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.AuthenticationRequest;
import dev.touchstone.rp.ceremony.PendingCeremony;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import dev.touchstone.rp.ceremony.Verdict;
import dev.touchstone.rp.desk.lost.LostKey;
import dev.touchstone.rp.factor.FactorScene;
import dev.touchstone.rp.store.DatabaseKind;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** People with keys, and those who help them. */
final class DeskScene implements AutoCloseable {

  static final String ORIGIN = "https://localhost";
  static final Caller DESK = new Caller("grace", "", "touchstone");

  final FactorScene factors;
  final RelyingParty rp;
  private final Laboratory laboratory;
  private final Map<String, VirtualKey> virtual = new HashMap<>();
  private final Map<String, BareClient> keys = new HashMap<>();

  DeskScene(Path folder, DatabaseKind kind) throws Exception {
    factors = new FactorScene(folder, kind);
    rp = factors.rp;
    var _ = rp.signingKeys().oneTimeCodes(); // made once, before several ask for it at a time
    laboratory = Laboratory.forgetful(factors.clock, new SecureRandom());
  }

  /** A key of this name, which is made when it is first held. */
  BareClient key(String name) throws Exception {
    BareClient known = keys.get(name);
    if (known == null) {
      VirtualKey key =
          VirtualKey.open(
              KeyModels.TOUCHSTONE, laboratory, Surroundings.forgetful().with(factors.clock));
      virtual.put(name, key);
      known = new BareClient(key, ORIGIN).withPin("correct horse");
      keys.put(name, known);
    }
    return known;
  }

  /** An account without a key. */
  User account(String name, Role role) throws Exception {
    return rp.administration()
        .accounts()
        .create(
            new AccountText(name, "", new ProfileText("", "", "", "", "")), role, Caller.CONSOLE);
  }

  /** An account whose address is verified. */
  User verified(String email) throws Exception {
    return factors.registered(EmailAddress.parse(email));
  }

  Credential register(String user, String key) throws Exception {
    PendingCeremony begun = rp.beginRegistration(RegistrationRequest.forUser(user).labelled(key));
    return finish(begun, key).credential().orElseThrow();
  }

  Verdict finish(PendingCeremony begun, String key) throws Exception {
    return rp.finishRegistration(begun.id(), key(key).register(begun.optionsJson()));
  }

  Verdict signIn(String user, String key) throws Exception {
    PendingCeremony begun = rp.beginAuthentication(AuthenticationRequest.forUser(user));
    return rp.finishAuthentication(begun.id(), key(key).signIn(begun.optionsJson()));
  }

  /** A little later than any mail before, so that it is the newest. */
  void sendCode(String email) throws Exception {
    factors.clock.advance(Duration.ofSeconds(10));
    lostKey().sendCode(email, DESK);
  }

  /** The code that the person reads in their newest mail. */
  String mailedCode(String email) throws Exception {
    return factors.code(EmailAddress.parse(email)).orElseThrow();
  }

  /** A sign-in whose counter is behind what the relying party saw, as that of a copy. */
  void signInWithACopy(String user, String key) throws Exception {
    Objects.requireNonNull(virtual.get(key)).misbehave(new DataFault.CounterBack(2));
    signIn(user, key);
  }

  LostKey lostKey() {
    return rp.helpDesk().lostKey();
  }

  Credential credential(String id) throws Exception {
    return rp.administration().credentials().find(id).credential();
  }

  List<AuditRow> trail(String event) throws Exception {
    return rp.administration().audit().list(AuditFilter.ALL, Optional.empty(), 1000).rows().stream()
        .filter(it -> it.event().equals(event))
        .toList();
  }

  @Override
  public void close() {
    factors.close();
  }
}
