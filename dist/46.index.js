export const id = 46;
export const ids = [46];
export const modules = {

/***/ 9046:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  model: () => (/* binding */ model)
});

// EXTERNAL MODULE: ./build/src/lib/event.js
var lib_event = __webpack_require__(2617);
// EXTERNAL MODULE: ./build/src/lib/log.js
var log = __webpack_require__(7399);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./build/src/lib/fields.js
var fields = __webpack_require__(4940);
// EXTERNAL MODULE: ./build/src/lib/inputs.js
var lib_inputs = __webpack_require__(4212);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/src/lib/mapping.js


/** Levels of lists and mappings; what people write has a handful, and recursion has an end. */
const DEEPEST = 20;
/**
 * Reads a mapping of JSON values that is written as YAML or JSON. Refused is what would be lost or blown up on the
 * way: duplicate keys, keys that are no text, numbers that JSON or a double cannot hold, tags and aliases.
 */
function parseMapping(text) {
    const document = (0,dist/* parseDocument */.Tp)(text, { logLevel: 'error' });
    const [problem] = [...document.errors, ...document.warnings];
    if (problem)
        throw new Error(`is no YAML or JSON: ${problem.message.split('\n', 1)[0]?.replace(/:$/, '')}`);
    (0,dist/* visit */.YR)(document, {
        Alias: (_, { source }) => {
            throw new Error(`has the alias *${source}; aliases are not taken, write its value out`);
        },
    });
    if (!(0,dist/* isMap */.jh)(document.contents))
        throw new Error('is no mapping; write lines like "framework: pytorch"');
    return toJson(document.toJS({ mapAsMap: true }), []);
}
/** An input that holds a mapping. */
const mapping = (0,fields/* parsed */.Yz)(parseMapping);
function toJson(value, path) {
    const at = path.join('.');
    if (path.length > DEEPEST)
        throw new Error(`is nested deeper than ${DEEPEST} levels; make it flatter`);
    if (value instanceof Map)
        return Object.fromEntries([...value].map((entry) => toEntry(entry, path)));
    if (Array.isArray(value))
        return value.map((item, index) => toJson(item, [...path, String(index)]));
    if (value === null || typeof value === 'boolean' || typeof value === 'string')
        return value;
    if (typeof value !== 'number')
        throw new Error(`${at} is of a type that JSON does not have; write it as text in quotes`);
    // JSON has no -0.
    if (Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value)))
        return value + 0;
    throw new Error(`${at} is a number that JSON cannot carry exactly; write it as text in quotes`);
}
function toEntry([key, value], path) {
    if (typeof key === 'string')
        return [key, toJson(value, [...path, key])];
    const shown = key === null || typeof key !== 'object' ? String(key) : 'a list or a mapping';
    throw new Error(`has the key ${shown}, which is no text; write the key in quotes`);
}

// EXTERNAL MODULE: ./build/src/lib/mode.js
var lib_mode = __webpack_require__(9746);
// EXTERNAL MODULE: ./build/src/platforms/kolena/fields.js
var kolena_fields = __webpack_require__(3438);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/src/results/differences.js

/** The keys, of those that count, whose values are not equal as JSON: the order of keys in a mapping is none. */
function differencesOf(registered, given, counts = () => true) {
    const keys = [...new Set([...Object.keys(given), ...Object.keys(registered)])].filter(counts);
    return keys
        .map((key) => ({ key, registered: own(registered, key), given: own(given, key) }))
        .filter(({ registered, given }) => !(0,external_node_util_.isDeepStrictEqual)(registered, given));
}
/** The value of a key itself, not what every object inherits. */
function own(metadata, key) {
    return Object.hasOwn(metadata, key) ? metadata[key] : undefined;
}

;// CONCATENATED MODULE: ./build/src/model/ci-metadata.js

/** The keys that a model's metadata gets from the run of the workflow. */
const ciKeys = ['ci_repository', 'ci_commit', 'ci_ref', 'ci_workflow', 'ci_run', 'ci_actor'];
/** Those that tell of which code the model is. The others tell who registered it when, and change with each run. */
const identifying = ['ci_repository', 'ci_commit'];
/** What the workflow's run says of a model; what it does not know is left out. */
function ciMetadata({ repository, sha, ref, workflowRef, runUrl, actor }) {
    const values = {
        ci_repository: repository,
        ci_commit: sha,
        ci_ref: ref,
        ci_workflow: workflowRef,
        ci_run: runUrl,
        ci_actor: actor,
    };
    const known = Object.entries(values).filter((entry) => Boolean(entry[1]));
    return Object.fromEntries(known);
}
/**
 * What makes a registered model another one than the one that is given: any key that people wrote, and of the run's
 * keys the repository and the commit, where they are given. A re-run of the same commit is the same model.
 */
