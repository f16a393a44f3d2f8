create table audit_event (
    id bigint primary key,
    at timestamptz not null default clock_timestamp(),
    actor_id bigint references account (id),
    action text not null check (action ~ '^[a-z-]+(\.[a-z-]+)+$'),
    family_id bigint,
    subject_kind text,
    subject_id bigint,
    reason text,
    changes jsonb not null default '[]',
    address text,
    check ((subject_kind is null) = (subject_id is null))
);
create sequence audit_event_seq increment 50;
create index audit_event_family on audit_event (family_id, id);
create index audit_event_actor on audit_event (actor_id, id);
revoke update on audit_event from nuanxin_app;

comment on table audit_event is 'Who did or saw what, written in the transaction of the act; insert only. Read through the family (policy in the family migration).';
comment on column audit_event.changes is 'List of {field, before, after}; sensitive values are masked before they come here.';
