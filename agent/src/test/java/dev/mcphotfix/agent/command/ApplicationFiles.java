package dev.mcphotfix.agent.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Class files of this build's tests, laid out as an application has them. */
public final class ApplicationFiles {

  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  /** The class files of these types below a folder such as {@code BOOT-INF/classes/}. */
  public ApplicationFiles with(String root, Class<?>... types) throws IOException {
    for (Class<?> type : types) {
      String name = type.getName().replace('.', '/') + ".class";
      entries.put(root + name, classFile(type, name));
    }
    return this;
  }

  public ApplicationFiles withFile(String name, byte[] content) {
    entries.put(name, content);
    return this;
  }

  private static byte[] classFile(Class<?> type, String name) throws IOException {
    try (InputStream stream = type.getResourceAsStream('/' + name)) {
      return stream.readAllBytes();
    }
  }

  public byte[] zipped() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(bytes);
    return bytes.toByteArray();
  }

  public Path zippedTo(Path jar) throws IOException {
    return Files.write(jar, zipped());
  }

  public Path unpackedTo(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      Path file = folder.resolve(entry.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, entry.getValue());
    }
    return folder;
  }

  private void write(OutputStream stream) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(stream)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
  }
}
