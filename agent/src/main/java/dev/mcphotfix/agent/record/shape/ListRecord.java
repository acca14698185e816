package dev.mcphotfix.agent.record.shape;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** A list of records; its properties are its elements, and their names what they are counted by. */
public final class ListRecord implements CredentialRecord {

  private List<@Nullable Object> list;
  private final @Nullable Object[] elements;

  private ListRecord(List<@Nullable Object> list) {
    this.list = list;
    this.elements = list.toArray();
  }

  /** Answers null for what is no list, or one that may fetch its elements when it is asked. */
  @SuppressWarnings("unchecked") // what it is given is what it held, or a copy of it
  public static @Nullable ListRecord of(Object value) {
    boolean held = value instanceof RandomAccess || value.getClass().getClassLoader() == null;
    return held && value instanceof List<?> list
        ? new ListRecord((List<@Nullable Object>) list)
        : null;
  }

  @Override
  public Object value() {
    return list;
  }

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < elements.length; i++) {
      names.add(String.valueOf(i));
    }
    return names;
  }

  @Override
  public @Nullable Object property(String name) {
    return elements[Integer.parseInt(name)];
  }

  /** A list that the host has changed meanwhile is left alone. */
  @Override
  public boolean set(String name, Object value) {
    int index = Integer.parseInt(name);
    try {
      if (list.get(index) != elements[index]) {
        return false;
      }
      list.set(index, value);
      return true;
    } catch (UnsupportedOperationException unmodifiable) {
      return copied(index, value);
    } catch (IndexOutOfBoundsException changed) {
      return false;
    }
  }

  @SuppressWarnings("unchecked") // the library copies what it is given
  private boolean copied(int index, Object value) {
    List<@Nullable Object> copy = new ArrayList<>(list);
    copy.set(index, value);
    Object fitting = FittingCopy.of(list, copy, Collection.class);
    if (fitting == null) {
      return false;
    }
    list = (List<@Nullable Object>) fitting;
    return true;
  }
}
