export const id = 533;
export const ids = [533];
export const modules = {

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

/***/ 4533:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verifyImage: () => (/* binding */ verifyImage)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var mini_schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./build/src/lib/foreign-text.js
var foreign_text = __webpack_require__(1721);
// EXTERNAL MODULE: ./build/src/lib/log.js
var log = __webpack_require__(7399);
// EXTERNAL MODULE: ./build/src/docker/engine.js
var docker_engine = __webpack_require__(4942);
// EXTERNAL MODULE: ./build/src/docker/engine-error.js
var engine_error = __webpack_require__(2537);
;// CONCATENATED MODULE: ./build/src/docker/container.js








/** How often a container is started that a busy engine refuses. */
const ATTEMPTS = 3;
/** The last lines of a container that are kept, to be shown and judged. */
const KEPT_LINES = 400;
/**
 * Runs an image once, with nothing but the given environment, and waits for its end or for the time limit. No
 * container outlives the call: one that takes too long is killed, and one of a cancelled job too.
 */
async function runContainer(caller, image, options) {
    for (let attempt = 1;; attempt++) {
        const outcome = await runOnce(caller, image, options);
        if (outcome.refusal === undefined || isLasting(outcome.refusal) || attempt === ATTEMPTS)
            return outcome;
        log/* info */.pq(`The engine did not start a container (${outcome.refusal}); trying again`);
    }
}
async function runOnce(caller, image, options) {
    const start = performance.now();
    const outcome = { exitCode: undefined, timedOut: false, refusal: undefined, output: [] };
    const duration = () => Math.round(performance.now() - start);
    try {
        const { network, environment = {}, dns } = options;
        const ended = await withContainer(caller, 'run', {
            Image: image,
            Env: Object.entries(environment).map(([name, value]) => `${name}=${value}`),
            HostConfig: {
                NetworkMode: network,
                Dns: dns?.servers ?? [],
                DnsOptions: dns?.options ?? [],
                // Also when this process was killed.
                AutoRemove: true,
            },
        }, (id) => runCreated(caller, id, options));
        return { ...outcome, ...ended, duration: duration() };
    }
    catch (error) {
        // With a status, it is the engine's answer about this container.
        if (!(error instanceof engine_error/* EngineError */.NJ && error.status !== undefined))
            throw error;
        return { ...outcome, refusal: error.reason, duration: duration() };
    }
}
/** Starts a container, and takes its output and its exit code. */
async function runCreated(caller, id, { timeLimit, created }) {
    created?.(id);
    const path = `/containers/${id}`;
    // The time limit kills the container; this is for an engine that does not even do that.
    const minutes = timeLimit / 60 + 2;
    const query = { stream: '1', stdout: '1', stderr: '1' };
    const attach = { method: 'POST', path: `${path}/attach`, query, minutes };
    const limit = new TimeLimit(caller, id, timeLimit);
    try {
        return await (0,docker_engine/* readAnswer */.JN)(caller, attach, async (attached) => {
            // Asked for ahead, as the engine keeps nothing of a container that ended.
            const wait = { method: 'POST', path: `${path}/wait`, query: { condition: 'removed' }, minutes };
            return await (0,docker_engine/* readAnswer */.JN)(caller, wait, async (waited) => {
                const reading = Promise.all([readOutput(attached), (0,consumers_.json)(waited)]);
                // Its failure is told below, after that of the start.
                reading.catch(() => { });
                await (0,docker_engine/* order */.fq)(caller, { method: 'POST', path: `${path}/start`, minutes });
                const [output, ended] = await reading;
                const { StatusCode } = Ended.parse(ended);
                return { exitCode: limit.passed ? undefined : StatusCode, timedOut: limit.passed, output };
            });
        });
    }
    finally {
        await limit.end();
    }
}
const Created = mini_schemas/* object */.Ikc({ Id: mini_schemas/* string */.YjP() });
const Ended = mini_schemas/* object */.Ikc({ StatusCode: mini_schemas/* number */.aig() });
/** Does the work with a container that is not started yet, and removes it afterwards, running or not. */
async function withContainer(caller, purpose, settings, work) {
    const { engine, signal } = caller;
    const name = `evaluator-action-${purpose}-${(0,external_node_crypto_.randomUUID)()}`;
    try {
        const call = { method: 'POST', path: '/containers/create', query: { name }, body: settings };
        signal.throwIfAborted();
        // Not cut off by a cancellation: the engine would go on, and make the container after its removal.
        const { Id } = await (0,docker_engine/* ask */.kA)({ engine, signal: new AbortController().signal }, call, Created);
        signal.throwIfAborted();
        return await work(Id);
    }
    finally {
        // By its name, as the answer with the id may have been cut off; and in a cancelled job, too.
        const query = { force: '1', v: '1' };
        const ending = { engine, signal: AbortSignal.timeout(30_000) };
        await (0,docker_engine/* order */.fq)(ending, { method: 'DELETE', path: `/containers/${name}`, query }).catch(() => { });
    }
}
/**
 * The lines of both streams of a container, the last ones. An engine sends each piece with eight bytes in front: the
 * number of the stream, and the length in the last four.
 */
async function readOutput(attached) {
    const output = [];
    const keep = (line) => {
        output.push(line);
        if (output.length > KEPT_LINES)
            output.shift();
    };
    const readers = [1, 2].map(() => new foreign_text/* LineReader */.uo(keep));
    let rest = Buffer.alloc(0);
    for await (const chunk of attached) {
        rest = Buffer.concat([rest, chunk]);
        while (rest.length >= 8 && rest.length >= 8 + rest.readUInt32BE(4)) {
            const end = 8 + rest.readUInt32BE(4);
            readers[rest[0] === 2 ? 1 : 0]?.write(rest.subarray(8, end));
            rest = rest.subarray(end);
        }
    }
    for (const reader of readers)
        reader.end();
    return output;
}
/** Whether the engine's refusal is about the image itself, and not about the moment. */
function isLasting(refusal) {
    return /exec|executable|entrypoint|no command|no such file|permission denied|image/i.test(refusal);
}
/** Kills a container at its time limit, and goes on until it is dead: it may just be starting. */
class TimeLimit {
    passed = false;
    #ended = new AbortController();
    #watch;
    constructor(caller, id, seconds) {
        this.#watch = this.#kill(caller, id, seconds).catch(() => { });
    }
    async end() {
        this.#ended.abort();
        await this.#watch;
    }
    async #kill(caller, id, seconds) {
        const { signal } = this.#ended;
        await (0,promises_.setTimeout)(seconds * 1000, undefined, { signal });
        for (this.passed = true; !signal.aborted; await (0,promises_.setTimeout)(1000, undefined, { signal }))
            await (0,docker_engine/* order */.fq)(caller, { method: 'POST', path: `/containers/${id}/kill` }).catch(() => { });
    }
}

// EXTERNAL MODULE: ./build/src/docker/dockerfile.js
var docker_dockerfile = __webpack_require__(3622);
;// CONCATENATED MODULE: ./build/src/docker/history.js



const History = mini_schemas/* array */.YOg(mini_schemas/* object */.Ikc({ CreatedBy: mini_schemas/* string */.YjP(), Size: mini_schemas/* number */.aig() }));
/** Reads an image's history from the engine. */
async function readHistory(caller, image) {
    const history = await (0,docker_engine/* ask */.kA)(caller, { method: 'GET', path: `/images/${image}/history` }, History);
    return history.map(({ CreatedBy, Size }) => ({ createdBy: CreatedBy, size: Size })).reverse();
}
/**
 * Tells which history entries are those of the Dockerfile, and so which layers this build added to its base image.
 * BuildKit writes one entry an instruction of the stage (and of the stages that it is built from), so they are the
 * last ones; each must begin with its instruction's keyword.
 *
 * @param layers how many layers the image has
 * @returns undefined when Dockerfile and history do not agree, as with an ONBUILD of the base image
 */
