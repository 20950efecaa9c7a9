package otklik.forms;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.Content;
import otklik.channels.Incoming;
import otklik.delivery.Deliveries;
import otklik.delivery.NewDelivery;
import otklik.dialogs.Dialogs;
import otklik.dialogs.Step;
import otklik.dialogs.Visitor;
import otklik.kernel.MessageId;
import otklik.kernel.PersonId;
import otklik.people.People;
import otklik.people.Person;
import otklik.relay.Direction;
import otklik.relay.Relay;
import otklik.talk.Pressing;
import otklik.talk.Response;
import otklik.timers.Timer;
import otklik.timers.TimerHandler;
import otklik.timers.Timers;
import otklik.turns.Turn;

/// The forms of all scenarios, and where people are in them: in one step of one form at a time, and in one of each that
/// is asked [StepRules#beside] it.
@Component
public final class Forms implements TimerHandler {
  /// Its subject is where the step is kept; the data are the person and how often it rang before.
  private static final String UNANSWERED = "form";

  private final Map<Class<?>, StepRules<?>> rules = new ConcurrentHashMap<>();
  /// By scenario and tag: a channel that changed its scenario has steps that nobody there knows.
  private final Map<String, Map<String, Class<? extends FormStep>>> byTag = new ConcurrentHashMap<>();
  private final Dialogs dialogs;
  private final Timers timers;
  private final People people;
  private final Relay relay;
  private final Deliveries deliveries;

  Forms(Dialogs dialogs, Timers timers, People people, Relay relay, Deliveries deliveries) {
    this.dialogs = dialogs;
    this.timers = timers;
    this.people = people;
    this.relay = relay;
    this.deliveries = deliveries;
  }

  /// For the constructor of a [Form].
  public Steps declare(Form form) {
    return new Steps(this, form.scenario());
  }

  void know(String scenario, StepRules<?> declared) {
    if (rules.put(declared.kind, declared) != null || byTag.computeIfAbsent(scenario, _ -> new ConcurrentHashMap<>())
        .put(Step.tag(declared.kind), declared.kind) != null) {
      throw new IllegalStateException("declared twice: " + declared.kind.getName());
    }
  }

  void mayBeBeside(String name) {
    dialogs.mayBeBeside(name);
  }

  /// Where the person is, if that is a step of this kind.
  ///
  /// @param kind one kind of step, or what several of the chat's own form have in common
  public <S extends FormStep> Optional<S> at(Visitor visitor, Class<S> kind) {
    StepRules<?> declared = rules.get(kind);
    return at(visitor.turn(), key(visitor, declared == null ? "" : declared.beside)).filter(kind::isInstance)
        .map(kind::cast);
  }

  private Optional<FormStep> at(Turn turn, String key) {
    return dialogs.current(turn, key, byTag.getOrDefault(turn.channel().scenario(), Map.of()));
  }

  /// Since when the person is in the step where they are.
  public Optional<Instant> since(Visitor visitor) {
    return dialogs.since(visitor.turn(), key(visitor, ""));
  }

  /// The person comes to a step, and is asked what is declared for it.
  public <S extends FormStep> void go(Visitor visitor, S step) throws Exception {
    stay(visitor, step);
    ask(visitor, step);
  }

  /// Likewise, with another question.
  public void go(Visitor visitor, FormStep step, NewDelivery question) throws Exception {
    stay(visitor, step);
    ask(visitor, step, question);
  }

  public void go(Visitor visitor, FormStep step, Call question) throws Exception {
    go(visitor, step, NewDelivery.words(question));
  }

  /// Likewise, and nothing is asked anew. It waits from the beginning.
  public <S extends FormStep> void stay(Visitor visitor, S step) {
    amend(visitor, step);
    waits(visitor, step, 0);
  }

  /// More is known in the step where they are. Nothing is asked anew, and it waits no longer than before.
  public void amend(Visitor visitor, FormStep step) {
    dialogs.go(visitor.turn(), key(visitor, of(step).beside), step);
  }

