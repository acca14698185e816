package dev.mcphotfix.agent.weave.host;

import java.io.IOException;

/** Methods of every kind that a rule may name. */
public class Client {

  private final String given;
  private String form;

  public Client() {
    this("none");
  }

  public Client(String form) {
    this.form = form;
    this.given = form;
  }

  public String post(String text) {
    return text;
  }

  public String post(String text, int times) {
    return text.repeat(times);
  }

  public static String postStatic(long id, String text) {
    return text + id;
  }

  private String postPrivate(String text) {
    return text;
  }

  public String callPrivate(String text) {
    return postPrivate(text);
  }

  public final synchronized String postLocked(String text) {
    return text;
  }

  public int size(int value) {
    return value;
  }

  public String fails(String text) throws IOException {
    throw new IOException(text);
  }

  public void send() {
    form = form + " sent";
  }

  public String form() {
    return form;
  }

  public String given() {
    return given;
  }

  public byte[] bytes(byte[] body) {
    return body;
  }
}
