package otklik.erasure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import otklik.channels.Place;
import otklik.delivery.MovedChats;
import otklik.dialogs.Visitor;
import otklik.workspaces.Channel;
import otklik.workspaces.Channels;

/// Who is known where, and by what. A person is one in all channels of a workspace that belong to one messenger,
/// whatever scenarios those have.
@Component
final class PersonalDataRegister {
  private final Channels channels;
  private final MovedChats movedChats;
  private final Map<String, PersonalData> byScenario;
  private final Map<String, HelperData> helpersByScenario;

  PersonalDataRegister(Channels channels, MovedChats movedChats, List<PersonalData> all, List<HelperData> helpers) {
    this.channels = channels;
    this.movedChats = movedChats;
    this.byScenario = all.stream().collect(Collectors.toMap(PersonalData::scenario, Function.identity()));
    this.helpersByScenario = helpers.stream().collect(Collectors.toMap(HelperData::scenario, Function.identity()));
  }

  PersonalData of(Channel channel) {
    PersonalData data = byScenario.get(channel.scenario());
    if (data == null) {
      throw new IllegalStateException("the scenario " + channel.scenario() + " forgets nobody");
    }
    return data;
  }

  /// Empty where nobody helps anybody.
  Optional<HelperData> helpersOf(Channel channel) {
    return Optional.ofNullable(helpersByScenario.get(channel.scenario()));
  }

  Stream<NamingAnswers> answersThatName() {
    return byScenario.values().stream().flatMap(data -> data.answersThatName().stream());
  }

  /// The stored names of a kind of subject in all scenarios: its name, a dot and a word of ours.
  Set<String> kinds(String word) {
    return byScenario.keySet().stream().map(scenario -> kind(scenario, word)).collect(Collectors.toSet());
  }

  static String kind(String scenario, String word) {
    return scenario + "." + word;
  }

  /// The team's groups by the ids that they have now, the main one first.
  List<Place> groups(Channel channel) {
    return of(channel).groups(channel).stream().map(chat -> Place.chat(movedChats.current(channel, chat))).toList();
  }

  /// Wherever the person is the same one.
  List<Visitor> everywhere(Visitor visitor) {
    return channels.all().stream().filter(channel -> isSisterOf(visitor.channel(), channel))
        .map(sister -> new Visitor(visitor.turn().on(sister), visitor.person(), visitor.chat())).toList();
  }

  private static boolean isSisterOf(Channel channel, Channel other) {
    return other.workspace().equals(channel.workspace()) && other.messenger().name().equals(channel.messenger().name());
  }
}
