package dev.mcphotfix.agent.command.scan;

import dev.mcphotfix.agent.command.scan.classfile.Names;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The class files below the paths to scan, in a fixed order. */
final class ClassFiles {

  /** Takes one class file after the other. */
  interface Visitor {

    /** The place says where it was found, for people. */
    void visit(String place, byte[] bytes);
  }

  private final List<File> files = new ArrayList<>();
  private final Set<File> folders = new HashSet<>();
  private final UnreadFiles problems;
  private final Progress progress;
  private final long total;
  private long done;

  ClassFiles(List<File> paths, UnreadFiles problems, Progress progress) {
    this.problems = problems;
    this.progress = progress;
    for (File path : paths) {
      if (path.isDirectory()) {
        collect(path);
      } else if (path.isFile()) {
        files.add(path);
      } else {
        problems.add(path.getPath(), "no such file or folder; correct the path");
      }
    }
    this.total = 2 * files.stream().mapToLong(File::length).sum();
  }

  /** Hands over all of them; all progress is made after the second time. */
  void read(Visitor visitor) {
    for (File file : files) {
      long end = done + file.length();
      if (Names.isClass(file.getName())) {
        readClass(file, visitor);
      } else {
        new Archive(file, problems, new Budget()).read(visitor, bytes -> advance(bytes, end));
      }
      advance(Long.MAX_VALUE, end);
    }
  }

  private void advance(long bytes, long end) {
    done = bytes > end - done ? end : done + bytes;
    progress.reached(Math.min(done, total), total);
  }

  private void readClass(File file, Visitor visitor) {
    try (InputStream stream = new FileInputStream(file)) {
      visitor.visit(file.getPath(), stream.readAllBytes());
    } catch (IOException e) {
      problems.add(file.getPath(), "cannot be read; left out");
    }
  }

  private void collect(File folder) {
    File[] children = folder.listFiles();
    if (children == null) {
      problems.add(folder.getPath(), "cannot be read; left out");
    } else if (isNew(folder)) {
      Arrays.sort(children);
      for (File child : children) {
        if (child.isDirectory()) {
          collect(child);
        } else if (Names.isClass(child.getName()) || Names.isArchive(child.getName())) {
          files.add(child);
        }
      }
    }
  }

  /** A link may lead back to a folder above. */
  private boolean isNew(File folder) {
    try {
      return folders.add(folder.getCanonicalFile());
    } catch (IOException e) {
      return false;
    }
  }
}
