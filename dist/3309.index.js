export const id = 3309;
export const ids = [3309];
export const modules = {

/***/ 3309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  evaluate: () => (/* binding */ evaluate)
});

// EXTERNAL MODULE: ./build/src/runtime/log.js
var log = __webpack_require__(772);
// EXTERNAL MODULE: ./build/src/data/python-json.js
var python_json = __webpack_require__(2929);
// EXTERNAL MODULE: ./build/src/platforms/kolena/client.js + 4 modules
var client = __webpack_require__(3867);
// EXTERNAL MODULE: ./build/src/platforms/kolena/links.js
var links = __webpack_require__(1850);
// EXTERNAL MODULE: ./build/src/runtime/dry-run.js
var dry_run = __webpack_require__(1743);
// EXTERNAL MODULE: ./build/src/runtime/errors.js
var errors = __webpack_require__(9139);
// EXTERNAL MODULE: ./build/src/util/map-settled.js
var map_settled = __webpack_require__(4504);
// EXTERNAL MODULE: ./build/src/runtime/clip.js
var clip = __webpack_require__(738);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/data/key-set.js
var key_set = __webpack_require__(4988);
// EXTERNAL MODULE: ./build/src/platforms/kolena/frames.js
var kolena_frames = __webpack_require__(7861);
;// CONCATENATED MODULE: ./build/src/actions/evaluate/sample-key.js

/** Fields that do not tell one test sample from another. */
const ignored = ['data_type', 'metadata'];
/** The fields of a test sample that tell it from others. */
function identifyingFields(sample) {
    return Object.keys(sample).filter(isIdentifying).sort();
}
/**
 * A text that is equal for a row's test sample and for the platform's, when they agree in the fields. Of a field that is
 * an object all of its fields count, but for its type; numbers are as good as their text.
 */
function keyOf(sample, fields) {
    return JSON.stringify(valuesOf(sample, fields));
}
/** Returns the values of the fields in a form that can be compared; null for a field without a value. */
function valuesOf(sample, fields) {
    return fields.map((name) => (Object.hasOwn(sample, name) ? comparable(sample[name]) : null));
}
/** Returns whether a field tells a test sample from others. */
function isIdentifying(field) {
    return !ignored.includes(field);
}
function comparable(value) {
    if (typeof value === 'string')
        return value;
    if (value === null || value === undefined)
        return null;
    if (typeof value !== 'object')
        return String(value);
    return (0,python_json/* canonicalJson */.d)(withoutTypes(value));
}
function withoutTypes(value) {
    if (Array.isArray(value))
        return value.map(withoutTypes);
    if (value === null || typeof value !== 'object')
        return value === null ? null : String(value);
    const entries = Object.entries(value).filter(([name, item]) => !ignored.includes(name) && item !== null);
    return Object.fromEntries(entries.map(([name, item]) => [name, withoutTypes(item)]));
}
/** The test sample behind a key, for a message: its locator, or all of its fields. */
function describeKey(key, fields) {
    const values = JSON.parse(key);
    const pairs = fields.map((name, index) => [name, values[index]]);
    const [only] = pairs;
    return pairs.length === 1 && typeof only?.[1] === 'string'
        ? only[1]
        : JSON.stringify(Object.fromEntries(pairs));
}

;// CONCATENATED MODULE: ./build/src/actions/evaluate/matching.js






