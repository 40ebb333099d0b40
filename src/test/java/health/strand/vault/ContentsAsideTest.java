package health.strand.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ContentsAsideTest {

    private static final byte[] CONTENT = {1, 2, 3};

    @Test
    void findsWhatSomethingStandsForUntilItEnds() {
        byte[] standIn;
        try (ContentsAside aside = ContentsAside.begin()) {
            standIn = aside.standIn(CONTENT);
            assertThat(ContentsAside.find(standIn.clone())).contains(CONTENT);
            assertThat(aside.standIn(CONTENT)).isNotEqualTo(standIn);
        }
        assertThat(ContentsAside.find(standIn)).isEmpty();
    }

    @Test
    void takesNothingElseForAStandIn() {
        try (ContentsAside aside = ContentsAside.begin()) {
            byte[] standIn = aside.standIn(CONTENT);
            assertThat(ContentsAside.find(new byte[standIn.length])).isEmpty();
            assertThat(ContentsAside.find(CONTENT)).isEmpty();
            assertThat(ContentsAside.find(null)).isEmpty();
            assertThat(ContentsAside.replace(new byte[standIn.length], CONTENT)).isFalse();
            assertThat(ContentsAside.find(new byte[standIn.length])).isEmpty();
        }
    }

    @Test
    void standsForAnotherContentOnceItIsReplaced() {
        try (ContentsAside aside = ContentsAside.begin()) {
            byte[] standIn = aside.standIn(CONTENT);
            assertThat(ContentsAside.replace(standIn, new byte[] {9})).isTrue();
            assertThat(ContentsAside.find(standIn)).contains(new byte[] {9});
        }
    }

    @Test
    void isOfOneThreadAlone() {
        try (ContentsAside aside = ContentsAside.begin()) {
            byte[] standIn = aside.standIn(CONTENT);
            assertThat(CompletableFuture.supplyAsync(() -> ContentsAside.find(standIn))
                            .join())
                    .isEmpty();
        }
    }
}
