package dev.mcphotfix.testapp.host.repository;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefreshFormTest {
  private final StoredCredential row = new StoredCredential();

  @Test
  void hasAnEmptyClientIdWhereTheRowHasNone() {
    row.setRefreshToken("r");

    String form = RefreshForm.of(row, "x");

    assertThat(form).isEqualTo("grant_type=refresh_token&client_id=&refresh_token=r&resource=x");
  }

  @Test
  void hasTheClientIdOfTheRow() {
    row.setClientId("app");

    String form = RefreshForm.of(row, "x");

    assertThat(form).contains("&client_id=app&");
  }
}
