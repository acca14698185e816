package dev.mcphotfix.agent.oauth.discovery;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Begins an answer and never comes to its end, a piece every few milliseconds. */
final class DrippingServer implements AutoCloseable {

  private static final long MILLIS = 20;

  private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(2);
  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final byte[] beginning;
  private final byte[] piece;

  DrippingServer(String beginning, String piece) throws IOException {
    this.beginning = beginning.getBytes(StandardCharsets.US_ASCII);
    this.piece = piece.getBytes(StandardCharsets.US_ASCII);
    executor.execute(this::accept);
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getLocalPort() + path;
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        socket.getOutputStream().write(beginning);
        executor.scheduleAtFixedRate(() -> drip(socket), 0, MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void drip(Socket socket) {
    try {
      OutputStream out = socket.getOutputStream();
      out.write(piece);
      out.flush();
    } catch (IOException closed) {
      throw new IllegalStateException(closed);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    executor.shutdownNow();
  }
}
