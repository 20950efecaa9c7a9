package otklik.emergency.requests;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import otklik.channels.Button;
import otklik.channels.Content;
import otklik.dialogs.Visitor;
import otklik.emergency.requests.Request.CheckIn;
import otklik.emergency.settings.EmergencyButton;
import otklik.geography.MapLink;
import otklik.kernel.TicketId;
import otklik.talk.Press;

/// What the volunteer sees who has the request: what it is about, and what to press on the way.
public record TakerCard(Copy copy) {
  public Content.Text text() {
    Request request = copy.it().request();
    List<Content.Text> lines = new ArrayList<>();
    lines.add(copy.line("emergency.helping.card"));
    lines.add(Content.Text.of(copy.cityName()));
    lines.add(Content.Text.of(""));
    lines.add(Content.Text.of(copy.description()));
    lines.add(Content.Text.of(""));
    if (request.area() != null) {
      lines.add(Copy.link(copy.words("emergency.copy.area"), MapLink.of(request.area())));
    }
    lines.add(copy.contact());
    lines.addAll(copy.remarks(true));
    lines.add(Content.Text.of(""));
    lines.add(Content.Text.of(copy.words("emergency.helping.write-here")));
    return Content.Text.joined(lines);
  }

  public List<List<Button>> buttons() {
    List<List<Button>> rows = new ArrayList<>(List.of(checkIns()));
    if (copy.it().request().attachments().all() > 0) {
      rows.add(List.of(new Button(copy.words("emergency.copy.files", "count", copy.it().request().attachments().all()),
          Press.of(EmergencyButton.FILES, copy.it().ticket().id()).data())));
    }
    rows.add(List.of(copy.button("emergency.helping.done", EmergencyButton.DONE)));
    rows.add(List.of(copy.button("emergency.helping.not-matching", EmergencyButton.NOT_MATCHING),
        copy.button("emergency.helping.return", EmergencyButton.RETURN)));
    return rows;
  }

  private List<Button> checkIns() {
    List<Button> buttons = new ArrayList<>();
    for (CheckIn each : CheckIn.values()) {
      buttons.add(new Button(copy.words(key(each)), data(copy.it().ticket().id(), each)));
    }
    return buttons;
  }

  /// The same buttons for a message of their own.
  public static List<Button> checkIns(Visitor volunteer, TicketId ticket) {
    return Arrays.stream(CheckIn.values()).map(each -> volunteer.button(key(each), data(ticket, each))).toList();
  }

  private static String data(TicketId ticket, CheckIn said) {
    return Press.of(EmergencyButton.CHECK_IN, ticket, said.name()).data();
  }

  private static String key(CheckIn said) {
    return switch (said) {
      case ON_MY_WAY -> "emergency.helping.on-my-way";
      case THERE -> "emergency.helping.there";
      case ALL_WELL -> "emergency.helping.all-well";
    };
  }
}
