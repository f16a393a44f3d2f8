-- Accounts that people keep: first sign-in, leaving, dated grants that can be ended or taken back, and stand-ins.
alter table account
    add column must_change_password boolean not null default false,
    add column session_stamp integer not null default 0,
    add column disabled_because text,
    add column left_on date,
    add constraint account_disabled_with_reason check (enabled or disabled_because <> ''),
    add constraint account_left_is_disabled check (left_on is null or not enabled);
comment on column account.session_stamp is 'Grows when every open session of the account has to end; a session keeps the number it began with.';
comment on column account.left_on is 'The day the person left the post, with what they held handed over.';

create table account_absence (
    id bigint primary key,
    account_id bigint not null references account (id),
    stand_in_id bigint not null references account (id),
    valid_from date not null,
    valid_to date not null,
    reason text not null check (reason <> ''),
    end_reason text,
    recorded_at timestamptz not null default now(),
    recorded_by bigint not null references account (id),
    version integer not null default 0,
    check (stand_in_id <> account_id),
    check (valid_to >= valid_from)
);
create sequence account_absence_seq increment 50;
create index account_absence_account on account_absence (account_id, valid_from);
create index account_absence_stand_in on account_absence (stand_in_id, valid_from);
comment on table account_absence is 'Somebody is away, [valid_from, valid_to), and another account stands in: its grants carry the absence and end by themselves.';

alter table account_grant
    add column absence_id bigint references account_absence (id),
    add column end_reason text,
    add column taken_back boolean not null default false,
    add column version integer not null default 0,
    drop constraint account_grant_check,
    add constraint account_grant_dates check (valid_to is null or valid_to >= valid_from),
    add constraint account_grant_taken_back check (not taken_back or (valid_to = valid_from and end_reason <> '')),
    add constraint account_grant_once exclude using gist (
        account_id with =, region_path with =, coalesce(absence_id, 0) with =, daterange(valid_from, valid_to) with &&);
comment on column account_grant.taken_back is 'Entered wrong: the range is empty, so that it never counts; what was written stands in the history of the account.';

-- An act on an account concerns no family; those who keep accounts, and those who audit, read these acts and no others.
alter table audit_event
    add constraint audit_event_account_alone check (subject_kind is distinct from 'ACCOUNT' or family_id is null);
create index audit_event_account on audit_event (subject_id, id) where subject_kind = 'ACCOUNT';

create function nuanxin_keeps_accounts() returns boolean language sql stable as $$
    select exists (select from account a join account_role r on r.account_id = a.id
                   where a.id = nullif(current_setting('nuanxin.actor', true), '')::bigint
                     and a.enabled and r.role in ('SYSTEM_ADMIN', 'AUDITOR'));
$$;
create policy account_acts on audit_event for select using (
    subject_kind = 'ACCOUNT' and (select nuanxin_keeps_accounts()));
