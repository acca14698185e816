package dev.mcphotfix.testapp;

import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.management.MBeanServer;
import javax.management.MBeanServerDelegate;
import javax.management.MBeanServerNotification;
import javax.management.ObjectName;
import javax.management.openmbean.TabularData;

/** Refreshes, and looks at the agent as a monitor would: {@code ManagedHost TOKEN-ENDPOINT}. */
final class ManagedHost {

  private ManagedHost() {}

  public static void main(String[] arguments) throws Exception {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    ObjectName name = new ObjectName("dev.mcphotfix:type=Agent");
    CountDownLatch registered = new CountDownLatch(1);
    server.addNotificationListener(
        MBeanServerDelegate.DELEGATE_NAME,
        (notification, handback) -> {
          if (notification instanceof MBeanServerNotification change
              && change.getMBeanName().equals(name)) {
            registered.countDown();
          }
        },
        null,
        null);
    RefreshingHost.main(new String[] {arguments[0], "r1"});
    if (!registered.await(20, TimeUnit.SECONDS)) {
      System.out.println("no agent is to be seen");
      return;
    }
    System.out.println(server.getAttribute(name, "Mode"));
    TabularData decisions = (TabularData) server.getAttribute(name, "Decisions");
    System.out.println("added " + decisions.get(new Object[] {"added"}).get("value"));
  }
}
