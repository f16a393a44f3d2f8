create table paper_requirement (
    id bigint primary key,
    applies_to text collate "C" not null references region (path) on update cascade,
    category text not null check (category in ('BEREAVED', 'CHILD_DISABLED')),
    code text not null check (code ~ '^[A-Z]+(_[A-Z]+)*$'),
    position integer not null,
    name_zh text not null,
    name_en text not null,
    note_zh text,
    note_en text,
    required boolean not null,
    valid_from date not null default '2000-01-01',
    valid_to date check (valid_to > valid_from),
    constraint paper_requirement_once exclude using gist (
        applies_to with =, category with =, code with =, daterange(valid_from, valid_to) with &&)
);
comment on table paper_requirement is 'Papers a file needs, by category, region and date; the nearest region above wins for each code. Our assumption (口径待定) until a county decides.';

create table intake_criterion (
    id bigint primary key,
    category text not null check (category in ('BEREAVED', 'CHILD_DISABLED')),
    code text not null check (code ~ '^[A-Z]+(_[A-Z]+)*$'),
    position integer not null,
    name_zh text not null,
    name_en text not null,
    valid_from date not null default '2000-01-01',
    valid_to date check (valid_to > valid_from),
    constraint intake_criterion_once exclude using gist (
        category with =, code with =, daterange(valid_from, valid_to) with &&)
);
comment on table intake_criterion is 'Who counts as a special family, by category and date. Our reading (口径待定).';

insert into paper_requirement (id, applies_to, category, code, position, name_zh, name_en, note_zh, note_en, required)
select row_number() over (order by c.category, p.position), r.path, c.category, p.code, p.position, p.zh, p.en, p.note_zh, p.note_en, p.required
from region r,
     (values ('BEREAVED'), ('CHILD_DISABLED')) as c (category),
     (values
         ('ID_CARD', 10, '身份证', 'Identity cards', '父母双方', 'Both parents', true, null),
         ('HOUSEHOLD', 20, '户口簿', 'Household register', null, null, true, null),
         ('MARRIAGE', 30, '结婚证或离婚证', 'Marriage or divorce certificate', '丧偶的可用户口簿上的登记', 'Widowed: as the household register says', true, null),
         ('ONE_CHILD', 40, '独生子女父母光荣证', 'One-child certificate', '没有办过的，由村居说明', 'Never issued: a statement of the village', true, null),
         ('DEATH', 50, '孩子的离世证明', 'Certificate of the child''s death', '医院、派出所或社区出的都可以', 'From hospital, police or community', true, 'BEREAVED'),
         ('DISABILITY', 50, '孩子的残疾人证', 'The child''s disability card', '三级以上', 'Grade three or more', true, 'CHILD_DISABLED'),
         ('ACCOUNT', 60, '一卡通账号', 'One-card account', '待遇发放时才用', 'Needed when money is paid', false, null),
         ('VILLAGE', 70, '村居证明', 'Statement of the village', '其他材料有缺时', 'Where another paper is missing', false, null)
     ) as p (code, position, zh, en, note_zh, note_en, required, category)
where r.level = 'CITY' and (p.category is null or p.category = c.category);

insert into intake_criterion (id, category, code, position, name_zh, name_en)
select row_number() over (order by c.category, p.position), c.category, p.code, p.position, p.zh, p.en
from (values ('BEREAVED'), ('CHILD_DISABLED')) as c (category),
     (values
         ('HUKOU', 10, '户籍在本地', 'Registered in this place', null),
         ('ONE_CHILD_ONLY', 20, '只生育过一个孩子，或合法收养过一个', 'One child only, born or legally adopted', null),
         ('CHILD_DIED', 30, '孩子已经离世', 'The child has died', 'BEREAVED'),
         ('CHILD_IS_DISABLED', 30, '孩子持有残疾人证，三级以上', 'The child holds a disability card, grade three or more', 'CHILD_DISABLED'),
         ('NO_OTHER_CHILD', 40, '现在没有其他子女', 'No other child now', null),
         ('MOTHER_AGE', 50, '女方满 49 周岁，或单方满 49 周岁', 'The mother, or the single parent, is 49 or older', null)
     ) as p (code, position, zh, en, category)
where p.category is null or p.category = c.category;

create table family_paper (
    id bigint primary key,
    family_id bigint not null,
    region_path text collate "C" not null,
    code text not null,
    state text not null check (state in ('HELD', 'EXCUSED', 'NOT_APPLICABLE')),
    on_date date not null,
    substitute bytea,
    reference bytea,
    attachment_id bigint references attachment (id),
    recorded_at timestamptz not null default now(),
    recorded_by bigint not null references account (id),
    superseded_at timestamptz,
    superseded_by bigint references account (id),
    foreign key (family_id, region_path) references family (id, region_path) on update cascade,
    check ((superseded_at is null) = (superseded_by is null)),
    check (state <> 'EXCUSED' or substitute is not null)
);
create sequence family_paper_seq increment 50;
create unique index family_paper_now on family_paper (family_id, code) where superseded_at is null;
call nuanxin_scoped('family_paper');
comment on table family_paper is 'A paper given once: held, excused with what stands in for it, or not applicable. Superseded, never changed.';
comment on column family_paper.recorded_by is 'Who saw the original.';

create table family_criterion (
    id bigint primary key,
    family_id bigint not null,
    region_path text collate "C" not null,
    code text not null,
    answer text not null check (answer in ('YES', 'NO')),
    source text not null check (source <> ''),
    recorded_at timestamptz not null default now(),
    recorded_by bigint not null references account (id),
    superseded_at timestamptz,
    superseded_by bigint references account (id),
    foreign key (family_id, region_path) references family (id, region_path) on update cascade,
    check ((superseded_at is null) = (superseded_by is null))
);
create sequence family_criterion_seq increment 50;
create unique index family_criterion_now on family_criterion (family_id, code) where superseded_at is null;
call nuanxin_scoped('family_criterion');
comment on table family_criterion is 'Whether a family meets a criterion, from which source; no row: unknown.';

create table family_correction (
    id bigint primary key,
    family_id bigint not null,
    region_path text collate "C" not null,
    items text[] not null,
    returned_at timestamptz not null default now(),
    returned_by bigint not null references account (id),
    resubmitted_at timestamptz,
    foreign key (family_id, region_path) references family (id, region_path) on update cascade
);
create sequence family_correction_seq increment 50;
create unique index family_correction_open on family_correction (family_id) where resubmitted_at is null;
call nuanxin_scoped('family_correction');
comment on table family_correction is '补正: which papers and criteria are to be mended; the reason is the file''s.';
