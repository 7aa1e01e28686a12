package dev.touchstone.rp.attestation.metadata;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** The BLOBs that are believed, and what they say of a model. Immutable. */
public final class Metadata {

  /**
   * An entry and where it stands.
   *
   * @param publisher whose BLOB, such as {@code FIDO Alliance}
   * @param number of that BLOB
   */
  public record Listed(String publisher, long number, MetadataEntry entry) {

    /** Such as {@code the metadata of FIDO Alliance, number 123}. */
    public String origin() {
      return "the metadata of %s, number %d".formatted(publisher, number);
    }
  }

  private static final UUID NO_MODEL = new UUID(0, 0);
  private static final Metadata NONE = new Metadata(List.of());

  private final List<Listed> all;
  private final Map<UUID, List<Listed>> byAaguid = new HashMap<>();
  private final Map<String, List<Listed>> byKey = new HashMap<>();

  private Metadata(List<Listed> all) {
    this.all = List.copyOf(all);
    for (Listed listed : all) {
      listed.entry().aaguid().ifPresent(it -> add(byAaguid, it, listed));
      listed.entry().certificateKeyIdentifiers().forEach(it -> add(byKey, it, listed));
    }
  }

  /** Nobody said anything. */
  public static Metadata none() {
    return NONE;
  }

  /** With one BLOB more. */
  public Metadata plus(String publisher, MetadataBlob blob) {
    List<Listed> more = new ArrayList<>(all);
    blob.entries().forEach(entry -> more.add(new Listed(publisher, blob.number(), entry)));
    return new Metadata(more);
  }

  /** Every model of every BLOB. */
  public List<Listed> all() {
    return all;
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** What is said of a FIDO2 model. */
  public List<Listed> of(UUID aaguid) {
    return byAaguid.getOrDefault(aaguid, List.of());
  }

  /**
   * What is said of the model of an attestation: by its AAGUID, or, for U2F which has none, by the
   * public keys of its certificates (FIDO Metadata Service 3.1 §3.1.1).
   */
  public List<Listed> of(UUID aaguid, Collection<X509Certificate> chain) {
    if (!aaguid.equals(NO_MODEL)) {
      return of(aaguid);
    }
    Set<Listed> found = new LinkedHashSet<>();
    chain.forEach(
        certificate -> found.addAll(byKey.getOrDefault(keyIdentifier(certificate), List.of())));
    return List.copyOf(found);
  }

  private static <K> void add(Map<K, List<Listed>> index, K key, Listed listed) {
    index.computeIfAbsent(key, ignored -> new ArrayList<>()).add(listed);
  }

  /** SHA-1 of the key's bits (RFC 5280 §4.2.1.2, method 1). */
  private static String keyIdentifier(X509Certificate certificate) {
    byte[] bits =
        SubjectPublicKeyInfo.getInstance(certificate.getPublicKey().getEncoded())
            .getPublicKeyData()
            .getBytes();
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bits));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
