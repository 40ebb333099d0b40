-- A cell is also told apart by what the decisions about it look at beside patients and class: its traits, in one
-- canonical text. Set 0 stays "about no patient".

alter table strand.patient_set rename to cell_group;
alter table strand.cell_group add column traits text not null default '';
alter table strand.cell_group drop constraint patient_set_patients_key;
alter table strand.cell_group add unique (patients, traits);
alter table strand.patient_set_member rename to cell_group_member;

drop function strand.patient_set_number(text[]);
drop function strand.visible_patient_sets();
drop function strand.patients_of(integer);

-- Cells that something was put into; a cell is known before anything lies in it, so that its grants are compiled.
create table strand.cell (
    number integer primary key,
    cell_group integer not null references strand.cell_group,
    compiled boolean not null default false
);

create index cell_by_group on strand.cell (cell_group);

-- Who can be granted anything: a reader for a purpose, in one client or ('') in any.
create table strand.audience (
    number integer generated always as identity primary key,
    reader text not null,
    purpose text not null,
    client text not null default '',
    unique (reader, purpose, client)
);

-- What the decisions said, compiled: this audience may see this cell, from and until.
create table strand.granted (
    audience integer not null references strand.audience,
    cell integer not null references strand.cell,
    starts timestamptz not null,
    until timestamptz not null,
    primary key (audience, cell, starts) include (until)
);

-- A probe for one cell finds all it needs in the index. The audience is no part of the key: it is compared with a list the
-- planner does not know, takes for ten, and would rather read all grants of the requester than search ten times.
create index granted_by_cell on strand.granted (cell) include (audience, starts, until);

-- For readers of everybody's record: this audience may not see this cell, from and until.
create table strand.withheld (
    audience integer not null references strand.audience,
    cell integer not null references strand.cell,
    starts timestamptz not null,
    until timestamptz not null,
    primary key (audience, cell, starts) include (until)
);

create index withheld_by_cell on strand.withheld (cell) include (audience, starts, until);

-- The active consents, as they are to be read again when something else changes.
create table strand.directive (
    consent text primary key,
    patient text not null,
    body text not null,
    -- whether it speaks of single resources, so that each must be looked at when it is written
    conditional boolean not null
);

create index directive_by_patient on strand.directive (patient);

-- Who treats whom, and when, by which resource.
create table strand.treatment (
    source text not null,
    patient text not null,
    practitioner text not null,
    starts timestamptz not null,
    until timestamptz not null,
    primary key (source, patient, practitioner, starts)
);

create index treatment_by_patient on strand.treatment (patient);
create index treatment_by_practitioner on strand.treatment (practitioner);

-- By which other references somebody can be meant: the bodies they belong to, and when.
create table strand.affiliation (
    source text not null,
    member text not null,
    body text not null,
    starts timestamptz not null,
    until timestamptz not null,
    primary key (source, member, body, starts)
);

create index affiliation_by_member on strand.affiliation (member);
create index affiliation_by_body on strand.affiliation (body);

-- Whose decisions must be compiled again when what is behind a reference changes.
create table strand.dependency (
    patient text not null,
    reference text not null,
    primary key (patient, reference)
);

create index dependency_by_reference on strand.dependency (reference);

-- What is asked often is in PL/pgSQL, whose plans the connection keeps: a function in SQL with settings of its own is planned
-- anew by each call.

