package dev.mcphotfix.testapp.attach;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/**
 * An agent that changes nothing: it shows what the JVM reports of a class, and is compared with.
 */
public final class ProbeAgent {

  private static volatile Instrumentation instrumentation;

  private ProbeAgent() {}

  public static void agentmain(String options, Instrumentation given) {
    instrumentation = given;
  }

  /** Writes the jar by which a JVM loads it. */
  public static Path writeJar(Path folder) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Agent-Class", ProbeAgent.class.getName());
    manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
    Path jar = folder.resolve("probe.jar");
    String resource = ProbeAgent.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file, manifest);
        InputStream classFile = ProbeAgent.class.getClassLoader().getResourceAsStream(resource)) {
      entries.putNextEntry(new ZipEntry(resource));
      classFile.transferTo(entries);
    }
    return jar;
  }

  /**
   * The class file of a loaded class after all transformers that were there before this agent was
   * loaded last, as the JVM reports it; with its constant pool in the order of use, since the JVM
   * writes that anew each time.
   */
  static byte[] report(Class<?> type) throws UnmodifiableClassException {
    byte[][] seen = new byte[1][];
    transform(
        type,
        new ClassFileTransformer() {
          @Override
          public byte[] transform(
              ClassLoader loader,
              String name,
              Class<?> redefined,
              ProtectionDomain domain,
              byte[] classFile) {
            if (redefined == type) {
              seen[0] = classFile;
            }
            return null;
          }
        });
    ClassWriter canonical = new ClassWriter(0);
    new ClassReader(seen[0]).accept(canonical, 0);
    return canonical.toByteArray();
  }

  /** Does with the class what an agent does that comes and goes, and changes nothing. */
  static void comeAndGo(Class<?> type) throws UnmodifiableClassException {
    transform(
        type,
        new ClassFileTransformer() {
          @Override
          public byte[] transform(
              ClassLoader loader,
              String name,
              Class<?> redefined,
              ProtectionDomain domain,
              byte[] classFile) {
            return redefined == type ? classFile.clone() : null;
          }
        });
    instrumentation.retransformClasses(type);
  }

  private static void transform(Class<?> type, ClassFileTransformer transformer)
      throws UnmodifiableClassException {
    instrumentation.addTransformer(transformer, true);
    try {
      instrumentation.retransformClasses(type);
    } finally {
      instrumentation.removeTransformer(transformer);
    }
  }
}
