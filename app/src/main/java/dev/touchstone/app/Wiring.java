package dev.touchstone.app;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.doctor.Doctor;
import dev.touchstone.app.doctor.Machine;
import dev.touchstone.app.log.LogConfiguration;
import dev.touchstone.app.naming.KeyNames;
import dev.touchstone.app.party.CodeParty;
import dev.touchstone.app.party.LocalParty;
import dev.touchstone.app.party.Party;
import dev.touchstone.app.recorder.RunRecording;
import dev.touchstone.app.remembered.DesktopKeychain;
import dev.touchstone.app.remembered.Keychain;
import dev.touchstone.app.remembered.RememberedKeys;
import dev.touchstone.app.remote.IssuedTokens;
import dev.touchstone.app.remote.RemoteParties;
import dev.touchstone.app.remote.RemoteServer;
import dev.touchstone.app.remote.ServerList;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.Ceremony;
import dev.touchstone.app.usecase.ChangePin;
import dev.touchstone.app.usecase.ChooseByTouch;
import dev.touchstone.app.usecase.ChooseKey;
import dev.touchstone.app.usecase.DeleteCredential;
import dev.touchstone.app.usecase.DeleteUser;
import dev.touchstone.app.usecase.DeskUseCases;
import dev.touchstone.app.usecase.ForgetKeyName;
import dev.touchstone.app.usecase.InspectData;
import dev.touchstone.app.usecase.KeyDescription;
import dev.touchstone.app.usecase.KeyUseCases;
import dev.touchstone.app.usecase.LabUseCases;
import dev.touchstone.app.usecase.LabelCredential;
import dev.touchstone.app.usecase.ListCredentials;
import dev.touchstone.app.usecase.ListKeys;
import dev.touchstone.app.usecase.ListUsers;
import dev.touchstone.app.usecase.MintToken;
import dev.touchstone.app.usecase.NameKey;
import dev.touchstone.app.usecase.RegisterCredential;
import dev.touchstone.app.usecase.RemoteUseCases;
import dev.touchstone.app.usecase.ReplaceCredential;
import dev.touchstone.app.usecase.ReplaceLostKey;
import dev.touchstone.app.usecase.ScratchWorld;
import dev.touchstone.app.usecase.SeeDoctor;
import dev.touchstone.app.usecase.SetPin;
import dev.touchstone.app.usecase.ShowKey;
import dev.touchstone.app.usecase.ShowPin;
import dev.touchstone.app.usecase.SignIn;
import dev.touchstone.app.usecase.TryIt;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.WinkKey;
import dev.touchstone.app.usecase.account.ManageAccounts;
import dev.touchstone.app.usecase.account.Operators;
import dev.touchstone.app.usecase.account.PermittedParty;
import dev.touchstone.app.usecase.account.SessionFile;
import dev.touchstone.app.usecase.audit.AuditUseCases;
import dev.touchstone.app.usecase.audit.KeyTrail;
import dev.touchstone.app.usecase.audit.SettingsTrail;
import dev.touchstone.app.usecase.audit.TrailWriter;
import dev.touchstone.app.usecase.desk.HelpPeople;
import dev.touchstone.app.usecase.factor.ManagePasswords;
import dev.touchstone.app.usecase.factor.ManageTotp;
import dev.touchstone.app.usecase.factor.ProveEmail;
import dev.touchstone.app.usecase.jwt.JwtWorkshop;
import dev.touchstone.app.usecase.mail.MailUseCases;
import dev.touchstone.app.usecase.request.RequestUseCases;
import dev.touchstone.app.usecase.serve.ServeHttp;
import dev.touchstone.app.usecase.store.ManageSecrets;
import dev.touchstone.app.usecase.store.StoreUseCases;
import dev.touchstone.app.usecase.tls.TlsUseCases;
import dev.touchstone.app.usecase.token.ManageTokens;
import dev.touchstone.app.usecase.trace.TraceUseCases;
import dev.touchstone.app.usecase.trust.CompareWithStatement;
import dev.touchstone.app.usecase.trust.TrustDesk;
import dev.touchstone.app.usecase.trust.TrustUseCases;
import dev.touchstone.app.virtual.VirtualTouch;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.transport.KeyDiscovery;
import dev.touchstone.key.transport.card.CardDiscovery;
import dev.touchstone.key.transport.card.CardService;
import dev.touchstone.key.transport.hid.HidDiscovery;
import dev.touchstone.key.transport.udp.UdpDiscovery;
import dev.touchstone.key.webauthn.WebAuthnClient;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.account.Permission;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.inspect.Inspector;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts the program together by hand, each part when it is first asked for: listing keys opens no
 * database, inspecting a certificate loads no USB library.
 */
