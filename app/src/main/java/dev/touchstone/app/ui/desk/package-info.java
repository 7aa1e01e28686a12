/**
 * The help desk: people are found, keys replaced, requests decided, and operators sign in. Above:
 * the window's shell. Below: the use cases of the desk. Start at {@link
 * dev.touchstone.app.ui.desk.DeskViewModel}.
 */
@NullMarked
package dev.touchstone.app.ui.desk;

import org.jspecify.annotations.NullMarked;
