package playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MediaTest {
  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  private String photoId() {
    stage.chat.sends(Media.photo("look"));
    var updates = stage.api.updates(0);
    return updates.get(updates.size() - 1).path("message").path("photo").get(2).path("file_id").asString();
  }

  private Caller.Answer sendPhoto(Caller api, String fileId) {
    return api.call("sendPhoto", Json.object().put("chat_id", 6001).put("photo", fileId).toString());
  }

  @Test
  void a_file_id_works_for_the_bot_that_got_it_and_for_no_other() {
    var id = photoId();
    assertThat(sendPhoto(stage.api, id).result().path("photo")).hasSize(3);
    var other = stage.playground.bot("200:other", "other_bot");
    stage.olena.inPrivate(other).starts();
    assertThat(sendPhoto(new Caller(stage.playground, other.token()), id).description())
        .isEqualTo("Bad Request: wrong file_id or the file is temporarily unavailable");
    assertThat(sendPhoto(stage.api, "garbage").description())
        .isEqualTo("Bad Request: wrong remote file identifier specified: can't unserialize it. Wrong last symbol");
  }

  @Test
  void a_file_is_downloaded_by_its_path() {
    var path = stage.api.call("getFile", Json.object().put("file_id", photoId()).toString()).result().path("file_path");
    var url = stage.playground.apiUrl() + "/file/bot100:stage-token/" + path.asString();
    var file = Caller.send(HttpRequest.newBuilder(URI.create(url)).build());
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.raw().headers().firstValue("Content-Type")).contains("image/png");
  }

  @Test
  void an_album_is_separate_updates_with_one_group_id() {
    var ids = stage.chat.album(Media.photo("caption"), Media.photo(), Media.video());
    var updates = stage.api.updates(0);
    assertThat(updates).hasSize(3);
    assertThat(ids.get(2) - ids.get(0)).isEqualTo(2);
    var group = updates.get(0).path("message").path("media_group_id").asString();
    assertThat(group).isNotEmpty().isEqualTo(updates.get(2).path("message").path("media_group_id").asString());
  }

  @Test
  void an_album_does_not_mix_photos_with_documents() {
    var photo = photoId();
    var album = Json.object().put("chat_id", 6001);
    album.putArray("media")
        .add(Json.object().put("type", "photo").put("media", photo))
        .add(Json.object().put("type", "document").put("media", photo));
    assertThat(stage.api.call("sendMediaGroup", album.toString()).status()).isEqualTo(400);
  }

  @Test
  void copying_many_skips_what_is_missing() {
    int first = stage.chat.writes("one");
    int second = stage.chat.writes("two");
    stage.chat.deletes(first);
    var call = Json.object().put("chat_id", Stage.FORUM).put("from_chat_id", 6001);
    call.putArray("message_ids").add(first).add(second);
    assertThat(stage.api.call("copyMessages", call.toString()).result()).hasSize(1);
  }

  @Test
  void an_animation_is_a_document_too_and_a_venue_a_location() {
    stage.chat.sends(Media.animation());
    stage.chat.sends(Media.venue("Office", "Gran Vía 1", 40.42, -3.7));
    var updates = stage.api.updates(0);
    assertThat(updates.get(0).path("message").has("document")).isTrue();
    assertThat(updates.get(0).path("message").path("animation").has("thumb")).isTrue();
    assertThat(updates.get(1).path("message").has("location")).isTrue();
  }

  @Test
  void a_document_may_be_uploaded() {
    var body =
        "--cut\r\nContent-Disposition: form-data; name=\"chat_id\"\r\n\r\n6001\r\n"
            + "--cut\r\nContent-Disposition: form-data; name=\"document\"; filename=\"a.csv\"\r\n"
            + "Content-Type: text/csv\r\n\r\nx,y\r\n1,2\r\n--cut--\r\n";
    var request =
        HttpRequest.newBuilder(URI.create(stage.playground.apiUrl() + "/bot100:stage-token/sendDocument"))
            .header("Content-Type", "multipart/form-data; boundary=cut")
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
            .build();
    var document = Caller.send(request).result().path("document");
    assertThat(document.path("file_name").asString()).isEqualTo("a.csv");
    assertThat(document.path("file_size").asInt()).isEqualTo(8);
  }
}
