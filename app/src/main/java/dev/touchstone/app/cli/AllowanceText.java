package dev.touchstone.app.cli;

import dev.touchstone.rp.limit.Allowance;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A limit as a person writes it. */
final class AllowanceText implements ITypeConverter<Allowance> {

  @Override
  public Allowance convert(String text) {
    try {
      return Allowance.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }
}
