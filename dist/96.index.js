export const id = 96;
export const ids = [96];
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
/* harmony export */   Hl: () => (/* binding */ MOST_PATH_CHARACTERS),
/* harmony export */   Zj: () => (/* binding */ isClose),
/* harmony export */   iZ: () => (/* binding */ MOST_SAMPLE_PATH_CHARACTERS),
/* harmony export */   ls: () => (/* binding */ identify),
/* harmony export */   on: () => (/* binding */ MOST_SAMPLE_VALUES),
/* harmony export */   wf: () => (/* binding */ leavesOf)
/* harmony export */ });
/* harmony import */ var _exact_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1484);
/** The metrics of one run of an evaluator, and the equality of their values. */

/** Maximum characters in the paths of all metrics of a run. */
const MOST_PATH_CHARACTERS = 10_000_000;
/** Maximum characters in the paths of the metrics of one sample. */
const MOST_SAMPLE_PATH_CHARACTERS = 1_000_000;
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
        throw new _exact_json_js__WEBPACK_IMPORTED_MODULE_0__/* .TooManyValues */ .sF(`${MOST_PATH_CHARACTERS} characters in the names of metrics`);
    return [{ path, value }];
}
/** Maximum values in the metrics of one sample. */
const MOST_SAMPLE_VALUES = 100_000;
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

/***/ 3687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DI: () => (/* binding */ emptyFixture),
/* harmony export */   Y_: () => (/* binding */ readFixture)
/* harmony export */ });
/* unused harmony export fixtureOf */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8395);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3759);
/* harmony import */ var _data_expected_metrics_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7696);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9139);
/* harmony import */ var _batches_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8078);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4671);







const Data = zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .unknown */ .L5J());
const Sample = zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    test_sample: Data,
    metadata: zod_mini__WEBPACK_IMPORTED_MODULE_5__/* ._default */ .Rvf(Data, {}),
    ground_truth: Data,
    inference: Data,
});
const Metric = zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .unknown */ .L5J().check(zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .superRefine */ .zni((value, context) => {
    const problem = (0,_data_expected_metrics_js__WEBPACK_IMPORTED_MODULE_6__/* .problemInExpected */ .ju)(value);
    if (problem !== undefined)
        context.addIssue(problem);
}));
/** Metrics of one configuration, to compare with what the evaluator computes. */
const Expected = zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    configuration: zod_mini__WEBPACK_IMPORTED_MODULE_5__/* ._default */ .Rvf(zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .nullable */ .mee(zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()), null),
    metrics: zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), Metric),
});
const TestCase = zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    name: zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_7__/* ._minLength */ .m9(1)),
    samples: zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(Sample),
    expected: zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(Expected)),
});
const File = zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ test_cases: zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(TestCase).check(zod_mini__WEBPACK_IMPORTED_MODULE_7__/* ._minLength */ .m9(1)) });
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
        digest: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', JSON.stringify(test_cases)),
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
    return [(0,_batches_js__WEBPACK_IMPORTED_MODULE_3__/* .batchOf */ .Kb)(columns)];
}
/** Reads a fixture file. Throws an error that says what to correct. */
function readFixture(path) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(path))
        throw new Error(`there is no file ${JSON.stringify(path)}; write its path relative to the root of the repository`);
    const result = File.safeParse(parseJson((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path, 'utf8')), _problem_js__WEBPACK_IMPORTED_MODULE_4__/* .english */ .x);
    if (result.success)
        return fixtureOf(result.data);
    throw new Error(`${(0,_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .problemIn */ .D)(result.error, 'the file')}; write {"test_cases": [{"name": "…", "samples": [{"test_sample": {…}, "ground_truth": {…}, "inference": {…}}]}]}`);
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw new Error(`is not JSON: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`);
    }
}


/***/ }),

/***/ 4671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ english),
  D: () => (/* binding */ problemIn)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/core/util.js
var util = __webpack_require__(4723);
;// CONCATENATED MODULE: ./node_modules/zod/v4/locales/en.js

