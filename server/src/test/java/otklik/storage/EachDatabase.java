package otklik.storage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/// Beside `@ParameterizedClass(name = "{0}")` or `@ParameterizedTest`: once on each database, because what a rail
/// promises must hold on both. Whoever is in a hurry names one with `-Dotklik.databases=SQLITE`, as
/// `./otklik test --fast` does.
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(EachDatabase.Named.class)
public @interface EachDatabase {
  /// Those that are to be tested.
  final class Named implements ArgumentsProvider {
    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
      return TestDatabases.wanted().map(Arguments::of);
    }
  }
}
