/**
 * What to tell a person when something failed: what happened, what it cost, what to do next. Below
 * the use cases, which put it on every {@link dev.touchstone.app.advice.Failure}; both front ends
 * show it. Start with {@link dev.touchstone.app.advice.Advice}.
 */
@NullMarked
package dev.touchstone.app.advice;

import org.jspecify.annotations.NullMarked;
