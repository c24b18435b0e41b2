export const id = 7922;
export const ids = [7922];
export const modules = {

/***/ 8056:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ DialingAgent),
/* harmony export */   z: () => (/* binding */ DialError)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7067);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7075);
/* harmony import */ var _runtime_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3631);
/* harmony import */ var _runtime_untrusted_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6786);





/** Maximum number of open connections. Each one is a process. */
const MAX_CONNECTIONS = 8;
/** Maximum characters of docker's message to keep for the error. */
const KEPT = 4096;
/**
 * Connects to the engine of the job's Docker context or DOCKER_HOST through `docker system dial-stdio`, which passes
 * the bytes of one connection through its standard input and output.
 */
class DialingAgent extends node_http__WEBPACK_IMPORTED_MODULE_1__.Agent {
    #env;
    constructor({ env }) {
        super({ keepAlive: true, maxSockets: MAX_CONNECTIONS });
        this.#env = (0,_runtime_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .commandEnvironment */ .J$)(env);
    }
    createConnection() {
        return new Dialed((0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('docker', ['system', 'dial-stdio'], { env: this.#env, stdio: ['pipe', 'pipe', 'pipe'] }));
    }
}
/** Wraps the process as a connection, with the methods that Node's client requires. */
class Dialed extends node_stream__WEBPACK_IMPORTED_MODULE_2__.Duplex {
    #child;
    constructor(child) {
        super({ allowHalfOpen: false });
        this.#child = child;
        let said = '';
        child.stderr.on('data', (chunk) => {
            said = (said + chunk.toString('utf8')).slice(-KEPT);
        });
        child.stdout.on('data', (chunk) => {
            if (!this.push(chunk))
                child.stdout.pause();
        });
        // The exit code and the last line show what went wrong.
        child.stdin.on('error', () => { });
        child.once('error', (error) => this.destroy(error));
        child.once('close', (code) => {
            if (code === 0)
                this.push(null);
            else
                this.destroy(new DialError(said, code));
        });
    }
    _read() {
        this.#child.stdout.resume();
    }
    _write(chunk, _, done) {
        // If the process has ended, its end gives the reason; "write EPIPE" gives none.
        this.#child.stdin.write(chunk, () => done());
    }
    _final(done) {
        this.#child.stdin.end(done);
    }
    _destroy(error, done) {
        this.#child.kill();
        done(error);
    }
    /** Lets this process exit although the connection is open and idle. */
    unref() {
        this.#each((one) => one.unref());
        return this;
    }
    ref() {
        this.#each((one) => one.ref());
        return this;
    }
    setKeepAlive() {
        return this;
    }
    setNoDelay() {
        return this;
    }
    setTimeout() {
        return this;
    }
    #each(work) {
        const { stdin, stdout, stderr } = this.#child;
        for (const one of [this.#child, stdin, stdout, stderr])
            if ('unref' in one)
                work(one);
    }
}
/** Docker's message about an engine that it cannot reach. */
class DialError extends Error {
    constructor(said, code) {
        const lines = said.split('\n').filter((line) => line.trim() !== '');
        super((0,_runtime_untrusted_text_js__WEBPACK_IMPORTED_MODULE_4__/* .sanitizeLine */ .g$)(lines.at(-1) ?? `docker system dial-stdio ended with exit code ${code}`));
    }
}


/***/ }),

/***/ 2537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DR: () => (/* binding */ noContext),
/* harmony export */   NJ: () => (/* binding */ EngineError),
/* harmony export */   RI: () => (/* binding */ noPermission),
/* harmony export */   SP: () => (/* binding */ explainFailure),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   bA: () => (/* binding */ missingDocker),
/* harmony export */   qE: () => (/* binding */ noAnswer)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9139);
/* harmony import */ var _dialing_agent_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8056);


/** Thrown if the engine refuses a call or gives no complete answer. */
class EngineError extends _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ {
    name = 'EngineError';
    /** undefined if there was no answer. */
    status;
    /** The engine's own message, sanitized. */
    reason;
    constructor(message, reason, status, options) {
        super(message, options);
        this.reason = reason;
        this.status = status;
    }
}
const noAnswer = 'The Docker engine does not answer. Start it (systemctl start docker), or set DOCKER_HOST to where it is.';
const noPermission = 'This user is not allowed to use the Docker engine. Add the user to the group docker.';
const noContext = "There is no such Docker context. Create it (docker context create), or correct DOCKER_CONTEXT or the currentContext of Docker's config.json.";
/** Explains why there was no complete answer, and what to do about it. */
function explainFailure(cause, call, socketPath) {
    const { code, name, message } = cause;
    if (code === 'EACCES' || code === 'EPERM')
        return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(socketPath === undefined
            ? `${noPermission} ${message}`
            : `${noPermission} Its socket is ${socketPath}.`, { cause });
    if (code === 'ENOENT' && /^spawn docker/.test(message))
        return missingDocker(cause);
    if (cause instanceof _dialing_agent_js__WEBPACK_IMPORTED_MODULE_1__/* .DialError */ .z && /context.*not found/i.test(message))
        return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${noContext} ${message}`, { cause });
    if (cause instanceof _dialing_agent_js__WEBPACK_IMPORTED_MODULE_1__/* .DialError */ .z || code === 'ENOENT' || code === 'ECONNREFUSED')
        return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${noAnswer} ${message}`, { cause });
    const reason = name === 'TimeoutError' || name === 'AbortError'
        ? `it took more than ${call.minutes ?? 2} minutes`
        : message;
    return new EngineError(`The Docker engine gave no complete answer to ${nameOf(call)}: ${reason}`, reason, undefined, {
        cause,
    });
}
function missingDocker(cause) {
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('docker was not found on PATH. Install Docker: https://docs.docker.com/engine/install/. In a workflow, you can also use a runner that has it, such as ubuntu-latest.', { cause });
}
function nameOf({ method, path }) {
    return `${method} ${path}`;
}


