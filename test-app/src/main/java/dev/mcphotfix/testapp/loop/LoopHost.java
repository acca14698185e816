package dev.mcphotfix.testapp.loop;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Refreshes on an event loop, and has that do something else as soon as the server at which the
 * token endpoint is looked up was asked: {@code LoopHost CLIENT-CLASS SERVER-URL}. The server is
 * told when it was done. Prints the status of the answer to the refresh.
 */
public final class LoopHost {

  private static final String REFRESH = "grant_type=refresh_token&refresh_token=r-1";

  private LoopHost() {}

  public static void main(String[] arguments) throws Exception {
    Class<?> type = Class.forName(arguments[0]);
    LoopClient client = (LoopClient) type.getDeclaredConstructor().newInstance();
    URI server = URI.create(arguments[1]);
    CompletableFuture<Integer> status = new CompletableFuture<>();

    client.onLoop(() -> client.post(server.resolve("token"), REFRESH).thenAccept(status::complete));
    get(server.resolve("begun"));
    CountDownLatch turn = new CountDownLatch(1);
    client.onLoop(turn::countDown);
    turn.await();
    get(server.resolve("alive"));

    System.out.println(status.get(60, TimeUnit.SECONDS));
    System.exit(0); // The event loop goes on.
  }

  private static void get(URI url) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
    connection.getResponseCode();
    connection.disconnect();
  }
}