public final class Wiring implements UseCases {

  private final Settings settings;
  private final List<Supplier<KeyDiscovery>> hardware;
  private final InstantSource clock;
  private final Keychain keychain;
  private final SecureRandom random = new SecureRandom();
  private final VirtualKeys virtualKeys;
  private final InnerParty innerParty;
  private final KeyNames keyNames;
  private final TrustDesk trustDesk;
  private final Operators operators;

  /** Opens the database when the first row comes, and not before. */
  private final TrailWriter trail = new TrailWriter(this::note);

  /** Closed at the end: each keeps connections for the next ceremony. */
  private final Queue<Party> elsewhere = new ConcurrentLinkedQueue<>();

  private @Nullable KeyRing ring;
  private @Nullable RunRecording recording;
  private @Nullable ChooseByTouch byTouch;

  /** The program as it runs: keys on USB and in card readers, the system's clock. */
  public Wiring(Settings settings) {
    this(
        settings,
        List.of(HidDiscovery::new, CardDiscovery::new),
        InstantSource.system(),
        new DesktopKeychain(settings.data()));
    System.setProperty(LogConfiguration.FILE, settings.log().toString());
  }

  /**
   * The program with other hardware, on another clock, on a computer without a keychain.
   *
   * @param hardware finds keys that are not ours
   */
  public Wiring(Settings settings, Supplier<KeyDiscovery> hardware, InstantSource clock) {
    this(settings, List.of(hardware), clock, Keychain.NONE);
  }

  private Wiring(
      Settings settings,
      List<Supplier<KeyDiscovery>> hardware,
      InstantSource clock,
      Keychain keychain) {
    this.settings = settings;
    this.hardware = hardware;
    this.clock = clock;
    this.keyNames = new KeyNames(settings.data());
    this.keychain = keychain;
    this.virtualKeys = new VirtualKeys(settings, clock, random);
    this.operators =
        new Operators(
            SessionFile.in(settings.data()), settings.operatorSignIn(), this::relyingParty, clock);
    this.trustDesk = new TrustDesk(settings, virtualKeys::laboratoryRoot);
    this.innerParty = new InnerParty(settings, trustDesk, clock, random);
  }

  @Override
  public Settings settings() {
    return settings;
  }

  @Override
  public InstantSource clock() {
    return clock;
  }

  @Override
  public VirtualTouch virtualTouch() {
    return virtualKeys.touch();
  }

  @Override
  public ListKeys listKeys() {
    return new ListKeys(ring());
  }

  @Override
  public ShowKey showKey() {
    return new ShowKey(ring(), chooseKey());
  }

  @Override
  public ChooseByTouch chooseByTouch() {
    return byTouch();
  }

  @Override
  public NameKey nameKey() {
    return new NameKey(ring(), chooseKey(), keyNames);
  }

  @Override
  public ForgetKeyName forgetKeyName() {
    return new ForgetKeyName(ring(), keyNames);
  }

  @Override
  public WinkKey winkKey() {
    return new WinkKey(ring(), chooseKey());
  }

  @Override
  public SeeDoctor seeDoctor() {
    return new SeeDoctor(
        Doctor.of(
            Machine.here(),
            settings,
            ring(),
            CardService::ask,
            () -> virtualKeys.door().running().isPresent(),
            clock));
  }

  @Override
  public ShowPin showPin() {
    return new ShowPin(ring(), chooseKey());
  }

  @Override
  public SetPin setPin() {
    return new SetPin(ring(), chooseKey());
  }

  @Override
  public ChangePin changePin() {
    return new ChangePin(ring(), chooseKey());
  }

  @Override
  public KeyUseCases keyManagement() {
    return new KeyUseCases(
        ring(), chooseKey(), new RememberedKeys(settings.data(), keychain, random), clock);
  }

  @Override
  public RegisterCredential registerCredential() throws Failure {
    operators.permit(Permission.HELP);
    Party inside = new LocalParty(relyingParty(), operators::caller);
    return registering(new PermittedParty(inside, operators));
  }

