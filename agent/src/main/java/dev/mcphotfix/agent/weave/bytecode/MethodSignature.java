package dev.mcphotfix.agent.weave.bytecode;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/**
 * A method as its class file declares it.
 *
 * @param accessFlags Java Virtual Machine Specification, table 4.6-A
 * @param descriptor as in {@code (Ljava/lang/String;I)V}, section 4.3.3
 */
public record MethodSignature(int accessFlags, String name, String descriptor) {

  private static final int BRIDGE = 0x0040;
  private static final int SYNTHETIC = 0x1000;

  public boolean isStatic() {
    return Modifier.isStatic(accessFlags);
  }

  public boolean isAbstract() {
    return Modifier.isAbstract(accessFlags);
  }

  public boolean isNative() {
    return Modifier.isNative(accessFlags);
  }

  public boolean isBridge() {
    return (accessFlags & BRIDGE) != 0;
  }

  public boolean isSynthetic() {
    return (accessFlags & SYNTHETIC) != 0;
  }

  public boolean isConstructor() {
    return name.equals("<init>");
  }

  public boolean isTypeInitializer() {
    return name.equals("<clinit>");
  }

  public boolean returnsNothing() {
    return descriptor.endsWith(")V");
  }

  /** Of the erased type that it returns. */
  public String returnDescriptor() {
    return descriptor.substring(descriptor.indexOf(')') + 1);
  }

  /** Of the erased types of its parameters. */
  public List<String> parameterDescriptors() {
    List<String> types = new ArrayList<>();
    int start = 1;
    while (descriptor.charAt(start) != ')') {
      int end = end(start);
      types.add(descriptor.substring(start, end));
      start = end;
    }
    return types;
  }

  /** Binary names of the erased parameter types, as a hook point has them. */
  public List<String> parameterTypes() {
    List<String> types = new ArrayList<>();
    for (String parameter : parameterDescriptors()) {
      types.add(binaryName(parameter));
    }
    return types;
  }

  private int end(int start) {
    int element = start;
    while (descriptor.charAt(element) == '[') {
      element++;
    }
    return descriptor.charAt(element) == 'L' ? descriptor.indexOf(';', element) + 1 : element + 1;
  }

  private static String binaryName(String type) {
    int dimensions = type.lastIndexOf('[') + 1;
    StringBuilder name = new StringBuilder(elementName(type.substring(dimensions)));
    for (int i = 0; i < dimensions; i++) {
      name.append("[]");
    }
    return name.toString();
  }

  private static String elementName(String type) {
    return switch (type.charAt(0)) {
      case 'Z' -> "boolean";
      case 'B' -> "byte";
      case 'C' -> "char";
      case 'S' -> "short";
      case 'I' -> "int";
      case 'J' -> "long";
      case 'F' -> "float";
      case 'D' -> "double";
      default -> type.substring(1, type.length() - 1).replace('/', '.');
    };
  }
}
