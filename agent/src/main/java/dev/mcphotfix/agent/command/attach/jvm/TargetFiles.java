package dev.mcphotfix.agent.command.attach.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Files as another process sees them, which may live in a container. */
public record TargetFiles(Path root, Path workingFolder) {

  private static final int MOST_LINKS = 40;
  private static final int READ = 4;
  private static final int SEARCH = 1;

  /**
   * Where the file of that name is for us, links followed as the process would follow them; null
   * where the process has no such file.
   */
  public @Nullable Path find(String name) {
    List<Place> way = way(name);
    return way == null ? null : way.get(way.size() - 1).path;
  }

  /**
   * Where the process, as that user, is refused on the way to the file; null where it is not, or
   * has no such file.
   */
  public @Nullable String obstacle(String name, ProcessStatus reader) {
    List<Place> way = way(name);
    for (int i = 1; way != null && i < way.size(); i++) {
      if (!allows(way.get(i).path, reader, i == way.size() - 1 ? READ : SEARCH)) {
        return way.get(i).shown;
      }
    }
    return null;
  }

  /** From where the name is looked up to the file; null where the process has no such file. */
  private @Nullable List<Place> way(String name) {
    Path named = root.getFileSystem().getPath(name);
    Path start = named.isAbsolute() ? root : workingFolder;
    Path at = start;
    List<Place> way = new ArrayList<>(List.of(new Place(start, "")));
    StringBuilder shown = new StringBuilder();
    Deque<Path> names = new ArrayDeque<>();
    named.normalize().forEach(names::add);
    for (int links = 0; !names.isEmpty(); ) {
      Path next = at.resolve(names.pop().toString());
      if (Files.isSymbolicLink(next) && !isMagic(next)) {
        if (links++ > MOST_LINKS) {
          return null;
        }
        Path target = readLink(next);
        if (target == null) {
          return null;
        }
        for (int i = target.getNameCount() - 1; i >= 0; i--) {
          names.push(target.getName(i));
        }
        at = target.isAbsolute() ? root : at;
        if (target.isAbsolute()) {
          shown.setLength(0);
        }
        continue;
      }
      if (!Files.exists(next, LinkOption.NOFOLLOW_LINKS)) {
        return null;
      }
      at = next.normalize().startsWith(start) ? next.normalize() : next;
      shown.append('/').append(next.getFileName());
      way.add(new Place(at, shown.toString()));
    }
    return way;
  }

  /** The links of {@code /proc} themselves lead into the process; they are not read. */
  private boolean isMagic(Path path) {
    return path.equals(root) || path.equals(workingFolder);
  }

  private static @Nullable Path readLink(Path link) {
    try {
      return Files.readSymbolicLink(link);
    } catch (IOException notReadable) {
      return null;
    }
  }

  private static boolean allows(Path path, ProcessStatus reader, int wanted) {
    if (reader.user() == 0) {
      return true;
    }
    try {
      Map<String, Object> traits = Files.readAttributes(path, "unix:uid,gid,mode");
      int mode = (int) traits.getOrDefault("mode", 0);
      int shift =
          reader.user() == (int) traits.getOrDefault("uid", -1)
              ? 6
              : reader.groups().contains(traits.get("gid")) ? 3 : 0;
      return ((mode >> shift) & wanted) == wanted;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
      return true;
    }
  }

  /** Where it is for us, and how the process calls it. */
  private record Place(Path path, String shown) {}
}
