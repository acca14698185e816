package dev.mcphotfix.agent.command.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Applications made of a few lines of source, without debug information, as many are deployed. */
final class Compiled {

  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  /** One for all, as it takes longer to open the JDK's classes than to compile a few lines. */
  private static final StandardJavaFileManager FILES =
      COMPILER.getStandardFileManager(null, null, null);

  private Compiled() {}

  /** Compiles one source file for each text into a folder, and answers that. */
  static Path classes(Path folder, String... sources) throws IOException {
    return compiled(folder, "-g:none", sources);
  }

  /** The same; the class files tell the names of parameters. */
  static Path named(Path folder, String... sources) throws IOException {
    return compiled(folder, "-parameters", sources);
  }

  private static Path compiled(Path folder, String option, String... sources) throws IOException {
    Path source = Files.createTempDirectory(folder, "source");
    Path classes = Files.createTempDirectory(folder, "classes");
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < sources.length; i++) {
      // The compiler wants a public type's file to be called after it.
      Path own = Files.createDirectory(source.resolve("source" + i));
      Path file =
          own.resolve(
              sources[i].replaceFirst("(?s).*?\\b(class|record|interface) (\\w+).*", "$2.java"));
      files.add(Files.writeString(file, sources[i]));
    }
    if (!compile(List.of(option, "-nowarn", "-proc:none"), files, classes)) {
      throw new IOException("the sources are wrong");
    }
    return classes;
  }

  private static synchronized boolean compile(
      List<String> options, List<Path> sources, Path classes) throws IOException {
    FILES.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
    return COMPILER
        .getTask(null, FILES, null, options, null, FILES.getJavaFileObjectsFromPaths(sources))
        .call();
  }

  /** A jar of a folder's files, with a prefix before their names. */
  static Path jar(Path jar, String prefix, Path folder) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        out.putNextEntry(new ZipEntry(prefix + name));
        out.write(Files.readAllBytes(file));
        out.closeEntry();
      }
    }
    return jar;
  }
}
