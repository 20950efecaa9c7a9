/// How the console speaks HTTP: who is signed in, what they may open, in which words a page is shown, and the headers
/// that keep others out.
@NullMarked
package otklik.console.web;

import org.jspecify.annotations.NullMarked;
