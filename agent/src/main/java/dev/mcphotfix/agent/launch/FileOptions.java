package dev.mcphotfix.agent.launch;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Tells at a glance a file that can be read beside the host: one that makes the agent weave no
 * other classes than the built-in hooks name and its rules, so that who loads one of these can wait
 * for the rest.
 */
final class FileOptions {

  /** In bytes. */
  private static final int LARGEST = 64 * 1024;

  /** A file that knows servers alone. */
  private static final String OF_THE_HOST = "mcpConfig=";

  /** What adds classes to those that the built-in hooks weave: copies of them, and sockets. */
  private static final String[] ADDING = {"relocated", "witness", "trace"};

  private FileOptions() {}

  /** What has to be known of it until it has been read; null where it is to be read at once. */
  static @Nullable RuleNames beside(@Nullable String arguments) {
    if (arguments == null || PlainOptions.areGivenElsewhere()) {
      return null;
    }
    boolean hosts = arguments.startsWith(OF_THE_HOST);
    String path = hosts ? arguments.substring(OF_THE_HOST.length()) : arguments;
    File file = new File(path);
    if (path.indexOf(',') >= 0 || path.indexOf('=') >= 0 || !file.isFile()) {
      return null;
    }
    if (hosts) {
      return RuleNames.NONE;
    }
    return file.length() <= LARGEST ? names(file) : null;
  }

  /** Where nothing else adds a class, nor an escape hides one. */
  private static @Nullable RuleNames names(File file) {
    try (InputStream in = new FileInputStream(file)) {
      byte[] bytes = in.readAllBytes();
      for (int i = 0; i < bytes.length; i++) {
        if (bytes[i] < 0 || bytes[i] == '\\' || addsAt(bytes, i)) {
          return null;
        }
      }
      return RuleNames.in(bytes);
    } catch (IOException failure) {
      return null;
    }
  }

  private static boolean addsAt(byte[] bytes, int start) {
    for (String key : ADDING) {
      if (RuleNames.isAt(bytes, start, key)) {
        return true;
      }
    }
    return false;
  }
}
