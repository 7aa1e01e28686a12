package dev.touchstone.rp.trust;

import dev.touchstone.rp.attestation.policy.TrustPolicy;
import dev.touchstone.rp.attestation.policy.TrustPolicyJson;
import dev.touchstone.rp.failure.RelyingPartyException.StoreUnavailable;
import dev.touchstone.rp.failure.RelyingPartyException.StoreUnavailable.Reason;
import dev.touchstone.rp.setting.StoredSettings;
import java.time.Instant;
import java.util.Optional;

/** The policy among the settings that all replicas share. */
final class StoredPolicy {

  private static final String NAME = "trust.policy";

  private StoredPolicy() {}

  /**
   * The one that was set, if one was.
   *
   * @throws StoreUnavailable if it makes no sense: a newer program may know rules that this one
   *     does not, and to leave one out would open a door
   */
  static Optional<TrustPolicy> find(StoredSettings settings) throws StoreUnavailable {
    Optional<String> text = settings.find(NAME);
    try {
      return text.map(TrustPolicyJson::read);
    } catch (IllegalArgumentException e) {
      throw new StoreUnavailable(
          Reason.DAMAGED,
          "The trust policy in the database cannot be used: %s. Use the version of this program that wrote it, or set the policy anew with 'touchstone trust policy --usual'."
              .formatted(e.getMessage()),
          e);
    }
  }

  static void put(StoredSettings settings, TrustPolicy policy, Instant now) {
    settings.put(NAME, TrustPolicyJson.write(policy), now);
  }
}