/***/ }),

/***/ 4942:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JN: () => (/* binding */ readAnswer),
/* harmony export */   Tt: () => (/* binding */ getJson),
/* harmony export */   ZS: () => (/* binding */ readApiVersion),
/* harmony export */   ov: () => (/* binding */ findJson),
/* harmony export */   tN: () => (/* binding */ send)
/* harmony export */ });
/* unused harmony export open */
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9139);
/* harmony import */ var _runtime_untrusted_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6786);
/* harmony import */ var _util_read_all_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3150);
/* harmony import */ var _engine_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2537);
/** A client for the Docker engine's HTTP API, https://docs.docker.com/reference/api/engine/. */





/** The newest version of the API that this client supports. Engines since Docker 18.09 (1.39) work. */
const NEWEST_VERSION = '1.45';
/** Maximum bytes of an answer. An image's history has a few kilobytes. */
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;
/** Sends a call and returns the answer as a stream. Throws `EngineError` for a status outside 2xx. */
async function open(caller, call) {
    const { engine, signal } = caller;
    const version = await engine.version(signal);
    const query = call.query ? `?${new URLSearchParams(call.query)}` : '';
    const answer = await answerOf(engine.connection, { ...call, path: `/v${version}${call.path}${query}` }, signal);
    const { statusCode: status = 0 } = answer;
    if (status >= 200 && status < 300)
        return answer;
    const reason = reasonIn(await readWhole(answer).catch(() => Buffer.alloc(0)));
    throw new _engine_error_js__WEBPACK_IMPORTED_MODULE_3__/* .EngineError */ .NJ(`The Docker engine answered ${status} to ${(0,_engine_error_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb)(call)}: ${reason}`, reason, status);
}
/**
 * Sends a call and passes its answer to a reader as it arrives. An answer that is cut off is an `EngineError`, whatever
 * the reader throws.
 */