-- The number of a cell, made on first use, and whether it has been decided who sees it.
create function strand.cell_number(
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

-- Says that what is granted of these cells has been written down.
create function strand.are_compiled(cells integer[]) returns void
    language sql volatile security definer set search_path = strand, pg_temp as $$
    update cell set compiled = true where number = any (cells) and not compiled
$$;

-- The groups of cells whose patients all are among those this transaction may touch: one patient too many hides them.
-- One element at a time: for a whole array the planner expects ten, and plans anew each time to see whether they are fewer.
create function strand.reachable_groups() returns integer[]
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

-- The patients of a group, and its traits.
create function strand.group_of(wanted integer, out patients text[], out traits text)
    language plpgsql stable security definer set search_path = strand, pg_temp as $$
begin
    select g.patients, g.traits into patients, traits from cell_group g where g.number = wanted;
end $$;

-- The numbers of the audiences a requester belongs to.
create function strand.audiences_of(readers text[], purposes text[], used_client text) returns integer[]
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
create function strand.hand_keys(patients text, classes text, writable text, everywhere text, intake text,
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

-- Says that the transaction writes into a cell. Whoever takes in data for everybody writes where they may not read, and
-- PostgreSQL wants a changed row to be visible to whoever changes it: until the transaction ends the cell is.
create function strand.write_into(cell integer) returns void
    language plpgsql volatile set search_path = strand, pg_temp as $$
begin
    if not (cell & 31) = any (string_to_array(current_setting('strand.everywhere', true), ',')::int[])
            or exists (select from withheld w where w.cell = write_into.cell
                and w.audience = any (nullif(current_setting('strand.audiences', true), '')::int[])) then
        perform set_config('strand.writing',
            concat_ws(',', nullif(current_setting('strand.writing', true), ''), cell::text), true);
    end if;
end $$;

-- Whether a resource is kept, whoever asks: a decision must not depend on who happened to write it.
create function strand.is_kept(wanted_type text, wanted_id text) returns boolean
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return exists (select from hfj_resource r
        where r.res_type = wanted_type and r.fhir_id = wanted_id and r.res_deleted_at is null);
end $$;

-- What a stored resource refers to.
create function strand.referred_from(wanted_type text, wanted_id text) returns setof text
    language sql stable security definer set search_path = public, pg_temp as $$
    select distinct target.res_type || '/' || target.fhir_id
    from hfj_resource source
    join hfj_res_link link on link.src_resource_id = source.res_id
    join hfj_resource target on target.res_id = link.target_resource_id
    where source.res_type = wanted_type and source.fhir_id = wanted_id
$$;

-- Forgets where a resource that was changed or deleted pointed to, but for where it still does. HAPI forgets what the
-- writer sees; this is for the rest.
create function strand.forget_links(wanted_type text, wanted_id text, still text[]) returns void
    language sql volatile security definer set search_path = public, pg_temp as $$
    delete from hfj_res_link link
    using hfj_resource source, hfj_resource target
    where source.res_type = wanted_type and source.fhir_id = wanted_id
        and (current_setting('strand.patients', true) = '*'
            or source.partition_id >> 5 = any (strand.reachable_groups()))
        and link.src_resource_id = source.res_id and target.res_id = link.target_resource_id
        and target.res_type || '/' || target.fhir_id <> all (still)
$$;

-- The present text of a stored resource.
create function strand.body_of(wanted_type text, wanted_id text) returns text
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return (select v.res_text_vc from hfj_resource r
        join hfj_res_ver v on v.res_id = r.res_id and v.res_ver = r.res_ver
        where r.res_type = wanted_type and r.fhir_id = wanted_id and r.res_deleted_at is null);
end $$;

-- The resources about a patient, to be looked at again when a consent speaks of single ones.
create function strand.resources_about(patient text)
    returns table (res_id bigint, res_type text, fhir_id text, cell integer, created timestamptz, body text,
        profiles text[])
    language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
    return query
    select r.res_id::bigint, r.res_type::text, r.fhir_id::text, r.partition_id, r.res_published::timestamptz,
        v.res_text_vc::text,
        -- tags of type 1 are profiles
        array(select d.tag_code::text from hfj_res_tag t join hfj_tag_def d on d.tag_id = t.tag_id
            where t.res_id = r.res_id and d.tag_type = 1)
    from hfj_resource r
    join hfj_res_ver v on v.res_id = r.res_id and v.res_ver = r.res_ver
    where r.res_deleted_at is null and r.partition_id in (
        select c.number from strand.cell c
        join strand.cell_group_member m on m.number = c.cell_group and m.patient = resources_about.patient);
end $$;

-- Writers of a patient's data go on side by side; whoever changes what is decided by waits for them and they for it.
-- A writer gets the consents that speak of single resources, whoever asks and be it before the transaction has its keys:
-- HAPI wants to know the cell of a new resource then too.
create function strand.write_beside(patients text[]) returns setof text
    language plpgsql volatile security definer set search_path = strand, pg_temp as $$
begin
    perform pg_advisory_xact_lock_shared(hashtextextended(p, 8205)) from unnest(patients) p order by p;
    return query select d.body from directive d where d.patient = any (patients) and d.conditional;
end $$;

create function strand.change_alone(patients text[]) returns void
    language sql volatile set search_path = strand, pg_temp as $$
    select pg_advisory_xact_lock(hashtextextended(p, 8205)) from unnest(patients) p order by p
$$;

-- Which resources hold a file as their content: attachments are addresses, and HAPI keeps no links for them.
create table strand.content (
    carrier text not null,
    file text not null,
    primary key (carrier, file)
);

create index content_by_file on strand.content (file);

-- The Provenance resources about a resource, whoever asks.
create function strand.provenance_of(wanted_type text, wanted_id text) returns setof text
    language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    about bigint := (select r.res_id from hfj_resource r where r.res_type = wanted_type and r.fhir_id = wanted_id);
begin
    return query
    select v.res_text_vc::text
    from hfj_res_link link
    join hfj_resource r on r.res_id = link.src_resource_id and r.res_deleted_at is null
    join hfj_res_ver v on v.res_id = r.res_id and v.res_ver = r.res_ver
    where link.target_resource_id = about and link.src_path = 'Provenance.target';
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
