package otklik.dialogs;



/// Where a person is in a form. Implemented by records that carry all that was collected before, each [StoredAs] a tag:
/// people are in the middle of it while the program is replaced.
public interface Step {
  static String tag(Class<? extends Step> kind) {
    StoredAs stored = kind.getAnnotation(StoredAs.class);
    if (stored == null) {
      throw new IllegalStateException(kind.getName() + " has no @StoredAs");
    }
    return stored.value();
  }

  default String tag() {
    return tag(getClass());
  }
}
