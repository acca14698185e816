package dev.mcphotfix.testapp.stack;

import dev.mcphotfix.testapp.server.Header;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.fluent.Executor;
import org.apache.hc.client5.http.fluent.Request;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.message.BasicNameValuePair;

/** Apache HttpClient 5, blocking: the classic client; forms through the fluent one. */
public final class Apache5Stack implements StackClient {

  private final CloseableHttpClient client = HttpClients.createDefault();

  @Override
  public Answer send(Call call) throws IOException {
    return call.kind() == BodyKind.FORM ? fluent(call) : classic(call);
  }

  private Answer classic(Call call) throws IOException {
    HttpUriRequestBase request = new HttpUriRequestBase(call.method(), call.url());
    for (Header header : call.headers()) {
      request.addHeader(header.name(), header.value());
    }
    if (!call.body().isEmpty()) {
      request.setEntity(body(call));
    }
    return client.execute(request, Apache5Stack::answer);
  }

  private static HttpEntity body(Call call) {
    byte[] bytes = call.body().getBytes(StandardCharsets.US_ASCII);
    return switch (call.kind()) {
      case TEXT, FORM -> new StringEntity(call.body());
      case BYTES -> new ByteArrayEntity(bytes, null);
      case STREAM -> new InputStreamEntity(new ByteArrayInputStream(bytes), null);
    };
  }

  private Answer fluent(Call call) throws IOException {
    Request request = Request.post(call.url());
    for (Header header : call.headers()) {
      request.addHeader(header.name(), header.value());
    }
    request.bodyForm(parameters(call.body()));
    HttpResponse response = Executor.newInstance(client).execute(request).returnResponse();
    return answer((ClassicHttpResponse) response);
  }

  private static List<NameValuePair> parameters(String form) {
    List<NameValuePair> parameters = new ArrayList<>();
    for (String parameter : form.split("&", -1)) {
      String[] nameAndValue = parameter.split("=", 2);
      String value = URLDecoder.decode(nameAndValue[1], StandardCharsets.UTF_8);
      parameters.add(new BasicNameValuePair(nameAndValue[0], value));
    }
    return parameters;
  }

  private static Answer answer(ClassicHttpResponse response) throws IOException {
    try {
      return new Answer(response.getCode(), EntityUtils.toString(response.getEntity()));
    } catch (ParseException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
