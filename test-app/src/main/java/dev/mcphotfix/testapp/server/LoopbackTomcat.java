package dev.mcphotfix.testapp.server;

import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.Globals;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.apache.tomcat.util.modeler.Registry;

/** A silent embedded Tomcat on a free port of 127.0.0.1. */
final class LoopbackTomcat implements AutoCloseable {
  /** Held, because the log manager alone would let a configured logger be collected. */
  private static final Logger TOMCAT_LOG = Logger.getLogger("org.apache");

  static {
    // All Tomcats of a JVM share these. A home of one's own would be gone with it for the others.
    System.setProperty(Globals.CATALINA_HOME_PROP, System.getProperty("java.io.tmpdir"));
    Registry.disableRegistry();
  }

  private final Tomcat tomcat = new Tomcat();
  private final Connector connector = new Connector();
  private final Context context;
  private final Path folder;

  LoopbackTomcat() throws IOException {
    TOMCAT_LOG.setLevel(Level.OFF);
    folder = Files.createTempDirectory("mcp-test-server");
    tomcat.setBaseDir(folder.toString());
    connector.setProperty("address", "127.0.0.1");
    connector.setPort(0);
    tomcat.setConnector(connector);
    context = tomcat.addContext("", null);
  }

  void addServlet(String path, Servlet servlet) {
    Wrapper wrapper = Tomcat.addServlet(context, path, servlet);
    wrapper.setAsyncSupported(true);
    context.addServletMapping(path, path);
  }

  void addFilter(String path, Filter filter) {
    FilterDef definition = new FilterDef();
    definition.setFilterName(path);
    definition.setFilter(filter);
    definition.setAsyncSupported("true");
    context.addFilterDef(definition);
    FilterMap mapping = new FilterMap();
    mapping.setFilterName(path);
    mapping.addURLPattern(path);
    context.addFilterMap(mapping);
  }

  void start() throws IOException {
    try {
      tomcat.start();
    } catch (LifecycleException e) {
      throw new IOException("the embedded server did not start", e);
    }
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort() + path);
  }

  @Override
  public void close() throws IOException {
    try {
      tomcat.stop();
      tomcat.destroy();
    } catch (LifecycleException e) {
      throw new IOException("the embedded server did not stop", e);
    } finally {
      FileTree.delete(folder);
    }
  }
}
