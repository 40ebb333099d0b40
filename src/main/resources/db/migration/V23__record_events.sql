-- Adds entries to the trail, each with the consents by which it was decided (V13), and says how many. It is a function so that
-- what it asks is planned once: as a statement with arrays for parameters it was planned anew each time, which took longer than
-- to carry it out.
create function strand.record_events(readers text[], purposes text[], used_client text,
    ids uuid[], recorded timestamptz[], patients text[], interactions text[], actions text[], outcomes text[],
    persons text[], clients text[], data text[], cells text[], events text[]) returns integer
    language plpgsql volatile security invoker set search_path = strand, pg_temp
    set plan_cache_mode = force_generic_plan as $$
declare
    audiences integer[];
    consents text[];
    added integer := 0;
    fresh integer;
begin
    for place in 1 .. coalesce(cardinality(ids), 0) loop
        consents := null;
        if cells[place] is not null then
            if audiences is null then
                audiences := audiences_of(readers, purposes, used_client);
            end if;
            consents := deciding_consents(
                cells[place]::integer[], audiences, patients[place], outcomes[place] <> '8');
        end if;
        insert into audit_event
            (id, recorded, patient, interaction, action, outcome, person, client, data, event, consents)
            values (ids[place], recorded[place], patients[place], interactions[place], actions[place], outcomes[place],
                persons[place], clients[place], data[place],
                with_consents(events[place], consents), without_versions(consents))
            -- what the authorization server tells twice
            on conflict do nothing;
        get diagnostics fresh = row_count;
        added := added + fresh;
    end loop;
    return added;
end $$;

-- The same for what is asked at the beginning of every transaction and in it.
alter function strand.audiences_of(text[], text[], text) set plan_cache_mode = force_generic_plan;
alter function strand.deciding_consents(integer[], integer[], text, boolean) set plan_cache_mode = force_generic_plan;
