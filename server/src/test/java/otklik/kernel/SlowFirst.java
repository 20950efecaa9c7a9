package otklik.kernel;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.Tag;

/// The longest begin first, so that none is alone at the end: classes that start processes of their own, then others
/// that are tagged `slow`, then the rest.
public final class SlowFirst implements ClassOrderer {
  @Override
  public void orderClasses(ClassOrdererContext context) {
    context.getClassDescriptors().sort(Comparator.comparing((ClassDescriptor one) -> has("program", one))
        .thenComparing(one -> has("slow", one)).reversed());
  }

  private static boolean has(String tag, ClassDescriptor one) {
    return one.findRepeatableAnnotations(Tag.class).stream().anyMatch(each -> each.value().equals(tag));
  }
}
