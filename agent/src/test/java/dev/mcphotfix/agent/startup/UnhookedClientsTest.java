package dev.mcphotfix.agent.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mcphotfix.agent.config.ConfigurationReader;
import dev.mcphotfix.agent.config.HotfixConfiguration;
import dev.mcphotfix.agent.launch.BuiltInHooks;
import dev.mcphotfix.agent.log.Entry;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clients that are known by name, and when they are worth a line. */
class UnhookedClientsTest {

  private static final String CLASS = "jodd/http/HttpRequest";

  @TempDir Path folder;

  @Test
  void areToldWhereNoRuleSeesRequests() throws Exception {
    assertThat(said("credential", "\"target\": \"arg0\""))
        .extracting(entry -> entry.event().text(), entry -> entry.facts().get("client"))
        .containsExactly(tuple("client not hooked", "Jodd HTTP"));
  }

  @Test
  void areNotToldWhereARuleMayBeTheRemedy() throws Exception {
    assertThat(said("token-request", "\"target\": \"arg0\"")).isEmpty();
  }

  @Test
  void areNoneOfThoseThatHooksWeave() {
    for (String hook : BuiltInHooks.names()) {
      assertThat(BuiltInHooks.classNames(hook))
          .doesNotContainAnyElementsOf(BuiltInHooks.unhookedClients().keySet());
    }
  }

  private List<Entry> said(String patch, String target) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("mcp-hotfix.json"),
            """
            { "mcpServers": { "s": { "url": "https://mcp.example/mcp",
                                     "oauth": { "clientId": "c" } } },
              "rules": [ { "method": "com.example.Store#save", "patch": "%s", %s } ] }
            """
                .formatted(patch, target));
    HotfixConfiguration configuration =
        ConfigurationReader.read(file.toString(), new Properties(), Map.of(), BuiltInHooks.names());
    List<Entry> said = new ArrayList<>();
    ClassLoader loader = UnhookedClientsTest.class.getClassLoader();
    try (InputStream any = loader.getResourceAsStream("java/lang/Object.class")) {
      new WeavingCheck(configuration, said::add).show(CLASS, loader, any.readAllBytes());
    }
    return said;
  }
}
