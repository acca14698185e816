package dev.mcphotfix.agent.command.classpath;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The packages of the class files below a folder. Where a class file was given by itself, or a
 * folder above or below the one that the JVM would be given, the path does not tell them: the first
 * file of each folder says its own.
 */
final class Packages {

  private final ClassSource source;
  private final Map<String, String> byFolder = new HashMap<>();

  Packages(ClassSource source) {
    this.source = source;
  }

  /** The internal name of the class in one of the files. */
  String className(String file) {
    String byPath = JarContents.className(file);
    if (source.jar() != null) {
      return byPath;
    }
    String folder = upToLastSlash(file);
    String found = byFolder.get(folder);
    if (found == null) {
      String name = nameIn(file);
      found = upToLastSlash(name == null ? byPath : name);
      byFolder.put(folder, found);
    }
    return found + byPath.substring(byPath.lastIndexOf('/') + 1);
  }

  private static String upToLastSlash(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** Null for what is no class file, which is told where it is read. */
  private @Nullable String nameIn(String file) {
    try {
      return thisClass(new DataInputStream(new ByteArrayInputStream(source.read(file))));
    } catch (IOException | IndexOutOfBoundsException e) {
      return null;
    }
  }

  /** Past the constant pool (Java Virtual Machine Specification sections 4.1 and 4.4). */
  private static @Nullable String thisClass(DataInputStream data) throws IOException {
    data.skipNBytes(8);
    int count = data.readUnsignedShort();
    @Nullable String[] texts = new String[count];
    int[] names = new int[count];
    for (int i = 1; i < count; i++) {
      int tag = data.readUnsignedByte();
      switch (tag) {
        case 1 -> texts[i] = data.readUTF();
        case 7 -> names[i] = data.readUnsignedShort();
        case 8, 16, 19, 20 -> data.skipNBytes(2);
        case 15 -> data.skipNBytes(3);
        case 5, 6 -> {
          data.skipNBytes(8);
          i++; // It takes two entries.
        }
        default -> data.skipNBytes(4);
      }
    }
    data.skipNBytes(2);
    return texts[names[data.readUnsignedShort()]];
  }
}
