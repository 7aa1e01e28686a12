package dev.touchstone.app.virtual;

import dev.touchstone.fixture.client.BareClient;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.model.KeyModel;
import dev.touchstone.fixture.key.model.KeyModels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Keys that hold credentials, registered by a client that nobody tests here. */
public final class Filled {

  public static final String PIN = "246810";

  /** What {@link #withMany} leaves free. */
  public static final int SLOTS_LEFT = 7;

  private Filled() {}

  /** A key with a PIN and two users at two relying parties. */
  public static VirtualKey with(KeyModel model) throws IOException {
    VirtualKey key = Keys.touched(model);
    register(key, "one.example", "ada", "Ada Lovelace");
    register(key, "two.example", "grace", "Grace Hopper");
    return key;
  }

  /** A key with this many users at each of this many relying parties, {@code rp-007.example}. */
  public static VirtualKey withMany(int relyingParties, int usersOfEach) throws IOException {
    int all = relyingParties * usersOfEach;
    VirtualKey key =
        Keys.touched(
            KeyModels.TOUCHSTONE.with(
                model -> model.sizes(sizes -> sizes.withDiscoverable(all + SLOTS_LEFT))));
    for (int rp = 0; rp < relyingParties; rp++) {
      for (int user = 0; user < usersOfEach; user++) {
        register(
            key, "rp-%03d.example".formatted(rp), "user-%d-%d".formatted(rp, user), "Somebody");
      }
    }
    return key;
  }

  /** One more. */
  public static void register(VirtualKey key, String rpId, String name, String displayName)
      throws IOException {
    var _ =
        new BareClient(key, "https://" + rpId)
            .withPin(PIN)
            .register(
                """
                {"rp":{"id":"%s","name":"Example"},
                 "user":{"id":"%s","name":"%s","displayName":"%s"},
                 "challenge":"AAECAwQFBgcICQoLDA0ODw",
                 "pubKeyCredParams":[{"type":"public-key","alg":-7}],
                 "extensions":{"largeBlobKey":true},
                 "authenticatorSelection":{"residentKey":"required","userVerification":"required"}}
                """
                    .formatted(
                        rpId,
                        Base64.getUrlEncoder()
                            .encodeToString((rpId + name).getBytes(StandardCharsets.UTF_8)),
                        name,
                        displayName));
  }
}
