package otklik.console.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import otklik.console.accounts.ConsoleRole;

/// Who of a workspace may open a page or send a form. Each that is about a workspace bears it.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowedTo {
  ConsoleRole[] value();
}
