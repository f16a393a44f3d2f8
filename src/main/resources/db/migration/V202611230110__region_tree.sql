create table region (
    id bigint primary key,
    code text not null,
    name_zh text not null check (name_zh <> ''),
    name_en text not null check (name_en <> ''),
    level text not null check (level in ('CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE')),
    parent_id bigint references region (id),
    path text collate "C" not null unique check (path ~ '^([0-9A-Z]+/)+$'),
    active boolean not null default true,
    version integer not null default 0,
    unique (code, level),
    check ((level = 'CITY') = (parent_id is null))
);
create sequence region_seq increment 50;
create index region_parent on region (parent_id, code);

comment on table region is 'City, county, township, village. Scope follows the path in our own tree, not the digits of the code.';
comment on column region.code is 'The statistics list 金门县 once on each level under one code. Statistical code of 12 digits, or a code of our own for a unit that has none (management zones).';
comment on column region.path is 'Codes from the city down, each closed by a slash.';
comment on column region.active is 'False: in the table, but no families are kept here (金门县).';
