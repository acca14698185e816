package dev.mcphotfix.agent.command.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.scan.candidate.Role;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Refresh requests that are made as an object, which a JSON or form writer turns into the body. */
class RequestObjectTest {

  private static final String NAMED =
      "package org.lib; public @interface Named { String value(); }";

  private static final String BASE =
      """
      package com.acme;
      interface TokenRequest { @org.lib.Named("grant_type") String getGrantType(); }
      """;

  private static final String REQUEST =
      """
      package com.acme;
      interface Renewal extends TokenRequest {
        @org.lib.Named("refresh_token") String getToken();
        static Builder builder() { return new ImmutableRenewal.Builder(); }
        interface Builder { Builder token(String token); Renewal build(); }
      }
      """;

  private static final String IMMUTABLE =
      """
      package com.acme;
      class ImmutableRenewal implements Renewal {
        @org.lib.Named("grant_type") public String getGrantType() { return "refresh_token"; }
        @org.lib.Named("refresh_token") public String getToken() { return ""; }
        static class Builder implements Renewal.Builder {
          public Builder token(String token) { return this; }
          public Renewal build() { return new ImmutableRenewal(); }
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void areFoundWhereABuilderMakesThem() throws IOException {
    Found found =
        scan(
            NAMED,
            BASE,
            REQUEST,
            IMMUTABLE,
            """
            package com.acme;
            class Flow {
              void fetch(Sender sender) { sender.post(Renewal.builder().token("r").build()); }
              interface Sender { void post(Object body); }
            }
            """);

    assertThat(found.methods(Role.REFRESH)).containsExactly("com.acme.Flow#fetch");
    assertThat(found.rules(Role.REFRESH)).isEmpty();
    assertThat(found.why(Role.REFRESH))
        .contains("makes a Renewal, which has the parameters of one")
        .contains("what sends it was not found");
  }

  @Test
  void areFoundWhereTheHookOfTheirLibraryIsEnough() throws IOException {
    Found found =
        scan(
            "package com.acme; class Form { String grant_type, refresh_token, client_id; }",
            """
            package com.acme;
            class Flow {
              void renew() { write(new Form()); java.net.http.HttpClient.newHttpClient(); }
              void write(Object form) {}
            }
            """);

    assertThat(found.methods(Role.REFRESH)).containsExactly("com.acme.Flow#renew");
    assertThat(found.why(Role.REFRESH)).contains("no rule needed: the built-in hook jdk");
  }

  /** Its own parts make nothing for anybody, and who only looks at one makes none. */
  @Test
  void areNotFoundWhereTheyAreRead() throws IOException {
    Found found =
        scan(
            NAMED,
            BASE,
            REQUEST,
            IMMUTABLE,
            "package com.acme; class Log { String tell(Renewal r) { return r.getToken(); } }");

    assertThat(found.methods(Role.REFRESH)).isEmpty();
  }

  @Test
  void areNoAnswersOfTheTokenEndpoint() throws IOException {
    Found found =
        scan(
            "package com.acme; class Answer {"
                + " String grant_type, refresh_token, access_token, client_id; }",
            "package com.acme; class Flow { Object parse() { return new Answer(); } }");

    assertThat(found.methods(Role.REFRESH)).isEmpty();
  }

  @Test
  void areNoObjectsThatLackTheNamesThatAreSent() throws IOException {
    Found found =
        scan(
            "package com.acme; class Settings { String grantType, refreshToken, clientId; }",
            "package com.acme; class Revocation { String refresh_token, client_id; }",
            """
            package com.acme;
            class Flow {
              Object read() { return new Settings(); }
              Object revoke() { return new Revocation(); }
            }
            """);

    assertThat(found.methods(Role.REFRESH)).isEmpty();
  }

  private Found scan(String... sources) throws IOException {
    return Found.in(Compiled.classes(folder, sources));
  }
}
