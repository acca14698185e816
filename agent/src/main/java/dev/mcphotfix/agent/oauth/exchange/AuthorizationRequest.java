package dev.mcphotfix.agent.oauth.exchange;

import dev.mcphotfix.agent.oauth.request.Form;
import dev.mcphotfix.agent.oauth.request.FormField;
import dev.mcphotfix.agent.oauth.request.RequestForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An authorization request, which is known by the parameters in its query (RFC 6749 section 4.1.1,
 * RFC 9126 section 4): where the endpoint is, only metadata would tell, of which no body is read.
 */
record AuthorizationRequest(Form query) {

  private static final String CLIENT_ID = RequestForm.CLIENT_ID + '=';

  /** Null for any other request. */
  static @Nullable AuthorizationRequest of(String method, String url) {
    boolean mayBe =
        url.contains(CLIENT_ID) && (url.contains("response_type=") || url.contains("request_uri="));
    if (!mayBe || !(method.equals("GET") || method.equals("POST"))) {
      return null;
    }
    Form query = Form.ofQuery(url);
    boolean asks = query.has("response_type") || query.has("request_uri");
    return asks && query.has(RequestForm.CLIENT_ID) ? new AuthorizationRequest(query) : null;
  }

  /** Of the first parameter of that name; null where there is none. */
  @Nullable String value(String name) {
    List<FormField> fields = query.fields(name);
    return fields.isEmpty() ? null : fields.get(0).value();
  }

  /** Without what it asks for, of which the state is as good as a password. */
  @Override
  public String toString() {
    return "authorization request";
  }
}
