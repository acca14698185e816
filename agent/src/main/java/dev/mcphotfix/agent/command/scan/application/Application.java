package dev.mcphotfix.agent.command.scan.application;

import dev.mcphotfix.agent.command.scan.classfile.ClassShape;
import dev.mcphotfix.agent.command.scan.classfile.MethodShape;
import dev.mcphotfix.agent.command.scan.classfile.MethodShape.Call;
import dev.mcphotfix.agent.command.scan.flow.FormFlow;
import dev.mcphotfix.agent.command.scan.flow.KeyFlow;
import dev.mcphotfix.agent.command.scan.flow.ServerFlow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import net.bytebuddy.jar.asm.ClassReader;
import org.jspecify.annotations.Nullable;

/** The classes that have to do with credentials, and who calls whom among them. */
public final class Application {

  private final Map<String, ClassShape> shapes;
  private final Map<String, RecordType> records;
  private final Map<String, Set<HttpLibrary.Use>> libraries;
  private final boolean hooks;
  private final ClassFiles files;
  private final Hierarchy hierarchy;
  private final Map<Call, List<MethodShape>> callers = new HashMap<>();

  Application(
      Map<String, ClassShape> shapes,
      Map<String, RecordType> records,
      Map<String, Set<HttpLibrary.Use>> libraries,
      boolean hooks,
      ClassFiles files) {
    this.shapes = shapes;
    this.records = records;
    this.libraries = libraries;
    this.hooks = hooks;
    this.files = files;
    this.hierarchy = new Hierarchy(shapes, files);
    for (ClassShape shape : shapes.values()) {
      for (MethodShape method : shape.methods()) {
        method.calls().forEach(c -> callers.computeIfAbsent(c, k -> new ArrayList<>()).add(method));
      }
    }
  }

  public Iterable<ClassShape> shapes() {
    return shapes.values();
  }

  /** All methods that a rule may name. */
  public List<MethodShape> methods() {
    return shapes.values().stream()
        .flatMap(shape -> shape.methods().stream())
        .filter(MethodShape::isForRules)
        .toList();
  }

  public @Nullable ClassShape shape(String name) {
    return shapes.get(name);
  }

  public @Nullable RecordType record(String name) {
    return records.get(name);
  }

  /** What extends and implements what. */
  public Hierarchy hierarchy() {
    return hierarchy;
  }

  /** The HTTP libraries that a class uses. */
  Set<HttpLibrary.Use> libraries(String className) {
    return libraries.getOrDefault(className, Set.of());
  }

  /** Whether what a built-in hook sees needs no rule. */
  boolean isHooked() {
    return hooks;
  }

  /** Methods that call this one, by the class that declares it. */
  public List<MethodShape> callers(MethodShape method) {
    return callers.getOrDefault(method.asCall(), List.of());
  }

  /** The method that a call reaches, where its class is known and declares it. */
  public @Nullable MethodShape called(Call call) {
    ClassShape shape = shapes.get(call.owner());
    return shape == null ? null : shape.method(call.name(), call.descriptor());
  }

  /**
   * Where the forms go in a method that makes them or is given them; null without a class file.
   *
   * @param forms indexes of its parameters that are forms
   * @param makers methods that return a form
   */
  public @Nullable FormFlow flow(MethodShape method, Set<Integer> forms, Set<Call> makers) {
    ClassReader file = files.read(method.owner());
    return file == null ? null : FormFlow.of(file, method, forms, makers);
  }

  /** The literals that a method looks up, as the keys of a record. */
  public Set<String> keysRead(MethodShape method) {
    ClassReader file = files.read(method.owner());
    return file == null ? Set.of() : KeyFlow.read(file, method);
  }

  /** Indexes of the parameters that name a server, by what the method and its callers do. */
  public Set<Integer> servers(MethodShape method) {
    Set<Integer> servers = new HashSet<>();
    List<MethodShape> same = hierarchy.same(method);
    for (MethodShape each : same) {
      ClassReader own = files.read(each.owner());
      servers.addAll(own == null ? Set.of() : ServerFlow.in(own, each));
      for (MethodShape caller : callers(each)) {
        ClassReader file = files.read(caller.owner());
        Predicate<Call> meant = each.asCall()::equals;
        servers.addAll(file == null ? Set.of() : ServerFlow.in(file, caller, meant));
      }
    }
    return servers;
  }

  /** What a method does itself, by methods of its own class, or by what implements it. */
  public @Nullable Storage storage(MethodShape method, boolean writing) {
    Set<MethodShape> reached = new LinkedHashSet<>(Set.of(method));
    reached.addAll(hierarchy.implementations(method));
    for (MethodShape each : List.copyOf(reached)) {
      each.calls().stream()
          .filter(call -> call.owner().equals(each.owner()))
          .map(this::called)
          .forEach(reached::add);
    }
    for (@Nullable MethodShape each : reached) {
      for (Call call : each == null ? Set.<Call>of() : each.calls()) {
        Storage storage = Storage.of(call, writing);
        if (storage != null) {
          return storage;
        }
      }
    }
    return null;
  }
}
