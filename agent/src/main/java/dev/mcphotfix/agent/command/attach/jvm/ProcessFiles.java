package dev.mcphotfix.agent.command.attach.jvm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Linux tells of processes below {@code /proc}. To read it touches no process. What this user
 * may not read is empty or null.
 */
public record ProcessFiles(Path proc) {

  private static final int LONGEST = 1 << 20;
  private static final String LIBRARY = "/libjvm.so";
  private static final String REPLACED = " \\(deleted\\)$";

  /** Those of this machine. */
  public static ProcessFiles here() {
    return new ProcessFiles(Path.of("/proc"));
  }

  /** Whether this system has them; only Linux does. */
  public boolean arePresent() {
    return Files.isReadable(proc.resolve("self").resolve("status"));
  }

  List<Long> processes() {
    List<Long> pids = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(proc, "[0-9]*")) {
      for (Path folder : folders) {
        pids.add(Long.parseLong(String.valueOf(folder.getFileName())));
      }
    } catch (IOException | RuntimeException notReadable) {
      return pids;
    }
    return pids;
  }

  /** Null where there is no such process. */
  public @Nullable ProcessStatus status(String pid) {
    try {
      return ProcessStatus.parse(Files.readAllLines(proc.resolve(pid).resolve("status")));
    } catch (IOException gone) {
      return null;
    }
  }

  /** The words with which it was started. */
  List<String> commandLine(String pid) {
    return texts(proc.resolve(pid).resolve("cmdline"));
  }

  /** The variables with which it was started. None of them may be shown. */
  Map<String, String> environment(String pid) {
    Map<String, String> variables = new HashMap<>();
    for (String text : texts(proc.resolve(pid).resolve("environ"))) {
      int equals = text.indexOf('=');
      if (equals > 0) {
        variables.put(text.substring(0, equals), text.substring(equals + 1));
      }
    }
    return variables;
  }

  /** The name of its namespace of that kind, {@code mnt} or {@code pid}. */
  public @Nullable String namespace(String pid, String kind) {
    try {
      return Files.readSymbolicLink(proc.resolve(pid).resolve("ns").resolve(kind)).toString();
    } catch (IOException notReadable) {
      return null;
    }
  }

  /** Its files, as it sees them. */
  public TargetFiles files(String pid) {
    Path process = proc.resolve(pid);
    return new TargetFiles(process.resolve("root"), process.resolve("cwd"));
  }

  /** The JVM's library in it; null where there is none, so it is no JVM, or not ours to look at. */
  public @Nullable String library(String pid) {
    try (BufferedReader maps = Files.newBufferedReader(proc.resolve(pid).resolve("maps"))) {
      for (String line = maps.readLine(); line != null; line = maps.readLine()) {
        int slash = line.indexOf('/');
        if (slash > 0 && line.endsWith(LIBRARY)) {
          return line.substring(slash);
        }
      }
    } catch (IOException | RuntimeException notReadable) {
      return null;
    }
    return null;
  }

  /**
   * The archives that it holds open: what its class loaders read from. One that was replaced since,
   * as by an upgrade, counts by the name that it had.
   */
  Set<String> openJars(String pid) {
    Set<String> jars = new LinkedHashSet<>();
    try (DirectoryStream<Path> links = Files.newDirectoryStream(proc.resolve(pid).resolve("fd"))) {
      for (Path link : links) {
        String file = Files.readSymbolicLink(link).toString().replaceFirst(REPLACED, "");
        if (file.endsWith(".jar") || file.endsWith(".war")) {
          jars.add(file);
        }
      }
    } catch (IOException | RuntimeException notReadable) {
      return jars;
    }
    return jars;
  }

  private static List<String> texts(Path file) {
    List<String> texts = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file)) {
      String all = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
      int start = 0;
      for (int end = all.indexOf(0); end >= 0; end = all.indexOf(0, start)) {
        texts.add(all.substring(start, end));
        start = end + 1;
      }
    } catch (IOException notReadable) {
      return texts;
    }
    return texts;
  }
}
