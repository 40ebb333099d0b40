-- The stored pictures of which no smaller ones were made yet, by their handles (FileHandle.java), which say nothing of them.
-- A row is written in the transaction that stores the picture.
create table strand.waiting_rendition (
    file text primary key check (file ~ '^[0-9a-f]{32}-[0-9]{1,9}$'),
    since timestamptz not null default now()
);
create index waiting_rendition_since on strand.waiting_rendition (since, file);

create function strand.rendition_waits(stored text) returns void
    language sql volatile security definer set search_path = strand, pg_temp as $$
    insert into waiting_rendition (file) values (stored) on conflict do nothing
$$;

-- Takes the one that waits longest and that nobody else is at work on; it waits again when the transaction comes to nothing.
create function strand.next_rendition() returns text
    language sql volatile security definer set search_path = strand, pg_temp as $$
    delete from waiting_rendition where file = (
        select w.file from waiting_rendition w order by w.since, w.file limit 1 for update skip locked)
        returning file
$$;

create function strand.renditions_waiting() returns integer
    language sql stable security definer set search_path = strand, pg_temp as $$
    select count(*)::integer from waiting_rendition
$$;
