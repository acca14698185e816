package dev.mcphotfix.agent.weave;

import dev.mcphotfix.agent.weave.WantedHooks.MethodName;
import dev.mcphotfix.agent.weave.bytecode.ClassFile;
import dev.mcphotfix.agent.weave.bytecode.NameSet;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the classes, and the interfaces with default methods, that implement a method which a rule
 * names on an interface or an abstract class.
 *
 * <p>The JVM shows a class file to transformers before it loads the supertypes, so that these are
 * read from the class loader's resources; only for a class that has a method of the right name.
 */
final class Implementations {

  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  /** What the JDK's loaders define below these is its own. */
  private static final List<String> OF_THE_JDK =
      List.of("java/", "javax/", "jdk/", "sun/", "com/sun/");

  /** Internal names of the types of which rules name a method, by the name of that. */
  private final Map<String, Set<String>> types = new HashMap<>();

  private final NameSet methodNames;

  /** Else the JDK's classes are spared, as they know none of the host's types. */
  private boolean meansTheJdk;

  /** Binary names of them all. */
  private final Set<String> typeNames = new HashSet<>();

  Implementations(List<MethodName> wanted) {
    for (MethodName name : wanted) {
      Set<String> known = types.get(name.methodName());
      if (known == null) {
        known = new HashSet<>();
        types.put(name.methodName(), known);
      }
      known.add(name.className());
      typeNames.add(name.className().replace('/', '.'));
      meansTheJdk |= isOfTheJdk(name.className());
    }
    methodNames = new NameSet(types.keySet());
  }

  /**
   * Internal names of the types of rules whose method this class file may implement. However many
   * rules there are, the class file is gone through once.
   */
  List<String> implementedBy(String className, @Nullable ClassLoader loader, byte[] bytes)
      throws IOException {
    if ((loader == null || loader == PLATFORM) && !meansTheJdk && isOfTheJdk(className)) {
      return List.of();
    }
    ClassFile file = new ClassFile(bytes, methodNames);
    Set<String> supertypes = null;
    List<String> found = List.of();
    for (String method : file.mentioned()) {
      supertypes = supertypes == null ? supertypes(file, loader) : supertypes;
      Set<String> named = Objects.requireNonNull(types.get(method));
      for (String supertype : supertypes) {
        if (named.contains(supertype) && !found.contains(supertype)) {
          found = found.isEmpty() ? new ArrayList<>() : found;
          found.add(supertype);
        }
      }
    }
    return found;
  }

  private static boolean isOfTheJdk(String className) {
    for (int i = 0; i < OF_THE_JDK.size(); i++) {
      if (className.startsWith(OF_THE_JDK.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** The same question for a class that is loaded, whose supertypes therefore are. */
  boolean isImplementedBy(@Nullable Class<?> type) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      if (typeNames.contains(c.getName())) {
        return true;
      }
      for (Class<?> implemented : c.getInterfaces()) {
        if (isImplementedBy(implemented)) {
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
    // A thread that waits for the agent may hold the lock of the system class loader.
    ClassLoader asked = loader == null ? PLATFORM : loader;
    try (InputStream stream = asked.getResourceAsStream(resource)) {
      return stream == null ? null : stream.readAllBytes();
    }
  }
}
