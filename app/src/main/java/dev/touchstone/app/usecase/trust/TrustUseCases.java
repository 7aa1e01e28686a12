package dev.touchstone.app.usecase.trust;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.rp.RelyingParty;
import java.time.InstantSource;

/** What can be done about trust. */
public final class TrustUseCases {

  /** Opens the relying party when it is needed. */
  @FunctionalInterface
  public interface Opening {
    RelyingParty open() throws Failure;
  }

  private final TrustDesk desk;
  private final Opening relyingParty;
  private final CompareWithStatement.Keys keys;
  private final InstantSource clock;

  /** Does nothing yet. */
  public TrustUseCases(
      TrustDesk desk, Opening relyingParty, CompareWithStatement.Keys keys, InstantSource clock) {
    this.desk = desk;
    this.relyingParty = relyingParty;
    this.keys = keys;
    this.clock = clock;
  }

  public ShowTrust showTrust() {
    return new ShowTrust(desk, clock);
  }

  /**
   * Needs the database.
   *
   * @throws Failure if it cannot be opened
   */
  public FetchMetadata fetchMetadata() throws Failure {
    return new FetchMetadata(desk, relyingParty.open(), clock);
  }

  public FindModels findModels() {
    return new FindModels(desk);
  }

  /**
   * Needs the database.
   *
   * @throws Failure if it cannot be opened
   */
  public ExamineCredentials examineCredentials() throws Failure {
    return new ExamineCredentials(relyingParty.open());
  }

  /**
   * Needs the database.
   *
   * @throws Failure if it cannot be opened
   */
  public SetTrustPolicy setTrustPolicy() throws Failure {
    return new SetTrustPolicy(desk, relyingParty.open(), clock);
  }

  public CompareWithStatement compareWithStatement() {
    return new CompareWithStatement(desk, keys);
  }
}
