export const id = 392;
export const ids = [392];
export const modules = {

/***/ 1484:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fh: () => (/* binding */ ExactNumber),
/* harmony export */   jM: () => (/* binding */ parseExact),
/* harmony export */   sF: () => (/* binding */ TooManyValues),
/* harmony export */   zX: () => (/* binding */ stringifyExact)
/* harmony export */ });
/**
 * Reads JSON as Python writes it, and keeps every number as written: no digit of a large or long number is lost, and
 * `NaN` and the infinities, which `JSON.parse` refuses, are numbers.
 */
/** A number with its digits as written. */
class ExactNumber {
    text;
    constructor(text) {
        this.text = text;
    }
    get value() {
        return Number(this.text);
    }
}
/** Thrown when a text has more values than allowed. */
class TooManyValues extends Error {
}
/** Parses a text. Throws `SyntaxError` if it is not JSON, and `TooManyValues` above the limit. */
function parseExact(text, limits = { depth: 64 }) {
    const parser = new Parser(text, limits);
    const value = parser.value(0);
    parser.end();
    return value;
}
/** Returns the value as JSON. NaN and the infinities, which JSON does not have, become text. */
function stringifyExact(value) {
    if (value instanceof ExactNumber)
        return /^(?:NaN|-?Infinity)$/.test(value.text) ? `"${value.text}"` : value.text;
    if (Array.isArray(value))
        return `[${value.map(stringifyExact).join(',')}]`;
    if (value instanceof Map)
        return `{${[...value].map(([key, item]) => `${JSON.stringify(key)}:${stringifyExact(item)}`).join(',')}}`;
    return JSON.stringify(value);
}
const space = /[ \t\n\r]*/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null|NaN|-?Infinity/y;
const string = /"[^"\\]*(?:\\.[^"\\]*)*"/y;
class Parser {
    #text;
    #limits;
    #at = 0;
    constructor(text, limits) {
        this.#text = text;
        this.#limits = limits;
    }
    value(depth) {
        const { values } = this.#limits;
        if (values && --values.left < 0)
            throw new TooManyValues();
        if (depth > this.#limits.depth)
            throw new SyntaxError(`more than ${this.#limits.depth} levels`);
        this.#take(space);
        const next = this.#text[this.#at];
        if (next === '{')
            return this.#object(depth);
        if (next === '[')
            return this.#list(depth);
        if (next === '"')
            return this.#string();
        const token = /[-\dtfnNI]/.test(next ?? '') ? this.#take(scalar) : '';
        if (token === '')
            throw this.#unexpected();
        if (token === 'null')
            return null;
        return token === 'true' || token === 'false' ? token === 'true' : new ExactNumber(token);
    }
    end() {
        this.#take(space);
        if (this.#at < this.#text.length)
            throw this.#unexpected();
    }
    #object(depth) {
        const object = new Map();
        this.#items('}', () => {
            this.#take(space);
            const key = this.#string();
            this.#take(space);
            if (this.#text[this.#at++] !== ':')
                throw this.#unexpected(1);
            object.set(key, this.value(depth + 1));
        });
        return object;
    }
    #list(depth) {
        const list = [];
        this.#items(']', () => list.push(this.value(depth + 1)));
        return list;
    }
    /** Reads the items between two brackets, separated by commas. */
    #items(close, read) {
        this.#at++;
        this.#take(space);
        if (this.#text[this.#at] === close) {
            this.#at++;
            return;
        }
        for (;;) {
            read();
            this.#take(space);
            const next = this.#text[this.#at++];
            if (next === close)
                return;
            if (next !== ',')
                throw this.#unexpected(1);
        }
    }
    #string() {
        const token = this.#take(string);
        if (token === '')
            throw this.#unexpected();
        // JSON.parse refuses what a text may not contain, such as a line break.
        return JSON.parse(token);
    }
    #take(pattern) {
        pattern.lastIndex = this.#at;
        const token = pattern.exec(this.#text)?.[0] ?? '';
        this.#at += token.length;
        return token;
    }
    #unexpected(back = 0) {
        const at = this.#at - back;
        const what = at < this.#text.length ? JSON.stringify(this.#text[at]) : 'the end';
        return new SyntaxError(`${what} at character ${at + 1} is not JSON`);
    }
}


