package health.strand.bench;

import java.net.http.HttpResponse;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Holds copied grants to what the server compiles: it is made to decide anew about some copied patients. */
final class CopyCheck {

    private static final int PATIENTS = 20;
    private static final String TEAMS = """
            select distinct source, patient from strand.treatment
            where source like 'CareTeam/%' and until > now()
                and split_part(source, '/', 2) not in (select split_part(source, '/', 2) from bench.treatment)
            order by source limit
            """ + PATIENTS;
    private static final String DECIDED = """
            select concat_ws(' ', d.kind, a.reader, a.purpose, a.client, d.cell, d.starts, d.until)
            from (select 'granted' as kind, * from strand.granted union all select 'withheld', * from strand.withheld) d
            join strand.audience a on a.number = d.audience
            where d.cell in (select c.number from strand.cell c
                join strand.cell_group_member m on m.number = c.cell_group where m.patient = ?)
            order by 1
            """;

    private final BenchServer server;
    private final JdbcTemplate database;

    CopyCheck(BenchServer server) {
        this.server = server;
        this.database = server.superuser();
    }

    /** One line; it fails when a copy is not what the server would have written. */
    String run() {
        int rows = 0;
        String token = server.systemToken();
        List<String[]> teams =
                database.query(TEAMS, (row, number) -> new String[] {row.getString(1), row.getString(2)});
        for (String[] team : teams) {
            List<String> copied = decided(team[1]);
            HttpResponse<String> answer = server.write(
                    token,
                    "PUT",
                    team[0],
                    server.get(token, team[0]).body().replace("Hair care team", "The hair care team"));
            List<String> compiled = decided(team[1]);
            if (answer.statusCode() != 200 || copied.isEmpty() || !copied.equals(compiled)) {
                throw new IllegalStateException(answer.body() + "\n" + copied + "\nis not\n" + compiled);
            }
            rows += copied.size();
        }
        return "grants of " + teams.size() + " copied patients compiled anew by the server: " + rows
                + " rows, none different";
    }

    private List<String> decided(String patient) {
        return database.queryForList(DECIDED, String.class, patient);
    }
}
