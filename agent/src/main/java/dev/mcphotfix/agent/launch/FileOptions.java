package dev.mcphotfix.agent.launch;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Tells at a glance a file that can be read beside the host: one that makes the agent weave no
 * other classes than the built-in hooks name, so that who loads one of these can wait for the rest.
 */
final class FileOptions {

  /** In bytes. */
  private static final int LARGEST = 64 * 1024;

  /** A file that knows servers alone. */
  private static final String OF_THE_HOST = "mcpConfig=";

  /** What adds classes to those that the built-in hooks weave: copies of them, and sockets. */
  private static final String[] ADDING = {"relocated", "witness"};

  private FileOptions() {}

  /** False in doubt. */
  static boolean canBeReadBeside(@Nullable String arguments) {
    if (arguments == null || PlainOptions.areGivenElsewhere()) {
      return false;
    }
    boolean hosts = arguments.startsWith(OF_THE_HOST);
    String path = hosts ? arguments.substring(OF_THE_HOST.length()) : arguments;
    File file = new File(path);
    return path.indexOf(',') < 0
        && path.indexOf('=') < 0
        && file.isFile()
        && (hosts || (file.length() <= LARGEST && namesNoClass(file)));
  }

  /**
   * Neither a rule's method, as in {@code Class#method}, nor what adds others; also as an escape.
   */
  private static boolean namesNoClass(File file) {
    try (InputStream in = new FileInputStream(file)) {
      byte[] bytes = in.readAllBytes();
      for (int i = 0; i < bytes.length; i++) {
        if (bytes[i] == '#' || bytes[i] == '\\' || addsAt(bytes, i)) {
          return false;
        }
      }
      return true;
    } catch (IOException failure) {
      return false;
    }
  }

  private static boolean addsAt(byte[] bytes, int start) {
    for (String key : ADDING) {
      if (isAt(bytes, start, key)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAt(byte[] bytes, int start, String word) {
    if (start + word.length() > bytes.length) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (bytes[start + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
