package dev.touchstone.app.cli;

import dev.touchstone.app.usecase.CeremonyResult;
import dev.touchstone.app.usecase.KeyDescription;
import dev.touchstone.app.usecase.Stage;
import dev.touchstone.app.usecase.TryIt;
import dev.touchstone.key.session.Pin;
import dev.touchstone.key.session.PinRequest;
import dev.touchstone.key.transport.KeyDevice;
import java.util.List;
import java.util.Optional;

/** Follows {@code try}: questions go to the usual watcher, results to the report at once. */
final class TryWatcher implements TryIt.Watcher {

  private final TerminalWatcher questions;
  private final TryReport report;

  TryWatcher(TerminalWatcher questions, TryReport report) {
    this.questions = questions;
    this.report = report;
  }

  @Override
  public void keyDescribed(KeyDescription key) {
    report.key(key);
  }

  @Override
  public void finished(CeremonyResult result) {
    report.ceremony(result);
  }

  @Override
  public void keyChosen(KeyDevice key) {
    questions.keyChosen(key);
  }

  @Override
  public void stage(Stage stage) {
    questions.stage(stage);
  }

  @Override
  public void touchWanted() {
    questions.touchWanted(report.purpose());
  }

  @Override
  public void touchEnded() {
    questions.touchEnded();
  }

  @Override
  public Optional<Pin> pinWanted(PinRequest request) {
    return questions.pinWanted(request);
  }

  @Override
  public int chooseAccount(List<Account> accounts) {
    return questions.chooseAccount(accounts);
  }
}
