package dev.mcphotfix.agent.startup;

import dev.mcphotfix.agent.config.rule.RuleConfiguration;
import dev.mcphotfix.agent.config.rule.ServerReference;
import dev.mcphotfix.agent.hook.HookHandler;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.http.FormRule;
import dev.mcphotfix.agent.record.CredentialHook;

/** Makes a site of a rule. */
final class RuleSites {

  private RuleSites() {}

  /**
   * @param index of the rule in the configuration; two rules may have one name
   */
  static Site site(RuleConfiguration rule, int index, HookServices services) {
    return new Site("rule#" + index, rule.point(), handler(rule, services));
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
        rule.server() instanceof ServerReference.Argument argument ? argument.index() : null,
        rule.server() instanceof ServerReference.Named named ? named.name() : null,
        rule.property());
  }

  private static HookHandler credentialHook(RuleConfiguration rule, HookServices services) {
    return new CredentialHook(
        rule.name(),
        rule.property(),
        server(rule, services),
        services.configuration().servers(),
        services.observes(),
        services.log(),
        services.examiner().refreshTokens()::learn);
  }

  private static ServerReference server(RuleConfiguration rule, HookServices services) {
    ServerReference stated = rule.server();
    if (stated != null) {
      return stated;
    }
    return services.configuration().servers().size() == 1
        ? new ServerReference.OnlyConfigured()
        : new ServerReference.FromRecord();
  }
}
