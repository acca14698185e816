package dev.mcphotfix.testapp.stack;

import dev.mcphotfix.testapp.server.Header;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.http.HttpEntity;
import org.apache.http.HttpResponse;
import org.apache.http.NameValuePair;
import org.apache.http.client.entity.UrlEncodedFormEntity;
import org.apache.http.client.methods.RequestBuilder;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.InputStreamEntity;
import org.apache.http.entity.StringEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.message.BasicNameValuePair;
import org.apache.http.util.EntityUtils;

/** Apache HttpClient 4, blocking. */
public final class Apache4Stack implements StackClient {

  private final CloseableHttpClient client = HttpClients.createDefault();

  @Override
  public Answer send(Call call) throws IOException {
    RequestBuilder request = RequestBuilder.create(call.method()).setUri(call.url());
    for (Header header : call.headers()) {
      request.addHeader(header.name(), header.value());
    }
    if (!call.body().isEmpty()) {
      request.setEntity(body(call));
    }
    return client.execute(request.build(), Apache4Stack::answer);
  }

  static HttpEntity body(Call call) throws IOException {
    byte[] bytes = call.body().getBytes(StandardCharsets.US_ASCII);
    return switch (call.kind()) {
      case TEXT -> new StringEntity(call.body());
      case BYTES -> new ByteArrayEntity(bytes);
      case STREAM -> new InputStreamEntity(new ByteArrayInputStream(bytes), -1);
      case FORM -> new UrlEncodedFormEntity(parameters(call.body()));
    };
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

  static Answer answer(HttpResponse response) throws IOException {
    int status = response.getStatusLine().getStatusCode();
    return new Answer(status, EntityUtils.toString(response.getEntity()));
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
