package dev.mcphotfix.agent.oauth.decision;

import static dev.mcphotfix.agent.log.Reason.*;
import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.EXAMPLE;
import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.NEIGHBOUR;
import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.client;
import static dev.mcphotfix.agent.oauth.decision.KnowledgeBuilder.example;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.ENDPOINT;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.REFRESH;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.formOnly;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.refresh;
import static dev.mcphotfix.agent.oauth.decision.RequestBuilder.refreshWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.log.Action;
import dev.mcphotfix.agent.log.Reason;
import dev.mcphotfix.agent.log.Severity;
import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory.AuthorizationServer;
import dev.mcphotfix.agent.oauth.request.Grant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One test for each row of the table, shown by its reason code, in the order of the rows. */
final class DecisionTableTest {

  private static final String UNKNOWN = "https://other.example.com/token";

  @Test
  @DisplayName("no-config")
  void leavesEverythingAloneWithoutAClient() {
    assertReason(KnowledgeBuilder.of(), refresh(), NO_CONFIG);
  }

  @ParameterizedTest
  @DisplayName("not-post")
  @ValueSource(strings = {"GET", "HEAD", "PUT", "post"})
  void leavesOtherMethodsAlone(String method) {
    assertReason(example(), refresh().method(method), NOT_POST);
  }

  @Test
  @DisplayName("unknown-endpoint")
  void leavesUnknownEndpointsAlone() {
    Verdict verdict = example().decide(refresh().url(UNKNOWN));

    assertThat(verdict.reason()).isEqualTo(UNKNOWN_ENDPOINT);
    assertThat(verdict.severity()).isEqualTo(Severity.WARN);
    assertThat(verdict.changes()).isFalse();
  }

  @ParameterizedTest
  @DisplayName("other-endpoint")
  @ValueSource(
      strings = {
        "/connect/revocation",
        "/revoke",
        "/connect/introspect",
        "/par",
        "/connect/device_authorization",
        "/register",
        "/connect/userinfo/"
      })
  void leavesOtherEndpointsOfTheServerAlone(String path) {
    assertReason(example(), refresh().url("https://idp.example.com" + path), OTHER_ENDPOINT);
  }

  @ParameterizedTest
  @DisplayName("not-form")
  @ValueSource(strings = {"application/json", "multipart/form-data", "text/plain"})
  void leavesOtherContentTypesAlone(String type) {
    assertReason(example(), refresh().header("Content-Type", type), NOT_FORM);
  }

  @Test
  @DisplayName("body-unreadable")
  void leavesABodyAloneThatCannotBeRead() {
    assertReason(example(), refresh().form(null), BODY_UNREADABLE);
  }

  @ParameterizedTest
  @DisplayName("signed-body")
  @ValueSource(
      strings = {
        "Content-Digest",
        "Digest",
        "Signature",
        "Signature-Input",
        "Repr-Digest",
        "Content-MD5",
        "x-ms-content-sha256",
        "X-Hub-Signature-256",
        "x-jws-signature",
        "x-amz-content-sha256"
      })
  void leavesASignedBodyAlone(String name) {
    assertReason(example(), refresh().header(name, "x"), SIGNED_BODY);
  }

  @ParameterizedTest
  @DisplayName("no-grant-type")
  @ValueSource(
      strings = {
        "refresh_token=r1",
        "grant_type=&refresh_token=r1",
        "grant_type=refresh_token&grant_type=refresh_token",
        ""
      })
  void leavesAFormWithoutOneGrantTypeAlone(String form) {
    assertReason(example(), refresh().form(form), NO_GRANT_TYPE);
  }

  @ParameterizedTest
  @DisplayName("grant-not-covered")
  @ValueSource(
      strings = {
        "client_credentials",
        "password",
        "urn:ietf:params:oauth:grant-type:token-exchange",
        "urn:ietf:params:oauth:grant-type:jwt-bearer"
      })
  void leavesOtherGrantsAlone(String grant) {
    Verdict verdict = example().decide(refresh().form("grant_type=" + grant));

    assertThat(verdict.reason()).isEqualTo(GRANT_NOT_COVERED);
    assertThat(verdict.detail()).isEqualTo(grant);
  }

  @ParameterizedTest
  @DisplayName("grant-not-covered")
  @ValueSource(strings = {"Refresh_Token", "sk-live-12345"})
  void tellsOfAnUnknownGrantOnlyHowLongItIs(String grant) {
    Verdict verdict = example().decide(refresh().form("grant_type=" + grant));

    assertThat(verdict.reason()).isEqualTo(GRANT_NOT_COVERED);
    assertThat(verdict.detail()).isEqualTo("(13 characters)");
  }

