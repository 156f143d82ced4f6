-- The depository's tables. The owner role migrates; the application's role may only do what is granted at the end:
-- evidence (documents, receipts, decisions, letters, the register) is inserted and read, never changed or removed.

-- ---------------------------------------------------------------- what arrived

-- What is too large on one channel may be whole on another: the head and the whole are two rows of one digest.
create table document (
    digest    bytea not null check (octet_length(digest) = 32),     -- SHA-256 of the exact bytes that came
    too_large boolean not null default false,                       -- whether only the first 64 KB are kept
    size      bigint not null check (size >= 0),                    -- their number, also where only a part is kept
    content   bytea not null,                                       -- all of them, or the first 64 KB where too large
    stored_at timestamptz not null default clock_timestamp(),
    primary key (digest, too_large)
);

create table receipt (
    id            bigint generated always as identity primary key,
    channel       text not null check (channel in ('jms', 'file', 'mail')),
    channel_key   text not null unique,           -- names this arrival for ever; contains the digest
    channel_party text,                           -- whose channel it is; null for mail
    account       text,                           -- who the transport says sent it
    digest        bytea not null,
    too_large     boolean not null default false,
    received_at   timestamptz not null,           -- the legal instant of receipt
    correlation   text,                           -- what an answer refers to: JMSMessageID, Message-ID, file name
    evidence      jsonb not null default '{}',    -- what else the transport said; evidence, never authority
    stored_at     timestamptz not null default clock_timestamp(),
    foreign key (digest, too_large) references document
);

create table work (
    receipt_id    bigint primary key references receipt,
    state         text not null default 'received' check (state in
                      ('received', 'registered', 'returned', 'under-review', 'repeat', 'set-aside', 'quarantined')),
    channel_party text,
    received_at   timestamptz not null,
    attempts      integer not null default 0,
    not_before    timestamptz not null default '-infinity',
    lease         uuid,
    holder        integer,                        -- the process that took it on, by its advisory lock
    leased_until  timestamptz not null default '-infinity',
    cause         text,                           -- why it is quarantined, or why the last attempt failed
    changed_at    timestamptz not null default clock_timestamp()
);
create index work_undone on work (received_at, receipt_id) where state = 'received';
create index work_unsettled on work (channel_party, received_at, receipt_id) where state in ('received', 'quarantined');
create index work_by_state on work (state, receipt_id);

-- ---------------------------------------------------------------- the register

create table entry (
    index       bigint primary key check (index >= 0),
    type        text not null check (type in ('agreement', 'notification', 'staff')),
    agreement   text not null,
    party       text,
    record      bytea not null,                   -- the exact bytes that are hashed; never jsonb
    leaf_hash   bytea not null check (octet_length(leaf_hash) = 32),
    recorded_at timestamptz not null
);

-- Roots of complete subtrees: level 1 over two leaves and so on; level 0 is entry.leaf_hash.
create table tree_node (
    level    smallint not null check (level > 0),
    position bigint not null,
    hash     bytea not null check (octet_length(hash) = 32),
    primary key (level, position)
);

create table checkpoint (
    size      bigint primary key,
    root      bytea not null check (octet_length(root) = 32),
    note      text not null,                      -- the signed note, as served
    signed_at timestamptz not null
);

-- One row. Whoever appends locks it first; every number comes from it.
create table head (
    id               smallint primary key check (id = 1),
    size             bigint not null,
    frontier         bytea not null,              -- the roots of the complete subtrees that make up the tree, largest first
    last_recorded_at timestamptz not null,
    circular_year    integer not null,
    circular_number  integer not null
);
insert into head values (1, 0, '', '-infinity', 0, 0);

create table agreement (
    digest        bytea primary key check (octet_length(digest) = 32),
    id            text not null,
    content       bytea not null,                 -- the exact bytes of the file
    entry         bigint not null references entry
);

-- The register's acts as the law sees them; derived from the records, kept for speed.
create table legal_fact (
    entry            bigint primary key references entry,
    agreement        text not null,
    party            text not null,
    act              text not null,
    reference        text not null,
    received_at      timestamptz not null,
    received_on      date not null,
    refers_party     text,
    refers_reference text,
    effective_on     date,
    changed_on       date,
    noticed_on       date,                        -- the day on which the states were told of it
    reservation      boolean not null,            -- whether it is, or brings, a reservation
    moves_dates      boolean not null             -- false for acts from which no date follows, e.g. lists of bodies
);
create index legal_fact_moving on legal_fact (agreement, entry) where moves_dates;
create index legal_fact_marks on legal_fact (agreement, party, act, received_on) where not moves_dates;
create index legal_fact_by_reference on legal_fact (agreement, party, reference);

-- ---------------------------------------------------------------- what was decided

