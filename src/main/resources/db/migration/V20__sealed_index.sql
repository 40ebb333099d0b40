-- The search index holds nothing readable about genetic data (class 7): of codes what the server makes of their hashes with a
-- key, of texts, numbers and addresses nothing (SealedIndex.java). What lies there readable was written before, or moved there
-- in this transaction.
create index strand_plain_tokens on public.hfj_spidx_token (res_id)
    where partition_id & 31 = 7 and (sp_value is not null or sp_system is not null);
create index strand_plain_strings on public.hfj_spidx_string (res_id)
    where partition_id & 31 = 7 and (sp_value_exact is not null or sp_value_normalized is not null);
create index strand_plain_quantities on public.hfj_spidx_quantity (res_id)
    where partition_id & 31 = 7 and (sp_value is not null or sp_units is not null or sp_system is not null);
create index strand_plain_normal_quantities on public.hfj_spidx_quantity_nrml (res_id)
    where partition_id & 31 = 7 and (sp_value is not null or sp_units is not null or sp_system is not null);
create index strand_plain_numbers on public.hfj_spidx_number (res_id) where partition_id & 31 = 7 and sp_value is not null;
create index strand_plain_uris on public.hfj_spidx_uri (res_id) where partition_id & 31 = 7 and sp_uri is not null;

-- The readable tokens of one resource, or some of them all.
create function strand.plain_tokens(wanted bigint, most integer)
    returns table (id bigint, identifier boolean, hash_sys bigint, hash_sys_and_value bigint, hash_value bigint)
    language sql volatile security definer set search_path = public, pg_temp as $$
    select t.sp_id, coalesce(t.sp_name = 'identifier', false), t.hash_sys, t.hash_sys_and_value, t.hash_value
    from hfj_spidx_token t
    where t.partition_id & 31 = 7 and (t.sp_value is not null or t.sp_system is not null)
        and (wanted is null or t.res_id = wanted)
    order by t.res_id limit most for update skip locked
$$;

create function strand.seal_token(wanted bigint, by_system bigint, by_both bigint, by_value bigint) returns void
    language sql volatile security definer set search_path = public, pg_temp as $$
    update hfj_spidx_token t
        set sp_value = null, sp_system = null, hash_sys = by_system, hash_sys_and_value = by_both, hash_value = by_value
        where t.sp_id = wanted and t.partition_id & 31 = 7 and (t.sp_value is not null or t.sp_system is not null)
$$;

-- Takes away what is readable beside tokens, of one resource or of all, and says how much it was.
create function strand.blank_index(wanted bigint) returns integer
    language sql volatile security definer set search_path = public, pg_temp as $$
    with texts as (update hfj_spidx_string i
            set sp_value_exact = null, sp_value_normalized = null, hash_exact = null, hash_norm_prefix = null
            where i.partition_id & 31 = 7 and (i.sp_value_exact is not null or i.sp_value_normalized is not null)
                and (wanted is null or i.res_id = wanted) returning 1),
        quantities as (update hfj_spidx_quantity i set sp_value = null, sp_units = null, sp_system = null,
                hash_identity_and_units = null, hash_identity_sys_units = null
            where i.partition_id & 31 = 7
                and (i.sp_value is not null or i.sp_units is not null or i.sp_system is not null)
                and (wanted is null or i.res_id = wanted) returning 1),
        normal as (update hfj_spidx_quantity_nrml i set sp_value = null, sp_units = null, sp_system = null,
                hash_identity_and_units = null, hash_identity_sys_units = null
            where i.partition_id & 31 = 7
                and (i.sp_value is not null or i.sp_units is not null or i.sp_system is not null)
                and (wanted is null or i.res_id = wanted) returning 1),
        numbers as (update hfj_spidx_number i set sp_value = null
            where i.partition_id & 31 = 7 and i.sp_value is not null
                and (wanted is null or i.res_id = wanted) returning 1),
        addresses as (update hfj_spidx_uri i set sp_uri = null, hash_uri = null
            where i.partition_id & 31 = 7 and i.sp_uri is not null
                and (wanted is null or i.res_id = wanted) returning 1)
    select ((select count(*) from texts) + (select count(*) from quantities) + (select count(*) from normal)
        + (select count(*) from numbers) + (select count(*) from addresses))::integer
$$;
