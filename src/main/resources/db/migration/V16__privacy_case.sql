-- About whom the privacy officer has a case open: what decisions are made by, for every transaction, through functions that
-- give out nothing else. Why it was opened is in its Task.
create table strand.privacy_case (
    id uuid primary key,
    officer text not null,
    patient text not null,
    starts timestamptz not null,
    until timestamptz not null
);

create index privacy_case_by_patient on strand.privacy_case (patient);
create index privacy_case_by_officer on strand.privacy_case (officer);

-- Those about some patients that are not over.
create function strand.cases_of(patients text[], at timestamptz)
    returns table (case_id uuid, person text, about text, since timestamptz, till timestamptz)
    language plpgsql stable security definer set search_path = strand, pg_temp as $$
begin
    return query select c.id, c.officer, c.patient, c.starts, c.until from privacy_case c
        where c.patient = any (patients) and c.until > at;
end $$;

-- Those of somebody that are not over.
create function strand.cases_by(wanted text, at timestamptz)
    returns table (case_id uuid, person text, about text, since timestamptz, till timestamptz)
    language plpgsql stable security definer set search_path = strand, pg_temp as $$
begin
    return query select c.id, c.officer, c.patient, c.starts, c.until from privacy_case c
        where c.officer = wanted and c.until > at;
end $$;

-- Opens one.
create function strand.open_case(new_id uuid, person text, about text, since timestamptz, till timestamptz) returns void
    language plpgsql volatile security definer set search_path = strand, pg_temp as $$
begin
    insert into privacy_case (id, officer, patient, starts, until) values (new_id, person, about, since, till);
end $$;

-- Ends one, if it is not over.
create function strand.close_case(wanted uuid, at timestamptz)
    returns table (case_id uuid, person text, about text, since timestamptz, till timestamptz)
    language plpgsql volatile security definer set search_path = strand, pg_temp as $$
begin
    return query update privacy_case c set until = least(c.until, at) where c.id = wanted
        returning c.id, c.officer, c.patient, c.starts, c.until;
end $$;
