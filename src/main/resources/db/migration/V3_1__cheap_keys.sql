-- What every transaction asks for, made cheap. A function in SQL with settings of its own is planned anew by each call; in
-- PL/pgSQL the plan is kept by the connection.

-- A probe for one cell finds all it needs in the index. The audience is no part of the key: it is compared with a list the
-- planner does not know, takes for ten, and would rather read all grants of the requester than search ten times.
drop index strand.granted_by_cell;
create index granted_by_cell on strand.granted (cell) include (audience, starts, until);
drop index strand.withheld_by_cell;
create index withheld_by_cell on strand.withheld (cell) include (audience, starts, until);

-- One element at a time: for a whole array the planner expects ten, and plans anew each time to see whether they are fewer.
create or replace function strand.reachable_groups() returns integer[]
    language plpgsql stable security definer set search_path = strand, pg_temp as $$
declare
    reached text[] := coalesce(string_to_array(current_setting('strand.patients', true), ','), '{}');
    one text;
    found_groups integer[] := '{}';
begin
    foreach one in array reached loop
        found_groups := found_groups || array(
            select g.number from cell_group_member m join cell_group g on g.number = m.number
            where m.patient = one and g.patients <@ reached);
    end loop;
    return found_groups;
end $$;

create or replace function strand.audiences_of(readers text[], purposes text[], used_client text) returns integer[]
    language plpgsql stable security definer set search_path = strand, pg_temp as $$
declare
    numbers integer[] := '{}';
begin
    for place in 1 .. cardinality(readers) loop
        numbers := numbers || array(
            select a.number from audience a
            where a.reader = readers[place] and a.purpose = purposes[place] and a.client in ('', used_client));
    end loop;
    return numbers;
end $$;

-- Classes, given by number, as the bits of one number.
create function strand.mask(classes text) returns integer
    language plpgsql immutable as $$
declare
    bits integer := 0;
    class text;
begin
    foreach class in array string_to_array(classes, ',') loop
        bits := bits | (1 << class::integer);
    end loop;
    return bits;
end $$;

-- Hands a transaction its keys; they end with it. Which groups it reaches is looked up here once, and not by each policy:
-- one that is made later is added by whoever makes it (cell_number).
create or replace function strand.hand_keys(patients text, classes text, writable text, everywhere text, intake text,
        readers text[], purposes text[], used_client text) returns void
    language plpgsql volatile security invoker as $$
begin
    perform set_config('strand.patients', patients, true),
        set_config('strand.classes', classes, true),
        set_config('strand.writable', writable, true),
        set_config('strand.everywhere', everywhere, true),
        set_config('strand.intake', intake, true),
        set_config('strand.audiences', strand.audiences_of(readers, purposes, used_client)::text, true);
    perform set_config('strand.classes_mask', strand.mask(classes)::text, true),
        set_config('strand.everywhere_mask', strand.mask(everywhere)::text, true);
    perform set_config('strand.groups',
        case when patients in ('', '*') then '{}' else strand.reachable_groups()::text end, true);
end $$;

create or replace function strand.cell_number(
        wanted text[], wanted_traits text, class integer, out number integer, out compiled boolean)
    language plpgsql security definer set search_path = strand, pg_temp as $$
declare
    found_group integer;
    reached integer[] := nullif(current_setting('strand.groups', true), '')::integer[];
begin
    if cardinality(wanted) = 0 then
        number := class;
        compiled := true;
        return;
    end if;
    select g.number into found_group from cell_group g where g.patients = wanted and g.traits = wanted_traits;
    if found_group is null then
        insert into cell_group (patients, traits) values (wanted, wanted_traits)
            on conflict (patients, traits) do nothing returning cell_group.number into found_group;
        if found_group is null then
            select g.number into strict found_group from cell_group g
                where g.patients = wanted and g.traits = wanted_traits;
        else
            insert into cell_group_member (patient, number) select unnest(wanted), found_group;
        end if;
    end if;
    if found_group <> all (reached)
            and wanted <@ string_to_array(current_setting('strand.patients', true), ',') then
        perform set_config('strand.groups', (reached || found_group)::text, true);
    end if;
    number := found_group * 32 + class;
    select c.compiled into compiled from cell c where c.number = cell_number.number;
    if compiled is null then
        insert into cell (number, cell_group) values (cell_number.number, found_group) on conflict do nothing;
        compiled := false;
    end if;
end $$;

create or replace function strand.cell_of(wanted_type text, wanted_id text) returns integer
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return (select r.partition_id from hfj_resource r where r.res_type = wanted_type and r.fhir_id = wanted_id);
end $$;

create or replace function strand.is_kept(wanted_type text, wanted_id text) returns boolean
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return exists (select from hfj_resource r
        where r.res_type = wanted_type and r.fhir_id = wanted_id and r.res_deleted_at is null);
end $$;

create or replace function strand.group_of(wanted integer, out patients text[], out traits text)
    language plpgsql stable security definer set search_path = strand, pg_temp as $$
begin
    select g.patients, g.traits into patients, traits from cell_group g where g.number = wanted;
end $$;

-- Notes that a transaction has written a resource: it can go on working with what it has made.
create function strand.note_own() returns trigger
    language plpgsql as $$
declare
    own text := coalesce(current_setting('strand.own', true), '');
begin
    if position(',' || new.res_id || ',' in ',' || own || ',') = 0 then
        perform set_config('strand.own', concat_ws(',', nullif(own, ''), new.res_id), true);
    end if;
    return null;
end $$;
