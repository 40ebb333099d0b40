-- By which consents it was decided that an audience sees a cell, or does not: compiled with the decisions, so that the trail
-- can say it without deciding again. Where nothing stands, no consent had the last word.
create table strand.reliance (
    cell integer not null,
    audience integer not null,
    permits boolean not null,
    -- of which patient the consent is, and which it is, with its version
    patient text not null,
    consent text not null,
    starts timestamptz not null,
    until timestamptz not null,
    primary key (cell, audience, permits, consent, starts)
);

-- Writes by what was decided about these cells now, in place of what stood there.
create function strand.write_reliance(cells integer[], readers text[], purposes text[], clients text[],
        places integer[], permitted boolean[], patients text[], consents text[], froms timestamptz[], tills timestamptz[])
    returns void
    language plpgsql volatile security definer set search_path = strand, pg_temp as $$
declare
    numbers integer[] := strand.numbered_audiences(readers, purposes, clients);
begin
    delete from reliance r where r.cell = any (cells) and not exists (
        select from unnest(numbers, places, permitted, consents, froms, tills)
            w(audience, cell, permits, consent, starts, until)
        where w.audience = r.audience and w.cell = r.cell and w.permits = r.permits and w.consent = r.consent
            and w.starts = r.starts and w.until = r.until);
    insert into reliance (cell, audience, permits, patient, consent, starts, until)
        select w.cell, w.audience, w.permits, w.patient, w.consent, w.starts, w.until
        from unnest(numbers, places, permitted, patients, consents, froms, tills)
            w(audience, cell, permits, patient, consent, starts, until)
        on conflict do nothing;
end $$;

-- The consents of a patient by which these audiences see now what lies in the cells, or do not; null where there are none.
create function strand.deciding_consents(cells integer[], audiences integer[], wanted text, permitted boolean)
    returns text[]
    language plpgsql stable security definer set search_path = strand, pg_temp as $$
begin
    return (select array_agg(distinct r.consent order by r.consent) from reliance r
        where r.cell = any (cells) and r.audience = any (audiences) and r.permits = permitted and r.patient = wanted
            and r.starts <= now() and now() < r.until);
end $$;

-- The text of an entry of the trail with the consents as its last member.
create function strand.with_consents(event text, consents text[]) returns text
    language plpgsql immutable as $$
begin
    return case when consents is null then event
        else left(event, -1) || ',"consents":' || array_to_json(consents)::text || '}' end;
end $$;

create function strand.without_versions(consents text[]) returns text[]
    language plpgsql immutable as $$
begin
    return case when consents is null then null
        else array(select split_part(c, '/_history/', 1) from unnest(consents) with ordinality u(c, place) order by place)
        end;
end $$;

alter table strand.audit_event add column consents text[];

create index audit_event_by_consent on strand.audit_event using gin (consents) where consents is not null;

-- What went to apps of somebody else, which is accounted for.
create index audit_event_disclosed on strand.audit_event (patient, recorded desc, id desc) where interaction = 'disclose';

drop function strand.whereabouts(text[], text[]);

-- Whom some resources are about, whoever asks, whether they are kept, and where they lie; nothing but the reference, and no
-- cell, for one that never was.
create function strand.whereabouts(types text[], ids text[])
    returns table (type text, id text, patients text[], kept boolean, cell integer)
    language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
    return query
    select w.type, w.id, g.patients, r.res_id is not null and r.res_deleted_at is null, coalesce(r.partition_id, -1)
    from unnest(types, ids) w(type, id)
    left join hfj_resource r on r.res_type = w.type and r.fhir_id = w.id
    left join strand.cell_group g on g.number = r.partition_id >> 5;
end $$;

-- Where the chain begins since what is older was taken away: behind an entry that was the last of a signed day.
create table strand.audit_start (
    one boolean primary key default true check (one),
    day date not null,
    sequence bigint not null,
    hash bytea not null
);

create function strand.keeps_retention() returns boolean
    language sql stable as $$
    select exists (select from pg_roles r where r.rolname = 'strand_retention'
        and (pg_has_role(current_user, r.oid, 'member') or pg_has_role(session_user, r.oid, 'member')))
$$;

-- Whoever keeps retention may also call the function below, which runs as the owner: it counts who began the session.
create or replace function strand.keep_audit() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'DELETE' and strand.keeps_retention() then
        return old;
    end if;
    raise insufficient_privilege using message = 'the audit trail is added to and never changed';
end $$;

-- Takes away what was recorded in whole days before this one that are signed, and says how many entries that were. What
-- stays can be verified like before: the chain begins with how the last of those days ended, and its signature stays.
create function strand.forget_events(before_day date) returns bigint
    language plpgsql volatile security definer set search_path = strand, pg_temp as $$
declare
    last audit_head;
    removed bigint;
begin
    if not strand.keeps_retention() then
        raise insufficient_privilege using message = 'events are taken away by members of strand_retention only';
    end if;
    perform pg_advisory_xact_lock(hashtextextended('audit chain', 8206));
    select * into last from audit_head h where h.day < before_day order by h.day desc limit 1;
    if last.sequence is null then
        return 0;
    end if;
    delete from audit_event e using audit_chain c where c.event = e.id and c.sequence <= last.sequence;
    get diagnostics removed = row_count;
    delete from audit_chain c where c.sequence <= last.sequence;
    insert into audit_start (day, sequence, hash) values (last.day, last.sequence, last.hash)
        on conflict (one) do update
        set day = excluded.day, sequence = excluded.sequence, hash = excluded.hash;
    return removed;
end $$;
