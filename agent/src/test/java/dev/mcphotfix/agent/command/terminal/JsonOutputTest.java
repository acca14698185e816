package dev.mcphotfix.agent.command.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonOutputTest {

  @Test
  void writesOneIndentedDocumentInTheOrderGiven() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("name", "save");
    document.put("woven", true);
    document.put("count", 2);
    document.put("classes", Arrays.asList("A", null));

    String json = written(document);

    assertThat(json.lines())
        .containsExactly(
            "{",
            "  \"name\" : \"save\",",
            "  \"woven\" : true,",
            "  \"count\" : 2,",
            "  \"classes\" : [ \"A\", null ]",
            "}");
  }

  @Test
  void escapesWhatATerminalMightSpoil() {
    String json = written(List.of("\u00fc \u001b[31m \"\n"));

    assertThat(json.strip()).isEqualTo("[ \"\\u00FC \\u001B[31m \\\"\\n\" ]");
  }

  private static String written(Object value) {
    StringWriter text = new StringWriter();
    JsonOutput.write(new PrintWriter(text), value);
    return text.toString();
  }
}
