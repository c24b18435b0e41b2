export const id = 2631;
export const ids = [2631];
export const modules = {

/***/ 2631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  model: () => (/* binding */ model)
});

// EXTERNAL MODULE: ./build/src/runtime/log.js
var log = __webpack_require__(772);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./build/src/platforms/kolena/fields.js
var fields = __webpack_require__(3438);
// EXTERNAL MODULE: ./build/src/runtime/fields.js
var runtime_fields = __webpack_require__(8681);
// EXTERNAL MODULE: ./build/src/runtime/inputs.js
var runtime_inputs = __webpack_require__(2349);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./build/src/runtime/yaml.js
var yaml = __webpack_require__(5111);
;// CONCATENATED MODULE: ./build/src/runtime/mapping.js



/** Maximum nesting of lists and mappings. People write a few levels; the limit bounds the recursion. */
const MAX_DEPTH = 20;
/**
 * Reads a mapping of JSON values written as YAML or JSON. Refuses whatever cannot be represented exactly or could
 * exhaust memory: duplicate keys, keys that are not text, numbers that JSON or a double cannot hold, tags and aliases.
 */
function parseMapping(text) {
    const document = (0,yaml/* parseYaml */.hN)(text);
    const problem = (0,yaml/* problemOfYaml */.iN)(document, text);
    if (problem)
        throw new Error(`line ${problem.line}: ${problem.text}`);
    (0,dist/* visit */.YR)(document, {
        Alias: (_, { source }) => {
            throw new Error(`has the alias *${source}; aliases are not supported, so write the value itself`);
        },
    });
    if (!(0,dist/* isMap */.jh)(document.contents)) {
        const [first = ''] = text.split('\n', 1);
        const written = (0,yaml/* asYaml */.Uw)(first);
        throw new Error(written === undefined
            ? 'is not a mapping; write lines like "framework: pytorch"'
            : `line 1: write ${written}`);
    }
    return toJson(document.toJS({ mapAsMap: true }), []);
}
/** An input that contains a mapping. */
const mapping = (0,runtime_fields/* parsed */.Yz)(parseMapping);
function toJson(value, path) {
    const at = path.join('.');
    if (path.length > MAX_DEPTH)
        throw new Error(`is nested deeper than ${MAX_DEPTH} levels; make it flatter`);
    if (value instanceof Map)
        return Object.fromEntries([...value].map((entry) => toEntry(entry, path)));
    if (Array.isArray(value))
        return value.map((item, index) => toJson(item, [...path, String(index)]));
    if (value === null || typeof value === 'boolean' || typeof value === 'string')
        return value;
    if (typeof value !== 'number')
        throw new Error(`${at} has a type that JSON does not have; write it as text in quotes`);
    // JSON has no -0.
    if (Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value)))
        return value + 0;
    throw new Error(`${at} is a number that JSON cannot represent exactly; write it as text in quotes`);
}
function toEntry([key, value], path) {
    if (typeof key === 'string')
        return [key, toJson(value, [...path, key])];
    const shown = key === null || typeof key !== 'object' ? String(key) : 'a list or a mapping';
    throw new Error(`has the key ${shown}, which is not text; write the key in quotes`);
}

// EXTERNAL MODULE: ./build/src/runtime/mode.js
var runtime_mode = __webpack_require__(1615);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/src/data/differences.js

/** Returns the keys, among those that count, whose values differ as JSON. The order of keys in a mapping is ignored. */
function differencesOf(registered, given, counts = () => true) {
    const keys = [...new Set([...Object.keys(given), ...Object.keys(registered)])].filter(counts);
    return keys
        .map((key) => ({ key, registered: own(registered, key), given: own(given, key) }))
        .filter(({ registered, given }) => !(0,external_node_util_.isDeepStrictEqual)(registered, given));
}
/** Returns the object's own value for a key, not an inherited one. */
function own(metadata, key) {
    return Object.hasOwn(metadata, key) ? metadata[key] : undefined;
}

;// CONCATENATED MODULE: ./build/src/actions/model/ci-metadata.js

