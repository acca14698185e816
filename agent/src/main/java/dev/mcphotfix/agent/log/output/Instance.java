package dev.mcphotfix.agent.log.output;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The JVM that writes a log, so that the logs of many can be told apart.
 *
 * @param host the machine's or container's name; null where it is not known
 * @param pid the process id, as the JVM itself sees it
 */
public record Instance(@Nullable String host, String pid) {

  private static final String KERNEL = "/proc/sys/kernel/hostname";

  /** This JVM. The network is never asked, which might keep the host waiting. */
  public static Instance current() {
    return new Instance(hostName(), Long.toString(ProcessHandle.current().pid()));
  }

  private static @Nullable String hostName() {
    String name = kernelName();
    name = name == null ? System.getenv("HOSTNAME") : name;
    name = name == null ? System.getenv("COMPUTERNAME") : name;
    return name == null || name.isEmpty() ? null : name;
  }

  private static @Nullable String kernelName() {
    try (InputStream file = new FileInputStream(KERNEL)) {
      return new String(file.readNBytes(300), StandardCharsets.US_ASCII).strip();
    } catch (IOException elsewhere) { // Not Linux; then the environment may have it.
      return null;
    }
  }
}
