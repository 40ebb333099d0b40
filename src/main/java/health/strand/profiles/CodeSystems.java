package health.strand.profiles;

/** The URLs of the code and identifier systems used in the record. */
public final class CodeSystems {

    public static final String CLINIC_ROLE = Canonical.CODE_SYSTEM + "clinic-role";
    public static final String TRICHOMETRY = Canonical.CODE_SYSTEM + "trichometry";
    public static final String SCAN_METHOD = Canonical.CODE_SYSTEM + "scan-method";
    public static final String SCALP_ZONE = Canonical.CODE_SYSTEM + "scalp-zone";
    public static final String PHOTO_VIEW = Canonical.CODE_SYSTEM + "photo-view";
    public static final String PATTERN_SCALE = Canonical.CODE_SYSTEM + "pattern-scale";
    public static final String NORWOOD_HAMILTON = Canonical.CODE_SYSTEM + "norwood-hamilton";
    public static final String BASP_BASIC = Canonical.CODE_SYSTEM + "basp-basic";
    public static final String BASP_SPECIFIC = Canonical.CODE_SYSTEM + "basp-specific";
    public static final String LUDWIG = Canonical.CODE_SYSTEM + "ludwig";
    public static final String SINCLAIR = Canonical.CODE_SYSTEM + "sinclair";
    public static final String HAIR_TECHNIQUE = Canonical.CODE_SYSTEM + "hair-technique";
    public static final String GRAFT_COMPONENT = Canonical.CODE_SYSTEM + "graft-component";
    public static final String TREATMENT_KIND = Canonical.CODE_SYSTEM + "treatment-kind";
    public static final String TRICHOSCOPY_FINDING = Canonical.CODE_SYSTEM + "trichoscopy-finding";
    public static final String CONSENT_KIND = Canonical.CODE_SYSTEM + "consent-kind";
    public static final String CHARGE = Canonical.CODE_SYSTEM + "charge";
    public static final String HAIR_LOSS = Canonical.CODE_SYSTEM + "hair-loss";
    public static final String SIDE_EFFECT = Canonical.CODE_SYSTEM + "side-effect";
    public static final String DEVICE_KIND = Canonical.CODE_SYSTEM + "device-kind";
    public static final String CAPTURE_CONDITION = Canonical.CODE_SYSTEM + "capture-condition";
    public static final String MARKER_PANEL = Canonical.CODE_SYSTEM + "marker-panel";
    public static final String IMPLICATION_KIND = Canonical.CODE_SYSTEM + "implication-kind";
    public static final String DOCUMENT_KIND = Canonical.CODE_SYSTEM + "document-kind";
    public static final String TASK_KIND = Canonical.CODE_SYSTEM + "task-kind";
    public static final String NOTICE_KIND = Canonical.CODE_SYSTEM + "notice-kind";
    public static final String EMERGENCY_REASON = Canonical.CODE_SYSTEM + "emergency-reason";
    public static final String CASE_REASON = Canonical.CODE_SYSTEM + "case-reason";
    public static final String EMERGENCY_REVIEW = Canonical.CODE_SYSTEM + "emergency-review";
    public static final String SHARING_CLASS = Canonical.CODE_SYSTEM + "sharing-class";
    public static final String OBSERVATION_PURPOSE = Canonical.CODE_SYSTEM + "observation-purpose";
    public static final String LABEL = Canonical.CODE_SYSTEM + "label";
    public static final String TAG = Canonical.CODE_SYSTEM + "tag";

    public static final String SNOMED = "http://snomed.info/sct";
    public static final String LOINC = "http://loinc.org";
    public static final String UCUM = "http://unitsofmeasure.org";
    public static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    /** The system of identifiers that are UIDs of DICOM. */
    public static final String DICOM_UID = "urn:dicom:uid";

    public static final String ATC = "http://www.whocc.no/atc";
    public static final String ICD10 = "http://hl7.org/fhir/sid/icd-10";
    public static final String HGNC = "http://www.genenames.org/geneId";
    public static final String DBSNP = "http://www.ncbi.nlm.nih.gov/projects/SNP";
    public static final String NCI_THESAURUS = "http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl";
    public static final String CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
    public static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    public static final String ACT_REASON = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
    public static final String ROLE_CODE = "http://terminology.hl7.org/CodeSystem/v3-RoleCode";
    public static final String SMART = "http://hl7.org/fhir/smart-app-launch/CodeSystem/smart-codes";
    public static final String PARTICIPATION = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";

    /** Identifiers of the synthetic clinic; never used for real people. */
    public static final String DEMO_IDENTIFIER = "urn:strand:demo";
    /** The system by which a Device or a reference stands for an app: the value is the OAuth client id. */
    public static final String CLIENT_ID = "https://strand.health/fhir/sid/client-id";
    /** The number a clinic gives a patient. */
    public static final String CLINIC_NUMBER = "urn:strand:clinic-number";

    private CodeSystems() {}
}
