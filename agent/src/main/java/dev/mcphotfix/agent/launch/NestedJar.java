package dev.mcphotfix.agent.launch;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.CodeSource;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A jar in memory whose entries are found by its central directory and inflated one by one. The JDK
 * opens jars only in files of their own (format: PKWARE's APPNOTE, sections 4.3.7, 4.3.12 and
 * 4.3.16; no zip64, no comment, as the build writes it). Thread-safe.
 */
final class NestedJar {

  private static final int END_SIZE = 22;
  private static final int DEFLATED = 8;

  private final byte[] bytes;
  private final Map<String, Integer> directory;

  /** One for all entries: to make it takes longer than to inflate most of them. */
  private final Inflater inflater = new Inflater(true);

  /**
   * One in the agent's jar, which is opened as a file: by a url the JDK takes longer to open it
   * than to read it, and keeps it open. Null where there is none, as in a folder of classes.
   */
  static @Nullable NestedJar open(String name) throws IOException {
    File jar = ownJar();
    if (jar == null) {
      try (InputStream stream = NestedJar.class.getResourceAsStream('/' + name)) {
        return stream == null ? null : new NestedJar(stream.readAllBytes());
      }
    }
    try (ZipFile file = new ZipFile(jar)) {
      ZipEntry entry = file.getEntry(name);
      return entry == null ? null : new NestedJar(read(file, entry));
    }
  }

  /** In one piece: pieces would take the same room once more. */
  private static byte[] read(ZipFile file, ZipEntry entry) throws IOException {
    byte[] bytes = new byte[(int) entry.getSize()];
    try (InputStream stream = file.getInputStream(entry)) {
      stream.readNBytes(bytes, 0, bytes.length);
    }
    return bytes;
  }

  /** Null where it is no file by itself, or one on another machine. */
  private static @Nullable File ownJar() {
    CodeSource source = NestedJar.class.getProtectionDomain().getCodeSource();
    URL location = source == null ? null : source.getLocation();
    try {
      File jar = location == null ? null : new File(location.toURI());
      return jar != null && jar.isFile() ? jar : null;
    } catch (URISyntaxException | IllegalArgumentException elsewhere) {
      return null;
    }
  }

  NestedJar(byte[] bytes) {
    this.bytes = bytes;
    int end = bytes.length - END_SIZE;
    int count = shortAt(end + 10);
    this.directory = new HashMap<>(2 * count);
    int entry = intAt(end + 16);
    for (int i = 0; i < count; i++) {
      int nameLength = shortAt(entry + 28);
      String name = new String(bytes, entry + 46, nameLength, StandardCharsets.ISO_8859_1);
      directory.put(name, entry);
      entry += 46 + nameLength + shortAt(entry + 30) + shortAt(entry + 32);
    }
  }

  /** The content of the entry; null where there is none of that name. */
  byte @Nullable [] read(String name) {
    Integer entry = directory.get(name);
    if (entry == null) {
      return null;
    }
    int local = intAt(entry + 42);
    int data = local + 30 + shortAt(local + 26) + shortAt(local + 28);
    byte[] content = new byte[intAt(entry + 24)];
    if (shortAt(entry + 10) == DEFLATED) {
      inflate(data, intAt(entry + 20), content);
    } else {
      System.arraycopy(bytes, data, content, 0, content.length);
    }
    return content;
  }

  private synchronized void inflate(int offset, int length, byte[] content) {
    try {
      inflater.setInput(bytes, offset, length);
      if (inflater.inflate(content) != content.length) {
        throw new IllegalStateException("the agent's jar is damaged");
      }
    } catch (DataFormatException damaged) {
      throw new IllegalStateException("the agent's jar is damaged", damaged);
    } finally {
      inflater.reset();
    }
  }

  private int intAt(int offset) {
    return shortAt(offset) | shortAt(offset + 2) << 16;
  }

  private int shortAt(int offset) {
    return (bytes[offset] & 0xFF) | (bytes[offset + 1] & 0xFF) << 8;
  }
}
