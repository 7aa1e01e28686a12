package dev.touchstone.rp.attestation;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.UUID;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate made for a test, with its key. Valid in the year 2026 unless told otherwise. */
public record Issued(X509Certificate certificate, KeyPair keys) {

  public static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final String AAGUID = "1.3.6.1.4.1.45724.1.1.4";

  /** What to put into a certificate. */
  public static final class Order {
    private final String subject;
    private boolean ca;
    private int pathLength = 5;
    private Instant from = Instant.parse("2026-01-01T00:00:00Z");
    private Instant until = Instant.parse("2026-12-31T00:00:00Z");
    private String signature = "SHA256withECDSA";
    private byte[] aaguid = new byte[0];
    private boolean aaguidCritical;
    private String strangeCritical = "";
    private String revocationList = "";
    private String host = "";

    private Order(String subject) {
      this.subject = subject;
    }

    public Order ca() {
      ca = true;
      return this;
    }

    public Order caWithPathLength(int length) {
      pathLength = length;
      return ca();
    }

    public Order valid(String first, String last) {
      from = Instant.parse(first + "T00:00:00Z");
      until = Instant.parse(last + "T00:00:00Z");
      return this;
    }

    public Order signedWith(String algorithm) {
      signature = algorithm;
      return this;
    }

    public Order aaguid(UUID model) {
      aaguid = HexFormat.of().parseHex(model.toString().replace("-", ""));
      return this;
    }

    public Order criticalAaguid(UUID model) {
      aaguidCritical = true;
      return aaguid(model);
    }

    /** Where its issuer's list of revoked certificates is said to be. */
    public Order revocationList(String address) {
      revocationList = address;
      return this;
    }

    /** Its alternative name. */
    public Order host(String name) {
      host = name;
      return this;
    }

    public Order critical(String oid) {
      strangeCritical = oid;
      return this;
    }

    public Issued selfSigned() throws Exception {
      KeyPair own = keyPair();
      return issue(new X500Name(subject), own.getPrivate(), own);
    }

    public Issued by(Issued issuer) throws Exception {
      X500Name name =
          X500Name.getInstance(issuer.certificate.getSubjectX500Principal().getEncoded());
      return issue(name, issuer.keys.getPrivate(), keyPair());
    }

    private Issued issue(X500Name issuer, PrivateKey signer, KeyPair own) throws Exception {
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              issuer,
              BigInteger.valueOf(own.getPublic().hashCode() & 0x7fffffffL),
              Date.from(from),
              Date.from(until),
              new X500Name(subject),
              own.getPublic());
      builder.addExtension(
          Extension.basicConstraints,
          true,
          ca ? new BasicConstraints(pathLength) : new BasicConstraints(false));
      if (aaguid.length > 0) {
        builder.addExtension(
            new ASN1ObjectIdentifier(AAGUID), aaguidCritical, new DEROctetString(aaguid));
      }
      if (!strangeCritical.isEmpty()) {
        builder.addExtension(
            new ASN1ObjectIdentifier(strangeCritical), true, new DEROctetString(new byte[1]));
      }
      if (!revocationList.isEmpty()) {
        GeneralNames address =
            new GeneralNames(
                new GeneralName(GeneralName.uniformResourceIdentifier, revocationList));
        builder.addExtension(
            Extension.cRLDistributionPoints,
            false,
            new CRLDistPoint(
                new DistributionPoint[] {
                  new DistributionPoint(new DistributionPointName(address), null, null)
                }));
      }
      if (!host.isEmpty()) {
        builder.addExtension(
            Extension.subjectAlternativeName,
            false,
            new GeneralNames(new GeneralName(GeneralName.dNSName, host)));
      }
      return new Issued(
          new JcaX509CertificateConverter()
              .getCertificate(builder.build(new JcaContentSignerBuilder(signature).build(signer))),
          own);
    }
  }

  /** Begins a certificate for this subject, such as {@code CN=A root}. */
  public static Order order(String subject) {
    return new Order(subject);
  }

  private static KeyPair keyPair() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }
}
