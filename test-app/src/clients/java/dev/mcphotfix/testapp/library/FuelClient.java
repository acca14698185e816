package dev.mcphotfix.testapp.library;

import com.github.kittinunf.fuel.Fuel;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kotlin.Pair;

/** Fuel, whose form is a list of parameters. */
final class FuelClient implements RefreshClient {

  @Override
  public String refresh(URI tokenEndpoint, String refreshToken) {
    List<Pair<String, String>> form =
        List.of(
            new Pair<>("grant_type", "refresh_token"), new Pair<>("refresh_token", refreshToken));
    byte[] answer =
        Fuel.INSTANCE.post(tokenEndpoint.toString(), form).response().component2().getData();
    return new String(answer, StandardCharsets.UTF_8);
  }
}
