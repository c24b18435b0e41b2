export const id = 9921;
export const ids = [9921,2302];
export const modules = {

/***/ 4988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ shortKey),
/* harmony export */   w: () => (/* binding */ KeySet)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _key_table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7504);


/** A set of texts that takes little memory. */
class KeySet {
    #table = new _key_table_js__WEBPACK_IMPORTED_MODULE_1__/* .KeyTable */ .a();
    /** Returns whether the key is new. */
    add(key) {
        const { size } = this.#table;
        return this.#table.add(shortKey(key)) === size;
    }
    has(key) {
        return this.#table.find(shortKey(key)) !== undefined;
    }
}
/** Returns the hash of a long key, which identifies it as well and takes less memory. */
function shortKey(key) {
    return key.length <= 32 ? key : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', key, 'base64url').slice(0, 24);
}


/***/ }),

/***/ 7504:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ KeyTable)
/* harmony export */ });
/* harmony import */ var _numbers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5100);

/** The initial bytes for keys and slots of the hash table; both double as they fill. */
const [BYTES, SLOTS] = [64 * 1024, 1024];
/**
 * Numbers distinct texts in the order in which they are added, like a Map from text to number. A million texts of 30
 * characters take 50 MB here and 130 MB in a Map. Texts are the same when they are the same in UTF-8.
 */
class KeyTable {
    /** The keys one after the other; key `n` ends at `#ends[n]`. */
    #bytes = Buffer.allocUnsafe(BYTES);
    #ends = new _numbers_js__WEBPACK_IMPORTED_MODULE_0__/* .Numbers */ .F();
    /** The number of a key plus one, at a slot given by its hash; 0 in a free slot. */
    #slots = new Uint32Array(SLOTS);
    get size() {
        return this.#ends.length;
    }
    /** Returns the number of a key. Adds a new key, whose number is the previous `size`. */
    add(key) {
        if (this.size * 2 >= this.#slots.length)
            this.#growSlots();
        const length = this.#write(key);
        const slot = this.#slotOf(length);
        const found = this.#slots[slot];
        if (found > 0)
            return found - 1;
        this.#ends.push(this.#end + length);
        this.#slots[slot] = this.size;
        return this.size - 1;
    }
    /** Returns the number of a key, or undefined if it was never added. */
    find(key) {
        const found = this.#slots[this.#slotOf(this.#write(key))];
        return found > 0 ? found - 1 : undefined;
    }
    keyAt(index) {
        return this.#bytes.toString('utf8', this.#startOf(index), this.#ends.at(index));
    }
    get #end() {
        return this.size === 0 ? 0 : this.#ends.at(this.size - 1);
    }
    #startOf(index) {
        return index === 0 ? 0 : this.#ends.at(index - 1);
    }
    /** Writes a key after the others, and returns its length in bytes. */
    #write(key) {
        const needed = this.#end + 3 * key.length;
        if (needed > this.#bytes.length) {
            const larger = Buffer.allocUnsafe(Math.max(2 * this.#bytes.length, needed));
            this.#bytes.copy(larger, 0, 0, this.#end);
            this.#bytes = larger;
        }
        return this.#bytes.write(key, this.#end);
    }
    /** Finds the slot for the key that was written last: the slot of an equal key, or a free one. */
    #slotOf(length) {
        const [bytes, slots, start] = [this.#bytes, this.#slots, this.#end];
        const mask = slots.length - 1;
        for (let slot = hash(bytes, start, start + length) & mask;; slot = (slot + 1) & mask) {
            const found = slots[slot];
            if (found === 0)
                return slot;
            const other = this.#startOf(found - 1);
            if (length === this.#ends.at(found - 1) - other && isEqual(bytes, other, start, length))
                return slot;
        }
    }
    #growSlots() {
        const slots = new Uint32Array(2 * this.#slots.length);
        const mask = slots.length - 1;
        for (let index = 0; index < this.size; index++) {
            let slot = hash(this.#bytes, this.#startOf(index), this.#ends.at(index)) & mask;
            while (slots[slot] !== 0)
                slot = (slot + 1) & mask;
            slots[slot] = index + 1;
        }
        this.#slots = slots;
    }
}
/** Computes FNV-1a, with its upper bits mixed into the lower ones. */
function hash(bytes, start, end) {
    let value = 0x811c9dc5;
    for (let at = start; at < end; at++)
        value = Math.imul(value ^ bytes[at], 0x01000193);
    return (value ^ (value >>> 15)) >>> 0;
}
function isEqual(bytes, a, b, length) {
    for (let at = 0; at < length; at++)
        if (bytes[a + at] !== bytes[b + at])
            return false;
    return true;
}


/***/ }),

