package dev.mcphotfix.agent.command.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Credential files of clients: of each kind one as people have reported it, and others beside it.
 * What is healed is the one change in the files; what is not leaves all of them as they were.
 */
class CredentialInputsTest {

  private static final String CONFIGURATION =
      """
      { "mcpServers": { "example": { "type": "http", "url": "https://mcp.example.com/mcp",
          "oauth": { "clientId": "my-static-client", "issuer": "https://idp.example.com" } } } }
      """;

  private static final Map<String, String> WORDS =
      Map.of(
          "TOKENS", "'accessToken':'at-hush','refreshToken':'rt-hush'",
          "RESPONSE", "'access_token':'at-hush','refresh_token':'rt-hush'",
          "URL", "'https://mcp.example.com/mcp'",
          "HASH", "94baabe3c3fadb285b26c035e4e86046",
          "ID", "'my-static-client'");

  /** What a person can mend, so that the exit code says so; the others are as they should be. */
  private static final List<String> NEED_A_LOOK = List.of("unmatched", "no-slot");

  @TempDir private Path folder;

  /** The files, the words of the command, the reasons in their order, and the change. */
  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          # Claude Code: records of plugins
          plugins ~ c.json={'mcpOAuth':{'plugin:legal:example|1111111111111111':{'serverName':'plugin:legal:example','serverUrl':URL,TOKENS,'scope':'a'}}} ~ c.json ~ patched ~ 'scope':'a' > 'scope':'a','clientId':ID
          plugins ~ c.json={'mcpOAuth':{'plugin:a:example':{'serverUrl':URL,'clientId':null,TOKENS}}} ~ c.json --server example ~ patched ~ 'clientId':null > 'clientId':ID
          plugins ~ c.json={'mcpOAuth':{'x|1':{'serverUrl':URL,TOKENS}}} ~ c.json ~ unmatched ~
          plugins ~ c.json={'mcpOAuth':{'x|1':{'serverUrl':URL,'clientId':'',TOKENS}}} ~ c.json --server example ~ patched ~ 'clientId':'' > 'clientId':ID
          plugins ~ c.json={'mcpOAuth':{'plugin:a:example':{'serverUrl':'https://other.example/mcp',TOKENS}}} ~ c.json --server example ~ unmatched ~

          # Codex
          Codex ~ c.json={'example|a1b2c3d4e5f60718':{'server_name':'example','server_url':URL,'client_id':'',RESPONSE}} ~ c.json ~ patched ~ 'client_id':'' > 'client_id':ID
          Codex ~ c.json={'example|a1b2c3d4e5f60718':{'server_name':'example','server_url':URL,RESPONSE,'scopes':[]}} ~ c.json ~ patched ~ 'scopes':[] > 'scopes':[],'client_id':ID
          Codex ~ c.json={'example|a1b2c3d4e5f60718':{'server_name':'example','server_url':URL,'client_id':'dynamic',RESPONSE}} ~ c.json ~ other-client ~

          # gemini-cli
          gemini-cli ~ c.json=[{'serverName':'example','token':{TOKENS},'mcpServerUrl':URL,'updatedAt':1}] ~ c.json ~ patched ~ 'updatedAt':1 > 'updatedAt':1,'clientId':ID
          gemini-cli ~ c.json=[{'serverName':'example','clientId':'','token':{TOKENS}}] ~ c.json ~ patched ~ 'clientId':'' > 'clientId':ID
          gemini-cli ~ c.json=[{'serverName':'other','token':{TOKENS},'mcpServerUrl':'https://other.example/mcp'}] ~ c.json ~ unmatched ~

          # opencode
          opencode ~ c.json={'example':{'tokens':{TOKENS,'expiresAt':1.5},'serverUrl':URL}} ~ c.json ~ patched ~ 'serverUrl':URL > 'serverUrl':URL,'clientInfo':{'clientId':ID}
          opencode ~ c.json={'example':{'clientInfo':{'clientId':''},'tokens':{TOKENS}}} ~ c.json ~ patched ~ 'clientId':'' > 'clientId':ID
          opencode ~ c.json={'example':{'clientInfo':{'clientId':'x','clientSecret':'s'},'tokens':{TOKENS},'serverUrl':URL}} ~ c.json ~ other-client ~

