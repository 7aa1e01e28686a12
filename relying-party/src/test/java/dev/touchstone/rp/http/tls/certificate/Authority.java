package dev.touchstone.rp.http.tls.certificate;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority that issues what no real one would. */
public final class Authority {

  /** When everything that is issued here begins, unless said otherwise. */
  public static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private static final Duration LONG = Duration.ofDays(3650);

  private final String name;
  private final KeyPair keys;
  private final X509Certificate certificate;

  private Authority(String name, KeyPair keys, X509Certificate certificate) {
    this.name = name;
    this.keys = keys;
    this.certificate = certificate;
  }

  /** What a certificate is to be like. */
  public record Wish(
      List<String> names, Instant from, Instant until, KeyPurposeId purpose, String key) {

    /** An ordinary server's. */
    public static Wish server(String... names) {
      return new Wish(
          List.of(names),
          NOON,
          NOON.plus(Duration.ofDays(90)),
          KeyPurposeId.id_kp_serverAuth,
          "secp256r1");
    }

    public Wish from(Instant from) {
      return new Wish(names, from, until, purpose, key);
    }

    public Wish until(Instant until) {
      return new Wish(names, from, until, purpose, key);
    }

    public Wish purpose(KeyPurposeId purpose) {
      return new Wish(names, from, until, purpose, key);
    }

    public Wish rsa(int bits) {
      return new Wish(names, from, until, purpose, String.valueOf(bits));
    }
  }

  public static Authority root(String name) throws Exception {
    KeyPair keys = keys("secp256r1");
    Wish wish = Wish.server().from(NOON.minus(LONG)).until(NOON.plus(LONG));
    return new Authority(name, keys, certificate(name, keys, name, keys, wish, true));
  }

  public Authority intermediate(String name) throws Exception {
    KeyPair keys = keys("secp256r1");
    Wish wish = Wish.server().from(NOON.minus(LONG)).until(NOON.plus(LONG));
    return new Authority(name, keys, certificate(this.name, this.keys, name, keys, wish, true));
  }

  public X509Certificate certificate() {
    return certificate;
  }

  /** A server's certificate with the chain that is given. */
  public ServerIdentity issue(Wish wish, X509Certificate... chain) throws Exception {
    KeyPair server = keys(wish.key());
    X509Certificate leaf = certificate(name, keys, "server", server, wish, false);
    return new ServerIdentity(
        Stream.concat(Stream.of(leaf), Arrays.stream(chain)).toList(), server.getPrivate());
  }

  private static KeyPair keys(String kind) throws Exception {
    boolean rsa = kind.chars().allMatch(Character::isDigit);
    KeyPairGenerator generator = KeyPairGenerator.getInstance(rsa ? "RSA" : "EC");
    if (rsa) {
      generator.initialize(Integer.parseInt(kind));
    } else {
      generator.initialize(new ECGenParameterSpec(kind));
    }
    return generator.generateKeyPair();
  }

  private static X509Certificate certificate(
      String issuer, KeyPair issuerKeys, String subject, KeyPair keys, Wish wish, boolean authority)
      throws Exception {
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            new X500Name("CN=" + issuer),
            new BigInteger(100, new SecureRandom()),
            Date.from(wish.from()),
            Date.from(wish.until()),
            new X500Name("CN=" + subject),
            keys.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
    if (!authority) {
      builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(wish.purpose()));
    }
    Optional<GeneralNames> names = names(wish);
    if (names.isPresent()) {
      builder.addExtension(Extension.subjectAlternativeName, false, names.get());
    }
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(
                new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKeys.getPrivate())));
  }

  private static Optional<GeneralNames> names(Wish wish) {
    GeneralName[] names =
        wish.names().stream()
            .map(it -> new GeneralName(GeneralName.dNSName, it))
            .toArray(GeneralName[]::new);
    return names.length == 0 ? Optional.empty() : Optional.of(new GeneralNames(names));
  }
}
