package dev.mcphotfix.agent.command.terminal;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Waits until files are other than before and have come to rest, by their times and lengths: that
 * also sees a file that was replaced, on each file system.
 */
public final class FileWatch {

  private static final long PERIOD_MILLIS = 500;

  private final List<File> files = new ArrayList<>();
  private List<Long> seen;

  public FileWatch(List<String> names) {
    names.forEach(name -> files.add(new File(name)));
    seen = traits();
  }

  /** True after a change; false as soon as {@code wanted} no longer holds. */
  public boolean awaitChange(BooleanSupplier wanted) throws InterruptedException {
    while (wanted.getAsBoolean()) {
      TimeUnit.MILLISECONDS.sleep(PERIOD_MILLIS);
      if (isChanged()) {
        return true;
      }
    }
    return false;
  }

  /** Whether they are other than before, and no longer being written. */
  private boolean isChanged() throws InterruptedException {
    List<Long> now = traits();
    if (now.equals(seen)) {
      return false;
    }
    TimeUnit.MILLISECONDS.sleep(PERIOD_MILLIS / 2);
    if (!now.equals(traits()) || !files.stream().allMatch(File::isFile)) {
      return false;
    }
    seen = now;
    return true;
  }

  private List<Long> traits() {
    List<Long> traits = new ArrayList<>();
    for (File file : files) {
      traits.add(file.lastModified());
      traits.add(file.length());
    }
    return traits;
  }
}