          # mcp-remote: two files, whose name may tell the server
          mcp-remote ~ HASH_tokens.json={RESPONSE};HASH_client_info.json={'scope':'mcp'} ~ HASH_tokens.json ~ patched ~ 'scope':'mcp' > 'scope':'mcp','client_id':ID
          mcp-remote ~ 0123456789abcdef0123456789abcdef_tokens.json={RESPONSE};0123456789abcdef0123456789abcdef_client_info.json={'client_id':''} ~ 0123456789abcdef0123456789abcdef_client_info.json --server example ~ patched ~ 'client_id':'' > 'client_id':ID
          mcp-remote ~ HASH_tokens.json={RESPONSE} ~ HASH_tokens.json ~ no-slot ~
          mcp-remote ~ 0123456789abcdef0123456789abcdef_tokens.json={RESPONSE} ~ 0123456789abcdef0123456789abcdef_tokens.json --server example ~ no-slot ~

          # copilot-cli: two files
          copilot-cli ~ h.json={'serverUrl':URL,'authorizationServerUrl':'https://idp.example.com','clientId':'','isStatic':true};h.tokens.json={TOKENS} ~ h.json ~ patched ~ 'clientId':'' > 'clientId':ID
          copilot-cli ~ h.json={'serverUrl':URL,'authorizationServerUrl':'https://idp.example.com/','clientId':null};h.tokens.json={TOKENS} ~ h.tokens.json ~ patched ~ 'clientId':null > 'clientId':ID
          copilot-cli ~ h.json={'serverUrl':URL,'authorizationServerUrl':'https://other.example','clientId':''};h.tokens.json={TOKENS} ~ h.json ~ other-issuer ~
          copilot-cli ~ h.tokens.json={TOKENS} ~ h.tokens.json --server example ~ no-slot ~

          # mcpo: two files
          mcpo ~ 1a79a4d60de6_client.json={'client_id':null};1a79a4d60de6_tokens.json={RESPONSE} ~ 1a79a4d60de6_tokens.json --server example ~ patched ~ null > ID
          mcpo ~ 1a79a4d60de6_client.json={'redirect_uris':[]};1a79a4d60de6_tokens.json={RESPONSE} ~ 1a79a4d60de6_client.json --server example ~ patched ~ [] > [],'client_id':ID
          mcpo ~ 1a79a4d60de6_client.json={'client_id':null};1a79a4d60de6_tokens.json={RESPONSE} ~ 1a79a4d60de6_client.json ~ unmatched ~

