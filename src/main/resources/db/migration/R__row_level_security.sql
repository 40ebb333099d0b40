-- Every table that holds rows of resources stands under one policy; a test compares both lists with the live schema.
-- "Exists" leaves the planner two ways to look for a grant: a probe for each row where it expects few, and all grants of
-- the requester at once, hashed, where it expects many. What a setting says is read once for a statement: each "select"
-- without a table is, with the cast inside; a cast outside of it is done for every row. Classes are bits of one number.
-- A transaction without keys (strand.classes unset) sees nothing and may write nothing.

-- How long entries of the trail are kept, as the configuration says; only the owner can say it anew.
create or replace function strand.audit_retention() returns interval
    language sql immutable as $$ select interval '${auditRetention}' $$;

-- Moves every row of a resource, and says from which cell. It runs as the owner, past the policies, so it asks itself what they would ask: nobody
-- moves a resource to patients out of their reach. The class may rise above what the requester may write, and what was
-- made from something rises with it, whoever it is about.

create or replace function strand.move_to_cell(resource bigint, cell integer) returns integer
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    holder text;
    former integer := (select r.partition_id from hfj_resource r where r.res_id = resource);
begin
    if coalesce(current_setting('strand.patients', true), '') <> '*'
            and cell >> 5 <> all (strand.reachable_groups())
            and not exists (
                select from public.hfj_resource r
                join strand.cell_group before on before.number = r.partition_id >> 5
                join strand.cell_group after on after.number = move_to_cell.cell >> 5
                where r.res_id = resource and before.patients = after.patients) then
        raise insufficient_privilege using message = 'the patients of the cell are out of reach';
    end if;
    if former is distinct from cell then
        perform strand.note_move(resource, former, cell);
    end if;
    foreach holder in array string_to_array('${tablesByResource}', ',') loop
        execute format('update %I set partition_id = $2 where res_id = $1 and partition_id is distinct from $2', holder)
            using resource, cell;
    end loop;
    update hfj_res_link set partition_id = cell
        where src_resource_id = resource and partition_id is distinct from cell;
    update hfj_res_link set target_res_partition_id = cell
        where target_resource_id = resource and target_res_partition_id is distinct from cell;
    update hfj_res_ver_prov set partition_id = cell
        where res_ver_pid in (select pid from hfj_res_ver where res_id = resource)
          and partition_id is distinct from cell;
    return former;
end $$;

do $$
declare
    guarded text;
    shared text;
    shown text;
    -- whether what lies in cell @ and belongs to resource # is there
    visible constant text := $visible$
        case when @ is null
            then (select coalesce(current_setting('strand.classes', true), '')) <> ''
            -- the registry and how the record is written are open; what should be about a patient and names none is there
            -- for those only who read everybody's record
            else (1 << (@ & 31)) & (select nullif(current_setting('strand.classes_mask', true), '')::int) <> 0
                -- slots and schedules are about nobody, and there for who takes bookings
                and (@ in (0, 12)
                    or @ = 2 and '2' = any ((select string_to_array(current_setting('strand.intake', true), ','))::text[])
                    or (
                    ((select current_setting('strand.patients', true) = '*')
                        or @ >> 5 = any ((select nullif(current_setting('strand.groups', true), '')::int[])::int[]))
                    and (exists (
                            select from strand.granted g
                            where g.cell = @ and g.audience = any (
                                    (select nullif(current_setting('strand.audiences', true), '')::int[])::int[])
                                and g.starts <= now() and now() < g.until)
                        or ((1 << (@ & 31)) & (select nullif(current_setting('strand.everywhere_mask', true), '')::int) <> 0
                            and not exists (
                                select from strand.withheld w
                                where w.cell = @ and w.audience = any (
                                        (select nullif(current_setting('strand.audiences', true), '')::int[])::int[])
                                    and w.starts <= now() and now() < w.until))
                        -- what a transaction has written itself, and what it is writing without reading it; the row's xmin
                        -- would say the former too, but is in no index
                        or # = any ((select string_to_array(current_setting('strand.own', true), ',')::bigint[])::bigint[])
                        or @ = any (
                            (select string_to_array(current_setting('strand.writing', true), ',')::int[])::int[]))))
        end
    $visible$;
