package dev.mcphotfix.testapp.stack;

import dev.mcphotfix.testapp.server.Header;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One request that an application makes.
 *
 * @param name tells the calls of a series apart; sent as {@code X-Call}
 * @param headers in the order in which they are to be sent; the content type is among them
 * @param body ASCII; empty for none
 */
public record Call(
    String name, String method, URI url, List<Header> headers, String body, BodyKind kind) {

  public Call {
    headers = List.copyOf(headers);
  }

  /** Whether the server asks for Basic authentication, which the library has to answer. */
  public boolean isChallenged() {
    return url.getPath().startsWith("/guarded/");
  }

  /** A form posted as token requests are. */
  public static Call form(String name, URI url, String body, BodyKind kind) {
    return new Call(
        name,
        "POST",
        url,
        List.of(
            new Header("X-Call", name),
            new Header("Content-Type", "application/x-www-form-urlencoded"),
            new Header("Accept", "application/json")),
        body,
        kind);
  }

  /** The same call with one more header field behind the others. */
  public Call with(String header, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(header, value));
    return new Call(name, method, url, more, body, kind);
  }

  /** The same call with another content type. */
  public Call as(String contentType) {
    List<Header> others = new ArrayList<>();
    for (Header header : headers) {
      boolean type = header.name().equals("Content-Type");
      others.add(type ? new Header("Content-Type", contentType) : header);
    }
    return new Call(name, method, url, others, body, kind);
  }

  /** The same call with its body handed over in another way. */
  public Call as(BodyKind other) {
    return new Call(name, method, url, headers, body, other);
  }

  /** The body as a form, decoded, for libraries that encode it themselves. */
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String parameter : body.split("&", -1)) {
      String[] nameAndValue = parameter.split("=", 2);
      parameters.put(nameAndValue[0], URLDecoder.decode(nameAndValue[1], StandardCharsets.UTF_8));
    }
    return parameters;
  }
}
