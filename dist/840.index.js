export const id = 840;
export const ids = [840];
export const modules = {

/***/ 7840:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  scenarioTest: () => (/* binding */ scenarioTest)
});

// EXTERNAL MODULE: ./build/src/lib/log.js
var log = __webpack_require__(7399);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/http.js + 2 modules
var http = __webpack_require__(1052);
// EXTERNAL MODULE: ./build/src/lib/secrets.js
var secrets = __webpack_require__(1752);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(3759);
;// CONCATENATED MODULE: ./build/src/platforms/nucleus/schemas.js
/** Shapes of Nucleus' replies, as the vendor's Python client reads them; other fields are ignored. */

const EvaluationFunction = schemas/* object */.Ikc({
    id: schemas/* string */.YjP().check(api/* _minLength */.m9(1)),
    name: schemas/* string */.YjP(),
    is_external_function: schemas/* pipe */.FsL(schemas/* nullish */.cl6(schemas/* boolean */.zMY()), schemas/* transform */.pdi((flag) => flag ?? false)),
});
const EvaluationFunctions = schemas/* object */.Ikc({ eval_functions: schemas/* array */.YOg(EvaluationFunction) });
const CreatedFunction = schemas/* object */.Ikc({ eval_fn: EvaluationFunction });
const ScenarioTest = schemas/* object */.Ikc({
    id: schemas/* string */.YjP().check(api/* _minLength */.m9(1)),
    name: schemas/* string */.YjP(),
    slice_id: schemas/* string */.YjP(),
    baseline_model_id: schemas/* nullish */.cl6(schemas/* string */.YjP()),
});
const ScenarioTests = schemas/* array */.YOg(ScenarioTest);
const CreatedTest = schemas/* object */.Ikc({ scenario_test_id: schemas/* string */.YjP().check(api/* _minLength */.m9(1)) });
const Comparison = schemas/* enum */.k5n(['greater_than', 'greater_than_equal_to', 'less_than', 'less_than_equal_to']);
/** What a scenario test holds the figure of one evaluation function against. */
const Criterion = schemas/* object */.Ikc({
    eval_function_id: schemas/* string */.YjP(),
    threshold: schemas/* nullish */.cl6(schemas/* number */.aig()),
    threshold_comparison: schemas/* nullish */.cl6(Comparison),
});
const Criteria = schemas/* object */.Ikc({ scenario_test_metrics: schemas/* array */.YOg(Criterion) });
const Threshold = schemas/* object */.Ikc({ threshold: schemas/* nullish */.cl6(schemas/* number */.aig()) });
const Baseline = schemas/* object */.Ikc({ baseline_model_id: schemas/* nullish */.cl6(schemas/* string */.YjP()) });
/** One evaluation of a model on a scenario test. `result` may come as text; `pass` is null without a threshold. */
const Evaluation = schemas/* object */.Ikc({
    id: schemas/* string */.YjP().check(api/* _minLength */.m9(1)),
    eval_function_id: schemas/* string */.YjP(),
    model_id: schemas/* string */.YjP(),
    status: schemas/* enum */.k5n(['pending', 'started', 'completed', 'errored']),
    result: schemas/* pipe */.FsL(schemas/* optional */.lqM(schemas/* union */.KCZ([schemas/* number */.aig(), schemas/* string */.YjP(), schemas/* null */.chJ()])), schemas/* transform */.pdi(toNumber)),
    pass: schemas/* nullish */.cl6(schemas/* boolean */.zMY()),
});
const Evaluations = schemas/* array */.YOg(Evaluation);
const Slice = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    type: schemas/* nullish */.cl6(schemas/* string */.YjP()),
    pending_job_count: schemas/* nullish */.cl6(schemas/* number */.aig()),
});
/** An item has its reference under either key; the first wins, as in the vendor's client. */
const ItemPage = schemas/* object */.Ikc({
    items: schemas/* array */.YOg(schemas/* pipe */.FsL(schemas/* object */.Ikc({ id: schemas/* string */.YjP(), ref_id: schemas/* nullish */.cl6(schemas/* string */.YjP()), reference_id: schemas/* nullish */.cl6(schemas/* string */.YjP()) }), schemas/* transform */.pdi(({ id, ref_id, reference_id }) => ref_id ?? reference_id ?? id))),
    nextPageToken: schemas/* nullish */.cl6(schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()])),
});
const Model = schemas/* object */.Ikc({ id: schemas/* string */.YjP(), name: schemas/* string */.YjP() });
function toNumber(value) {
    const number = value === null || value === undefined || value === '' ? Number.NaN : Number(value);
    return Number.isFinite(number) ? number : undefined;
}

;// CONCATENATED MODULE: ./build/src/platforms/nucleus/upload-body.js
/** Characters that are written at a time. */
const PIECE = 64 * 1024;
/**
 * The body of an upload of results, piece by piece: the API takes them all in one request, and the text of a million
 * results is as large as the results themselves. Fields and their order are those of the vendor's Python client.
 */
function* uploadBody(target, results, overallMetric) {
    const { testId, functionId, modelId, sliceId } = target;
    yield Buffer.from(`{${entry('unit_test_id', testId)},${entry('eval_function_id', functionId)},`);
    yield* entries('result_per_ref_id', results, ({ score }) => score);
    yield* entries('weight_per_ref_id', results, ({ weight }) => weight);
    const rest = [
        entry('overall_metric', overallMetric),
        entry('model_id', modelId),
        entry('slice_id', sliceId),
        entry('level', 'item'),
    ];
    yield Buffer.from(`${rest.join(',')}}`);
}
/** Bytes of the whole body. */
function bodyLength(body) {
    let length = 0;
    for (const piece of body)
        length += piece.length;
    return length;
}
function* entries(name, results, value) {
    let text = `${JSON.stringify(name)}:{`;
    let separator = '';
    for (const result of results) {
        text += separator + entry(result.ref, value(result));
        separator = ',';
        if (text.length < PIECE)
            continue;
        yield Buffer.from(text);
        text = '';
    }
    yield Buffer.from(`${text}},`);
}
function entry(key, value) {
    return `${JSON.stringify(key)}:${JSON.stringify(value)}`;
}

;// CONCATENATED MODULE: ./build/src/platforms/nucleus/client.js






