export const id = 1183;
export const ids = [1183];
export const modules = {

/***/ 1183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  agreement: () => (/* binding */ agreement)
});

// EXTERNAL MODULE: ./build/src/data/gate.js
var data_gate = __webpack_require__(1023);
// EXTERNAL MODULE: ./build/src/platforms/github/report-comment.js
var report_comment = __webpack_require__(4284);
// EXTERNAL MODULE: ./build/src/runtime/log.js
var log = __webpack_require__(772);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./build/src/runtime/errors.js
var errors = __webpack_require__(9139);
// EXTERNAL MODULE: ./build/src/util/http.js + 2 modules
var http = __webpack_require__(7583);
// EXTERNAL MODULE: ./build/src/runtime/clip.js
var clip = __webpack_require__(738);
;// CONCATENATED MODULE: ./build/src/util/rate-limiter.js

/** Limits the number of calls per period. Further calls wait for their turn. */
class RateLimiter {
    #calls;
    #period;
    /** The times of the latest calls, oldest first. */
    #times = [];
    /** @param period milliseconds */
    constructor(calls, period) {
        this.#calls = calls;
        this.#period = period;
    }
    /** Resolves when the next call may be made. Callers wait in line. */
    async turn(signal) {
        if (this.#times.length >= this.#calls) {
            const wait = (this.#times.shift() ?? 0) + this.#period - performance.now();
            if (wait > 0)
                await (0,promises_.setTimeout)(wait, undefined, { signal });
        }
        this.#times.push(performance.now());
    }
}

// EXTERNAL MODULE: ./build/src/util/retry.js
var retry = __webpack_require__(9168);
;// CONCATENATED MODULE: ./build/src/platforms/kili/graphql.js






/** Calls per minute: the limit of the vendor's client. The server's own limit is not documented. */
const CALLS_A_MINUTE = 500;
/** Maximum bytes of an answer. A page of labels contains their responses; those of a segmentation are long. */
const LARGEST_ANSWER = 64 * 1024 * 1024;
/** Statuses that come with GraphQL errors in the body. The server sends 500 even for an invalid query. */
const GRAPHQL_STATUSES = [400, 401, 403, 404, 422, 500];
/** Messages of the server about temporary problems. The vendor's client also retries on them. */
const PASSING = /Invalid request made to Flagsmith API|Failed to fetch data connection|Unauthorized for url/;
/** Where the address of the endpoint comes from. */
const setting = 'api-url (or KILI_API_ENDPOINT)';
const Failure = schemas/* object */.Ikc({
    message: schemas/* string */.YjP(),
    extensions: schemas/* nullish */.cl6(schemas/* object */.Ikc({
        code: schemas/* nullish */.cl6(schemas/* string */.YjP()),
        context: schemas/* nullish */.cl6(schemas/* object */.Ikc({ reason: schemas/* nullish */.cl6(schemas/* string */.YjP()) })),
    })),
});
const Envelope = schemas/* object */.Ikc({ errors: schemas/* nullish */.cl6(schemas/* array */.YOg(Failure)), data: schemas/* unknown */.L5J() });
const Root = schemas/* object */.Ikc({ data: schemas/* unknown */.L5J() });
/** The server understood the call and answered with GraphQL errors, with any HTTP status. */
class KiliError extends errors/* ActionError */.lZ {
    name = 'KiliError';
    transient;
    /** Whether the server may have carried out the call anyway. */
    outcomeUnknown;
    /** Milliseconds that the server asked to wait (`Retry-After`). */
    retryAfter;
    constructor(what, { status, headers }, failures) {
        super(`Kili refused to ${what} (status ${status}): ${failures.map(describe).join('; ')}`);
        this.retryAfter = (0,http/* retryAfter */.P9)(headers['retry-after']);
        this.outcomeUnknown = failures.some(({ extensions }) => extensions?.code === 'INTERNAL_SERVER_ERROR');
        const ill = status >= 500 && this.outcomeUnknown;
        this.transient = ill || failures.some(({ message }) => PASSING.test(message));
    }
}
/**
 * Creates a caller of Kili's GraphQL endpoint that limits its rate and retries transient failures. A 401 on the first
 * call means that the key is wrong. Later, after the key was accepted, it counts as transient.
 */
function kiliCaller(endpoint, apiKey, signal) {
    const pace = new RateLimiter(CALLS_A_MINUTE, 60_000);
    const headers = {
        authorization: `X-API-Key: ${apiKey}`,
        accept: 'application/json',
        'content-type': 'application/json',
    };
    let accepted = false;
    return async (what, query, variables, data, { attempts = 4, timeout = 60_000 } = {}) => {
        const body = JSON.stringify({ query, variables });
        const attempt = async () => {
            await pace.turn(signal);
            const request = {
                method: 'POST',
                url: endpoint,
                setting,
                headers,
                body,
                signal,
                timeout,
                attempts: 1,
            };
            const response = await (0,http/* send */.tN)({ ...request, expect: GRAPHQL_STATUSES, largestAnswer: LARGEST_ANSWER });
            if (response.status === 401 && !accepted)
                throw refusedKey(endpoint);
            const answer = readAnswer(what, response, endpoint, data);
            accepted = true;
            return answer;
        };
        const transient = (error) => isTransient(error) || (isUnauthorized(error) && accepted);
        return await (0,retry/* retry */.L)(attempt, { what: `Kili: ${what}`, signal, attempts, transient });
    };
}
/** Returns whether the server may have carried out a call that failed. */
function isOutcomeUnknown(error) {
    return (error instanceof errors/* HttpError */.j$ || error instanceof KiliError) && error.outcomeUnknown;
}
/** Returns whether the same call may succeed later. */
function isTransient(error) {
    return (error instanceof errors/* HttpError */.j$ || error instanceof KiliError) && error.transient;
}
function isUnauthorized(error) {
    return error instanceof errors/* HttpError */.j$ && error.status === 401;
}
/** Reads an answer. Checks for errors first, whatever the status, because it may contain both data and errors. */
function readAnswer(what, response, endpoint, data) {
    const { status, body } = response;
    const envelope = parseEnvelope(body);
    if (envelope?.errors?.length)
        throw new KiliError(what, response, envelope.errors);
    if (status >= 300)
        throw new errors/* HttpError */.j$(`${endpoint.href} answered ${status} when asked to ${what}: is this Kili's GraphQL endpoint? The address comes from ${setting}.`, status, (0,http/* retryAfter */.P9)(response.headers['retry-after']));
    // The body is parsed only once, because a page of labels is long.
    const answer = data.safeParse(Root.safeParse(envelope?.data).data?.data);
    if (!answer.success)
        throw (0,http/* unexpectedAnswer */.au)(response, endpoint, answer.error, setting);
    return answer.data;
}
function parseEnvelope(body) {
    try {
        return Envelope.safeParse(JSON.parse(body.toString('utf8'))).data;
    }
    catch {
        return undefined;
    }
}
function describe({ message, extensions }) {
    const reason = extensions?.context?.reason ?? extensions?.code;
    const text = (0,clip/* clip */.$)(message, 300);
    return reason ? `${text} (${reason})` : text;
}
function refusedKey({ host }) {
    return new errors/* ActionError */.lZ(`api-key: ${host} does not accept the key (401). Create an API key in Kili (My account > API key). In a workflow, store it as the secret that api-key gets; elsewhere, set KILI_API_KEY to it.`);
}

;// CONCATENATED MODULE: ./build/src/platforms/kili/queries.js
/**
 * Operations of Kili's GraphQL API, as the vendor's Python client (26.1.5) writes them. Each root field has the alias
 * `data`.
 */
const PROJECTS = `query projects($where: ProjectWhere!, $first: PageSize!, $skip: Int!) {
  data: projects(where: $where, first: $first, skip: $skip) { id inputType jsonInterface }
}`;
const ASSETS = `query assets($where: AssetWhere!, $first: PageSize!, $skip: Int!) {
  data: assets(where: $where, skip: $skip, first: $first) { id externalId }
}`;
const COUNT_ASSETS = 'query countAssets($where: AssetWhere!) { data: countAssets(where: $where) }';
const COUNT_LABELS = 'query countLabels($where: LabelWhere!) { data: countLabels(where: $where) }';
function labelsQuery(fields) {
    return `query labels($where: LabelWhere!, $first: PageSize!, $skip: Int!) {
  data: labels(where: $where, first: $first, skip: $skip) { ${fields} }
}`;
}
const CREATE_ASSETS = `mutation appendManyAssets($data: AppendManyAssetsData!, $where: ProjectWhere!) {
  data: appendManyAssets(data: $data, where: $where) { id }
}`;
const APPEND = `mutation appendManyLabels($data: AppendManyLabelsData!, $where: AssetWhere!) {
  data: appendManyLabels(data: $data, where: $where) { id }
}`;

// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __webpack_require__(8532);
;// CONCATENATED MODULE: ./build/src/platforms/kili/schemas.js
/** The shapes of Kili's answers to the queries in client.ts. */

/** A job of the project's interface. Other keys are ignored. */
const Job = schemas/* object */.Ikc({
    mlTask: schemas/* string */.YjP(),
    isChild: schemas/* optional */.lqM(schemas/* boolean */.zMY()),
    content: schemas/* nullish */.cl6(schemas/* object */.Ikc({
        /** `radio` and `singleDropdown` accept one category, `checkbox` and `multipleDropdown` several. */
        input: schemas/* nullish */.cl6(schemas/* string */.YjP()),
        categories: schemas/* nullish */.cl6(schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* object */.Ikc({ name: schemas/* nullish */.cl6(schemas/* string */.YjP()) }))),
    })),
});
const Interface = schemas/* object */.Ikc({ jobs: schemas/* record */.g1P(schemas/* string */.YjP(), Job) });
/** JSON that Kili sends as text. Some answers contain the value itself. */
function jsonText(schema) {
    const json = schemas/* transform */.pdi((value, { issues }) => {
        if (typeof value !== 'string')
            return value;
        try {
            return JSON.parse(value);
        }
        catch {
            issues.push({ code: 'custom', message: 'is not JSON', input: value });
            return core/* NEVER */.tm;
        }
    });
    return schemas/* pipe */.FsL(json, schema);
}
const Project = schemas/* object */.Ikc({ id: schemas/* string */.YjP(), inputType: schemas/* string */.YjP(), jsonInterface: jsonText(Interface) });
const Asset = schemas/* object */.Ikc({ id: schemas/* string */.YjP(), externalId: schemas/* string */.YjP() });
/** A response: maps the name of a job to its answer. */
const Response = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J());
/** Returns a response that Kili sends as text or as an object; null if it is not a response. */
function readResponse(value) {
    const { success, data } = jsonText(Response).safeParse(value);
    return success && Object.keys(data).length > 0 ? data : null;
}
/** The response of a label: undefined if it was not requested, null if it is empty or not a response. */
const LabelResponse = schemas/* optional */.lqM(schemas/* pipe */.FsL(schemas/* unknown */.L5J(), schemas/* transform */.pdi(readResponse)));
/** `createdAt` is ISO 8601. `jsonResponseUrl` is the address of the response in projects that keep it in a file. */
const Inference = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    modelName: schemas/* nullish */.cl6(schemas/* string */.YjP()),
    createdAt: schemas/* string */.YjP(),
    jsonResponse: LabelResponse,
    jsonResponseUrl: schemas/* nullish */.cl6(schemas/* string */.YjP()),
    labelOf: Asset,
});
/** A human label. `inferenceMark` is between 0 and 1, or null if there is none yet. */
const HumanLabel = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    labelType: schemas/* string */.YjP(),
    inferenceMark: schemas/* nullable */.mee(schemas/* number */.aig()),
    isLatestLabelForUser: schemas/* boolean */.zMY(),
    jsonResponse: LabelResponse,
    labelOf: Asset,
});
const Rows = schemas/* array */.YOg(schemas/* object */.Ikc({ id: schemas/* string */.YjP() }));

