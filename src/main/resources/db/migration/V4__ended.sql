-- What somebody could see and no longer can: kept for as long as a link to a further page may open, so that one which was
-- handed out before is answered like one that never was. Nobody but the functions here reads or writes it.
create table strand.ended (
    -- 0: whoever reads the class of the former cell in everybody's record
    audience integer not null,
    -- where it lay when it was seen, and where it lies since
    former integer not null,
    cell integer not null,
    writer xid8 not null default pg_current_xact_id(),
    -- until when it was there; infinity: until the writer committed
    lapsed timestamptz not null default 'infinity',
    noted timestamptz not null default now()
);

create index ended_by_audience on strand.ended (audience, writer);
create index ended_by_time on strand.ended (noted);

-- Grants that end by themselves, and what begins to be withheld by itself: few, among those that hold for ever.
create index granted_by_end on strand.granted (audience, until) where until < '9999-12-31 00:00:00+00';
create index withheld_by_start on strand.withheld (audience, starts) where starts > '1970-01-01 00:00:00+00';

-- What lies in a cell now.
create index hfj_resource_by_cell on public.hfj_resource (partition_id) where res_deleted_at is null;

create function strand.holds_something(cell integer) returns boolean
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return exists (select from hfj_resource r where r.partition_id = cell and r.res_deleted_at is null);
end $$;

-- Whether a cell has been emptied by this transaction, so that what lay there is known to lie elsewhere.
create function strand.was_emptied_now(wanted integer) returns boolean
    language plpgsql stable security definer set search_path = strand, pg_temp as $$
begin
    return exists (select from ended e
        where e.audience = 0 and e.writer = pg_current_xact_id_if_assigned() and e.former = wanted);
end $$;

-- The numbers of these audiences, in their order; made on first use.
create function strand.numbered_audiences(readers text[], purposes text[], clients text[]) returns integer[]
    language plpgsql volatile security definer set search_path = strand, pg_temp as $$
begin
    insert into audience (reader, purpose, client)
        select distinct w.reader, w.purpose, w.client from unnest(readers, purposes, clients) w(reader, purpose, client)
        where not exists (select from audience a
            where a.reader = w.reader and a.purpose = w.purpose and a.client = w.client)
        on conflict do nothing;
    return array(
        select a.number from unnest(readers, purposes, clients) with ordinality w(reader, purpose, client, place)
        join audience a on a.reader = w.reader and a.purpose = w.purpose and a.client = w.client
        order by w.place);
end $$;

-- Writes what is granted of these cells now. What was granted already stays as it is; who loses what lies there is noted.
create function strand.write_granted(cells integer[], readers text[], purposes text[], clients text[],
        places integer[], froms timestamptz[], tills timestamptz[]) returns void
    language plpgsql volatile security definer set search_path = strand, pg_temp as $$
declare
    numbers integer[] := strand.numbered_audiences(readers, purposes, clients);
begin
    with gone as (
        delete from granted g where g.cell = any (cells) and not exists (
            select from unnest(numbers, places, froms, tills) w(audience, cell, starts, until)
            where w.audience = g.audience and w.cell = g.cell and w.starts = g.starts and w.until = g.until)
        returning g.audience, g.cell, g.starts, g.until),
    lost as (
        select gone.audience, gone.cell,
            max(case when gone.until <= now() then gone.until else 'infinity' end) as lapsed
        from gone
        where gone.starts <= now() and gone.until > now() - interval '2 hours' and not exists (
            select from unnest(numbers, places, froms) w(audience, cell, starts)
            where w.audience = gone.audience and w.cell = gone.cell and w.starts <= now())
        group by gone.audience, gone.cell)
    insert into ended (audience, former, cell, lapsed)
        select lost.audience, lost.cell, lost.cell, lost.lapsed from lost
        where strand.holds_something(lost.cell) or strand.was_emptied_now(lost.cell);
    insert into granted (audience, cell, starts, until)
        select * from unnest(numbers, places, froms, tills) on conflict do nothing;
    -- no link opens as long as that
    delete from ended where ctid = any (array(
        select e.ctid from ended e where e.noted < now() - interval '2 hours' limit 1000 for update skip locked));
end $$;

-- The same for what is withheld. What is in a cell that is decided about for the first time has been there for nobody.
create function strand.write_withheld(cells integer[], readers text[], purposes text[], clients text[],
        places integer[], froms timestamptz[], tills timestamptz[]) returns void
    language plpgsql volatile security definer set search_path = strand, pg_temp as $$
declare
    numbers integer[] := strand.numbered_audiences(readers, purposes, clients);
