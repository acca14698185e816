package dev.mcphotfix.agent.http.urlconnection;

import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/** A connection that goes nowhere. */
final class StubConnection extends HttpURLConnection {

  static final String ENDPOINT = "https://idp.example.com/connect/token";

  @Nullable String type = "application/x-www-form-urlencoded";

  StubConnection(String url) {
    super(of(url));
    method = "POST";
    doOutput = true;
  }

  private static URL of(String url) {
    try {
      return URI.create(url).toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  void status(int status) {
    responseCode = status;
  }

  void method(String name) {
    method = name;
  }

  @Override
  public @Nullable String getRequestProperty(String name) {
    return name.equals("Content-Type") ? type : null;
  }

  @Override
  public int getResponseCode() {
    return responseCode;
  }

  @Override
  public @Nullable String getHeaderField(String name) {
    return name.equals("WWW-Authenticate") ? "Bearer error=\"invalid_token\"" : null;
  }

  @Override
  public void connect() {}

  @Override
  public void disconnect() {}

  @Override
  public boolean usingProxy() {
    return false;
  }
}