;// CONCATENATED MODULE: ./build/src/platforms/kili/client.js








/** Rows per page, as in the vendor's client. The server's limit is not documented. */
const PAGE = 100;
/** Labels per `appendManyLabels`, which may take two minutes. */
const BATCH = 100;
const APPEND_TIMEOUT = 120_000;
/** Maximum bytes of a response in a file. */
const LARGEST_RESPONSE = 64 * 1024 * 1024;
/** Maximum number of times that a list is read if it changes in between. */
const READS = 3;
/** Kinds of projects that keep responses in separate files instead of in the label. */
const RESPONSE_FILES = ['VIDEO', 'GEOSPATIAL', 'LLM_RLHF', 'LLM_INSTR_FOLLOWING', 'LLM_STATIC'];
/** Kinds of projects whose assets can be added at once, from the address of their content. */
const SYNCHRONOUS = ['IMAGE', 'TEXT', 'PDF'];
/** Opens a project with an API key. Throws `ActionError` if the key is not accepted or the project does not exist. */
async function openProject(endpoint, apiKey, projectId, signal) {
    const call = kiliCaller(endpoint, apiKey, signal);
    const project = await readProject(call, projectId, endpoint);
    const hasResponses = !RESPONSE_FILES.includes(project.inputType);
    const labelsOf = labelReader(call, projectId, signal);
    const response = hasResponses ? 'jsonResponse' : 'jsonResponseUrl';
    const assetsWhere = (where) => readList(signal, 'assets', (skip) => readAssets(call, where, skip), () => countAssets(call, where));
    return {
        project,
        hasResponses,
        findAssets: (externalIds) => assetsWhere(assetsNamed(projectId, externalIds)),
        existingAssets: async (ids) => {
            const found = await assetsWhere({ project: { id: projectId }, idIn: ids, label: {}, issue: {} });
            return new Set(found.map(({ id }) => id));
        },
        createAssets: async (assets) => {
            const variables = createVariables(projectId, assets);
            await call('create assets', CREATE_ASSETS, variables, Rows, { attempts: 1, timeout: APPEND_TIMEOUT });
        },
        responseOf: async ({ jsonResponse, jsonResponseUrl }) => jsonResponseUrl ? await downloadResponse(jsonResponseUrl, signal) : (jsonResponse ?? undefined),
        inferences: (externalIds) => labelsOf(externalIds, ['INFERENCE'], `modelName createdAt ${response}`, Inference),
        humanLabels: (externalIds, types, { responses }) => {
            const fields = 'labelType inferenceMark isLatestLabelForUser';
            // Human responses are not compared if each would have to be downloaded.
            const wanted = responses && hasResponses ? `${fields} jsonResponse` : fields;
            return labelsOf(externalIds, types, wanted, HumanLabel);
        },
        append: async (modelName, inferences) => {
            const variables = appendVariables(projectId, modelName, inferences);
            await call('append inference labels', APPEND, variables, Rows, { attempts: 1, timeout: APPEND_TIMEOUT });
        },
    };
}
async function readProject(call, id, { host }) {
    const [project] = await call('read the project', PROJECTS, { where: { id }, first: 1, skip: 0 }, schemas/* array */.YOg(Project));
    if (project)
        return project;
    throw new errors/* ActionError */.lZ(`project-id "${id}": ${host} has no such project, or the key's owner does not belong to it. Copy the id from the project's address in Kili, and add the owner of the key to the project.`);
}
/** Returns the filter, with its empty parts, as the vendor's client sends it. */
function assetsNamed(projectId, externalIds) {
    return { project: { id: projectId }, externalIdStrictlyIn: externalIds, label: {}, issue: {} };
}
// Creating a schema takes as long as checking dozens of rows with it.
const Assets = schemas/* array */.YOg(Asset);
const Count = schemas/* number */.aig();
const readAssets = (call, where, skip) => call('list assets', ASSETS, { where, first: PAGE, skip }, Assets);
const countAssets = (call, where) => call('count assets', COUNT_ASSETS, { where }, Count);
function labelReader(call, projectId, signal) {
    return (externalIds, typeIn, fields, label) => {
        const where = { asset: assetsNamed(projectId, externalIds), project: { id: projectId }, typeIn };
        const query = labelsQuery(`id ${fields} labelOf { id externalId }`);
        const labels = schemas/* array */.YOg(label);
        return readList(signal, 'labels', (skip) => call('list labels', query, { where, first: PAGE, skip }, labels), () => call('count labels', COUNT_LABELS, { where }, Count));
    };
}
/**
 * Reads all pages of a list. Duplicate rows count once. Offsets skip rows if the list changes during the reading, so a
 * list that is shorter than its count is read again. Rows added meanwhile come last and may be left out.
 */
async function readList(signal, what, page, count) {
    for (let read = 1;; read++) {
        const expected = await count();
        const rows = await readPages(page, expected);
        if (rows.length >= expected)
            return rows;
        if (read === READS) {
            log/* warning */.$e(`Kili counts ${expected} ${what}, but ${rows.length} were read, ${READS} times: the project is changing. The figures cover what was read.`, 'Kili');
            return rows;
        }
        await (0,promises_.setTimeout)(1000 * read, undefined, { signal });
    }
}
async function readPages(page, expected) {
    const rows = new Map();
    for (let skip = 0; rows.size < expected;) {
        const found = await page(skip);
        for (const row of found)
            rows.set(row.id, row);
        skip += found.length;
        if (found.length < PAGE)
            break;
    }
    return [...rows.values()];
}
/** Downloads a response from Kili's storage. The address is signed, so the key is not sent. */
async function downloadResponse(address, signal) {
    if (!URL.canParse(address))
        return undefined;
    try {
        const url = new URL(address);
        const { body } = await (0,http/* send */.tN)({ method: 'GET', url, signal, largestAnswer: LARGEST_RESPONSE });
        return readResponse(body.toString('utf8')) ?? undefined;
    }
    catch (error) {
        if (!(error instanceof errors/* HttpError */.j$) || error.transient)
            throw error;
        log/* info */.pq(`A response in Kili cannot be compared: ${error.message}`);
        return undefined;
    }
}
/** Returns the object that the vendor's client sends for content that is hosted elsewhere. */
function createVariables(projectId, assets) {
    return {
        data: {
            contentArray: assets.map(({ content }) => content),
            externalIDArray: assets.map(({ externalId }) => externalId),
            idArray: assets.map(({ id }) => id),
            isHoneypotArray: assets.map(() => false),
            jsonContentArray: assets.map(() => ''),
            jsonMetadataArray: assets.map(({ metadata }) => JSON.stringify(metadata)),
        },
        where: { id: projectId },
    };
}
/** Returns the object that the vendor's client sends, with the same keys and nulls. */
function appendVariables(projectId, modelName, inferences) {
    return {
        data: {
            labelType: 'INFERENCE',
            overwrite: true,
            labelsData: inferences.map(({ assetId, jsonResponse }) => ({
                assetID: assetId,
                authorID: null,
                clientVersion: null,
                jsonResponse,
                modelName,
                referencedLabelId: null,
                secondsToLabel: null,
            })),
        },
        where: { idIn: inferences.map(({ assetId }) => assetId), project: { id: projectId } },
    };
}

