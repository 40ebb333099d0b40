package health.strand.twin;

import java.util.List;

/** Measurements of a patient's scalp, of a few zones. */
final class PanelBodies {

    private static final String OURS = "https://strand.health/fhir/";
    static final List<String> ZONES = List.of("vertex", "frontal", "occipital");

    private final Words words;
    private final Registry registry;
    private final String patient;

    PanelBodies(Words words, Registry registry, String patient) {
        this.words = words;
        this.registry = registry;
        this.patient = patient;
    }

    /** A few of each zone, each with the picture it was taken from. */
    void addTo(Transaction bundle, List<String> encounters) {
        String device = bundle.add(
                "{'resourceType':'Device','patient':{'reference':'%s'},'deviceName':[{'name':'%s','type':'other'}]}"
                        .formatted(patient, words.word()));
        for (String zone : ZONES) {
            for (int i = 0; i < words.below(3); i++) {
                String picture = bundle.add(picture(zone, device, words.one(encounters)));
                bundle.add(panel(zone, device, picture));
            }
        }
    }

    private String picture(String zone, String device, String encounter) {
        return ("{'resourceType':'Media','status':'completed','type':{'coding':[{'system':"
                        + "'http://terminology.hl7.org/CodeSystem/media-type','code':'image'}]},"
                        + "'modality':{'coding':[{'system':'http://dicom.nema.org/resources/ontology/DCM','code':'OT'}]},"
                        + "'bodySite':%s,'subject':{'reference':'%s'},'encounter':{'reference':'%s'},"
                        + "'createdDateTime':'%sT10:00:00Z','operator':{'reference':'%s'},'device':{'reference':'%s'},"
                        + "'height':8,'width':8,'extension':[{'url':'%sStructureDefinition/acquisition','extension':"
                        + "[{'url':'hairPreparation','valueCode':'%s'}]},"
                        + "{'url':'%sStructureDefinition/recognizable-visual-features','valueBoolean':false}],"
                        + "'content':{'contentType':'image/png','title':'%s','_url':{'extension':[{'url':"
                        + "'http://hl7.org/fhir/StructureDefinition/data-absent-reason','valueCode':'unsupported'}]}}%s}")
                .formatted(
                        site(zone),
                        patient,
                        encounter,
                        words.date(),
                        registry.reference("nia"),
                        device,
                        OURS,
                        words.one(List.of("clipped", "unprepared")),
                        OURS,
                        words.word(),
                        Labels.draw(words));
    }

    private String panel(String zone, String device, String picture) {
        int count = 30 + words.below(60);
        return ("{'resourceType':'Observation','status':'final','category':[{'coding':[{'system':"
                        + "'http://terminology.hl7.org/CodeSystem/observation-category','code':'imaging'}]}],"
                        + "'code':%s,'bodySite':%s,'method':%s,'subject':{'reference':'%s'},"
                        + "'effectiveDateTime':'%sT10:00:00Z','performer':[{'reference':'%s'}],"
                        + "'device':{'reference':'%s'},'derivedFrom':[{'reference':'%s'}],"
                        + "'extension':[{'url':'%sStructureDefinition/comparability-key','valueString':"
                        + "'%s/manual-count/TS/1/clipped/-/0.25'},{'url':'%sStructureDefinition/protocol',"
                        + "'valueCanonical':'%sPlanDefinition/scan-clipped'}],'component':[%s,%s,%s]%s}")
                .formatted(
                        coded("trichometry", "trichometry-panel"),
                        site(zone),
                        coded("scan-method", "manual-count"),
                        patient,
                        words.date(),
                        registry.reference("nia"),
                        device,
                        picture,
                        OURS,
                        zone,
                        OURS,
                        OURS,
                        number("analysed-area", "0.25", "cm2"),
                        number("hair-count", String.valueOf(count), "{hairs}"),
                        number("hair-density", String.valueOf(4 * count), "/cm2"),
                        Labels.draw(words));
    }

    static String site(String zone) {
        return coded("scalp-zone", zone);
    }

    private static String coded(String system, String code) {
        return "{'coding':[{'system':'" + OURS + "CodeSystem/" + system + "','code':'" + code + "'}]}";
    }

    private static String number(String metric, String value, String unit) {
        return "{'code':" + coded("trichometry", metric) + ",'valueQuantity':{'value':" + value
                + ",'system':'http://unitsofmeasure.org','code':'" + unit + "'}}";
    }
}
