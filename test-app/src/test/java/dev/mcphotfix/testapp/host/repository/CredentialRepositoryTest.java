package dev.mcphotfix.testapp.host.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialRepositoryTest {
  @TempDir private File folder;

  @Test
  void findsTheRowOfTheServer() throws Exception {
    CredentialRepository repository = new CredentialRepository(folder);
    repository.save("a", row("x"));
    repository.save("b", row("y"));

    StoredCredential found = new CredentialRepository(folder).findByServer("a");

    assertThat(found.getAccessToken()).isEqualTo("x");
    assertThat(found.getClientId()).isNull();
  }

  @Test
  void keepsAClientIdThatTheRowHas() throws Exception {
    CredentialRepository repository = new CredentialRepository(folder);
    StoredCredential row = row("x");
    row.setClientId("app");
    repository.save("a", row);

    StoredCredential found = repository.findByServer("a");

    assertThat(found.getClientId()).isEqualTo("app");
  }

  @Test
  void failsWhereThereIsNoRow() {
    CredentialRepository repository = new CredentialRepository(folder);

    assertThatThrownBy(() -> repository.findByServer("a")).isInstanceOf(IOException.class);
  }

  private static StoredCredential row(String accessToken) {
    StoredCredential row = new StoredCredential();
    row.setAccessToken(accessToken);
    return row;
  }
}
