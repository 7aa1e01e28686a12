package dev.touchstone.app.advice;

import dev.touchstone.app.advice.Advice.Kind;
import dev.touchstone.key.ctap.CtapStatus;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.transport.Symptom;
import dev.touchstone.key.transport.WireError;

/**
 * What to tell when a key did not do what it was asked: refused, out of reach, or stopped by us.
 */
final class KeyAdvice {

  private KeyAdvice() {}

  static Advice on(Operation operation, KeyException failure) {
    return switch (failure) {
      case KeyException.KeyRefused refused -> refused(operation, refused);
      case KeyException.PinRefused pin -> PinAdvice.on(operation, pin);
      case KeyException.NotPossible not -> notPossible(operation, not);
      case KeyException.KeyGone _ -> said(operation, failure);
      case KeyException.ReplyGarbled _ -> garbled(operation, failure);
      case KeyException.Stopped stopped -> stopped(operation, stopped);
    };
  }

  /** What a raw code of the wire means, wherever it was met. */
  static Advice on(Operation operation, WireError error) {
    WireDiagnosis diagnosis = WireDiagnosis.of(error);
    return new Advice(
        Kind.FAILED,
        diagnosis.happened(),
        diagnosis.cause().cost(operation),
        diagnosis.cause().next(operation),
        diagnosis.clause());
  }

  /** A U2F key refuses by a status word, which says more than the status that stands for it. */
  private static Advice refused(Operation operation, KeyException.KeyRefused refused) {
    Advice byStatus = StatusAdvice.on(operation, refused.code());
    return refused
        .wireError()
        .map(WireDiagnosis::of)
        .map(word ->
            new Advice(
                byStatus.kind(),
                word.happened(),
                byStatus.cost(),
                word.cause().next(operation),
                word.clause()))
        .orElse(byStatus);
  }

  private static Advice notPossible(Operation operation, KeyException.NotPossible failure) {
    return switch (failure.obstacle()) {
      case NOT_SUPPORTED ->
          notAsked(operation, Kind.FAILED, failure, StatusAdvice.cannot(operation));
      case NOT_FOUND ->
          notAsked(
              operation,
              Kind.USAGE,
              failure,
              "List again what is on the key, and name one of that.");
      case TOO_LARGE ->
          notAsked(
              operation,
              Kind.FAILED,
              failure,
              StatusAdvice.next(operation, CtapStatus.REQUEST_TOO_LARGE));
      case CHANGED_MEANWHILE ->
          notAsked(
              operation, Kind.FAILED, failure, "Look again at what is on the key, and start over.");
      case DAMAGED ->
          notAsked(
              operation,
              Kind.FAILED,
              failure,
              "Only a reset, which deletes every credential, makes room for something sound.");
      case IN_USE, NOT_PERMITTED -> said(operation, failure);
    };
  }

  /** Nothing was asked of the key; the message may name what can be done instead. */
  private static Advice notAsked(
      Operation operation, Kind kind, KeyException failure, String usualRemedy) {
    Sentences.Pair words = Sentences.splitAfterFirst(Sentences.of(failure));
    return new Advice(
        kind,
        words.first(),
        Effect.none(operation),
        words.secondOr(usualRemedy),
        operation.clause());
  }

  /** The message names the reader or the device, and sometimes a remedy for this very one. */
  private static Advice said(Operation operation, KeyException failure) {
    Advice byCode = on(operation, error(failure));
    if (error(failure) instanceof WireError.CtapHid) {
      return byCode;
    }
    Sentences.Pair words = Sentences.splitAfterFirst(Sentences.of(failure));
    boolean nothingDone = failure instanceof KeyException.NotPossible;
    return new Advice(
        byCode.kind(),
        words.first(),
        nothingDone ? Effect.none(operation) : byCode.cost(),
        words.secondOr(byCode.next()),
        byCode.clause());
  }

  /** What the key refused to take is told by its code; what it sent, by whoever read it. */
  private static Advice garbled(Operation operation, KeyException failure) {
    return error(failure) instanceof Symptom
        ? said(operation, failure)
        : on(operation, error(failure));
  }

  private static WireError error(KeyException failure) {
    return failure.wireError().orElse(Symptom.NOT_THE_PROTOCOL);
  }

  private static Advice stopped(Operation operation, KeyException.Stopped stopped) {
    String happened = Sentences.of(stopped);
    String cost = Effect.none(operation);
    return switch (stopped.why()) {
      case CANCELLED -> new Advice(Kind.CANCELLED, happened, cost, "", "");
      case TIMED_OUT ->
          new Advice(
              Kind.FAILED,
              happened,
              cost,
              operation.asksForTouch()
                  ? "Start over, and touch the key when it blinks."
                  : "Start over, and answer sooner.",
              "WebAuthn Level 3 §5.1.3 step 3");
    };
  }
}
