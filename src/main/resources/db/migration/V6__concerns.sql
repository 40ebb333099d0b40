-- What the privacy officer and patients have been told, so that nobody is told twice, whichever server finds it again.
create table strand.concern (
    key text primary key,
    patient text not null,
    raised timestamptz not null default now()
);

-- The patients born on certain days, whoever asks; of a date that is not exact the first day counts. Days are numbers
-- like 20080131.
create function strand.born_between(first_day integer, last_day integer) returns setof text
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return query
    select distinct r.fhir_id::text
    from hfj_spidx_date born
    join hfj_resource r on r.res_id = born.res_id and r.res_deleted_at is null
    where born.res_type = 'Patient' and born.sp_name = 'birthdate'
      and born.sp_value_low_date_ordinal between first_day and last_day;
end $$;
