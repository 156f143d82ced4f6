@org.jspecify.annotations.NullMarked
package io.depository;
