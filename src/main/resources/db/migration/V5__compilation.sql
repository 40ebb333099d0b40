-- By what everybody's decisions were compiled: a base policy, the clinic's settings, a version of the engine. While they are
-- compiled anew for something else, what is still to be done is kept, so that an interruption is made up for at the next start.
create table strand.compilation (
    single boolean primary key default true check (single),
    -- of what was compiled whole, and of what is being compiled
    done text not null default '',
    begun text not null default '',
    -- the last resource that was read again
    reread bigint not null default 0
);

insert into strand.compilation default values;

create table strand.to_compile (
    patient text primary key
);

-- Begins to compile everybody's decisions for other settings, unless that was begun before. Nobody who compiles for the
-- former ones is half way through a transaction then, nor gets through with one later (are_compiled).
create function strand.begin_compilation(wanted text) returns bigint
    language plpgsql volatile security definer set search_path = strand, pg_temp as $$
begin
    perform pg_advisory_xact_lock(8206, 2);
    if (select c.begun from compilation c) <> wanted then
        update compilation set begun = wanted, reread = 0;
        delete from to_compile;
        insert into to_compile (patient) select distinct m.patient from cell_group_member m;
    end if;
    return (select count(*) from to_compile);
end $$;

-- The present texts of resources that say who is who and who treats whom, in the order of their rows.
create function strand.sources_after(row_id bigint, types text[], most integer)
    returns table (res_id bigint, res_type text, fhir_id text, body text)
    language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
    return query
    select r.res_id::bigint, r.res_type::text, r.fhir_id::text, v.res_text_vc::text
    from hfj_resource r
    join hfj_res_ver v on v.res_id = r.res_id and v.res_ver = r.res_ver
    where r.res_id > row_id and r.res_type = any (types) and r.res_deleted_at is null
    order by r.res_id
    limit most;
end $$;

drop function strand.are_compiled(integer[]);

-- Says that what is granted of these cells has been written down, by what.
create function strand.are_compiled(cells integer[], settings text) returns void
    language plpgsql volatile security definer set search_path = strand, pg_temp as $$
begin
    perform pg_advisory_xact_lock_shared(8206, 2);
    if settings <> (select c.begun from compilation c) then
        raise object_not_in_prerequisite_state using message = 'decisions are compiled for other settings now';
    end if;
    update cell set compiled = true where number = any (cells) and not compiled;
end $$;
