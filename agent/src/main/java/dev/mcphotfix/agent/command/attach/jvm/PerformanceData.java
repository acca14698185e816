package dev.mcphotfix.agent.command.attach.jvm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The file in which each HotSpot JVM says what it is, unless it runs with {@code -XX:-UsePerfData}
 * (format: {@code perfMemory.hpp} of OpenJDK, version 2.0). To read it touches no JVM.
 */
final class PerformanceData {

  private static final int MAGIC = 0xCAFEC0C0;
  private static final int LARGEST = 1 << 20;
  private static final int SMALLEST_ENTRY = 20;

  private PerformanceData() {}

  /** The texts of the JVM with that pid, by their names; empty where there is no file to read. */
  static Map<String, String> read(Path temporary, long pid) {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, "hsperfdata_*")) {
      for (Path folder : folders) {
        Path file = folder.resolve(Long.toString(pid));
        if (Files.isReadable(file)) {
          try (InputStream in = Files.newInputStream(file)) {
            return parse(in.readNBytes(LARGEST));
          }
        }
      }
    } catch (IOException | RuntimeException notReadable) {
      return Map.of();
    }
    return Map.of();
  }

  /** What is not as expected ends the reading; what was read before counts. */
  static Map<String, String> parse(byte[] bytes) {
    Map<String, String> texts = new HashMap<>();
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    if (bytes.length < 32 || buffer.getInt(0) != MAGIC) {
      return texts;
    }
    buffer.order(buffer.get(4) == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int entry = buffer.getInt(24);
    for (int left = buffer.getInt(28); left > 0; left--) {
      if (entry < 32 || entry > bytes.length - SMALLEST_ENTRY) {
        return texts;
      }
      int length = buffer.getInt(entry);
      if (length < SMALLEST_ENTRY || length > bytes.length - entry) {
        return texts;
      }
      accept(buffer, entry, length, texts);
      entry += length;
    }
    return texts;
  }

  private static void accept(ByteBuffer buffer, int entry, int length, Map<String, String> texts) {
    int name = buffer.getInt(entry + 4);
    int vector = buffer.getInt(entry + 8);
    int data = buffer.getInt(entry + 16);
    boolean isText = buffer.get(entry + 12) == 'B' && vector > 0;
    if (isText && name > 0 && name < length && data > 0 && data <= length) {
      String value = text(buffer, entry + data, Math.min(vector, length - data));
      texts.put(text(buffer, entry + name, length - name), value);
    }
  }

  private static String text(ByteBuffer buffer, int start, int most) {
    int end = start;
    while (end < start + most && buffer.get(end) != 0) {
      end++;
    }
    byte[] text = new byte[end - start];
    buffer.get(start, text);
    return new String(text, StandardCharsets.UTF_8);
  }
}
