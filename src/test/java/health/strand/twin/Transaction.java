package health.strand.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** New resources that refer to each other, written with single quotes. */
final class Transaction {

    private final List<String> names = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();

    /** Adds one and returns what others call it. */
    String add(String body) {
        String name = "urn:uuid:" + UUID.randomUUID();
        names.add(name);
        bodies.add(body.replace('\'', '"'));
        return name;
    }

    List<String> names() {
        return names;
    }

    String json() {
        StringBuilder json = new StringBuilder("{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[");
        for (int i = 0; i < bodies.size(); i++) {
            String body = bodies.get(i);
            String type = body.replaceAll("(?s)^\\{\"resourceType\":\"(\\w+)\".*", "$1");
            json.append(i == 0 ? "" : ",")
                    .append("{\"fullUrl\":\"")
                    .append(names.get(i))
                    .append("\",\"resource\":")
                    .append(body)
                    .append(",\"request\":{\"method\":\"POST\",\"url\":\"")
                    .append(type)
                    .append("\"}}");
        }
        return json.append("]}").toString();
    }
}
