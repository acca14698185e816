package dev.mcphotfix.agent.oauth.exchange;

import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.EXAMPLE;

import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory;
import dev.mcphotfix.agent.oauth.decision.Knowledge;
import dev.mcphotfix.agent.oauth.decision.RecordingLog;
import dev.mcphotfix.agent.oauth.request.Grant;
import dev.mcphotfix.agent.oauth.trace.ToldTrace;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Answers to authorization requests with a secret in each of their parameters. */
final class EchoedRedirects {

  private static final String AUTHORIZE =
      "https://idp.example.com/authorize?response_type=code&client_id=my-static-client";
  private static final String CALLBACK = "http://localhost:3118/callback";

  private static final List<String> REQUESTS =
      List.of("&state=%s", "&login_hint=%s", "&nonce=%s", "&resource=%s", "&%s=x", "&code=%s");

  private static final List<String> ANSWERS =
      List.of(
          "?code=%s",
          "?code=c&state=%s",
          "#code=%s&state=s",
          "?error=%s",
          "?error=access_denied&error_description=%s",
          "?error=access_denied&error_uri=https://idp.example.com/%s",
          "?error=access_denied&iss=%s",
          "?code=c&%s");

  private EchoedRedirects() {}

  /** What a trace tells of them. */
  static RecordingLog of(Collection<String> spellings) {
    RecordingLog told = new RecordingLog();
    for (String spelling : spellings) {
      for (String request : REQUESTS) {
        for (String answer : ANSWERS) {
          answered(
              AUTHORIZE + request.formatted(spelling), CALLBACK + answer.formatted(spelling), told);
        }
      }
    }
    return told;
  }

  private static void answered(String url, String location, RecordingLog told) {
    new Examiner(
            new Setup(
                Knowledge.of(List.of(EXAMPLE), Set.of(Grant.REFRESH_TOKEN)),
                true,
                AuthorizationServerDirectory.NONE,
                entry -> {},
                new ToldTrace(told, "t")))
        .responded(
            "GET", url, 302, name -> name.equals("Location") ? List.of(location) : List.of());
  }
}
