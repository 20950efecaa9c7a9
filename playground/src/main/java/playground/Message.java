package playground;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A message as people see it at one moment.
///
/// @param threadId the topic, 0 for General and for chats without topics
/// @param from the account that wrote it
/// @param type `text`, `photo`, `forum_topic_created`, …: the Bot API's name of the content
/// @param text the text or the caption; empty when there is none
/// @param fileId a file's stable unique id, or null (bots know files by ids of their own)
/// @param replyTo the id of the answered message, 0 when none
/// @param quote the part of it that is meant, empty for all of it
/// @param buttons the rows of the inline keyboard
/// @param reactions the emoji on it, in the order of their coming
/// @param albumId the same for all messages of an album, null otherwise
/// @param content the whole content in the Bot API's shape, without file ids
public record Message(
    int id, int threadId, long from, boolean anonymous, int date, String type, String text, JsonNode entities,
    String fileId, int replyTo, String quote, List<List<Button>> buttons, List<String> reactions, boolean edited,
    boolean pinned, String albumId, boolean deleted, ObjectNode content) {

  static Message of(Post post) {
    var text = post.content.path("text").asString(post.content.path("caption").asString(""));
    var entities = post.content.has("text") ? post.content.path("entities") : post.content.path("caption_entities");
    var file = post.content.path(post.type());
    if (file.isArray() && !file.isEmpty()) file = file.get(file.size() - 1);
    return new Message(
        post.id, post.thread, post.from, post.anonymous, post.date, post.type(), text, entities,
        file.path("file_unique_id").stringValue(null), post.replyTo,
        post.quote == null ? "" : post.quote.path("text").asString(""), buttons(post),
        post.reactions.values().stream().flatMap(List::stream).toList(), post.edited != 0,
        post.pinned, post.album, post.deleted, post.content);
  }

  private static List<List<Button>> buttons(Post post) {
    if (!post.inlineKeyboard()) return List.of();
    return post.markup.path("inline_keyboard").valueStream()
        .map(
            row ->
                row.valueStream()
                    .map(
                        button ->
                            new Button(
                                button.path("text").asString(""),
                                button.path("callback_data").stringValue(null),
                                button.path("url").stringValue(null)))
                    .toList())
        .toList();
  }

  /// The button with this text or this data.
  public Optional<Button> button(String textOrData) {
    return buttons.stream()
        .flatMap(List::stream)
        .filter(button -> button.text().equals(textOrData) || textOrData.equals(button.data()))
        .findFirst();
  }

  public boolean service() {
    return Post.SERVICE.contains(type);
  }
}
