-- The chain: each entry's hash is that of the hash before it and of its text, in the order of transactions.
create table strand.audit_chain (
    sequence bigint primary key,
    event uuid not null unique,
    day date not null,
    hash bytea not null
);

create index audit_chain_by_day on strand.audit_chain (day, sequence desc);

-- Up to which transaction entries are in the chain, and how it ends.
create table strand.audit_horizon (
    one boolean primary key default true check (one),
    sealed xid8 not null,
    sequence bigint not null,
    hash bytea not null
);

insert into strand.audit_horizon (sealed, sequence, hash) values ('0', 0, decode(repeat('00', 32), 'hex'));

-- How the chain ended on each day, signed.
create table strand.audit_head (
    day date primary key,
    sequence bigint not null,
    hash bytea not null,
    signature text not null
);

create trigger audit_chain_kept before update or delete on strand.audit_chain
    for each row execute function strand.keep_audit();
create trigger audit_chain_kept_whole before truncate on strand.audit_chain
    for each statement execute function strand.keep_audit();
create trigger audit_head_kept before update or delete on strand.audit_head
    for each row execute function strand.keep_audit();
create trigger audit_head_kept_whole before truncate on strand.audit_head
    for each statement execute function strand.keep_audit();

-- Takes what has been recorded into the chain, and says how many entries that were. What is below the oldest running
-- transaction is there or will never be, so nothing can come between what is sealed. One server does it at a time.
create function strand.seal_events(today date) returns integer
    language plpgsql volatile security definer set search_path = strand, pg_temp as $$
declare
    last audit_horizon;
    lower_end xid8;
    upper_end xid8;
    restored boolean;
    found record;
    added integer := 0;
    of_day date;
begin
    if not pg_try_advisory_xact_lock(hashtextextended('audit chain', 8206)) then
        return 0;
    end if;
    select * into strict last from audit_horizon;
    upper_end := pg_snapshot_xmin(pg_current_snapshot());
    -- the numbers of transactions begin anew in a cluster to which the database was restored
    restored := last.sealed > upper_end;
    lower_end := case when restored then '0'::xid8 else last.sealed end;
    of_day := greatest(today, (select c.day from audit_chain c where c.sequence = last.sequence));
    for found in
        select e.id, e.event from audit_event e
        where e.txid >= lower_end and (restored or e.txid < upper_end)
            and not exists (select from audit_chain c where c.event = e.id)
        order by e.txid, e.id
    loop
        last.sequence := last.sequence + 1;
        last.hash := sha256(last.hash || convert_to(found.event, 'UTF8'));
        insert into audit_chain (sequence, event, day, hash) values (last.sequence, found.id, of_day, last.hash);
        added := added + 1;
    end loop;
    if added > 0 or restored then
        update audit_horizon set sealed = upper_end, sequence = last.sequence, hash = last.hash;
    end if;
    return added;
end $$;

-- The days before this one that have no signed head yet, and how the chain ended on each.
create function strand.heads_to_sign(today date)
    returns table (day date, sequence bigint, hash bytea)
    language plpgsql stable security definer set search_path = strand, pg_temp as $$
#variable_conflict use_column
begin
    return query
    select distinct on (c.day) c.day, c.sequence, c.hash from audit_chain c
    where c.day < today and c.day > coalesce((select max(h.day) from audit_head h), '-infinity')
    order by c.day, c.sequence desc;
end $$;

create function strand.keep_head(of_day date, at_sequence bigint, with_hash bytea, signed text) returns void
    language plpgsql volatile security definer set search_path = strand, pg_temp as $$
begin
    insert into audit_head (day, sequence, hash, signature) values (of_day, at_sequence, with_hash, signed)
    on conflict (day) do nothing;
end $$;