// EXTERNAL MODULE: ./build/src/data/labels.js
var labels = __webpack_require__(6955);
;// CONCATENATED MODULE: ./build/src/platforms/kili/jobs.js
/** Jobs of a project's interface, and the answers to them. All functions are pure. */


const SINGLE = ['radio', 'singleDropdown'];
/**
 * Returns the job with that name; without a name, the project's only classification job. Throws `ActionError` if there
 * is no job with that name; returns undefined if there is none to choose.
 */
function chooseJob({ jsonInterface: { jobs } }, name) {
    const candidates = Object.entries(jobs).filter(([, { mlTask, isChild }]) => mlTask === 'CLASSIFICATION' && !isChild);
    const found = name === undefined ? candidates : Object.entries(jobs).filter(([job]) => job === name);
    const [first] = found;
    if (name !== undefined && first?.[1].mlTask !== 'CLASSIFICATION')
        throw noSuchJob(name, first?.[1], candidates);
    if (!first || found.length > 1)
        return undefined;
    const [job, { content }] = first;
    return {
        name: job,
        categories: new Set(Object.keys(content?.categories ?? {})),
        single: SINGLE.includes(content?.input ?? ''),
        alone: Object.keys(jobs).length === 1,
    };
}
function noSuchJob(name, job, candidates) {
    const what = job
        ? `is a ${job.mlTask} job of the project, which has no categories to compare`
        : 'is not a job of the project';
    const names = candidates.map(([candidate]) => candidate).join(', ');
    const advice = names === '' ? 'it has no classification job: leave job out' : `its classification jobs are ${names}`;
    return new errors/* ActionError */.lZ(`job "${name}": ${what}; ${advice}.`);
}
/** Returns the response for a list of categories, each under the name that the job gives it. */
function respond({ name, categories: known }, categories) {
    const nameOf = (category) => known.has(category)
        ? category
        : ([...known].find((other) => (0,labels/* labelKey */.k)(other) === (0,labels/* labelKey */.k)(category)) ?? category);
    return { [name]: { categories: categories.map((category) => ({ name: nameOf(category) })) } };
}
/** Returns the categories that a response chose in a job; undefined if it has no answer there. */
function categoriesIn(response, job) {
    const answer = response && Object.hasOwn(response, job) ? response[job] : undefined;
    const { categories } = (answer ?? {});
    if (!Array.isArray(categories) || categories.length === 0)
        return undefined;
    return categories.map((category) => String(category?.name));
}
/** Returns what is wrong with a response for this project: a job or a category that its interface does not have. */
function problemWith(response, { jsonInterface: { jobs } }) {
    for (const name of Object.keys(response)) {
        const job = Object.hasOwn(jobs, name) ? jobs[name] : undefined;
        if (!job)
            return `the project has no job ${JSON.stringify(name)}; it has ${Object.keys(jobs).join(', ')}`;
        if (job.mlTask !== 'CLASSIFICATION')
            continue;
        const chosen = categoriesIn(response, name);
        const known = Object.keys(job.content?.categories ?? {});
        const unknown = chosen?.find((category) => !known.includes(category));
        if (unknown !== undefined)
            return `the job ${name} has no category ${JSON.stringify(unknown)}; it has ${listed(known)}`;
        if (!chosen)
            return `the answer in ${name} has no categories; write {"categories": [{"name": "${known[0]}"}]}`;
        if (chosen.length > 1 && SINGLE.includes(job.content?.input ?? ''))
            return `the job ${name} accepts one category, but there are ${chosen.length}`;
    }
    return undefined;
}
function listed(names) {
    return names.length > 20
        ? `${names.slice(0, 20).join(', ')} and ${names.length - 20} more`
        : names.join(', ');
}

;// CONCATENATED MODULE: ./build/src/actions/agreement/confusion.js
/** Counts the labels of a single-choice job by their categories, whether or not they have a mark. */
function confusionOf(assets) {
    const counts = new Map();
    const chosen = new Map();
    let labels = 0;
    let same = 0;
    for (const { predicted, labels: marks } of assets) {
        const model = predicted?.[0];
        for (const { categories } of marks) {
            const human = categories?.[0];
            const row = counts.get(human) ?? new Map();
            counts.set(human, row.set(model, (row.get(model) ?? 0) + 1));
            for (const category of [human, model])
                chosen.set(category, (chosen.get(category) ?? 0) + 1);
            labels++;
            if (human === model)
                same++;
        }
    }
    const categories = [...chosen].sort((a, b) => b[1] - a[1]).map(([category]) => category);
    return { categories, count: (human, model) => counts.get(human)?.get(model) ?? 0, labels, same };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/src/data/batches.js
/**
 * Collects items into batches with at most `count` items and `characters` characters. A longer item gets its own batch.
 *
 * @param lengthOf returns the characters of an item
 */
async function* batches(items, { count, characters }, lengthOf) {
    let batch = [];
    let size = 0;
    for await (const item of items) {
        const length = lengthOf(item);
        if (batch.length > 0 && (batch.length === count || size + length > characters)) {
            yield batch;
            batch = [];
            size = 0;
        }
        batch.push(item);
        size += length;
    }
    if (batch.length > 0)
        yield batch;
}

// EXTERNAL MODULE: ./build/src/util/poll.js
var poll = __webpack_require__(4309);
// EXTERNAL MODULE: ./build/src/util/send-once.js
var send_once = __webpack_require__(2138);
// EXTERNAL MODULE: ./build/src/data/columns.js
var data_columns = __webpack_require__(1693);
// EXTERNAL MODULE: ./build/src/data/key-table.js
var key_table = __webpack_require__(7504);
// EXTERNAL MODULE: ./build/src/data/numbers.js
var numbers = __webpack_require__(5100);
// EXTERNAL MODULE: ./build/src/data/problems.js
var data_problems = __webpack_require__(9212);
// EXTERNAL MODULE: ./build/src/data/rows.js + 6 modules
var data_rows = __webpack_require__(966);
// EXTERNAL MODULE: ./build/src/runtime/hint.js + 1 modules
var hint = __webpack_require__(4769);
;// CONCATENATED MODULE: ./build/src/actions/agreement/predictions.js
/**
 * Reads files of predictions, each with the external id of an asset and the model's answer. They are read in batches and
 * as often as necessary, so that their size does not matter. agreement/predictions.schema.json describes the format.
 */








const fields = {
    what: 'prediction',
    required: ['external_id'],
    optional: ['category', 'json_response', 'content', 'metadata'],
};
const keys = [...fields.required, ...fields.optional];
/**
 * Opens a file of predictions. After the last batch, a `FileError` reports all problems, the first ones in full.
 *
 * @param isChecked whether the file was read before, so that no external id is in it twice: to remember them takes memory
 */
async function openPredictions(file, { isChecked = false } = {}) {
    const rows = await (0,data_rows/* openRows */.Y)(file);
    const columns = rows.columns?.filter((name) => !name.startsWith('metadata.'));
    (0,data_columns/* checkColumns */.O)({ ...rows, columns }, fields);
    return { file, unit: rows.unit, batches: readPredictions(rows, isChecked) };
}
/** Returns the error for a file that differs from what an earlier read found in it. */
function changedFile(file) {
    return new errors/* ActionError */.lZ(`${file} was changed while the action was reading it: keep it as it is.`);
}
async function* readPredictions(rows, isChecked) {
    const problems = new data_problems/* Problems */.Z(rows);
    const known = isChecked ? undefined : new KnownIds();
    let count = 0;
    for await (const batch of rows.batches) {
        const predictions = batch.flatMap((row) => problems.attempt(row.line, () => readPrediction(row, rows)) ?? []);
        for (const { line, externalId } of predictions) {
            const earlier = known?.add(externalId, line);
            if (earlier !== undefined)
                problems.add(line, `external_id ${(0,data_problems/* quote */.h)(externalId)} is on ${rows.unit} ${earlier} already`);
        }
        count += predictions.length;
        if (problems.count === 0)
            yield predictions;
    }
    if (count === 0 && problems.count === 0)
        throw new errors/* FileError */.f6(`${rows.file} has no predictions: write at least one`, { file: rows.file });
    problems.refuse();
}
/** External ids and their lines. */
class KnownIds {
    #ids = new key_table/* KeyTable */.a();
    #lines = new numbers/* Numbers */.F(Uint32Array);
    /** Adds an id. If it is known, returns its line. */
    add(id, line) {
        const position = this.#ids.add(id);
        if (position < this.#lines.length)
            return this.#lines.at(position);
        this.#lines.push(line);
        return undefined;
    }
}
const Categories = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* string */.YjP())]);
function readPrediction({ line, value }, { format, columns }) {
    if (!isObject(value))
        throw new Error(`is not an object with external_id and category, but ${(0,data_problems/* quote */.h)(value)}`);
    if (format === 'object') {
        const [[externalId, given]] = Object.entries(value);
        const answer = isObject(given) ? { response: predictions_readResponse(given) } : readCategories(externalId, given);
        return { line, externalId: readId(externalId), answer, content: undefined, metadata: undefined };
    }
    const row = columns ? readCells(value) : value;
    const unknown = Object.keys(row).find((name) => !keys.includes(name));
    if (unknown !== undefined) {
        const advice = (0,hint/* hint */.a)(unknown, keys) || `; the fields are ${keys.join(', ')}`;
        throw new Error(`${(0,data_problems/* quote */.h)(unknown)} is not a field of a prediction${advice}`);
    }
    return {
        line,
        externalId: readId(row.external_id),
        answer: predictions_readAnswer(row),
        content: readContent(row.content ?? undefined),
        metadata: readMetadata(row.metadata ?? undefined),
    };
}
/**
 * Returns the row of a table in the form of JSON: without empty cells, with responses and metadata as objects, with columns
 * such as `metadata.camera` in the metadata, and with ids and categories as text even if Parquet has numbers.
 */
