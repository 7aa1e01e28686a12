package dev.touchstone.key.trace.entry;

/** What the person is asked, or does. Files hold the names of the constants. */
public enum PersonAct {
  TOUCH_WANTED("touch wanted"),
  TOUCH_ENDED("touch no longer wanted"),
  PIN_WANTED("PIN asked for"),
  PIN_GIVEN("PIN typed"),
  PIN_DECLINED("PIN not given"),
  ACCOUNT_WANTED("account to be chosen"),
  ACCOUNT_CHOSEN("account chosen"),
  ACCOUNT_DECLINED("no account chosen");

  private final String title;

  PersonAct(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
