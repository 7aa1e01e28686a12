package dev.touchstone.app.trouble;

import dev.touchstone.fixture.key.state.Credential;
import dev.touchstone.fixture.key.state.KeyContents;
import dev.touchstone.fixture.key.state.KeySettings;
import dev.touchstone.fixture.key.state.StoredPin;
import java.util.List;
import java.util.Optional;

/** What a person would miss, or find, on a key. No identifiers: they differ from run to run. */
record Facts(
    Optional<StoredPin> pin,
    KeySettings settings,
    List<String> fingers,
    List<String> credentials,
    int largeBlobBytes) {

  static Facts of(KeyContents contents) {
    return new Facts(
        contents.pin(),
        contents.settings(),
        contents.fingerprints().stream()
            .map(it -> it.finger() + " " + it.friendlyName().orElse(""))
            .toList(),
        contents.credentials().stream().map(Facts::told).toList(),
        contents.largeBlobs().length());
  }

  private static String told(Credential credential) {
    var residence = credential.residence().orElseThrow();
    return "%s %s %s"
        .formatted(
            residence.rpId(),
            residence.user().name().orElse(""),
            residence.user().displayName().orElse(""));
  }
}
