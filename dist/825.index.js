export const id = 825;
export const ids = [825];
export const modules = {

/***/ 825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  agreement: () => (/* binding */ agreement)
});

// EXTERNAL MODULE: ./build/src/lib/log.js
var log = __webpack_require__(7399);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/http.js + 2 modules
var http = __webpack_require__(1052);
;// CONCATENATED MODULE: ./build/src/lib/pace.js

/** Lets at most so many calls through in any period; further ones wait for their turn. */
class Pace {
    #calls;
    #period;
    /** When the latest calls went through, oldest first. */
    #times = [];
    /** @param period milliseconds */
    constructor(calls, period) {
        this.#calls = calls;
        this.#period = period;
    }
    /** Resolves when the next call may go. Callers take turns: one at a time. */
    async turn(signal) {
        if (this.#times.length >= this.#calls) {
            const wait = (this.#times.shift() ?? 0) + this.#period - performance.now();
            if (wait > 0)
                await (0,promises_.setTimeout)(wait, undefined, { signal });
        }
        this.#times.push(performance.now());
    }
}

// EXTERNAL MODULE: ./build/src/lib/retry.js
var retry = __webpack_require__(2183);
;// CONCATENATED MODULE: ./build/src/platforms/kili/graphql.js





/** Calls a minute: the limit that the vendor's client keeps to; the server's own is not documented. */
const CALLS_A_MINUTE = 500;
/** Bytes of an answer: a page of labels holds their responses, and those of a segmentation are long. */
const LARGEST_ANSWER = 64 * 1024 * 1024;
/** Statuses that come with GraphQL errors in the body; 500 does for a query that is simply wrong. */
const GRAPHQL_STATUSES = [400, 401, 403, 404, 422, 500];
/** What the server says when it is not well; the vendor's client tries again at these words too. */
const PASSING = /Invalid request made to Flagsmith API|Failed to fetch data connection|Unauthorized for url/;
const Failure = schemas/* object */.Ikc({
    message: schemas/* string */.YjP(),
    extensions: schemas/* nullish */.cl6(schemas/* object */.Ikc({
        code: schemas/* nullish */.cl6(schemas/* string */.YjP()),
        context: schemas/* nullish */.cl6(schemas/* object */.Ikc({ reason: schemas/* nullish */.cl6(schemas/* string */.YjP()) })),
    })),
});
const Envelope = schemas/* object */.Ikc({ errors: schemas/* nullish */.cl6(schemas/* array */.YOg(Failure)), data: schemas/* unknown */.L5J() });
/** The server understood the call, and answered with GraphQL errors, whatever the HTTP status. */
class KiliError extends errors/* ActionError */.lZ {
    name = 'KiliError';
    transient;
    /** Whether the server may have done what was asked all the same. */
    outcomeUnknown;
    constructor(what, status, failures) {
        super(`Kili refused to ${what} (status ${status}): ${failures.map(describe).join('; ')}`);
        this.outcomeUnknown = failures.some(({ extensions }) => extensions?.code === 'INTERNAL_SERVER_ERROR');
        const ill = status >= 500 && this.outcomeUnknown;
        this.transient = ill || failures.some(({ message }) => PASSING.test(message));
    }
}
/**
 * A caller of Kili's GraphQL endpoint: paced, with transient failures tried again. A 401 on the first call means
 * that the key is wrong; later, the key having been accepted, it is one of the server's moods.
 */
function kiliCaller(endpoint, apiKey, signal) {
    const pace = new Pace(CALLS_A_MINUTE, 60_000);
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
            const request = { method: 'POST', url: endpoint, headers, body, signal, timeout, attempts: 1 };
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
/** Whether the server may have done what was asked although the call failed. */
function isOutcomeUnknown(error) {
    return (error instanceof errors/* HttpError */.j$ || error instanceof KiliError) && error.outcomeUnknown;
}
/** Whether the same call may succeed later. */
function isTransient(error) {
    return (error instanceof errors/* HttpError */.j$ || error instanceof KiliError) && error.transient;
}
function isUnauthorized(error) {
    return error instanceof errors/* HttpError */.j$ && error.status === 401;
}
/** Errors come first, whatever the status is: an answer may hold data and errors. */
function readAnswer(what, response, endpoint, data) {
    const { status, body } = response;
    const envelope = parseEnvelope(body);
    if (envelope?.errors?.length)
        throw new KiliError(what, status, envelope.errors);
    if (status >= 300)
        throw new errors/* HttpError */.j$(`${endpoint.href} answered ${status} when asked to ${what}: is this Kili's GraphQL endpoint (api-url)?`, status);
    return (0,http/* readJson */.Vh)(schemas/* object */.Ikc({ data: schemas/* object */.Ikc({ data }) }), response, endpoint).data.data;
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
    const text = message.length > 300 ? `${message.slice(0, 300)}…` : message;
    return reason ? `${text} (${reason})` : text;
}
function refusedKey({ host }) {
    return new errors/* ActionError */.lZ(`api-key: ${host} does not accept the key (401). Create an API key in Kili (My account > API key), store it as a secret of the repository, and pass it as api-key.`);
}

;// CONCATENATED MODULE: ./build/src/platforms/kili/queries.js
/** Operations of Kili's GraphQL API, as the vendor's Python client (26.1.5) writes them: each root field is `data`. */
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
const APPEND = `mutation appendManyLabels($data: AppendManyLabelsData!, $where: AssetWhere!) {
  data: appendManyLabels(data: $data, where: $where) { id }
}`;

// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __webpack_require__(8532);
;// CONCATENATED MODULE: ./build/src/platforms/kili/schemas.js
/** Shapes of Kili's answers: what the queries of client.ts ask for. */

/** A job of the project's interface; other keys are left aside. */
const Job = schemas/* object */.Ikc({
    mlTask: schemas/* string */.YjP(),
    isChild: schemas/* optional */.lqM(schemas/* boolean */.zMY()),
    content: schemas/* nullish */.cl6(schemas/* object */.Ikc({
        /** `radio` and `singleDropdown` take one category, `checkbox` and `multipleDropdown` several. */
        input: schemas/* nullish */.cl6(schemas/* string */.YjP()),
        categories: schemas/* nullish */.cl6(schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* object */.Ikc({ name: schemas/* nullish */.cl6(schemas/* string */.YjP()) }))),
    })),
});
const Interface = schemas/* object */.Ikc({ jobs: schemas/* record */.g1P(schemas/* string */.YjP(), Job) });
/** JSON that Kili sends as text; some answers hold the value itself. */
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
/** A response: the name of a job to the answer in it. */
const Response = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J());
/** `createdAt` is ISO 8601. */
const Inference = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    modelName: schemas/* nullish */.cl6(schemas/* string */.YjP()),
    createdAt: schemas/* string */.YjP(),
    jsonResponse: schemas/* optional */.lqM(jsonText(Response)),
    labelOf: Asset,
});
/** A human label. `inferenceMark` is 0 to 1, and null while there is none. */
const HumanLabel = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    labelType: schemas/* string */.YjP(),
    inferenceMark: schemas/* nullable */.mee(schemas/* number */.aig()),
    isLatestLabelForUser: schemas/* boolean */.zMY(),
    jsonResponse: schemas/* optional */.lqM(jsonText(Response)),
    labelOf: Asset,
});
const Rows = schemas/* array */.YOg(schemas/* object */.Ikc({ id: schemas/* string */.YjP() }));

