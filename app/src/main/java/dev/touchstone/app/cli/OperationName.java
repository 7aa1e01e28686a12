package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Operation;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The words of {@code --operation}. */
final class OperationName implements ITypeConverter<Operation> {

  @Override
  public Operation convert(String text) {
    return Operation.of(text.toLowerCase(Locale.ROOT))
        .orElseThrow(() ->
            new TypeConversionException(
                "there is no operation '%s'; 'touchstone explain --help' lists them"
                    .formatted(text)));
  }

  /** All of them. */
  static final class Candidates implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Operation.values()).map(Operation::word).iterator();
    }
  }
}
