package dev.mcphotfix.agent.weave;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.mcphotfix.agent.hook.Target;
import dev.mcphotfix.agent.host.AgentThread;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.Notice;
import java.net.URLClassLoader;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When the transformer weaves, and how what it weaves finds the bridge. */
final class HookTransformerTest extends WovenHost {

  private static final String HELD = "java/net/McpOAuthHotfixBridge";
  private static final String LOOKED_FOR = "getSystemClassLoader";

  @Test
  void replacesAnArgument() throws Exception {
    install(catalogue.rule(CLIENT, "post", List.of(STRING), new Target.Argument(0), PATCH));

    assertThat(call(client(), "post", "a")).isEqualTo("a!");
    assertThat(catalogue.events(host)).containsExactly("hook woven");
  }

  @Test
  void provesThatWovenCodeReachesItBeforeItWeavesTheHost() throws Exception {
    install(catalogue.rule(CLIENT, "post", List.of(STRING), new Target.Argument(0), PATCH));

    client();

    assertThat(catalogue.said.get(0).event()).isEqualTo(Notice.SELF_CHECK_OK);
  }

  @Test
  void provesItAlsoWhereAThreadOfTheAgentsOwnIsTheFirstToLoadSuchAClass() throws Exception {
    install(catalogue.rule(CLIENT, "post", List.of(STRING), new Target.Argument(0), PATCH));

    Thread first =
        new AgentThread(() -> assertThatCode(this::client).doesNotThrowAnyException(), "first");
    first.start();
    first.join();

    assertThat(catalogue.said.get(0).event()).isEqualTo(Notice.SELF_CHECK_OK);
    assertThat(call(client(), "post", "a")).isEqualTo("a!");
  }

  @Test
  void weavesNothingWhereWovenCodeDoesNotReachIt() throws Exception {
    catalogue.rule(CLIENT, "post", List.of(STRING), new Target.Argument(0), PATCH);
    transformer = catalogue.transformer();
    instrumentation.addTransformer(transformer, true);

    assertThat(call(client(), "post", "a")).isEqualTo("a");
    assertThat(catalogue.said).extracting(Entry::event).containsExactly(Notice.SELF_CHECK_FAILED);
  }

  @Test
  void tellsOfAClientThatNoHookCoversOnce() throws Exception {
    install(catalogue.unhooked("A client", CLIENT));

    instrumentation.retransformClasses(client().getClass());

    assertThat(catalogue.events(host)).containsExactly("client not hooked");
    assertThat(catalogue.why())
        .isEqualTo("no hook covers what it sends; a rule does, which scan proposes");
  }

  @Test
  void tellsNothingOfAClientThatIsNotUsed() throws Exception {
    install(catalogue.unhooked("A client", HOST + "NotUsed"));

    client();

    assertThat(catalogue.said).isEmpty();
  }

  @Test
  void leavesAnArgumentAlone() throws Exception {
    install(catalogue.rule(CLIENT, "post", List.of(STRING), new Target.Argument(0), LEAVE));

    assertThat(call(client(), "post", "a")).isEqualTo("a");
  }

  @Test
  void namesTheBridgeInAClassThatSeesIt() throws Exception {
    assertThat(healedIn(new ApplicationLoader(classes(), HOST)))
        .doesNotContain(LOOKED_FOR)
        .doesNotContain(HELD);
  }

  @Test
  void namesItsHolderInAClassFromWhichItIsHidden() throws Exception {
    assertThat(healedIn(new ApplicationLoader.Hiding(classes(), HOST, ".Bridge")))
        .contains(HELD)
        .doesNotContain(LOOKED_FOR);
  }

  @Test
  void looksForTheBridgeInAClassFromWhichItsHolderIsHiddenToo() throws Exception {
    assertThat(healedIn(new ApplicationLoader.Hiding(classes(), HOST, "Bridge")))
        .contains(LOOKED_FOR)
        .doesNotContain(HELD);
  }

  @Test
  void looksForTheBridgeInAClassWhoseLoaderDoesNotBearToBeAsked() throws Exception {
    assertThat(healedIn(new ApplicationLoader.Asserting(classes(), HOST)))
        .contains(LOOKED_FOR)
        .doesNotContain(HELD);
  }