/***/ 5100:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ Numbers)
/* harmony export */ });
/** A list of numbers that only grows. It is outside of the heap: a million numbers take 8 MB and no garbage collection. */
class Numbers {
    #values;
    #length = 0;
    /** @param type `Uint32Array` takes half of the memory for whole numbers below 2³² */
    constructor(type = Float64Array) {
        this.#values = new type(1024);
    }
    get length() {
        return this.#length;
    }
    push(value) {
        if (this.#length === this.#values.length) {
            const larger = new this.#values.constructor(2 * this.#length);
            larger.set(this.#values);
            this.#values = larger;
        }
        this.#values[this.#length++] = value;
    }
    at(index) {
        return this.#values[index];
    }
}


/***/ }),

/***/ 2929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ parsePythonJson),
/* harmony export */   d: () => (/* binding */ canonicalJson)
/* harmony export */ });
/** Reads JSON as Python writes it. NaN and the infinities, which JSON does not have, become null. */
function parsePythonJson(text) {
    if (!/NaN|Infinity/.test(text))
        return JSON.parse(text);
    return JSON.parse(text.replaceAll(/"(?:[^"\\]|\\.)*"|NaN|-?Infinity/g, (token) => (token[0] === '"' ? token : 'null')));
}
/** Returns the same text for equal values, in any order of their keys. */
function canonicalJson(value) {
    return JSON.stringify(value, (_, part) => part !== null && typeof part === 'object' && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part);
}


/***/ }),

/***/ 5143:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ LABELED_ROWS),
/* harmony export */   D: () => (/* binding */ batchedLoadCalls)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9139);
/* harmony import */ var _util_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7583);
/* harmony import */ var _util_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9168);
/* harmony import */ var _frames_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7861);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8431);





