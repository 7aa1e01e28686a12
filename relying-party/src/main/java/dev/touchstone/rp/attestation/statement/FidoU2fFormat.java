package dev.touchstone.rp.attestation.statement;

import dev.touchstone.rp.cose.CoseKey;
import dev.touchstone.rp.cose.CoseSignature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** WebAuthn Level 3 §8.6. */
record FidoU2fFormat() implements StatementFormat {

  private static final int ES256 = -7;

  @Override
  public AttestationType type(Evidence evidence) {
    return AttestationType.BASIC;
  }

  @Override
  public List<X509Certificate> chain(Evidence evidence) throws Refusal {
    return evidence.x5c();
  }

  @Override
  public void verify(Evidence evidence, List<X509Certificate> chain) throws Refusal {
    if (chain.size() != 1) {
      throw Refusal.malformed("x5c has %d certificates where U2F has one".formatted(chain.size()));
    }
    X509Certificate leaf = chain.getFirst();
    if (!(leaf.getPublicKey() instanceof ECPublicKey key)
        || key.getParams().getCurve().getField().getFieldSize() != 256) {
      throw Refusal.malformed("the leaf certificate's key is not on the curve P-256");
    }
    byte[] signature = evidence.bytes("sig");
    byte[] point = rawPoint(evidence.credentialKey());
    Optional<byte[]> hash = evidence.clientDataHash();
    if (hash.isEmpty()) {
      return;
    }
    byte[] message =
        Evidence.concatenate(
            new byte[] {0},
            evidence.object().authenticatorData().rpIdHash(),
            hash.get(),
            HexFormat.of().parseHex(evidence.object().credential().idHex()),
            point);
    if (CoseSignature.verify(ES256, key, message, signature) != CoseSignature.Outcome.VALID) {
      throw Refusal.mismatch(
          "the U2F registration signature does not verify with the key of the leaf certificate");
    }
  }

  private static byte[] rawPoint(CoseKey key) throws Refusal {
    Optional<byte[]> x = key.bytes(-2).filter(it -> it.length == 32);
    Optional<byte[]> y = key.bytes(-3).filter(it -> it.length == 32);
    if (x.isEmpty() || y.isEmpty()) {
      throw Refusal.malformed("the credential's key is not a point on the curve P-256");
    }
    return Evidence.concatenate(new byte[] {4}, x.get(), y.get());
  }
}
