package dev.mcphotfix.testapp;

import java.lang.Thread.State;
import java.net.http.HttpClient;

/**
 * Has two threads meet a class of an HTTP library at once, one of which holds the lock of the
 * system class loader meanwhile.
 */
final class OneLockHost {

  private static final String OF_OKHTTP = "okhttp3.internal.http.BridgeInterceptor";

  private OneLockHost() {}

  public static void main(String[] arguments) throws Exception {
    ClassLoader system = ClassLoader.getSystemClassLoader();
    Class.forName(HttpClient.class.getName(), true, system);
    Thread other = new Thread(HttpClient::newHttpClient);
    synchronized (system) {
      other.start();
      while (other.getState() != State.BLOCKED && other.getState() != State.TERMINATED) {
        Thread.onSpinWait();
      }
      Class.forName(OF_OKHTTP, false, system);
    }
    other.join();
    System.out.println("both are loaded");
  }
}
