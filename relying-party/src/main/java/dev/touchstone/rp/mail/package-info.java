/**
 * Mail that the relying party sends: letters, who carries them, and how they wait. Templates are in
 * {@code mail.template}, the carriers in {@code mail.smtp} and {@code mail.outbox}, the queue at
 * work in {@code mail.delivery}. Start at {@link dev.touchstone.rp.mail.Mailer}.
 */
@NullMarked
package dev.touchstone.rp.mail;

import org.jspecify.annotations.NullMarked;
