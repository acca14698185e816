package dev.mcphotfix.agent.record.shape.holder;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** An {@code Optional}, which says whether there is a record. */
record OptionalHolder(Optional<?> optional) implements RecordHolder {

  @Override
  public Object healed(UnaryOperator<Object> healer) {
    if (optional.isEmpty()) {
      return optional;
    }
    Object held = optional.get();
    Object healed = healer.apply(held);
    return healed == held ? optional : Optional.of(healed);
  }
}
