package dev.touchstone.app.usecase.serve;

import dev.touchstone.rp.http.guard.Rates;
import java.util.ArrayList;
import java.util.List;

/**
 * What it means to be without a limit. That is for measuring on one computer; elsewhere strangers
 * may write as many rows to the audit trail, and begin as many ceremonies, as they like.
 */
final class LimitAdvice {

  private LimitAdvice() {}

  /** Sentences for the person; none if there are limits, or nobody else gets there. */
  static List<String> of(Rates rates, ServeWish wish) {
    List<String> advice = new ArrayList<>();
    if (!wish.othersGetThere()) {
      return advice;
    }
    if (rates.address().isUnlimited()) {
      advice.add(
          "Nothing limits how often one address may try: leave out --limit-per-address none where"
              + " others get to the server.");
    }
    if (rates.account().isUnlimited()) {
      advice.add(
          "Nothing limits how often one address may try an account: leave out --limit-per-account"
              + " none where others get to the server.");
    }
    return advice;
  }
}
