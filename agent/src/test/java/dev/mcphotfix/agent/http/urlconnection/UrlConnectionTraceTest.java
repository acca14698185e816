package dev.mcphotfix.agent.http.urlconnection;

import static dev.mcphotfix.agent.http.RecordedAttempts.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.http.RecordedAttempts;
import dev.mcphotfix.agent.http.Sites;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** What is told of the answer to a request that is no token request. */
final class UrlConnectionTraceTest {

  private final RecordedAttempts attempts = new RecordedAttempts();
  private final StubConnection connection = new StubConnection(SERVER);
  private final InputStream body = new ByteArrayInputStream(new byte[] {1});

  @Test
  void tellsOnceThatTheServerRefusesAndLeavesTheBodyToTheHost() throws Exception {
    Sites sites = new Sites(new UrlConnection(), attempts.traced());
    answered(sites);
    answered(sites);

    assertThat(attempts.log.entries).hasSize(1);
    assertThat(attempts.log.last().facts())
        .containsEntry("step", "request-refused")
        .containsEntry("method", "POST")
        .containsEntry("url", SERVER)
        .containsEntry("error", "invalid_token");
    assertThat(body.available()).isEqualTo(1);
  }

  @Test
  void tellsNothingWhereNobodyAsks() {
    answered(new Sites(new UrlConnection(), attempts));

    assertThat(attempts.log.entries).isEmpty();
  }

  @Test
  void tellsARefusalOfWhatCannotBeSentAgain() {
    Sites sites = new Sites(new UrlConnection(), attempts.traced());

    thrownAway(sites, 401);

    assertThat(attempts.log.entries).hasSize(1);
    assertThat(attempts.log.last().facts())
        .containsEntry("step", "request-refused")
        .containsEntry("url", SERVER)
        .containsEntry("error", "invalid_token");
  }

  @Test
  void tellsNoOtherResponseThatIsThrownAway() {
    Sites sites = new Sites(new UrlConnection(), attempts.traced());

    thrownAway(sites, -1);
    thrownAway(sites, 403);
    answered(sites);
    thrownAway(sites, 401);

    assertThat(attempts.log.entries).hasSize(1);
  }

  @Test
  void tellsNothingOfWhatIsThrownAwayWhereNobodyAsks() {
    thrownAway(new Sites(new UrlConnection(), attempts), 401);

    assertThat(attempts.log.entries).isEmpty();
  }

  @Test
  void tellsTheRefusalOfTheNextRequest() {
    Sites sites = new Sites(new UrlConnection(), attempts.traced());
    answered(sites);

    assertThat(sites.value("url-connection-header", connection, null)).isNull();
    answered(sites);

    assertThat(attempts.log.entries).hasSize(2);
  }

  private void thrownAway(Sites sites, int status) {
    connection.status(status);

    assertThat(sites.value("url-connection-refusal", connection, status)).isNull();
  }

  private void answered(Sites sites) {
    connection.status(401);

    assertThat(sites.value("url-connection-answer", connection, body)).isNull();
  }
}
