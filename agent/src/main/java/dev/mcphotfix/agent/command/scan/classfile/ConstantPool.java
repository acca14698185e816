package dev.mcphotfix.agent.command.scan.classfile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Set;
import java.util.function.Consumer;
import net.bytebuddy.jar.asm.ClassReader;

/**
 * The texts of a class file: names, descriptors and literals (Java Virtual Machine Specification
 * section 4.4.7). Looking through them rules out most classes before their structure is read.
 */
public final class ConstantPool {

  private static final int UTF8_TAG = 1;
  private static final int CLASS_TAG = 7;
  private static final int FIRST = 10;
  private static final int SHORTEST = "AccessToken".length();

  private final ClassReader file;
  private final byte[] bytes;

  public ConstantPool(ClassReader file, byte[] bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  /** Whether it has an access or a refresh token in it, however the words are joined. */
  public boolean mentionsTokens() {
    for (int i = FIRST + SHORTEST - "token".length(); i <= file.header - "token".length(); i++) {
      if ((bytes[i] | 0x20) == 't' && isWord(i, "token")) {
        int end = Character.isLetter(bytes[i - 1]) ? i : i - 1;
        if (isWord(end - "access".length(), "access")
            || isWord(end - "refresh".length(), "refresh")) {
          return true;
        }
      }
    }
    return false;
  }

  /** The internal name of each class that the code refers to. */
  public void forEachClass(Consumer<String> consumer) {
    char[] buffer = new char[file.getMaxStringLength()];
    for (int i = 1; i < file.getItemCount(); i++) {
      int offset = file.getItem(i);
      if (offset != 0 && bytes[offset - 1] == CLASS_TAG) {
        consumer.accept(file.readUTF8(offset, buffer));
      }
    }
  }

  /** Whether one of these is referred to, or stands in the type of a field or a method. */
  public boolean mentionsClass(Set<String> names) {
    char[] buffer = new char[file.getMaxStringLength()];
    for (int i = 1; i < file.getItemCount(); i++) {
      int offset = file.getItem(i);
      int tag = offset == 0 ? 0 : bytes[offset - 1];
      if ((tag == CLASS_TAG && names.contains(file.readUTF8(offset, buffer)))
          || (tag == UTF8_TAG && isType(offset) && mentionsClass(text(offset), names))) {
        return true;
      }
    }
    return false;
  }

  private static boolean mentionsClass(String text, Set<String> names) {
    int start = 0;
    for (int end = text.indexOf(';'); end >= 0; end = text.indexOf(';', start)) {
      // Each L may begin a name: of those in a signature some stand inside one another.
      for (int at = text.indexOf('L', start); at >= 0 && at < end; at = text.indexOf('L', at + 1)) {
        if (names.contains(text.substring(at + 1, end))) {
          return true;
        }
      }
      start = end + 1;
    }
    return false;
  }

  /** Names of methods and most literals are neither. */
  private boolean isType(int offset) {
    int length = file.readUnsignedShort(offset);
    return length > 0 && "([L<".indexOf(bytes[offset + 2]) >= 0;
  }

  private String text(int offset) {
    return new String(bytes, offset + 2, file.readUnsignedShort(offset), UTF_8);
  }

  private boolean isWord(int offset, String word) {
    for (int i = 0; i < word.length(); i++) {
      if ((bytes[offset + i] | 0x20) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