/***/ }),

/***/ 7696:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eh: () => (/* binding */ isBounds),
/* harmony export */   hp: () => (/* binding */ isTolerated),
/* harmony export */   ju: () => (/* binding */ problemInExpected),
/* harmony export */   vJ: () => (/* binding */ mismatches)
/* harmony export */ });
/* harmony import */ var _exact_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1484);
/* harmony import */ var _metrics_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8143);
/** Compares computed metrics with expected ones. */


/** Returns the reason why a value cannot be expected of a metric, or undefined if it can. */
function problemInExpected(expected) {
    if (isTolerated(expected) && (typeof expected.value !== 'number' || !isSize(expected.tolerance ?? 0)))
        return 'write {"value": number, "tolerance": number}';
    if (isBounds(expected) && Object.values(expected).some((bound) => typeof bound !== 'number'))
        return 'write {"minimum": number, "maximum": number}, or one of them';
    if (typeof expected !== 'object' || expected === null)
        return undefined;
    for (const item of Object.values(expected)) {
        const problem = problemInExpected(item);
        if (problem !== undefined)
            return problem;
    }
    return undefined;
}
/** Compares the listed metrics. Others may have any value. */
function mismatches(expected, computed, tolerance) {
    return compareObject(expected, computed, '', tolerance);
}
function compareObject(expected, computed, path, tolerance) {
    const leaves = new Map((0,_metrics_js__WEBPACK_IMPORTED_MODULE_0__/* .leavesOf */ .wf)(computed).map((leaf) => [leaf.path, leaf.value]));
    return Object.entries(expected).flatMap(([key, value]) => compare(value, computed.get(key) ?? leaves.get(key), path === '' ? key : `${path}.${key}`, tolerance));
}
function compare(expected, computed, metric, tolerance) {
    if (computed instanceof Map &&
        typeof expected === 'object' &&
        expected !== null &&
        !Array.isArray(expected))
        return compareObject(expected, computed, metric, tolerance);
    if (Array.isArray(expected) && Array.isArray(computed) && expected.length === computed.length)
        return expected.flatMap((item, index) => compare(item, computed[index], `${metric}[${index}]`, tolerance));
    return fits(expected, computed, tolerance) ? [] : [{ metric, expected: inWords(expected), computed }];
}
function fits(expected, computed, tolerance) {
    if (!(computed instanceof _exact_json_js__WEBPACK_IMPORTED_MODULE_1__/* .ExactNumber */ .fh))
        return computed !== undefined && computed === expected;
    const { value, text } = computed;
    if (typeof expected === 'number')
        return (0,_metrics_js__WEBPACK_IMPORTED_MODULE_0__/* .isClose */ .Zj)(value, expected, tolerance);
    // JSON has no NaN and no infinities, so they are written as text.
    if (typeof expected === 'string')
        return !Number.isFinite(value) && text === expected;
    if (isTolerated(expected)) {
        if (expected.tolerance === undefined)
            return (0,_metrics_js__WEBPACK_IMPORTED_MODULE_0__/* .isClose */ .Zj)(value, expected.value, tolerance);
        // 0.91 - 0.9 is a little more than 0.01.
        const rounding = 4 * Number.EPSILON * Math.max(Math.abs(value), Math.abs(expected.value));
        return Math.abs(value - expected.value) <= expected.tolerance + rounding;
    }
    if (!isBounds(expected))
        return false;
    const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = expected;
    return value >= minimum && value <= maximum;
}
function inWords(expected) {
    if (isTolerated(expected))
        return expected.tolerance === undefined
            ? String(expected.value)
            : `${expected.value} ± ${expected.tolerance}`;
    if (!isBounds(expected))
        return JSON.stringify(expected);
    const { minimum, maximum } = expected;
    const parts = [
        ...(minimum === undefined ? [] : [`at least ${minimum}`]),
        ...(maximum === undefined ? [] : [`at most ${maximum}`]),
    ];
    return parts.join(' and ');
}
function isTolerated(expected) {
    return hasOnly(expected, ['value', 'tolerance']) && Object.hasOwn(expected, 'value');
}
function isBounds(expected) {
    return hasOnly(expected, ['minimum', 'maximum']);
}
function hasOnly(expected, keys) {
    if (typeof expected !== 'object' || expected === null || Array.isArray(expected))
        return false;
    const own = Object.keys(expected);
    return own.length > 0 && own.every((key) => keys.includes(key));
}
function isSize(value) {
    return typeof value === 'number' && value >= 0;
}


