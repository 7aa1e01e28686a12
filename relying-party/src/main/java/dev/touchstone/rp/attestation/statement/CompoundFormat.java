package dev.touchstone.rp.attestation.statement;

import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * WebAuthn Level 3 §8.9: several statements about one credential. Our policy is that all of them
 * must hold; the path that is shown is that of the first with certificates.
 */
record CompoundFormat() implements StatementFormat {

  private static final int FEWEST = 2;

  private record Part(StatementFormat format, Evidence evidence) {}

  @Override
  public AttestationType type(Evidence evidence) {
    try {
      for (Part part : parts(evidence)) {
        if (!part.format.chain(part.evidence).isEmpty()) {
          return part.format.type(part.evidence);
        }
      }
      return parts(evidence).getFirst().format.type(evidence);
    } catch (Refusal e) {
      return AttestationType.UNKNOWN;
    }
  }

  @Override
  public List<X509Certificate> chain(Evidence evidence) throws Refusal {
    for (Part part : parts(evidence)) {
      List<X509Certificate> chain = part.format.chain(part.evidence);
      if (!chain.isEmpty()) {
        return chain;
      }
    }
    return List.of();
  }

  @Override
  public void verify(Evidence evidence, List<X509Certificate> chain) throws Refusal {
    for (Part part : parts(evidence)) {
      part.format.verify(part.evidence, part.format.chain(part.evidence));
    }
  }

  private static List<Part> parts(Evidence evidence) throws Refusal {
    CBORObject array = evidence.statement();
    if (array.getType() != CBORType.Array || array.size() < FEWEST) {
      throw Refusal.malformed("the compound statement is not an array of two statements or more");
    }
    List<Part> parts = new ArrayList<>();
    for (CBORObject element : array.getValues()) {
      @Nullable CBORObject fmt = element.getType() == CBORType.Map ? element.get("fmt") : null;
      @Nullable CBORObject statement =
          element.getType() == CBORType.Map ? element.get("attStmt") : null;
      if (fmt == null || fmt.getType() != CBORType.TextString || statement == null) {
        throw Refusal.malformed("a part of the compound statement has no fmt or no attStmt");
      }
      if (fmt.AsString().equals("compound")) {
        throw Refusal.malformed("a compound statement is inside another one");
      }
      parts.add(
          new Part(
              StatementFormat.of(fmt.AsString()),
              new Evidence(evidence.object(), statement, evidence.clientDataHash())));
    }
    return parts;
  }
}
