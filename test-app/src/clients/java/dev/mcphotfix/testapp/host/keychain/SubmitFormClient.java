package dev.mcphotfix.testapp.host.keychain;

import dev.mcphotfix.testapp.host.TokenResponse;
import io.ktor.client.HttpClient;
import io.ktor.client.HttpClientJvmKt;
import io.ktor.client.request.forms.FormBuildersKt;
import io.ktor.client.statement.HttpResponse;
import io.ktor.client.statement.HttpResponseKt;
import io.ktor.http.ParametersBuilder;
import io.ktor.http.ParametersKt;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlin.jvm.functions.Function1;
import kotlinx.coroutines.BuildersKt;
import org.jspecify.annotations.Nullable;

/** Token requests by Ktor. */
final class SubmitFormClient {

  /** Sends the form; anything but success is an {@link IOException} that names the status. */
  TokenResponse post(URI tokenEndpoint, Map<String, String> form)
      throws IOException, InterruptedException {
    ParametersBuilder parameters = ParametersKt.ParametersBuilder(8);
    form.forEach(parameters::append);
    try (HttpClient client = HttpClientJvmKt.HttpClient(config -> Unit.INSTANCE)) {
      HttpResponse response =
          await(
              done ->
                  FormBuildersKt.submitForm(
                      client,
                      tokenEndpoint.toString(),
                      parameters.build(),
                      false,
                      request -> Unit.INSTANCE,
                      done));
      String body =
          await(done -> HttpResponseKt.bodyAsText(response, StandardCharsets.UTF_8, done));
      return TokenResponse.of(response.getStatus().getValue(), body);
    }
  }

  /** Calls a suspending function. */
  private static <T> T await(Function1<Continuation<? super T>, @Nullable Object> call)
      throws InterruptedException {
    return BuildersKt.runBlocking(
        EmptyCoroutineContext.INSTANCE, (scope, continuation) -> call.invoke(continuation));
  }
}
