package health.strand.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client takes is read from its header. */
class AcceptedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~|true|true",
                "*/*|true|true",
                "application/dicom|true|false",
                "application/*|true|false",
                "multipart/related|false|true",
                "multipart/related; type=\"application/dicom\"|false|true",
                "multipart/related; type=application/dicom; transfer-syntax=*|false|true",
                "Multipart/Related; type=\"*/*\"|false|true",
                "multipart/related; type=\"image/jpeg\"|false|false",
                "multipart/related; type=\"image/jpeg\", multipart/related; type=\"application/dicom\"|false|true",
                "application/dicom;q=0|false|false",
                "application/dicom;q=0.5, text/html|true|false",
                "application/dicom+json|false|false"
            })
    void takesWhatIsNamed(String header, boolean one, boolean parts) {
        Accepted accepted = new Accepted(header == null ? "" : header);

        assertThat(accepted.takes("application/dicom")).isEqualTo(one);
        assertThat(accepted.takesParts("application/dicom")).isEqualTo(parts);
    }
}
