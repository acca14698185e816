package dev.mcphotfix.testapp;

import dev.mcphotfix.testapp.world.Host;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A host on a Java installation: what the child-JVM tests are repeated for. */
record Run(Host host, Jdk jdk) {

  /** Every host on every installed JDK; says so where a supported one is not there. */
  static Stream<Run> all() {
    List<Jdk> jdks = InstalledJdks.find();
    for (int missing : InstalledJdks.missing(jdks)) {
      System.out.println("Not tested on JDK " + missing + ": none was found");
    }
    return Stream.of(Host.values()).flatMap(host -> jdks.stream().map(jdk -> new Run(host, jdk)));
  }

  /** The host of the bug report on every installed JDK, where the host makes no difference. */
  static Stream<Run> onEachJdk() {
    return all().filter(run -> run.host == Host.REPORT);
  }

  /** Every host on one installed JDK, and every JDK with a host: where neither needs the other. */
  static Stream<Run> once() {
    List<Jdk> jdks = InstalledJdks.find();
    List<Host> hosts = List.of(Host.values());
    return IntStream.range(0, hosts.size())
        .mapToObj(i -> new Run(hosts.get(i), jdks.get(i % jdks.size())));
  }

  /** The host of the bug report on every JDK; every host where all is asked for. */
  static Stream<Run> onEachJdkOrAll() {
    return InstalledJdks.isThorough() ? all() : onEachJdk();
  }

  /** The host of the bug report on every JDK where all is asked for, else on one. */
  static Stream<Run> thorough() {
    return InstalledJdks.isThorough() ? onEachJdk() : onOneJdk();
  }

  /** Those of {@link #once} that need no library, where how they refresh makes no difference. */
  static Stream<Run> withoutLibraries() {
    return once().filter(run -> run.host.libraries() == null);
  }

  /** The same on one of them alone. */
  static Stream<Run> onOneJdk() {
    return InstalledJdks.oldest().stream().map(jdk -> new Run(Host.REPORT, jdk));
  }

  @Override
  public String toString() {
    return host.title() + " on JDK " + jdk.feature();
  }
}
