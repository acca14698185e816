package dev.mcphotfix.agent.log.output;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The JVM that writes a log, so that the logs of many can be told apart.
 *
 * @param host the machine's or container's name; null where it is not known
 * @param pid the process id, as the JVM itself sees it, which is 1 in every container
 * @param id made anew at each start of the agent, the same after a reload
 */
public record Instance(@Nullable String host, String pid, String id) {

  private static final String KERNEL = "/proc/sys/kernel/hostname";

  /** It is no secret, and a source of those might keep the host waiting. */
  private static final String ID = Long.toHexString(ThreadLocalRandom.current().nextLong() >>> 16);

  /** This JVM. The network is never asked, which might keep the host waiting. */
  public static Instance current() {
    return new Instance(hostName(), Long.toString(ProcessHandle.current().pid()), ID);
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
