package dev.touchstone.rp.ceremony.check;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.attestation.statement.AuthenticatorData;
import dev.touchstone.rp.attestation.statement.AuthenticatorData.Flag;
import dev.touchstone.rp.ceremony.response.Piece;
import java.util.List;

/**
 * What the key says of itself (WebAuthn Level 3 §7.1 steps 14 to 17, §7.2 steps 15 to 18).
 *
 * @param authenticatorData as the key signed it
 */
public record AuthenticatorDataChecks(Piece<AuthenticatorData> authenticatorData) {

  /**
   * Whether the key acted for us.
   *
   * @param rpIds the RP ID, and behind it the AppID where the ceremony asked for the appid
   *     extension (§10.1.1)
   */
  public Finding rpIdHash(List<String> rpIds) {
    return Finding.of(
        authenticatorData,
        it -> {
          List<String> expected =
              rpIds.stream().map(id -> Bytes.ofUtf8(id).sha256().hex()).toList();
          String received = Bytes.of(it.rpIdHash()).hex();
          String ids = String.join(" or ", rpIds);
          Finding finding =
              expected.contains(received)
                  ? Finding.passed("The key acted for the RP ID %s.".formatted(ids))
                  : Finding.failed("The key acted for another RP ID than %s.".formatted(ids));
          return finding.with(
              "SHA-256 of the RP ID " + ids, String.join(" or ", expected), received);
        });
  }

  public Finding userPresent() {
    return flag(
        Flag.UP, "UP set", "The key tested user presence.", "The key did not test user presence.");
  }

  /**
   * Whether the key verified the user, where that is required.
   *
   * @param requirement {@code required}, {@code preferred} or {@code discouraged}
   */
  public Finding userVerified(String requirement) {
    if (requirement.equals("required")) {
      return flag(
          Flag.UV,
          "UV set",
          "The key verified the user, as required.",
          "User verification is required, and the key did not verify the user.");
    }
    return Finding.of(
        authenticatorData,
        it ->
            Finding.notApplicable(
                    "User verification is %s and not required; the key %s the user."
                        .formatted(requirement, it.has(Flag.UV) ? "verified" : "did not verify"))
                .with("flags", FlagNames.of(it)));
  }

  public Finding backupStateConsistent() {
    return Finding.of(
        authenticatorData,
        it -> {
          if (it.has(Flag.BE)) {
            return Finding.notApplicable("The credential is backup eligible (BE is set).")
                .with("flags", FlagNames.of(it));
          }
          Finding finding =
              it.has(Flag.BS)
                  ? Finding.failed("BS is set although BE is not: the key contradicts itself.")
                  : Finding.passed("BE is not set, and neither is BS.");
          return finding.with("flags", "BS not set", FlagNames.of(it));
        });
  }

  /** A flag that is kept and shown, but on which nothing depends. */
  public Finding noPolicyOn(String what) {
    return Finding.of(
        authenticatorData,
        it ->
            Finding.notApplicable(
                    "This relying party keeps and shows %s, and makes no decision on it."
                        .formatted(what))
                .with("flags", FlagNames.of(it)));
  }

  private Finding flag(Flag flag, String expected, String good, String bad) {
    return Finding.of(
        authenticatorData,
        it -> {
          Finding finding = it.has(flag) ? Finding.passed(good) : Finding.failed(bad);
          return finding.with("flags", expected, FlagNames.of(it));
        });
  }
}
