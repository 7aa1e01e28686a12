/**
 * What an operator does about mail. Start at {@link dev.touchstone.app.usecase.mail.MailUseCases}.
 */
@NullMarked
package dev.touchstone.app.usecase.mail;

import org.jspecify.annotations.NullMarked;
