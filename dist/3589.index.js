export const id = 3589;
export const ids = [3589];
export const modules = {

/***/ 3589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  scenarioTest: () => (/* binding */ scenarioTest)
});

// EXTERNAL MODULE: ./build/src/data/gate.js
var data_gate = __webpack_require__(1023);
// EXTERNAL MODULE: ./build/src/platforms/github/report-comment.js
var report_comment = __webpack_require__(4284);
// EXTERNAL MODULE: ./build/src/runtime/errors.js
var errors = __webpack_require__(9139);
// EXTERNAL MODULE: ./build/src/runtime/log.js
var log = __webpack_require__(772);
// EXTERNAL MODULE: ./build/src/runtime/secrets.js + 1 modules
var secrets = __webpack_require__(5758);
// EXTERNAL MODULE: ./build/src/util/http.js + 2 modules
var http = __webpack_require__(7583);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(3759);
;// CONCATENATED MODULE: ./build/src/platforms/nucleus/schemas.js
/** Shapes of Nucleus's replies, as the vendor's Python client reads them. Other fields are ignored. */

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
/** The criterion of a scenario test for the result of one evaluation function. */
const Criterion = schemas/* object */.Ikc({
    eval_function_id: schemas/* string */.YjP(),
    threshold: schemas/* nullish */.cl6(schemas/* number */.aig()),
    threshold_comparison: schemas/* nullish */.cl6(Comparison),
});
const Criteria = schemas/* object */.Ikc({ scenario_test_metrics: schemas/* array */.YOg(Criterion) });
const Threshold = schemas/* object */.Ikc({ threshold: schemas/* nullish */.cl6(schemas/* number */.aig()) });
const Baseline = schemas/* object */.Ikc({ baseline_model_id: schemas/* nullish */.cl6(schemas/* string */.YjP()) });
/** One evaluation of a model on a scenario test. `result` may be text; `pass` is null without a threshold. */
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
/** An item has its reference under either key. The first key wins, as in the vendor's client. */
const ItemPage = schemas/* object */.Ikc({
    items: schemas/* array */.YOg(schemas/* pipe */.FsL(schemas/* object */.Ikc({ id: schemas/* string */.YjP(), ref_id: schemas/* nullish */.cl6(schemas/* string */.YjP()), reference_id: schemas/* nullish */.cl6(schemas/* string */.YjP()) }), schemas/* transform */.pdi(({ id, ref_id, reference_id }) => ref_id ?? reference_id ?? id))),
    nextPageToken: schemas/* nullish */.cl6(schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()])),
});
const Model = schemas/* object */.Ikc({ id: schemas/* string */.YjP(), name: schemas/* string */.YjP() });
function toNumber(value) {
    const number = value === null || value === undefined || value === '' ? Number.NaN : Number(value);
    return Number.isFinite(number) ? number : undefined;
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/src/platforms/nucleus/upload-body.js

/** Characters per piece of the body. */
const PIECE = 64 * 1024;
/** Results that are measured before other work may run. */
const TURN = 1000;
/**
 * Creates the body of an upload of results piece by piece. The API takes all results in one request, and the text of a
 * million results is as large as the results themselves. Fields and their order are those of the vendor's Python
 * client.
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
/**
 * Returns the size of the body in bytes. Lets other work run in between: a server that closes its idle connections
 * meanwhile has to be noticed, or the upload would use one of these.
 */
async function bodyLength(target, results, overallMetric) {
    let length = 0;
    for (const piece of uploadBody(target, [], overallMetric))
        length += piece.length;
    let count = 0;
    for (const { ref, score, weight } of results) {
        // Each of the two maps has the reference, a colon, the number, and a comma before all but the first entry.
        const texts = 2 * Buffer.byteLength(JSON.stringify(ref)) + JSON.stringify(score).length;
        length += texts + JSON.stringify(weight).length + (count === 0 ? 2 : 4);
        if (++count % TURN === 0)
            await (0,promises_.setImmediate)();
    }
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
/** Maximum bytes of an answer: a page of items with all their metadata, or an evaluation history. */
const LARGEST_PAGE = 128 * 1024 * 1024;
/** Where the address of the service comes from. */
const setting = 'api-url (or NUCLEUS_ENDPOINT)';
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
            const length = await bodyLength(target, results, overallMetric);
            let sent = 0;
            log/* progress */.qB(() => `${(sent / 1e6).toFixed(1)} of ${(length / 1e6).toFixed(1)} MB`);
            await call.send('POST', validate('scenario_test', 'upload_results'), {
                body: async function* () {
                    for (const piece of pieces()) {
                        yield piece;
                        sent += piece.length;
                    }
                },
                headers: { 'content-length': String(length) },
                timeout: UPLOAD_TIMEOUT,
                attempts: 1,
            });
        },
    };
}
/** Uses basic authentication with the key as user and no password. A limited key has its own header. */
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
            setting,
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
    const call = async (schema, method, path, options) => (0,http/* readJson */.Vh)(schema, await answer(method, path, options), apiUrl, setting);
    const find = async (schema, path) => {
        const reply = await answer('GET', path, { expect: [404] });
        return reply.status === 404 ? undefined : (0,http/* readJson */.Vh)(schema, reply, apiUrl, setting);
    };
    return Object.assign(call, { send: answer, find });
}
/** Items per page: the initial and the minimum number. */
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
                throw new errors/* ActionError */.lZ(`The platform gave the page token "${token}" of ${path.join('/')} twice, so the items cannot be listed. Try again; if that does not help, contact the platform's support.`);
        }
    } while (token !== null || !seen.has(null));
}
/** Returns one page of items; undefined if the service cannot return this many at once but may return fewer. */
async function readPage(call, path, pageToken, pageSize) {
    const options = { body: { pageToken, pageSize }, largestAnswer: LARGEST_PAGE, attempts: 2 };
    try {
        return await call(ItemPage, 'POST', path, options);
    }
    catch (error) {
        const fewer = error instanceof errors/* HttpError */.j$ && error.transient && pageSize / 2 >= SMALLEST_COUNT;
        if (!fewer)
            throw error;
        log/* info */.pq(`The platform cannot give ${pageSize} items at once; requesting half as many`);
        return undefined;
    }
}
function explainKey(apiUrl) {
    return (cause) => {
        if (!(cause instanceof errors/* HttpError */.j$) || (cause.status !== 401 && cause.status !== 403))
            throw cause;
        throw new errors/* ActionError */.lZ(`${apiUrl.host} does not accept the key for this (${cause.message}). Check that it is the whole API key of the account that owns the slice; a key that is limited to Nucleus belongs in limited-access-key.`, { cause });
    };
}

