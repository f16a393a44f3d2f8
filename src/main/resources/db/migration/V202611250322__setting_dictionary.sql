create table dictionary_entry (
    id bigint primary key,
    applies_to text collate "C" not null references region (path) on update cascade,
    kind text not null check (kind in ('BANK', 'CERTIFIER', 'TOLD_BY', 'SEAT_ORGANISATION')),
    name_zh text not null check (name_zh <> '' and char_length(name_zh) <= 60),
    name_en text not null check (name_en <> '' and char_length(name_en) <= 120),
    position integer not null check (position > 0),
    active boolean not null default true,
    retired_because text,
    version integer not null default 0,
    check (active = (retired_because is null)),
    constraint dictionary_entry_once unique (applies_to, kind, name_zh)
);
create sequence dictionary_entry_seq start 1001 increment 50;
create index dictionary_entry_offered on dictionary_entry (kind, position) where active;
comment on table dictionary_entry is 'What forms suggest in a field of free text, for a region and all below it. Retired, never deleted; records keep the words they were written with.';

insert into dictionary_entry (id, applies_to, kind, name_zh, name_en, position) values
    (1, '350500000000/', 'BANK', '农业银行', 'Agricultural Bank of China', 1),
    (2, '350500000000/', 'BANK', '邮储银行', 'Postal Savings Bank of China', 2),
    (3, '350500000000/', 'BANK', '农村商业银行', 'Rural commercial bank', 3),
    (4, '350500000000/', 'BANK', '农村信用社', 'Rural credit cooperative', 4),
    (5, '350500000000/', 'BANK', '工商银行', 'Industrial and Commercial Bank of China', 5),
    (6, '350500000000/', 'BANK', '建设银行', 'China Construction Bank', 6),
    (7, '350500000000/', 'BANK', '中国银行', 'Bank of China', 7),
    (8, '350500000000/', 'BANK', '泉州银行', 'Bank of Quanzhou', 8),
    (11, '350500000000/', 'CERTIFIER', '医疗机构', 'Medical institution', 1),
    (12, '350500000000/', 'CERTIFIER', '公安派出所', 'Police station', 2),
    (13, '350500000000/', 'CERTIFIER', '殡仪馆', 'Funeral home', 3),
    (14, '350500000000/', 'CERTIFIER', '村（居）民委员会', 'Village or residents'' committee', 4),
    (15, '350500000000/', 'CERTIFIER', '残疾人联合会', 'Disabled Persons'' Federation', 5),
    (21, '350500000000/', 'TOLD_BY', '村计生协会', 'Village family planning association', 1),
    (22, '350500000000/', 'TOLD_BY', '村（居）民委员会', 'Village or residents'' committee', 2),
    (23, '350500000000/', 'TOLD_BY', '网格员', 'Neighbourhood grid worker', 3),
    (24, '350500000000/', 'TOLD_BY', '亲属', 'A relative', 4),
    (25, '350500000000/', 'TOLD_BY', '邻居', 'A neighbour', 5),
    (26, '350500000000/', 'TOLD_BY', '本人', 'The family itself', 6),
    (27, '350500000000/', 'TOLD_BY', '医院', 'A hospital', 7),
    (31, '350500000000/', 'SEAT_ORGANISATION', '街道办事处', 'Subdistrict office', 1),
    (32, '350500000000/', 'SEAT_ORGANISATION', '镇人民政府', 'Town government', 2),
    (33, '350500000000/', 'SEAT_ORGANISATION', '乡镇卫生院', 'Township health centre', 3),
    (34, '350500000000/', 'SEAT_ORGANISATION', '村卫生所', 'Village clinic', 4),
    (35, '350500000000/', 'SEAT_ORGANISATION', '社区卫生服务中心', 'Community health centre', 5),
    (36, '350500000000/', 'SEAT_ORGANISATION', '村计生协会', 'Village family planning association', 6),
    (37, '350500000000/', 'SEAT_ORGANISATION', '社会工作服务站', 'Social work station', 7);
