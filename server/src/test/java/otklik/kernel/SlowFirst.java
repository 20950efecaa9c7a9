package otklik.kernel;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.ResourceLock;

/// Classes that are tagged `slow` begin before all others, and before these those that go one after another: together
/// they are the longest way through the suite.
public final class SlowFirst implements ClassOrderer {
  @Override
  public void orderClasses(ClassOrdererContext context) {
    context.getClassDescriptors().sort(Comparator.comparing(SlowFirst::goesAlone).thenComparing(SlowFirst::isSlow)
        .reversed());
  }

  private static boolean goesAlone(ClassDescriptor one) {
    return one.isAnnotated(ResourceLock.class);
  }

  private static boolean isSlow(ClassDescriptor one) {
    return one.findRepeatableAnnotations(Tag.class).stream().anyMatch(tag -> tag.value().equals("slow"));
  }
}
