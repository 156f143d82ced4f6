-- The log's key changes: derived from the records, kept so that whoever holds the head's lock knows who may sign.
create table log_key (
    entry   bigint primary key references entry,
    former  text not null,                        -- verifier key; signs up to the checkpoint of this entry's append
    current text not null                         -- verifier key; signs every later one
);

-- What witnesses said of checkpoints (C2SP tlog-cosignature). One of each a size; the first one stays.
create table cosignature (
    size        bigint not null references checkpoint,
    witness     text not null,                    -- verifier key of the witness
    party       text,                             -- whose registered key it is; null of a configured witness
    line        text not null,                    -- the signature line, without its line feed
    cosigned_at timestamptz not null,             -- as the witness says
    stored_at   timestamptz not null default clock_timestamp(),
    primary key (witness, size)
);
create index cosignature_of_size on cosignature (size, stored_at);

grant select, insert on log_key, cosignature to depository_app;
