-- The two roles of Nuanxin. Run as a superuser, once per server; running it again changes nothing.
-- Passwords are set afterwards (alter role ... password), so that this file holds no secret.
do $$
begin
  if not exists (select from pg_roles where rolname = 'nuanxin_owner') then
    create role nuanxin_owner;
  end if;
  if not exists (select from pg_roles where rolname = 'nuanxin_app') then
    create role nuanxin_app;
  end if;
end
$$;

-- owns the database and its tables, runs the migrations; row-level security does not bind it
alter role nuanxin_owner with login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;

-- the application at work: owns nothing, and every row-level policy binds it
alter role nuanxin_app with login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