/** Milliseconds for one attempt, as in the vendor's client. */
const TIMEOUT = 120_000;
/** Milliseconds for an upload, which may have a hundred megabytes. */
const UPLOAD_TIMEOUT = 10 * 60_000;
/** Bytes of a page of items, with all their metadata, and of an evaluation history. */
const LARGEST_PAGE = 128 * 1024 * 1024;
/** @param apiUrl such as `https://api.scale.com/v1/nucleus` */
function openNucleus(apiUrl, key, signal) {
    const call = caller(apiUrl, authorization(key), signal);
    const validate = (...path) => ['validate', ...path];
    return {
        findModel: (id) => call.find(Model, ['model', id]),
        findSlice: (id) => call.find(Slice, ['slice', id, 'info']),
        sliceItems: (id) => pages(call, ['slice', id, 'itemsPage']),
        evaluationFunctions: async () => (await call(EvaluationFunctions, 'GET', validate('eval_fn'))).eval_functions,
        createExternalFunction: async (name) => {
            const body = { name, is_external_function: true, serialized_fn: null, raw_source: null, level: 'item' };
            return (await call(CreatedFunction, 'POST', validate('eval_fn'), { body, attempts: 1 })).eval_fn;
        },
        scenarioTests: () => call(ScenarioTests, 'GET', validate('scenario_test', 'details')),
        createScenarioTest: async (name, slice_id, id) => {
            const body = { name, slice_id, evaluation_functions: [{ id, eval_func_arguments: {} }] };
            const path = validate('scenario_test');
            return (await call(CreatedTest, 'POST', path, { body, attempts: 1 })).scenario_test_id;
        },
        criteria: async (testId) => (await call(Criteria, 'GET', validate('scenario_test', testId, 'metrics')))
            .scenario_test_metrics,
        setThreshold: async (testId, functionId, threshold) => {
            const path = validate('metric', 'set_threshold', testId, functionId);
            await call(Threshold, 'POST', path, { body: { threshold } });
        },
        setBaseline: async (testId, modelId) => {
            const path = validate('scenario_test', testId, 'set_baseline_model', modelId);
            await call(Baseline, 'POST', path, { body: {} });
        },
        evaluations: (testId) => call(Evaluations, 'GET', validate('scenario_test', testId, 'eval_history', 'details'), {
            largestAnswer: LARGEST_PAGE,
        }),
        upload: async (target, results, overallMetric) => {
            const pieces = () => uploadBody(target, results, overallMetric);
            await call.send('POST', validate('scenario_test', 'upload_results'), {
                body: async function* () {
                    yield* pieces();
                },
                headers: { 'content-length': String(bodyLength(pieces())) },
                timeout: UPLOAD_TIMEOUT,
                attempts: 1,
            });
        },
    };
}
/** Basic authentication with the key as user and no password; a limited key has a header of its own. */
function authorization(key) {
    if ('limitedAccessKey' in key)
        return { 'x-limited-access-key': key.limitedAccessKey };
    (0,secrets/* maskSecret */.$l)(`${key.apiKey}:`);
    return { authorization: `Basic ${Buffer.from(`${key.apiKey}:`).toString('base64')}` };
}
function caller(apiUrl, authorization, signal) {
    const answer = async (method, path, options = {}) => {
        const { body, headers, ...rest } = options;
        const url = new URL(`${apiUrl.href.replace(/\/$/, '')}/${path.map(encodeURIComponent).join('/')}`);
        return await (0,http/* send */.tN)({
            method,
            url,
            headers: {
                ...authorization,
                'content-type': 'application/json',
                ...headers,
            },
            signal,
            timeout: TIMEOUT,
            ...(body !== undefined && { body: typeof body === 'function' ? () => body() : JSON.stringify(body) }),
            ...rest,
        }).catch(explainKey(apiUrl));
    };
    const call = async (schema, method, path, options) => (0,http/* readJson */.Vh)(schema, await answer(method, path, options), apiUrl);
    const find = async (schema, path) => {
        const reply = await answer('GET', path, { expect: [404] });
        return reply.status === 404 ? undefined : (0,http/* readJson */.Vh)(schema, reply, apiUrl);
    };
    return Object.assign(call, { send: answer, find });
}
/** Items that a page is asked for at first, and at last. */
const LARGEST_COUNT = 10_000;
const SMALLEST_COUNT = 100;
async function* pages(call, path) {
    const seen = new Set();
    let count = LARGEST_COUNT;
    let token = null;
    do {
        const page = await readPage(call, path, token, count);
        if (!page)
            count = Math.floor(count / 2);
        else {
            yield page.items;
            seen.add(token);
            token = page.nextPageToken || null;
            if (token !== null && seen.has(token))
                throw new errors/* ActionError */.lZ(`The platform gave the page token "${token}" of ${path.join('/')} twice, so the items cannot be listed. Run the job again; if it stays so, tell the platform's support.`);
        }
    } while (token !== null || !seen.has(null));
}
/** One page of items; undefined when the service cannot give so many at once, and may give fewer. */
async function readPage(call, path, pageToken, pageSize) {
    const options = { body: { pageToken, pageSize }, largestAnswer: LARGEST_PAGE, attempts: 2 };
    try {
        return await call(ItemPage, 'POST', path, options);
    }
    catch (error) {
        const fewer = error instanceof errors/* HttpError */.j$ && error.transient && pageSize / 2 >= SMALLEST_COUNT;
        if (!fewer)
            throw error;
        log/* info */.pq(`The platform cannot give ${pageSize} items at once; asking for half as many`);
        return undefined;
    }
}
function explainKey(apiUrl) {
    return (cause) => {
        if (!(cause instanceof errors/* HttpError */.j$) || (cause.status !== 401 && cause.status !== 403))
            throw cause;
        throw new errors/* ActionError */.lZ(`${apiUrl.host} does not accept the key for this (${cause.message}). Check that the secret holds the whole API key of the account that owns the slice, and pass it as api-key; a key that is limited to Nucleus as limited-access-key.`, { cause });
    };
}

// EXTERNAL MODULE: ./build/src/results/gate.js
var results_gate = __webpack_require__(4829);
;// CONCATENATED MODULE: ./build/src/results/coverage.js
/** References of missing items that are kept for the report. */
const SHOWN = 20;
/** Compares results with all items, by reference. Only the results have to fit into memory. */
async function compareWithItems(results, items) {
    const unseen = new Set(results.refs());
    const firstMissing = [];
    let [count, missing] = [0, 0];
    for await (const ref of items) {
        count++;
        unseen.delete(ref);
        if (results.has(ref))
            continue;
        missing++;
        if (firstMissing.length < SHOWN)
            firstMissing.push(ref);
    }
    return { items: count, missing, firstMissing, unknown: [...unseen] };
}
/** The share of items that have a result; undefined where there are no items. */
function coveredShare({ items, missing }) {
    return items === 0 ? undefined : (items - missing) / items;
}

;// CONCATENATED MODULE: ./build/src/scenario-test/gates.js


/** The gates of a run as far as it got: the overall metric, and the coverage where it is known. */
function gatesOf(run) {
    const { inputs, coverage } = run;
    if (!inputs || run.count === undefined)
        return [];
    return [metricGate(run), ...(coverage ? [coverageGate(coverage, inputs.minimumCoverage)] : [])];
}
/** The gate on the overall metric. Where the platform gave a verdict of its own, both have to agree on a pass. */
function metricGate({ inputs, overallMetric, evaluation, criterion, count = 0, }) {
    const gate = (0,results_gate/* judge */.S4)({
        name: 'Overall metric',
        observed: evaluation || inputs?.dryRun ? (evaluation?.result ?? overallMetric) : undefined,
        threshold: criterion?.threshold,
        comparison: criterion?.comparison,
        n: count,
        of: 'results',
    });
    return gate.verdict === 'pass' && evaluation?.pass === false ? { ...gate, verdict: 'fail' } : gate;
}
/** Whether the platform's verdict is another one than its figure and threshold give. */
function isContradicted({ verdict, observed, threshold, comparison, ...rest }, pass) {
    if (verdict === 'none' || typeof pass !== 'boolean')
        return false;
    return (0,results_gate/* judge */.S4)({ ...rest, observed, threshold, comparison }).verdict !== (pass ? 'pass' : 'fail');
}
/** The gate on the share of the slice's items that have a result. */
function coverageGate(coverage, minimumCoverage) {
    return (0,results_gate/* judge */.S4)({
        name: 'Coverage',
        observed: coveredShare(coverage),
        threshold: minimumCoverage,
        n: coverage.items,
        of: 'slice items',
    });
}

// EXTERNAL MODULE: ./build/src/report/gate-table.js
var gate_table = __webpack_require__(1452);
// EXTERNAL MODULE: ./build/src/report/markdown.js
var markdown = __webpack_require__(75);
// EXTERNAL MODULE: ./build/src/report/report.js
var report = __webpack_require__(8456);
;// CONCATENATED MODULE: ./build/src/report/scenario-test-summary.js





