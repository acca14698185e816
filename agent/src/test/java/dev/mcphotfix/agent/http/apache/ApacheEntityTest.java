package dev.mcphotfix.agent.http.apache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcphotfix.agent.host.StandIn;
import dev.mcphotfix.agent.http.FormBytes;
import dev.mcphotfix.agent.http.RecordedAttempts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What goes out in place of a host's entity, which is a fake of the library's interface here. */
final class ApacheEntityTest {

  private static final String REFRESH = RecordedAttempts.REFRESH;

  private final RecordedAttempts attempts = new RecordedAttempts();
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

  @Test
  void readsABodyWhoseLengthIsSentAheadOfIt() throws IOException {
    ApacheEntity entity = entity(new Body(REFRESH, false));

    long length = entity.decide(REFRESH.length(), false);
    standIn(entity).writeTo(sent);

    assertThat(sent()).isEqualTo(RecordedAttempts.CHANGED);
    assertThat(length).isEqualTo(sent.size());
  }

  @Test
  void holdsAChunkedBodyUntilItIsWhole() throws IOException {
    ApacheEntity entity = entity(new Body(REFRESH, false));

    standIn(entity).writeTo(sent);

    assertThat(sent()).isEqualTo(RecordedAttempts.CHANGED);
    assertThat(entity.attempt().isDecided()).isTrue();
  }

  @Test
  void sendsAChunkedBodyThatBreaksOffAsFarAsItCame() {
    Entity entity = standIn(entity(new Body(REFRESH, true)));

    assertThatThrownBy(() -> entity.writeTo(sent)).isInstanceOf(IOException.class);

    assertThat(sent()).isEqualTo(REFRESH);
  }

  @Test
  void breaksOffWhereABodyThatWasReadDid() {
    ApacheEntity entity = entity(new Body(REFRESH, true));

    long length = entity.decide(100, false);

    assertThatThrownBy(() -> standIn(entity).writeTo(sent)).isInstanceOf(IOException.class);
    assertThat(sent()).isEqualTo(REFRESH);
    assertThat(length).isEqualTo(100);
    assertThat(attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void leavesABodyThatTheServerMayRefuseUnread() throws IOException {
    ApacheEntity entity = entity(new Body(REFRESH, false));

    entity.decide(REFRESH.length(), true);

    assertThat(attempts.reasons()).containsExactly("body-unreadable");
    standIn(entity).writeTo(sent);
    assertThat(sent()).isEqualTo(REFRESH);
  }

  @Test
  void readsABodyOf64Kibibytes() throws IOException {
    String padded = REFRESH + "&pad=" + "x".repeat(FormBytes.LARGEST - REFRESH.length() - 5);
    ApacheEntity entity = entity(new Body(padded, false));

    long length = entity.decide(padded.length(), false);
    standIn(entity).writeTo(sent);

    assertThat(attempts.reasons()).containsExactly("added");
    assertThat(length).isGreaterThan(FormBytes.LARGEST).isEqualTo(sent.size());
  }

  @Test
  void leavesABodyOfOver64KibibytesUnread() throws IOException {
    String large = REFRESH + "&pad=" + "x".repeat(FormBytes.LARGEST);
    ApacheEntity entity = entity(new Body(large, false));

    assertThat(entity.decide(large.length(), false)).isEqualTo(large.length());

    assertThat(attempts.reasons()).containsExactly("body-unreadable");
    standIn(entity).writeTo(sent);
    assertThat(sent()).isEqualTo(large);
  }

  @Test
  void sendsAChunkedBodyAsItIsWhereTheAgentFails() throws IOException {
    ApacheEntity entity = new ApacheEntity(new Body(REFRESH, false), attempts.failing());

    standIn(entity).writeTo(sent);

    assertThat(sent()).isEqualTo(REFRESH);
    assertThat(attempts.reasons()).containsExactly("agent-error:IllegalStateException");
  }

  @Test
  void isToldFromAnEntityOfTheHosts() {
    ApacheEntity entity = entity(new Body(REFRESH, false));

    assertThat(StandIn.behind(standIn(entity), ApacheEntity.class)).isSameAs(entity);
    assertThat(StandIn.behind(new Body(REFRESH, false), ApacheEntity.class)).isNull();
  }

  private ApacheEntity entity(Entity host) {
    return new ApacheEntity(host, attempts.next());
  }

  private static Entity standIn(ApacheEntity entity) {
    return (Entity) entity.as(Entity.class);
  }

  private String sent() {
    return sent.toString(StandardCharsets.US_ASCII);
  }

  /** As the library's interface. */
  public interface Entity {

    void writeTo(OutputStream out) throws IOException;

    boolean isStreaming();
  }

  private record Body(String text, boolean broken) implements Entity {

    @Override
    public void writeTo(OutputStream out) throws IOException {
      out.write(text.getBytes(StandardCharsets.US_ASCII));
      if (broken) {
        throw new IOException("broken");
      }
    }

    @Override
    public boolean isStreaming() {
      return true;
    }
  }
}
