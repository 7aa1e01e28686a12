package dev.touchstone.app.trouble;

/** What goes wrong in a card reader, once. */
enum CardTrouble {
  /** Before an APDU reaches the key. */
  TAKEN_OFF_BEFORE,
  /** After the key has answered, which nobody hears any more. */
  TAKEN_OFF_AFTER,
  /** The reader says nothing for a minute. */
  SILENT,
  /** Another program has reset the card. */
  RESET_BY_ANOTHER,
  /** Another program has the card. */
  SHARING_VIOLATION,
  HALF_A_STATUS_WORD,
  /** The answer is of the right length and makes no sense. */
  GARBAGE,
  WRONG_LENGTH,
  SECURITY_STATUS,
  NO_SUCH_INSTRUCTION,
  EXECUTION_ERROR
}
