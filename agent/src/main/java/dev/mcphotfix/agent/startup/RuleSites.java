package dev.mcphotfix.agent.startup;

import dev.mcphotfix.agent.config.rule.RuleConfiguration;
import dev.mcphotfix.agent.config.rule.RuleServer;
import dev.mcphotfix.agent.hook.HookHandler;
import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.http.FormRule;
import dev.mcphotfix.agent.record.CredentialHook;
import dev.mcphotfix.agent.record.ServerReference;

/** Makes a site of a rule. */
final class RuleSites {

  private RuleSites() {}

  /**
   * @param index of the rule in the configuration; two rules may have one name
   */
  static Site site(RuleConfiguration rule, int index, HookServices services) {
    HookPoint point =
        new HookPoint(
            rule.name(),
            rule.method().className(),
            rule.method().methodName(),
            rule.method().parameterTypes(),
            rule.target());
    return new Site("rule#" + index, point, handler(rule, services));
  }

  private static HookHandler handler(RuleConfiguration rule, HookServices services) {
    return switch (rule.patch()) {
      case TOKEN_REQUEST -> formRule(rule, services);
      case CREDENTIAL -> credentialHook(rule, services);
    };
  }

  private static HookHandler formRule(RuleConfiguration rule, HookServices services) {
    return new FormRule(
        rule.name(),
        services.examiner(),
        rule.endpointArgument(),
        rule.server() instanceof RuleServer.Argument argument ? argument.index() : null,
        rule.server() instanceof RuleServer.Named named ? named.name() : null,
        rule.property());
  }

  private static HookHandler credentialHook(RuleConfiguration rule, HookServices services) {
    return new CredentialHook(
        rule.name(),
        rule.property(),
        server(rule, services),
        ConfiguredServers.of(services.configuration()),
        services.observes(),
        services.log(),
        services.examiner().refreshTokens()::learn);
  }

  private static ServerReference server(RuleConfiguration rule, HookServices services) {
    if (rule.server() instanceof RuleServer.Named named) {
      return new ServerReference.Named(named.name());
    }
    if (rule.server() instanceof RuleServer.Argument argument) {
      return new ServerReference.Argument(argument.index());
    }
    boolean only = rule.server() == null && services.configuration().servers().size() == 1;
    return only ? new ServerReference.OnlyConfigured() : new ServerReference.FromRecord();
  }
}
