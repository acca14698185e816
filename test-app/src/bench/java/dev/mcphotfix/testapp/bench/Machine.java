package dev.mcphotfix.testapp.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** The kind of machine, without its name. */
final class Machine {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private Machine() {}

  static String describe() {
    return String.format(
        Locale.ROOT,
        "%d cores, %d GB, %s %s",
        SYSTEM.getAvailableProcessors(),
        Math.round(SYSTEM.getTotalMemorySize() / 1e9),
        SYSTEM.getName(),
        SYSTEM.getArch());
  }

  /** How many threads wanted to run in the last minute. */
  static double load() {
    return SYSTEM.getSystemLoadAverage();
  }
}
