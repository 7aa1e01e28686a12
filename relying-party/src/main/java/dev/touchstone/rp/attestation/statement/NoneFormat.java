package dev.touchstone.rp.attestation.statement;

import com.upokecenter.cbor.CBORType;
import java.security.cert.X509Certificate;
import java.util.List;

/** WebAuthn Level 3 §8.7. */
record NoneFormat() implements StatementFormat {

  @Override
  public AttestationType type(Evidence evidence) {
    return AttestationType.NONE;
  }

  @Override
  public List<X509Certificate> chain(Evidence evidence) {
    return List.of();
  }

  @Override
  public void verify(Evidence evidence, List<X509Certificate> chain) throws Refusal {
    if (evidence.statement().getType() != CBORType.Map || evidence.statement().size() != 0) {
      throw Refusal.malformed("the statement of format \"none\" is not an empty map");
    }
  }
}
