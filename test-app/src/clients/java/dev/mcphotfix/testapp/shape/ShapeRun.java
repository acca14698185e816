package dev.mcphotfix.testapp.shape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Puts records of every shape through a store. Prints for each, with tabs between them: the shape,
 * the kind of record, where it went through, what it was, and what the application has in the end.
 * Before, a token request to a url with the number of the line goes through the store, so that what
 * the agent says of each record follows what it says of that.
 */
public final class ShapeRun {

  private static final Map<String, Map<String, String>> RECORDS = new LinkedHashMap<>();

  static {
    RECORDS.put("bare", record("example-server", "rt-secret", ""));
    RECORDS.put("own-id", record("example-server", "rt-secret", "registered-elsewhere"));
    RECORDS.put("no-refresh", record("example-server", "", ""));
    RECORDS.put("unmatched", record("another-server", "rt-secret", ""));
  }

  private static int printed;

  private ShapeRun() {}

  /** Called by {@link ShapeHost} in a class loader of the application's own. */
  public static void run() {
    List<Shape<?>> shapes = new ArrayList<>(JsonShapes.all());
    shapes.addAll(MapShapes.all());
    shapes.addAll(ChangeableShapes.all());
    shapes.addAll(CopiedShapes.all());
    shapes.addAll(HolderShapes.all());
    shapes.forEach(ShapeRun::saveLoadAndKeep);
    NestedShapes.all().forEach(ShapeRun::loadNested);
    loadTyped(KtorTokens.shape());
  }

  private static void saveLoadAndKeep(Shape<?> shape) {
    Store store = new Store();
    print(shape, "arg", RECORDS, store::save);
    print(shape, "return", RECORDS, each -> store.load(() -> each));
    print(
        shape,
        "field",
        RECORDS,
        each -> {
          store.keep(each);
          return Objects.requireNonNull(store.kept());
        });
  }

  private static void loadNested(Shape<?> shape) {
    print(shape, "return", RECORDS, each -> new Store().loadNested(() -> each));
  }

  /** Without the one of another server, since these do not say whose they are. */
  private static void loadTyped(Shape<?> shape) {
    Map<String, Map<String, String>> records = new LinkedHashMap<>(RECORDS);
    records.remove("unmatched");
    print(shape, "return", records, each -> new Store().loadTyped(() -> each));
  }

  private static void print(
      Shape<?> shape,
      String target,
      Map<String, Map<String, String>> records,
      UnaryOperator<Object> through) {
    records.forEach(
        (kind, properties) -> {
          String before = shape.show(Objects.requireNonNull(shape.record(properties)));
          new Store().mark("http://localhost/" + printed++, "grant_type=password");
          Object record = Objects.requireNonNull(shape.record(properties));
          String after = shape.show(through.apply(record));
          System.out.println(String.join("\t", shape.name(), kind, target, before, after));
        });
  }

  /** Without those that are empty. */
  private static Map<String, String> record(
      String serverName, String refreshToken, String clientId) {
    Map<String, String> record = new LinkedHashMap<>();
    record.put("serverName", serverName);
    record.put("clientId", clientId);
    record.put("refreshToken", refreshToken);
    record.put("scope", "mcp \"tools\"");
    record.values().removeIf(String::isEmpty);
    return record;
  }
}