  private RegisterCredential registering(Party with) throws Failure {
    RelyingParty inside = relyingParty();
    return new RegisterCredential(
        ring(),
        chooseKey(),
        ceremony(with, settings.origin()),
        (credential, serial) ->
            inside.administration().credentials().keepSerial(credential, serial));
  }

  @Override
  public Operators operators() {
    return operators;
  }

  @Override
  public DeskUseCases desk() throws Failure {
    RelyingParty inside = relyingParty();
    return new DeskUseCases(
        new HelpPeople(inside, operators),
        new ReplaceLostKey(
            inside, registering(new LocalParty(inside, operators::caller)), operators),
        code -> {
          // not as a method reference: it is asked for while the code is typed
          Ceremony ceremony = ceremony(new CodeParty(inside, code), settings.origin());
          return new RegisterCredential(
              ring(),
              chooseKey(),
              ceremony,
              (credential, serial) ->
                  inside.administration().credentials().keepSerial(credential, serial));
        });
  }

  @Override
  public SignIn signIn() throws Failure {
    return new SignIn(ring(), chooseKey(), ceremony(relyingParty()));
  }

  @Override
  public TryIt tryIt() {
    return new TryIt(ring(), chooseKey(), virtualKeys.scratch(), this::scratchWorld);
  }

  @Override
  public ManageAccounts accounts() throws Failure {
    operators.permit(Permission.SEE_PEOPLE);
    return new ManageAccounts(relyingParty(), operators);
  }

  @Override
  public TrailWriter trail() {
    return trail;
  }

  @Override
  public AuditUseCases audit() throws Failure {
    trail.flush();
    return new AuditUseCases(relyingParty(), operators);
  }

  @Override
  public ManagePasswords passwords() throws Failure {
    operators.permit(Permission.ADMINISTER);
    return new ManagePasswords(relyingParty(), operators);
  }

  @Override
  public ProveEmail proveEmail() throws Failure {
    operators.permit(Permission.HELP);
    return new ProveEmail(relyingParty(), operators, clock);
  }

  @Override
  public ListUsers listUsers() throws Failure {
    operators.permit(Permission.SEE_PEOPLE);
    return new ListUsers(relyingParty());
  }

  @Override
  public ListCredentials listCredentials() throws Failure {
    operators.permit(Permission.SEE_PEOPLE);
    return new ListCredentials(relyingParty());
  }

  @Override
  public LabelCredential labelCredential() throws Failure {
    return new LabelCredential(relyingParty(), operators);
  }

  @Override
  public DeleteCredential deleteCredential() throws Failure {
    operators.permit(Permission.HELP);
    return new DeleteCredential(relyingParty(), operators);
  }

  @Override
  public DeleteUser deleteUser() throws Failure {
    operators.permit(Permission.SEE_PEOPLE);
    return new DeleteUser(relyingParty(), operators);
  }

  @Override
  public ReplaceCredential replaceCredential() throws Failure {
    return new ReplaceCredential(registerCredential(), deleteCredential());
  }

  @Override
  public StoreUseCases store() {
    return new StoreUseCases(settings, operators, trail, clock);
  }

  @Override
  public ManageSecrets manageSecrets() throws Failure {
    operators.permit(Permission.ADMINISTER);
    return new ManageSecrets(relyingParty(), new SettingsTrail(trail, clock));
  }

  @Override
  public MailUseCases mail() throws Failure {
    operators.permit(Permission.ADMINISTER);
    return new MailUseCases(relyingParty());
  }

  @Override
  public ManageTotp totp() throws Failure {
    operators.permit(Permission.SEE_PEOPLE);
    return new ManageTotp(relyingParty(), operators);
  }

  @Override
  public ManageTokens tokens() throws Failure {
    operators.permit(Permission.ADMINISTER);
    return new ManageTokens(relyingParty(), operators, clock);
  }

  @Override
  public InspectData inspectData() throws Failure {
    // To look at something leaves no trace, and needs no place to leave one.
    return new InspectData(new Inspector(innerParty.anchorsToLook(), clock));
  }

  @Override
  public TrustUseCases trust() {
    return new TrustUseCases(this::relyingParty, this::administered, this::told, clock);
  }

  private RelyingParty administered() throws Failure {
    operators.permit(Permission.ADMINISTER);
    return relyingParty();
  }

