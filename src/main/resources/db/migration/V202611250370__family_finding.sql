alter table person add column phone_tail_index bytea;
comment on column person.phone_tail_index is 'Blind index of the last four digits, for finding by them. Whoever holds the index key can try all 10,000 tails: docs/security.md.';
create index person_phone_tail on person (phone_tail_index);

-- Families of a village, and lists in the order of places and file numbers.
create index family_residence on family (residence_path, id);
create index family_number_order on family ((coalesce(file_number, '')), id);
