-- A cell is what tells a resource's readers apart: the set of patients it is about, and its data class.
-- HAPI's partition_id carries it: (number of the patient set) * 32 + (number of the data class).
-- Set 0 is "about no patient"; resources HAPI keeps in its default partition (null) are conformance resources.

create table strand.patient_set (
    number integer generated always as identity (minvalue 1 maxvalue 67108863) primary key,
    patients text[] not null unique check (array_length(patients, 1) between 1 and 50)
);

create table strand.patient_set_member (
    patient text not null,
    number integer not null references strand.patient_set,
    primary key (patient, number)
);

-- The number of a set of patients (FHIR ids, sorted, no duplicates); made on first use.
create function strand.patient_set_number(wanted text[]) returns integer
    language plpgsql security definer set search_path = strand, pg_temp as $$
declare
    found integer;
begin
    select number into found from patient_set where patients = wanted;
    if found is null then
        insert into patient_set (patients) values (wanted) on conflict (patients) do nothing returning number into found;
        if found is null then
            select number into strict found from patient_set where patients = wanted;
        else
            insert into patient_set_member (patient, number) select unnest(wanted), found;
        end if;
    end if;
    return found;
end $$;

-- The sets that lie wholly inside the patients this transaction may see: one patient too many hides the set.
create function strand.visible_patient_sets() returns integer[]
    language sql stable security definer set search_path = strand, pg_temp as $$
    select coalesce(array_agg(s.number), '{}')
    from patient_set s
    where s.number in (
        select m.number from patient_set_member m
        where m.patient = any (string_to_array(current_setting('strand.patients', true), ',')))
      and s.patients <@ string_to_array(current_setting('strand.patients', true), ',')
$$;

-- The patients of a set.
create function strand.patients_of(wanted integer) returns setof text
    language sql stable security definer set search_path = strand, pg_temp as $$
    select unnest(patients) from patient_set where number = wanted
$$;

-- The cell a stored resource lies in now, or null when there is none such.
create function strand.cell_of(wanted_type text, wanted_id text) returns integer
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return (select r.partition_id from hfj_resource r where r.res_type = wanted_type and r.fhir_id = wanted_id);
end $$;

-- Who holds which clinic role and when, from the active PractitionerRole resources; written with them in one transaction.
create table strand.clinic_role (
    practitioner_role text not null,
    practitioner text not null,
    role text not null,
    starts timestamptz not null default '-infinity',
    ends timestamptz not null default 'infinity',
    primary key (practitioner_role, role)
);

create index clinic_role_by_practitioner on strand.clinic_role (practitioner);

-- The key under which page links are sealed; shared by all servers on this database.
create table strand.page_key (
    sealed_since timestamptz not null default now(),
    key bytea not null
);

insert into strand.page_key (key)
    select decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex');
