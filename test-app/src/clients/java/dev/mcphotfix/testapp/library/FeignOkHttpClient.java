package dev.mcphotfix.testapp.library;

import feign.Feign;
import feign.okhttp.OkHttpClient;

/** Feign over OkHttp. */
final class FeignOkHttpClient extends FeignClient {

  @Override
  Feign.Builder builder() {
    return super.builder().client(new OkHttpClient());
  }
}
