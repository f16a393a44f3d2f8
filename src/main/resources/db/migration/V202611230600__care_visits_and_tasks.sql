create table visit (
    id bigint primary key,
    client_id uuid not null,
    receipt_number text collate "C" not null unique,
    family_id bigint not null,
    region_path text collate "C" not null,
    on_date date not null,
    at_time time(0),
    channel text not null check (channel in ('HOME', 'PHONE', 'VENUE', 'PARCEL', 'RELATIVE', 'NEIGHBOUR')),
    met boolean not null,
    not_met_reason text check (not_met_reason in ('NOT_HOME', 'HOSPITAL', 'TRAVELLING', 'ASKED_LATER', 'DECLINED', 'NO_ANSWER', 'OTHER')),
    visitor_id bigint not null references account (id),
    companions text,
    housing text[] not null default '{}',
    needs text[] not null default '{}',
    goods text,
    money numeric(14, 2) check (money > 0),
    last_promise text check (last_promise in ('KEPT', 'NOT_YET', 'NO_LONGER')),
    promise bytea,
    note bytea,
    next_on date,
    next_channel text check (next_channel in ('HOME', 'PHONE')),
    safety_worry boolean not null default false,
    worry bytea,
    made_on text not null default 'OFFICE' check (made_on in ('OFFICE', 'PHONE')),
    logged_by bigint not null references account (id),
    logged_at timestamptz not null,
    version integer not null default 0,
    constraint visit_client_id unique (client_id),
    unique (id, family_id),
    foreign key (family_id, region_path) references family (id, region_path) on update cascade,
    constraint visit_not_in_the_future check (on_date <= (logged_at at time zone 'Asia/Shanghai')::date),
    constraint visit_met_or_why check (met = (not_met_reason is null)),
    constraint visit_next_after check (next_on is null or next_on > on_date),
    constraint visit_worry check (safety_worry or worry is null),
    constraint visit_text_length check (
        octet_length(note) <= 8200 and octet_length(promise) <= 2200 and octet_length(worry) <= 2200
        and char_length(goods) <= 200 and char_length(companions) <= 100)
);
create sequence visit_seq increment 50;
create sequence visit_receipt_seq;
create index visit_family on visit (family_id, on_date desc, id desc);
create index visit_day on visit (on_date desc, id desc);
create index visit_scope on visit (region_path, on_date desc, id desc);
create index visit_visitor on visit (visitor_id, on_date desc);
call nuanxin_scoped('visit');
comment on table visit is 'A contact with a family: at home, by phone, at a venue; for those who refuse visits also by parcel, relative or neighbour. Not met is a result too.';
comment on column visit.client_id is 'Made by the sender: the same one again is the same visit and gets the same receipt.';
comment on column visit.housing is 'Codes of what was seen of the home; facts, not labels.';
comment on column visit.promise is 'What we promised this time; the next visitor reads it first.';
comment on column visit.last_promise is 'What became of the promise of the visit before.';

create table visit_member (
    id bigint primary key,
    visit_id bigint not null,
    family_id bigint not null,
    region_path text collate "C" not null,
    person_id bigint not null,
    met boolean not null,
    body text[] not null default '{}',
    sleep text check (sleep in ('GOOD', 'SO_SO', 'SLEEPLESS', 'NOT_ASKED')),
    mood text check (mood in ('CALM', 'TALKATIVE', 'SPOKE_OF_CHILD', 'SILENT')),
    unique (visit_id, person_id),
    foreign key (family_id, region_path) references family (id, region_path) on update cascade,
    foreign key (visit_id, family_id) references visit (id, family_id),
    foreign key (person_id, region_path) references person (id, region_path) on update cascade deferrable initially immediate
);
create sequence visit_member_seq increment 50;
create index visit_member_person on visit_member (person_id, visit_id);
call nuanxin_scoped('visit_member');
comment on table visit_member is 'Whom we met and how they are, as codes: facts and wishes, not labels.';

create table visit_revision (
    id bigint primary key,
    visit_id bigint not null,
    family_id bigint not null,
    region_path text collate "C" not null,
    number integer not null check (number > 0),
    content bytea not null,
    reason text not null check (reason <> ''),
    corrected_by bigint not null references account (id),
    corrected_at timestamptz not null,
    unique (visit_id, number),
    foreign key (family_id, region_path) references family (id, region_path) on update cascade,
    foreign key (visit_id, family_id) references visit (id, family_id)
);
create sequence visit_revision_seq increment 50;
call nuanxin_scoped('visit_revision');
comment on table visit_revision is 'What a visit said before each correction, encrypted as a whole; only a moving file updates its path.';
revoke update on visit_revision from nuanxin_app;

create table care_task (
    id bigint primary key,
    family_id bigint not null,
    region_path text collate "C" not null,
    kind text not null check (kind in
        ('FIRST_VISIT', 'FESTIVAL', 'TIMELY_CARE', 'HOME_VISIT', 'ROUTINE_CONTACT', 'REVERIFICATION', 'REASSESSMENT')),
    occasion text collate "C" not null check (occasion <> ''),
    reason text not null,
    reason_on date not null,
    note bytea,
    opens_on date not null,
    limit_on date not null,
    due_on date not null,
    postponed_because text,
    assignee_id bigint references account (id),
    planned_on date,
    planned_at time(0),
    status text not null default 'OPEN' check (status in ('OPEN', 'DONE', 'FULFILLED_OTHERWISE', 'CANCELLED')),
    done_on date,
    visit_id bigint,
    closed_because text,
    opened_at timestamptz not null default now(),
    version integer not null default 0,
    constraint care_task_once unique (family_id, kind, occasion),
    foreign key (family_id, region_path) references family (id, region_path) on update cascade,
    foreign key (visit_id, family_id) references visit (id, family_id),
    constraint care_task_window check (opens_on <= limit_on and limit_on <= due_on),
    constraint care_task_postponed check ((due_on > limit_on) = (postponed_because is not null)),
    constraint care_task_closed check (
        (status in ('DONE', 'FULFILLED_OTHERWISE')) = (done_on is not null)
        and (status = 'CANCELLED') = (closed_because is not null)),
    check (octet_length(note) <= 2200),
    check (planned_at is null or planned_on is not null)
);
create sequence care_task_seq increment 50;
create index care_task_open on care_task (due_on, id) where status = 'OPEN';
create index care_task_open_kind on care_task (kind, due_on, id) where status = 'OPEN';
create index care_task_open_scope on care_task (region_path, kind, due_on) where status = 'OPEN';
create index care_task_occasion on care_task (kind, occasion, status);
create index care_task_assignee on care_task (assignee_id, due_on) where status = 'OPEN';
create index care_task_planned on care_task (planned_on) where status = 'OPEN' and planned_on is not null;
create index care_task_visit on care_task (visit_id) where visit_id is not null;
call nuanxin_scoped('care_task');
comment on table care_task is 'What we owe a family, opened by events and the calendar, once each (family, kind, occasion).';
comment on column care_task.limit_on is 'The limit by the rule, never changed: reports count "in time" against it.';
comment on column care_task.due_on is 'The limit as it stands; later than limit_on only when postponed with a reason.';
comment on column care_task.status is 'FULFILLED_OTHERWISE: cared for 按其意愿 (visits refused); fulfilled, and counted apart.';

-- The one definition of overdue: the limit has passed and the task is still open.
create function care_overdue(status text, due_on date, today date) returns boolean
    language sql immutable parallel safe
    return status = 'OPEN' and due_on < today;
