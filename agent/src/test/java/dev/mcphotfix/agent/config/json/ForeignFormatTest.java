package dev.mcphotfix.agent.config.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignFormatTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[mcp_servers.slack]\nurl = 1",
        "[[servers]]",
        "[mcp_servers.\"my server\"]",
        "# of Codex\r\n\r\nmodel = \"x\"\r\n",
        "a.b=1",
      })
  void knowsToml(String text) {
    assertThat(ForeignFormat.of(text.getBytes(UTF_8))).isEqualTo("TOML");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mcpServers:\n  a:", "---\na: 1", "- a", "# c\n\nmode: observe", "a-b.c: x"})
  void knowsYaml(String text) {
    assertThat(ForeignFormat.of(text.getBytes(UTF_8))).isEqualTo("YAML");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<?xml version='1.0'?>", "\n<a/>"})
  void knowsXml(String text) {
    assertThat(ForeignFormat.of(text.getBytes(UTF_8))).isEqualTo("XML");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": 1,}",
        "{a: 1}",
        "[true]",
        "[1, 2]",
        "[\"a\"]",
        "[a, b]",
        "\"a\": 1",
        "// c\n{",
        "https://mcp.example.com/mcp",
        "C:\\a.json",
        "= 1",
        "# only a comment",
        "",
      })
  void saysNothingOfWhatMayBeJsonOrAnything(String text) {
    assertThat(ForeignFormat.of(text.getBytes(UTF_8))).isNull();
  }
}
