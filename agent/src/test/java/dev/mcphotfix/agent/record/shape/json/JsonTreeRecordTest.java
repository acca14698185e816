package dev.mcphotfix.agent.record.shape.json;

import static dev.mcphotfix.agent.record.HookFixture.ID;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mcphotfix.agent.record.HookFixture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonTreeRecordTest {

  private static final String OPEN =
      """
      {"serverName":"example-server","serverUrl":"https://mcp.example.com/mcp",\
      "refreshToken":"rt-secret","expiresAt":1.50,"nothing":null""";
  private static final String RECORD = OPEN + '}';
  private static final String HEALED = OPEN + ",\"clientId\":\"" + ID + "\"}";
  private static final String OTHER = OPEN + ",\"clientId\":\"other\"}";

  private final HookFixture hook = HookFixture.example();

  @Test
  void healsJackson2Tree() throws Exception {
    Object tree = new ObjectMapper().readTree(RECORD);

    Object answer = hook.handle(tree);

    assertThat(answer).isNull();
    assertThat(tree.toString()).isEqualTo(healedAs(RECORD, HEALED));
  }

  @Test
  void leavesJackson2TreeWithAnIdAlone() throws Exception {
    Object tree = new ObjectMapper().readTree(OTHER);

    hook.handle(tree);

    assertThat(tree).isEqualTo(new ObjectMapper().readTree(OTHER));
  }

  @Test
  void healsJackson3Tree() {
    Object tree = JsonMapper.shared().readTree(RECORD);

    Object answer = hook.handle(tree);

    assertThat(answer).isNull();
    assertThat(tree).isEqualTo(JsonMapper.shared().readTree(HEALED));
  }

  @Test
  void leavesJackson3TreeWithAnIdAlone() {
    Object tree = JsonMapper.shared().readTree(OTHER);

    hook.handle(tree);

    assertThat(tree).isEqualTo(JsonMapper.shared().readTree(OTHER));
  }

  @Test
  void fillsANullIdInATree() {
    Object tree = JsonMapper.shared().readTree(OPEN + ",\"clientId\":null}");

    hook.handle(tree);

    assertThat(tree).isEqualTo(JsonMapper.shared().readTree(HEALED));
  }

  @Test
  void takesANumberForAnId() {
    Object tree = JsonMapper.shared().readTree(OPEN + ",\"clientId\":7}");

    hook.handle(tree);

    assertThat(hook.reasons()).containsExactly("record-other-client");
  }

  @Test
  void healsASubclassOfTheTree() {
    OwnNode tree = new OwnNode();
    tree.put("serverName", "example-server").put("refreshToken", "rt-secret");

    hook.handle(tree);

    assertThat(tree.get("clientId").textValue()).isEqualTo(ID);
  }

  @Test
  void leavesTreeThatIsNoObjectAlone() throws Exception {
    Object tree = new ObjectMapper().readTree("[]");

    hook.handle(tree);

    assertThat(tree).hasToString("[]");
  }

  @Test
  void changesNoTreeWhenObserving() {
    Object tree = JsonMapper.shared().readTree(RECORD);

    hook.observing().handle(tree);

    assertThat(tree).isEqualTo(JsonMapper.shared().readTree(RECORD));
  }

  /** What Jackson itself makes of the healed text; spelling of numbers is its own. */
  private static String healedAs(String record, String healed) throws Exception {
    assertThat(healed).startsWith(record.substring(0, record.length() - 1));
    return new ObjectMapper().readTree(healed).toString();
  }

  @SuppressWarnings("unchecked") // of Jackson, in a bridge method that is inherited
  private static final class OwnNode extends ObjectNode {
    OwnNode() {
      super(JsonNodeFactory.instance);
    }
  }
}
