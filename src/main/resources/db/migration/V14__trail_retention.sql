-- The database itself holds how long the trail is kept (strand.audit_retention): nobody takes an entry away before that is
-- over, and afterwards it takes no role of its own.
drop function strand.forget_events(date);

-- The first day of which everything is still kept.
create function strand.kept_since() returns date
    language plpgsql stable as $$
begin
    return ((now() at time zone 'UTC')::date - strand.audit_retention())::date;
end $$;

create or replace function strand.keep_audit() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        if tg_table_name = 'audit_event' then
            -- an entry may reach the chain a moment after the day it is of, or the other way round
            if old.recorded at time zone 'UTC' < strand.kept_since() + 1 then
                return old;
            end if;
        elsif tg_table_name = 'audit_chain' then
            if old.day < strand.kept_since() then
                return old;
            end if;
        end if;
    end if;
    raise insufficient_privilege using message = 'the audit trail is added to and never changed';
end $$;

drop function strand.keeps_retention();

-- Takes away the entries of whole days that are signed and whose time is over, and says up to which day and how many that
-- were; nothing when there were none. What stays can be verified like before: the chain begins with how the last of those
-- days ended, and its signature stays.
create function strand.forget_events() returns table (day date, events bigint)
    language plpgsql volatile security definer set search_path = strand, pg_temp as $$
#variable_conflict use_column
declare
    last audit_head;
    removed bigint;
begin
    perform pg_advisory_xact_lock(hashtextextended('audit chain', 8206));
    select * into last from audit_head h
        where h.day < strand.kept_since() and exists (select from audit_chain c where c.sequence <= h.sequence)
        order by h.day desc limit 1;
    if last.sequence is null then
        return;
    end if;
    delete from audit_event e using audit_chain c where c.event = e.id and c.sequence <= last.sequence;
    get diagnostics removed = row_count;
    delete from audit_chain c where c.sequence <= last.sequence;
    insert into audit_start (day, sequence, hash) values (last.day, last.sequence, last.hash)
        on conflict (one) do update
        set day = excluded.day, sequence = excluded.sequence, hash = excluded.hash;
    return query select last.day, removed;
end $$;
