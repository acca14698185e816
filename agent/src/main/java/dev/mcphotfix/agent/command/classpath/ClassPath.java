package dev.mcphotfix.agent.command.classpath;

import dev.mcphotfix.agent.command.terminal.FileFailure;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The class files of an application, of which no class is loaded. Of several with one name the
 * first counts, as for the JVM.
 */
public final class ClassPath implements Closeable {

  private static final String SUFFIX = ".class";

  private final UnreadFiles unread;
  private final ClassPathReader reader;
  private final Map<String, Place> places = new LinkedHashMap<>();
  private int indexed;

  /**
   * An empty one.
   *
   * @param unread is told what cannot be read
   */
  public ClassPath(UnreadFiles unread) {
    this(unread, Budget::new);
  }

  ClassPath(UnreadFiles unread, Supplier<Budget> budgets) {
    this.unread = unread;
    this.reader = new ClassPathReader(unread, budgets);
  }

  /**
   * Adds a jar or another archive, a class file, or a folder with any of these; and what they hold
   * or name.
   *
   * @throws IOException whose message says that there is no such file, or no jar
   */
  public void add(File path) throws IOException {
    reader.add(path);
    index();
  }

  /** Adds the jars of a folder, as {@code java -cp folder/*} does. */
  public void addJarsIn(File folder) {
    reader.addJarsIn(folder);
    index();
  }

  private void index() {
    for (ClassSource source : reader.sources().subList(indexed, reader.sources().size())) {
      ClassLoader loader = new Loader(source.name());
      Packages packages = new Packages(source);
      for (String file : source.files()) {
        places.putIfAbsent(packages.className(file), new Place(source, file, loader));
      }
    }
    indexed = reader.sources().size();
  }

  /** How many class files there are. */
  public int size() {
    return reader.sources().stream().mapToInt(source -> source.files().size()).sum();
  }

  /** Internal names of all classes, in the order of the class path. */
  public Set<String> classNames() {
    return places.keySet();
  }

  /**
   * Names the jar or folder of a class and shows the class files of all; null where there is no
   * such class.
   */
  public @Nullable ClassLoader loader(String className) {
    Place place = places.get(className);
    return place == null ? null : place.loader;
  }

  /** Null where there is no such class, or where it cannot be read and that was told. */
  public byte @Nullable [] read(String className) {
    Place place = places.get(className);
    return place == null ? null : read(place.source, place.file);
  }

  /**
   * Hands over all class files, also those that others of their name come before.
   *
   * @param visitor called once for each, with where the file was found, for people, and its bytes
   */
  public void forEach(BiConsumer<String, byte[]> visitor) {
    for (ClassSource source : reader.sources()) {
      for (String file : source.files()) {
        byte[] bytes = read(source, file);
        if (bytes != null) {
          visitor.accept(source.place(file), bytes);
        }
      }
    }
  }

  private byte @Nullable [] read(ClassSource source, String file) {
    try {
      return source.read(file);
    } catch (Budget.TooLargeException e) {
      unread.add(source.name(), String.valueOf(e.getMessage()));
    } catch (IOException | IllegalArgumentException e) {
      unread.add(source.place(file), "cannot be read, " + FileFailure.words(e) + "; left out");
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    for (ClassSource source : reader.sources()) {
      source.close();
    }
  }

  private record Place(ClassSource source, String file, ClassLoader loader) {}

  /** What stands for the loader of the classes of one jar or folder, and carries its name. */
  private final class Loader extends ClassLoader {

    Loader(String name) {
      super(name, ClassLoader.getPlatformClassLoader());
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
      byte[] found =
          name.endsWith(SUFFIX)
              ? ClassPath.this.read(name.substring(0, name.length() - SUFFIX.length()))
              : null;
      return found == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(found);
    }
  }
}
