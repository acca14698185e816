package dev.mcphotfix.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.testapp.body.LateBodiesHost;
import dev.mcphotfix.testapp.body.Setting;
import dev.mcphotfix.testapp.server.LoopbackCertificate;
import dev.mcphotfix.testapp.server.RecordedRequest;
import dev.mcphotfix.testapp.server.RecordingServer;
import dev.mcphotfix.testapp.world.ChildJvm;
import dev.mcphotfix.testapp.world.ChildResult;
import dev.mcphotfix.testapp.world.InstalledJdks;
import dev.mcphotfix.testapp.world.Jdk;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A body that comes late over HTTP/2, from the JDK's client, with its length and without. */
class LateHttp2IT {

  private static final String HEALED = Setting.REFRESH + "&client_id=" + Arrivals.CLIENT_ID;

  @TempDir private Path folder;

  /** With {@code -Pthorough}; else none, as {@link BodiesIT} sends late ones over HTTP/1.1. */
  static Stream<Jdk> jdks() {
    return InstalledJdks.thorough().stream().filter(jdk -> InstalledJdks.isThorough());
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("jdks")
  void isHealedAndLeftAloneAtAnEndpointThatIsNotConfigured(Jdk jdk) throws Exception {
    LoopbackCertificate certificate = LoopbackCertificate.makeIn(folder);
    try (RecordingServer server = RecordingServer.start(Arrivals.CLIENT_ID, certificate)) {
      ChildJvm host = host(jdk, server, certificate);

      run(host);
      List<RecordedRequest> plain = server.takeRequests();
      ChildResult with =
          run(
              host.withAgent(
                  BuiltJars.agent(),
                  "clientId=%s,tokenEndpoint=%stoken"
                      .formatted(Arrivals.CLIENT_ID, server.secureUri())));
      List<RecordedRequest> arrived = server.takeRequests();

      assertThat(plain).hasSize(4).allMatch(request -> request.body().equals(Setting.REFRESH));
      assertThat(arrived).extracting(RecordedRequest::protocol).containsOnly("HTTP/2.0");
      assertThat(lengths(plain)).containsExactly("48", "", "48", "");
      assertThat(lengths(arrived)).containsExactly(length(HEALED), "", "48", "");
      assertThat(arrived.subList(0, 2)).extracting(RecordedRequest::body).containsOnly(HEALED);
      assertThat(arrived.subList(2, 4)).isEqualTo(plain.subList(2, 4));
      assertThat(with.errorLines()).filteredOn(line -> line.contains("added client_id")).hasSize(2);
    }
  }

  private static List<String> lengths(List<RecordedRequest> requests) {
    return requests.stream().map(request -> request.header("Content-Length")).toList();
  }

  private static String length(String form) {
    return Integer.toString(form.length());
  }

  private static ChildResult run(ChildJvm host) throws Exception {
    ChildResult result = host.run();
    assertThat(result.exitCode()).as(result.stderr()).isZero();
    return result;
  }

  private ChildJvm host(Jdk jdk, RecordingServer server, LoopbackCertificate certificate) {
    return ChildJvm.of(folder, LateBodiesHost.class.getName(), server.secureUri().toString())
        .withJavaHome(jdk.home())
        .withQuickStart()
        .withJvmArguments(certificate.trust());
  }
}
