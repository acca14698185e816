package dev.mcphotfix.testapp.bench.program;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Refreshes once over OkHttp, at the token endpoint that is its argument. */
public final class RefreshOverOkHttp {

  private RefreshOverOkHttp() {}

  public static void main(String[] arguments) throws IOException {
    Ending.print(Integer.toString(post(URI.create(arguments[0]), Form.refresh())));
    // Else the threads of its connection pool keep the JVM for another minute.
    System.exit(0);
  }

  static int post(URI endpoint, Map<String, String> form) throws IOException {
    FormBody.Builder body = new FormBody.Builder();
    form.forEach(body::add);
    Request request = new Request.Builder().url(endpoint.toString()).post(body.build()).build();
    try (Response response = new OkHttpClient().newCall(request).execute()) {
      response.body().bytes();
      return response.code();
    }
  }
}
