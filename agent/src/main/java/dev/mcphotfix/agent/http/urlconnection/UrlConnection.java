package dev.mcphotfix.agent.http.urlconnection;

import dev.mcphotfix.agent.hook.CallFilter;
import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.hook.Target;
import dev.mcphotfix.agent.http.HttpStack;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code java.net.HttpURLConnection} and {@code HttpsURLConnection}: buffered, of fixed length and
 * chunked.
 *
 * <p>Of a response's body only what came together with its header is observed. An {@code
 * Authorization} that the JDK itself adds, because an {@code Authenticator} has answered a
 * challenge before, is not seen.
 */
public final class UrlConnection implements HttpStack {

  private static final String NAME = "url-connection";

  private static final String CLASS = "sun.net.www.protocol.http.HttpURLConnection";
  private static final String OUTPUT = "getOutputStream";
  private static final String SEND = "writeRequests";
  private static final String INPUT = "getInputStream";

  private static final CallFilter FORM = UrlConnectionRequest::mayBe;

  private final UrlConnectionRequests requests = new UrlConnectionRequests(NAME);
  private final CallFilter whileOpen = first -> requests.areOpen();

  @Override
  public List<Site> sites(List<String> hooks, Examiner examiner) {
    List<Site> sites = new ArrayList<>(writing(examiner));
    sites.addAll(sending(examiner));
    sites.addAll(receiving(examiner));
    return sites;
  }

  private List<Site> writing(Examiner examiner) {
    return List.of(
        new Site(
            NAME + "-length",
            point(OUTPUT, new Target.Field("fixedContentLength")),
            call -> requests.buffer(call, examiner) ? -1 : null,
            FORM),
        new Site(
            NAME + "-long-length",
            point(OUTPUT, new Target.Field("fixedContentLengthLong")),
            call -> requests.buffer(call, examiner) ? -1L : null,
            FORM),
        new Site(
            NAME + "-body",
            point(OUTPUT, new Target.Return()),
            call -> requests.body(call, examiner),
            FORM));
  }

  private List<Site> sending(Examiner examiner) {
    return List.of(
        new Site(
            NAME + "-header",
            point(SEND, new Target.Field("requests")),
            call -> requests.header(call, examiner),
            first -> examiner.looksAhead() || examiner.traces() || FORM.mayMatter(first)),
        // Behind the header's, which decides.
        new Site(
            NAME + "-new-length",
            point(SEND, new Target.Field("fixedContentLengthLong")),
            call -> requests.seen(call, (request, sent) -> request.fixedLength()),
            whileOpen));
  }

  private List<Site> receiving(Examiner examiner) {
    return List.of(
        new Site(
            NAME + "-end",
            point(INPUT, new Target.Arguments()),
            call -> requests.finish(call, examiner),
            FORM),
        new Site(
            NAME + "-failure",
            point(INPUT, new Target.Field("rememberedException")),
            call -> requests.seen(call, (request, sent) -> request.failure()),
            whileOpen),
        new Site(
            NAME + "-answer",
            point("followRedirect", new Target.Field("inputStream")),
            call -> requests.answer(call, examiner),
            first -> requests.areOpen() || examiner.traces()),
        new Site(
            NAME + "-refusal",
            point("disconnectInternal", new Target.Field("responseCode")),
            call -> requests.refused(call, examiner),
            first -> examiner.traces()),
        new Site(
            NAME + "-status",
            point(INPUT, new Target.Return()),
            call -> requests.seen(call, UrlConnectionResponse::observeFailure),
            whileOpen));
  }

  private static HookPoint point(String method, Target target) {
    return new HookPoint(NAME, CLASS, method, List.of(), target);
  }
}