// EXTERNAL MODULE: ./build/src/platforms/github/fields.js
var fields = __webpack_require__(755);
// EXTERNAL MODULE: ./build/src/runtime/fields.js
var runtime_fields = __webpack_require__(8681);
// EXTERNAL MODULE: ./build/src/runtime/inputs.js
var runtime_inputs = __webpack_require__(2349);
;// CONCATENATED MODULE: ./build/src/actions/scenario-test/fields.js
/** The inputs of the scenario-test action: names, types and rules. action.yml has descriptions and defaults. */




const functionName = runtime_fields/* line */.n8.check(schemas/* refine */.YPB((text) => /^\S{1,255}$/.test(text), {
    error: 'is not a valid name of an evaluation function; write 1 to 255 characters without spaces',
}));
const sliceId = runtime_fields/* line */.n8.check(schemas/* refine */.YPB((text) => text.startsWith('slc_'), {
    error: 'is not the id of a slice; it begins with slc_ and is in the address of the slice on the dashboard',
}));
const modelId = runtime_fields/* line */.n8.check(schemas/* refine */.YPB((text) => text.startsWith('prj_'), {
    error: 'is not the id of a model; it begins with prj_ and is in the address of the model on the dashboard',
}));
const seconds = runtime_fields/* number */.ai.check(schemas/* refine */.YPB((value) => value >= 1 && value <= 3600, {
    error: 'is not a valid waiting time; write seconds, from 1 to 3600',
}));
const fields_fields = {
    'evaluation-function': functionName,
    'scenario-test': runtime_fields/* line */.n8,
    'slice-id': sliceId,
    'model-id': modelId,
    results: runtime_fields/* line */.n8,
    'api-key': (0,runtime_inputs/* secret */.rJ)(runtime_fields/* token */.Sh),
    'limited-access-key': (0,runtime_inputs/* secret */.rJ)(runtime_fields/* token */.Sh),
    'api-url': schemas/* prefault */.SdS(runtime_fields/* address */.hl, 'https://api.scale.com/v1/nucleus'),
    threshold: runtime_fields/* number */.ai,
    'baseline-model-id': modelId,
    'minimum-coverage': schemas/* prefault */.SdS(runtime_fields/* fraction */.zO, '1'),
    gate: schemas/* prefault */.SdS((0,runtime_fields/* oneOf */.yL)('fail', 'warn', 'off'), 'fail'),
    'unknown-items': schemas/* prefault */.SdS((0,runtime_fields/* oneOf */.yL)('fail', 'skip'), 'fail'),
    'score-range': schemas/* prefault */.SdS((0,runtime_fields/* oneOf */.yL)('normalized', 'any'), 'normalized'),
    timeout: schemas/* prefault */.SdS(seconds, '300'),
    'dry-run': schemas/* prefault */.SdS((0,runtime_fields/* oneOf */.yL)('auto', 'true', 'false'), 'auto'),
    ...fields/* commentFields */.X,
};
/** Environment variables that inputs default to, the same as in the vendor's Python client. */
const variables = { 'api-key': 'NUCLEUS_API_KEY', 'api-url': 'NUCLEUS_ENDPOINT' };

;// CONCATENATED MODULE: ./build/src/actions/scenario-test/coverage.js

/** How many references of missing items are kept for the report. */
const SHOWN = 20;
/** Compares results with all items by reference. Only the results are kept in memory. */
async function compareWithItems(results, items) {
    const isUnknown = new Uint8Array(results.size).fill(1);
    const firstMissing = [];
    let [count, missing] = [0, 0];
    log/* progress */.qB(() => `${count.toLocaleString('en')} items`);
    for await (const refs of items) {
        count += refs.length;
        for (const ref of refs) {
            const position = results.positionOf(ref);
            if (position !== undefined)
                isUnknown[position] = 0;
            else if (++missing <= SHOWN)
                firstMissing.push(ref);
        }
    }
    const unknown = [...isUnknown.keys()].filter((position) => isUnknown[position] === 1);
    return { items: count, missing, firstMissing, unknown };
}
/** Returns the share of items that have a result, or undefined if there are no items. */
function coveredShare({ items, missing }) {
    return items === 0 ? undefined : (items - missing) / items;
}

;// CONCATENATED MODULE: ./build/src/actions/scenario-test/gates.js


/** Returns the gates that the run could judge: the overall metric, and the coverage if it is known. */
function gatesOf(run) {
    const { inputs, coverage } = run;
    if (!inputs || run.count === undefined)
        return [];
    return [metricGate(run), ...(coverage ? [coverageGate(coverage, inputs.minimumCoverage)] : [])];
}
/** Returns the gate on the overall metric. If the platform has its own verdict, both must pass. */
function metricGate({ inputs, overallMetric, evaluation, criterion, count = 0, }) {
    const gate = (0,data_gate/* judge */.S4)({
        name: 'Overall metric',
        observed: evaluation || inputs?.dryRun ? (evaluation?.result ?? overallMetric) : undefined,
        threshold: criterion?.threshold,
        comparison: criterion?.comparison,
        n: count,
        of: 'results',
    });
    return gate.verdict === 'pass' && evaluation?.pass === false ? { ...gate, verdict: 'fail' } : gate;
}
/** Returns whether the platform's verdict contradicts its metric and threshold. */
function isContradicted({ verdict, observed, threshold, comparison, ...rest }, pass) {
    if (verdict === 'none' || typeof pass !== 'boolean')
        return false;
    return (0,data_gate/* judge */.S4)({ ...rest, observed, threshold, comparison }).verdict !== (pass ? 'pass' : 'fail');
}
/** Returns the gate on the share of the slice's items that have a result. */
function coverageGate(coverage, minimumCoverage) {
    return (0,data_gate/* judge */.S4)({
        name: 'Coverage',
        observed: coveredShare(coverage),
        threshold: minimumCoverage,
        n: coverage.items,
        of: 'slice items',
    });
}

