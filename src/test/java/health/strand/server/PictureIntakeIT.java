package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.fasterxml.jackson.databind.JsonNode;
import health.strand.imaging.OnePixel;
import health.strand.publication.MarkedPictures;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** By whatever way a picture comes in, it is what it says, and what its camera wrote into it stays outside. */
class PictureIntakeIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final String WORD = "CANARYintake";
    private static final byte[] JPEG = MarkedPictures.jpeg(WORD, 6, 64, 48);
    private static final byte[] CUT = java.util.Arrays.copyOf(JPEG, JPEG.length / 2);

    private final String loader = STRAND.token("loader");
    private final List<String> stored = new ArrayList<>();
    private final String patient = create("{'resourceType':'Patient','name':[{'family':'Intake'}]}");

    @AfterEach
    void removeAll() {
        for (int each = stored.size() - 1; each >= 0; each--) {
            STRAND.delete(loader, stored.get(each));
        }
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private String create(String body) {
        String type = body.replaceFirst("\\{'resourceType':'([A-Za-z]+)'.*", "$1");
        HttpResponse<String> answer = STRAND.post(loader, type, json(body));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return keep(answer);
    }

    private String keep(HttpResponse<String> answer) {
        String path = answer.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst(".*/([A-Za-z]+/[^/]+)/_history/.*", "$1");
        stored.add(path);
        return path;
    }

    private String binary(byte[] file) {
        return "{'resourceType':'Binary','contentType':'image/jpeg','securityContext':{'reference':'" + patient
                + "'},'data':'" + base64(file) + "'}";
    }

    private String media(byte[] file) {
        return "{'resourceType':'Media','status':'completed','subject':{'reference':'" + patient
                + "'},'content':{'contentType':'image/jpeg','data':'" + base64(file) + "'}}";
    }

    private String document(byte[] file) {
        return "{'resourceType':'DocumentReference','status':'current','subject':{'reference':'" + patient
                + "'},'content':[{'attachment':{'contentType':'image/jpeg','data':'" + base64(file) + "'}}]}";
    }

    private String person(byte[] file) {
        return "{'resourceType':'Patient','name':[{'family':'Intake'}],'photo':[{'contentType':'image/jpeg','data':'"
                + base64(file) + "'}]}";
    }

    private static String base64(byte[] file) {
        return Base64.getEncoder().encodeToString(file);
    }

    /** A way on which a picture is sent; it gives what the server answers to it. */
    private enum Way {
        BINARY,
        RAW,
        MEDIA,
        DOCUMENT,
        PHOTO,
        UPDATE,
        RAW_UPDATE,
        PATCH,
        TRANSACTION,
        BATCH
    }

    private HttpResponse<String> send(Way way, byte[] file) {
        return switch (way) {
            case BINARY -> STRAND.post(loader, "Binary", json(binary(file)));
            case RAW -> STRAND.send(raw("Binary").POST(BodyPublishers.ofByteArray(file)));
            case MEDIA -> STRAND.post(loader, "Media", json(media(file)));
            case DOCUMENT -> STRAND.post(loader, "DocumentReference", json(document(file)));
            case PHOTO -> STRAND.post(loader, "Patient", json(person(file)));
            case UPDATE -> STRAND.put(loader, pixel(), withId(binary(file)));
            case RAW_UPDATE -> STRAND.send(raw(pixel()).PUT(BodyPublishers.ofByteArray(file)));
            case PATCH -> patch(pixel(), file);
            case TRANSACTION -> STRAND.post(loader, "", Records.bundle("transaction", json(binary(file))));
            case BATCH -> STRAND.post(loader, "", Records.bundle("batch", json(binary(file))));
        };
    }

    private java.net.http.HttpRequest.Builder raw(String path) {
        return STRAND.request(loader, path).header("Content-Type", "image/jpeg").header("X-Security-Context", patient);
    }

    /** A picture in which there is nothing to remove. */
    private String pixel() {
        return create("{'resourceType':'Binary','contentType':'image/png','securityContext':{'reference':'" + patient
                + "'},'data':'" + OnePixel.PNG + "'}");
    }

    private String withId(String body) {
        String id = stored.get(stored.size() - 1).replaceFirst(".*/", "");
        return json(body.replaceFirst("\\{", "{'id':'" + id + "',"));
    }

    private HttpResponse<String> patch(String path, byte[] file) {
        String change = "[{'op':'replace','path':'/data','value':'" + base64(file)
                + "'},{'op':'replace','path':'/contentType','value':'image/jpeg'}]";
        return STRAND.send(STRAND.request(loader, path)
                .header("Content-Type", "application/json-patch+json")
                .method("PATCH", BodyPublishers.ofString(json(change))));
    }

    private String pathIn(Way way, HttpResponse<String> answer) {
        if (way == Way.TRANSACTION || way == Way.BATCH) {
            String path = Answers.json(answer)
                    .at("/entry/0/response/location")
                    .asText()
                    .replaceFirst("/_history/.*", "");
            stored.add(path);
            return path;
        }
        return way == Way.UPDATE || way == Way.RAW_UPDATE || way == Way.PATCH
                ? stored.get(stored.size() - 1)
                : keep(answer);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void isStoredWithoutWhatACameraWroteAndWithARecordOfThat(Way way) throws Exception {
        HttpResponse<String> answer = send(way, JPEG);
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        String path = pathIn(way, answer);

        JsonNode read = Answers.json(STRAND.send(STRAND.request(loader, path)
                .header("Accept", "application/fhir+json")
                .GET()));
        byte[] file = Base64.getDecoder().decode(read.findValue("data").asText());
        assertThat(MarkedPictures.holds(file, WORD)).isFalse();
        Metadata left = ImageMetadataReader.readMetadata(new ByteArrayInputStream(file));
        ExifIFD0Directory camera = left.getFirstDirectoryOfType(ExifIFD0Directory.class);
        assertThat(camera.getInt(ExifIFD0Directory.TAG_ORIENTATION)).isEqualTo(6);
        assertThat(camera.getTagCount()).isEqualTo(1);

        JsonNode said = Answers.json(STRAND.get(loader, "Provenance?target=" + path));
        assertThat(said.path("total").asInt()).as(said.toString()).isEqualTo(1);
        JsonNode record = said.at("/entry/0/resource");
        stored.add("Provenance/" + record.path("id").asText());
        assertThat(record.at("/activity/coding/0/code").asText()).isEqualTo("DEID");
        assertThat(record.at("/agent/0/who/display").asText()).isEqualTo("the record server");
        assertThat(record.path("entity").findValuesAsText("display"))
                .containsExactlyInAnyOrder(
                        "camera data (EXIF)",
                        "position (GPS)",
                        "editing data (XMP)",
                        "comment",
                        "bytes behind the picture");
        assertThat(record.toString()).doesNotContain(WORD);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void isRefusedWhenAPartIsMissing(Way way) {
        HttpResponse<String> answer = send(way, CUT);
        JsonNode outcome = Answers.json(answer);
        if (way == Way.BATCH) {
            assertThat(outcome.at("/entry/0/response/status").asText()).startsWith("422");
            outcome = outcome.at("/entry/0/response/outcome");
        } else {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        }
        assertThat(outcome.path("issue")).hasSize(1);
        JsonNode issue = outcome.at("/issue/0");
        assertThat(issue.path("diagnostics").asText()).isEqualTo("the picture is damaged or not all of it is there");
        assertThat(issue.at("/expression/0").asText()).endsWith(".data");
        assertThat(answer.body()).doesNotContain(WORD);
    }

    /** The record of it is as closed as the picture. */
    @Test
    void isSaidToNobodyWhoMayNotSeeThePicture() {
        String picture = create(binary(JPEG));
        String search = "Provenance?target=" + picture;
        for (String who : List.of("ito", "dara", "mia", "rex")) {
            HttpResponse<String> answer = STRAND.get(STRAND.token(who), search);
            assertThat(answer.statusCode()).as(who).isEqualTo(200);
            assertThat(Answers.json(answer).path("total").isInt()).as(who).isTrue();
            assertThat(Answers.json(answer).path("total").asInt()).as(who).isZero();
        }
        HttpResponse<String> answer = STRAND.get(STRAND.tokenOfPatient(patient), search);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode found = Answers.json(answer);
        assertThat(found.path("total").asInt()).as(found.toString()).isEqualTo(1);
    }

    /** A device that may only send is told nothing, and what it sent is recorded all the same. */
    @Test
    void isRecordedForWhoeverMayNotReadWhatTheySend() {
        String device = STRAND.token("loader", "system/*.cud");
        HttpResponse<String> answer = STRAND.post(device, "Binary", json(binary(JPEG)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String path = keep(answer);
        JsonNode said = Answers.json(STRAND.get(loader, "Provenance?target=" + path));
        assertThat(said.path("total").asInt()).as(said.toString()).isEqualTo(1);
    }

    @Test
    void isToldOfRightlyByWhatComesWithIt() throws Exception {
        String hash = base64(java.security.MessageDigest.getInstance("SHA-1").digest(JPEG));
        String bundle = "{'resourceType':'Bundle','type':'transaction','entry':[{'fullUrl':"
                + "'urn:uuid:5d3a6e0c-6f0e-4c53-8a3c-1f6e4a3b2c1d','resource':" + binary(JPEG)
                + ",'request':{'method':'POST','url':'Binary'}},{'resource':{'resourceType':'Media','status':'completed',"
                + "'subject':{'reference':'" + patient + "'},'content':{'contentType':'image/jpeg','size':"
                + JPEG.length
                + ",'hash':'" + hash + "','url':'urn:uuid:5d3a6e0c-6f0e-4c53-8a3c-1f6e4a3b2c1d'}},"
                + "'request':{'method':'POST','url':'Media'}}]}";
        HttpResponse<String> answer = STRAND.post(loader, "", json(bundle));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        for (String each : Answers.json(answer).findValuesAsText("location")) {
            stored.add(each.replaceFirst("/_history/.*", ""));
        }
        String media = stored.get(stored.size() - 1);
        byte[] file = Base64.getDecoder()
                .decode(Answers.json(STRAND.send(STRAND.request(loader, stored.get(stored.size() - 2))
                                .header("Accept", "application/fhir+json")
                                .GET()))
                        .path("data")
                        .asText());
        JsonNode content = Answers.json(STRAND.get(loader, media)).path("content");
        assertThat(content.path("size").asInt()).isEqualTo(file.length);
        assertThat(content.path("hash").asText())
                .isEqualTo(
                        base64(java.security.MessageDigest.getInstance("SHA-1").digest(file)));
        assertThat(Objects.requireNonNull(content.get("url")).asText()).isEqualTo(stored.get(stored.size() - 2));
    }
}
