package otklik.helpdesk.operators;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import otklik.channels.Content;
import otklik.channels.MessageSizes;
import otklik.channels.Span;
import otklik.delivery.NewDelivery;
import otklik.delivery.Subject;
import otklik.helpdesk.settings.DeskPart;
import otklik.helpdesk.tickets.Moment;
import otklik.talk.Inquiry;
import otklik.talk.RoomQuery;
import otklik.turns.ReadTurn;

/// `/find TEXT`: tickets in which these words were said, each with the way to its topic.
@Component
public final class FindCommand implements DeskPart, RoomQuery {
  /// So that an answer is found again when the data of somebody whom it names are erased.
  public static final Subject FOUND = new Subject("helpdesk.found", 0);
  private static final int MOST = 10;
  private static final String BETWEEN = " · ";
  private static final Pattern BEGINNING = Pattern.compile("#(\\d{4,18})" + BETWEEN);
  private static final int LONGEST_NAME = 64;

  private final TicketSearch search;

  FindCommand(TicketSearch search) {
    this.search = search;
  }

  @Override
  public String name() {
    return "find";
  }

  @Override
  public List<NewDelivery> shown(ReadTurn turn, Inquiry inquiry) throws Exception {
    return List.of(NewDelivery.words(inquiry.answer(inquiry.rest().isEmpty()
        ? Content.Text.of(inquiry.text("find.usage")) : answer(turn, inquiry))).about(FOUND.kind(), FOUND.id()));
  }

  private Content.Text answer(ReadTurn turn, Inquiry inquiry) throws Exception {
    TicketSearch.Result found = search.find(turn, inquiry.rest(), MOST + 1);
    List<Content.Text> lines = new ArrayList<>();
    found.tickets().stream().limit(MOST).map(ticket -> line(inquiry, ticket)).forEach(lines::add);
    if (lines.isEmpty()) {
      lines.add(Content.Text.of(inquiry.text("find.nothing")));
    }
    if (found.tickets().size() > MOST) {
      lines.add(Content.Text.of(inquiry.text("find.more", "most", MOST)));
    }
    if (!found.isComplete()) {
      lines.add(Content.Text.of(inquiry.text("find.incomplete")));
    }
    return Content.Text.joined(lines);
  }

  /// Whether an answer has a line about one of these tickets.
  public static boolean names(String answer, Set<Long> numbers) {
    return BEGINNING.matcher(answer).results().anyMatch(line -> numbers.contains(Long.valueOf(line.group(1))));
  }

  private static String shown(long number) {
    return "#%04d".formatted(number);
  }

  private static Content.Text line(Inquiry inquiry, TicketSearch.Found ticket) {
    String number = shown(ticket.number());
    String name = MessageSizes.cut(ticket.name(), LONGEST_NAME)
        + (ticket.username() == null ? "" : " @" + ticket.username());
    String text = String.join(BETWEEN, number, state(inquiry, ticket.state()), name.strip(),
        Moment.shown(inquiry.channel(), ticket.createdAt()));
    String address = inquiry.channel().messenger().links().toTopic(ticket.room());
    return address == null ? Content.Text.of(text)
        : new Content.Text(text, List.of(new Span("text_link", 0, number.length(), address)));
  }

  private static String state(Inquiry inquiry, String state) {
    return inquiry.has("state." + state) ? inquiry.text("state." + state) : state;
  }
}
