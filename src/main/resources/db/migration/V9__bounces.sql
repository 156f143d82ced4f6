-- A letter that a mail server took, and that came back (RFC 3464).
alter table delivery drop constraint delivery_state_check;
alter table delivery add constraint delivery_state_check
    check (state in ('due', 'sent', 'failed', 'bounced', 'no-channel'));
alter table attempt drop constraint attempt_outcome_check;
alter table attempt add constraint attempt_outcome_check check (outcome in ('sent', 'deferred', 'failed', 'bounced'));
