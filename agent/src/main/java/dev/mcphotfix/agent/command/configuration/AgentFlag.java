package dev.mcphotfix.agent.command.configuration;

import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import dev.mcphotfix.agent.launch.CommandLineLaunch;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The option with which a JVM is started that is to have this jar as its agent. Files that it names
 * have their absolute paths, as the client may run in another folder.
 *
 * @param options what stands after the jar and {@code =}
 */
public record AgentFlag(String jar, String options) {

  private static final List<String> FILES = List.of("config=", "mcpConfig=");
  private static final Pattern COMMA = Pattern.compile("(?<!\\\\),");
  private static final Pattern BARE = Pattern.compile("[\\w./:=,@%+-]+");

  /** The one for a file of the agent's. */
  public static AgentFlag ofFile(File file) {
    String path = escaped(absolute(file));
    return new AgentFlag(ownJar(), path.indexOf('=') < 0 ? path : "config=" + path);
  }

  /** The one for all that would stand after {@code -javaagent:JAR=}. */
  static AgentFlag ofOptions(String options) {
    return new AgentFlag(
        ownJar(),
        Stream.of(COMMA.split(options, -1))
            .map(AgentFlag::withAbsolutePath)
            .collect(Collectors.joining(",")));
  }

  /** The jar that this command comes from: its absolute path. */
  public static String ownJar() {
    try {
      return absolute(
          file(
              CommandLineLaunch.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
    } catch (URISyntaxException e) {
      throw new UnusableInputException("the path of this jar is no path: " + e.getMessage());
    }
  }

  /** The server of a share on Windows is the authority of a jar's URI, which File refuses. */
  static File file(URI location) {
    String server = location.getAuthority();
    return server == null ? new File(location) : new File("\\\\" + server + location.getPath());
  }

  /** As it is typed. */
  public String text() {
    return typed("-javaagent:" + jar + '=' + options);
  }

  /**
   * A word in quotation marks where a shell would take it apart: PowerShell does at a comma, and
   * Unix takes a backslash away.
   */
  public static String typed(String word) {
    return BARE.matcher(word).matches() ? word : '"' + word + '"';
  }

  private static String withAbsolutePath(String item) {
    for (String key : FILES) {
      File file = named(item.startsWith(key) ? item.substring(key.length()) : "");
      if (file.isFile()) {
        return key + escaped(absolute(file));
      }
    }
    File bare = named(item.indexOf('=') < 0 ? item : "");
    return bare.isFile() ? escaped(absolute(bare)) : item;
  }

  private static File named(String value) {
    return new File(value.replace("\\,", ","));
  }

  private static String absolute(File file) {
    return file.getAbsoluteFile().toPath().normalize().toString();
  }

  private static String escaped(String path) {
    return path.replace(",", "\\,");
  }
}
