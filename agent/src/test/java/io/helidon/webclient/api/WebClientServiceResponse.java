package io.helidon.webclient.api;

import io.helidon.http.ClientRequestHeaders;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** As much of Helidon's type as the agent uses: Helidon itself cannot be loaded before JDK 21. */
public interface WebClientServiceResponse {

  /** What came. */
  record Status(int code) {}

  Status status();

  Iterable<ClientRequestHeaders.Field> headers();

  Optional<InputStream> inputStream();

  CompletableFuture<WebClientServiceResponse> whenComplete();
}