          # Cline: one secret of many
          Cline ~ s.json={'0123456789abcdef0123456789abcdef':{'tokens':{RESPONSE},'client_info':{'client_id':''}}} ~ s.json ~ unmatched ~
          Cline ~ s.json={'8b632c6cd9407cbf9e111d058f8c9223':{'tokens':{RESPONSE},'client_info':{'client_id':''}}} ~ s.json ~ patched ~ 'client_id':'' > 'client_id':ID
          Cline ~ s.json={'8b632c6cd9407cbf9e111d058f8c9223':{'tokens':{RESPONSE}}} ~ s.json ~ patched ~ 'rt-hush'} > 'rt-hush'},'client_info':{'client_id':ID}

          # goose: rmcp's credentials
          goose ~ s.json={'oauth_creds_example':{'client_id':'','token_response':{RESPONSE}}} ~ s.json ~ patched ~ 'client_id':'' > 'client_id':ID
          goose ~ s.json={'KEY':'k','oauth_creds_example':{'client_id':'','token_response':{RESPONSE},'granted_scopes':[]}} ~ s.json ~ patched ~ 'client_id':'' > 'client_id':ID
          goose ~ s.json={'oauth_creds_example':{'client_id':'goose','token_response':{RESPONSE}}} ~ s.json ~ other-client ~

          # a wrapper whose token lies below what is pointed at
          wrapper ~ a.json={'a':{'client_id':'','token_response':{RESPONSE}}} ~ a.json --pointer /a --server example ~ patched ~ 'client_id':'' > 'client_id':ID
          wrapper ~ a.json=[{'client_info':{'client_id':null},'auth':{'tokens':{RESPONSE}}}] ~ a.json --pointer /0 --server example ~ patched ~ null > ID
          wrapper ~ a.json={'a':{'id':'','t':{TOKENS}}} ~ a.json --pointer /a --server example --property id ~ patched ~ 'id':'' > 'id':ID
          wrapper ~ a.json={'a':{'client_id':'','t':{'access_token':'at-hush'}}} ~ a.json --pointer /a --server example ~ no-refresh ~
          """)
  void healsOrLeavesAlone(String kind, String files, String words, String reason, String change)
      throws IOException {
    Map<String, String> before = written(files);

    CommandRun run = repair(words);

    assertThat(run.output())
        .as(run.errors())
        .contains("reason=record-" + reason)
        .doesNotContain("hush");
    assertThat(run.exitCode()).isEqualTo(NEED_A_LOOK.contains(reason) ? 1 : 0);
    assertThat(contents(before)).isEqualTo(changed(before, change));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]",
        "[{'id':1,'refresh':'x'}]",
        "[{'name':'example','tokens':{TOKENS}}]",
        "{'jobs':{'tokens':{'limit':5}}}",
        "{'users':[{TOKENS}]}",
      })
  void doesNotKnowAForeignFile(String text) throws IOException {
    Map<String, String> before = written("c.json=" + text);

    CommandRun run = repair("c.json");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("no credential records of a known client in it; point at");
    assertThat(contents(before)).isEqualTo(before);
  }

  @Test
  void healsSeveralPluginsOfOneUrlInOneRun() throws IOException {
    String record = "{'serverUrl':URL,'clientId':'',TOKENS}";
    Map<String, String> before =
        written(
            "c.json={'mcpOAuth':{'plugin:a:example':%1$s,'plugin:b:example':%1$s}}"
                .formatted(record));

    CommandRun run = repair("c.json");

    assertThat(run.exitCode()).isZero();
    assertThat(contents(before).get("c.json").split("my-static-client", -1)).hasSize(3);
  }

  private Map<String, String> written(String files) throws IOException {
    Map<String, String> written = new LinkedHashMap<>();
    for (String file : spelled(files).split(";", -1)) {
      int equals = file.indexOf('=');
      String name = file.substring(0, equals);
      written.put(name, file.substring(equals + 1));
      Files.writeString(folder.resolve(name), file.substring(equals + 1));
    }
    return written;
  }

  private CommandRun repair(String words) throws IOException {
    Path configuration = Files.writeString(folder.resolve("hotfix.conf"), CONFIGURATION);
    List<String> all = List.of(spelled(words).split(" ", -1));
    Stream<String> start =
        Stream.of("repair", "--write", "--config", configuration.toString(), "--credentials");
    Stream<String> file = Stream.of(folder.resolve(all.get(0)).toString());
    return CommandRun.of(
        Stream.of(start, file, all.subList(1, all.size()).stream())
            .flatMap(each -> each)
            .toArray(String[]::new));
  }

  private Map<String, String> contents(Map<String, String> files) throws IOException {
    Map<String, String> contents = new LinkedHashMap<>();
    for (String name : files.keySet()) {
      contents.put(name, Files.readString(folder.resolve(name)));
    }
    return contents;
  }

  /** The one place that is healed, in whichever of the files it is. */
  private static Map<String, String> changed(Map<String, String> files, String change) {
    if (change == null) {
      return files;
    }
    String[] parts = spelled(change).split(" > ", -1);
    return files.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, each -> each.getValue().replace(parts[0], parts[1])));
  }

  private static String spelled(String text) {
    String spelled = text;
    for (Map.Entry<String, String> word : WORDS.entrySet()) {
      spelled = spelled.replaceAll("\\b" + word.getKey() + "(?=\\b|_)", word.getValue());
    }
    return spelled.replace('\'', '"');
  }
}