async function readAnswer(caller, call, read) {
    const answer = await open(caller, call);
    try {
        return await read(answer);
    }
    catch (error) {
        caller.signal.throwIfAborted();
        throw answer.errored ? (0,_engine_error_js__WEBPACK_IMPORTED_MODULE_3__/* .explainFailure */ .SP)(answer.errored, call, undefined) : error;
    }
    finally {
        answer.destroy();
    }
}
/** Returns the engine's answer, validated. */
async function getJson(caller, call, schema) {
    const text = (await readAnswer(caller, call, readWhole)).toString('utf8');
    try {
        return schema.parse(JSON.parse(text));
    }
    catch (cause) {
        const reason = `something unexpected: ${(0,_runtime_untrusted_text_js__WEBPACK_IMPORTED_MODULE_2__/* .sanitizeLine */ .g$)(text).slice(0, 300) || 'nothing'}`;
        throw new _engine_error_js__WEBPACK_IMPORTED_MODULE_3__/* .EngineError */ .NJ(`The Docker engine answered ${(0,_engine_error_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb)(call)} with ${reason}`, reason, undefined, {
            cause,
        });
    }
}
/** Returns the engine's answer, or undefined if the engine does not have the object. */
async function findJson(caller, call, schema) {
    try {
        return await getJson(caller, call, schema);
    }
    catch (error) {
        if (error instanceof _engine_error_js__WEBPACK_IMPORTED_MODULE_3__/* .EngineError */ .NJ && error.status === 404)
            return undefined;
        throw error;
    }
}
/** Sends a call whose answer has no content. */
async function send(caller, call) {
    await readAnswer(caller, call, readWhole);
}
/** Returns the API version to use: the engine's own, or the newest one that this client supports. */
async function readApiVersion(connection, signal) {
    const call = { method: 'GET', path: '/_ping' };
    const answer = await answerOf(connection, call, signal);
    const { 'api-version': version } = answer.headers;
    answer.resume();
    return typeof version === 'string' && isOlder(version, NEWEST_VERSION) ? version : NEWEST_VERSION;
}
function isOlder(one, other) {
    const [, major = '', minor = ''] = /^(\d+)\.(\d+)$/.exec(one) ?? [];
    const [newestMajor, newestMinor] = other.split('.').map(Number);
    return major !== '' && (Number(major) - Number(newestMajor) || Number(minor) - Number(newestMinor)) < 0;
}
async function answerOf({ agent, socketPath }, call, signal) {
    signal.throwIfAborted();
    const { method, path, body, headers, minutes = 2 } = call;
    const content = body === undefined ? '' : JSON.stringify(body);
    const options = {
        agent,
        ...(socketPath !== undefined && { socketPath }),
        method,
        path,
        signal: AbortSignal.any([signal, AbortSignal.timeout(Math.ceil(minutes * 60_000))]),
        headers: {
            host: 'docker',
            ...headers,
            ...(content !== '' && { 'content-type': 'application/json' }),
            'content-length': Buffer.byteLength(content),
        },
    };
    return await new Promise((resolve, reject) => {
        (0,node_http__WEBPACK_IMPORTED_MODULE_0__.request)(options, resolve).once('error', reject).end(content);
    }).catch((cause) => {
        signal.throwIfAborted();
        throw (0,_engine_error_js__WEBPACK_IMPORTED_MODULE_3__/* .explainFailure */ .SP)(cause, call, socketPath);
    });
}
async function readWhole(answer) {
    return await (0,_util_read_all_js__WEBPACK_IMPORTED_MODULE_4__/* .readAll */ .y)(answer, MAX_ANSWER_BYTES, () => new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`The Docker engine's answer is larger than ${MAX_ANSWER_BYTES} bytes.`));
}
/** Returns the engine's message: `{"message": …}`, or the text of another server that answered in its place. */
function reasonIn(body) {
    const text = body.toString('utf8');
    let message;
    try {
        message = JSON.parse(text).message;
    }
    catch {
        message = text;
    }
    const line = (0,_runtime_untrusted_text_js__WEBPACK_IMPORTED_MODULE_2__/* .sanitizeLine */ .g$)(String(message ?? text)
        .replaceAll(/\s+/g, ' ')
        .trim());
    return line === '' ? 'it gave no reason' : line.slice(0, 1000);
}


