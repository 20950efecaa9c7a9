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

/// Beside `@ParameterizedClass(name = "{0}")`, for conversations: on SQLite. That the rails keep their promises on
/// PostgreSQL too is proven by their own tests, so one class of each area says [AlsoOnPostgres] and no more.
/// `-Dotklik.databases=ALL` plays all of them on both, as `./otklik test --all-databases` does.
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(ConversationDatabase.Named.class)
public @interface ConversationDatabase {
  /// Those that are to be tested.
  final class Named implements ArgumentsProvider {
    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
      boolean both = TestDatabases.areAllWanted()
          || context.getRequiredTestClass().isAnnotationPresent(AlsoOnPostgres.class);
      return TestDatabases.wanted().filter(one -> both || one == TestDatabases.SQLITE || TestDatabases.isOneWanted())
          .map(Arguments::of);
    }
  }
}
