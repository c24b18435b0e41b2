export const id = 481;
export const ids = [481];
export const modules = {

/***/ 9481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  evaluate: () => (/* binding */ evaluate)
});

// EXTERNAL MODULE: ./build/src/lib/bounded.js
var bounded = __webpack_require__(544);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/log.js
var log = __webpack_require__(7399);
// EXTERNAL MODULE: ./build/src/platforms/kolena/client.js + 5 modules
var client = __webpack_require__(7149);
// EXTERNAL MODULE: ./build/src/platforms/kolena/links.js
var links = __webpack_require__(1850);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./build/src/lib/fields.js
var fields = __webpack_require__(4940);
// EXTERNAL MODULE: ./build/src/lib/inputs.js
var lib_inputs = __webpack_require__(4212);
// EXTERNAL MODULE: ./build/src/lib/lists.js
var lists = __webpack_require__(7484);
// EXTERNAL MODULE: ./build/src/lib/mode.js
var lib_mode = __webpack_require__(9746);
// EXTERNAL MODULE: ./build/src/platforms/kolena/fields.js
var kolena_fields = __webpack_require__(3438);
;// CONCATENATED MODULE: ./build/src/evaluate/suite-reference.js
/** Reads `name` or `name@version`. A name may hold an `@`: only digits after the last one are a version. */
function parseSuiteReference(text) {
    const [, name, digits] = /^(.+)@(\d+)$/.exec(text) ?? [];
    if (name === undefined)
        return { name: text, version: null };
    const version = Number(digits);
    if (Number.isSafeInteger(version))
        return { name: name.trim(), version };
    throw new Error(`"${text}" has a version that is no number of a version; write it like ${name}@3`);
}
/** For people: as the input writes it. */
function formatSuiteReference({ name, version }) {
    return version === null ? name : `${name}@${version}`;
}

;// CONCATENATED MODULE: ./build/src/evaluate/inputs.js







