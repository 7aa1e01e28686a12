/**
 * Messages to a syslog receiver (RFC 5424) over TCP or TLS with octet counting (RFC 6587 §3.4.1,
 * RFC 5425). Knows messages and sockets, not where rows come from. Start at {@link
 * dev.touchstone.rp.audit.syslog.SyslogConnection}.
 */
@NullMarked
package dev.touchstone.rp.audit.syslog;

import org.jspecify.annotations.NullMarked;
