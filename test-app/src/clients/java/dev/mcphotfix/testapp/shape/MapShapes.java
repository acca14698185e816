package dev.mcphotfix.testapp.shape;

import com.google.common.collect.ImmutableMap;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import kotlin.collections.MapsKt;

/** Maps of text. */
final class MapShapes {

  private MapShapes() {}

  static List<Shape<?>> all() {
    return List.of(
        map("map", LinkedHashMap::new),
        map("unmodifiable-map", map -> Collections.unmodifiableMap(new LinkedHashMap<>(map))),
        map("kotlin-map", MapShapes::kotlin),
        new Shape<>("map-copy", Map::copyOf, MapShapes::sorted),
        new Shape<NavigableMap<String, String>>(
            "sorted-map",
            map -> Collections.unmodifiableNavigableMap(new TreeMap<>(map)),
            map -> Shape.text(map.keySet(), map::get)),
        new Shape<ImmutableMap<String, String>>(
            "guava-map", ImmutableMap::copyOf, map -> Shape.text(map.keySet(), map::get)),
        new Shape<>("properties", MapShapes::properties, MapShapes::sorted),
        new Shape<>("alone-own-map", OwnMap::new, map -> Shape.text(map.keySet(), map::get)));
  }

  private static Shape<Map<String, String>> map(
      String name, Function<Map<String, String>, Map<String, String>> copy) {
    return new Shape<>(name, copy, map -> Shape.text(map.keySet(), map::get));
  }

  private static Map<String, String> kotlin(Map<String, String> properties) {
    Map<String, String> map = MapsKt.createMapBuilder();
    map.putAll(properties);
    return MapsKt.build(map);
  }

  private static Properties properties(Map<String, String> map) {
    Properties properties = new Properties();
    properties.putAll(map);
    return properties;
  }

  private static String sorted(Map<?, ?> map) {
    return Shape.text(new TreeSet<>(map.keySet()), map::get);
  }

  /** A class of the application itself, for which no other map can stand in. */
  static final class OwnMap extends HashMap<String, String> {
    private static final long serialVersionUID = 1;

    OwnMap(Map<String, String> properties) {
      properties.forEach(super::put);
    }

    @Override
    public String put(String name, String value) {
      throw new UnsupportedOperationException(name);
    }
  }
}
