-- What staff decide and do. Inserted and read, never changed or removed.

-- Who approves or returns what is under review, and why. Where two are needed, they are two: nobody stands twice on one
-- side, and no side has more than two places.
create table review (
    receipt_id bigint not null references receipt,
    verdict    text not null check (verdict in ('approve', 'return')),
    place      smallint not null check (place in (1, 2)),
    reviewer   text not null check (reviewer <> ''),
    reason     text not null check (reason <> ''),
    given_at   timestamptz not null,
    primary key (receipt_id, verdict, place),
    unique (receipt_id, verdict, reviewer)
);

-- Who wants which key registered: two people, who ask for exactly the same.
create table key_proposal (
    proposal    text not null,                    -- digest of party, key and validity
    place       smallint not null check (place in (1, 2)),
    party       text not null references state,
    kid         text not null,
    proposer    text not null check (proposer <> ''),
    reason      text not null,
    proposed_at timestamptz not null,
    primary key (proposal, place),
    unique (proposal, proposer)
);

-- States whose channels staff have set: the directory file no longer adds any.
create table channels_set (
    party  text primary key references state,
    set_at timestamptz not null default clock_timestamp()
);

-- A change of the directory concerns a party and no agreement.
alter table entry alter column agreement drop not null;

create table audit (
    id      bigint generated always as identity primary key,
    at      timestamptz not null default clock_timestamp(),
    who     text not null check (who <> ''),
    what    text not null,                        -- e.g. inbox.approve
    on_what text not null,                        -- e.g. inbox/17
    reason  text not null
);

comment on column decision.weight is
    'who vouches: 3 staff who approved it, 2 a signature, 1 the channel alone, 0 nobody';

grant select, insert on review, key_proposal, channels_set, audit to depository_app;
grant delete on party_channel to depository_app;
