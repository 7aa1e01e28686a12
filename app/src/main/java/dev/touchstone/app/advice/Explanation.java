package dev.touchstone.app.advice;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A code by itself, without anything having failed here: what to do depends on what was being done.
 *
 * @param cases the operations that call for the same; last of all those for which the code says
 *     least
 */
public record Explanation(Code code, List<Case> cases) {

  /** A list of more operations than this says less than to say nothing. */
  private static final int A_FEW = 4;

  /**
   * What to do when the code came in one of these operations.
   *
   * @param when the operations in words; empty where they are all
   */
  public record Case(List<Operation> operations, String when, String next) {}

  public Explanation {
    cases = List.copyOf(cases);
  }

  /** For every operation on a key; what a server answers asks for the same in any case. */
  public static Explanation of(Code code) {
    return switch (code) {
      case Code.Problem problem ->
          new Explanation(
              code, List.of(new Case(List.of(), "", ProblemAdvice.next(problem.code()))));
      case Code.Status _, Code.Wire _ -> onAKey(code);
    };
  }

  private static Explanation onAKey(Code code) {
    Map<String, List<Operation>> byNext =
        Arrays.stream(Operation.values())
            .filter(Operation::isOnAKey)
            .collect(
                Collectors.groupingBy(
                    operation -> Advisor.on(operation, code).next(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    // Reading the key asks for least, so what helps there is what helps in general.
    return new Explanation(
        code,
        byNext.entrySet().stream()
            .sorted(Comparator.comparing(same -> same.getValue().contains(Operation.READ_KEY)))
            .map(same ->
                new Case(same.getValue(), when(same.getValue(), byNext.size()), same.getKey()))
            .toList());
  }

  private static String when(List<Operation> operations, int cases) {
    if (cases == 1) {
      return "";
    }
    if (operations.stream().allMatch(Operation::changesKey) && operations.size() > A_FEW) {
      return "what changes the key";
    }
    if (operations.stream().allMatch(Explanation::hasToDoWithAPin) && operations.size() > A_FEW) {
      return "what asks for a PIN";
    }
    return operations.contains(Operation.READ_KEY) && operations.size() > A_FEW
        ? "otherwise"
        : operations.stream().map(Operation::word).collect(Collectors.joining(", "));
  }

  private static boolean hasToDoWithAPin(Operation operation) {
    return operation.asksForPin() || operation == Operation.SET_PIN;
  }
}