const suites = (0,fields/* parsed */.Yz)((text) => (0,lists/* parseList */.E)(text).map(parseSuiteReference));
const concurrency = (0,fields/* parsed */.Yz)((text) => {
    if (/^([1-9]|1[0-6])$/.test(text))
        return Number(text);
    throw new Error('write a number from 1 to 16');
});
/** The inputs of the evaluate action: name, type and rules. What each means, and its default, stands in action.yml. */
const inputs_fields = {
    workflow: fields/* line */.n8,
    models: (0,fields/* list */.p_)(),
    'model-tags': (0,fields/* list */.p_)({ comma: true }),
    'test-suites': suites,
    ...kolena_fields/* platformFields */.vC,
    concurrency: schemas/* prefault */.SdS(concurrency, '4'),
    'dry-run': schemas/* prefault */.SdS((0,fields/* oneOf */.yL)('auto', 'true', 'false'), 'auto'),
};
const variables = kolena_fields/* platformVariables */.d3;
/** Reads every input. Throws one `InputError` with all that is wrong, before anything is sent. */
function loadInputs(event) {
    const inputs = new lib_inputs/* Inputs */.G0(inputs_fields, variables);
    const { values } = inputs;
    const mode = (0,lib_mode/* decideMode */.a)(values['dry-run'], event);
    if (!values.workflow)
        inputs.problem('workflow', undefined, "is required; write the name of the platform's workflow");
    if (!values['test-suites']?.length)
        inputs.problem('test-suites', undefined, 'is required; write name or name@version, one a line');
    const loaded = {
        mode,
        platform: (0,kolena_fields/* loadPlatform */.Gp)(inputs, mode.dryRun ? undefined : 'to trigger evaluations'),
        workflow: values.workflow ?? '',
        models: chooseModels(inputs),
        suites: distinct(values['test-suites'] ?? [], formatSuiteReference),
        concurrency: values.concurrency,
    };
    inputs.refuse();
    return loaded;
}
function chooseModels(inputs) {
    const { models: names = [], 'model-tags': tags = [] } = inputs.values;
    if (names.length > 0 && tags.length > 0)
        inputs.problem('model-tags', undefined, 'is given beside models; use one of them');
    if (names.length === 0 && tags.length === 0)
        inputs.problem('models', undefined, 'is required, or model-tags; write names of models, one a line');
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

;// CONCATENATED MODULE: ./build/src/evaluate/subjects.js



/** Loads the models, the test suites and the evaluators. What cannot be loaded becomes a problem, and stops nothing. */
async function loadSubjects(session, { workflow, models, suites, concurrency }, signal) {
    const problems = [];
    const load = async (items, work) => (await (0,bounded/* settleBounded */.Z)(items, concurrency, signal, work)).flatMap((outcome) => {
        if (outcome.status === 'fulfilled')
            return [outcome.value];
        problems.push((0,errors/* describeFailure */.Ic)(outcome.reason));
        return [];
    });
    const loaded = 'names' in models
        ? await load(models.names, (name) => loadModel(session, workflow, name))
        : (await load([models.tags], (tags) => listModels(session, workflow, tags))).flat();
    return {
        models: distinct(loaded, ({ id }) => id),
        suites: distinct(await load(suites, (suite) => loadSuite(session, workflow, suite)), ({ id }) => id),
        evaluators: (await load([workflow], () => listEvaluators(session, workflow))).flat(),
        problems,
    };
}
async function loadModel(session, workflow, name) {
    const model = await session.findModel(name);
    if (!model)
        throw new errors/* ActionError */.lZ(`There is no model "${name}": check models, or register it with the model action.`);
    return ofWorkflow(workflow, model, `The model "${name}"`);
}
async function listModels(session, workflow, tags) {
    const models = await session.listModels(workflow, tags);
    if (models.length > 0)
        return models;
    throw new errors/* ActionError */.lZ(`No model of the workflow "${workflow}" has all of the tags ${tags.join(', ')}: check model-tags.`);
}
async function loadSuite(session, workflow, { name, version }) {
    const suite = await session.findTestSuite(name, version);
    if (suite)
        return ofWorkflow(workflow, suite, `The test suite "${name}"`);
    const what = version === null ? 'test suite' : `version ${version} of a test suite`;
    throw new errors/* ActionError */.lZ(`There is no ${what} "${name}": check test-suites.`);
}
async function listEvaluators(session, workflow) {
    const evaluators = (await session.listEvaluators(workflow)).filter(({ image }) => image);
    if (evaluators.length > 0)
        return [...new Set(evaluators.map(({ name }) => name))];
    throw new errors/* ActionError */.lZ(`No evaluator is registered for the workflow "${workflow}": publish one first, or correct workflow.`);
}
function ofWorkflow(workflow, thing, what) {
    if (thing.workflow === workflow)
        return thing;
    throw new errors/* ActionError */.lZ(`${what} belongs to the workflow "${thing.workflow}", not to "${workflow}".`);
}

;// CONCATENATED MODULE: ./build/src/evaluate/evaluate.js






/** Triggers the evaluation of every model on every test suite, once all of them are known to be there. */
async function evaluateModels(inputs, { signal, journal }, evaluation) {
    const { apiUrl, apiToken = '' } = inputs.platform;
    const session = await journal.phase('Log in at the platform', () => (0,client/* logIn */.E)(apiUrl, apiToken, signal));
    await journal.phase('Load models and test suites', async () => {
        const subjects = await loadSubjects(session, inputs, signal);
        note(evaluation, subjects, session.tenant);
        if (subjects.problems.length > 0)
            throw new errors/* ActionError */.lZ(missing(subjects.problems));
    });
    const { runs } = evaluation;
    try {
        await journal.phase('Trigger', () => triggerAll(session, runs, inputs.concurrency, signal));
    }
    finally {
        const count = runs.filter(({ triggered }) => triggered).length;
        if (count > 0)
            journal.done.push(`${count} of ${runs.length} evaluations were triggered.`);
    }
}
/** The dry run: looks up what would be evaluated where a token is at hand, and triggers nothing. */
async function rehearseEvaluation(inputs, { signal, journal }, evaluation) {
    const { apiUrl, apiToken } = inputs.platform;
    if (apiToken === undefined) {
        log/* info */.pq('No api-token: the platform is not asked for models and test suites');
        return;
    }
    try {
        const session = await journal.phase('Log in at the platform', () => (0,client/* logIn */.E)(apiUrl, apiToken, signal));
        await journal.phase('Load models and test suites', async () => {
            const subjects = await loadSubjects(session, inputs, signal);
            note(evaluation, subjects, session.tenant);
            if (subjects.problems.length > 0)
                log/* warning */.$e(missing(subjects.problems), 'Dry run');
        });
    }
    catch (error) {
        signal.throwIfAborted();
        log/* warning */.$e(`The platform could not be asked. ${(0,errors/* describeFailure */.Ic)(error)}`, 'Dry run');
    }
}
function note(evaluation, { models, suites, evaluators, problems }, tenant) {
    const runs = models.flatMap((model) => suites.map((suite) => {
        const url = (0,links/* resultsLink */.T)(tenant, model.workflow, model.id, suite.id);
        return { model, suite, url, triggered: false };
    }));
    Object.assign(evaluation, { runs, evaluators, problems });
}
function missing(problems) {
    const head = problems.length === 1 ? 'Something is' : `${problems.length} things are`;
    const lines = problems.map((problem) => `- ${problem}`);
    return [`${head} missing for the evaluation. Nothing was triggered.`, ...lines].join('\n');
}
/** Triggers what can be, and then throws one error for all that could not. */
async function triggerAll(session, runs, concurrency, signal) {
    const outcomes = await (0,bounded/* settleBounded */.Z)(runs, concurrency, signal, (run) => trigger(session, run));
    for (const [index, run] of runs.entries()) {
        const outcome = outcomes[index];
        if (outcome?.status === 'rejected')
            run.failure = (0,errors/* describeFailure */.Ic)(outcome.reason);
    }
    const failed = runs.filter(({ triggered }) => !triggered);
    if (failed.length === 0)
        return;
    const lines = failed.map((run) => `- ${nameOf(run)}: ${run.failure}`);
    const head = `${failed.length} of ${runs.length} evaluations could not be triggered.`;
    throw new errors/* ActionError */.lZ([head, ...lines].join('\n'));
}
async function trigger(session, run) {
    run.id = await session.openTestRun(run.model.id, run.suite.id);
    await session.evaluate(run.id);
    run.triggered = true;
    log/* info */.pq(`Triggered ${nameOf(run)}: test run ${run.id}, results ${run.url}`);
}
function nameOf({ model, suite }) {
    return `${model.name} on ${suite.name}@${suite.version}`;
}

;// CONCATENATED MODULE: ./build/src/evaluate/outputs.js
/** The evaluate action's outputs, by name as in action.yml. One with no value is the empty string. */
function evaluateOutputs({ mode, runs }) {
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
        'dry-run': mode ? String(mode.dryRun) : '',
    };
}

