/**
 * People at the help desk. Above: the front ends, and the use cases that need keys as well. Below:
 * the relying party's help desk. Start at {@link dev.touchstone.app.usecase.desk.HelpPeople}.
 */
@NullMarked
package dev.touchstone.app.usecase.desk;

import org.jspecify.annotations.NullMarked;
