package dev.touchstone.app.advice;

/** What the person was doing when it failed. */
public enum Operation {
  READ_KEY,
  SET_PIN,
  CHANGE_PIN,
  REGISTER,
  SIGN_IN,
  ACCOUNTS,
  INSPECT
}
