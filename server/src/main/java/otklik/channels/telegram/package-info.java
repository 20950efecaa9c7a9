/// Telegram's Bot API as a messenger: reads updates of every kind, makes calls, tells apart what can go wrong.
@NullMarked
package otklik.channels.telegram;

import org.jspecify.annotations.NullMarked;
