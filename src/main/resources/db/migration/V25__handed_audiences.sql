-- Says which audiences a transaction was handed, by their numbers: what is recorded of it asks by them which consents decided.
drop function strand.hand_keys(text, text, text, text, text, text[], text[], text);

create function strand.hand_keys(patients text, classes text, writable text, everywhere text, intake text,
        readers text[], purposes text[], used_client text) returns text
    language plpgsql volatile security invoker as $$
declare
    audiences text := strand.audiences_of(readers, purposes, used_client)::text;
begin
    perform set_config('strand.patients', patients, true),
        set_config('strand.classes', classes, true),
        set_config('strand.writable', writable, true),
        set_config('strand.everywhere', everywhere, true),
        set_config('strand.intake', intake, true),
        set_config('strand.audiences', audiences, true);
    perform set_config('strand.classes_mask', strand.mask(classes)::text, true),
        set_config('strand.everywhere_mask', strand.mask(everywhere)::text, true);
    perform set_config('strand.groups',
        case when patients in ('', '*') then '{}' else strand.reachable_groups()::text end, true);
    return audiences;
end $$;
