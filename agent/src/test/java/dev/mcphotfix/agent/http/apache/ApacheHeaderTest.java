package dev.mcphotfix.agent.http.apache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ApacheHeaderTest {

  private final List<Field> fields = new ArrayList<>();
  private final Request request = new Request();
  private final ApacheHeader header = new ApacheHeader(new Apache4(), request);

  /** As the library's own. */
  public record Field(String name, String value) {
    public String getName() {
      return name;
    }

    public String getValue() {
      return value;
    }
  }

  /** As the library's own. */
  public final class Request {
    int asked;

    public Field[] getAllHeaders() {
      asked++;
      return fields.toArray(Field[]::new);
    }
  }

  @Test
  void hasAllValuesOfANameInTheirOrder() {
    fields.add(new Field("Content-Type", "text/plain"));
    fields.add(new Field("X-Other", "other"));
    fields.add(new Field("content-type", "text/html"));

    assertThat(header.values("Content-Type")).containsExactly("text/plain", "text/html");
    assertThat(header.values("Content")).isEmpty();
  }

  @Test
  void isReadOnceForAllNames() {
    fields.add(new Field("Content-Type", "text/plain"));

    header.values("Authorization");
    header.values("Content-Type");
    header.values("DPoP");

    assertThat(request.asked).isOne();
  }
}