/** The job summary of the scenario-test action: verdict, gates, what was evaluated, missing items, timeline. */
function scenarioTestSummary(run, journal, error) {
    const { inputs, coverage } = run;
    const gates = gatesOf(run);
    const sections = [
        ...(gates.length > 0 ? [(0,gate_table/* gateTable */.k)(gates)] : []),
        ...(inputs ? [facts(run, inputs)] : []),
        ...(coverage && coverage.missing > 0 ? [missingItems(coverage.firstMissing, coverage.missing)] : []),
    ];
    return (0,report/* report */.z)(verdict(run, (0,results_gate/* overallVerdict */.Bn)(gates), error), sections, journal, error);
}
function verdict({ inputs, uploaded }, verdict, error) {
    const name = inputs?.testName || 'The scenario test';
    if (error !== undefined)
        return (0,markdown.md) `❌ ${name} was not evaluated`;
    const dryRun = inputs?.dryRun ? 'Dry run: ' : '';
    const words = { pass: 'passed', fail: 'did not pass', none: 'has no verdict' }[verdict];
    const sign = { pass: '✅', fail: '❌', none: '⚪' }[verdict];
    const effect = inputs?.dryRun || uploaded !== undefined ? '' : ', nothing was uploaded';
    return (0,markdown.md) `${sign} ${dryRun}${name} ${words}${effect}`;
}
function facts(run, inputs) {
    const { count, overallMetric, uploaded, evaluation } = run;
    return (0,report/* factTable */.B)([
        ['Scenario test', named(inputs.testName, run.scenarioTest)],
        ['Evaluation function', named(inputs.functionName, run.evaluationFunction)],
        ['Model', (0,markdown/* code */.aY)(inputs.modelId)],
        ['Slice', (0,markdown/* code */.aY)(inputs.sliceId)],
        ['Results', (0,markdown.md) `${count ?? '—'} in ${(0,markdown/* code */.aY)(inputs.results)}, ${uploaded ?? 'none'} uploaded`],
        ['Overall metric of the results', overallMetric === undefined ? undefined : (0,results_gate/* figure */.vP)(overallMetric)],
        ['Baseline model', inputs.baselineModelId ? (0,markdown/* code */.aY)(inputs.baselineModelId) : undefined],
        ['Evaluation', evaluation && (0,markdown.md) `${(0,markdown/* code */.aY)(evaluation.id)} ${evaluation.status}`],
    ]);
}
function named(name, found) {
    if (!found)
        return (0,markdown.md) `${(0,markdown/* code */.aY)((0,markdown/* clip */.$Q)(name, 200))}, not there yet`;
    return (0,markdown.md) `${(0,markdown/* code */.aY)((0,markdown/* clip */.$Q)(name, 200))} (${(0,markdown/* code */.aY)(found.id)}${found.created ? ', created' : ''})`;
}
function missingItems(first, count) {
    const refs = first.map((ref) => (0,markdown.md) `- ${(0,markdown/* code */.aY)((0,markdown/* clip */.$Q)(ref, 200))}`);
    const rest = count > first.length ? [(0,markdown.md) `- and ${count - first.length} more`] : [];
    return (0,markdown/* details */.zH)(`${count} items of the slice have no result`, (0,markdown/* join */.fj)([...refs, ...rest], (0,markdown.md) `\n`));
}

;// CONCATENATED MODULE: ./build/src/results/results.js

/** More results would be more than a Map can hold. */
const MOST = 16_000_000;
/** Results by the reference of their item, in the order of the file, kept in columns: a million take about 100 MB. */
class Results {
    #index = new Map();
    #scores = [];
    #weights = [];
    #lines = [];
    get size() {
        return this.#index.size;
    }
    has(ref) {
        return this.#index.has(ref);
    }
    /** The line of a result, undefined when there is none. */
    lineOf(ref) {
        const index = this.#index.get(ref);
        return index === undefined ? undefined : this.#lines[index];
    }
    /** Adds a result of another item than those before. */
    add({ ref, score, weight, line }) {
        if (this.size >= MOST)
            throw new errors/* ActionError */.lZ(`There are more than ${MOST} results: split them over several slices and scenario tests.`);
        this.#index.set(ref, this.#scores.length);
        this.#scores.push(score);
        this.#weights.push(weight);
        this.#lines.push(line);
    }
    remove(ref) {
        this.#index.delete(ref);
    }
    *[Symbol.iterator]() {
        for (const [ref, index] of this.#index) {
            const [score = 0, weight = 0, line = 0] = [
                this.#scores[index],
                this.#weights[index],
                this.#lines[index],
            ];
            yield { ref, score, weight, line };
        }
    }
    refs() {
        return this.#index.keys();
    }
    /**
     * The mean of the scores by their weights, undefined where all weights are 0. Summed up as the vendor's client does,
     * one after the other, so that the same results give the same figure to the last digit.
     */
    get overallMetric() {
        let sum = 0;
        let weights = 0;
        for (const { score, weight } of this) {
            sum += score * weight;
            weights += weight;
        }
        return weights === 0 ? undefined : sum / weights;
    }
}

// EXTERNAL MODULE: ./build/src/results/rows.js + 4 modules
var results_rows = __webpack_require__(8544);
;// CONCATENATED MODULE: ./build/src/results/results-file.js
/** Reads a file of results, and says of every row that cannot be used what is wrong with it. */





