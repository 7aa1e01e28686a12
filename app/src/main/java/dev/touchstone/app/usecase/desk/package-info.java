/**
 * What is done at the help desk. Above: the front ends. Below: the relying party's help desk, and
 * the registration of keys. Start at {@link dev.touchstone.app.usecase.desk.HelpPeople}.
 */
@NullMarked
package dev.touchstone.app.usecase.desk;

import org.jspecify.annotations.NullMarked;