// EXTERNAL MODULE: ./build/src/runtime/mode.js
var runtime_mode = __webpack_require__(1615);
// EXTERNAL MODULE: ./build/src/runtime/workspace.js
var workspace = __webpack_require__(8835);
;// CONCATENATED MODULE: ./build/src/actions/scenario-test/inputs.js





/** Reads all inputs. Throws one `InputError` with every problem before the file is read or anything is sent. */
function loadInputs({ event, rawInputs }) {
    const inputs = new runtime_inputs/* Inputs */.G0(fields_fields, variables, rawInputs);
    const { values } = inputs;
    const mode = (0,runtime_mode/* decideMode */.ap)(values['dry-run'], event);
    const loaded = {
        functionName: required(inputs, 'evaluation-function'),
        testName: required(inputs, 'scenario-test'),
        sliceId: required(inputs, 'slice-id'),
        modelId: required(inputs, 'model-id'),
        results: loadResults(inputs),
        apiUrl: values['api-url'],
        key: loadKey(inputs, mode.dryRun),
        ...loadThreshold(inputs),
        minimumCoverage: values['minimum-coverage'],
        gate: values.gate,
        skipUnknownItems: values['unknown-items'] === 'skip',
        anyScore: values['score-range'] === 'any',
        timeout: values.timeout,
        dryRun: mode.dryRun,
        reason: mode.reason,
        comment: (0,report_comment/* loadComment */.sI)(values, event, 'scenario-test', commentSubject(values)),
    };
    inputs.refuse();
    return loaded;
}
/** Returns what distinguishes the comment of a scenario test from others of the same job. */
function commentSubject(values) {
    const { 'api-url': apiUrl, 'evaluation-function': functionName, 'scenario-test': testName } = values;
    return [apiUrl.href, functionName, testName, values['slice-id'], values['model-id']];
}
const whereToFind = {
    'evaluation-function': 'write the name of an evaluation function; a new name creates one',
    'scenario-test': 'write the name of a scenario test; a new name creates one',
    'slice-id': 'copy the id, which begins with slc_, from the address of the slice on the dashboard',
    'model-id': 'copy the id, which begins with prj_, from the address of the model on the dashboard',
    results: 'write the path of a file of results',
};
function required(inputs, name) {
    inputs.missing(name, `is required; ${whereToFind[name]}`);
    return inputs.values[name] ?? '';
}
function loadResults(inputs) {
    const file = required(inputs, 'results');
    if (file !== '')
        inputs.checkPath('results', file, 'file', workspace/* noSuchFile */.VT);
    return file;
}
function loadKey(inputs, dryRun) {
    const { 'api-key': apiKey, 'limited-access-key': limitedAccessKey } = inputs.values;
    if (apiKey && limitedAccessKey)
        inputs.problem('limited-access-key', undefined, 'is set together with api-key (or NUCLEUS_API_KEY); set only one of them');
    if (limitedAccessKey)
        return { limitedAccessKey };
    if (apiKey)
        return { apiKey };
    if (!dryRun)
        inputs.missing('api-key', `is required unless this is a dry run; ${(0,runtime_inputs/* howToSet */.ac)('api-key', 'an API key of Scale', 'NUCLEUS_API_KEY')}. A pull request from a fork has no secrets: leave dry-run at auto`);
    return undefined;
}
function loadThreshold(inputs) {
    const { threshold, 'baseline-model-id': baselineModelId, 'model-id': modelId } = inputs.values;
    if (baselineModelId !== undefined && threshold !== undefined)
        inputs.problem('baseline-model-id', baselineModelId, "is set together with threshold, but a baseline's score becomes the threshold; set only one of them");
    if (baselineModelId !== undefined && baselineModelId === modelId)
        inputs.problem('baseline-model-id', baselineModelId, 'is the model under test; leave it out in the run that evaluates the baseline itself');
    return { threshold, baselineModelId };
}

;// CONCATENATED MODULE: ./build/src/actions/scenario-test/outputs.js



/** Returns the outputs by their names in action.yml. An output without a value is an empty string. */
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
        passed: (0,data_gate/* passedOutput */.aW)(gatesOf(run)),
        'dry-run': inputs ? String(inputs.dryRun) : '',
    };
}
function outputs_text(value) {
    return value === undefined ? '' : String(value);
}

// EXTERNAL MODULE: ./build/src/runtime/clip.js
var clip = __webpack_require__(738);
;// CONCATENATED MODULE: ./build/src/actions/scenario-test/preflight.js




