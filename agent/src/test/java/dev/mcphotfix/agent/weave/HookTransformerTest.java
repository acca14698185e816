package dev.mcphotfix.agent.weave;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcphotfix.agent.bridge.Bridge;
import dev.mcphotfix.agent.hook.HookHandler;
import dev.mcphotfix.agent.hook.Target;
import dev.mcphotfix.agent.host.AgentThread;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.Notice;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The transformer in this JVM, on host classes that a loader without a parent defines. */
final class HookTransformerTest {

  private static final String HOST = "dev.mcphotfix.agent.weave.host.";
  private static final String CLIENT = HOST + "Client";
  private static final String STRING = "java.lang.String";
  private static final HookHandler PATCH = call -> call.value() + "!";
  private static final HookHandler LEAVE = call -> null;

  private static Instrumentation instrumentation;

  private final TestCatalogue catalogue = new TestCatalogue();
  private @Nullable HookTransformer transformer;
  private URLClassLoader host;

  @BeforeAll
  static void attach() {
    instrumentation = ByteBuddyAgent.install();
  }

  @BeforeEach
  void openHost() {
    host = new URLClassLoader("host-" + UUID.randomUUID(), new URL[] {classes()}, null);
  }

  private static URL classes() {
    URL classes = Bridge.class.getClassLoader().getResource(HOST.replace('.', '/'));
    String root = classes.toString().replace(HOST.replace('.', '/'), "");
    try {
      return new URL(root);
    } catch (java.net.MalformedURLException e) {
      throw new AssertionError(e);
    }
  }

  @AfterEach
  void removeHooks() throws Exception {
    if (transformer != null) {
      instrumentation.removeTransformer(transformer);
    }
    Bridge.connect(null);
    host.close();
  }

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
    host = new ApplicationLoader(classes(), HOST);
    install(catalogue.rule(CLIENT, "post", List.of(STRING), new Target.Argument(0), PATCH));

