package health.strand.server;

import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings.StoreMetaSourceInformationEnum;
import ca.uhn.fhir.jpa.api.model.HistoryCountModeEnum;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import ca.uhn.fhir.jpa.model.entity.StorageSettings.IndexEnabledEnum;
import ca.uhn.fhir.rest.api.SearchTotalModeEnum;
import java.util.Set;

/** What of HAPI's storage is on and off, and why. */
final class StorageSettings {

    static final int MOST_RESULTS_IN_A_TRANSACTION = 1_000;

    private StorageSettings() {}

    /** @param base the address of the FHIR endpoint */
    static JpaStorageSettings create(String base) {
        JpaStorageSettings settings = new JpaStorageSettings();
        // ids tell nothing about how much is stored, and nobody can aim at a hidden one
        settings.setResourceServerIdStrategy(JpaStorageSettings.IdStrategyEnum.UUID);
        settings.setResourceClientIdStrategy(JpaStorageSettings.ClientIdStrategyEnum.NOT_ALLOWED);
        // results belong to one requester at one time; none are stored or reused
        settings.setReuseCachedSearchResultsForMillis(null);
        settings.setFetchSizeDefaultMaximum(10_000);
        settings.setDefaultTotalMode(SearchTotalModeEnum.ACCURATE);
        settings.setHistoryCountMode(HistoryCountModeEnum.COUNT_ACCURATE);
        // what was sent is what is read: HAPI would append the request's id
        settings.setStoreMetaSourceInformation(StoreMetaSourceInformationEnum.SOURCE_URI);
        settings.setMatchUrlCacheEnabled(false);
        settings.setMaximumSearchResultCountInTransaction(MOST_RESULTS_IN_A_TRANSACTION);
        // the reads of a batch one after the other: many at once would take every connection there is
        settings.setBundleBatchPoolSize(1);
        settings.setEnforceReferentialIntegrityOnWrite(true);
        settings.setEnforceReferentialIntegrityOnDelete(true);
        settings.setAutoCreatePlaceholderReferenceTargets(false);
        settings.setAllowExternalReferences(true);
        // a reference with our own address is one into this record, and held to the same rules
        settings.setTreatBaseUrlsAsLocal(Set.of(base));
        settings.setAllowMultipleDelete(false);
        settings.setExpungeEnabled(false);
        settings.setDeleteExpungeEnabled(false);
        settings.setAdvancedHSearchIndexing(false);
        settings.setIndexMissingFields(IndexEnabledEnum.DISABLED);
        settings.setSchedulingDisabled(true);
        return settings;
    }

    /** HAPI's partition number is the cell of a resource; cells of the patients in one request may differ. */
    static PartitionSettings cells() {
        PartitionSettings settings = new PartitionSettings();
        settings.setPartitioningEnabled(true);
        settings.setUnnamedPartitionMode(true);
        settings.setIncludePartitionInSearchHashes(false);
        // a match URL is guarded inside its cell; across cells the guard would tell of hidden records
        settings.setConditionalCreateDuplicateIdentifiersEnabled(true);
        settings.setAllowReferencesAcrossPartitions(PartitionSettings.CrossPartitionReferenceMode.ALLOWED_UNQUALIFIED);
        return settings;
    }
}
