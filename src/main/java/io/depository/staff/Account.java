package io.depository.staff;

/**
 * A member of staff who can log in.
 *
 * @param name stands in the register and in the audit, for ever
 * @param passwordHash bcrypt ({@code $2a$}, {@code $2b$}, {@code $2y$}) or argon2 ({@code $argon2id$})
 */
public record Account(String name, String passwordHash, Role role) {}