begin
    execute 'revoke all on all tables in schema public from ${requestRole}';
    execute 'revoke all on all tables in schema strand from ${requestRole}';
    foreach guarded in array string_to_array('${guardedTables}', ',') loop
        execute format('alter table public.%I enable row level security', guarded);
        execute format('drop policy if exists strand_visible on public.%I', guarded);
        shown := replace(visible, '#', case guarded
            when 'hfj_res_link' then 'src_resource_id' when 'hfj_res_ver_prov' then 'res_pid' else 'res_id' end);
        execute format($policy$
            create policy strand_visible on public.%I to ${requestRole}
            using (%s)
            with check (
                coalesce(partition_id & 31, 12) = any (
                        (select string_to_array(current_setting('strand.writable', true), ',')::int[])::int[])
                and ((select current_setting('strand.patients', true)) = '*'
                    or (partition_id >> 5) = any ((select strand.reachable_groups())::int[]))
                and (coalesce(partition_id >> 5, 0) = 0
                    or (partition_id & 31) = any (
                        (select string_to_array(current_setting('strand.intake', true), ',')::int[])::int[])
                    or exists (
                        select from strand.granted g
                        where g.cell = partition_id and g.audience = any (
                                (select nullif(current_setting('strand.audiences', true), '')::int[])::int[])
                            and g.starts <= now() and now() < g.until)))
            $policy$, guarded, replace(shown, '@', 'partition_id') || case when guarded = 'hfj_res_link'
                -- a reference to what is not there is not there
                then ' and (target_resource_id is null or '
                    || replace(replace(visible, '#', 'target_resource_id'), '@', 'target_res_partition_id') || ')'
                else '' end);
        execute format('grant select, insert, update, delete on public.%I to ${requestRole}', guarded);
    end loop;
    execute 'drop trigger if exists strand_own on public.hfj_resource';
    execute 'create trigger strand_own after insert or update on public.hfj_resource'
        || ' for each row execute function strand.note_own()';
    foreach shared in array string_to_array('${sharedTables}', ',') loop
        execute format('grant select, insert, update, delete on public.%I to ${requestRole}', shared);
    end loop;
    execute 'grant select, insert, update, delete on strand.affiliation, strand.treatment, strand.mandate, strand.booking'
        || ' to ${requestRole}';
    execute 'grant select, insert, delete on strand.clinic_role, strand.dependency, strand.content, strand.source'
        || ' to ${requestRole}';
    -- what is granted is written by functions, which note what ends with it
    execute 'grant select on strand.granted, strand.withheld, strand.audience, strand.cell, strand.cell_group_member'
        || ' to ${requestRole}';
    execute 'grant select, insert on strand.concern to ${requestRole}';
    execute 'grant select, update on strand.compilation to ${requestRole}';
    execute 'grant select, delete on strand.to_compile to ${requestRole}';
    -- consents are patient data: not even their text is there for a transaction without keys
    execute 'alter table strand.directive enable row level security';
    execute 'drop policy if exists strand_visible on strand.directive';
    execute $policy$create policy strand_visible on strand.directive to ${requestRole}
        using (coalesce(current_setting('strand.classes', true), '') <> '')$policy$;
    execute 'grant select, insert, delete on strand.directive to ${requestRole}';
    -- what apps keep is there for one app at a time, and about a patient only while the patient is there
    execute 'alter table strand.app_state enable row level security';
    execute 'drop policy if exists strand_visible on strand.app_state';
    execute $policy$create policy strand_visible on strand.app_state to ${requestRole}
        using (client = (select nullif(current_setting('strand.app', true), ''))
            and (subject_type is null and (select current_setting('strand.app_common', true) = 'true')
                or subject_type || '/' || subject_id = (select nullif(current_setting('strand.app_user', true), ''))
                or subject_type = 'PractitionerRole' and exists (
                    select from strand.clinic_role held
                    where held.practitioner_role = subject_id and held.starts <= now() and now() < held.ends
                        and 'Practitioner/' || held.practitioner
                            = (select nullif(current_setting('strand.app_user', true), '')))
                -- counted, and not asked whether there are any, so that it is a probe for each of the few rows and never a
                -- list of all patients
                or subject_type = 'Patient' and (
                    select count(*) > 0 from public.hfj_resource p
                    where p.res_type = 'Patient' and p.fhir_id = subject_id and p.res_deleted_at is null)))$policy$;
    execute 'grant select, insert, update, delete on strand.app_state to ${requestRole}';
    execute 'grant select on strand.page_key to ${requestRole}';
    -- the trail is added to, and read by the patient and by who reads it of everybody
    execute 'alter table strand.audit_event enable row level security';
    execute 'drop policy if exists strand_added on strand.audit_event';
    execute 'create policy strand_added on strand.audit_event for insert to ${requestRole} with check (true)';
    execute 'drop policy if exists strand_visible on strand.audit_event';
    execute $policy$create policy strand_visible on strand.audit_event for select to ${requestRole} using (
        (1 << ${auditClass}) & (select nullif(current_setting('strand.classes_mask', true), '')::int) <> 0
        and case when (1 << ${auditClass}) & (select nullif(current_setting('strand.everywhere_mask', true), '')::int) <> 0
                    and (select current_setting('strand.patients', true) = '*')
            then true
            else patient = any ((select string_to_array(current_setting('strand.patients', true), ','))::text[]) end)$policy$;
    execute 'grant select, insert on strand.audit_event to ${requestRole}';
    -- what was said in emergencies is read by whom the trail is read by
    execute 'alter table strand.emergency enable row level security';
    execute 'drop policy if exists strand_visible on strand.emergency';
    execute $policy$create policy strand_visible on strand.emergency for select to ${requestRole} using (
        (1 << ${auditClass}) & (select nullif(current_setting('strand.classes_mask', true), '')::int) <> 0
        and case when (1 << ${auditClass}) & (select nullif(current_setting('strand.everywhere_mask', true), '')::int) <> 0
                    and (select current_setting('strand.patients', true) = '*')
            then true
            else patient = any ((select string_to_array(current_setting('strand.patients', true), ','))::text[]) end)$policy$;
    execute 'grant select on strand.emergency to ${requestRole}';
    -- what holds the trail together is looked at by who reads it of everybody, and written by functions
    foreach guarded in array array['audit_chain', 'audit_horizon', 'audit_head', 'audit_start'] loop
        execute format('alter table strand.%I enable row level security', guarded);
        execute format('drop policy if exists strand_visible on strand.%I', guarded);
        execute format($policy$create policy strand_visible on strand.%I for select to ${requestRole} using (
            (1 << ${auditClass}) & (select nullif(current_setting('strand.everywhere_mask', true), '')::int) <> 0
            and (select current_setting('strand.patients', true)) = '*')$policy$, guarded);
        execute format('grant select on strand.%I to ${requestRole}', guarded);
    end loop;
    -- patients' keys are reached through functions alone
    execute 'grant usage on schema public, strand to ${requestRole}';
    execute 'grant usage on all sequences in schema public to ${requestRole}';
    execute 'revoke execute on all functions in schema strand from public';
    execute 'grant execute on all functions in schema strand to ${requestRole}';
    -- and so for those that are added when this is not carried out again
    execute 'alter default privileges revoke execute on functions from public';
    execute 'alter default privileges in schema strand grant execute on functions to ${requestRole}';
end $$;