  /// Asks the declared question of the step where they are.
  public <S extends FormStep> void ask(Visitor visitor, S step) throws Exception {
    StepRules.Question<S> question = of(step).question;
    if (question != null) {
      ask(visitor, step, NewDelivery.words(question.of(visitor, step)));
    }
  }

  /// Asks otherwise in the step where they are.
  public void ask(Visitor visitor, FormStep step, NewDelivery question) throws Exception {
    boolean keys = question.call() instanceof Call.Say say && !say.buttons().isEmpty();
    var asked = deliveries.owe(visitor.turn(), question);
    dialogs.asked(visitor.turn(), key(visitor, of(step).beside), keys ? asked : null);
  }

  /// Says something that asks nothing.
  public void say(Visitor visitor, String words) throws Exception {
    say(visitor, visitor.says(words));
  }

  public void say(Visitor visitor, Call words) throws Exception {
    deliveries.owe(visitor.turn(), NewDelivery.words(words));
  }

  private <S extends FormStep> void waits(Visitor visitor, S step, int rang) {
    StepRules<S> declared = of(step);
    Duration patience = rang < declared.waits.size() ? declared.waits.get(rang).patience().of(visitor, step) : null;
    String key = key(visitor, declared.beside);
    if (patience == null) {
      timers.cancel(visitor.turn(), UNANSWERED, key);
    } else {
      timers.set(visitor.turn(), UNANSWERED, key, visitor.person().id().value() + " " + rang,
          visitor.turn().now().plus(patience));
    }
  }

  /// The form is over; what was kept of it stays.
  public void end(Visitor visitor) throws SQLException {
    end(visitor, "");
  }

  /// Likewise where it is asked beside the form of the chat.
  public void end(Visitor visitor, FormStep step) throws SQLException {
    end(visitor, of(step).beside);
  }

  private void end(Visitor visitor, String beside) throws SQLException {
    String key = key(visitor, beside);
    dialogs.end(visitor.turn(), key);
    timers.cancel(visitor.turn(), UNANSWERED, key);
  }

  /// Ends it if they are in that very step.
  public void endAt(Visitor visitor, FormStep step) throws SQLException {
    if (at(visitor, FormStep.class).filter(step::equals).isPresent()) {
      end(visitor);
    }
  }

  /// The form is over, and what of their words goes with it is forgotten ([FormStep#kept]). Empty when they were in
  /// none.
  public Optional<FormStep> leave(Visitor visitor) throws Exception {
    Optional<FormStep> step = at(visitor, FormStep.class);
    if (step.isPresent()) {
      leave(visitor, step.get());
    }
    return step;
  }

  public <S extends FormStep> void leave(Visitor visitor, S step) throws Exception {
    relay.forgetUnlessAdopted(visitor.turn(), step.kept());
    of(step).left.left(visitor, step);
    end(visitor, step);
  }

  /// Whether what is said may answer what they are asked.
  public boolean mayAnswer(Visitor visitor, Incoming.Said said) {
    FormStep step = at(visitor, FormStep.class).orElse(null);
    return step != null && of(step).mayAnswer.mayAnswer(visitor, said, since(visitor).orElse(Instant.MIN));
  }

  /// Hears what is said in the step where they are. False when they are in none, or it goes elsewhere.
  public boolean said(Visitor visitor, Incoming.Said said, Content shown) throws Exception {
    FormStep step = at(visitor, FormStep.class).orElse(null);
    return step != null && said(visitor, step, said, shown);
  }

  private <S extends FormStep> boolean said(Visitor visitor, S step, Incoming.Said said, Content shown)
      throws Exception {
    StepRules<S> declared = of(step);
    Incoming.Said read = declared.readAs.apply(said);
    return leads(visitor, step,
        declared.heard.heard(new Answer<>(visitor, step, read, read == said ? shown : read.content())));
  }

  /// Keeps what was said, without a ticket as yet.
  public MessageId keep(Answer<?> answer) throws Exception {
    return keep(answer.visitor(), answer.said(), answer.shown());
  }

  public MessageId keep(Visitor visitor, Incoming.Said said, Content shown) throws Exception {
    return relay.keep(visitor.turn(), null, Direction.IN, said, shown);
  }

