package dev.mcphotfix.agent.oauth.decision;

import static dev.mcphotfix.agent.log.Reason.*;
import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.EXAMPLE;
import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.NEIGHBOUR;
import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.client;
import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.example;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.ENDPOINT;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.refresh;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.refreshWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.mcphotfix.agent.log.Reason;
import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory.AuthorizationServer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests to which two rows apply: the one that stands above decides. */
final class RowOrderTest {

  private static final String OTHER = "https://other.example.com/token";
  private static final String REVOCATION = "https://idp.example.com/revoke";
  private static final StaticClient UNDISCOVERED =
      client("example-server", null, "my-static-client", null);

  @ParameterizedTest(name = "{0} before {1}")
  @MethodSource("pairs")
  void takesTheRowAbove(
      Reason above, Reason below, KnowledgeBuilder knowledge, RequestBuilder request) {
    assertThat(knowledge.decide(request).reason()).isEqualTo(above);
    assertThat(above).isLessThan(below);
  }

  @Test
  void leavesOnlyTwoRowsWithoutAnOrderWhichNeverApplyAtOnce() {
    List<String> unordered = new ArrayList<>();
    for (Reason above : EnumSet.range(NO_CONFIG, ADDED)) {
      Set<Reason> missing = EnumSet.range(above, ADDED);
      missing.removeAll(shownBelow(above));
      missing.remove(above);
      missing.forEach(below -> unordered.add(above + " before " + below));
    }

    assertThat(unordered).containsExactly("UNKNOWN_ENDPOINT before OTHER_ENDPOINT");
  }

  /** The rows that a chain of pairs leads to. */
  private static Set<Reason> shownBelow(Reason above) {
    Set<Reason> below = EnumSet.noneOf(Reason.class);
    pairs()
        .map(Arguments::get)
        .filter(pair -> pair[0] == above)
        .map(pair -> (Reason) pair[1])
        .filter(below::add)
        .forEach(row -> below.addAll(shownBelow(row)));
    return below;
  }

