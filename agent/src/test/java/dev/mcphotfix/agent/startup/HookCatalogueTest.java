package dev.mcphotfix.agent.startup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.config.ConfigurationReader;
import dev.mcphotfix.agent.config.HotfixConfiguration;
import dev.mcphotfix.agent.hook.HookDispatcher;
import dev.mcphotfix.agent.launch.BuiltInHooks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one configuration takes over of the hooks of the one before. */
class HookCatalogueTest {

  private static final String CLASS = "sun/net/www/protocol/http/HttpURLConnection";

  @TempDir Path folder;

  private final HookDispatcher dispatcher = new HookDispatcher((point, failure, last) -> {});
  private final BuiltInSites builtIn = new BuiltInSites();

  @Test
  void keepsTheKeysOfAClassThatMayStillBeBeingDefined() throws Exception {
    HookCatalogue last = catalogue("", "");
    last.sites(CLASS);

    HookCatalogue next = catalogue("2:", "");
    next.follow(last);

    assertThat(next.keys()).isNotEmpty().isEqualTo(last.keys());
  }

  @Test
  void keepsNoneOfAHookThatIsNoLongerOn() throws Exception {
    HookCatalogue last = catalogue("", "");
    last.sites(CLASS);

    HookCatalogue next = catalogue("2:", "\"http\": [ \"jdk\" ],");
    next.follow(last);

    assertThat(next.keys()).isEmpty();
  }

  @Test
  void keepsNoneOfAClassThatWasNotMet() throws Exception {
    HookCatalogue next = catalogue("2:", "");

    next.follow(catalogue("", ""));

    assertThat(next.keys()).isEmpty();
  }

  private HookCatalogue catalogue(String prefix, String http) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("mcp-hotfix.json"),
            """
            { %s "mcpServers": { "s": { "url": "https://mcp.example.com/mcp",
                "oauth": { "clientId": "c" } } } }
            """
                .formatted(http));
    HotfixConfiguration configuration =
        ConfigurationReader.read(file.toString(), new Properties(), Map.of(), BuiltInHooks.names());
    HookServices services = new HookServices(configuration, entry -> {});
    return new HookCatalogue(services, dispatcher, prefix, builtIn);
  }
}