function compareMetadata(registered, given) {
    const fromRun = ciKeys;
    return differencesOf(registered, given, (key) => {
        if (!fromRun.includes(key))
            return true;
        return identifying.includes(key) && Object.hasOwn(given, key);
    });
}

;// CONCATENATED MODULE: ./build/src/model/inputs.js







/** The inputs of the model action: name, type and rules. What each means, and its default, stands in action.yml. */
const inputs_fields = {
    workflow: fields/* line */.n8,
    name: fields/* line */.n8,
    metadata: mapping,
    'ci-metadata': schemas/* prefault */.SdS(fields/* boolean */.zM, 'true'),
    tags: (0,fields/* list */.p_)({ comma: true }),
    ...kolena_fields/* platformFields */.vC,
    'on-mismatch': schemas/* prefault */.SdS((0,fields/* oneOf */.yL)('fail', 'warn'), 'fail'),
    'dry-run': schemas/* prefault */.SdS((0,fields/* oneOf */.yL)('auto', 'true', 'false'), 'auto'),
};
const variables = kolena_fields/* platformVariables */.d3;
/** Reads every input. Throws one `InputError` with all that is wrong, before anything is sent. */
function loadInputs(event) {
    const inputs = new lib_inputs/* Inputs */.G0(inputs_fields, variables);
    const { values } = inputs;
    const mode = (0,lib_mode/* decideMode */.a)(values['dry-run'], event);
    for (const name of ['workflow', 'name']) {
        if (!values[name])
            inputs.problem(name, undefined, `is required; write the name of the ${nouns[name]}`);
    }
    const metadata = values.metadata ?? {};
    if (values['ci-metadata'])
        refuseReserved(inputs, metadata);
    const token = values['api-token'];
    if (token !== undefined && JSON.stringify(metadata).includes(token))
        inputs.problem('metadata', undefined, 'has the API token in it, for all to read; take it out');
    const tags = [...new Set(values.tags)];
    const loaded = {
        mode,
        platform: (0,kolena_fields/* loadPlatform */.Gp)(inputs, mode.dryRun ? undefined : 'to register the model'),
        model: {
            name: values.name ?? '',
            workflow: values.workflow ?? '',
            metadata: { ...metadata, ...(values['ci-metadata'] && ciMetadata(event)) },
            tags: tags.length > 0 ? tags : null,
        },
        onMismatch: values['on-mismatch'],
    };
    inputs.refuse();
    return loaded;
}
const nouns = { workflow: "platform's workflow", name: 'model' };
/** Metadata from CI is evidence, so nothing else may pass for it. */
function refuseReserved(inputs, metadata) {
    for (const key of ciKeys.filter((key) => Object.hasOwn(metadata, key)))
        inputs.problem('metadata', key, 'is a key that ci-metadata sets; rename it, or set ci-metadata: false');
}