/** The metadata keys that the workflow run sets. */
const ciKeys = ['ci_repository', 'ci_commit', 'ci_ref', 'ci_workflow', 'ci_run', 'ci_actor'];
/** The keys that identify the code of the model. The others say who registered it and when, and change with each run. */
const identifying = ['ci_repository', 'ci_commit'];
/** Returns the metadata of the workflow run, without what it does not know. */
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
 * Returns what makes the registered model different from the given one: any key that people wrote, and of the run's keys the
 * repository and the commit, if they are given. A re-run of the same commit is the same model.
 */
function compareMetadata(registered, given) {
    const fromRun = ciKeys;
    return differencesOf(registered, given, (key) => {
        if (!fromRun.includes(key))
            return true;
        return identifying.includes(key) && Object.hasOwn(given, key);
    });
}

;// CONCATENATED MODULE: ./build/src/actions/model/inputs.js







/** The inputs of the model action: names, types and rules. action.yml has descriptions and defaults. */
const inputs_fields = {
    workflow: runtime_fields/* line */.n8,
    name: runtime_fields/* line */.n8,
    metadata: mapping,
    'ci-metadata': schemas/* prefault */.SdS(runtime_fields/* boolean */.zM, 'true'),
    tags: (0,runtime_fields/* list */.p_)({ comma: true }),
    ...fields/* platformFields */.vC,
    'on-mismatch': schemas/* prefault */.SdS((0,runtime_fields/* oneOf */.yL)('fail', 'warn'), 'fail'),
    'dry-run': schemas/* prefault */.SdS((0,runtime_fields/* oneOf */.yL)('auto', 'true', 'false'), 'auto'),
};
const variables = fields/* platformVariables */.d3;
/** Reads all inputs. Throws one `InputError` with every problem before anything is sent. */
function loadInputs({ event, rawInputs }) {
    const inputs = new runtime_inputs/* Inputs */.G0(inputs_fields, variables, rawInputs);
    const { values } = inputs;
    const mode = (0,runtime_mode/* decideMode */.ap)(values['dry-run'], event);
    for (const name of ['workflow', 'name'])
        inputs.missing(name, `is required; write the name of the ${nouns[name]}`);
    const metadata = values.metadata ?? {};
    if (values['ci-metadata'])
        refuseReserved(inputs, metadata);
    const token = values['api-token'];
    if (token !== undefined && JSON.stringify(metadata).includes(token))
        inputs.problem('metadata', undefined, 'contains the API token, which everyone could read; remove it');
    const tags = [...new Set(values.tags)];
    const loaded = {
        mode,
        platform: (0,fields/* loadPlatform */.Gp)(inputs, mode.dryRun ? undefined : 'to register the model'),
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
/** People trust the metadata that CI sets, so a workflow cannot set these keys itself. */
function refuseReserved(inputs, metadata) {
    for (const key of ciKeys.filter((key) => Object.hasOwn(metadata, key)))
        inputs.problem('metadata', key, 'is a key that ci-metadata sets; rename it, or set ci-metadata: false');
}

// EXTERNAL MODULE: ./build/src/runtime/clip.js
var clip = __webpack_require__(738);
;// CONCATENATED MODULE: ./build/src/actions/model/mismatch.js

/** Characters of a value in a message; the summary shows more. */
const MAX_VALUE_LENGTH = 100;
/** Explains how the registered model differs from the given one, and what to do; undefined if it does not. */
function explainMismatch(wanted, differences) {
    if (differences.length === 0)
        return undefined;
    const lines = differences.map(({ key, registered, given }) => `- ${key}: registered ${show(registered)}, given ${show(given)}`);
    return [
        `The model "${wanted?.name}" exists with different metadata, which the platform's API cannot change.`,
        'A model is deterministic. If it has changed, register it under another name that contains the version or the commit. If it is the same model, make metadata equal to what is registered, or set on-mismatch: warn.',
        ...lines,
    ].join('\n');
}
/** A value as JSON, shortened. */
function show(value) {
    if (value === undefined)
        return 'nothing';
    return (0,clip/* clip */.$)(JSON.stringify(value), MAX_VALUE_LENGTH);
}

;// CONCATENATED MODULE: ./build/src/actions/model/outputs.js
/** The outputs of the model action, by their names in action.yml. An output without a value is the empty string. */
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

// EXTERNAL MODULE: ./build/src/platforms/kolena/client.js + 4 modules
var client = __webpack_require__(3867);
// EXTERNAL MODULE: ./build/src/platforms/kolena/links.js
var links = __webpack_require__(1850);
// EXTERNAL MODULE: ./build/src/runtime/dry-run.js
var dry_run = __webpack_require__(1743);
// EXTERNAL MODULE: ./build/src/runtime/errors.js
var errors = __webpack_require__(9139);
// EXTERNAL MODULE: ./build/src/util/send-once.js
var send_once = __webpack_require__(2138);
;// CONCATENATED MODULE: ./build/src/actions/model/result.js



/** Loads the model. A model of another workflow is an error, because the name is taken. */
async function findModel(session, { name, workflow }) {
    const model = await session.findModel(name);
    if (!model || model.workflow === workflow)
        return model;
    throw new errors/* ActionError */.lZ(`name "${name}": the platform has a model with this name in the workflow "${model.workflow}", not in "${workflow}". Model names are unique in the organization: use another name, or correct workflow.`);
}
/**
 * Loads the model, or creates it. If the outcome of a creation is unknown, a model with exactly our metadata, which names
 * the run, is the one that our request created.
 */
async function findOrCreateModel(session, wanted, signal) {
    const find = async () => {
        const model = await findModel(session, wanted);
        return model && { model, created: false };
    };
    // Someone else may have created it since it was looked up.
    const result = (await find()) ?? (await create(session, wanted, signal)) ?? (await find());
    if (result)
        return result;
    throw new errors/* ActionError */.lZ(`The model "${wanted.name}" cannot be created, because its name is taken, and cannot be loaded either. Look at it on the platform, or use another name.`);
}
/** Creates the model; undefined when its name is taken. */
async function create(session, wanted, signal) {
    return await (0,send_once/* sendOnce */.E)({
        what: `creation of the model ${wanted.name}`,
        signal,
        send: async () => {
            const model = await session.createModel(wanted);
            return model && { model, created: true };
        },
        findSent: async () => {
            const model = await findModel(session, wanted);
            return model && { model, created: differencesOf(model.metadata, wanted.metadata).length === 0 };
        },
        explain: (cause, mayHaveArrived) => {
            const state = mayHaveArrived ? 'is not known to be created' : 'was not created';
            return new errors/* ActionError */.lZ(`The model "${wanted.name}" ${state}: ${cause.message}`, { cause });
        },
    });
}

;// CONCATENATED MODULE: ./build/src/actions/model/register.js






/** Loads or creates the model, and returns what is there and how it differs. */
async function registerModel({ platform, model: wanted }, { signal, runLog }) {
    const { apiUrl, apiToken = '' } = platform;
    const session = await runLog.phase('Log in at the platform', () => (0,client.logIn)(apiUrl, apiToken, signal));
    const { model, created } = await runLog.phase('Load or create the model', () => findOrCreateModel(session, wanted, signal));
    const id = `${model.name} of "${model.workflow}" (id ${model.id})`;
    log/* info */.pq(created ? `Created the model ${id}` : `Found the model ${id}`);
    return { ...compare(wanted, model, session), created };
}
/** Looks up the model for a dry run, if there is a token. */
async function planModel({ platform, model: wanted }, { signal, runLog }) {
    const { apiUrl, apiToken } = platform;
    if (apiToken === undefined) {
        log/* info */.pq('Without api-token, the dry run does not check whether the model exists');
        return {};
    }
    const found = await (0,dry_run/* readDuringDryRun */.u)('The model could not be compared with the platform.', signal, async () => {
        const session = await runLog.phase('Log in at the platform', () => (0,client.logIn)(apiUrl, apiToken, signal));
        const model = await runLog.phase('Load the model', () => findModel(session, wanted));
        log/* info */.pq(model ? `Found the model ${model.name} (id ${model.id})` : `There is no model ${wanted.name} yet`);
        return compare(wanted, model, session);
    });
    return found ?? {};
}
function compare({ metadata, tags }, model, { tenant }) {
    if (!model)
        return { looked: true };
    return {
        looked: true,
        model,
        url: (0,links/* modelLink */.O)(tenant, model.id),
        differences: compareMetadata(model.metadata, metadata),
        missingTags: (tags ?? []).filter((tag) => !model.tags.includes(tag)),
    };
}

// EXTERNAL MODULE: ./build/src/report/markdown.js
var markdown = __webpack_require__(75);
// EXTERNAL MODULE: ./build/src/report/report.js
var report = __webpack_require__(8456);
;// CONCATENATED MODULE: ./build/src/actions/model/summary.js



/** Maximum characters of a value in the table. */
const summary_MAX_VALUE_LENGTH = 400;
/** The job summary of the model action: verdict, the model, how it differs, its metadata, timeline. */
function modelSummary(registration, runLog, error) {
    const { wanted, differences } = registration;
    const sections = [
        ...(wanted ? [facts(registration)] : []),
        ...(differences.length > 0 ? [differenceSection(registration)] : []),
        ...(wanted ? [metadataSection(registration)] : []),
    ];
    return (0,report/* report */.z)(verdict(registration, error), sections, runLog, error);
}
function verdict({ mode, wanted, model, created, gating, looked, differences }, error) {
    const name = wanted?.name ?? 'The model';
    if (error !== undefined)
        return (0,markdown.md) `❌ ${name} was not registered`;
    if (differences.length > 0)
        return (0,markdown.md) `${gating ? '❌' : '⚠️'} ${name} exists with different metadata: it is a different model`;
    if (mode?.dryRun && !looked)
        return (0,markdown.md) `🔎 Dry run: ${name} would be loaded or created`;
    if (mode?.dryRun && !model)
        return (0,markdown.md) `🔎 Dry run: ${name} would be created`;
    if (created)
        return (0,markdown.md) `✅ ${name} was created`;
    return (0,markdown.md) `✅ ${name} is already registered, nothing changed`;
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
    const rows = differences.map(({ key, registered, given }) => [(0,markdown/* code */.aY)(key), summary_show(registered), summary_show(given)]);
    return (0,markdown/* join */.fj)([
        (0,markdown.md) `### What differs`,
        (0,markdown/* table */.tp)(['Metadata', 'Registered', 'Given'], rows),
        (0,markdown/* alert */.xE)('TIP', 'A model is deterministic, and the API cannot change the metadata of an existing model. If the model has changed, register it under another name that contains the version or the commit. If it is the same model, make the metadata equal to what is registered, or set on-mismatch: warn.'),
    ]);
}
function metadataSection({ wanted, model }) {
    const rows = Object.entries(model?.metadata ?? wanted?.metadata ?? {}).map(([key, value]) => [
        (0,markdown/* code */.aY)(key),
        summary_show(value),
    ]);
    if (rows.length === 0)
        return (0,markdown.md) `The model has no metadata.`;
    return (0,markdown/* details */.zH)(model ? 'Metadata as registered' : 'Metadata', (0,markdown/* table */.tp)(['Key', 'Value'], rows));
}
function summary_show(value) {
    if (value === undefined)
        return '—';
    return (0,markdown/* code */.aY)((0,clip/* clip */.$)(JSON.stringify(value), summary_MAX_VALUE_LENGTH));
}
function codes(texts) {
    return (0,markdown/* join */.fj)(texts.map(markdown/* code */.aY), (0,markdown.md) ` `);
}

;// CONCATENATED MODULE: ./build/src/actions/model/action.js






/** Registers the model under test: loads or creates it, and checks that it has not changed. */
const model = {
    fields: inputs_fields,
    variables: variables,
    begin: () => ({ gating: false, looked: false, created: false, differences: [], missingTags: [] }),
    run: async (request, context, record) => {
        const inputs = loadInputs(request);
        const { mode, model: wanted, onMismatch } = inputs;
        const gating = onMismatch === 'fail' && !mode.dryRun;
        record({ mode, wanted, gating });
        log/* info */.pq(`${mode.dryRun ? 'Dry run' : 'Registering'}: ${mode.reason}`);
        const found = await (mode.dryRun ? planModel : registerModel)(inputs, context);
        record(found);
        if (!gating)
            warnOfMismatch(wanted, found);
        warnOfTags(found);
    },
    outputs: modelOutputs,
    summary: modelSummary,
    failedGate: ({ gating, wanted, differences }) => gating ? explainMismatch(wanted, differences) : undefined,
};
function warnOfMismatch(wanted, { differences = [] }) {
    const mismatch = explainMismatch(wanted, differences);
    if (mismatch !== undefined)
        log/* warning */.$e(mismatch, 'Different model with this name');
}
function warnOfTags({ missingTags = [] }) {
    if (missingTags.length > 0)
        log/* warning */.$e(`The registered model does not have ${missingTags.length === 1 ? 'the tag' : 'the tags'} ${missingTags.join(', ')}, and the platform's API cannot add tags. Add them on the platform's Models page.`, 'Tags');
}


/***/ }),

