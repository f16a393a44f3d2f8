create table advance_care (
    id bigint primary key,
    family_id bigint not null,
    region_path text collate "C" not null,
    person_id bigint not null unique references person (id),
    stance text not null check (stance in ('TALKED', 'NOT_NOW')),
    complete boolean not null,
    content bytea not null,
    talked_on date not null,
    source text not null check (source <> ''),
    review_on date not null,
    review_reason text not null check (review_reason in ('YEARLY', 'ASK_AGAIN', 'NAMED_DIED', 'FAMILY_CHANGED')),
    saved_by bigint not null references account (id),
    saved_at timestamptz not null,
    version integer not null default 0,
    foreign key (family_id, region_path) references family (id, region_path) on update cascade
);
create sequence advance_care_seq;
create index advance_care_family on advance_care (family_id);
create index advance_care_review on advance_care (review_on);
call nuanxin_scoped('advance_care');
comment on table advance_care is 'Who signs, who stays at the bed, the guardian agreed, wishes for the end (托付卡): what is held now, one for a person.';
comment on column advance_care.content is 'Names, phones, wishes: ciphertext as a whole.';
comment on column advance_care.stance is 'NOT_NOW 不想谈 is an answer: respected, asked again on review_on.';
comment on column advance_care.complete is 'Signer, bedside, guardianship and first call are all answered.';

create table advance_care_revision (
    id bigint primary key,
    client_id uuid not null unique,
    family_id bigint not null,
    region_path text collate "C" not null,
    person_id bigint not null references person (id),
    stance text not null check (stance in ('TALKED', 'NOT_NOW')),
    complete boolean not null,
    content bytea not null,
    talked_on date not null,
    source text not null check (source <> ''),
    saved_by bigint not null references account (id),
    saved_at timestamptz not null,
    foreign key (family_id, region_path) references family (id, region_path) on update cascade
);
create index advance_care_revision_family on advance_care_revision (family_id, person_id, saved_at);
call nuanxin_scoped('advance_care_revision');
comment on table advance_care_revision is 'Every telling as it was written down; never changed.';
