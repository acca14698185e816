package dev.mcphotfix.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.weave.WantedHooks.MethodName;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.DynamicType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which class files are read to find out what a class implements. */
final class ImplementationsTest {

  private static final int STOREYS = 12;
  private static final String WANTED = "com/acme/Wanted";

  private final Ladder ladder = new Ladder();

  @Test
  void findsWhatIsImplementedFarUp() throws Exception {
    byte[] client = ladder.climb(List.of(ladder.type("com.acme.Wanted")));

    assertThat(implementedBy(client, WANTED)).containsExactly(WANTED);
  }

  @Test
  void readsEachSupertypeOnceHoweverManyWaysLeadToIt() throws Exception {
    byte[] client = ladder.climb(List.of());

    assertThat(implementedBy(client, WANTED, "com/acme/Other")).isEmpty();
    assertThat(ladder.read).isEqualTo(2 * STOREYS);
  }

  @Test
  void findsItAmongRulesForManyOtherTypesAndMethods() throws Exception {
    byte[] client = ladder.climb(List.of(ladder.type("com.acme.Wanted")));
    List<MethodName> wanted = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      wanted.add(new MethodName("com/acme/Other" + i, "save"));
      wanted.add(new MethodName(WANTED, "saveAll" + i));
    }
    Implementations without = new Implementations(wanted);
    wanted.add(new MethodName(WANTED, "save"));
    Implementations with = new Implementations(wanted);

    assertThat(without.implementedBy("com/acme/Client", ladder, client)).isEmpty();
    assertThat(with.implementedBy("com/acme/Client", ladder, client)).containsExactly(WANTED);
  }

  @Test
  void looksIntoNoClassOfTheJdkForATypeOfTheHost() throws Exception {
    byte[] noClassFile = {};
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    Implementations wanted = new Implementations(List.of(new MethodName(WANTED, "save")));

    assertThat(wanted.implementedBy("java/util/HashMap", null, noClassFile)).isEmpty();
    assertThat(wanted.implementedBy("jdk/internal/net/X", platform, noClassFile)).isEmpty();
  }

  @Test
  void looksIntoAClassOfTheHostOnTheBootstrapPath() throws Exception {
    byte[] client = ladder.climb(List.of());
    String last = "com/acme/A" + (STOREYS - 1);
    Implementations wanted = new Implementations(List.of(new MethodName(last, "save")));

    assertThat(wanted.implementedBy("com/acme/Client", null, client)).containsExactly(last);
  }

  @Test
  void looksIntoClassesOfTheJdkForATypeOfTheJdk() throws Exception {
    byte[] map = Implementations.read("java/util/HashMap", null);
    Implementations wanted = new Implementations(List.of(new MethodName("java/util/Map", "put")));

    assertThat(wanted.implementedBy("java/util/HashMap", null, map))
        .containsExactly("java/util/Map");
  }

  private List<String> implementedBy(byte[] client, String... types) throws Exception {
    List<MethodName> wanted =
        List.of(types).stream().map(type -> new MethodName(type, "save")).toList();
    return new Implementations(wanted).implementedBy("com/acme/Client", ladder, client);
  }

  /** Interfaces in pairs, both of which extend both of the pair above; counts what is read. */
  private static final class Ladder extends ClassLoader {

    private final Map<String, byte[]> files = new HashMap<>();
    private int read;

    Ladder() {
      super(null);
    }

    byte[] climb(List<TypeDescription> top) {
      List<TypeDescription> above = top;
      for (int i = 0; i < STOREYS; i++) {
        above = List.of(type("com.acme.A" + i, above), type("com.acme.B" + i, above));
      }
      return new ByteBuddy()
          .subclass(Object.class)
          .name("com.acme.Client")
          .implement(above)
          .defineField("save", int.class)
          .make()
          .getBytes();
    }

    TypeDescription type(String name) {
      return type(name, List.of());
    }

    private TypeDescription type(String name, List<TypeDescription> supertypes) {
      DynamicType.Unloaded<?> made = new ByteBuddy().makeInterface(supertypes).name(name).make();
      files.put(name.replace('.', '/') + ".class", made.getBytes());
      return made.getTypeDescription();
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
      read++;
      byte[] file = files.get(name);
      return file == null ? null : new ByteArrayInputStream(file);
    }
  }
}
