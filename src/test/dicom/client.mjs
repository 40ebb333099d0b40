// Drives the unmodified dicomweb-client against a running server: BASE, LOADER and STAFF (tokens of who may see), STRANGER (of
// who may not), FILES (paths of one series, a JPEG first and a file of plain pixels after it), STUDY, SERIES, INSTANCES (UIDs).
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** What browsers have, and Node has not: as much of it as the client uses. */
globalThis.XMLHttpRequest = class {
    headers = {};
    readyState = 0;
    status = 0;
    open(method, url) {
        Object.assign(this, { method: method.toUpperCase(), url });
    }
    setRequestHeader(name, value) {
        this.headers[name] = value;
    }
    getResponseHeader(name) {
        return this.answer.headers.get(name);
    }
    getAllResponseHeaders() {
        return [...this.answer.headers].map(([name, value]) => `${name}: ${value}\r\n`).join("");
    }
    async send(body) {
        this.answer = await fetch(this.url, { method: this.method, headers: this.headers, body });
        this.status = this.answer.status;
        this.response = await { json: () => this.answer.json(), arraybuffer: () => this.answer.arrayBuffer() }[
            this.responseType
        ]?.() ?? (await this.answer.text());
        this.readyState = 4;
        this.onreadystatechange();
    }
};

const { DICOMwebClient } = createRequire(import.meta.url)("dicomweb-client").api;
const { BASE, LOADER, STAFF, STRANGER, STUDY, SERIES } = process.env;
const files = process.env.FILES.split(",").map((path) => readFileSync(path));
const uids = process.env.INSTANCES.split(",");
const connect = (token) =>
    new DICOMwebClient({ url: BASE, headers: { Authorization: `Bearer ${token}` }, verbose: false });
const staff = connect(STAFF);
const study = { studyInstanceUID: STUDY };
const series = { ...study, seriesInstanceUID: SERIES };
const instance = (at) => ({ ...series, sopInstanceUID: uids[at] });
const bytes = (buffer) => Buffer.from(buffer);
const value = (dataset, tag) => dataset[tag].Value[0];

const tests = {
    async "stores"() {
        const datasets = files.map((file) => new Uint8Array(file).buffer);
        const told = JSON.parse(await connect(LOADER).storeInstances({ datasets }));
        assert.deepEqual(told["00081199"].Value.map((each) => value(each, "00081155")).sort(), [...uids].sort());
        assert.equal(told["00081198"], undefined);
    },
    async "searches for studies, series and instances"() {
        const studies = await staff.searchForStudies({ queryParams: { StudyInstanceUID: STUDY, limit: 5 } });
        assert.deepEqual(studies.map((each) => value(each, "0020000D")), [STUDY]);
        assert.equal(value(studies[0], "00201208"), files.length);
        const all = await staff.searchForSeries(study);
        assert.deepEqual(all.map((each) => value(each, "0020000E")), [SERIES]);
        const instances = await staff.searchForInstances(series);
        assert.deepEqual(instances.map((each) => value(each, "00080018")), [...uids].sort());
    },
    async "retrieves metadata"() {
        assert.equal((await staff.retrieveStudyMetadata(study)).length, files.length);
        assert.equal((await staff.retrieveSeriesMetadata(series)).length, files.length);
        const [one] = await staff.retrieveInstanceMetadata(instance(0));
        assert.equal(value(one, "00080018"), uids[0]);
        assert.equal(value(one, "00280011"), 64);
    },
    async "retrieves instances byte for byte"() {
        for (const at of files.keys()) {
            assert.ok(bytes(await staff.retrieveInstance(instance(at))).equals(files[at]));
        }
        assert.equal((await staff.retrieveSeries(series)).length, files.length);
        assert.equal((await staff.retrieveStudy(study)).length, files.length);
    },
    async "retrieves frames"() {
        const mediaTypes = [{ mediaType: "image/jpeg", transferSyntaxUID: "1.2.840.10008.1.2.4.50" }];
        const [jpeg] = await staff.retrieveInstanceFrames({ ...instance(0), frameNumbers: [1], mediaTypes });
        assert.deepEqual([...bytes(jpeg).subarray(0, 3)], [0xff, 0xd8, 0xff]);
        assert.ok(files[0].includes(bytes(jpeg)));
        const [plain] = await staff.retrieveInstanceFrames({ ...instance(1), frameNumbers: [1] });
        assert.equal(plain.byteLength, 64 * 48 * 3);
        assert.ok(files[1].includes(bytes(plain)));
    },
    async "retrieves pictures"() {
        for (const at of files.keys()) {
            const [jpeg] = await staff.retrieveInstanceRendered(instance(at));
            assert.deepEqual([...bytes(jpeg).subarray(0, 3)], [0xff, 0xd8, 0xff]);
        }
        const mediaTypes = [{ mediaType: "image/png" }];
        const [png] = await staff.retrieveInstanceFramesRendered({ ...instance(1), frameNumbers: [1], mediaTypes });
        assert.equal(bytes(png).subarray(1, 4).toString(), "PNG");
    },
    async "finds nothing of what is hidden"() {
        const stranger = connect(STRANGER);
        assert.deepEqual(await stranger.searchForStudies({ queryParams: { StudyInstanceUID: STUDY } }), []);
        const absent = (error) => error.status === 404;
        await assert.rejects(stranger.retrieveStudyMetadata(study), absent);
        await assert.rejects(stranger.retrieveInstance(instance(0)), absent);
        await assert.rejects(stranger.retrieveInstanceFrames({ ...instance(0), frameNumbers: [1] }), absent);
        await assert.rejects(stranger.retrieveInstanceRendered(instance(0)), absent);
    },
};

let failed = false;
for (const [name, test] of Object.entries(tests)) {
    try {
        await test();
        console.log(`ok ${name}`);
    } catch (error) {
        failed = true;
        console.log(`not ok ${name}: ${error.stack} ${error.response ?? ""}`);
    }
}
process.exit(failed ? 1 : 0);