/***/ }),

/***/ 8143:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ft: () => (/* binding */ isSame),
/* harmony export */   Rb: () => (/* binding */ MAX_SAMPLE_VALUES),
/* harmony export */   Zj: () => (/* binding */ isClose),
/* harmony export */   ls: () => (/* binding */ identify),
/* harmony export */   u3: () => (/* binding */ MAX_PATH_CHARACTERS),
/* harmony export */   wf: () => (/* binding */ leavesOf),
/* harmony export */   z8: () => (/* binding */ MAX_SAMPLE_PATH_CHARACTERS)
/* harmony export */ });
/* harmony import */ var _exact_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1484);
/** The metrics of one run of an evaluator, and the equality of their values. */

/** Maximum characters in the paths of all metrics of a run. */
const MAX_PATH_CHARACTERS = 10_000_000;
/** Maximum characters in the paths of the metrics of one sample. */
const MAX_SAMPLE_PATH_CHARACTERS = 1_000_000;
/**
 * Returns the metrics of an object with their paths. A list of plain values is one metric.
 * @param left the characters that the paths may have, counted down; throws `TooManyValues` if there are more
 */
function leavesOf(value, left, path = '') {
    if (value instanceof Map && value.size > 0)
        return [...value].flatMap(([key, item]) => leavesOf(item, left, path === '' ? key : `${path}.${key}`));
    if (Array.isArray(value) && value.some((item) => item instanceof Map || Array.isArray(item)))
        return value.flatMap((item, index) => leavesOf(item, left, `${path}[${index}]`));
    if (left)
        left.characters -= path.length;
    if (left && left.characters < 0)
        throw new _exact_json_js__WEBPACK_IMPORTED_MODULE_0__/* .TooManyValues */ .sF(`${MAX_PATH_CHARACTERS} characters in the names of metrics`);
    return [{ path, value }];
}
/** Maximum values in the metrics of one sample. */
const MAX_SAMPLE_VALUES = 100_000;
/** Returns the groups by an id that is the same in every run. Groups with the same name are numbered in order. */
function identify(groups) {
    const identified = new Map();
    const occurrences = new Map();
    for (const group of groups) {
        const name = JSON.stringify([group.testCase?.index, group.configuration]);
        const occurrence = occurrences.get(name) ?? 0;
        occurrences.set(name, occurrence + 1);
        identified.set(`${name}${occurrence}`, group);
    }
    return identified;
}
/** Smaller values are compared as if they were this large: near zero, a relative tolerance is meaningless. */
const SMALL = 1e-3;
/** Reports whether two numbers are equal within a tolerance relative to the larger one. NaN equals NaN. */
function isClose(a, b, tolerance) {
    if (Object.is(a, b) || a === b)
        return true;
    if (!Number.isFinite(a) || !Number.isFinite(b))
        return false;
    return Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b), SMALL);
}
/** Reports whether two values are equal: numbers within the tolerance, objects in any order of their keys. */
function isSame(a, b, tolerance) {
    if (a instanceof _exact_json_js__WEBPACK_IMPORTED_MODULE_0__/* .ExactNumber */ .fh)
        return b instanceof _exact_json_js__WEBPACK_IMPORTED_MODULE_0__/* .ExactNumber */ .fh && (a.text === b.text || isClose(a.value, b.value, tolerance));
    if (Array.isArray(a))
        return (Array.isArray(b) &&
            a.length === b.length &&
            a.every((item, index) => isSame(item, b[index] ?? null, tolerance)));
    if (a instanceof Map)
        return (b instanceof Map &&
            a.size === b.size &&
            [...a].every(([key, item]) => {
                const other = b.get(key);
                return other !== undefined && isSame(item, other, tolerance);
            }));
    return a === b;
}


