package health.strand.guide;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which definitions name which: the way back from an extension to the profiles that have it. */
final class Uses {

    private final Artifacts artifacts;
    private final Map<String, Map<String, Artifact>> users = new HashMap<>();

    Uses(Artifacts artifacts) {
        this.artifacts = artifacts;
        for (Artifact artifact : artifacts.all()) {
            if (artifact.kind() != Kind.EXAMPLE) {
                // the snapshot repeats what a profile inherits
                artifact.json().properties().stream()
                        .filter(part -> !"snapshot".equals(part.getKey()))
                        .forEach(part -> collect(part.getValue(), artifact));
            }
        }
    }

    List<Artifact> of(Artifact artifact) {
        return List.copyOf(users.getOrDefault(artifact.url(), Map.of()).values());
    }

    private void collect(JsonNode node, Artifact user) {
        if (node.isTextual()) {
            artifacts
                    .at(node.asText())
                    .map(Artifact::url)
                    .filter(url -> !url.equals(user.url()))
                    .ifPresent(url -> users.computeIfAbsent(url, key -> new TreeMap<>())
                            .put(user.kind().ordinal() + user.title(), user));
        }
        node.forEach(child -> collect(child, user));
    }
}
