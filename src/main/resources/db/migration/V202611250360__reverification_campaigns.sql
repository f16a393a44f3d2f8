create table reverification_campaign (
    id bigint primary key,
    region_path text collate "C" not null references region (path) on update cascade,
    year integer not null check (year between 2000 and 2200),
    opens_on date not null,
    ends_on date not null,
    checks text[] not null check (cardinality(checks) > 0),
    opened_by bigint not null references account (id),
    opened_at timestamptz not null,
    matched_at timestamptz,
    closed_by bigint references account (id),
    closed_at timestamptz,
    version integer not null default 0,
    constraint reverification_campaign_once unique (region_path, year),
    unique (id, region_path),
    constraint reverification_campaign_window check (opens_on < ends_on and extract(year from opens_on) = year),
    check ((closed_by is null) = (closed_at is null))
);
create sequence reverification_campaign_seq increment 50;
alter table reverification_campaign enable row level security;
-- A campaign is seen from its region, from below it and from above it; only its region and those above may write it.
create policy scope on reverification_campaign for select using (
    (region_path >= current_setting('nuanxin.low', true) and region_path < current_setting('nuanxin.high', true))
    or (current_setting('nuanxin.low', true) <> '' and starts_with(current_setting('nuanxin.low', true), region_path)));
create policy opened on reverification_campaign for insert with check (
    region_path >= current_setting('nuanxin.low', true) and region_path < current_setting('nuanxin.high', true));
create policy changed on reverification_campaign for update using (
    region_path >= current_setting('nuanxin.low', true) and region_path < current_setting('nuanxin.high', true));
comment on table reverification_campaign is 'Yearly re-verification 年审 of a county, [opens_on, ends_on); closing is reversible, being late stops no money.';
comment on column reverification_campaign.checks is 'What is checked, by the codes of reverification_check.kind.';

create table reverification_item (
    id bigint primary key,
    campaign_id bigint not null,
    campaign_path text collate "C" not null,
    year integer not null,
    family_id bigint not null,
    region_path text collate "C" not null,
    joined_on date not null,
    status text not null default 'OPEN' check (status in ('OPEN', 'DONE', 'LEFT')),
    how text check (how in ('MATCH', 'VISIT', 'OFFICE')),
    done_on date,
    left_on date,
    left_because text check (left_because in ('EXITED', 'MOVED', 'MERGED')),
    differs boolean not null default false,
    constraint reverification_item_once unique (campaign_id, family_id),
    unique (id, family_id),
    foreign key (campaign_id, campaign_path) references reverification_campaign (id, region_path) on update cascade,
    foreign key (family_id, region_path) references family (id, region_path) on update cascade,
    check ((status = 'DONE') = (done_on is not null) and (status = 'DONE') = (how is not null)),
    check ((status = 'LEFT') = (left_on is not null) and (status = 'LEFT') = (left_because is not null)),
    check (status = 'OPEN' or not differs)
);
create sequence reverification_item_seq increment 50;
create index reverification_item_family on reverification_item (family_id);
create index reverification_item_scope on reverification_item (region_path, campaign_id, status);
call nuanxin_scoped('reverification_item');
comment on table reverification_item is 'A family in a campaign; it joins when it is confirmed and leaves with its exit or move, with the reason.';
comment on column reverification_item.campaign_path is 'Region of the campaign: known also where a family moved to, from where the campaign itself is out of sight.';
comment on column reverification_item.how is 'The last hand that was needed: MATCH none, VISIT a visit, OFFICE the office.';

create table reverification_check (
    id bigint primary key,
    item_id bigint not null,
    family_id bigint not null,
    region_path text collate "C" not null,
    person_id bigint,
    kind text not null check (kind in
        ('ALIVE', 'IDENTITY', 'PHONE', 'ADDRESS', 'LIVING', 'CONTACT', 'LIVELIHOOD', 'ABILITY')),
    status text not null default 'OPEN' check (status in ('OPEN', 'DIFFERS', 'SETTLED')),
    unique (id, family_id),
    foreign key (family_id, region_path) references family (id, region_path) on update cascade,
    foreign key (item_id, family_id) references reverification_item (id, family_id),
    foreign key (person_id, region_path) references person (id, region_path) on update cascade deferrable initially immediate
);
create sequence reverification_check_seq increment 50;
create unique index reverification_check_once on reverification_check (item_id, kind, coalesce(person_id, 0));
create index reverification_check_family on reverification_check (family_id);
call nuanxin_scoped('reverification_check');
comment on table reverification_check is 'One thing to check of a family or a member; its present answer is the settlement that was not undone.';

create table reverification_settlement (
    id bigint primary key,
    check_id bigint not null,
    family_id bigint not null,
    region_path text collate "C" not null,
    how text not null check (how in ('MATCH', 'VISIT', 'OFFICE')),
    outcome text not null check (outcome in ('SAME', 'DIFFERS', 'CORRECTED')),
    source text not null check (source <> ''),
    fact_on date not null,
    visit_id bigint,
    said bytea,
    reason text,
    recorded_by bigint not null references account (id),
    recorded_at timestamptz not null,
    undone_by bigint references account (id),
    undone_at timestamptz,
    undone_because text,
    foreign key (family_id, region_path) references family (id, region_path) on update cascade,
    foreign key (check_id, family_id) references reverification_check (id, family_id),
    foreign key (visit_id, family_id) references visit (id, family_id),
    check ((undone_by is null) = (undone_at is null) and (undone_by is null) = (undone_because is null)),
    check (how <> 'VISIT' or visit_id is not null),
    check (octet_length(said) <= 2200)
);
create sequence reverification_settlement_seq increment 50;
create unique index reverification_settlement_one on reverification_settlement (check_id) where undone_at is null;
create index reverification_settlement_family on reverification_settlement (family_id);
call nuanxin_scoped('reverification_settlement');
comment on table reverification_settlement is 'Who settled a check, by which source and of which day; never changed, only undone with a reason.';
comment on column reverification_settlement.said is 'What was said to have changed, encrypted; a caseworker decides.';
