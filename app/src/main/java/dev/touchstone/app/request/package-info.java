/**
 * HTTP requests that a person writes, keeps and sends to any server: what one is, and what in it is
 * confidential. How it is filled in, sent, read from a curl line and kept are the packages below.
 * Start at {@link dev.touchstone.app.request.Request}.
 */
@NullMarked
package dev.touchstone.app.request;

import org.jspecify.annotations.NullMarked;
