package dev.mcphotfix.agent.command.attach.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder that looks like that of a process below {@code /proc}. */
public final class FakeProcess {

  private static final String LIBRARY = "/opt/java/lib/server/libjvm.so";

  private final Path folder;
  private final Path root;

  public FakeProcess(Path proc, String pid) throws IOException {
    folder = Files.createDirectories(proc.resolve(pid));
    root = Files.createDirectories(folder.resolve("root"));
    Files.createDirectories(root.resolve("tmp"));
    withStatus("S (sleeping)", 1000, "4004002000004004");
    withNamespaces("mnt:[1]", "pid:[1]");
  }

  public Path root() {
    return root;
  }

  public FakeProcess withStatus(String state, int user, String caught) throws IOException {
    Files.writeString(
        folder.resolve("status"),
        """
        Name:\tjava
        State:\t%s
        Uid:\t%d\t%d\t%d\t%d
        Gid:\t50\t50\t50\t50
        Groups:\t50 60
        NSpid:\t4711\t7
        SigCgt:\t%s
        """
            .formatted(state, user, user, user, user, caught));
    return this;
  }

  public FakeProcess withNamespaces(String mounts, String pids) throws IOException {
    Path ns = Files.createDirectories(folder.resolve("ns"));
    link(ns.resolve("mnt"), mounts);
    link(ns.resolve("pid"), pids);
    return this;
  }

  public FakeProcess withJava(String modules) throws IOException {
    Files.writeString(
        folder.resolve("maps"),
        "7f00-7f01 r--p 00000000 fe:00 32 "
            + " ".repeat(9)
            + LIBRARY
            + "\n7f02-7f03 rw-p [heap]\n");
    Path home = Files.createDirectories(root.resolve("opt/java/lib/server")).resolve("../..");
    Files.writeString(
        home.resolve("release"), "JAVA_VERSION=\"21.0.4\"\nMODULES=\"" + modules + "\"\n");
    return this;
  }

  public FakeProcess withCommand(String... words) throws IOException {
    Files.writeString(folder.resolve("cmdline"), String.join("\0", words) + "\0");
    return this;
  }

  public FakeProcess withVariables(String... variables) throws IOException {
    Files.writeString(folder.resolve("environ"), String.join("\0", List.of(variables)) + "\0");
    return this;
  }

  FakeProcess withOpen(String jar) throws IOException {
    link(Files.createDirectories(folder.resolve("fd")).resolve("5"), jar);
    return this;
  }

  public FakeProcess withFile(String name) throws IOException {
    Path file = root.resolve(name.substring(1));
    Files.createDirectories(file.getParent());
    Files.writeString(file, "content");
    return this;
  }

  private static void link(Path link, String target) throws IOException {
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, Path.of(target));
  }
}