/***/ }),

/***/ 9212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ Problems),
/* harmony export */   h: () => (/* binding */ quote)
/* harmony export */ });
/* harmony import */ var _runtime_clip_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(738);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9139);


/** Maximum problems that a message lists. Others are only counted. */
const SHOWN = 20;
/** Collects the problems in the rows of a file. */
class Problems {
    #rows;
    #lines = [];
    #first;
    #count = 0;
    constructor(rows) {
        this.#rows = rows;
    }
    /** The number of rows with problems. */
    get count() {
        return this.#count;
    }
    /** Records the problems of one row. */
    add(line, ...problems) {
        this.#count++;
        this.#first ??= line;
        if (this.#lines.length < SHOWN)
            this.#lines.push(...problems.map((problem) => `- ${this.#rows.unit} ${line}: ${problem}`));
    }
    /** Runs the work, and records a problem if it throws. */
    attempt(line, work) {
        try {
            return work();
        }
        catch (error) {
            this.add(line, (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error));
            return undefined;
        }
    }
    /**
     * Throws one `FileError` with the problems so far, if there are any.
     * @param others lines about other problems, for the same message
     */
    refuse(others = []) {
        if (this.#first === undefined)
            return;
        const { file, unit } = this.#rows;
        const rows = this.#count === 1 ? '1 row' : `${this.#count} rows`;
        const more = this.#count > SHOWN ? [`- and ${this.#count - SHOWN} more rows`] : [];
        const head = `${file} has ${rows} that cannot be used. Nothing was sent or changed.`;
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FileError */ .f6([head, ...this.#lines, ...more, ...others].join('\n'), {
            file,
            ...(unit === 'line' && { line: this.#first }),
        });
    }
}
/** Formats a value for a message, shortened. */
function quote(value) {
    return (0,_runtime_clip_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$)(JSON.stringify(value) ?? 'nothing', 120);
}


/***/ }),

/***/ 8078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kb: () => (/* binding */ batchOf),
/* harmony export */   kG: () => (/* binding */ batchInFile),
/* harmony export */   sU: () => (/* binding */ sampleColumns)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _frames_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7861);


/** The columns that an evaluator gets for each sample, as JSON text. */
const sampleColumns = ['test_sample', 'test_sample_metadata', 'ground_truth', 'inference'];
/** Returns a batch in memory, whose files are created on first use. */
function batchOf(columns) {
    const files = new Map();
    const once = (key, create) => {
        const file = files.get(key) ?? create();
        files.set(key, file);
        return file;
    };
    return {
        columns: async () => columns,
        labeled: () => once('labeled', () => (0,_frames_js__WEBPACK_IMPORTED_MODULE_1__/* .writeFrame */ .v)(columns)),
        unlabeled: (testCaseId) => once(testCaseId, () => withoutLabels(columns, testCaseId)),
    };
}
/** Returns a batch that is stored in a file with all columns. */
function batchInFile(path) {
    const columns = async () => {
        const rows = await (0,_frames_js__WEBPACK_IMPORTED_MODULE_1__/* .readFrame */ .I)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path), sampleColumns);
        const cells = sampleColumns.map((name) => [name, rows.map((row) => row[name] ?? '{}')]);
        return Object.fromEntries(cells);
    };
    return {
        columns,
        labeled: () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path),
        unlabeled: async (testCaseId) => await withoutLabels(await columns(), testCaseId),
    };
}
async function withoutLabels({ test_sample, test_sample_metadata }, testCaseId) {
    const samples = { test_sample, test_sample_metadata };
    if (testCaseId === undefined)
        return await (0,_frames_js__WEBPACK_IMPORTED_MODULE_1__/* .writeFrame */ .v)(samples);
    return await (0,_frames_js__WEBPACK_IMPORTED_MODULE_1__/* .writeFrame */ .v)({ test_case_id: test_sample.map(() => BigInt(testCaseId)), ...samples });
}


