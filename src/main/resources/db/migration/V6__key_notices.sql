-- What states said themselves of their keys: a new key, signed by an old one (JWS). Inserted and read, never changed.
create table key_notice (
    party       text not null references state,
    reference   text not null,
    digest      bytea not null unique,            -- SHA-256 of the notice, which is known again by it
    notice      bytea not null,                   -- the exact bytes
    kid         text not null references party_key,
    signed_by   text not null references party_key (kid),
    received_at timestamptz not null,
    answer      bytea not null,                   -- JSON, byte for byte as told
    primary key (party, reference)
);

-- Of which keys that end soon staff were warned, and how long before: by one node, once.
create table key_warning (
    kid       text not null references party_key,
    days      integer not null check (days in (30, 7)),
    warned_at timestamptz not null default clock_timestamp(),
    primary key (kid, days)
);

grant select, insert on key_notice, key_warning to depository_app;
