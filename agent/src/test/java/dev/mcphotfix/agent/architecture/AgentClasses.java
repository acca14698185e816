package dev.mcphotfix.agent.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** The classes of the agent, read once for all tests of its house: that takes seconds. */
final class AgentClasses {

  /** With those of its tests. */
  static final JavaClasses WITH_TESTS = new ClassFileImporter().importPackages(Room.ROOT);

  /** The agent alone. */
  static final JavaClasses AGENT =
      WITH_TESTS.that(DescribedPredicate.describe("are no tests", AgentClasses::isNoTest));

  private AgentClasses() {}

  private static boolean isNoTest(JavaClass type) {
    return type.getSource()
        .filter(
            source -> new ImportOption.DoNotIncludeTests().includes(Location.of(source.getUri())))
        .isPresent();
  }
}
