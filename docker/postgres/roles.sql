-- An administrator runs this once, before the first migration: a database, its owner, who migrates, and the login of the
-- nodes, who owns nothing. Nobody else may even connect.
--
--   psql -X -v ON_ERROR_STOP=1 -v owner_password=… -v node_password=… -f roles.sql postgres

-- roles are the whole server's: another CRM's database may have brought this one
do $$ begin create role crm_application nologin; exception when duplicate_object then null; end $$;
create role crm_owner login password :'owner_password';
create role crm_node login password :'node_password';
grant crm_application to crm_owner, crm_node;

create database crm owner crm_owner;
revoke all on database crm from public;
-- bulk tools plan in temporary tables
grant connect, temporary on database crm to crm_application;