/** Maximum rows per batch of a download: a few dozen megabytes. The vendor's client requests a million. */
const BATCH_ROWS = 20_000;
/** Maximum rows per batch with ground truths. These rows may be large: masks and polygons take kilobytes. */
const LABELED_ROWS = 2_000;
/** Maximum milliseconds to prepare all batches or accept an upload on the platform, as in the vendor's client. */
const PREPARATION = 60 * 60_000;
/** Maximum milliseconds for one batch. */
const TRANSFER = 10 * 60_000;
/** Maximum bytes of one batch. */
const MAX_BATCH_BYTES = 512 * 1024 * 1024;
const columns = ['test_sample', 'inference'];
const labeledColumns = ['test_sample', 'test_sample_metadata', 'ground_truth', 'inference'];
/** Calls for test samples and inferences, which are transferred in batches through the platform's storage. */
function batchedLoadCalls(call, apiUrl, signal) {
    const batchedLoad = (...path) => ['batched-load', ...path];
    /** Starts a download and reads it batch by batch. */
    async function* download(path, body) {
        for await (const { rows } of downloadColumns(path, { batch_size: BATCH_ROWS, ...body }, columns))
            yield rows;
    }
    async function* downloadColumns(path, body, names) {
        const answer = await call.send('PUT', path, { body, timeout: PREPARATION });
        const batches = readLines(_schemas_js__WEBPACK_IMPORTED_MODULE_3__/* .DownloadBatch */ .$C, answer, apiUrl);
        let failure;
        try {
            for (const [index, batch] of batches.entries())
                yield { rows: await readBatch(batch.path, names), left: batches.length - index - 1 };
        }
        catch (error) {
            failure = error;
            throw error;
        }
        finally {
            const completed = complete(batches.at(-1)?.uuid);
            // If the download failed, its reason matters more than a failure to complete it.
            await (failure === undefined ? completed : completed.catch(() => { }));
        }
    }
    /** Tells the platform that it may remove the batches of a download. */
    async function complete(uuid) {
        if (uuid !== undefined && !signal.aborted)
            await call.send('PUT', batchedLoad('download', 'complete'), { body: { uuid } });
    }
    /** Repeats the download of a batch that arrives incomplete. */
    async function readBatch(path, names) {
        const attempt = async () => {
            const bytes = await fetchBatch(path);
            try {
                return await (0,_frames_js__WEBPACK_IMPORTED_MODULE_4__/* .readFrame */ .I)(bytes, names);
            }
            catch (cause) {
                const message = `${apiUrl.host} sent a batch of ${bytes.length} bytes that is not a complete Parquet file: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(cause)}`;
                throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j$(message, undefined, undefined, { cause });
            }
        };
        return await (0,_util_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L)(attempt, { what: 'the download of a batch', signal });
    }
    async function fetchBatch(path) {
        const transfer = { attempts: 1, timeout: TRANSFER, largestAnswer: MAX_BATCH_BYTES };
        const route = batchedLoad('download', 'by-path', ...path.split('/'));
        const answer = await call.send('GET', route, { ...transfer, expect: redirects });
        if (!redirects.includes(answer.status))
            return answer.body;
        // The storage gets no token: the signed address itself grants access.
        const location = answer.headers.location ?? '';
        if (!URL.canParse(location, apiUrl.href))
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j$(`The platform redirects a batch to "${location}"`, answer.status);
        const url = new URL(location, apiUrl);
        return (await (0,_util_http_js__WEBPACK_IMPORTED_MODULE_1__/* .send */ .tN)({ method: 'GET', url, signal, ...transfer })).body;
    }
    async function putBatch(uuid, batch) {
        const { signed_url } = await call('GET', batchedLoad('upload', 'signed-url', uuid), _schemas_js__WEBPACK_IMPORTED_MODULE_3__/* .SignedUrl */ .oY);
        const headers = {
            'content-type': 'application/octet-stream',
            'content-length': String(batch.length),
        };
        // Also without the token. Sending it again replaces the same object.
        await (0,_util_http_js__WEBPACK_IMPORTED_MODULE_1__/* .send */ .tN)({
            method: 'PUT',
            url: new URL(signed_url),
            headers,
            body: async function* () {
                yield batch;
            },
            signal,
            timeout: TRANSFER,
        });
    }
    const testRun = (name) => ['generic', 'test-run', name];
    return {
        /**
         * Returns the test samples of a test run that its model has no inference for yet; with `all`, the others as well.
         */
        testSamplesOf: (testRunId, { all }) => download(testRun('load-remaining-test-samples'), { test_run_id: testRunId, load_all: all }),
        /** Returns the test samples of a test run that have an inference, with the inference. */
        inferencesOf: (testRunId) => download(testRun('load-test-sample-inferences'), { test_run_id: testRunId }),
        /**
         * Returns the test samples of a test suite. A sample in several test cases occurs several times. Creates no test
         * run.
         */
        testSamplesOfSuite: (testSuiteId) => download(['generic', 'test-suite', 'load-test-samples'], { test_suite_id: testSuiteId }),
        /** Returns the inferences of a model on a test case, with their test samples. Creates no test run. */
        inferencesOfModel: (modelId, testCaseId) => download(['generic', 'model', 'load-inferences'], { model_id: modelId, test_case_id: testCaseId }),
        /** Returns the same with metadata and ground truths, in smaller batches. */
        labeledSamples: (modelId, testCaseId) => {
            const body = { batch_size: LABELED_ROWS, model_id: modelId, test_case_id: testCaseId };
            return downloadColumns(['generic', 'model', 'load-inferences'], body, labeledColumns);
        },
        /** Uploads batches to the platform's storage. Returns the id of the upload, which has no effect by itself. */
        uploadBatches: async (batches) => {
            const { uuid } = await call('PUT', batchedLoad('upload', 'init'), _schemas_js__WEBPACK_IMPORTED_MODULE_3__/* .UploadId */ .nP);
            for await (const batch of batches)
                await putBatch(uuid, batch);
            return uuid;
        },
        /**
         * Creates the inferences of an upload. Sent once: if the outcome is unknown (`HttpError.outcomeUnknown`), look
         * before you retry.
         *
         * @param reset whether they replace existing inferences
         */
        uploadInferences: async (uuid, testRunId, reset) => {
            const body = { uuid, test_run_id: testRunId, reset };
            await call.send('PUT', testRun('upload-inferences'), { body, attempts: 1, timeout: PREPARATION });
        },
    };
}
const redirects = [301, 302, 303, 307, 308];
/** Reads an answer with one JSON value per line. */
function readLines(schema, { status, headers, body }, from) {
    const lines = body.toString('utf8').split('\n');
    return lines
        .filter((line) => line.trim() !== '')
        .map((line) => (0,_util_http_js__WEBPACK_IMPORTED_MODULE_1__/* .readJson */ .Vh)(schema, { status, headers, body: Buffer.from(line) }, from));
}


