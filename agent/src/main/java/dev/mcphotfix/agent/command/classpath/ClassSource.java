package dev.mcphotfix.agent.command.classpath;

import java.io.Closeable;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * A jar or a folder with class files in it; open until it is closed.
 *
 * @param name as a person would call it: {@code app.jar}, {@code app.jar!/BOOT-INF/lib/client.jar}
 * @param files the class files in it, by their paths
 * @param jar which shows what this Java would see; null for a folder
 */
record ClassSource(String name, List<String> files, @Nullable JarFile jar, Budget budget)
    implements Closeable {

  /** The JVM's own limits keep a class file far below. */
  private static final int LARGEST_CLASS = 16 << 20;

  /** Where one of its files is, for people. */
  String place(String file) {
    return jar == null ? new File(name, file).getPath() : name + "!/" + file;
  }

  byte[] read(String file) throws IOException {
    try (InputStream stream = budget.counted(open(file))) {
      byte[] bytes = stream.readNBytes(LARGEST_CLASS + 1);
      if (bytes.length > LARGEST_CLASS) {
        throw new IOException("too large for a class file");
      }
      return bytes;
    }
  }

  private InputStream open(String file) throws IOException {
    return jar == null
        ? new FileInputStream(new File(name, file))
        : jar.getInputStream(jar.getJarEntry(file));
  }

  @Override
  public void close() throws IOException {
    if (jar != null) {
      jar.close();
    }
  }
}
