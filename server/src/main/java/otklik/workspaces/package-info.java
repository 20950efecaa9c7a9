/// What an installation was told: its workspaces and channels, its texts, its hours.
/// Promises that whatever comes out of here was checked as a whole, and that what is wrong is said in lines that
/// name the place and what is allowed. Refuses keys it doesn't know, and knows no scenario: each brings the reader
/// of its own settings.
@NullMarked
package otklik.workspaces;

import org.jspecify.annotations.NullMarked;
