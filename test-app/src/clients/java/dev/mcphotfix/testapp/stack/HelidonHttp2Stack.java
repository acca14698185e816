package dev.mcphotfix.testapp.stack;

/**
 * The WebClient of Helidon 4 with the protocols of its own choice: HTTP/2 over TLS. A long body is
 * sent over HTTP/1.1: within one, Helidon and Tomcat wait for each other too often over HTTP/2,
 * without the agent in one of five.
 */
public final class HelidonHttp2Stack extends HelidonStack {

  private static final int WINDOW = 65_535;

  public HelidonHttp2Stack() {
    super(new String[0]);
  }

  @Override
  protected void prepare(Object request, Call call) {
    if (call.body().length() > WINDOW) {
      HelidonCalls.call(request, "protocolId", HTTP_1_1);
    }
  }
}
