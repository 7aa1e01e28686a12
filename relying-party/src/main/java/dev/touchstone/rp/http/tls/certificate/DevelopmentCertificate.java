package dev.touchstone.rp.http.tls.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate for development, under a root of its own. Every browser and system takes a root;
 * not all of them take a certificate that signed itself. The root's private key is forgotten as
 * soon as it has signed, and the root is good for the same hosts only, so that trusting it opens no
 * other door.
 *
 * @param root what browsers and systems are to trust
 * @param identity what the server shows; the root is in its chain
 */
public record DevelopmentCertificate(X509Certificate root, ServerIdentity identity) {

  /** macOS refuses more of a root that a person added. */
  public static final int MOST_DAYS = 825;

  private static final String LEAF_NAME = "Touchstone development server";
  private static final String ROOT_NAME = "Touchstone development root";

  /**
   * Makes one.
   *
   * @param hosts DNS names and addresses, at least one
   * @param lifetime at most {@value #MOST_DAYS} days
   * @throws CertificateRefused if a host cannot be called so, or the lifetime is out of range
   */
  public static DevelopmentCertificate make(
      List<String> hosts, Duration lifetime, Instant now, SecureRandom random)
      throws CertificateRefused {
    if (hosts.isEmpty()) {
      throw new CertificateRefused(
          "A certificate names at least one host.", "Give its DNS name or address.");
    }
    if (lifetime.compareTo(Duration.ofDays(1)) < 0
        || lifetime.compareTo(Duration.ofDays(MOST_DAYS)) > 0) {
      throw new CertificateRefused(
          "A certificate for development is good for 1 to %d days.".formatted(MOST_DAYS),
          "Give a number of days in that range; macOS refuses more.");
    }
    Set<HostName> names = new LinkedHashSet<>();
    for (String host : hosts) {
      names.add(HostName.of(host));
    }
    try {
      return issue(List.copyOf(names), lifetime, now, random);
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException("every JDK signs with P-256", e);
    }
  }

  private static DevelopmentCertificate issue(
      List<HostName> hosts, Duration lifetime, Instant now, SecureRandom random)
      throws GeneralSecurityException, OperatorCreationException, IOException {
    KeyPair rootKey = ServerKey.make(random);
    KeyPair leafKey = ServerKey.make(random);
    String suffix = Long.toHexString(random.nextLong() >>> 32);
    X500Name rootName = name(ROOT_NAME + " " + suffix);
    JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();

    JcaX509v3CertificateBuilder root =
        builder(rootName, rootName, rootKey.getPublic(), lifetime, now, random);
    root.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
    root.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
    root.addExtension(Extension.nameConstraints, true, constraints(hosts));
    root.addExtension(
        Extension.subjectKeyIdentifier,
        false,
        identifiers.createSubjectKeyIdentifier(rootKey.getPublic()));

    JcaX509v3CertificateBuilder leaf =
        builder(rootName, name(LEAF_NAME), leafKey.getPublic(), lifetime, now, random);
    leaf.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    leaf.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    leaf.addExtension(
        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
    leaf.addExtension(Extension.subjectAlternativeName, false, subjectNames(hosts));
    leaf.addExtension(
        Extension.authorityKeyIdentifier,
        false,
        identifiers.createAuthorityKeyIdentifier(rootKey.getPublic()));

    X509Certificate rootCertificate = signed(root, rootKey);
    X509Certificate leafCertificate = signed(leaf, rootKey);
    return new DevelopmentCertificate(
        rootCertificate,
        new ServerIdentity(List.of(leafCertificate, rootCertificate), leafKey.getPrivate()));
  }

  private static X500Name name(String commonName) {
    return new X500NameBuilder().addRDN(BCStyle.CN, commonName).build();
  }

  private static JcaX509v3CertificateBuilder builder(
      X500Name issuer,
      X500Name subject,
      PublicKey key,
      Duration lifetime,
      Instant now,
      SecureRandom random) {
    Instant from = now.minus(1, ChronoUnit.HOURS); // clocks of other machines are late
    return new JcaX509v3CertificateBuilder(
        issuer,
        new BigInteger(127, random).setBit(126),
        Date.from(from),
        Date.from(from.plus(lifetime)),
        subject,
        key);
  }

  private static X509Certificate signed(JcaX509v3CertificateBuilder builder, KeyPair issuer)
      throws GeneralSecurityException, OperatorCreationException {
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(
                new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.getPrivate())));
  }

  private static GeneralNames subjectNames(List<HostName> hosts) {
    return new GeneralNames(hosts.stream().map(HostName::subjectName).toArray(GeneralName[]::new));
  }

  private static NameConstraints constraints(List<HostName> hosts) {
    return new NameConstraints(
        hosts.stream()
            .map(it -> new GeneralSubtree(it.constraint()))
            .toArray(GeneralSubtree[]::new),
        null);
  }
}
