/**
 * The queue of mail at work: letters go in with whatever they belong to, and out as servers take
 * them. Start at {@link dev.touchstone.rp.mail.delivery.MailDesk}.
 */
@NullMarked
package dev.touchstone.rp.mail.delivery;

import org.jspecify.annotations.NullMarked;
