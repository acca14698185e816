package dev.mcphotfix.testapp.host.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialStoreTest {
  @TempDir private File folder;

  @Test
  void loadsWhatWasSaved() throws Exception {
    new CredentialStore(folder).save("a|1", entry("x"));

    ObjectNode loaded = new CredentialStore(folder).load("a|1");

    assertThat(loaded).isEqualTo(entry("x"));
  }

  @Test
  void keepsWhatElseIsInTheFile() throws Exception {
    File file = new File(folder, ".credentials.json");
    Files.writeString(file.toPath(), "{\"other\":1,\"mcpOAuth\":{\"b|2\":{}}}");

    new CredentialStore(folder).save("a|1", entry("x"));

    assertThat(new ObjectMapper().readTree(file))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    "{\"other\":1,\"mcpOAuth\":{\"b|2\":{},\"a|1\":{\"accessToken\":\"x\"}}}"));
  }

  @Test
  void failsToLoadWhatWasNotSaved() throws Exception {
    CredentialStore store = new CredentialStore(folder);
    store.save("a|1", entry("x"));

    assertThatThrownBy(() -> store.load("b|2")).isInstanceOf(IOException.class);
  }

  private static ObjectNode entry(String accessToken) {
    return JsonNodeFactory.instance.objectNode().put("accessToken", accessToken);
  }
}
