package dev.mcphotfix.testapp.stack;

import dev.mcphotfix.testapp.server.Header;
import java.io.IOException;
import java.util.Map;

/** An OAuth library: it sends plain refreshes, and the HTTP library below it all else. */
abstract class OAuthStack implements StackClient {

  private static final Header FORM =
      new Header("Content-Type", "application/x-www-form-urlencoded");

  private final StackClient others;

  OAuthStack(StackClient others) {
    this.others = others;
  }

  @Override
  public final Answer send(Call call) throws IOException, InterruptedException {
    return isRefresh(call) ? refresh(call, call.parameters()) : others.send(call);
  }

  /** Sends the call's {@code X-Call} and what the library itself makes of the form. */
  abstract Answer refresh(Call call, Map<String, String> form);

  private boolean isRefresh(Call call) {
    return call.headers().contains(FORM)
        && call.headers().stream().noneMatch(OAuthStack::changesMeaning)
        && call.parameters().containsKey("refresh_token");
  }

  private static boolean changesMeaning(Header header) {
    return header.name().equals("Authorization") || header.name().equals("Content-Encoding");
  }

  @Override
  public void close() throws IOException {
    others.close();
  }
}
