/// How each channel stands with its messenger: what its scenario needs there, and what is amiss, from when to when.
/// Whoever meets a trouble notes it here, however often; those who care are told once when it begins and once when it is
/// over. Looks by itself, at the start and ever again, because a messenger doesn't tell of everything.
@NullMarked
package otklik.standing;

import org.jspecify.annotations.NullMarked;
