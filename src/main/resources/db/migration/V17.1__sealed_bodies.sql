-- Bodies are encrypted, each bound to the version of the resource whose it is: whoever reads one gets told which that is,
-- as Type/row/version:body (Bodies.java). What is not encrypted is told in the same way.
create function strand.named_body(version public.hfj_res_ver) returns text
    language sql stable as $$
    select version.res_type || '/' || version.res_id || '/' || version.res_ver || ':' || version.res_text_vc
$$;

create or replace function strand.body_of(wanted_type text, wanted_id text) returns text
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return (select strand.named_body(v) from hfj_resource r
        join hfj_res_ver v on v.res_id = r.res_id and v.res_ver = r.res_ver
        where r.res_type = wanted_type and r.fhir_id = wanted_id and r.res_deleted_at is null);
end $$;

create or replace function strand.resources_about(patient text)
    returns table (res_id bigint, res_type text, fhir_id text, cell integer, created timestamptz, body text,
        profiles text[])
    language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
    return query
    select r.res_id::bigint, r.res_type::text, r.fhir_id::text, r.partition_id, r.res_published::timestamptz,
        strand.named_body(v),
        -- tags of type 1 are profiles
        array(select d.tag_code::text from hfj_res_tag t join hfj_tag_def d on d.tag_id = t.tag_id
            where t.res_id = r.res_id and d.tag_type = 1)
    from hfj_resource r
    join hfj_res_ver v on v.res_id = r.res_id and v.res_ver = r.res_ver
    where r.res_deleted_at is null and r.partition_id in (
        select c.number from strand.cell c
        join strand.cell_group_member m on m.number = c.cell_group and m.patient = resources_about.patient);
end $$;

create or replace function strand.provenance_of(wanted_type text, wanted_id text) returns setof text
    language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    about bigint := (select r.res_id from hfj_resource r where r.res_type = wanted_type and r.fhir_id = wanted_id);
begin
    return query
    select strand.named_body(v)
    from hfj_res_link link
    join hfj_resource r on r.res_id = link.src_resource_id and r.res_deleted_at is null
    join hfj_res_ver v on v.res_id = r.res_id and v.res_ver = r.res_ver
    where link.target_resource_id = about and link.src_path = 'Provenance.target';
end $$;

create or replace function strand.last_text(wanted bigint) returns text
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return (select strand.named_body(v) from hfj_res_ver v
        where v.res_id = wanted and v.res_text_vc <> '' order by v.res_ver desc limit 1);
end $$;

create or replace function strand.relatives_of(wanted text) returns table (id text, body text)
    language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    patient bigint := (select r.res_id from hfj_resource r where r.res_type = 'Patient' and r.fhir_id = wanted);
begin
    return query
    select r.fhir_id::text, strand.named_body(v)
    from hfj_res_link link
    join hfj_resource r on r.res_id = link.src_resource_id and r.res_deleted_at is null
    join hfj_res_ver v on v.res_id = r.res_id and v.res_ver = r.res_ver
    where link.target_resource_id = patient and link.src_path = 'RelatedPerson.patient';
end $$;

create or replace function strand.sources_after(row_id bigint, types text[], most integer)
    returns table (res_id bigint, res_type text, fhir_id text, body text)
    language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
    return query
    select r.res_id::bigint, r.res_type::text, r.fhir_id::text, strand.named_body(v)
    from hfj_resource r
    join hfj_res_ver v on v.res_id = r.res_id and v.res_ver = r.res_ver
    where r.res_id > row_id and r.res_type = any (types) and r.res_deleted_at is null
    order by r.res_id
    limit most;
end $$;

-- Bodies that were written before there were keys: found without looking at all the others, and few or none.
create index strand_plain_bodies on public.hfj_res_ver (pid)
    where left(res_text_vc, 1) <> '~' and partition_id & 31 <> 12;

create function strand.plain_bodies(most integer) returns table (pid bigint, cell integer, body text)
    language sql volatile security definer set search_path = public, pg_temp as $$
    select v.pid, v.partition_id, strand.named_body(v) from hfj_res_ver v
    where left(v.res_text_vc, 1) <> '~' and v.partition_id & 31 <> 12
    order by v.pid limit most for update skip locked
$$;

-- Puts what encrypts a body in its place.
create function strand.seal_body(wanted bigint, sealed text) returns void
    language sql volatile security definer set search_path = public, pg_temp as $$
    update hfj_res_ver set res_text_vc = sealed
        where pid = wanted and left(res_text_vc, 1) <> '~' and left(sealed, 1) = '~'
$$;

-- The same for the fingerprints of their present versions, which prove a guess of what is in a short body right.
create index strand_plain_fingerprints on public.hfj_resource (res_id)
    where hash_sha256 ~ '^[0-9a-f]{64}$' and partition_id & 31 <> 12;

create function strand.plain_fingerprints(most integer) returns table (res_id bigint, fingerprint text)
    language sql volatile security definer set search_path = public, pg_temp as $$
    select r.res_id, r.hash_sha256 from hfj_resource r
    where r.hash_sha256 ~ '^[0-9a-f]{64}$' and r.partition_id & 31 <> 12
    order by r.res_id limit most for update skip locked
$$;

create function strand.seal_fingerprint(wanted bigint, plain text, sealed text) returns void
    language sql volatile security definer set search_path = public, pg_temp as $$
    update hfj_resource set hash_sha256 = sealed where res_id = wanted and hash_sha256 = plain
$$;

-- How many versions are still to be encrypted, of everybody.
create function strand.plain_count() returns integer
    language sql stable security definer set search_path = public, pg_temp as $$
    select count(*)::integer from hfj_res_ver v where left(v.res_text_vc, 1) <> '~' and v.partition_id & 31 <> 12
$$;