;// CONCATENATED MODULE: ./build/src/model/mismatch.js
/** Characters of a value in a message; the summary shows more. */
const LONGEST_VALUE = 100;
/** Why the model on the platform is not the one that was given, and what to do; undefined when it is. */
function explainMismatch({ wanted, differences }) {
    if (differences.length === 0)
        return undefined;
    const lines = differences.map(({ key, registered, given }) => `- ${key}: registered ${show(registered)}, given ${show(given)}`);
    return [
        `The model "${wanted?.name}" exists with other metadata, which the platform's API cannot change.`,
        'A model is deterministic: give what has changed another name, with the version or the commit in it, and register that. If it is the same model, make metadata equal to what is registered, or write on-mismatch: warn.',
        ...lines,
    ].join('\n');
}
/** A value as JSON, shortened. */
function show(value) {
    if (value === undefined)
        return 'nothing';
    const text = JSON.stringify(value);
    return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

;// CONCATENATED MODULE: ./build/src/model/outputs.js
/** The model action's outputs, by name as in action.yml. One with no value is the empty string. */
function modelOutputs(registration) {
    const { mode, model, created, url, differences } = registration;
    return {
        model: model ? JSON.stringify(model) : '',
        id: model ? String(model.id) : '',
        created: String(created),
        url: url ?? '',
        differences: JSON.stringify(differences.map(({ key, registered, given }) => ({
            key,
            registered: registered ?? null,
            given: given ?? null,
        }))),
        'dry-run': mode ? String(mode.dryRun) : '',
    };
}

// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/platforms/kolena/client.js + 5 modules
var client = __webpack_require__(7149);
// EXTERNAL MODULE: ./build/src/platforms/kolena/links.js
var links = __webpack_require__(1850);
// EXTERNAL MODULE: ./build/src/lib/retry.js
var retry = __webpack_require__(2183);
;// CONCATENATED MODULE: ./build/src/model/registration.js



/** Loads the model; one of another workflow is an error, as the name is taken. */
async function findModel(session, { name, workflow }) {
    const model = await session.findModel(name);
    if (!model || model.workflow === workflow)
        return model;
    throw new errors/* ActionError */.lZ(`name "${name}": the platform has a model of this name in the workflow "${model.workflow}", not in "${workflow}". Names of models are unique in the organization: use another name, or correct workflow.`);
}
/**
 * Loads the model, or creates it. A creation whose outcome is unknown is not simply sent again: the model is looked
 * for first, and if it is there with exactly our metadata, the run among it, our request was the one that made it.
 */
async function findOrCreateModel(session, wanted, signal) {
    let unknown = false;
    const find = async () => {
        const model = await findModel(session, wanted);
        return model && { model, created: unknown && differencesOf(model.metadata, wanted.metadata).length === 0 };
    };
    const create = async () => {
        const before = unknown ? await find() : undefined;
        if (before)
            return before;
        try {
            const model = await session.createModel(wanted);
            return model && { model, created: true };
        }
        catch (error) {
            unknown ||= error instanceof errors/* HttpError */.j$ && error.outcomeUnknown;
            throw error;
        }
    };
    const what = `creation of the model ${wanted.name}`;
    try {
        // Between looking and creating somebody may have taken the name: theirs is the model then.
        const result = (await find()) ?? (await (0,retry/* retry */.L)(create, { what, signal })) ?? (await find());
        if (result)
            return result;
    }
    catch (cause) {
        if (!(cause instanceof errors/* HttpError */.j$))
            throw cause;
        const state = unknown ? 'is not known to be created' : 'was not created';
        throw new errors/* ActionError */.lZ(`The model "${wanted.name}" ${state}: ${cause.message}`, { cause });
    }
    throw new errors/* ActionError */.lZ(`The model "${wanted.name}" cannot be created, because its name is taken, and cannot be loaded either. Look at it on the platform, or use another name.`);
}

;// CONCATENATED MODULE: ./build/src/model/register.js






/** Loads or creates the model, and notes in the registration what is there and how it differs. */
async function registerModel({ platform, model: wanted }, { signal, journal }, registration) {
    const { apiUrl, apiToken = '' } = platform;
    const session = await journal.phase('Log in at the platform', () => (0,client/* logIn */.E)(apiUrl, apiToken, signal));
    const { model, created } = await journal.phase('Load or create the model', () => findOrCreateModel(session, wanted, signal));
    note(registration, session, model);
    registration.created = created;
    const id = `${model.name} of "${model.workflow}" (id ${model.id})`;
    log/* info */.pq(created ? `Created the model ${id}` : `Found the model ${id}`);
}
/** The dry run: looks the model up where a token is at hand. That it cannot is a warning, and no failure. */
async function rehearseModel({ platform, model: wanted }, { signal, journal }, registration) {
    const { apiUrl, apiToken } = platform;
    if (apiToken === undefined) {
        log/* info */.pq('No api-token: the platform is not asked whether the model exists');
        return;
    }
    try {
        const session = await journal.phase('Log in at the platform', () => (0,client/* logIn */.E)(apiUrl, apiToken, signal));
        const model = await journal.phase('Load the model', () => findModel(session, wanted));
        note(registration, session, model);
        log/* info */.pq(model ? `Found the model ${model.name} (id ${model.id})` : `There is no model ${wanted.name} yet`);
    }
    catch (error) {
        signal.throwIfAborted();
        log/* warning */.$e(`The model could not be compared with the platform. ${(0,errors/* describeFailure */.Ic)(error)}`, 'Dry run');
    }
}
function note(registration, { tenant }, model) {
    registration.looked = true;
    const { wanted } = registration;
    if (!model || !wanted)
        return;
    Object.assign(registration, {
        model,
        url: (0,links/* modelLink */.O)(tenant, model.id),
        differences: compareMetadata(model.metadata, wanted.metadata),
        missingTags: (wanted.tags ?? []).filter((tag) => !model.tags.includes(tag)),
    });
}

// EXTERNAL MODULE: ./build/src/report/markdown.js
var markdown = __webpack_require__(75);
// EXTERNAL MODULE: ./build/src/report/report.js
var report = __webpack_require__(8456);
;// CONCATENATED MODULE: ./build/src/report/model-summary.js


/** Characters of a value; what is longer nobody reads in a table. */
const model_summary_LONGEST_VALUE = 400;
/** The job summary of the model action: verdict, the model, how it differs, its metadata, timeline. */
function modelSummary(registration, journal, error) {
    const { wanted, differences } = registration;
    const sections = [
        ...(wanted ? [facts(registration)] : []),
        ...(differences.length > 0 ? [differenceSection(registration)] : []),
        ...(wanted ? [metadataSection(registration)] : []),
    ];
    return (0,report/* report */.z)(verdict(registration, error), sections, journal, error);
}
function verdict({ mode, wanted, model, created, gating, looked, differences }, error) {
    const name = wanted?.name ?? 'The model';
    if (error !== undefined)
        return (0,markdown.md) `❌ ${name} was not registered`;
    if (differences.length > 0)
        return (0,markdown.md) `${gating ? '❌' : '⚠️'} ${name} exists with other metadata: it is another model`;
    if (mode?.dryRun && !looked)
        return (0,markdown.md) `🔎 Dry run: ${name} would be loaded, or created`;
    if (mode?.dryRun && !model)
        return (0,markdown.md) `🔎 Dry run: ${name} would be created`;
    if (created)
        return (0,markdown.md) `✅ ${name} is created`;
    return (0,markdown.md) `✅ ${name} is registered already, nothing changed`;
}
function facts({ mode, wanted, model, url, missingTags }) {
    const tags = model?.tags ?? wanted?.tags ?? [];
    const lacks = (0,markdown.md) `${codes(missingTags)} (add them on the platform's Models page)`;
    return (0,report/* factTable */.B)([
        [mode?.dryRun ? 'Dry run' : 'Run', mode?.reason],
        ['Workflow', wanted?.workflow],
        ['Model', (0,markdown/* code */.aY)(wanted?.name ?? '')],
        ['Id', model && (url === undefined ? model.id : (0,markdown/* link */.nf)(String(model.id), url))],
        ['Tags', tags.length > 0 ? codes(tags) : undefined],
        ['Tags it lacks', missingTags.length > 0 ? lacks : undefined],
    ]);
}
function differenceSection({ differences }) {
    const rows = differences.map(({ key, registered, given }) => [(0,markdown/* code */.aY)(key), model_summary_show(registered), model_summary_show(given)]);
    return (0,markdown/* join */.fj)([
        (0,markdown.md) `### What differs`,
        (0,markdown/* table */.tp)(['Metadata', 'Registered', 'Given'], rows),
        (0,markdown/* alert */.xE)('TIP', 'A model is deterministic, and the metadata of one that exists cannot be changed by the API. Give what has changed another name, with the version or the commit in it. If it is the same model, make the metadata equal to what is registered, or set on-mismatch: warn.'),
    ]);
}
function metadataSection({ wanted, model }) {
    const rows = Object.entries(model?.metadata ?? wanted?.metadata ?? {}).map(([key, value]) => [
        (0,markdown/* code */.aY)(key),
        model_summary_show(value),
    ]);
    if (rows.length === 0)
        return (0,markdown.md) `The model has no metadata.`;
    return (0,markdown/* details */.zH)(model ? 'Metadata as registered' : 'Metadata', (0,markdown/* table */.tp)(['Key', 'Value'], rows));
}
function model_summary_show(value) {
    if (value === undefined)
        return '—';
    return (0,markdown/* code */.aY)((0,markdown/* clip */.$Q)(JSON.stringify(value), model_summary_LONGEST_VALUE));
}
function codes(texts) {
    return (0,markdown/* join */.fj)(texts.map(markdown/* code */.aY), (0,markdown.md) ` `);
}

;// CONCATENATED MODULE: ./build/src/actions/model.js







/** Registers the model under test: loads it or creates it, and sees that it is the model that it was. */
const model = {
    begin: () => ({ gating: false, looked: false, created: false, differences: [], missingTags: [] }),
    run: async (registration, shell) => {
        const inputs = loadInputs((0,lib_event/* readEvent */.j)());
        const { mode, model: wanted, onMismatch } = inputs;
        Object.assign(registration, { mode, wanted, gating: onMismatch === 'fail' && !mode.dryRun });
        log/* info */.pq(`${mode.dryRun ? 'Dry run' : 'Registering'}: ${mode.reason}`);
        await (mode.dryRun ? rehearseModel : registerModel)(inputs, shell, registration);
        warn(registration);
    },
    outputs: modelOutputs,
    summary: modelSummary,
    failedGate: (registration) => (registration.gating ? explainMismatch(registration) : undefined),
};
function warn(registration) {
    const mismatch = registration.gating ? undefined : explainMismatch(registration);
    if (mismatch !== undefined)
        log/* warning */.$e(mismatch, 'Another model of this name');
    const { missingTags } = registration;
    if (missingTags.length > 0)
        log/* warning */.$e(`The model exists without ${missingTags.length === 1 ? 'the tag' : 'the tags'} ${missingTags.join(', ')}, and the platform's API cannot add any. Add them on the platform's Models page.`, 'Tags');
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
