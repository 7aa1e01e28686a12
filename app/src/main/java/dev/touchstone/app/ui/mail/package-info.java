/**
 * The screen Mail: what lies in the outbox folder, the queue, what mail says, and the server that
 * carries it. WebView, which draws pages of mail, is made when the first page is shown and not
 * before. Start at {@link dev.touchstone.app.ui.mail.MailView}.
 */
@NullMarked
package dev.touchstone.app.ui.mail;

import org.jspecify.annotations.NullMarked;
