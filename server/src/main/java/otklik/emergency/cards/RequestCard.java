package otklik.emergency.cards;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import otklik.channels.Button;
import otklik.channels.Content;
import otklik.channels.Span;
import otklik.emergency.requests.Asking.State;
import otklik.emergency.requests.PrivateWords;
import otklik.emergency.requests.Request;
import otklik.emergency.requests.RequestLifecycle;
import otklik.emergency.requests.Story;
import otklik.emergency.settings.EmergencyButton;
import otklik.geography.City;
import otklik.geography.MapLink;
import otklik.people.Person;
import otklik.rooms.CardFace;
import otklik.talk.Press;
import otklik.talk.TalkButton;
import otklik.tickets.Ticket;
import otklik.workspaces.Channel;

/// What coordinators see of a request: how it stands and who is on it. Neither the exact place nor who asks.
///
/// @param asked     how many were asked, by what became of it
/// @param helper    who has it or had it at the end; null for nobody
/// @param remarks   of those who gave it back, oldest first
/// @param doubt     who doesn't think that it is urgent
/// @param city      null when it isn't in the list any more
/// @param reachable whether the bot can write to the person
/// @param blocked   whether the person isn't heard any more
public record RequestCard(Channel channel, Ticket ticket, Request request, Map<State, Integer> asked, @Nullable Person helper,
    List<String> remarks, Doubt doubt, @Nullable City city, boolean reachable, boolean blocked) {
  private static final int MOST_REMARKS = 3;
  private static final int LONGEST_REMARK = 300;
  private static final int KILOMETRE = 1_000;
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM, HH:mm");

  /// @param volunteers who think that it isn't urgent, first to last
  /// @param closes     when it is closed for that, if nobody objects; null when it isn't
  record Doubt(List<Person> volunteers, @Nullable Instant closes) {}

  CardFace face() {
    return face(buttons());
  }

  private CardFace face(List<List<Button>> buttons) {
    return new CardFace(text(), buttons, false);
  }

  /// The card asks whether that is really meant.
  CardFace asking(Press.Kind what, String key) {
    return face(List.of(List.of(
        new Button(words(key), Press.of(what, ticket.id(), CoordinatorButtons.SURELY).data()),
        button("emergency.card.button.no", TalkButton.KEEP))));
  }

  /// Of a request whose person had themself forgotten.
  public CardFace erased() {
    String ended = ticket.shownNumber() + " · " + state();
    return new CardFace(Content.Text.of(
        request.ending() == Request.Ending.ERASED ? ended : ended + "\n" + words("emergency.card.erased")),
        List.of(), false);
  }

  /// The name of the request's own topic.
  String topicName() {
    return ticket.shownNumber() + " | " + cityName();
  }

  /// In one line, for lists.
  public String brief() {
    return ticket.shownNumber() + " · " + cityName() + " · " + state() + " · " + moment(ticket.createdAt());
  }

  Content.Text text() {
    List<Content.Text> lines = new ArrayList<>();
    line(lines, ticket.shownNumber() + " · " + state());
    lines.add(place());
    line(lines, words("emergency.card.opened", "moment", moment(ticket.createdAt())));
    if (!isClosed()) {
      line(lines, words("emergency.card.ends", "moment", moment(request.expiresAt())));
      doubted(lines);
    }
    line(lines, askedInWords());
    if (request.checkedIn() != null && ticket.state().equals(RequestLifecycle.TAKEN)) {
      line(lines, words("emergency.card.checked-in", "said", words(switch (request.checkedIn()) {
        case ON_MY_WAY -> "emergency.card.on-my-way";
        case THERE -> "emergency.card.there";
        case ALL_WELL -> "emergency.card.all-well";
      }), "moment", moment(Objects.requireNonNull(request.checkedInAt()))));
    }
    if (!reachable) {
      line(lines, words("emergency.card.unreachable"));
    }
    if (blocked) {
      line(lines, words("emergency.card.blocked"));
    }
    line(lines, "");
    line(lines, description());
    if (request.attachments().held() > 0) {
      line(lines, words("emergency.card.held", "count", request.attachments().held()));
    }
    remarks.subList(Math.max(0, remarks.size() - MOST_REMARKS), remarks.size()).forEach(remark ->
        line(lines, PrivateWords.areIn(remark) ? words("emergency.card.remark-held")
            : words("emergency.card.remark", "remark", channel.sizes().part(remark, LONGEST_REMARK))));
    return Content.Text.joined(lines);
  }

  private void doubted(List<Content.Text> lines) {
    if (!doubt.volunteers().isEmpty()) {
      line(lines, words("emergency.card.doubted", "names", names(doubt.volunteers())));
    }
    if (doubt.closes() != null) {
      line(lines, words("emergency.card.closes-not-urgent", "moment", moment(doubt.closes())));
    }
  }

  private static void line(List<Content.Text> lines, String line) {
    lines.add(Content.Text.of(line));
  }

  private String state() {
    String name = helper == null ? words("emergency.somebody") : name(helper);
    return switch (RequestLifecycle.stateOf(ticket)) {
      case RequestLifecycle.State.Open _ -> words("emergency.card.state.open");
      case RequestLifecycle.State.Taken _ -> words("emergency.card.state.taken", "name", name);
      case RequestLifecycle.State.Done _ -> words("emergency.card.state.done", "name", name);
      case RequestLifecycle.State.Appealed _ -> words("emergency.card.state.appealed");
      case RequestLifecycle.State.Closed _ -> ending(name);
    };
  }

  private String ending(String name) {
    return request.ending() == null ? words("emergency.card.state.closed") : words(switch (request.ending()) {
      case FULFILLED -> helper == null ? "emergency.card.state.closed" : "emergency.card.state.fulfilled";
      case CANCELLED -> "emergency.card.state.cancelled";
      case CLOSED -> "emergency.card.state.by-coordinator";
      case EXPIRED -> "emergency.card.state.expired";
      case NOT_URGENT -> doubters().isEmpty() ? "emergency.card.state.not-urgent"
          : "emergency.card.state.not-urgent-by";
      case BLOCKED -> "emergency.card.state.blocked";
      case ERASED -> "emergency.card.state.erased";
    }, "name", name, "names", names(doubters()));
  }

  /// Whoever has it needs no votes.
  private List<Person> doubters() {
    return doubt.volunteers().isEmpty() && helper != null ? List.of(helper) : doubt.volunteers();
  }

  private String names(List<Person> volunteers) {
    return volunteers.stream().map(this::name).collect(Collectors.joining(", "));
  }

  private String name(Person volunteer) {
    return volunteer.isErased() ? words("emergency.somebody") : volunteer.shownName();
  }

  private Content.Text place() {
    if (request.area() == null) {
      return Content.Text.of(cityName());
    }
    String radius = request.area().radius() < KILOMETRE
        ? words("emergency.card.metres", "metres", request.area().radius())
        : words("emergency.card.kilometres", "kilometres", Math.round((double) request.area().radius() / KILOMETRE));
    String line = cityName() + ", " + radius + " · ";
    String map = words("emergency.card.map");
    return new Content.Text(line + map,
        List.of(new Span("text_link", line.length(), map.length(), MapLink.of(request.area()))));
  }

  private String cityName() {
    return city == null ? request.city() : city.name(channel.language());
  }

  private String askedInWords() {
    int all = asked.values().stream().mapToInt(Integer::intValue).sum();
    if (all == 0) {
      return words("emergency.card.asked.nobody");
    }
    List<String> parts = new ArrayList<>();
    for (State state : State.values()) {
      int count = asked.getOrDefault(state, 0);
      if (count > 0) {
        parts.add(words("emergency.card.asked." + state.stored(), "count", count));
      }
    }
    return words("emergency.card.asked", "count", all, "parts", String.join(", ", parts));
  }

  private String description() {
    String shown = new Story(request.description(), request.attachments()).shown(channel.sizes());
    return shown.isEmpty() ? words("emergency.card.only-files") : shown;
  }

  private List<List<Button>> buttons() {
    List<List<Button>> rows = new ArrayList<>();
    if (request.attachments().open() > 0 && !isClosed()) {
      rows.add(List.of(new Button(words("emergency.card.button.files", "count", request.attachments().open()),
          Press.of(EmergencyButton.FILES, ticket.id()).data())));
    }
    switch (RequestLifecycle.stateOf(ticket)) {
      case RequestLifecycle.State.Open _, RequestLifecycle.State.Taken _ -> {
        if (doubt.closes() != null) {
          rows.add(List.of(button("emergency.card.button.leave-open", EmergencyButton.READMIT)));
        }
        rows.add(List.of(button("emergency.card.button.extend", EmergencyButton.EXTEND)));
        rows.add(List.of(button("emergency.card.button.close", EmergencyButton.CLOSE),
            button("emergency.card.button.block", EmergencyButton.BLOCK)));
      }
      case RequestLifecycle.State.Done _ -> rows.add(List.of(button("emergency.card.button.close",
          EmergencyButton.CLOSE)));
      case RequestLifecycle.State.Appealed _ -> {
        rows.add(List.of(button("emergency.card.button.readmit", EmergencyButton.READMIT)));
        rows.add(List.of(button("emergency.card.button.keep-closed", EmergencyButton.KEEP_CLOSED),
            button("emergency.card.button.block", EmergencyButton.BLOCK)));
      }
      case RequestLifecycle.State.Closed _ -> {
        if (blocked) {
          rows.add(List.of(button("emergency.card.button.unblock", EmergencyButton.UNBLOCK)));
        }
      }
    }
    return rows;
  }

  private Button button(String key, Press.Kind action) {
    return new Button(words(key), Press.of(action, ticket.id()).data());
  }

  private boolean isClosed() {
    return ticket.state().equals(Ticket.CLOSED);
  }

  private String moment(Instant moment) {
    return MOMENT.format(moment.atZone(channel.zone()));
  }

  private String words(String key, @Nullable Object... values) {
    return channel.text(key, values);
  }
}
