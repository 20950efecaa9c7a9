package otklik.dialogs;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Names a kind of [Step] and its version, for example `helpdesk.category.v1`. Stored: never reuse or rename one.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface StoredAs {
  String value();
}
