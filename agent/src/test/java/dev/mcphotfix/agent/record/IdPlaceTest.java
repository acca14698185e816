package dev.mcphotfix.agent.record;

import static dev.mcphotfix.agent.record.HookFixture.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.record.shape.json.JsonLibrary;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A property with dots in it steps into the records inside a record. */
class IdPlaceTest {

  private static final String NAME = "example-server";

  private final HookFixture hook = HookFixture.example().property("client.id");

  @Test
  void addsTheIdToAMapInTheRecord() {
    Map<String, Object> client = new LinkedHashMap<>(Map.of("name", "mine"));
    Map<String, Object> record = with(client);

    assertThat(hook.handle(record)).isNull();
    assertThat(client).isEqualTo(Map.of("name", "mine", "id", ID));
    assertThat(record).doesNotContainKeys("client.id", "clientId");
  }

  @Test
  void putsACopyBack() {
    Map<String, Object> record = with(Map.of("name", "mine"));

    assertThat(hook.handle(record)).isNull();
    assertThat(record).containsEntry("client", Map.of("name", "mine", "id", ID));
  }

  @Test
  void addsTheIdInAText() {
    String text = "{\"serverName\":\"example-server\", \"refreshToken\":\"rt\", \"client\":{";

    assertThat(hook.handle(text + "}, \"v\":1}"))
        .isEqualTo(text + "\"id\":\"" + ID + "\"}, \"v\":1}");
  }

  @Test
  void stepsIntoMoreThanOne() {
    hook.property("a.b.id");
    String text = "{\"serverName\":\"example-server\",\"refreshToken\":\"rt\",\"a\":{\"b\":{";

    assertThat(hook.handle(text + "}}}")).isEqualTo(text + "\"id\":\"" + ID + "\"}}}");
  }

  @ParameterizedTest
  @EnumSource
  void addsTheIdInAnObjectOfALibrary(JsonLibrary library) throws Exception {
    String json = "{\"serverName\":\"example-server\",\"refreshToken\":\"rt\",\"client\":{";
    Object object = library.read(json + "},\"v\":1}");

    Object answer = hook.handle(object);

    assertThat(answer == null ? object : answer)
        .hasToString(library.read(json + "\"id\":\"" + ID + "\"},\"v\":1}").toString());
  }

  @Test
  void rebuildsTypedRecordsAroundIt() {
    assertThat(hook.handle(new Credential(NAME, "rt", new Client(null, "mine"))))
        .isEqualTo(new Credential(NAME, "rt", new Client(ID, "mine")));
  }

  @Test
  void setsTheRebuiltRecordInABean() {
    Bean bean = new Bean();

    assertThat(hook.handle(bean)).isNull();
    assertThat(bean.client).isEqualTo(new Client(ID, "mine"));
  }

  @Test
  void leavesABeanAloneThatCannotTakeTheRebuiltRecord() {
    FinalBean bean = new FinalBean();

    assertThat(hook.handle(bean)).isNull();
    assertThat(bean.client).isEqualTo(new Client(null, "mine"));
    assertThat(hook.reasons()).containsExactly("record-no-slot");
  }

  @Test
  void inventsNoRecord() {
    Map<String, Object> record = HookFixture.record();

    assertThat(hook.handle(record)).isNull();
    assertThat(record).isEqualTo(HookFixture.record());
    assertThat(hook.handle(new Credential(NAME, "rt", null))).isNull();
    assertThat(hook.reasons()).containsExactly("record-no-slot", "record-no-slot");
  }

  @Test
  void leavesWhatIsNoRecordAlone() {
    Map<String, Object> record = with("mine");

    assertThat(hook.handle(record)).isNull();
    assertThat(record).containsEntry("client", "mine");
    assertThat(hook.reasons()).containsExactly("record-no-slot");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "clientId", "client_id"})
  void leavesAnIdInTheInnerRecordAlone(String name) {
    Map<String, Object> client = new LinkedHashMap<>(Map.of(name, "other"));

    assertThat(hook.handle(with(client))).isNull();
    assertThat(client).isEqualTo(Map.of(name, "other"));
    assertThat(hook.reasons()).containsExactly("record-other-client");
  }

  @Test
  void leavesAnIdInTheOuterRecordAlone() {
    Map<String, Object> record = with(Map.of());
    record.put("clientId", "other");

    assertThat(hook.handle(record)).isNull();
    assertThat(hook.reasons()).containsExactly("record-other-client");
  }

  @Test
  void leavesTheRecordOfARegistrationAlone() {
    assertThat(hook.handle(with(Map.of("clientSecret", "s")))).isNull();
    assertThat(hook.reasons()).containsExactly("record-other-issuer");
  }

  @Test
  void leavesRecordWithoutRefreshTokenAlone() {
    Map<String, Object> record = with(new LinkedHashMap<>());
    record.remove("refreshToken");

    assertThat(hook.handle(record)).isNull();
    assertThat(hook.reasons()).containsExactly("record-no-refresh");
  }

  @Test
  void fillsANameThatHasADot() {
    Map<String, @Nullable Object> record = new LinkedHashMap<>(with(Map.of()));
    record.put("client.id", null);

    assertThat(hook.handle(record)).isNull();
    assertThat(record).containsEntry("client.id", ID).containsEntry("client", Map.of());
  }

  @Test
  void addsANameWithADotToProperties() {
    Properties record = new Properties();
    record.setProperty("serverName", NAME);
    record.setProperty("refreshToken", "rt");

    assertThat(hook.handle(record)).isNull();
    assertThat(record).containsEntry("client.id", ID);
  }

  @Test
  void changesNothingWhenObserving() {
    Map<String, Object> client = new LinkedHashMap<>();

    assertThat(hook.observing().handle(with(client))).isNull();
    assertThat(client).isEmpty();
  }

  private static Map<String, Object> with(Object client) {
    Map<String, Object> record = HookFixture.record();
    record.put("client", client);
    return record;
  }

  private record Credential(String serverName, String refreshToken, @Nullable Client client) {}

  private record Client(@Nullable String id, String name) {}

  static final class Bean {
    final String serverName = NAME;
    final String refreshToken = "rt";
    private Client client = new Client(null, "mine");

    Client getClient() {
      return client;
    }

    void setClient(Client value) {
      client = value;
    }
  }

  static final class FinalBean {
    final String serverName = NAME;
    final String refreshToken = "rt";
    final Client client = new Client(null, "mine");
  }
}
