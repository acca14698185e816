package dev.mcphotfix.agent.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** A simple name means one top-level class, wherever it is read. */
final class SimpleNames extends ArchCondition<JavaClass> {

  private final Map<String, Integer> bearers = new HashMap<>();

  SimpleNames() {
    super("have a simple name of their own");
  }

  @Override
  public void init(Collection<JavaClass> types) {
    bearers.clear();
    for (JavaClass type : types) {
      bearers.merge(type.getSimpleName(), 1, Integer::sum);
    }
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    if (bearers.getOrDefault(type.getSimpleName(), 0) > 1) {
      events.add(SimpleConditionEvent.violated(type, type.getName() + " shares its simple name"));
    }
  }
}
