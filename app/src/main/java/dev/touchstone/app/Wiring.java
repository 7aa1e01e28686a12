package dev.touchstone.app;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.doctor.Doctor;
import dev.touchstone.app.doctor.Machine;
import dev.touchstone.app.log.LogConfiguration;
import dev.touchstone.app.remembered.DesktopKeychain;
import dev.touchstone.app.remembered.Keychain;
import dev.touchstone.app.remembered.RememberedKeys;
import dev.touchstone.app.remote.ServerList;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.DeleteCredential;
import dev.touchstone.app.usecase.DeleteUser;
import dev.touchstone.app.usecase.DeskUseCases;
import dev.touchstone.app.usecase.InspectData;
import dev.touchstone.app.usecase.KeyDescription;
import dev.touchstone.app.usecase.KeyUseCases;
import dev.touchstone.app.usecase.LabUseCases;
import dev.touchstone.app.usecase.LabelCredential;
import dev.touchstone.app.usecase.ListCredentials;
import dev.touchstone.app.usecase.ListUsers;
import dev.touchstone.app.usecase.MintToken;
import dev.touchstone.app.usecase.RegisterCredential;
import dev.touchstone.app.usecase.RemoteUseCases;
import dev.touchstone.app.usecase.ReplaceCredential;
import dev.touchstone.app.usecase.ReplaceLostKey;
import dev.touchstone.app.usecase.SeeDoctor;
import dev.touchstone.app.usecase.ShowKey;
import dev.touchstone.app.usecase.SignIn;
import dev.touchstone.app.usecase.TryIt;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.account.ManageAccounts;
import dev.touchstone.app.usecase.account.Operators;
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
import dev.touchstone.key.transport.KeyDiscovery;
import dev.touchstone.key.transport.card.CardDiscovery;
import dev.touchstone.key.transport.card.CardService;
import dev.touchstone.key.transport.hid.HidDiscovery;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.account.Permission;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.inspect.Inspector;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Puts the program together by hand, each part when it is first asked for: listing keys opens no
 * database, inspecting a certificate loads no USB library.
 */
public final class Wiring implements UseCases {

  private final Settings settings;
  private final InstantSource clock;
  private final Keychain keychain;
  private final SecureRandom random = new SecureRandom();
  private final VirtualKeys virtualKeys;
  private final InnerParty innerParty;
  private final PluggedKeys keys;
  private final Ceremonies ceremonies;
  private final TrustDesk trustDesk;
  private final Operators operators;

  /** Opens the database when the first row comes, and not before. */
  private final TrailWriter trail = new TrailWriter(this::note);

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
    this.clock = clock;
    this.keychain = keychain;
    this.virtualKeys = new VirtualKeys(settings, clock, random);
    this.operators =
        new Operators(
            SessionFile.in(settings.data()), settings.operatorSignIn(), this::relyingParty, clock);
    this.trustDesk = new TrustDesk(settings, virtualKeys::laboratoryRoot);
    this.innerParty = new InnerParty(settings, trustDesk, clock, random);
    this.keys = new PluggedKeys(settings, hardware, virtualKeys, new KeyTrail(trail, clock), clock);
    this.ceremonies = new Ceremonies(settings, keys, innerParty, operators);
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
  public KeyUseCases keys() {
    return keys.useCases(new RememberedKeys(settings.data(), keychain, random));
  }

  @Override
  public SeeDoctor seeDoctor() {
    return new SeeDoctor(
        Doctor.of(
            Machine.here(),
            settings,
            keys.ring(),
            CardService::ask,
            () -> virtualKeys.door().running().isPresent(),
            clock));
  }

  @Override
  public RegisterCredential registerCredential() throws Failure {
    return ceremonies.registration();
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
        new ReplaceLostKey(inside, ceremonies.replacement(), operators),
        // not as a method reference: it is asked for while the code is typed
        code -> ceremonies.redemption(inside, code));
  }

  @Override
  public SignIn signIn() throws Failure {
    return ceremonies.signIn();
  }

  @Override
  public TryIt tryIt() {
    return new TryIt(keys.ring(), keys.choose(), virtualKeys.scratch(), ceremonies::scratch);
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
    KeyDescription description = keys().show().run(new ShowKey.Request(keyId));
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
        new ServerList(settings.data()), ceremonies::at, new SettingsTrail(trail, clock));
  }

  @Override
  public RequestUseCases requests() {
    return new RequestUseCases(
        settings.data(),
        remote()::list,
        () -> relyingParty().secrets(),
        () -> keys.recording().recorder(),
        new SettingsTrail(trail, clock));
  }

  @Override
  public JwtWorkshop jwt() {
    return new JwtWorkshop(requests().send(), clock, random);
  }

  @Override
  public MintToken mintToken() {
    return new MintToken(ceremonies::minting, clock);
  }

  @Override
  public TraceUseCases traces() {
    return new TraceUseCases(
        settings,
        keys.recording(),
        keys::ring,
        id -> id.isPresent() ? keys.choose().run(id) : virtualKeys.forReplay());
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
    innerParty.close();
    keys.close();
    ceremonies.close();
    virtualKeys.door().close();
  }

  private RelyingParty relyingParty() throws Failure {
    return innerParty.get();
  }
}