    assertThat(call(client(), "post", "a")).isEqualTo("a!");
    assertThat(woven(host)).doesNotContain("getSystemClassLoader");
  }

  @Test
  void looksForTheBridgeInAClassFromWhichItIsHidden() throws Exception {
    host = new ApplicationLoader.Hiding(classes(), HOST);
    install(catalogue.rule(CLIENT, "post", List.of(STRING), new Target.Argument(0), PATCH));

    assertThat(call(client(), "post", "a")).isEqualTo("a!");
    assertThat(woven(host)).contains("getSystemClassLoader");
  }

  @Test
  void asksNoLoaderThatAnotherThreadMayHoldLocked() throws Exception {
    host = new ApplicationLoader.OneAtATime(classes(), HOST);
    install(catalogue.rule(CLIENT, "post", List.of(STRING), new Target.Argument(0), PATCH));

    assertThat(call(client(), "post", "a")).isEqualTo("a!");
    assertThat(woven(host)).contains("getSystemClassLoader");
  }

  @Test
  void looksForTheBridgeInAClassOfANamedModule() throws Exception {
    host = new ApplicationLoader(classes(), HOST);
    install(catalogue.rule(CLIENT, "post", List.of(STRING), new Target.Argument(0), PATCH));

    assertThat(woven(Object.class.getModule(), host)).contains("getSystemClassLoader");
  }

  private String woven(ClassLoader loader) throws Exception {
    return woven(loader.getUnnamedModule(), loader);
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
            .rule(CLIENT, "form", null, new Target.Return(), PATCH, Objects::isNull));

    assertThat(call(client(), "post", "a")).isEqualTo("a!");
    assertThat(call(client(), "post", "b")).isEqualTo("b");
    assertThat(call(client(), "size", 1)).isEqualTo(42);
    assertThat(call(client(), "size", 2)).isEqualTo(2);
    assertThat(call(client(), "postLocked", "a")).isEqualTo("a!");
    assertThat(call(client(), "postLocked", "b")).isEqualTo("b");
    assertThat(call(client(), "form")).isEqualTo("none!");
  }

  @Test
  void leavesAnOverloadAlone() throws Exception {
    install(catalogue.rule(CLIENT, "post", List.of(STRING), new Target.Argument(0), PATCH));

    assertThat(call(client(), "post", "a", 2)).isEqualTo("aa");
  }

  @Test
  void replacesAnArgumentBesidePrimitives() throws Exception {
    install(catalogue.rule(CLIENT, "postStatic", null, new Target.Argument(1), PATCH));

    assertThat(call(client(), "postStatic", 7L, "a")).isEqualTo("a!7");
  }

  @Test
  void replacesAPrimitiveArgument() throws Exception {
    install(catalogue.rule(CLIENT, "size", null, new Target.Argument(0), call -> 42));

    assertThat(call(client(), "size", 1)).isEqualTo(42);
  }

  @Test
  void replacesAnArgumentOnceInAMethodThatComesBackToItsBeginning() throws Exception {
    install(catalogue.rule(CLIENT, "postAgain", List.of(STRING), new Target.Argument(0), PATCH));

    assertThat(call(client(), "postAgain", "a")).isEqualTo("a!");
  }

  @Test
  void replacesAnArrayArgument() throws Exception {
    byte[] patched = {1};
    install(
        catalogue.rule(CLIENT, "bytes", List.of("byte[]"), new Target.Argument(0), c -> patched));

    assertThat(call(client(), "bytes", new byte[0])).isSameAs(patched);
  }

  @Test
  void showsWhatIsWrittenAndNeverChangesIt() throws Exception {
    List<Object> shown = outgoing();
    byte[] bytes = "-POST".getBytes(ISO_8859_1);
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 1, 4);

    assertThat(call(create("Outgoing"), "stream", bytes, 1, 4)).isEqualTo(4);
    assertThat(call(create("Outgoing"), "channel", buffer)).isEqualTo(4);
    assertThat(call(create("Outgoing"), "gather", new ByteBuffer[] {buffer, buffer}, 1, 1))
        .isEqualTo(4);

    assertThat(shown).hasSize(3);
    assertThat(buffer.position()).isEqualTo(1);
    assertThat(catalogue.failures).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":1}", "[1]", "<a/>", "\u0017\u0003\u0003", "\u00ff", ""})
  void doesNotShowWhatItsFirstByteTells(String text) throws Exception {
    List<Object> shown = outgoing();
    byte[] bytes = text.getBytes(ISO_8859_1);

    assertThat(call(create("Outgoing"), "stream", bytes, 0, bytes.length)).isEqualTo(bytes.length);
    if (bytes.length > 0) {
      call(create("Outgoing"), "channel", ByteBuffer.wrap(bytes));
      call(create("Outgoing"), "gather", new ByteBuffer[] {ByteBuffer.wrap(bytes)}, 0, 1);
    }

    assertThat(shown).isEmpty();
  }

  @Test
  void leavesAWriteOfNothingThatIsThereAlone() throws Exception {
    List<Object> shown = outgoing();

    assertThat(call(create("Outgoing"), "stream", new byte[1], 3, 4)).isEqualTo(4);
    assertThat(call(create("Outgoing"), "gather", new ByteBuffer[0], 0, 0)).isEqualTo(0);

    assertThat(shown).isEmpty();
  }

  /** What is shown of its calls. */
  private List<Object> outgoing() throws Exception {
    List<Object> shown = new ArrayList<>();
    for (String method : List.of("stream", "channel", "gather")) {
      catalogue.rule(
          HOST + "Outgoing", method, null, new Target.Written(), call -> shown.add(call.value()));
    }
    install(catalogue);
    return shown;
  }

  @Test
  void replacesAReturnValue() throws Exception {
    install(catalogue.rule(CLIENT, "postPrivate", null, new Target.Return(), PATCH));

    assertThat(call(client(), "callPrivate", "a")).isEqualTo("a!");
  }

  @Test
  void returnsSomethingWithoutRunningTheMethod() throws Exception {
    install(
        catalogue.rule(CLIENT, "fails", null, new Target.Instead(), c -> "for " + c.arguments()));

    assertThat(call(client(), "fails", "a")).isEqualTo("for [a]");
  }

  @Test
  void returnsANumberWithoutRunningTheMethod() throws Exception {
    install(catalogue.rule(CLIENT, "size", null, new Target.Instead(), call -> 7));

    assertThat(call(client(), "size", 3)).isEqualTo(7);
  }

  @Test
  void runsTheMethodWhereSomethingOfAnotherTypeIsGiven() throws Exception {
    install(catalogue.rule(CLIENT, "size", null, new Target.Instead(), call -> "7"));

    assertThat(call(client(), "size", 3)).isEqualTo(3);
  }

  @Test
  void runsTheMethodThatNothingIsGivenInsteadOf() throws Exception {
    install(catalogue.rule(CLIENT, "postPrivate", null, new Target.Instead(), LEAVE));

    assertThat(call(client(), "callPrivate", "a")).isEqualTo("a");
  }

  @Test
  void handsTheArgumentsOfTheCallToAReturnHook() throws Exception {
    install(
        catalogue.rule(
            CLIENT, "postLocked", null, new Target.Return(), c -> "for " + c.arguments()));

    assertThat(call(client(), "postLocked", "a")).isEqualTo("for [a]");
  }

  @Test
  void handsTheArgumentsOfTheCallToAReturnHookOfAMethodThatChangesThem() throws Exception {
    HookHandler arguments = call -> call.value() + "" + call.arguments();
    install(catalogue.rule(CLIENT, "postTrimmed", List.of(STRING), new Target.Return(), arguments));

    assertThat(call(client(), "postTrimmed", " a")).isEqualTo("a[ a]");
  }

  @Test
  void catchesNothingMoreInAMethodThatReturnsFromWithinWhatItCatches() throws Exception {
    HookHandler fails =
        call -> {
          throw new StringIndexOutOfBoundsException();
        };
    install(catalogue.rule(CLIENT, "postGuarded", List.of(STRING), new Target.Return(), fails));

    assertThat(call(client(), "postGuarded", "a")).isEqualTo("a");
    assertThat(catalogue.failures).hasSize(1);
  }

  @Test
  void leavesAFailingMethodItsException() throws Exception {
    install(catalogue.rule(CLIENT, "fails", null, new Target.Return(), PATCH));

    assertThatThrownBy(() -> call(client(), "fails", "a"))
        .isInstanceOf(java.io.IOException.class)
        .hasMessage("a");
  }

  @Test
  void replacesAConstructorsArgument() throws Exception {
    install(catalogue.rule(CLIENT, "<init>", List.of(STRING), new Target.Argument(0), PATCH));

    assertThat(call(client(), "given")).isEqualTo("none!");
  }

  @Test
  void replacesAFieldThatAConstructorHasSet() throws Exception {
    install(catalogue.rule(CLIENT, "<init>", List.of(STRING), new Target.Field("given"), PATCH));

    assertThat(call(client(), "given")).isEqualTo("none!");
  }

  @Test
  void replacesAFieldBeforeAndAfterAMethodUsesIt() throws Exception {
    install(catalogue.rule(CLIENT, "send", null, new Target.Field("form"), PATCH));
    Object client = client();

    call(client, "send");

    assertThat(call(client, "form")).isEqualTo("none! sent!");
  }

  @Test
  void replacesAFieldInAMethodThatReturnsSomething() throws Exception {
    install(catalogue.rule(CLIENT, "form", null, new Target.Field("form"), PATCH));
    Object client = client();

    assertThat(call(client, "form")).isEqualTo("none!");
    assertThat(call(client, "form")).isEqualTo("none!!!");
  }

  @Test
  void leavesAFieldAloneForWhichItIsGivenAnotherType() throws Exception {
    install(catalogue.rule(CLIENT, "form", null, new Target.Field("form"), call -> 7));

    assertThat(call(client(), "form")).isEqualTo("none");
  }

  @Test
  void leavesAFinalFieldAlone() throws Exception {
    install(catalogue.rule(CLIENT, "send", null, new Target.Field("given"), PATCH));

    assertThat(call(client(), "given")).isEqualTo("none");
    assertThat(catalogue.why()).contains("final");
  }

  @Test
  void leavesAFinalFieldOfASuperclassAloneInAConstructorToo() throws Exception {
    install(catalogue.rule(HOST + "FileStore", "<init>", null, new Target.Field("folder"), PATCH));

    create("FileStore");

    assertThat(catalogue.events(host)).containsExactly("hook not woven");
    assertThat(catalogue.why()).contains("final");
  }

  @Test
  void leavesTheValueAloneWhenAHandlerThrows() throws Exception {
    install(
        catalogue.rule(
            CLIENT,
            "postLocked",
            null,
            new Target.Argument(0),
            call -> {
              throw new IllegalStateException("broken");
            }));

    assertThat(call(client(), "postLocked", "a")).isEqualTo("a");
    assertThat(catalogue.failures).singleElement().asString().contains("broken");
  }

  @Test
  void leavesTheValueAloneWhenAHandlerAnswersAnotherType() throws Exception {
    install(catalogue.rule(CLIENT, "postLocked", null, new Target.Argument(0), call -> 42));

    assertThat(call(client(), "postLocked", "a")).isEqualTo("a");
  }

  @Test
  void leavesTheCallsOfAHandlerAlone() throws Exception {
    Object[] self = new Object[1];
    install(
        catalogue.rule(
            CLIENT,
            "postLocked",
            null,
            new Target.Argument(0),
            call -> {
              try {
                return call(self[0], "postLocked", "inner") + "!";
              } catch (Exception e) {
                throw new AssertionError(e);
              }
            }));
    self[0] = client();

    assertThat(call(self[0], "postLocked", "a")).isEqualTo("inner!");
  }

  @Test
  void namesTheMethodsThatAreThereInsteadOfTheOneLookedFor() throws Exception {
    install(catalogue.rule(CLIENT, "put", null, new Target.Argument(0), PATCH));

    client();

    assertThat(catalogue.events(host)).containsExactly("hook not woven");
    assertThat(catalogue.why())
        .startsWith("no method of that name; the nearest are post(java.lang.String) ");
  }

  @Test
  void asksForParameterTypesWhereANameMeansTwoMethods() throws Exception {
    install(catalogue.rule(CLIENT, "post", null, new Target.Argument(0), PATCH));

    assertThat(call(client(), "post", "a")).isEqualTo("a");
    assertThat(catalogue.why())
        .isEqualTo(
            "give the parameter types; there are post(java.lang.String)"
                + " post(java.lang.String,int)");
  }

  @Test
  void saysWhichArgumentsThereAre() throws Exception {
    install(catalogue.rule(CLIENT, "size", null, new Target.Argument(1), PATCH));

    client();

    assertThat(catalogue.why()).isEqualTo("there is no arg1; number of parameters: 1");
  }

  @Test
  void weavesTheImplementationOfAGenericInterface() throws Exception {
    install(
        catalogue.rule(
            HOST + "Store",
            "save",
            List.of(STRING, "java.lang.Object"),
            new Target.Argument(0),
            PATCH));
    Object store = create("FileStore");

    assertThat(call(store, "save", "k", 1)).isEqualTo("k!=1");
    assertThat(catalogue.events(host)).contains("hook waits", "hook woven");
  }

  @Test
  void weavesTheImplementationOfAnAbstractMethod() throws Exception {
    install(catalogue.rule(HOST + "BaseStore", "load", null, new Target.Return(), PATCH));
    Object store = create("FileStore");

    assertThat(call(store, "open", "k")).isEqualTo("loaded k!");
  }

  @Test
  void weavesADefaultMethodThatImplementsAnInterface() throws Exception {
    install(catalogue.rule(HOST + "Store", "save", null, new Target.Return(), PATCH));
    Object store = create("MemoryStore");

    assertThat(call(store, "save", "k", "r")).isEqualTo("logged k!");
  }

  @Test
  void weavesADefaultMethodThatIsLoadedAlready() throws Exception {
    Object store = create("MemoryStore");

    install(catalogue.rule(HOST + "Store", "save", null, new Target.Return(), PATCH));

    assertThat(call(store, "save", "k", "r")).isEqualTo("logged k!");
  }

  @Test
  void leavesAnOverriddenMethodToTheClassThatIsNamed() throws Exception {
    install(catalogue.rule(HOST + "BaseStore", "open", null, new Target.Return(), PATCH));
    Object store = create("FileStore");

    assertThat(call(store, "open", "k")).isEqualTo("loaded k!");
    assertThat(catalogue.events(host)).containsExactly("hook woven");
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

  private void install(TestCatalogue rules) throws Exception {
    transformer = rules.transformer();
    Bridge.connect(rules.dispatcher);
    instrumentation.addTransformer(transformer, true);
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      // Those that earlier tests have left behind would be woven again by each.
      if (type.getClassLoader() == host && transformer.test(type)) {
        instrumentation.retransformClasses(type);
      }
    }
  }

  private Object client() throws Exception {
    return create("Client");
  }

  private Object create(String simpleName) throws Exception {
    return host.loadClass(HOST + simpleName).getDeclaredConstructor().newInstance();
  }

  private static Object call(Object target, String name, Object... arguments) throws Exception {
    for (Method method : target.getClass().getMethods()) {
      if (method.getName().equals(name)
          && method.getParameterCount() == arguments.length
          && !method.isBridge()) {
        try {
          return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
          throw (Exception) e.getCause();
        }
      }
    }
    throw new NoSuchMethodException(name);
  }
}