// EXTERNAL MODULE: ./build/src/lib/event.js
var lib_event = __webpack_require__(2617);
// EXTERNAL MODULE: ./build/src/report/markdown.js
var markdown = __webpack_require__(75);
// EXTERNAL MODULE: ./build/src/report/report.js
var report = __webpack_require__(8456);
;// CONCATENATED MODULE: ./build/src/report/evaluate-summary.js


/** The job summary of the evaluate action: verdict, the test runs with links to results, timeline. */
function evaluateSummary(evaluation, journal, error) {
    const { mode, runs, problems } = evaluation;
    const sections = [
        ...(mode ? [facts(evaluation)] : []),
        ...(error === undefined && problems.length > 0 ? [evaluate_summary_missing(problems)] : []),
        ...(runs.length > 0 ? [runTable(runs)] : []),
        ...(runs.some(({ triggered }) => triggered) ? [notFinished] : []),
    ];
    return (0,report/* report */.z)(verdict(evaluation, error), sections, journal, error);
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
function facts({ mode, workflow, evaluators }) {
    return (0,report/* factTable */.B)([
        [mode?.dryRun ? 'Dry run' : 'Run', mode?.reason],
        ['Workflow', workflow],
        [
            evaluators.length === 1 ? 'Evaluator' : 'Evaluators',
            evaluators.length > 0 ? (0,markdown/* join */.fj)(evaluators.map(markdown/* code */.aY), (0,markdown.md) ` `) : undefined,
        ],
    ]);
}
function evaluate_summary_missing(problems) {
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
        return (0,markdown.md) `❌ ${(0,markdown/* clip */.$Q)(failure, 300)}`;
    return (0,markdown/* link */.nf)(triggered ? 'results' : 'results so far', url);
}
const notFinished = (0,markdown/* alert */.xE)('NOTE', 'Triggered is not finished. The platform runs the registered evaluator now, for 6 hours at most, and its API has no call that tells how far it is: results, and failures, show on the results pages. Running this step again triggers the same test runs again, and their metrics are computed anew.');

;// CONCATENATED MODULE: ./build/src/actions/evaluate.js






/** Triggers the evaluation of models on test suites by the registered evaluator. */
const evaluate = {
    begin: () => ({ evaluators: [], runs: [], problems: [] }),
    run: async (evaluation, shell) => {
        const inputs = loadInputs((0,lib_event/* readEvent */.j)());
        const { mode, workflow } = inputs;
        Object.assign(evaluation, { mode, workflow });
        log/* info */.pq(`${mode.dryRun ? 'Dry run' : 'Evaluating'}: ${mode.reason}`);
        await (mode.dryRun ? rehearseEvaluation : evaluateModels)(inputs, shell, evaluation);
        if (!mode.dryRun)
            log/* info */.pq(triggeredIsNotFinished);
    },
    outputs: evaluateOutputs,
    summary: evaluateSummary,
};
const triggeredIsNotFinished = 'The platform computes the metrics now. Its API has no call that tells how far it is, so this step ends here: whether an evaluation has finished or failed is to be seen on its results page.';


/***/ }),

