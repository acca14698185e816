package dev.mcphotfix.agent.host.caller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.launch.BuiltInHooks;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

/** Which of a method's parameters may hold the form. */
class ProposedRuleTest {

  private static final String METHOD = "com.acme.TokenClient#post";

  @Test
  void namesAMapAndTheUrlBesideIt() {
    assertThat(
            ProposedRule.of(METHOD, "(Ljava/net/URI;Ljava/util/Map;I)V", ProposedRule.Holder.MAP))
        .isEqualTo(
            "com.acme.TokenClient#post(java.net.URI,java.util.Map,int)"
                + " patch=token-request target=arg1 endpoint=arg0");
  }

  @Test
  void namesBytes() {
    assertThat(ProposedRule.of(METHOD, "(J[B[[Lcom/acme/A;)[B", ProposedRule.Holder.BYTES))
        .isEqualTo(
            "com.acme.TokenClient#post(long,byte[],com.acme.A[][])"
                + " patch=token-request target=arg1");
  }

  @Test
  void namesTheLastText() {
    String two = "(Ljava/lang/String;Ljava/lang/String;)V";

    assertThat(ProposedRule.of(METHOD, two, ProposedRule.Holder.TEXT)).endsWith("target=arg1");
  }

  @Test
  void namesATextBesideAUrlAndNoneThatStandsAlone() {
    String beside = "(Ljava/net/URL;Ljava/lang/String;)V";

    assertThat(ProposedRule.of(METHOD, beside, ProposedRule.Holder.TEXT))
        .endsWith("target=arg1 endpoint=arg0");
    assertThat(ProposedRule.of(METHOD, "(Ljava/lang/String;I)V", ProposedRule.Holder.TEXT))
        .isNull();
  }

  @Test
  void namesNothingWhereNoParameterMayHoldIt() {
    for (ProposedRule.Holder holder : ProposedRule.Holder.values()) {
      assertThat(ProposedRule.of(METHOD, "([Ljava/lang/String;[[BZ)V", holder)).isNull();
      assertThat(ProposedRule.of(METHOD, "()Ljava/lang/String;", holder)).isNull();
    }
  }

  @Test
  void knowsTheClientsOwnClasses() {
    assertThat(KnownLibraries.isOfClient("com.acme.TokenClient")).isTrue();
    for (String other :
        new String[] {
          "java.net.Socket",
          "sun.nio.ch.SocketChannelImpl",
          "okhttp3.OkHttpClient",
          "okio.Buffer",
          "dev.mcphotfix.agent.bridge.Bridge",
          "jodd.http.HttpRequest",
          "jodd.io.StreamUtil"
        }) {
      assertThat(KnownLibraries.isOfClient(other)).as(other).isFalse();
    }
  }

  @Test
  void knowsNoOtherHooksThanThereAre() {
    assertThat(KnownLibraries.hooks()).isNotEmpty().isSubsetOf(BuiltInHooks.names());
    assertThat(KnownLibraries.hook("okhttp3.OkHttpClient")).isEqualTo("okhttp");
    assertThat(KnownLibraries.hook("jodd.http.HttpRequest")).isNull();
  }

  @Test
  void namesTheHookInPlaceOfARuleWhereThatIsNotOn() {
    CallPath path = new CallPath("OkHttp", "okhttp", List.of());

    assertThat(path.rule(List.of("jdk")))
        .isEqualTo(
            "none needed: the hook okhttp covers this client when it is on;"
                + " heal PID, or okhttp in http");
    assertThat(path.rule(List.of("jdk", "okhttp"))).isEqualTo("the command scan proposes one");
    assertThat(new CallPath("Jodd HTTP", null, List.of()).rule(List.of()))
        .isEqualTo("the command scan proposes one");
  }

  @Test
  void findsTheHookOnTheWayOutThroughTheLibrary() {
    List<CallPath> paths = new ArrayList<>();
    HttpRequest.BodyPublisher body =
        HttpRequest.BodyPublishers.ofInputStream(
            () -> {
              paths.add(CallPath.here());
              return InputStream.nullInputStream();
            });

    body.subscribe(new Idle());

    assertThat(paths).singleElement().extracting(CallPath::hook).isEqualTo("jdk");
  }

  /** Asks for nothing. */
  private static final class Idle implements Flow.Subscriber<ByteBuffer> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {}

    @Override
    public void onNext(ByteBuffer item) {}

    @Override
    public void onError(Throwable throwable) {}

    @Override
    public void onComplete() {}
  }

  @Test
  void knowsWhatPeopleCallALibrary() {
    assertThat(KnownLibraries.name("jodd.http.HttpRequest")).isEqualTo("Jodd HTTP");
    assertThat(KnownLibraries.name("com.acme.TokenClient")).isNull();
  }
}
