package dev.touchstone.app.cli;

import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.key.session.Cancellation;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * What every command is given.
 *
 * @param terminal what to talk through
 * @param usualData the data folder when the command line names none
 * @param useCases builds the program for these settings
 * @param window the other front end
 * @param cancellation fired by Ctrl-C
 */
public record CommandContext(
    Terminal terminal,
    Path usualData,
    Function<Settings, UseCases> useCases,
    Window window,
    Cancellation cancellation) {}
