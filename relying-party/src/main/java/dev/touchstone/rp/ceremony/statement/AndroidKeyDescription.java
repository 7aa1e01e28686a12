package dev.touchstone.rp.ceremony.statement;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.ceremony.response.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The key attestation extension of Android certificates, as far as WebAuthn Level 3 §8.4.1 uses it.
 *
 * @param challenge for which the certificate was made
 * @param software what the operating system vouches for
 * @param hardware what the trusted execution environment vouches for
 */
record AndroidKeyDescription(Bytes challenge, List<Der> software, List<Der> hardware) {

  private static final int PURPOSE = 1;
  private static final int ALL_APPLICATIONS = 600;
  private static final int ORIGIN = 702;

  /** KM_ORIGIN_GENERATED: an INTEGER 0. */
  private static final Bytes GENERATED = Bytes.of(new byte[] {2, 1, 0});

  /** KM_PURPOSE_SIGN: an INTEGER 2. */
  private static final Bytes SIGN = Bytes.of(new byte[] {2, 1, 2});

  /**
   * Takes the extension value apart.
   *
   * @throws Unreadable if it is not a KeyDescription
   */
  static AndroidKeyDescription parse(byte[] extensionValue) throws Unreadable {
    Der octets = Der.only(Bytes.of(extensionValue));
    List<Der> fields = Der.only(octets.content()).children();
    if (fields.size() < 8) {
      throw new Unreadable("the key description has too few fields");
    }
    return new AndroidKeyDescription(
        fields.get(4).content(), fields.get(6).children(), fields.get(7).children());
  }

  /** Half a sentence for each rule that is broken. */
  List<String> complaints(Bytes clientDataHash) throws Unreadable {
    List<String> complaints = new ArrayList<>();
    if (!challenge.equals(clientDataHash)) {
      complaints.add("the certificate was made for another challenge");
    }
    if (find(ALL_APPLICATIONS).isPresent()) {
      complaints.add("the key is open to all applications");
    }
    Optional<Der> origin = find(ORIGIN);
    if (origin.isEmpty() || !origin.get().content().equals(GENERATED)) {
      complaints.add("the key was not generated in the keystore");
    }
    Optional<Der> purpose = find(PURPOSE);
    if (purpose.isEmpty() || !Der.only(purpose.get().content()).content().equals(SIGN)) {
      complaints.add("the key is for something else than signing");
    }
    return complaints;
  }

  private Optional<Der> find(int tag) {
    List<Der> both = new ArrayList<>(hardware);
    both.addAll(software);
    return both.stream().filter(it -> it.tag() == tag).findFirst();
  }
}
