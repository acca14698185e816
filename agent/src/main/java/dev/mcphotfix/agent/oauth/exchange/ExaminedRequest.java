package dev.mcphotfix.agent.oauth.exchange;

import dev.mcphotfix.agent.oauth.StaticClient;
import dev.mcphotfix.agent.oauth.Verdict;
import dev.mcphotfix.agent.oauth.request.ParsedRequest;
import org.jspecify.annotations.Nullable;

/** A token request that a hook showed, and the ears for its response. */
final class ExaminedRequest implements Exchange {

  private final @Nullable String form;
  private final ParsedRequest request;
  private final Verdict verdict;
  private final TrackedRequest tracked;
  private final TokenRequests tokenRequests;

  ExaminedRequest(
      @Nullable String form,
      ParsedRequest request,
      Verdict verdict,
      TrackedRequest tracked,
      TokenRequests tokenRequests) {
    this.form = form;
    this.request = request;
    this.verdict = verdict;
    this.tracked = tracked;
    this.tokenRequests = tokenRequests;
  }

  @Override
  public @Nullable String form() {
    return form;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // The very same text says that nothing was changed.
  public @Nullable String addedClientId() {
    StaticClient client = verdict.client();
    return client == null || form == request.request().form() ? null : client.clientId();
  }

  @Override
  public void responded(int status, @Nullable String body) {
    tokenRequests.responded(request, verdict, tracked, status, body);
  }
}
