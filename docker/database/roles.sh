#!/usr/bin/env bash
# Makes the roles and databases, once, when the database is empty. The role that serves requests owns nothing.
set -euo pipefail
psql --username postgres --set ON_ERROR_STOP=1 \
    --set owner="$(cat /run/secrets/database-owner)" \
    --set request="$(cat /run/secrets/database-request)" \
    --set identity="$(cat /run/secrets/database-identity)" <<'SQL'
create role strand_owner login password :'owner';
create role strand_request login nosuperuser nobypassrls password :'request';
create role identity login password :'identity';
create database strand owner strand_owner;
create database identity owner identity;
revoke all on database strand from public;
revoke all on database identity from public;
grant connect on database strand to strand_request;
SQL
