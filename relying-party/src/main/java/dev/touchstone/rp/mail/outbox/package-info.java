/**
 * Mail that is not sent but laid into a folder, for machines without a mail server. Start at {@link
 * dev.touchstone.rp.mail.outbox.OutboxFolder}.
 */
@NullMarked
package dev.touchstone.rp.mail.outbox;

import org.jspecify.annotations.NullMarked;