/***/ }),

/***/ 9921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   recordFixture: () => (/* binding */ recordFixture)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _data_key_set_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4988);
/* harmony import */ var _data_python_json_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(2929);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9139);
/* harmony import */ var _runtime_log_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(772);
/* harmony import */ var _util_small_heap_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1076);
/* harmony import */ var _batched_load_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5143);
/* harmony import */ var _frames_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(7861);
/* harmony import */ var _subjects_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2114);
/* harmony import */ var _suite_reference_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(647);
/* harmony import */ var _batches_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8078);
/** Records what the platform has of a model on a test suite, with calls that leave no trace there. */













/**
 * Records samples, metadata, ground truths and inferences into files of a directory, with one batch in memory at a
 * time. Test cases share the limit evenly, and pass on what they do not need. Throws if there are no inferences.
 */
async function recordFixture(session, input, directory) {
    (0,_util_small_heap_js__WEBPACK_IMPORTED_MODULE_6__/* .keepHeapSmall */ .p)();
    const model = await (0,_subjects_js__WEBPACK_IMPORTED_MODULE_8__/* .loadModel */ .c)(session, input.workflow, input.model, input.inputs.model);
    const suite = await (0,_subjects_js__WEBPACK_IMPORTED_MODULE_8__/* .loadSuite */ .b)(session, input.workflow, input.suite, input.inputs.suite);
    const recorder = new Recorder((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, 'fixture-')), input);
    _runtime_log_js__WEBPACK_IMPORTED_MODULE_5__/* .progress */ .qB(() => `${recorder.count.toLocaleString('en')} samples`);
    for (const [index, testCase] of suite.test_cases.entries()) {
        const share = Math.ceil((input.limit - recorder.count) / (suite.test_cases.length - index));
        await recorder.addTestCase(() => session.labeledSamples(model.id, testCase.id), share);
    }
    const name = (0,_suite_reference_js__WEBPACK_IMPORTED_MODULE_10__/* .formatSuiteReference */ .N)(suite);
    if (recorder.count === 0)
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .ActionError */ .lZ(`The model "${model.name}" has no inferences on the test suite "${name}", so there is nothing to record: upload them first, or check ${input.inputs.model} and ${input.inputs.suite}.`);
    const { batches, distinct, count, available, approximate } = recorder;
    return {
        test_cases: suite.test_cases.map(({ name }) => ({ name })),
        ...{ batches, distinct, count, available, approximate },
        source: `the inferences of "${model.name}" on version ${suite.version} of "${suite.name}"`,
    };
}
class Recorder {
    batches = [];
    distinct = [];
    count = 0;
    available = 0;
    approximate = false;
    #directory;
    #metadata;
    #seen = new _data_key_set_js__WEBPACK_IMPORTED_MODULE_3__/* .KeySet */ .w();
    #files = 0;
    constructor(directory, { metadata }) {
        this.#directory = directory;
        this.#metadata = metadata;
    }
    /** @param share maximum samples of this test case */
    async addTestCase(download, share) {
        const batches = [];
        this.batches.push(batches);
        let left = share;
        for await (const { rows, left: following } of download()) {
            const samples = rows.flatMap((row, index) => this.#read(row, index) ?? []);
            this.available += samples.length;
            const recorded = samples.slice(0, left);
            left -= recorded.length;
            if (recorded.length > 0)
                await this.#add(batches, recorded);
            if (left > 0 || following === 0)
                continue;
            // Every batch but the last is full.
            this.available += following * _batched_load_js__WEBPACK_IMPORTED_MODULE_7__/* .LABELED_ROWS */ .C;
            this.approximate = true;
            break;
        }
    }
    async #add(batches, samples) {
        this.count += samples.length;
        const batch = await this.#write(samples);
        batches.push(batch);
        const first = samples.filter(({ test_sample }) => this.#seen.add(keyOf(test_sample)));
        if (first.length === samples.length)
            this.distinct.push(batch);
        else if (first.length > 0)
            this.distinct.push(await this.#write(first));
    }
    async #write(samples) {
        this.#files++;
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.#directory, `${this.#files}.parquet`);
        const columns = _batches_js__WEBPACK_IMPORTED_MODULE_9__/* .sampleColumns */ .sU.map((name) => [name, samples.map((sample) => sample[name])]);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(path, await (0,_frames_js__WEBPACK_IMPORTED_MODULE_11__/* .writeFrame */ .v)(Object.fromEntries(columns)), { mode: 0o600 });
        return (0,_batches_js__WEBPACK_IMPORTED_MODULE_9__/* .batchInFile */ .kG)(path);
    }
    /** Keeps the text, because JSON.parse would lose digits and NaN. Leaves out a sample without an inference. */
    #read(row, index) {
        if (row.inference === null)
            return undefined;
        const cells = _batches_js__WEBPACK_IMPORTED_MODULE_9__/* .sampleColumns */ .sU.map((name) => {
            const text = name === 'test_sample_metadata' && !this.#metadata ? '{}' : row[name];
            return [name, objectIn(text ?? (optional.has(name) ? '{}' : undefined), name, index)];
        });
        return Object.fromEntries(cells);
    }
}
/** The platform's client accepts samples without metadata, and without a ground truth. */
const optional = new Set(['test_sample_metadata', 'ground_truth']);
/** Returns the text of an object. Throws if the platform sent something else. */
function objectIn(text, column, row) {
    const refuse = (reason, cause) => {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .ActionError */ .lZ(`The platform sent a batch that cannot be recorded: row ${row + 1} of the column ${column} ${reason}.`, { cause });
    };
    if (text === undefined)
        return refuse('is missing');
    try {
        const value = (0,_data_python_json_js__WEBPACK_IMPORTED_MODULE_12__/* .parsePythonJson */ .S)(text);
        if (typeof value === 'object' && value !== null && !Array.isArray(value))
            return text;
    }
    catch (error) {
        return refuse(`is not JSON (${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)})`, error);
    }
    return refuse('is not an object');
}
function keyOf(sample) {
    return (0,_data_python_json_js__WEBPACK_IMPORTED_MODULE_12__/* .canonicalJson */ .d)((0,_data_python_json_js__WEBPACK_IMPORTED_MODULE_12__/* .parsePythonJson */ .S)(sample));
}


