/** The register in PostgreSQL; nothing here is for other rooms, they know the interfaces only. */
@org.jspecify.annotations.NullMarked
package io.depository.register.jdbc;