/** How many references a message lists. */
const preflight_SHOWN = 10;
/** Checks that the model and the slice exist and have the right type, and compares the results with the slice's items. */
async function compareWithSlice(nucleus, inputs, results) {
    await Promise.all([
        checkModel(nucleus, 'model-id', inputs.modelId),
        inputs.baselineModelId && checkModel(nucleus, 'baseline-model-id', inputs.baselineModelId),
        checkSlice(nucleus, inputs.sliceId),
    ]);
    const coverage = await compareWithItems(results, itemsOf(nucleus, inputs.sliceId));
    if (coverage.items === 0)
        throw new errors/* ActionError */.lZ(`slice-id: the slice ${inputs.sliceId} has no items. Add items to it, or use another slice.`);
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
        throw new errors/* ActionError */.lZ(`slice-id: the slice ${id} ("${name}") is of the type "${type}". Results are uploaded by item, so use a slice of dataset items.`);
    if (pending)
        throw new errors/* ActionError */.lZ(`slice-id: the slice ${id} ("${name}") is still being changed by ${pending} jobs, so its items may change. Try again when they are done.`);
    log/* info */.pq(`Slice ${id}: ${name}`);
}
function notFound(input, kind, id) {
    return new errors/* ActionError */.lZ(`${input}: the key has no access to a ${kind} ${id}. Check the id, and that the key belongs to the ${kind}'s owner.`);
}
async function* itemsOf(nucleus, sliceId) {
    let count = 0;
    for await (const refs of nucleus.sliceItems(sliceId)) {
        const hundredThousands = Math.floor(count / 100_000);
        count += refs.length;
        if (Math.floor(count / 100_000) > hundredThousands)
            log/* info */.pq(`Read ${count.toLocaleString('en')} items of the slice`);
        yield refs;
    }
}
/** Leaves out results that belong to no item of the slice, or throws. */
function treatUnknown(inputs, results, { unknown }) {
    const { sliceId, results: file } = inputs;
    const known = results.size - unknown.length;
    const which = listed(unknown.slice(0, preflight_SHOWN).map((position) => {
        const { ref, line } = results.at(position);
        return `${ref} (${results.unit} ${line})`;
    }), unknown.length);
    if (!inputs.skipUnknownItems || known === 0) {
        const fix = known === 0
            ? 'Check slice-id, and that item_ref_id holds reference ids.'
            : 'Remove them, or set unknown-items: skip to ignore them.';
        throw new errors/* ActionError */.lZ(`${unknown.length} of the ${results.size} results in ${file} match no item of the slice ${sliceId}: ${which}. Nothing was sent or changed. ${fix}`);
    }
    for (const position of unknown)
        results.remove(position);
    if (results.overallMetric === undefined)
        throw new errors/* ActionError */.lZ(`${file}: the results of items in the slice ${sliceId} all have the weight 0, so there is no overall metric. Give at least one a weight above 0.`);
    log/* warning */.$e(`${unknown.length} results match no item of the slice ${sliceId} and are ignored: ${which}`, file);
}
function listed(shown, count) {
    const short = shown.slice(0, preflight_SHOWN).map((text) => (0,clip/* clip */.$)(text, 100));
    return short.join(', ') + (count > short.length ? `, and ${count - short.length} more` : '');
}

// EXTERNAL MODULE: ./build/src/data/cells.js
var cells = __webpack_require__(8511);
// EXTERNAL MODULE: ./build/src/data/columns.js
var columns = __webpack_require__(1693);
// EXTERNAL MODULE: ./build/src/data/problems.js
var data_problems = __webpack_require__(9212);
// EXTERNAL MODULE: ./build/src/data/rows.js + 6 modules
var data_rows = __webpack_require__(966);
// EXTERNAL MODULE: ./build/src/runtime/hint.js + 1 modules
var hint = __webpack_require__(4769);
// EXTERNAL MODULE: ./build/src/data/key-table.js
var key_table = __webpack_require__(7504);
// EXTERNAL MODULE: ./build/src/data/numbers.js
var numbers = __webpack_require__(5100);
;// CONCATENATED MODULE: ./build/src/actions/scenario-test/results.js



