package dev.mcphotfix.agent.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCodeUnitReference;
import java.util.Set;

/** What the JVM links by method handles: a lambda, and what a record derives of its components. */
final class Linking extends DescribedPredicate<JavaAccess<?>> {

  private static final Set<String> DERIVED = Set.of("equals", "hashCode", "toString");

  Linking() {
    super("something that is linked when it runs first");
  }

  @Override
  public boolean test(JavaAccess<?> access) {
    return access.isDeclaredInLambda()
        || access instanceof JavaCodeUnitReference<?>
        || (access.getTargetOwner().isRecord() && DERIVED.contains(access.getName()));
  }
}
