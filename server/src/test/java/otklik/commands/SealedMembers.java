package otklik.commands;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// All that belongs to a sealed interface, at any depth, in the order in which it stands there.
public final class SealedMembers {
  private SealedMembers() {}

  public static List<Class<?>> of(Class<?> family) {
    return (family.isSealed() ? Arrays.stream(family.getPermittedSubclasses()).flatMap(each -> of(each).stream())
        : Stream.<Class<?>>of(family)).distinct().toList();
  }
}
