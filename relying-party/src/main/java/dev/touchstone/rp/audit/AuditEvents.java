package dev.touchstone.rp.audit;

/** The names of the events, so that nobody has to guess what to look for. */
public final class AuditEvents {

  public static final String REGISTRATION_BEGIN = "registration.begin";
  public static final String REGISTRATION_COMPLETE = "registration.complete";
  public static final String SIGN_IN_BEGIN = "sign-in.begin";
  public static final String SIGN_IN_COMPLETE = "sign-in.complete";
  public static final String ACCESS = "access";
  public static final String REQUEST = "request";
  public static final String USER_CREATE = "user.create";
  public static final String USER_CHANGE = "user.change";
  public static final String USER_ROLE = "user.role";
  public static final String USER_STATUS = "user.status";
  public static final String USER_DELETE = "user.delete";
  public static final String CREDENTIAL_LABEL = "credential.label";
  public static final String CREDENTIAL_DELETE = "credential.delete";
  public static final String CREDENTIAL_TRUST = "credential.trust";
  public static final String AUDIT_RETAIN = "audit.retain";
  public static final String EXPORT = "export";
  public static final String IMPORT = "import";
  public static final String TRUST_UPDATE = "trust.update";
  public static final String MAIL_SEND = "mail.send";
  public static final String MAIL_SETTINGS = "mail.settings";
  public static final String MAIL_TEMPLATE = "mail.template";
  public static final String MAIL_RETRY = "mail.retry";
  public static final String MAIL_DROP = "mail.drop";
  public static final String EMAIL_CODE_SEND = "email-code.send";
  public static final String EMAIL_CODE_CHECK = "email-code.check";
  public static final String EMAIL_CHANGE = "email.change";
  public static final String RECOVERY = "recovery";
  public static final String TOTP_ENABLE = "totp.enable";
  public static final String TOTP_CONFIRM = "totp.confirm";
  public static final String TOTP_DISABLE = "totp.disable";
  public static final String TOTP_CHECK = "totp.check";
  public static final String RECOVERY_CODES = "recovery-codes.make";
  public static final String PASSWORD_CHANGE = "password.change";
  public static final String PASSWORD_SETTINGS = "password.settings";
  public static final String PASSWORD_CHECK = "password.check";
  public static final String SESSION_BEGIN = "session.begin";
  public static final String SESSION_END = "session.end";
  public static final String TOKEN_REFRESH = "token.refresh";

  /** A refresh token was used a second time, and its session ended for that. */
  public static final String TOKEN_REUSE = "token.reuse";

  public static final String TOKEN_REVOKE = "token.revoke";
  public static final String API_TOKEN_CREATE = "api-token.create";
  public static final String API_TOKEN_REVOKE = "api-token.revoke";
  public static final String TOKEN_KEY_ROTATE = "token-key.rotate";
  public static final String TOKEN_KEY_DELETE = "token-key.delete";
  public static final String DESK_CODE = "desk.code";
  public static final String DESK_LOST_KEY = "desk.lost-key";
  public static final String DESK_FOUND_KEY = "desk.found-key";
  public static final String DESK_REPLACED = "desk.replaced";
  public static final String DESK_SUMMARY = "desk.summary";
  public static final String ENROLMENT_ASK = "enrolment.ask";
  public static final String ENROLMENT_APPROVE = "enrolment.approve";
  public static final String ENROLMENT_DECLINE = "enrolment.decline";
  public static final String ENROLMENT_REDEEM = "enrolment.redeem";
  public static final String OPERATOR_SIGN_IN = "operator.sign-in";
  public static final String OPERATOR_SIGN_OUT = "operator.sign-out";
  public static final String OPERATOR_REFUSED = "operator.refused";
  public static final String SERVER_START = "server.start";
  public static final String SERVER_STOP = "server.stop";

  /** A PIN was set or changed. */
  public static final String KEY_PIN = "key.pin";

  /** A PIN or a finger was to let somebody administer a key, and did not. */
  public static final String KEY_UNLOCK = "key.unlock";

  public static final String KEY_CREDENTIAL_DELETE = "key.credential.delete";
  public static final String KEY_CREDENTIAL_RENAME = "key.credential.rename";
  public static final String KEY_FINGERPRINT_ENROL = "key.fingerprint.enrol";
  public static final String KEY_FINGERPRINT_RENAME = "key.fingerprint.rename";
  public static final String KEY_FINGERPRINT_DELETE = "key.fingerprint.delete";
  public static final String KEY_LARGE_BLOB_WRITE = "key.large-blob.write";
  public static final String KEY_CONFIG = "key.config";
  public static final String KEY_RESET = "key.reset";
  public static final String SETTINGS = "settings";

  private AuditEvents() {}
}