  /// Words where a button is expected aren't lost. The person is reminded once.
  <S extends FormStep> Next insteadOfPress(Answer<S> answer) throws Exception {
    Visitor visitor = answer.visitor();
    boolean first = answer.step().written().isEmpty();
    stay(visitor, answer.step().with(keep(answer)));
    if (first) {
      say(visitor, visitor.ownText("press-button"));
    }
    return Next.done();
  }

  <S extends FormStep, A> Next accepted(Answer<S> answer, StepRules.Reading<S, A> reading,
      StepRules.Leading<S, A> leading, StepRules.Question<S> otherwise) throws Exception {
    Visitor visitor = answer.visitor();
    S step = answer.step();
    boolean more = answer.said().album() != null
        && relay.knowsAlbum(visitor.turn(), answer.said().ref().chat(), answer.said().album());
    MessageId kept = keep(answer);
    if (more) {
      return Next.stay(step.with(kept));
    }
    Optional<A> read = reading.read(answer);
    return read.isPresent() ? leading.leads(visitor, step, read.get())
        : Next.to(step.with(kept), otherwise.of(visitor, step));
  }

  /// False when it leads elsewhere.
  private boolean leads(Visitor visitor, FormStep from, Next next) throws Exception {
    switch (next) {
      case Next.To(var step, var question) when question != null -> go(visitor, step, question);
      case Next.To(var step, _) -> go(visitor, step);
      case Next.Stay(var step) -> stay(visitor, step);
      case Next.End _ -> end(visitor, from);
      case Next.Elsewhere _ -> {
        return false;
      }
      case Next.Done _ -> {
        // Nothing is left to do.
      }
    }
    return true;
  }

  /// A button of one of these steps: it counts where the person is in that step.
  Response pressed(Pressing pressing, Set<StepRules<?>> steps) throws Exception {
    for (StepRules<?> declared : steps) {
      Response response = pressed(pressing, declared);
      if (response != null) {
        return response;
      }
    }
    return new Response.Outdated();
  }

  private <S extends FormStep> @Nullable Response pressed(Pressing pressing, StepRules<S> declared) throws Exception {
    StepRules.Pressed<S> handler = declared.presses.get(pressing.press().kind());
    S step = handler == null ? null : at(pressing.visitor(), declared.kind).orElse(null);
    if (handler == null || step == null) {
      return null;
    }
    Next next = handler.pressed(pressing, step);
    if (next instanceof Next.Done(var response)) {
      return response;
    }
    return Response.done(leads(pressing.visitor(), step, next));
  }

  @Override
  public Set<String> kinds() {
    return Set.of(UNANSWERED);
  }

  @Override
  public void ring(Turn turn, Timer timer) throws Exception {
    String[] data = timer.data().split(" ");
    Person person = people.find(turn, new PersonId(Long.parseLong(data[0]))).orElse(null);
    FormStep step = at(turn, timer.subject()).orElse(null);
    if (person != null && step != null) {
      unanswered(Visitor.of(turn, person, timer.subject().split("/", 2)[0]), step, Integer.parseInt(data[1]));
    }
  }

  private <S extends FormStep> void unanswered(Visitor visitor, S step, int rang) throws Exception {
    StepRules<S> declared = of(step);
    if (rang >= declared.waits.size()) {
      return; // this program waits fewer times than the one that set the timer
    }
    Next next = declared.waits.get(rang).then().unanswered(visitor, step);
    leads(visitor, step, next);
    S still = next instanceof Next.Done ? at(visitor, declared.kind).orElse(null) : null;
    if (still != null && rang + 1 < declared.waits.size()) {
      waits(visitor, still, rang + 1);
    }
  }

  private static String key(Visitor visitor, String beside) {
    String chat = visitor.chat().key();
    return beside.isEmpty() ? chat : chat + "/" + beside;
  }

  private <S extends FormStep> StepRules<S> of(S step) {
    @SuppressWarnings("unchecked") // they are found by the step's own class
    StepRules<S> declared = (StepRules<S>) rules.get(step.getClass());
    if (declared == null) {
      throw new IllegalStateException("nobody has declared " + step.tag());
    }
    return declared;
  }
}
