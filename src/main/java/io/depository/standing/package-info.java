/** What the law makes of the register: the agreements in it, and where each stands. */
@org.jspecify.annotations.NullMarked
package io.depository.standing;
