package dev.touchstone.app.doctor;

import java.util.List;

/** Looks at one thing. May take a second or two. */
@FunctionalInterface
interface Examination {
  List<Finding> run();
}
