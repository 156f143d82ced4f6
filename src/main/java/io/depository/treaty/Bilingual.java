package io.depository.treaty;

/** A text in the two languages of the depository's correspondence: Russian (the working language) and English. */
public record Bilingual(String ru, String en) {}
