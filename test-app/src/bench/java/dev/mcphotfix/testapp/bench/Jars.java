package dev.mcphotfix.testapp.bench;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Makes the jars of agents and programs from the classes of this bench. */
final class Jars {
  private static final int JAVA_17 = 61;
  private static final int UTF8 = 1;
  private static final int CLASS = 7;
  private static final int PUBLIC = 0x21;

  private Jars() {}

  /** The jar of an agent, which finds its libraries where they lie. */
  static Path agent(Path jar, Class<?> premain, List<Class<?>> others, List<Path> libraries)
      throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", premain.getName());
    attributes.putValue("Can-Retransform-Classes", "true");
    if (!libraries.isEmpty()) {
      List<String> urls = libraries.stream().map(path -> path.toUri().toString()).toList();
      attributes.put(Attributes.Name.CLASS_PATH, String.join(" ", urls));
    }
    try (JarOutputStream entries = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      add(entries, premain);
      for (Class<?> other : others) {
        add(entries, other);
      }
    }
    return jar;
  }

  static Path of(Path jar, List<Class<?>> types) throws IOException {
    try (JarOutputStream entries = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Class<?> type : types) {
        add(entries, type);
      }
    }
    return jar;
  }

  /** Classes {@code many.C0}, {@code many.C1} and so on, with nothing in them. */
  static Path ofMany(Path jar, int count) throws IOException {
    try (JarOutputStream entries = new JarOutputStream(Files.newOutputStream(jar))) {
      for (int i = 0; i < count; i++) {
        entries.putNextEntry(new JarEntry("many/C" + i + ".class"));
        entries.write(emptyClass("many/C" + i));
      }
    }
    return jar;
  }

  /** Those entries of this program's class path in whose names one of these stands. */
  static List<Path> onClassPath(String... names) {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(path -> Stream.of(names).anyMatch(path.getFileName().toString()::startsWith))
        .toList();
  }

  private static void add(JarOutputStream entries, Class<?> type) throws IOException {
    String name = type.getName().replace('.', '/') + ".class";
    entries.putNextEntry(new JarEntry(name));
    try (InputStream stream = type.getResourceAsStream('/' + name)) {
      if (stream == null) {
        throw new IOException("no " + type);
      }
      stream.transferTo(entries);
    }
  }

  private static byte[] emptyClass(String name) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(0xCAFEBABE);
    out.writeInt(JAVA_17);
    out.writeShort(5);
    writeName(out, name, 2);
    writeName(out, "java/lang/Object", 4);
    out.writeShort(PUBLIC);
    out.writeShort(1);
    out.writeShort(3);
    // No interfaces, fields, methods and attributes.
    out.writeLong(0);
    return bytes.toByteArray();
  }

  private static void writeName(DataOutputStream out, String name, int index) throws IOException {
    out.writeByte(CLASS);
    out.writeShort(index);
    out.writeByte(UTF8);
    out.writeUTF(name);
  }
}
