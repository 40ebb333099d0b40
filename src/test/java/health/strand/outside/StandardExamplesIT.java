package health.strand.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.strand.server.RunningStrand;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The R4 examples of the standard, posted one by one; every refusal stands in a table with its reason. */
class StandardExamplesIT {

    private static final Path TABLE = Path.of("src", "test", "resources", "outside", "standard-examples.csv");
    private static final Path FOUND = Path.of("target", "standard-examples.csv");
    private static final RunningStrand STRAND = RunningStrand.get();

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void takesEveryExampleOrRefusesItForTheStatedReason() throws IOException {
        List<String> rows = new ArrayList<>();
        rows.add("# example,status,reason");
        for (Resource example : examples()) {
            String body = example.getContentAsString(StandardCharsets.UTF_8);
            JsonNode resource = json.readTree(body);
            if (resource.has("resourceType")) {
                HttpResponse<String> answer = STRAND.post(
                        STRAND.token("loader"), resource.get("resourceType").asText(), body);
                rows.add(example.getFilename() + "," + answer.statusCode() + "," + reason(answer));
            }
        }
        Files.write(FOUND, rows);

        assertThat(rows).hasSizeGreaterThan(50);
        assertThat(FOUND).hasSameTextualContentAs(TABLE);
    }

    private static List<Resource> examples() throws IOException {
        return Arrays.stream(new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:org/hl7/fhir/testcases/r4/examples/*.json"))
                .sorted(Comparator.comparing(resource -> String.valueOf(resource.getFilename())))
                .toList();
    }

    /** What the answer says, without the lists of what would have been known. */
    private String reason(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() == 201) {
            return "";
        }
        String text = json.readTree(answer.body()).at("/issue/0/diagnostics").asText();
        if (text.startsWith("Unknown resource type")) {
            return "this type is not served";
        }
        if (text.contains("not found, specified in path")) {
            return "it refers to a resource that is not in the set";
        }
        return text.replace(',', ';').replace('\n', ' ');
    }
}
