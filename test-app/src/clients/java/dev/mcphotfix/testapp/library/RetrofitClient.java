package dev.mcphotfix.testapp.library;

import java.io.IOException;
import java.net.URI;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.http.Field;
import retrofit2.http.FormUrlEncoded;
import retrofit2.http.POST;
import retrofit2.http.Url;

/** Retrofit. */
final class RetrofitClient implements RefreshClient {

  /** The authorization server as Retrofit is told of it. */
  interface AuthorizationServer {

    @FormUrlEncoded
    @POST
    Call<ResponseBody> refresh(
        @Url String tokenEndpoint,
        @Field("grant_type") String grantType,
        @Field("refresh_token") String refreshToken);
  }

  @Override
  public String refresh(URI tokenEndpoint, String refreshToken) throws IOException {
    Retrofit retrofit =
        new Retrofit.Builder().baseUrl(tokenEndpoint.resolve("/").toString()).build();
    Response<ResponseBody> response =
        retrofit
            .create(AuthorizationServer.class)
            .refresh(tokenEndpoint.toString(), "refresh_token", refreshToken)
            .execute();
    try (ResponseBody body = response.isSuccessful() ? response.body() : response.errorBody()) {
      return body == null ? "" : body.string();
    }
  }
}
