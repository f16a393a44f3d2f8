create table family_notice (
    id bigint primary key,
    batch uuid not null,
    family_id bigint not null,
    region_path text collate "C" not null,
    starts_on date not null,
    ends_on date not null check (ends_on > starts_on),
    posted_at text not null check (posted_at <> ''),
    started_at timestamptz not null default now(),
    started_by bigint not null references account (id),
    unique (batch, family_id),
    foreign key (family_id, region_path) references family (id, region_path) on update cascade,
    constraint family_notice_once exclude using gist (family_id with =, daterange(starts_on, ends_on) with &&)
);
create sequence family_notice_seq increment 50;
create index family_notice_batch on family_notice (batch);
create index family_notice_period on family_notice (starts_on desc, batch);
call nuanxin_scoped('family_notice');
comment on table family_notice is '公示 [starts_on, ends_on): a family on a masked public list; batch: the list it stands on.';

create table notice_objection (
    id bigint primary key,
    client_id uuid not null unique,
    notice_id bigint not null references family_notice (id),
    family_id bigint not null,
    region_path text collate "C" not null,
    raised_on date not null,
    raised_by bytea not null,
    text bytea not null,
    recorded_at timestamptz not null default now(),
    recorded_by bigint not null references account (id),
    outcome text check (outcome in ('UNFOUNDED', 'UPHELD')),
    outcome_text bytea,
    closed_at timestamptz,
    closed_by bigint references account (id),
    foreign key (family_id, region_path) references family (id, region_path) on update cascade,
    check ((outcome is null) = (closed_at is null) and (outcome is null) = (closed_by is null) and (outcome is null) = (outcome_text is null))
);
create sequence notice_objection_seq increment 50;
create index notice_objection_family on notice_objection (family_id);
call nuanxin_scoped('notice_objection');
comment on table notice_objection is 'Somebody objected to a notice: who and what are ciphertext; open until its outcome is written.';
