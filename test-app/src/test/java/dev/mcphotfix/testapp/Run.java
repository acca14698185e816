package dev.mcphotfix.testapp;

import dev.mcphotfix.testapp.world.Host;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import java.util.List;
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

  /** The hosts that need no library of their own, where how they refresh makes no difference. */
  static Stream<Run> withoutLibraries() {
    return all().filter(run -> run.host.libraries() == null);
  }

  /** Those of {@link #all} that save what has a place for the id. */
  static Stream<Run> keepingTheId() {
    return all().filter(run -> run.host.keepsId());
  }

  @Override
  public String toString() {
    return host.title() + " on JDK " + jdk.feature();
  }
}
