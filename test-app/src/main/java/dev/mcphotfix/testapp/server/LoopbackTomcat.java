package dev.mcphotfix.testapp.server;

import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
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
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.http2.Http2Protocol;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.apache.tomcat.util.modeler.Registry;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;

/**
 * A silent embedded Tomcat on a free port of 127.0.0.1, and on one more with TLS if it is asked.
 */
final class LoopbackTomcat implements AutoCloseable {
  /** Held, because the log manager alone would let a configured logger be collected. */
  private static final Logger TOMCAT_LOG = Logger.getLogger("org.apache");

  private static final String DROP = LoopbackTomcat.class.getName();

  static {
    // All Tomcats of a JVM share these. A home of one's own would be gone with it for the others.
    System.setProperty(Globals.CATALINA_HOME_PROP, System.getProperty("java.io.tmpdir"));
    Registry.disableRegistry();
  }

  private final Tomcat tomcat = new Tomcat();
  private final Connector connector = loopback();
  private final Connector secureConnector = loopback();
  private final Context context;
  private final Path folder;

  LoopbackTomcat() throws IOException {
    TOMCAT_LOG.setLevel(Level.OFF);
    folder = Files.createTempDirectory("mcp-test-server");
    tomcat.setBaseDir(folder.toString());
    tomcat.setConnector(connector);
    context = tomcat.addContext("", null);
    context.getPipeline().addValve(new Exit());
  }

  private static Connector loopback() {
    Connector connector = new Connector();
    connector.setProperty("address", "127.0.0.1");
    connector.setPort(0);
    return connector;
  }

  /** Opens the port with TLS, where HTTP/2 is spoken with those who know it (RFC 7301). */
  void secure(LoopbackCertificate certificate) {
    SSLHostConfig tls = new SSLHostConfig();
    SSLHostConfigCertificate key =
        new SSLHostConfigCertificate(tls, SSLHostConfigCertificate.Type.UNDEFINED);
    key.setCertificateKeystoreFile(certificate.keyStore().toString());
    key.setCertificateKeystorePassword(LoopbackCertificate.PASSWORD);
    tls.addCertificate(key);
    secureConnector.setScheme("https");
    secureConnector.setSecure(true);
    secureConnector.setProperty("SSLEnabled", "true");
    secureConnector.addSslHostConfig(tls);
    secureConnector.addUpgradeProtocol(new Http2Protocol());
    tomcat.setConnector(secureConnector);
  }

  /** Closes the connection of a request without an answer. */
  static void drop(HttpServletRequest request) {
    ((Response) request.getAttribute(DROP)).getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
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
    return uri(connector, path);
  }

  URI secureUri(String path) {
    return uri(secureConnector, path);
  }

  private static URI uri(Connector connector, String path) {
    return URI.create(connector.getScheme() + "://127.0.0.1:" + connector.getLocalPort() + path);
  }

  /** A servlet cannot close a connection; Tomcat's own response can. */
  private static final class Exit extends ValveBase {

    Exit() {
      super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
      request.setAttribute(DROP, response);
      getNext().invoke(request, response);
    }
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
