package health.strand.careteam;

import java.time.Instant;

/**
 * That a member can also be meant by the name of a body, in a half-open span: a practitioner by an organization, a care
 * team or a group, an app by the device that stands for it.
 *
 * @param source the resource that says so
 */
public record Affiliation(String source, String member, String body, Instant starts, Instant until) {}
