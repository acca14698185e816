package dev.mcphotfix.testapp.body;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One body to be sent.
 *
 * @param told whether its length is told
 */
record BodyCase(Setting setting, String way, Supply supply, boolean told) {

  /** Of a call that is to be answered. */
  private static final Duration LONG = Duration.ofSeconds(30);

  /** Of one that may never be; some are, and have to be in this time. */
  private static final Duration SHORT = Duration.ofSeconds(5);

  /** Those that are there at once come first. */
  static List<BodyCase> all(List<String> ways) {
    List<BodyCase> all = new ArrayList<>();
    for (Supply supply : Supply.values()) {
      for (Setting setting : Setting.values()) {
        for (String way : ways) {
          add(new BodyCase(setting, way, supply, true), all);
          add(new BodyCase(setting, way, supply, false), all);
        }
      }
    }
    return all;
  }

  private static void add(BodyCase body, List<BodyCase> all) {
    if (body.supply.isFor(body.told)) {
      all.add(body);
    }
  }

  SuppliedBody supplied() throws IOException {
    return SuppliedBody.of(supply, setting.form());
  }

  OutgoingBody outgoing(URI server, String name, SuppliedBody body) {
    return new OutgoingBody(
        server.resolve(setting.path()),
        name + '/' + toString().replace(' ', '/'),
        way,
        body.stream(),
        supply,
        told ? supply.told(setting.form().length) : -1,
        supply.mayHang() ? SHORT : LONG);
  }

  @Override
  public String toString() {
    return String.join(" ", setting.toString(), way, supply.toString(), told ? "told" : "untold");
  }
}
