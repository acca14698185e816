package dev.mcphotfix.agent.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

final class FileOptionsTest {

  private static final String SERVER =
      """
      {"mcpServers": {"a": {"url": "https://mcp.example/mcp", "oauth": {"clientId": "c"}}}}
      """;

  private static final String RULES =
      """
      {"rules": [
        {"method": "com.acme.Store#save(java.lang.String)"},
        {"method": "com.acme.Cache$Entry#<init>"}]}
      """;

  private static final ClassLoader HOST = FileOptionsTest.class.getClassLoader();
  private static final byte[] NOTHING = {};

  @TempDir private Path folder;

  @AfterEach
  void forgetProperties() {
    System.clearProperty("mcphotfix.mode");
  }

  @Test
  void areReadBesideTheHostWhereTheFileNamesServersAlone() throws IOException {
    assertThat(FileOptions.beside(file(SERVER))).isNotNull();
  }

  @Test
  void areReadBesideTheHostWhereTheFileIsTheHosts() throws IOException {
    String text = "{\"witness\": \"com.acme.Store#save\"}"; // All that is no server is passed over.

    assertThat(FileOptions.beside("mcpConfig=" + file(text))).isNotNull();
    assertThat(FileOptions.beside("mcpConfig=nowhere.json")).isNull();
  }

  @Test
  void areReadBesideTheHostAlsoWhereTheFileIsWrong() throws IOException {
    assertThat(FileOptions.beside(file("{"))).isNotNull();
  }

  @Test
  void areReadBesideTheHostWhereTheFileHasRules() throws IOException {
    RuleNames names = FileOptions.beside(file(RULES));

    assertThat(names.areNone()).isFalse();
    assertThat(names.mayMean(HOST, "com/acme/Store", NOTHING)).isTrue();
    assertThat(names.mayMean(HOST, "com/acme/Cache$Entry", NOTHING)).isTrue();
    assertThat(names.mayMean(HOST, "com/acme/Other", NOTHING)).isFalse();
    assertThat(FileOptions.beside(file(SERVER)).areNone()).isTrue();
  }

  @Test
  void waitForAClassThatMayHaveAMethodOfARule() throws IOException {
    RuleNames names = FileOptions.beside(file(RULES));

    assertThat(names.mayMean(HOST, "com/acme/FileStore", declaring("save"))).isTrue();
    assertThat(names.mayMean(HOST, "com/acme/FileStore", declaring("saves"))).isFalse();
    assertThat(names.mayMean(HOST, "com/acme/FileStore", declaring("sav"))).isFalse();
    assertThat(names.mayMean(null, "java/util/Map", declaring("save"))).isFalse();
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    assertThat(names.mayMean(platform, "java/sql/Driver", declaring("save"))).isFalse();
  }

  private static byte[] declaring(String method) {
    String rest = "()Ljava/lang/Object;";
    String text = "\u0001\0" + (char) method.length() + method + "\u0001\0" + (char) rest.length();
    return (text + rest).getBytes(StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"rules\": [{\"method\": \"com.acme.Store\\u0023save\"}]}",
        "{\"relocated\": [\"com.acme.shaded\"]}",
        "{\"rules\": [{\"method\": \"com.acme.Store #save\"}]}",
        "{\"rules\": [{\"method\": \"com.acme.Store# save\"}]}",
        "{\"rules\": [{\"method\": \"com.acme.Störe#save\"}]}",
        "{\"rules\": [{\"method\": \"javax.naming.Context#bind\"}]}",
        "{\"rules\": [{\"method\": \"java.net.http.HttpClient#send\"}]}",
        "{\"rules\": [{\"method\": \"com.sun.net.httpserver.HttpHandler#handle\"}]}",
        "{\"witness\": \"on\"}"
      })
  void areReadAtOnceWhereTheFileMayNameAClass(String text) throws IOException {
    assertThat(FileOptions.beside(file(text))).isNull();
  }

  @Test
  void areReadAtOnceWhereTheFileIsLong() throws IOException {
    assertThat(FileOptions.beside(file(SERVER + " ".repeat(64 * 1024)))).isNull();
  }

  @Test
  void areReadAtOnceWhereAPropertyAddsToThem() throws IOException {
    System.setProperty("mcphotfix.mode", "off");

    assertThat(FileOptions.beside(file(SERVER))).isNull();
  }

  @Test
  void areReadAtOnceWhereThereIsMoreThanTheFile() throws IOException {
    assertThat(FileOptions.beside(file(SERVER) + ",mode=off")).isNull();
    assertThat(FileOptions.beside("config=" + file(SERVER))).isNull();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"nowhere.json", "."})
  void areReadAtOnceWhereThereIsNoFile(String arguments) {
    assertThat(FileOptions.beside(arguments)).isNull();
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("mcp-hotfix.json"), text).toString();
  }
}
