package dev.touchstone.rp.http.tls.certificate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * The certificate of a running server. It is read anew when its files change, and connections from
 * then on see the new one; those that are open stay. What cannot be used never replaces what can.
 */
public final class ServerCertificate {

  private static final Duration A_DAY = Duration.ofDays(1);

  private final CertificateFiles files;
  private final InstantSource clock;
  private final Consumer<CertificateEvent> listener;
  private final SslContextFactory.Server contextFactory = new SslContextFactory.Server();

  private volatile ServerIdentity identity;
  private String shown;
  private String seen;
  private String complaint = "";
  private Instant warned = Instant.MIN;

  private ServerCertificate(
      CertificateFiles files, InstantSource clock, Consumer<CertificateEvent> listener)
      throws CertificateRefused {
    this.files = files;
    this.clock = clock;
    this.listener = listener;
    this.shown = files.digest();
    this.seen = shown;
    this.identity = files.read(clock.instant());
    contextFactory.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    contextFactory.setSniRequired(false); // who connects by address sends none
    contextFactory.setKeyStorePassword("");
    contextFactory.setKeyStore(identity.keyStore());
  }

  /**
   * Reads the files.
   *
   * @param listener is told what becomes of the certificate, by the thread that calls {@link
   *     #check}
   * @throws CertificateRefused if they hold nothing that can be used now
   */
  public static ServerCertificate open(
      CertificateFiles files, InstantSource clock, Consumer<CertificateEvent> listener)
      throws CertificateRefused {
    return new ServerCertificate(files, clock, listener);
  }

  /** For the connector of a Jetty server; it follows every change. */
  public SslContextFactory.Server contextFactory() {
    return contextFactory;
  }

  /** What connections see from now on. */
  public ServerIdentity identity() {
    return identity;
  }

  /** Looks at the files, and takes what is new in them. To be called every now and then. */
  public synchronized void check() {
    try {
      String digest = files.digest();
      if (digest.equals(shown)) {
        seen = shown;
        complaint = "";
      } else if (!digest.equals(seen)) {
        seen = digest; // before it is read: what is broken is told once, not at every check
        replace(files.read(clock.instant()));
        shown = digest;
      }
    } catch (CertificateRefused e) {
      keep(e);
    }
    warn(clock.instant());
  }

  private void keep(CertificateRefused reason) {
    String sentence = String.valueOf(reason.getMessage());
    if (!sentence.equals(complaint)) {
      complaint = sentence;
      listener.accept(new CertificateEvent.Kept(identity, reason));
    }
  }

  private void replace(ServerIdentity next) {
    try {
      contextFactory.reload(it -> it.setKeyStore(next.keyStore()));
    } catch (Exception e) { // so Jetty declares it
      throw new IllegalStateException("a pair that was judged makes a TLS context", e);
    }
    identity = next;
    complaint = "";
    listener.accept(new CertificateEvent.Replaced(next));
  }

  private void warn(Instant now) {
    boolean ending = now.plus(CertificateCheck.SOON).isAfter(identity.notAfter());
    if (ending && (warned.equals(Instant.MIN) || !now.isBefore(warned.plus(A_DAY)))) {
      warned = now;
      listener.accept(new CertificateEvent.Ending(identity));
    }
  }
}
