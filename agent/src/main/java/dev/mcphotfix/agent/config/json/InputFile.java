package dev.mcphotfix.agent.config.json;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A file to read, under the name that the operator gave it.
 *
 * @param shown as written by the operator, for messages
 */
public record InputFile(String shown, File file) {

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /**
   * The file of that name: {@code ~/} is the home folder, other relative names start at {@code
   * folder}, or at the working directory where that is null.
   */
  public static InputFile named(String shown, @Nullable File folder, String home) {
    return new InputFile(shown, resolve(shown, folder, home));
  }

  public static File resolve(String name, @Nullable File folder, String home) {
    if (name.startsWith("~/") || name.startsWith("~\\")) {
      return new File(home, name.substring(2));
    }
    return folder == null || startsAtRoot(name, File.separatorChar)
        ? new File(name).getAbsoluteFile()
        : new File(folder, name).getAbsoluteFile();
  }

  /**
   * Whether a name is not looked for in the folder of the file that it stands in. On Windows, one
   * without a drive starts at the root of the working directory's, and {@code D:a} at the working
   * directory of that drive.
   *
   * @param separator of the system's paths
   */
  static boolean startsAtRoot(String name, char separator) {
    boolean windows = separator == '\\';
    return name.startsWith("/") || (windows && (name.startsWith("\\") || name.startsWith(":", 1)));
  }

  /**
   * The bytes of the file, of which there are at most {@code most}; a problem is fatal. A byte
   * order mark is passed over, as a reader of JSON may (RFC 8259 section 8.1).
   */
  public byte[] read(int most, Problems problems) throws InvalidConfigurationException {
    if (shown.isBlank()) {
      throw problems.fatal("the name of a configuration file is blank");
    }
    if (file.isDirectory()) {
      throw problems.fatal(shown + ": a directory; name the file in it");
    }
    if (!file.exists()) {
      throw problems.fatal(
          shown
              + ": no such file that this user can see; looked for it at "
              + file
              + ", correct the path or create it"
              + (hasControl(shown) ? "; in JSON write a backslash as \\\\" : ""));
    }
    byte[] content = content(most, problems);
    check(content, most, problems);
    return withoutByteOrderMark(content);
  }

  /** As {@code "C:\temp"} in JSON has, whose {@code \t} is a tabulator. */
  private static boolean hasControl(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (Character.isISOControl(name.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static byte[] withoutByteOrderMark(byte[] content) {
    int length = BYTE_ORDER_MARK.length;
    boolean isThere =
        content.length >= length && Arrays.equals(content, 0, length, BYTE_ORDER_MARK, 0, length);
    return isThere ? Arrays.copyOfRange(content, length, content.length) : content;
  }

  private byte[] content(int most, Problems problems) throws InvalidConfigurationException {
    try (InputStream in = new FileInputStream(file)) {
      return in.readNBytes(most + 1);
    } catch (IOException e) {
      throw problems.fatal(
          shown + ": cannot be read; let the user that runs the application read " + file);
    }
  }

  private void check(byte[] content, int most, Problems problems)
      throws InvalidConfigurationException {
    if (content.length == 0) {
      throw problems.fatal(shown + ": empty; expected a JSON object");
    }
    if (content.length > most) {
      throw problems.fatal(
          shown + ": larger than " + (most >> 20) + " MiB; is this the right file?");
    }
    if ((content[0] & 0xFF) >= 0xFE) {
      throw problems.fatal(shown + ":1: UTF-16, by its byte order mark; save it as UTF-8");
    }
    if (content[0] == 0 || (content.length > 1 && content[1] == 0)) {
      throw problems.fatal(shown + ":1: UTF-16, or no text; save it as UTF-8");
    }
  }
}
