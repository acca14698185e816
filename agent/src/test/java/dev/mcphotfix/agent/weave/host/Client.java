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

  public static String first() {
    return "first";
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

  /** Has another value in its parameter when it returns than when it was called. */
  public String postTrimmed(String text) {
    text = text.trim();
    return text;
  }

  /** Returns from within what it catches itself. */
  public String postGuarded(String text) {
    String last = "none";
    for (int i = 0; i < 2; i++) {
      try {
        last = text;
        return form.isEmpty() ? text.substring(1) : last;
      } catch (StringIndexOutOfBoundsException e) {
        form = last;
      }
    }
    return last;
  }

  /** Comes back to its very first instruction. */
  public String postAgain(String text) {
    for (; ; ) {
      if (form.isEmpty()) {
        return text;
      }
      form = form.substring(1);
    }
  }

  public byte[] bytes(byte[] body) {
    return body;
  }
}
