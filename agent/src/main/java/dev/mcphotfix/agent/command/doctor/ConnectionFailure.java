package dev.mcphotfix.agent.command.doctor;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says what keeps a request from being answered, and what to do about it. */
final class ConnectionFailure {

  private ConnectionFailure() {}

  static String of(@Nullable Throwable failure) {
    if (has(failure, UnknownHostException.class)
        || has(failure, UnresolvedAddressException.class)) {
      return "the name of the host is not known here; check the url, DNS and proxy";
    }
    if (has(failure, SSLException.class)) {
      return "no trust in its certificate, or no TLS there; if the client has a trust store of its"
          + " own, give it to this Java too: -Djavax.net.ssl.trustStore=FILE";
    }
    if (has(failure, HttpTimeoutException.class)) {
      return "no answer in time; check firewall and proxy";
    }
    if (has(failure, ConnectException.class)) {
      return "no connection; check port, firewall and proxy";
    }
    return failure == null ? "no answer" : failure.getClass().getSimpleName();
  }

  private static boolean has(@Nullable Throwable failure, Class<? extends Throwable> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }
}