/***/ }),

/***/ 392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  DI: () => (/* binding */ emptyFixture),
  Y_: () => (/* binding */ readFixture)
});

// UNUSED EXPORTS: fixtureOf

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(3759);
// EXTERNAL MODULE: ./build/src/data/expected-metrics.js
var expected_metrics = __webpack_require__(7696);
// EXTERNAL MODULE: ./build/src/runtime/errors.js
var errors = __webpack_require__(9139);
// EXTERNAL MODULE: ./build/src/platforms/kolena/contract/batches.js
var batches = __webpack_require__(8078);
// EXTERNAL MODULE: ./build/src/data/problems.js
var problems = __webpack_require__(9212);
// EXTERNAL MODULE: ./build/src/runtime/hint.js + 1 modules
var hint = __webpack_require__(4769);
;// CONCATENATED MODULE: ./build/src/platforms/kolena/contract/fixture-problems.js


/** Maximum problems that a message lists. Others are only counted. */
const MAX_PROBLEMS = 10;
/** The names of the items in the lists of a fixture. */
const nouns = {
    test_cases: 'test case',
    samples: 'sample',
    expected: 'expected metrics',
};
/** The keys of the objects in a fixture, by the list that contains them. */
const keysOf = {
    '': ['test_cases'],
    test_cases: ['name', 'samples', 'expected'],
    samples: ['test_sample', 'metadata', 'ground_truth', 'inference'],
    expected: ['configuration', 'metrics'],
};
const wholeForm = 'write {"test_cases": [{"name": "…", "samples": [{"test_sample": {…}, "ground_truth": {…}, "inference": {…}}]}]}';
/** The words for the types that a fixture needs. */
const types = {
    object: 'an object',
    record: 'an object',
    array: 'a list',
    string: 'text',
};
/**
 * Returns one line per problem. The same problem in many items is one line, which names the first of them.
 * @param issues what the schema found
 */
