package dev.touchstone.rp.account;

import java.util.Optional;

/**
 * Which accounts to list, a page at a time.
 *
 * @param text beginnings of words of the name, the display name, the person's names, the e-mail
 *     address, or of a label or serial number of their keys, all of them, as {@link SearchWords}
 *     has it; empty for all
 * @param role only these
 * @param status only these
 * @param after the name of the last account of the page before; empty for the first page
 * @param limit how many at most
 */
public record UserQuery(
    String text, Optional<Role> role, Optional<Status> status, String after, int limit) {

  /** The first accounts by name. */
  public static UserQuery first(int limit) {
    return new UserQuery("", Optional.empty(), Optional.empty(), "", limit);
  }
}
