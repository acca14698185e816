package dev.mcphotfix.agent.record.shape;

import static dev.mcphotfix.agent.record.HookFixture.ID;
import static dev.mcphotfix.agent.record.HookFixture.URL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.record.HookFixture;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PropertiesRecordTest {

  private final HookFixture hook = HookFixture.example();

  @Test
  void addsTheIdInPlaceAndNothingElse() {
    Properties record = record();

    assertThat(hook.handle(record)).isNull();

    Properties expected = record();
    expected.setProperty("clientId", ID);
    assertThat(record).isEqualTo(expected);
  }

  @Test
  void readsTheDefaultsAsTheHostDoes() {
    Properties record = new Properties(record());

    hook.handle(record);

    assertThat(record).hasSize(1);
    assertThat(record.getProperty("clientId")).isEqualTo(ID);
  }

  @Test
  void leavesAnIdAmongTheDefaultsAlone() {
    Properties defaults = new Properties();
    defaults.setProperty("clientId", "other");
    Properties record = new Properties(defaults);
    record.putAll(record());

    hook.handle(record);

    assertThat(record).isEqualTo(record());
    assertThat(hook.reasons()).containsExactly("record-other-client");
  }

  @Test
  void takesAValueThatIsNoTextForAnId() {
    Properties record = record();
    record.put("clientId", 7);

    hook.handle(record);

    assertThat(record).containsEntry("clientId", 7);
    assertThat(hook.reasons()).containsExactly("record-other-client");
  }

  @Test
  void leavesPropertiesWithoutRefreshTokenAlone() {
    Properties record = record();
    record.remove("refreshToken");

    hook.handle(record);

    assertThat(record).doesNotContainKey("clientId");
    assertThat(hook.reasons()).containsExactly("record-no-refresh");
  }

  @Test
  void leavesUnmodifiablePropertiesAlone() {
    hook.handle(unmodifiable());

    assertThat(hook.reasons()).containsExactly("record-no-slot");
  }

  @Test
  void takesWhatTheyThemselvesMakeOfTheId() {
    Properties record = marking();

    hook.handle(record);

    assertThat(record).containsEntry("clientId", "id:" + ID);
    assertThat(hook.reasons()).containsExactly("record-patched");
  }

  @Test
  void healsEachRecordThatIsKeptAsText() {
    Properties document = new Properties();
    document.setProperty("example-server", "{\"refreshToken\":\"rt\"}");
    document.setProperty("theme", "dark");

    hook.handle(document);

    assertThat(document)
        .containsEntry("example-server", "{\"refreshToken\":\"rt\",\"clientId\":\"" + ID + "\"}")
        .containsEntry("theme", "dark");
  }

  private static Properties record() {
    Properties record = new Properties();
    record.setProperty("serverUrl", URL);
    record.setProperty("refreshToken", "rt-secret");
    return record;
  }

  private static Properties marking() {
    Properties properties =
        new Properties() {
          @Override
          public synchronized @Nullable Object setProperty(String key, String value) {
            return super.setProperty(key, "id:" + value);
          }
        };
    properties.putAll(record());
    return properties;
  }

  private static Properties unmodifiable() {
    Properties properties =
        new Properties(record()) {
          @Override
          public synchronized Object put(Object key, Object value) {
            throw new UnsupportedOperationException();
          }
        };
    return properties;
  }
}
