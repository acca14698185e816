package dev.mcphotfix.agent.command.scan;

import dev.mcphotfix.agent.command.scan.classfile.Names;
import java.io.File;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * A jar, war or other zip file with the archives inside it. What is damaged, too deep or too large
 * is told and left out; the rest is read.
 */
final class Archive {

  private static final int DEEPEST = 4;

  /** The JVM's own limits keep a class file far below. */
  private static final int LARGEST_CLASS = 16 << 20;

  private final File file;
  private final UnreadFiles problems;
  private final Budget budget;

  Archive(File file, UnreadFiles problems, Budget budget) {
    this.file = file;
    this.problems = problems;
    this.budget = budget;
  }

  /** Hands over each class file, and how many packed bytes were passed over since the last call. */
  void read(ClassFiles.Visitor visitor, LongConsumer passed) {
    try (ZipFile zip = new ZipFile(file)) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        budget.entry();
        if (Names.isClass(entry.getName()) || Names.isArchive(entry.getName())) {
          readEntry(zip, entry, visitor);
        }
        passed.accept(Math.max(0, entry.getCompressedSize()));
      }
    } catch (Budget.TooLargeException e) {
      problems.add(file.getPath(), "unpacks to more than is sensible; the rest of it is left out");
    } catch (IOException | IllegalArgumentException e) {
      problems.add(file.getPath(), "no jar, or a damaged one; left out");
    }
  }

  private void readEntry(ZipFile zip, ZipEntry entry, ClassFiles.Visitor visitor)
      throws Budget.TooLargeException {
    String place = file.getPath() + "!/" + entry.getName();
    try (InputStream stream = zip.getInputStream(entry)) {
      if (Names.isClass(entry.getName())) {
        classFile(stream, place, visitor);
      } else {
        nested(stream, place, visitor, 1);
      }
    } catch (Budget.TooLargeException e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      problems.add(place, "damaged; left out");
    }
  }

  private void nested(InputStream stream, String place, ClassFiles.Visitor visitor, int depth)
      throws IOException {
    if (depth > DEEPEST) {
      problems.add(place, "more than " + DEEPEST + " archives deep; left out");
      return;
    }
    ZipInputStream zip = new ZipInputStream(stream);
    int entries = 0;
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      budget.entry();
      entries++;
      String inner = place + "!/" + entry.getName();
      if (Names.isClass(entry.getName())) {
        classFile(zip, inner, visitor);
      } else if (Names.isArchive(entry.getName())) {
        nested(new Unclosed(zip), inner, visitor, depth + 1);
      }
      drain(zip);
    }
    if (entries == 0) {
      problems.add(place, "no jar, or an empty or damaged one; left out");
    }
  }

  private void classFile(InputStream stream, String place, ClassFiles.Visitor visitor)
      throws IOException {
    byte[] bytes = stream.readNBytes(LARGEST_CLASS + 1);
    budget.unpacked(bytes.length);
    if (bytes.length > LARGEST_CLASS) {
      problems.add(place, "too large for a class file; left out");
    } else {
      visitor.visit(place, bytes);
    }
  }

  /** Reads on to the end of the entry, so that what is skipped is counted as well. */
  private void drain(InputStream stream) throws IOException {
    byte[] buffer = new byte[1 << 13];
    for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
      budget.unpacked(count);
    }
  }

  /** The archive inside must not close the one around it. */
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream stream) {
      super(stream);
    }

    @Override
    public void close() {}
  }
}
