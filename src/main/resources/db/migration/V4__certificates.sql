-- A party signs with keys (JWS) and with certificates (S/MIME, RFC 8551); both stand in one table, so that a fingerprint
-- belongs to one party only.
alter table party_key drop constraint party_key_algorithm_check;
alter table party_key add constraint party_key_algorithm_check check (algorithm in ('EdDSA', 'ES256', 'S/MIME'));

comment on column party_key.kid is
    'RFC 7638 thumbprint of a key; of a certificate the SHA-256 of its DER in lower-case hex';
comment on column party_key.public_key is
    'SubjectPublicKeyInfo (DER) of a key; of algorithm S/MIME the whole certificate (DER)';
