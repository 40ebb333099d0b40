-- What is copied: everything about the loaded patients, and the clinic's staff, so that a larger clinic has more of them.
-- Ids of copies differ from their originals in the fourth group of the UUID, numbers by multiples of a span.

create schema bench;

create table bench.template (res_id bigint primary key, kind "char" not null);
insert into bench.template
    select res_id, case when partition_id >> 5 > 0 then 'P' else 'S' end
    from hfj_resource
    where res_deleted_at is null and (partition_id >> 5 > 0 or res_type in ('Practitioner', 'PractitionerRole'));

create table bench.span as
    select (select (max(last_value) / 1000 + 100) * 1000 from pg_sequences where schemaname = 'public') as rows,
        (select max(number) + 10 from strand.cell_group) as groups,
        (select max(number) + 10 from strand.audience) as audiences,
        (select count(*) from hfj_resource where res_type = 'Patient') as patients,
        -- after how many copies of the patients there is other staff: nobody treats more than 300
        (select greatest(1, round(300.0 / max(treated)))::integer from (
            select count(distinct patient) as treated from strand.treatment where source like 'CareTeam/%'
            group by practitioner) t) as per_staff,
        0 as copies;

create table bench.dropped (definition text primary key);

-- another identifier for each copied patient, with the hashes HAPI finds it by
create table bench.identifier (
    sp_id bigint, n integer, sp_value text, hash_sys_and_value bigint, hash_value bigint, primary key (sp_id, n));

create function bench.suffixed(id text, n integer) returns text immutable language sql as $$
    select case when n = 0 then id else overlay(id placing lpad(to_hex(n), 4, '0') from 20 for 4) end
$$;

create function bench.marked(content text, types text, mark text) returns text immutable language sql as $$
    select regexp_replace(content,
        '(\m(?:' || types || ')/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-)[0-9a-f]{4}(?=-[0-9a-f]{12})', '\1' || mark, 'g')
$$;

create function bench.renamed(content text, types text, n integer) returns text immutable language sql as $$
    select case when n = 0 then content else bench.marked(content, types, lpad(to_hex(n), 4, '0')) end
$$;

do $$
declare
    types text;
begin
    select string_agg(distinct res_type, '|') into types
        from hfj_resource join bench.template using (res_id) where kind = 'P';
    execute format($f$
        create function bench.copied(content text, n integer, staff integer) returns text immutable language sql as $b$
            select bench.renamed(bench.renamed(content, %L, n), 'PractitionerRole|Practitioner', staff)
        $b$ $f$, types);
end $$;

create table bench.cell_group as select * from strand.cell_group;
create table bench.cell_group_member as select * from strand.cell_group_member;
create table bench.cell as select * from strand.cell;
create table bench.audience as select * from strand.audience;
create table bench.granted as select * from strand.granted;
create table bench.withheld as select * from strand.withheld;
create table bench.directive as select * from strand.directive;
create table bench.treatment as select * from strand.treatment;
create table bench.booking as select * from strand.booking;
create table bench.affiliation as select * from strand.affiliation;
create table bench.dependency as select * from strand.dependency;
create table bench.content as select * from strand.content;
create table bench.mandate as select * from strand.mandate;
create table bench.clinic_role as select * from strand.clinic_role;

-- what the server makes from now on lies above every copy
select setval(format('public.%I', sequencename)::regclass, 65536 * (select rows from bench.span))
    from pg_sequences where schemaname = 'public';
select setval(pg_get_serial_sequence('strand.cell_group', 'number'), 32768 * (select groups from bench.span));
select setval(pg_get_serial_sequence('strand.audience', 'number'), 65536 * (select audiences from bench.span));