create table letter (
    id        text primary key,
    type      text not null check (type in ('acknowledgement', 'circular')),
    kind      text,                               -- of a circular
    number    text unique,                        -- of a circular, e.g. 2026/17
    agreement text,
    party     text,                               -- whom an acknowledgement answers; whom a circular concerns
    reference text,
    entry     bigint references entry,
    body      bytea not null,                     -- the JSON, byte for byte as sent
    issued_at timestamptz not null
);

create table decision (
    id                  bigint generated always as identity primary key,
    receipt_id          bigint not null references receipt,
    outcome             text not null check (outcome in ('registered', 'returned', 'under-review')),
    speaker             text,                     -- who speaks: signer, else the channel's party, else the one named
    notification_digest bytea,
    weight              smallint not null,        -- who vouches: 2 a signature, 1 the channel alone, 0 nobody
    kid                 text,
    agreement           text,
    act                 text,
    reference           text,
    entry               bigint unique references entry,
    acknowledgement     text references letter,   -- null where nobody could be answered
    decided_at          timestamptz not null
);
create index decision_by_identity on decision (speaker, notification_digest);
create index decision_by_receipt on decision (receipt_id);

create table used_reference (
    party               text not null,
    reference           text not null,
    notification_digest bytea not null,
    receipt_id          bigint not null references receipt,
    primary key (party, reference)
);

create table duty (
    id        bigint generated always as identity primary key,
    agreement text not null,
    kind      text not null,                      -- the kind of circular that it makes
    party     text not null default '',           -- '' where it concerns the agreement as a whole
    falls_on  date not null,
    entry     bigint not null references entry,   -- the act that it follows from
    state     text not null default 'due' check (state in ('due', 'done', 'void')),
    letter_id text references letter,
    unique (agreement, kind, party, falls_on)
);
create index duty_due on duty (falls_on) where state = 'due';

-- ---------------------------------------------------------------- what is to be said

create table fan_out (
    letter_id  text primary key references letter,
    position   bigint generated always as identity,  -- circulars are spread in the order in which they were issued
    recipients text[] not null,                   -- party codes, as they stood when the letter was issued
    done_at    timestamptz
);
create index fan_out_undone on fan_out (position) where done_at is null;

create table delivery (
    id          bigint generated always as identity primary key,
    letter_id   text not null references letter,
    occasion    bigint not null,                  -- the receipt that is answered; 0 for a circular
    party       text not null,
    channel     text check (channel in ('jms', 'file', 'mail')),
    address     text,
    correlation text,
    priority    smallint not null,                -- 0 acknowledgements, 1 circulars
    state       text not null default 'due' check (state in ('due', 'sent', 'failed', 'no-channel')),
    attempts    integer not null default 0,
    wire_id     text not null unique,             -- duplicate id, file name and Message-ID on the wire
    created_at  timestamptz not null default clock_timestamp(),
    sent_at     timestamptz,
    -- Whom no channel reaches is written down all the same: that state is not informed (VCLT 78(c)).
    check ((state = 'no-channel') = (channel is null) and (channel is null) = (address is null)),
    unique nulls not distinct (letter_id, occasion, party, channel)
);
create index delivery_without_channel on delivery (party, id) where state = 'no-channel';
create index delivery_due on delivery (channel, party, priority, id) where state = 'due';
create index delivery_by_state on delivery (state, id);

create table attempt (
    delivery_id bigint not null references delivery,
    number      integer not null,
    at          timestamptz not null default clock_timestamp(),
    outcome     text not null check (outcome in ('sent', 'deferred', 'failed')),
    answer      text,
    primary key (delivery_id, number)
);

-- A lane is one recipient on one channel: letters leave it in order, and one sender at a time holds it.
create table lane (
    channel      text not null,
    party        text not null,
    lease        uuid,                            -- whoever holds it may mark what left the lane
    holder       integer,                         -- the process that holds it, by its advisory lock
    leased_until timestamptz not null default '-infinity',
    claimed_at   timestamptz not null default '-infinity',
    not_before   timestamptz not null default '-infinity',
    attempts     integer not null default 0,      -- claims since the last one that ended well
    cause        text,                            -- why it waits
    primary key (channel, party)
);

-- ---------------------------------------------------------------- the directory

create table state (
    party   text primary key check (party ~ '^[A-Z]{2}$'),
    name_ru text not null,
    name_en text not null
);

create table party_key (
    kid        text primary key,
    party      text not null references state,
    algorithm  text not null check (algorithm in ('EdDSA', 'ES256')),
    public_key bytea not null,
    valid_from timestamptz not null,
    valid_to   timestamptz,
    revoked_at timestamptz
);

create table party_channel (
    party   text not null references state,
    channel text not null check (channel in ('jms', 'file', 'mail')),
    address text not null,
    primary key (party, channel)
);

-- ---------------------------------------------------------------- what the application may do

grant select, insert on document, receipt, entry, tree_node, checkpoint, agreement, legal_fact, letter, decision,
    used_reference, attempt, state to depository_app;
grant select, insert, update on work, head, duty, fan_out, delivery, lane, party_key, party_channel to depository_app;