  @ParameterizedTest
  @DisplayName("grant-not-enabled")
  @ValueSource(strings = {"authorization_code", "urn:ietf:params:oauth:grant-type:device_code"})
  void leavesGrantsAloneThatAreNotSwitchedOn(String grant) {
    Verdict verdict = example().decide(refresh().form("grant_type=" + grant + "&code=c"));

    assertThat(verdict.reason()).isEqualTo(GRANT_NOT_ENABLED);
    assertThat(verdict.detail()).isEqualTo(grant);
  }

  @Test
  @DisplayName("http-basic")
  void leavesBasicAuthenticationAlone() {
    assertReason(example(), refresh().header("Authorization", "basic eDp5"), HTTP_BASIC);
  }

  @Test
  @DisplayName("authorization-header")
  void leavesAnyOtherAuthorizationAlone() {
    Verdict verdict = example().decide(refresh().header("Authorization", "Bearer secret"));

    assertThat(verdict.reason()).isEqualTo(AUTHORIZATION_HEADER);
    assertThat(verdict.detail()).isEqualTo("Bearer");
  }

  @Test
  @DisplayName("authorization-header")
  void namesNoSchemeThatMayBeAKey() {
    Verdict verdict = example().decide(refresh().header("Authorization", "sk-live more"));

    assertThat(verdict.reason()).isEqualTo(AUTHORIZATION_HEADER);
    assertThat(verdict.detail()).isEqualTo("another scheme");
  }

  @ParameterizedTest
  @DisplayName("client-assertion")
  @ValueSource(strings = {"&client_assertion=a", "&client_assertion_type=t"})
  void leavesAClientAssertionAlone(String fields) {
    assertReason(example(), refreshWith(fields), CLIENT_ASSERTION);
  }

  @ParameterizedTest
  @DisplayName("client-attestation")
  @ValueSource(strings = {"OAuth-Client-Attestation", "OAuth-Client-Attestation-PoP"})
  void leavesAClientAttestationAlone(String name) {
    assertReason(example(), refresh().header(name, "a"), CLIENT_ATTESTATION);
  }

  @ParameterizedTest
  @DisplayName("client-id-in-query")
  @ValueSource(strings = {"?client_id=x", "?a=b&client%5Fid=x#f", "?client_id="})
  void leavesAnIdInTheQueryAlone(String query) {
    assertReason(example(), refresh().url(ENDPOINT + query), CLIENT_ID_IN_QUERY);
  }

  @ParameterizedTest
  @DisplayName("duplicate-client-id")
  @ValueSource(strings = {"&client_id=&client_id=x", "&client_id=x&client%5Fid=x"})
  void leavesARepeatedIdAlone(String fields) {
    assertReason(example(), refreshWith(fields), DUPLICATE_CLIENT_ID);
  }

  @ParameterizedTest
  @DisplayName("already-present")
  @ValueSource(strings = {"&client_id=my-static-client", "&client%5Fid=my%2Dstatic-client"})
  void leavesTheConfiguredIdAlone(String fields) {
    assertReason(example(), refreshWith(fields), ALREADY_PRESENT);
  }

  @ParameterizedTest
  @DisplayName("different-client-id")
  @ValueSource(strings = {"&client_id=other", "&client_id=MY-STATIC-CLIENT", "&client_id=+"})
  void leavesADifferentIdAlone(String fields) {
    assertReason(example(), refreshWith(fields), DIFFERENT_CLIENT_ID);
  }

  @Test
  @DisplayName("ambiguous-server")
  void leavesARequestAloneThatTwoClientsMayHaveSent() {
    assertReason(KnowledgeBuilder.of(EXAMPLE, NEIGHBOUR), refresh(), AMBIGUOUS_SERVER);
  }

  @ParameterizedTest
  @DisplayName("token-of-other-client")
  @CsvSource({", other-client", "example-server, other-client", "unconfigured-server, "})
  void leavesATokenOfAnotherClientAlone(String serverName, String clientId) {
    assertReason(example().learned(serverName, clientId), refresh(), TOKEN_OF_OTHER_CLIENT);
  }

  @Test
  @DisplayName("issuer-changed")
  void leavesARequestToAnotherIssuerAlone() {
    KnowledgeBuilder knowledge =
        KnowledgeBuilder.of(undiscovered())
            .discovered(new AuthorizationServer("i", List.of(ENDPOINT), List.of(), false));

    assertReason(knowledge, refresh(), ISSUER_CHANGED);
  }

  @Test
  @DisplayName("works-without")
  void leavesARequestAloneThatSucceedsWithoutTheId() {
    assertReason(example().worksWithout(), refresh(), WORKS_WITHOUT);
  }

  @Test
  @DisplayName("breaker-open")
  void leavesRequestsAloneAfterRefusals() {
    assertReason(example().refusedTwice(), refresh(), BREAKER_OPEN);
  }

  @ParameterizedTest
  @DisplayName("filled-empty")
  @ValueSource(strings = {"&client_id=", "&client_id", "&client%5Fid=&a=b"})
  void fillsAnEmptyId(String fields) {
    Verdict verdict = example().decide(refreshWith(fields));

    assertThat(verdict.reason()).isEqualTo(FILLED_EMPTY);
    assertThat(verdict.action()).isEqualTo(Action.FILLED);
    assertThat(verdict.client()).isEqualTo(EXAMPLE);
  }

