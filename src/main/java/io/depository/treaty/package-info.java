/** The law, pure: agreements, legal facts, counting of time, effects and standing. */
@org.jspecify.annotations.NullMarked
package io.depository.treaty;
