package dev.touchstone.app.usecase;

import dev.touchstone.app.usecase.KeyDescription.Fact;
import dev.touchstone.key.ctap.KeyOptions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The option IDs of {@code authenticatorGetInfo} (CTAP 2.3 §6.4) in words. */
final class OptionWords {

  /** What a person should know of each. */
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("plat", "built into this computer, cannot be taken away"),
          Map.entry("rk", "keeps discoverable credentials, for sign-in without a name"),
          Map.entry("clientPin", "a PIN; true once one is set"),
          Map.entry("up", "asks for a touch"),
          Map.entry("uv", "verifies the person itself, such as by a finger; true once set up"),
          Map.entry("uvToken", "gives a token for a finger, in drafts of CTAP 2.1"),
          Map.entry("pinUvAuthToken", "gives tokens with permissions for PIN or finger"),
          Map.entry("noMcGaPermissionsWithClientPin", "a PIN alone permits no ceremony"),
          Map.entry("largeBlobs", "stores large blobs"),
          Map.entry("ep", "enterprise attestation; true once switched on"),
          Map.entry("bioEnroll", "enrols fingers; true once there is one"),
          Map.entry("userVerificationMgmtPreview", "enrols fingers, preview of CTAP 2.1"),
          Map.entry("uvBioEnroll", "a finger permits enrolling another"),
          Map.entry("authnrCfg", "can be configured by an administrator"),
          Map.entry("uvAcfg", "a finger permits configuration"),
          Map.entry("credMgmt", "lists and deletes its credentials"),
          Map.entry("perCredMgmtRO", "lists its credentials with a lasting token"),
          Map.entry("credentialMgmtPreview", "lists and deletes, preview of CTAP 2.1"),
          Map.entry("setMinPINLength", "its minimum PIN length can be raised"),
          Map.entry("makeCredUvNotRqd", "makes non-discoverable credentials without PIN"),
          Map.entry("alwaysUv", "wants the person verified for everything"));

  private OptionWords() {}

  static List<Fact> facts(KeyOptions options) {
    return new TreeMap<>(options.byId())
        .entrySet().stream()
            .map(it ->
                new Fact(
                    it.getKey(),
                    String.valueOf(it.getValue()),
                    WORDS.getOrDefault(it.getKey(), "not known to this program"),
                    "0x04: {\"%s\": %s}".formatted(it.getKey(), it.getValue())))
            .toList();
  }
}
