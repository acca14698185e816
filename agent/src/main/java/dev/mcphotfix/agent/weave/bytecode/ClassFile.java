package dev.mcphotfix.agent.weave.bytecode;

import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The few facts of a class file that say whether a method of it is meant: what names occur in it,
 * what it extends, what methods it declares. Reads the constant pool once and builds nothing else,
 * as it runs for each class that the host loads (Java Virtual Machine Specification, section 4).
 */
public final class ClassFile {

  private static final int CONSTANT_POOL_COUNT = 8;
  private static final int UTF8 = 1;

  /** Of an entry of each tag but a text, in bytes; 0 where there is no such tag. */
  private static final byte[] SIZES = {
    0, 0, 0, 5, 5, 9, 9, 3, 3, 5, 5, 5, 5, 0, 0, 4, 3, 5, 5, 3, 3
  };

  /** The size of a long and of a double. */
  private static final int WIDE = 9;

  private final byte[] bytes;
  private final int[] constants;
  private final int accessFlags;
  private List<String> mentioned = List.of();

  /** Reads no more than the constant pool; throws where it is none. */
  public ClassFile(byte[] bytes) {
    this(bytes, NameSet.EMPTY);
  }

  /**
   * The same, and looks on the way for names in it.
   *
   * @param names to look for
   */
  public ClassFile(byte[] bytes, NameSet names) {
    this.bytes = bytes;
    this.constants = new int[unsignedShort(CONSTANT_POOL_COUNT)];
    // Without calls, which cost most as long as the JVM interprets this.
    int[] starts = constants;
    boolean[] lengths = names.lengths();
    int offset = CONSTANT_POOL_COUNT + 2;
    for (int i = 1; i < starts.length; i++) {
      starts[i] = offset;
      int tag = bytes[offset];
      if (tag == UTF8) {
        int length = (bytes[offset + 1] & 0xFF) << 8 | (bytes[offset + 2] & 0xFF);
        if (length < lengths.length && lengths[length]) {
          mention(text(i), names);
        }
        offset += 3 + length;
      } else {
        int size = tag > 0 && tag < SIZES.length ? SIZES[tag] : 0;
        if (size == 0) {
          throw new IllegalArgumentException("constant pool tag " + tag);
        }
        offset += size;
        i += size == WIDE ? 1 : 0; // A long or double takes two entries (section 4.4.5).
      }
    }
    this.accessFlags = offset;
  }

  private void mention(String text, NameSet names) {
    if (names.contains(text)) {
      mentioned = mentioned.isEmpty() ? new ArrayList<>() : mentioned;
      mentioned.add(text);
    }
  }

  /** Those of the names that the constant pool has. */
  public List<String> mentioned() {
    return mentioned;
  }

  /** Internal names of the superclass and the interfaces; none for {@code Object} itself. */
  public String[] supertypes() {
    int superclass = unsignedShort(accessFlags + 4);
    int interfaces = unsignedShort(accessFlags + 6);
    String[] names = new String[interfaces + (superclass == 0 ? 0 : 1)];
    for (int i = 0; i < interfaces; i++) {
      names[i] = className(unsignedShort(accessFlags + 8 + 2 * i));
    }
    if (superclass != 0) {
      names[interfaces] = className(superclass);
    }
    return names;
  }

  /** Its internal name. */
  public String className() {
    return className(unsignedShort(accessFlags + 2));
  }

  /** The internal name of its superclass; null for {@code Object} itself. */
  public @Nullable String superclass() {
    int superclass = unsignedShort(accessFlags + 4);
    return superclass == 0 ? null : className(superclass);
  }

  public boolean isInterface() {
    return Modifier.isInterface(unsignedShort(accessFlags));
  }

  /** The fields that it declares, in its order. */
  public List<FieldSignature> fields() {
    String owner = className();
    List<FieldSignature> fields = new ArrayList<>();
    int offset = startOfFields();
    int count = unsignedShort(offset);
    offset += 2;
    for (int i = 0; i < count; i++) {
      String name = text(unsignedShort(offset + 2));
      String descriptor = text(unsignedShort(offset + 4));
      fields.add(new FieldSignature(owner, unsignedShort(offset), name, descriptor));
      offset = endOfMember(offset);
    }
    return fields;
  }

  private int startOfFields() {
    return accessFlags + 8 + 2 * unsignedShort(accessFlags + 6);
  }

  /** The methods that it declares, in its order. */
  public List<MethodSignature> methods() {
    int offset = startOfFields();
    int fields = unsignedShort(offset);
    offset += 2;
    for (int i = 0; i < fields; i++) {
      offset = endOfMember(offset);
    }
    List<MethodSignature> methods = new ArrayList<>();
    int count = unsignedShort(offset);
    offset += 2;
    for (int i = 0; i < count; i++) {
      methods.add(method(offset));
      offset = endOfMember(offset);
    }
    return methods;
  }

  private MethodSignature method(int offset) {
    String name = text(unsignedShort(offset + 2));
    return new MethodSignature(unsignedShort(offset), name, text(unsignedShort(offset + 4)));
  }

  private int endOfMember(int offset) {
    int attributes = unsignedShort(offset + 6);
    int end = offset + 8;
    for (int i = 0; i < attributes; i++) {
      end += 6 + (unsignedShort(end + 2) << 16 | unsignedShort(end + 4));
    }
    return end;
  }

  private String className(int index) {
    return text(unsignedShort(constants[index] + 1));
  }

  private String text(int index) {
    int name = constants[index];
    return new String(bytes, name + 3, unsignedShort(name + 1), StandardCharsets.UTF_8);
  }

  private int unsignedShort(int offset) {
    return (bytes[offset] & 0xFF) << 8 | (bytes[offset + 1] & 0xFF);
  }
}
