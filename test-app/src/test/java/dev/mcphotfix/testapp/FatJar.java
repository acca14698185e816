package dev.mcphotfix.testapp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** An executable jar of Spring Boot: its loader, the application's classes, and jars in the jar. */
final class FatJar {

  private static final String LAUNCHER = "org.springframework.boot.loader.launch.JarLauncher";

  private static final String CLASSES = "BOOT-INF/classes/";
  private static final String LIBRARIES = "BOOT-INF/lib/";

  private FatJar() {}

  /**
   * Writes it to this file.
   *
   * @param loader the jar of spring-boot-loader
   * @param classes the folder of the application's classes
   */
  static Path write(Path file, Path loader, Path classes, List<Path> libraries, String mainClass)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest(mainClass))) {
      copyLoader(loader, jar);
      for (String folder : List.of("BOOT-INF/", CLASSES, LIBRARIES)) {
        jar.putNextEntry(new JarEntry(folder));
      }
      copyClasses(classes, jar);
      for (Path library : libraries) {
        store(library, jar);
      }
    }
    return file;
  }

  private static Manifest manifest(String mainClass) {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, LAUNCHER);
    attributes.putValue("Start-Class", mainClass);
    attributes.putValue("Spring-Boot-Classes", CLASSES);
    attributes.putValue("Spring-Boot-Lib", LIBRARIES);
    return manifest;
  }

  private static void copyLoader(Path loader, JarOutputStream jar) throws IOException {
    try (JarFile from = new JarFile(loader.toFile())) {
      for (JarEntry entry :
          from.stream().filter(one -> one.getName().endsWith(".class")).toList()) {
        jar.putNextEntry(new JarEntry(entry.getName()));
        try (InputStream in = from.getInputStream(entry)) {
          in.transferTo(jar);
        }
      }
    }
  }

  private static void copyClasses(Path classes, JarOutputStream jar) throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = classes.relativize(file).toString().replace('\\', '/');
        jar.putNextEntry(new JarEntry(CLASSES + name));
        Files.copy(file, jar);
      }
    }
  }

  /** A jar in a jar is read where it lies, so that it must not be compressed. */
  private static void store(Path library, JarOutputStream jar) throws IOException {
    byte[] bytes = Files.readAllBytes(library);
    CRC32 sum = new CRC32();
    sum.update(bytes);
    JarEntry entry = new JarEntry(LIBRARIES + library.getFileName());
    entry.setMethod(JarEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(sum.getValue());
    jar.putNextEntry(entry);
    jar.write(bytes);
  }
}
