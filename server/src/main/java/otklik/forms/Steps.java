package otklik.forms;

import java.util.LinkedHashSet;
import java.util.Set;
import otklik.talk.Press;
import otklik.talk.Pressing;
import otklik.talk.Response;

/// The steps of one [Form].
public final class Steps {
  private final Forms forms;
  private final String scenario;
  private final Set<StepRules<?>> rules = new LinkedHashSet<>();

  Steps(Forms forms, String scenario) {
    this.forms = forms;
    this.scenario = scenario;
  }

  /// What happens in a step. Each kind is declared once in the program.
  public <S extends FormStep> StepRules<S> at(Class<S> kind) {
    StepRules<S> declared = new StepRules<>(forms, kind);
    forms.know(scenario, declared);
    rules.add(declared);
    return declared;
  }

  Set<Press.Kind> buttons() {
    Set<Press.Kind> all = new LinkedHashSet<>();
    rules.forEach(each -> all.addAll(each.presses.keySet()));
    return all;
  }

  Response pressed(Pressing pressing) throws Exception {
    return forms.pressed(pressing, rules);
  }
}
