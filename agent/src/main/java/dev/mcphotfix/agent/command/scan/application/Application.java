package dev.mcphotfix.agent.command.scan.application;

import dev.mcphotfix.agent.command.scan.classfile.ClassShape;
import dev.mcphotfix.agent.command.scan.classfile.MethodShape;
import dev.mcphotfix.agent.command.scan.classfile.MethodShape.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The classes that have to do with credentials, and who calls whom among them. */
public final class Application {

  private final Map<String, ClassShape> shapes;
  private final Map<String, RecordType> records;
  private final RequestTypes requests;
  private final Map<String, Set<HttpLibrary.Use>> libraries;
  private final boolean hooks;
  private final ClassFiles files;
  private final Hierarchy hierarchy;
  private final Map<Call, List<MethodShape>> callers = new HashMap<>();

  Application(
      Map<String, ClassShape> shapes,
      Map<String, RecordType> records,
      RequestTypes requests,
      Map<String, Set<HttpLibrary.Use>> libraries,
      boolean hooks,
      ClassFiles files) {
    this.shapes = shapes;
    this.records = records;
    this.requests = requests;
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

  /** The request object that a method makes, which a writer turns into a body; null without one. */
  public @Nullable String request(MethodShape method) {
    return requests.madeBy(method);
  }

  /** Whether the method makes a refresh request, as a form or as an object. */
  public boolean refreshes(MethodShape method) {
    return method.makesRefreshForm() || request(method) != null;
  }

  /** What extends and implements what. */
  public Hierarchy hierarchy() {
    return hierarchy;
  }

  /** What becomes of values inside the methods. */
  public Flows flows() {
    return new Flows(this, files);
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
