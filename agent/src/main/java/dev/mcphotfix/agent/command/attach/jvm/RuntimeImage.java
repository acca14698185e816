package dev.mcphotfix.agent.command.attach.jvm;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The Java that a JVM runs on, as its folder tells. */
public record RuntimeImage(Properties release, boolean hasLibrary) {

  private static final String INSTRUMENT = "java.instrument";

  /** The folder of the Java with that {@code libjvm.so}, as the process names it. */
  static @Nullable String home(String library) {
    int lib = library.lastIndexOf("/lib/");
    return lib <= 0 ? null : library.substring(0, lib);
  }

  /** Null where the folder cannot be found. */
  public static @Nullable RuntimeImage of(TargetFiles files, String library) {
    String home = home(library);
    Path folder = home == null ? null : files.find(home);
    if (folder == null) {
      return null;
    }
    Properties release = new Properties();
    try (Reader reader = Files.newBufferedReader(folder.resolve("release"))) {
      release.load(reader);
    } catch (IOException | IllegalArgumentException none) {
      release.clear();
    }
    Path lib = folder.resolve("lib");
    return new RuntimeImage(release, Files.exists(lib.resolve("libinstrument.so")));
  }

  /** Null where it does not say. */
  @Nullable String version() {
    String version = release.getProperty("JAVA_VERSION");
    return version == null ? null : version.replace("\"", "");
  }

  /** Whether agents can be loaded at all: the module may have been left out of a smaller Java. */
  public boolean hasInstrument() {
    String modules = release.getProperty("MODULES");
    return hasLibrary
        || (modules != null
            && List.of(modules.replace("\"", "").split(" ", -1)).contains(INSTRUMENT));
  }
}