/***/ }),

/***/ 4639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E$: () => (/* binding */ tagImage),
/* harmony export */   J2: () => (/* binding */ inspectImages),
/* harmony export */   b4: () => (/* binding */ removeTag)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8395);
/* harmony import */ var _util_retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9168);
/* harmony import */ var _engine_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4942);
/* harmony import */ var _engine_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2537);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2663);





const Strings = zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP())), zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .transform */ .pdi((list) => list ?? []));
/** The fields of an inspection that are used here. Engines omit missing values or set them to null. */
const Inspection = zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    Id: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    RepoDigests: Strings,
    Os: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    Architecture: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    Size: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig(),
    Config: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
        Entrypoint: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(Strings),
        Cmd: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(Strings),
        User: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
        Env: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(Strings),
        Labels: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP())),
    })),
    RootFS: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ Layers: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(Strings) }),
    GraphDriver: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ Data: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP())) })),
});
/** Finds images in the engine by name or id. Missing images are left out. */
async function inspectImages(caller, names) {
    const inspect = (name) => (0,_engine_js__WEBPACK_IMPORTED_MODULE_1__/* .findJson */ .ov)(caller, { method: 'GET', path: `/images/${name}/json` }, Inspection);
    const found = await Promise.all([...new Set(names)].map(inspect));
    return found.filter((image) => image !== undefined).map(localImage);
}
/** Adds a name to an image of the engine. Another image may have had the name before. */
async function tagImage(caller, source, reference) {
    const { tag = 'latest', ...name } = (0,_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .parseReference */ .F2)(reference);
    const query = { repo: (0,_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .formatReference */ .FH)(name), tag };
    await (0,_util_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .retry */ .L)(() => (0,_engine_js__WEBPACK_IMPORTED_MODULE_1__/* .send */ .tN)(caller, { method: 'POST', path: `/images/${source}/tag`, query }), {
        what: `naming the image ${reference}`,
        signal: caller.signal,
        transient: isNameTaken,
    });
}
/** Returns whether the containerd store failed because two jobs set the same name at the same moment. */
function isNameTaken(error) {
    return error instanceof _engine_error_js__WEBPACK_IMPORTED_MODULE_2__/* .EngineError */ .NJ && /already exists/.test(error.reason);
}
/** Removes a name from an image, which keeps its other names. Also works in a cancelled job. */
async function removeTag({ engine }, reference) {
    const caller = { engine, signal: AbortSignal.timeout(5_000) };
    const call = { method: 'DELETE', path: `/images/${reference}`, query: { noprune: '1' } };
    await (0,_engine_js__WEBPACK_IMPORTED_MODULE_1__/* .send */ .tN)(caller, call).catch(() => { });
}
function localImage({ Id, RepoDigests, Os, Architecture, Size, Config, RootFS, GraphDriver, }) {
    const { Layers: layers = [] } = RootFS;
    const { UpperDir, LowerDir } = GraphDriver?.Data ?? {};
    const directories = UpperDir === undefined ? [] : [UpperDir, ...(LowerDir ?? '').split(':').filter(Boolean)];
    return {
        id: Id,
        repoDigests: RepoDigests,
        facts: {
            platform: `${Os}/${Architecture}`,
            entrypoint: Config?.Entrypoint ?? [],
            command: Config?.Cmd ?? [],
            user: Config?.User || 'root',
            size: Size,
            layers: layers.length,
        },
        environment: Config?.Env ?? [],
        labels: Config?.Labels ?? {},
        layerDigests: layers,
        layerDirectories: directories.length === layers.length ? directories.toReversed() : [],
    };
}


/***/ }),

/***/ 7922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   removeLeftovers: () => (/* binding */ removeLeftovers)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8395);
/* harmony import */ var _engine_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4942);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4639);
/* harmony import */ var _owner_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(225);




