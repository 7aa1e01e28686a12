package dev.touchstone.key.ctap;

import java.util.Map;

/**
 * The options of authenticatorGetInfo, CTAP 2.3 §6.4 option IDs.
 *
 * @param byId every option that the key told, known to us or not, by its identifier
 */
public record KeyOptions(Map<String, Boolean> byId) {

  /** What a key says about a feature that a person can switch on. */
  public enum Feature {
    /** The key does not have it. */
    ABSENT,
    /** The key has it, but it is not set up. */
    NOT_SET_UP,
    /** Ready for use. */
    READY
  }

  public KeyOptions {
    byId = Map.copyOf(byId);
  }

  /** {@code clientPin}: a PIN that the platform collects. */
  public Feature clientPin() {
    return feature("clientPin");
  }

  /** {@code uv}: user verification by the key itself, such as a fingerprint. */
  public Feature builtInUserVerification() {
    return feature("uv");
  }

  /** {@code rk}: discoverable credentials. */
  public boolean residentKey() {
    return isTrue("rk");
  }

  /** {@code pinUvAuthToken}: tokens with permissions. */
  public boolean pinUvAuthToken() {
    return isTrue("pinUvAuthToken");
  }

  /** {@code makeCredUvNotRqd}: a non-discoverable credential is made without user verification. */
  public boolean makeCredentialWithoutVerification() {
    return isTrue("makeCredUvNotRqd");
  }

  /** {@code noMcGaPermissionsWithClientPin}: a PIN cannot permit ceremonies. */
  public boolean noCeremoniesWithPin() {
    return isTrue("noMcGaPermissionsWithClientPin");
  }

  /** {@code alwaysUv}: nothing happens without user verification. */
  public boolean alwaysUserVerification() {
    return isTrue("alwaysUv");
  }

  /** {@code alwaysUv}: whether it can be switched, and is on. */
  public Feature alwaysUv() {
    return feature("alwaysUv");
  }

  /** {@code largeBlobs}: the authenticatorLargeBlobs command. */
  public boolean largeBlobs() {
    return isTrue("largeBlobs");
  }

  /** {@code credMgmt}: the authenticatorCredentialManagement command. */
  public boolean credentialManagement() {
    return isTrue("credMgmt");
  }

  /** {@code credentialMgmtPreview}: the same, as keys of the drafts of CTAP 2.1 have it. */
  public boolean credentialManagementPreview() {
    return isTrue("credentialMgmtPreview");
  }

  /** {@code perCredMgmtRO}: a token that outlives the key's power, and may only list. */
  public boolean persistentReadOnlyToken() {
    return isTrue("perCredMgmtRO");
  }

  /** {@code ep}: enterprise attestation is switched on. */
  public boolean enterpriseAttestation() {
    return isTrue("ep");
  }

  /** {@code ep}: whether enterprise attestation can be switched on, and is. */
  public Feature enterprise() {
    return feature("ep");
  }

  /**
   * {@code bioEnroll}: fingerprints, as CTAP 2.1 and later manage them; ready when there is one.
   */
  public Feature bioEnrollment() {
    return feature("bioEnroll");
  }

  /** {@code userVerificationMgmtPreview}: the same, as keys of the drafts of CTAP 2.1 have it. */
  public Feature bioEnrollmentPreview() {
    return feature("userVerificationMgmtPreview");
  }

  /** {@code authnrCfg}: the authenticatorConfig command. */
  public boolean authenticatorConfig() {
    return isTrue("authnrCfg");
  }

  /** {@code setMinPINLength}: the least length of a PIN can be raised. */
  public boolean setMinPinLength() {
    return isTrue("setMinPINLength");
  }

  /** {@code uvBioEnroll}: the key's own verification permits managing fingerprints. */
  public boolean builtInForBioEnrollment() {
    return isTrue("uvBioEnroll");
  }

  /** {@code uvAcfg}: the key's own verification permits configuring the key. */
  public boolean builtInForConfiguration() {
    return isTrue("uvAcfg");
  }

  private Feature feature(String id) {
    Boolean value = byId.get(id);
    return value == null ? Feature.ABSENT : value ? Feature.READY : Feature.NOT_SET_UP;
  }

  private boolean isTrue(String id) {
    return byId.getOrDefault(id, false);
  }
}
