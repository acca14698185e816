package dev.mcphotfix.agent.command.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MaskedDiffTest {

  private static final String BEFORE =
      """
      {
        "claudeAiOauth": { "accessToken": "hush" },
        "mcpOAuth": {
          "example-server|4282f2a9112820d2": {
            "serverName": "example-server",
            "serverUrl": "https://user:hush@mcp.example.com/key-hush/mcp?key=hush",
            "accessToken": "hush",
            "refreshToken": "",
            "expiresAt": 1782424027389,
            "pin": 4711,
            "list": [ true, "hush", 42 ],
            "note": null
          },
          "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb": {}
        }
      }
      """;

  private static final String AFTER =
      BEFORE.replace("\"note\": null", "\"note\": null,\n      \"clientId\": \"my-static-client\"");

  @Test
  void showsWhatChangesAndTheLinesAround() {
    assertThat(MaskedDiff.of("file.json", BEFORE, AFTER))
        .containsExactly(
            "--- file.json",
            "+++ file.json",
            "@@ -9,7 +9,8 @@",
            "       \"expiresAt\": 1782424027389,",
            "       \"pin\": ***,",
            "       \"list\": [ true, \"***\", *** ],",
            "-      \"note\": null",
            "+      \"note\": null,",
            "+      \"clientId\": \"my-static-client\"",
            "     },",
            "     \"***\": {}",
            "   }");
  }

  @Test
  void masksAllButWhatIsKnownToBeHarmless() {
    assertThat(MaskedText.of(BEFORE))
        .doesNotContain("hush", "4711", "bbbbbbbb")
        .contains(
            "\"serverName\": \"example-server\"",
            "\"serverUrl\": \"https://mcp.example.com/***\"",
            "\"refreshToken\": \"\"");
    assertThat(MaskedText.of(BEFORE).lines()).hasSameSizeAs(BEFORE.lines().toList());
  }

  @Test
  void saysNothingWhereNothingChanges() {
    assertThat(MaskedDiff.of("file.json", BEFORE, BEFORE)).isEmpty();
  }

  @Test
  void keepsChangesApartThatAreFarFromEachOther() {
    String middle = "\n1,".repeat(8);
    List<String> diff =
        MaskedDiff.of("f", "[{}," + middle + "\n{}\n]", "[{\"a\":1}," + middle + "\n{\"b\":2}\n]");

    assertThat(diff).filteredOn(line -> line.startsWith("@@")).hasSize(2);
    assertThat(diff).contains("-[{},", "+[{\"a\":***},", "-{}", "+{\"b\":***}");
  }

  @Test
  void cutsALongLineAroundTheChange() {
    String start = "{\"a\":[" + "true,".repeat(200) + "true],\"clientId\":\"";
    String end = "\",\"b\":[" + "true,".repeat(200) + "true]}";

    List<String> diff = MaskedDiff.of("f", start + end, start + "my-static-client" + end);

    assertThat(diff).hasSize(5).allSatisfy(line -> assertThat(line).hasSizeLessThan(170));
    assertThat(diff.get(3)).startsWith("-...").endsWith("...").contains("\"clientId\":\"\",\"b\"");
    assertThat(diff.get(4)).startsWith("+...").contains("\"clientId\":\"my-static-client\"");
  }
}
