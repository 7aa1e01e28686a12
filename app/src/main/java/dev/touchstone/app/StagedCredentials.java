package dev.touchstone.app;

import dev.touchstone.fixture.client.BareClient;
import dev.touchstone.fixture.key.VirtualKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** What a key holds that was used for a while, for pictures. */
final class StagedCredentials {

  private record Account(String rpId, String name, String displayName, int protection) {}

  private static final List<Account> ACCOUNTS =
      List.of(
          new Account("accounts.bank.example", "ada.lovelace", "Ada Lovelace", 3),
          new Account("code.example", "ada", "Ada Lovelace", 1),
          new Account("code.example", "ada-at-work", "Ada Lovelace (Analytical Engines)", 1),
          new Account(
              "single-sign-on.students.international-university-of-applied-sciences.example",
              "maximiliane.theodora.von.hohenstein-rothenburg@department.example",
              "Maximiliane Theodora von Hohenstein-Rothenburg",
              2),
          new Account("mail.example", "", "", 1));

  private StagedCredentials() {}

  /** Registers them, by a client that asks nobody. */
  static void on(VirtualKey key, String pin) throws IOException {
    for (Account account : ACCOUNTS) {
      var _ =
          new BareClient(key, "https://" + account.rpId()).withPin(pin).register(options(account));
    }
  }

  private static String options(Account account) {
    String policy =
        List.of(
                "userVerificationOptional",
                "userVerificationOptionalWithCredentialIDList",
                "userVerificationRequired")
            .get(account.protection() - 1);
    String userId =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString((account.rpId() + account.name()).getBytes(StandardCharsets.UTF_8));
    return """
    {"rp": {"id": "%s", "name": "%s"},
     "user": {"id": "%s", "name": "%s", "displayName": "%s"},
     "challenge": "c2V0LXVwLW9mLXRoZS1iZW5jaC1rZXk",
     "extensions": {"credentialProtectionPolicy": "%s", "largeBlobKey": true},
     "authenticatorSelection": {"residentKey": "required", "userVerification": "required"},
     "pubKeyCredParams": [{"type": "public-key", "alg": -7}]}
    """
        .formatted(
            account.rpId(),
            account.rpId(),
            userId.substring(0, Math.min(80, userId.length())),
            account.name(),
            account.displayName(),
            policy);
  }
}
