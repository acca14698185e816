package dev.mcphotfix.testapp.stack;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The calls that each HTTP library is asked for, in their order. */
final class Calls {

  private static final String REFRESH = "grant_type=refresh_token&refresh_token=";
  private static final String ASSERTION = "client_assertion=eyJhbGciOiJub25lIn0";
  private static final String BASIC = "Basic dXNlcjpwYXNzd29yZA==";

  private Calls() {}

  /** All calls to a server whose token endpoint is {@code /token}. */
  static List<Call> to(URI server) {
    URI token = server.resolve("/token");
    List<Call> calls = new ArrayList<>(healed(token));
    calls.addAll(leftAlone(token));
    calls.addAll(elsewhere(server));
    calls.addAll(detours(server));
    return calls;
  }

  /** Calls of each kind, as few as show that a connection is looked after. */
  static List<Call> someTo(URI server) {
    Set<String> names =
        Set.of("healed-text", "healed-bytes", "healed-stream", "healed-form", "basic", "own-id");
    Set<String> others =
        Set.of("big", "big-stream", "other-path", "mcp", "get", "sse", "healed-moved-text");
    Set<String> traced =
        Set.of(
            "mcp-refused",
            "mcp-streamed",
            "metadata",
            "registration",
            "authorization",
            "mcp-accepted");
    return to(server).stream()
        .filter(
            call ->
                names.contains(call.name())
                    || others.contains(call.name())
                    || traced.contains(call.name()))
        .toList();
  }

  /** Refreshes that lack the id, in each way in which a body is handed over. */
  private static List<Call> healed(URI token) {
    return List.of(
        Call.form("healed-text", token, REFRESH + "r1", BodyKind.TEXT),
        Call.form("healed-bytes", token, REFRESH + "r2", BodyKind.BYTES),
        Call.form("healed-stream", token, REFRESH + "r3", BodyKind.STREAM),
        Call.form("healed-form", token, REFRESH + "r4&scope=a+b%2Fc", BodyKind.FORM),
        Call.form("healed-empty", token, "client_id=&" + REFRESH + "r5", BodyKind.TEXT),
        Call.form("healed-null", token, REFRESH + "r6&client_id=null", BodyKind.TEXT),
        Call.form("healed-charset", token, REFRESH + "r7", BodyKind.TEXT)
            .as("application/x-www-form-urlencoded; charset=UTF-8"),
        Call.form("healed-headers", token, REFRESH + "r8", BodyKind.TEXT)
            .with("X-Second", "2")
            .with("X-First", "1"),
        Call.form("healed-length", token, REFRESH + "r9", BodyKind.BYTES)
            .with("Content-Length", Integer.toString((REFRESH + "r9").length())),
        Call.form("healed-expect", token, REFRESH + "r10", BodyKind.BYTES)
            .with("Expect", "100-continue"),
        Call.form("healed-expect-stream", token, REFRESH + "r11", BodyKind.STREAM)
            .with("Expect", "100-continue"),
        Call.form("healed-slow", token.resolve("/token?slow"), REFRESH + "r12", BodyKind.TEXT),
        Call.form(
            "healed-resource",
            token.resolve("/shared/token"),
            REFRESH + "r13-" + token.getPort() + "&resource=" + encoded(token.resolve("/one")),
            BodyKind.TEXT),
        // Whose it is only the answer to the one before has told.
        Call.form(
            "healed-rotated",
            token.resolve("/shared/token"),
            REFRESH + "rotated-" + token.getPort(),
            BodyKind.TEXT));
  }

  private static String encoded(URI url) {
    return URLEncoder.encode(url.toString(), StandardCharsets.UTF_8);
  }