  @ParameterizedTest
  @DisplayName("filled-null")
  @ValueSource(strings = {"&client_id=null", "&client_id=undefined", "&client_id=None"})
  void fillsThePrintedWordForAMissingId(String fields) {
    Verdict verdict = example().decide(refreshWith(fields));

    assertThat(verdict.reason()).isEqualTo(FILLED_NULL);
    assertThat(verdict.action()).isEqualTo(Action.FILLED);
  }

  @Test
  @DisplayName("added-with-secret")
  void addsTheIdBesideASecret() {
    Verdict verdict = example().decide(refreshWith("&client_secret=s"));

    assertThat(verdict.reason()).isEqualTo(ADDED_WITH_SECRET);
    assertThat(verdict.action()).isEqualTo(Action.ADDED);
  }

  @ParameterizedTest
  @DisplayName("added")
  @ValueSource(strings = {"", "&scope=offline_access", "&client_secret="})
  void addsTheIdToARefreshRequest(String fields) {
    Verdict verdict = example().decide(refreshWith(fields));

    assertThat(verdict.reason()).isEqualTo(ADDED);
    assertThat(verdict.action()).isEqualTo(Action.ADDED);
    assertThat(verdict.client()).isEqualTo(EXAMPLE);
    assertThat(verdict.detail()).isNull();
  }

  @Test
  void addsTheIdBesideAProofOfPossession() {
    assertReason(example(), refresh().header("DPoP", "proof"), ADDED);
  }

  @Test
  void addsTheIdToACodeExchangeThatIsSwitchedOn() {
    Verdict verdict =
        example()
            .covering(Grant.AUTHORIZATION_CODE)
            .decide(refresh().form("grant_type=authorization_code&code=c"));

    assertThat(verdict.reason()).isEqualTo(ADDED);
    assertThat(verdict.detail()).isEqualTo("authorization_code");
  }

  @Test
  void leavesPrintedWordsAloneWhereAClientIsCalledSo() {
    KnowledgeBuilder knowledge =
        KnowledgeBuilder.of(client("example-server", null, "null", ENDPOINT));

    assertReason(knowledge, refreshWith("&client_id=null"), ALREADY_PRESENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", "deflate, identity"})
  void cannotReadACompressedBody(String encoding) {
    assertReason(example(), refresh().header("Content-Encoding", encoding), BODY_UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"&a=%", "&a=%g0", "&a=%4"})
  void cannotReadBadEscapes(String fields) {
    assertReason(example(), refreshWith(fields), BODY_UNREADABLE);
  }

  @Test
  void readsABodyOf64KibibytesButNoLongerOne() {
    String longest = REFRESH + "&a=" + "x".repeat(64 * 1024 - REFRESH.length() - 3);

    assertReason(example(), refresh().form(longest), ADDED);
    assertReason(example(), refresh().form(longest + 'x'), BODY_UNREADABLE);
  }

  @Test
  void knowsOtherEndpointsByMetadata() {
    KnowledgeBuilder knowledge =
        KnowledgeBuilder.of(undiscovered())
            .discovered(new AuthorizationServer("i", List.of(ENDPOINT), List.of(UNKNOWN), true));

    assertReason(knowledge, refresh().url(UNKNOWN), OTHER_ENDPOINT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"client_credentials", "authorization_code"})
  void warnsOfNoUnknownEndpointForAGrantThatItWouldLeaveAlone(String grant) {
    Verdict verdict = example().decide(refresh().url(UNKNOWN).form("grant_type=" + grant));

    assertThat(verdict.reason()).isEqualTo(UNKNOWN_ENDPOINT);
    assertThat(verdict.severity()).isEqualTo(Severity.DEBUG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&client_id=other",
        "&client_assertion=a",
        "&resource=https://elsewhere.example.com"
      })
  void warnsOfNoUnknownEndpointForARequestThatItWouldLeaveAlone(String fields) {
    Verdict verdict = example().decide(refreshWith(fields).url(UNKNOWN));

    assertThat(verdict.reason()).isEqualTo(UNKNOWN_ENDPOINT);
    assertThat(verdict.severity()).isEqualTo(Severity.DEBUG);
  }

  @Test
  void skipsTheRowsAboutUrlAndHeaderWhereARuleKnowsNeither() {
    assertReason(example(), formOnly(), ADDED);
  }

  private static StaticClient undiscovered() {
    return client("example-server", "https://mcp.example.com/mcp", "my-static-client", null);
  }

  private static void assertReason(
      KnowledgeBuilder knowledge, RequestBuilder request, Reason expected) {
    assertThat(knowledge.decide(request).reason()).isEqualTo(expected);
  }
}
