package dev.touchstone.rp.attestation.statement;

import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import dev.touchstone.rp.attestation.certificate.CertificateExtension;
import dev.touchstone.rp.cose.CoseAlgorithm;
import dev.touchstone.rp.cose.CoseKey;
import dev.touchstone.rp.cose.CoseSignature;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a statement is verified from, with the checks that several formats share.
 *
 * @param object the attestation object
 * @param statement its statement, or one of the statements of a compound one
 * @param clientDataHash SHA-256 of the client data, if it is known
 */
record Evidence(AttestationObject object, CBORObject statement, Optional<byte[]> clientDataHash) {

  /** Authenticator data followed by the client data hash, where that is known. */
  Optional<byte[]> attestedBytes() {
    return clientDataHash.map(hash -> concatenate(object.authenticatorData().bytes(), hash));
  }

  CoseKey credentialKey() throws Refusal {
    return object.credential().key();
  }

  byte[] bytes(String field) throws Refusal {
    return typed(field, CBORType.ByteString).GetByteString();
  }

  String text(String field) throws Refusal {
    return typed(field, CBORType.TextString).AsString();
  }

  int algorithm() throws Refusal {
    CBORObject value = typed("alg", CBORType.Integer);
    if (!value.CanValueFitInInt32()) {
      throw Refusal.malformed("its alg is no algorithm number");
    }
    return value.AsInt32Value();
  }

  boolean has(String field) {
    return statement.getType() == CBORType.Map && statement.get(field) != null;
  }

  /** The certificates of {@code x5c}, the leaf first; at least one. */
  List<X509Certificate> x5c() throws Refusal {
    CBORObject array = typed("x5c", CBORType.Array);
    List<X509Certificate> chain = new ArrayList<>();
    for (CBORObject der : array.getValues()) {
      if (der.getType() != CBORType.ByteString) {
        throw Refusal.malformed("x5c holds something that is not a byte string");
      }
      chain.add(certificate(der.GetByteString(), chain.size() + 1));
    }
    if (chain.isEmpty()) {
      throw Refusal.malformed("x5c is empty");
    }
    return List.copyOf(chain);
  }

  static X509Certificate certificate(byte[] der, int number) throws Refusal {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (CertificateException e) {
      throw Refusal.malformed("certificate " + number + " of the statement cannot be read");
    }
  }

  void verifySignature(PublicKey key, String whose, byte[] message, byte[] signature)
      throws Refusal {
    int algorithm = algorithm();
    switch (CoseSignature.verify(algorithm, key, message, signature)) {
      case VALID -> {}
      case INVALID ->
          throw Refusal.mismatch(
              "the statement's signature (%s) does not verify with the key of %s"
                  .formatted(CoseAlgorithm.describe(algorithm), whose));
      case UNSUPPORTED ->
          throw new Refusal(
              "this program cannot verify signatures with the algorithm "
                  + CoseAlgorithm.describe(algorithm),
              "Verify it with a program that can.");
    }
  }

  /** WebAuthn Level 3 §8.2 and §8.3: a certificate that names an AAGUID must name this one. */
  void verifyAaguid(X509Certificate leaf) throws Refusal {
    Optional<UUID> certified = CertificateExtension.aaguid(leaf);
    if (certified.isEmpty() && leaf.getExtensionValue(CertificateExtension.FIDO_AAGUID) != null) {
      throw Refusal.malformed("the AAGUID extension of the leaf certificate holds no AAGUID");
    }
    UUID told = object.credential().aaguid();
    if (certified.isPresent() && !certified.get().equals(told)) {
      throw Refusal.mismatch(
          "the leaf certificate is for the AAGUID %s, but the authenticator data says %s"
              .formatted(certified.get(), told));
    }
    boolean critical =
        leaf.getCriticalExtensionOIDs() != null
            && leaf.getCriticalExtensionOIDs().contains(CertificateExtension.FIDO_AAGUID);
    if (critical) {
      throw Refusal.malformed("the AAGUID extension of the leaf certificate is marked critical");
    }
  }

  void verifyIsCredentialKey(X509Certificate leaf) throws Refusal {
    Optional<PublicKey> key = credentialKey().publicKey();
    if (key.isEmpty() || !key.get().equals(leaf.getPublicKey())) {
      throw Refusal.mismatch("the key of the leaf certificate is not the credential's public key");
    }
  }

  static void verifyIsNoCa(X509Certificate leaf) throws Refusal {
    if (leaf.getBasicConstraints() >= 0) {
      throw Refusal.malformed(
          "the leaf certificate is a CA, which an attestation certificate must not be");
    }
  }

  static byte[] digest(String algorithm, byte[] message) {
    try {
      return MessageDigest.getInstance(algorithm).digest(message);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has " + algorithm + ".", e);
    }
  }

  static byte[] concatenate(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    byte[] whole = new byte[length];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, whole, at, part.length);
      at += part.length;
    }
    return whole;
  }

  /** Label of {@code alg} in the credential's key. */
  OptionalInt credentialAlgorithm() throws Refusal {
    return credentialKey().algorithm();
  }

  private CBORObject typed(String field, CBORType type) throws Refusal {
    @Nullable CBORObject value = statement.getType() == CBORType.Map ? statement.get(field) : null;
    if (value == null) {
      throw Refusal.malformed("the attestation statement has no field " + field);
    }
    if (value.getType() != type) {
      throw Refusal.malformed(
          "the field " + field + " of the attestation statement has a wrong type");
    }
    return value;
  }
}
