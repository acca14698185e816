package dev.mcphotfix.agent.config.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mcphotfix.agent.hook.Target;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodReferenceTest {

  @Test
  void leavesParameterTypesOpenWhereNoneAreGiven() {
    assertThat(MethodReference.parse("com.acme.Store#save"))
        .isEqualTo(new MethodReference("com.acme.Store", "save", null));
  }

  @Test
  void readsParameterTypesWithSpacesArraysAndNestedClasses() {
    assertThat(
            MethodReference.parse(
                " com.acme.Outer$Store # save ( java.lang.String , byte[][],com.acme.Outer$In )"))
        .isEqualTo(
            new MethodReference(
                "com.acme.Outer$Store",
                "save",
                List.of("java.lang.String", "byte[][]", "com.acme.Outer$In")));
  }

  @Test
  void tellsNoParametersFromUnknownOnes() {
    assertThat(MethodReference.parse("com.acme.Store#load()").parameterTypes()).isEmpty();
  }

  @Test
  void takesVariableArgumentsForAnArray() {
    assertThat(MethodReference.parse("com.acme.Store#all(java.lang.String...)").parameterTypes())
        .containsExactly("java.lang.String[]");
  }

  @Test
  void readsAConstructor() {
    assertThat(MethodReference.parse("com.acme.Credential#<init>(int)"))
        .isEqualTo(new MethodReference("com.acme.Credential", "<init>", List.of("int")));
  }

  @Test
  void writesWhatItReads() {
    String text = "com.acme.Store#save(java.lang.String,byte[])";

    assertThat(MethodReference.parse(text).at("save", new Target.Return()).signature())
        .isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          save                              | expected class#method, found no "#"
          #save                             | expected the class's full name before "#"
          com..Store#save                   | expected the class's full name before "#"
          java.util.Map#put                 | expected a class of the client's own, not of the JDK
          com.acme.Store#                   | expected a method's name or <init> after "#"
          com.acme.Store#sa ve              | expected a method's name or <init> after "#"
          com.acme.Store#save(int           | expected one ")" at the end of the parameter types
          com.acme.Store#save(int,)         | expected a parameter type such as java.lang.String or byte[], found ""
          com.acme.Store#save(java.util.List<String>) | expected erased parameter types: write java.util.Map, not java.util.Map<K,V>
          """)
  void saysWhatWasExpected(String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MethodReference.parse(text))
        .withMessage(message);
  }
}
