create table report_snapshot (
    id bigint primary key,
    region_path text collate "C" not null references region (path) on update cascade,
    year integer not null check (year between 2013 and 2100),
    number integer not null check (number > 0),
    as_of date not null,
    frozen_at timestamptz not null,
    frozen_by bigint not null references account (id),
    frozen_by_name text not null,
    content text not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    workbook bytea not null,
    unique (region_path, year, number)
);
create sequence report_snapshot_seq increment 50;
alter table report_snapshot enable row level security;
create policy scope on report_snapshot using (
    region_path >= current_setting('nuanxin.low', true) and region_path < current_setting('nuanxin.high', true));
revoke update on report_snapshot from nuanxin_app;
comment on table report_snapshot is 'An annual report frozen under a number: never changed, issued again byte for byte. Who sees its region sees it.';
comment on column report_snapshot.content is 'The figures and every label they need, as JSON; sha256 is its check.';
comment on column report_snapshot.workbook is 'The .xlsx as issued.';

-- family: whom the row was about when it was counted. No foreign key that follows the family: the row stays with the
-- region that paid or filed, and its reader learns no more than that the family has moved.
create table report_snapshot_row (
    snapshot_id bigint not null references report_snapshot (id) deferrable initially deferred,
    figure text not null,
    position integer not null,
    region_path text collate "C" not null references region (path) on update cascade,
    row_id bigint not null,
    family bigint,
    happened_on date,
    amount numeric(14, 2),
    label text,
    dimensions jsonb not null,
    primary key (snapshot_id, figure, position)
);
create index report_snapshot_row_region on report_snapshot_row (region_path);
alter table report_snapshot_row enable row level security;
create policy scope on report_snapshot_row using (
    region_path >= current_setting('nuanxin.low', true) and region_path < current_setting('nuanxin.high', true));
revoke update on report_snapshot_row from nuanxin_app;
comment on table report_snapshot_row is 'The rows behind each frozen figure, so that a click agrees with the figure for ever.';

create table external_figure (
    code text primary key,
    position integer not null,
    chapter text not null,
    title_zh text not null,
    title_en text not null,
    value_zh text not null,
    value_en text not null,
    source_zh text not null,
    source_en text not null
);
comment on table external_figure is 'Citywide results of others, for all elderly people: shown beside our figures with their source, never in our totals.';
insert into external_figure values
    ('concentrated-care-money', 1, 'SAFETY_NET', '经济困难完全失能老年人集中照护，中央财政补助', 'Concentrated care of hard-pressed, completely dependent elders: central subsidy', '100.03 万元', '1,000,300 yuan', '泉民函〔2025〕67号 一（三），全市、全部老年人', '泉民函〔2025〕67号 一（三）, citywide, all elders'),
    ('concentrated-care-people', 2, 'SAFETY_NET', '经济困难完全失能老年人集中照护，惠及人数', 'Concentrated care of hard-pressed, completely dependent elders: people', '109 人', '109 people', '泉民函〔2025〕67号 一（三），全市、全部老年人', '泉民函〔2025〕67号 一（三）, citywide, all elders'),
    ('hardship-admission', 3, 'SAFETY_NET', '有意愿入住养老机构的特困老年人入住率', 'Admission of willing elders in extreme hardship', '100 %', '100 %', '泉民函〔2025〕67号 一（三），全市、全部老年人', '泉民函〔2025〕67号 一（三）, citywide, all elders');
