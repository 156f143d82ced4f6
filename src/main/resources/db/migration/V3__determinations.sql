-- What the depository determined under an agreement: another day than the one that is counted, or whether a state signed.
-- Derived from the records, kept for speed.
create table determination (
    entry     bigint primary key references entry,
    agreement text not null,
    effect    text,                               -- the kind of effect that is dated; null for a signature
    of_entry  bigint,                             -- the act whose effect it is; -1 for general entry into force
    takes_on  date,
    party     text,                               -- the state whose signature is settled; null for a day
    signed    boolean,
    reason_ru text not null,
    reason_en text not null,
    author    text not null check (author <> ''),
    check ((effect is null) = (party is not null)),
    check ((effect is null) = (takes_on is null) and (effect is null) = (of_entry is null)),
    check ((party is null) = (signed is null))
);
create index determination_of_agreement on determination (agreement, entry);

grant select, insert on determination to depository_app;