/** Most rows of an uploaded batch, and the bytes with which it is full. */
const BATCH_ROWS = 10_000;
const BATCH_BYTES = 8 * 1024 * 1024;
/** How many test samples are kept for messages. */
const SHOWN = 20;
/** Joins the inferences of a file with test samples, one evaluation after the other. */
class Matching {
    #directory;
    #inferences;
    /** Test samples for which an earlier evaluation uploads an inference. */
    #claimed = new key_set/* KeySet */.w();
    #several;
    #files = 0;
    /** How many test samples were read so far. */
    samplesRead = 0;
    /** The fields of the platform's test samples. Empty until one was read. */
    sampleFields = [];
    /** @param several whether there are several evaluations, whose test samples may be the same */
    constructor(directory, inferences, several) {
        this.#directory = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(directory, 'batches-'));
        this.#inferences = inferences;
        this.#several = several;
    }
    /** @param reset whether inferences that are on the platform are replaced */
    async match(source, reset) {
        const having = source.having && (await this.#collect(source.having()));
        const missing = [];
        const writer = new BatchWriter((batch) => this.#write(batch));
        let missingCount = 0;
        for await (const rows of source.lacking()) {
            for (const { text, sample } of this.#samples(rows)) {
                // With `having`, a test sample that is in several test cases comes several times.
                if (having && !having.add((0,python_json/* canonicalJson */.d)(sample)))
                    continue;
                const index = this.#find(sample);
                if (index !== undefined) {
                    if (!reset && this.#add(writer, text, sample, index))
                        await writer.flush();
                }
                else {
                    missingCount++;
                    if (missing.length < SHOWN)
                        missing.push(nameOf(sample));
                }
            }
        }
        if (reset)
            await this.#matchAll(source, writer);
        await writer.flush();
        return { batches: writer.written, count: writer.count, missing: missingCount, firstMissing: missing };
    }
    /** Marks the inferences that belong to any test sample, even one that needs none. */
    async markKnown(source) {
        for await (const rows of source.all())
            for (const { sample } of this.#samples(rows))
                this.#find(sample);
    }
    async #matchAll(source, writer) {
        const seen = source.having && new key_set/* KeySet */.w();
        for await (const rows of source.all()) {
            for (const { text, sample } of this.#samples(rows)) {
                if (seen && !seen.add((0,python_json/* canonicalJson */.d)(sample)))
                    continue;
                const index = this.#find(sample);
                if (index !== undefined && this.#add(writer, text, sample, index))
                    await writer.flush();
            }
        }
    }
    /** Adds an inference, and returns whether the batch is full. To await each one would take longer than to add it. */
    #add(writer, text, sample, index) {
        if (!this.#inferences || (this.#several && !this.#claimed.add((0,python_json/* canonicalJson */.d)(sample))))
            return false;
        return writer.add(Buffer.from(text), this.#inferences.store.inferenceAt(index));
    }
    #find(sample) {
        return this.#inferences?.store.match(keyOf(sample, this.#inferences.fields));
    }
    *#samples(rows) {
        for (const { test_sample: text } of rows) {
            if (!text)
                continue;
            const sample = (0,python_json/* parsePythonJson */.S)(text);
            this.samplesRead++;
            if (this.sampleFields.length === 0)
                this.sampleFields = identifyingFields(sample);
            yield { text, sample };
        }
    }
    async #collect(rows) {
        const set = new key_set/* KeySet */.w();
        for await (const batch of rows)
            for (const { sample } of this.#samples(batch))
                set.add((0,python_json/* canonicalJson */.d)(sample));
        return set;
    }
    async #write(batch) {
        const path = (0,external_node_path_.join)(this.#directory, `${++this.#files}.parquet`);
        (0,external_node_fs_.writeFileSync)(path, await (0,kolena_frames/* writeFrame */.v)(batch), { mode: 0o600 });
        return path;
    }
}
/** Collects rows in batches of a bounded size. */
class BatchWriter {
    #write;
    written = [];
    #batch = { test_sample: [], inference: [] };
    #bytes = 0;
    count = 0;
    constructor(write) {
        this.#write = write;
    }
    /** Adds a row. Returns whether the batch is full: `flush` has to write it before the next row. */
    add(sample, inference) {
        this.#batch.test_sample.push(sample);
        this.#batch.inference.push(inference);
        this.#bytes += sample.length + inference.length;
        this.count++;
        return this.#batch.test_sample.length === BATCH_ROWS || this.#bytes >= BATCH_BYTES;
    }
    async flush() {
        if (this.#batch.test_sample.length === 0)
            return;
        this.written.push(await this.#write(this.#batch));
        this.#batch = { test_sample: [], inference: [] };
        this.#bytes = 0;
    }
}
/** Returns the name of a test sample for messages: its locator, or else the fields that identify it. */
function nameOf(sample) {
    const fields = typeof sample.locator === 'string' ? ['locator'] : identifyingFields(sample);
    return describeKey(keyOf(sample, fields), fields);
}

;// CONCATENATED MODULE: ./build/src/actions/evaluate/coverage.js
/** Compares the inferences on the platform and in the file with the test samples that need one. */






/** How many names a message lists. */
const coverage_SHOWN = 10;
/** The most characters of a name. */
const MAX_NAME_LENGTH = 100;
/** The platform's test samples could not be read. */
class UnreadableSamples extends errors/* ActionError */.lZ {
    name = 'UnreadableSamples';
}
/**
 * Finds the test samples of each subject that lack an inference, and prepares batches of the inferences that the file has
 * for them. Opens the test runs, unless it is a dry run, and changes nothing else.
 */
async function compareWithSamples(session, subjects, { inferences, input, concurrency, dryRun, }, { signal, privateDirectory }) {
    const matching = new Matching(privateDirectory, inferences, subjects.length > 1);
    log/* progress */.qB(() => `${matching.samplesRead.toLocaleString('en')} test samples`);
    // With a file, one after the other: the first evaluation that needs an inference uploads it.
    const limit = inferences ? 1 : concurrency;
    const outcomes = await (0,map_settled/* mapSettled */.A)(subjects, limit, signal, async (subject) => {
        const opened = dryRun ? subject : await openTestRun(session, subject);
        const match = await matching.match(sourceOf(session, opened), input?.reset ?? false);
        return { ...match, subject: opened };
    });
    const matches = allOf(outcomes, subjects);
    const opened = matches.map(({ subject }) => subject);
    const unknown = inferences && input ? await findUnknown(session, opened, matching, inferences, input) : 0;
    return { matches, unknown };
}
async function openTestRun(session, subject) {
    const { model, suite, id } = subject;
    return model ? { ...subject, id: id ?? (await session.openTestRun(model.id, suite.id)) } : subject;
}
/**
 * Returns the test samples of a subject. The platform knows which ones of an open test run lack an inference. Without a
 * test run, which a dry run does not open, those with an inference are read too.
 */
function sourceOf(session, { model, suite, id }) {
    if (id !== undefined)
        return {
            lacking: () => session.testSamplesOf(id, { all: false }),
            all: () => session.testSamplesOf(id, { all: true }),
        };
    return {
        lacking: () => session.testSamplesOfSuite(suite.id),
        having: async function* () {
            if (model)
                for (const testCase of suite.test_cases)
                    yield* session.inferencesOfModel(model.id, testCase.id);
        },
        all: () => session.testSamplesOfSuite(suite.id),
    };
}
/** Returns the values of all outcomes. Throws one error for all that failed. */
function allOf(outcomes, subjects) {
    const failures = outcomes.flatMap((outcome, index) => {
        const subject = subjects[index];
        return outcome.status === 'rejected' && subject
            ? [`- ${coverage_nameOf(subject)}: ${(0,errors/* describeFailure */.Ic)(outcome.reason)}`]
            : [];
    });
    if (failures.length > 0)
        throw new UnreadableSamples([
            `The test samples of ${failures.length} of ${subjects.length} evaluations could not be read. Nothing was uploaded or triggered.`,
            ...failures,
        ].join('\n'));
    return outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
}
/** Counts the rows that belong to no test sample of any test suite. Throws unless they may be skipped. */
async function findUnknown(session, subjects, matching, { store, fields, unit }, { file, skipUnknown }) {
    for (const subject of subjects) {
        if (store.unmatchedCount === 0)
            return 0;
        await matching.markKnown(sourceOf(session, subject));
    }
    const count = store.unmatchedCount;
    if (count === 0)
        return 0;
    const first = [];
    for (const row of store.unmatched())
        if (first.push(row) === coverage_SHOWN)
            break;
    const rows = first.map(({ line, key }) => `${unit} ${line}: ${(0,clip/* clip */.$)(describeKey(key, fields), MAX_NAME_LENGTH)}`);
    const listed = rows.join(', ') + (count > rows.length ? `, and ${count - rows.length} more` : '');
    const suites = subjects.map(({ suite }) => `${suite.name}@${suite.version}`).join(', ');
    if (count < store.size && skipUnknown) {
        log/* warning */.$e(`${count} of ${store.size} inferences belong to no test sample in ${suites}, and are left out: ${listed}`, file);
        return count;
    }
    const fix = count < store.size
        ? 'Take them out, or set unknown-samples: skip to leave them out.'
        : `No row fits: check test-suites. The rows name their test samples by ${fields.join(', ')}; the test samples have the fields ${matching.sampleFields.join(', ') || '(there are none)'}.`;
    throw new errors/* FileError */.f6(`${count} of ${store.size} inferences in ${file} belong to no test sample in ${suites}. Nothing was uploaded or triggered. ${fix}\n${rows.map((row) => `- ${row}`).join('\n')}${count > rows.length ? `\n- and ${count - rows.length} more` : ''}`, { file, ...(unit === 'line' && first[0] && { line: first[0].line }) });
}
/** Describes the test samples without an inference. Returns undefined if there are none. */
function describeMissing(matches) {
    const lines = matches.flatMap(({ subject, missing, firstMissing }) => {
        if (missing === 0)
            return [];
        const names = firstMissing
            .slice(0, coverage_SHOWN)
            .map((name) => (0,clip/* clip */.$)(name, MAX_NAME_LENGTH))
            .join(', ');
        return [`- ${coverage_nameOf(subject)}: ${missing} (${names}${missing > coverage_SHOWN ? ', …' : ''})`];
    });
    if (lines.length === 0)
        return undefined;
    const count = missingIn(matches);
    const head = count === 1 ? '1 test sample has no inference' : `${count} test samples have no inference`;
    return [head, ...lines].join('\n');
}
function missingIn(matches) {
    return matches.reduce((sum, { missing }) => sum + missing, 0);
}
function coverage_nameOf({ model, suite }) {
    const where = `${suite.name}@${suite.version}`;
    return model ? `${model.name} on ${where}` : where;
}

// EXTERNAL MODULE: ./build/src/data/problems.js
var data_problems = __webpack_require__(9212);
// EXTERNAL MODULE: ./build/src/data/rows.js + 6 modules
var data_rows = __webpack_require__(966);
// EXTERNAL MODULE: ./build/src/runtime/hint.js + 1 modules
var hint = __webpack_require__(4769);
// EXTERNAL MODULE: ./build/src/data/cells.js
var cells = __webpack_require__(8511);
// EXTERNAL MODULE: ./build/src/data/labels.js
var labels = __webpack_require__(6955);
;// CONCATENATED MODULE: ./build/src/actions/evaluate/inference-row.js
/** Makes a test sample and an inference of a row, whatever the format of the file. */






/** Reads `a.b.c` as a path, `test_sample.a` as one in the test sample. Throws an error for an empty part. */
function parsePlace(text) {
    const parts = text.split('.').map((part) => part.trim());
    if (parts.includes(''))
        throw new Error(`${(0,data_problems/* quote */.h)(text)} is not a path; write names with dots between them, like prediction.label`);
    const [first, ...rest] = parts;
    if (first === 'test_sample' || first === 'inference')
        return { root: first, path: rest };
    return { root: 'inference', path: parts };
}
/** Where a column belongs. */
function placeOf(column, { renamed, identifying }) {
    const place = renamed.get(column);
    if (place)
        return place;
    return identifying.has(column) ? { root: 'test_sample', path: [column] } : parsePlace(column);
}
/** Reads rows. Problems are whole sentences about one row. */
class RowReader {
    #format;
    #places = new Map();
    /** The labels of columns. */
    labels = new labels/* LabelSpellings */.w();
    constructor(format) {
        this.#format = format;
    }
    /** Throws `RowProblems` when the row cannot be used. */
    read(value) {
        if (!isObject(value))
            throw new RowProblems([`${(0,data_problems/* quote */.h)(value)} is not a row; ${howToWrite}`]);
        const row = { test_sample: newObject(), inference: newObject() };
        const problems = [];
        const isWhole = value.inference !== undefined;
        let columns = 0;
        for (const [column, cell] of Object.entries(value)) {
            try {
                const place = this.#placeOf(column);
                const { root, path } = place;
                if (root === 'inference')
                    columns++;
                if (isWhole &&
                    root === 'inference' &&
                    !/^inference(\.|$)/.test(column) &&
                    !this.#format.renamed.has(column))
                    throw new Error(`${(0,data_problems/* quote */.h)(column)} is neither test_sample nor inference; leave it out, or name it in inference-columns`);
                const content = this.#read(column, place, cell);
                if (content === undefined)
                    continue;
                put(row[root], path, content, column);
                if (path.at(-1) === 'label' && typeof content === 'string')
                    this.labels.add(content);
            }
            catch (error) {
                problems.push((0,errors/* messageOf */.bD)(error));
            }
        }
        if (columns === 0 && problems.length === 0)
            problems.push(`inference is missing; ${howToWrite}`);
        if (problems.length > 0)
            throw new RowProblems(problems);
        this.#addConstants(row.inference, Object.keys(value));
        return { sample: row.test_sample, inference: row.inference };
    }
    #placeOf(column) {
        const known = this.#places.get(column);
        if (known)
            return known;
        const place = placeOf(column, this.#format);
        this.#places.set(column, place);
        return place;
    }
    /** The content of a cell; undefined for none. An empty cell of the test sample is null, so that it still counts. */
    #read(column, { root, path }, cell) {
        const isWhole = path.length === 0;
        if (typeof cell === 'string' && isWhole)
            return readObject(column, cell);
        if (isWhole && !isObject(cell))
            throw new Error(`${column} ${(0,data_problems/* quote */.h)(cell)} is not an object`);
        if (isAbsent(cell))
            return root === 'test_sample' ? null : undefined;
        if (this.#format.isText && typeof cell === 'string')
            return root === 'test_sample' ? cell : readCell(column, path, cell);
        if (isText(path) && (typeof cell === 'number' || typeof cell === 'boolean'))
            return pythonText(cell);
        return toJson(cell, column);
    }
    /** A constant of an object that this row does not have would make half an object: it is left out. */
    #addConstants(inference, columns) {
        for (const [path, value] of this.#format.constants) {
            const parent = path.slice(0, -1);
            const isFilled = columns.some((column) => isBelow(this.#placeOf(column), parent));
            if (parent.length === 0 ||
                hasObject(inference, parent) ||
                (!isFilled && Object.keys(inference).length > 0))
                putConstant(inference, path, value);
        }
    }
}
/** Everything that is wrong with one row. */
class RowProblems extends Error {
    problems;
    constructor(problems) {
        super(problems.join('; '));
        this.problems = problems;
    }
}
const howToWrite = 'write {"test_sample": {"locator": "…"}, "inference": {…}}';
/** Labels are text for the platform, also those that look like numbers. */
function isText(path) {
    return ['label', 'data_type'].includes(path.at(-1) ?? '');
}
/** The text of a label that is a number or a boolean: that of Python, which writes `True`. */
function pythonText(label) {
    const text = String(label);
    return typeof label === 'boolean' ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
function isAbsent(cell) {
    return (cell === null ||
        cell === undefined ||
        Number.isNaN(cell) ||
        (typeof cell === 'string' && cell.trim() === ''));
}
/** A cell of CSV, or the value of a constant: a number, a boolean, a list or an object in JSON, or else text. */
function readCell(column, path, cell) {
    if (isText(path))
        return cell;
    const text = cell.trim();
    if (/^nan$/i.test(text))
        return undefined;
    if (/^[-+]?inf(inity)?$/i.test(text))
        throw new Error(`${column} ${(0,data_problems/* quote */.h)(cell)} is not a number that JSON has`);
    if (/^(true|false)$/i.test(text))
        return text.toLowerCase() === 'true';
    if (/^[-+]?0\d/.test(text))
        return cell;
    const number = (0,cells/* parseNumber */.$J)(text);
    // A number of more digits than a double holds is an identifier.
    if (number !== undefined && Number.isFinite(number))
        return isExact(number) ? number : cell;
    if (isForeignNumber(text))
        throw new Error(`${column} ${(0,data_problems/* quote */.h)(cell)} is not a number${(0,cells/* numberAdvice */.I3)(text)}; if it is text, write the rows as JSON or Parquet`);
    const list = /^[[{]/.test(text) ? parseList(text) : undefined;
    return list === undefined ? cell : toJson(list, column);
}
/** Whether a text is a number as Excel shows it: with a decimal comma, or as a percentage. */
function isForeignNumber(text) {
    return /^[-+]?(\d+|\d{1,3}([. ]\d{3})+),\d+$|^[-+]?\d+([.,]\d+)?\s*%$/.test(text);
}
function parseList(text) {
    try {
        return (0,python_json/* parsePythonJson */.S)(text);
    }
    catch {
        return undefined;
    }
}
function readObject(column, text) {
    const value = parseList(text);
    if (isObject(value))
        return toJson(value, column);
    throw new Error(`${column} ${(0,data_problems/* quote */.h)(text)} is not a JSON object`);
}
/** The deepest nesting of objects and lists. */
const DEEPEST = 100;
/** Checks what JSON could not carry as it is. */
function toJson(value, path, depth = 0) {
    if (depth > DEEPEST)
        throw new Error(`${(0,clip/* clip */.$)(path, 100)} is nested more than ${DEEPEST} levels deep`);
    if (typeof value === 'string' || typeof value === 'boolean' || value === null)
        return value;
    if (typeof value === 'number') {
        if (Number.isNaN(value))
            return null;
        if (Number.isFinite(value) && isExact(value))
            return value;
        throw new Error(`${path} ${value} is a number that JSON cannot represent exactly; write it as text`);
    }
    if (Array.isArray(value))
        return value.map((item, index) => toJson(item, `${path}.${index}`, depth + 1));
    if (!isObject(value))
        throw new Error(`${path} has a value that JSON does not have`);
    const object = newObject();
    for (const [key, item] of Object.entries(value))
        object[key] = item === undefined ? null : toJson(item, `${path}.${key}`, depth + 1);
    return object;
}
function isExact(value) {
    return !Number.isInteger(value) || Number.isSafeInteger(value);
}
function Bare() { }
Bare.prototype = Object.create(null);
/** An object that inherits nothing, so that `__proto__` is a key like any other; that of Object.create(null) is slow. */
function newObject() {
    return new Bare();
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function put(object, path, value, column) {
    const last = path.at(-1);
    if (last === undefined) {
        for (const [name, item] of Object.entries(value))
            put(object, [name], item, column);
        return;
    }
    let parent = object;
    for (const key of path.slice(0, -1)) {
        parent[key] ??= newObject();
        if (!isObject(parent[key]))
            throw taken(column);
        parent = parent[key];
    }
    if (parent[last] !== undefined)
        throw taken(column);
    parent[last] = value;
}
function taken(column) {
    return new Error(`${column} belongs to a place that another column fills; keep one of them`);
}
function isBelow({ root, path }, parent) {
    return (root === 'inference' && path.length > parent.length && parent.every((part, index) => path[index] === part));
}
function hasObject(value, path) {
    const [key, ...rest] = path;
    if (Array.isArray(value))
        return value.some((item) => hasObject(item, path));
    if (key === undefined)
        return isObject(value);
    return isObject(value) && hasObject(value[key], rest);
}
/** In a list, every object gets the constant. What a row says itself stays. */
function putConstant(target, path, value) {
    const [key = '', ...rest] = path;
    if (Array.isArray(target)) {
        for (const item of target)
            putConstant(item, path, value);
    }
    else if (isObject(target)) {
        const object = target;
        if (object[key] === undefined)
            object[key] = rest.length === 0 ? value : newObject();
        if (rest.length > 0)
            putConstant(object[key], rest, value);
    }
}

// EXTERNAL MODULE: ./build/src/data/key-table.js
var key_table = __webpack_require__(7504);
;// CONCATENATED MODULE: ./build/src/actions/evaluate/inference-store.js



/** Bytes that are gathered before they are written, and that are read at once if records are read in their order. */
const BUFFER = 64 * 1024;
/** Separates the key of a record from its inference. Neither contains a line break, because both are JSON. */
const NEWLINE = 10;
/**
 * The inferences of a file by the key of their test sample. The inferences themselves are on disk, so that a million
 * of them take less than 100 MB of memory, however large they are.
 */
class InferenceStore {
    #keys = new key_table/* KeyTable */.a();
    /** Of each inference: its line, where its record ends, and whether it is of a test sample. They grow together. */
    #lines = new Uint32Array(1024);
    #ends = new Float64Array(1024);
    #matched = new Uint8Array(1024);
    #file;
    #pending = Buffer.allocUnsafe(BUFFER);
    #pendingBytes = 0;
    #written = 0;
    /** The bytes of the file that were read last, and where they begin. */
    #block = Buffer.alloc(0);
    #blockStart = 0;
    /** @param path of a file that does not exist */
    constructor(path) {
        this.#file = (0,external_node_fs_.openSync)(path, 'wx+', 0o600);
    }
    close() {
        (0,external_node_fs_.closeSync)(this.#file);
    }
    get size() {
        return this.#keys.size;
    }
    /** Adds an inference. Returns the line of an earlier one for the same test sample, which stays. */
    add(key, inference, line) {
        const { size } = this;
        const index = this.#keys.add((0,key_set/* shortKey */.q)(key));
        if (index < size)
            return this.#lines[index];
        if (index === this.#lines.length)
            this.#grow();
        this.#write(`${key}\n${inference}`);
        this.#lines[index] = line;
        this.#ends[index] = this.#written + this.#pendingBytes;
        return undefined;
    }
    /** Finds the inference of a test sample, which then counts as matched. */
    match(key) {
        const index = this.#keys.find((0,key_set/* shortKey */.q)(key));
        if (index !== undefined)
            this.#matched[index] = 1;
        return index;
    }
    /** Reads an inference as JSON text in UTF-8. */
    inferenceAt(index) {
        const record = this.#read(index);
        return Buffer.from(record.subarray(record.indexOf(NEWLINE) + 1));
    }
    /** Inferences that no test sample asked for, in the order of the file. */
    *unmatched() {
        for (let index = 0; index < this.size; index++)
            if (!this.#matched[index])
                yield { line: this.#lines[index] ?? 0, key: this.#keyAt(index) };
    }
    get unmatchedCount() {
        return this.size - this.#matched.reduce((sum, matched) => sum + matched, 0);
    }
    #keyAt(index) {
        const record = this.#read(index);
        return record.toString('utf8', 0, record.indexOf(NEWLINE));
    }
    /** Returns the bytes of a record, which are valid until the next call. */
    #read(index) {
        this.#flush();
        const start = index === 0 ? 0 : (this.#ends[index - 1] ?? 0);
        const end = this.#ends[index] ?? 0;
        const blockEnd = this.#blockStart + this.#block.length;
        if (start < this.#blockStart || end > blockEnd) {
            // Test samples often have the order of the file. Otherwise, reading ahead would be in vain.
            const isNext = start >= this.#blockStart && start <= blockEnd;
            const length = isNext ? Math.max(end - start, Math.min(BUFFER, this.#written - start)) : end - start;
            this.#block = Buffer.allocUnsafe(length);
            this.#blockStart = start;
            (0,external_node_fs_.readSync)(this.#file, this.#block, 0, length, start);
        }
        return this.#block.subarray(start - this.#blockStart, end - this.#blockStart);
    }
    #write(record) {
        // A character has at most three bytes.
        const most = 3 * record.length;
        if (this.#pendingBytes + most > BUFFER)
            this.#flush();
        if (most > BUFFER)
            this.#written += (0,external_node_fs_.writeSync)(this.#file, record, this.#written);
        else
            this.#pendingBytes += this.#pending.write(record, this.#pendingBytes);
    }
    #flush() {
        if (this.#pendingBytes === 0)
            return;
        (0,external_node_fs_.writeSync)(this.#file, this.#pending, 0, this.#pendingBytes, this.#written);
        this.#written += this.#pendingBytes;
        this.#pendingBytes = 0;
    }
    #grow() {
        const length = this.#lines.length * 2;
        const [lines, ends, matched] = [this.#lines, this.#ends, this.#matched];
        this.#lines = new Uint32Array(length);
        this.#ends = new Float64Array(length);
        this.#matched = new Uint8Array(length);
        this.#lines.set(lines);
        this.#ends.set(ends);
        this.#matched.set(matched);
    }
}

;// CONCATENATED MODULE: ./build/src/actions/evaluate/inference-file.js









/** Rows between two lines of the log. */
const PROGRESS = 100_000;
/**
 * Reads a file of inferences. Throws one `FileError` with the first problems of all rows, each with its line and field.
 *
 * @param sampleFields asks the platform for the fields of a test sample, undefined when it cannot be asked; it is, when
 *   no column is named `locator` or `test_sample…`
 */
async function readInferences(input, directory, sampleFields) {
    const { file, columns: renamed, constants } = input;
    const rows = await (0,data_rows/* openRows */.Y)(file);
    const store = new InferenceStore((0,external_node_path_.join)(directory, 'inferences'));
    const problems = new data_problems/* Problems */.Z(rows);
    const seen = new Set(rows.columns);
    let reader;
    let fields;
    let count = 0;
    log/* progress */.qB(() => `${count.toLocaleString('en')} rows of ${file}`);
    for await (const batch of rows.batches) {
        for (const { line, value } of batch) {
            if (!rows.columns && typeof value === 'object')
                for (const key in value)
                    seen.add(key);
            reader ??= await createReader(rows, value, { renamed, constants }, sampleFields);
            try {
                const { sample, inference } = reader.read(value);
                fields ??= identifyingFields(sample);
                const values = valuesOf(sample, fields);
                const problem = identify(sample, fields, values);
                if (problem)
                    throw new RowProblems([problem]);
                const key = JSON.stringify(values);
                const earlier = store.add(key, JSON.stringify(inference), line);
                if (earlier !== undefined)
                    problems.add(line, `${describe(key, fields)} appears twice, first on ${rows.unit} ${earlier}; keep one`);
            }
            catch (error) {
                if (!(error instanceof RowProblems))
                    throw error;
                problems.add(line, ...error.problems);
            }
            if (++count % PROGRESS === 0)
                log/* info */.pq(`Read ${count.toLocaleString('en')} rows of ${file}`);
        }
    }
    if (count === 0)
        throw new errors/* FileError */.f6(`${file} has no rows: it needs at least one inference`, { file });
    problems.refuse();
    const unused = [...renamed.keys()].find((column) => !seen.has(column));
    if (unused !== undefined)
        throw new errors/* FileError */.f6(`inference-columns: ${file} has no column ${(0,data_problems/* quote */.h)(unused)}${(0,hint/* hint */.a)(unused, [...seen]) || `; it has ${list([...seen])}`}`, { file });
    if (reader?.labels.pair) {
        const [one, other] = reader.labels.pair.map(data_problems/* quote */.h);
        log/* warning */.$e(`${file} has the labels ${one} and ${other}, which are two classes for the platform. If they mean the same, write them alike: pandas turns 1 into 1.0 in a column with gaps, and astype("Int64") keeps it.`, 'Labels are written differently');
    }
    log/* info */.pq(`${store.size.toLocaleString('en')} inferences in ${file}`);
    return { store, fields: fields ?? [], unit: rows.unit };
}
async function createReader(rows, first, given, sampleFields) {
    const columns = rows.columns ?? (typeof first === 'object' && first !== null ? Object.keys(first) : []);
    const identifying = new Set();
    const named = columns.some((column) => placeOf(column, { ...given, identifying }).root === 'test_sample');
    if (!named && columns.includes('locator'))
        identifying.add('locator');
    else if (!named) {
        const known = await sampleFields();
        // Without the platform, as in the pull request of a fork, any column does for a look at the rows.
        for (const column of known ? columns : columns.slice(0, 1))
            if (known?.includes(column) ?? true)
                identifying.add(column);
        if (identifying.size === 0 && rows.columns)
            throw nothingIdentifies(rows, known);
    }
    if (rows.columns)
        checkPlaces(rows, rows.columns, { ...given, identifying });
    return new RowReader({ ...given, identifying, isText: rows.isText });
}
function nothingIdentifies({ file, columns = [] }, known = []) {
    const fields = known.length > 0 ? `; the test samples have the fields ${list(known)}` : '';
    return new errors/* FileError */.f6(`${file} has no column that says which test sample a row is for${fields}. Name one locator or test_sample.…, or set inference-columns, such as ${columns[0] ?? 'image'}=test_sample.locator`, { file });
}
/** Refuses a table in which two columns belong to the same place, or none holds anything of an inference. */
function checkPlaces({ file, headerLine }, columns, format) {
    const refuse = (problem) => {
        const place = headerLine === undefined ? { file } : { file, line: headerLine };
        throw new errors/* FileError */.f6(`${headerLine === undefined ? file : `${file}, line ${headerLine}`}: ${problem}`, place);
    };
    const places = columns.map((column) => {
        try {
            const { root, path } = placeOf(column, format);
            return { column, root, text: [root, ...path].join('.') };
        }
        catch (error) {
            return refuse(`the column ${(0,errors/* messageOf */.bD)(error)}`);
        }
    });
    for (const [index, place] of places.entries()) {
        const other = places
            .slice(0, index)
            .find(({ text }) => text === place?.text || isWithin(text, place?.text));
        if (place && other)
            refuse(`the columns ${(0,data_problems/* quote */.h)(other.column)} and ${(0,data_problems/* quote */.h)(place.column)} are both for ${place.text}; keep one of them`);
    }
    if (!places.some((place) => place?.root === 'inference'))
        refuse('there is no column for the inference, such as prediction.label');
}
/** Whether one place lies in the other, so that both cannot be filled. */
function isWithin(a, b = '') {
    const [short, long] = a.length < b.length ? [a, b] : [b, a];
    return short.includes('.') && long.startsWith(`${short}.`);
}
/** What is wrong with how a row names its test sample. */
function identify(sample, fields, values) {
    const hasValue = values.some((value) => value !== null && value !== '');
    const others = Object.keys(sample).filter((name) => isIdentifying(name) && !fields.includes(name));
    if (hasValue && others.length === 0)
        return undefined;
    if (identifyingFields(sample).length === 0)
        return 'test_sample is missing; write {"test_sample": {"locator": "…"}, "inference": {…}}';
    const [other] = others.sort();
    return other === undefined
        ? `${list(fields)} is empty`
        : `test_sample has the field ${(0,data_problems/* quote */.h)(other)}, and that of the first row has ${list(fields)}; name every test sample by the same fields`;
}
function describe(key, fields) {
    const text = describeKey(key, fields);
    return fields.length === 1 ? `${fields[0]} ${(0,data_problems/* quote */.h)(text)}` : text;
}
function list(names) {
    return names.length > 10
        ? `${names.slice(0, 10).join(', ')} and ${names.length - 10} more`
        : names.join(', ');
}

// EXTERNAL MODULE: ./build/src/platforms/kolena/subjects.js
var subjects = __webpack_require__(2114);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./build/src/platforms/kolena/fields.js
var fields = __webpack_require__(3438);
// EXTERNAL MODULE: ./build/src/platforms/kolena/suite-reference.js
var suite_reference = __webpack_require__(647);
// EXTERNAL MODULE: ./build/src/runtime/fields.js
var runtime_fields = __webpack_require__(8681);
// EXTERNAL MODULE: ./build/src/runtime/inputs.js
var runtime_inputs = __webpack_require__(2349);
// EXTERNAL MODULE: ./build/src/runtime/lists.js
var lists = __webpack_require__(3075);
// EXTERNAL MODULE: ./build/src/runtime/mode.js
var runtime_mode = __webpack_require__(1615);
// EXTERNAL MODULE: ./build/src/runtime/workspace.js
var workspace = __webpack_require__(8835);
;// CONCATENATED MODULE: ./build/src/actions/evaluate/inputs.js









const suites = (0,runtime_fields/* parsed */.Yz)((text) => (0,lists/* parseList */.E)(text).map(suite_reference/* parseSuiteReference */.F));
const concurrency = (0,runtime_fields/* parsed */.Yz)((text) => {
    if (/^([1-9]|1[0-6])$/.test(text))
        return Number(text);
    throw new Error('write a number from 1 to 16');
});
/** The inputs of the evaluate action: name, type and rules. Their descriptions and defaults are in action.yml. */
const inputs_fields = {
    workflow: runtime_fields/* line */.n8,
    models: (0,runtime_fields/* list */.p_)(),
    'model-tags': (0,runtime_fields/* list */.p_)({ comma: true }),
    'test-suites': suites,
    inferences: runtime_fields/* line */.n8,
    'inference-columns': (0,runtime_fields/* pairs */.AS)('column=path'),
    'inference-constants': (0,runtime_fields/* pairs */.AS)('path=value'),
    'unknown-samples': schemas/* prefault */.SdS((0,runtime_fields/* oneOf */.yL)('fail', 'skip'), 'fail'),
    'missing-inferences': schemas/* prefault */.SdS((0,runtime_fields/* oneOf */.yL)('fail', 'warn', 'allow'), 'fail'),
    'reset-inferences': schemas/* prefault */.SdS(runtime_fields/* boolean */.zM, 'false'),
    ...fields/* platformFields */.vC,
    concurrency: schemas/* prefault */.SdS(concurrency, '4'),
    'dry-run': schemas/* prefault */.SdS((0,runtime_fields/* oneOf */.yL)('auto', 'true', 'false'), 'auto'),
};
const variables = fields/* platformVariables */.d3;
/** Reads every input. Throws one `InputError` with all that is wrong, before anything is sent. */
function loadInputs({ event, rawInputs }) {
    const inputs = new runtime_inputs/* Inputs */.G0(inputs_fields, variables, rawInputs);
    const { values } = inputs;
    const mode = (0,runtime_mode/* decideMode */.ap)(values['dry-run'], event);
    inputs.missing('workflow', "is required; write the name of the platform's workflow");
    inputs.missing('test-suites', 'is required; write name or name@version, one per line');
    const loaded = {
        mode,
        platform: (0,fields/* loadPlatform */.Gp)(inputs, mode.dryRun ? undefined : 'to trigger evaluations'),
        workflow: values.workflow ?? '',
        models: chooseModels(inputs),
        suites: distinct(values['test-suites'] ?? [], suite_reference/* formatSuiteReference */.N),
        inferences: loadInferences(inputs),
        missingInferences: values['missing-inferences'],
        concurrency: values.concurrency,
    };
    inputs.refuse();
    return loaded;
}
function loadInferences(inputs) {
    const { inferences: file, models, 'reset-inferences': reset } = inputs.values;
    const columns = loadColumns(inputs);
    const constants = loadConstants(inputs);
    if (file === undefined) {
        if (inputs.isGiven('inferences'))
            return undefined;
        for (const name of ['inference-columns', 'inference-constants'])
            if (inputs.values[name]?.length)
                inputs.problem(name, undefined, 'is set without inferences, the file that it applies to');
        if (reset)
            inputs.problem('reset-inferences', undefined, 'is true without inferences to replace them');
        return undefined;
    }
    inputs.checkPath('inferences', file, 'file', workspace/* noSuchFile */.VT);
    if (models && new Set(models).size > 1)
        inputs.problem('models', undefined, 'names several models, but the inferences are from one; evaluate each model in a run of its own');
    return { file, columns, constants, skipUnknown: inputs.values['unknown-samples'] === 'skip', reset };
}
function loadColumns(inputs) {
    const name = 'inference-columns';
    const columns = new Map();
    for (const [column, path] of inputs.values[name] ?? []) {
        if (columns.has(column))
            inputs.problem(name, undefined, `names the column ${JSON.stringify(column)} twice`);
        const place = inputs.attempt(name, () => parsePlace(path));
        if (place)
            columns.set(column, place);
    }
    return columns;
}
function loadConstants(inputs) {
    const name = 'inference-constants';
    return (inputs.values[name] ?? []).flatMap(([text, value]) => {
        const constant = inputs.attempt(name, () => {
            const { root, path } = parsePlace(text);
            if (root !== 'inference' || path.length === 0)
                throw new Error(`${JSON.stringify(text)} is not in the inference; write a path like prediction.data_type`);
            return [path, readCell(text, path, value) ?? null];
        });
        return constant ? [constant] : [];
    });
}
function chooseModels(inputs) {
    const { models: names = [], 'model-tags': tags = [] } = inputs.values;
    if (names.length > 0 && tags.length > 0)
        inputs.problem('model-tags', undefined, 'is set together with models; set only one of them');
    if (!inputs.isGiven('model-tags'))
        inputs.missing('models', 'is required, or model-tags; write names of models, one per line');
    return names.length > 0 ? { names: [...new Set(names)] } : { tags: [...new Set(tags)] };
}
/** The items without those that have the key of an earlier one. */
function distinct(items, key) {
    const first = new Map();
    for (const item of items)
        if (!first.has(key(item)))
            first.set(key(item), item);
    return [...first.values()];
}

;// CONCATENATED MODULE: ./build/src/actions/evaluate/subjects.js




/** Loads the models, the test suites and the evaluators. What cannot be loaded becomes a problem and stops nothing. */
async function loadSubjects(session, { workflow, models, suites, inferences, concurrency }, signal) {
    const problems = [];
    const load = async (items, work) => (await (0,map_settled/* mapSettled */.A)(items, concurrency, signal, work)).flatMap((outcome) => {
        if (outcome.status === 'fulfilled')
            return [outcome.value];
        problems.push((0,errors/* describeFailure */.Ic)(outcome.reason));
        return [];
    });
    const loaded = 'names' in models
        ? await load(models.names, (name) => (0,subjects/* loadModel */.c)(session, workflow, name, 'models'))
        : (await load([models.tags], (tags) => listModels(session, workflow, tags))).flat();
    if (inferences && loaded.length > 1)
        problems.push(`${loaded.length} models have the tags of model-tags, and the file of inferences is of one: name it in models.`);
    return {
        models: distinct(loaded, ({ id }) => id),
        suites: distinct(await load(suites, (suite) => (0,subjects/* loadSuite */.b)(session, workflow, suite, 'test-suites')), ({ id }) => id),
        evaluators: (await load([workflow], () => listEvaluators(session, workflow))).flat(),
        problems,
    };
}
async function listModels(session, workflow, tags) {
    const models = await session.listModels(workflow, tags);
    if (models.length > 0)
        return models;
    throw new errors/* ActionError */.lZ(`No model of the workflow "${workflow}" has all of the tags ${tags.join(', ')}: check model-tags.`);
}
async function listEvaluators(session, workflow) {
    const evaluators = (await session.listEvaluators(workflow)).filter(({ image }) => image);
    if (evaluators.length > 0)
        return [...new Set(evaluators.map(({ name }) => name))];
    throw new errors/* ActionError */.lZ(`No evaluator is registered for the workflow "${workflow}": publish one first, or correct workflow.`);
}

// EXTERNAL MODULE: ./build/src/util/send-once.js
var send_once = __webpack_require__(2138);
;// CONCATENATED MODULE: ./build/src/actions/evaluate/upload.js







/** Uploads the inferences of one evaluation. If the answer is lost, sends only what the platform does not have. */
async function uploadMatch(session, run, match, inferences, reset, { signal, privateDirectory }) {
    const { id } = run;
    if (id === undefined)
        throw new Error('the test run is not open');
    let upload = await session.uploadBatches(contentOf(match.batches));
    await (0,send_once/* sendOnce */.E)({
        what: `upload of inferences for ${run.suite.name}`,
        signal,
        send: async () => {
            await session.uploadInferences(upload, id, reset);
            return true;
        },
        findSent: async () => {
            const left = await findLeft(session, { ...run, id }, inferences, reset, privateDirectory);
            if (left.count > 0) {
                upload = await session.uploadBatches(contentOf(left.batches));
                return undefined;
            }
            log/* info */.pq('The inferences have arrived: only the answer was lost');
            return true;
        },
    });
}
/** Returns the content of each batch, and shows as progress which one is being uploaded. */
function* contentOf(files) {
    let begun = 0;
    log/* progress */.qB(() => `batch ${begun} of ${files.length}`);
    for (const file of files) {
        begun++;
        yield (0,external_node_fs_.readFileSync)(file);
    }
}
/** Returns the inferences of the file that should be on the platform and are not. */
async function findLeft(session, run, inferences, reset, directory) {
    const source = sourceOf(session, run);
    const matching = new Matching(directory, inferences, false);
    if (!reset)
        return await matching.match(source, false);
    // Inferences that are replaced were there before, so only their content shows whether they arrived.
    const having = () => sameAs(inferences, session.inferencesOf(run.id));
    return await matching.match({ lacking: source.all, all: source.all, having }, false);
}
async function* sameAs({ store, fields }, loaded) {
    const canonical = (text) => (0,python_json/* canonicalJson */.d)((0,python_json/* parsePythonJson */.S)(text));
    for await (const batch of loaded)
        yield batch.filter(({ test_sample, inference }) => {
            if (!test_sample || !inference)
                return false;
            const ours = store.match(keyOf((0,python_json/* parsePythonJson */.S)(test_sample), fields));
            return (ours !== undefined && canonical(store.inferenceAt(ours).toString('utf8')) === canonical(inference));
        });
}

;// CONCATENATED MODULE: ./build/src/actions/evaluate/evaluate.js












/**
 * Triggers the evaluation of every model on every test suite, after it found all of them and after every test sample has
 * an inference. Uploads the inferences of a file first. A dry run does everything that changes nothing.
 *
 * @param record stores facts as soon as they are known, so that the report has them even if the run fails later
 */
async function evaluateModels(inputs, context, record) {
    const { runLog, signal } = context;
    const { dryRun } = inputs.mode;
    const found = await findSubjects(inputs, context);
    let runs = found ? plannedRuns(found) : [];
    const update = (index, part) => {
        runs = runs.map((run, position) => (position === index ? { ...run, ...part } : run));
        record({ runs });
    };
    if (found) {
        const { evaluators, problems } = found;
        record({ runs, evaluators, problems });
        refuseMissing(problems, dryRun);
    }
    const inferences = await readFile(inputs, found, context);
    if (inputs.inferences && inferences)
        record({ inferences: { file: inputs.inferences.file, count: inferences.store.size } });
    try {
        const coverage = found && (await compare(inputs, found, runs, inferences, context));
        if (coverage) {
            record(factsOf(coverage, inferences !== undefined && dryRun));
            if (runs.length > 0)
                for (const [index, match] of coverage.matches.entries())
                    update(index, runFactsOf(match, dryRun));
            treatMissing(coverage, inputs.missingInferences, dryRun && !inferences);
        }
        if (dryRun || !found)
            return;
        if (coverage && inferences)
            await uploadAll(found.session, inputs, coverage, inferences, context, update, record);
        await runLog.phase('Trigger', () => triggerAll(found.session, runs, inputs.concurrency, signal, update));
        refuseFailures(runs);
    }
    finally {
        inferences?.store.close();
        const count = runs.filter(({ triggered }) => triggered).length;
        if (count > 0)
            runLog.done.push(`${count} of ${runs.length} evaluations were triggered.`);
    }
}
/** Loads models and test suites. Returns undefined in a dry run that cannot ask the platform. */
async function findSubjects(inputs, { runLog, signal }) {
    const { mode, platform } = inputs;
    const { apiUrl, apiToken } = platform;
    if (apiToken === undefined) {
        log/* info */.pq('No api-token: the platform is not asked for models and test suites');
        return undefined;
    }
    const load = async () => {
        const session = await runLog.phase('Log in at the platform', () => (0,client.logIn)(apiUrl, apiToken, signal));
        return await runLog.phase('Load models and test suites', async () => ({
            session,
            ...(await loadSubjects(session, inputs, signal)),
        }));
    };
    return mode.dryRun ? await (0,dry_run/* readDuringDryRun */.u)('The platform could not be asked.', signal, load) : await load();
}
function plannedRuns({ session, models, suites }) {
    return models.flatMap((model) => suites.map((suite) => {
        const url = (0,links/* resultsLink */.T)(session.tenant, model.workflow, model.id, suite.id);
        return { model, suite, url, triggered: false };
    }));
}
/** Throws if anything is missing for the evaluation. In a dry run it is a warning. */
function refuseMissing(problems, dryRun) {
    if (problems.length === 0)
        return;
    const head = problems.length === 1 ? 'Something is' : `${problems.length} things are`;
    const lines = problems.map((problem) => `- ${problem}`);
    const message = [`${head} missing for the evaluation. Nothing was triggered.`, ...lines].join('\n');
    if (!dryRun)
        throw new errors/* ActionError */.lZ(message);
    log/* warning */.$e(message, 'Dry run');
}
async function readFile({ inferences: input }, found, { runLog, privateDirectory }) {
    if (!input)
        return undefined;
    return await runLog.phase('Read the inferences', () => readInferences(input, privateDirectory, () => sampleFields(found)));
}
/**
 * Returns the fields of the first test sample of the test suites: none if they have no test samples, undefined if the
 * platform cannot be asked.
 */
async function sampleFields(found) {
    if (!found)
        return undefined;
    for (const suite of found.suites)
        for await (const batch of found.session.testSamplesOfSuite(suite.id))
            for (const { test_sample } of batch)
                if (test_sample)
                    return identifyingFields((0,python_json/* parsePythonJson */.S)(test_sample));
    return [];
}
/** Finds the test samples that lack an inference. Returns undefined if they do not matter. */
async function compare({ inferences: input, missingInferences, concurrency, mode }, { session, suites }, runs, inferences, context) {
    if (!inferences && missingInferences === 'allow')
        return undefined;
    // Inferences belong to one model. So far, several models were only a warning in a dry run.
    if (inferences && new Set(runs.map(({ model }) => model.id)).size > 1)
        return undefined;
    const { dryRun } = mode;
    // The platform does not know a model that a pull request adds, but its file can still be compared.
    const subjects = runs.length > 0 || !inferences ? runs : suites.map((suite) => ({ suite }));
    return await context.runLog.phase('Compare with the test samples', async () => {
        const options = { inferences, input, concurrency, dryRun };
        return await compareWithSamples(session, subjects, options, context).catch((error) => {
            if (!dryRun || !(error instanceof UnreadableSamples))
                throw error;
            log/* warning */.$e(error.message, 'Dry run');
            return undefined;
        });
    });
}
/** @param wouldUpload whether this is a dry run with a file of inferences */
function factsOf({ matches, unknown }, wouldUpload) {
    const uploaded = matches.reduce((sum, { count }) => sum + count, 0);
    return { missing: missingIn(matches), unknown, ...(wouldUpload && { uploaded }) };
}
function runFactsOf({ subject: { id }, missing, firstMissing, count }, dryRun) {
    return { ...(id !== undefined && { id }), missing, firstMissing, ...(dryRun && { uploaded: count }) };
}
function treatMissing({ matches }, mode, onlyWarn) {
    const problem = describeMissing(matches);
    if (problem === undefined)
        return;
    if (mode === 'fail' && !onlyWarn)
        throw new errors/* ActionError */.lZ(`${problem}\nNothing was uploaded or triggered. Upload the inferences first, with the input inferences, or set missing-inferences to warn or allow.`);
    if (mode === 'allow')
        log/* info */.pq(problem);
    else
        log/* warning */.$e(problem, 'Missing inferences');
}
/** Uploads what each evaluation needs, one evaluation after the other. */
async function uploadAll(session, { inferences: input }, { matches }, inferences, context, update, record) {
    await context.runLog.phase('Upload the inferences', async () => {
        let uploaded = 0;
        record({ uploaded });
        for (const [index, match] of matches.entries()) {
            const { subject, count } = match;
            if (count === 0)
                continue;
            await uploadMatch(session, subject, match, inferences, input?.reset ?? false, context);
            update(index, { uploaded: count });
            uploaded += count;
            record({ uploaded });
            context.runLog.done.push(`${count} inferences for ${coverage_nameOf(subject)} were uploaded.`);
            log/* info */.pq(`Uploaded ${count.toLocaleString('en')} inferences for ${coverage_nameOf(subject)}`);
        }
    });
}
/** Triggers every evaluation. A failure does not stop the others. */
async function triggerAll(session, runs, concurrency, signal, update) {
    await (0,map_settled/* mapSettled */.A)([...runs.entries()], concurrency, signal, async ([index, run]) => {
        try {
            const id = run.id ?? (await session.openTestRun(run.model.id, run.suite.id));
            update(index, { id });
            await session.evaluate(id);
            update(index, { triggered: true });
            log/* info */.pq(`Triggered ${coverage_nameOf(run)}: test run ${id}, results ${run.url}`);
        }
        catch (error) {
            update(index, { failure: (0,errors/* describeFailure */.Ic)(error) });
        }
    });
}
/** Throws one error for all evaluations that could not be triggered. */
function refuseFailures(runs) {
    const failed = runs.filter(({ triggered }) => !triggered);
    if (failed.length === 0)
        return;
    const lines = failed.map((run) => `- ${coverage_nameOf(run)}: ${run.failure}`);
    const head = `${failed.length} of ${runs.length} evaluations could not be triggered.`;
    throw new errors/* ActionError */.lZ([head, ...lines].join('\n'));
}

;// CONCATENATED MODULE: ./build/src/actions/evaluate/outputs.js
/** Returns the outputs by their names in action.yml. An output without a value is an empty string. */
function evaluateOutputs({ mode, runs, uploaded, missing }) {
    const shown = runs.filter(({ triggered }) => triggered || mode?.dryRun);
    const rows = shown.map(({ model, suite, id, url }) => ({
        model: model.name,
        test_suite: suite.name,
        version: suite.version,
        test_run_id: id ?? null,
        url,
    }));
    return {
        'test-runs': rows.length > 0 ? JSON.stringify(rows) : '',
        uploaded: outputs_text(uploaded),
        missing: outputs_text(missing),
        'dry-run': mode ? String(mode.dryRun) : '',
    };
}
function outputs_text(value) {
    return value === undefined ? '' : String(value);
}

// EXTERNAL MODULE: ./build/src/report/markdown.js
var markdown = __webpack_require__(75);
// EXTERNAL MODULE: ./build/src/report/report.js
var report = __webpack_require__(8456);
;// CONCATENATED MODULE: ./build/src/actions/evaluate/summary.js



/** Returns the job summary: the verdict, the test runs with links to their results, and the timeline. */
function evaluateSummary(evaluation, runLog, error) {
    const { mode, runs, problems } = evaluation;
    const sections = [
        ...(mode ? [facts(evaluation)] : []),
        ...(error === undefined && problems.length > 0 ? [missing(problems)] : []),
        ...(runs.length > 0 ? [runTable(runs)] : []),
        ...runs.filter(({ missing }) => missing).map(missingSamples),
        ...(runs.some(({ triggered }) => triggered) ? [notFinished] : []),
    ];
    return (0,report/* report */.z)(verdict(evaluation, error), sections, runLog, error);
}
function verdict({ mode, runs }, error) {
    const triggered = runs.filter((run) => run.triggered).length;
    if (error !== undefined && triggered > 0)
        return (0,markdown.md) `❌ ${triggered} of ${runs.length} evaluations are triggered`;
    if (error !== undefined)
        return (0,markdown.md) `❌ No evaluation was triggered`;
    if (mode?.dryRun && runs.length === 0)
        return (0,markdown.md) `🔎 Dry run: nothing was triggered`;
    if (mode?.dryRun)
        return (0,markdown.md) `🔎 Dry run: ${count(runs.length)} would be triggered`;
    return (0,markdown.md) `✅ ${count(runs.length)} triggered`;
}
function count(evaluations) {
    return evaluations === 1 ? '1 evaluation' : `${evaluations} evaluations`;
}
function facts(evaluation) {
    const { mode, workflow, evaluators } = evaluation;
    return (0,report/* factTable */.B)([
        [mode?.dryRun ? 'Dry run' : 'Run', mode?.reason],
        ['Workflow', workflow],
        [
            evaluators.length === 1 ? 'Evaluator' : 'Evaluators',
            evaluators.length > 0 ? (0,markdown/* join */.fj)(evaluators.map(markdown/* code */.aY), (0,markdown.md) ` `) : undefined,
        ],
        ['Inferences', inferenceFacts(evaluation)],
    ]);
}
function inferenceFacts({ mode, inferences, uploaded = 0, unknown = 0, }) {
    if (!inferences)
        return undefined;
    const { file, count } = inferences;
    const effect = `${uploaded || 'none'} ${mode?.dryRun ? 'would be uploaded' : 'uploaded'}`;
    const leftOut = unknown > 0 ? `, ${unknown} belong to no test sample` : '';
    return (0,markdown.md) `${count} in ${(0,markdown/* code */.aY)(file)}: ${effect}${leftOut}`;
}
function missingSamples({ model, suite, missing = 0, firstMissing = [] }) {
    const rest = missing > firstMissing.length ? [(0,markdown.md) `- and ${missing - firstMissing.length} more`] : [];
    return (0,markdown/* details */.zH)(`${missing} test samples of ${suite.name} have no inference of ${model.name}`, (0,markdown/* join */.fj)([...firstMissing.map((name) => (0,markdown.md) `- ${(0,markdown/* code */.aY)((0,clip/* clip */.$)(name, 200))}`), ...rest], (0,markdown.md) `\n`));
}
function missing(problems) {
    return (0,markdown/* alert */.xE)('WARNING', (0,markdown/* join */.fj)([(0,markdown.md) `Missing for the evaluation:`, ...problems], (0,markdown.md) `<br>`));
}
function runTable(runs) {
    const rows = runs.map((run) => [
        (0,markdown/* code */.aY)(run.model.name),
        (0,markdown/* code */.aY)(run.suite.name),
        run.suite.version,
        run.id ?? '—',
        state(run),
    ]);
    return (0,markdown/* table */.tp)(['Model', 'Test suite', 'Version', 'Test run', ''], rows);
}
function state({ url, triggered, failure }) {
    if (failure !== undefined)
        return (0,markdown.md) `❌ ${(0,clip/* clip */.$)(failure, 300)}`;
    return (0,markdown/* link */.nf)(triggered ? 'results' : 'results so far', url);
}
const notFinished = (0,markdown/* alert */.xE)('NOTE', 'Triggered is not finished. The platform now runs the registered evaluator, for at most 6 hours, and its API does not report progress: the results pages show results and failures. Another run triggers the same test runs and computes their metrics again.');

;// CONCATENATED MODULE: ./build/src/actions/evaluate/action.js





/** Triggers the evaluation of models on test suites by the registered evaluator. */
const evaluate = {
    fields: inputs_fields,
    variables: variables,
    begin: () => ({ evaluators: [], runs: [], problems: [] }),
    run: async (request, context, record) => {
        const inputs = loadInputs(request);
        const { mode, workflow } = inputs;
        record({ mode, workflow });
        log/* info */.pq(`${mode.dryRun ? 'Dry run' : 'Evaluating'}: ${mode.reason}`);
        await evaluateModels(inputs, context, record);
        if (!mode.dryRun)
            log/* info */.pq(triggeredIsNotFinished);
    },
    outputs: evaluateOutputs,
    summary: evaluateSummary,
};
const triggeredIsNotFinished = 'The platform now computes the metrics. Its API does not report progress, so this run ends here: the results pages show whether an evaluation has finished or failed.';


/***/ }),

/***/ 8511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $J: () => (/* binding */ parseNumber),
/* harmony export */   I3: () => (/* binding */ numberAdvice),
/* harmony export */   fC: () => (/* binding */ clipRounding)
/* harmony export */ });
/** Reads what people and programs write into cells. */
/** Returns the number in a text, or undefined if it is not a decimal number. */
function parseNumber(text) {
    return /^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i.test(text) ? Number(text) : undefined;
}
/** Returns advice for a text that is not a number: ": write 0.9" for "0,9" and "90 %", otherwise nothing. */
function numberAdvice(text) {
    const [, sign = '', whole = '', decimals = '0', percent] = /^\s*([-+]?)(\d*)(?:[.,](\d+))?\s*(%?)\s*$/.exec(text) ?? [];
    if (whole === '' && decimals === '0')
        return '';
    const value = Number(`${sign}${whole || '0'}.${decimals}`);
    return `: write ${percent ? Number((value / 100).toPrecision(15)) : value}`;
}
/** Maximum distance by which rounding alone may move a figure out of its bounds. */
const ROUNDING = 1e-9;
/** Moves a number into the range from 0 to 1 if only rounding put it outside, such as 1.0000000000000002. */
function clipRounding(value) {
    if (value < 0 && value >= -ROUNDING)
        return 0;
    return value > 1 && value <= 1 + ROUNDING ? 1 : value;
}


/***/ }),

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

/***/ 6955:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ labelKey),
/* harmony export */   w: () => (/* binding */ LabelSpellings)
/* harmony export */ });
/** Maximum labels that are compared. A column with more labels does not contain classes. */
const MAX_LABELS = 10_000;
/** Finds labels that are written differently and probably mean the same class. */
class LabelSpellings {
    #seen = new Set();
    #first = new Map();
    /** The first two labels that probably mean the same. */
    pair;
    add(label) {
        if (this.#seen.has(label) || this.#seen.size === MAX_LABELS)
            return;
        this.#seen.add(label);
        const key = labelKey(label);
        const first = this.#first.get(key);
        if (first === undefined)
            this.#first.set(key, label);
        else
            this.pair ??= [first, label];
    }
}
/**
 * Returns the same text for labels that different programs write for the same class: pandas turns `1` into `1.0` in a
 * column with gaps, and Python writes `True` where JSON and SQL write `true`.
 */
function labelKey(label) {
    const text = label.trim();
    if (/^[-+]?\d+\.?\d*(e[-+]?\d+)?$/i.test(text) && Number.isSafeInteger(Number(text)))
        return String(Number(text));
    return /^(true|false)$/i.test(text) ? text.toLowerCase() : text;
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

/***/ 4504:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ mapSettled)
/* harmony export */ });
/**
 * Applies a function to every item, at most `limit` at a time, and returns the outcomes in the order of the items. A
 * failure does not stop the other items. An abort does, and its reason is thrown.
 */
async function mapSettled(items, limit, signal, work) {
    const outcomes = [];
    const queue = items.entries();
    const worker = async () => {
        // The workers share the iterator: each takes the next free item.
        for (const [index, item] of queue) {
            if (signal.aborted)
                return;
            const [outcome] = await Promise.allSettled([work(item)]);
            outcomes[index] = outcome;
        }
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
    signal.throwIfAborted();
    return outcomes;
}


/***/ })

};
