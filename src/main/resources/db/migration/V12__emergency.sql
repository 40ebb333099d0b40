-- Who has opened whose record in an emergency. What was said of it is kept like the audit trail; what decisions are made by
-- is there for every transaction, through functions that give out nothing else.
create table strand.emergency (
    id uuid primary key,
    practitioner text not null,
    patient text not null,
    reason text not null,
    explanation text not null,
    starts timestamptz not null,
    until timestamptz not null,
    outcome text check (outcome in ('justified', 'unjustified')),
    reviewed timestamptz
);

create index emergency_by_patient on strand.emergency (patient);
create index emergency_by_practitioner on strand.emergency (practitioner, starts);

create index emergency_waiting on strand.emergency (starts) where outcome is null;

-- Those of some patients that are not over.
create function strand.emergencies_of(patients text[], at timestamptz)
    returns table (person text, opened text, since timestamptz, till timestamptz)
    language plpgsql stable security definer set search_path = strand, pg_temp as $$
begin
    return query select e.practitioner, e.patient, e.starts, e.until from emergency e
        where e.patient = any (patients) and e.until > at;
end $$;

-- The patients whose records somebody has open.
create function strand.opened_by(person text, at timestamptz) returns setof text
    language plpgsql stable security definer set search_path = strand, pg_temp as $$
begin
    return query select distinct e.patient from emergency e
        where e.practitioner = person and e.starts <= at and at < e.until;
end $$;

-- How often somebody has opened a record since a moment.
create function strand.emergencies_since(person text, since timestamptz) returns integer
    language plpgsql stable security definer set search_path = strand, pg_temp as $$
begin
    return (select count(*) from emergency e where e.practitioner = person and e.starts > since);
end $$;

-- Whether a review has found that somebody opened a record without need.
create function strand.misused_emergency(person text) returns boolean
    language plpgsql stable security definer set search_path = strand, pg_temp as $$
begin
    return exists (select from emergency e where e.practitioner = person and e.outcome = 'unjustified');
end $$;

-- Opens a record. Two requests of one person take turns, so that both are counted.
create function strand.open_emergency(new_id uuid, person text, opened text, why text, words text,
        since timestamptz, till timestamptz) returns void
    language plpgsql volatile security definer set search_path = strand, pg_temp as $$
begin
    insert into emergency (id, practitioner, patient, reason, explanation, starts, until)
        values (new_id, person, opened, why, words, since, till);
end $$;

-- Keeps what a review said. One without need is over with it.
create function strand.review_emergency(wanted uuid, said text, at timestamptz) returns boolean
    language plpgsql volatile security definer set search_path = strand, pg_temp as $$
begin
    update emergency e set outcome = said, reviewed = at,
        until = case when said = 'unjustified' then least(e.until, at) else e.until end
        where e.id = wanted;
    return found;
end $$;
