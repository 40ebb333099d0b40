-- Access that has ended before its tokens did: everything that was issued until then is refused. An empty client or session
-- means any.
create table strand.ended_access (
    subject text not null,
    client text not null default '',
    session text not null default '',
    ended timestamptz not null,
    primary key (subject, client, session)
);

create index ended_access_by_time on strand.ended_access (ended);

-- Ends access, as of then. What ended longer ago than any token lasts is forgotten.
create function strand.end_access(wanted_subject text, wanted_client text, wanted_session text, at timestamptz)
    returns void
    language plpgsql volatile security definer set search_path = strand, pg_temp as $$
begin
    insert into ended_access (subject, client, session, ended)
        values (wanted_subject, wanted_client, wanted_session, at)
        on conflict (subject, client, session) do update set ended = greatest(ended_access.ended, excluded.ended);
    delete from ended_access where ctid = any (array(
        select e.ctid from ended_access e where e.ended < now() - interval '1 day' limit 1000 for update skip locked));
end $$;

-- Whether what was issued then has ended. Tokens tell time by the second: one of the same second counts as earlier.
create function strand.has_ended(wanted_subject text, used_client text, used_session text, issued timestamptz)
    returns boolean
    language plpgsql stable security definer set search_path = strand, pg_temp as $$
begin
    return exists (select from ended_access e where e.subject = wanted_subject
        and e.client in ('', used_client) and e.session in ('', used_session) and e.ended >= issued);
end $$;

-- Whether anything that a transaction was granted is there for it.
create function strand.sees_something_granted() returns boolean
    language plpgsql stable security invoker as $$
begin
    return exists (select from public.hfj_resource r where r.res_deleted_at is null and r.partition_id = any (array(
        select g.cell from strand.granted g
        where g.audience = any (nullif(current_setting('strand.audiences', true), '')::int[])
            and g.starts <= now() and now() < g.until)));
end $$;
