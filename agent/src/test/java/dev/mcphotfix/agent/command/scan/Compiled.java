package dev.mcphotfix.agent.command.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;

/** Applications made of a few lines of source, without debug information, as many are deployed. */
final class Compiled {

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
    List<String> arguments =
        new ArrayList<>(List.of(option, "-nowarn", "-proc:none", "-d", classes.toString()));
    for (int i = 0; i < sources.length; i++) {
      // The compiler wants a public type's file to be called after it.
      Path own = Files.createDirectory(source.resolve("source" + i));
      Path file =
          own.resolve(
              sources[i].replaceFirst("(?s).*?\\b(class|record|interface) (\\w+).*", "$2.java"));
      arguments.add(Files.writeString(file, sources[i]).toString());
    }
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    if (status != 0) {
      throw new IOException("the sources are wrong");
    }
    return classes;
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
