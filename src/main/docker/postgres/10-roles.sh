#!/bin/sh
# Makes the two roles: one owns the tables and migrates them, the other is the application's and may only do what the
# migrations grant.
set -eu
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
     -v owner_password="$(cat /run/secrets/owner-password)" \
     -v app_password="$(cat /run/secrets/app-password)" <<'SQL'
create role depository_owner login password :'owner_password';
create role depository_app login password :'app_password';
create database depository owner depository_owner;
revoke all on database depository from public;
grant connect on database depository to depository_app;
SQL
