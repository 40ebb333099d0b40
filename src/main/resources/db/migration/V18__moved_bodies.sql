-- The bodies of what this transaction moved to another cell are encrypted anew in it, for the patients of that cell. Both
-- functions reach only rows that the transaction has written itself, and move_to_cell says who may move what.
create function strand.moved_bodies(resource bigint) returns table (pid bigint, body text)
    language sql volatile security definer set search_path = public, pg_temp as $$
    select v.pid, strand.named_body(v) from hfj_res_ver v
    where v.res_id = resource and left(v.res_text_vc, 1) = '~' and v.xmin = pg_current_xact_id()::xid
    order by v.pid
$$;

-- Puts a body as it is encrypted anew in its place, and says whether it did.
create function strand.seal_anew(wanted bigint, sealed text) returns boolean
    language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
    update hfj_res_ver set res_text_vc = sealed
        where pid = wanted and left(res_text_vc, 1) = '~' and left(sealed, 1) = '~'
          and xmin = pg_current_xact_id()::xid;
    return found;
end $$;

-- It says now where the resource lay; the repeatable migration makes it again.
drop function if exists strand.move_to_cell(bigint, integer);
