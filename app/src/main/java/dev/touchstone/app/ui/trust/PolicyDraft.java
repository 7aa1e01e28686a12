package dev.touchstone.app.ui.trust;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.rp.attestation.metadata.CertificationLevel;
import dev.touchstone.rp.attestation.policy.Enterprise;
import dev.touchstone.rp.attestation.policy.TrustPolicy;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A policy while it is edited. */
public final class PolicyDraft {

  /** What stands where no certification is asked for. */
  public static final String NO_LEVEL = "none";

  private final BooleanProperty trustRequired = new SimpleBooleanProperty();
  private final StringProperty allowed = new SimpleStringProperty("");
  private final StringProperty denied = new SimpleStringProperty("");
  private final StringProperty minimum = new SimpleStringProperty(NO_LEVEL);
  private final StringProperty statuses = new SimpleStringProperty("");
  private final StringProperty enterprise = new SimpleStringProperty("accepted");

  public BooleanProperty trustRequiredProperty() {
    return trustRequired;
  }

  public StringProperty allowedProperty() {
    return allowed;
  }

  public StringProperty deniedProperty() {
    return denied;
  }

  public StringProperty minimumProperty() {
    return minimum;
  }

  public StringProperty statusesProperty() {
    return statuses;
  }

  public StringProperty enterpriseProperty() {
    return enterprise;
  }

  /** The words from which the least certification is chosen. */
  public static List<String> levels() {
    List<String> words =
        Arrays.stream(CertificationLevel.values())
            .map(CertificationLevel::word)
            .collect(Collectors.toList());
    words.addFirst(NO_LEVEL);
    return words;
  }

  /** The words for enterprise attestation. */
  public static List<String> enterpriseWords() {
    return Arrays.stream(Enterprise.values()).map(Enterprise::word).toList();
  }

  void show(TrustPolicy policy) {
    trustRequired.set(policy.trustRequired());
    allowed.set(joined(policy.allowed()));
    denied.set(joined(policy.denied()));
    minimum.set(policy.minimumCertification().map(CertificationLevel::word).orElse(NO_LEVEL));
    statuses.set(joined(policy.refusedStatuses()));
    enterprise.set(policy.enterprise().word());
  }

  /**
   * What was typed.
   *
   * @throws Failure if an AAGUID is none
   */
  TrustPolicy policy() throws Failure {
    return new TrustPolicy(
        trustRequired.get(),
        models(allowed.get()),
        models(denied.get()),
        CertificationLevel.of(minimum.get()),
        words(statuses.get()),
        Enterprise.valueOf(enterprise.get().toUpperCase(Locale.ROOT)));
  }

  private static Set<UUID> models(String text) throws Failure {
    Set<UUID> models = new LinkedHashSet<>();
    for (String word : words(text)) {
      try {
        models.add(UUID.fromString(word));
      } catch (IllegalArgumentException e) {
        throw new Failure(
            new Advice(
                Advice.Kind.USAGE,
                "'%s' is no AAGUID.".formatted(word),
                "",
                "It looks like 0132d110-bf4e-4208-a403-ab4f5f12efe5; the models' page has them.",
                ""),
            e);
      }
    }
    return models;
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.split("[\\s,;]+", -1))
        .filter(it -> !it.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String joined(Collection<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
