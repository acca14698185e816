package dev.mcphotfix.agent.command.scan.application;

import dev.mcphotfix.agent.command.classpath.ClassPath;
import dev.mcphotfix.agent.command.scan.classfile.ClassShape;
import dev.mcphotfix.agent.command.scan.classfile.ShapeReader;
import net.bytebuddy.jar.asm.ClassReader;
import org.jspecify.annotations.Nullable;

/** The class files of an application, for the few that are looked at once more. */
record ClassFiles(ClassPath classPath) {

  /** Null where there is none, or a damaged one, which was told. */
  @Nullable ClassReader read(String className) {
    byte[] bytes = classPath.loader(className) == null ? null : classPath.read(className);
    try {
      return bytes == null ? null : new ClassReader(bytes);
    } catch (RuntimeException damaged) {
      return null;
    }
  }

  /** The same. */
  @Nullable ClassShape shape(String className) {
    ClassReader file = read(className);
    try {
      return file == null ? null : ShapeReader.read(file, "");
    } catch (RuntimeException damaged) {
      return null;
    }
  }
}
