-- Who may act for whom, and when, by which RelatedPerson.
create table strand.mandate (
    source text primary key,
    patient text not null,
    starts timestamptz not null,
    until timestamptz not null
);

create index mandate_by_patient on strand.mandate (patient);

-- The present texts of a patient's related people.
create function strand.relatives_of(wanted text) returns table (id text, body text)
    language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    patient bigint := (select r.res_id from hfj_resource r where r.res_type = 'Patient' and r.fhir_id = wanted);
begin
    return query
    select r.fhir_id::text, v.res_text_vc::text
    from hfj_res_link link
    join hfj_resource r on r.res_id = link.src_resource_id and r.res_deleted_at is null
    join hfj_res_ver v on v.res_id = r.res_id and v.res_ver = r.res_ver
    where link.target_resource_id = patient and link.src_path = 'RelatedPerson.patient';
end $$;
