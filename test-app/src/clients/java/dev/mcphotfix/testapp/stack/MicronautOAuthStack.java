package dev.mcphotfix.testapp.stack;

import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.security.oauth2.configuration.OauthClientConfigurationProperties;
import io.micronaut.security.oauth2.endpoint.AuthenticationMethods;
import io.micronaut.security.oauth2.endpoint.DefaultSecureEndpoint;
import io.micronaut.security.oauth2.endpoint.token.request.DefaultTokenEndpointClient;
import io.micronaut.security.oauth2.endpoint.token.request.context.AbstractTokenRequestContext;
import io.micronaut.security.oauth2.endpoint.token.request.context.TokenRequestContext;
import io.micronaut.security.oauth2.endpoint.token.response.TokenErrorResponse;
import io.micronaut.security.oauth2.endpoint.token.response.TokenResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Micronaut Security, which tells the id that it is configured with only to some of its grants. */
public final class MicronautOAuthStack extends OAuthStack {

  private final ApplicationContext context = ApplicationContext.run();

  public MicronautOAuthStack() {
    super(new MicronautStack());
  }

  @Override
  Answer refresh(Call call, Map<String, String> form) {
    return Mono.from(new TokenClient(call).sendRequest(new Refresh(call.url(), form)))
        .map(response -> new Answer(200, response.getAccessToken()))
        .onErrorResume(
            HttpClientResponseException.class,
            refused -> Mono.just(new Answer(refused.code(), refused.toString())))
        .blockOptional()
        .orElseThrow();
  }

  @Override
  public void close() throws IOException {
    context.close();
    super.close();
  }

  /** Names the call in the request. */
  private final class TokenClient extends DefaultTokenEndpointClient {

    private final Call call;

    TokenClient(Call call) {
      super(context, new DefaultHttpClientConfiguration());
      this.call = call;
    }

    @Override
    protected <G, R extends TokenResponse> void secureRequest(
        MutableHttpRequest<G> request, TokenRequestContext<G, R> requestContext) {
      super.secureRequest(request.header("X-Call", call.name()), requestContext);
    }
  }

  private static final class Refresh
      extends AbstractTokenRequestContext<Map<String, String>, TokenResponse> {

    private final Map<String, String> grant;

    Refresh(URI endpoint, Map<String, String> grant) {
      super(
          MediaType.APPLICATION_FORM_URLENCODED_TYPE,
          new DefaultSecureEndpoint(endpoint.toString(), Set.of(AuthenticationMethods.NONE)),
          publicClient());
      this.grant = grant;
    }

    private static OauthClientConfigurationProperties publicClient() {
      OauthClientConfigurationProperties client = new OauthClientConfigurationProperties("app");
      client.setClientId("my-static-client");
      return client;
    }

    @Override
    public Map<String, String> getGrant() {
      return grant;
    }

    @Override
    public Argument<TokenResponse> getResponseType() {
      return Argument.of(TokenResponse.class);
    }

    @Override
    public Argument<?> getErrorResponseType() {
      return Argument.of(TokenErrorResponse.class);
    }
  }
}