/***/ }),

/***/ 8431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $C: () => (/* binding */ DownloadBatch),
/* harmony export */   Bj: () => (/* binding */ Models),
/* harmony export */   HW: () => (/* binding */ Evaluators),
/* harmony export */   Kx: () => (/* binding */ Model),
/* harmony export */   az: () => (/* binding */ Login),
/* harmony export */   lB: () => (/* binding */ TestSuite),
/* harmony export */   mJ: () => (/* binding */ TestRun),
/* harmony export */   nP: () => (/* binding */ UploadId),
/* harmony export */   oY: () => (/* binding */ SignedUrl),
/* harmony export */   oi: () => (/* binding */ Evaluator)
/* harmony export */ });
/* unused harmony exports AwsRoleConfig, ListedEvaluator */
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8395);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3759);
/** Shapes of the platform's replies, as the vendor's client reads them. Other fields are ignored. */

const Login = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    tenant: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._minLength */ .m9(1)),
    access_token: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._minLength */ .m9(1)),
});
/** The roles that an evaluator with an AWS role runs with. The service also sends `job_role_name`. */
const AwsRoleConfig = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    job_role_arn: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    external_id: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    assume_role_arn: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
});
/** A registered evaluator. `created` looks like `2023-04-03 16:18:10.703 -0700`. */
const Evaluator = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    name: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    image: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    created: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    aws_role_config: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(AwsRoleConfig), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((config) => config ?? null)),
});
/**
 * An evaluator of a workflow in a list. The vendor's client accepts one without an image, which the platform cannot
 * run.
 */
