-- Circulars of an agreement, newest first, for its feed.
create index letter_circulars on letter (agreement, issued_at desc, length(number) desc, number desc)
    where type = 'circular';

-- What goes with a circular besides its JSON, made once and kept as it was first sent. Inserted and read, never changed.
-- Without content it could not be made; the circular then goes without it, for ever.
create table enclosure (
    letter_id text not null references letter,
    name      text not null check (name in ('circular.pdf', 'circular.ics')),
    content   bytea,
    fault     text,
    made_at   timestamptz not null default clock_timestamp(),
    primary key (letter_id, name),
    check ((content is null) = (fault is not null))
);
create index enclosure_lacking on enclosure (made_at) where content is null;

grant select, insert on enclosure to depository_app;