/** Maximum number of results in memory. */
const MAX_RESULTS = 16_000_000;
/** Results by the reference of their item, in the order of the file. Stored in columns, a million take 80 MB. */
class Results {
    #refs = new key_table/* KeyTable */.a();
    #scores = new numbers/* Numbers */.F();
    #weights = new numbers/* Numbers */.F();
    #lines = new numbers/* Numbers */.F(Uint32Array);
    #removed = new Set();
    /** The unit that `line` counts. */
    unit;
    constructor(unit) {
        this.unit = unit;
    }
    get size() {
        return this.#refs.size - this.#removed.size;
    }
    /** Returns the position of an item's result, counted from 0 in the order of the file, or undefined if there is none. */
    positionOf(ref) {
        return this.#refs.find(ref);
    }
    at(position) {
        return {
            ref: this.#refs.keyAt(position),
            score: this.#scores.at(position),
            weight: this.#weights.at(position),
            line: this.#lines.at(position),
        };
    }
    /** Adds a result. If there is one for the same item, adds nothing and returns that one. */
    add(ref, score, weight, line) {
        const position = this.#refs.add(ref);
        if (position < this.#scores.length)
            return this.at(position);
        if (position >= MAX_RESULTS)
            throw new errors/* ActionError */.lZ(`There are more than ${MAX_RESULTS} results: split them over several slices and scenario tests.`);
        this.#scores.push(score);
        this.#weights.push(weight);
        this.#lines.push(line);
        return undefined;
    }
    /** Excludes a result from everything except `positionOf` and `at`. */
    remove(position) {
        this.#removed.add(position);
    }
    *[Symbol.iterator]() {
        for (let position = 0; position < this.#refs.size; position++)
            if (!this.#removed.has(position))
                yield this.at(position);
    }
    /**
     * Returns the weighted mean of the scores, or undefined if all weights are 0. Adds them in order like the vendor's
     * client, so that the same results give the same number to the last digit.
     */
    get overallMetric() {
        let sum = 0;
        let weights = 0;
        for (let position = 0; position < this.#refs.size; position++) {
            if (this.#removed.has(position))
                continue;
            const weight = this.#weights.at(position);
            sum += this.#scores.at(position) * weight;
            weights += weight;
        }
        return weights === 0 ? undefined : sum / weights;
    }
}

;// CONCATENATED MODULE: ./build/src/actions/scenario-test/results-file.js
/** Reads a file of results, and explains what is wrong with each row that cannot be used. */








/** Rows between two messages in the log. */
const PROGRESS = 100_000;
const results_file_fields = { what: 'result', required: ['item_ref_id', 'score'], optional: ['weight'] };
const keys = [...results_file_fields.required, ...results_file_fields.optional];
/** Throws one `FileError` with the first problems, each with its line and field. */
async function readResults(file, options) {
    const rows = await (0,data_rows/* openRows */.Y)(file);
    (0,columns/* checkColumns */.O)(rows, results_file_fields);
    const reader = new ResultReader({ ...options, isTable: rows.columns !== undefined });
    const results = new Results(rows.unit);
    const problems = new data_problems/* Problems */.Z(rows);
    let count = 0;
    log/* progress */.qB(() => `${count.toLocaleString('en')} rows of ${file}`);
    for await (const batch of rows.batches) {
        for (const { line, value } of batch) {
            const row = reader.read(value);
            if (row) {
                const earlier = results.add(row.ref, row.score, row.weight, line);
                if (earlier)
                    problems.add(line, `item_ref_id ${(0,data_problems/* quote */.h)(row.ref)} appears twice, first on ${rows.unit} ${earlier.line}; keep one`);
            }
            else
                problems.add(line, ...reader.explain(value));
            if (++count % PROGRESS === 0)
                log/* info */.pq(`Read ${count.toLocaleString('en')} rows of ${file}`);
        }
    }
    if (count === 0)
        throw new errors/* FileError */.f6(`${file} has no rows: it needs at least one result`, { file });
    problems.refuse();
    if (reader.clipped > 0)
        log/* info */.pq(`${file}: numbers that rounding moved out of the range from 0 to 1 were set to 0 or 1: ${reader.clipped}`);
    if (results.overallMetric === undefined)
        throw new errors/* FileError */.f6(`${file}: every weight is 0, so there is no overall metric; give at least one result a weight above 0`, { file });
    return results;
}
class ResultReader {
    /** How many numbers were out of range only because of rounding. */
    clipped = 0;
    #options;
    constructor(options) {
        this.#options = options;
    }
    /** Returns the result in a row, or undefined if there is none. `explain` says why. */
    read(value) {
        if (!isObject(value))
            return undefined;
        for (const key in value)
            if (!keys.includes(key))
                return undefined;
        const ref = this.#ref(value);
        const score = this.#number(value, 'score');
        const weight = this.#isAbsent(value, 'weight') ? 1 : this.#number(value, 'weight');
        return ref === undefined || score === undefined || weight === undefined
            ? undefined
            : { ref, score, weight };
    }
    explain(value) {
        if (!isObject(value))
            return [`${(0,data_problems/* quote */.h)(value)} is not a result; write {"item_ref_id": "…", "score": 0.9, "weight": 1}`];
        const problems = [
            this.#refProblem(value),
            this.#numberProblem(value, 'score'),
            this.#numberProblem(value, 'weight'),
        ];
        const unknown = Object.keys(value).filter((key) => !keys.includes(key));
        return [...problems.filter((problem) => problem !== undefined), ...unknown.map(describeKey)];
    }
    #ref(row) {
        const ref = own(row, 'item_ref_id');
        // Parquet and pandas store references that consist of digits as numbers.
        if (this.#options.isTable && Number.isInteger(ref))
            return String(ref);
        return typeof ref === 'string' && ref !== '' ? ref : undefined;
    }
    #refProblem(row) {
        if (this.#ref(row) !== undefined)
            return undefined;
        const ref = own(row, 'item_ref_id');
        return ref === undefined
            ? 'item_ref_id is missing'
            : `item_ref_id ${(0,data_problems/* quote */.h)(ref)} is not a reference of an item: write it as text that is not empty`;
    }
    #number(row, name) {
        const value = numberIn(own(row, name), this.#options.isTable);
        if (value === undefined || (value >= 0 && value <= 1))
            return value;
        if (name === 'score' && this.#options.anyScore)
            return value;
        const clipped = (0,cells/* clipRounding */.fC)(value);
        if (clipped === value)
            return undefined;
        this.clipped++;
        return clipped;
    }
    #numberProblem(row, name) {
        if (this.#isAbsent(row, name))
            return name === 'score' ? 'score is missing' : undefined;
        if (this.#number(row, name) !== undefined)
            return undefined;
        const value = own(row, name);
        const isNumber = numberIn(value, this.#options.isTable) !== undefined;
        const shown = typeof value === 'number' ? String(value) : (0,data_problems/* quote */.h)(value);
        if (isNumber)
            return `${name} ${shown} is not between 0 and 1`;
        return `${name} ${shown} is not a number${typeof value === 'string' ? (0,cells/* numberAdvice */.I3)(value) : ''}`;
    }
    /** Returns whether a row has no value: null, which pandas writes for a gap, or in tables NaN or an empty text. */
    #isAbsent(row, name) {
        const value = own(row, name);
        return value === undefined || value === null || (this.#options.isTable && isBlank(value));
    }
}
function own(row, name) {
    return Object.hasOwn(row, name) ? row[name] : undefined;
}
function numberIn(value, isTable) {
    const number = isTable && typeof value === 'string' ? (0,cells/* parseNumber */.$J)(value) : value;
    return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isBlank(value) {
    return Number.isNaN(value) || (typeof value === 'string' && /^\s*(nan)?\s*$/i.test(value));
}
function describeKey(key) {
    const advice = ['scene_ref_id', 'track_ref_id'].includes(key)
        ? '; results of scenes and tracks cannot be uploaded by this action'
        : (0,hint/* hint */.a)(key, keys) || '; the keys are item_ref_id, score and weight';
    return `${(0,data_problems/* quote */.h)(key)} is not a key of a result${advice}`;
}

// EXTERNAL MODULE: ./build/src/util/send-once.js
var send_once = __webpack_require__(2138);
;// CONCATENATED MODULE: ./build/src/actions/scenario-test/creation.js



/** Creates what does not exist yet. Looks it up after a refusal, because another job may have created it. */
async function createMissing({ what, existing, find, create, signal, runLog, }) {
    if (existing !== undefined)
        return { id: existing, created: false };
    const findAs = async (created) => {
        const id = await find();
        return id === undefined ? undefined : { id, created };
    };
    const send = async () => {
        try {
            return { id: await create(), created: true };
        }
        catch (error) {
            if (!(error instanceof errors/* HttpError */.j$) || error.transient)
                throw error;
            const other = await findAs(false);
            if (other)
                return other;
            throw new errors/* ActionError */.lZ(`${capitalized(what)} could not be created. ${error.message}`, { cause: error });
        }
    };
    const found = await (0,send_once/* sendOnce */.E)({ what: `creation of ${what}`, signal, send, findSent: () => findAs(true) });
    if (found.created) {
        runLog.done.push(`${capitalized(what)} was created.`);
        log/* info */.pq(`Created ${what}: ${found.id}`);
    }
    return found;
}
function capitalized(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}

// EXTERNAL MODULE: ./build/src/util/poll.js
var poll = __webpack_require__(4309);
;// CONCATENATED MODULE: ./build/src/actions/scenario-test/evaluation.js




/** Milliseconds between two requests for an evaluation. */
const PAUSES = { pause: 200, growth: 1.5, longestPause: 5_000 };
/** Uploads the results once. A new evaluation shows that they have arrived. */
async function uploadResults(nucleus, target, results, overallMetric, signal) {
    const { testId, functionId, modelId } = target;
    const before = new Set((await nucleus.evaluations(testId)).map(({ id }) => id));
    const newEvaluations = async () => (await nucleus.evaluations(testId)).filter(({ id, eval_function_id, model_id }) => !before.has(id) && eval_function_id === functionId && model_id === modelId);
    log/* info */.pq(`Uploading ${results.size.toLocaleString('en')} results to ${testId}`);
    await (0,send_once/* sendOnce */.E)({
        what: 'upload of the results',
        signal,
        send: async () => {
            await nucleus.upload(target, results, overallMetric);
            return true;
        },
        findSent: async () => (await newEvaluations()).length > 0 || undefined,
    });
    return { newEvaluations, testId, overallMetric };
}
/** Waits until the platform has evaluated an upload. Throws if it fails or takes longer than `timeout` seconds. */
async function awaitEvaluation({ newEvaluations, testId, overallMetric }, timeout, signal) {
    let state = '';
    const read = async () => {
        const evaluation = ours(await newEvaluations(), overallMetric);
        if (evaluation?.status === 'completed')
            return evaluation;
        if (evaluation?.status === 'errored')
            throw new errors/* ActionError */.lZ(`The results were uploaded, but the platform could not evaluate them (evaluation ${evaluation.id} of the scenario test ${testId}). Look at it on the dashboard, and try again.`);
        const now = evaluation ? `${evaluation.id} is ${evaluation.status}` : 'not there yet';
        if (now !== state)
            log/* info */.pq(`The evaluation: ${now}`);
        state = now;
        return undefined;
    };
    const evaluation = await (0,poll/* pollUntil */.g)({ ...PAUSES, read, timeout: timeout * 1000, signal });
    if (evaluation)
        return evaluation;
    throw new errors/* ActionError */.lZ(`The results were uploaded, but the evaluation of the scenario test ${testId} is not complete after ${timeout} s (${state}). Increase timeout and try again, or look at it on the dashboard.`);
}
/** Returns the new evaluation with our metric, because another job may have uploaded at the same time. */
function ours(evaluations, overallMetric) {
    return evaluations.find(({ result }) => sameFigure(result, overallMetric)) ?? evaluations[0];
}
/** Returns whether two numbers are equal except for rounding. */
function sameFigure(a, b) {
    return a !== undefined && Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b));
}

;// CONCATENATED MODULE: ./build/src/actions/scenario-test/target.js
/** What results are uploaded to: the evaluation function, the scenario test, and what the metric is compared with. */


/** Looks up the function and the scenario test before anything is created. Throws if they cannot be used. */
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
/** Returns the id of the external evaluation function with this name, or undefined if there is none. */
async function findFunction(nucleus, name) {
    const named = (await nucleus.evaluationFunctions()).filter((known) => known.name === name);
    const [first, second] = named.filter((known) => known.is_external_function);
    if (first && second)
        throw new errors/* ActionError */.lZ(`evaluation-function: there are several external evaluation functions "${name}" (${first.id}, ${second.id}). Remove all but one, or use another name.`);
    if (!first && named[0])
        throw new errors/* ActionError */.lZ(`evaluation-function: "${name}" (${named[0].id}) is run by the platform itself and takes no results. Name another one.`);
    return first?.id;
}
/** Returns the id of the scenario test with this name, or undefined if there is none. Throws if it has another slice. */
async function findTest(nucleus, inputs) {
    const { testName, sliceId } = inputs;
    const [test, second] = (await nucleus.scenarioTests()).filter(({ name }) => name === testName);
    if (test && second)
        throw new errors/* ActionError */.lZ(`scenario-test: there are several scenario tests "${testName}" (${test.id}, ${second.id}). Remove all but one, or use another name.`);
    if (test && test.slice_id !== sliceId)
        throw new errors/* ActionError */.lZ(`scenario-test: "${testName}" (${test.id}) is on the slice ${test.slice_id}, and slice-id is ${sliceId}. Set slice-id to that one, or name another scenario test.`);
    return test?.id;
}
/** Returns what a scenario test compares the function's metric with. Throws if the test lacks the function. */
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
/** Sets the threshold, or the baseline that determines it, if it differs. Returns what then applies. */
async function setCriterion(nucleus, inputs, { testId, functionId }, runLog) {
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
        runLog.done.push(`The threshold was set to ${threshold}${before}.`);
    }
    return await readCriterion(nucleus, inputs, testId, functionId);
}
/** Returns the latest score of the baseline model. Throws if it was never evaluated on the scenario test. */
async function findBaselineScore(nucleus, modelId, { testId, functionId }) {
    const evaluations = testId === undefined ? [] : await nucleus.evaluations(testId);
    const own = evaluations.findLast(({ model_id, eval_function_id, status }) => model_id === modelId && eval_function_id === functionId && status === 'completed');
    if (own)
        return own.result;
    throw new errors/* ActionError */.lZ(`baseline-model-id: the model ${modelId} was never evaluated on the scenario test, so it has no score to compare with. Run this action for it first, with it as model-id.`);
}

;// CONCATENATED MODULE: ./build/src/actions/scenario-test/scenario-test.js






/** Uploads the results to the scenario test, which is created if it does not exist, and waits for its verdict. */
async function runScenarioTest(nucleus, inputs, results, context, record) {
    const { signal, runLog } = context;
    const { size: count, overallMetric } = results;
    const known = await runLog.phase('Look up the scenario test', () => findTarget(nucleus, inputs));
    const { criterion, ...target } = await runLog.phase('Prepare the scenario test', async () => {
        const ids = await createTarget(nucleus, inputs, known, context, record);
        const criterion = holding(inputs, await setCriterion(nucleus, inputs, ids, runLog), known);
        record({ criterion });
        return { ...ids, modelId: inputs.modelId, sliceId: inputs.sliceId, criterion };
    });
    const upload = await runLog.phase('Upload', () => uploadResults(nucleus, target, results, overallMetric ?? 0, signal));
    record({ uploaded: count });
    runLog.done.push(`${count} results were uploaded.`);
    const evaluation = await runLog.phase('Wait for the evaluation', () => awaitEvaluation(upload, inputs.timeout, signal));
    record({ evaluation });
    warnOfContradictions({ inputs, count, overallMetric, criterion, evaluation });
    return { criterion, evaluation };
}
/**
 * Returns the threshold that decides: the one of the inputs, whatever the platform answers; otherwise the platform's;
 * otherwise the baseline's score. Throws if the inputs ask for one and there is none, because a gate without one passes.
 */
function holding({ threshold, baselineModelId }, criterion, { baselineScore }) {
    if (threshold !== undefined && criterion.threshold !== threshold)
        log/* warning */.$e(`The platform reports the threshold ${criterion.threshold ?? 'not set'}, but the input threshold is ${threshold}. The input is used.`, 'threshold');
    const holds = threshold ?? criterion.threshold ?? baselineScore;
    if (baselineModelId !== undefined && holds === undefined)
        throw new errors/* ActionError */.lZ(`baseline-model-id: neither the scenario test nor the model ${baselineModelId} has a score to compare with. Run this action for that model again, or set threshold.`);
    return { ...criterion, threshold: holds };
}
async function createTarget(nucleus, inputs, known, { signal, runLog }, record) {
    const { functionName, testName, sliceId } = inputs;
    const evaluationFunction = await createMissing({
        what: `the evaluation function "${functionName}"`,
        existing: known.functionId,
        find: () => findFunction(nucleus, functionName),
        create: async () => (await nucleus.createExternalFunction(functionName)).id,
        signal,
        runLog,
    });
    record({ evaluationFunction });
    const { id: functionId } = evaluationFunction;
    const scenarioTest = await createMissing({
        what: `the scenario test "${testName}"`,
        existing: known.testId,
        find: () => findTest(nucleus, inputs),
        create: () => nucleus.createScenarioTest(testName, sliceId, functionId),
        signal,
        runLog,
    });
    record({ scenarioTest });
    return { functionId, testId: scenarioTest.id };
}
/** Looks up what the run would find and create, and judges what it can. Changes nothing. */
async function planScenarioTest(nucleus, inputs) {
    const known = nucleus && (await findTarget(nucleus, inputs));
    return {
        ...(known?.functionId && { evaluationFunction: { id: known.functionId, created: false } }),
        ...(known?.testId && { scenarioTest: { id: known.testId, created: false } }),
        criterion: {
            threshold: inputs.threshold ?? known?.baselineScore ?? known?.criterion?.threshold,
            comparison: known?.criterion?.comparison ?? 'greater_than_equal_to',
        },
    };
}
function warnOfContradictions(run) {
    const { evaluation, overallMetric = 0 } = run;
    if (evaluation?.result !== undefined && !sameFigure(evaluation.result, overallMetric))
        log/* warning */.$e(`The platform reports ${evaluation.result} as the result of the evaluation ${evaluation.id}, but the uploaded results have ${overallMetric}. The platform's result is used.`, 'Two figures');
    if (isContradicted(metricGate(run), evaluation?.pass))
        log/* warning */.$e(`The platform says that the evaluation ${evaluation?.id} ${evaluation?.pass ? 'passed' : 'did not pass'}, which contradicts its result and threshold. The gate counts it as failed.`, 'Two verdicts');
}

// EXTERNAL MODULE: ./build/src/report/comment.js
var comment = __webpack_require__(2081);
// EXTERNAL MODULE: ./build/src/report/gate-table.js
var gate_table = __webpack_require__(1452);
// EXTERNAL MODULE: ./build/src/report/markdown.js
var markdown = __webpack_require__(75);
// EXTERNAL MODULE: ./build/src/report/report.js
var report = __webpack_require__(8456);
;// CONCATENATED MODULE: ./build/src/actions/scenario-test/summary.js







/** Returns the job summary: verdict, gates, facts, missing items and timeline. */
function scenarioTestSummary(run, runLog, error) {
    return (0,report/* report */.z)(verdict(run, error), sectionsOf(run), runLog, error);
}
/** Returns the comment on a pull request: the summary without its timeline. */
function scenarioTestComment(run, source, runLog, error) {
    return (0,comment/* commentText */.b)(verdict(run, error), sectionsOf(run), source, runLog, error);
}
function sectionsOf(run) {
    const { inputs, coverage } = run;
    const gates = gatesOf(run);
    return [
        ...(gates.length > 0 ? [(0,gate_table/* gateTable */.k)(gates)] : []),
        ...(inputs ? [facts(run, inputs)] : []),
        ...(coverage && coverage.missing > 0 ? [missingItems(coverage.firstMissing, coverage.missing)] : []),
    ];
}
function verdict(run, error) {
    const { inputs, uploaded } = run;
    const name = inputs?.testName || 'The scenario test';
    if (error !== undefined)
        return (0,markdown.md) `❌ ${name} was not evaluated`;
    const dryRun = inputs?.dryRun ? 'Dry run: ' : '';
    const verdict = (0,data_gate/* overallVerdict */.Bn)(gatesOf(run));
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
        ['Overall metric of the results', overallMetric === undefined ? undefined : (0,data_gate/* figure */.vP)(overallMetric)],
        ['Baseline model', inputs.baselineModelId ? (0,markdown/* code */.aY)(inputs.baselineModelId) : undefined],
        ['Evaluation', evaluation && (0,markdown.md) `${(0,markdown/* code */.aY)(evaluation.id)} ${evaluation.status}`],
    ]);
}
function named(name, found) {
    if (!found)
        return (0,markdown.md) `${(0,markdown/* code */.aY)((0,clip/* clip */.$)(name, 200))}, not there yet`;
    return (0,markdown.md) `${(0,markdown/* code */.aY)((0,clip/* clip */.$)(name, 200))} (${(0,markdown/* code */.aY)(found.id)}${found.created ? ', created' : ''})`;
}
function missingItems(first, count) {
    const refs = first.map((ref) => (0,markdown.md) `- ${(0,markdown/* code */.aY)((0,clip/* clip */.$)(ref, 200))}`);
    const rest = count > first.length ? [(0,markdown.md) `- and ${count - first.length} more`] : [];
    return (0,markdown/* details */.zH)(`${count} items of the slice have no result`, (0,markdown/* join */.fj)([...refs, ...rest], (0,markdown.md) `\n`));
}

;// CONCATENATED MODULE: ./build/src/actions/scenario-test/action.js












/** Uploads the results of an external evaluation function to a scenario test, and gates on the overall metric. */
const scenarioTest = {
    fields: fields_fields,
    variables: variables,
    begin: () => ({}),
    run: async (request, context, record) => {
        const inputs = loadInputs(request);
        log/* info */.pq(`${inputs.dryRun ? 'Dry run' : 'Uploading'}: ${inputs.reason}`);
        record({ inputs });
        const gates = gatesOf(await evaluateResults(inputs, context, record));
        (0,data_gate/* reportGates */.Dx)(gates, inputs.gate);
    },
    outputs: scenarioTestOutputs,
    summary: scenarioTestSummary,
    announce: async (run, { runLog, signal }, error) => {
        const { comment } = run.inputs ?? {};
        return comment && (await (0,report_comment/* postComment */.Gy)(comment, scenarioTestComment(run, comment, runLog, error), signal));
    },
    failedGate: (run) => (0,data_gate/* failedGates */.qq)(gatesOf(run), run.inputs?.gate ?? 'fail'),
};
async function evaluateResults(inputs, context, record) {
    const { signal, runLog } = context;
    const results = await runLog.phase('Read the results', () => readResults(inputs.results, inputs));
    const nucleus = inputs.key && openNucleus(inputs.apiUrl, inputs.key, signal);
    const coverage = nucleus &&
        (await runLog.phase('Compare with the slice', () => compareWithSlice(nucleus, inputs, results)));
    const read = {
        inputs,
        count: results.size,
        overallMetric: results.overallMetric,
        ...(coverage && { coverage }),
    };
    record(read);
    log/* info */.pq(`${results.size} results, overall metric ${results.overallMetric}`);
    if (inputs.dryRun) {
        const planned = await planScenarioTest(nucleus, inputs);
        record(planned);
        return { ...read, ...planned };
    }
    if ((0,data_gate/* failedGates */.qq)(gatesOf(read), inputs.gate))
        log/* info */.pq('Nothing is uploaded: the coverage is too low');
    else if (nucleus)
        return { ...read, ...(await runScenarioTest(nucleus, inputs, results, context, record)) };
    return read;
}


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

/***/ 1693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ checkColumns)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9139);
/* harmony import */ var _runtime_hint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4769);
/** Checks the columns of a table. */


