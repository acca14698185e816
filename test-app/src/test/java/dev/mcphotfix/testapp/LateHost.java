package dev.mcphotfix.testapp;

import com.sun.tools.attach.VirtualMachine;
import dev.mcphotfix.testapp.host.report.CredentialStore;
import dev.mcphotfix.testapp.host.report.ReportHost;
import java.net.http.HttpClient;

/**
 * Runs the host of the report after its classes have been loaded and used, and the agent after
 * that.
 */
final class LateHost {

  private LateHost() {}

  public static void main(String[] arguments) throws Exception {
    Class.forName(CredentialStore.class.getName());
    HttpClient client = HttpClient.newHttpClient();
    VirtualMachine self = VirtualMachine.attach(String.valueOf(ProcessHandle.current().pid()));
    self.loadAgent(arguments[0], arguments[1]);
    self.detach();
    if (client.version() != null) {
      ReportHost.main(new String[] {arguments[2]});
    }
  }
}
