package dev.mcphotfix.agent.http.apache;

import static dev.mcphotfix.agent.http.RecordedAttempts.ENDPOINT;
import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static dev.mcphotfix.agent.http.apache.EntityContract.FORM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.host.StandIn;
import dev.mcphotfix.agent.http.RecordedAttempts;
import dev.mcphotfix.agent.http.Sites;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.DynamicType;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The channel to which the asynchronous client sends a request whose body may be held. */
final class Apache5ChannelTest {

  private final Sites sites = new Sites(new Apache5(), new RecordedAttempts());
  private final RequestChannel channel = (request, body, context) -> {};
  private @Nullable Object underWay;

  @Test
  void isReplacedWhileABodyIsUnderWay() {
    begin();

    Object replaced = replaced(this, channel);

    assertThat(replaced).isInstanceOf(RequestChannel.class);
    assertThat(StandIn.behind(replaced, HeldRequest.class)).isNotNull();
  }

  @Test
  void isLeftWhereNoBodyIsUnderWay() {
    assertThat(underWay).isNull();

    assertThat(replaced(this, channel)).isNull();
  }

  @Test
  void isNotReplacedWhereThereIsNone() {
    begin();

    assertThat(replaced(this, null)).isNull();
  }

  @Test
  void isReplacedWhereTheLibrarySeesThatThereIsMoreOfABody() throws Exception {
    begin();

    assertThat(replaced(handler("requestState", AtomicReference.class), channel)).isNotNull();
  }

  @Test
  void isLeftToAnOlderLibrary() throws Exception {
    begin();

    assertThat(replaced(handler("requestState", Enum.class), channel)).isNull();
  }

  @Test
  void isLeftToALibraryThatIsNotKnown() throws Exception {
    begin();

    assertThat(replaced(handler("state", AtomicReference.class), channel)).isNull();
  }

  private @Nullable Object replaced(Object handler, @Nullable RequestChannel own) {
    return sites.value("apache5-send", handler, own);
  }

  /** A body, which is under way as long as somebody has it. */
  private void begin() {
    HttpRequest request = new BasicHttpRequest("POST", URI.create(ENDPOINT));
    Object body = new BasicAsyncEntityProducer(REFRESH, ContentType.parse(FORM));
    underWay =
        Objects.requireNonNull(
            sites.arguments("apache5-async", this, request, body, "scope", "chain", "callback"));
  }

  /** Of a library in other packages, where a stream keeps the state of a request in that field. */
  private static Object handler(String field, Class<?> type) throws ReflectiveOperationException {
    DynamicType stream =
        new ByteBuddy()
            .subclass(Object.class)
            .name("moved.org.apache.hc.core5.http.impl.nio.ClientHttp1StreamHandler")
            .defineField(field, type)
            .make();
    return new ByteBuddy()
        .subclass(Object.class)
        .name("moved.Handler")
        .make()
        .include(stream)
        .load(Apache5ChannelTest.class.getClassLoader())
        .getLoaded()
        .getConstructor()
        .newInstance();
  }
}
