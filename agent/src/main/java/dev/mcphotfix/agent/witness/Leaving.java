package dev.mcphotfix.agent.witness;

import dev.mcphotfix.agent.oauth.request.TokenRequest;
import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token request on its way out, as far as it was seen.
 *
 * @param head null where only the body was seen
 * @param form one character for each byte
 * @param seen words for what was seen of it
 * @param stream of HTTP/2, which is another one for each request; 0 where it is not known
 */
record Leaving(@Nullable Head head, String form, String seen, int stream) {

  static final String WHOLE = "head and body";
  static final String BODY = "the body alone";
  static final String FRAME = "HTTP/2: the data frame alone";

  /**
   * The same as a request.
   *
   * @param scheme of the place where it was seen
   */
  TokenRequest request(String scheme) {
    if (head == null) {
      return TokenRequest.ofForm(form, null, null);
    }
    String url = url(head, scheme);
    return TokenRequest.to("POST", url, CanonicalUrl.ofEndpoint(url)).with(head, form);
  }

  private static String url(Head head, String scheme) {
    String target = head.target();
    List<String> hosts = head.values("Host");
    return target.startsWith("/") && !hosts.isEmpty()
        ? scheme + "://" + hosts.get(0) + target
        : target;
  }

  /** Without what it holds. */
  @Override
  public String toString() {
    return seen;
  }
}
