package dev.mcphotfix.agent.log;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The spans of a host, by their names. */
public final class NamedSpans implements HostSpans {

  /** Each step with the span in which it began. */
  public final List<String> told = new ArrayList<>();

  public @Nullable String current;

  @Override
  public @Nullable Object here() {
    return current;
  }

  @Override
  public void write(Entry entry, @Nullable Object sentIn) {
    told.add(entry.facts().getOrDefault("step", "diagnosis") + " of " + sentIn);
  }
}
