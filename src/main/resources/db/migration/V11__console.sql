-- What staff look for on their pages is found by indexes, however much there is.

-- The codes for which a notification was returned: they stand in the acknowledgement too, where nobody can search them.
alter table decision add column codes text[];
update decision set codes = (
    select array_agg(error ->> 'code')
    from letter cross join jsonb_array_elements(convert_from(letter.body, 'UTF8')::jsonb -> 'errors') error
    where letter.id = decision.acknowledgement)
where outcome = 'returned';
create index decision_by_code on decision using gin (codes) where codes is not null;
create index decision_by_reference on decision (lower(reference) text_pattern_ops);
create index work_with_cause on work (receipt_id) where cause is not null;

-- All letters and deliveries of one notification.
create index letter_of_entry on letter (entry) where type = 'circular';
create index delivery_by_occasion on delivery (occasion) where occasion > 0;

-- Forms that were sent: a form that is sent twice does once what it says. Inserted and read, never changed.
create table submission (
    token   uuid primary key,                     -- names one showing of a form
    who     text not null check (who <> ''),
    sent_at timestamptz not null default clock_timestamp()
);

grant select, insert on submission to depository_app;