/***/ 544:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ settleBounded)
/* harmony export */ });
/**
 * Does the work on every item, at most `limit` of them at a time, and gives the outcomes in the order of the items.
 * A failure stops no other item; an abort does, and is thrown.
 */
async function settleBounded(items, limit, signal, work) {
    const outcomes = [];
    const queue = items.entries();
    const worker = async () => {
        // The iterator is shared: each worker takes the next item that nobody has.
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


/***/ }),

/***/ 2617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ startedByGitHub),
/* harmony export */   j: () => (/* binding */ readEvent)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8395);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9862);



const Repository = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ full_name: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() });
const Head = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ repo: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .nullable */ .mee(Repository), sha: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() });
/** The fields of GitHub's event payloads that decisions depend on. */
const Payload = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    pull_request: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ number: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), head: Head, base: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ repo: Repository }) })),
    workflow_run: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ event: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), head_repository: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .nullable */ .mee(Repository) })),
    repository: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(Repository),
});
/** Whether the process runs in a job of GitHub Actions. Codespaces have some of the same variables, and not this one. */
function startedByGitHub() {
    return process.env.GITHUB_ACTIONS === 'true';
}
/**
 * Reads the event from the runner's variables and its payload file.
 * (`@actions/github` would do it as well, but loads all of Octokit with it: 40 ms at each start.)
 */
function readEvent(env = process.env) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository = '', GITHUB_RUN_ID: run } = env;
    return {
        eventName: env.GITHUB_EVENT_NAME ?? '',
        ref: env.GITHUB_REF ?? '',
        sha: env.GITHUB_SHA ?? '',
        actor: env.GITHUB_ACTOR ?? '',
        repository,
        runUrl: server && repository && run ? `${server}/${repository}/actions/runs/${run}` : undefined,
        workflowRef: env.GITHUB_WORKFLOW_REF,
        job: env.GITHUB_JOB,
        apiUrl: env.GITHUB_API_URL,
        payload: readPayload(env.GITHUB_EVENT_PATH),
    };
}
function readPayload(path) {
    if (!path)
        return {};
    try {
        return Payload.parse(JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8')));
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`The event payload (GITHUB_EVENT_PATH) ${path} cannot be read, so it is not known whether this run may see secrets. Check what wrote it.`, { cause });
    }
}


/***/ }),

/***/ 9746:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ decideMode),
/* harmony export */   k: () => (/* binding */ privilegedFork)
/* harmony export */ });
/** Decides by the `dry-run` input, and for `auto` by the event: whatever may carry unreviewed code never publishes. */
function decideMode(dryRun, event) {
    if (dryRun !== 'auto')
        return { dryRun: dryRun === 'true', reason: `dry-run is ${dryRun}` };
    const hold = reasonToHold(event);
    return hold ? { dryRun: true, reason: hold } : { dryRun: false, reason: publishingReason(event) };
}
/**
 * Whose code from a fork an event brings together with the secrets of this repository: `owner/name` of the fork.
 * Such an event runs in the context of the base repository, so building the fork's code would hand it the secrets.
 * What a workflow checks out cannot be known, so the event alone decides.
 */
