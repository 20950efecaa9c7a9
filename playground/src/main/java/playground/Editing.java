package playground;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// editMessageText, editMessageCaption and editMessageReplyMarkup.
final class Editing {
  private static final Set<String> CAPTIONED = Set.of("photo", "video", "animation", "document", "audio", "voice");
  private static final String SAME =
      "message is not modified: specified new message content and reply markup are exactly the same"
          + " as a current content and reply markup of the message";

  private Editing() {}

  static void register(Map<String, Method> methods) {
    methods.put("editmessagetext", Editing::text);
    methods.put("editmessagecaption", Editing::caption);
    methods.put("editmessagereplymarkup", request -> edit(request, own(request).content));
  }

  private static JsonNode text(Request request) {
    var post = own(request);
    var wording = Wording.text(request.params());
    if (!post.type().equals("text")) throw ApiError.bad("there is no text in the message to edit");
    return edit(request, wording.asText());
  }

  private static JsonNode caption(Request request) {
    var post = own(request);
    var captioned = post.content.deepCopy().without(List.of("caption", "caption_entities"));
    if (!CAPTIONED.contains(post.type())) throw ApiError.bad("there is no caption in the message to edit");
    var caption = Wording.caption(request.params());
    return edit(request, caption == null ? captioned : caption.asCaption(captioned));
  }

  /// An edit without a keyboard takes the keyboard away, as at Telegram.
  private static JsonNode edit(Request request, ObjectNode content) {
    var room = request.room();
    var post = own(request);
    var markup = Keyboards.read(request.params(), room);
    if (content.equals(post.content) && Objects.equals(markup, post.markup)) throw ApiError.bad(SAME);
    request.world().limits.change(request.bot().id(), room);
    if (!content.equals(post.content)) post.edited = request.world().now();
    post.content = content;
    post.markup = markup;
    request.world().touch(room);
    return request.shown(room, post);
  }

  private static Post own(Request request) {
    var post =
        request.post(request.writable(), "message_id", () -> ApiError.bad("message to edit not found"));
    boolean changeable = post.markup == null || post.inlineKeyboard();
    if (post.from != request.bot().id() || post.service() || !changeable) throw ApiError.bad("message can't be edited");
    return post;
  }
}
