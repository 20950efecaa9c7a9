package otklik.kernel;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.Tag;

/// Classes that are tagged `slow` begin before all others.
public final class SlowFirst implements ClassOrderer {
  @Override
  public void orderClasses(ClassOrdererContext context) {
    List<? extends ClassDescriptor> classes = context.getClassDescriptors();
    classes.sort(Comparator.comparing(one -> !isSlow(one)));
  }

  private static boolean isSlow(ClassDescriptor one) {
    return one.findRepeatableAnnotations(Tag.class).stream().anyMatch(tag -> tag.value().equals("slow"));
  }
}