begin
    with before as (
        select w.audience, w.cell, min(w.starts) as starts from withheld w
        where w.cell = any (cells) and w.starts <= now() and now() < w.until
        group by w.audience, w.cell)
    insert into ended (audience, former, cell, lapsed)
        select distinct w.audience, w.cell, w.cell, coalesce(before.starts, 'infinity')
        from unnest(numbers, places, froms) w(audience, cell, starts)
        left join before on before.audience = w.audience and before.cell = w.cell
        where w.starts <= now() and coalesce(before.starts, 'infinity') > now() - interval '2 hours'
            and exists (select from cell c where c.number = w.cell and c.compiled)
            and (strand.holds_something(w.cell) or strand.was_emptied_now(w.cell));
    delete from withheld g where g.cell = any (cells) and not exists (
        select from unnest(numbers, places, froms, tills) w(audience, cell, starts, until)
        where w.audience = g.audience and w.cell = g.cell and w.starts = g.starts and w.until = g.until);
    insert into withheld (audience, cell, starts, until)
        select * from unnest(numbers, places, froms, tills) on conflict do nothing;
end $$;

-- Notes who saw a resource in its former cell, when it moves. What this transaction itself has made was there for nobody.
create function strand.note_move(resource bigint, former integer, target integer) returns void
    language plpgsql volatile security definer set search_path = strand, pg_temp as $$
begin
    if resource = any (string_to_array(current_setting('strand.own', true), ',')::bigint[])
            and exists (select from public.hfj_resource r where r.res_id = resource and r.res_ver = 1) then
        return;
    end if;
    insert into ended (audience, former, cell)
        select seen.audience, former, target
        from (select 0 as audience
            union
            select g.audience from granted g where g.cell = former and g.starts <= now() and now() < g.until) seen
        where not exists (select from ended e where e.audience = seen.audience
            and e.writer = pg_current_xact_id() and e.former = note_move.former and e.cell = target);
end $$;

-- This moment: what has been committed, and the time.
create function strand.epoch() returns text
    language plpgsql volatile as $$
begin
    return pg_current_snapshot()::text || '@' || (extract(epoch from now()) * 1000000)::bigint;
end $$;

-- This moment, for a requester from whom nothing was taken since an earlier one; null for one from whom something was,
-- which they could see and still cannot see again.
create function strand.epoch_since(earlier text, patients text, classes text, everywhere text,
        readers text[], purposes text[], used_client text) returns text
    language plpgsql volatile security definer set search_path = strand, pg_temp as $$
declare
    seen pg_snapshot := split_part(earlier, '@', 1)::pg_snapshot;
    since timestamptz := 'epoch'::timestamptz + split_part(earlier, '@', 2)::bigint * interval '1 microsecond';
    mine integer[] := strand.audiences_of(readers, purposes, used_client);
    reached text[] := string_to_array(patients, ',');
    everywhere_mask integer := strand.mask(everywhere);
    classes_mask integer := strand.mask(classes);
    lost record;
begin
    -- a moment of another cluster, from which this one was restored
    if pg_snapshot_xmax(seen) > pg_snapshot_xmax(pg_current_snapshot()) then
        return null;
    end if;
    for lost in
        select e.former, e.cell from ended e
            where e.audience = any (mine) and e.writer >= pg_snapshot_xmin(seen)
                and not pg_visible_in_snapshot(e.writer, seen) and e.lapsed > since
        union all
        select e.former, e.cell from ended e
            where e.audience = 0 and e.writer >= pg_snapshot_xmin(seen)
                and not pg_visible_in_snapshot(e.writer, seen) and (1 << (e.former & 31)) & everywhere_mask <> 0
                and not exists (select from withheld w where w.cell = e.former and w.audience = any (mine)
                    and w.starts <= since and since < w.until)
        union all
        select g.cell, g.cell from granted g
            where g.audience = any (mine) and g.until > since and g.until <= now()
                and g.until < '9999-12-31 00:00:00+00' and strand.holds_something(g.cell)
        union all
        select w.cell, w.cell from withheld w
            where w.audience = any (mine) and w.starts > since and w.starts <= now()
                and w.starts > '1970-01-01 00:00:00+00' and strand.holds_something(w.cell)
    loop
        if (1 << (lost.former & 31)) & classes_mask <> 0
            and (patients = '*' or exists (select from cell_group g
                where g.number = lost.former >> 5 and g.patients <@ reached))
            and not exists (select from granted g where g.cell = lost.cell and g.audience = any (mine)
                and g.starts <= now() and now() < g.until)
            and ((1 << (lost.cell & 31)) & everywhere_mask = 0
                or exists (select from withheld w where w.cell = lost.cell and w.audience = any (mine)
                    and w.starts <= now() and now() < w.until))
        then
            return null;
        end if;
    end loop;
    return strand.epoch();
end $$;
