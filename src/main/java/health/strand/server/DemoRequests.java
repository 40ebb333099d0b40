package health.strand.server;

import java.util.List;

/** The requests a newcomer is shown, with their answers; a test runs them as the README has them. */
record DemoRequests(String command, String answer) {

    private static final String TREND = "/Observation/$trichometry-trend?zone=vertex&metric=hair-density&_format=html";

    static List<DemoRequests> of(int port) {
        String option = port == 8080 ? "" : " --port " + port;
        String base = "http://127.0.0.1:" + port + "/fhir";
        return List.of(
                new DemoRequests(
                        curl("sora", option, base + "/Media?_summary=count"),
                        "HTTP 200, the number of scans of the patients she treats"),
                new DemoRequests(
                        curl("mia", option, base + "/Media?_summary=count"),
                        "HTTP 200 and 0: marketing sees no scan, and copies only of pictures a patient has chosen"),
                new DemoRequests(
                        curl("ana", option, base + "/Patient?_elements=name"),
                        "HTTP 200, one patient, Ana Ruiz herself: for her, nobody else's record exists"),
                new DemoRequests(
                        curl("ana", option, base + TREND).replace("curl -s", "curl -s -o .strand/hair.html"),
                        "HTTP 200; .strand/hair.html shows Ana's hair density of 24 months as a curve"));
    }

    private static String curl(String persona, String option, String url) {
        return "curl -s -w '%{http_code}\\n' -H \"Authorization: Bearer $(./strand token " + persona + option + ")\" '"
                + url + "'";
    }
}
