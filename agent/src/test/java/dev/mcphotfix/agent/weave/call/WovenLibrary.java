package dev.mcphotfix.agent.weave.call;

import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.hook.Target;
import dev.mcphotfix.agent.weave.bytecode.BridgeAccess;
import dev.mcphotfix.agent.weave.bytecode.ClassFile;
import dev.mcphotfix.agent.weave.bytecode.FieldSignature;
import dev.mcphotfix.agent.weave.bytecode.MethodSignature;
import dev.mcphotfix.agent.weave.bytecode.Place;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * The classes of a jar, with a call where each of their methods begins and where it returns, and
 * with one at both for a field, but the few whose returns are left to Byte Buddy.
 */
final class WovenLibrary extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  private final URL jar;
  private final boolean isWoven;

  private WovenLibrary(URL jar, boolean isWoven) {
    super(new URL[] {jar}, WovenLibrary.class.getClassLoader());
    this.jar = jar;
    this.isWoven = isWoven;
  }

  static WovenLibrary of(Class<?> type) {
    return new WovenLibrary(type.getProtectionDomain().getCodeSource().getLocation(), true);
  }

  static WovenLibrary notWoven(Class<?> type) {
    return new WovenLibrary(type.getProtectionDomain().getCodeSource().getLocation(), false);
  }

  List<String> classNames() throws IOException {
    List<String> names = new ArrayList<>();
    try (JarFile file = new JarFile(jar.getPath())) {
      for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
        String name = entries.nextElement().getName();
        if (name.endsWith(".class") && !name.startsWith("META-INF") && !name.contains("-info")) {
          names.add(name.substring(0, name.length() - 6).replace('/', '.'));
        }
      }
    }
    return names;
  }

  /** Makes the JVM verify the class; what is wrong with it, or null. */
  @Nullable String obstacle(String className) {
    try {
      Objects.requireNonNull(Class.forName(className, false, this).getDeclaredMethods());
      return null;
    } catch (ClassNotFoundException | LinkageError failure) {
      return failure.toString();
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      if (known != null) {
        return known;
      }
      byte[] bytes = read(name);
      if (bytes == null) {
        return super.loadClass(name, resolve);
      }
      byte[] defined = isWoven ? woven(bytes) : bytes;
      return defineClass(name, defined, 0, defined.length);
    }
  }

  private byte @Nullable [] read(String name) throws ClassNotFoundException {
    URL found = findResource(name.replace('.', '/') + ".class");
    if (found == null) {
      return null;
    }
    try (InputStream stream = found.openStream()) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  private byte[] woven(byte[] classFile) {
    List<Place> places = new ArrayList<>();
    FieldSignature field = field(classFile);
    for (MethodSignature method : new ClassFile(classFile).methods()) {
      if (!method.isAbstract() && !method.isNative()) {
        places.add(place(method, new Target.Arguments(), null));
        Place returned = place(method, new Target.Return(), null);
        if (!method.returnsNothing() && weave(classFile, List.of(returned)) != null) {
          places.add(returned);
        }
        Place kept = place(method, new Target.Field("any"), field);
        if (field != null && !method.isStatic() && weave(classFile, List.of(kept)) != null) {
          places.add(kept);
        }
      }
    }
    byte[] woven = places.isEmpty() ? classFile : weave(classFile, places);
    if (woven == null) {
      throw new AssertionError(places);
    }
    return woven;
  }

  /** One of the class's own that its methods may set; null where there is none. */
  private static @Nullable FieldSignature field(byte[] classFile) {
    for (FieldSignature field : new ClassFile(classFile).fields()) {
      if (!field.isStatic() && !field.isFinal()) {
        return field;
      }
    }
    return null;
  }

  private static byte @Nullable [] weave(byte[] classFile, List<Place> places) {
    return CallWeaver.weave(classFile, places, BridgeAccess.NAMED);
  }

  private static Place place(
      MethodSignature method, Target target, @Nullable FieldSignature field) {
    HookPoint point = new HookPoint("all", "any", method.name(), null, target);
    String key = target.getClass().getSimpleName();
    return new Place(new Site(key, point, call -> null), method, field);
  }
}