/** Problems that a message lists; of the others it says how many there are. */
const MOST_PROBLEMS = 20;
/** Rows between two lines of the log. */
const PROGRESS = 100_000;
/** Throws one `FileError` with the first problems of all rows, each with its line and field. */
async function readResults(file, options) {
    const { format, rows } = await (0,results_rows/* openRows */.Y)(file);
    const parse = rowParser(format === 'csv', options);
    const results = new Results();
    const problems = new Problems(file);
    let count = 0;
    for await (const row of rows) {
        const parsed = parse(row.value);
        if (!parsed.success)
            problems.add(row.line, describeIssues(parsed.error, row.value));
        else
            addResult(results, row, parsed.data, problems);
        if (++count % PROGRESS === 0)
            log/* info */.pq(`Read ${count.toLocaleString('en')} rows of ${file}`);
    }
    if (count === 0)
        throw new errors/* FileError */.f6(`${file} has no rows: it needs at least one result`, { file });
    problems.refuse();
    if (results.overallMetric === undefined)
        throw new errors/* FileError */.f6(`${file}: every weight is 0, so there is no overall metric; give at least one result a weight above 0`, { file });
    return results;
}
function addResult(results, { line }, row, problems) {
    const { item_ref_id: ref, score, weight } = row;
    const earlier = results.lineOf(ref);
    if (earlier === undefined)
        results.add({ ref, score, weight, line });
    else
        problems.add(line, [`item_ref_id ${quote(ref)} is there twice, first on line ${earlier}; keep one`]);
}
const ResultRow = schemas/* strictObject */.rej({
    item_ref_id: schemas/* string */.YjP().check(api/* _minLength */.m9(1)),
    score: schemas/* number */.aig().check(api/* _gte */.qm(0), api/* _lte */.Zm(1)),
    weight: schemas/* prefault */.SdS(schemas/* number */.aig().check(api/* _gte */.qm(0), api/* _lte */.Zm(1)), 1),
});
const AnyScoreRow = schemas/* extend */.X$i(ResultRow, { score: schemas/* number */.aig() });
function rowParser(isCsv, { anyScore }) {
    const schema = anyScore ? AnyScoreRow : ResultRow;
    return (value) => schema.safeParse(isCsv ? withNumbers(value) : value);
}
/** CSV knows text only: what is written as a number becomes one, and an empty cell is none. */
function withNumbers(cells) {
    const row = { ...cells };
    for (const name of ['score', 'weight']) {
        const text = cells[name]?.trim();
        if (text === '')
            delete row[name];
        else if (text !== undefined && /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text))
            row[name] = Number(text);
    }
    return row;
}
function describeIssues({ issues }, row) {
    if (typeof row !== 'object' || row === null || Array.isArray(row))
        return [`${show(row)} is no result; write {"item_ref_id": "…", "score": 0.9, "weight": 1}`];
    return issues.flatMap((issue) => {
        if (issue.code === 'unrecognized_keys')
            return issue.keys.map(describeKey);
        const name = String(issue.path[0]);
        const value = Object.getOwnPropertyDescriptor(row, name)?.value;
        if (value === undefined || (value === '' && name !== 'item_ref_id'))
            return [`${name} is missing`];
        return [`${name} ${show(value)} ${wanted(name, issue.code)}`];
    });
}
function describeKey(key) {
    const known = ['scene_ref_id', 'track_ref_id'].includes(key)
        ? 'results of scenes and tracks cannot be uploaded by this action'
        : 'the keys are item_ref_id, score and weight';
    return `${quote(key)} is no key of a result; ${known}`;
}
function wanted(name, code) {
    if (name === 'item_ref_id')
        return 'is no reference of an item: write it as text that is not empty';
    return code === 'invalid_type' ? 'is no number' : 'is not between 0 and 1';
}
function show(value) {
    if (typeof value === 'string')
        return quote(value);
    return typeof value === 'number' ? String(value) : clip(JSON.stringify(value));
}
function quote(text) {
    return clip(JSON.stringify(text));
}
function clip(text) {
    return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
class Problems {
    #file;
    #lines = [];
    #first;
    #rows = 0;
    constructor(file) {
        this.#file = file;
    }
    add(line, problems) {
        this.#rows++;
        this.#first ??= line;
        if (this.#lines.length < MOST_PROBLEMS)
            this.#lines.push(...problems.map((problem) => `- line ${line}: ${problem}`));
    }
    refuse() {
        if (this.#first === undefined)
            return;
        const head = `${this.#file} has ${this.#rows} ${this.#rows === 1 ? 'row' : 'rows'} that cannot be used. Nothing was sent or changed.`;
        const rest = this.#rows > MOST_PROBLEMS ? ['- and so on'] : [];
        throw new errors/* FileError */.f6([head, ...this.#lines, ...rest].join('\n'), { file: this.#file, line: this.#first });
    }
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/src/lib/inputs.js
var lib_inputs = __webpack_require__(4212);
// EXTERNAL MODULE: ./build/src/lib/fields.js
var fields = __webpack_require__(4940);
;// CONCATENATED MODULE: ./build/src/scenario-test/fields.js
/** The inputs of the scenario-test action: name, type and rules. What each means stands in its action.yml. */



const functionName = fields/* line */.n8.check(schemas/* refine */.YPB((text) => /^\S{1,255}$/.test(text), {
    error: 'is no name of an evaluation function; write 1 to 255 characters without blanks',
}));
const sliceId = fields/* line */.n8.check(schemas/* refine */.YPB((text) => text.startsWith('slc_'), {
    error: 'is no id of a slice; it begins with slc_ and stands in the address of the slice on the dashboard',
}));
const modelId = fields/* line */.n8.check(schemas/* refine */.YPB((text) => text.startsWith('prj_'), {
    error: 'is no id of a model; it begins with prj_ and stands in the address of the model on the dashboard',
}));
const seconds = fields/* number */.ai.check(schemas/* refine */.YPB((value) => value >= 1 && value <= 3600, {
    error: 'is no time to wait; write seconds, from 1 to 3600',
}));
const fields_fields = {
    'evaluation-function': functionName,
    'scenario-test': fields/* line */.n8,
    'slice-id': sliceId,
    'model-id': modelId,
    results: fields/* line */.n8,
    'api-key': (0,lib_inputs/* secret */.rJ)(fields/* token */.Sh),
    'limited-access-key': (0,lib_inputs/* secret */.rJ)(fields/* token */.Sh),
    'api-url': schemas/* prefault */.SdS(fields/* address */.hl, 'https://api.scale.com/v1/nucleus'),
    threshold: fields/* number */.ai,
    'baseline-model-id': modelId,
    'minimum-coverage': schemas/* prefault */.SdS(fields/* fraction */.zO, '1'),
    gate: schemas/* prefault */.SdS((0,fields/* oneOf */.yL)('fail', 'warn', 'off'), 'fail'),
    'unknown-items': schemas/* prefault */.SdS((0,fields/* oneOf */.yL)('fail', 'skip'), 'fail'),
    'score-range': schemas/* prefault */.SdS((0,fields/* oneOf */.yL)('normalized', 'any'), 'normalized'),
    timeout: schemas/* prefault */.SdS(seconds, '300'),
    'dry-run': schemas/* prefault */.SdS(fields/* boolean */.zM, 'false'),
};
/** Variables of the environment that stand in for inputs: those of the vendor's Python client. */
const variables = { 'api-key': 'NUCLEUS_API_KEY', 'api-url': 'NUCLEUS_ENDPOINT' };

;// CONCATENATED MODULE: ./build/src/scenario-test/inputs.js



/** Reads every input. Throws one `InputError` with all that is wrong, before the file is read or anything is sent. */
function loadInputs() {
    const inputs = new lib_inputs/* Inputs */.G0(fields_fields, variables);
    const { values } = inputs;
    const loaded = {
        functionName: required(inputs, 'evaluation-function'),
        testName: required(inputs, 'scenario-test'),
        sliceId: required(inputs, 'slice-id'),
        modelId: required(inputs, 'model-id'),
        results: loadResults(inputs),
        apiUrl: values['api-url'],
        key: loadKey(inputs),
        ...loadThreshold(inputs),
        minimumCoverage: values['minimum-coverage'],
        gate: values.gate,
        skipUnknownItems: values['unknown-items'] === 'skip',
        anyScore: values['score-range'] === 'any',
        timeout: values.timeout,
        dryRun: values['dry-run'],
    };
    inputs.refuse();
    return loaded;
}
function required(inputs, name) {
    inputs.missing(name, 'is required');
    return inputs.values[name] ?? '';
}
function loadResults(inputs) {
    const file = required(inputs, 'results');
    if (file !== '' && !(0,external_node_fs_.existsSync)(file))
        inputs.problem('results', file, 'there is no such file; write its path relative to the workspace, and check that an earlier step wrote it');
    return file;
}
function loadKey(inputs) {
    const { 'api-key': apiKey, 'limited-access-key': limitedAccessKey, 'dry-run': dryRun } = inputs.values;
    if (apiKey && limitedAccessKey)
        inputs.problem('limited-access-key', undefined, 'is there beside api-key (or NUCLEUS_API_KEY); set one of the two');
    if (limitedAccessKey)
        return { limitedAccessKey };
    if (apiKey)
        return { apiKey };
    if (!dryRun)
        inputs.missing('api-key', 'is required unless dry-run is true; store the key as a secret of the repository and pass it in. A pull request from a fork has no secrets: let it run with dry-run: true');
    return undefined;
}
function loadThreshold(inputs) {
    const { threshold, 'baseline-model-id': baselineModelId, 'model-id': modelId } = inputs.values;
    if (baselineModelId !== undefined && threshold !== undefined)
        inputs.problem('baseline-model-id', baselineModelId, "is there beside threshold, and a baseline's score becomes the threshold; set one of the two");
    if (baselineModelId !== undefined && baselineModelId === modelId)
        inputs.problem('baseline-model-id', baselineModelId, 'is the model under test; leave it out in the run that evaluates the baseline itself');
    return { threshold, baselineModelId };
}

;// CONCATENATED MODULE: ./build/src/scenario-test/outputs.js



/** The action's outputs, by name as in action.yml. One with no value is the empty string. */
function scenarioTestOutputs(run) {
    const { inputs, coverage, evaluation } = run;
    return {
        'scenario-test-id': run.scenarioTest?.id ?? '',
        'evaluation-function-id': run.evaluationFunction?.id ?? '',
        'overall-metric': outputs_text(run.overallMetric),
        uploaded: outputs_text(run.uploaded),
        'missing-items': outputs_text(coverage?.missing),
        coverage: outputs_text(coverage && coveredShare(coverage)),
        threshold: outputs_text(run.criterion?.threshold),
        'evaluation-id': evaluation?.id ?? '',
        passed: (0,results_gate/* passedOutput */.aW)(gatesOf(run)),
        'dry-run': inputs ? String(inputs.dryRun) : '',
    };
}
function outputs_text(value) {
    return value === undefined ? '' : String(value);
}

;// CONCATENATED MODULE: ./build/src/scenario-test/preflight.js



/** References that a message lists. */
const preflight_SHOWN = 10;
/** Checks that model and slice are there and of the right kind, and compares the results with the slice's items. */
async function compareWithSlice(nucleus, inputs, results) {
    await Promise.all([
        checkModel(nucleus, 'model-id', inputs.modelId),
        inputs.baselineModelId && checkModel(nucleus, 'baseline-model-id', inputs.baselineModelId),
        checkSlice(nucleus, inputs.sliceId),
    ]);
    const coverage = await compareWithItems(results, itemsOf(nucleus, inputs.sliceId));
    if (coverage.items === 0)
        throw new errors/* ActionError */.lZ(`slice-id: the slice ${inputs.sliceId} has no items. Add items to it, or name another one.`);
    if (coverage.unknown.length > 0)
        treatUnknown(inputs, results, coverage);
    if (coverage.missing > 0)
        log/* info */.pq(`${coverage.missing} of the slice's ${coverage.items} items have no result: ${listed(coverage.firstMissing, coverage.missing)}`);
    return coverage;
}
async function checkModel(nucleus, input, id) {
    const model = await nucleus.findModel(id);
    if (model)
        log/* info */.pq(`Model ${id}: ${model.name}`);
    else
        throw notFound(input, 'model', id);
}
async function checkSlice(nucleus, id) {
    const slice = await nucleus.findSlice(id);
    if (!slice)
        throw notFound('slice-id', 'slice', id);
    const { name, type, pending_job_count: pending } = slice;
    if (type && type !== 'dataset_item')
        throw new errors/* ActionError */.lZ(`slice-id: the slice ${id} ("${name}") is of the type "${type}". Results are uploaded by item, so name a slice of dataset items.`);
    if (pending)
        throw new errors/* ActionError */.lZ(`slice-id: the slice ${id} ("${name}") is still being changed by ${pending} jobs, so its items are not certain. Run this job again when they are done.`);
    log/* info */.pq(`Slice ${id}: ${name}`);
}
function notFound(input, kind, id) {
    return new errors/* ActionError */.lZ(`${input}: there is no ${kind} ${id} that the key may see. Check the id, and that the key belongs to the ${kind}'s owner.`);
}
async function* itemsOf(nucleus, sliceId) {
    let count = 0;
    for await (const refs of nucleus.sliceItems(sliceId)) {
        const hundredThousands = Math.floor(count / 100_000);
        count += refs.length;
        if (Math.floor(count / 100_000) > hundredThousands)
            log/* info */.pq(`Read ${count.toLocaleString('en')} items of the slice`);
        yield* refs;
    }
}
/** Leaves out results that are of no item of the slice, or refuses them. */
function treatUnknown(inputs, results, { unknown }) {
    const { sliceId, results: file } = inputs;
    const known = results.size - unknown.length;
    const which = listed(unknown.slice(0, preflight_SHOWN).map((ref) => `${ref} (line ${results.lineOf(ref)})`), unknown.length);
    if (!inputs.skipUnknownItems || known === 0) {
        const fix = known === 0
            ? 'Check slice-id, and that item_ref_id holds reference ids.'
            : 'Take them out, or set unknown-items: skip to leave them out.';
        throw new errors/* ActionError */.lZ(`${unknown.length} of the ${results.size} results in ${file} are of no item in the slice ${sliceId}: ${which}. Nothing was sent or changed. ${fix}`);
    }
    for (const ref of unknown)
        results.remove(ref);
    if (results.overallMetric === undefined)
        throw new errors/* ActionError */.lZ(`${file}: the results of items in the slice ${sliceId} all have the weight 0, so there is no overall metric. Give at least one a weight above 0.`);
    log/* warning */.$e(`${unknown.length} results are of no item in the slice ${sliceId} and left out: ${which}`, file);
}
function listed(shown, count) {
    const short = shown.slice(0, preflight_SHOWN).map((text) => (text.length > 100 ? `${text.slice(0, 100)}…` : text));
    return short.join(', ') + (count > short.length ? `, and ${count - short.length} more` : '');
}

// EXTERNAL MODULE: ./build/src/lib/retry.js
var retry = __webpack_require__(2183);
;// CONCATENATED MODULE: ./build/src/scenario-test/creation.js



/**
 * Creates what is not there yet. A request whose outcome is unknown is not simply sent again: whether the thing is
 * there now is looked up first; so it is after a refusal, since another job may have been quicker.
 */
async function createMissing({ what, existing, find, create, signal, journal, }) {
    if (existing !== undefined)
        return { id: existing, created: false };
    let sent = false;
    const attempt = async () => {
        const found = sent ? await find() : undefined;
        if (found !== undefined)
            return { id: found, created: true };
        try {
            return { id: await create(), created: true };
        }
        catch (error) {
            sent = true;
            if (!(error instanceof errors/* HttpError */.j$) || error.transient)
                throw error;
            const other = await find();
            if (other !== undefined)
                return { id: other, created: false };
            throw new errors/* ActionError */.lZ(`${capitalized(what)} could not be created. ${error.message}`, { cause: error });
        }
    };
    const found = await (0,retry/* retry */.L)(attempt, { what: `creation of ${what}`, signal });
    if (found.created) {
        journal.done.push(`${capitalized(what)} was created.`);
        log/* info */.pq(`Created ${what}: ${found.id}`);
    }
    return found;
}
function capitalized(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/src/scenario-test/evaluation.js




/** Milliseconds between two looks at an evaluation; each further pause is half as long again, up to the longest. */
const FIRST_PAUSE = 200;
const LONGEST_PAUSE = 5_000;
/** Uploads the results. When the outcome is unknown, a second try is made only if no new evaluation is there. */
async function uploadResults(nucleus, target, results, overallMetric, signal) {
    const { testId, functionId, modelId } = target;
    const before = new Set((await nucleus.evaluations(testId)).map(({ id }) => id));
    const newEvaluations = async () => (await nucleus.evaluations(testId)).filter(({ id, eval_function_id, model_id }) => !before.has(id) && eval_function_id === functionId && model_id === modelId);
    let unknown = false;
    const attempt = async () => {
        if (unknown && (await newEvaluations()).length > 0)
            return;
        try {
            await nucleus.upload(target, results, overallMetric);
        }
        catch (error) {
            unknown ||= error instanceof errors/* HttpError */.j$ && error.outcomeUnknown;
            throw error;
        }
    };
    log/* info */.pq(`Uploading ${results.size.toLocaleString('en')} results to ${testId}`);
    await (0,retry/* retry */.L)(attempt, { what: 'upload of the results', signal });
    return { newEvaluations, testId, overallMetric };
}
/** Waits until the platform has evaluated an upload. Throws when it fails, or takes longer than `timeout` seconds. */
async function awaitEvaluation({ newEvaluations, testId, overallMetric }, timeout, signal) {
    const deadline = performance.now() + timeout * 1000;
    for (let pause = FIRST_PAUSE, status = '';; pause = Math.min(pause * 1.5, LONGEST_PAUSE)) {
        const evaluation = ours(await newEvaluations(), overallMetric);
        if (evaluation?.status === 'completed')
            return evaluation;
        if (evaluation?.status === 'errored')
            throw new errors/* ActionError */.lZ(`The results are uploaded, and the platform could not evaluate them (evaluation ${evaluation.id} of the scenario test ${testId}). Look at it on the dashboard, and run the job again.`);
        const now = evaluation ? `${evaluation.id} is ${evaluation.status}` : 'not there yet';
        if (now !== status)
            log/* info */.pq(`The evaluation: ${now}`);
        status = now;
        if (performance.now() + pause > deadline)
            throw new errors/* ActionError */.lZ(`The results are uploaded, and after ${timeout} s the evaluation of the scenario test ${testId} is not there (${now}). Set timeout to more seconds and run the job again, or look at it on the dashboard.`);
        await (0,promises_.setTimeout)(pause, undefined, { signal });
    }
}
/** Of several new evaluations, since another job may upload at the same time, the one with the figure of ours. */
function ours(evaluations, overallMetric) {
    return evaluations.find(({ result }) => sameFigure(result, overallMetric)) ?? evaluations[0];
}
/** Whether two figures are the same but for rounding. */
function sameFigure(a, b) {
    return a !== undefined && Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b));
}

;// CONCATENATED MODULE: ./build/src/scenario-test/target.js
/** What results are uploaded to: the evaluation function, the scenario test, and what it holds the metric against. */


/** Looks up the function and the scenario test, before anything is created, and refuses what cannot be used. */
async function findTarget(nucleus, inputs) {
    const { functionName, baselineModelId } = inputs;
    const [functionId, testId] = await Promise.all([
        findFunction(nucleus, functionName),
        findTest(nucleus, inputs),
    ]);
    const criterion = testId === undefined ? undefined : await readCriterion(nucleus, inputs, testId, functionId);
    const baselineScore = baselineModelId === undefined
        ? undefined
        : await findBaselineScore(nucleus, baselineModelId, { testId, functionId });
    return { functionId, testId, criterion, baselineScore };
}
/** The id of the external evaluation function of this name, undefined when there is none. */
async function findFunction(nucleus, name) {
    const named = (await nucleus.evaluationFunctions()).filter((known) => known.name === name);
    const [first, second] = named.filter((known) => known.is_external_function);
    if (first && second)
        throw new errors/* ActionError */.lZ(`evaluation-function: there are several external evaluation functions "${name}" (${first.id}, ${second.id}). Remove all but one, or name another one.`);
    if (!first && named[0])
        throw new errors/* ActionError */.lZ(`evaluation-function: "${name}" (${named[0].id}) is run by the platform itself and takes no results. Name another one.`);
    return first?.id;
}
/** The id of the scenario test of this name, undefined when there is none. One on another slice is refused. */
async function findTest(nucleus, inputs) {
    const { testName, sliceId } = inputs;
    const [test, second] = (await nucleus.scenarioTests()).filter(({ name }) => name === testName);
    if (test && second)
        throw new errors/* ActionError */.lZ(`scenario-test: there are several scenario tests "${testName}" (${test.id}, ${second.id}). Remove all but one, or name another one.`);
    if (test && test.slice_id !== sliceId)
        throw new errors/* ActionError */.lZ(`scenario-test: "${testName}" (${test.id}) is on the slice ${test.slice_id}, and slice-id is ${sliceId}. Set slice-id to that one, or name another scenario test.`);
    return test?.id;
}
/** What a scenario test holds the function's figures against. A test without the function is refused. */
async function readCriterion(nucleus, { testName, functionName }, testId, functionId) {
    const criteria = await nucleus.criteria(testId);
    const ours = criteria.find(({ eval_function_id: id }) => id === functionId);
    if (!ours)
        throw new errors/* ActionError */.lZ(`scenario-test: "${testName}" (${testId}) does not use the evaluation function "${functionName}"; it uses ${criteria.map(({ eval_function_id: id }) => id).join(', ') || 'none'}. Name another scenario test, and it is created.`);
    return {
        threshold: ours.threshold ?? undefined,
        comparison: ours.threshold_comparison ?? 'greater_than_equal_to',
    };
}
/** Sets the threshold, or the baseline that gives one, where it is another one so far. Returns what then holds. */
async function setCriterion(nucleus, inputs, { testId, functionId }, journal) {
    const { threshold, baselineModelId } = inputs;
    const now = await readCriterion(nucleus, inputs, testId, functionId);
    if (baselineModelId !== undefined) {
        await nucleus.setBaseline(testId, baselineModelId);
        log/* info */.pq(`The baseline of ${testId} is the model ${baselineModelId}`);
    }
    else if (threshold === undefined || threshold === now.threshold)
        return now;
    else {
        await nucleus.setThreshold(testId, functionId, threshold);
        const before = now.threshold === undefined ? '' : `, before it was ${now.threshold}`;
        journal.done.push(`The threshold was set to ${threshold}${before}.`);
    }
    return await readCriterion(nucleus, inputs, testId, functionId);
}
/** The latest score of the baseline model. A model that was never evaluated on the scenario test is refused. */
async function findBaselineScore(nucleus, modelId, { testId, functionId }) {
    const evaluations = testId === undefined ? [] : await nucleus.evaluations(testId);
    const own = evaluations.findLast(({ model_id, eval_function_id, status }) => model_id === modelId && eval_function_id === functionId && status === 'completed');
    if (own)
        return own.result;
    throw new errors/* ActionError */.lZ(`baseline-model-id: the model ${modelId} was never evaluated on the scenario test, so it has no score to hold others against. Run this action for it first, with it as model-id.`);
}

;// CONCATENATED MODULE: ./build/src/scenario-test/scenario-test.js





/** Brings the results to the scenario test, which is created when it is missing, and has them judged there. */
async function runScenarioTest(nucleus, inputs, results, { signal, journal }, run) {
    const known = await journal.phase('Look up the scenario test', () => findTarget(nucleus, inputs));
    const target = await journal.phase('Prepare the scenario test', async () => {
        const ids = await createTarget(nucleus, inputs, known, { signal, journal }, run);
        run.criterion = await setCriterion(nucleus, inputs, ids, journal);
        return { ...ids, modelId: inputs.modelId, sliceId: inputs.sliceId };
    });
    const upload = await journal.phase('Upload', () => uploadResults(nucleus, target, results, run.overallMetric ?? 0, signal));
    run.uploaded = results.size;
    journal.done.push(`${results.size} results were uploaded.`);
    run.evaluation = await journal.phase('Wait for the evaluation', () => awaitEvaluation(upload, inputs.timeout, signal));
    warnOfContradictions(run);
}
async function createTarget(nucleus, inputs, known, shell, run) {
    const { functionName, testName, sliceId } = inputs;
    run.evaluationFunction = await createMissing({
        what: `the evaluation function "${functionName}"`,
        existing: known.functionId,
        find: () => findFunction(nucleus, functionName),
        create: async () => (await nucleus.createExternalFunction(functionName)).id,
        ...shell,
    });
    const { id: functionId } = run.evaluationFunction;
    run.scenarioTest = await createMissing({
        what: `the scenario test "${testName}"`,
        existing: known.testId,
        find: () => findTest(nucleus, inputs),
        create: () => nucleus.createScenarioTest(testName, sliceId, functionId),
        ...shell,
    });
    return { functionId, testId: run.scenarioTest.id };
}
/** Looks up what the run would find and create, and judges as far as that goes. Changes nothing. */
async function rehearseScenarioTest(nucleus, inputs, run) {
    const known = nucleus && (await findTarget(nucleus, inputs));
    if (known?.functionId)
        run.evaluationFunction = { id: known.functionId, created: false };
    if (known?.testId)
        run.scenarioTest = { id: known.testId, created: false };
    run.criterion = {
        threshold: inputs.threshold ?? known?.baselineScore ?? known?.criterion?.threshold,
        comparison: known?.criterion?.comparison ?? 'greater_than_equal_to',
    };
}
function warnOfContradictions(run) {
    const { evaluation, overallMetric = 0 } = run;
    if (evaluation?.result !== undefined && !sameFigure(evaluation.result, overallMetric))
        log/* warning */.$e(`The platform gives ${evaluation.result} as the result of the evaluation ${evaluation.id}, and the uploaded results give ${overallMetric}. The platform's figure counts.`, 'Two figures');
    if (isContradicted(metricGate(run), evaluation?.pass))
        log/* warning */.$e(`The platform says that the evaluation ${evaluation?.id} ${evaluation?.pass ? 'passed' : 'did not pass'}, which its figure and threshold do not give. The gate takes it as failed.`, 'Two verdicts');
}

;// CONCATENATED MODULE: ./build/src/actions/scenario-test.js










/** Uploads the results of an external evaluation function to a scenario test, and gates on what comes of them. */
const scenarioTest = {
    begin: () => ({}),
    run: async (run, shell) => {
        const inputs = loadInputs();
        run.inputs = inputs;
        await evaluateResults(inputs, run, shell);
        (0,results_gate/* reportGates */.Dx)(gatesOf(run), inputs.gate);
    },
    outputs: scenarioTestOutputs,
    summary: scenarioTestSummary,
    failedGate: (run) => (0,results_gate/* failedGates */.qq)(gatesOf(run), run.inputs?.gate ?? 'fail'),
};
async function evaluateResults(inputs, run, shell) {
    const { signal, journal } = shell;
    const results = await journal.phase('Read the results', () => readResults(inputs.results, inputs));
    const nucleus = inputs.key && openNucleus(inputs.apiUrl, inputs.key, signal);
    if (nucleus) {
        run.coverage = await journal.phase('Compare with the slice', () => compareWithSlice(nucleus, inputs, results));
    }
    Object.assign(run, { count: results.size, overallMetric: results.overallMetric });
    log/* info */.pq(`${results.size} results, overall metric ${run.overallMetric}`);
    if (inputs.dryRun)
        return await rehearseScenarioTest(nucleus, inputs, run);
    if ((0,results_gate/* failedGates */.qq)(gatesOf(run), inputs.gate))
        return log/* info */.pq('Nothing is uploaded: the coverage is too low');
    if (nucleus)
        await runScenarioTest(nucleus, inputs, results, shell, run);
}


/***/ }),

/***/ 1452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ gateTable)
/* harmony export */ });
/* harmony import */ var _results_gate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4829);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75);


