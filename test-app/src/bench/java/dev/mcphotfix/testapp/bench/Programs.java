package dev.mcphotfix.testapp.bench;

import dev.mcphotfix.testapp.bench.program.Hello;
import dev.mcphotfix.testapp.bench.program.ManyClasses;
import dev.mcphotfix.testapp.bench.program.ProgramClasses;
import dev.mcphotfix.testapp.bench.program.RefreshOverJdk;
import dev.mcphotfix.testapp.bench.program.RefreshOverOkHttp;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The programs that are measured. */
final class Programs {
  static final String HELLO = "hello";
  static final String MANY = "10 000 classes";
  static final String OVER_JDK = "first refresh, JDK's client";
  static final String OVER_OKHTTP = "first refresh, OkHttp";
  static final int COUNT = 10_000;

  private Programs() {}

  static List<Program> in(Path folder, URI endpoint) throws IOException {
    Path jar = Jars.of(folder.resolve("programs.jar"), ProgramClasses.ALL);
    Path many = Jars.ofMany(folder.resolve("many.jar"), COUNT);
    List<Path> okhttp =
        Stream.concat(Stream.of(jar), Jars.onClassPath("okhttp", "okio", "kotlin-stdlib").stream())
            .toList();
    String url = endpoint.toString();
    return List.of(
        new Program(HELLO, Hello.class, List.of(), List.of(jar), false),
        new Program(
            MANY, ManyClasses.class, List.of(Integer.toString(COUNT)), List.of(jar, many), false),
        new Program(OVER_JDK, RefreshOverJdk.class, List.of(url), List.of(jar), true),
        new Program(OVER_OKHTTP, RefreshOverOkHttp.class, List.of(url), okhttp, true));
  }
}
