-- Rights inside the database of Nuanxin. Run in that database as a superuser, after roles.sql and
-- "create database nuanxin owner nuanxin_owner"; running it again changes nothing.
alter schema public owner to nuanxin_owner;
revoke all on schema public from public;
grant usage on schema public to nuanxin_app;

-- what the owner's migrations create later: read, add and change; deleting is granted table by table
alter default privileges for role nuanxin_owner in schema public grant select, insert, update on tables to nuanxin_app;
alter default privileges for role nuanxin_owner in schema public grant usage, select on sequences to nuanxin_app;

-- nobody but the two roles comes in, and every session counts days as Fujian does
do $$
begin
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to nuanxin_app', current_database());
  execute format('alter database %I set timezone to %L', current_database(), 'Asia/Shanghai');
end
$$;
