package dev.mcphotfix.agent.witness;

import static org.assertj.core.api.Assertions.assertThat;

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
  void knowsWhatPeopleCallALibrary() {
    assertThat(KnownLibraries.name("jodd.http.HttpRequest")).isEqualTo("Jodd HTTP");
    assertThat(KnownLibraries.name("com.acme.TokenClient")).isNull();
  }
}
