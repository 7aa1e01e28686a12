/**
 * Mail over SMTP (RFC 5321) by Angus Mail, known here and in {@code mail.mime} and {@code
 * mail.outbox} alone. Start at {@link dev.touchstone.rp.mail.smtp.SmtpMailer}.
 */
@NullMarked
package dev.touchstone.rp.mail.smtp;

import org.jspecify.annotations.NullMarked;
