package dev.mcphotfix.testapp.bench.request;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.http.HttpException;
import org.apache.http.HttpHost;
import org.apache.http.HttpResponse;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.apache.http.message.BasicHttpEntityEnclosingRequest;
import org.apache.http.message.BasicHttpRequest;
import org.apache.http.protocol.HttpCoreContext;
import org.apache.http.protocol.HttpRequestExecutor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;

/**
 * Requests of Apache's client over a connection that leads nowhere, so that what the agent does is
 * most of what is done. The same without the agent is what it is compared with.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RequestBenchmark {
  private static final int THREADS = 10;
  private static final URI ELSEWHERE = URI.create("https://other.example.com/token");

  private final HttpRequestExecutor executor = new HttpRequestExecutor();
  private final NowhereConnection connection = new NowhereConnection();
  private final HttpCoreContext context = at("idp.example.com");
  private final HttpCoreContext server = at("mcp.example.com");
  private final BasicHttpRequest get = new BasicHttpRequest("GET", "/mcp");
  private final BasicHttpEntityEnclosingRequest json = call("/mcp");
  private final BasicHttpEntityEnclosingRequest mcp = call("/0/mcp");
  private final BasicHttpEntityEnclosingRequest refresh =
      post(
          "/token",
          new StringEntity(
              "grant_type=refresh_token&refresh_token=" + "a".repeat(984),
              ContentType.APPLICATION_FORM_URLENCODED));
  private final Map<String, String> form =
      new HashMap<>(Map.of("grant_type", "client_credentials"));

  private static HttpCoreContext at(String host) {
    HttpCoreContext context = HttpCoreContext.create();
    context.setTargetHost(new HttpHost(host, -1, "https"));
    return context;
  }

  @Benchmark
  public HttpResponse get() throws IOException, HttpException {
    return executor.execute(get, connection, context);
  }

  @Benchmark
  public HttpResponse json() throws IOException, HttpException {
    return executor.execute(json, connection, context);
  }

  /** To the configured MCP server, which accepts it as it has the one before. */
  @Benchmark
  public HttpResponse mcp() throws IOException, HttpException {
    return executor.execute(mcp, connection, server);
  }

  /** A body of 1 KB that lacks the client_id; the decision is logged. */
  @Benchmark
  public HttpResponse refresh() throws IOException, HttpException {
    return executor.execute(refresh, connection, context);
  }

  @Benchmark
  @Threads(THREADS)
  public HttpResponse refreshByTen() throws IOException, HttpException {
    return executor.execute(refresh, connection, context);
  }

  /** A method that a rule names and that is never given what the rule is for. */
  @Benchmark
  public int rule() {
    return RuledMethod.post(ELSEWHERE, form);
  }

  private static BasicHttpEntityEnclosingRequest call(String path) {
    return post(path, new StringEntity("{\"id\":1}".repeat(128), ContentType.APPLICATION_JSON));
  }

  private static BasicHttpEntityEnclosingRequest post(String path, StringEntity entity) {
    BasicHttpEntityEnclosingRequest request = new BasicHttpEntityEnclosingRequest("POST", path);
    request.setEntity(entity);
    request.addHeader(entity.getContentType());
    request.addHeader("Content-Length", Long.toString(entity.getContentLength()));
    return request;
  }
}
