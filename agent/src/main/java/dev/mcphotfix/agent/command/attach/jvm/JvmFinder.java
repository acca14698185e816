package dev.mcphotfix.agent.command.attach.jvm;

import dev.mcphotfix.agent.command.terminal.Untrusted;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the JVMs that this user may attach to, without touching any: by {@code /proc} on Linux, and
 * elsewhere by the files in which JVMs say what they are.
 */
public record JvmFinder(ProcessFiles processes, Path temporary) {

  /** That of this machine. */
  public static JvmFinder here() {
    return new JvmFinder(
        ProcessFiles.here(), Path.of(System.getProperty("java.io.tmpdir", "/tmp")));
  }

  /** Those that look like MCP clients first; without the JVM that asks. */
  public List<RunningJvm> all() {
    return pids().stream()
        .filter(pid -> pid != ProcessHandle.current().pid())
        .map(this::find)
        .filter(Objects::nonNull)
        .sorted(
            Comparator.comparing((RunningJvm jvm) -> jvm.mayHaveAgent() ? 0 : 1)
                .thenComparing(jvm -> -jvm.evidence().size())
                .thenComparing(RunningJvm::pid))
        .toList();
  }

  /** The variables with which it was started; ours where it does not tell. Not to be shown. */
  public Map<String, String> environment(long pid) {
    Map<String, String> theirs = processes.environment(Long.toString(pid));
    return theirs.isEmpty() ? System.getenv() : theirs;
  }

  /** Null where that is no JVM, or none that this user may look at. */
  public @Nullable RunningJvm find(long pid) {
    return processes.arePresent() ? ofLinux(Long.toString(pid)) : ofAny(pid);
  }

  private Set<Long> pids() {
    if (processes.arePresent()) {
      return new TreeSet<>(processes.processes());
    }
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::pid)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private @Nullable RunningJvm ofLinux(String pid) {
    ProcessStatus status = processes.status(pid);
    String library = status == null || status.hasEnded() ? null : processes.library(pid);
    if (status == null || library == null) {
      return null;
    }
    TargetFiles files = processes.files(pid);
    Path folder = files.find("/tmp");
    Map<String, String> own =
        folder == null ? Map.of() : PerformanceData.read(folder, status.innerPid());
    JavaCommand command = JavaCommand.of(processes.commandLine(pid));
    Set<String> open = processes.openJars(pid);
    JvmJars jars = new JvmJars(files, command, own.get("java.property.java.class.path"), open);
    Set<String> agents = jars.agents();
    return new RunningJvm(
        Long.parseLong(pid),
        RunningJvm.user(Long.parseLong(pid), status),
        program(command, own, processes.commandLine(pid)),
        version(own, RuntimeImage.of(files, library)),
        RuntimeImage.home(library),
        JvmOptions.of(command.options(), processes.environment(pid), own, agents),
        McpEvidence.of(jars.names(), command.arguments()),
        !agents.isEmpty());
  }

  private @Nullable RunningJvm ofAny(long pid) {
    Map<String, String> own = PerformanceData.read(temporary, pid);
    if (own.isEmpty() || ProcessHandle.of(pid).isEmpty()) {
      return null;
    }
    JavaCommand none = JavaCommand.of(List.of());
    String path = own.getOrDefault("java.property.java.class.path", "");
    return new RunningJvm(
        pid,
        RunningJvm.user(pid, null),
        program(none, own, List.of()),
        version(own, null),
        own.get("java.property.java.home"),
        JvmOptions.of(List.of(), Map.of(), own, Set.of()),
        McpEvidence.of(JvmJars.entries(path), List.of()),
        true);
  }

  private static @Nullable String version(Map<String, String> own, @Nullable RuntimeImage image) {
    String version = own.get("java.property.java.version");
    if (version == null && image != null) {
      version = image.version();
    }
    return version == null ? null : Untrusted.name(version);
  }

  /** The main class or jar; of what the JVM itself says only the first word, never an argument. */
  private static String program(JavaCommand command, Map<String, String> own, List<String> words) {
    String main = command.main();
    if (main == null) {
      String said = own.getOrDefault("sun.rt.javaCommand", "").strip();
      int space = said.indexOf(' ');
      main = space < 0 ? said : said.substring(0, space);
    }
    if (main.isEmpty() && !words.isEmpty()) {
      main = words.get(0);
    }
    boolean isFile = command.isJar() || main.endsWith(".jar") || main.startsWith("/");
    return Untrusted.name(isFile ? JavaCommand.fileName(main) : main);
  }
}
