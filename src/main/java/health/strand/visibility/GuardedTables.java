package health.strand.visibility;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Every table of HAPI's schema, sorted by how the request role may touch it. A test compares this with the live schema,
 * so an upgrade of HAPI that adds a table turns the build red until somebody has decided about it.
 */
public final class GuardedTables {

    /** Rows of resources, keyed by {@code res_id}; under the row-level-security policy. */
    static final List<String> BY_RESOURCE = List.of(
            "hfj_resource",
            "hfj_res_ver",
            "hfj_res_tag",
            "hfj_history_tag",
            "hfj_res_param_present",
            "hfj_res_search_url",
            "hfj_spidx_coords",
            "hfj_spidx_date",
            "hfj_spidx_number",
            "hfj_spidx_quantity",
            "hfj_spidx_quantity_nrml",
            "hfj_spidx_string",
            "hfj_spidx_token",
            "hfj_spidx_uri",
            "hfj_idx_cmb_tok_nu",
            "hfj_idx_cmp_string_uniq");

    /** Rows of resources keyed in another way; under the same policy. */
    static final List<String> OTHERWISE_KEYED = List.of("hfj_res_link", "hfj_res_ver_prov");

    /** Tables without patient data that a request needs, each with the reason why it needs no policy. */
    static final Map<String, String> SHARED = Map.ofEntries(
            Map.entry("hfj_tag_def", "definitions of tags and labels; which resource bears one is hfj_res_tag"),
            Map.entry("hfj_resource_type", "names of resource types"),
            Map.entry("hfj_spidx_identity", "names of search parameters"),
            Map.entry("hfj_revinfo", "revision counter of a feature that is off"),
            Map.entry("npm_package", "conformance packages"),
            Map.entry("npm_package_ver", "conformance packages"),
            Map.entry("npm_package_ver_res", "conformance packages"),
            Map.entry("trm_codesystem", "terminology"),
            Map.entry("trm_codesystem_ver", "terminology"),
            Map.entry("trm_concept", "terminology"),
            Map.entry("trm_concept_desig", "terminology"),
            Map.entry("trm_concept_map", "terminology"),
            Map.entry("trm_concept_map_group", "terminology"),
            Map.entry("trm_concept_map_grp_element", "terminology"),
            Map.entry("trm_concept_map_grp_elm_tgt", "terminology"),
            Map.entry("trm_concept_pc_link", "terminology"),
            Map.entry("trm_concept_property", "terminology"),
            Map.entry("trm_valueset", "terminology"),
            Map.entry("trm_valueset_c_designation", "terminology"),
            Map.entry("trm_valueset_concept", "terminology"));

    /** Tables the request role may not touch at all: features that are off, or that would keep data outside the policy. */
    static final Map<String, String> FORBIDDEN = Map.ofEntries(
            Map.entry("hfj_search", "stored searches keep what people typed; there are none"),
            Map.entry("hfj_search_include", "stored searches"),
            Map.entry("hfj_search_result", "stored searches"),
            Map.entry("hfj_binary_storage_blob", "bodies outside the policy; binaries stay in their resource"),
            Map.entry("hfj_blk_export_colfile", "bulk export is not offered"),
            Map.entry("hfj_blk_export_collection", "bulk export is not offered"),
            Map.entry("hfj_blk_export_job", "bulk export is not offered"),
            Map.entry("hfj_blk_import_job", "bulk import is not offered"),
            Map.entry("hfj_blk_import_jobfile", "bulk import is not offered"),
            Map.entry("hfj_forced_id", "legacy"),
            Map.entry("hfj_partition", "partitions are unnamed"),
            Map.entry("hfj_res_identifier_pt_uniq", "identifiers of patients outside the policy"),
            Map.entry("hfj_res_reindex_job", "reindexing is not offered"),
            Map.entry("hfj_res_system", "identifier systems of a feature that is off"),
            Map.entry("hfj_resource_modified", "queue of a feature that is off"),
            Map.entry("hfj_subscription_stats", "subscriptions are not offered"),
            Map.entry("bt2_job_instance", "batch jobs are not offered"),
            Map.entry("bt2_work_chunk", "batch jobs are not offered"),
            Map.entry("mpi_link", "patient matching is not offered"),
            Map.entry("mpi_link_aud", "patient matching is not offered"),
            Map.entry("FLY_HFJ_MIGRATION", "the owner's record of migrations"));

    private GuardedTables() {}

    static List<String> guarded() {
        return Stream.concat(BY_RESOURCE.stream(), OTHERWISE_KEYED.stream()).toList();
    }

    /** All table names this class has decided about, with the decision. */
    static Map<String, String> decided() {
        Map<String, String> all = new TreeMap<>();
        guarded().forEach(table -> all.put(table, "under the policy"));
        all.putAll(SHARED);
        all.putAll(FORBIDDEN);
        return all;
    }
}
