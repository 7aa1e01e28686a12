package dev.touchstone.app;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.party.CodeParty;
import dev.touchstone.app.party.LocalParty;
import dev.touchstone.app.party.Party;
import dev.touchstone.app.remote.IssuedTokens;
import dev.touchstone.app.remote.RemoteParties;
import dev.touchstone.app.remote.RemoteServer;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.Ceremony;
import dev.touchstone.app.usecase.MintToken;
import dev.touchstone.app.usecase.RegisterCredential;
import dev.touchstone.app.usecase.RemoteUseCases;
import dev.touchstone.app.usecase.ScratchWorld;
import dev.touchstone.app.usecase.SignIn;
import dev.touchstone.app.usecase.account.Operators;
import dev.touchstone.app.usecase.account.PermittedParty;
import dev.touchstone.key.webauthn.WebAuthnClient;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.account.Permission;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;

/** Ceremonies between the keys that are plugged in and a relying party, inside or elsewhere. */
final class Ceremonies implements AutoCloseable {

  private final Settings settings;
  private final PluggedKeys keys;
  private final InnerParty innerParty;
  private final Operators operators;

  /** Closed at the end: each keeps connections for the next ceremony. */
  private final Queue<Party> elsewhere = new ConcurrentLinkedQueue<>();

  Ceremonies(Settings settings, PluggedKeys keys, InnerParty innerParty, Operators operators) {
    this.settings = settings;
    this.keys = keys;
    this.innerParty = innerParty;
    this.operators = operators;
  }

  /** By whoever is at the console, as far as they may. */
  RegisterCredential registration() throws Failure {
    operators.permit(Permission.HELP);
    return registration(new PermittedParty(inside(), operators));
  }

  /** Of a key in place of one that is lost: who asks for it was judged before. */
  RegisterCredential replacement() throws Failure {
    return registration(inside());
  }

  /** For which a one-time code pays; it is judged when the registration begins. */
  RegisterCredential redemption(RelyingParty inside, String code) {
    return registration(inside, new CodeParty(inside, code));
  }

  private RegisterCredential registration(Party with) throws Failure {
    return registration(innerParty.get(), with);
  }

  private RegisterCredential registration(RelyingParty inside, Party with) {
    return new RegisterCredential(
        keys.ring(),
        keys.choose(),
        ceremony(with, settings.origin()),
        (credential, serial) ->
            inside.administration().credentials().keepSerial(credential, serial));
  }

  SignIn signIn() throws Failure {
    return signIn(inside(), settings.origin());
  }

  private SignIn signIn(Party with, String origin) {
    return new SignIn(keys.ring(), keys.choose(), ceremony(with, origin));
  }

  RemoteUseCases.Ceremonies at(RemoteServer server) {
    Party party = RemoteParties.at(server);
    elsewhere.add(party);
    return new RemoteUseCases.Ceremonies(
        new RegisterCredential(
            keys.ring(),
            keys.choose(),
            ceremony(party, server.clientOrigin()),
            RegisterCredential.Serials.FORGOTTEN),
        signIn(party, server.clientOrigin()));
  }

  /** A sign-in there that yields tokens. */
  MintToken.There minting(RemoteServer server, boolean refreshable) {
    AtomicReference<IssuedTokens> tokens = new AtomicReference<>();
    Party party = RemoteParties.at(server, refreshable, tokens::set);
    return new MintToken.There(
        signIn(party, server.clientOrigin()),
        () -> Optional.ofNullable(tokens.getAndSet(null)),
        party::close);
  }

  /** In a database that is gone afterwards. */
  ScratchWorld scratch() throws Failure {
    ScratchFolder folder = ScratchFolder.make();
    try {
      RelyingParty party = innerParty.scratch(folder.resolve("try.db"));
      return new ScratchWorld(
          ceremony(new LocalParty(party, operators::caller), settings.origin()), folder::delete);
    } catch (Failure e) {
      folder.delete();
      throw e;
    }
  }

  private Party inside() throws Failure {
    return new LocalParty(innerParty.get(), operators::caller);
  }

  private Ceremony ceremony(Party with, String origin) {
    return new Ceremony(with, WebAuthnClient.standard(), origin, () -> keys.recording().recorder());
  }

  @Override
  public void close() {
    elsewhere.forEach(Party::close);
  }
}
