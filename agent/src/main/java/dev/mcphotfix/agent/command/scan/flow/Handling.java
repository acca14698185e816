package dev.mcphotfix.agent.command.scan.flow;

import dev.mcphotfix.agent.command.scan.classfile.MethodShape.Call;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.Type;

/** What classes that everybody calls do with what they are given. */
final class Handling {

  private static final List<String> JDK =
      List.of("java/", "javax/", "jdk/", "sun/", "kotlin/", "[");

  /** They log it, or check it, and send nothing. */
  private static final List<String> OTHERS =
      List.of(
          "org/slf4j/",
          "org/apache/logging/",
          "org/apache/log4j/",
          "org/apache/commons/logging/",
          "org/apache/commons/lang",
          "org/jboss/logging/",
          "ch/qos/logback/",
          "com/google/common/",
          "org/springframework/util/");

  private static final List<String> SENDING =
      List.of("java/io/", "java/nio/", "java/net/Socket", "java/net/http/", "javax/net/");

  private static final List<String> IN_MEMORY =
      List.of(
          "java/io/ByteArray",
          "java/io/PrintStream",
          "java/io/String",
          "java/nio/charset/",
          "java/nio/file/");

  private static final List<String> READING =
      List.of("get", "contains", "equals", "remove", "index", "starts", "ends", "is", "has");

  private static final Set<String> FORMS =
      Set.of("java.lang.String", "byte[]", "java.util.Map", "java.util.HashMap");

  private Handling() {}

  static boolean isJdk(String owner) {
    return JDK.stream().anyMatch(owner::startsWith);
  }

  /** Whether it is of a library that sends nothing, relocated or not. */
  static boolean isOther(String owner) {
    return OTHERS.stream().anyMatch(owner::contains);
  }

  /** Whether a class of the JDK takes what leaves the JVM. */
  static boolean isSending(String owner) {
    return SENDING.stream().anyMatch(owner::startsWith)
        && IN_MEMORY.stream().noneMatch(owner::startsWith);
  }

  /** Whether it tells how long a text is; while one is put together, that says nothing. */
  static boolean isMeasuring(Call call) {
    return call.owner().equals("java/lang/String") && call.name().equals("length");
  }

  /** Whether it looks something up rather than making a text. */
  static boolean isReading(Call call) {
    return !call.name().equals("getBytes")
        && !call.owner().equals("java/util/Map$Entry")
        && READING.stream().anyMatch(call.name()::startsWith);
  }

  /** Whether an object of the class becomes what is added to it. */
  static boolean isCollecting(String owner) {
    return owner.startsWith("java/util/")
        || owner.startsWith("java/lang/StringBu")
        || owner.startsWith("java/lang/AbstractStringBuilder")
        || owner.startsWith("java/io/ByteArrayOutputStream")
        || owner.startsWith("java/io/StringWriter");
  }

  /** Whether the agent can change a form of the type. */
  static boolean isForm(Type type) {
    return FORMS.contains(type.getClassName());
  }

  /** The same, and where a library takes anything. */
  static boolean mayBeForm(Type type) {
    return isForm(type) || type.getClassName().equals("java.lang.Object");
  }
}
