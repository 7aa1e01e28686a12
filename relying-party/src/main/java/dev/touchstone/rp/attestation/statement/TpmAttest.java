package dev.touchstone.rp.attestation.statement;

/** {@code certInfo}: TPMS_ATTEST of the kind TPM2_Certify makes (TPM Library Part 2 §10.12.8). */
final class TpmAttest {

  private static final long GENERATED_VALUE = 0xff544347L;
  private static final int ATTEST_CERTIFY = 0x8017;
  private static final int CLOCK_INFO = 17;
  private static final int FIRMWARE_VERSION = 8;

  private final byte[] extraData;
  private final byte[] attestedName;

  private TpmAttest(byte[] extraData, byte[] attestedName) {
    this.extraData = extraData;
    this.attestedName = attestedName;
  }

  static TpmAttest read(byte[] certInfo) throws Refusal {
    TpmBytes bytes = new TpmBytes(certInfo, "certInfo");
    if (bytes.uint32() != GENERATED_VALUE) {
      throw Refusal.malformed("certInfo was not made by a TPM (magic)");
    }
    if (bytes.uint16() != ATTEST_CERTIFY) {
      throw Refusal.malformed("certInfo certifies no key (type)");
    }
    bytes.sized();
    byte[] extraData = bytes.sized();
    bytes.skip(CLOCK_INFO + FIRMWARE_VERSION);
    return new TpmAttest(extraData, bytes.sized());
  }

  /** What the caller had the TPM sign along. */
  byte[] extraData() {
    return extraData.clone();
  }

  /** Name of the certified key: its hash algorithm, then the hash of its public area. */
  byte[] attestedName() {
    return attestedName.clone();
  }
}
