package dev.mcphotfix.testapp.attach;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An agent comes and goes many times: {@code CycleHost ENDPOINT PROBE-JAR CYCLES [AGENT-JAR
 * OPTIONS]}. Without a jar it is one that changes nothing. Prints what the JVM holds after the
 * fifth and after the last time, which refreshes went as they should, and whether classes are what
 * they were. All in a span, to which a trace is told.
 */
public final class CycleHost {

  private static final int WARM = 5;
  private static final List<String> WOVEN =
      List.of(
          "jdk.internal.net.http.HttpClientImpl",
          "jdk.internal.net.http.Exchange", // Whose lambdas the JVM links anew each time.
          "sun.net.www.protocol.http.HttpURLConnection",
          "java.net.Socket$SocketOutputStream", // From here on the witness's.
          "sun.nio.ch.SocketChannelImpl",
          "sun.nio.ch.AsynchronousSocketChannelImpl",
          "sun.security.ssl.SSLSocketImpl$AppOutputStream",
          "sun.security.ssl.SSLEngineImpl");

  private CycleHost() {}

  public static void main(String[] arguments) throws Exception {
    SpanProcessor processor = SimpleSpanProcessor.create(InMemorySpanExporter.create());
    try (SdkTracerProvider tracing =
        SdkTracerProvider.builder().addSpanProcessor(processor).build()) {
      Span span = tracing.get("host").spanBuilder("cycles").startSpan();
      Context.current().with(span).wrap(() -> cycle(arguments)).call();
    }
  }

  private static boolean cycle(String[] arguments) throws Exception {
    URI endpoint = URI.create(arguments[0]);
    OwnVirtualMachine.load(arguments[1], "");
    List<Class<?>> types = new ArrayList<>();
    for (String name : WOVEN) {
      types.add(Class.forName(name));
    }
    List<byte[]> before = reports(types);
    int cycles = Integer.parseInt(arguments[2]);
    boolean agent = arguments.length > 3;
    boolean right = true;
    for (int i = 1; i <= cycles; i++) {
      if (agent) {
        OwnVirtualMachine.load(arguments[3], arguments[4]);
        right &= refreshed(endpoint, 200);
        if (i == 1) {
          OwnVirtualMachine.load(arguments[1], ""); // What is loaded later sees what others made.
          System.out.println("woven as it was " + same(before, reports(types)));
        }
        OwnVirtualMachine.load(arguments[3], "command=detach");
      } else {
        OwnVirtualMachine.load(arguments[1], "");
        for (Class<?> type : types) {
          ProbeAgent.comeAndGo(type);
        }
        OwnVirtualMachine.load(arguments[1], "");
        right &= refreshed(endpoint, 400);
      }
      right &= refreshed(endpoint, 400);
      if (i == WARM || i == cycles) {
        System.out.println(i + " " + Figures.settled());
      }
    }
    System.out.println("refreshes right " + right);
    System.out.println("left as it was " + same(before, reports(types)));
    System.out.println(
        "threads of the agent "
            + Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("mcp-hotfix"))
                .count());
    System.exit(0); // The clients keep threads.
    return right;
  }

  private static boolean refreshed(URI endpoint, int status) throws Exception {
    boolean right = true;
    for (Refresher refresher : Refresher.values()) {
      right &= refresher.refresh(endpoint) == status;
    }
    return right;
  }

  private static List<byte[]> reports(List<Class<?>> types) throws Exception {
    List<byte[]> reports = new ArrayList<>();
    for (Class<?> type : types) {
      reports.add(ProbeAgent.report(type));
    }
    return reports;
  }

  private static boolean same(List<byte[]> some, List<byte[]> others) {
    boolean same = true;
    for (int i = 0; i < some.size(); i++) {
      same &= Arrays.equals(some.get(i), others.get(i));
    }
    return same;
  }
}
