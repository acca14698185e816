package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.library.Library;
import dev.mcphotfix.testapp.library.LibraryHost;
import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.SharedJvm;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Hosts that run in one JVM, each with libraries of its own. */
final class SharedHosts {

  private final List<String> arguments = new ArrayList<>();
  private List<Path> classPathOfFirst = List.of();

  /** Hosts that run one after the other. */
  SharedHosts() {
    this(SharedJvm.class);
  }

  /**
   * @param main takes the arguments of {@link SharedJvm}
   */
  SharedHosts(Class<?> main) {
    arguments.add(main.getName());
  }

  /** Adds a host and its libraries; those of the first are on the ordinary class path. */
  void add(Class<?> host, List<Path> libraries, List<String> itsArguments) throws Exception {
    List<Path> classPath =
        Stream.concat(
                libraries.stream(),
                Stream.of(Path.of(host.getResource("/").toURI()), BuiltJars.classes()))
            .map(Path::toAbsolutePath)
            .distinct()
            .toList();
    if (classPathOfFirst.isEmpty()) {
      classPathOfFirst = classPath;
    }
    arguments.add(host.getName());
    arguments.add(
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    arguments.add(String.join(",", itsArguments));
  }

  /** Adds a host for libraries that refresh there; those with one list share a class loader. */
  void add(List<Library> libraries, URI endpoint) throws Exception {
    Map<String, List<Library>> lists = new LinkedHashMap<>();
    for (Library library : libraries) {
      lists.computeIfAbsent(library.libraryList(), unseen -> new ArrayList<>()).add(library);
    }
    for (List<Library> list : lists.values()) {
      List<String> itsArguments = new ArrayList<>(List.of(endpoint.toString()));
      list.forEach(library -> itsArguments.add(library.name()));
      add(LibraryHost.class, list.get(0).libraries(BuiltJars.stacks()), itsArguments);
    }
  }

  ChildJvm jvm(Path folder) {
    return ChildJvm.of(folder, arguments.toArray(String[]::new))
        .withQuickStart()
        .withClassPath(classPathOfFirst);
  }

  /** What came of it, after an orderly end. */
  static ChildResult run(ChildJvm host) throws Exception {
    ChildResult result = host.run();
    assertThat(result.exitCode()).as(result.stderr()).isZero();
    return result;
  }

  /** What each of them has printed. */
  static List<String> outputs(ChildResult result) {
    return List.of(result.stdout().split("(?m)^" + SharedJvm.END + "\n", -1));
  }
}
