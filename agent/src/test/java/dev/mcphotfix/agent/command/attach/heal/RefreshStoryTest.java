package dev.mcphotfix.agent.command.attach.heal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefreshStoryTest {

  @Test
  void showsTheRuleForAnUnhookedRequestAsItIsPasted() {
    assertThat(unhooked("a.B#c patch=token-request target=arg1"))
        .contains(
            "a token request left that no hook covers: https://idp.example.com/token",
            "put this into the list \"rules\" of mcp-hotfix.json:"
                + " {\"method\":\"a.B#c\",\"patch\":\"token-request\",\"target\":\"arg1\"}");
  }

  @Test
  void saysWhereToFindARuleThatTheWitnessDoesNotKnow() {
    assertThat(unhooked("the command scan proposes one"))
        .contains("it needs a rule in mcp-hotfix.json: the command scan proposes one");
  }

  private static List<String> unhooked(String rule) {
    return RefreshStory.unhooked(
        Map.of("endpoint", "https://idp.example.com/token", "rule", rule),
        new File("mcp-hotfix.json"));
  }
}
