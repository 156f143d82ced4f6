-- Circulars of all agreements, newest first, for the depository's own feed and each state's.
create index letter_circulars_all on letter (issued_at desc, length(number) desc, number desc) where type = 'circular';
