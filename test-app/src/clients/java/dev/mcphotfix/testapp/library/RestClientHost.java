package dev.mcphotfix.testapp.library;

import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.client.RestClientResponseException;

/**
 * Refreshes again and again through Spring's RestClient over each of its factories, each time with
 * the refresh token of the answer before: {@code RestClientHost TOKEN-ENDPOINT REFRESH-TOKEN
 * TIMES}. Prints how many went well over each, and ends at the first that does not.
 */
final class RestClientHost {

  private static final Pattern TOKEN = Pattern.compile("\"refresh_token\"\\s*:\\s*\"([^\"]+)\"");

  private final URI endpoint;
  private String refreshToken;

  private RestClientHost(URI endpoint, String refreshToken) {
    this.endpoint = endpoint;
    this.refreshToken = refreshToken;
  }

  public static void main(String[] arguments) throws Exception {
    RestClientHost host = new RestClientHost(URI.create(arguments[0]), arguments[1]);
    int times = Integer.parseInt(arguments[2]);
    for (Library library : List.of(Library.values())) {
      if (library.name().startsWith("REST_CLIENT_")) {
        RefreshClient client = new RestClientClient((String) library.clientArguments()[0]);
        System.out.println(library.hook() + ' ' + host.refresh(client, times));
      }
    }
    System.exit(0); // Some factories leave threads behind.
  }

  private int refresh(RefreshClient client, int times) throws Exception {
    for (int done = 0; done < times; done++) {
      try {
        Matcher answer = TOKEN.matcher(client.refresh(endpoint, refreshToken));
        if (!answer.find()) {
          return done;
        }
        refreshToken = answer.group(1);
      } catch (RestClientResponseException refused) {
        return done;
      }
    }
    return times;
  }
}