const ListedEvaluator = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), image: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()) });
const Evaluators = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ evaluators: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(ListedEvaluator) });
/** A model. The vendor's client reads all of these fields; metadata may contain any JSON. */
const Model = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    name: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    metadata: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .json */ .Pq9()),
    tags: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    workflow: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
});
const Models = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ models: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(Model) });
/** One version of a test suite. The id belongs to the version. */
const TestSuite = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    name: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    version: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    test_cases: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ id: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(), name: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })),
    workflow: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
});
const TestRun = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ test_run_id: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr() });
/** One batch of a download. */
const DownloadBatch = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ uuid: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), path: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._minLength */ .m9(1)) });
const UploadId = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ uuid: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._minLength */ .m9(1)) });
const SignedUrl = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ signed_url: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .url */ .OZ5() });


/***/ }),

/***/ 2114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ loadSuite),
/* harmony export */   c: () => (/* binding */ loadModel)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9139);

/** @param input names the model, for messages */
async function loadModel(session, workflow, name, input) {
    const model = await session.findModel(name);
    if (!model)
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`There is no model "${name}": check ${input}, or register it with the model action.`);
    return ofWorkflow(workflow, model, `The model "${name}"`);
}
/** @param input names the test suite, for messages */
async function loadSuite(session, workflow, { name, version }, input) {
    const suite = await session.findTestSuite(name, version);
    if (suite)
        return ofWorkflow(workflow, suite, `The test suite "${name}"`);
    const what = version === null ? 'test suite' : `version ${version} of a test suite`;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`There is no ${what} "${name}": check ${input}.`);
}
function ofWorkflow(workflow, thing, what) {
    if (thing.workflow === workflow)
        return thing;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${what} belongs to the workflow "${thing.workflow}", not to "${workflow}".`);
}


/***/ }),

/***/ 1076:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ keepHeapSmall)
/* harmony export */ });
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8877);

/** The size in bytes from which V8's space for young objects stops growing; by default it grows to 64 MiB. */
const LARGEST_YOUNG = 8 * 1024 * 1024;
/** How much the heap may grow before old objects are collected, in percent of what is in use; by default up to 300. */
const GROWTH = 100;
/**
 * Stops V8's space for young objects from growing once it is large enough. Otherwise it grows to the full size while a
 * large file is read, because rows are created faster than they are collected, and is never returned. Stopping it
 * earlier would save little more memory, and cost up to a third more processor time. Also collects old objects more
 * often (docs/decisions/rows.md).
 */
function keepHeapSmall() {
    (0,node_v8__WEBPACK_IMPORTED_MODULE_0__.setFlagsFromString)(`--heap-growing-percent=${GROWTH}`);
    const young = (0,node_v8__WEBPACK_IMPORTED_MODULE_0__.getHeapSpaceStatistics)().find(({ space_name: name }) => name === 'new_space');
    // The limit itself can only be set when the process starts, which the runner does.
    if (young && young.space_size >= LARGEST_YOUNG)
        (0,node_v8__WEBPACK_IMPORTED_MODULE_0__.setFlagsFromString)('--semi-space-growth-factor=1');
}


/***/ })

};