function privilegedFork({ eventName, repository, payload }) {
    const { pull_request: pull, workflow_run: run } = payload;
    if (eventName === 'pull_request_target' && pull && pull.head.repo?.full_name !== pull.base.repo.full_name) {
        return pull.head.repo?.full_name ?? 'a fork that was deleted';
    }
    if (eventName === 'workflow_run' && run && run.head_repository?.full_name !== repository) {
        return run.head_repository?.full_name ?? 'a fork that was deleted';
    }
    return undefined;
}
/** Why an event must not publish, undefined when it may. */
function reasonToHold(event) {
    const { eventName, actor, payload, repository } = event;
    const { pull_request: pull, workflow_run: run } = payload;
    const of = (name) => name === repository ? 'of this repository' : `from the fork ${name ?? '(deleted)'}`;
    if (eventName.startsWith('pull_request')) {
        return pull
            ? `pull request #${pull.number} ${of(pull.head.repo?.full_name)} (${eventName})`
            : `${eventName} event`;
    }
    if (eventName === 'workflow_run' && run) {
        const head = run.head_repository?.full_name;
        if (run.event.startsWith('pull_request') || head !== repository)
            return `workflow_run after a ${run.event} ${of(head)}`;
    }
    if (eventName === 'issue_comment')
        return 'issue_comment event: whose code is checked out cannot be told';
    if (eventName === 'merge_group')
        return 'merge queue: the commit is not merged yet';
    if (actor === 'dependabot[bot]')
        return 'started by Dependabot, whose runs get no secrets';
    return undefined;
}
function publishingReason({ eventName, ref }) {
    const name = ref.replace(/^refs\/(heads|tags)\//, '');
    const how = eventName === '' ? 'not started by GitHub' : eventName;
    if (ref.startsWith('refs/tags/'))
        return `tag ${name} (${how})`;
    if (ref.startsWith('refs/heads/'))
        return `branch ${name} (${how})`;
    return eventName === '' ? 'no event: not started by GitHub' : `${eventName} event`;
}


/***/ }),

/***/ 7149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ logIn)
});

// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/secrets.js
var secrets = __webpack_require__(1752);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/lib/http.js + 2 modules
var http = __webpack_require__(1052);
;// CONCATENATED MODULE: ./build/src/platforms/kolena/calls.js


/** @param authorization the header, empty for a login */
function caller(apiUrl, authorization, signal) {
    const answer = (method, path, { body, query, ...rest } = {}) => {
        // Each segment is percent-encoded whole, so that a name may hold a slash.
        const url = new URL(`${apiUrl.href.replace(/\/$/, '')}/v1/${path.map(encodeURIComponent).join('/')}`);
        if (query)
            url.search = query;
        const headers = {
            ...authorization,
            'content-type': 'application/json',
            'x-request-id': (0,external_node_crypto_.randomUUID)().replaceAll('-', ''),
        };
        const content = body === undefined ? {} : { body: JSON.stringify(body) };
        return (0,http/* send */.tN)({ method, url, headers, signal, ...content, ...rest });
    };
    const call = async (method, path, schema, options) => (0,http/* readJson */.Vh)(schema, await answer(method, path, options), apiUrl);
    const find = async (method, path, schema, { none = 404, ...options } = {}) => {
        const reply = await answer(method, path, { ...options, expect: [none] });
        return reply.status === none ? undefined : (0,http/* readJson */.Vh)(schema, reply, apiUrl);
    };
    return Object.assign(call, { find, send: answer });
}

// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(3759);
;// CONCATENATED MODULE: ./build/src/platforms/kolena/schemas.js
/** Shapes of the platform's replies, as the vendor's client reads them; other fields are ignored. */

