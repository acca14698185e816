package dev.mcphotfix.agent.record.shape.json;

import static dev.mcphotfix.agent.record.HookFixture.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.record.HookFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JsonLibraryTest {

  private static final String OPEN =
      "{\"serverName\":\"example-server\",\"refreshToken\":\"rt-secret\",\"expiresAt\":1.50,"
          + "\"scopes\":[\"a\",\"b\"],\"nothing\":null";
  private static final String HEALED = OPEN + ",\"clientId\":\"" + ID + "\"}";

  private final HookFixture hook = HookFixture.example();

  @ParameterizedTest
  @EnumSource
  void addsTheIdAndNothingElse(JsonLibrary library) throws Exception {
    Object object = library.read(OPEN + '}');

    Object healed = used(object, hook.handle(object));

    assertThat(healed).hasToString(library.read(HEALED).toString());
    assertThat(healed == object).isEqualTo(library.mutable());
    assertThat(hook.reasons()).containsExactly("record-patched");
  }

  @ParameterizedTest
  @EnumSource
  void changesNoImmutableObject(JsonLibrary library) throws Exception {
    Object object = library.read(OPEN + '}');

    hook.handle(object);

    String left = library.mutable() ? HEALED : OPEN + '}';
    assertThat(object).hasToString(library.read(left).toString());
  }

  @ParameterizedTest
  @EnumSource
  void keepsThePlaceOfANullId(JsonLibrary library) throws Exception {
    Object object = library.read("{\"clientId\":null," + OPEN.substring(1) + '}');

    Object healed = used(object, hook.handle(object));

    String expected = "{\"clientId\":\"" + ID + "\"," + OPEN.substring(1) + '}';
    assertThat(healed).hasToString(library.read(expected).toString());
  }

  @ParameterizedTest
  @EnumSource
  void leavesAnIdAlone(JsonLibrary library) throws Exception {
    String json = OPEN + ",\"clientId\":\"other\"}";
    Object object = library.read(json);

    assertThat(hook.handle(object)).isNull();
    assertThat(object).hasToString(library.read(json).toString());
    assertThat(hook.reasons()).containsExactly("record-other-client");
  }

  @ParameterizedTest
  @EnumSource
  void takesANumberForAnId(JsonLibrary library) throws Exception {
    assertThat(hook.handle(library.read(OPEN + ",\"clientId\":7}"))).isNull();
    assertThat(hook.reasons()).containsExactly("record-other-client");
  }

  @ParameterizedTest
  @EnumSource
  void leavesObjectWithoutRefreshTokenAlone(JsonLibrary library) throws Exception {
    String json = "{\"serverName\":\"example-server\",\"refreshToken\":null}";
    Object object = library.read(json);

    assertThat(hook.handle(object)).isNull();
    assertThat(object).hasToString(library.read(json).toString());
    assertThat(hook.reasons()).containsExactly("record-no-refresh");
  }

  @ParameterizedTest
  @EnumSource
  void changesNothingWhenObserving(JsonLibrary library) throws Exception {
    Object object = library.read(OPEN + '}');

    assertThat(hook.observing().handle(object)).isNull();
    assertThat(object).hasToString(library.read(OPEN + '}').toString());
    assertThat(hook.reasons()).containsExactly("record-patched");
  }

  @ParameterizedTest
  @EnumSource
  void healsEachRecordOfADocument(JsonLibrary library) throws Exception {
    String other = ",\"other\":" + OPEN.replace("example-server", "elsewhere") + "},\"v\":1}}";
    Object document = library.read("{\"mcpOAuth\":{\"example-server\":" + OPEN + '}' + other);

    Object healed = used(document, hook.handle(document));

    String expected = "{\"mcpOAuth\":{\"example-server\":" + HEALED + other;
    assertThat(healed).hasToString(library.read(expected).toString());
    assertThat(hook.reasons()).containsExactlyInAnyOrder("record-patched", "record-unmatched");
  }

  private static Object used(Object before, @Nullable Object answer) {
    return answer == null ? before : answer;
  }
}
