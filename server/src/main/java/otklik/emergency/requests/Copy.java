package otklik.emergency.requests;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import otklik.channels.Button;
import otklik.channels.Content;
import otklik.channels.Span;
import otklik.dialogs.Mentions;
import otklik.emergency.settings.EmergencyButton;
import otklik.geography.MapLink;
import otklik.kernel.Language;
import otklik.kernel.PersonId;
import otklik.people.Person;
import otklik.talk.Press;
import otklik.workspaces.Channel;

/// What a volunteer sees of a request that they don't have: an inexact place, and how it stands with the request.
///
/// @param metres from the middle of the volunteer's city; infinite where nobody knows
/// @param home   the volunteer's city
/// @param reader the volunteer; null where it doesn't matter who they are, because they never gave it back
public record Copy(Channel channel, Language language, Case it, double metres, @Nullable String home,
    @Nullable PersonId reader) {
  /// In a message of 4,096 characters; the rest of the copy needs some of it.
  private static final int LONGEST_DESCRIPTION = 2_500;
  private static final int LONGEST_REMARK = 300;
  private static final int MOST_REMARKS = 3;
  private static final int KILOMETRE = 1_000;

  /// In place of a copy that another message has replaced.
  public static Content.Text below(Channel channel, Language language, Case it) {
    return Content.Text.of(channel.texts().text(language, "emergency.copy.below", "number", it.ticket().shownNumber()));
  }

  public Content.Text text() {
    return switch (RequestLifecycle.stateOf(it.ticket())) {
      case RequestLifecycle.State.Open _ -> open();
      case RequestLifecycle.State.Taken _ -> brief("emergency.copy.taken", "name", taker());
      case RequestLifecycle.State.Done _ -> brief("emergency.copy.done", "name", taker());
      case RequestLifecycle.State.Appealed _ -> brief("emergency.copy.appealed");
      case RequestLifecycle.State.Closed _ -> line(ending());
    };
  }

  public List<List<Button>> buttons() {
    if (!it.isOpen()) {
      return List.of();
    }
    List<List<Button>> rows = new ArrayList<>();
    rows.add(List.of(button("emergency.copy.take", EmergencyButton.TAKE)));
    if (it.request().attachments().open() > 0) {
      rows.add(List.of(new Button(words("emergency.copy.files", "count", it.request().attachments().open()),
          Press.of(EmergencyButton.FILES, it.ticket().id()).data())));
    }
    rows.add(List.of(button("emergency.copy.not-urgent", EmergencyButton.NOT_URGENT)));
    return rows;
  }

  private Content.Text open() {
    List<Content.Text> lines = new ArrayList<>();
    lines.add(line("emergency.copy.open"));
    lines.add(Content.Text.of(where()));
    lines.add(Content.Text.of(""));
    lines.add(Content.Text.of(description()));
    if (it.request().attachments().held() > 0) {
      lines.add(Content.Text.of(words("emergency.copy.held", "count", it.request().attachments().held())));
    }
    lines.add(Content.Text.of(""));
    if (it.request().area() != null) {
      lines.add(link(words(isOnlyCityKnown() ? "emergency.copy.city" : "emergency.copy.area"),
          MapLink.of(it.request().area())));
    }
    lines.add(Content.Text.of(words("emergency.copy.when", "moment", it.shown(it.ticket().createdAt()))));
    lines.add(contact());
    lines.addAll(remarks(false));
    return Content.Text.joined(lines);
  }

  private Content.Text brief(String key, @Nullable Object... values) {
    List<@Nullable Object> all = new ArrayList<>(List.of("number", it.ticket().shownNumber()));
    all.addAll(List.of(values));
    return Content.Text.joined(List.of(Content.Text.of(words(key, all.toArray())), Content.Text.of(cityName()),
        Content.Text.of(""), Content.Text.of(description())));
  }

  private String ending() {
    Request.Ending ending = it.request().ending();
    return ending == null ? "emergency.copy.closed" : switch (ending) {
      case FULFILLED -> "emergency.copy.fulfilled";
      case CANCELLED -> "emergency.copy.cancelled";
      case EXPIRED -> "emergency.copy.expired";
      case NOT_URGENT -> "emergency.copy.closed-not-urgent";
      case CLOSED, BLOCKED -> "emergency.copy.closed";
      case ERASED -> "emergency.copy.erased";
    };
  }

  Content.Text line(String key) {
    return Content.Text.of(words(key, "number", it.ticket().shownNumber()));
  }

  String cityName() {
    return it.city() == null ? it.request().city() : it.city().name(language);
  }

  private String where() {
    boolean here = it.request().city().equals(home);
    if (Double.isInfinite(metres) || here && isOnlyCityKnown()) {
      return cityName();
    }
    return metres < KILOMETRE
        ? words(here ? "emergency.copy.in-the-middle" : "emergency.copy.close", "city", cityName())
        : words(here ? "emergency.copy.from-the-middle" : "emergency.copy.away", "city", cityName(),
            "kilometres", Math.round(metres / KILOMETRE));
  }

  private boolean isOnlyCityKnown() {
    return it.request().area() == null || LocationParser.isWholeCity(it.request().area());
  }

  String description() {
    String description = it.request().description();
    if (!description.isEmpty()) {
      return channel.sizes().part(description, LONGEST_DESCRIPTION);
    }
    return words(it.request().attachments().open() > 0 ? "emergency.copy.only-files" : "emergency.copy.only-held");
  }

  Content.Text contact() {
    return Mentions.in(words("emergency.copy.contact", "contact", it.person().shownName()), List.of(it.person()));
  }

  /// What would lead anybody to the person only the author and whoever takes the request read.
  List<Content.Text> remarks(boolean toTaker) {
    List<Remarks.Remark> all = it.remarks();
    return all.subList(Math.max(0, all.size() - MOST_REMARKS), all.size()).stream()
        .map(remark -> Content.Text.of(remark.author().equals(reader) || toTaker || !PrivateWords.areIn(remark.text())
            ? words(remark.author().equals(reader) ? "emergency.copy.own-remark" : "emergency.copy.remark",
                "remark", channel.sizes().part(remark.text(), LONGEST_REMARK))
            : words("emergency.copy.remark-held")))
        .toList();
  }

  public static Content.Text link(String words, String address) {
    return new Content.Text(words, List.of(new Span("text_link", 0, words.length(), address)));
  }

  private String taker() {
    Person taker = it.taker();
    return taker == null || taker.isErased() ? words("emergency.somebody") : taker.spokenName();
  }

  Button button(String key, Press.Kind action) {
    return new Button(words(key), Press.of(action, it.ticket().id()).data());
  }

  String words(String key, @Nullable Object... values) {
    return channel.texts().text(language, key, values);
  }
}
