package dev.touchstone.rp.http.problem;

import dev.touchstone.rp.failure.RelyingPartyException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever a route throws into a problem document. */
public final class Problems {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  /** By status, for what the HTTP library itself refuses. */
  private static final Map<Integer, ProblemCode> LIBRARY =
      Map.of(
          404, ProblemCode.NOT_FOUND,
          405, ProblemCode.METHOD_NOT_ALLOWED,
          408, ProblemCode.BODY_TOO_SLOW,
          413, ProblemCode.BODY_TOO_LARGE,
          414, ProblemCode.ADDRESS_TOO_LONG,
          415, ProblemCode.UNSUPPORTED_MEDIA_TYPE,
          431, ProblemCode.HEADERS_TOO_LARGE,
          500, ProblemCode.DEFECT,
          503, ProblemCode.UNAVAILABLE,
          505, ProblemCode.BAD_REQUEST);

  private Problems() {}

  /** Sees every problem before it is answered. */
  @FunctionalInterface
  public interface Witness {

    /**
     * Takes note of it.
     *
     * @return what is answered
     * @throws RelyingPartyException if it cannot be written down
     */
    Problem seen(Problem problem, Context context) throws RelyingPartyException;
  }

  /** Answers for every exception of every route. */
  public static void register(RoutesConfig routes, Witness witness) {
    routes
        .exception(
            Refused.class,
            (refused, context) -> answer(context, seen(refused.problem(), context, witness)))
        .exception(
            RelyingPartyException.class,
            (failure, context) ->
                answer(context, seen(FailureProblems.of(failure), context, witness)))
        .exception(HttpResponseException.class, (it, context) -> answer(context, library(it)))
        .exception(Exception.class, (defect, context) -> answer(context, defect(defect, context)));
  }

  /** What cannot be written down is not answered as if it were. */
  private static Problem seen(Problem problem, Context context, Witness witness) {
    try {
      return witness.seen(problem, context);
    } catch (RelyingPartyException failure) {
      return FailureProblems.of(failure);
    }
  }

  /** Answers with a problem in the place of anything else. */
  public static void answer(Context context, Problem problem) {
    problem.headers().forEach(context::header);
    context
        .status(problem.code().status())
        .header(Header.CACHE_CONTROL, "no-store")
        .contentType(Problem.MEDIA_TYPE)
        .result(problem.json());
  }

  /** What stands for a status that the HTTP library chose. */
  public static Problem ofStatus(int status) {
    ProblemCode usual = status < 500 ? ProblemCode.BAD_REQUEST : ProblemCode.DEFECT;
    return Problem.of(LIBRARY.getOrDefault(status, usual));
  }

  private static Problem library(HttpResponseException refusal) {
    Problem problem = ofStatus(refusal.getStatus());
    String methods = refusal.getDetails().get("availableMethods");
    return methods == null ? problem : problem.with(Header.ALLOW, methods);
  }

  /** The path is told as its pattern: what stands in it may be somebody's. */
  private static Problem defect(Exception defect, Context context) {
    LOG.error("Defect at {} {}", context.method(), context.endpoint().path, defect);
    return Problem.of(ProblemCode.DEFECT, "It was written to the server's log.");
  }
}