function describeProblems(content, issues) {
    const problems = [...issues.map((issue) => describe(issue, content)), ...misspelled(content)];
    const counts = new Map();
    for (const { place, text } of problems) {
        const { place: first = place, count = 0 } = counts.get(text) ?? {};
        counts.set(text, { place: first, count: count + 1 });
    }
    const lines = [...counts].map(([text, { place, count }]) => {
        const others = count > 1 ? ` (and in ${count - 1} more)` : '';
        return `${place === '' ? '' : `${place}: `}${text}${others}`;
    });
    const more = lines.length - MAX_PROBLEMS;
    return [...lines.slice(0, MAX_PROBLEMS), ...(more > 0 ? [`and ${more} more problems`] : [])];
}
function describe(issue, content) {
    const { place, list, key } = locate(issue.path, content);
    if (key === '' && place === '')
        return { place, text: `is not a fixture; ${wholeForm}` };
    const value = valueAt(issue.path, content);
    if (value === undefined) {
        const others = Object.keys(Object(valueAt(issue.path.slice(0, -1), content)));
        const unread = others.filter((other) => !keysOf[list]?.includes(other));
        return { place, text: `${key} is missing${(0,hint/* hint */.a)(key, unread) || (list === '' ? `; ${wholeForm}` : '')}` };
    }
    const subject = key === '' ? '' : `${key} `;
    const type = issue.code === 'invalid_type' ? types[issue.expected] : undefined;
    if (type !== undefined)
        return { place, text: `${subject}is ${(0,problems/* quote */.h)(value)}; write ${type}` };
    if (issue.code === 'too_small')
        return { place, text: `${subject}is empty; write at least one item` };
    return { place, text: `${key}: ${issue.message}` };
}
/** Returns the item that a path leads to in words, the list that contains it, and the rest of the path. */
function locate(path, content) {
    const last = path.findLastIndex((segment) => typeof segment === 'number');
    const places = path.flatMap((segment, at) => {
        if (typeof segment !== 'number')
            return [];
        const { name } = Object(valueAt(path.slice(0, at + 1), content));
        const list = String(path[at - 1]);
        const isNamed = list === 'test_cases' && typeof name === 'string' && name !== '';
        return [`${nouns[list]} ${isNamed ? (0,problems/* quote */.h)(name) : segment + 1}`];
    });
    return {
        place: places.join(', '),
        list: last === -1 ? '' : String(path[last - 1]),
        key: path.slice(last + 1).join('.'),
    };
}
function valueAt(path, content) {
    return path.reduce((value, segment) => typeof value === 'object' && value !== null && Object.hasOwn(value, segment)
        ? value[segment]
        : undefined, content);
}
/** Finds keys that nothing reads, but that resemble an optional one. Required ones are missing, which the schema says. */
function misspelled(content) {
    return itemsAt(['test_cases'], content).flatMap((path) => [
        ...unreadKeys(path, content),
        ...['samples', 'expected'].flatMap((list) => itemsAt([...path, list], content).flatMap((item) => unreadKeys(item, content))),
    ]);
}
/** Returns the paths of the items of a list; none if there is no list. */
function itemsAt(path, content) {
    const value = valueAt(path, content);
    return Array.isArray(value) ? value.map((_, index) => [...path, index]) : [];
}
function unreadKeys(path, content) {
    const { place, list } = locate(path, content);
    const keys = Object.keys(Object(valueAt(path, content)));
    const left = optional.filter((key) => keysOf[list]?.includes(key) && !keys.includes(key));
    return keys
        .filter((key) => !keysOf[list]?.includes(key) && (0,hint/* nearest */.p)(key, left) !== undefined)
        .map((key) => ({ place, text: `${(0,problems/* quote */.h)(key)} is not a key of a fixture${(0,hint/* hint */.a)(key, left)}` }));
}
const optional = ['metadata', 'expected', 'configuration'];

;// CONCATENATED MODULE: ./build/src/platforms/kolena/contract/fixture.js







