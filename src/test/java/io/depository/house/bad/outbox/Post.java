package io.depository.house.bad.outbox;

/** Offered to whoever may use this room. */
public class Post {}
