-- Who was shown or did what: one row for each patient and interaction, added to and never changed. The text is what counts;
-- the other columns are what entries are looked for by, and say the same. Ids only, never content.
create table strand.audit_event (
    id uuid primary key,
    recorded timestamptz not null,
    txid xid8 not null default pg_current_xact_id(),
    patient text,
    interaction text not null,
    action text not null,
    outcome text not null,
    person text,
    client text,
    data text,
    event text not null
);

create index audit_event_by_patient on strand.audit_event (patient, recorded desc, id desc) where patient is not null;
create index audit_event_by_time on strand.audit_event (recorded desc, id desc);
create index audit_event_by_transaction on strand.audit_event (txid, id);

-- Nobody changes an entry, and nobody takes one away but a member of the role for retention, where the cluster has one. A
-- superuser is a member of every role.
create function strand.keep_audit() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'DELETE' and exists (select from pg_roles r
            where r.rolname = 'strand_retention' and pg_has_role(current_user, r.oid, 'member')) then
        return old;
    end if;
    raise insufficient_privilege using message = 'the audit trail is added to and never changed';
end $$;

create trigger audit_event_kept before update or delete on strand.audit_event
    for each row execute function strand.keep_audit();
create trigger audit_event_kept_whole before truncate on strand.audit_event
    for each statement execute function strand.keep_audit();

-- Whom some resources are about, whoever asks, and whether they are kept; nothing but the reference for one that never was.
create function strand.whereabouts(types text[], ids text[])
    returns table (type text, id text, patients text[], kept boolean)
    language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
    return query
    select w.type, w.id, g.patients, r.res_id is not null and r.res_deleted_at is null
    from unnest(types, ids) w(type, id)
    left join hfj_resource r on r.res_type = w.type and r.fhir_id = w.id
    left join strand.cell_group g on g.number = r.partition_id >> 5;
end $$;
