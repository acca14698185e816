package dev.mcphotfix.agent.witness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.hook.Invocation;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** What a thread of the host hands to the JDK's client; those of libraries are proven with them. */
class InletTest {

  private static final String URL = "https://one.example.com/token";
  private static final String FORM = "application/x-www-form-urlencoded";

  @Test
  void showsAForm() {
    assertThat(Inlet.JDK.posted(call(to(FORM).POST(BodyPublishers.ofString("a=b")).build())))
        .isEqualTo(new Posted(URL, true));
  }

  @Test
  void showsWhatMayBeOne() {
    HttpRequest untyped =
        HttpRequest.newBuilder(URI.create(URL)).POST(BodyPublishers.ofString("a=b")).build();

    assertThat(Inlet.JDK.posted(call(untyped))).isEqualTo(new Posted(URL, false));
  }

  @Test
  void showsNothingElse() {
    HttpRequest json = to("application/json").POST(BodyPublishers.ofString("{}")).build();

    assertThat(Inlet.JDK.posted(call(json))).isNull();
    assertThat(Inlet.JDK.posted(call(to(FORM).build()))).isNull();
    assertThat(
            Inlet.JDK.posted(
                new Invocation("witness", null, Collections.singletonList(null), null)))
        .isNull();
  }

  private static HttpRequest.Builder to(String contentType) {
    return HttpRequest.newBuilder(URI.create(URL)).header("Content-Type", contentType);
  }

  private static Invocation call(HttpRequest request) {
    return new Invocation("witness", null, Arrays.asList(request, null, null, null), null);
  }
}
