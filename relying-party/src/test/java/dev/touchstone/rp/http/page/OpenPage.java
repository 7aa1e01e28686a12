package dev.touchstone.rp.http.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchstone.rp.MovableClock;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.Settings;
import dev.touchstone.rp.account.AccountText;
import dev.touchstone.rp.account.ProfileText;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.attestation.TrustAnchors;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.desk.lost.Enrolments;
import dev.touchstone.rp.http.HttpServer;
import dev.touchstone.rp.http.ListeningSocket;
import dev.touchstone.rp.http.ServerSettings;
import dev.touchstone.rp.token.jwt.TokenKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The page of a real server on 127.0.0.1, open in Chromium. */
final class OpenPage implements AutoCloseable {

  static final String SAID_GOOD = "document.querySelector('#message.good')";
  static final String SAID_BAD = "document.querySelector('#message.bad')";

  private static final Pattern CODE = Pattern.compile("(?m)^ {4}(\\d{4}(?: \\d{4})+)\\s*$");

  /** The server's; the browser has its own. */
  final MovableClock clock;

  private final RelyingParty relyingParty;
  private final Path outbox;
  private final HttpServer server;
  private final Chromium browser;

  private OpenPage(
      MovableClock clock,
      RelyingParty relyingParty,
      Path outbox,
      HttpServer server,
      Chromium browser) {
    this.clock = clock;
    this.relyingParty = relyingParty;
    this.outbox = outbox;
    this.server = server;
    this.browser = browser;
  }

  /** Opens it, or skips the test where there is no browser. */
  static OpenPage start(Path folder) throws Exception {
    assumeTrue(
        Chromium.driver().isPresent(),
        "needs Chromium and its driver (Debian: apt install chromium chromium-driver)");
    MovableClock clock = new MovableClock();
    ListeningSocket socket = ListeningSocket.bind("127.0.0.1", 0);
    String origin = "http://localhost:" + socket.port();
    RelyingParty relyingParty =
        RelyingParty.open(
            Settings.standard(
                    folder.resolve("touchstone.db"), TrustAnchors.none(), clock, new SecureRandom())
                .withRp("localhost", "Touchstone", List.of(origin)));
    HttpServer server =
        HttpServer.start(
            relyingParty,
            ServerSettings.usual("localhost", TokenKey.Kind.ES256, clock)
                .withOrigins(List.of(origin)),
            socket);
    OpenPage page =
        new OpenPage(clock, relyingParty, folder.resolve("outbox"), server, Chromium.start());
    page.browser.open(origin + "/");
    return page;
  }

  Chromium browser() {
    return browser;
  }

  void register(String firstName, String email, String label) throws Exception {
    person(firstName, email, label);
    browser.run("document.getElementById('message').className = ''");
    browser.click("#register button");
    browser.await(SAID_GOOD);
  }

  /** Fills the form. */
  void person(String firstName, String email, String label) throws Exception {
    browser.type("#first-name", firstName);
    browser.type("#last-name", "Lovelace");
    browser.type("#email", email);
    browser.run("document.getElementById('date-of-birth').value = '1990-12-10'");
    browser.type("#job-title", "Analyst");
    browser.type("#label", label);
  }

  void signIn(String email) throws Exception {
    browser.type("#sign-in-email", email);
    browser.click("#sign-in button");
    browser.await("!document.getElementById('signed-in').hidden");
  }

  /** The code in the latest mail of the outbox, once there are so many mails. */
  String mailedCode(int mails) throws Exception {
    List<Path> files = List.of();
    for (int i = 0; i < 2400 && files.size() < mails; i++) {
      Thread.sleep(25);
      files = mails();
    }
    assertThat(files).hasSize(mails);
    Matcher code = CODE.matcher(Files.readString(files.getLast()));
    assertThat(code.find()).as(Files.readString(files.getLast())).isTrue();
    return code.group(1);
  }

  /** What two operators give somebody who lost everything. */
  String deskCode(String person) throws Exception {
    List<User> operators = new ArrayList<>();
    for (String name : List.of("grace", "linus")) {
      operators.add(account(name, Role.SUPPORT));
    }
    Enrolments enrolments = relyingParty.helpDesk().enrolments();
    String id =
        enrolments
            .ask(person, "showed a passport", operators.getFirst(), Caller.CONSOLE)
            .enrolment()
            .id();
    return enrolments.approve(id, operators.getLast(), Caller.CONSOLE).code();
  }

  /** Of somebody without an e-mail address. */
  User account(String name, Role role) throws Exception {
    return relyingParty
        .administration()
        .accounts()
        .create(new AccountText(name, "", ProfileText.NOTHING), role, Caller.CONSOLE);
  }

  private List<Path> mails() throws IOException {
    if (!Files.isDirectory(outbox)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(outbox)) {
      return files.filter(it -> it.toString().endsWith(".eml")).sorted().toList();
    }
  }

  @Override
  public void close() {
    browser.close();
    server.close();
    relyingParty.close();
  }
}
