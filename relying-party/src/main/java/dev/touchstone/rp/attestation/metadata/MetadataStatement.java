package dev.touchstone.rp.attestation.metadata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a vendor says of a model (FIDO Metadata Statement 3.1 §3). Words of FIDO's registry are kept
 * as they stand.
 *
 * @param description the model's name
 * @param authenticatorVersion the earliest firmware that it describes
 * @param protocolFamily {@code fido2}, {@code u2f} or {@code uaf}
 * @param protocolVersions of that family, such as {@code 1.1}
 * @param algorithms such as {@code secp256r1_ecdsa_sha256_raw}
 * @param attestationTypes such as {@code basic_full}
 * @param userVerification each a way in which the person can be verified: methods that are used
 *     together, joined by {@code +}
 * @param keyProtection such as {@code hardware}
 * @param attachmentHint such as {@code external}
 * @param cryptoStrength in bits
 * @param roots at which, or below which, the model's attestation certificates stand
 * @param icon the media type of its picture, such as {@code image/png}
 * @param getInfo what it answers to authenticatorGetInfo, with names in place of numbers
 */
public record MetadataStatement(
    String description,
    OptionalLong authenticatorVersion,
    String protocolFamily,
    List<String> protocolVersions,
    List<String> algorithms,
    List<String> attestationTypes,
    List<String> userVerification,
    List<String> keyProtection,
    List<String> attachmentHint,
    OptionalLong cryptoStrength,
    List<X509Certificate> roots,
    Optional<String> icon,
    Optional<ObjectNode> getInfo) {

  public MetadataStatement {
    protocolVersions = List.copyOf(protocolVersions);
    algorithms = List.copyOf(algorithms);
    attestationTypes = List.copyOf(attestationTypes);
    userVerification = List.copyOf(userVerification);
    keyProtection = List.copyOf(keyProtection);
    attachmentHint = List.copyOf(attachmentHint);
    roots = List.copyOf(roots);
  }
}
