package dev.mcphotfix.agent.command.classpath;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Class files in a folder. */
record FolderSource(String name, Path folder) implements ClassSource {

  private static final String SUFFIX = ".class";

  @Override
  public List<String> classNames() throws IOException {
    try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return files
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(file -> file.endsWith(SUFFIX) && !file.startsWith("META-INF/"))
          .map(file -> file.substring(0, file.length() - SUFFIX.length()))
          .sorted()
          .toList();
    }
  }

  @Override
  public byte @Nullable [] read(String className) throws IOException {
    Path file = folder.resolve(className + SUFFIX);
    return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
  }

  @Override
  public void close() {}
}
