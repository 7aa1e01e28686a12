package dev.touchstone.app.usecase.trust;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.attestation.mds.Download;
import java.time.InstantSource;

/** What can be done about trust. */
public final class TrustUseCases {

  /** Opens the relying party when it is needed. */
  @FunctionalInterface
  public interface Opening {
    RelyingParty open() throws Failure;
  }

  private final Opening relyingParty;
  private final Opening administered;
  private final Download download;
  private final CompareWithStatement.Keys keys;
  private final InstantSource clock;

  /**
   * Does nothing yet.
   *
   * @param relyingParty to read
   * @param administered the same, for those who may change it
   */
  public TrustUseCases(
      Opening relyingParty,
      Opening administered,
      CompareWithStatement.Keys keys,
      InstantSource clock) {
    this.relyingParty = relyingParty;
    this.administered = administered;
    this.download = Download.usual();
    this.keys = keys;
    this.clock = clock;
  }

  public ShowTrust showTrust() {
    return new ShowTrust(relyingParty, clock);
  }

  /**
   * Needs the database.
   *
   * @throws Failure if it cannot be opened
   */
  public FetchMetadata fetchMetadata() throws Failure {
    return new FetchMetadata(administered.open(), download, clock);
  }

  public FindModels findModels() {
    return new FindModels(relyingParty);
  }

  /**
   * Needs the database.
   *
   * @throws Failure if it cannot be opened
   */
  public ExamineCredentials examineCredentials() throws Failure {
    return new ExamineCredentials(administered.open());
  }

  /**
   * Needs the database.
   *
   * @throws Failure if it cannot be opened
   */
  public SetTrustPolicy setTrustPolicy() throws Failure {
    return new SetTrustPolicy(administered.open(), clock);
  }

  public CompareWithStatement compareWithStatement() {
    return new CompareWithStatement(relyingParty, keys);
  }
}
