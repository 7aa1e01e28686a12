package dev.touchstone.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Code;
import dev.touchstone.app.advice.Explanation;
import dev.touchstone.app.advice.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The document of {@code explain --json}; see {@code docs/json.md}. */
final class ExplanationDocument {

  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  private ExplanationDocument() {}

  /**
   * For every code that may be meant.
   *
   * @param during what was being done; null for every operation
   */
  static ObjectNode of(List<Code> codes, @Nullable Operation during) {
    ObjectNode document = MAKE.objectNode();
    ArrayNode all = document.putArray("codes");
    codes.forEach(code -> all.add(of(code, during)));
    return document;
  }

  private static ObjectNode of(Code code, @Nullable Operation during) {
    ObjectNode document =
        MAKE.objectNode()
            .put("family", code.family().id())
            .put("code", code.text())
            .put("name", code.name())
            .put("happened", code.happened())
            .put("clause", code.clause());
    ArrayNode advice = document.putArray("advice");
    if (during == null) {
      Explanation.of(code).cases().forEach(same -> advice.add(of(same)));
    } else {
      advice.add(of(during, Advisor.on(during, code)));
    }
    return document;
  }

  private static ObjectNode of(Explanation.Case same) {
    ObjectNode document = MAKE.objectNode();
    ArrayNode operations = document.putArray("operations");
    same.operations().forEach(operation -> operations.add(operation.word()));
    return document.put("next", same.next());
  }

  private static ObjectNode of(Operation during, Advice advice) {
    ObjectNode document = MAKE.objectNode();
    document.putArray("operations").add(during.word());
    return document
        .put("cost", advice.cost())
        .put("next", advice.next())
        .put("clause", advice.clause());
  }
}
