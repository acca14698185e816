package dev.mcphotfix.agent.startup;

import dev.mcphotfix.agent.config.HotfixConfiguration;
import dev.mcphotfix.agent.config.server.ServerConfiguration;
import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory;
import dev.mcphotfix.agent.oauth.decision.Knowledge;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.oauth.discovery.MetadataDiscovery;
import dev.mcphotfix.agent.oauth.exchange.Setup;
import dev.mcphotfix.agent.oauth.request.Grant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Says to the examiner what the configuration asks for, in the words of the protocol. */
final class ExaminerSetup {

  private ExaminerSetup() {}

  static Setup of(HookServices services) {
    HotfixConfiguration configuration = services.configuration();
    Knowledge knowledge = Knowledge.of(clients(configuration), grants(configuration));
    return new Setup(
        knowledge,
        services.observes(),
        authorizationServers(services, knowledge),
        services.decisions(),
        services.trace());
  }

  private static List<StaticClient> clients(HotfixConfiguration configuration) {
    List<StaticClient> clients = new ArrayList<>();
    for (ServerConfiguration server : configuration.servers()) {
      clients.add(server.client());
    }
    return clients;
  }

  private static Set<Grant> grants(HotfixConfiguration configuration) {
    Set<Grant> grants = EnumSet.noneOf(Grant.class);
    for (String type : configuration.grants().value()) {
      Grant grant = Grant.ofType(type);
      if (grant != null) {
        grants.add(grant);
      }
    }
    return grants;
  }

  private static AuthorizationServerDirectory authorizationServers(
      HookServices services, Knowledge knowledge) {
    if (!services.configuration().discovery().value() || services.isOff()) {
      return AuthorizationServerDirectory.NONE;
    }
    MetadataDiscovery discovery = new MetadataDiscovery(services.log());
    if (!knowledge.clients().withoutEndpoint().isEmpty()) {
      discovery.warmUp();
    }
    return discovery;
  }
}
