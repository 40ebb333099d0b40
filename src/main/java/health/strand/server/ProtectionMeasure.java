package health.strand.server;

import health.strand.receipts.KeyFile;
import health.strand.receipts.ReceiptSeal;
import health.strand.smart.PlaceProperties;
import health.strand.summary.Protection;
import health.strand.vault.PatientKeys;
import health.strand.visibility.StorageFacts;
import health.strand.visibility.StorageMeasure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Measures how the record is protected now; what cannot be measured is what somebody has configured, or nothing. */
final class ProtectionMeasure {

    private final StorageMeasure storage;
    private final PrivacyProperties said;
    private final PlaceProperties place;
    private final PatientKeys vault;
    private final ReceiptSeal seal;
    private final Path keys;
    private final boolean overHttps;

    ProtectionMeasure(
            StorageMeasure storage,
            PrivacyProperties said,
            PlaceProperties place,
            PatientKeys vault,
            ReceiptSeal seal,
            Path keys,
            String base) {
        this.storage = storage;
        this.said = said;
        this.place = place;
        this.vault = vault;
        this.seal = seal;
        this.keys = keys;
        this.overHttps = base.toLowerCase(Locale.ROOT).startsWith("https:");
    }

    Protection now() {
        StorageFacts database = storage.now();
        return new Protection(
                database,
                overHttps,
                place(),
                said.diskEncryption(),
                later(database.archived(), marked()),
                PatientKeys.cipher(),
                vault.masterKey(),
                seal.keyId(),
                KeyFile.signingSince(keys));
    }

    private @Nullable String place() {
        String text = Stream.of(place.city(), place.country())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? null : text;
    }

    private @Nullable Instant marked() {
        Path marker = said.backupMarker();
        if (marker == null) {
            return null;
        }
        try {
            return Files.getLastModifiedTime(marker).toInstant();
        } catch (IOException missing) {
            // none was done yet, or it cannot be seen from here: that is not known
            return null;
        }
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