  private static List<Call> leftAlone(URI token) {
    return List.of(
        Call.form("basic", token, REFRESH + "n1", BodyKind.TEXT).with("Authorization", BASIC),
        Call.form("bearer", token, REFRESH + "n2", BodyKind.TEXT).with("Authorization", "Bearer t"),
        Call.form("client-assertion", token, REFRESH + "n3&" + ASSERTION, BodyKind.TEXT),
        Call.form("json", token, "{\"grant_type\":\"refresh_token\"}", BodyKind.TEXT)
            .as("application/json"),
        Call.form("multipart", token, REFRESH + "n4", BodyKind.TEXT)
            .as("multipart/form-data; boundary=b"),
        Call.form("gzip", token, REFRESH + "n5", BodyKind.BYTES).with("Content-Encoding", "gzip"),
        Call.form("other-grant", token, "grant_type=client_credentials", BodyKind.TEXT),
        Call.form(
            "long-answer",
            token.resolve("/token?long"),
            REFRESH + "n11&" + ASSERTION,
            BodyKind.TEXT),
        Call.form(
            "zipped-answer",
            token.resolve("/token?zipped"),
            REFRESH + "n12&" + ASSERTION,
            BodyKind.TEXT),
        Call.form("code", token, "grant_type=authorization_code&code=splxl", BodyKind.TEXT),
        Call.form("own-id", token, REFRESH + "n6&client_id=my-static-client", BodyKind.STREAM),
        Call.form("wrong-id", token, REFRESH + "n7&client_id=other", BodyKind.STREAM),
        Call.form("big", token, REFRESH + "n8&pad=" + "x".repeat(200_000), BodyKind.BYTES),
        Call.form("big-stream", token, REFRESH + "n9&pad=" + "x".repeat(200_000), BodyKind.STREAM));
  }

  private static List<Call> elsewhere(URI server) {
    URI mcp = server.resolve("/bearer/mcp");
    return List.of(
        Call.form("other-path", server.resolve("/form"), REFRESH + "n10", BodyKind.STREAM),
        json("mcp", server.resolve("/mcp")),
        json("mcp-refused", mcp),
        json("mcp-streamed", mcp).as(BodyKind.STREAM),
        get("metadata", server.resolve("/.well-known/oauth-protected-resource/bearer/mcp")),
        json("registration", server.resolve("/register")),
        get("authorization", authorization(server, mcp)),
        json("mcp-accepted", mcp).with("Authorization", "Bearer t"),
        get("get", server.resolve("/token?a=b")),
        get("sse", server.resolve("/sse")).with("Accept", "text/event-stream"));
  }

  /** Leads back at once, with an error. */
  private static URI authorization(URI server, URI mcp) {
    return server.resolve(
        "/authorize?redirect=302:/callback?error=access_denied&state=s3cr3t"
            + "&response_type=code&client_id=c&resource="
            + encoded(mcp));
  }

  private static Call json(String name, URI url) {
    return Call.form(name, url, "{\"jsonrpc\":\"2.0\"}", BodyKind.TEXT).as("application/json");
  }

  private static Call get(String name, URI url) {
    return new Call(name, "GET", url, List.of(), "", BodyKind.TEXT).with("X-Call", name);
  }

  /**
   * Refreshes that arrive more than once, if the library follows; what it keeps in mind is last.
   */
  private static List<Call> detours(URI server) {
    URI moved = server.resolve("/token?redirect=307:/moved/token");
    return List.of(
        Call.form("healed-moved-text", moved, REFRESH + "d1", BodyKind.TEXT),
        Call.form("healed-moved-bytes", moved, REFRESH + "d2", BodyKind.BYTES),
        Call.form("healed-moved-stream", moved, REFRESH + "d3", BodyKind.STREAM),
        Call.form("healed-moved-form", moved, REFRESH + "d4", BodyKind.FORM),
        Call.form(
            "healed-moved-308",
            server.resolve("/token?redirect=308:/moved/token"),
            REFRESH + "d5",
            BodyKind.TEXT),
        Call.form(
            "healed-moved-away",
            server.resolve("/token?redirect=307:/elsewhere"),
            REFRESH + "d6",
            BodyKind.TEXT),
        // A connection that was good before is tried again, and Tomcat closes one after a 400.
        get("first-open", server.resolve("/sse")),
        Call.form("healed-dropped", server.resolve("/token?drop"), REFRESH + "d7", BodyKind.TEXT),
        get("second-open", server.resolve("/sse")),
        Call.form(
            "healed-dropped-bytes", server.resolve("/token?drop"), REFRESH + "d9", BodyKind.BYTES),
        Call.form(
            "healed-challenged", server.resolve("/guarded/token"), REFRESH + "d8", BodyKind.TEXT));
  }
}
