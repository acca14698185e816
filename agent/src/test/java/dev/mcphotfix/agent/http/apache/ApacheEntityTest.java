package dev.mcphotfix.agent.http.apache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcphotfix.agent.host.StandIn;
import dev.mcphotfix.agent.http.FormBytes;
import dev.mcphotfix.agent.oauth.exchange.Exchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What goes out in place of a host's entity, which is a fake of the library's interface here. */
final class ApacheEntityTest {

  private static final String REFRESH = "grant_type=refresh_token";

  private final List<@Nullable String> examined = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

  @Test
  void readsABodyWhoseLengthIsSentAheadOfIt() throws IOException {
    ApacheEntity entity = entity(new Body(REFRESH, false));

    long length = entity.decide(REFRESH.length(), false);
    standIn(entity).writeTo(sent);

    assertThat(sent()).isEqualTo(REFRESH + "&id");
    assertThat(length).isEqualTo(sent.size());
  }

  @Test
  void holdsAChunkedBodyUntilItIsWhole() throws IOException {
    ApacheEntity entity = entity(new Body(REFRESH, false));

    standIn(entity).writeTo(sent);

    assertThat(sent()).isEqualTo(REFRESH + "&id");
    assertThat(entity.exchange()).isNotNull();
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
    assertThat(examined).containsExactly((String) null);
  }

  @Test
  void leavesABodyThatTheServerMayRefuseUnread() throws IOException {
    ApacheEntity entity = entity(new Body(REFRESH, false));

    entity.decide(REFRESH.length(), true);

    assertThat(examined).containsExactly((String) null);
    standIn(entity).writeTo(sent);
    assertThat(sent()).isEqualTo(REFRESH);
  }

  @Test
  void leavesABodyOfOver64KibibytesUnread() throws IOException {
    String large = REFRESH + "&pad=" + "x".repeat(FormBytes.LARGEST);
    ApacheEntity entity = entity(new Body(large, false));

    assertThat(entity.decide(large.length(), false)).isEqualTo(large.length());

    assertThat(examined).containsExactly((String) null);
    standIn(entity).writeTo(sent);
    assertThat(sent()).isEqualTo(large);
  }

  @Test
  void sendsAChunkedBodyAsItIsWhereTheAgentFails() throws IOException {
    ApacheEntity entity =
        new ApacheEntity(
            new Body(REFRESH, false),
            form -> {
              throw new IllegalStateException("broken");
            },
            failures::add);

    standIn(entity).writeTo(sent);

    assertThat(sent()).isEqualTo(REFRESH);
    assertThat(failures).hasSize(1);
  }

  @Test
  void isToldFromAnEntityOfTheHosts() {
    ApacheEntity entity = entity(new Body(REFRESH, false));

    assertThat(StandIn.behind(standIn(entity), ApacheEntity.class)).isSameAs(entity);
    assertThat(StandIn.behind(new Body(REFRESH, false), ApacheEntity.class)).isNull();
  }

  private ApacheEntity entity(Entity host) {
    return new ApacheEntity(
        host,
        form -> {
          examined.add(form);
          return new Added(form == null ? null : form + "&id");
        },
        failures::add);
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

  private record Added(@Nullable String form) implements Exchange {

    @Override
    public @Nullable String addedClientId() {
      return form == null ? null : "id";
    }

    @Override
    public void responded(int status, @Nullable String body) {}
  }
}
