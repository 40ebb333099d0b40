package health.strand.profiles;

/** LOINC codes for a reported variant, the same ones the HL7 Genomics Reporting guide uses. */
public final class GenomicsCodes {

    public static final String VARIANT = "69548-6";
    public static final String GENOTYPE = "84413-4";
    public static final String GENE_STUDIED = "48018-6";
    public static final String VARIATION_CODE = "81252-9";
    public static final String ALLELIC_STATE = "53034-5";
    public static final String SOURCE_CLASS = "48002-0";
    public static final String REPORT = "51969-4";

    public static final String PRESENT = "LA9633-4";
    public static final String ABSENT = "LA9634-2";
    public static final String HETEROZYGOUS = "LA6706-1";
    public static final String HOMOZYGOUS = "LA6705-3";
    public static final String HEMIZYGOUS = "LA6707-9";
    public static final String GERMLINE = "LA6683-2";
    public static final String PCR = "LA26418-6";

    private GenomicsCodes() {}
}
