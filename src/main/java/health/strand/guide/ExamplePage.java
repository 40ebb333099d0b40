package health.strand.guide;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The page of an example: whose rules it holds, and what it says. */
record ExamplePage(Links links) {

    Html html(Artifact example) {
        List<Html> profiles = new ArrayList<>();
        for (JsonNode profile : example.json().path("meta").path("profile")) {
            profiles.add(links.canonical(profile.asText()));
        }
        return Html.of(
                new Facts()
                        .add("Type", Links.type(example.type()))
                        .add("Holds", Html.join(", ", profiles))
                        .html(),
                Blocks.section(
                        "json",
                        "Content",
                        Tag.of("pre", "scroll")
                                .with("role", "region")
                                .with("aria-label", "Content of " + example.title())
                                .with("tabindex", "0")
                                .around(Tag.of("code").around(new JsonText(links.artifacts()).of(example.json())))));
    }
}
