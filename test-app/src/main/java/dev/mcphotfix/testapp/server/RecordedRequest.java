package dev.mcphotfix.testapp.server;

import java.util.List;

/**
 * One request to the token endpoint as it arrived, with the answer that it got.
 *
 * @param secure whether it came over TLS
 * @param protocol {@code HTTP/1.1} or {@code HTTP/2.0}
 * @param target the request target: path and query
 * @param headers all header fields in the order of arrival
 * @param body the raw body, one ISO 8859-1 character for each byte
 * @param status the HTTP status of the answer
 * @param error the error code of the answer (RFC 6749 section 5.2), empty where it was granted
 */
public record RecordedRequest(
    boolean secure,
    String protocol,
    String method,
    String target,
    List<Header> headers,
    String body,
    int status,
    String error) {

  public RecordedRequest {
    headers = List.copyOf(headers);
  }

  /** The first field of this name; empty where there is none. */
  public String header(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst()
        .orElse("");
  }

  /** The answer in a few words: {@code 200} or {@code 400 invalid_request}. */
  public String answer() {
    return error.isEmpty() ? Integer.toString(status) : status + " " + error;
  }
}