const verdicts = { pass: '✅ passed', fail: '❌ failed', none: '⚪ no verdict' };
/** The gates of a run: observed value, threshold and n. */
function gateTable(gates) {
    const rows = gates.map((gate) => [
        gate.name,
        gate.observed === undefined ? '—' : (0,_results_gate_js__WEBPACK_IMPORTED_MODULE_0__/* .figure */ .vP)(gate.observed, gate.threshold),
        (0,_results_gate_js__WEBPACK_IMPORTED_MODULE_0__/* .describeThreshold */ .d9)(gate),
        `${gate.n} ${gate.of}`,
        verdicts[gate.verdict],
    ]);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['Gate', 'Observed', 'Threshold', 'n', 'Verdict'], rows);
}


/***/ }),

/***/ 4829:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bn: () => (/* binding */ overallVerdict),
/* harmony export */   Dx: () => (/* binding */ reportGates),
/* harmony export */   S4: () => (/* binding */ judge),
/* harmony export */   aW: () => (/* binding */ passedOutput),
/* harmony export */   d9: () => (/* binding */ describeThreshold),
/* harmony export */   qq: () => (/* binding */ failedGates),
/* harmony export */   vP: () => (/* binding */ figure)
/* harmony export */ });
/* unused harmony export describeGate */
/* harmony import */ var _lib_log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7399);
/**
 * Gates: a figure held against a threshold. The verdict has three values, since a figure that is missing, or one that
 * nobody set a threshold for, has neither passed nor failed.
 */

