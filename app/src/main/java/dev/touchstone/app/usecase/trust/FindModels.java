package dev.touchstone.app.usecase.trust;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.rp.attestation.metadata.Metadata.Listed;
import dev.touchstone.rp.attestation.metadata.StatusReport;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Looks models up in the metadata that are kept. */
public final class FindModels {

  private final TrustUseCases.Opening relyingParty;

  FindModels(TrustUseCases.Opening relyingParty) {
    this.relyingParty = relyingParty;
  }

  /**
   * Those whose name, id, protocol or status contains all words of a text, in any case.
   *
   * @param text nothing, for all of them
   * @return by name
   * @throws Failure if the metadata cannot be read
   */
  public List<Listed> run(String text) throws Failure {
    List<String> words =
        Stream.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)).toList();
    return KeptModels.in(relyingParty).all().stream()
        .filter(listed -> words.stream().allMatch(haystack(listed)::contains))
        .sorted(
            Comparator.comparing(listed -> listed.entry().description().toLowerCase(Locale.ROOT)))
        .toList();
  }

  /**
   * One model.
   *
   * @param id AAGUID or key identifier, or the beginning of one
   * @return what every BLOB says of it
   * @throws Failure if there is none, or more than one
   */
  public List<Listed> one(String id) throws Failure {
    String wanted = id.strip().toLowerCase(Locale.ROOT);
    List<Listed> all = KeptModels.in(relyingParty).all();
    List<Listed> found =
        all.stream().filter(listed -> listed.entry().id().startsWith(wanted)).toList();
    long models = found.stream().map(listed -> listed.entry().id()).distinct().count();
    if (models == 1 && !wanted.isEmpty()) {
      return found;
    }
    throw new Failure(
        new Advice(
            Advice.Kind.USAGE,
            models == 0
                ? "The metadata that are kept list no model '%s'.".formatted(id)
                : "%d models begin with '%s'.".formatted(models, id),
            "",
            all.isEmpty()
                ? "Fetch metadata first: touchstone trust fetch."
                : "List them: touchstone trust models.",
            ""));
  }

  private static String haystack(Listed listed) {
    StringBuilder text = new StringBuilder();
    text.append(listed.entry().description()).append(' ').append(listed.entry().id());
    listed
        .entry()
        .statement()
        .ifPresent(statement -> text.append(' ').append(statement.protocolFamily()));
    listed.entry().statusReports().stream()
        .map(StatusReport::word)
        .forEach(word -> text.append(' ').append(word));
    return text.toString().toLowerCase(Locale.ROOT);
  }
}
