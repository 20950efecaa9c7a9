/// Who uses the console, in which workspaces as what, where they are signed in, and how they came in. Passwords are kept
/// as Argon2id hashes, tokens as SHA-256: nothing that stands in a row lets anybody in.
@NullMarked
package otklik.console.accounts;

import org.jspecify.annotations.NullMarked;
