package health.strand.server;

import java.util.List;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hl7.fhir.r4.model.SearchParameter;

/**
 * Search parameters of R4 that look into the series of an imaging study. They would find a study by a series or an instance
 * that is not there for whoever asks, so they are not offered and nothing is kept for them.
 *
 * @see <a href="https://hl7.org/fhir/R4/imagingstudy.html#search">ImagingStudy, search parameters</a>
 */
final class TellingSearches {

    private TellingSearches() {}

    /** The parameters, retired, so that they take the place of those that HAPI brings. */
    static List<SearchParameter> retired() {
        return List.of(
                retired("bodysite", SearchParamType.TOKEN, "ImagingStudy.series.bodySite"),
                retired("dicom-class", SearchParamType.TOKEN, "ImagingStudy.series.instance.sopClass"),
                retired("endpoint", SearchParamType.REFERENCE, "ImagingStudy.endpoint | ImagingStudy.series.endpoint"),
                retired("instance", SearchParamType.TOKEN, "ImagingStudy.series.instance.uid"),
                retired("modality", SearchParamType.TOKEN, "ImagingStudy.series.modality"),
                retired("performer", SearchParamType.REFERENCE, "ImagingStudy.series.performer.actor"),
                retired("series", SearchParamType.TOKEN, "ImagingStudy.series.uid"));
    }

    private static SearchParameter retired(String code, SearchParamType type, String expression) {
        SearchParameter parameter = new SearchParameter()
                .setUrl("http://hl7.org/fhir/SearchParameter/ImagingStudy-" + code)
                .setName(code)
                .setStatus(PublicationStatus.RETIRED)
                .setCode(code)
                .setType(type)
                .setExpression(expression)
                .setDescription(code);
        parameter.addBase("ImagingStudy");
        parameter.setId("SearchParameter/ImagingStudy-" + code);
        return parameter;
    }
}
