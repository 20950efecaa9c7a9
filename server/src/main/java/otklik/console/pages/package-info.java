/// The pages that every workspace has: signing in, one's own account, who uses the console.
@NullMarked
package otklik.console.pages;

import org.jspecify.annotations.NullMarked;