const Login = schemas/* object */.Ikc({
    tenant: schemas/* string */.YjP().check(api/* _minLength */.m9(1)),
    access_token: schemas/* string */.YjP().check(api/* _minLength */.m9(1)),
});
/** The roles that an evaluator with an AWS role runs with. The service also sends `job_role_name`. */
const AwsRoleConfig = schemas/* object */.Ikc({
    job_role_arn: schemas/* string */.YjP(),
    external_id: schemas/* string */.YjP(),
    assume_role_arn: schemas/* string */.YjP(),
});
/** A registered evaluator. `created` looks like `2023-04-03 16:18:10.703 -0700`. */
const Evaluator = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    image: schemas/* string */.YjP(),
    created: schemas/* string */.YjP(),
    aws_role_config: schemas/* pipe */.FsL(schemas/* nullish */.cl6(AwsRoleConfig), schemas/* transform */.pdi((config) => config ?? null)),
});
/** An evaluator of a workflow in a list; the vendor's client takes one without an image, which the platform cannot run. */
const ListedEvaluator = schemas/* object */.Ikc({ name: schemas/* string */.YjP(), image: schemas/* nullish */.cl6(schemas/* string */.YjP()) });
const Evaluators = schemas/* object */.Ikc({ evaluators: schemas/* array */.YOg(ListedEvaluator) });
/** A model. The vendor's client reads all of these; metadata may hold any JSON. */
const Model = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    name: schemas/* string */.YjP(),
    metadata: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* json */.Pq9()),
    tags: schemas/* array */.YOg(schemas/* string */.YjP()),
    workflow: schemas/* string */.YjP(),
});
const Models = schemas/* object */.Ikc({ models: schemas/* array */.YOg(Model) });
/** One version of a test suite; the id is the version's own. */
const TestSuite = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    name: schemas/* string */.YjP(),
    version: schemas/* int */.Whr(),
    test_cases: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP() })),
    workflow: schemas/* string */.YjP(),
});
const TestRun = schemas/* object */.Ikc({ test_run_id: schemas/* int */.Whr() });

;// CONCATENATED MODULE: ./build/src/platforms/kolena/evaluators.js

/** Calls about evaluators and the repositories of their images. */
function evaluatorCalls(call) {
    const evaluators = ['generic', 'workflow', 'evaluator'];
    return {
        /** Creates `organization/name` in the platform's registry. */
        createRepository: async (repository) => {
            const { status } = await call.send('POST', ['ecr', 'repository'], {
                body: { repository },
                expect: [409],
            });
            return status === 409 ? 'exists' : 'created';
        },
        /** The latest registration of an evaluator for a workflow, without its secret. */
        findEvaluator: (workflow, name) => call.find('GET', [...evaluators, workflow, name], Evaluator, { query: 'include_secret=False' }),
        listEvaluators: async (workflow) => (await call('GET', [...evaluators, workflow], Evaluators)).evaluators,
        /** Sent once: when the outcome is unknown (`HttpError.outcomeUnknown`), read back before a second try. */
        register: (body) => call('POST', evaluators, Evaluator, { body, attempts: 1 }),
    };
}

;// CONCATENATED MODULE: ./build/src/platforms/kolena/models.js

/** Calls about models. The platform has none that changes a model's metadata or tags. */
function modelCalls(call) {
    const path = (name) => ['generic', 'model', name];
    return {
        /** The model of that name, whatever its workflow: a name is unique in the organization. */
        findModel: (name) => call.find('PUT', path('load'), Model, { body: { name } }),
        /** The models of a workflow that have all of the tags. */
        listModels: async (workflow, tags) => (await call('PUT', path('load-all'), Models, { body: { workflow, tags } })).models,
        /**
         * undefined when the name is taken. Sent once: when the outcome is unknown (`HttpError.outcomeUnknown`), look
         * before a second try.
         */
        createModel: ({ name, metadata, workflow, tags }) => {
            const body = { name, metadata, workflow, tags };
            return call.find('POST', path('create'), Model, { body, attempts: 1, none: 409 });
        },
    };
}

;// CONCATENATED MODULE: ./build/src/platforms/kolena/test-runs.js

/** Calls about test suites and the test runs of models on them. The platform has none that tells how a run is doing. */
function testRunCalls(call) {
    const path = (name) => ['generic', 'test-run', name];
    return {
        /** @param version null for the latest */
        findTestSuite: (name, version) => call.find('PUT', ['generic', 'test-suite', 'load'], TestSuite, { body: { name, version } }),
        /** The test run of a model on a test suite whose metrics the registered evaluator computes, new or as it is. */
        openTestRun: async (modelId, testSuiteId) => {
            const body = { model_id: modelId, test_suite_id: testSuiteId, evaluator: null, configurations: [] };
            return (await call('PUT', path('create-or-retrieve'), TestRun, { body })).test_run_id;
        },
        /** Starts the registered evaluator on a test run. Once more, it computes the metrics anew. */
        evaluate: async (testRunId) => {
            // The status is the whole answer: the vendor's client reads no body either.
            await call.send('PUT', path('evaluate'), { body: { test_run_id: testRunId } });
        },
    };
}

