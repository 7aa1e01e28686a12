/**
 * The screen Factors: what people have beside passkeys. Codes by mail, devices for one-time
 * passwords, passwords, and a calculator for support. Start at {@link
 * dev.touchstone.app.ui.factors.FactorsView}.
 */
@NullMarked
package dev.touchstone.app.ui.factors;

import org.jspecify.annotations.NullMarked;
