package dev.mcphotfix.agent.oauth.discovery;

import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a host lies, seen from this machine. */
enum Network {
  PUBLIC,
  PRIVATE,
  LINK_LOCAL,
  LOOPBACK;

  /**
   * Where the host of that url lies, by each of its addresses; empty where it has none. Behind a
   * proxy, which alone asks for the address, by the name alone. Asks the network.
   */
  static Set<Network> of(@Nullable String url) {
    Set<Network> networks = EnumSet.noneOf(Network.class);
    try {
      if (url != null) {
        add(URI.create(url), networks);
      }
    } catch (UnknownHostException | RuntimeException e) {
      // Nobody can be asked there, and the fetch will say so.
    }
    return networks;
  }

  private static void add(URI url, Set<Network> networks) throws UnknownHostException {
    String host = url.getHost();
    if (host == null) {
      return;
    }
    if (!isAddress(host) && isProxied(url)) {
      networks.add(host.equalsIgnoreCase("localhost") ? LOOPBACK : PUBLIC);
      return;
    }
    for (InetAddress address : InetAddress.getAllByName(host)) {
      networks.add(of(address));
    }
  }

  static Network of(InetAddress address) {
    if (address.isLoopbackAddress() || address.isAnyLocalAddress()) {
      return LOOPBACK;
    }
    if (address.isLinkLocalAddress() || address.isMulticastAddress()) {
      return LINK_LOCAL;
    }
    return address.isSiteLocalAddress() || isUnique(address.getAddress()) ? PRIVATE : PUBLIC;
  }

  /** RFC 4193 (fc00::/7) and RFC 6598 (100.64.0.0/10), which the JDK has no word for. */
  private static boolean isUnique(byte[] address) {
    return address.length == 16
        ? (address[0] & 0xFE) == 0xFC
        : address[0] == 100 && (address[1] & 0xC0) == 64;
  }

  private static boolean isAddress(String host) {
    return host.startsWith("[") || host.matches("[0-9.]+");
  }

  private static boolean isProxied(URI url) {
    ProxySelector selector = ProxySelector.getDefault();
    List<Proxy> proxies = selector == null ? List.of() : selector.select(url);
    return !proxies.isEmpty() && proxies.get(0).type() != Proxy.Type.DIRECT;
  }

  /** The word for it in a log. */
  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
