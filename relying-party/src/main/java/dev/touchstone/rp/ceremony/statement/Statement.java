package dev.touchstone.rp.ceremony.statement;

import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.ceremony.response.AttestationObject;
import dev.touchstone.rp.ceremony.response.CoseAlgorithm;
import dev.touchstone.rp.ceremony.response.CoseKey;
import dev.touchstone.rp.ceremony.response.Unreadable;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * The inputs of every verification procedure (WebAuthn Level 3 §6.5.5), and the members that most
 * formats share.
 *
 * @param attestation with the statement
 * @param clientDataHash SHA-256 of the client data
 */
record Statement(AttestationObject attestation, Bytes clientDataHash) {

  boolean has(String member) {
    return attestation.statement().ContainsKey(member);
  }

  /** Authenticator data and client data hash, which most formats sign. */
  Bytes signedData() {
    return attestation.authenticatorData().bytes().plus(clientDataHash);
  }

  CoseKey credentialKey() throws Unreadable {
    return CoseKey.parse(attestation.attested().publicKey());
  }

  Bytes signature() throws Unreadable {
    return Bytes.of(member("sig", CBORType.ByteString).GetByteString());
  }

  CoseAlgorithm algorithm() throws Unreadable {
    CBORObject alg = attestation.statement().get("alg");
    if (alg == null || !alg.isNumber() || !alg.AsNumber().CanFitInInt32()) {
      throw new Unreadable("the statement has no algorithm 'alg'");
    }
    int number = alg.AsNumber().ToInt32Checked();
    return CoseAlgorithm.numbered(number)
        .orElseThrow(() ->
            new Unreadable(
                "the statement's algorithm %d is not one we can verify".formatted(number)));
  }

  /** The certificates in {@code x5c}, the attestation certificate first. */
  List<X509Certificate> certificates() throws Unreadable {
    List<X509Certificate> certificates = new ArrayList<>();
    for (CBORObject certificate : member("x5c", CBORType.Array).getValues()) {
      if (certificate.getType() != CBORType.ByteString) {
        throw new Unreadable("an element of 'x5c' is no byte string");
      }
      certificates.add(certificate(certificate.GetByteString()));
    }
    if (certificates.isEmpty()) {
      throw new Unreadable("'x5c' is empty");
    }
    return certificates;
  }

  private static X509Certificate certificate(byte[] der) throws Unreadable {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (CertificateException e) {
      throw new Unreadable("an element of 'x5c' is no X.509 certificate");
    }
  }

  private CBORObject member(String name, CBORType type) throws Unreadable {
    CBORObject member = attestation.statement().get(name);
    if (member == null || member.getType() != type) {
      throw new Unreadable("the statement has no '%s' of type %s".formatted(name, type));
    }
    return member;
  }
}
