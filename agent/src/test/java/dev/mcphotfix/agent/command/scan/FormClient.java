package dev.mcphotfix.agent.command.scan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A client that makes the form and sends it with a library that no hook covers, in one method. */
final class FormClient {

  static final String FORM = "String form = \"grant_type=refresh_token&refresh_token=\" + token;";

  private static final String MESSAGE =
      """
      package org.lib;
      @SuppressWarnings("unchecked")
      public abstract class Message<T> {
        public T type(String type) { return (T) this; }
        public T body(String text) { return (T) this; }
        public T body(byte[] bytes, String type) { return (T) this; }
        public T field(String name, String value) { return (T) this; }
      }
      """;

  private static final String REQUEST =
      """
      package org.lib;
      public class Request extends Message<Request> {
        public static Request post(String address) { return new Request(); }
        public String send() { return ""; }
      }
      """;

  private static final String WIRE =
      """
      package org.lib;
      public class Wire {
        public void post(Object where, byte[] what) {}
        public void post(Object where, java.util.Map<String, String> what) {}
        public void submit(Object where, Object what) {}
        public void submit(Object where, Entity what) {}
      }
      """;

  private static final String ENTITY =
      "package org.lib; public class Entity { public Entity(String text) {} }";

  private static final String UTILITY =
      """
      package org.lib;
      public class Text {
        public static String encode(java.util.Map<String, String> map) { return ""; }
        public static Object parse(String text) { return text; }
      }
      """;

  private static final String LOGGER =
      """
      package org.slf4j;
      public interface Logger { void debug(String format, Object one, Object other); }
      """;

  private FormClient() {}

  /** Its class, with what that method does and what others it has. */
  static String refresh(String body, String... methods) {
    return "package com.acme; class TokenClient { void refresh(java.net.URI endpoint, String token)"
        + " throws Exception { "
        + body
        + " } "
        + String.join("\n", methods)
        + " }";
  }

  /** Its classes and those of the library. */
  static Path classes(Path folder, String... client) throws IOException {
    Stream<String> library = Stream.of(MESSAGE, REQUEST, WIRE, ENTITY, UTILITY, LOGGER);
    return Compiled.classes(
        folder, Stream.concat(Stream.of(client), library).toArray(String[]::new));
  }
}
