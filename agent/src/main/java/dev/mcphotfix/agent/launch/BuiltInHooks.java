package dev.mcphotfix.agent.launch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The built-in hooks: a line for each, with all that the launch has to know of it.
 *
 * <p>An adapter is named and not called, since it is in the nested jar, which the launch leaves
 * shut.
 */
public final class BuiltInHooks {

  /**
   * The name that the configuration's {@code http} uses, the adapter's class below the agent's
   * packages, and the internal names of the classes that it weaves; in the order in which they are
   * documented.
   */
  private static final String[][] CATALOGUE = {
    {
      "jdk",
      "jdk.JdkHttpClient",
      "jdk/internal/net/http/HttpClientImpl",
      "jdk/internal/net/http/Exchange"
    },
    {
      "okhttp",
      "okhttp.OkHttp",
      "okhttp3/internal/http/BridgeInterceptor",
      "okhttp3/internal/connection/Exchange"
    },
    {
      "apache4",
      "apache.Apache4",
      "org/apache/http/protocol/HttpRequestExecutor",
      "org/apache/http/impl/nio/client/InternalHttpAsyncClient",
      "org/apache/http/impl/nio/client/MainClientExec"
    },
    {
      "apache5",
      "apache.Apache5",
      "org/apache/hc/core5/http/impl/io/HttpRequestExecutor",
      "org/apache/hc/core5/http/impl/nio/ClientHttp1StreamHandler",
      "org/apache/hc/core5/http2/impl/nio/ClientH2StreamHandler",
      "org/apache/hc/client5/http/impl/async/HttpAsyncMainClientExec",
      "org/apache/hc/client5/http/impl/async/HttpAsyncMainClientExec$1",
      "org/apache/hc/client5/http/impl/async/H2AsyncMainClientExec",
      "org/apache/hc/client5/http/impl/async/H2AsyncMainClientExec$1"
    },
    {
      "jetty",
      "jetty.Jetty",
      "org/eclipse/jetty/client/HttpSender",
      "org/eclipse/jetty/client/HttpReceiver",
      "org/eclipse/jetty/client/HttpExchange",
      "org/eclipse/jetty/client/http/HttpReceiverOverHTTP",
      "org/eclipse/jetty/client/transport/HttpSender",
      "org/eclipse/jetty/client/transport/HttpReceiver",
      "org/eclipse/jetty/client/transport/HttpExchange",
      "org/eclipse/jetty/client/transport/internal/HttpReceiverOverHTTP"
    },
    {
      "ktor",
      "ktor.Ktor",
      "io/ktor/client/engine/cio/CIOEngine",
      "io/ktor/client/engine/apache5/Apache5Engine",
      "io/ktor/client/engine/java/JavaHttpEngine",
      "io/ktor/client/engine/okhttp/OkHttpEngine",
      "io/ktor/client/call/HttpClientCall",
      "io/ktor/client/call/SavedHttpCall"
    },
    {
      "url-connection", "urlconnection.UrlConnection", "sun/net/www/protocol/http/HttpURLConnection"
    },
    {
      "reactor-netty",
      "netty.Netty",
      "io/netty/handler/codec/http/HttpClientCodec$Encoder",
      "io/netty/handler/codec/http2/Http2FrameCodec"
    },
    {
      "vertx",
      "netty.Netty",
      "io/netty/handler/codec/http/HttpClientCodec$Encoder",
      "io/netty/handler/codec/http2/Http2FrameCodec",
      "io/netty/handler/codec/http2/DefaultHttp2FrameWriter",
      "io/netty/handler/codec/http2/DefaultHttp2ConnectionEncoder",
      "io/netty/handler/codec/http2/DefaultHttp2ConnectionDecoder$FrameReadListener"
    },
    {
      "micronaut",
      "netty.Netty",
      "io/netty/handler/codec/http/HttpClientCodec$Encoder",
      "io/netty/handler/codec/http2/Http2FrameCodec"
    },
    {
      "async-http-client",
      "netty.Netty",
      "io/netty/handler/codec/http/HttpClientCodec$Encoder",
      "io/netty/handler/codec/http2/Http2FrameCodec"
    },
    {
      "helidon",
      "helidon.Helidon",
      "io/helidon/webclient/http1/Http1CallChainBase",
      "io/helidon/webclient/http1/Http1CallEntityChain",
      "io/helidon/webclient/http1/Http1CallOutputStreamChain",
      "io/helidon/webclient/http2/Http2CallChainBase",
      "io/helidon/webclient/http2/Http2CallEntityChain",
      "io/helidon/webclient/http2/Http2CallOutputStreamChain"
    },
    {
      "armeria",
      "netty.Netty",
      "io/netty/handler/codec/http/HttpClientCodec$Encoder",
      "io/netty/handler/codec/http2/Http2FrameCodec",
      "io/netty/handler/codec/http2/DefaultHttp2FrameWriter",
      "io/netty/handler/codec/http2/DefaultHttp2ConnectionEncoder",
      "io/netty/handler/codec/http2/DefaultHttp2ConnectionDecoder$FrameReadListener"
    },
    {
      "jersey-netty",
      "netty.Netty",
      "io/netty/handler/codec/http/HttpClientCodec$Encoder",
      "io/netty/handler/codec/http2/Http2FrameCodec"
    },
  };

  /**
   * HTTP clients that no hook covers, so that whoever sends with one is told instead of meeting
   * with silence: what people call it, and the class by which it is known when it is used. In this
   * class, since each more costs every start.
   */
  private static final String[][] UNHOOKED = {
    {"Apache HttpClient 3", "org/apache/commons/httpclient/HttpMethodDirector"},
    {"AsyncHttpClient 1", "com/ning/http/client/AsyncHttpClient"},
    {"Jodd HTTP", "jodd/http/HttpRequest"},
    {"Undertow's client", "io/undertow/client/http/HttpClientConnection"},
    {"Pekko HTTP", "org/apache/pekko/http/impl/engine/client/OutgoingConnectionBlueprint$"},
    {"Akka HTTP", "akka/http/impl/engine/client/OutgoingConnectionBlueprint$"},
  };

  private BuiltInHooks() {}

  /** All names, in the order in which they are documented. */
  public static List<String> names() {
    List<String> names = new ArrayList<>(CATALOGUE.length);
    for (String[] line : CATALOGUE) {
      names.add(line[0]);
    }
    return names;
  }

  /** The name of the class that knows the library, below the packages of the agent. */
  public static String adapter(String hook) {
    return line(hook)[1];
  }

  /** Internal names of the classes that a hook weaves. */
  public static List<String> classNames(String hook) {
    String[] line = line(hook);
    return Arrays.asList(line).subList(2, line.length);
  }

  /** Of all hooks, and of the clients that none of them covers. */
  static Set<String> allClassNames() {
    Set<String> names = new HashSet<>(unhookedClients().keySet());
    for (String[] line : CATALOGUE) {
      for (int i = 2; i < line.length; i++) {
        names.add(line[i]);
      }
    }
    return names;
  }

  /** What people call the clients that no hook covers, by the internal name of a class of each. */
  public static Map<String, String> unhookedClients() {
    Map<String, String> clients = new LinkedHashMap<>();
    for (String[] line : UNHOOKED) {
      clients.put(line[1], line[0]);
    }
    return clients;
  }

  private static String[] line(String hook) {
    for (String[] line : CATALOGUE) {
      if (line[0].equals(hook)) {
        return line;
      }
    }
    throw new IllegalArgumentException(hook);
  }
}
