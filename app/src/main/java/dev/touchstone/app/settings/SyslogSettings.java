package dev.touchstone.app.settings;

import dev.touchstone.rp.audit.export.RowFormat;
import dev.touchstone.rp.audit.syslog.SyslogTarget;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the audit trail is sent as it grows.
 *
 * @param target the receiver
 * @param authority certificates in PEM that are believed in place of the system's
 * @param format of a message
 */
public record SyslogSettings(SyslogTarget target, Optional<Path> authority, RowFormat format) {}
