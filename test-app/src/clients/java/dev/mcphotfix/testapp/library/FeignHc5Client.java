package dev.mcphotfix.testapp.library;

import feign.Feign;
import feign.hc5.ApacheHttp5Client;

/** Feign over Apache HttpClient 5. */
final class FeignHc5Client extends FeignClient {

  @Override
  Feign.Builder builder() {
    return super.builder().client(new ApacheHttp5Client());
  }
}
