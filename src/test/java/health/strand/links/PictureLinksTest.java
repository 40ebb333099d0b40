package health.strand.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** L46: what a link stands for can be neither read nor changed. */
class PictureLinksTest {

    private static final byte[] KEY = new byte[32];
    private static final PictureLink LINK = new PictureLink(
            "Media/m/$rendered?width=320",
            Instant.parse("2026-11-02T10:01:00Z"),
            Map.of("sub", "sora", "azp", "app", "iat", 1_793_613_600, "purpose_of_use", List.of("TREAT")));

    private final PictureLinks links = new PictureLinks(KEY);

    @Test
    void openOnEveryServerWithTheKey() {
        assertThat(new PictureLinks(KEY.clone()).open(links.seal(LINK))).contains(LINK);
    }

    @Test
    void stayShutUnderAnotherKey() {
        byte[] other = KEY.clone();
        other[31] = 1;
        assertThat(new PictureLinks(other).open(links.seal(LINK))).isEmpty();
    }

    @Test
    void stayShutWhenAnyBitIsChanged() {
        byte[] token = Base64.getUrlDecoder().decode(links.seal(LINK));
        for (int i = 0; i < token.length; i++) {
            byte[] changed = token.clone();
            changed[i] ^= 1;
            assertThat(links.open(Base64.getUrlEncoder().withoutPadding().encodeToString(changed)))
                    .as("byte " + i)
                    .isEmpty();
        }
    }

    @Test
    void areNothingElseThatIsSealed() {
        byte[] plain =
                "{\"path\":\"Media/m/$rendered\",\"until\":9999999999,\"claims\":{}}".getBytes(StandardCharsets.UTF_8);
        byte[] binding = "picture link 1".getBytes(StandardCharsets.UTF_8);
        assertThat(links.open(new SealedText(KEY).seal(plain, binding))).isEmpty();
        assertThat(links.open("")).isEmpty();
        assertThat(links.open("%%%")).isEmpty();
        assertThat(links.open("A".repeat(20_000))).isEmpty();
    }

    @Test
    void showNothingOfWhatTheyStandFor() {
        String token = links.seal(LINK);
        assertThat(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.ISO_8859_1))
                .doesNotContain("Media")
                .doesNotContain("sora");
        assertThat(links.seal(LINK)).isNotEqualTo(token);
    }
}