const error = () => {
    const Sizable = {
        string: { unit: "characters", verb: "to have" },
        file: { unit: "bytes", verb: "to have" },
        array: { unit: "items", verb: "to have" },
        set: { unit: "items", verb: "to have" },
        map: { unit: "entries", verb: "to have" },
    };
    function getSizing(origin) {
        return Sizable[origin] ?? null;
    }
    const FormatDictionary = {
        regex: "input",
        email: "email address",
        url: "URL",
        emoji: "emoji",
        uuid: "UUID",
        uuidv4: "UUIDv4",
        uuidv6: "UUIDv6",
        nanoid: "nanoid",
        guid: "GUID",
        cuid: "cuid",
        cuid2: "cuid2",
        ulid: "ULID",
        xid: "XID",
        ksuid: "KSUID",
        datetime: "ISO datetime",
        date: "ISO date",
        time: "ISO time",
        duration: "ISO duration",
        ipv4: "IPv4 address",
        ipv6: "IPv6 address",
        mac: "MAC address",
        cidrv4: "IPv4 range",
        cidrv6: "IPv6 range",
        base64: "base64-encoded string",
        base64url: "base64url-encoded string",
        json_string: "JSON string",
        e164: "E.164 number",
        currency_code: "currency code",
        credit_card: "credit card number",
        iban: "IBAN",
        jwt: "JWT",
        template_literal: "input",
    };
    // type names: missing keys = do not translate (use raw value via ?? fallback)
    const TypeDictionary = {
        // Compatibility: "nan" -> "NaN" for display
        nan: "NaN",
        // All other type names omitted - they fall back to raw values via ?? operator
    };
    function getTypeName(type, input) {
        if (type === "number" && typeof input === "number" && !Number.isFinite(input)) {
            return String(input);
        }
        return TypeDictionary[type] ?? type;
    }
    return (issue) => {
        switch (issue.code) {
            case "invalid_type": {
                const expected = getTypeName(issue.expected);
                const receivedType = util/* parsedType */.GW(issue.input);
                const received = getTypeName(receivedType, issue.input);
                return `Invalid input: expected ${expected}, received ${received}`;
            }
            case "invalid_value":
                if (issue.values.length === 1)
                    return `Invalid input: expected ${util/* stringifyPrimitive */.B7(issue.values[0])}`;
                return `Invalid option: expected one of ${util/* joinValues */.jw(issue.values, "|")}`;
            case "too_big": {
                const adj = issue.exact ? "exactly " : issue.inclusive ? "<=" : "<";
                const sizing = getSizing(issue.origin);
                if (sizing)
                    return `Too big: expected ${issue.origin ?? "value"} to have ${adj}${issue.maximum.toString()} ${sizing.unit ?? "elements"}`;
                return `Too big: expected ${issue.origin ?? "value"} to be ${adj}${issue.maximum.toString()}`;
            }
            case "too_small": {
                const adj = issue.exact ? "exactly " : issue.inclusive ? ">=" : ">";
                const sizing = getSizing(issue.origin);
                if (sizing) {
                    return `Too small: expected ${issue.origin} to have ${adj}${issue.minimum.toString()} ${sizing.unit}`;
                }
                return `Too small: expected ${issue.origin} to be ${adj}${issue.minimum.toString()}`;
            }
            case "invalid_format": {
                const _issue = issue;
                if (_issue.format === "starts_with") {
                    return `Invalid string: must start with "${_issue.prefix}"`;
                }
                if (_issue.format === "ends_with")
                    return `Invalid string: must end with "${_issue.suffix}"`;
                if (_issue.format === "includes")
                    return `Invalid string: must include "${_issue.includes}"`;
                if (_issue.format === "regex")
                    return `Invalid string: must match pattern ${_issue.pattern}`;
                return `Invalid ${FormatDictionary[_issue.format] ?? issue.format}`;
            }
            case "not_multiple_of":
                return `Invalid number: must be a multiple of ${issue.divisor}`;
            case "unrecognized_keys":
                return `Unrecognized key${issue.keys.length > 1 ? "s" : ""}: ${util/* joinValues */.jw(issue.keys, ", ")}`;
            case "invalid_key":
                return `Invalid key in ${issue.origin}`;
            case "invalid_union":
                if (issue.options && Array.isArray(issue.options) && issue.options.length > 0) {
                    const opts = issue.options.map((o) => `'${o}'`).join(" | ");
                    return `Invalid discriminator value. Expected ${opts}`;
                }
                if (issue.inclusive === false) {
                    return "Invalid input: more than one option matched";
                }
                return "Invalid input";
            case "invalid_element":
                return `Invalid value in ${issue.origin}`;
            default:
                return `Invalid input`;
        }
    };
};
/* harmony default export */ function en() {
    return {
        localeError: error(),
    };
}

;// CONCATENATED MODULE: ./build/src/platforms/kolena/contract/problem.js

/** Options for schemas whose problems people see: without a language, zod does not say what it expected. */
const english = { error: en().localeError };
/** Returns the first problem and its place: `test_cases.0.name: Invalid input: expected string, received number`. */
function problemIn({ issues: [issue] }, whole) {
    return `${issue?.path.join('.') || whole}: ${issue?.message}`;
}


/***/ }),

