package dev.touchstone.app.cli;

import dev.touchstone.app.settings.Settings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** As what the relying party inside appears. */
final class RelyingPartyOptions {

  @Option(
      names = "--rp-id",
      paramLabel = "DOMAIN",
      description = "The relying party's id. Usually localhost, or rp.id in settings.properties.")
  private @Nullable String rpId;

  @Option(
      names = "--origin",
      paramLabel = "ORIGIN",
      description =
          "The origin that the client is at, and that the relying party accepts. Usually"
              + " https:// and the relying party's id.")
  private @Nullable String origin;

  Settings adjust(Settings settings) {
    String id = rpId == null ? settings.rpId() : rpId;
    List<String> origins =
        origin != null
            ? List.of(origin)
            : rpId == null ? settings.origins() : List.of("https://" + rpId);
    return settings.withRp(id, origins);
  }
}
