-- What happens in a family's life; and every exit of a file, so that past years stay what they were after a reopening.
create table family_exit (
    id bigint primary key,
    family_id bigint not null,
    region_path text collate "C" not null,
    reason text not null check (reason in ('BIRTH', 'ADOPTION', 'LAST_MEMBER_DIED', 'MOVED_OUT', 'ERROR', 'MERGED')),
    exited_on date not null,
    status_before text not null check (status_before in ('LEAD', 'REGISTERED', 'RETURNED', 'REVIEWED', 'CONFIRMED')),
    reopened_on date,
    recorded_at timestamptz not null default now(),
    recorded_by bigint references account (id),
    reopened_by bigint references account (id),
    withdrawn_at timestamptz,
    foreign key (family_id, region_path) references family (id, region_path) on update cascade,
    check (reopened_on is null or reopened_on >= exited_on),
    constraint family_exit_one_at_a_time exclude using gist (family_id with =, daterange(exited_on, reopened_on, '[]') with &&)
        where (withdrawn_at is null)
);
create sequence family_exit_seq increment 50;
create index family_exit_family on family_exit (family_id, exited_on);
call nuanxin_scoped('family_exit');
comment on table family_exit is '退出: a file is closed [exited_on, reopened_on); withdrawn where it was never true.';

insert into family_exit (id, family_id, region_path, reason, exited_on, status_before)
select nextval('family_exit_seq'), id, region_path, exit_reason, exited_on,
       case when confirmed_on is not null then 'CONFIRMED' when registered_on is not null then 'REGISTERED' else 'LEAD' end
from family where exited_on is not null;

alter table family add column split_from bigint references family (id);
comment on column family.split_from is '分户: the file this one came out of at a divorce; no new loss.';
alter table child add column same_child_as bigint references child (id);
comment on column child.same_child_as is 'The same child in the other parent''s file after a divorce: once-only grants are unique per child, not per file.';

create table life_event (
    id bigint primary key,
    client_id uuid not null unique,
    family_id bigint not null,
    region_path text collate "C" not null,
    kind text not null check (kind in ('PARENT_DIED', 'LAST_PARENT_DIED', 'DIVORCED', 'REMARRIED', 'CHILD_BORN', 'CHILD_ADOPTED',
                                       'GRANDCHILD_RAISED', 'MOVED_OUT', 'CLOSED_AS_ERROR', 'REOPENED')),
    person_id bigint,
    other_family_id bigint,
    on_date date not null,
    source text not null check (source <> '' and char_length(source) <= 100),
    note bytea check (octet_length(note) <= 4200),
    recorded_at timestamptz not null,
    recorded_by bigint not null references account (id),
    withdrawn_at timestamptz,
    withdrawn_by bigint references account (id),
    withdraw_reason text check (withdraw_reason <> '' and char_length(withdraw_reason) <= 200),
    foreign key (family_id, region_path) references family (id, region_path) on update cascade,
    foreign key (person_id, region_path) references person (id, region_path) on update cascade deferrable initially immediate,
    constraint life_event_not_in_the_future check (on_date <= (recorded_at at time zone 'Asia/Shanghai')::date),
    check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdraw_reason is null))
);
create sequence life_event_seq increment 50;
create index life_event_family on life_event (family_id, on_date desc);
call nuanxin_scoped('life_event');
comment on table life_event is 'A turn in a family''s life: true from on_date, recorded when it became known; withdrawn where it was a mistake.';

create table heir (
    id bigint primary key,
    family_id bigint not null,
    region_path text collate "C" not null,
    event_id bigint not null references life_event (id),
    person_id bigint not null,
    name text not null check (name <> '' and char_length(name) <= 40),
    relation text not null check (relation <> '' and char_length(relation) <= 40),
    phone bytea,
    foreign key (family_id, region_path) references family (id, region_path) on update cascade,
    foreign key (person_id, region_path) references person (id, region_path) on update cascade deferrable initially immediate
);
create sequence heir_seq increment 50;
create index heir_family on heir (family_id);
call nuanxin_scoped('heir');
comment on table heir is 'To whom what is still unpaid to a deceased member goes.';
