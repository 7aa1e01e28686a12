package dev.touchstone.app.ui;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The screens in the order of the navigation. */
public enum Screen {
  KEYS("Keys", KeyCode.DIGIT1),
  REGISTER("Register", KeyCode.DIGIT2),
  SIGN_IN("Sign in", KeyCode.DIGIT3),
  ACCOUNTS("Users and credentials", KeyCode.DIGIT4),
  HELP_DESK("Help desk", KeyCode.D),
  INSPECTOR("Inspector", KeyCode.DIGIT5),
  LABORATORY("Laboratory", KeyCode.DIGIT6),
  RECORDER("Recorder", KeyCode.DIGIT7),
  TRUST("Trust", KeyCode.DIGIT8),
  SERVERS("Servers", KeyCode.DIGIT9),
  AUDIT("Audit", KeyCode.DIGIT0),
  MAIL("Mail", KeyCode.M),
  FACTORS("Factors", KeyCode.T),
  REQUESTS("Requests", KeyCode.R);

  private final String title;
  private final KeyCode digit;

  Screen(String title, KeyCode digit) {
    this.title = title;
    this.digit = digit;
  }

  public String title() {
    return title;
  }

  Ikon icon() {
    return switch (this) {
      case KEYS -> MaterialDesignK.KEY_OUTLINE;
      case REGISTER -> MaterialDesignK.KEY_PLUS;
      case SIGN_IN -> MaterialDesignL.LOGIN_VARIANT;
      case ACCOUNTS -> MaterialDesignA.ACCOUNT_MULTIPLE_OUTLINE;
      case HELP_DESK -> MaterialDesignF.FACE_AGENT;
      case INSPECTOR -> MaterialDesignF.FILE_SEARCH_OUTLINE;
      case LABORATORY -> MaterialDesignF.FLASK_OUTLINE;
      case RECORDER -> MaterialDesignR.RECORD_CIRCLE_OUTLINE;
      case TRUST -> MaterialDesignS.SHIELD_CHECK_OUTLINE;
      case SERVERS -> MaterialDesignS.SERVER_NETWORK;
      case AUDIT -> MaterialDesignC.CLIPBOARD_TEXT_CLOCK_OUTLINE;
      case MAIL -> MaterialDesignE.EMAIL_OUTLINE;
      case FACTORS -> MaterialDesignC.CELLPHONE_KEY;
      case REQUESTS -> MaterialDesignS.SEND_CIRCLE_OUTLINE;
    };
  }

  KeyCombination shortcut() {
    return new KeyCodeCombination(digit, KeyCombination.SHORTCUT_DOWN);
  }
}
