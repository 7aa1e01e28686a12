package dev.touchstone.rp.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.audit.export.RowFormat;
import dev.touchstone.rp.audit.syslog.SyslogMessage;
import dev.touchstone.rp.audit.syslog.SyslogTarget;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.store.sqlite.SqliteStore;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SyslogFollowerTest {

  private static final SyslogFollower.Pace QUICK =
      new SyslogFollower.Pace(Duration.ofMillis(5), Duration.ofMillis(50), Duration.ofMillis(20));

  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private Store store;
  private AuditDesk desk;
  private int written;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    store = SqliteStore.open(folder.resolve("touchstone.db"), Duration.ofSeconds(5));
    desk =
        new AuditDesk(
            store,
            () -> {
              throw new IllegalStateException("no key is needed");
            },
            Instant::now);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void rowsAreSentOnceWithTheirNumbers() throws Exception {
    write(3);
    try (SyslogReceiver siem = SyslogReceiver.tcp(0)) {
      assertThat(follower(tcp(siem.port())).once()).isEqualTo(3);
      assertThat(siem.next()).contains("sequenceId=\"1\"").contains("\"subject\":\"user 1\"");
      assertThat(siem.next()).contains("sequenceId=\"2\"");
      assertThat(siem.next()).contains("sequenceId=\"3\"");
      assertThat(follower(tcp(siem.port())).once()).isZero();
      write(1);
      assertThat(follower(tcp(siem.port())).once()).isEqualTo(1);
      assertThat(siem.next()).contains("sequenceId=\"4\"");
    }
  }

  @Test
  void deadReceiverIsToldAndNothingIsRemembered() throws Exception {
    write(2);
    int nobody;
    try (SyslogReceiver siem = SyslogReceiver.tcp(0)) {
      nobody = siem.port();
    }
    assertThatThrownBy(() -> follower(tcp(nobody)).once()).isInstanceOf(IOException.class);
    try (SyslogReceiver siem = SyslogReceiver.tcp(nobody)) {
      assertThat(follower(tcp(siem.port())).once()).isEqualTo(2);
    }
  }

  @Test
  void everyRowArrivesAlthoughTheReceiverBreaksDown() throws Exception {
    SyslogReceiver siem = SyslogReceiver.tcp(0);
    int port = siem.port();
    SyslogFollower follower = follower(tcp(port));
    Thread thread = Thread.ofVirtual().start(() -> follower.follow(told::add));
    write(5);
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      seen.add(number(siem.next()));
    }
    siem.close();
    write(5); // nobody waits for the receiver
    assertThat(told.poll(20, TimeUnit.SECONDS)).startsWith("Connected");
    assertThat(told.poll(20, TimeUnit.SECONDS)).contains("cannot be sent");
    try (SyslogReceiver again = SyslogReceiver.tcp(port)) {
      write(5);
      while (!seen.contains("15")) {
        seen.add(number(again.next()));
      }
      follower.stop();
      thread.join();
    }
    List<String> all = new ArrayList<>();
    for (int i = 1; i <= 15; i++) {
      all.add("" + i);
    }
    assertThat(seen).containsAll(all);
  }

  @Test
  void followerThatIsStartedAgainGoesOnWhereItStopped() throws Exception {
    try (SyslogReceiver siem = SyslogReceiver.tcp(0)) {
      SyslogFollower first = follower(tcp(siem.port()));
      Thread thread = Thread.ofVirtual().start(() -> first.follow(told::add));
      write(2);
      siem.next();
      siem.next();
      first.stop();
      thread.join();
      write(1);
      assertThat(follower(tcp(siem.port())).once()).isEqualTo(1);
      assertThat(number(siem.next())).isEqualTo("3");
    }
  }

  @Test
  void receiverWithTlsHasToProveItsName() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    KeyPair pair = generator.generateKeyPair();
    X509Certificate certificate = certificate(pair);
    SSLContext server = SSLContext.getInstance("TLS");
    KeyStore own = empty();
    own.setKeyEntry("siem", pair.getPrivate(), new char[0], new X509Certificate[] {certificate});
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(own, new char[0]);
    server.init(keys.getKeyManagers(), null, null);
    write(2);
    try (SyslogReceiver siem =
        new SyslogReceiver(server.getServerSocketFactory().createServerSocket(0))) {
      SyslogTarget local = SyslogTarget.parse("tls://localhost:" + siem.port());
      assertThatThrownBy(() -> follower(local, SSLContext.getDefault()).once())
          .isInstanceOf(IOException.class);
      SSLContext trusting = trusting(certificate);
      SyslogTarget other = SyslogTarget.parse("tls://127.0.0.1:" + siem.port());
      assertThatThrownBy(() -> follower(other, trusting).once())
          .as("the certificate names localhost only")
          .isInstanceOf(IOException.class);
      assertThat(siem.messages).isEmpty();
      assertThat(follower(local, trusting).once()).isEqualTo(2);
      assertThat(number(siem.next())).isEqualTo("1");
      assertThat(number(siem.next())).isEqualTo("2");
    }
  }

  private void write(int rows) throws Exception {
    for (int i = 0; i < rows; i++) {
      desk.record(
          AuditEvent.succeeded(
              Instant.now(), "sign-in.complete", Caller.CONSOLE, "user " + ++written));
    }
  }

  private static String number(String message) {
    return message.replaceFirst("(?s).*sequenceId=\"(\\d+)\".*", "$1");
  }

  private static SyslogTarget tcp(int port) {
    return SyslogTarget.parse("tcp://127.0.0.1:" + port);
  }

  private SyslogFollower follower(SyslogTarget target) throws Exception {
    return follower(target, SSLContext.getDefault());
  }

  private SyslogFollower follower(SyslogTarget target, SSLContext trust) {
    return new SyslogFollower(
        store, target, new SyslogMessage("host", 1, RowFormat.JSON), trust, QUICK);
  }

  private static SSLContext trusting(X509Certificate certificate) throws Exception {
    KeyStore store = empty();
    store.setCertificateEntry("siem", certificate);
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }

  private static KeyStore empty() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static X509Certificate certificate(KeyPair pair) throws Exception {
    X500Name name = new X500Name("CN=a receiver of syslog");
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name,
            BigInteger.ONE,
            Date.from(Instant.now().minusSeconds(3600)),
            Date.from(Instant.now().plusSeconds(3600)),
            name,
            pair.getPublic());
    builder.addExtension(
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")));
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
  }
}
