package dev.mcphotfix.agent.weave;

import dev.mcphotfix.agent.weave.WantedHooks.MethodName;
import dev.mcphotfix.agent.weave.bytecode.ClassFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the classes, and the interfaces with default methods, that implement a method which a rule
 * names on an interface or an abstract class.
 *
 * <p>The JVM shows a class file to transformers before it loads the supertypes, so that these are
 * read from the class loader's resources; only for a class that has a method of the right name.
 */
record Implementations(List<MethodName> wanted) {

  /** Internal names of the types of rules whose method this class file may implement. */
  List<String> implementedBy(String className, @Nullable ClassLoader loader, byte[] bytes)
      throws IOException {
    ClassFile file = new ClassFile(bytes);
    Set<String> supertypes = null;
    List<String> types = List.of();
    for (int i = 0; i < wanted.size(); i++) {
      MethodName name = wanted.get(i);
      if (!name.className().equals(className) && file.mentions(name.methodName())) {
        supertypes = supertypes == null ? supertypes(file, loader) : supertypes;
        if (supertypes.contains(name.className())) {
          types = types.isEmpty() ? new ArrayList<>() : types;
          types.add(name.className());
        }
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

  /** Each is read once, as many ways may lead to it: interfaces are often repeated. */
  private static Set<String> supertypes(ClassFile file, @Nullable ClassLoader loader)
      throws IOException {
    Set<String> found = new HashSet<>();
    Deque<ClassFile> unvisited = new ArrayDeque<>();
    for (ClassFile type = file; type != null; type = unvisited.poll()) {
      for (String supertype : type.supertypes()) {
        boolean isNew = found.add(supertype) && !supertype.startsWith("java/");
        byte[] bytes = isNew ? read(supertype, loader) : null;
        if (bytes != null) {
          unvisited.add(new ClassFile(bytes));
        }
      }
    }
    return found;
  }

  /** The class file of that internal name; null where the loader has none. */
  static byte @Nullable [] read(String className, @Nullable ClassLoader loader) throws IOException {
    String resource = className.concat(".class");
    try (InputStream stream =
        loader == null
            ? ClassLoader.getSystemResourceAsStream(resource)
            : loader.getResourceAsStream(resource)) {
      return stream == null ? null : stream.readAllBytes();
    }
  }
}