const Labels = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()));
const Containers = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ Id: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), Names: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()), Labels }));
const Networks = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ Id: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), Name: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), Labels }));
const Images = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ RepoTags: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP())) }));
/** Matches a name that is used to push layers to a registry in the process that the tag identifies. */
const TEMPORARY_TAG = /^127\.0\.0\.1:\d+\/evaluator-action\/\w+:evaluator-action-([\w.]+)$/;
/**
 * Removes objects that killed runs left in the engine: containers, networks and temporary image names. An object counts
 * only if both its name and its label are ours: a container inherits the labels of its image, and other people may use
 * similar names.
 *
 * @returns the number of removed objects; those that cannot be listed or removed are left for the next run
 */
async function removeLeftovers(caller) {
    const filters = JSON.stringify({ label: [_owner_js__WEBPACK_IMPORTED_MODULE_2__/* .PROCESS_LABEL */ .tJ] });
    const [containers, networks, images] = await Promise.all([
        (0,_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .getJson */ .Tt)(caller, { method: 'GET', path: '/containers/json', query: { all: '1', filters } }, Containers),
        (0,_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .getJson */ .Tt)(caller, { method: 'GET', path: '/networks', query: { filters } }, Networks),
        (0,_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .getJson */ .Tt)(caller, {
            method: 'GET',
            path: '/images/json',
            query: { filters: JSON.stringify({ reference: ['127.0.0.1:*/evaluator-action/*'] }) },
        }, Images),
    ]);
    const isLeft = (names, labels) => names.some((name) => name.startsWith(_owner_js__WEBPACK_IMPORTED_MODULE_2__/* .NAME_PREFIX */ .ve)) && (0,_owner_js__WEBPACK_IMPORTED_MODULE_2__/* .hasEnded */ .hY)(labels?.[_owner_js__WEBPACK_IMPORTED_MODULE_2__/* .PROCESS_LABEL */ .tJ] ?? '');
    // Remove the containers first: a network can be removed only if no container uses it.
    const left = containers.filter(({ Names, Labels }) => isLeft(Names.map((name) => name.replace(/^\//, '')), Labels));
    const removed = await Promise.allSettled(left.map(({ Id }) => (0,_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .send */ .tN)(caller, { method: 'DELETE', path: `/containers/${Id}`, query: { force: '1', v: '1' } })));
    const idle = networks.filter(({ Name, Labels }) => isLeft([Name], Labels));
    removed.push(...(await Promise.allSettled(idle.map(({ Id }) => (0,_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .send */ .tN)(caller, { method: 'DELETE', path: `/networks/${Id}` })))));
    const tags = images
        .flatMap(({ RepoTags }) => RepoTags ?? [])
        .filter((tag) => (0,_owner_js__WEBPACK_IMPORTED_MODULE_2__/* .hasEnded */ .hY)(TEMPORARY_TAG.exec(tag)?.[1] ?? ''));
    await Promise.all(tags.map((tag) => (0,_image_js__WEBPACK_IMPORTED_MODULE_1__/* .removeTag */ .b4)(caller, tag)));
    caller.signal.throwIfAborted();
    return removed.filter(({ status }) => status === 'fulfilled').length + tags.length;
}


/***/ }),

/***/ 225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ct: () => (/* binding */ ownLabels),
/* harmony export */   hY: () => (/* binding */ hasEnded),
/* harmony export */   oz: () => (/* binding */ ownProcess),
/* harmony export */   tJ: () => (/* binding */ PROCESS_LABEL),
/* harmony export */   ve: () => (/* binding */ NAME_PREFIX)
/* harmony export */ });
/* unused harmony export RUN_LABEL */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _runtime_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2349);
/**
 * Identifies the owner of containers, networks and temporary image names. Each name that a run creates identifies the
 * process that created it, so that the leftovers of a killed run can be distinguished from the objects of a live one.
 */


/** The prefix of every name that a run gives to an object in the engine. */
const NAME_PREFIX = 'evaluator-action-';
/** Labels: the workflow run, for people, and the process, which shows whether the run is still alive. */
const RUN_LABEL = 'evaluator-action.run';
const PROCESS_LABEL = 'evaluator-action.process';
/**
 * Maximum lifetime in seconds of everything that a run creates in the engine, even if its process cannot be checked.
 */