;// CONCATENATED MODULE: ./build/src/platforms/kili/client.js







/** Rows a page, as in the vendor's client; the server's limit is not documented. */
const PAGE = 100;
/** Labels in one `appendManyLabels`, which may take two minutes. */
const BATCH = 100;
const APPEND_TIMEOUT = 120_000;
/** How often a list is read that changes while it is being read. */
const READS = 3;
/** Kinds of projects whose responses are files of their own, not part of the label. */
const RESPONSE_FILES = ['VIDEO', 'GEOSPATIAL', 'LLM_RLHF', 'LLM_INSTR_FOLLOWING', 'LLM_STATIC'];
/** Opens a project with an API key. Throws `ActionError` when the key is not accepted or the project is not there. */
async function openProject(endpoint, apiKey, projectId, signal) {
    const call = kiliCaller(endpoint, apiKey, signal);
    const project = await readProject(call, projectId, endpoint);
    const hasResponses = !RESPONSE_FILES.includes(project.inputType);
    const labelsOf = labelReader(call, projectId, signal);
    const response = hasResponses ? 'jsonResponse' : '';
    return {
        project,
        hasResponses,
        findAssets: (externalIds) => {
            const where = assetsNamed(projectId, externalIds);
            return readAll(signal, 'assets', (skip) => readAssets(call, where, skip), () => countAssets(call, where));
        },
        inferences: (externalIds) => labelsOf(externalIds, ['INFERENCE'], `modelName createdAt ${response}`, Inference),
        humanLabels: (externalIds, types, { responses }) => {
            const fields = 'labelType inferenceMark isLatestLabelForUser';
            return labelsOf(externalIds, types, responses ? `${fields} ${response}` : fields, HumanLabel);
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
/** The filter, with its empty parts, as the vendor's client sends it. */
function assetsNamed(projectId, externalIds) {
    return { project: { id: projectId }, externalIdStrictlyIn: externalIds, label: {}, issue: {} };
}
const readAssets = (call, where, skip) => call('list assets', ASSETS, { where, first: PAGE, skip }, schemas/* array */.YOg(Asset));
const countAssets = (call, where) => call('count assets', COUNT_ASSETS, { where }, schemas/* number */.aig());
function labelReader(call, projectId, signal) {
    return (externalIds, typeIn, fields, label) => {
        const where = { asset: assetsNamed(projectId, externalIds), project: { id: projectId }, typeIn };
        const query = labelsQuery(`id ${fields} labelOf { id externalId }`);
        return readAll(signal, 'labels', (skip) => call('list labels', query, { where, first: PAGE, skip }, schemas/* array */.YOg(label)), () => call('count labels', COUNT_LABELS, { where }, schemas/* number */.aig()));
    };
}
/**
 * Reads all pages of a list. Rows that come twice count once. As offsets skip rows when the list changes on the way,
 * a list that came out shorter than its count is read anew; rows that are added meanwhile come last and may be left out.
 */
async function readAll(signal, what, page, count) {
    for (let read = 1;; read++) {
        const expected = await count();
        const rows = await readPages(page, expected);
        if (rows.length >= expected)
            return rows;
        if (read === READS) {
            log/* warning */.$e(`Kili counts ${expected} ${what} where ${rows.length} were read, ${READS} times: the project is changing. The figures are of what was read.`, 'Kili');
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
/** The object that the vendor's client sends, same keys, nulls included. */
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

;// CONCATENATED MODULE: ./build/src/platforms/kili/jobs.js
/** Jobs of a project's interface, and answers in them. Pure. */

const SINGLE = ['radio', 'singleDropdown'];
/**
 * The job of that name; without a name, the project's classification job, when it has one only. Throws `ActionError`
 * where there is no such job; undefined when there is none to choose.
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
        : 'is no job of the project';
    const names = candidates.map(([candidate]) => candidate).join(', ');
    const advice = names === '' ? 'it has no classification job: leave job out' : `its classification jobs are ${names}`;
    return new errors/* ActionError */.lZ(`job "${name}": ${what}; ${advice}.`);
}
/** The response that a list of categories stands for. */
function respond({ name }, categories) {
    return { [name]: { categories: categories.map((category) => ({ name: category })) } };
}
/** The categories that a response chose in a job; undefined when it has no answer there. */
function categoriesIn(response, job) {
    const answer = response && Object.hasOwn(response, job) ? response[job] : undefined;
    const { categories } = (answer ?? {});
    if (!Array.isArray(categories) || categories.length === 0)
        return undefined;
    return categories.map((category) => String(category?.name));
}
/** What is wrong with a response for this project: a job or a category that its interface does not have. */
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
            return `the job ${name} takes one category, and there are ${chosen.length}`;
    }
    return undefined;
}
function listed(names) {
    return names.length > 20
        ? `${names.slice(0, 20).join(', ')} and ${names.length - 20} more`
        : names.join(', ');
}

;// CONCATENATED MODULE: ./build/src/results/agreement.js
/**
 * Agreement of a model with people: marks of human labels in, figures out. A mark that is not there is never taken
 * for 0 or for 1: its asset is not scored, and lowers the coverage instead.
 */
/** The score of an asset; undefined when none of its labels has a mark. */
function scoreOf({ labels }, aggregation) {
    const marks = labels.flatMap(({ mark }) => mark ?? []);
    if (marks.length === 0)
        return undefined;
    return aggregation === 'minimum' ? Math.min(...marks) : mean(marks);
}
/** The figures of all assets, with at most `worst` of the disagreements, the lowest scores first. */
function measureAgreement(assets, { aggregation, worst }) {
    const histogram = new Array(10).fill(0);
    const scores = [];
    const disagreements = [];
    for (const asset of assets) {
        const score = scoreOf(asset, aggregation);
        if (score === undefined)
            continue;
        scores.push(score);
        const bin = Math.min(9, Math.floor(score * 10));
        histogram[bin] = (histogram[bin] ?? 0) + 1;
        if (score < 1)
            disagreements.push({ asset, score });
    }
    disagreements.sort((a, b) => a.score - b.score || compare(a.asset.externalId, b.asset.externalId));
    return {
        agreement: scores.length === 0 ? undefined : mean(scores),
        coverage: assets.length === 0 ? 0 : scores.length / assets.length,
        predictions: assets.length,
        labeled: assets.filter(({ labels }) => labels.length > 0).length,
        scored: scores.length,
        histogram,
        disagreeing: disagreements.length,
        worst: disagreements.slice(0, worst).map(({ asset, score }) => disagreement(asset, score)),
    };
}
function disagreement({ externalId, assetId, predicted, labels }, score) {
    const choices = labels.flatMap(({ categories }) => (categories ? [categories] : []));
    const human = [...new Map(choices.map((choice) => [JSON.stringify(choice), choice])).values()];
    return { externalId, assetId, score, predicted, human };
}
function mean(values) {
    return values.reduce((sum, value) => sum + value, 0) / values.length;
}
/** By code units, so that the order is the same everywhere. */
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

;// CONCATENATED MODULE: ./build/src/results/confusion.js
/** Counts the labels of a job with a single choice. Labels count by what they say, with a mark or without. */
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

// EXTERNAL MODULE: ./build/src/results/gate.js
var results_gate = __webpack_require__(4829);
// EXTERNAL MODULE: ./build/src/results/rows.js + 4 modules
var results_rows = __webpack_require__(8544);
;// CONCATENATED MODULE: ./build/src/results/predictions.js
/**
 * Files of predictions: an external id of an asset to the model's answer for it. Read one row at a time, as often as
 * need be, so that the size of the file does not matter. The format is described by agreement/predictions.schema.json.
 */



/** Problems that are told one by one; further ones are only counted. */
const SHOWN = 20;
/** The predictions of a file. Throws `FileError` with all problems, the first `SHOWN` of them in words. */
async function* readPredictions(file) {
    const { format, rows } = await (0,results_rows/* openRows */.Y)(file);
    const problems = new Problems(file);
    const seen = new Map();
    for await (const row of rows) {
        const prediction = problems.attempt(row.line, () => readPrediction(row, format));
        if (!prediction)
            continue;
        const { line, externalId } = prediction;
        const first = seen.get(externalId);
        if (first !== undefined)
            problems.add(line, `external_id ${quote(externalId)} is on line ${first} already`);
        else
            seen.set(externalId, line);
        if (problems.count === 0)
            yield prediction;
    }
    if (seen.size === 0 && problems.count === 0)
        throw new errors/* FileError */.f6(`${file} has no predictions: write at least one`, { file });
    problems.refuse();
}
/** Collects what is wrong with the rows of a file. */
class Problems {
    count = 0;
    #file;
    #lines = [];
    constructor(file) {
        this.#file = file;
    }
    add(line, text) {
        this.count++;
        if (this.#lines.length < SHOWN)
            this.#lines.push({ line, text });
    }
    /** Does the work, and notes a problem when it throws. */
    attempt(line, work) {
        try {
            return work();
        }
        catch (error) {
            this.add(line, error instanceof Error ? error.message : String(error));
            return undefined;
        }
    }
    /** Throws `FileError` with every problem noted so far. */
    refuse() {
        const [first] = this.#lines;
        if (!first)
            return;
        const lines = this.#lines.map(({ line, text }) => `- line ${line}: ${text}`);
        const more = this.count > SHOWN ? [`- and ${this.count - SHOWN} more`] : [];
        const rows = this.count === 1 ? 'one row' : `${this.count} rows`;
        throw new errors/* FileError */.f6([`${this.#file}: ${rows} cannot be used. Nothing was sent.`, ...lines, ...more].join('\n'), { file: this.#file, line: first.line });
    }
}
/** A value for a message, shortened. */
function quote(value) {
    const text = JSON.stringify(value) ?? 'nothing';
    return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
const Categories = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* string */.YjP())]);
function readPrediction({ line, value }, format) {
    if (!isObject(value))
        throw new Error(`is no object with external_id and category, but ${quote(value)}`);
    if (format === 'object') {
        const [[externalId, given]] = Object.entries(value);
        const answer = isObject(given) ? { response: readResponse(given) } : readCategories(externalId, given);
        return { line, externalId: readId(externalId), answer };
    }
    const answer = predictions_readAnswer(value, format === 'csv');
    return { line, externalId: readId(value.external_id), answer };
}
/** Of a row with a column or key for each field; in CSV a response is JSON as text, and an empty cell is none. */
function predictions_readAnswer(row, csv) {
    const given = (name) => !(row[name] === undefined || row[name] === null || (csv && row[name] === ''));
    const unknown = Object.keys(row).find((name) => !['external_id', 'category', 'json_response'].includes(name));
    if (unknown !== undefined)
        throw new Error(`${quote(unknown)} is no field; there are external_id, category and json_response`);
    if (given('category') && given('json_response'))
        throw new Error('has a category and a json_response: leave one of them out');
    if (!given('json_response'))
        return readCategories('category', row.category);
    return { response: readResponse(csv ? parseJson(String(row.json_response)) : row.json_response) };
}
function readId(id) {
    if (typeof id === 'string' && id !== '')
        return copy(id);
    throw new Error(`external_id has to be the external id of an asset, and is ${quote(id)}`);
}
/** Of its own: a piece of a longer text keeps the whole of it in memory for as long as the piece is there. */
function copy(text) {
    return JSON.parse(JSON.stringify(text));
}
function readCategories(name, given) {
    const { data } = Categories.safeParse(given);
    const categories = typeof data === 'string' ? [data] : data;
    if (categories && categories.length > 0 && !categories.includes(''))
        return { categories };
    throw new Error(`${quote(name)} has to be the name of a category, or a list of names, and is ${quote(given)}`);
}
function readResponse(given) {
    if (isObject(given) && Object.keys(given).length > 0 && Object.values(given).every(isObject))
        return given;
    throw new Error(`json_response has to be an object like {"JOB": {"categories": [{"name": "RED"}]}}, and is ${quote(given)}`);
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        throw new Error(`json_response is not JSON: ${quote(text)}`);
    }
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/src/results/batches.js
/**
 * Gathers items into batches of so many items and, as far as one item allows, so many characters.
 *
 * @param lengthOf characters of an item
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

;// CONCATENATED MODULE: ./build/src/agreement/targets.js





/** External ids in one query, as in the vendor's client, and characters that they may have together. */
const LOOKUP = { count: 1000, characters: 1024 * 1024 };
/** The response of a prediction. Throws an `Error` that says what to do when it names a category and no job. */
function responseOf({ answer }, job) {
    if ('response' in answer)
        return answer.response;
    if (job)
        return respond(job, answer.categories);
    throw new Error('names a category, and the project has no single classification job that it could be of: name the job with the input job');
}
/**
 * Finds the asset of every prediction, having checked every answer against the project's interface. Nothing has been
 * changed when this throws: it lists all that is wrong.
 */
async function findTargets(kili, file, job) {
    const predictions = await checkAnswers(kili.project, file, job);
    const targets = [];
    const missing = [];
    const shared = [];
    for await (const batch of batches(predictions, LOOKUP, ({ externalId }) => externalId.length)) {
        const assets = new Map();
        for (const { id, externalId } of await kili.findAssets(batch.map(({ externalId }) => externalId)))
            assets.set(externalId, [...(assets.get(externalId) ?? []), id]);
        for (const prediction of batch) {
            const [assetId, ...others] = assets.get(prediction.externalId) ?? [];
            if (assetId === undefined)
                missing.push(prediction.externalId);
            else if (others.length > 0)
                shared.push(prediction.externalId);
            else
                targets.push({ ...prediction, assetId });
        }
        if (predictions.length > LOOKUP.count)
            log/* info */.pq(`Found ${targets.length} of ${predictions.length} assets`);
    }
    refuseAssets(kili.project.id, file, missing, shared);
    return targets;
}
/** Every prediction with what it chose in the job; throws `FileError` when the project cannot take one of them. */
async function checkAnswers(project, file, job) {
    const problems = new Problems(file);
    const checked = [];
    // Predictions repeat few answers: each is held once.
    const known = new Map();
    for await (const prediction of readPredictions(file)) {
        const response = problems.attempt(prediction.line, () => responseOf(prediction, job));
        if (!response)
            continue;
        const problem = problemWith(response, project);
        if (problem !== undefined)
            problems.add(prediction.line, problem);
        const chosen = job && categoriesIn(response, job.name);
        const key = JSON.stringify(chosen);
        if (chosen && !known.has(key))
            known.set(key, chosen);
        checked.push({ externalId: prediction.externalId, predicted: known.get(key) });
    }
    problems.refuse();
    return checked;
}
/** External ids that the error itself names; the log has all. */
const targets_SHOWN = 20;
function refuseAssets(projectId, file, missing, shared) {
    const complaints = [
        ...complaint(missing, 'have no asset in the project', 'import the assets, or take them out of the file'),
        ...complaint(shared, 'belong to several assets each', 'give each asset an external id of its own in Kili'),
    ];
    if (complaints.length > 0)
        throw new errors/* ActionError */.lZ(`${file} does not fit the project ${projectId}. Nothing was pushed.\n${complaints.join('\n')}`);
}
function complaint(externalIds, what, advice) {
    if (externalIds.length === 0)
        return [];
    const group = `${externalIds.length} external ids ${what}`;
    log/* startGroup */.Oh(group);
    for (const externalId of externalIds)
        log/* info */.pq(quote(externalId));
    log/* endGroup */.N4();
    const more = externalIds.length > targets_SHOWN ? ` and ${externalIds.length - targets_SHOWN} more, all in the log` : '';
    return [`- ${group}: ${externalIds.slice(0, targets_SHOWN).map(quote).join(', ')}${more}; ${advice}.`];
}

;// CONCATENATED MODULE: ./build/src/agreement/marks.js





/** Milliseconds before marks are looked at again; each further pause is twice as long, up to the longest. */
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30_000;
/**
 * Reads the marks of the latest human labels on all assets, and waits while labels have none: Kili computes them after
 * the inference has come. What has no mark when the wait is over stays without; `unmarked` counts these.
 */
async function readMarks(targets, options) {
    const until = performance.now() + options.wait;
    const readings = new Map();
    let due = targets;
    for (let pause = FIRST_PAUSE;; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
        await readInto(readings, due, options);
        due = due.filter(({ assetId }) => (readings.get(assetId)?.waiting ?? 0) > 0);
        const left = until - performance.now();
        if (due.length === 0 || left <= 0)
            break;
        log/* info */.pq(`${due.length} of ${targets.length} assets have labels without a mark; Kili is computing them`);
        await (0,promises_.setTimeout)(Math.min(pause, left), undefined, { signal: options.signal });
    }
    const unmarked = [...readings.values()].reduce((sum, { waiting }) => sum + waiting, 0);
    return { assets: targets.flatMap(({ assetId }) => readings.get(assetId) ?? []), unmarked };
}
async function readInto(readings, targets, { kili, job, labelTypes }) {
    let read = 0;
    for await (const batch of batches(targets, LOOKUP, ({ externalId }) => externalId.length)) {
        const labels = new Map();
        const externalIds = batch.map(({ externalId }) => externalId);
        const responses = job !== undefined;
        for (const label of await kili.humanLabels(externalIds, labelTypes, { responses })) {
            if (!label.isLatestLabelForUser)
                continue;
            const known = labels.get(label.labelOf.id);
            if (known)
                known.push(label);
            else
                labels.set(label.labelOf.id, [label]);
        }
        for (const target of batch)
            readings.set(target.assetId, readingOf(target, labels.get(target.assetId) ?? [], job));
        read += batch.length;
        if (targets.length > LOOKUP.count)
            log/* info */.pq(`Read the labels of ${read} of ${targets.length} assets`);
    }
}
function readingOf(target, labels, job) {
    const marks = labels.map((label) => {
        const categories = job && categoriesIn(label.jsonResponse, job.name);
        const mark = label.inferenceMark ?? undefined;
        const knowsResponse = label.jsonResponse !== undefined;
        const stale = mark !== undefined && knowsResponse && contradicts(mark, target.predicted, categories, job);
        return { mark: stale ? undefined : mark, categories };
    });
    return { ...target, labels: marks, waiting: marks.filter(({ mark }) => mark === undefined).length };
}
/**
 * Whether a mark cannot be of this prediction: of the one before, that is, or of another model's. It can be told where
 * the project has one single-choice job and nothing else: the mark is 1 exactly when both chose the same.
 */
function contradicts(mark, predicted, human, job) {
    if (!job?.alone || !job.single || !predicted || !human)
        return false;
    return (predicted[0] === human[0]) !== (mark === 1);
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/src/agreement/push.js









/** Characters of responses in one request. */
const LARGEST_BATCH = 4 * 1024 * 1024;
/**
 * Pushes the predictions as inference labels, batch by batch. One that Kili has already as the model's latest
 * inference is left alone: so a run after a failure goes on where that one stopped.
 */
async function pushPredictions(file, targets, job, options, progress) {
    const parcels = addressed(file, targets, job);
    const lookups = batches(parcels, { ...LOOKUP, characters: LARGEST_BATCH }, lengthOf);
    for await (const lookup of lookups) {
        const latest = await latestInferences(options, lookup, progress);
        const fresh = lookup.filter((parcel) => !isThere(parcel, latest.get(parcel.assetId)));
        progress.already += lookup.length - fresh.length;
        for await (const batch of batches(fresh, { count: BATCH, characters: LARGEST_BATCH }, lengthOf)) {
            if (!options.dryRun)
                await deliver(batch, latest, options).catch(explain(batch, targets.length, progress));
            progress.sent += batch.length;
        }
        if (targets.length > LOOKUP.count)
            log/* info */.pq(`Predictions: ${progress.sent + progress.already} of ${targets.length}`);
    }
}
/** The predictions of the file, in its order, each with its asset. */
async function* addressed(file, targets, job) {
    let index = 0;
    for await (const prediction of readPredictions(file)) {
        const target = targets[index++];
        if (target?.externalId !== prediction.externalId)
            throw new errors/* ActionError */.lZ(`${file} was changed while the action was reading it: keep it as it is.`);
        yield { ...target, response: responseOf(prediction, job) };
    }
}
function lengthOf({ externalId, response }) {
    return externalId.length + JSON.stringify(response).length;
}
/** The model's latest inference on each asset. */
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
function isThere({ response }, inference) {
    return inference?.jsonResponse !== undefined && (0,external_node_util_.isDeepStrictEqual)(inference.jsonResponse, response);
}
/**
 * Appends a batch. When it is not known whether the server did so, what it has is read first, and only what is
 * missing is sent again: an inference has arrived when it is what we sent, or (where Kili keeps responses elsewhere)
 * when it is another one than before.
 */
async function deliver(batch, before, options) {
    const { kili, modelName, signal } = options;
    let missing = batch;
    let unknown = false;
    const attempt = async () => {
        if (unknown) {
            const now = await latestInferences(options, missing);
            missing = missing.filter((parcel) => {
                const inference = now.get(parcel.assetId);
                const renewed = inference && inference.id !== before.get(parcel.assetId)?.id;
                return !(kili.hasResponses ? isThere(parcel, inference) : renewed);
            });
            unknown = false;
            if (missing.length === 0)
                return;
        }
        const inferences = missing.map(({ assetId, response }) => ({
            assetId,
            jsonResponse: JSON.stringify(response),
        }));
        await kili.append(modelName, inferences).catch((error) => {
            unknown = isOutcomeUnknown(error);
            throw error;
        });
    };
    await (0,retry/* retry */.L)(attempt, { what: `push of ${batch.length} predictions`, signal, transient: isTransient });
}
/** Adds to a failed batch what is done already and what remains. */
function explain(batch, total, { sent, already }) {
    return (cause) => {
        if (!(isTransient(cause) || isOutcomeUnknown(cause) || cause instanceof errors/* ActionError */.lZ))
            throw cause;
        const range = `${JSON.stringify(batch[0]?.externalId)} to ${JSON.stringify(batch.at(-1)?.externalId)}`;
        const state = isOutcomeUnknown(cause) ? 'may or may not have arrived' : 'were not accepted';
        throw new errors/* ActionError */.lZ(`A batch of ${batch.length} predictions (${range}) ${state}: ${cause instanceof Error ? cause.message : cause}\n${sent + already} of ${total} predictions are in Kili, and ${total - sent - already} remain; run again to push those: what is there is recognised and left alone.`, { cause });
    };
}

;// CONCATENATED MODULE: ./build/src/agreement/assess.js










/**
 * Pushes the predictions and measures how far people agree with them. What becomes known is noted in `assessment` at
 * once, so that a failure later on loses none of it.
 */
async function assess(inputs, shell, assessment) {
    const { journal, signal } = shell;
    const { access, predictions: file, modelName, mode } = inputs;
    assessment.predictions = await journal.phase('Check the file', () => countPredictions(file));
    log/* info */.pq(`${file} has ${assessment.predictions} predictions of ${modelName}`);
    if (!access)
        return log/* info */.pq('There is no api-key, so only the file was checked');
    const { endpoint, apiKey, projectId } = access;
    const kili = await journal.phase('Open the project', () => openProject(endpoint, apiKey, projectId, signal));
    const job = chooseJob(kili.project, inputs.job);
    Object.assign(assessment, { job, projectId, linkTo: assetLink(endpoint) });
    const targets = await journal.phase('Find the assets', () => findTargets(kili, file, job));
    await push(kili, targets, inputs, shell, assessment);
    if (mode.dryRun)
        return;
    const { assets, unmarked } = await journal.phase('Read the marks', () => readMarks(targets, { kili, job, labelTypes: inputs.labelTypes, wait: inputs.wait, signal }));
    const agreement = measureAgreement(assets, inputs);
    Object.assign(assessment, { agreement, unmarked, gates: gatesOf(agreement, inputs) });
    if (job?.single && kili.hasResponses)
        assessment.confusion = confusionOf(assets);
    warn(assessment);
}
async function countPredictions(file) {
    let count = 0;
    for await (const _ of readPredictions(file))
        count++;
    return count;
}
async function push(kili, targets, { predictions, modelName, mode }, { journal, signal }, assessment) {
    const progress = { sent: 0, already: 0, shared: 0 };
    const { dryRun } = mode;
    assessment.pushed = progress;
    try {
        await journal.phase(dryRun ? 'Compare the predictions' : 'Push the predictions', () => pushPredictions(predictions, targets, assessment.job, { kili, modelName, dryRun, signal }, progress));
    }
    finally {
        assessment.shared = progress.shared;
        noteDone(journal, dryRun, modelName, progress.sent);
    }
    const { sent, already } = progress;
    log/* info */.pq(`${sent} predictions ${dryRun ? 'would be' : 'were'} pushed, ${already} are in Kili already`);
}
function noteDone(journal, dryRun, modelName, sent) {
    if (dryRun || sent === 0)
        return;
    journal.done.push(`${sent} predictions of ${modelName} were pushed as inference labels.`);
}
/** One gate for each threshold that is set. */
function gatesOf({ agreement, coverage, scored, predictions }, { minimumAgreement, minimumCoverage }) {
    const gates = [
        { name: 'Agreement', observed: agreement, threshold: minimumAgreement, n: scored, of: 'scored assets' },
        { name: 'Coverage', observed: coverage, threshold: minimumCoverage, n: predictions, of: 'predictions' },
    ];
    return gates.filter(({ threshold }) => threshold !== undefined).map((gate) => (0,results_gate/* judge */.S4)(gate));
}
/** The page of an asset in Kili's interface, which is on the host of the API. */
function assetLink({ origin }) {
    return (assetId) => `${origin}/label/projects/label/${encodeURIComponent(assetId)}`;
}
function warn({ agreement, unmarked = 0, shared = 0, modelName }) {
    if (unmarked > 0)
        log/* warning */.$e(`${unmarked} human labels have no mark for these predictions yet, and count neither for nor against the model. Raise timeout, or run again later.`, 'Marks are missing');
    if (shared > 0)
        log/* warning */.$e(`${shared} assets have inference labels of other models beside ${modelName}. Kili does not say which model a mark is of: delete the others' inference labels, or use a project for each model.`, 'Several models on one asset');
    if (agreement && agreement.scored === 0)
        log/* warning */.$e('No asset has a human label with a mark, so there is no agreement to report. Have some of the assets labeled in Kili, and check label-types.', 'Nothing was scored');
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/src/lib/inputs.js
var lib_inputs = __webpack_require__(4212);
// EXTERNAL MODULE: ./build/src/lib/mode.js
var lib_mode = __webpack_require__(9746);
// EXTERNAL MODULE: ./build/src/lib/fields.js
var fields = __webpack_require__(4940);
;// CONCATENATED MODULE: ./build/src/agreement/fields.js
/** The inputs of the agreement action: name, type and rules. What each means, and its default, stands in action.yml. */



const LABEL_TYPES = ['DEFAULT', 'REVIEW'];
/** Labels of people; those of models have no agreement with a model. */
const labelTypes = (0,fields/* list */.p_)({ comma: true }).check(schemas/* refine */.YPB((types) => types.length > 0 && types.every((type) => LABEL_TYPES.includes(type)), {
    error: `is no list of types of human labels; write ${LABEL_TYPES.join(' or ')}, or both with a comma`,
}));
const wholeNumber = (0,fields/* parsed */.Yz)((text) => {
    if (/^\d{1,6}$/.test(text))
        return Number(text);
    throw new Error('is no whole number; write digits only, like 20');
});
/** Kili's API has one address, so its host alone says as much. */
const endpoint = schemas/* pipe */.FsL(fields/* address */.hl, schemas/* transform */.pdi((url) => (url.pathname === '/' ? new URL('/api/label/v2/graphql', url) : url)));
const fields_fields = {
    'api-key': (0,lib_inputs/* secret */.rJ)(fields/* token */.Sh),
    'api-url': schemas/* prefault */.SdS(endpoint, 'https://cloud.kili-technology.com/api/label/v2/graphql'),
    'project-id': fields/* line */.n8,
    predictions: fields/* line */.n8,
    'model-name': fields/* line */.n8,
    job: fields/* line */.n8,
    'label-types': schemas/* prefault */.SdS(labelTypes, 'DEFAULT,REVIEW'),
    aggregation: schemas/* prefault */.SdS((0,fields/* oneOf */.yL)('mean', 'minimum'), 'mean'),
    timeout: schemas/* prefault */.SdS(wholeNumber, '300'),
    'minimum-agreement': fields/* fraction */.zO,
    'minimum-coverage': fields/* fraction */.zO,
    worst: schemas/* prefault */.SdS(wholeNumber, '20'),
    gate: schemas/* prefault */.SdS((0,fields/* oneOf */.yL)('fail', 'warn', 'off'), 'fail'),
    'dry-run': schemas/* prefault */.SdS((0,fields/* oneOf */.yL)('auto', 'true', 'false'), 'auto'),
};
/** Variables of the environment that stand in for inputs: those of the platform's own client. */
const variables = { 'api-key': 'KILI_API_KEY', 'api-url': 'KILI_API_ENDPOINT' };

;// CONCATENATED MODULE: ./build/src/agreement/inputs.js




/** Reads every input. Throws one `InputError` with all that is wrong, before anything is sent. */
function loadInputs(event) {
    const inputs = new lib_inputs/* Inputs */.G0(fields_fields, variables);
    const { values } = inputs;
    const mode = (0,lib_mode/* decideMode */.a)(values['dry-run'], event);
    const required = {
        'api-key': `store an API key of Kili as a secret of the repository and write api-key: \${{ secrets.KILI_API_KEY }}`,
        'project-id': "copy it from the project's address in Kili",
        predictions: 'write the path of a file with predictions, relative to the root of the repository',
        'model-name': 'write the name that the model goes by in Kili, such as car-color-v3',
    };
    const optional = mode.dryRun ? ['api-key', 'project-id'] : [];
    for (const name of Object.keys(required))
        if (values[name] === undefined && !optional.includes(name))
            inputs.problem(name, undefined, `is required; ${required[name]}`);
    checkFile(inputs, values.predictions);
    inputs.refuse();
    const { 'api-key': apiKey, 'project-id': projectId } = values;
    return {
        mode,
        access: apiKey && projectId ? { endpoint: values['api-url'], apiKey, projectId } : undefined,
        predictions: values.predictions ?? '',
        modelName: values['model-name'] ?? '',
        job: values.job,
        labelTypes: [...new Set(values['label-types'])],
        aggregation: values.aggregation,
        wait: values.timeout * 1000,
        minimumAgreement: values['minimum-agreement'],
        minimumCoverage: values['minimum-coverage'],
        worst: values.worst,
        gate: values.gate,
    };
}
function checkFile(inputs, path) {
    if (path === undefined || (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile())
        return;
    inputs.problem('predictions', path, 'there is no such file in the workspace; write its path relative to the root of the repository, and have an earlier step make it');
}

;// CONCATENATED MODULE: ./build/src/agreement/outputs.js

/** The action's outputs, by name as in action.yml. One with no value is the empty string. */
function agreementOutputs({ mode, predictions, pushed, agreement, gates, linkTo, }) {
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
        pushed: mode?.dryRun ? '' : outputs_text(pushed?.sent),
        disagreements: worst ? JSON.stringify(worst) : '',
        passed: (0,results_gate/* passedOutput */.aW)(gates),
        'dry-run': mode ? String(mode.dryRun) : '',
    };
}
function outputs_text(value) {
    return value === undefined ? '' : String(value);
}

// EXTERNAL MODULE: ./build/src/lib/event.js
var lib_event = __webpack_require__(2617);
// EXTERNAL MODULE: ./build/src/report/bar.js
var bar = __webpack_require__(9317);
// EXTERNAL MODULE: ./build/src/report/gate-table.js
var gate_table = __webpack_require__(1452);
// EXTERNAL MODULE: ./build/src/report/markdown.js
var markdown = __webpack_require__(75);
// EXTERNAL MODULE: ./build/src/report/report.js
var report = __webpack_require__(8456);
;// CONCATENATED MODULE: ./build/src/report/agreement-summary.js





/** Categories that the confusion table shows; the rarest are left out. */
const SHOWN_CATEGORIES = 15;
/** The job summary of the agreement action: verdict, gates, figures, histogram, confusion, the worst assets, timeline. */
function agreementSummary(assessment, journal, error) {
    const { agreement, confusion, gates, linkTo } = assessment;
    const sections = [
        ...(gates.length > 0 ? [(0,gate_table/* gateTable */.k)(gates)] : []),
        facts(assessment),
        ...(agreement && agreement.scored > 0 ? [histogram(agreement)] : []),
        ...(confusion && confusion.labels > 0 ? [confusionTable(confusion, assessment.job?.name ?? '')] : []),
        ...(agreement && agreement.worst.length > 0 ? [worstTable(agreement, linkTo)] : []),
    ];
    return (0,report/* report */.z)(verdict(assessment, error), sections, journal, error);
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
    const failed = gates.length > 0 && (0,results_gate/* overallVerdict */.Bn)(gates) !== 'pass';
    const mark = failed ? (gateMode === 'fail' ? '❌' : '⚠️') : '✅';
    return (0,markdown.md) `${mark} People agree ${percent} with ${model}`;
}
function facts({ mode, modelName, job, predictions, pushed, agreement, unmarked, shared, projectId, }) {
    return (0,report/* factTable */.B)([
        [mode?.dryRun ? 'Dry run' : 'Run', mode?.reason],
        ['Model', modelName && (0,markdown/* code */.aY)(modelName)],
        ['Project', projectId && (0,markdown/* code */.aY)(projectId)],
        ['Job', job && (0,markdown/* code */.aY)(job.name)],
        ['Predictions', predictions],
        [mode?.dryRun ? 'Would be pushed' : 'Pushed', pushed?.sent],
        ['In Kili already', pushed?.already],
        ['Agreement', agreement?.agreement === undefined ? undefined : (0,results_gate/* figure */.vP)(agreement.agreement)],
        [
            'Coverage',
            agreement &&
                `${(0,results_gate/* figure */.vP)(agreement.coverage)} (${agreement.scored} of ${agreement.predictions} predictions scored, ${agreement.labeled} labeled)`,
        ],
        ['Labels without a mark', unmarked || undefined],
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
    const name = (category) => category === undefined ? 'no answer' : (0,markdown/* code */.aY)((0,markdown/* clip */.$Q)(category, 60));
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
    const choice = (categories) => categories ? (0,markdown/* code */.aY)((0,markdown/* clip */.$Q)(categories.join(' + '), 100)) : '—';
    const rows = worst.map(({ externalId, assetId, score, predicted, human }) => [
        linkTo ? (0,markdown/* link */.nf)((0,markdown/* code */.aY)((0,markdown/* clip */.$Q)(externalId, 100)), linkTo(assetId)) : (0,markdown/* code */.aY)((0,markdown/* clip */.$Q)(externalId, 100)),
        (0,results_gate/* figure */.vP)(score),
        choice(predicted),
        human.length > 0 ? (0,markdown/* join */.fj)(human.map(choice), (0,markdown.md) `, `) : '—',
    ]);
    const heading = worst.length < disagreeing
        ? `The worst ${worst.length} of ${disagreeing} disagreements`
        : `${disagreeing} disagreements`;
    return (0,markdown/* join */.fj)([(0,markdown.md) `### ${heading}`, (0,markdown/* table */.tp)(['Asset', 'Agreement', 'Model', 'Human'], rows)]);
}

;// CONCATENATED MODULE: ./build/src/actions/agreement.js







/** Pushes a model's predictions to Kili, reads how far people agree with them, and gates on it. */
const agreement = {
    begin: () => ({ gates: [], gateMode: 'fail' }),
    run: async (assessment, shell) => {
        const inputs = loadInputs((0,lib_event/* readEvent */.j)());
        const { mode, modelName, gate } = inputs;
        Object.assign(assessment, { mode, modelName, gateMode: gate });
        log/* info */.pq(`${mode.dryRun ? 'Dry run' : 'Pushing predictions'}: ${mode.reason}`);
        await assess(inputs, shell, assessment);
        (0,results_gate/* reportGates */.Dx)(assessment.gates, gate);
    },
    outputs: agreementOutputs,
    summary: agreementSummary,
    failedGate: ({ gates, gateMode }) => (0,results_gate/* failedGates */.qq)(gates, gateMode),
};


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

/***/ 9317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ unbroken),
/* harmony export */   M: () => (/* binding */ bar)
/* harmony export */ });
/** Characters of the longest bar. */
const LONGEST = 12;
/**
 * A bar for a cell of a table, of a length in proportion. Text, since Mermaid's charts draw a bar for nothing too, and
 * cannot be read where the page is narrow. Nothing for 0, and a sliver for what is too little to be seen.
 */
function bar(value, largest) {
    if (value <= 0)
        return '';
    return '█'.repeat(Math.round((value / largest) * LONGEST)) || '▏';
}
/** Text that is not broken over two lines. */
function unbroken(text) {
    return text.replaceAll(' ', '\u00a0');
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
