package dev.mcphotfix.testapp.library;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.security.KeyStore;
import java.security.Provider;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;

/**
 * Refreshes a token through each of what hosts bring to encrypt or to send in native code: {@code
 * EngineHost ENDPOINT SECURE-ENDPOINT}. Prints what comes back.
 */
public final class EngineHost {

  private static final String FORM = "grant_type=refresh_token&refresh_token=the-token-of-";
  private static final String TYPE = "application/x-www-form-urlencoded";

  private EngineHost() {}

  /** Refreshes by all of them. */
  public static void run(String[] arguments) throws Exception {
    URI endpoint = URI.create(arguments[0]);
    URI secure = URI.create(arguments[1]);
    send(HttpClient.create(), endpoint, "native-transport");
    send(over(openSsl()), secure, "openssl");
    send(over(of(conscrypt())), secure, "conscrypt");
    write(conscrypt().getSocketFactory(), secure, "conscrypt-socket");
    writeOver(
        new Socket(Proxy.NO_PROXY), // The only one whose descriptor Conscrypt finds.
        withoutEngine(conscrypt().getSocketFactory()),
        secure,
        "conscrypt-descriptor");
    send(over(of(bouncyCastle())), secure, "bouncy-castle");
    write(bouncyCastle().getSocketFactory(), secure, "bouncy-castle-socket");
    writeOver(new Socket(), bouncyCastle().getSocketFactory(), secure, "bouncy-castle-layered");
  }

  private static SslContext openSsl() throws IOException {
    return SslContextBuilder.forClient().sslProvider(SslProvider.OPENSSL).build();
  }

  @SuppressWarnings("deprecation") // The other constructor asks for seven things more.
  private static SslContext of(SSLContext context) {
    return new JdkSslContext(context, true, ClientAuth.NONE);
  }

  private static SSLContext conscrypt() throws Exception {
    return context(provider("org.conscrypt.OpenSSLProvider"));
  }

  /** That encrypt by the descriptors of their files, as Conscrypt does in Android. */
  private static SSLSocketFactory withoutEngine(SSLSocketFactory factory) throws Exception {
    Class.forName("org.conscrypt.Conscrypt")
        .getMethod("setUseEngineSocket", SSLSocketFactory.class, boolean.class)
        .invoke(null, factory, false);
    return factory;
  }

  private static SSLContext bouncyCastle() throws Exception {
    Provider algorithms = provider("org.bouncycastle.jce.provider.BouncyCastleProvider");
    Class<?> jsse = Class.forName("org.bouncycastle.jsse.provider.BouncyCastleJsseProvider");
    return context((Provider) jsse.getConstructor(Provider.class).newInstance(algorithms));
  }

  private static Provider provider(String name) throws Exception {
    return Class.forName(name).asSubclass(Provider.class).getDeclaredConstructor().newInstance();
  }

  private static SSLContext context(Provider provider) throws Exception {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init((KeyStore) null);
    SSLContext context = SSLContext.getInstance("TLS", provider);
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static HttpClient over(SslContext context) {
    return HttpClient.create().secure(spec -> spec.sslContext(context));
  }

  private static void send(HttpClient client, URI endpoint, String name) {
    String answer =
        client
            .headers(headers -> headers.set("Content-Type", TYPE))
            .post()
            .uri(endpoint)
            .send(ByteBufMono.fromString(Mono.just(FORM + name)))
            .responseSingle((response, body) -> body.asString())
            .block();
    System.out.println(answer);
  }

  private static void write(SSLSocketFactory factory, URI endpoint, String name)
      throws IOException {
    try (Socket socket = factory.createSocket(endpoint.getHost(), endpoint.getPort())) {
      write(socket, endpoint, FORM + name);
    }
  }

  private static void writeOver(Socket plain, SSLSocketFactory factory, URI endpoint, String name)
      throws IOException {
    plain.connect(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()));
    try (Socket socket =
        factory.createSocket(plain, endpoint.getHost(), endpoint.getPort(), true)) {
      write(socket, endpoint, FORM + name);
    }
  }

  private static void write(Socket socket, URI endpoint, String form) throws IOException {
    OutputStream stream = socket.getOutputStream();
    String head =
        "POST %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(endpoint.getPath(), endpoint.getAuthority(), TYPE, form.length());
    stream.write(head.getBytes(ISO_8859_1));
    stream.write(form.getBytes(ISO_8859_1));
    stream.flush();
    String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    System.out.println(answer.substring(answer.indexOf("\r\n\r\n") + 4));
  }
}
