package otklik.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.GenericTypeResolver;
import otklik.commands.Command;
import otklik.commands.CommandHandler;
import otklik.commands.SealedMembers;
import otklik.lifecycle.Effect;
import otklik.lifecycle.EffectHandler;

/// Whatever can be done, and whatever follows from it, has one who does it in the program as it is wired.
class HandlersTest extends Conversation {
  private static final List<JavaClass> HOUSE = Stream.concat(
      new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("otklik").stream(),
      new ClassFileImporter().importPackages("otklik.lostproperty").stream()).toList();

  @Test
  void each_command_has_exactly_one_handler() {
    eachHasOne(Command.class, CommandHandler.class, desk.stage.beans(CommandHandler.class));
  }

  @Test
  void each_effect_of_a_scenarios_own_has_exactly_one_who_applies_it() {
    eachHasOne(Effect.Own.class, EffectHandler.class, desk.stage.beans(EffectHandler.class));
  }

  private static void eachHasOne(Class<?> root, Class<?> type, Collection<?> handlers) {
    List<Class<?>> members = HOUSE.stream().filter(JavaClass::isInterface)
        .filter(family -> family.getRawInterfaces().stream().anyMatch(above -> above.isEquivalentTo(root)))
        .flatMap(family -> SealedMembers.of(family.reflect()).stream()).toList();
    assertThat(members).as("one sealed interface for each scenario").isNotEmpty().doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(HOUSE.stream().filter(each -> !each.isInterface())
            .filter(each -> each.isAssignableTo(root)).<Class<?>>map(JavaClass::reflect).toList());
    assertThat(members).allSatisfy(member -> assertThat(handlers.stream().<Class<?>>map(Object::getClass)
        .filter(handler -> GenericTypeResolver.resolveTypeArgument(handler, type).isAssignableFrom(member)))
        .as("whoever is for " + member.getName()).hasSize(1));
  }
}
