package dev.mcphotfix.testapp.bench;

import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.Jdk;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program that is measured.
 *
 * @param isRefresh whether it sends a refresh and ends with the status of the answer
 */
record Program(
    String name, Class<?> main, List<String> arguments, List<Path> classPath, boolean isRefresh) {
  Program {
    arguments = List.copyOf(arguments);
    classPath = List.copyOf(classPath);
  }

  ChildJvm child(Path folder, Jdk jdk) {
    String[] command =
        Stream.concat(Stream.of(main.getName()), arguments.stream()).toArray(String[]::new);
    return ChildJvm.of(folder, command).withJavaHome(jdk.home()).withClassPath(classPath);
  }
}
