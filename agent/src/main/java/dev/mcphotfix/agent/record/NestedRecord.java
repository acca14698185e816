package dev.mcphotfix.agent.record;

import dev.mcphotfix.agent.record.shape.CredentialRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record inside another one, which gets it back where it had to be rebuilt. */
final class NestedRecord implements CredentialRecord {

  private final CredentialRecord outer;
  private final String place;
  private final CredentialRecord inner;

  private NestedRecord(CredentialRecord outer, String place, CredentialRecord inner) {
    this.outer = outer;
    this.place = place;
    this.inner = inner;
  }

  /** Answers null where the property holds no record. */
  static @Nullable NestedRecord of(CredentialRecord outer, String name) {
    CredentialRecord inner = CredentialRecords.nested(outer.property(name));
    return inner == null ? null : new NestedRecord(outer, name, inner);
  }

  @Override
  public Object value() {
    return inner.value();
  }

  @Override
  public List<String> names() {
    return inner.names();
  }

  @Override
  public @Nullable Object property(String name) {
    return inner.property(name);
  }

  @Override
  public boolean declares(String name) {
    return inner.declares(name);
  }

  @Override
  public boolean hasSlot(String name) {
    return inner.hasSlot(name);
  }

  @Override
  public boolean set(String name, Object value) {
    Object before = inner.value();
    return inner.set(name, value) && (inner.value() == before || outer.set(place, inner.value()));
  }
}
