package dev.mcphotfix.agent.http.apache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.oauth.exchange.Exchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ApacheResponseTest {

  private static final String JSON = "{\"refresh_token\":\"r\"}";

  private final List<String> told = new ArrayList<>();
  private final Exchange exchange = new Told(told);

  @Test
  void tellsJson() {
    ApacheResponse response = response(Map.of("Content-Type", "application/json;charset=UTF-8"));

    pass(response, JSON.getBytes(StandardCharsets.UTF_8));

    assertThat(told).containsExactly("200 " + JSON);
  }

  @Test
  void tellsCompressedJson() throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(JSON.getBytes(StandardCharsets.UTF_8));
    }
    ApacheResponse response =
        response(Map.of("Content-Type", "application/json", "Content-Encoding", "gzip"));

    pass(response, compressed.toByteArray());

    assertThat(told).containsExactly("200 " + JSON);
  }

  @Test
  void tellsTheStatusAloneOfAnEncodingThatItDoesNotKnow() {
    assertThat(response(Map.of("Content-Type", "application/json", "Content-Encoding", "br")))
        .isNull();

    assertThat(told).containsExactly("200 null");
  }

  @Test
  void tellsTheStatusAloneOfAStream() {
    assertThat(response(Map.of("Content-Type", "text/event-stream"))).isNull();

    assertThat(told).containsExactly("200 null");
  }

  @Test
  void keepsNoMoreThanTheBeginning() {
    ApacheResponse response = response(Map.of("Content-Type", "application/json"));

    pass(response, new byte[30_000]);

    assertThat(told.get(0)).hasSize("200 ".length() + 16 * 1024);
  }

  private @Nullable ApacheResponse response(Map<String, String> header) {
    return ApacheResponse.of(new Response(header), 200, "body", exchange);
  }

  private static void pass(@Nullable ApacheResponse response, byte[] bytes) {
    ApacheResponse observed = Objects.requireNonNull(response);
    observed.passes(bytes, 0, bytes.length);
    observed.ended();
  }

  /** As the library's. */
  public record Response(Map<String, String> fields) {

    public @Nullable Header getFirstHeader(String name) {
      String value = fields.get(name);
      return value == null ? null : new Header(value);
    }
  }

  /** As the library's. */
  public record Header(String value) {

    public String getValue() {
      return value;
    }
  }

  private record Told(List<String> told) implements Exchange {

    @Override
    public @Nullable String form() {
      return null;
    }

    @Override
    public @Nullable String addedClientId() {
      return null;
    }

    @Override
    public void responded(int status, @Nullable String body) {
      told.add(status + " " + body);
    }
  }
}
