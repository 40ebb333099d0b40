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
    language sql stable security definer set search_path = public, pg_temp as $$
    select r.fhir_id, v.res_text_vc
    from hfj_resource patient
    join hfj_res_link link on link.target_resource_id = patient.res_id and link.src_path = 'RelatedPerson.patient'
    join hfj_resource r on r.res_id = link.src_resource_id and r.res_deleted_at is null
    join hfj_res_ver v on v.res_id = r.res_id and v.res_ver = r.res_ver
    where patient.res_type = 'Patient' and patient.fhir_id = wanted
$$;
