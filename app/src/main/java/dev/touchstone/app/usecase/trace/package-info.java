/**
 * What a person can do with recordings: list, read, export, compare, replay, delete. One class per
 * thing. Above: the window and the terminal. Below: {@code key.trace}. Start with {@link
 * dev.touchstone.app.usecase.trace.TraceUseCases}.
 */
@NullMarked
package dev.touchstone.app.usecase.trace;

import org.jspecify.annotations.NullMarked;
