package dev.mcphotfix.testapp.attach;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;

/** The JVM of the host itself, as another process would reach it. */
final class OwnVirtualMachine {

  private OwnVirtualMachine() {}

  /** Loads the agent with the text and returns what it has answered. */
  static String load(String jar, String text)
      throws IOException,
          AttachNotSupportedException,
          AgentLoadException,
          AgentInitializationException {
    VirtualMachine own = VirtualMachine.attach(Long.toString(ProcessHandle.current().pid()));
    try {
      own.loadAgent(jar, text);
    } finally {
      own.detach();
    }
    return System.getProperty("mcp-hotfix.answer", "none");
  }
}
