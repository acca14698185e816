package dev.mcphotfix.agent.oauth.discovery;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * What one fetch brought.
 *
 * @param status of the response; 0 where there was none
 * @param challenges the values of {@code WWW-Authenticate}, one a line
 * @param document the body where it was asked for, and is a JSON object
 * @param failure why there is no document; empty where there is one
 */
record Fetched(int status, String challenges, @Nullable MetadataDocument document, String failure) {

  static Fetched failed(String why) {
    return new Fetched(0, "", null, why);
  }

  /** In words: what is told is read by an operator, and in a terminal. */
  static Fetched failed(Exception failure) {
    if (failure instanceof UnknownHostException) {
      return failed("the name of the host is not known");
    }
    if (failure instanceof ConnectException) {
      return failed("no connection");
    }
    if (failure instanceof SSLException) {
      return failed("no trust in its certificate, or no TLS there");
    }
    return failed(failure instanceof SocketTimeoutException ? "no answer in time" : "no answer");
  }

  /** Whether the server answered that there is no such thing, and not to ask again later. */
  boolean absent() {
    boolean later = status == 408 || status == 425 || status == 429;
    return status >= 400 && status < 500 && !later;
  }
}
