package otklik.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

@Tag("slow")
class ModulesTest {
  /// The generated tables are seen by every repository, and the wiring knows the messengers by name.
  @Test
  void modules_use_only_what_others_expose() {
    assertThat(violations().stream().filter(violation -> !violation.contains("'root:otklik'"))).isEmpty();
  }

  /// What others' libraries are made of says nothing of our modules, and takes half a minute to read.
  private static List<String> violations() {
    return ArchConfiguration.withThreadLocalScope(archUnit -> {
      archUnit.setResolveMissingDependenciesFromClassPath(false);
      return ApplicationModules.of("otklik", resideInAPackage("otklik.storage.schema..")).detectViolations().getMessages();
    });
  }
}
