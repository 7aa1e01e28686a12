package dev.touchstone.rp.http.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.Settings;
import dev.touchstone.rp.attestation.TrustAnchors;
import dev.touchstone.rp.http.HttpServer;
import dev.touchstone.rp.http.ListeningSocket;
import dev.touchstone.rp.http.ServerSettings;
import dev.touchstone.rp.token.jwt.TokenKey;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/** The page of a real server on 127.0.0.1, open in Chromium. */
final class OpenPage implements AutoCloseable {

  static final String SAID_GOOD = "document.querySelector('#message.good')";
  static final String SAID_BAD = "document.querySelector('#message.bad')";

  private final RelyingParty relyingParty;
  private final HttpServer server;
  private final Chromium browser;

  private OpenPage(RelyingParty relyingParty, HttpServer server, Chromium browser) {
    this.relyingParty = relyingParty;
    this.server = server;
    this.browser = browser;
  }

  /** Opens it, or skips the test where there is no browser. */
  static OpenPage start(Path folder) throws Exception {
    assumeTrue(
        Chromium.driver().isPresent(),
        "needs Chromium and its driver (Debian: apt install chromium chromium-driver)");
    InstantSource clock = InstantSource.system();
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
    OpenPage page = new OpenPage(relyingParty, server, Chromium.start());
    page.browser.open(origin + "/");
    return page;
  }

  Chromium browser() {
    return browser;
  }

  void register(String firstName, String email, String label) throws Exception {
    browser.type("#first-name", firstName);
    browser.type("#last-name", "Lovelace");
    browser.type("#email", email);
    browser.run("document.getElementById('date-of-birth').value = '1990-12-10'");
    browser.type("#job-title", "Analyst");
    browser.type("#label", label);
    browser.run("document.getElementById('message').className = ''");
    browser.click("#register button");
    browser.await(SAID_GOOD);
  }

  void signIn(String email) throws Exception {
    browser.type("#sign-in-email", email);
    browser.click("#sign-in button");
    browser.await("!document.getElementById('signed-in').hidden");
  }

  @Override
  public void close() {
    browser.close();
    server.close();
    relyingParty.close();
  }
}
