-- A party's certificates may be issued by an authority that is registered for it, which stands among the party's keys: its
-- certificate, and what the subject of those that speak for the party must name.
alter table party_key drop constraint party_key_algorithm_check;
alter table party_key add constraint party_key_algorithm_check
    check (algorithm in ('EdDSA', 'ES256', 'S/MIME', 'X.509'));
alter table party_key add column subject text;
alter table party_key add constraint party_key_subject check ((algorithm = 'X.509') = (subject is not null));

comment on column party_key.kid is
    'RFC 7638 thumbprint of a key; of a certificate the SHA-256 of its DER in lower-case hex; of an authority that, a dot and the party';
comment on column party_key.subject is
    'of an authority, algorithm X.509: the attributes that the subject of a certificate must have to speak for the party (RFC 4514)';