const relations = {
    greater_than: { holds: (a, b) => a > b, words: 'more than' },
    greater_than_equal_to: { holds: (a, b) => a >= b, words: 'at least' },
    less_than: { holds: (a, b) => a < b, words: 'less than' },
    less_than_equal_to: { holds: (a, b) => a <= b, words: 'at most' },
};
/** Holds a figure against its threshold. `comparison` is "at least" unless said. */
function judge(measure) {
    const { observed, threshold, comparison = 'greater_than_equal_to' } = measure;
    const judged = observed !== undefined && threshold !== undefined && !Number.isNaN(observed);
    const passed = judged && relations[comparison].holds(observed, threshold);
    return { ...measure, comparison, verdict: judged ? (passed ? 'pass' : 'fail') : 'none' };
}
/** The verdict of all gates together: a failed one decides, then one without a verdict; there is none without gates. */
function overallVerdict(gates) {
    const verdicts = gates.map(({ verdict }) => verdict);
    if (verdicts.includes('fail'))
        return 'fail';
    return verdicts.length === 0 || verdicts.includes('none') ? 'none' : 'pass';
}
/** The output `passed`: `true`, `false`, or empty for no verdict. */
function passedOutput(gates) {
    return { pass: 'true', fail: 'false', none: '' }[overallVerdict(gates)];
}
/** One sentence: "Overall metric is 0.573, and has to be at least 0.6 (4 results)." */
function describeGate({ name, observed, threshold, comparison, n, of }) {
    const figures = `(${n} ${of})`;
    const value = observed === undefined ? undefined : figure(observed, threshold);
    if (threshold === undefined)
        return value ? `${name} is ${value}, without a threshold ${figures}.` : `${name} is not known ${figures}.`;
    const wanted = `${relations[comparison].words} ${threshold}`;
    return value
        ? `${name} is ${value}, and has to be ${wanted} ${figures}.`
        : `${name} is not known, and has to be ${wanted} ${figures}.`;
}
/** What a gate asks for, for a table: "at least 0.6". */
function describeThreshold({ threshold, comparison }) {
    return threshold === undefined ? 'none' : `${relations[comparison].words} ${threshold}`;
}
/** A figure in six digits, or in as many as it takes to tell it from its threshold. */
function figure(value, threshold) {
    const short = Number(value.toPrecision(6));
    return String(short === threshold ? value : short);
}
/** Logs every verdict; with `warn`, what does not pass becomes a warning of the run. */
function reportGates(gates, mode) {
    for (const gate of gates)
        _lib_log_js__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(`Gate: ${describeGate(gate)} ${verdictWords[gate.verdict]}`);
    const unmet = unmetGates(gates);
    if (mode === 'warn' && unmet)
        _lib_log_js__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e(unmet, 'The gate did not pass');
}
/** Why the step fails, for `failedGate` of an action; undefined when it does not. */
function failedGates(gates, mode) {
    return mode === 'fail' ? unmetGates(gates) : undefined;
}
/** A threshold with nothing to hold against it was asked for and is not met: a gate must not pass for want of data. */
function unmetGates(gates) {
    const unmet = gates.filter(({ verdict, threshold }) => verdict === 'fail' || (verdict === 'none' && threshold !== undefined));
    return unmet.length > 0 ? unmet.map(describeGate).join('\n') : undefined;
}
const verdictWords = { pass: 'Passed.', fail: 'Failed.', none: 'No verdict.' };


