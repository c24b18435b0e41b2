export const id = 9736;
export const ids = [9736];
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

/***/ 9736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findEngine: () => (/* binding */ findEngine)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var _runtime_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2349);
/* harmony import */ var _util_memoize_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6017);
/* harmony import */ var _dialing_agent_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8056);
/* harmony import */ var _engine_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4942);





const DEFAULT_SOCKET = '/var/run/docker.sock';
/**
 * Connects to the engine that the job's docker command would use: that of DOCKER_HOST, of the Docker context, or of
 * this machine. An engine that is not behind a local socket is reached through the docker command, which supports
 * contexts, TLS and SSH.
 * @param lifetime aborts the request for the engine's version, which callers share
 */
function findEngine(config, lifetime) {
    const socketPath = findSocket(config);
    const connection = socketPath === undefined ? { agent: new _dialing_agent_js__WEBPACK_IMPORTED_MODULE_3__/* .DialingAgent */ .y(config) } : { agent: new node_http__WEBPACK_IMPORTED_MODULE_0__.Agent(), socketPath };
    return { connection, version: (0,_util_memoize_js__WEBPACK_IMPORTED_MODULE_2__/* .memoize */ .Bj)(() => (0,_engine_js__WEBPACK_IMPORTED_MODULE_4__/* .readApiVersion */ .ZS)(connection, lifetime)) };
}
/** Returns the path of the engine's socket; undefined if only the docker command can find the engine. */
function findSocket({ env, context }) {
    // docker also ignores an empty variable.
    const host = env.DOCKER_HOST || (0,_runtime_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .readVariable */ .nt)('DOCKER_HOST');
    if (host)
        return /^unix:\/\/(\/.+)$/.exec(host)?.[1];
    const current = (0,_runtime_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .readVariable */ .nt)('DOCKER_CONTEXT') || context || 'default';
    return current === 'default' ? DEFAULT_SOCKET : undefined;
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

/***/ 6017:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ memoize),
/* harmony export */   Wh: () => (/* binding */ unlessAborted),
/* harmony export */   lQ: () => (/* binding */ memoizeByKey)
/* harmony export */ });
/* harmony import */ var node_async_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6698);

/**
 * Runs the work once, when it is first needed, and keeps its outcome, whether success or failure. A caller stops
 * waiting when its own signal is aborted; the work continues for the others, and ends with its own signal.
 */
function memoize(work) {
    // What the work prints belongs to all callers, not to the log section of the first one.
    const context = node_async_hooks__WEBPACK_IMPORTED_MODULE_0__.AsyncLocalStorage.snapshot();
    let outcome;
    return async (signal) => {
        signal.throwIfAborted();
        outcome ??= context(work);
        return await unlessAborted(outcome, signal);
    };
}
/** @param lifetime ends the work, whichever caller requested it first */
function memoizeByKey(lifetime) {
    const context = node_async_hooks__WEBPACK_IMPORTED_MODULE_0__.AsyncLocalStorage.snapshot();
    const works = new Map();
    return async (key, signal, work) => {
        const memoized = works.get(key) ?? context(() => memoize(() => work(lifetime)));
        works.set(key, memoized);
        return await memoized(signal);
    };
}
/** Waits for an outcome, but not longer than until the signal is aborted. */
function unlessAborted(outcome, signal) {
    return new Promise((resolve, reject) => {
        const leave = () => reject(signal.reason);
        signal.addEventListener('abort', leave, { once: true });
        outcome.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
    });
}


/***/ })

};
