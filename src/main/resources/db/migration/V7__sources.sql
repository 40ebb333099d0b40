-- From what resources were made, in any of their versions: they bear what that bears, also when it is labelled later.
create table strand.source (
    derivative text not null,
    source text not null,
    heritage text not null,
    primary key (derivative, source)
);

create index source_by_source on strand.source (source);

-- A stored resource and the labels it bears, whoever asks. Until the transaction ends nobody else changes it: whoever makes
-- something of it takes its labels as they are, and whoever raises them later finds what was made.
create function strand.labelled(wanted_type text, wanted_id text,
        out resource bigint, out cell integer, out updated timestamptz, out labels text[])
    language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
    select r.res_id, r.partition_id, r.res_updated into resource, cell, updated
        from hfj_resource r where r.res_type = wanted_type and r.fhir_id = wanted_id for share;
    -- tags of type 2 are security labels
    labels := array(select d.tag_system || '|' || d.tag_code from hfj_res_tag t join hfj_tag_def d on d.tag_id = t.tag_id
        where t.res_id = resource and d.tag_type = 2 and d.tag_system <> '');
end $$;

-- The last text of a stored resource, be it deleted by now.
create function strand.last_text(wanted bigint) returns text
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return (select v.res_text_vc from hfj_res_ver v
        where v.res_id = wanted and v.res_text_vc <> '' order by v.res_ver desc limit 1);
end $$;

-- Puts labels on the present version of a resource, each system|code, in the place of lower confidentialities.
create function strand.bear(wanted bigint, added text[], lower_ones text[]) returns void
    language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
    label text;
    label_system text;
    label_code text;
    tag bigint;
begin
    foreach label in array added loop
        label_system := split_part(label, '|', 1);
        label_code := split_part(label, '|', 2);
        select d.tag_id into tag from hfj_tag_def d
            where d.tag_type = 2 and d.tag_system = label_system and d.tag_code = label_code order by d.tag_id limit 1;
        if tag is null then
            insert into hfj_tag_def (tag_id, tag_type, tag_system, tag_code)
                values (nextval('seq_tagdef_id'), 2, label_system, label_code) returning tag_id into tag;
        end if;
        insert into hfj_res_tag (pid, tag_id, res_id, res_type, res_type_id, partition_id, partition_date)
            select nextval('seq_restag_id'), tag, r.res_id, r.res_type, r.res_type_id, r.partition_id, r.partition_date
            from hfj_resource r where r.res_id = wanted
                and not exists (select from hfj_res_tag t where t.res_id = r.res_id and t.tag_id = tag);
        insert into hfj_history_tag (pid, tag_id, res_ver_pid, res_id, res_type, res_type_id, partition_id, partition_date)
            select nextval('seq_historytag_id'), tag, v.pid, r.res_id, r.res_type, r.res_type_id, r.partition_id,
                r.partition_date
            from hfj_resource r join hfj_res_ver v on v.res_id = r.res_id and v.res_ver = r.res_ver
            where r.res_id = wanted
                and not exists (select from hfj_history_tag t where t.res_ver_pid = v.pid and t.tag_id = tag);
    end loop;
    delete from hfj_res_tag t using hfj_tag_def d
        where t.res_id = wanted and d.tag_id = t.tag_id and d.tag_type = 2
            and d.tag_system = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality'
            and d.tag_code = any (lower_ones);
    delete from hfj_history_tag t using hfj_tag_def d, hfj_resource r, hfj_res_ver v
        where r.res_id = wanted and v.res_id = r.res_id and v.res_ver = r.res_ver and t.res_ver_pid = v.pid
            and d.tag_id = t.tag_id and d.tag_type = 2
            and d.tag_system = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality'
            and d.tag_code = any (lower_ones);
end $$;
