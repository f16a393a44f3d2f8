create table policy_document (
    id bigint primary key,
    code text not null unique check (code ~ '^[a-z0-9-]+$'),
    kind text not null check (kind in ('SUMMARY', 'BASIS')),
    title_zh text not null,
    title_en text not null,
    number text,
    issuer_zh text not null,
    issuer_en text not null,
    year integer,
    jurisdiction text collate "C" not null references region (path) on update cascade
);
create sequence policy_document_seq increment 50 start 1001;
comment on table policy_document is 'Documents a rule is read from (SUMMARY, 出处) or rests on (BASIS, 政策依据).';
comment on column policy_document.number is 'Document number 文号, null while it is to be supplied (待补).';

create table policy_clause (
    id bigint primary key,
    document_id bigint not null references policy_document (id),
    position integer not null,
    anchor text not null check (anchor ~ '^[a-z0-9-]+$'),
    label text not null,
    heading_zh text not null,
    heading_en text not null,
    text text not null,
    unique (document_id, position),
    unique (document_id, anchor)
);
create sequence policy_clause_seq increment 50 start 1001;
comment on column policy_clause.text is 'The words of the document, never translated. No clauses: the text is to be supplied (待补).';

create table funder (
    code text primary key check (code ~ '^[a-z]+(-[a-z]+)*$'),
    position integer not null unique,
    name_zh text not null,
    name_en text not null
);
comment on table funder is 'Who pays; a county funder is the one of the subject''s own county.';

create table program (
    code text primary key check (code ~ '^[a-z]+(-[a-z]+)*$'),
    position integer not null unique,
    name_zh text not null,
    name_en text not null,
    beneficiary text not null check (beneficiary in ('PERSON', 'FAMILY', 'CARE_GROUP', 'CHILD')),
    cadence text not null check (cadence in ('MONTHLY', 'YEARLY', 'ONCE', 'EVENT', 'SERVICE')),
    start text not null check (start in ('PERIODIC', 'EVENT', 'APPLICATION')),
    needs_adoption boolean not null default false,
    funders text[] not null default '{}',
    offer_zh text not null,
    offer_en text not null,
    when_zh text,
    when_en text,
    help_zh text not null,
    help_en text not null,
    clause_id bigint references policy_clause (id),
    check ((start = 'PERIODIC') = (when_zh is null)),
    check ((when_zh is null) = (when_en is null))
);
comment on column program.start is 'PERIODIC is decided for everybody; EVENT and APPLICATION are on request (需要时可申请), never a refusal.';
comment on column program.needs_adoption is 'Each county decides whether it gives this at all (program_adoption).';
comment on column program.help_zh is 'What else may help where the answer is no.';

create table policy_reading (
    code text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    position integer not null unique,
    program_code text references program (code),
    text_zh text not null,
    text_en text not null
);
comment on table policy_reading is 'Readings nobody has settled yet (口径待定) that are not a cell or an amount of a rule.';

create table tier_reading (
    grade text primary key,
    tier text not null check (tier in ('self-care', 'partly', 'fully'))
);
comment on table tier_reading is 'Which dependency tier an ability grade of GB/T 42195-2022 counts as (口径待定).';

create table program_adoption (
    id bigint primary key,
    program_code text not null references program (code),
    jurisdiction text collate "C" not null references region (path) on update cascade,
    state text not null check (state in ('ADOPTED', 'NOT_ADOPTED')),
    valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
    source text not null check (source <> ''),
    invented boolean not null default false,
    recorded_by text not null,
    recorded_at timestamptz not null default now(),
    superseded_at timestamptz,
    constraint program_adoption_one_truth exclude using gist (
        program_code with =, jurisdiction with =, valid with &&) where (superseded_at is null)
);
create sequence program_adoption_seq increment 50;
comment on table program_adoption is 'Whether a county has adopted a program, since when, and where we read it. No row: not verified.';
comment on column program_adoption.invented is 'Demonstration data, not a fact about the county.';