function findAddedSteps(history, layers, dockerfile, target) {
    const instructions = instructionsOf((0,docker_dockerfile/* parseInstructions */.ts)(dockerfile), target);
    const entries = history.slice(history.length - (instructions?.length ?? 0));
    if (!instructions || instructions.length === 0 || entries.length < instructions.length)
        return undefined;
    const steps = [];
    let layer = layers - instructions.filter(makesLayer).length;
    for (const [index, instruction] of instructions.entries()) {
        const entry = entries[index];
        if (!entry?.createdBy.toUpperCase().startsWith(instruction.keyword))
            return undefined;
        steps.push({ ...entry, instruction, layer: makesLayer(instruction) ? layer++ : undefined });
    }
    return layer === layers && layers >= steps.filter((step) => step.layer !== undefined).length
        ? steps
        : undefined;
}
/** The layers of an image that have a size, the lowest first. */
function layerSizes(history, steps) {
    const below = history.slice(0, history.length - (steps?.length ?? 0));
    const sizes = [
        ...below.map((entry) => ({
            text: instructionOf(entry),
            line: undefined,
            size: entry.size,
            base: steps !== undefined,
        })),
        ...(steps ?? []).map(({ instruction: { text, line }, size }) => ({ text, line, size, base: false })),
    ];
    return sizes.filter(({ size }) => size > 0);
}
/** An instruction without what the builder put around it, the values of its build arguments above all. */
function instructionOf({ createdBy }) {
    const text = createdBy
        .replace(/ # buildkit$/, '')
        .replace(/^RUN \|\d+ .*?(?=\/bin\/sh -c )/s, 'RUN ')
        .replace(/^(RUN )?\/bin\/sh -c (#\(nop\) +)?/, (_, run = '', nop = '') => (nop ? '' : run || 'RUN '));
    return text.trim() || 'imported';
}
/** The instructions that make the stage `target`, those of the stages below it first. */
function instructionsOf(instructions, target) {
    const froms = instructions.filter(({ keyword }) => keyword === 'FROM');
    const isTarget = ({ stage }) => stage.name === target?.toLowerCase() || String(stage.index) === target;
    const from = target === undefined ? froms.at(-1) : froms.find(isTarget);
    if (!from)
        return undefined;
    const own = instructions.filter(({ stage, keyword }) => stage.index === from.stage.index && keyword !== 'FROM');
    const base = /^FROM (?:--\S+ )*(\S+)/.exec(from.text)?.[1]?.toLowerCase();
    const parent = froms.find(({ stage }) => stage.index < from.stage.index && stage.name === base);
    return parent ? [...(instructionsOf(instructions, parent.stage.name) ?? []), ...own] : own;
}
/** BuildKit makes a layer of these even when it is empty, and of no other. */
function makesLayer({ keyword, text }) {
    return /^(RUN|COPY|ADD)$/.test(keyword) || (keyword === 'WORKDIR' && text !== 'WORKDIR /');
}

// EXTERNAL MODULE: ./build/src/lib/together.js
var together = __webpack_require__(6471);
// EXTERNAL MODULE: ./build/src/lib/secrets.js
var secrets = __webpack_require__(1752);
// EXTERNAL MODULE: ./build/src/verify/findings.js
var verify_findings = __webpack_require__(6769);
;// CONCATENATED MODULE: ./build/src/verify/config-checks.js


/** What an image's configuration and history give to say. */
function checkConfig(described, search) {
    const { image } = described;
    const { entrypoint, command, platform, user } = image.facts;
    const [program = '', flag] = entrypoint;
    const place = placeOf(described, 'ENTRYPOINT');
    const findings = [];
    if (entrypoint.length === 0 && command.length === 0)
        findings.push((0,verify_findings/* finding */.gk)('no-entrypoint', 'the image has neither ENTRYPOINT nor CMD', place));
    if (platform !== 'linux/amd64')
        findings.push((0,verify_findings/* finding */.gk)('wrong-platform', `the image is for ${platform}, not for linux/amd64`));
    if (/(^|\/)(ba|da|a)?sh$/.test(program) && flag === '-c')
        findings.push((0,verify_findings/* finding */.gk)('shell-entrypoint', `the entry point is a shell: ${entrypoint.join(' ')}`, place));
    if (/^(root|0)(:|$)/.test(user))
        findings.push((0,verify_findings/* finding */.gk)('root-user', 'the evaluator runs as root', placeOf(described, 'USER')));
    return [...findings, ...checkSecrets(described, search), ...checkVariables(described)];
}
/** A secret itself, in plain or encoded, in what anyone who can pull the image can read. */
function checkSecrets({ image, history, steps, dockerfile }, search) {
    if (search.empty)
        return [];
    const { environment, labels, facts } = image;
    const config = { environment, labels, entrypoint: facts.entrypoint, command: facts.command };
    const inConfig = Object.entries(config).flatMap(([part, value]) => {
        const label = search.findIn(JSON.stringify(value));
        return label === undefined ? [] : [(0,verify_findings/* finding */.gk)('secret-in-config', `${label} is in the image's ${part}`)];
    });
    const inHistory = history.flatMap(({ createdBy }, index) => {
        const label = search.findIn(createdBy);
        if (label === undefined)
            return [];
        const step = steps?.[index - (history.length - steps.length)];
        const what = step ? `${step.instruction.keyword} instruction` : `history (step ${index + 1})`;
        return [
            (0,verify_findings/* finding */.gk)('secret-in-config', `${label} is in the image's ${what}`, placeAt(dockerfile, step?.instruction.line)),
        ];
    });
    return [...inConfig, ...inHistory];
}
/** Variables and build arguments with a name as secrets have; their values are not shown. */
function checkVariables(described) {
    const { image, history, steps } = described;
    const variables = image.environment.flatMap((pair) => named(pair, 'variable'));
    const made = (steps ?? history).flatMap(({ createdBy }) => argumentsIn(createdBy));
    const suspects = [...variables, ...made];
    const distinct = new Map(suspects.map((suspect) => [`${suspect.kind} ${suspect.name}`, suspect]));
    const secrets = [...distinct.values()].map(({ name, kind }) => {
        const id = name === 'KOLENA_TOKEN' ? 'token-variable' : 'secret-like-variable';
        const keyword = kind === 'variable' ? 'ENV' : 'ARG';
        return (0,verify_findings/* finding */.gk)(id, `the ${kind} ${name} has a value in the image`, placeOf(described, keyword, name));
    });
    const gpu = image.environment.find((pair) => /^(NVIDIA_|CUDA_)\w+=/.test(pair));
    return gpu ? [...secrets, (0,verify_findings/* finding */.gk)('gpu-image', `the image sets ${gpu.split('=')[0]}`)] : secrets;
}
function named(pair, kind) {
    const [, name = '', value = ''] = /^(\w+)=(.*)$/s.exec(pair) ?? [];
    // A path such as /run/secrets/token tells where a secret is, and is none.
    return (0,secrets/* namesSecret */.L4)(name) && value !== '' && !value.startsWith('/') ? [{ name, kind }] : [];
}
/** BuildKit writes arguments as `ARG NAME=value` and before a command as `RUN |2 A=1 B=2 /bin/sh -c …`. */
function argumentsIn(createdBy) {
    const text = /^(?:ARG|RUN \|\d+) (.*?)(?: \/bin\/sh -c .*)?$/s.exec(createdBy)?.[1] ?? '';
    return [...text.matchAll(/(?:^| )(\w+=\S+)/g)].flatMap(([, pair = '']) => named(pair, 'build argument'));
}
/** The last instruction of a kind that names the word. */
function placeOf({ steps, dockerfile }, keyword, word = '') {
    const step = steps?.findLast(({ instruction }) => instruction.keyword === keyword && instruction.text.includes(word));
    return placeAt(dockerfile, step?.instruction.line);
}
function placeAt(file, line) {
    return file === undefined || line === undefined ? undefined : { file, line };
}

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./build/src/docker/memory.js


/** Where Linux counts a container's memory: cgroup v2 and v1, under either of the engine's cgroup drivers. */
const COUNTERS = [
    (id) => `/sys/fs/cgroup/system.slice/docker-${id}.scope/memory.peak`,
    (id) => `/sys/fs/cgroup/docker/${id}/memory.peak`,
    (id) => `/sys/fs/cgroup/memory/system.slice/docker-${id}.scope/memory.max_usage_in_bytes`,
    (id) => `/sys/fs/cgroup/memory/docker/${id}/memory.max_usage_in_bytes`,
];
/** Milliseconds between two looks; the counter keeps the peak, and is gone with the container. */
const INTERVAL = 50;
/**
 * Watches how much memory a container uses, until the signal is aborted.
 * @param id the container's id, once it has one
 * @returns bytes at the peak; undefined where this machine cannot tell, as with an engine elsewhere
 */
async function watchPeakMemory(id, signal) {
    let peak;
    while (!signal.aborted) {
        const counted = /^[0-9a-f]{64}$/.test(id() ?? '') ? await readCounter(id() ?? '') : undefined;
        if (counted !== undefined)
            peak = Math.max(peak ?? 0, counted);
        await (0,promises_.setTimeout)(INTERVAL, undefined, { signal }).catch(() => { });
    }
    return peak;
}
async function readCounter(id) {
    for (const path of COUNTERS) {
        const text = await (0,external_node_fs_promises_.readFile)(path(id), 'utf8').catch(() => undefined);
        if (text !== undefined && /^\d+\s*$/.test(text))
            return Number(text);
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/src/docker/network.js



const Network = mini_schemas/* object */.Ikc({
    IPAM: mini_schemas/* object */.Ikc({ Config: mini_schemas/* array */.YOg(mini_schemas/* object */.Ikc({ Gateway: mini_schemas/* optional */.lqM(mini_schemas/* string */.YjP()) })) }),
});
/**
 * Does the work with a network of its own that has no route out: a container in it reaches only other containers of
 * the network and, at the gateway's address, this machine. The network is gone afterwards, in a cancelled job too.
 */
async function withInternalNetwork(caller, work) {
    const name = `evaluator-action-${(0,external_node_crypto_.randomUUID)()}`;
    const path = `/networks/${name}`;
    const body = { Name: name, Driver: 'bridge', Internal: true };
    const { engine, signal } = caller;
    signal.throwIfAborted();
    try {
        // Not cut off by a cancellation: the engine would go on, and make the network after its removal.
        const create = { method: 'POST', path: '/networks/create', body };
        await (0,docker_engine/* order */.fq)({ engine, signal: new AbortController().signal }, create);
        signal.throwIfAborted();
        const { IPAM } = await (0,docker_engine/* ask */.kA)(caller, { method: 'GET', path }, Network);
        return await work({ name, gateway: IPAM.Config.find(({ Gateway }) => Gateway)?.Gateway ?? '' });
    }
    finally {
        await (0,docker_engine/* order */.fq)({ engine, signal: AbortSignal.timeout(10_000) }, { method: 'DELETE', path }).catch(() => { });
    }
}

// EXTERNAL MODULE: ./build/src/lib/bounded.js
var bounded = __webpack_require__(544);
;// CONCATENATED MODULE: ./build/src/platforms/kolena/contract/batches.js
/** Samples alone, with ground truth and inference, or each with the test case that it is of. */
function columnsOf(samples, parts) {
    const json = (value) => JSON.stringify(value);
    return {
        test_sample: samples.map(({ test_sample }) => json(test_sample)),
        test_sample_metadata: samples.map(({ metadata }) => json(metadata)),
        ...Object.fromEntries(parts.map((part) => [part, samples.map((sample) => json(sample[part]))])),
    };
}
async function writeBatch(columns) {
    const { parquetWriteBuffer } = await Promise.all(/* import() */[__webpack_require__.e(920), __webpack_require__.e(234)]).then(__webpack_require__.bind(__webpack_require__, 3234));
    const columnData = Object.entries(columns).map(([name, data]) => ({
        name,
        data,
        type: typeof data[0] === 'bigint' ? 'INT64' : 'STRING',
    }));
    return Buffer.from(parquetWriteBuffer({ columnData }));
}
/** How many rows an uploaded batch has; undefined when it is no Parquet file. */
async function countRows(batch) {
    const { parquetMetadata } = await Promise.all(/* import() */[__webpack_require__.e(920), __webpack_require__.e(523)]).then(__webpack_require__.bind(__webpack_require__, 9904));
    try {
        const bytes = batch.buffer.slice(batch.byteOffset, batch.byteOffset + batch.length);
        return Number(parquetMetadata(bytes).num_rows);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/src/platforms/kolena/contract/fixture.js
var contract_fixture = __webpack_require__(3687);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(3759);
;// CONCATENATED MODULE: ./node_modules/zod/v4/mini/coerce.js


// @__NO_SIDE_EFFECTS__
function string(params) {
    return core._coercedString(schemas.ZodMiniString, params);
}
// @__NO_SIDE_EFFECTS__
function number(params) {
    return api/* _coercedNumber */.qG(mini_schemas/* ZodMiniNumber */.Axp, params);
}
// @__NO_SIDE_EFFECTS__
function coerce_boolean(params) {
    return core._coercedBoolean(schemas.ZodMiniBoolean, params);
}
// @__NO_SIDE_EFFECTS__
function bigint(params) {
    return core._coercedBigint(schemas.ZodMiniBigInt, params);
}
// @__NO_SIDE_EFFECTS__
function date(params) {
    return core._coercedDate(schemas.ZodMiniDate, params);
}

;// CONCATENATED MODULE: ./build/src/platforms/kolena/contract/schemas.js
/** Bodies of requests as the vendor's client sends them; further fields, of other releases, are let through. */

const id = mini_schemas/* int */.Whr();
const Configuration = mini_schemas/* object */.Ikc({ display_name: mini_schemas/* string */.YjP(), configuration: mini_schemas/* record */.g1P(mini_schemas/* string */.YjP(), mini_schemas/* unknown */.L5J()) });
const Login = mini_schemas/* object */.Ikc({ api_token: mini_schemas/* string */.YjP(), version: mini_schemas/* string */.YjP() });
const ByName = mini_schemas/* object */.Ikc({ name: mini_schemas/* string */.YjP() });
const NewModel = mini_schemas/* object */.Ikc({ name: mini_schemas/* string */.YjP(), workflow: mini_schemas/* string */.YjP() });
// The client turns the text of the variable into a number; one that does not is let through as the service does.
const SuiteByName = mini_schemas/* object */.Ikc({
    name: mini_schemas/* string */.YjP(),
    version: mini_schemas/* nullish */.cl6(number().check(mini_schemas/* int */.Whr())),
});
const TestRun = mini_schemas/* object */.Ikc({
    model_id: id,
    test_suite_id: id,
    evaluator: mini_schemas/* nullish */.cl6(mini_schemas/* string */.YjP()),
    configurations: mini_schemas/* nullish */.cl6(mini_schemas/* array */.YOg(Configuration)),
});
const OfTestRun = mini_schemas/* object */.Ikc({ test_run_id: id });
const Remaining = mini_schemas/* extend */.X$i(OfTestRun, { load_all: mini_schemas/* _default */.Rvf(mini_schemas/* boolean */.zMY(), false) });
const OfTestCase = mini_schemas/* object */.Ikc({ test_case_id: id });
const OfSuite = mini_schemas/* object */.Ikc({ test_suite_id: id });
const Uploaded = mini_schemas/* object */.Ikc({ uuid: mini_schemas/* string */.YjP() });
const UploadedInferences = mini_schemas/* extend */.X$i(Uploaded, { reset: mini_schemas/* _default */.Rvf(mini_schemas/* boolean */.zMY(), false) });
const Anything = mini_schemas/* unknown */.L5J();

;// CONCATENATED MODULE: ./build/src/platforms/kolena/contract/answers.js




function route(method, path, schema, answer) {
    return { method, path: new RegExp(`^${path}$`), schema, answer };
}
const ok = (body) => ({ status: 200, body });
const notFound = (what) => ({ status: 404, body: { detail: `${what} does not exist` } });
/** The part of the platform's API that an evaluator calls, for one model, one test suite and one fixture. */
function routesFor(scenario, fixture) {
    const batches = new Map();
    return [
        ...platformRoutes(scenario),
        ...entityRoutes(scenario, fixture),
        ...testRunRoutes(scenario),
        ...downloadRoutes(fixture, batches),
        ...uploadRoutes(),
    ];
}
function platformRoutes({ token }) {
    return [
        route('PUT', '/v1/token/login', Login, ({ api_token }) => api_token === token
            ? // Clients of 2023 want tenant_telemetry.
                ok({
                    tenant: 'contract',
                    access_token: (0,external_node_crypto_.randomUUID)(),
                    token_type: 'bearer',
                    tenant_telemetry: false,
                })
            : { status: 401, body: { detail: 'the API token is not valid' } }),
        route('PUT', '/v1/event/profile', Anything, () => ok({})),
        route('POST', '/v1/event', Anything, () => ok({})),
        route('POST', '/v1/client-log/upload', Anything, () => ok({})),
    ];
}
function entityRoutes(scenario, fixture) {
    const { workflow, model, suite } = scenario;
    const modelEntity = { ...model, metadata: {}, tags: [], workflow };
    const testCases = fixture.test_cases.map(({ name }, index) => ({
        id: index + 1,
        name,
        version: 1,
        description: '',
        workflow,
    }));
    const suiteEntity = (version) => ({
        id: suite.id,
        name: suite.name,
        version,
        description: '',
        test_cases: testCases,
        workflow,
        tags: [],
    });
    return [
        route('PUT', '/v1/generic/model/load', ByName, ({ name }) => name === model.name ? ok(modelEntity) : notFound(`the model "${name}"`)),
        route('POST', '/v1/generic/model/create', NewModel, ({ name, workflow }) => ok({ id: model.id + 1, name, metadata: {}, tags: [], workflow })),
        route('PUT', '/v1/generic/model/load-all', Anything, () => ok({ models: [modelEntity] })),
        route('PUT', '/v1/generic/test-suite/load', SuiteByName, ({ name, version }) => {
            const wanted = version ?? suite.latest;
            const exists = name === suite.name && wanted >= 0 && wanted <= suite.latest;
            return exists ? ok(suiteEntity(wanted)) : notFound(`the test suite "${name}" (version ${version})`);
        }),
        route('PUT', '/v1/generic/test-suite/load-all', Anything, () => ok({ test_suites: [suiteEntity(suite.latest)] })),
    ];
}
function testRunRoutes({ testRunId }) {
    const path = '/v1/generic/test-run';
    return [
        route('PUT', `${path}/create-or-retrieve`, TestRun, () => ok({ test_run_id: testRunId })),
        route('PUT', `${path}/evaluate`, OfTestRun, () => ok({ test_run_id: testRunId })),
        route('PUT', `${path}/update-metrics-status`, OfTestRun, () => ok({})),
        route('POST', `${path}/mark-crashed`, OfTestRun, () => ok({})),
    ];
}
/** Loads answer with a line for each batch, here one or none; the client then fetches it by its path. */
function downloadRoutes(fixture, batches) {
    const offer = async (columns) => {
        if (columns.test_sample?.length === 0)
            return ok(Buffer.alloc(0));
        const uuid = (0,external_node_crypto_.randomUUID)();
        batches.set(`${uuid}.parquet`, await writeBatch(columns));
        return ok(Buffer.from(`${JSON.stringify({ uuid, path: `${uuid}.parquet` })}\n`));
    };
    const samples = (0,contract_fixture/* distinctSamples */.e8)(fixture);
    const both = ['ground_truth', 'inference'];
    const byCase = fixture.test_cases.flatMap(({ samples }, index) => samples.map((sample) => ({ sample, id: BigInt(index + 1) })));
    return [
        route('PUT', '/v1/generic/test-run/load-remaining-test-samples', Remaining, ({ load_all }) => offer(columnsOf(load_all ? samples : [], []))),
        route('PUT', '/v1/generic/test-run/load-test-sample-inferences', OfTestRun, () => offer(columnsOf(samples, both))),
        route('PUT', '/v1/generic/model/load-inferences', OfTestCase, ({ test_case_id }) => offer(columnsOf(fixture.test_cases[test_case_id - 1]?.samples ?? [], both))),
        route('PUT', '/v1/generic/test-suite/load-test-samples', OfSuite, () => offer({
            test_case_id: byCase.map(({ id }) => id),
            ...columnsOf(byCase.map(({ sample }) => sample), []),
        })),
        route('GET', '/v1/batched-load/download/by-path/(.+)', Anything, (_, [path = '']) => {
            const batch = batches.get(path);
            return batch ? ok(batch) : notFound(`the batch ${path}`);
        }),
        route('PUT', '/v1/batched-load/download/complete', Uploaded, () => ok({})),
    ];
}
function uploadRoutes() {
    const path = '/v1/generic/test-run';
    const counts = new Map();
    const stored = ({ uuid }) => ok({ n_uploaded: counts.get(uuid) ?? 0 });
    return [
        route('PUT', '/v1/batched-load/upload/init', Anything, () => ok({ uuid: (0,external_node_crypto_.randomUUID)() })),
        route('GET', '/v1/batched-load/upload/signed-url/([^/]+)', Anything, (_, [uuid], base) => ok({ signed_url: `${base}/upload/${uuid}` })),
        route('PUT', '/upload/([^/]+)', Anything, async (batch, [uuid = '']) => {
            const rows = Buffer.isBuffer(batch) ? await countRows(batch) : undefined;
            if (rows === undefined)
                return { status: 422, body: { detail: 'the batch is no Parquet file' } };
            counts.set(uuid, (counts.get(uuid) ?? 0) + rows);
            return ok({});
        }),
        route('PUT', `${path}/upload-inferences`, UploadedInferences, stored),
        ...metricsUploads.map((name) => route('PUT', `${path}/${name}`, Uploaded, stored)),
    ];
}
/** Where metrics go, of single samples first. */
const metricsUploads = [
    'upload-test-sample-metrics',
    'upload-test-sample-thresholded-metrics',
    'upload-test-case-metrics',
    'upload-test-case-plots',
    'upload-test-suite-metrics',
];

;// CONCATENATED MODULE: ./build/src/platforms/kolena/contract/evidence.js


const path = (suffix) => `/v1/generic/${suffix}`;
function readRequests(requests) {
    const bodies = (suffix, root = path(suffix)) => requests.filter((one) => one.path === root).map(({ body }) => (body ?? {}));
    const texts = (values) => values.filter((value) => typeof value === 'string');
    const created = bodies('model/create');
    const suites = bodies('test-suite/load');
    const runs = bodies('test-run/create-or-retrieve');
    return {
        tokens: texts(bodies('', '/v1/token/login').map(({ api_token }) => api_token)),
        models: texts(bodies('model/load').map(({ name }) => name)),
        suites: texts(suites.map(({ name }) => name)),
        versions: suites.map(({ version }) => version === null || version === undefined ? null : Number(version)),
        evaluators: runs.map(({ evaluator }) => (typeof evaluator === 'string' ? evaluator : null)),
        createdModels: texts(created.map(({ name }) => name)),
        workflows: texts(created.map(({ workflow }) => workflow)),
        resets: bodies('test-run/load-remaining-test-samples').some(({ load_all }) => load_all === true) ||
            bodies('test-run/upload-inferences').some(({ reset }) => reset === true),
        triggersEvaluation: bodies('test-run/evaluate').length > 0,
        createdTestRun: runs.length > 0,
        readSamples: bodies('test-run/load-test-sample-inferences').length + bodies('model/load-inferences').length > 0,
        uploads: uploadsIn(requests),
        unknown: requests
            .filter(({ status, reply }) => status === 404 && JSON.stringify(reply).includes('the stand-in knows no'))
            .map(({ method, path }) => `${method} ${path}`),
    };
}
function uploadsIn(requests) {
    return metricsUploads.flatMap((kind) => {
        const accepted = requests.filter((one) => one.path === path(`test-run/${kind}`) && one.status === 200);
        if (accepted.length === 0)
            return [];
        const rows = accepted.map(({ reply }) => reply.n_uploaded ?? 0);
        return [{ kind, rows: rows.reduce((sum, count) => sum + count, 0) }];
    });
}
/** The table of evidence of the run in which everything works. */
function evidenceOf({ outcome, requests }, scenario, evaluatorName) {
    const asked = readRequests(requests);
    const { token, model, suite, workflow } = scenario;
    const only = (values, wanted) => values.length === 0 ? undefined : values.every((value) => value === wanted);
    const list = (values, none = 'not seen') => values.length === 0 ? none : [...new Set(values)].map((value) => value ?? '(none)').join(', ');
    const versions = asked.versions.map((version) => version ?? 'latest');
    // What a run that failed did not get to, it did not show.
    const unproven = outcome.exitCode === 0 ? false : undefined;
    const matched = asked.createdTestRun || (mismatch(outcome) ? false : undefined);
    return [
        {
            check: 'logs in with the token from the environment',
            seen: asked.tokens.length === 0 ? 'no login' : only(asked.tokens, token) ? 'yes' : 'another token',
            holds: only(asked.tokens, token) ?? false,
        },
        {
            check: `loads the model "${model.name}"`,
            seen: list(asked.models),
            holds: only(asked.models, model.name),
        },
        {
            check: `loads the test suite "${suite.name}"`,
            seen: list(asked.suites),
            holds: only(asked.suites, suite.name),
        },
        {
            check: `of version ${suite.version}`,
            seen: list(versions),
            holds: only(asked.versions, suite.version),
        },
        {
            check: `reports the evaluator name ${evaluatorName}`,
            seen: list(asked.evaluators),
            holds: only(asked.evaluators, evaluatorName),
        },
        { check: `works on the workflow "${workflow}"`, seen: matched ? 'yes' : 'not seen', holds: matched },
        {
            check: 'does not reset results',
            seen: asked.resets ? 'resets them' : 'no reset',
            holds: !asked.resets,
        },
        {
            check: 'creates no model',
            seen: list(asked.createdModels, 'none'),
            holds: asked.createdModels.length === 0,
        },
        {
            check: 'reads samples and inferences',
            seen: asked.readSamples ? 'yes' : 'no',
            holds: asked.readSamples || unproven,
        },
        {
            check: 'uploads metrics',
            seen: asked.uploads.map(({ kind, rows }) => `${kind.slice('upload-'.length)}: ${rows}`).join(', ') ||
                'none',
            holds: asked.uploads.length > 0 || unproven,
        },
        { check: 'exits with 0', seen: exitOf(outcome), holds: outcome.exitCode === 0 },
    ];
}
/** Whether the client refused to go on because model or suite are of another workflow than the code's. */
function mismatch({ output }) {
    return output.some((line) => /WorkflowMismatchError|does not match.*workflow|workflow.*does not match/i.test(line));
}
function exitOf({ exitCode, timedOut, refusal }) {
    if (timedOut)
        return 'not ended in time';
    return refusal === undefined
        ? `exit code ${exitCode ?? 'unknown'}`
        : `not started: ${(0,foreign_text/* harmlessLine */.Kw)(refusal)}`;
}

;// CONCATENATED MODULE: ./build/src/platforms/kolena/contract/scenario.js

/** What the platform runs an evaluator for: a model, a test suite, and a token. */
function inventScenario(workflow) {
    return {
        token: `contract-${(0,external_node_crypto_.randomBytes)(24).toString('hex')}`,
        workflow,
        model: { id: 101, name: `contract model ${(0,external_node_crypto_.randomBytes)(3).toString('hex')}` },
        suite: { id: 301, name: `contract suite ${(0,external_node_crypto_.randomBytes)(3).toString('hex')}`, version: 3, latest: 7 },
        testRunId: 401,
    };
}
/** Variables that the platform sets for every evaluator, and without which one cannot work. */
const requiredVariables = [
    'KOLENA_TOKEN',
    'KOLENA_MODEL_NAME',
    'KOLENA_TEST_SUITE_NAME',
    'KOLENA_TEST_SUITE_VERSION',
];
/** The environment that the platform gives to an evaluator, as far as the evaluator's registration says. */
function environmentOf({ token, workflow, model, suite }, apiUrl, registered) {
    return {
        KOLENA_API_URL: apiUrl,
        KOLENA_TOKEN: token,
        KOLENA_MODEL_NAME: model.name,
        KOLENA_TEST_SUITE_NAME: suite.name,
        KOLENA_TEST_SUITE_VERSION: String(suite.version),
        KOLENA_WORKFLOW: workflow,
        ...(registered.secret && { KOLENA_EVALUATOR_SECRET: 'contract-secret' }),
        ...(registered.awsRole !== undefined && {
            KOLENA_EVALUATOR_ASSUME_ROLE_ARN: registered.awsRole,
            KOLENA_EVALUATOR_EXTERNAL_ID: 'contract-external-id',
        }),
    };
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/platforms/kolena/contract/problem.js + 1 modules
var problem = __webpack_require__(4671);
;// CONCATENATED MODULE: ./build/src/platforms/kolena/contract/stand-in.js




/** Bytes; a batch of metrics is far smaller. */
const LARGEST_BODY = 512 * 1024 * 1024;
/**
 * Starts a server that answers an evaluator as the platform does, and remembers what it was asked.
 * @param host the address to listen on: only whoever can reach it can talk to the stand-in
 */
async function startStandIn(host, scenario, fixture, fault) {
    const routes = routesFor(scenario, fixture);
    const requests = [];
    const server = (0,external_node_http_.createServer)((request, response) => {
        respond(request, response, routes, requests, fault).catch(() => response.destroy());
    });
    await new Promise((resolve, reject) => server.once('error', reject).listen(0, host, resolve)).catch((cause) => {
        throw new errors/* ActionError */.lZ(`verify: contract needs the Docker engine on the machine of the job: the stand-in for the platform cannot listen on the address of the engine's network (${cause.message}). Run the job on the machine itself and not in a container, or use verify: start.`, { cause });
    });
    const { port } = server.address();
    return {
        url: `http://${host}:${port}`,
        requests,
        close: () => new Promise((resolve) => {
            server.close(() => resolve());
            server.closeAllConnections();
        }),
    };
}
async function respond(request, response, routes, requests, fault) {
    const { method = '', url = '/' } = request;
    const path = decodeURI(url.split('?')[0] ?? '/');
    const content = await readBody(request);
    const body = parse(content, request.headers['content-type']);
    const base = `http://${request.headers.host}`;
    const { status, body: reply } = faulty(fault, path) ?? (await answer(routes, method, path, body, base));
    requests.push({
        method,
        path,
        body: Buffer.isBuffer(body) ? undefined : body,
        status,
        reply: Buffer.isBuffer(reply) ? undefined : reply,
    });
    const bytes = Buffer.isBuffer(reply) ? reply : Buffer.from(JSON.stringify(reply));
    const type = Buffer.isBuffer(reply) ? 'application/octet-stream' : 'application/json';
    response.writeHead(status, { 'content-type': type, 'content-length': bytes.length }).end(bytes);
}
function faulty(fault, path) {
    if (fault === 'unauthorized')
        return { status: 401, body: { detail: 'the API token is not valid' } };
    const works = path === '/v1/token/login' || path.startsWith('/v1/event');
    return fault === 'broken' && !works ? { status: 500, body: { detail: 'Internal Server Error' } } : undefined;
}
async function answer(routes, method, path, body, base) {
    for (const route of routes) {
        const match = route.path.exec(path);
        if (!match || route.method !== method)
            continue;
        const checked = route.schema.safeParse(body, problem/* english */.x);
        if (!checked.success)
            return { status: 422, body: { detail: (0,problem/* problemIn */.D)(checked.error, 'body') } };
        return await route.answer(checked.data, match.slice(1), base);
    }
    return { status: 404, body: { detail: `the stand-in knows no ${method} ${path}` } };
}
async function readBody(request) {
    const chunks = [];
    let size = 0;
    for await (const chunk of request) {
        size += chunk.length;
        if (size > LARGEST_BODY)
            throw new Error('the body is too large');
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
/** The client sends some JSON without saying so; a batch says that it is binary. */
function parse(content, type = '') {
    if (content.length === 0)
        return undefined;
    if (type.startsWith('application/octet-stream'))
        return content;
    try {
        return JSON.parse(content.toString('utf8'));
    }
    catch {
        return content;
    }
}

// EXTERNAL MODULE: ./build/src/lib/group-by.js
var group_by = __webpack_require__(8150);
;// CONCATENATED MODULE: ./build/src/verify/start-check.js


/** What a run without any variable of the platform gives to say: a good evaluator says what is missing, and fails. */
function checkStart(outcome) {
    const { exitCode, timedOut, refusal, output, duration } = outcome;
    const seconds = `${(duration / 1000).toFixed(0)} s`;
    if (refusal !== undefined)
        return [(0,verify_findings/* finding */.gk)('cannot-start', `the engine cannot start the image: ${(0,foreign_text/* harmlessLine */.Kw)(refusal)}`)];
    if (timedOut)
        return [
            (0,verify_findings/* finding */.gk)('start-timeout', `the image did not end within ${seconds} although it had no variable at all`),
        ];
    const trace = readTraceback(output);
    if (exitCode === 0)
        return [
            (0,verify_findings/* finding */.gk)('silent-success', trace
                ? `the image exits with 0 although it failed: ${trace}`
                : 'the image exits with 0 although it had no variable and reached no platform'),
        ];
    if (trace && /^(ImportError|ModuleNotFoundError)\b/.test(trace))
        return [(0,verify_findings/* finding */.gk)('import-error', trace)];
    if (exitCode === undefined || exitCode > 128)
        return [(0,verify_findings/* finding */.gk)('start-crash', `the image ended with exit code ${exitCode ?? 'unknown'}`)];
    return trace && !/KOLENA_/.test(trace) ? [(0,verify_findings/* finding */.gk)('traceback', trace)] : [];
}
/** The last line of Python's last traceback, such as `KeyError: 'KOLENA_TOKEN'`. */
function readTraceback(output) {
    const start = output.findLastIndex((line) => line.startsWith('Traceback (most recent call last):'));
    if (start === -1)
        return undefined;
    const message = output.slice(start + 1).find((line) => /^[A-Za-z_][\w.]*(:|$)/.test(line));
    return message === undefined ? undefined : (0,foreign_text/* harmlessLine */.Kw)(message).slice(0, 300);
}

;// CONCATENATED MODULE: ./build/src/verify/contract-check.js





const NO_NETWORK = /Network is unreachable|Name or service not known|Temporary failure in name resolution|No address associated with hostname|getaddrinfo (?:ENOTFOUND|EAI_AGAIN)|ENETUNREACH|no such host|Could not resolve host|timed out|ETIMEDOUT/i;
/** What the run in which everything works gives to say. */
function checkContract(run, scenario, evaluatorName) {
    const { outcome } = run;
    const asked = readRequests(run.requests);
    const { token, model, suite, workflow } = scenario;
    const other = (values, wanted) => values.filter((value) => value !== wanted);
    const findings = [];
    const note = (id, found, message) => {
        if (found.length > 0)
            findings.push((0,verify_findings/* finding */.gk)(id, message([...new Set(found)].join(', '))));
    };
    if (other(asked.tokens, token).length > 0)
        findings.push((0,verify_findings/* finding */.gk)('other-token', 'the evaluator logs in with another token than KOLENA_TOKEN has'));
    note('other-model', other(asked.models, model.name), (list) => `asked for the model ${list}, not for "${model.name}"`);
    note('other-suite', other(asked.suites, suite.name), (list) => `asked for the test suite ${list}, not for "${suite.name}"`);
    note('other-version', other(asked.versions, suite.version).map((version) => version ?? 'latest'), (list) => `asked for version ${list} of the test suite, not for version ${suite.version}`);
    note('other-evaluator', other(asked.evaluators, evaluatorName).filter((name) => name !== null), (list) => `the evaluator reports the name ${list}, and would be registered as ${evaluatorName}`);
    if (asked.evaluators.includes(null) || asked.triggersEvaluation)
        findings.push((0,verify_findings/* finding */.gk)('server-side-evaluation', 'the evaluator asks the platform to evaluate'));
    if (asked.resets)
        findings.push((0,verify_findings/* finding */.gk)('resets-results', 'the evaluator overwrites what the test run has'));
    note('creates-model', asked.createdModels, (list) => `the evaluator creates the model ${list}`);
    const wrongWorkflow = asked.workflows.filter((name) => name !== workflow);
    if (wrongWorkflow.length > 0 || mismatch(outcome))
        findings.push((0,verify_findings/* finding */.gk)('other-workflow', `the evaluator is for another workflow ${wrongWorkflow.join(', ')} than "${workflow}"`));
    return [...findings, ...checkEnd(run, findings.length > 0)];
}
/** How the run ended; a failure that a finding explains already is not told twice. */
function checkEnd({ outcome, requests }, explained) {
    const asked = readRequests(requests);
    const { exitCode, timedOut, refusal, output, duration } = outcome;
    if (timedOut)
        return [
            (0,verify_findings/* finding */.gk)('contract-timeout', `the evaluation did not end within ${(duration / 1000).toFixed(0)} s`),
        ];
    const last = readTraceback(output) ?? (0,foreign_text/* harmlessLine */.Kw)(output.findLast((line) => line.trim() !== '') ?? 'it said nothing');
    const why = `${exitOf(outcome)}: ${refusal === undefined ? last : (0,foreign_text/* harmlessLine */.Kw)(refusal)}`;
    const blocked = exitCode !== 0 && output.findLast((line) => NO_NETWORK.test(line));
    if (blocked)
        return [
            (0,verify_findings/* finding */.gk)('needs-network', `the evaluator could not reach another host: ${(0,foreign_text/* harmlessLine */.Kw)(blocked).trim()}`),
        ];
    if (asked.tokens.length === 0)
        return [(0,verify_findings/* finding */.gk)('no-login', `the evaluator never logged in at the platform (${why})`)];
    if (exitCode !== 0)
        return explained ? [] : [(0,verify_findings/* finding */.gk)('contract-failed', why)];
    return [
        ...(asked.readSamples ? [] : [(0,verify_findings/* finding */.gk)('samples-not-read', 'no inferences were loaded')]),
        ...(asked.uploads.length > 0
            ? []
            : [(0,verify_findings/* finding */.gk)('no-metrics', 'the evaluator exits with 0 and uploaded no metrics')]),
    ];
}
/** undefined when the engine did not even start it: that proves nothing. */
function fails({ outcome }) {
    if (outcome.refusal !== undefined)
        return undefined;
    return outcome.exitCode !== 0 && !outcome.timedOut;
}
/** What those runs give to say: one finding a kind. */
function checkFailures(runs) {
    const wrong = runs.filter(({ run }) => fails(run) === false);
    return [...(0,group_by/* groupBy */.$)(wrong, ({ id }) => id)].map(([id, group]) => {
        const cases = group.map(({ situation, run: { outcome } }) => {
            const trace = readTraceback(outcome.output);
            const end = outcome.timedOut ? 'it does not end' : 'it exits with 0';
            return `${situation} ${end}${trace ? ` (${trace})` : ''}`;
        });
        return (0,verify_findings/* finding */.gk)(id, `the evaluator does not fail: ${cases.join('; ')}`);
    });
}

;// CONCATENATED MODULE: ./build/src/verify/contract.js










/** Runs that may go on at the same time: they share the runner's few processors. */
const SIDE_BY_SIDE = 3;
/**
 * Runs the image as the platform does, against a stand-in for the platform in a network without a way out: once with
 * everything in order, then with a platform that fails and with each variable missing.
 */
async function checkContractOf(caller, image, input) {
    return await withInternalNetwork(caller, async (network) => {
        const fixture = input.fixture ?? contract_fixture/* emptyFixture */.DI;
        const scenario = inventScenario(input.workflow);
        const bench = new Bench(caller, image, network, scenario, fixture, input);
        const { run, peakMemory } = await bench.runMeasured();
        const findings = checkContract(run, scenario, input.evaluatorName);
        const reached = run.requests.length > 0;
        const failures = reached ? await runFailures(bench, caller.signal) : [];
        return {
            evidence: [
                ...evidenceOf(run, scenario, input.evaluatorName),
                ...failures.map(({ situation, run }) => ({
                    check: `fails ${situation}`,
                    seen: exitOf(run.outcome),
                    holds: fails(run),
                })),
            ],
            findings: [...findings, ...checkFailures(failures)],
            duration: run.outcome.duration,
            peakMemory,
            samples: fixture.test_cases.reduce((sum, { samples }) => sum + samples.length, 0),
        };
    });
}
const failures = [
    { id: 'ignores-failure', situation: 'when the platform refuses the token (401)', fault: 'unauthorized' },
    { id: 'ignores-failure', situation: 'when the platform answers 500', fault: 'broken' },
    ...requiredVariables.map((without) => ({
        id: 'ignores-missing-variable',
        situation: `without ${without}`,
        without,
    })),
];
async function runFailures(bench, signal) {
    // Each is waited for: the network goes only when no container is in it.
    const outcomes = await (0,bounded/* settleBounded */.Z)(failures, SIDE_BY_SIDE, signal, async (failure) => ({
        ...failure,
        run: await bench.run(failure),
    }));
    return outcomes.map((outcome) => {
        if (outcome.status === 'rejected')
            throw outcome.reason;
        return outcome.value;
    });
}
/** Where the image is run: each run has a stand-in of its own, so that their requests do not mix. */
class Bench {
    #caller;
    #image;
    #network;
    #scenario;
    #fixture;
    #input;
    constructor(caller, image, network, scenario, fixture, input) {
        this.#caller = caller;
        this.#image = image;
        this.#network = network;
        this.#scenario = scenario;
        this.#fixture = fixture;
        this.#input = input;
    }
    /** The run with everything in order, its output in the log. */
    async runMeasured() {
        const ended = new AbortController();
        let id;
        const memory = watchPeakMemory(() => id, ended.signal);
        try {
            const run = await this.run({}, (created) => {
                id = created;
            });
            ended.abort();
            showOutput('Evaluate against a stand-in for the platform', run.outcome.output);
            return { run, peakMemory: await memory };
        }
        finally {
            ended.abort();
        }
    }
    async run({ fault, without }, created = () => { }) {
        const { secret, awsRole, timeLimit } = this.#input;
        const standIn = await startStandIn(this.#network.gateway, this.#scenario, this.#fixture, fault);
        try {
            const all = environmentOf(this.#scenario, standIn.url, { secret, awsRole });
            const given = Object.entries(all).filter(([name]) => name !== without);
            const outcome = await runContainer(this.#caller, this.#image, {
                network: this.#network.name,
                dns: noNameServer,
                environment: Object.fromEntries(given),
                timeLimit,
                created,
            });
            return { outcome, requests: standIn.requests };
        }
        finally {
            await standIn.close();
        }
    }
}
/** Some engines forward names of an internal network to the machine's name servers; this one answers nothing, soon. */
const noNameServer = { servers: ['127.0.0.1'], options: ['timeout:1', 'attempts:1'] };
/** Shows the last lines that a container printed. */
function showOutput(title, output) {
    log/* startGroup */.Oh(title);
    for (const line of output)
        log/* info */.pq(line);
    log/* endGroup */.N4();
}

;// CONCATENATED MODULE: ./build/src/verify/layer-checks.js


/** Bytes from which a layer is called large, and from which duplicates are worth a word. */
const LARGE_LAYER = 1024 ** 3;
const MANY_DUPLICATES = 10 * 1024 ** 2;
const SHOWN_PATHS = 5;
/** What the layers of an image give to say. */
function checkLayers(scans, steps, dockerfile) {
    const placeOf = (layer) => {
        const line = steps?.find((step) => step.layer === layer)?.instruction.line;
        return dockerfile === undefined || line === undefined ? undefined : { file: dockerfile, line };
    };
    const findings = [...scans].flatMap(([layer, scan]) => [
        ...notablesIn(scan, layerName(layer, steps), placeOf(layer)),
        ...(scan.bytes >= LARGE_LAYER
            ? [
                (0,verify_findings/* finding */.gk)('large-layer', `${layerName(layer, steps)} has ${megabytes(scan.bytes)} in ${scan.files} files.`, placeOf(layer)),
            ]
            : []),
    ]);
    return [...findings, ...duplicatesIn(scans, placeOf)];
}
function layerName(layer, steps) {
    const text = steps?.find((step) => step.layer === layer)?.instruction.text;
    if (text === undefined)
        return `layer ${layer + 1}`;
    return `the layer of "${text.length > 80 ? `${text.slice(0, 80)}…` : text}"`;
}
const WORDS = {
    'secret-in-layer': 'is in',
    'private-key': 'private keys are in',
    'credential-file': 'files that hold credentials are in',
    'key-in-package': 'private keys of published packages are in',
    'git-directory': 'a Git repository is in',
    'gpu-image': 'libraries for GPUs are in',
};
/** One finding a kind (and secret) of a layer, with the first paths. */
function notablesIn(scan, layer, place) {
    const groups = (0,group_by/* groupBy */.$)(scan.notables, ({ kind, secret }) => `${kind} ${secret ?? ''}`);
    return [...groups.values()].flatMap((group) => {
        const [first] = group;
        if (!first)
            return [];
        const paths = group.slice(0, SHOWN_PATHS).map(({ path }) => `/${path}`);
        const more = group.length > paths.length ? ` and ${group.length - paths.length} more` : '';
        const subject = first.secret === undefined ? '' : `${first.secret} `;
        return [(0,verify_findings/* finding */.gk)(first.kind, `${subject}${WORDS[first.kind]} ${layer}: ${paths.join(', ')}${more}`, place)];
    });
}
function duplicatesIn(scans, placeOf) {
    const seen = new Map();
    let bytes = 0;
    let example;
    for (const [layer, { large }] of scans) {
        for (const file of large) {
            const first = seen.get(file.fingerprint);
            if (!first) {
                seen.set(file.fingerprint, file);
                continue;
            }
            bytes += file.size;
            if (!example || file.size > example.again.size)
                example = { first, again: file, layer };
        }
    }
    if (!example || bytes < MANY_DUPLICATES)
        return [];
    const { first, again, layer } = example;
    return [
        (0,verify_findings/* finding */.gk)('duplicated-files', `${megabytes(bytes)} of the image are there twice, such as /${again.path}, the same as /${first.path}`, placeOf(layer)),
    ];
}
function megabytes(bytes) {
    return `${(bytes / 1e6).toFixed(0)} MB`;
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./build/src/docker/image.js
var docker_image = __webpack_require__(4639);
;// CONCATENATED MODULE: ./build/src/docker/layer-registry.js



const Manifest = mini_schemas/* object */.Ikc({ layers: mini_schemas/* array */.YOg(mini_schemas/* object */.Ikc({ digest: mini_schemas/* string */.YjP() })) });
async function startLayerRegistry() {
    const manifests = [];
    const wanted = new Set();
    let read = async () => { };
    const server = (0,external_node_http_.createServer)((request, response) => {
        answer(request, response).catch(() => response.destroy());
    });
    async function answer(request, response) {
        const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
        const digest = searchParams.get('digest') ?? pathname.split('/').at(-1) ?? '';
        const reply = (status, headers = {}) => response.writeHead(status, headers).end();
        const isBlob = pathname.includes('/blobs/');
        if (request.method === 'POST')
            return void reply(202, { location: pathname });
        if (request.method === 'PUT' && isBlob) {
            if (wanted.has(digest))
                await read(digest, request);
            request.resume();
            return void reply(201, { 'docker-content-digest': digest });
        }
        if (request.method === 'PUT') {
            const content = await readAll(request);
            const manifest = Manifest.safeParse(JSON.parse(content.toString('utf8')));
            if (manifest.success)
                manifests.push(manifest.data.layers.map((layer) => layer.digest));
            const hash = (0,external_node_crypto_.createHash)('sha256').update(content).digest('hex');
            return void reply(201, { 'docker-content-digest': `sha256:${hash}` });
        }
        const there = pathname === '/v2/' || (isBlob && !wanted.has(digest));
        return void reply(there ? 200 : 404, there && isBlob ? { 'docker-content-digest': digest } : {});
    }
    await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
    return {
        host: `127.0.0.1:${server.address().port}`,
        manifests,
        want(digests, reader) {
            for (const digest of digests)
                wanted.add(digest);
            read = reader;
        },
        close: () => new Promise((resolve) => {
            server.close(() => resolve());
            server.closeAllConnections();
        }),
    };
}
async function readAll(request) {
    const chunks = [];
    for await (const chunk of request)
        chunks.push(chunk);
    return Buffer.concat(chunks);
}

// EXTERNAL MODULE: ./build/src/docker/push.js
var push = __webpack_require__(2132);
;// CONCATENATED MODULE: ./build/src/docker/tar.js
/** A streaming reader of tar archives as engines write them: ustar with pax and GNU extensions. Memory stays bounded. */
const BLOCK = 512;
/** A pax header holds names and numbers; a larger one is damage. */
const LARGEST_HEADER = 1024 * 1024;
/** Reads the entries in order. Throws when the archive is cut off or is none. */
async function* readTar(source) {
    const bytes = new ByteReader(source);
    let next = {};
    for (;;) {
        const header = await bytes.read(BLOCK);
        if (header.length < BLOCK || header[0] === 0)
            return await bytes.drain();
        checkHeader(header);
        const flag = String.fromCharCode(header[156] ?? 0);
        const size = next.size ?? sizeIn(header);
        if ('xgLK'.includes(flag)) {
            const content = await bytes.read(Math.min(padded(size), LARGEST_HEADER));
            if (flag === 'x')
                next = { ...next, ...readPax(content.subarray(0, size)) };
            if (flag === 'L')
                next = { ...next, path: tar_text(content.subarray(0, size)) };
            continue;
        }
        const body = new Body(bytes, size);
        yield { path: next.path ?? pathIn(header), type: typeOf(flag), size, body };
        await body.finish(padded(size) - size);
        next = {};
    }
}
function typeOf(flag) {
    if (flag === '0' || flag === '\0')
        return 'file';
    if (flag === '5')
        return 'directory';
    return flag === '1' || flag === '2' ? 'link' : 'other';
}
function checkHeader(header) {
    const expected = Number.parseInt(tar_text(header.subarray(148, 156)).trim(), 8);
    const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0);
    if (sum !== expected)
        throw new Error('the archive of a layer is damaged: a header has a wrong checksum');
}
/** Octal digits, or for sizes from 8 GiB the GNU way: a set top bit and then the number itself. */
function sizeIn(header) {
    const field = header.subarray(124, 136);
    if (((field[0] ?? 0) & 0x80) === 0)
        return Number.parseInt(tar_text(field).trim() || '0', 8);
    return Number(field.readBigUInt64BE(4));
}
function pathIn(header) {
    const name = tar_text(header.subarray(0, 100));
    const isUstar = header.toString('latin1', 257, 263) === 'ustar\0';
    const prefix = isUstar ? tar_text(header.subarray(345, 500)) : '';
    return prefix === '' ? name : `${prefix}/${name}`;
}
/** Records `LENGTH key=value\n`, the length counting all of the record in bytes. */
function readPax(content) {
    const found = {};
    for (let at = 0; at < content.length;) {
        const space = content.indexOf(32, at);
        const length = Number(content.toString('latin1', at, space));
        if (!(length > 0))
            break;
        const record = content.toString('utf8', space + 1, at + length - 1);
        const equals = record.indexOf('=');
        if (record.slice(0, equals) === 'path')
            found.path = record.slice(equals + 1);
        if (record.slice(0, equals) === 'size')
            found.size = Number(record.slice(equals + 1));
        at += length;
    }
    return found;
}
function tar_text(bytes) {
    const end = bytes.indexOf(0);
    return bytes.toString('utf8', 0, end === -1 ? bytes.length : end);
}
function padded(size) {
    return Math.ceil(size / BLOCK) * BLOCK;
}
/** The content of one entry, read once. */
class Body {
    #bytes;
    #rest;
    constructor(bytes, size) {
        this.#bytes = bytes;
        this.#rest = size;
    }
    async *[Symbol.asyncIterator]() {
        while (this.#rest > 0) {
            const chunk = await this.#bytes.next(this.#rest);
            this.#rest -= chunk.length;
            yield chunk;
        }
    }
    async finish(padding) {
        for (this.#rest += padding; this.#rest > 0;)
            this.#rest -= (await this.#bytes.next(this.#rest)).length;
    }
}
class ByteReader {
    #source;
    #chunk = Buffer.alloc(0);
    constructor(source) {
        this.#source = source[Symbol.asyncIterator]();
    }
    /** Up to `most` bytes, as they come. Throws at the end of the source. */
    async next(most) {
        if (!(await this.#fill()))
            throw new Error('the archive of a layer ended too early');
        const piece = this.#chunk.subarray(0, most);
        this.#chunk = this.#chunk.subarray(piece.length);
        return piece;
    }
    /** Exactly `size` bytes, or fewer at the end of the source. */
    async read(size) {
        const pieces = [];
        for (let rest = size; rest > 0 && (await this.#fill());) {
            const piece = await this.next(rest);
            pieces.push(piece);
            rest -= piece.length;
        }
        return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces);
    }
    /** Reads to the end, so that whoever writes is not cut off. */
    async drain() {
        while (await this.#fill())
            this.#chunk = Buffer.alloc(0);
    }
    async #fill() {
        while (this.#chunk.length === 0) {
            const { done, value } = await this.#source.next();
            if (done)
                return false;
            this.#chunk = value;
        }
        return true;
    }
}

;// CONCATENATED MODULE: ./build/src/docker/layers.js










/**
 * Reads the content of some layers of an image, so that layers which are not asked for, those of a large base image
 * above all, cost nothing.
 *
 * Where the engine says in which directory it keeps each layer, a container that is never started gets those
 * directories read-only, and the engine streams them. The containerd store is made to push the layers to a registry
 * of our own. Where neither works, the whole image is streamed, and the rest of it thrown away.
 *
 * @param wanted layers, counted from 0 at the bottom
 * @param visitor makes the visitor of one layer; called for a layer that turns out not to be wanted too
 * @returns the visitors of the wanted layers
 */
async function readLayers(caller, image, wanted, visitor) {
    if (wanted.length === 0)
        return new Map();
    const read = image.layerDirectories.length > 0 ? readDirectories : readPushed;
    try {
        return await read(caller, image, wanted, visitor);
    }
    catch (error) {
        caller.signal.throwIfAborted();
        if (!(error instanceof engine_error/* EngineError */.NJ))
            throw error;
        log/* info */.pq(`The added layers cannot be read alone (${error.message}); reading the whole image`);
        return await readArchive(caller, image, wanted, visitor);
    }
}
/**
 * Has the engine push the image twice: first to a registry that says to have every blob, for the manifest alone, and
 * then to one that misses the wanted layers.
 */
async function readPushed(caller, { id, facts }, wanted, visitor) {
    const registry = await startLayerRegistry();
    const reference = `${registry.host}/evaluator-action:layers`;
    const seen = new Map();
    try {
        await (0,docker_image/* tagImage */.E$)(caller, id, reference);
        await (0,push/* pushOnce */.qU)(caller, reference, undefined);
        const digests = registry.manifests.find(({ length }) => length === facts.layers);
        if (!digests)
            throw unreadable('it pushed no manifest with the layers of the image');
        const names = wanted.map((layer) => digests[layer] ?? '');
        registry.want(names, async (digest, body) => {
            const one = visitor();
            await visitLayer(body, one.visit.bind(one));
            seen.set(digest, one);
        });
        await (0,push/* pushOnce */.qU)(caller, reference, undefined);
        if (!names.every((name) => seen.has(name)))
            throw unreadable('it did not push every layer');
        return new Map(wanted.map((layer, index) => [layer, seen.get(names[index] ?? '') ?? visitor()]));
    }
    finally {
        await registry.close();
        await (0,docker_image/* removeTag */.b4)(caller, reference);
    }
}
/** Minutes for reading what may be tens of gigabytes. */
const LONGEST = 60;
const MOUNTS = 'evaluator-action-layers';
async function readDirectories(caller, image, wanted, visitor) {
    const mounts = wanted.map((layer) => ({
        Type: 'bind',
        ReadOnly: true,
        Source: image.layerDirectories[layer],
        Target: `/${MOUNTS}/${layer}`,
    }));
    const settings = {
        Image: image.id,
        Entrypoint: ['none'],
        HostConfig: { NetworkMode: 'none', Mounts: mounts },
    };
    const visitors = new Map(wanted.map((layer) => [layer, visitor()]));
    await withContainer(caller, 'layers', settings, async (id) => {
        const path = `/containers/${id}/archive`;
        const call = { method: 'GET', path, query: { path: `/${MOUNTS}` }, minutes: LONGEST };
        await (0,docker_engine/* readAnswer */.JN)(caller, call, async (tar) => {
            for await (const entry of readTar(tar)) {
                const [, layer, ...path] = entry.path.split('/');
                await visitors.get(Number(layer))?.visit({ ...entry, path: path.join('/') });
            }
        });
    });
    return visitors;
}
/**
 * The archive has its list of layers, `manifest.json`, at the end: only then it is known which of the layers seen
 * are the wanted ones.
 */
async function readArchive(caller, { id }, wanted, visitor) {
    const seen = new Map();
    let names = [];
    const call = { method: 'GET', path: `/images/${id}/get`, minutes: LONGEST };
    await (0,docker_engine/* readAnswer */.JN)(caller, call, async (archive) => {
        for await (const entry of readTar(archive)) {
            if (entry.path === 'manifest.json') {
                names = JSON.parse((await layers_readAll(entry.body)).toString('utf8'))[0].Layers;
            }
            else if (entry.type === 'file' && /^blobs\/|\/layer\.tar$/.test(entry.path)) {
                const one = visitor();
                if (await visitLayer(entry.body, one.visit.bind(one)))
                    seen.set(entry.path, one);
            }
        }
    });
    return new Map(wanted.flatMap((layer) => {
        const one = seen.get(names[layer] ?? '');
        return one ? [[layer, one]] : [];
    }));
}
/** Reads one blob if it is a layer: a tar archive, plain or compressed. Manifests and configurations are JSON. */
async function visitLayer(body, visit) {
    const iterator = body[Symbol.asyncIterator]();
    const first = await iterator.next();
    if (first.done || first.value[0] === 0x7b)
        return false;
    const whole = (async function* () {
        yield first.value;
        yield* { [Symbol.asyncIterator]: () => iterator };
    })();
    const decompress = decompressor(first.value);
    const tar = decompress ? (0,external_node_stream_.pipeline)(external_node_stream_.Readable.from(whole), decompress, () => { }) : whole;
    for await (const entry of readTar(tar))
        await visit(entry);
    return true;
}
function decompressor(start) {
    if (start[0] === 0x1f && start[1] === 0x8b)
        return (0,external_node_zlib_.createGunzip)();
    return start.length >= 4 && start.readUInt32LE(0) === 0xfd2fb528 ? (0,external_node_zlib_.createZstdDecompress)() : undefined;
}
async function layers_readAll(body) {
    const chunks = [];
    for await (const chunk of body)
        chunks.push(chunk);
    return Buffer.concat(chunks);
}
function unreadable(reason) {
    return new engine_error/* EngineError */.NJ(`The Docker engine does not give the layers of the image: ${reason}`, reason);
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/src/lib/cache-directory.js

/**
 * Where this user's programs keep what they can make anew, by the XDG Base Directory Specification; undefined where the
 * environment names no home. A relative path does not count there either.
 */
function cacheDirectory() {
    const { XDG_CACHE_HOME = '', HOME = '' } = process.env;
    if ((0,external_node_path_.isAbsolute)(XDG_CACHE_HOME))
        return XDG_CACHE_HOME;
    return (0,external_node_path_.isAbsolute)(HOME) ? (0,external_node_path_.join)(HOME, '.cache') : undefined;
}

;// CONCATENATED MODULE: ./build/src/verify/layer-scan.js

/**
 * To be raised whenever a scan comes to tell something else of the same layer, lest what earlier versions found is taken
 * for what this one would find.
 */
const SCAN_VERSION = 1;
const notableKinds = [
    'secret-in-layer',
    'private-key',
    'credential-file',
    'key-in-package',
    'git-directory',
    'gpu-image',
];
/** Bytes from which a file is compared with others. */
const LARGE = 16 * 1024;
/** A key file begins with its header, or with a comment and the header. */
const HEAD = 1024;
/** More of one kind in one layer say nothing new. */
const MOST_NOTABLES = 100;
const CREDENTIALS = /(^|\/)(\.env(\.(local|production|prod|development|dev|staging))?|[._]netrc|\.git-credentials|\.pypirc|\.pgpass|\.aws\/credentials|\.docker\/config\.json|\.kube\/config|\.config\/gh\/hosts\.yml|application_default_credentials\.json|id_(rsa|dsa|ecdsa|ed25519))$/;
const IN_PACKAGE = /(^|\/)((site|dist)-packages|node_modules)\//;
const KEY_HEADER = /^\s*(#[^\n]*\n\s*)*-----BEGIN ([A-Z0-9]+ )*PRIVATE KEY( BLOCK)?-----/;
const GPU_PACKAGE = /(^|\/)(nvidia_(cuda|cudnn|cublas)\w*-[^/]*|torch-[^/]*\+cu\d+)\.dist-info\/METADATA$/;
/** Reads one layer and keeps what is notable: memory stays bounded whatever the layer holds. */
class LayerScan {
    bytes = 0;
    files = 0;
    notables = [];
    large = [];
    #search;
    #counts = new Map();
    constructor(search) {
        this.#search = search;
    }
    async visit({ path, type, size, body }) {
        if (/(^|\/)\.git\/HEAD$/.test(path))
            this.#note({ kind: 'git-directory', path });
        if (type !== 'file' || size === 0)
            return;
        this.files++;
        this.bytes += size;
        if (GPU_PACKAGE.test(path))
            this.#note({ kind: 'gpu-image', path });
        const { head, secret, checksum } = await this.#read(body, size);
        if (secret !== undefined)
            this.#note({ kind: 'secret-in-layer', path, secret });
        const inPackage = IN_PACKAGE.test(path);
        if (KEY_HEADER.test(head))
            this.#note({ kind: inPackage ? 'key-in-package' : 'private-key', path });
        else if (CREDENTIALS.test(path) && !inPackage)
            this.#note({ kind: 'credential-file', path });
        if (size >= LARGE)
            this.large.push({ path, size, fingerprint: `${size}-${checksum}` });
    }
    /** Reads a file only as far as something is asked of it. */
    async #read(body, size) {
        const search = this.#search.empty ? undefined : this.#search.stream();
        const whole = search !== undefined || size >= LARGE;
        let head = Buffer.alloc(0);
        let secret;
        let checksum = 0;
        for await (const chunk of body) {
            if (head.length < HEAD)
                head = Buffer.concat([head, chunk.subarray(0, HEAD)]);
            secret ??= search?.(chunk);
            if (size >= LARGE)
                checksum = (0,external_node_zlib_.crc32)(chunk, checksum);
            if (!whole && head.length >= HEAD)
                break;
        }
        return { head: head.toString('latin1', 0, HEAD), secret, checksum };
    }
    #note(notable) {
        const count = this.#counts.get(notable.kind) ?? 0;
        this.#counts.set(notable.kind, count + 1);
        if (count < MOST_NOTABLES)
            this.notables.push(notable);
    }
}

;// CONCATENATED MODULE: ./build/src/verify/layer-records.js







/** Bytes of files from which a layer is remembered: reading fewer costs next to nothing. */
const SMALLEST_LAYER = 16 * 1024 ** 2;
/** Bytes of a file with what is remembered of one layer, and how many files there may be. */
const LARGEST_RECORD = 4 * 1024 ** 2;
const MOST_RECORDS = 100;
/** Characters of a secret that nobody can guess by trying. */
const LONG_SECRET = 20;
const CIPHER = 'aes-256-gcm';
const [KEY, NONCE, TAG] = [32, 12, 16];
/** What a scan tells of a layer without secrets. */
const Scanned = mini_schemas/* object */.Ikc({
    bytes: mini_schemas/* number */.aig(),
    files: mini_schemas/* number */.aig(),
    notables: mini_schemas/* array */.YOg(mini_schemas/* object */.Ikc({ kind: mini_schemas/* enum */.k5n(notableKinds), path: mini_schemas/* string */.YjP() })),
    large: mini_schemas/* array */.YOg(mini_schemas/* object */.Ikc({ path: mini_schemas/* string */.YjP(), size: mini_schemas/* number */.aig(), fingerprint: mini_schemas/* string */.YjP() })),
});
/**
 * Remembers on this machine what was found in large layers, so that the next run need not read them again.
 *
 * Others may be able to write files here, such as another job of the same user, and must not be able to vouch for a
 * layer: what is remembered is encrypted and authenticated with a key made of the secrets that were looked for. So only
 * who knows them can write what counts, a file tells nothing to anybody else, and a layer is read again when one of the
 * secrets is another. A file that does not count is as good as none, and nothing that fails here is an error.
 */
class LayerRecords {
    #directory;
    #nameKey;
    #contentKey;
    /** @returns undefined where there is no place for files, or no secret that makes a key which cannot be guessed */
    static of(secrets, caches = cacheDirectory()) {
        const values = secrets.map(({ value }) => value);
        if (caches === undefined || !values.some((value) => value.length >= LONG_SECRET))
            return undefined;
        return new LayerRecords((0,external_node_path_.join)(caches, 'evaluator-action', 'layers'), values);
    }
    constructor(directory, secrets) {
        this.#directory = directory;
        const info = `layer scan ${SCAN_VERSION}`;
        const keys = Buffer.from((0,external_node_crypto_.hkdfSync)('sha256', inOnePiece(secrets), 'evaluator-action', info, 2 * KEY));
        this.#nameKey = keys.subarray(0, KEY);
        this.#contentKey = keys.subarray(KEY);
    }
    /** What an earlier run found in a layer; undefined when the layer is to be read. */
    async recall(digest) {
        try {
            const path = this.#pathOf(digest);
            const scan = Scanned.parse(JSON.parse(this.#decrypt(await readRecord(path), digest)));
            const now = new Date();
            await (0,external_node_fs_promises_.utimes)(path, now, now).catch(() => { });
            return scan;
        }
        catch {
            return undefined;
        }
    }
    /** Remembers what was found in a layer, unless a secret was: then it is to be found again and again. */
    async remember(digest, { bytes, files, notables, large }) {
        if (bytes < SMALLEST_LAYER || notables.some(({ kind }) => kind === 'secret-in-layer'))
            return;
        const record = this.#encrypt(JSON.stringify({ bytes, files, notables, large }), digest);
        if (record.length > LARGEST_RECORD)
            return;
        try {
            await makeDirectory(this.#directory);
            await writeWhole(this.#pathOf(digest), record);
            await this.#forgetOldest();
        }
        catch {
            // A home that is read-only, or a full disk: the next run reads the layer again.
        }
    }
    /** Tells nobody which layer it is. */
    #pathOf(digest) {
        return (0,external_node_path_.join)(this.#directory, (0,external_node_crypto_.createHmac)('sha256', this.#nameKey).update(digest).digest('hex'));
    }
    #encrypt(text, digest) {
        const nonce = (0,external_node_crypto_.randomBytes)(NONCE);
        const cipher = (0,external_node_crypto_.createCipheriv)(CIPHER, this.#contentKey, nonce).setAAD(Buffer.from(digest));
        return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    }
    /** Throws unless the record was written for this layer by who knows the secrets. */
    #decrypt(record, digest) {
        const [nonce, tag] = [record.subarray(0, NONCE), record.subarray(-TAG)];
        const decipher = (0,external_node_crypto_.createDecipheriv)(CIPHER, this.#contentKey, nonce, { authTagLength: TAG });
        decipher.setAAD(Buffer.from(digest)).setAuthTag(tag);
        return `${decipher.update(record.subarray(NONCE, -TAG), undefined, 'utf8')}${decipher.final('utf8')}`;
    }
    async #forgetOldest() {
        const names = await (0,external_node_fs_promises_.readdir)(this.#directory);
        if (names.length <= MOST_RECORDS)
            return;
        const files = await Promise.all(names.map(async (name) => {
            const path = (0,external_node_path_.join)(this.#directory, name);
            return { path, used: await (0,external_node_fs_promises_.stat)(path).then(({ mtimeMs }) => mtimeMs) };
        }));
        const oldest = files.sort((a, b) => b.used - a.used).slice(MOST_RECORDS);
        await Promise.all(oldest.map(({ path }) => (0,external_node_fs_promises_.rm)(path, { force: true })));
    }
}
/** In one order, and each behind its length: no two lists of secrets look the same. */
function inOnePiece(secrets) {
    const pieces = secrets.toSorted().flatMap((secret) => {
        const bytes = Buffer.from(secret);
        const length = Buffer.alloc(4);
        length.writeUInt32BE(bytes.length);
        return [length, bytes];
    });
    return Buffer.concat(pieces);
}
/** Makes the directory, its parent and the one of all caches, but no home that is not there; in /proc `recursive` never ends. */
async function makeDirectory(path) {
    for (const one of [(0,external_node_path_.dirname)((0,external_node_path_.dirname)(path)), (0,external_node_path_.dirname)(path), path])
        await (0,external_node_fs_promises_.mkdir)(one, { mode: 0o700 }).catch(() => { });
}
/** Whoever can write in the directory may have put a pipe there, a link, or something endless. */
async function readRecord(path) {
    const file = await (0,external_node_fs_promises_.open)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK);
    try {
        const found = await file.stat();
        if (!found.isFile() || found.size > LARGEST_RECORD)
            throw new Error('not a record');
        return await file.readFile();
    }
    finally {
        await file.close();
    }
}
async function writeWhole(path, content) {
    const draft = `${path}.${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`;
    try {
        await (0,external_node_fs_promises_.writeFile)(draft, content, { mode: 0o600, flag: 'wx' });
        await (0,external_node_fs_promises_.rename)(draft, path);
    }
    catch (error) {
        await (0,external_node_fs_promises_.rm)(draft, { force: true }).catch(() => { });
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/src/verify/layer-scans.js



/**
 * What some layers of an image hold. One that was read before, by a run that looked for the same secrets, is not read
 * again: its digest says that its content is the same.
 *
 * @param wanted layers, counted from 0 at the bottom
 * @returns the layers in the order that was asked for, and how many of them were not read again
 */
async function scanLayers(caller, image, wanted, search) {
    const records = LayerRecords.of(search.secrets);
    const recalled = new Map();
    for (const layer of wanted) {
        const digest = image.layerDigests[layer];
        const scan = digest === undefined ? undefined : await records?.recall(digest);
        if (scan)
            recalled.set(layer, scan);
    }
    const unread = wanted.filter((layer) => !recalled.has(layer));
    const read = await readLayers(caller, image, unread, () => new LayerScan(search));
    for (const [layer, scan] of read) {
        const digest = image.layerDigests[layer];
        if (digest !== undefined)
            await records?.remember(digest, scan);
    }
    const scans = wanted.flatMap((layer) => {
        const scan = recalled.get(layer) ?? read.get(layer);
        return scan ? [[layer, scan]] : [];
    });
    return { scans: new Map(scans), recalled: recalled.size };
}

;// CONCATENATED MODULE: ./build/src/verify/byte-search.js
/**
 * Finds any of several byte strings in one pass, most bytes unseen (Wu and Manber, "A fast algorithm for multi-pattern
 * searching", 1994). A window as long as the shortest needle moves over the bytes; the two bytes at its end tell how
 * far it may move without missing a needle that begins in it. Most pairs are in no needle, so it jumps nearly its whole
 * length, however many needles there are.
 */
class ByteSearch {
    #needles;
    /** Length of the window. */
    #window;
    /** By pair of bytes. */
    #jumps;
    /** @param needles each of two bytes or more */
    constructor(needles) {
        this.#needles = needles;
        this.#window = Math.min(...needles.map(({ bytes }) => bytes.length));
        this.#jumps = new Uint8Array(0x10000).fill(Math.min(this.#window - 1, 0xff));
        for (const { bytes } of needles) {
            for (let end = 1; end < this.#window; end++) {
                const pair = bytes.readUInt16BE(end - 1);
                this.#jumps[pair] = Math.min(this.#jumps[pair] ?? 0, this.#window - 1 - end);
            }
        }
    }
    /** The needle that begins first; of several that begin at the same byte, the first of the list. */
    findIn(bytes) {
        const jumps = this.#jumps;
        for (let end = this.#window - 1; end < bytes.length;) {
            const jump = jumps[(bytes[end - 1] << 8) | bytes[end]];
            if (jump === 0) {
                const found = this.#needleAt(bytes, end - this.#window + 1);
                if (found)
                    return found;
            }
            end += jump || 1;
        }
        return undefined;
    }
    #needleAt(bytes, start) {
        return this.#needles.find((needle) => bytes[start] === needle.bytes[0] &&
            needle.bytes.equals(bytes.subarray(start, start + needle.bytes.length)));
    }
}

;// CONCATENATED MODULE: ./build/src/verify/needles.js


/** Shorter pieces would be found by chance. */
const SHORTEST = 8;
/**
 * Looks for secrets in text or in a stream of chunks: as they are, and in base64, URL-encoded, in hexadecimal and
 * inside JSON. In base64 a secret looks different depending on what stands before it; all three cases are searched.
 */
class SecretSearch {
    secrets;
    #search;
    #longest;
    constructor(secrets) {
        this.secrets = secrets;
        const needles = secrets.flatMap(({ label, value }) => formsOf(value).map((form) => ({ label, bytes: Buffer.from(form) })));
        this.#search = needles.length > 0 ? new ByteSearch(needles) : undefined;
        this.#longest = Math.max(0, ...needles.map(({ bytes }) => bytes.length));
    }
    /** Whether there is anything to look for. */
    get empty() {
        return this.#search === undefined;
    }
    /** The label of the first secret in the text; undefined when there is none. */
    findIn(text) {
        return this.#search?.findIn(Buffer.isBuffer(text) ? text : Buffer.from(text))?.label;
    }
    /** A function that takes the chunks of one file in order, and tells the label when a secret is in them. */
    stream() {
        let tail = Buffer.alloc(0);
        return (chunk) => {
            const keep = this.#longest - 1;
            // A secret may lie across two chunks: only there both are looked at together.
            const seam = Buffer.concat([tail, chunk.subarray(0, keep)]);
            const found = (tail.length > 0 ? this.findIn(seam) : undefined) ?? this.findIn(chunk);
            tail = Buffer.concat([tail, chunk.subarray(-keep)]).subarray(-keep);
            return found;
        };
    }
}
function formsOf(secret) {
    const forms = [...(0,secrets/* secretForms */.eo)(secret), ...[0, 1, 2].flatMap((offset) => base64Within(secret, offset))];
    return [...new Set(forms)].filter((form) => form.length >= SHORTEST);
}
/** The characters of base64 that depend on the secret alone when `offset` bytes stand before it. */
function base64Within(secret, offset) {
    const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(secret)]);
    const start = Math.ceil((offset * 8) / 6);
    const end = Math.floor((bytes.length * 8) / 6);
    return ['base64', 'base64url'].map((encoding) => bytes.toString(encoding).slice(start, end));
}

;// CONCATENATED MODULE: ./build/src/verify/verify.js











/** Verifies an image of the engine: reads what this build put into it, and runs it, side by side. */
async function verifyImage(caller, image, input) {
    const { contract } = input;
    const [inspected, start, proven] = await (0,together/* together */.b)(caller.signal, (signal) => inspect({ ...caller, signal }, image, input), (signal) => startWithout({ ...caller, signal }, image, input.timeLimit), async (signal) => contract && (await checkContractOf({ ...caller, signal }, image.id, contract)));
    const found = [...inspected.findings, ...checkStart(start), ...(proven?.findings ?? [])];
    return {
        findings: (0,verify_findings/* judge */.S4)(found, input.accepted),
        image,
        layers: inspected.layers,
        start,
        contract: proven,
    };
}
/** Runs the image without any variable of the platform, and without a network. */
async function startWithout(caller, image, timeLimit) {
    const outcome = await runContainer(caller, image.id, { network: 'none', timeLimit });
    showOutput('Start without credentials', outcome.output);
    return outcome;
}
async function inspect(caller, image, { secrets, dockerfile }) {
    const search = new SecretSearch(secrets);
    const history = await readHistory(caller, image.id);
    const all = image.facts.layers;
    const steps = dockerfile && findAddedSteps(history, all, (0,external_node_fs_.readFileSync)(dockerfile.path, 'utf8'), dockerfile.target);
    const added = steps?.flatMap(({ layer }) => (layer === undefined ? [] : [layer]));
    const begin = performance.now();
    const { scans, recalled } = await scanLayers(caller, image, added ?? [...Array(all).keys()], search);
    const total = (count) => [...scans.values()].reduce((sum, scan) => sum + count(scan), 0);
    return {
        findings: [
            ...checkConfig({ image, history, steps, dockerfile: dockerfile?.path }, search),
            ...checkLayers(scans, steps, dockerfile?.path),
        ],
        layers: {
            read: scans.size,
            recalled,
            all,
            bytes: total(({ bytes }) => bytes),
            files: total(({ files }) => files),
            duration: Math.round(performance.now() - begin),
            baseKnown: steps !== undefined,
            sizes: layerSizes(history, steps),
        },
    };
}


/***/ })

};
