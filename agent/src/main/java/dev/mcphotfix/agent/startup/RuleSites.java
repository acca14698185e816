package dev.mcphotfix.agent.startup;

import dev.mcphotfix.agent.config.rule.RuleConfiguration;
import dev.mcphotfix.agent.config.rule.ServerReference;
import dev.mcphotfix.agent.hook.HookHandler;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.hook.Target;
import dev.mcphotfix.agent.http.FormRule;
import dev.mcphotfix.agent.record.CredentialHook;
import dev.mcphotfix.agent.record.RecordTrace;

/** Makes a site of a rule. */
final class RuleSites {

  private RuleSites() {}

  static Site site(RuleConfiguration rule, String key, HookServices services) {
    return new Site(key, rule.point(), handler(rule, services));
  }

  private static HookHandler handler(RuleConfiguration rule, HookServices services) {
    ServerReference server = rule.server();
    return switch (rule.patch()) {
      case TOKEN_REQUEST ->
          new FormRule(
              rule.name(),
              services.examiner(),
              rule.endpointArgument(),
              server instanceof ServerReference.Argument argument ? argument.index() : null,
              server instanceof ServerReference.Named named ? named.name() : null,
              rule.property());
      case CREDENTIAL ->
          new CredentialHook(
              rule.property(),
              server == null ? unstated(services) : server,
              services.configuration().servers(),
              services.observes(),
              services.decisions(),
              services.examiner().refreshTokens()::learn,
              new RecordTrace(services.trace(), rule.name(), !isLoaded(rule)));
    };
  }

  /** What a method answers comes from the store; what it is given goes there. */
  private static boolean isLoaded(RuleConfiguration rule) {
    return rule.point().target() instanceof Target.Return;
  }

  private static ServerReference unstated(HookServices services) {
    return services.configuration().servers().size() == 1
        ? new ServerReference.OnlyConfigured()
        : new ServerReference.FromRecord();
  }
}
