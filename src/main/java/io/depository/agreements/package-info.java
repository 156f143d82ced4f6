/** Agreement files: YAML, checked against a schema, into agreements. */
@org.jspecify.annotations.NullMarked
package io.depository.agreements;
