package dev.mcphotfix.agent.weave;

import dev.mcphotfix.agent.weave.Catalogue.MethodName;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the classes that implement a method which a rule names on an interface or an abstract
 * class.
 *
 * <p>The JVM shows a class file to transformers before it loads the supertypes, so that these are
 * read from the class loader's resources; only for a class that has a method of the right name.
 */
final class Implementations {

  private static final int DEEPEST = 32;

  private final List<MethodName> wanted;

  Implementations(List<MethodName> wanted) {
    this.wanted = wanted;
  }

  /** Internal names of the types of rules whose method this class file may implement. */
  List<String> implementedBy(String className, @Nullable ClassLoader loader, byte[] bytes)
      throws IOException {
    ClassFile file = null;
    List<String> types = List.of();
    for (int i = 0; i < wanted.size(); i++) {
      MethodName name = wanted.get(i);
      file = file == null ? new ClassFile(bytes) : file;
      if (!file.isInterface()
          && !name.className().equals(className)
          && file.mentions(name.methodName())
          && leadsTo(name.className(), file, loader, 0)) {
        types = types.isEmpty() ? new ArrayList<>() : types;
        types.add(name.className());
      }
    }
    return types;
  }

  /** The same question for a class that is loaded, whose supertypes therefore are. */
  boolean isImplementedBy(Class<?> type) {
    for (int i = 0; i < wanted.size(); i++) {
      if (inherits(type, wanted.get(i).className().replace('/', '.'))) {
        return true;
      }
    }
    return false;
  }

  private static boolean inherits(@Nullable Class<?> type, String name) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      if (c.getName().equals(name)) {
        return true;
      }
      for (Class<?> implemented : c.getInterfaces()) {
        if (inherits(implemented, name)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean leadsTo(
      String name, ClassFile file, @Nullable ClassLoader loader, int depth) throws IOException {
    for (String supertype : file.supertypes()) {
      if (supertype.equals(name)) {
        return true;
      }
      if (supertype.startsWith("java/") || depth == DEEPEST) {
        continue;
      }
      byte[] bytes = read(supertype, loader);
      if (bytes != null && leadsTo(name, new ClassFile(bytes), loader, depth + 1)) {
        return true;
      }
    }
    return false;
  }

  private static byte @Nullable [] read(String className, @Nullable ClassLoader loader)
      throws IOException {
    String resource = className.concat(".class");
    try (InputStream stream =
        loader == null
            ? ClassLoader.getSystemResourceAsStream(resource)
            : loader.getResourceAsStream(resource)) {
      return stream == null ? null : stream.readAllBytes();
    }
  }
}
