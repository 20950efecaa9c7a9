/// Ids, time and small types that every module speaks. Promises to stay free of Spring, SQL and messengers.
@NullMarked
package otklik.kernel;

import org.jspecify.annotations.NullMarked;