/** Refuses a table with missing or unknown columns, in one line: "there is no column score; did you mean scores?" */
function checkColumns(rows, { what, required, optional }) {
    const { file, columns, headerLine } = rows;
    if (!columns)
        return;
    const known = [...required, ...optional];
    const unknown = columns.filter((name) => !known.includes(name));
    const missing = required.filter((name) => !columns.includes(name));
    const lacks = missing.map((name) => `there is no column ${name}${(0,_runtime_hint_js__WEBPACK_IMPORTED_MODULE_1__/* .hint */ .a)(name, unknown)}`);
    const extras = unknown.map((name) => `${JSON.stringify(name)} is not a column of a ${what}${(0,_runtime_hint_js__WEBPACK_IMPORTED_MODULE_1__/* .hint */ .a)(name, known)}`);
    const problems = missing.length > 0 ? lacks : extras;
    if (problems.length === 0)
        return;
    const allowed = problems.some((problem) => problem.includes('did you mean'))
        ? ''
        : `; the columns of a ${what} are ${known.join(', ')}`;
    const place = headerLine === undefined ? file : `${file}, line ${headerLine}`;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FileError */ .f6(`${place}: ${problems.join('; ')}${allowed}`, headerLine === undefined ? { file } : { file, line: headerLine });
}


