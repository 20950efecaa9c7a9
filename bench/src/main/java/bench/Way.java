package bench;

import playground.Call;

/// Which way words go.
enum Way {
  TO_TOPICS("client → topic"),
  /// Each is marked as delivered, too: a second call.
  TO_PEOPLE("operator → client");

  final String shown;

  Way(String shown) {
    this.shown = shown;
  }

  boolean isCopy(Call call, String tag) {
    return call.status() == 200 && (call.chatId() == Desk.GROUP) == (this == TO_TOPICS)
        && call.method().equals("sendmessage")
        && call.params().path("text").stringValue("").startsWith(tag + " ");
  }

  boolean isMark(Call call) {
    return this == TO_PEOPLE && call.status() == 200 && call.chatId() == Desk.GROUP
        && call.method().equals("setmessagereaction");
  }
}
