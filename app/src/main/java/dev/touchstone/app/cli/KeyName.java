package dev.touchstone.app.cli;

import dev.touchstone.app.settings.Settings;
import dev.touchstone.key.transport.udp.SimulatorAddress;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What stands after {@code --key}: a key as {@code touchstone keys} lists it, or the address of a
 * simulator, which is a key from then on.
 *
 * @param id as the list of keys has it
 */
record KeyName(String id) {

  /** How options call it. */
  static final String LABEL = "ID";

  /** The settings under which there is such a key, if there can be one. */
  Settings adjust(Settings settings) {
    return SimulatorAddress.isMeantBy(id)
        ? settings.withSimulator(SimulatorAddress.parse(id))
        : settings;
  }

  /** For picocli. */
  static final class Converter implements ITypeConverter<KeyName> {
    @Override
    public KeyName convert(String text) {
      try {
        return new KeyName(
            SimulatorAddress.isMeantBy(text) ? SimulatorAddress.parse(text).text() : text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }
}
