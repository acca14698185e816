package dev.mcphotfix.agent.http;

import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.hook.Site;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The places of a library at which the agent is asked, as woven code asks it. */
public final class Sites {

  private final List<Site> sites;

  /**
   * @param attempts decides on what passes there
   */
  public Sites(HttpStack stack, RecordedAttempts attempts) {
    sites = stack.sites(List.of(), attempts.examiner());
  }

  /** What is used in place of the arguments; null to leave them. */
  public Object @Nullable [] arguments(
      String key, @Nullable Object self, @Nullable Object... arguments) {
    return (Object[]) at(key, self, arguments, arguments);
  }

  /** What is used in place of the value; null to leave it. */
  public @Nullable Object value(
      String key, @Nullable Object self, @Nullable Object value, @Nullable Object... arguments) {
    return at(key, self, value, arguments);
  }

  /**
   * The keys of those that are shown a call.
   *
   * @param first argument of the call, or its receiver
   */
  public List<String> shown(Object first) {
    return sites.stream().filter(site -> mayMatter(site, first)).map(Site::key).toList();
  }

  private @Nullable Object at(
      String key, @Nullable Object self, @Nullable Object value, @Nullable Object[] arguments) {
    Site site = sites.stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow();
    return mayMatter(site, arguments.length == 0 ? self : arguments[0])
        ? site.handler()
            .handle(new Invocation(site.point().hook(), self, Arrays.asList(arguments), value))
        : null;
  }

  private static boolean mayMatter(Site site, @Nullable Object first) {
    try {
      return site.filter().mayMatter(first);
    } catch (Throwable doubt) {
      return true;
    }
  }
}
