package otklik.lifecycle;


/// Applies effects of a scenario's own. One bean for each, or for each family. It gives no commands: these are decided
/// before.
///
/// @param <E> the effect, or the sealed interface of a family
public interface EffectHandler<E extends Effect.Own> {
  void apply(Transition transition, E effect) throws Exception;
}
