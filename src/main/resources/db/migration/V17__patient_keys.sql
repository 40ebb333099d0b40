-- The keys that bodies and files are encrypted with: one for each patient and key group (KeyGroup.java), and the clinic's own,
-- owned by * and, for fingerprints of bodies, by #. They are kept wrapped by a master key that is not in this database. The request role reaches them through the
-- functions below alone, one by one. A destroyed key leaves its row, so that nobody makes another for who was erased.
create table strand.patient_key (
    id bigint primary key,
    owner text not null,
    key_group smallint not null check (key_group between 1 and 3),
    master text not null,
    wrapped bytea,
    created timestamptz not null default now(),
    destroyed timestamptz,
    unique (owner, key_group),
    check ((wrapped is null) = (destroyed is not null))
);

create index patient_key_by_master on strand.patient_key (master, id) where wrapped is not null;

create function strand.key_of(wanted_owner text, wanted_group integer) returns setof strand.patient_key
    language sql stable security definer set search_path = strand, pg_temp as $$
    select * from patient_key k where k.owner = wanted_owner and k.key_group = wanted_group
$$;

create function strand.key_numbered(wanted bigint) returns setof strand.patient_key
    language sql stable security definer set search_path = strand, pg_temp as $$
    select * from patient_key k where k.id = wanted
$$;

-- Keeps a fresh key, unless its owner has one by now: a key is never replaced.
create function strand.keep_key(fresh bigint, fresh_owner text, fresh_group integer, by_master text, bytes bytea)
    returns void
    language sql volatile security definer set search_path = strand, pg_temp as $$
    insert into patient_key (id, owner, key_group, master, wrapped)
        values (fresh, fresh_owner, fresh_group, by_master, bytes) on conflict (owner, key_group) do nothing
$$;

-- By which master keys there are keys wrapped.
create function strand.masters_in_use() returns setof text
    language sql stable security definer set search_path = strand, pg_temp as $$
    select distinct k.master from patient_key k where k.wrapped is not null order by 1
$$;

-- Some of the keys that are not wrapped by this master key, in the order of their ids.
create function strand.keys_not_wrapped_by(wanted text, row_id bigint, most integer) returns setof strand.patient_key
    language sql stable security definer set search_path = strand, pg_temp as $$
    select * from patient_key k where k.master <> wanted and k.wrapped is not null and k.id > row_id order by k.id limit most
$$;

-- Keeps a key as another master key wraps it, unless it was wrapped anew or destroyed meanwhile.
create function strand.wrap_anew(wanted bigint, former bytea, by_master text, bytes bytea) returns void
    language sql volatile security definer set search_path = strand, pg_temp as $$
    update patient_key set master = by_master, wrapped = bytes where id = wanted and wrapped = former
$$;

-- Destroys every key of a patient, and keeps those from being made that were not there yet.
create function strand.destroy_keys(wanted_owner text) returns integer
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
        from generate_series(1, 3) g on conflict (owner, key_group) do nothing;
    return gone;
end $$;
