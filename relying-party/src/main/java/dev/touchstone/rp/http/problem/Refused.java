package dev.touchstone.rp.http.problem;

/** A request that is answered with a problem. */
public final class Refused extends Exception {

  private final transient Problem problem;

  public Refused(Problem problem) {
    // it is part of the service, and nobody reads its stack
    super(problem.code().word(), null, false, false);
    this.problem = problem;
  }

  public Refused(ProblemCode code) {
    this(Problem.of(code));
  }

  public Refused(ProblemCode code, String detail) {
    this(Problem.of(code, detail));
  }

  /** A field that is wrong. */
  public static Refused field(String field, String reason) {
    return new Refused(Problem.field(field, reason));
  }

  public Problem problem() {
    return problem;
  }
}
