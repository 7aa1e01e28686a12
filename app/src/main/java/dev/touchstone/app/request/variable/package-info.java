/**
 * Variables in requests: {@code {{name}}} filled in by values and by secrets, and the other way
 * round, what is confidential in a request taken out of it into variables.
 */
@NullMarked
package dev.touchstone.app.request.variable;

import org.jspecify.annotations.NullMarked;
