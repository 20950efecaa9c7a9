/// Finds tickets by the words that were said in them, by names and by numbers, in any form of a word. Promises that a look
/// costs the same however much was ever said, sees nothing of another channel, and that what is erased is out of the index
/// in the same transaction. Which tickets are searched, and by what, is each
/// scenario's own: it brings a [otklik.search.Searchable].
@NullMarked
package otklik.search;

import org.jspecify.annotations.NullMarked;
