package otklik.lifecycle;

import java.util.List;
import org.springframework.stereotype.Component;
import otklik.commands.ByClass;

/// Applies effects, in their order and in the transaction of their move.
@Component
final class Effects {
  @SuppressWarnings("rawtypes") // of any effect
  private final ByClass<EffectHandler> own;
  private final CommonEffects common;

  Effects(List<EffectHandler<?>> all, CommonEffects common) {
    this.own = new ByClass<>(EffectHandler.class, all);
    this.common = common;
  }

  void apply(Transition transition, List<Effect> effects) throws Exception {
    for (Effect effect : effects) {
      if (effect instanceof Effect.Own its) {
        applyOwn(transition, its);
      } else {
        common.apply(transition, effect);
      }
    }
  }

  @SuppressWarnings("unchecked") // a handler is found by the class that it applies
  private <E extends Effect.Own> void applyOwn(Transition transition, E effect) throws Exception {
    ((EffectHandler<E>) own.of(effect)).apply(transition, effect);
  }
}
