package dev.touchstone.app.ui;

import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.FileChoice;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.usecase.UseCases;
import java.time.InstantSource;
import java.time.ZoneId;

/**
 * What a window is made from.
 *
 * @param useCases everything that a person can do
 * @param background where blocking work goes
 * @param moments how points in time are said
 * @param files how a file is asked for
 */
public record WindowParts(
    UseCases useCases, Background background, Moments moments, FileChoice files) {

  /** Those of a window on a desktop. */
  public static WindowParts ofDesktop(UseCases useCases) {
    return new WindowParts(
        useCases,
        Background.ofJavaFx(),
        new Moments(InstantSource.system(), ZoneId.systemDefault()),
        FileChoice.ofDesktop("Open a file to inspect"));
  }
}
