package dev.mcphotfix.agent.log.telemetry;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** What became of a hook in a class. */
@Name("dev.mcphotfix.Install")
@Label("Install")
@Description("What became of a hook in a class that it names")
@Category("MCP OAuth Hotfix")
@StackTrace(false)
final class InstallEvent extends Event {

  @Label("Hook")
  @Nullable String hook;

  @Label("Class")
  @Nullable String type;

  @Label("Method")
  @Nullable String method;

  @Label("Loader")
  @Nullable String loader;

  @Label("Woven")
  boolean woven;

  @Label("Why Not")
  @Nullable String why;
}
