package dev.touchstone.rp.desk;

import dev.touchstone.rp.account.Bytes;
import java.util.List;
import java.util.Optional;

/** Requests that are stored. */
public interface EnrolmentRows {

  void add(Enrolment enrolment);

  /** Finds one; in a transaction that writes, nobody else changes it until that ends. */
  Optional<Enrolment> find(String id);

  /** The one with this code; likewise. */
  Optional<Enrolment> withCode(String digest);

  /** Stores state, decision, expiry, code and ceremony anew. */
  void update(Enrolment enrolment);

  /** Of one person, newest first. */
  List<Enrolment> of(Bytes userHandle);

  /** The one whose code began this registration for this person. */
  default Optional<Enrolment> begunBy(Bytes userHandle, String ceremony) {
    return of(userHandle).stream()
        .filter(it -> it.ceremony().filter(ceremony::equals).isPresent())
        .findFirst();
  }

  /** Newest first, up to so many. */
  List<Enrolment> latest(int most);
}
