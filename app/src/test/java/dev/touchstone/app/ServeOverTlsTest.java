package dev.touchstone.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.settings.SettingsFile;
import dev.touchstone.app.usecase.serve.ServeHttp;
import dev.touchstone.app.usecase.serve.ServeWish;
import dev.touchstone.app.virtual.VirtualKeys;
import dev.touchstone.rp.http.tls.TlsSettings;
import dev.touchstone.rp.http.tls.certificate.DevelopmentCertificate;
import dev.touchstone.rp.http.tls.certificate.PemFolder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server of {@code touchstone serve --tls-cert … --tls-key …}. */
final class ServeOverTlsTest {

  @TempDir Path data;

  @Test
  void itAnswersByHttpsOnlyAndSaysSoToBrowsers() throws Exception {
    PemFolder pems = new PemFolder(data.resolve("tls"));
    DevelopmentCertificate made = make();
    pems.write(made);
    try (Wiring wiring = wiring();
        ServeHttp.Running running = wiring.serveHttp().run(wish(pems));
        HttpClient client = HttpClient.newBuilder().sslContext(trusting(made.root())).build()) {
      assertThat(running.url()).startsWith("https://localhost:");
      assertThat(running.origins()).contains(running.url());

      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(running.url() + "/health")).build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
    }
  }

  @Test
  void aPairThatCannotBeUsedEndsTheStartWithASentence() throws Exception {
    PemFolder pems = new PemFolder(data.resolve("tls"));
    pems.write(make());
    Files.delete(pems.key());
    try (Wiring wiring = wiring()) {
      Failure failure =
          catchThrowableOfType(Failure.class, () -> wiring.serveHttp().run(wish(pems)).close());

      assertThat(failure.advice().happened()).isEqualTo("There is no file " + pems.key() + ".");
      assertThat(failure.advice().next()).contains("touchstone tls self-signed");
    }
  }

  private Wiring wiring() throws Exception {
    Settings settings = SettingsFile.read(data);
    return new Wiring(settings, VirtualKeys::new, InstantSource.system());
  }

  private static ServeWish wish(PemFolder pems) {
    return new ServeWish(
        "localhost", 0, false, List.of(), Optional.of(new TlsSettings.Files(pems.files())));
  }

  private static DevelopmentCertificate make() throws Exception {
    return DevelopmentCertificate.make(
        List.of("localhost"), Duration.ofDays(2), Instant.now(), new SecureRandom());
  }

  private static SSLContext trusting(X509Certificate root) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("root", root);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), new SecureRandom());
    return context;
  }
}
