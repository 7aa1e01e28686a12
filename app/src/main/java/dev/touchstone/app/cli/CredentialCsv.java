package dev.touchstone.app.cli;

import dev.touchstone.app.usecase.AlgorithmName;
import dev.touchstone.key.manage.StoredCredential;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The credentials on a key as CSV (RFC 4180, but with line feeds): a heading, then a line for each;
 * every value in quotation marks. Described in {@code docs/terminal.md}.
 */
final class CredentialCsv {

  private CredentialCsv() {}

  static List<String> lines(List<StoredCredential> credentials) {
    List<String> lines = new ArrayList<>();
    lines.add(
        line(
            "credential_id",
            "rp_id",
            "rp_id_hash",
            "user_name",
            "user_display_name",
            "user_id",
            "algorithm",
            "protection",
            "large_blob_key",
            "third_party_payment"));
    for (StoredCredential it : credentials) {
      lines.add(
          line(
              it.id().bytes().base64Url(),
              it.rp().id().orElse(""),
              HexFormat.of().formatHex(it.rp().idHash().toArray()),
              it.user().name(),
              it.user().displayName(),
              it.user().id().base64Url(),
              AlgorithmName.of(it.publicKey().algorithm()),
              it.protection().isPresent() ? String.valueOf(it.protection().getAsInt()) : "",
              it.largeBlobKey() ? "yes" : "no",
              it.thirdPartyPayment().map(yes -> yes ? "yes" : "no").orElse("")));
    }
    return lines;
  }

  private static String line(String... values) {
    return Stream.of(values)
        .map(value -> '"' + Visible.line(value).replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(","));
  }
}