function readCells(cells) {
    const row = {};
    const metadata = {};
    for (const [name, cell] of Object.entries(cells)) {
        if (cell === '' || cell === null || Number.isNaN(cell))
            continue;
        if (name.startsWith('metadata.'))
            metadata[name.slice('metadata.'.length)] = cell;
        else if (name === 'json_response' || name === 'metadata')
            row[name] = readJson(name, cell);
        else
            row[name] = typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : cell;
    }
    if (Object.keys(metadata).length > 0)
        row.metadata = isObject(row.metadata) ? { ...row.metadata, ...metadata } : metadata;
    return row;
}
function predictions_readAnswer({ category, json_response: response }) {
    if (isGiven(category) && isGiven(response))
        throw new Error('has a category and a json_response: leave one of them out');
    return isGiven(response) ? { response: predictions_readResponse(response) } : readCategories('category', category);
}
function isGiven(value) {
    return value !== undefined && value !== null;
}
function readId(id) {
    if (typeof id === 'string' && id !== '')
        return id;
    throw new Error(`external_id has to be the external id of an asset, and is ${(0,data_problems/* quote */.h)(id)}`);
}
function readContent(content) {
    if (content === undefined || (typeof content === 'string' && isHttps(content)))
        return content;
    throw new Error(`content has to be an https address of the asset, and is ${(0,data_problems/* quote */.h)(content)}`);
}
function isHttps(text) {
    return URL.canParse(text) && new URL(text).protocol === 'https:';
}
function readMetadata(metadata) {
    if (metadata === undefined || isObject(metadata))
        return metadata;
    throw new Error(`metadata has to be an object like {"camera": "front"}, and is ${(0,data_problems/* quote */.h)(metadata)}`);
}
function readCategories(name, given) {
    const { data } = Categories.safeParse(given);
    const categories = typeof data === 'string' ? [data] : data;
    if (categories && categories.length > 0 && !categories.includes(''))
        return { categories };
    throw new Error(`${(0,data_problems/* quote */.h)(name)} has to be the name of a category, or a list of names, and is ${(0,data_problems/* quote */.h)(given)}`);
}
function predictions_readResponse(given) {
    if (isObject(given) && Object.keys(given).length > 0 && Object.values(given).every(isObject))
        return given;
    throw new Error(`json_response has to be an object like {"JOB": {"categories": [{"name": "RED"}]}}, and is ${(0,data_problems/* quote */.h)(given)}`);
}
/** Reads a response or metadata: JSON text in CSV, possibly a structure in Parquet. */
function readJson(name, cell) {
    if (typeof cell !== 'string')
        return withoutNulls(cell);
    try {
        return JSON.parse(cell);
    }
    catch {
        throw new Error(`${name} is not JSON: ${(0,data_problems/* quote */.h)(cell)}`);
    }
}
/** A structure of Parquet has a null for every field that only other rows have. */
function withoutNulls(value) {
    if (Array.isArray(value))
        return value.map(withoutNulls);
    if (!isObject(value))
        return value;
    const entries = Object.entries(value).filter(([, item]) => item !== null && item !== undefined);
    return Object.fromEntries(entries.map(([key, item]) => [key, withoutNulls(item)]));
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/src/actions/agreement/create-assets.js









/** Maximum characters of content addresses and metadata in one request. */
const LARGEST_BATCH = 4 * 1024 * 1024;
/** Milliseconds: the maximum wait until new assets are visible, and the pause between two requests. */
const LONGEST_WAIT = 60_000;
const PAUSE = 1_000;
/** Throws if Kili does not create assets of this project synchronously. */
function checkCreation({ project: { id, inputType } }) {
    if (SYNCHRONOUS.includes(inputType))
        return;
    throw new errors/* ActionError */.lZ(`create-assets: the project ${id} is of the type ${inputType}, and assets can be created in projects of the types ${SYNCHRONOUS.join(', ')} only. Import the assets in another way, and leave out create-assets. Nothing was sent.`);
}
/** Returns an id like Kili's own: 25 characters that start with a letter. */
function newAssetId() {
    return `c${(0,external_node_crypto_.randomUUID)().replaceAll('-', '').slice(0, 24)}`;
}
/** Creates the assets of new targets in batches. Calls `created` with the size of each batch. */
async function createAssets(kili, file, targets, signal, created) {
    const size = { count: BATCH, characters: LARGEST_BATCH };
    for await (const batch of batches(newAssets(file, targets), size, lengthOf)) {
        await createBatch(kili, batch, signal).catch(explain(batch));
        created(batch.length);
    }
}
/** Returns the new assets in the order of the file. */
async function* newAssets(file, targets) {
    let index = 0;
    for await (const batch of (await openPredictions(file, { isChecked: true })).batches) {
        for (const { externalId, content = '', metadata = {} } of batch) {
            const target = targets.at(index++);
            if (target.isNew && target.externalId === externalId)
                yield { id: target.assetId, externalId, content, metadata };
        }
    }
}
function lengthOf({ externalId, content, metadata }) {
    return externalId.length + content.length + JSON.stringify(metadata).length;
}
/** Creates a batch. If the outcome is unknown, reads what the server has and sends only the rest again. */
async function createBatch(kili, batch, signal) {
    const ids = batch.map(({ id }) => id);
    let missing = batch;
    await (0,send_once/* sendOnce */.E)({
        what: `creation of ${batch.length} assets`,
        signal,
        transient: isTransient,
        mayHaveArrived: isOutcomeUnknown,
        send: async () => {
            await kili.createAssets(missing);
            return true;
        },
        findSent: async () => {
            const existing = await kili.existingAssets(ids);
            missing = batch.filter(({ id }) => !existing.has(id));
            return missing.length === 0 || undefined;
        },
    });
    await untilVisible(kili, ids, signal);
}
/** Waits until Kili shows the new assets, because it accepts labels only then. */
async function untilVisible(kili, ids, signal) {
    const read = async () => {
        const { size } = await kili.existingAssets(ids);
        if (size === ids.length)
            return true;
        log/* info */.pq(`Kili shows ${size} of ${ids.length} new assets; waiting for the others`);
        return undefined;
    };
    if (await (0,poll/* pollUntil */.g)({ read, pause: PAUSE, timeout: LONGEST_WAIT, signal }))
        return;
    throw new errors/* ActionError */.lZ(`Kili accepted ${ids.length} assets, and after ${LONGEST_WAIT / 1000} s does not show all of them. Look at them in the project, and try again: what exists is not created twice.`);
}
/** Adds to the error of a failed batch which assets it contains. */
function explain(batch) {
    return (cause) => {
        if (!(isTransient(cause) || isOutcomeUnknown(cause) || cause instanceof errors/* ActionError */.lZ))
            throw cause;
        const range = `${JSON.stringify(batch[0]?.externalId)} to ${JSON.stringify(batch.at(-1)?.externalId)}`;
        const state = isOutcomeUnknown(cause) ? 'may or may not have been created' : 'were not created';
        throw new errors/* ActionError */.lZ(`A batch of ${batch.length} assets (${range}) ${state}: ${cause instanceof Error ? cause.message : cause}\nTry again: what exists is not created twice.`, { cause });
    };
}

;// CONCATENATED MODULE: ./build/src/actions/agreement/target-list.js


/** Targets in the order of the file, kept in columns: a million take about 80 MB, and as objects three times as much. */
class Targets {
    #externalIds = new key_table/* KeyTable */.a();
    #assetIds = new key_table/* KeyTable */.a();
    /** The position of each target's asset id, and twice that of its choice, plus one if the asset is new. */
    #assets = new numbers/* Numbers */.F(Uint32Array);
    #chosen = new numbers/* Numbers */.F(Uint32Array);
    /** Predictions have few different choices, so each is kept only once. */
    #choices = [];
    #positions = new Map();
    /** How many assets are still to be created. */
    newCount = 0;
    get length() {
        return this.#externalIds.size;
    }
    /** Adds a target. Returns false, and adds nothing, if there is one with the same external id. */
    add({ externalId, assetId, predicted, isNew = false }) {
        const { length } = this;
        if (this.#externalIds.add(externalId) < length)
            return false;
        this.#assets.push(this.#assetIds.add(assetId));
        this.#chosen.push(2 * this.#positionOf(predicted) + (isNew ? 1 : 0));
        if (isNew)
            this.newCount++;
        return true;
    }
    at(index) {
        const chosen = this.#chosen.at(index);
        return {
            externalId: this.#externalIds.keyAt(index),
            assetId: this.#assetIds.keyAt(this.#assets.at(index)),
            predicted: this.#choices[chosen >>> 1],
            ...(chosen % 2 === 1 && { isNew: true }),
        };
    }
    *[Symbol.iterator]() {
        for (let index = 0; index < this.length; index++)
            yield this.at(index);
    }
    #positionOf(predicted) {
        const key = JSON.stringify(predicted);
        const known = this.#positions.get(key);
        if (known !== undefined)
            return known;
        this.#positions.set(key, this.#choices.length);
        return this.#choices.push(predicted) - 1;
    }
}

;// CONCATENATED MODULE: ./build/src/actions/agreement/targets.js








/** Maximum external ids in one query, the same as in the vendor's client, and maximum characters of all of them. */
const LOOKUP = { count: 1000, characters: 1024 * 1024 };
/** Returns the response of a prediction. Throws an `Error` that says what to do if it names a category and no job. */
function responseOf({ answer }, job) {
    if ('response' in answer)
        return answer.response;
    if (job)
        return respond(job, answer.categories);
    throw new Error('names a category, and the project has no single classification job that it could be of: name the job with the input job');
}
/**
 * Checks every answer against the project's interface, then finds the asset of every prediction. Throws one error with
 * every problem, and changes nothing.
 */
async function findTargets(kili, file, { job, createAssets }) {
    if (createAssets)
        checkCreation(kili);
    const rows = await openPredictions(file, { isChecked: true });
    const problems = new data_problems/* Problems */.Z(rows);
    const predictions = checkAnswers(kili.project, rows, job, problems);
    const targets = new Targets();
    const missing = [];
    const shared = [];
    const withoutContent = [];
    for await (const batch of batches(predictions, LOOKUP, ({ externalId }) => externalId.length)) {
        const assets = new Map();
        for (const { id, externalId } of await kili.findAssets(batch.map(({ externalId }) => externalId)))
            assets.set(externalId, [...(assets.get(externalId) ?? []), id]);
        for (const prediction of batch) {
            const [assetId, ...others] = assets.get(prediction.externalId) ?? [];
            const { externalId, predicted, hasContent } = prediction;
            if (others.length > 0)
                shared.push(externalId);
            else if (assetId === undefined && !createAssets)
                missing.push(externalId);
            else if (assetId === undefined && !hasContent)
                withoutContent.push(externalId);
            else {
                const asset = assetId === undefined ? { assetId: newAssetId(), isNew: true } : { assetId };
                if (!targets.add({ externalId, predicted, ...asset }))
                    throw changedFile(file);
            }
        }
        if (targets.length > LOOKUP.count)
            log/* info */.pq(`Found ${targets.length} assets`);
    }
    const complaints = [
        await complaint(missing, 'without an asset in the project', 'import the assets, set create-assets: true, or take them out of the file'),
        await complaint(withoutContent, 'without an asset in the project, and without content to create it from', 'write the https address of each asset into the column content'),
        await complaint(shared, 'of several assets each', 'give each asset an external id of its own in Kili'),
    ].flat();
    problems.refuse(complaints);
    if (complaints.length > 0)
        throw new errors/* ActionError */.lZ(`${file} does not fit the project ${kili.project.id}. Nothing was pushed.\n${complaints.join('\n')}`);
    return targets;
}
/** Reads every prediction with its choice in the job. Adds the problems of those that do not fit the project. */
async function* checkAnswers(project, { batches: read }, job, problems) {
    for await (const batch of read) {
        for (const prediction of batch) {
            const { line, externalId, content } = prediction;
            const response = problems.attempt(line, () => responseOf(prediction, job));
            const problem = response && problemWith(response, project);
            if (problem !== undefined)
                problems.add(line, problem);
            const predicted = response && job && categoriesIn(response, job.name);
            yield { externalId, predicted, hasContent: content !== undefined };
        }
    }
}
/** How many external ids the error names. The log has all of them. */
const SHOWN = 20;
async function complaint(externalIds, what, advice) {
    if (externalIds.length === 0)
        return [];
    const group = `${externalIds.length} external ${externalIds.length === 1 ? 'id' : 'ids'} ${what}`;
    await log/* group */.Os(group, () => log/* info */.pq(externalIds.map(data_problems/* quote */.h).join('\n')));
    const more = externalIds.length > SHOWN ? ` and ${externalIds.length - SHOWN} more, all in the log` : '';
    return [`- ${group}: ${externalIds.slice(0, SHOWN).map(data_problems/* quote */.h).join(', ')}${more}; ${advice}.`];
}

;// CONCATENATED MODULE: ./build/src/actions/agreement/marks.js





/** Milliseconds between two requests for marks. */
const PAUSES = { pause: 1000, growth: 2, longestPause: 30_000 };
/**
 * Reads the marks of the latest human labels on all assets. Waits for marks that are missing, because Kili computes them
 * after it receives the inference. `unmarked` counts the labels without a mark at the end of the wait.
 */
async function readMarks(targets, options) {
    const readings = [];
    const interned = new Interned();
    let due = Array.from({ length: targets.length }, (_, index) => index);
    const read = async () => {
        for await (const [index, reading] of readLabels(targets, due, options))
            readings[index] = interned.get(reading);
        due = due.filter((index) => (readings[index]?.waiting ?? 0) > 0);
        if (due.length === 0)
            return readings;
        log/* info */.pq(`${due.length} of ${targets.length} assets have labels without a mark; Kili is computing them`);
        return undefined;
    };
    await (0,poll/* pollUntil */.g)({ ...PAUSES, read, timeout: options.wait, signal: options.signal });
    const count = (key) => readings.reduce((sum, reading) => sum + reading[key], 0);
    const assets = { [Symbol.iterator]: () => judgedAssets(targets, readings) };
    return { assets, unmarked: count('waiting'), unanswered: count('unanswered') };
}
/** Returns assets one by one, because a million of them at once would take hundreds of megabytes. */
function* judgedAssets(targets, readings) {
    for (const [index, { labels }] of readings.entries())
        yield { ...targets.at(index), labels };
}
/** The most different readings that are kept only once. */
const MAX_INTERNED = 10_000;
/** Keeps equal readings only once: most assets have one label with one of a few marks and categories. */
class Interned {
    #known = new Map();
    get(reading) {
        const key = JSON.stringify(reading.labels) + reading.unanswered;
        const known = this.#known.get(key);
        if (known)
            return known;
        if (this.#known.size < MAX_INTERNED)
            this.#known.set(key, reading);
        return reading;
    }
}
/** Reads the labels of the targets at these positions. */
async function* readLabels(targets, due, { kili, job, labelTypes }) {
    let read = 0;
    const idAt = (index) => targets.at(index).externalId;
    for await (const batch of batches(due, LOOKUP, (index) => idAt(index).length)) {
        const labels = new Map();
        const responses = job !== undefined;
        for (const label of await kili.humanLabels(batch.map(idAt), labelTypes, { responses })) {
            if (!label.isLatestLabelForUser)
                continue;
            const known = labels.get(label.labelOf.id);
            if (known)
                known.push(label);
            else
                labels.set(label.labelOf.id, [label]);
        }
        for (const index of batch) {
            const target = targets.at(index);
            yield [index, readingOf(target, labels.get(target.assetId) ?? [], job)];
        }
        read += batch.length;
        if (due.length > LOOKUP.count)
            log/* info */.pq(`Read the labels of ${read} of ${due.length} assets`);
    }
}
function readingOf({ predicted }, labels, job) {
    // A label without an answer cannot be compared, so its mark has no meaning.
    const answered = labels.filter(({ jsonResponse }) => jsonResponse !== null);
    const marks = answered.map((label) => {
        const categories = job && categoriesIn(label.jsonResponse ?? undefined, job.name);
        const mark = label.inferenceMark ?? undefined;
        const knowsResponse = label.jsonResponse !== undefined;
        const stale = mark !== undefined && knowsResponse && contradicts(mark, predicted, categories, job);
        return { mark: stale ? undefined : mark, categories };
    });
    return {
        labels: marks,
        waiting: marks.filter(({ mark }) => mark === undefined).length,
        unanswered: labels.length - answered.length,
    };
}
/**
 * Returns whether a mark cannot belong to this prediction but to an earlier one or another model's. That is visible only
 * in a project with one single-choice job and nothing else, where the mark is 1 exactly if both chose the same.
 */
function contradicts(mark, predicted, human, job) {
    if (!job?.alone || !job.single || !predicted || !human)
        return false;
    return (predicted[0] === human[0]) !== (mark === 1);
}

;// CONCATENATED MODULE: ./build/src/actions/agreement/measure.js
/**
 * Computes the agreement of a model with people from the marks of human labels. A missing mark never counts as 0 or 1: its
 * asset gets no score and lowers the coverage.
 */
/** Returns the score of an asset, or undefined if none of its labels has a mark. */
function scoreOf({ labels }, aggregation) {
    const marks = labels.flatMap(({ mark }) => mark ?? []);
    if (marks.length === 0)
        return undefined;
    return aggregation === 'minimum' ? Math.min(...marks) : mean(marks);
}
/** Returns the figures over all assets, and at most `worst` disagreements with the lowest scores first. */
function measureAgreement(assets, { aggregation, worst }) {
    const histogram = new Array(10).fill(0);
    let [predictions, labeled, scored, sum, disagreeing] = [0, 0, 0, 0, 0];
    let lowest = [];
    for (const asset of assets) {
        predictions++;
        if (asset.labels.length > 0)
            labeled++;
        const score = scoreOf(asset, aggregation);
        if (score === undefined)
            continue;
        scored++;
        sum += score;
        const bin = Math.min(9, Math.floor(score * 10));
        histogram[bin] = (histogram[bin] ?? 0) + 1;
        if (score >= 1)
            continue;
        disagreeing++;
        lowest.push({ asset, score });
        // Not all are kept, because there may be a million.
        if (lowest.length > 2 * worst + 1000)
            lowest = lowestOf(lowest, worst);
    }
    return {
        agreement: scored === 0 ? undefined : sum / scored,
        coverage: predictions === 0 ? 0 : scored / predictions,
        predictions,
        labeled,
        scored,
        histogram,
        disagreeing,
        worst: lowestOf(lowest, worst).map(({ asset, score }) => disagreement(asset, score)),
    };
}
function lowestOf(scored, count) {
    const byScore = (a, b) => a.score - b.score || compare(a.asset.externalId, b.asset.externalId);
    return scored.toSorted(byScore).slice(0, count);
}
function disagreement({ externalId, assetId, predicted, labels }, score) {
    const choices = labels.flatMap(({ categories }) => (categories ? [categories] : []));
    const human = [...new Map(choices.map((choice) => [JSON.stringify(choice), choice])).values()];
    return { externalId, assetId, score, predicted, human };
}
function mean(values) {
    return values.reduce((sum, value) => sum + value, 0) / values.length;
}
/** Compares by code units, so that the order is the same on every machine. */
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/src/actions/agreement/push.js









/** Maximum characters of responses in one request. */
const push_LARGEST_BATCH = 4 * 1024 * 1024;
/**
 * Pushes the predictions as inference labels in batches. Skips a prediction that Kili already has as the model's latest
 * inference, so that a run after a failure continues where that one stopped.
 */
async function pushPredictions(file, targets, job, options, progress) {
    const { kili } = options;
    log/* progress */.qB(() => `${progress.sent + progress.already} of ${targets.length}`);
    const parcels = addressed(file, targets, job);
    const lookups = batches(parcels, { ...LOOKUP, characters: push_LARGEST_BATCH }, push_lengthOf);
    for await (const lookup of lookups) {
        const latest = await latestInferences(options, lookup, progress);
        const fresh = await notThere(kili, lookup, latest);
        progress.already += lookup.length - fresh.length;
        for await (const batch of batches(fresh, { count: BATCH, characters: push_LARGEST_BATCH }, push_lengthOf)) {
            if (!options.dryRun)
                await deliver(batch, latest, options).catch(push_explain(batch, targets.length, progress));
            progress.sent += batch.length;
        }
        if (targets.length > LOOKUP.count)
            log/* info */.pq(`Predictions: ${progress.sent + progress.already} of ${targets.length}`);
    }
}
/** Returns the predictions in the order of the file, each with its asset. */
async function* addressed(file, targets, job) {
    let index = 0;
    for await (const batch of (await openPredictions(file, { isChecked: true })).batches) {
        for (const prediction of batch) {
            const target = targets.at(index++);
            if (target.externalId !== prediction.externalId)
                throw changedFile(file);
            yield { ...target, response: responseOf(prediction, job) };
        }
    }
}
function push_lengthOf({ externalId, response }) {
    return externalId.length + JSON.stringify(response).length;
}
/** Returns the model's latest inference on each asset. */
async function latestInferences({ kili, modelName }, parcels, progress) {
    const latest = new Map();
    const shared = new Set();
    for (const inference of await kili.inferences(parcels.map(({ externalId }) => externalId))) {
        const asset = inference.labelOf.id;
        const known = latest.get(asset);
        if (inference.modelName !== modelName)
            shared.add(asset);
        else if (!known || Date.parse(inference.createdAt) >= Date.parse(known.createdAt))
            latest.set(asset, inference);
    }
    if (progress)
        progress.shared += shared.size;
    return latest;
}
async function isThere(kili, { response }, inference) {
    return inference !== undefined && (0,external_node_util_.isDeepStrictEqual)(await kili.responseOf(inference), response);
}
/** How many files with responses are downloaded at a time. */
const DOWNLOADS = 10;
/** Returns the parcels that Kili does not have yet. */
async function notThere(kili, parcels, latest) {
    const there = [];
    for (let at = 0; at < parcels.length; at += DOWNLOADS) {
        const some = parcels.slice(at, at + DOWNLOADS);
        there.push(...(await Promise.all(some.map((parcel) => isThere(kili, parcel, latest.get(parcel.assetId))))));
    }
    return parcels.filter((_, index) => !there[index]);
}
/**
 * Appends a batch. If the outcome is unknown, reads what the server has and sends only the rest again.
 */
async function deliver(batch, before, options) {
    const { kili, modelName, signal } = options;
    let missing = batch;
    await (0,send_once/* sendOnce */.E)({
        what: `push of ${batch.length} predictions`,
        signal,
        transient: isTransient,
        mayHaveArrived: isOutcomeUnknown,
        send: async () => {
            const inferences = missing.map(({ assetId, response }) => ({
                assetId,
                jsonResponse: JSON.stringify(response),
            }));
            await kili.append(modelName, inferences);
            return true;
        },
        findSent: async () => {
            const now = await latestInferences(options, missing);
            // A new inference is ours, even if its response has not been written to a file yet.
            const unchanged = missing.filter(({ assetId }) => now.get(assetId)?.id === before.get(assetId)?.id);
            missing = kili.hasResponses ? await notThere(kili, missing, now) : unchanged;
            return missing.length === 0 || undefined;
        },
    });
}
/** Adds to the error of a failed batch what is done and what remains. */
function push_explain(batch, total, { sent, already }) {
    return (cause) => {
        if (!(isTransient(cause) || isOutcomeUnknown(cause) || cause instanceof errors/* ActionError */.lZ))
            throw cause;
        const range = `${JSON.stringify(batch[0]?.externalId)} to ${JSON.stringify(batch.at(-1)?.externalId)}`;
        const state = isOutcomeUnknown(cause) ? 'may or may not have arrived' : 'were not accepted';
        throw new errors/* ActionError */.lZ(`A batch of ${batch.length} predictions (${range}) ${state}: ${(0,errors/* messageOf */.bD)(cause)}\n${sent + already} of ${total} predictions are in Kili, and ${total - sent - already} remain; run again to push those: what is there is recognised and left alone.`, { cause });
    };
}

;// CONCATENATED MODULE: ./build/src/actions/agreement/assess.js











/** Pushes the predictions, measures how much people agree with them, and returns the gates. */
async function assess(inputs, context, record) {
    const { runLog, signal } = context;
    const { access, predictions: file, modelName, mode } = inputs;
    const predictions = await runLog.phase('Check the file', () => countPredictions(file));
    record({ predictions });
    log/* info */.pq(`${file} has ${predictions} predictions of ${modelName}`);
    if (!access) {
        log/* info */.pq('No api-key is set, so only the file was checked');
        return [];
    }
    const { endpoint, apiKey, projectId } = access;
    const kili = await runLog.phase('Open the project', () => openProject(endpoint, apiKey, projectId, signal));
    const job = chooseJob(kili.project, inputs.job);
    record({ job, projectId, linkTo: assetLink(endpoint) });
    const targets = await runLog.phase('Find the assets', () => findTargets(kili, file, { job, createAssets: inputs.createAssets }));
    if (inputs.createAssets)
        await create(kili, targets, inputs, context, record);
    const { shared } = await push(kili, targets, job, inputs, context, record);
    if (mode.dryRun)
        return [];
    const { assets, unmarked, unanswered } = await runLog.phase('Read the marks', () => readMarks(targets, { kili, job, labelTypes: inputs.labelTypes, wait: inputs.wait, signal }));
    const agreement = measureAgreement(assets, inputs);
    record({ agreement, unmarked, unanswered });
    if (job?.single && kili.hasResponses)
        record({ confusion: confusionOf(assets) });
    warn(agreement, { unmarked, unanswered, shared }, modelName);
    return gatesOf(agreement, inputs);
}
async function countPredictions(file) {
    let count = 0;
    log/* progress */.qB(() => `${count.toLocaleString('en')} rows`);
    for await (const batch of (await openPredictions(file)).batches)
        count += batch.length;
    return count;
}
async function create(kili, targets, { predictions, mode: { dryRun } }, { runLog, signal }, record) {
    const missing = targets.newCount;
    if (dryRun)
        log/* info */.pq(`${missing} assets would be created`);
    record({ created: dryRun ? missing : 0 });
    if (dryRun || missing === 0)
        return;
    let created = 0;
    try {
        await runLog.phase('Create the assets', () => {
            log/* progress */.qB(() => `${created} of ${missing}`);
            return createAssets(kili, predictions, targets, signal, (count) => {
                created += count;
                log/* info */.pq(`Created ${created} of ${missing} assets`);
            });
        });
    }
    finally {
        record({ created });
        if (created > 0)
            runLog.done.push(`${created} assets were created.`);
    }
}
async function push(kili, targets, job, { predictions, modelName, mode }, { runLog, signal }, record) {
    const progress = { sent: 0, already: 0, shared: 0 };
    const { dryRun } = mode;
    try {
        await runLog.phase(dryRun ? 'Compare the predictions' : 'Push the predictions', () => pushPredictions(predictions, targets, job, { kili, modelName, dryRun, signal }, progress));
    }
    finally {
        record({ pushed: progress, shared: progress.shared });
        noteDone(runLog, dryRun, modelName, progress.sent);
    }
    const { sent, already } = progress;
    log/* info */.pq(`${sent} predictions ${dryRun ? 'would be' : 'were'} pushed, ${already} are in Kili already`);
    return progress;
}
function noteDone(runLog, dryRun, modelName, sent) {
    if (dryRun || sent === 0)
        return;
    runLog.done.push(`${sent} predictions of ${modelName} were pushed as inference labels.`);
}
/** Returns a gate for each threshold that is set. */
function gatesOf({ agreement, coverage, scored, predictions }, { minimumAgreement, minimumCoverage }) {
    const gates = [
        { name: 'Agreement', observed: agreement, threshold: minimumAgreement, n: scored, of: 'scored assets' },
        { name: 'Coverage', observed: coverage, threshold: minimumCoverage, n: predictions, of: 'predictions' },
    ];
    return gates.filter(({ threshold }) => threshold !== undefined).map((gate) => (0,data_gate/* judge */.S4)(gate));
}
/** Returns the address of an asset in Kili's interface, which has the host of the API. */
function assetLink({ origin }) {
    return (assetId) => `${origin}/label/projects/label/${encodeURIComponent(assetId)}`;
}
function warn(agreement, { unmarked, unanswered, shared }, modelName) {
    if (unanswered > 0)
        log/* warning */.$e(`${unanswered} human labels contain no answers (an empty jsonResponse), and count neither for nor against the model. Have the assets labeled again.`, 'Labels are empty');
    if (unmarked > 0)
        log/* warning */.$e(`${unmarked} human labels have no mark for these predictions yet, and count neither for nor against the model. Raise timeout, or run again later.`, 'Marks are missing');
    if (shared > 0)
        log/* warning */.$e(`${shared} assets have inference labels of models other than ${modelName}. Kili does not report which model a mark belongs to: delete the others' inference labels, or use one project per model.`, 'Several models on one asset');
    if (agreement.scored === 0)
        log/* warning */.$e('No asset has a human label with a mark, so there is no agreement to report. Have some of the assets labeled in Kili, and check label-types.', 'Nothing was scored');
}

// EXTERNAL MODULE: ./build/src/platforms/github/fields.js
var github_fields = __webpack_require__(755);
// EXTERNAL MODULE: ./build/src/runtime/fields.js
var runtime_fields = __webpack_require__(8681);
// EXTERNAL MODULE: ./build/src/runtime/inputs.js
var runtime_inputs = __webpack_require__(2349);
;// CONCATENATED MODULE: ./build/src/actions/agreement/fields.js
/** The inputs of the agreement action: names, types and rules. action.yml has descriptions and defaults. */




const LABEL_TYPES = ['DEFAULT', 'REVIEW'];
/** Types of human labels. Labels of models have no agreement with a model. */
const labelTypes = (0,runtime_fields/* list */.p_)({ comma: true }).check(schemas/* refine */.YPB((types) => types.length > 0 && types.every((type) => LABEL_TYPES.includes(type)), {
    error: `is not a list of types of human labels; write ${LABEL_TYPES.join(' or ')}, or both separated by a comma`,
}));
const wholeNumber = (0,runtime_fields/* parsed */.Yz)((text) => {
    if (/^\d{1,6}$/.test(text))
        return Number(text);
    throw new Error('is not a whole number; write only digits, like 20');
});
/** Accepts the host alone, because Kili's API has only one address on a host. */
const endpoint = schemas/* pipe */.FsL(runtime_fields/* address */.hl, schemas/* transform */.pdi((url) => (url.pathname === '/' ? new URL('/api/label/v2/graphql', url) : url)));
const fields_fields = {
    'api-key': (0,runtime_inputs/* secret */.rJ)(runtime_fields/* token */.Sh),
    'api-url': schemas/* prefault */.SdS(endpoint, 'https://cloud.kili-technology.com/api/label/v2/graphql'),
    'project-id': runtime_fields/* line */.n8,
    predictions: runtime_fields/* line */.n8,
    'model-name': runtime_fields/* line */.n8,
    job: runtime_fields/* line */.n8,
    'create-assets': schemas/* prefault */.SdS(runtime_fields/* boolean */.zM, 'false'),
    'label-types': schemas/* prefault */.SdS(labelTypes, 'DEFAULT,REVIEW'),
    aggregation: schemas/* prefault */.SdS((0,runtime_fields/* oneOf */.yL)('mean', 'minimum'), 'mean'),
    timeout: schemas/* prefault */.SdS(wholeNumber, '300'),
    'minimum-agreement': runtime_fields/* fraction */.zO,
    'minimum-coverage': runtime_fields/* fraction */.zO,
    worst: schemas/* prefault */.SdS(wholeNumber, '20'),
    gate: schemas/* prefault */.SdS((0,runtime_fields/* oneOf */.yL)('fail', 'warn', 'off'), 'fail'),
    'dry-run': schemas/* prefault */.SdS((0,runtime_fields/* oneOf */.yL)('auto', 'true', 'false'), 'auto'),
    ...github_fields/* commentFields */.X,
};
/** Environment variables that inputs default to, the same as in the platform's own client. */
const variables = { 'api-key': 'KILI_API_KEY', 'api-url': 'KILI_API_ENDPOINT' };

// EXTERNAL MODULE: ./build/src/runtime/mode.js
var runtime_mode = __webpack_require__(1615);
// EXTERNAL MODULE: ./build/src/runtime/workspace.js
var workspace = __webpack_require__(8835);
;// CONCATENATED MODULE: ./build/src/actions/agreement/inputs.js





/** Reads all inputs. Throws one `InputError` with every problem before anything is sent. */
function loadInputs({ event, rawInputs }) {
    const inputs = new runtime_inputs/* Inputs */.G0(fields_fields, variables, rawInputs);
    const { values } = inputs;
    const mode = (0,runtime_mode/* decideMode */.ap)(values['dry-run'], event);
    const required = {
        'api-key': (0,runtime_inputs/* howToSet */.ac)('api-key', 'an API key of Kili', 'KILI_API_KEY'),
        'project-id': "copy it from the project's address in Kili",
        predictions: 'write the path of a file with predictions',
        'model-name': 'write the name that the model goes by in Kili, such as car-color-v3',
    };
    const optional = mode.dryRun ? ['api-key', 'project-id'] : [];
    for (const name of Object.keys(required))
        if (!optional.includes(name))
            inputs.missing(name, `is required; ${required[name]}`);
    checkFile(inputs, values.predictions);
    inputs.refuse();
    const { 'api-key': apiKey, 'project-id': projectId } = values;
    return {
        mode,
        access: apiKey && projectId ? { endpoint: values['api-url'], apiKey, projectId } : undefined,
        predictions: values.predictions ?? '',
        modelName: values['model-name'] ?? '',
        job: values.job,
        createAssets: values['create-assets'],
        labelTypes: [...new Set(values['label-types'])],
        aggregation: values.aggregation,
        wait: values.timeout * 1000,
        minimumAgreement: values['minimum-agreement'],
        minimumCoverage: values['minimum-coverage'],
        worst: values.worst,
        gate: values.gate,
        comment: (0,report_comment/* loadComment */.sI)(values, event, 'agreement', commentSubject(values)),
    };
}
/** Returns what distinguishes the comment of a model from others of the same job. */
function commentSubject(values) {
    return [values['api-url'].href, values['project-id'], values.job, values['model-name']];
}
function checkFile(inputs, path) {
    if (path === undefined)
        return;
    inputs.checkPath('predictions', path, 'file', workspace/* noSuchFile */.VT);
}

;// CONCATENATED MODULE: ./build/src/actions/agreement/outputs.js

/** Returns the outputs by their names in action.yml. An output without a value is an empty string. */
function agreementOutputs({ mode, created, predictions, pushed, agreement, gates, linkTo, }) {
    const worst = agreement?.worst.map(({ externalId, assetId, score, predicted, human }) => ({
        external_id: externalId,
        asset_id: assetId,
        agreement: score,
        model: predicted ?? null,
        human,
        url: linkTo?.(assetId) ?? null,
    }));
    return {
        agreement: outputs_text(agreement?.agreement),
        coverage: outputs_text(agreement?.coverage),
        scored: outputs_text(agreement?.scored),
        predictions: outputs_text(predictions),
        'created-assets': mode?.dryRun ? '' : outputs_text(created),
        pushed: mode?.dryRun ? '' : outputs_text(pushed?.sent),
        disagreements: worst ? JSON.stringify(worst) : '',
        passed: (0,data_gate/* passedOutput */.aW)(gates),
        'dry-run': mode ? String(mode.dryRun) : '',
    };
}
function outputs_text(value) {
    return value === undefined ? '' : String(value);
}

// EXTERNAL MODULE: ./build/src/report/bar.js
var bar = __webpack_require__(9317);
// EXTERNAL MODULE: ./build/src/report/comment.js
var comment = __webpack_require__(2081);
// EXTERNAL MODULE: ./build/src/report/gate-table.js
var gate_table = __webpack_require__(1452);
// EXTERNAL MODULE: ./build/src/report/markdown.js
var markdown = __webpack_require__(75);
// EXTERNAL MODULE: ./build/src/report/report.js
var report = __webpack_require__(8456);
;// CONCATENATED MODULE: ./build/src/actions/agreement/summary.js







/** How many categories the confusion table shows. The rarest are left out. */
const SHOWN_CATEGORIES = 15;
/** Returns the job summary: verdict, gates, figures, histogram, confusion, the worst assets and timeline. */
function agreementSummary(assessment, runLog, error) {
    return (0,report/* report */.z)(verdict(assessment, error), sectionsOf(assessment), runLog, error);
}
/** Returns the comment on a pull request: the summary without its timeline. */
function agreementComment(assessment, source, runLog, error) {
    return (0,comment/* commentText */.b)(verdict(assessment, error), sectionsOf(assessment), source, runLog, error);
}
function sectionsOf(assessment) {
    const { agreement, confusion, gates, linkTo } = assessment;
    return [
        ...(gates.length > 0 ? [(0,gate_table/* gateTable */.k)(gates)] : []),
        facts(assessment),
        ...(agreement && agreement.scored > 0 ? [histogram(agreement)] : []),
        ...(confusion && confusion.labels > 0 ? [confusionTable(confusion, assessment.job?.name ?? '')] : []),
        ...(agreement && agreement.worst.length > 0 ? [worstTable(agreement, linkTo)] : []),
    ];
}
function verdict({ mode, modelName, agreement, gates, gateMode }, error) {
    const model = modelName ?? 'the model';
    if (error !== undefined)
        return (0,markdown.md) `❌ Agreement with ${model} was not measured`;
    if (mode?.dryRun)
        return (0,markdown.md) `🔎 Dry run: the predictions of ${model} are ready to be pushed`;
    if (agreement?.agreement === undefined)
        return (0,markdown.md) `${gates.length > 0 && gateMode === 'fail' ? '❌' : '⚪'} Nobody labeled what ${model} predicted yet`;
    const percent = `${(100 * agreement.agreement).toFixed(1)} %`;
    const failed = gates.length > 0 && (0,data_gate/* overallVerdict */.Bn)(gates) !== 'pass';
    const mark = failed ? (gateMode === 'fail' ? '❌' : '⚠️') : '✅';
    return (0,markdown.md) `${mark} People agree ${percent} with ${model}`;
}
function facts({ mode, modelName, job, predictions, pushed, agreement, created, unmarked, unanswered, shared, projectId, }) {
    return (0,report/* factTable */.B)([
        [mode?.dryRun ? 'Dry run' : 'Run', mode?.reason],
        ['Model', modelName && (0,markdown/* code */.aY)(modelName)],
        ['Project', projectId && (0,markdown/* code */.aY)(projectId)],
        ['Job', job && (0,markdown/* code */.aY)(job.name)],
        ['Predictions', predictions],
        [mode?.dryRun ? 'Assets that would be created' : 'Assets created', created],
        [mode?.dryRun ? 'Would be pushed' : 'Pushed', pushed?.sent],
        ['In Kili already', pushed?.already],
        ['Agreement', agreement?.agreement === undefined ? undefined : (0,data_gate/* figure */.vP)(agreement.agreement)],
        [
            'Coverage',
            agreement &&
                `${(0,data_gate/* figure */.vP)(agreement.coverage)} (${agreement.scored} of ${agreement.predictions} predictions scored, ${agreement.labeled} labeled)`,
        ],
        ['Labels without a mark', unmarked || undefined],
        ['Labels without answers', unanswered || undefined],
        ['Assets with other models', shared || undefined],
    ]);
}
function histogram({ histogram: bins, scored }) {
    const largest = Math.max(...bins);
    const tenth = (index) => (index / 10).toFixed(1);
    const rows = bins.map((count, index) => [
        (0,bar/* unbroken */.D)(`${tenth(index)} – ${tenth(index + 1)}`),
        count,
        (0,bar/* bar */.M)(count, largest),
    ]);
    return (0,markdown/* join */.fj)([(0,markdown.md) `### How ${scored} assets agree`, (0,markdown/* table */.tp)(['Agreement', 'Assets', ''], rows)]);
}
function confusionTable(confusion, job) {
    const shown = confusion.categories.slice(0, SHOWN_CATEGORIES);
    const name = (category) => category === undefined ? 'no answer' : (0,markdown/* code */.aY)((0,clip/* clip */.$)(category, 60));
    const rows = shown.map((human) => [
        name(human),
        ...shown.map((model) => {
            const count = confusion.count(human, model);
            return human === model && count > 0 ? (0,markdown.md) `**${count}**` : count || '';
        }),
    ]);
    const left = confusion.categories.length - shown.length;
    const rest = left > 0 ? [(0,markdown.md) `${left} rarer categories are not shown.`] : [];
    return (0,markdown/* join */.fj)([
        (0,markdown.md) `### ${job}: what people chose, by what the model predicted`,
        (0,markdown.md) `${confusion.same} of ${confusion.labels} labels say the same as the model.`,
        (0,markdown/* table */.tp)(['Human ↓ · Model →', ...shown.map(name)], rows),
        ...rest,
    ]);
}
function worstTable({ worst, disagreeing }, linkTo) {
    const choice = (categories) => categories ? (0,markdown/* code */.aY)((0,clip/* clip */.$)(categories.join(' + '), 100)) : '—';
    const rows = worst.map(({ externalId, assetId, score, predicted, human }) => [
        linkTo ? (0,markdown/* link */.nf)((0,markdown/* code */.aY)((0,clip/* clip */.$)(externalId, 100)), linkTo(assetId)) : (0,markdown/* code */.aY)((0,clip/* clip */.$)(externalId, 100)),
        (0,data_gate/* figure */.vP)(score),
        choice(predicted),
        human.length > 0 ? (0,markdown/* join */.fj)(human.map(choice), (0,markdown.md) `, `) : '—',
    ]);
    const heading = worst.length < disagreeing
        ? `The worst ${worst.length} of ${disagreeing} disagreements`
        : `${disagreeing} disagreements`;
    return (0,markdown/* join */.fj)([(0,markdown.md) `### ${heading}`, (0,markdown/* table */.tp)(['Asset', 'Agreement', 'Model', 'Human'], rows)]);
}

;// CONCATENATED MODULE: ./build/src/actions/agreement/action.js








/** Pushes a model's predictions to Kili, reads how much people agree with them, and gates on it. */
const agreement = {
    fields: fields_fields,
    variables: variables,
    begin: () => ({ gates: [], gateMode: 'fail' }),
    run: async (request, context, record) => {
        const inputs = loadInputs(request);
        const { mode, modelName, gate, comment } = inputs;
        record({ mode, modelName, gateMode: gate, comment });
        log/* info */.pq(`${mode.dryRun ? 'Dry run' : 'Pushing predictions'}: ${mode.reason}`);
        const gates = await assess(inputs, context, record);
        record({ gates });
        (0,data_gate/* reportGates */.Dx)(gates, gate);
    },
    outputs: agreementOutputs,
    summary: agreementSummary,
    announce: async (assessment, { runLog, signal }, error) => {
        const { comment } = assessment;
        return (comment && (await (0,report_comment/* postComment */.Gy)(comment, agreementComment(assessment, comment, runLog, error), signal)));
    },
    failedGate: ({ gates, gateMode }) => (0,data_gate/* failedGates */.qq)(gates, gateMode),
};


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

/***/ 9317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ unbroken),
/* harmony export */   M: () => (/* binding */ bar)
/* harmony export */ });
/** Maximum characters of a bar. */
const MAX_LENGTH = 12;
/**
 * Draws a bar in proportion for a table cell: nothing for 0, and a sliver for a value too small to see. It is text,
 * because Mermaid's charts draw a bar for 0 too, and cannot be read on a narrow page.
 */
function bar(value, largest) {
    if (value <= 0)
        return '';
    return '█'.repeat(Math.round((value / largest) * MAX_LENGTH)) || '▏';
}
/** Returns text that does not wrap. */
function unbroken(text) {
    return text.replaceAll(' ', '\u00a0');
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