create table rule_version (
    id bigint primary key,
    program_code text not null references program (code),
    jurisdiction text collate "C" not null references region (path) on update cascade,
    number integer not null check (number > 0),
    valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
    valid_assumption_zh text,
    valid_assumption_en text,
    status text not null default 'DRAFT' check (status in ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'ENDED')),
    hit_policy text not null default 'FIRST' check (hit_policy = 'FIRST'),
    source_clause_id bigint references policy_clause (id),
    source_quote text,
    basis_document_id bigint references policy_document (id),
    basis_clause text,
    published_at timestamptz,
    published_by text,
    version integer not null default 0,
    unique (program_code, jurisdiction, number),
    check ((source_clause_id is null) = (source_quote is null)),
    check (status <> 'ENDED' or not upper_inf(valid)),
    check ((status in ('PUBLISHED', 'ENDED')) = (published_at is not null) and (published_at is null) = (published_by is null)),
    constraint rule_version_no_overlap exclude using gist (
        program_code with =, jurisdiction with =, valid with &&) where (status in ('PUBLISHED', 'ENDED'))
);
create sequence rule_version_seq increment 50 start 1001;
comment on table rule_version is 'One dated version of a program''s rule in a jurisdiction, [from, to). Published ones never change.';
comment on column rule_version.basis_document_id is 'The issuing document 政策依据; null while it is to be supplied (待补): then no letter that says no is printed.';

create table rule_input (
    rule_id bigint not null references rule_version (id),
    position integer not null check (position > 0),
    fact text not null,
    primary key (rule_id, position)
);

create table rule_row (
    rule_id bigint not null references rule_version (id),
    position integer not null check (position > 0),
    outcome text not null check (outcome in ('ELIGIBLE', 'NOT_ELIGIBLE')),
    reason_zh text,
    reason_en text,
    primary key (rule_id, position),
    check ((outcome = 'NOT_ELIGIBLE') = (reason_zh is not null) and (reason_zh is null) = (reason_en is null))
);

create table rule_cell (
    rule_id bigint not null,
    row integer not null,
    input integer not null,
    test text not null check (test <> ''),
    assumption_zh text,
    assumption_en text,
    primary key (rule_id, row, input),
    foreign key (rule_id, row) references rule_row (rule_id, position),
    foreign key (rule_id, input) references rule_input (rule_id, position),
    check ((assumption_zh is null) = (assumption_en is null))
);
comment on column rule_cell.test is 'FEEL unary tests; - for anything.';
comment on column rule_cell.assumption_zh is 'Why this condition is our reading (口径待定); null where the source states it.';

create table rule_amount (
    rule_id bigint not null,
    row integer not null,
    funder text not null references funder (code),
    expression text not null check (expression <> ''),
    assumption_zh text,
    assumption_en text,
    primary key (rule_id, row, funder),
    foreign key (rule_id, row) references rule_row (rule_id, position),
    check ((assumption_zh is null) = (assumption_en is null))
);
comment on column rule_amount.expression is 'Yuan per period: a number or a FEEL expression over facts.';

-- A published version is what somebody was told: it may only end, or follow its region when the tree is rearranged.
create function rule_version_guard() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        if old.status <> 'DRAFT' then
            raise exception 'rule version % is published', old.id using errcode = '23001';
        end if;
        return old;
    end if;
    if old.status in ('PUBLISHED', 'ENDED') then
        if (new.id, new.program_code, new.number, lower(new.valid), new.hit_policy, new.source_clause_id, new.source_quote,
            new.basis_document_id, new.basis_clause, new.published_at, new.published_by)
           is distinct from
           (old.id, old.program_code, old.number, lower(old.valid), old.hit_policy, old.source_clause_id, old.source_quote,
            old.basis_document_id, old.basis_clause, old.published_at, old.published_by)
           or new.status not in (old.status, 'ENDED')
           or new.valid <> old.valid and (new.status <> 'ENDED' or old.status = 'ENDED' or not old.valid @> new.valid) then
            raise exception 'rule version % is published', old.id using errcode = '23001';
        end if;
    end if;
    return new;
end $$;
create trigger rule_version_guard before update or delete on rule_version
    for each row execute function rule_version_guard();

create function rule_part_guard() returns trigger language plpgsql as $$
declare
    rule bigint;
begin
    foreach rule in array case tg_op
        when 'INSERT' then array[new.rule_id] when 'DELETE' then array[old.rule_id] else array[old.rule_id, new.rule_id] end
    loop
        if (select status from rule_version where id = rule) <> 'DRAFT' then
            raise exception 'rule version % is no draft', rule using errcode = '23001';
        end if;
    end loop;
    return coalesce(new, old);
end $$;
create trigger rule_part_guard before insert or update or delete on rule_input
    for each row execute function rule_part_guard();
create trigger rule_part_guard before insert or update or delete on rule_row
    for each row execute function rule_part_guard();
create trigger rule_part_guard before insert or update or delete on rule_cell
    for each row execute function rule_part_guard();
create trigger rule_part_guard before insert or update or delete on rule_amount
    for each row execute function rule_part_guard();
