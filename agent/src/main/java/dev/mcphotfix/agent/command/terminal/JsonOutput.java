package dev.mcphotfix.agent.command.terminal;

import dev.mcphotfix.agent.control.JsonValue;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * Writes what {@code --json} asks for. Other characters than ASCII are escaped, so that the
 * terminal's encoding cannot spoil them.
 */
public final class JsonOutput {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private JsonOutput() {}

  /**
   * Writes one document and a line's end.
   *
   * @param value a map with keys of text, an iterable, a text, an integer, a boolean or null, or
   *     anything else, which is written as its text
   */
  public static void write(PrintWriter out, @Nullable Object value) {
    try (JsonGenerator generator = FACTORY.createGenerator(new Indented(), out)) {
      JsonValue.write(generator, value);
    }
    out.println();
    out.flush();
  }

  /** A text as JSON has it, on one line whatever is in it. */
  public static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\');
      }
      quoted.append(Character.isISOControl(c) ? '?' : c);
    }
    return quoted.append('"').toString();
  }

  private static final class Indented extends ObjectWriteContext.Base {

    @Override
    public PrettyPrinter getPrettyPrinter() {
      return new DefaultPrettyPrinter();
    }
  }
}