const MAX_LIFETIME = 2 * 24 * 3600;
/** Returns the labels of the objects that this process creates. */
function ownLabels() {
    const run = (0,_runtime_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .readVariable */ .nt)('GITHUB_RUN_ID') ?? 'local';
    const attempt = (0,_runtime_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .readVariable */ .nt)('GITHUB_RUN_ATTEMPT') ?? '1';
    return { [RUN_LABEL]: `${run}-${attempt}`, [PROCESS_LABEL]: ownProcess() };
}
/**
 * Returns a text that no other process has had: the machine's boot, the process namespace, the process id, and the
 * start time. It contains only characters that are valid in a tag.
 */
function ownProcess() {
    return [bootId(), namespaceId(), process.pid, startTime(process.pid) ?? 0, now()].join('.');
}
/** Returns whether the process that left an object has ended; `false` if that is unknown. */
function hasEnded(owner) {
    const [, boot, namespace, pid, start, made] = /^(\w+)\.(\d+)\.(\d{1,9})\.(\d{1,20})\.(\d{1,12})$/.exec(owner) ?? [];
    if (boot === undefined)
        return false;
    if (now() - Number(made) > MAX_LIFETIME)
        return true;
    // The processes of another machine, or of a job in a container, are not visible here.
    if (boot !== bootId() || namespace !== namespaceId())
        return false;
    const running = startTime(Number(pid));
    return running === undefined ? !exists(Number(pid)) : String(running) !== start;
}
function now() {
    return Math.floor(Date.now() / 1000);
}
function bootId() {
    return readText('/proc/sys/kernel/random/boot_id').replaceAll('-', '').trim().slice(0, 12) || 'unknown';
}
function namespaceId() {
    try {
        return /\d+/.exec((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)('/proc/self/ns/pid'))?.[0] ?? '0';
    }
    catch {
        return '0';
    }
}
/**
 * Returns the start of a process in clock ticks since the machine's boot; undefined if the process does not exist or
 * the system has no /proc.
 */
function startTime(pid) {
    // The second field is the program's name in parentheses, and may contain any character.
    const fields = readText(`/proc/${pid}/stat`)
        .replace(/^.*\) /s, '')
        .split(' ');
    const ticks = Number(fields[19]);
    return fields.length > 19 && Number.isFinite(ticks) ? ticks : undefined;
}
function exists(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return error.code === 'EPERM';
    }
}
function readText(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8');
    }
    catch {
        return '';
    }
}


/***/ }),

/***/ 2663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ isPathComponent),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   SH: () => (/* binding */ repositoryPath),
/* harmony export */   U$: () => (/* binding */ registryHost),
/* harmony export */   dz: () => (/* binding */ isTag)
/* harmony export */ });
const component = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
const domainName = new RegExp(String.raw `^(?:${label}(?:\.${label})*|\[[A-Fa-f0-9:]+\])(?::[0-9]+)?$`);
const hexLengths = { sha256: 64, sha384: 96, sha512: 128 };
const pathLimit = 255;
/**
 * Reads an image reference by the grammar of distribution/reference. The first segment is a registry if it is
 * `localhost` or contains a dot, a colon or a capital letter: `Docker/docker` has the host `Docker`, `test.com:5000`
 * has the tag `5000`.
 *
 * @throws Error that says what is wrong with the text and what to write instead
 */
