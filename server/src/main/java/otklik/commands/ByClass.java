package otklik.commands;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.GenericTypeResolver;

/// Beans found by the class of what they are for, which stands in their header: a class, or a sealed interface and all
/// that belongs to it.
public final class ByClass<H> {
  private final Map<Class<?>, H> handlers = new HashMap<>();

  /// @param type with one parameter: what it is for
  /// @throws IllegalStateException when two are for the same
  public ByClass(Class<H> type, Collection<? extends H> all) {
    for (H handler : all) {
      Class<?> of = GenericTypeResolver.resolveTypeArgument(handler.getClass(), type);
      if (of == null) {
        throw new IllegalStateException(handler.getClass() + " doesn't say what it is for");
      }
      add(of, handler);
    }
  }

  private void add(Class<?> of, H handler) {
    if (of.isSealed()) {
      for (Class<?> member : of.getPermittedSubclasses()) {
        add(member, handler);
      }
    } else if (handlers.put(of, handler) != null) {
      throw new IllegalStateException("two are for " + of.getName());
    }
  }

  /// @throws IllegalStateException when nobody is for it
  public H of(Object value) {
    H handler = handlers.get(value.getClass());
    if (handler == null) {
      throw new IllegalStateException("nobody is for " + value);
    }
    return handler;
  }
}