/***/ 5111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Uw: () => (/* binding */ asYaml),
/* harmony export */   hN: () => (/* binding */ parseYaml),
/* harmony export */   iN: () => (/* binding */ problemOfYaml)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _clip_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(738);


/** Maximum characters of a line that are examined and shown. */
const MAX_LINE = 100;
/** Maximum errors of the parser that are examined. */
const MAX_ERRORS = 100;
/** Parses YAML or JSON. The library's own messages and check of keys would take quadratic time. */
function parseYaml(text, lineCounter) {
    const options = { logLevel: 'error', prettyErrors: false, uniqueKeys: false };
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, lineCounter ? { ...options, lineCounter } : options);
    if (document.errors.length > 0)
        return document;
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Map: (_, { items }) => {
            const seen = new Set();
            for (const { key } of items) {
                if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key))
                    continue;
                const [start = 0, end = start] = key.range ?? [];
                if (seen.has(key.value))
                    document.errors.push(new yaml__WEBPACK_IMPORTED_MODULE_0__/* .YAMLParseError */ .XT([start, end], 'DUPLICATE_KEY', 'Map keys must be unique'));
                seen.add(key.value);
            }
        },
    });
    return document;
}
/**
 * Returns the first problem of a YAML document; undefined if it is valid. One mistake often causes several errors of
 * the parser, so others are left out.
 */
