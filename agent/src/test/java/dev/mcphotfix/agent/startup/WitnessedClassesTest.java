package dev.mcphotfix.agent.startup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.config.ConfigurationReader;
import dev.mcphotfix.agent.config.HotfixConfiguration;
import dev.mcphotfix.agent.launch.BuiltInHooks;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.witness.Witness;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The places of the JDK at which the witness looks, in the JDK that runs this. */
class WitnessedClassesTest {

  private static final String SERVER = "clientId=c,url=https://mcp.example.com/mcp";

  @Test
  void areWovenWhereItIsOn() throws Exception {
    Set<String> woven = new HashSet<>();
    for (Entry entry : said(SERVER + ",witness=on")) {
      assertThat(entry.event().text()).isIn("self-check ok", "hook woven");
      woven.add(entry.facts().get("class"));
    }

    assertThat(woven).containsAll(ofTheJdk());
  }

  @Test
  void stayAsTheyAreWhereItIsOff() throws Exception {
    assertThat(said(SERVER)).isEmpty();
  }

  @Test
  void areAllThatIsWovenWithoutAnythingElse() throws Exception {
    HotfixConfiguration configuration = read("mode=off,witness=on").inMode();

    assertThat(configuration.isWitnessAlone()).isTrue();
    assertThat(new WeavingCheck(configuration, new ArrayList<Entry>()::add).classNames())
        .hasSize(new HashSet<>(Witness.classNames()).size())
        .allMatch(name -> Witness.classNames().contains(name.replace('/', '.')));
  }

  @Test
  void areNoneOfARuleThatIsCheckedAlone() throws Exception {
    HotfixConfiguration configuration = read(SERVER + ",witness=on");

    assertThat(configuration.withHooks(List.of(), List.of()).witness().value().isOn()).isFalse();
    assertThat(configuration.inMode()).isSameAs(configuration);
  }

  private static List<Entry> said(String arguments) throws Exception {
    List<Entry> said = new ArrayList<>();
    WeavingCheck check = new WeavingCheck(read(arguments), said::add);
    for (String name : ofTheJdk()) {
      String className = name.replace('.', '/');
      try (InputStream file = Object.class.getResourceAsStream('/' + className + ".class")) {
        assertThat(file).as(name).isNotNull();
        check.show(className, ClassLoader.getPlatformClassLoader(), file.readAllBytes());
      }
    }
    return said;
  }

  private static List<String> ofTheJdk() {
    List<String> names =
        Witness.classNames().stream().filter(name -> name.matches("(java|sun)\\..*")).toList();
    assertThat(names).isNotEmpty();
    return names;
  }

  private static HotfixConfiguration read(String arguments) throws Exception {
    return ConfigurationReader.read(arguments, new Properties(), Map.of(), BuiltInHooks.names());
  }
}
