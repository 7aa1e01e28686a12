package dev.touchstone.key.session;

import java.util.List;
import java.util.Optional;

/**
 * The one call upwards: what a key needs from the person in front of it. Implemented by the window,
 * by the terminal and by scripts. Called on the thread that runs the ceremony, which may block in
 * {@link #pinWanted}.
 */
public interface Interaction {

  /**
   * The key blinks and waits for a touch: it said so itself. Returns at once; the wait ends by the
   * touch or by cancellation.
   */
  void touchWanted();

  /** The touch was given, or is no longer wanted. Called only after {@link #touchWanted}. */
  void touchEnded();

  /**
   * A PIN is needed to go on. After a wrong or too short one this is called again, with the mistake
   * and the tries left: each PIN that is sent to a key was typed by a person for that very try.
   * When the person declines, the ceremony ends as cancelled, or with the last mistake if there was
   * one.
   *
   * @return the PIN, which the caller destroys after one use; empty when the person declined
   */
  Optional<Pin> pinWanted(PinRequest request);

  /**
   * Several accounts match.
   *
   * @return the index of the chosen one; -1 when the person declined
   */
  int chooseAccount(List<Account> accounts);

  /**
   * An account that a discoverable credential belongs to; names are empty where the key did not
   * tell them.
   *
   * @param userHandle base64url
   */
  record Account(String userHandle, String name, String displayName) {}
}
