package dev.touchstone.rp.attestation.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateExtensionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.3.6.1.4.1.45724.1.1.4 | 04102fc0579f811347eab116bb5a8db9202a | FIDO AAGUID | 2fc0579f-8113-47ea-b116-bb5a8db9202a (YubiKey 5 Series with NFC)",
        "1.3.6.1.4.1.45724.1.1.2 | 0403010203 | FIDO enterprise serial number | 010203",
        "1.3.6.1.4.1.45724.1.1.5 | 02012a | FIDO firmware version | 42",
        "1.3.6.1.4.1.45724.2.1.1 | 03020430 | FIDO U2F transports | USB, NFC",
        "1.3.6.1.4.1.45724.2.1.1 | 03020520 | FIDO U2F transports | USB",
        "1.3.6.1.4.1.45724.2.1.1 | 030203c8 | FIDO U2F transports | Bluetooth, Bluetooth Low Energy, USB internal",
        "1.3.6.1.4.1.41482.13.1 | 0403050700 | Yubico firmware version | 5.7.0",
        "1.3.6.1.4.1.41482.13.1 | 050407 | Yubico firmware version | 5.4.7",
        "1.3.6.1.4.1.41482.2 | 312e332e362e312e342e312e34313438322e312e37 | Yubico device type | YubiKey 5",
        "1.3.6.1.4.1.41482.1.2 | 0400 | Yubico device type | YubiKey NEO",
        "1.3.6.1.4.1.41482.3.7 | 0204010b0c0d | Yubico PIV serial number | 17501197",
        "1.3.6.1.4.1.41482.3.9 | 03 | Yubico PIV form factor | USB-C keychain",
        "1.3.6.1.4.1.41482.3.9 | 85 | Yubico PIV form factor | USB-C and Lightning",
        "1.2.840.113635.100.8.2 | 3006a1040402aabb | Apple anonymous attestation nonce | aabb",
        "1.3.6.1.4.1.11129.2.1.17 | 301602010a0a010202010a0a01020402abcd040030003000 | Android key attestation | version 10, attested by StrongBox, challenge abcd",
        "1.2.3.4 | 0401ff | '' | 0401ff"
      })
  void valuesAreSpelledOut(String oid, String value, String name, String expected)
      throws Exception {
    CertificateExtension extension = only(certificate(oid, value));
    assertThat(extension.oid()).isEqualTo(oid);
    assertThat(extension.name()).isEqualTo(name);
    assertThat(extension.value()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "1.3.6.1.4.1.45724.1.1.4, 0401aa",
    "1.3.6.1.4.1.45724.1.1.4, ff",
    "1.3.6.1.4.1.45724.2.1.1, 0400",
    "1.3.6.1.4.1.41482.13.1, 0402",
    "1.2.840.113635.100.8.2, 3006",
    "1.3.6.1.4.1.11129.2.1.17, 3000"
  })
  void damagedValuesAreShownAsTheyAre(String oid, String value) throws Exception {
    assertThat(only(certificate(oid, value)).value()).isEqualTo(value);
  }

  /** WebAuthn Level 3 §8.2.1, the certificate of the example. */
  @Test
  void theExampleOfTheSpecificationIsRead() throws Exception {
    String pem =
        """
        -----BEGIN CERTIFICATE-----
        MIIBzTCCAXOgAwIBAgIUYHS3FJEL/JTfFqafuAHvlAS+hDYwCgYIKoZIzj0EAwIw
        QTELMAkGA1UEBhMCVVMxFDASBgNVBAoMC1dlYkF1dGhuIFdHMRwwGgYDVQQDDBNF
        eGFtcGxlIEF0dGVzdGF0aW9uMCAXDTI0MDEwMzE3NDUyMVoYDzIwNTAwMTA2MTc0
        NTIxWjBBMQswCQYDVQQGEwJVUzEUMBIGA1UECgwLV2ViQXV0aG4gV0cxHDAaBgNV
        BAMME0V4YW1wbGUgQXR0ZXN0YXRpb24wWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC
        AATDQN9uaFFH4BKBjthHTM1drpb7gIuPod67qyF6UdL4qah6XUp6tE7Prl+DfQ7P
        YH9yMOOcci3nr+Q/jOBaWVERo0cwRTAhBgsrBgEEAYLlHAEBBAQSBBDNjDlcJu3u
        3mU7AHl9A8o8MBIGCysGAQQBguUcAQEFBAMCASowDAYDVR0TAQH/BAIwADAKBggq
        hkjOPQQDAgNIADBFAiA3k3aAUVtLhDHLXOgY2kRnK2hrbRgf2EKdTDLJ1Ds/RAIh
        AOmIblhI3ALCHOaO0IO7YlMpw/lSTvFYv3qwO3m7H8Dc
        -----END CERTIFICATE-----
        """;
    X509Certificate certificate =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(
                    new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    assertThat(CertificateExtension.of(certificate))
        .extracting(CertificateExtension::line)
        .contains(
            "FIDO AAGUID (1.3.6.1.4.1.45724.1.1.4): cd8c395c-26ed-eede-653b-00797d03ca3c (model not in the bundled table)",
            "FIDO firmware version (1.3.6.1.4.1.45724.1.1.5): 42",
            "basic constraints (2.5.29.19): not a CA [critical]");
  }

  private static CertificateExtension only(X509Certificate certificate) {
    assertThat(CertificateExtension.of(certificate)).hasSize(1);
    return CertificateExtension.of(certificate).getFirst();
  }

  private static X509Certificate certificate(String oid, String value) throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    X500Name name = new X500Name("CN=Test");
    byte[] der =
        new JcaX509v3CertificateBuilder(
                name,
                BigInteger.ONE,
                Date.from(Instant.EPOCH),
                Date.from(Instant.EPOCH),
                name,
                pair.getPublic())
            .addExtension(new ASN1ObjectIdentifier(oid), false, HexFormat.of().parseHex(value))
            .build(new JcaContentSignerBuilder("Ed25519").build(pair.getPrivate()))
            .getEncoded();
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
  }
}
