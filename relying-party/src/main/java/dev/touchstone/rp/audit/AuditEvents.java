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
  public static final String SERVER_START = "server.start";
  public static final String SERVER_STOP = "server.stop";

  private AuditEvents() {}
}
