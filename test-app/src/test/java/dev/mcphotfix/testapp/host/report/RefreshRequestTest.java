package dev.mcphotfix.testapp.host.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class RefreshRequestTest {
  private final ObjectNode entry = JsonNodeFactory.instance.objectNode().put("refreshToken", "r");

  @Test
  void hasNoClientIdWhereTheRecordHasNone() {
    String form = RefreshRequest.of(entry);

    assertThat(form).isEqualTo("grant_type=refresh_token&refresh_token=r");
  }

  @Test
  void hasTheClientIdOfTheRecord() {
    entry.put("clientId", "https://client.example/id");

    String form = RefreshRequest.of(entry);

    assertThat(form).endsWith("&client_id=https%3A%2F%2Fclient.example%2Fid");
  }
}
