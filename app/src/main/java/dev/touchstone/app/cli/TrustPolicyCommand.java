package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.trust.PolicyWords;
import dev.touchstone.app.usecase.trust.SetTrustPolicy;
import dev.touchstone.rp.attestation.metadata.CertificationLevel;
import dev.touchstone.rp.attestation.policy.Enterprise;
import dev.touchstone.rp.attestation.policy.TrustPolicy;
import dev.touchstone.rp.examination.ExaminationResult;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code touchstone trust policy} */
@Command(
    name = "policy",
    header = "Show or set which authenticators are taken",
    description = {
      "",
      "Without an option that sets something it shows the policy. A registration that the policy"
          + " does not take is refused with the reason; stored credentials are examined anew.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone trust policy",
      "  touchstone trust policy --require-trust yes --minimum L1 --dry-run",
      "  touchstone trust policy --usual --dry-run",
      "  touchstone trust policy --deny 0132d110-bf4e-4208-a403-ab4f5f12efe5 --yes",
    })
final class TrustPolicyCommand extends TouchstoneCommand {

  /** The word that empties a rule. */
  private static final String NONE = "none";

  @Option(
      names = "--require-trust",
      paramLabel = "yes|no",
      description = "Whether only proven models are taken.")
  private @Nullable String requireTrust;

  @Option(
      names = "--allow",
      paramLabel = "AAGUID",
      split = ",",
      description = "Take only these models; none for all.")
  private List<String> allow = new ArrayList<>();

  @Option(
      names = "--deny",
      paramLabel = "AAGUID",
      split = ",",
      description = "Do not take these models; none for no such rule.")
  private List<String> deny = new ArrayList<>();

  @Option(
      names = "--minimum",
      paramLabel = "LEVEL",
      description = "The least certification by FIDO: L1, L1plus, L2, …; none for no such rule.")
  private @Nullable String minimum;

  @Option(
      names = "--refuse-status",
      paramLabel = "STATUS",
      split = ",",
      description =
          "Take no model of which the metadata report this, such as REVOKED; none for no such rule,"
              + " dangers for all that FIDO calls dangerous.")
  private List<String> statuses = new ArrayList<>();

  @Option(
      names = "--enterprise",
      paramLabel = "accepted|required|refused",
      description = "What is made of attestation that tells one key apart.")
  private @Nullable Enterprise enterprise;

  @Option(
      names = "--usual",
      description = "Begin with the usual policy instead of the one that is set.")
  private boolean usual;

  @Mixin private ChangeOptions change = new ChangeOptions();

  TrustPolicyCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    // one that makes no sense any more cannot be read, and can be replaced all the same
    Optional<TrustPolicy> before =
        usual ? Optional.empty() : Optional.of(useCases.trust().showTrust().run().policy());
    TrustPolicy after = changed(before.orElseGet(TrustPolicy::usual));
    if (before.filter(after::equals).isPresent()) {
      answer(_ -> TrustDocuments.policy(after), PolicyWords.of(after));
      return ExitCode.DONE;
    }
    SetTrustPolicy set = useCases.trust().setTrustPolicy();
    ExaminationResult preview = set.preview(after);
    TrustText text = new TrustText(terminal().sheet());
    List<String> would = new ArrayList<>(PolicyWords.of(after));
    would.addAll(text.of(false, preview));
    boolean done = change.wanted(root.context(), would, true);
    ExaminationResult result = done ? set.apply(after) : preview;
    List<String> lines = new ArrayList<>(PolicyWords.of(after));
    lines.addAll(text.of(done, result));
    if (!done) {
      lines.add("The policy was not changed; say --yes instead of --dry-run to do it.");
    }
    answer(_ -> TrustDocuments.policySet(done, after, result), lines);
    return ExitCode.DONE;
  }

  private TrustPolicy changed(TrustPolicy before) throws Failure {
    TrustPolicy after = before;
    if (requireTrust != null) {
      after = after.withTrustRequired(yesOrNo(requireTrust));
    }
    if (!allow.isEmpty()) {
      after = after.withAllowed(models(allow));
    }
    if (!deny.isEmpty()) {
      after = after.withDenied(models(deny));
    }
    if (minimum != null) {
      after = after.withMinimumCertification(level(minimum));
    }
    if (!statuses.isEmpty()) {
      after = after.withRefusedStatuses(words(statuses));
    }
    return enterprise == null ? after : after.withEnterprise(enterprise);
  }

  private static boolean yesOrNo(String word) throws Failure {
    return switch (word) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw usage("--require-trust takes yes or no, not '%s'.".formatted(word));
    };
  }

  private static Set<UUID> models(List<String> texts) throws Failure {
    Set<UUID> models = new LinkedHashSet<>();
    if (texts.equals(List.of(NONE))) {
      return models;
    }
    for (String text : texts) {
      try {
        models.add(UUID.fromString(text.strip()));
      } catch (IllegalArgumentException e) {
        throw usage(
            "'%s' is no AAGUID, such as 0132d110-bf4e-4208-a403-ab4f5f12efe5.".formatted(text));
      }
    }
    return models;
  }

  private static Optional<CertificationLevel> level(String word) throws Failure {
    if (word.equals(NONE)) {
      return Optional.empty();
    }
    Optional<CertificationLevel> level = CertificationLevel.of(word);
    if (level.isEmpty()) {
      throw usage(
          "There is no level '%s': L1, L1plus, L2, L2plus, L3, L3plus or none.".formatted(word));
    }
    return level;
  }

  private static Set<String> words(List<String> words) {
    if (words.equals(List.of(NONE))) {
      return Set.of();
    }
    return words.equals(List.of("dangers")) ? TrustPolicy.dangers() : new LinkedHashSet<>(words);
  }

  private static Failure usage(String sentence) {
    return new Failure(new Advice(Advice.Kind.USAGE, sentence, "", "", ""));
  }
}