function parseReference(text) {
    const refuse = (reason) => new Error(`${JSON.stringify(text)} is not a valid image reference: ${reason}`);
    if (text === '')
        throw refuse('it is empty; write a name such as "registry.example.com/team/evaluator"');
    const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:\/\//.exec(text)?.[0];
    if (scheme)
        throw refuse(`leave out "${scheme}"`);
    if (/\s/.test(text))
        throw refuse('it contains white space; remove it');
    const { domain, path, tag, digest } = splitReference(text);
    const problem = (digest !== undefined && problemOfDigest(digest)) ||
        (tag !== undefined && problemOfTag(tag)) ||
        (domain !== undefined && problemOfDomain(domain)) ||
        problemOfPath(domain, path);
    if (problem)
        throw refuse(problem);
    return {
        ...(domain !== undefined && { domain }),
        path,
        ...(tag !== undefined && { tag }),
        ...(digest !== undefined && { digest }),
    };
}
/** Writes a reference so that parseReference can read it. */
function formatReference({ domain, path, tag, digest }) {
    const host = domain === undefined ? '' : `${domain}/`;
    return host + path + (tag === undefined ? '' : `:${tag}`) + (digest === undefined ? '' : `@${digest}`);
}
/** Returns the registry that the engine contacts for this reference: `docker.io` if none is written. */
function registryHost({ domain }) {
    return domain === undefined || domain === 'index.docker.io' ? 'docker.io' : domain;
}
/**
 * Returns the path under which the registry stores a repository: Docker Hub puts names with one part under `library`.
 */
function repositoryPath(host, path) {
    return host === 'docker.io' && !path.includes('/') ? `library/${path}` : path;
}
function isTag(text) {
    return /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/.test(text);
}
/**
 * Returns whether the text is one segment of a path: lower-case letters and digits, joined by `.`, `_`, `__` or
 * hyphens.
 */
function isPathComponent(text) {
    return component.test(text);
}
function splitReference(text) {
    const [named, digest] = splitAt(text, text.indexOf('@'));
    const colon = named.lastIndexOf(':');
    const [name, tag] = splitAt(named, colon > named.lastIndexOf('/') ? colon : -1);
    const [first, rest] = splitAt(name, name.indexOf('/'));
    const isDomain = rest !== undefined && (first === 'localhost' || /[.:A-Z]/.test(first));
    return {
        ...(isDomain && { domain: first }),
        path: isDomain ? rest : name,
        ...(tag !== undefined && { tag }),
        ...(digest !== undefined && { digest }),
    };
}
function splitAt(text, index) {
    return index === -1 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}
function problemOfDigest(digest) {
    const [algorithm, hex = ''] = splitAt(digest, digest.indexOf(':'));
    const length = hexLengths[algorithm];
    if (length === undefined)
        return `the digest "${digest}" must begin with "sha256:"`;
    if (/^[0-9a-f]+$/.test(hex) && hex.length === length)
        return undefined;
    return `the digest "${digest}" must have ${length} lower-case hexadecimal digits after "${algorithm}:"`;
}
function problemOfTag(tag) {
    if (isTag(tag))
        return undefined;
    if (tag === '')
        return 'the tag after ":" is empty; write one, or leave out the ":"';
    if (tag.length > 128)
        return `the tag has ${tag.length} characters; at most 128 are allowed`;
    return `the tag "${tag}" may contain only letters, digits, "_", "." and "-", and must not begin with "." or "-"`;
}
function problemOfDomain(domain) {
    if (domainName.test(domain))
        return undefined;
    return `the registry "${domain}" must be a host name or address with an optional port, such as "registry.example.com:5000"`;
}
function problemOfPath(domain, path) {
    if (path === '')
        return 'there is no name besides the registry, tag and digest; write one, such as "team/evaluator"';
    if (domain === undefined && /^[0-9a-f]{64}$/.test(path)) {
        return 'it looks like an image id; write a name, or "name@sha256:…"';
    }
    const stored = repositoryPath(registryHost({ ...(domain !== undefined && { domain }) }), path);
    if (stored.length > pathLimit) {
        return `the path has ${stored.length} characters; at most ${pathLimit} are allowed`;
    }
    const bad = path.split('/').find((segment) => !isPathComponent(segment));
    if (bad === undefined)
        return undefined;
    if (bad === '')
        return 'a slash has nothing before or after it; remove it';
    if (isPathComponent(bad.toLowerCase()))
        return `write "${path}" in lower case: "${path.toLowerCase()}"`;
    return `"${bad}" may contain only lower-case letters and digits, joined by one ".", one or two "_", or "-"`;
}


/***/ })

};
