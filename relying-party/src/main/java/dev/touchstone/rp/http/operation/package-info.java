/**
 * For those who run the server: is it alive, is it any use, what does it do. Below it are {@code
 * access} and {@code guard}. Start at {@link dev.touchstone.rp.http.operation.OperationRoutes}.
 */
@NullMarked
package dev.touchstone.rp.http.operation;

import org.jspecify.annotations.NullMarked;
