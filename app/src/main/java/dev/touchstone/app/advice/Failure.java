package dev.touchstone.app.advice;

/** Thrown by every use case that could not do what it was asked for. */
public final class Failure extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Advice advice;

  public Failure(Advice advice, Throwable cause) {
    super(advice.happened(), cause);
    this.advice = advice;
  }

  public Failure(Advice advice) {
    super(advice.happened());
    this.advice = advice;
  }

  /** What to tell the person. */
  public Advice advice() {
    return advice;
  }
}