  @Test
  void asksNoLoaderThatAnotherThreadMayHoldLocked() throws Exception {
    assertThat(healedIn(new ApplicationLoader.OneAtATime(classes(), HOST))).contains(LOOKED_FOR);
  }

  /** A class that is woven there does what it is woven for; answers its class file. */
  private String healedIn(URLClassLoader loader) throws Exception {
    host = loader;
    install(catalogue.rule(CLIENT, "post", List.of(STRING), new Target.Argument(0), PATCH));

    assertThat(call(client(), "post", "a")).isEqualTo("a!");
    return woven(loader.getUnnamedModule(), loader);
  }

  @Test
  void namesTheHolderInAClassOfANamedModule() throws Exception {
    host = new ApplicationLoader(classes(), HOST);
    install(catalogue.rule(CLIENT, "post", List.of(STRING), new Target.Argument(0), PATCH));

    assertThat(woven(Object.class.getModule(), host)).contains(HELD).doesNotContain(LOOKED_FOR);
  }

  private String woven(Module module, ClassLoader loader) throws Exception {
    String name = CLIENT.replace('.', '/');
    try (java.io.InputStream file = loader.getResourceAsStream(name + ".class")) {
      byte[] bytes =
          Objects.requireNonNull(transformer)
              .transform(module, loader, name, null, null, file.readAllBytes());
      return new String(bytes, ISO_8859_1);
    }
  }

  @Test
  void showsNoCallThatItsFirstArgumentTells() throws Exception {
    Target first = new Target.Argument(0);
    install(
        catalogue
            .rule(CLIENT, "post", List.of(STRING), first, PATCH, "a"::equals)
            .rule(CLIENT, "size", null, first, call -> 42, Integer.valueOf(1)::equals)
            .rule(CLIENT, "postLocked", null, new Target.Return(), PATCH, "a"::equals)
            .rule(CLIENT, "first", null, new Target.Return(), PATCH, Objects::isNull));

    assertThat(call(client(), "post", "a")).isEqualTo("a!");
    assertThat(call(client(), "post", "b")).isEqualTo("b");
    assertThat(call(client(), "size", 1)).isEqualTo(42);
    assertThat(call(client(), "size", 2)).isEqualTo(2);
    assertThat(call(client(), "postLocked", "a")).isEqualTo("a!");
    assertThat(call(client(), "postLocked", "b")).isEqualTo("b");
    assertThat(call(client(), "first")).isEqualTo("first!");
  }

  @Test
  void showsNoCallWithoutArgumentsThatItsReceiverTells() throws Exception {
    Set<Object> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
    install(
        catalogue
            .rule(CLIENT, "form", null, new Target.Return(), PATCH, wanted::contains)
            .rule(CLIENT, "send", null, new Target.Field("form"), call -> "x", wanted::contains));
    Object client = client();

    call(client, "send");
    assertThat(call(client, "form")).isEqualTo("none sent");
    wanted.add(client);
    call(client, "send");
    assertThat(call(client, "form")).isEqualTo("x!");
  }

  @Test
  void weavesClassesThatAreLoadedAlready() throws Exception {
    Object client = client();
    Object store = create("FileStore");

    install(
        catalogue
            .rule(CLIENT, "postLocked", null, new Target.Argument(0), PATCH)
            .rule(HOST + "Store", "save", null, new Target.Argument(0), PATCH));

    assertThat(call(client, "postLocked", "a")).isEqualTo("a!");
    assertThat(call(store, "save", "k", 1)).isEqualTo("k!=1");
  }

  @Test
  void givesMethodsTheirOldBodiesBackWhenItIsRemoved() throws Exception {
    install(catalogue.rule(CLIENT, "postLocked", null, new Target.Argument(0), PATCH));
    Object client = client();

    instrumentation.removeTransformer(transformer);
    instrumentation.retransformClasses(client.getClass());

    assertThat(call(client, "postLocked", "a")).isEqualTo("a");
  }
}