/***/ }),

/***/ 1452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ gateTable)
/* harmony export */ });
/* harmony import */ var _data_gate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1023);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75);


const verdicts = { pass: '✅ passed', fail: '❌ failed', none: '⚪ no verdict' };
/** Returns a table of a run's gates with observed value, threshold and n. */
function gateTable(gates) {
    const rows = gates.map((gate) => [
        gate.name,
        gate.observed === undefined ? '—' : (0,_data_gate_js__WEBPACK_IMPORTED_MODULE_0__/* .figure */ .vP)(gate.observed, gate.threshold),
        (0,_data_gate_js__WEBPACK_IMPORTED_MODULE_0__/* .describeThreshold */ .d9)(gate),
        `${gate.n} ${gate.of}`,
        verdicts[gate.verdict],
    ]);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['Gate', 'Observed', 'Threshold', 'n', 'Verdict'], rows);
}


/***/ }),

/***/ 4309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ pollUntil)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);

/** Reads until there is a result. Returns undefined if the time is up. The last reading happens at the very end. */
async function pollUntil(polling) {
    const { read, growth = 1, longestPause = Number.POSITIVE_INFINITY, timeout, signal } = polling;
    const deadline = performance.now() + timeout;
    for (let { pause } = polling;; pause = Math.min(pause * growth, longestPause)) {
        const found = await read();
        const left = deadline - performance.now();
        if (found !== undefined || left <= 0)
            return found;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(Math.min(pause, left), undefined, { signal });
    }
}


/***/ })

};
