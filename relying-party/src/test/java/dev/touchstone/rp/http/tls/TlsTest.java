package dev.touchstone.rp.http.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.rp.http.tls.certificate.CertificateEvent;
import dev.touchstone.rp.http.tls.certificate.DevelopmentCertificate;
import dev.touchstone.rp.http.tls.certificate.PemFolder;
import dev.touchstone.rp.http.tls.certificate.SeenCertificate;
import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Javalin server behind our connector. */
final class TlsTest {

  @TempDir Path folder;

  @Test
  void aServerSpeaksHttpsAndKnowsItAndFollowsItsFiles() throws Exception {
    DevelopmentCertificate first = make();
    PemFolder pems = new PemFolder(folder);
    pems.write(first);
    List<CertificateEvent> events = new CopyOnWriteArrayList<>();
    try (Tls tls =
        Tls.open(
            new TlsSettings.Files(pems.files()),
            InstantSource.system(),
            new SecureRandom(),
            events::add)) {
      ServerConnector[] connector = new ServerConnector[1];
      Javalin server =
          Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.jetty.addConnector((jetty, http) ->
                connector[0] = (ServerConnector) tls.connector(jetty, http, "127.0.0.1", 0));
            config.routes.get("/", context -> context.result(context.scheme()));
          });
      server.start();
      try {
        int port = connector[0].getLocalPort();
        assertThat(get(first, port)).isEqualTo("https");

        DevelopmentCertificate second = make();
        pems.write(second);
        tls.check();

        assertThat(get(second, port)).isEqualTo("https");
        assertThat(tls.identity().leaf()).isEqualTo(second.identity().leaf());
        assertThat(events).singleElement().isInstanceOf(CertificateEvent.Replaced.class);
      } finally {
        server.stop();
      }
    }
  }

  private static DevelopmentCertificate make() throws Exception {
    return DevelopmentCertificate.make(
        List.of("localhost"), Duration.ofDays(30), Instant.now(), new SecureRandom());
  }

  private static String get(DevelopmentCertificate trusted, int port) throws Exception {
    try (HttpClient client =
        HttpClient.newBuilder().sslContext(SeenCertificate.trusting(trusted.root())).build()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/")).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
