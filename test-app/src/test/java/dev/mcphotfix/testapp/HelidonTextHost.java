package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.world.Jdk;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Refreshes a token by the WebClient of Helidon, whose form is made and sent in one method;
 * compiled where it runs, as Helidon cannot be compiled against before JDK 21.
 */
final class HelidonTextHost {

  static final String NAME = "com.acme.HelidonTextHost";

  private static final String SOURCE =
      """
      package com.acme;

      import io.helidon.http.HeaderValues;
      import io.helidon.webclient.api.WebClient;

      public final class HelidonTextHost {

        public static void run(String[] arguments) {
          System.out.println(refresh(arguments[0], "the-refresh-token"));
        }

        private static String refresh(String endpoint, String token) {
          String form = "grant_type=refresh_token&refresh_token=" + token;
          return WebClient.create()
              .post(endpoint)
              .header(HeaderValues.create("Content-Type", "application/x-www-form-urlencoded"))
              .submit(form, String.class)
              .entity();
        }
      }
      """;

  private HelidonTextHost() {}

  /** The folder with the class file. */
  static Path compiled(Path folder, Jdk jdk, List<Path> libraries) throws Exception {
    Path source = Files.writeString(folder.resolve("HelidonTextHost.java"), SOURCE);
    String classPath =
        libraries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    Path classes = folder.resolve("compiled");
    Process compiler =
        new ProcessBuilder(
                jdk.home().resolve("bin").resolve("javac").toString(),
                "-g",
                "-cp",
                classPath,
                "-d",
                classes.toString(),
                source.toString())
            .inheritIO()
            .start();
    assertThat(compiler.waitFor()).isZero();
    return classes;
  }
}