/***/ 373:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ describeCount)
/* harmony export */ });
/** Describes the number of samples: `120 samples`, or `100 of about 2,100 samples`. */
function describeCount({ count, available, approximate, }) {
    const number = (value) => value.toLocaleString('en');
    if (count === available)
        return `${number(count)} sample${count === 1 ? '' : 's'}`;
    return `${number(count)} of ${approximate ? 'about ' : ''}${number(available)} samples`;
}


/***/ }),

/***/ 3438:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $8: () => (/* binding */ testSuite),
/* harmony export */   Gb: () => (/* binding */ sampleLimit),
/* harmony export */   Gp: () => (/* binding */ loadPlatform),
/* harmony export */   d3: () => (/* binding */ platformVariables),
/* harmony export */   kh: () => (/* binding */ missingToken),
/* harmony export */   vC: () => (/* binding */ platformFields)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8395);
/* harmony import */ var _runtime_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8681);
/* harmony import */ var _runtime_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2349);
/* harmony import */ var _suite_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(647);
/** The inputs about the platform that several actions share. */




const platformFields = {
    'api-token': (0,_runtime_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .secret */ .rJ)(_runtime_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .token */ .Sh),
    'api-url': zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .prefault */ .SdS(_runtime_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .address */ .hl, 'https://api.kolena.io'),
};
/** A test suite, as `name` or `name@version`. */
const testSuite = (0,_runtime_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(_suite_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .parseSuiteReference */ .F);
/** The maximum number of samples of a fixture. */
const sampleLimit = (0,_runtime_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeNumber */ .rD)(1, 10_000_000, 'write a number of samples, such as 10000');
/** Environment variables that replace inputs: those of the platform's own client. */
const platformVariables = { 'api-token': 'KOLENA_TOKEN', 'api-url': 'KOLENA_API_URL' };
/** @param purpose why a token is required, such as "to create the model" */
function missingToken(purpose) {
    return `is required ${purpose}, and is empty; store the platform's API token as the secret KOLENA_TOKEN of the repository (Settings, Secrets and variables, Actions), and write api-token: \${{ secrets.KOLENA_TOKEN }}; on your own machine, set the environment variable KOLENA_TOKEN`;
}
/** @param purpose why a token is required, such as "to create the model"; undefined when none is */
function loadPlatform(inputs, purpose) {
    const { 'api-token': apiToken, 'api-url': apiUrl } = inputs.values;
    if (purpose !== undefined && apiToken === undefined)
        inputs.problem('api-token', undefined, missingToken(purpose));
    return { apiUrl, apiToken };
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
    const { parquetWriteBuffer } = await Promise.all(/* import() */[__webpack_require__.e(8649), __webpack_require__.e(1578)]).then(__webpack_require__.bind(__webpack_require__, 1578));
    const columnData = Object.entries(frame).map(([name, data]) => ({
        name,
        data: [...data],
        type: typeof data[0] === 'bigint' ? 'INT64' : 'STRING',
    }));
    return Buffer.from(parquetWriteBuffer({ columnData, statistics: false }));
}
/**
 * Reads those of the requested columns that the file has, row by row. Column names ignore case, as in the vendor's
 * client. An empty cell is null.
 */
async function readFrame(bytes, wanted) {
    const { parquetMetadata, parquetReadObjects } = await Promise.all(/* import() */[__webpack_require__.e(8649), __webpack_require__.e(294)]).then(__webpack_require__.bind(__webpack_require__, 294));
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
    const metadata = parquetMetadata(file);
    const names = metadata.schema.slice(1).map(({ name }) => name);
    const columns = names.filter((name) => wanted.includes(name.toLowerCase()));
    const rows = await parquetReadObjects({ file, metadata, columns });
    return rows.map((row) => {
        const cells = columns.map((name) => [name.toLowerCase(), asText(row[name])]);
        return Object.fromEntries(cells);
    });
}
/** A column that is marked as JSON arrives parsed. */
function asText(cell) {
    if (cell === null || cell === undefined)
        return null;
    return typeof cell === 'string' ? cell : JSON.stringify(cell);
}


/***/ }),

/***/ 647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ parseSuiteReference),
/* harmony export */   N: () => (/* binding */ formatSuiteReference)
/* harmony export */ });
/** Reads `name` or `name@version`. A name may contain an `@`: only digits after the last one are a version. */
function parseSuiteReference(text) {
    const [, name, digits] = /^(.+)@(\d+)$/.exec(text) ?? [];
    if (name === undefined)
        return { name: text, version: null };
    const version = Number(digits);
    if (Number.isSafeInteger(version))
        return { name: name.trim(), version };
    throw new Error(`"${text}" has an invalid version; write it like ${name}@3`);
}
/** Formats a reference as it is written in an input. */
function formatSuiteReference({ name, version }) {
    return version === null ? name : `${name}@${version}`;
}


/***/ })

};
