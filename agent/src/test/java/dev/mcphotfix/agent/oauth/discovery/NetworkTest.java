package dev.mcphotfix.agent.oauth.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {

  private final ProxySelector before = ProxySelector.getDefault();

  @AfterEach
  void restore() {
    ProxySelector.setDefault(before);
  }

  @ParameterizedTest
  @CsvSource({
    "8.8.8.8, PUBLIC",
    "100.63.0.1, PUBLIC",
    "100.128.0.1, PUBLIC",
    "172.32.0.1, PUBLIC",
    "2001:db8::1, PUBLIC",
    "10.1.2.3, PRIVATE",
    "172.16.0.1, PRIVATE",
    "192.168.1.1, PRIVATE",
    "100.64.0.1, PRIVATE",
    "100.127.0.1, PRIVATE",
    "fc00::1, PRIVATE",
    "fd12::1, PRIVATE",
    "169.254.169.254, LINK_LOCAL",
    "fe80::1, LINK_LOCAL",
    "224.0.0.1, LINK_LOCAL",
    "127.0.0.1, LOOPBACK",
    "0.0.0.0, LOOPBACK",
    "::1, LOOPBACK",
    "::ffff:127.0.0.1, LOOPBACK"
  })
  void isSeenByTheAddress(String address, Network network) throws IOException {
    assertThat(Network.of(InetAddress.getByName(address))).isEqualTo(network);
  }

  @Test
  void isThatOfEachAddressOfAName() {
    assertThat(Network.of("https://localhost/x")).containsExactly(Network.LOOPBACK);
  }

  @Test
  void isNoneWhereThereIsNoHost() {
    assertThat(Network.of("nonsense")).isEmpty();
    assertThat(Network.of((String) null)).isEmpty();
  }

  @Test
  void isSeenByTheNameAloneBehindAProxy() {
    ProxySelector.setDefault(new Proxied());

    assertThat(Network.of("https://nowhere.invalid/x")).isEqualTo(Set.of(Network.PUBLIC));
    assertThat(Network.of("https://localhost/x")).isEqualTo(Set.of(Network.LOOPBACK));
    assertThat(Network.of("https://10.0.0.1/x")).isEqualTo(Set.of(Network.PRIVATE));
  }

  /** Sends all through a proxy. */
  private static final class Proxied extends ProxySelector {
    @Override
    public List<Proxy> select(URI uri) {
      return List.of(
          new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.invalid", 3128)));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
      throw new AssertionError(failure);
    }
  }
}
