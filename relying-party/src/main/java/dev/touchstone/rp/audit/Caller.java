package dev.touchstone.rp.audit;

/**
 * On whose behalf something is done, and from where.
 *
 * @param actor the name of an account, of a person at the console, or of a part of the program;
 *     empty for a stranger
 * @param address the address from which a request came; empty for this computer's console
 * @param agent what the caller's program calls itself; may be empty
 */
public record Caller(String actor, String address, String agent) {

  /** A person at the console of this computer who has not said who they are. */
  public static final Caller CONSOLE = new Caller("console", "", "touchstone");

  /** Whether a person sits at this computer, and reads what is explained. */
  public boolean atConsole() {
    return address.isEmpty();
  }

  /** The same caller, now known by name. */
  public Caller as(String name) {
    return new Caller(name, address, agent);
  }
}
