package dev.touchstone.app.ui.trust;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.usecase.trust.FetchMetadata;
import dev.touchstone.app.usecase.trust.TrustOverview;
import dev.touchstone.app.usecase.trust.TrustUseCases;
import dev.touchstone.rp.attestation.mds.MetadataSource;
import dev.touchstone.rp.attestation.metadata.Metadata.Listed;
import dev.touchstone.rp.attestation.policy.TrustPolicy;
import dev.touchstone.rp.examination.ExaminationResult;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Whom this installation trusts, and what is under way to change it. */
public final class TrustViewModel {

  /** What stands above the pages. */
  public sealed interface Notice {
    record Nothing() implements Notice {}

    /** A BLOB came; it may be kept if it is good. */
    record Offer(FetchMetadata.Result result) implements Notice {}

    /** This policy was typed, and is not in force yet. */
    record Proposal(TrustPolicy policy, ExaminationResult examination) implements Notice {}

    /** It was done. */
    record Done(String title, ExaminationResult examination) implements Notice {}

    record Failed(Advice advice) implements Notice {}
  }

  private final TrustUseCases useCases;
  private final Background background;
  private final ReadOnlyObjectWrapper<Optional<TrustOverview>> overview =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Notice> notice =
      new ReadOnlyObjectWrapper<>(new Notice.Nothing());
  private final ReadOnlyStringWrapper working = new ReadOnlyStringWrapper("");
  private final ObservableList<Listed> models = FXCollections.observableArrayList();
  private final StringProperty search = new SimpleStringProperty("");
  private final PolicyDraft draft = new PolicyDraft();

  public TrustViewModel(TrustUseCases useCases, Background background) {
    this.useCases = useCases;
    this.background = background;
    search.subscribe(text -> showModels());
  }

  public ReadOnlyObjectProperty<Optional<TrustOverview>> overviewProperty() {
    return overview.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Notice> noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  /** What is under way; empty if nothing is. */
  public ReadOnlyStringProperty workingProperty() {
    return working.getReadOnlyProperty();
  }

  /** Those that fit the search. */
  public ObservableList<Listed> models() {
    return models;
  }

  public StringProperty searchProperty() {
    return search;
  }

  public PolicyDraft draft() {
    return draft;
  }

  /** Reads everything again. */
  public void refresh() {
    run("Reading", () -> useCases.showTrust().run(), this::show);
  }

  /** Fetches a BLOB and shows what it would change. */
  public void fetch(MetadataSource source) {
    run(
        "Fetching from " + source.name(),
        () -> useCases.fetchMetadata().preview(source),
        result -> notice.set(new Notice.Offer(result)));
  }

  /** Keeps the BLOB that is offered. */
  public void keep() {
    if (notice.get() instanceof Notice.Offer(FetchMetadata.Result result)) {
      run(
          "Keeping it",
          () -> useCases.fetchMetadata().keep(result),
          kept -> {
            notice.set(
                kept.examination()
                    .<Notice>map(it -> new Notice.Done("The metadata are kept.", it))
                    .orElse(new Notice.Nothing()));
            refresh();
          });
    }
  }

  /** Leaves what was offered, or takes away what was told. */
  public void dismiss() {
    notice.set(new Notice.Nothing());
  }

  /** Examines the stored credentials by whom is trusted now. */
  public void examine() {
    run(
        "Examining the stored credentials",
        () -> useCases.examineCredentials().apply(),
        result -> notice.set(new Notice.Done("All stored credentials were examined.", result)));
  }

  /** Shows what the policy that was typed would change. */
  public void propose() {
    run(
        "Examining the stored credentials",
        () -> {
          TrustPolicy policy = draft.policy();
          return new Notice.Proposal(policy, useCases.setTrustPolicy().preview(policy));
        },
        notice::set);
  }

  /** Puts the policy in force that is proposed. */
  public void apply() {
    if (notice.get() instanceof Notice.Proposal(TrustPolicy policy, ExaminationResult _)) {
      run(
          "Setting the policy",
          () -> useCases.setTrustPolicy().apply(policy),
          result -> {
            notice.set(new Notice.Done("The policy is in force.", result));
            refresh();
          });
    }
  }

  private void show(TrustOverview read) {
    overview.set(Optional.of(read));
    draft.show(read.policy());
    showModels();
  }

  private void showModels() {
    if (overview.get().isEmpty()) {
      return;
    }
    String text = search.get();
    background.run(
        () -> useCases.findModels().run(text),
        found -> {
          if (text.equals(search.get())) {
            models.setAll(found);
          }
        },
        failure -> {
          models.setAll(List.of());
          notice.set(new Notice.Failed(Failures.adviceOn(failure)));
        });
  }

  private <T> void run(String what, Callable<T> task, Consumer<T> done) {
    working.set(what);
    background.run(
        task,
        result -> {
          working.set("");
          done.accept(result);
        },
        failure -> {
          working.set("");
          notice.set(new Notice.Failed(Failures.adviceOn(failure)));
        });
  }
}