  private CompareWithStatement.Told told(Optional<String> keyId) throws Failure {
    KeyDescription description = showKey().run(new ShowKey.Request(keyId));
    return new CompareWithStatement.Told(description.key(), description.info());
  }

  @Override
  public LabUseCases laboratory() {
    return virtualKeys.useCases();
  }

  @Override
  public TlsUseCases tls() {
    return new TlsUseCases(settings.data(), clock, random);
  }

  @Override
  public RemoteUseCases remote() {
    return new RemoteUseCases(
        new ServerList(settings.data()), this::ceremonies, new SettingsTrail(trail, clock));
  }

  @Override
  public RequestUseCases requests() {
    return new RequestUseCases(
        settings.data(),
        remote()::list,
        () -> relyingParty().secrets(),
        () -> recording().recorder(),
        new SettingsTrail(trail, clock));
  }

  @Override
  public JwtWorkshop jwt() {
    return new JwtWorkshop(requests().send(), clock, random);
  }

  @Override
  public MintToken mintToken() {
    return new MintToken(this::minting, clock);
  }

  private MintToken.There minting(RemoteServer server, boolean refreshable) {
    AtomicReference<IssuedTokens> tokens = new AtomicReference<>();
    Party party = RemoteParties.at(server, refreshable, tokens::set);
    return new MintToken.There(
        new SignIn(ring(), chooseKey(), ceremony(party, server.clientOrigin())),
        () -> Optional.ofNullable(tokens.getAndSet(null)),
        party::close);
  }

  @Override
  public TraceUseCases traces() {
    return new TraceUseCases(
        settings,
        recording(),
        this::ring,
        id -> id.isPresent() ? chooseKey().run(id) : virtualKeys.forReplay());
  }

  @Override
  public ServeHttp serveHttp() {
    return new ServeHttp(settings, operators, innerParty::serving, clock, random);
  }

  private void note(AuditEvent event) throws Failure {
    new AuditUseCases(relyingParty(), operators).record(event);
  }

  @Override
  public void close() {
    trail.close(); // its rows may still have to open the database
    closeAll();
  }

  private synchronized void closeAll() {
    innerParty.close();
    if (ring != null) {
      ring.close();
    }
    if (recording != null) {
      recording.close();
    }
    elsewhere.forEach(Party::close);
    virtualKeys.door().close();
  }

  private ChooseKey chooseKey() {
    return new ChooseKey(ring(), byTouch());
  }

  private synchronized ChooseByTouch byTouch() {
    if (byTouch == null) {
      byTouch = new ChooseByTouch(ring());
    }
    return byTouch;
  }

  private synchronized RunRecording recording() {
    if (recording == null) {
      recording = new RunRecording(settings, clock);
    }
    return recording;
  }

  private synchronized KeyRing ring() {
    if (ring == null) {
      List<KeyDiscovery> wires = new ArrayList<>();
      hardware.forEach(wire -> wires.add(wire.get()));
      wires.add(new UdpDiscovery(settings.simulators()));
      if (settings.virtualKey()) {
        wires.add(virtualKeys.discovery());
      }
      // not as a method reference: the recorder is not needed to list keys
      ring =
          new KeyRing(
              wires, keyNames, device -> recording().connect(device), new KeyTrail(trail, clock));
    }
    return ring;
  }

  private Ceremony ceremony(RelyingParty with) {
    return ceremony(new LocalParty(with, operators::caller), settings.origin());
  }

  private Ceremony ceremony(Party with, String origin) {
    return new Ceremony(with, WebAuthnClient.standard(), origin, () -> recording().recorder());
  }

  private RemoteUseCases.Ceremonies ceremonies(RemoteServer server) {
    Party party = RemoteParties.at(server);
    elsewhere.add(party);
    Ceremony there = ceremony(party, server.clientOrigin());
    return new RemoteUseCases.Ceremonies(
        new RegisterCredential(ring(), chooseKey(), there, RegisterCredential.Serials.FORGOTTEN),
        new SignIn(ring(), chooseKey(), there));
  }

  private ScratchWorld scratchWorld() throws Failure {
    ScratchFolder folder = ScratchFolder.make();
    try {
      return new ScratchWorld(
          ceremony(innerParty.scratch(folder.resolve("try.db"))), folder::delete);
    } catch (Failure e) {
      folder.delete();
      throw e;
    }
  }

  private RelyingParty relyingParty() throws Failure {
    return innerParty.get();
  }
}
