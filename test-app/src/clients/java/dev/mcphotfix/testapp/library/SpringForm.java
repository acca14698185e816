package dev.mcphotfix.testapp.library;

import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What Spring's clients have in common: the form, and what sends it. */
final class SpringForm {

  private SpringForm() {}

  static MultiValueMap<String, String> refresh(String refreshToken) {
    MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
    form.add("grant_type", "refresh_token");
    form.add("refresh_token", refreshToken);
    return form;
  }

  /** The factory of that simple name. */
  static ClientHttpRequestFactory factory(String name) throws ReflectiveOperationException {
    String type = ClientHttpRequestFactory.class.getPackageName() + '.' + name;
    return Class.forName(type)
        .asSubclass(ClientHttpRequestFactory.class)
        .getDeclaredConstructor()
        .newInstance();
  }
}
