package dev.touchstone.app.usecase.audit;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.account.AtTheDesk;
import dev.touchstone.app.usecase.account.Operator;
import dev.touchstone.app.usecase.account.Operators;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.account.Permission;
import dev.touchstone.rp.admin.AuditDesk;
import dev.touchstone.rp.admin.AuditRetention;
import dev.touchstone.rp.admin.SyslogFollower;
import dev.touchstone.rp.audit.AddressSpread;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditFilter;
import dev.touchstone.rp.audit.AuditPage;
import dev.touchstone.rp.audit.AuditPlace;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.audit.export.CheckpointDocument;
import dev.touchstone.rp.audit.export.RowFormat;
import dev.touchstone.rp.audit.verify.ChainReport;
import dev.touchstone.rp.failure.RelyingPartyException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/** The audit trail of the relying party inside. Each failure says why. */
public final class AuditUseCases {

  private final RelyingParty relyingParty;
  private final Operators operators;

  public AuditUseCases(RelyingParty relyingParty, Operators operators) {
    this.relyingParty = relyingParty;
    this.operators = operators;
  }

  /** Rows, newest first. */
  public AuditPage list(AuditFilter filter, Optional<AuditPlace> before, int limit) throws Failure {
    operators.permit(Permission.READ_AUDIT);
    return AtTheDesk.run(() -> desk().list(filter, before, limit));
  }

  /** Users who signed in from several addresses since then. */
  public List<AddressSpread> severalAddresses(Instant since, int limit) throws Failure {
    operators.permit(Permission.READ_AUDIT);
    return AtTheDesk.run(() -> desk().severalAddresses(since, limit));
  }

  /**
   * Computes every chain again.
   *
   * @param checkpoints a file with checkpoints that were kept elsewhere
   * @param progress is told how many rows were looked at
   */
  public List<ChainReport> verify(Optional<Path> checkpoints, LongConsumer progress)
      throws Failure {
    if (checkpoints.isEmpty()) {
      return AtTheDesk.run(() -> desk().verify(List.of(), _ -> Optional.empty(), progress));
    }
    CheckpointDocument kept = read(checkpoints.get());
    return AtTheDesk.run(() -> desk().verify(kept.checkpoints(), kept.keys(), progress));
  }

  private static CheckpointDocument read(Path file) throws Failure {
    String text = AtTheDesk.run(() -> Files.readString(file));
    try {
      return CheckpointDocument.parse(text);
    } catch (IllegalArgumentException e) {
      throw new Failure(
          new Advice(
              Advice.Kind.FAILED,
              "%s holds no checkpoints of an audit trail.".formatted(file),
              "",
              "Give a file that 'audit checkpoint' wrote.",
              ""),
          e);
    }
  }

  /** Signs the end of every chain. */
  public CheckpointDocument checkpoint() throws Failure {
    return AtTheDesk.run(() -> desk().checkpoint());
  }

  /** Signs, and keeps the signatures in a file. */
  public CheckpointDocument checkpoint(Path file) throws Failure {
    CheckpointDocument document = checkpoint();
    return AtTheDesk.run(() -> {
      Files.writeString(file, document.json());
      return document;
    });
  }

  /**
   * Writes rows to a file, oldest first.
   *
   * @return how many
   */
  public long export(AuditFilter filter, RowFormat format, Path file) throws Failure {
    operators.permit(Permission.READ_AUDIT);
    return AtTheDesk.run(() -> {
      try (BufferedWriter text = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
        return desk()
            .export(
                filter,
                operators.caller(),
                file.toString(),
                row -> text.append(format.line(row)).append('\n'));
      }
    });
  }

  /** What {@link #retain} would remove. */
  public List<AuditRetention.Removal> previewRetain(Instant before) throws Failure {
    return AtTheDesk.run(() -> relyingParty.administration().retention().preview(before));
  }

  /** Removes rows that are older. */
  public List<AuditRetention.Removal> retain(Instant before) throws Failure {
    operators.permit(Permission.ADMINISTER);
    return AtTheDesk.run(
        () -> relyingParty.administration().retention().remove(before, operators.caller()));
  }

  /** Writes down what was done to a key. */
  public void record(AuditEvent event) throws Failure {
    Caller caller =
        event.caller().equals(Operator.atTheConsole()) ? operators.caller() : event.caller();
    AtTheDesk.run(() -> {
      desk().record(event.by(caller));
      return event;
    });
  }

  /** Sends the trail to a receiver of syslog. */
  public SyslogFollower syslog(SendToSyslog.Request request) throws Failure {
    return new SendToSyslog(relyingParty).follower(request);
  }

  /**
   * Sends what there is to a receiver of syslog.
   *
   * @return how many rows
   */
  public long sendOnce(SendToSyslog.Request request) throws Failure {
    SyslogFollower follower = syslog(request);
    try {
      return follower.once();
    } catch (IOException e) {
      throw new Failure(
          new Advice(
              Advice.Kind.FAILED,
              "%s cannot be sent the audit trail: %s.".formatted(request.to(), e.getMessage()),
              "What was sent counts as not received, and is sent again the next time.",
              "Check that the receiver runs, and its certificate if it speaks TLS.",
              ""),
          e);
    } catch (RelyingPartyException e) {
      throw new Failure(Advisor.on(e), e);
    }
  }

  private AuditDesk desk() {
    return relyingParty.administration().audit();
  }
}
