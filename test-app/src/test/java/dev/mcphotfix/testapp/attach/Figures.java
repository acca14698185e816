package dev.mcphotfix.testapp.attach;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;

/**
 * What a JVM holds once it has let go of what it can.
 *
 * @param classes that are loaded
 * @param metaspace bytes in use
 * @param heap bytes in use
 * @param threads that are alive
 * @param files open file descriptors; -1 where the system does not tell
 */
public record Figures(long classes, long metaspace, long heap, long threads, long files) {

  private static final int ROUNDS = 20;

  /** Collects until no class is unloaded any more. */
  static Figures settled() {
    long last = -1;
    long now = collected();
    for (int i = 0; i < ROUNDS && now != last; i++) {
      last = now;
      now = collected();
    }
    return new Figures(
        now,
        metaspaceInUse(),
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
        ManagementFactory.getThreadMXBean().getThreadCount(),
        openFiles());
  }

  /** The figures as a program printed them behind other words of a line. */
  public static Figures parse(String line) {
    String[] values = line.substring(line.indexOf('[') + 1, line.indexOf(']')).split(", ", -1);
    long[] figures = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      figures[i] = Long.parseLong(values[i].substring(values[i].indexOf('=') + 1));
    }
    return new Figures(figures[0], figures[1], figures[2], figures[3], figures[4]);
  }

  /** How much more this is than what was measured before. */
  public Figures minus(Figures before) {
    return new Figures(
        classes - before.classes,
        metaspace - before.metaspace,
        heap - before.heap,
        threads - before.threads,
        files - before.files);
  }

  private static long collected() {
    System.gc();
    return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
  }

  private static long metaspaceInUse() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getName().equals("Metaspace"))
        .mapToLong((MemoryPoolMXBean pool) -> pool.getUsage().getUsed())
        .sum();
  }

  private static long openFiles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
        ? system.getOpenFileDescriptorCount()
        : -1;
  }
}