function problemOfYaml({ errors, warnings }, text) {
    const problems = [...errors, ...warnings].slice(0, MAX_ERRORS);
    const [first] = problems;
    if (!first)
        return undefined;
    const lineOf = (offset) => text.slice(0, offset).split('\n').length;
    const startOf = (offset) => text.slice(text.lastIndexOf('\n', offset - 1) + 1).slice(0, MAX_LINE);
    const tab = problems.find(({ pos }) => /^[ -]*\t/.test(startOf(pos[0])));
    if (tab)
        return { line: lineOf(tab.pos[0]), text: 'is indented with a tab; YAML needs spaces' };
    const line = lineOf(first.pos[0]);
    const [begin = ''] = startOf(first.pos[0]).split('\n', 1);
    const written = first.code === 'MISSING_CHAR' ? asYaml(begin) : undefined;
    if (written !== undefined)
        return { line, text: `write ${written}` };
    const message = first.message.split('\n', 1)[0]?.replace(/(?: at line \d+, column \d+)?:?$/, '');
    return { line, text: `is not valid YAML or JSON: ${message}` };
}
/** Returns how YAML writes a line such as `name=value` or `name:value`, in quotes; undefined for any other line. */
function asYaml(line) {
    const [, name, value] = /^[ -]*([\w.-]+)(?: *= *|:)(?=\S)(.*)$/.exec(line.slice(0, MAX_LINE)) ?? [];
    return name === undefined ? undefined : `"${(0,_clip_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$)(`${name}: ${value?.trim()}`, MAX_LINE)}"`;
}


/***/ }),

/***/ 2138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ sendOnce)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9139);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9168);


/**
 * Sends a request until it succeeds, but never twice: after an attempt with an unknown outcome, it first looks for the
 * result of that attempt.
 */
async function sendOnce(sending) {
    const { what, signal, send, findSent, mayHaveArrived = isOutcomeUnknown, transient, explain } = sending;
    let unknown = false;
    const attempt = async () => {
        const sent = unknown ? await findSent() : undefined;
        if (sent !== undefined)
            return sent;
        try {
            return await send();
        }
        catch (error) {
            unknown ||= mayHaveArrived(error);
            throw error;
        }
    };
    try {
        return await (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L)(attempt, { what, signal, ...(transient && { transient }) });
    }
    catch (error) {
        throw explain && error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j$ ? explain(error, unknown) : error;
    }
}
function isOutcomeUnknown(error) {
    return error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j$ && error.outcomeUnknown;
}


/***/ })

};
