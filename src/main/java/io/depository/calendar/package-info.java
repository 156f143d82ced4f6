/** Duties that fall due. */
@org.jspecify.annotations.NullMarked
package io.depository.calendar;
