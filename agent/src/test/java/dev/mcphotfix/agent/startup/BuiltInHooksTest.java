package dev.mcphotfix.agent.startup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.hook.Target;
import dev.mcphotfix.agent.http.HttpStacks;
import dev.mcphotfix.agent.launch.BuiltInHooks;
import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory;
import dev.mcphotfix.agent.oauth.decision.Knowledge;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import dev.mcphotfix.agent.oauth.exchange.Setup;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue's lines and the adapters that they name. */
final class BuiltInHooksTest {

  private final Examiner examiner =
      new Examiner(
          new Setup(
              Knowledge.of(List.of(), Set.of()),
              false,
              AuthorizationServerDirectory.NONE,
              entry -> {}));

  static List<String> names() {
    return BuiltInHooks.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void namesTheClassesThatItsAdapterWeaves(String hook) {
    List<Site> sites = HttpStacks.sites(BuiltInHooks.adapter(hook), List.of(hook), examiner);

    assertThat(sites)
        .extracting(site -> site.point().className().replace('.', '/'))
        .hasSameElementsAs(BuiltInHooks.classNames(hook));
    assertThat(sites).extracting(Site::key).doesNotHaveDuplicates();
  }

  @Test
  void movesAPlaceWithThePackagesOfItsLibrary() {
    HookPoint point =
        new HookPoint(
            "okhttp",
            "okhttp3.Client",
            "send",
            List.of("okhttp3.Request", "boolean", "java.lang.String"),
            new Target.Return());

    Site moved = BuiltInSites.moved(new Site("okhttp", point, call -> null), "com.acme.shaded.");

    assertThat(moved.key()).isEqualTo("com.acme.shaded.okhttp");
    assertThat(moved.point().signature())
        .isEqualTo(
            "com.acme.shaded.okhttp3.Client#send"
                + "(com.acme.shaded.okhttp3.Request,boolean,java.lang.String)");
    assertThat(moved.point().hook()).isEqualTo("okhttp");
  }

  @Test
  void leavesThePlaceInTheLibraryItselfAsItIs() {
    Site site = HttpStacks.sites("okhttp.OkHttp", List.of("okhttp"), examiner).get(0);

    assertThat(BuiltInSites.moved(site, "")).isSameAs(site);
  }
}
