package dev.mcphotfix.testapp.host.map;

import dev.mcphotfix.testapp.host.TokenResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Token requests by OkHttp. */
final class FormBodyClient {
  private final OkHttpClient client = new OkHttpClient();

  /** Sends the form; anything but success is an {@link IOException} that names the status. */
  TokenResponse post(URI tokenEndpoint, Map<String, String> form) throws IOException {
    FormBody.Builder body = new FormBody.Builder();
    form.forEach(body::add);
    Request request =
        new Request.Builder().url(tokenEndpoint.toString()).post(body.build()).build();
    try (Response response = client.newCall(request).execute()) {
      return TokenResponse.of(response.code(), response.body().string());
    }
  }
}
