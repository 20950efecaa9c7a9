/// A messenger on this machine: it speaks the Telegram Bot API as the real one does, quirks and
/// refusals included, and gives tests and a page the hands of the people who use it. It promises
/// Telegram's words, codes and order of events; it refuses methods that Otklik doesn't use with
/// Telegram's own 404. It knows nothing of Otklik, and depends on the JDK and Jackson only.
package playground;
