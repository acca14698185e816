package dev.mcphotfix.agent.command.report.trace.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.report.markup.Html;
import dev.mcphotfix.agent.command.report.trace.TracedLogs;
import dev.mcphotfix.agent.command.report.trace.conversation.TracedConversation;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Who tells whom what, as the picture of a conversation shows it. */
class SequenceDiagramTest {

  private static final String ADDED =
      "mcp-hotfix INFO  added client_id  server=example-server reason=added request=0001\n";

  @Example
  void showsTheDefect() throws Exception {
    List<String> texts = texts(svg(TracedLogs.TEXT, false));

    assertThat(texts)
        .containsExactly(
            "Client",
            "MCP server",
            "Authorization server",
            "POST https://mcp.example.com/mcp",
            "0 ms",
            "401 Bearer",
            "209 ms",
            "token-request",
            "request=0001 grant=refresh_token parameters=grant_type,refresh_token authentication=none",
            "252 ms",
            "400 invalid_request",
            "request=0001 client_id=absent took=43",
            "no-client-id",
            "401 from the server -> refresh without client_id -> 400 invalid_request: the record was"
                + " saved without its id (rule \"save\")");
  }

  @Example
  void showsWhoIsAskedToAuthorizeTheClient() throws Exception {
    String log =
        "mcp-hotfix INFO  trace  conversation=3fa-1 step=authorization server=example-server"
            + " method=GET url=https://idp.example.com/authorize status=302 error=access_denied"
            + " ms=7 thread=main\n";

    assertThat(texts(svg(log, false)))
        .containsExactly(
            "Client",
            "Authorization server",
            "GET https://idp.example.com/authorize",
            "7 ms",
            "302 access_denied");
  }

  @Example
  void showsWhatTheAgentDidAndWhereRecordsAre() throws Exception {
    String log =
        TracedLogs.TEXT
            .replaceFirst("(request=0001 hook.*\\n)", "$1" + ADDED)
            .replaceAll(".*diagnosis.*\\n", "")
            .replace("3fa-2", "3fa-1")
            .replace("client_id=own", "client_id=added");

    List<String> texts = texts(svg(log, true));

    assertThat(texts)
        .startsWith("Records", "Client", "Agent", "MCP", "server", "Auth.", "server")
        .containsSubsequence("added client_id", "reason=added", "252 ms 400 invalid_request")
        .endsWith("healed record", "client_id=added", "0 ms saves the record", "client_id=added");
  }

  @Example
  void leavesOutTheMiddleOfALongOne() throws Exception {
    String step = TracedLogs.TEXT.lines().toList().get(5) + '\n';
    StringBuilder log = new StringBuilder();
    IntStream.range(0, 500).forEach(i -> log.append(step.replace("ms=0", "ms=" + (1000 + i))));

    List<String> texts = texts(svg(log.toString(), false));

    assertThat(texts)
        .contains("1000 ms", "1023 ms", "452 messages are left out here", "1476 ms", "1499 ms")
        .doesNotContain("1024 ms", "1475 ms");
  }

  /**
   * Whatever a log has in it, a picture is well-formed, of its own elements, and no text leaves.
   */
  @Property(tries = 60)
  void holdsWhateverALogSays(
      @ForAll @StringLength(max = 300) @Chars({'<', '&', '"', '\'', ' ', ',', 'W', '\u00e9'})
          String value,
      @ForAll boolean narrow)
      throws Exception {
    String quoted = "\"" + "W".repeat(value.length() / 2) + value.replace("\"", "\\\"") + '"';
    String log =
        TracedLogs.TEXT
            .replace("method=POST", "method=" + quoted)
            .replace("parameters=grant_type,refresh_token", "parameters=" + quoted)
            .replace("story=\"401", "story=\"" + quoted.substring(1, quoted.length() - 1) + "401");

    Element svg = svg(log, narrow);

    int width = narrow ? 360 : 1000;
    NodeList all = svg.getElementsByTagName("*");
    assertThat(IntStream.range(0, all.getLength()).mapToObj(i -> all.item(i).getNodeName()))
        .isSubsetOf("title", "text", "line", "rect", "path", "g");
    NodeList texts = svg.getElementsByTagName("text");
    for (int i = 0; i < texts.getLength(); i++) {
      Element text = (Element) texts.item(i);
      if (List.of("headline", "soft", "story").contains(text.getAttribute("class"))) {
        double end =
            Integer.parseInt(text.getAttribute("x"))
                + text.getTextContent().length() * (narrow ? 6.7 : 7.3);
        assertThat(end).as(text.getTextContent()).isLessThanOrEqualTo(width);
      }
    }
  }

  @Example
  void isAFileOfItsOwnWithItsStyle() throws Exception {
    TracedConversation defect = TracedLogs.conversations(TracedLogs.TEXT).get(0);

    Element svg = parsed(SequenceDiagram.alone(defect));

    assertThat(svg.getAttribute("xmlns")).isEqualTo("http://www.w3.org/2000/svg");
    assertThat(svg.getElementsByTagName("style").item(0).getTextContent())
        .contains("prefers-color-scheme: dark", ".sequence text")
        .doesNotContain("url(", "@import");
    assertThat(texts(svg)).contains("400 invalid_request", "no-client-id");
  }

  private static Element svg(String log, boolean narrow) throws Exception {
    Html page = new Html();
    SequenceDiagram.write(TracedLogs.conversations(log).get(0), narrow, page);
    return parsed(page.toString());
  }

  private static Element parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)))
        .getDocumentElement();
  }

  private static List<String> texts(Element svg) {
    NodeList texts = svg.getElementsByTagName("text");
    List<String> found = new ArrayList<>();
    for (int i = 0; i < texts.getLength(); i++) {
      found.add(texts.item(i).getTextContent());
    }
    return found;
  }
}