;// CONCATENATED MODULE: ./build/src/platforms/kolena/client.js







/** The release of the vendor's Python client whose wire format this is; the platform is told so at login. */
const CLIENT_VERSION = '1.69.0';
/**
 * Logs in with an API token, as the vendor's client does before each command.
 * @param apiUrl such as `https://api.kolena.io`, without the `/v1`
 */
async function logIn(apiUrl, apiToken, signal) {
    const anonymous = caller(apiUrl, {}, signal);
    const login = await anonymous('PUT', ['token', 'login'], Login, {
        body: { api_token: apiToken, version: CLIENT_VERSION },
    }).catch(explainLogin(apiUrl));
    (0,secrets/* maskSecret */.$l)(login.access_token);
    const call = caller(apiUrl, { authorization: `Bearer ${login.access_token}` }, signal);
    return {
        /** The organization that the token belongs to. */
        tenant: login.tenant,
        ...evaluatorCalls(call),
        ...modelCalls(call),
        ...testRunCalls(call),
    };
}
function explainLogin(apiUrl) {
    return (cause) => {
        if (!(cause instanceof errors/* HttpError */.j$) || cause.status !== 401)
            throw cause;
        throw new errors/* ActionError */.lZ(`api-token: ${apiUrl.host} does not accept the token (401). Create a new API token on the platform's developer page, store it as a secret of the repository, and pass it as api-token.`, { cause });
    };
}


/***/ }),

/***/ 3438:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gp: () => (/* binding */ loadPlatform),
/* harmony export */   d3: () => (/* binding */ platformVariables),
/* harmony export */   kh: () => (/* binding */ missingToken),
/* harmony export */   vC: () => (/* binding */ platformFields)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8395);
/* harmony import */ var _lib_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4940);
/* harmony import */ var _lib_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4212);
/** The inputs about the platform that several actions share. */



const platformFields = {
    'api-token': (0,_lib_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .secret */ .rJ)(_lib_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .token */ .Sh),
    'api-url': zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .prefault */ .SdS(_lib_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .address */ .hl, 'https://api.kolena.io'),
};
/** Variables of the environment that stand in for inputs: those of the platform's own client. */
const platformVariables = { 'api-token': 'KOLENA_TOKEN', 'api-url': 'KOLENA_API_URL' };
/** @param purpose why a token is required, such as "to create the model" */
function missingToken(purpose) {
    return `is required ${purpose}, and is empty; store the platform's API token as the secret KOLENA_TOKEN of the repository (Settings, Secrets and variables, Actions), and write api-token: \${{ secrets.KOLENA_TOKEN }}; on your own machine, set the variable KOLENA_TOKEN`;
}
/** @param purpose why a token is required, such as "to create the model"; undefined when none is */
function loadPlatform(inputs, purpose) {
    const { 'api-token': apiToken, 'api-url': apiUrl } = inputs.values;
    if (purpose !== undefined && apiToken === undefined)
        inputs.problem('api-token', undefined, missingToken(purpose));
    return { apiUrl, apiToken };
}


/***/ }),

/***/ 1850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ modelLink),
/* harmony export */   T: () => (/* binding */ resultsLink)
/* harmony export */ });
/** Where people look at things: addresses of the platform's application, as the vendor's client prints them. */
const APPLICATION = 'https://app.kolena.com';
function modelLink(tenant, modelId) {
    return link(tenant, 'models', { modelIds: modelId });
}
/** The results of a model on one version of a test suite; there once the evaluator has computed them. */
function resultsLink(tenant, workflow, modelId, testSuiteId) {
    return link(tenant, 'results', { modelIds: modelId, testSuiteId, workflow });
}
function link(tenant, page, query) {
    const url = new URL(`${APPLICATION}/${encodeURIComponent(tenant)}/${page}`);
    for (const [name, value] of Object.entries(query))
        url.searchParams.set(name, String(value));
    return url.href;
}


/***/ })

};
