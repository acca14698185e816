package dev.mcphotfix.testapp.server;

import java.util.List;

/**
 * One request to the token endpoint as it arrived, with the answer that it got.
 *
 * @param protocol {@code HTTP/1.1} or {@code HTTP/2.0}
 * @param target the request target: path and query
 * @param headers all header fields in the order of arrival
 * @param body the raw body, one ISO 8859-1 character for each byte
 * @param status the HTTP status of the answer
 * @param error the error code of the answer (RFC 6749 section 5.2), empty where it was granted
 */
public record RecordedRequest(
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

  /** The answer in a few words: {@code 200} or {@code 400 invalid_request}. */
  public String answer() {
    return error.isEmpty() ? Integer.toString(status) : status + " " + error;
  }
}
