package dev.mcphotfix.agent.command;

import dev.mcphotfix.agent.launch.CommandLineLaunch;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar's manifest. */
final class AgentVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = CommandLineLaunch.class.getPackage().getImplementationVersion();
    return new String[] {
      "MCP OAuth Hotfix " + (version == null ? "(not packaged)" : version),
      "Java " + Runtime.version() + " of " + System.getProperty("java.vendor"),
    };
  }
}
