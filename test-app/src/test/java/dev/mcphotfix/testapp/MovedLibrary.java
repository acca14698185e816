package dev.mcphotfix.testapp;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** Moves classes below another package, as plugins and fat jars do with their libraries. */
final class MovedLibrary extends Remapper {

  private final String below;
  private final List<String> names;

  /**
   * @param below a package, as in {@code com.acme.shaded}
   * @param names how the names of the classes begin that are moved, and no others
   */
  MovedLibrary(String below, List<String> names) {
    super(Opcodes.ASM9);
    this.below = internal(below) + "/";
    this.names = names.stream().map(MovedLibrary::internal).toList();
  }

  /** Writes the moved classes of these jars and folders into one jar. */
  void write(List<Path> classPath, Path target) throws IOException {
    try (OutputStream file = Files.newOutputStream(target);
        JarOutputStream jar = new JarOutputStream(file)) {
      for (Path entry : classPath) {
        if (Files.isDirectory(entry)) {
          copyFolder(entry, jar);
        } else {
          copyJar(entry, jar);
        }
      }
    }
  }

  @Override
  public String map(String name) {
    return isMoved(name) ? below + name : name;
  }

  private boolean isMoved(String name) {
    return names.stream().anyMatch(name::startsWith);
  }

  private void copyJar(Path library, JarOutputStream jar) throws IOException {
    try (JarFile source = new JarFile(library.toFile())) {
      for (JarEntry entry : Collections.list(source.entries())) {
        if (entry.getName().endsWith(".class") && isMoved(entry.getName())) {
          try (InputStream classFile = source.getInputStream(entry)) {
            copy(classFile, jar);
          }
        }
      }
    }
  }

  private void copyFolder(Path folder, JarOutputStream jar) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(file -> isMoved(internal(folder, file))).toList()) {
        try (InputStream classFile = Files.newInputStream(file)) {
          copy(classFile, jar);
        }
      }
    }
  }

  private void copy(InputStream classFile, JarOutputStream jar) throws IOException {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(0);
    reader.accept(new ClassRemapper(writer, this), 0);
    jar.putNextEntry(new JarEntry(map(reader.getClassName()) + ".class"));
    jar.write(writer.toByteArray());
  }

  private static String internal(Path folder, Path file) {
    return folder.relativize(file).toString().replace(File.separatorChar, '/');
  }

  private static String internal(String name) {
    return name.replace('.', '/');
  }
}
