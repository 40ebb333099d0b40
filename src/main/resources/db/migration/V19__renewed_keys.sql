-- A patient's key is replaced by a fresh one where it may have become known. What lies under the former is encrypted anew, some
-- at a time; when nothing is left under it, it is destroyed. An owner has one key of each group that is not replaced.
alter table strand.patient_key drop constraint patient_key_owner_key_group_key;
alter table strand.patient_key add column replaced timestamptz;
create unique index patient_key_in_use on strand.patient_key (owner, key_group) where replaced is null;
create index patient_key_replaced on strand.patient_key (replaced) where replaced is not null and wrapped is not null;

create or replace function strand.key_of(wanted_owner text, wanted_group integer) returns setof strand.patient_key
    language sql stable security definer set search_path = strand, pg_temp as $$
    select * from patient_key k where k.owner = wanted_owner and k.key_group = wanted_group and k.replaced is null
$$;

create or replace function strand.keep_key(
    fresh bigint, fresh_owner text, fresh_group integer, by_master text, bytes bytea) returns void
    language sql volatile security definer set search_path = strand, pg_temp as $$
    insert into patient_key (id, owner, key_group, master, wrapped)
        values (fresh, fresh_owner, fresh_group, by_master, bytes)
        on conflict (owner, key_group) where replaced is null do nothing
$$;

create or replace function strand.destroy_keys(wanted_owner text) returns integer
    language plpgsql volatile security definer set search_path = strand, pg_temp as $$
declare
    gone integer;
begin
    if wanted_owner in ('*', '#') then
        raise invalid_parameter_value using message = 'the keys of the clinic are not destroyed';
    end if;
    update patient_key set wrapped = null, destroyed = now() where owner = wanted_owner and wrapped is not null;
    get diagnostics gone = row_count;
    insert into patient_key (id, owner, key_group, master, destroyed)
        select ('x' || replace(left(gen_random_uuid()::text, 18), '-', ''))::bit(64)::bigint, wanted_owner, g, '', now()
        from generate_series(1, 3) g on conflict (owner, key_group) where replaced is null do nothing;
    return gone;
end $$;

-- Puts a fresh key in the place of one that is in use, and says whether it did: not when it was replaced or destroyed meanwhile.
create function strand.replace_key(former bigint, fresh bigint, by_master text, bytes bytea) returns boolean
    language plpgsql volatile security definer set search_path = strand, pg_temp as $$
declare
    before patient_key;
begin
    update patient_key k set replaced = clock_timestamp()
        where k.id = former and k.replaced is null and k.wrapped is not null and k.owner not in ('*', '#')
        returning * into before;
    if before.id is null then
        return false;
    end if;
    insert into patient_key (id, owner, key_group, master, wrapped)
        values (fresh, before.owner, before.key_group, by_master, bytes);
    return true;
end $$;

-- The keys that are replaced and still read something, the earliest first.
create function strand.replaced_keys() returns setof strand.patient_key
    language sql stable security definer set search_path = strand, pg_temp as $$
    select * from patient_key k where k.replaced is not null and k.wrapped is not null order by k.replaced, k.id
$$;

-- The id of the key in an encrypted body (Bodies.java): the eight bytes after the first, which in Base64 end with a quantum.
create function strand.key_in(body text) returns bigint
    language sql immutable as $$
    select case when left(body, 1) = '~'
        then ('x' || substr(encode(decode(substr(body, 2, 12), 'base64'), 'hex'), 3, 16))::bit(64)::bigint end
$$;

-- Where what is under a patient's key lies: in the cells of this patient alone.
create function strand.versions_under(wanted bigint) returns setof public.hfj_res_ver
    language sql stable security definer set search_path = public, pg_temp as $$
    select v.* from strand.patient_key k
    join strand.cell_group g on g.patients = array[k.owner]
    join strand.cell c on c.cell_group = g.number
    join hfj_resource r on r.partition_id = c.number
    join hfj_res_ver v on v.res_id = r.res_id and strand.key_in(v.res_text_vc) = wanted
    where k.id = wanted
$$;

-- Some of what is still under a replaced key, which nobody else is at work on.
create function strand.bodies_under(wanted bigint, most integer) returns table (pid bigint, body text)
    language sql volatile security definer set search_path = public, pg_temp as $$
    select v.pid, strand.named_body(v) from hfj_res_ver v
    where v.pid in (select u.pid from strand.versions_under(wanted) u limit most)
        and exists (select from strand.patient_key k where k.id = wanted and k.replaced is not null)
    for update of v skip locked
$$;

create function strand.count_under(wanted bigint) returns integer
    language sql stable security definer set search_path = public, pg_temp as $$
    select count(*)::integer from strand.versions_under(wanted)
$$;

-- Puts a body as it is encrypted anew in its place: from a replaced key to the one in use of the same owner and group.
create function strand.seal_under(wanted bigint, former bigint, sealed text) returns boolean
    language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
    update hfj_res_ver v set res_text_vc = sealed
        where v.pid = wanted and strand.key_in(v.res_text_vc) = former
          and exists (select from strand.patient_key was
            join strand.patient_key now on now.owner = was.owner and now.key_group = was.key_group
                and now.replaced is null
            where was.id = former and was.replaced is not null and now.id = strand.key_in(sealed));
    return found;
end $$;

-- Destroys a replaced key under which nothing is left, wherever it lies; nobody writes under it any more after so long.
create function strand.end_key(wanted bigint, since interval) returns boolean
    language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
    perform from strand.patient_key k
        where k.id = wanted and k.wrapped is not null and k.replaced < clock_timestamp() - since;
    if not found or exists (select from hfj_res_ver v where strand.key_in(v.res_text_vc) = wanted) then
        return false;
    end if;
    update strand.patient_key k set wrapped = null, destroyed = now() where k.id = wanted and k.wrapped is not null;
    return found;
end $$;

-- Some of the bodies whose long contents are files, in the order of their rows: with one of the forms that say so (Bodies.java)
-- the text begins like this.
create index strand_bodies_with_files on public.hfj_res_ver (pid) where left(res_text_vc, 2) = '~B';

create function strand.bodies_with_files(row_id bigint, most integer) returns table (pid bigint, body text)
    language sql stable security definer set search_path = public, pg_temp as $$
    select v.pid, strand.named_body(v) from hfj_res_ver v
    where left(v.res_text_vc, 2) = '~B' and v.pid > row_id order by v.pid limit most
$$;
