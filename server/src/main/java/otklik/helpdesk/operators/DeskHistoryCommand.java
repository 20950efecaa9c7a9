package otklik.helpdesk.operators;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import otklik.channels.Call;
import otklik.channels.MessageSizes;
import otklik.commands.Phrases;
import otklik.delivery.NewDelivery;
import otklik.helpdesk.settings.DeskPart;
import otklik.helpdesk.tickets.Moment;
import otklik.talk.Inquiry;
import otklik.talk.RoomQuery;
import otklik.tickets.Ticket;
import otklik.tickets.Timeline;
import otklik.turns.ReadTurn;

/// `/history`: what happened to a ticket, who did it and when.
@Component
final class DeskHistoryCommand implements DeskPart, RoomQuery {
  /// In a message of 4,096 characters: leaves room for the messenger's own way of counting.
  private static final int LONGEST = 4000;

  private final Timeline timeline;
  private final Phrases phrases;

  DeskHistoryCommand(Timeline timeline, Phrases phrases) {
    this.timeline = timeline;
    this.phrases = phrases;
  }

  @Override
  public String name() {
    return "history";
  }

  @Override
  public List<NewDelivery> shown(ReadTurn turn, Inquiry inquiry) throws Exception {
    Ticket ticket = inquiry.ticket();
    if (ticket == null) {
      return List.of(NewDelivery.words(inquiry.answer(inquiry.text("in-topic"))));
    }
    String story = timeline.of(turn, ticket.id()).stream()
        .map(entry -> line(turn, inquiry, entry)).collect(Collectors.joining("\n"));
    List<NewDelivery> answer = new ArrayList<>();
    for (String part : parts(story, turn.channel().sizes().share(LONGEST))) {
      answer.add(inquiry.told(answer.isEmpty() ? inquiry.answer(part) : Call.Say.text(inquiry.place(), part)));
    }
    return answer;
  }

  private String line(ReadTurn turn, Inquiry inquiry, Timeline.Entry entry) {
    String who = phrases.named(turn, entry.by());
    return Moment.shown(inquiry.channel(), entry.at()) + " · " + what(inquiry, entry) + (who.isEmpty() ? "" : " · " + who);
  }

  private static String what(Inquiry inquiry, Timeline.Entry entry) {
    String key = "event." + entry.event();
    String data = entry.data() == null ? "" : entry.data();
    if (inquiry.has(key + "." + data)) {
      return inquiry.text(key + "." + data);
    }
    return inquiry.has(key) ? inquiry.text(key, "data", data) : entry.event();
  }

  /// Between lines, so that each part fits into a message.
  private static List<String> parts(String story, int longest) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (String line : story.split("\n")) {
      if (!part.isEmpty() && part.length() + line.length() + 1 > longest) {
        parts.add(part.toString());
        part.setLength(0);
      }
      part.append(part.isEmpty() ? "" : "\n").append(MessageSizes.cut(line, longest));
    }
    parts.add(part.toString());
    return parts;
  }
}
