alter table program add column folded boolean not null default false;
comment on column program.folded is 'Told only when asked for: a family that has not spoken of another child is not shown three ways to one.';
update program set folded = true where code in ('prenatal-check', 'assisted-reproduction', 'ivf-et');
