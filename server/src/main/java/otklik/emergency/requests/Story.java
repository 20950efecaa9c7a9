package otklik.emergency.requests;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import otklik.channels.Content;
import otklik.channels.MessageSizes;
import otklik.dialogs.Invisible;

/// What a person told, put together from their messages. Everybody may read it: where they are and contacts that they
/// shared aren't in it, those are for the volunteer who takes the request.
///
/// @param words       empty when they only sent files
public record Story(String words, Attachments attachments) {
  /// In a message of 4,096 characters; more is said in it than this.
  private static final int SHOWN = 2_500;

  public static Story of(List<Content> told) {
    return new Story(told.stream().filter(content -> !words(content).isEmpty() || content.equals(Content.Text.of("")))
        .map(Story::words).collect(Collectors.joining("\n")).strip(), Attachments.of(told));
  }

  public Story with(Story more) {
    return new Story(Stream.of(words, more.words).filter(each -> !each.isEmpty()).collect(Collectors.joining("\n")),
        attachments.plus(more.attachments));
  }

  /// Whether a message of these words is among what everybody reads: whole lines, because a short word is a part of many.
  public static boolean has(String description, String words) {
    return !words.isEmpty() && ("\n" + description + "\n").contains("\n" + words + "\n");
  }

  /// What everybody reads once a message says something else; without it, when it says nothing.
  public static String reworded(String description, String before, String now) {
    String framed = "\n" + description + "\n";
    int at = framed.indexOf("\n" + before + "\n");
    if (at < 0) {
      throw new IllegalArgumentException("isn't among what everybody reads");
    }
    String between = now.isEmpty() ? "\n" : "\n" + now + "\n";
    return (framed.substring(0, at) + between + framed.substring(at + before.length() + 2)).strip();
  }

  /// Whether a volunteer could tell from it what happened.
  public static boolean tells(Content content) {
    return isFile(content) || !words(content).isEmpty();
  }

  /// Whom to call: kept for the volunteer, and no description of anything.
  public static boolean isContact(Content content) {
    return content instanceof Content.Contact;
  }

  private static boolean isFile(Content content) {
    return content instanceof Content.Media;
  }

  public static String words(Content content) {
    String words = switch (content) {
      case Content.Text text -> text.text();
      case Content.Media media -> media.caption();
      case Content.Contact _, Content.Location _, Content.Venue _, Content.Poll _, Content.Dice _,
          Content.Unsupported _ -> "";
    };
    return Invisible.is(words) ? "" : Invisible.stripped(words);
  }

  /// As much of the words as a message has room for.
  public String shown(MessageSizes sizes) {
    return sizes.part(words, SHOWN);
  }
}
