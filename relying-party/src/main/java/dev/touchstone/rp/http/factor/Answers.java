package dev.touchstone.rp.http.factor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;

/** Answers in JSON. */
final class Answers {

  private Answers() {}

  static void json(Context context, int status, ObjectNode json) {
    context.status(status).contentType("application/json").result(json.toString());
  }
}
