// Drives three unmodified FHIR clients against a running server: BASE, STAFF (a clinician's token), PATIENT_TOKEN, PATIENT_ID.
import assert from "node:assert/strict";
import { createRequire } from "node:module";

// @medplum/core looks for one when it is loaded; Node 20 has none
globalThis.WebSocket ??= class {};

const require = createRequire(import.meta.url);
const { BASE, STAFF, PATIENT_TOKEN, PATIENT_ID } = process.env;
const observation = (value) => ({
    resourceType: "Observation",
    status: "final",
    code: { text: "hair density" },
    subject: { reference: `Patient/${PATIENT_ID}` },
    valueQuantity: { value, unit: "hairs/cm2", system: "http://unitsofmeasure.org", code: "/cm2" },
});

const tests = {
    async "fhirclient searches, pages, creates, updates and reads versions"() {
        const Client = require("fhirclient/lib/Client").default;
        const environment = { base64encode: btoa, base64decode: atob, getStorage: () => ({}), options: {}, fhir: null };
        const client = new Client(environment, { serverUrl: BASE, tokenResponse: { access_token: STAFF } });
        const all = await client.request(`Observation?patient=${PATIENT_ID}&_count=5`, { pageLimit: 0, flat: true });
        const counted = await client.request(`Observation?patient=${PATIENT_ID}&_summary=count`);
        assert.equal(all.length, counted.total);
        assert.ok(all.length > 5, "more than one page");
        const made = await client.create(observation(171));
        const changed = await client.update({ ...made, valueQuantity: { ...made.valueQuantity, value: 172 } });
        assert.equal(changed.meta.versionId, "2");
        assert.equal((await client.request(`Observation/${made.id}/_history/1`)).valueQuantity.value, 171);
        assert.equal((await client.request(`Observation/${made.id}/_history`)).total, 2);
        await client.delete(`Observation/${made.id}`);
    },
    async "fhir-kit-client searches, pages, creates, updates and reads histories"() {
        const { Client } = await import("fhir-kit-client");
        const client = new Client({ baseUrl: BASE, customHeaders: { Authorization: `Bearer ${STAFF}` } });
        let page = await client.search({ resourceType: "Observation", searchParams: { patient: PATIENT_ID, _count: 4 } });
        const total = page.total;
        let seen = 0;
        while (page) {
            seen += page.entry.length;
            page = await client.nextPage({ bundle: page });
        }
        assert.equal(seen, total);
        const made = await client.create({ resourceType: "Observation", body: observation(150) });
        await client.update({ resourceType: "Observation", id: made.id, body: { ...made, status: "amended" } });
        const first = await client.vread({ resourceType: "Observation", id: made.id, version: "1" });
        assert.equal(first.status, "final");
        const history = await client.history({ resourceType: "Observation", id: made.id });
        assert.deepEqual(history.entry.map((entry) => entry.resource.status), ["amended", "final"]);
        const capabilities = await client.capabilityStatement();
        assert.equal(capabilities.software.name, "Strand");
        await client.delete({ resourceType: "Observation", id: made.id });
        await assert.rejects(client.read({ resourceType: "Observation", id: made.id }), (error) => error.response.status === 404);
    },
    async "@medplum/core searches, creates, reads histories and the whole record"() {
        const { MedplumClient } = await import("@medplum/core");
        const connect = (token) => {
            const client = new MedplumClient({ baseUrl: BASE.replace(/fhir$/, ""), fhirUrlPath: "fhir", fetch, cacheTime: 0 });
            client.setAccessToken(token);
            return client;
        };
        const staff = connect(STAFF);
        let seen = 0;
        for await (const page of staff.searchResourcePages("Observation", { patient: PATIENT_ID, _count: "6" })) {
            seen += page.length;
        }
        assert.equal(seen, (await staff.search("Observation", { patient: PATIENT_ID, _summary: "count" })).total);
        const made = await staff.createResource(observation(160));
        await staff.updateResource({ ...made, status: "corrected" });
        assert.equal((await staff.readHistory("Observation", made.id)).entry.length, 2);
        assert.equal((await staff.readVersion("Observation", made.id, "1")).status, "final");
        await staff.deleteResource("Observation", made.id);
        const patient = connect(PATIENT_TOKEN);
        const everything = await patient.readPatientEverything(PATIENT_ID, { _count: 500 });
        const types = new Set(everything.entry.map((entry) => entry.resource.resourceType));
        for (const type of ["Patient", "Observation", "Media", "Consent", "FamilyMemberHistory"]) {
            assert.ok(types.has(type), `${type} is part of the record`);
        }
    },
};

let failed = 0;
for (const [name, test] of Object.entries(tests)) {
    try {
        await test();
        console.log(`ok ${name}`);
    } catch (error) {
        failed++;
        console.log(`not ok ${name}`, error);
    }
}
process.exit(failed ? 1 : 0);