/***/ }),

/***/ 8544:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ openRows)
});

// UNUSED EXPORTS: formatOf

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
;// CONCATENATED MODULE: ./build/src/results/row.js
/** Characters that one row may have: rows are held whole, one at a time, and anything longer is no row. */
const LONGEST_ROW = 16 * 1024 * 1024;

;// CONCATENATED MODULE: ./build/src/results/csv-rows.js
/**
 * Rows of CSV, read as a stream: as RFC 4180 has it, with a header. (csv-parse, the usual choice, takes three times as
 * long and counts a line break inside of quotes twice when it is `\r\n`, so that its line numbers are wrong.)
 */


/** Each row is an object without a prototype, with a text for each column. Empty lines do not count. */
async function* readCsv(file, chunks) {
    const splitter = new RecordSplitter(file);
    let header;
    for await (const chunk of withFinalLineEnd(chunks)) {
        for (const { line, text } of splitter.split(chunk)) {
            if (header)
                yield { line, value: header.rowOf(line, text) };
            else
                header = new Header(file, line, text);
        }
    }
    splitter.end();
}
async function* withFinalLineEnd(chunks) {
    yield* chunks;
    yield '\n';
}
const [newline, carriageReturn, quote] = [10, 13, 34];
/** Finds where records end: at line ends outside of quotes. A quote counts only where a cell begins with it. */
class RecordSplitter {
    #file;
    #quoted = false;
    /** Whether a quote here would open a cell, or go on with one, being the second of `""`. */
    #mayOpen = true;
    #text = '';
    #textLine = 1;
    #line = 1;
    constructor(file) {
        this.#file = file;
    }
    *split(chunk) {
        let from = 0;
        for (let at = 0; at < chunk.length; at++) {
            const code = chunk.charCodeAt(at);
            if (code === newline)
                this.#line++;
            if (code === quote) {
                const closing = this.#quoted;
                if (closing || this.#mayOpen)
                    this.#quoted = !closing;
                this.#mayOpen = closing;
                continue;
            }
            this.#mayOpen = isSeparator(code);
            if (code !== newline || this.#quoted)
                continue;
            const text = this.#text + chunk.slice(from, at);
            if (text.trim() !== '')
                yield { line: this.#textLine, text: text.endsWith('\r') ? text.slice(0, -1) : text };
            this.#text = '';
            this.#textLine = this.#line;
            from = at + 1;
        }
        this.#text += chunk.slice(from);
        if (this.#text.length > LONGEST_ROW)
            throw broken(this.#file, this.#textLine, `the row is longer than ${LONGEST_ROW} characters${lostQuote}`);
    }
    end() {
        if (this.#quoted)
            throw broken(this.#file, this.#textLine, `the row does not end${lostQuote}`);
    }
}
const lostQuote = ': is a quote missing? One inside a quoted cell is written twice ("")';
function isSeparator(code) {
    return code === newline || code === carriageReturn || separators.includes(String.fromCharCode(code));
}
const separators = [',', ';', '\t'];
class Header {
    #file;
    #separator;
    #columns;
    /** The separator is the comma, unless there is none in the header and one of the others is. */
    constructor(file, line, text) {
        this.#file = file;
        this.#separator = separators.find((separator) => text.includes(separator)) ?? ',';
        this.#columns = this.#cells(line, text).map((name) => name.trim());
        const twice = this.#columns.find((name, index) => this.#columns.indexOf(name) !== index);
        if (twice !== undefined)
            throw broken(file, line, `the column ${JSON.stringify(twice)} is there twice`);
    }
    rowOf(line, text) {
        const cells = this.#cells(line, text);
        if (cells.length !== this.#columns.length) {
            const counts = `${cells.length} cells, and the header has ${this.#columns.length} columns`;
            throw broken(this.#file, line, `the row has ${counts}; a cell with "${this.#separator}" in it needs quotes`);
        }
        const row = Object.create(null);
        for (const [index, name] of this.#columns.entries())
            row[name] = cells[index] ?? '';
        return row;
    }
    #cells(line, text) {
        if (!text.includes('"'))
            return text.split(this.#separator);
        const cells = [];
        for (let at = 0; at <= text.length;) {
            const { value, end } = text[at] === '"' ? this.#quotedCell(line, text, at) : this.#plainCell(text, at);
            cells.push(value);
            at = end + 1;
        }
        return cells;
    }
    #plainCell(text, at) {
        const next = text.indexOf(this.#separator, at);
        const end = next === -1 ? text.length : next;
        return { value: text.slice(at, end), end };
    }
    #quotedCell(line, text, at) {
        let close = text.indexOf('"', at + 1);
        while (text[close + 1] === '"')
            close = text.indexOf('"', close + 2);
        const end = close + 1;
        if (close === -1 || (end < text.length && text[end] !== this.#separator)) {
            throw broken(this.#file, line, 'a quoted cell goes on after its quote; a quote inside it is written twice ("")');
        }
        return { value: text.slice(at + 1, close).replaceAll('""', '"'), end };
    }
}
function broken(file, line, reason) {
    return new errors/* FileError */.f6(`${file}, line ${line}: ${reason}`, { file, line });
}

;// CONCATENATED MODULE: ./build/src/results/json-rows.js
/**
 * Rows of JSON, read as a stream. Only the ends of rows are looked for here; each row is then parsed whole by
 * `JSON.parse`, which alone decides what is JSON, and which keeps a key such as `__proto__` an ordinary one. (Stream
 * parsers from npm build the objects themselves and know no lines.)
 */


/** One JSON value a line; blank lines do not count. */
async function* readJsonLines(file, chunks) {
    let rest = '';
    let line = 1;
    for await (const chunk of chunks) {
        const lines = (rest + chunk).split('\n');
        rest = lines.pop() ?? '';
        refuseLongRow(file, line + lines.length, rest);
        for (const text of lines) {
            if (text.trim() !== '')
                yield { line, value: parse(file, line, text) };
            line++;
        }
    }
    if (rest.trim() !== '')
        yield { line, value: parse(file, line, rest) };
}
/** The elements of one JSON array, or the entries of one JSON object: each of these as an object with one key. */
async function* readElements(file, chunks) {
    const splitter = new Splitter(file);
    for await (const chunk of chunks)
        yield* splitter.split(chunk);
    splitter.end();
}
const [json_rows_newline, json_rows_quote, backslash, comma] = [10, 34, 92, 44];
const [openArray, closeArray, openObject, closeObject] = [91, 93, 123, 125];
/** Finds where the elements of the outermost array or object end, across chunks. */
class Splitter {
    #file;
    #container;
    #closed = false;
    #depth = 0;
    #inString = false;
    #escaped = false;
    /** The element so far, and the line on which its text begins. */
    #text = '';
    #textLine = 1;
    #line = 1;
    #count = 0;
    constructor(file) {
        this.#file = file;
    }
    *split(chunk) {
        let from = 0;
        for (let at = 0; at < chunk.length; at++) {
            const code = chunk.charCodeAt(at);
            if (code === json_rows_newline)
                this.#line++;
            if (this.#depth === 0) {
                if (this.#opens(code))
                    from = at + 1;
            }
            else if (this.#endsElement(code)) {
                this.#text += chunk.slice(from, at);
                from = at + 1;
                yield* this.#element(code !== comma);
            }
        }
        if (this.#depth > 0)
            this.#text += chunk.slice(from);
        refuseLongRow(this.#file, this.#textLine, this.#text);
    }
    end() {
        if (this.#closed)
            return;
        throw json_rows_broken(this.#file, this.#line, 'the file ends before its JSON does: was it written to the end?');
    }
    /** Outside of the container: whether it opens here. */
    #opens(code) {
        if (code === 32 || (code >= 9 && code <= 13))
            return false;
        if (this.#closed || (code !== openArray && code !== openObject)) {
            const found = JSON.stringify(String.fromCharCode(code));
            const wanted = this.#closed ? 'nothing after the end of its JSON' : 'a JSON array';
            throw json_rows_broken(this.#file, this.#line, `the file has to have ${wanted}, and here is ${found}`);
        }
        this.#container = code;
        this.#depth = 1;
        this.#textLine = this.#line;
        return true;
    }
    /** Inside of the container: whether an element of it ends here. */
    #endsElement(code) {
        if (this.#inString) {
            if (this.#escaped)
                this.#escaped = false;
            else if (code === backslash)
                this.#escaped = true;
            else if (code === json_rows_quote)
                this.#inString = false;
            return false;
        }
        if (code === json_rows_quote)
            this.#inString = true;
        else if (code === openArray || code === openObject)
            this.#depth++;
        else if (code === closeArray || code === closeObject)
            return --this.#depth === 0;
        return code === comma && this.#depth === 1;
    }
    *#element(last) {
        const text = this.#text;
        const blank = text.length - text.trimStart().length;
        const line = this.#textLine + (blank > 0 ? text.slice(0, blank).split('\n').length - 1 : 0);
        this.#text = '';
        this.#textLine = this.#line;
        this.#closed = last;
        if (blank === text.length) {
            if (last && this.#count === 0)
                return;
            throw json_rows_broken(this.#file, this.#line, 'a comma has nothing on one of its sides: take it out');
        }
        this.#count++;
        yield { line, value: parse(this.#file, line, this.#container === openObject ? `{${text}}` : text) };
    }
}
function parse(file, line, text) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        const hint = /[:[,\s]-?(NaN|Infinity)\b/.test(text)
            ? 'NaN and Infinity are no JSON; leave the row out, or give it a number'
            : `is not JSON: ${cause instanceof Error ? cause.message : cause}`;
        throw json_rows_broken(file, line, hint, { cause });
    }
}
function refuseLongRow(file, line, text) {
    if (text.length <= LONGEST_ROW)
        return;
    throw json_rows_broken(file, line, `the row that begins here is longer than ${LONGEST_ROW} characters`);
}
function json_rows_broken(file, line, reason, options) {
    return new errors/* FileError */.f6(`${file}, line ${line}: ${reason}`, { file, line }, options);
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./build/src/results/text.js



/** Bytes read at a time. */
const CHUNK = 256 * 1024;
/** The text of a file, in pieces, without a byte order mark. Throws `FileError` where it is not UTF-8. */
async function* readText(file) {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let bytes = 0;
    const decode = (chunk) => {
        try {
            return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
        }
        catch (cause) {
            const problem = `${file} is not UTF-8 text, after its first ${bytes} bytes: save it as UTF-8`;
            throw new errors/* FileError */.f6(problem, { file }, { cause });
        }
    };
    for await (const chunk of (0,external_node_fs_.createReadStream)(file, { highWaterMark: CHUNK })) {
        yield decode(chunk);
        bytes += chunk.length;
    }
    yield decode();
}
/** The beginning of a file, enough to tell its format by. */
async function readHead(file) {
    const handle = await (0,promises_.open)(file);
    try {
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(64 * 1024));
        return new TextDecoder().decode(buffer.subarray(0, bytesRead));
    }
    finally {
        await handle.close();
    }
}

;// CONCATENATED MODULE: ./build/src/results/rows.js
/** Files of rows, such as results or predictions: a JSON array, JSON Lines, a JSON object by its entries, or CSV. */





/**
 * Opens a file of rows, which are then read one at a time, so that the size of the file does not matter.
 * Throws `FileError`, with the line, where the file breaks off or is not what it looks like.
 */
async function openRows(file) {
    const format = formatOf(file, await readHead(file));
    return { format, rows: readers[format](file, readText(file)) };
}
const readers = {
    array: readElements,
    lines: readJsonLines,
    object: readElements,
    csv: readCsv,
};
/**
 * The format by content, and by extension where the content may mean two things: a `.json` file that begins with `{`
 * is one object, unless its first line is a whole value and more lines follow.
 */
function formatOf(file, head) {
    const text = head.trimStart();
    const extension = (0,external_node_path_.extname)(file).toLowerCase();
    if (text === '')
        throw new errors/* FileError */.f6(`${file} is empty: it needs at least one row`, { file });
    if (text.includes('\0') || text.startsWith('PK\u0003') || text.startsWith('\u001f'))
        throw new errors/* FileError */.f6(`${file} is no text: write JSON or CSV in UTF-8, not compressed`, { file });
    if (['.csv', '.tsv'].includes(extension))
        return 'csv';
    if (['.jsonl', '.ndjson'].includes(extension))
        return 'lines';
    if (text.startsWith('['))
        return 'array';
    if (text.startsWith('{'))
        return extension !== '.json' || hasWholeFirstLine(text) ? 'lines' : 'object';
    return extension === '.json' ? 'array' : 'csv';
}
function hasWholeFirstLine(text) {
    const end = text.indexOf('\n');
    if (end === -1 || text.slice(end).trim() === '')
        return false;
    try {
        JSON.parse(text.slice(0, end));
        return true;
    }
    catch {
        return false;
    }
}


/***/ })

};
