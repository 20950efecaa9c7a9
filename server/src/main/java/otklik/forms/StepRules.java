package otklik.forms;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import otklik.channels.Call;
import otklik.channels.Incoming;
import otklik.dialogs.Visitor;
import otklik.talk.Press;
import otklik.talk.Pressing;

/// What is declared of a step. Whatever isn't declared has the usual meaning: without a question nothing is asked,
/// words are kept and the person is reminded of the buttons, and it waits for ever.
public final class StepRules<S extends FormStep> {
  /// The question of a step.
  public interface Question<S extends FormStep> {
    Call of(Visitor visitor, S step) throws Exception;
  }

  /// What words mean in it.
  public interface Heard<S extends FormStep> {
    Next heard(Answer<S> answer) throws Exception;
  }

  /// What a press means in it.
  public interface Pressed<S extends FormStep> {
    Next pressed(Pressing pressing, S step) throws Exception;
  }

  /// How long it waits.
  public interface Patience<S extends FormStep> {
    @Nullable Duration of(Visitor visitor, S step);
  }

  /// What happens when nobody answers.
  public interface Unanswered<S extends FormStep> {
    Next unanswered(Visitor visitor, S step) throws Exception;
  }

  /// Whether what is said may answer it.
  public interface MayAnswer {
    /// @param since when it was asked
    boolean mayAnswer(Visitor visitor, Incoming.Said said, Instant since);
  }

  /// Reads what the step asks for; empty when it isn't there.
  public interface Reading<S extends FormStep, A> {
    Optional<A> read(Answer<S> answer) throws Exception;
  }

  /// Where that leads.
  public interface Leading<S extends FormStep, A> {
    Next leads(Visitor visitor, S step, A read) throws Exception;
  }

  /// What is to be forgotten when somebody leaves the form, besides what it kept of their words.
  public interface Left<S extends FormStep> {
    void left(Visitor visitor, S step) throws Exception;
  }

  record Wait<S extends FormStep>(Patience<S> patience, Unanswered<S> then) {}

  final Class<S> kind;
  final Map<Press.Kind, Pressed<S>> presses = new LinkedHashMap<>();
  final List<Wait<S>> waits = new ArrayList<>();
  @Nullable Question<S> question;
  Heard<S> heard;
  MayAnswer mayAnswer = (_, _, _) -> true;
  UnaryOperator<Incoming.Said> readAs = said -> said;
  Left<S> left = (_, _) -> {};
  String beside = "";

  private final Forms forms;

  StepRules(Forms forms, Class<S> kind) {
    this.forms = forms;
    this.kind = kind;
    heard = forms::insteadOfPress;
  }

  /// What is asked when somebody comes here. Its buttons go when it is answered, in whatever way.
  public StepRules<S> asks(Question<S> asked) {
    question = asked;
    return this;
  }

  public StepRules<S> heard(Heard<S> by) {
    heard = by;
    return this;
  }

  /// An answer that can be read. It is kept, whether it can or not; what can't is part of what was written, and the
  /// person is asked otherwise. An album comes item by item and is answered once.
  public <A> StepRules<S> accepts(Reading<S, A> reading, Leading<S, A> leading, Question<S> otherwise) {
    return heard(answer -> forms.accepted(answer, reading, leading, otherwise));
  }

  public StepRules<S> pressed(Press.Kind button, Pressed<S> by) {
    presses.put(button, by);
    return this;
  }

  /// Called again for what is waited for after that.
  public StepRules<S> waits(Patience<S> patience, Unanswered<S> then) {
    waits.add(new Wait<>(patience, then));
    return this;
  }

  public StepRules<S> waits(Duration patience, Unanswered<S> then) {
    return waits((_, _) -> patience, then);
  }

  /// What surely doesn't answer it is for whoever they speak with, if they do.
  public StepRules<S> answeredBy(MayAnswer answers) {
    mayAnswer = answers;
    return this;
  }

  /// How what was said is read in this step.
  public StepRules<S> readAs(UnaryOperator<Incoming.Said> as) {
    readAs = as;
    return this;
  }

  public StepRules<S> left(Left<S> forgets) {
    left = forgets;
    return this;
  }

  /// It is asked beside the form of the chat, under this name: what isn't one question with it.
  public StepRules<S> beside(String name) {
    beside = name;
    forms.mayBeBeside(name);
    return this;
  }
}
