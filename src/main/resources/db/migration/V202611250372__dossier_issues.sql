create table dossier_issue (
    id bigint primary key,
    client_id uuid not null unique,
    family_id bigint not null,
    region_path text collate "C" not null,
    number integer not null check (number > 0),
    issued_by bigint not null references account (id),
    issued_at timestamptz not null,
    recipient text not null check (recipient <> '' and length(recipient) <= 60),
    purpose text not null check (purpose <> '' and length(purpose) <= 200),
    chapters text not null check (chapters <> ''),
    foreign key (family_id, region_path) references family (id, region_path) on update cascade,
    unique (family_id, number)
);
create sequence dossier_issue_seq increment 50;
call nuanxin_scoped('dossier_issue');
comment on table dossier_issue is 'Each time a household file 一户一档 was taken out: by whom, for whom, why, and which chapters. Never changed; a moving file updates its path.';
