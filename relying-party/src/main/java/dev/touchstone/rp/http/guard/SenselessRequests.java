package dev.touchstone.rp.http.guard;

import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.http.problem.Problem;
import dev.touchstone.rp.http.problem.Problem.FieldError;
import dev.touchstone.rp.http.problem.ProblemCode;
import dev.touchstone.rp.http.problem.Problems;
import dev.touchstone.rp.http.problem.Refused;
import io.javalin.http.Context;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes down requests that nobody could make sense of: whoever looks for holes sends many of them.
 * The row tells what was wrong, by the name of the field, and never what was sent.
 */
public final class SenselessRequests implements Problems.Witness {

  private static final Set<ProblemCode> SENSELESS =
      EnumSet.of(
          ProblemCode.MALFORMED_JSON,
          ProblemCode.INVALID_FIELD,
          ProblemCode.UNSUPPORTED_MEDIA_TYPE,
          ProblemCode.BODY_TOO_LARGE,
          ProblemCode.BODY_TOO_SLOW);

  private final Callers callers;
  private final RateGuard rates;

  public SenselessRequests(Callers callers, RateGuard rates) {
    this.callers = callers;
    this.rates = rates;
  }

  @Override
  public Problem seen(Problem problem, Context context) throws RelyingPartyException {
    if (!SENSELESS.contains(problem.code())) {
      return problem;
    }
    try {
      rates.badRequest(callers.of(context), reason(problem, context));
      return problem;
    } catch (Refused tooMany) {
      return tooMany.problem();
    }
  }

  private static String reason(Problem problem, Context context) {
    String where = "%s %s: %s".formatted(context.method(), context.path(), problem.code().word());
    // the sentences on a person's data may repeat it, so these are told by their fields alone
    String fields =
        problem.errors().stream().map(FieldError::field).collect(Collectors.joining(", "));
    String what = problem.detail().isEmpty() ? fields : problem.detail();
    return what.isEmpty() ? where : where + ": " + what;
  }
}