const Data = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J());
const Sample = schemas/* object */.Ikc({
    test_sample: Data,
    metadata: schemas/* _default */.Rvf(Data, {}),
    ground_truth: Data,
    inference: Data,
});
const Metric = schemas/* unknown */.L5J().check(schemas/* superRefine */.zni((value, context) => {
    const problem = (0,expected_metrics/* problemInExpected */.ju)(value);
    if (problem !== undefined)
        context.addIssue(problem);
}));
/** Metrics of one configuration, to compare with what the evaluator computes. */
const Expected = schemas/* object */.Ikc({
    configuration: schemas/* _default */.Rvf(schemas/* nullable */.mee(schemas/* string */.YjP()), null),
    metrics: schemas/* record */.g1P(schemas/* string */.YjP(), Metric),
});
const TestCase = schemas/* object */.Ikc({
    name: schemas/* string */.YjP().check(api/* _minLength */.m9(1)),
    samples: schemas/* array */.YOg(Sample),
    expected: schemas/* optional */.lqM(schemas/* array */.YOg(Expected)),
});
const File = schemas/* object */.Ikc({ test_cases: schemas/* array */.YOg(TestCase).check(api/* _minLength */.m9(1)) });
/** The default without samples. The platform never runs a suite without a test case. */
const emptyFixture = fixtureOf({ test_cases: [{ name: 'contract test case', samples: [] }] });
/** Returns the fixture with the content of a file. */
function fixtureOf({ test_cases }) {
    const samples = test_cases.flatMap((one) => one.samples);
    const distinct = new Map(samples.map((sample) => [JSON.stringify(sample.test_sample), sample]));
    return {
        test_cases: test_cases.map(({ samples: _, ...testCase }) => testCase),
        count: samples.length,
        batches: test_cases.map((one) => batchesOf(one.samples)),
        distinct: batchesOf([...distinct.values()]),
        digest: (0,external_node_crypto_.hash)('sha256', JSON.stringify(test_cases)),
    };
}
function batchesOf(samples) {
    if (samples.length === 0)
        return [];
    const texts = (values) => values.map((value) => JSON.stringify(value));
    const columns = {
        test_sample: texts(samples.map(({ test_sample }) => test_sample)),
        test_sample_metadata: texts(samples.map(({ metadata }) => metadata)),
        ground_truth: texts(samples.map(({ ground_truth }) => ground_truth)),
        inference: texts(samples.map(({ inference }) => inference)),
    };
    return [(0,batches/* batchOf */.Kb)(columns)];
}
/** Reads a fixture file, which exists. Throws an error that says what to correct, and where. */
function readFixture(path) {
    const content = parseJson((0,external_node_fs_.readFileSync)(path, 'utf8'));
    const result = File.safeParse(content);
    const problems = describeProblems(content, result.error?.issues ?? []);
    if (result.success && problems.length === 0)
        return fixtureOf(result.data);
    throw new Error(problems.join('\n  '));
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw new Error(`is not JSON: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}


/***/ }),

/***/ 7861:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ readFrame),
/* harmony export */   v: () => (/* binding */ writeFrame)
/* harmony export */ });
/** Data frames as the platform exchanges them: Parquet files with columns of JSON text. */
async function writeFrame(frame) {
    const { parquetWriteBuffer } = await Promise.all(/* import() */[__webpack_require__.e(3015), __webpack_require__.e(8649), __webpack_require__.e(1578)]).then(__webpack_require__.bind(__webpack_require__, 1578));
    const columnData = Object.entries(frame).map(([name, data]) => ({
        name,
        // The writer encodes each text into a buffer of its own, which takes longer.
        data: data.map((value) => (typeof value === 'string' ? Buffer.from(value) : value)),
        type: typeof data[0] === 'bigint' ? 'INT64' : 'STRING',
    }));
    return Buffer.from(parquetWriteBuffer({ columnData, statistics: false }));
}
/**
 * Reads those of the requested columns that the file has, row by row. Column names ignore case, as in the vendor's
 * client. An empty cell is null.
 */
async function readFrame(bytes, wanted) {
    const { parquetMetadata, parquetReadObjects } = await Promise.all(/* import() */[__webpack_require__.e(3015), __webpack_require__.e(6381), __webpack_require__.e(8649), __webpack_require__.e(537)]).then(__webpack_require__.bind(__webpack_require__, 537));
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
    const metadata = parquetMetadata(file);
    const names = metadata.schema.slice(1).map(({ name }) => name);
    const columns = names.filter((name) => wanted.includes(name.toLowerCase()));
    const rows = await parquetReadObjects({ file, metadata, columns });
    const keys = columns.map((name) => [name, name.toLowerCase()]);
    return rows.map((row) => {
        const texts = {};
        for (const [name, key] of keys)
            texts[key] = asText(row[name]);
        return texts;
    });
}
/** A column that is marked as JSON arrives parsed. */
function asText(cell) {
    if (cell === null || cell === undefined)
        return null;
    return typeof cell === 'string' ? cell : JSON.stringify(cell);
}


/***/ })

};
