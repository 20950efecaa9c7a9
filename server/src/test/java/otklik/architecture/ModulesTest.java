package otklik.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {
  /// The generated tables are seen by every repository, and the wiring knows the messengers by name.
  @Test
  void modules_use_only_what_others_expose() {
    assertThat(ApplicationModules.of("otklik").detectViolations().getMessages().stream()
        .filter(violation -> !violation.contains("non-exposed type otklik.storage.schema."))
        .filter(violation -> !violation.contains("'root:otklik'"))).isEmpty();
  }
}