  static Stream<Arguments> pairs() {
    return Stream.of(
        pair(NO_CONFIG, NOT_POST, KnowledgeBuilder.of(), refresh().method("GET")),
        pair(NOT_POST, UNKNOWN_ENDPOINT, example(), refresh().method("GET").url(OTHER)),
        pair(NOT_POST, OTHER_ENDPOINT, example(), refresh().method("GET").url(REVOCATION)),
        pair(UNKNOWN_ENDPOINT, NOT_FORM, example(), json().url(OTHER)),
        pair(OTHER_ENDPOINT, NOT_FORM, example(), json().url(REVOCATION)),
        pair(NOT_FORM, BODY_UNREADABLE, example(), json().form(null)),
        pair(BODY_UNREADABLE, SIGNED_BODY, example(), refresh().form(null).header("Digest", "d")),
        pair(SIGNED_BODY, NO_GRANT_TYPE, example(), refresh().form("a=b").header("Digest", "d")),
        pair(SIGNED_BODY, AUTHORIZATION_HEADER, example(), authorized("AWS4-HMAC-SHA256 a=b")),
        pair(NO_GRANT_TYPE, GRANT_NOT_COVERED, example(), refresh().form("a=b")),
        pair(GRANT_NOT_COVERED, GRANT_NOT_ENABLED, example(), refresh().form("grant_type=x")),
        pair(NO_GRANT_TYPE, HTTP_BASIC, example(), authorized("Basic eDp5").form("a=b")),
        pair(GRANT_NOT_COVERED, HTTP_BASIC, example(), authorized("Basic x").form("grant_type=x")),
        pair(GRANT_NOT_ENABLED, HTTP_BASIC, example(), code().header("Authorization", "Basic x")),
        pair(HTTP_BASIC, AUTHORIZATION_HEADER, example(), authorized("Bearer a", "Basic b")),
        pair(HTTP_BASIC, CLIENT_ASSERTION, example(), assertion("Basic b")),
        pair(AUTHORIZATION_HEADER, CLIENT_ASSERTION, example(), assertion("Bearer b")),
        pair(CLIENT_ASSERTION, CLIENT_ATTESTATION, example(), attested("&client_assertion=a")),
        pair(CLIENT_ATTESTATION, CLIENT_ID_IN_QUERY, example(), attested("").url(inQuery())),
        pair(CLIENT_ID_IN_QUERY, DUPLICATE_CLIENT_ID, example(), duplicate().url(inQuery())),
        pair(DUPLICATE_CLIENT_ID, ALREADY_PRESENT, example(), duplicate()),
        pair(ALREADY_PRESENT, DIFFERENT_CLIENT_ID, example(), with("my-static-client")),
        pair(ALREADY_PRESENT, TOKEN_OF_OTHER_CLIENT, owned("x"), with("my-static-client")),
        pair(DIFFERENT_CLIENT_ID, TOKEN_OF_OTHER_CLIENT, owned("x"), with("x")),
        pair(ALREADY_PRESENT, AMBIGUOUS_SERVER, both(), refreshWith("&client_id=neighbour-client")),
        pair(DIFFERENT_CLIENT_ID, AMBIGUOUS_SERVER, both(), refreshWith("&client_id=x")),
        pair(AMBIGUOUS_SERVER, TOKEN_OF_OTHER_CLIENT, both().learned(null, "x"), refresh()),
        pair(TOKEN_OF_OTHER_CLIENT, ISSUER_CHANGED, moved().learned(null, "x"), refresh()),
        pair(ISSUER_CHANGED, WORKS_WITHOUT, moved().worksWithout(), refresh()),
        pair(WORKS_WITHOUT, BREAKER_OPEN, example().worksWithout().refusedTwice(), refresh()),
        pair(BREAKER_OPEN, FILLED_EMPTY, example().refusedTwice(), refreshWith("&client_id=")),
        pair(WORKS_WITHOUT, FILLED_NULL, example().worksWithout(), refreshWith("&client_id=null")),
        pair(FILLED_EMPTY, FILLED_NULL, example(), with("")),
        pair(FILLED_EMPTY, ADDED_WITH_SECRET, example(), secret("&client_id=")),
        pair(FILLED_NULL, ADDED_WITH_SECRET, example(), secret("&client_id=null")),
        pair(ADDED_WITH_SECRET, ADDED, example(), secret("")));
  }

  private static Arguments pair(
      Reason above, Reason below, KnowledgeBuilder knowledge, RequestBuilder request) {
    return arguments(above, below, knowledge, request);
  }

  private static RequestBuilder json() {
    return refresh().header("Content-Type", "application/json");
  }

  private static RequestBuilder with(String clientId) {
    return refreshWith("&client_id=" + clientId);
  }

  private static RequestBuilder code() {
    return refresh().form("grant_type=authorization_code&code=c");
  }

  private static RequestBuilder authorized(String... authorizations) {
    return refresh().header("Authorization", authorizations);
  }

  private static RequestBuilder assertion(String authorization) {
    return refreshWith("&client_assertion=a").header("Authorization", authorization);
  }

  private static RequestBuilder attested(String fields) {
    return refreshWith(fields).header("OAuth-Client-Attestation", "a");
  }

  private static String inQuery() {
    return ENDPOINT + "?client_id=x";
  }

  private static RequestBuilder duplicate() {
    return refreshWith("&client_id=my-static-client&client_id=my-static-client");
  }

  private static RequestBuilder secret(String fields) {
    return refreshWith("&client_secret=s" + fields);
  }

  private static KnowledgeBuilder owned(String clientId) {
    return example().learned(null, clientId);
  }

  private static KnowledgeBuilder both() {
    return KnowledgeBuilder.of(EXAMPLE, NEIGHBOUR);
  }

  private static KnowledgeBuilder moved() {
    return KnowledgeBuilder.of(UNDISCOVERED)
        .discovered(new AuthorizationServer("i", List.of(ENDPOINT), List.of(), false));
  }
}
