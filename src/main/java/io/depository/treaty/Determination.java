package io.depository.treaty;

/** Something that the depository determined and recorded, which the law then starts from. */
public sealed interface Determination permits RecordedDate, SettledSignature {

    /** Index of its entry in the register; of two about the same, the later entry counts. */
    long entry();

    /** Why it was determined so, in words. */
    Bilingual reason();

    /** Who recorded it. */
    String author();
}
