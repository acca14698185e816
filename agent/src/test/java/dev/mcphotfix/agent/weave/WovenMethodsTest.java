package dev.mcphotfix.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.hook.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which methods a rule means. */
final class WovenMethodsTest extends WovenHost {

  @Test
  void leavesAnOverloadAlone() throws Exception {
    install(catalogue.rule(CLIENT, "post", List.of(STRING), new Target.Argument(0), PATCH));

    assertThat(call(client(), "post", "a", 2)).isEqualTo("aa");
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
}
