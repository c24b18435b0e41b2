export const id = 8620;
export const ids = [8620,9736];
export const modules = {

/***/ 4787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b$: () => (/* binding */ checkOut),
/* harmony export */   hV: () => (/* binding */ writeFiles),
/* harmony export */   rH: () => (/* binding */ plainGit)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9139);
/* harmony import */ var _runtime_secrets_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5758);
/* harmony import */ var _util_process_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(471);





/**
 * Returns Git without the configuration of the user and of the machine, which may run programs, such as filters and
 * credential helpers.
 * @param home a private directory
 */
function plainGit(home, signal) {
    const own = { HOME: home, XDG_CONFIG_HOME: home, GIT_CONFIG_NOSYSTEM: '1', GIT_TERMINAL_PROMPT: '0' };
    return async (args, env = {}) => {
        const options = { env: { ...own, ...env }, timeout: 10 * 60_000, signal };
        const { exitCode, stdout, output } = await (0,_util_process_js__WEBPACK_IMPORTED_MODULE_4__/* .run */ .e)('git', args, options);
        if (exitCode !== 0)
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ(output.findLast((line) => line !== '') ?? 'Git failed');
        return stdout;
    };
}
/**
 * Fetches a commit and writes its files into a directory, which it returns. A build of the files gets no token: its
 * arguments and frontend may come from another commit.
 * @param token for reading a private repository; stored only in a file that is removed before this function returns
 * @param directory a private directory
 */
async function checkOut({ repository, sha }, token, directory, signal) {
    const bare = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'repository');
    const tree = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'files');
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(tree, { recursive: true, mode: 0o700 });
    const git = plainGit(directory, signal);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(bare, { mode: 0o700 });
        await git(['init', '--quiet', '--bare', bare]);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(bare, 'config'), configuration(repository, token), { mode: 0o600 });
        await git(['--git-dir', bare, 'fetch', '--quiet', '--depth=1', '--no-tags', repository, sha]);
        await writeFiles(git, bare, sha, tree);
    }
    finally {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(bare))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(bare, { recursive: true });
    }
    return tree;
}
/** Writes the files of a commit into a directory. */
async function writeFiles(git, bare, sha, tree, env) {
    await git(['--git-dir', bare, '--work-tree', tree, 'checkout', '--quiet', '--force', sha, '--', '.'], env);
}
/** Returns the Git configuration. It disables redirects, which could send the token to another host. */
function configuration(repository, token) {
    const lines = ['[http]', 'followRedirects = false'];
    if (token) {
        (0,_runtime_secrets_js__WEBPACK_IMPORTED_MODULE_3__/* .maskSecret */ .$l)(token, 'x-access-token');
        const login = Buffer.from(`x-access-token:${token}`).toString('base64');
        lines.push(`[http ${JSON.stringify(repository)}]`, `extraHeader = "Authorization: Basic ${login}"`);
    }
    return `${lines.join('\n')}\n`;
}


/***/ }),

/***/ 8934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B7: () => (/* binding */ findLogin),
  KU: () => (/* binding */ logInFirst),
  DQ: () => (/* binding */ loginOf),
  I3: () => (/* binding */ registryAuth)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./build/src/runtime/errors.js
var errors = __webpack_require__(9139);
// EXTERNAL MODULE: ./build/src/runtime/log.js
var log = __webpack_require__(772);
// EXTERNAL MODULE: ./build/src/runtime/secrets.js + 1 modules
var secrets = __webpack_require__(5758);
// EXTERNAL MODULE: ./build/src/runtime/untrusted-text.js
var untrusted_text = __webpack_require__(6786);
// EXTERNAL MODULE: ./build/src/util/process.js
var process = __webpack_require__(471);
// EXTERNAL MODULE: ./build/src/docker/client-config.js
var client_config = __webpack_require__(6906);
// EXTERNAL MODULE: ./build/src/docker/reference.js
var docker_reference = __webpack_require__(2663);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/src/docker/scoped-login.js




/**
 * Finds the configuration of a login that docker/login-action created with `scope`. Buildx (0.31 and newer) prefers it
 * to docker's own configuration. The login for the repository with the most actions wins.
 *
 * @returns its directory; undefined if there is no login for this repository
 */
function findScopedDirectory(host, path, wanted) {
    const registry = host === 'docker.io' ? 'registry-1.docker.io' : host;
    const name = (0,docker_reference/* repositoryPath */.SH)(host, path);
    const [best] = scopedLogins()
        .filter((one) => one.host === registry)
        .filter(({ repository }) => repository === undefined || repository === name)
        .filter(({ actions }) => actions.every((action) => wanted.includes(action)))
        .sort((a, b) => Number(b.repository !== undefined) - Number(a.repository !== undefined) ||
        b.actions.length - a.actions.length);
    return best?.directory;
}
function scopedLogins() {
    const base = (0,external_node_path_.join)((0,client_config.buildxDirectory)(), 'config');
    return configFiles(base).map((directory) => {
        const [place = '', actions = ''] = (0,external_node_path_.relative)(base, directory).split(/@(.*)/s);
        const [host = '', repository] = place.split(/\/(.*)/s);
        const names = actions.split(',').map((action) => action.trim());
        return { directory, host, repository, actions: names.filter((action) => action !== '') };
    });
}
/** Returns the directories below a directory that contain a `config.json`. */
function configFiles(directory) {
    let entries;
    try {
        entries = (0,external_node_fs_.readdirSync)(directory, { withFileTypes: true });
    }
    catch {
        return [];
    }
    const below = entries
        .filter((entry) => entry.isDirectory())
        .flatMap(({ name }) => configFiles((0,external_node_path_.join)(directory, name)));
    return entries.some((entry) => entry.isFile() && entry.name === 'config.json')
        ? [directory, ...below]
        : below;
}

;// CONCATENATED MODULE: ./build/src/docker/credentials.js










/** What to do if a registry requires a login. */
const logInFirst = 'Log in with docker login first. In a workflow, use docker/login-action before this step, or set registry-username and registry-password.';
/** @param fetchAnew requests a new login from its source; omitted for a login that never changes */
function loginOf(credentials, fetchAnew = async () => undefined) {
    let current = credentials;
    return {
        get credentials() {
            return current;
        },
        renew: async () => {
            const next = await fetchAnew();
            const isNew = next !== undefined && !(0,external_node_util_.isDeepStrictEqual)(next, current);
            current = next ?? current;
            return isNew;
        },
    };
}
/**
 * Returns the header that passes a login to the engine for one call: base64url, with the padding that Go's decoder
 * expects.
 */
function registryAuth(reference, credentials) {
    const { username, password, identityToken } = credentials ?? {};
    const login = identityToken === undefined ? { username, password } : { identitytoken: identityToken };
    const content = JSON.stringify({ ...login, serveraddress: (0,client_config.registryKey)((0,docker_reference/* registryHost */.U$)(reference)) });
    return Buffer.from(content).toString('base64').replaceAll('+', '-').replaceAll('/', '_');
}
/**
 * Returns the job's existing login for a repository, found in the same way as docker: a login for this repository only
 * (docker/login-action's `scope`), or else the login for its registry. Without a login, requests to the
 * registry are anonymous.
 *
 * @param host as in references, `docker.io` for Docker Hub
 */
async function findLogin(host, path, access, signal) {
    const scoped = findScopedDirectory(host, path, access.split(','));
    const find = async () => {
        const credentials = await readCredentials((0,client_config.registryKey)(host), (0,client_config.readClientConfig)(scoped), signal);
        if (credentials)
            (0,secrets/* maskSecret */.$l)(credentials.password, credentials.username, `The password for ${host}`);
        return credentials;
    };
    const login = loginOf(await find(), find);
    return Object.assign(login, { isScoped: scoped !== undefined && login.credentials !== undefined });
}
/** Reads a login like docker's client: from the registry's helper, else from the default helper or the file. */
async function readCredentials(key, config, signal) {
    const given = (0,client_config.loginsInVariable)()?.[key];
    if (given)
        return decode(given);
    const { auths, credHelpers, credsStore } = config;
    // An empty name selects the file.
    const helper = credHelpers && Object.hasOwn(credHelpers, key) ? credHelpers[key] : credsStore;
    if (helper)
        return await askHelper(helper, key, (0,client_config.helperVariables)(config), signal);
    const entries = Object.entries(auths ?? {});
    const [, entry] = entries.find(([name]) => name === key) ?? entries.find(([name]) => hostIn(name) === key) ?? [];
    return decode(entry ?? {});
}
/** Returns the host of a registry that an older client may have written as a URL: `https://ghcr.io/v1/`. */
function hostIn(name) {
    const [, host = ''] = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/?#@]*@)?([^/?#]*)/i.exec(name) ?? [];
    return host;
}
function decode({ auth, username, password, identitytoken }) {
    if (identitytoken)
        return { username: '', password: identitytoken, identityToken: identitytoken };
    const pair = auth ? splitPair(Buffer.from(auth, 'base64').toString('utf8')) : { username, password };
    return pair.username && pair.password !== undefined && pair.password !== ''
        ? { username: pair.username, password: pair.password }
        : undefined;
}
function splitPair(text) {
    const colon = text.indexOf(':');
    // Old clients padded the password with zeros.
    return colon === -1
        ? {}
        : { username: text.slice(0, colon), password: text.slice(colon + 1).replaceAll(/^\0+|\0+$/g, '') };
}
const HelperReply = schemas/* object */.Ikc({ Username: schemas/* optional */.lqM(schemas/* string */.YjP()), Secret: schemas/* optional */.lqM(schemas/* string */.YjP()) });
/**
 * Requests a login from a credential helper. If the helper is missing or fails, warns and continues without a login,
 * like docker: many pulls need none.
 */
async function askHelper(helper, key, passOn, signal) {
    const program = `docker-credential-${helper}`;
    try {
        const result = await (0,process/* run */.e)(program, ['get'], { input: key, signal, passOn, timeout: 30_000 });
        if (result.exitCode === 0)
            return readReply(result.stdout);
        if (/credentials not found/.test(result.stdout))
            return undefined;
        throw new errors/* CommandError */.Qd(`it failed with exit code ${result.exitCode}: ${reasonOf(result)}`);
    }
    catch (error) {
        if (!(error instanceof errors/* CommandError */.Qd))
            throw error;
        log/* warning */.$e(`${program} was asked for the login of ${key} and returned none: ${(0,errors/* sentence */.em)(error.message)} The run goes on without this login; if one is needed, install or repair the helper, run docker login ${key}, or give registry-username and registry-password.`, 'Docker login');
        return undefined;
    }
}
function readReply(stdout) {
    const reply = HelperReply.safeParse(parseJson(stdout));
    // Do not show the text: it may be a password.
    if (!reply.success)
        throw new errors/* CommandError */.Qd('its answer was not a login');
    const { Username, Secret } = reply.data;
    if (!Username || !Secret)
        return undefined;
    // Docker's own marker for an OAuth login.
    const identity = Username === '<token>' && { identityToken: Secret };
    return { username: Username, password: Secret, ...identity };
}
/**
 * Returns the reason that a failed helper printed: to standard error, or to standard output as the protocol defines.
 */
function reasonOf({ stdout, output }) {
    const printed = new Set(stdout.split(/\r?\n/));
    const told = output.filter((line) => line.trim() !== '' && !printed.has(line)).at(-1);
    // An incomplete reply may contain part of a password.
    const answer = stdout.includes('{') ? undefined : stdout.trim().split('\n').at(-1);
    return (0,untrusted_text/* sanitizeLine */.g$)(told || answer || 'it gave no reason');
}
/** Returns undefined for text that is not JSON. The error would quote the text, which may be a password. */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}


/***/ }),

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

/***/ 390:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mz: () => (/* binding */ findImages),
/* harmony export */   Vx: () => (/* binding */ isRemote),
/* harmony export */   zZ: () => (/* binding */ isFixed)
/* harmony export */ });
/* harmony import */ var _reuse_not_reusable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2379);
/* harmony import */ var _instructions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9797);
/* harmony import */ var _stages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4743);
/* harmony import */ var _variables_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6615);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2375);





/**
 * Returns the images that a build uses, as written: base images, sources of `COPY --from` and of mounts, and the syntax
 * image. Ignores stages that the target does not need.
 *
 * @throws NotReusable if the build uses something that can change without any change in its inputs
 */
function findImages(text, use) {
    const dockerfile = (0,_instructions_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDockerfile */ .Ai)(text);
    const images = new Set();
    for (const platform of use.platforms) {
        const stages = (0,_stages_js__WEBPACK_IMPORTED_MODULE_1__/* .readStages */ .ir)(dockerfile, { ...use, platform });
        for (const { stage, sources } of neededStages(stages, use.target)) {
            for (const instruction of stage.instructions)
                refuseUnknown(instruction, dockerfile.escapeToken);
            for (const source of sources)
                if (typeof source === 'string')
                    images.add(source);
        }
    }
    const args = new Map(use.buildArgs.map((arg) => (0,_variables_js__WEBPACK_IMPORTED_MODULE_2__/* .splitAt */ .gI)(arg, '=')));
    const syntax = args.get('BUILDKIT_SYNTAX') ?? (0,_instructions_js__WEBPACK_IMPORTED_MODULE_0__/* .readSyntax */ .kQ)(text);
    if (syntax !== undefined)
        images.add(knownSyntax(syntax));
    images.delete('scratch');
    return [...images];
}
/** Returns the target stage and all stages that it needs, or every stage if the target does not exist. */
function neededStages(stages, target) {
    const built = (0,_stages_js__WEBPACK_IMPORTED_MODULE_1__/* .targetStage */ .Ae)(stages, target);
    const wanted = new Set(built ? [built] : stages);
    const needed = [];
    for (const stage of wanted) {
        const sources = [stage.base(), ...stage.instructions.flatMap((one) => sourcesOf(one, stage, stages))];
        for (const source of sources)
            if (typeof source !== 'string')
                wanted.add(source);
        needed.push({ stage, sources });
    }
    return needed;
}
/** Returns the sources in the flags of `COPY` and `RUN --mount`. */
function sourcesOf({ keyword, flags, line }, { index }, stages) {
    if (!['COPY', 'ADD', 'RUN'].includes(keyword))
        return [];
    const earlier = stages.slice(0, index);
    return flags.flatMap((flag) => {
        const [name, value] = (0,_variables_js__WEBPACK_IMPORTED_MODULE_2__/* .splitAt */ .gI)(flag, '=');
        const written = name === '--from' ? [value] : name === '--mount' ? mountedFrom(value) : [];
        return written.map((source) => {
            if (/["$]/.test(source) || (name === '--mount' && value.includes('"')))
                throw new _reuse_not_reusable_js__WEBPACK_IMPORTED_MODULE_3__/* .NotReusable */ .d(`the flags in line ${line} of the Dockerfile cannot be read with certainty`);
            const numbered = /^\d+$/.test(source) ? earlier[Number(source)] : undefined;
            return numbered ?? (0,_stages_js__WEBPACK_IMPORTED_MODULE_1__/* .stageNamed */ .ap)(earlier, source) ?? source;
        });
    });
}
function mountedFrom(mount) {
    return mount.split(',').flatMap((field) => {
        const [key, value] = (0,_variables_js__WEBPACK_IMPORTED_MODULE_2__/* .splitAt */ .gI)(field.replace(/^"/, ''), '=');
        return key.toLowerCase() === 'from' ? [value] : [];
    });
}
function refuseUnknown(instruction, escapeToken) {
    if (instruction.keyword === 'ONBUILD')
        throw new _reuse_not_reusable_js__WEBPACK_IMPORTED_MODULE_3__/* .NotReusable */ .d(`line ${instruction.line} of the Dockerfile is an ONBUILD, which takes effect in another build`);
    if (instruction.keyword === 'ADD')
        refuseRemoteSource(instruction, escapeToken);
}
/** Refuses `ADD` of a URL whose content may change: one without a checksum or a full commit. */
function refuseRemoteSource({ flags, rest, line }, escapeToken) {
    if (flags.some((flag) => /^--checksum=[^$]+$/.test(flag)))
        return;
    const words = (0,_instructions_js__WEBPACK_IMPORTED_MODULE_0__/* .readJsonList */ .Zv)(rest) ?? rest.split(/[\t\v\f\r ]+/);
    const sources = words.slice(0, -1).map((word) => plainText(word, escapeToken));
    const remote = sources.find((source) => isRemote(source) && !isFixed(source));
    if (remote !== undefined)
        throw new _reuse_not_reusable_js__WEBPACK_IMPORTED_MODULE_3__/* .NotReusable */ .d(`line ${line} of the Dockerfile adds ${remote}, which may have changed; give its --checksum`);
}
/** Removes quotes and escapes. Keeps variables, because their values depend on the stage. */
function plainText(word, escapeToken) {
    try {
        return (0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .readText */ .yR)(word, { escapeToken });
    }
    catch {
        return word;
    }
}
/** Returns whether BuildKit downloads a source of ADD, or may do so depending on a variable. */
function isRemote(source) {
    if (/^(?:\w+:\/\/|[\w.-]+@[\w.-]+:|github\.com\/)|\.git(?:[#?]|$)/.test(source))
        return true;
    if (!source.includes('$'))
        return false;
    const start = source.slice(0, source.indexOf('$'));
    const schemes = ['http://', 'https://', 'git://', 'ssh://', 'git@', 'github.com/'];
    return (/:\/\/|@|\.git/.test(source) ||
        schemes.some((scheme) => scheme.startsWith(start) || start.startsWith(scheme)));
}
function isFixed(source) {
    return /#[0-9a-f]{40}(?::|$)/.test(source) && !source.includes('$');
}
/** Returns the image of the frontend. Refuses any but Docker's own, because this code reads only its language. */
function knownSyntax(syntax) {
    const [image = ''] = syntax.split(/\s/);
    if (/^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?(?:[:@]|$)/.test(image))
        return image;
    throw new _reuse_not_reusable_js__WEBPACK_IMPORTED_MODULE_3__/* .NotReusable */ .d(`the Dockerfile is written for ${image}, which is not Docker's own frontend`);
}


/***/ }),

/***/ 4743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ae: () => (/* binding */ targetStage),
/* harmony export */   ap: () => (/* binding */ stageNamed),
/* harmony export */   ir: () => (/* binding */ readStages),
/* harmony export */   r_: () => (/* binding */ findChain)
/* harmony export */ });
/* harmony import */ var _util_group_by_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7043);
/* harmony import */ var _reuse_not_reusable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2379);
/* harmony import */ var _instructions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9797);
/* harmony import */ var _variables_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6615);




/** Returns the stages of a Dockerfile in order. */
function readStages(dockerfile, use) {
    const expand = (0,_variables_js__WEBPACK_IMPORTED_MODULE_1__/* .globalExpansion */ .xX)(dockerfile, use);
    const stages = [];
    const isFrom = ({ keyword }) => keyword === 'FROM';
    const inStage = (0,_util_group_by_js__WEBPACK_IMPORTED_MODULE_2__/* .groupBy */ .$)(dockerfile.instructions.filter((one) => !isFrom(one)), ({ stage }) => stage.index);
    for (const { rest, stage } of dockerfile.instructions.filter(isFrom)) {
        const [image = ''] = rest.split(/\s/, 1);
        stages.push({
            ...stage,
            instructions: inStage.get(stage.index) ?? [],
            base: () => stageNamed(stages.slice(0, stage.index), expand(image)) ?? expand(image),
        });
    }
    return stages;
}
/** Finds a stage by name. Of several stages with the same name, the last one counts. */
function stageNamed(stages, name) {
    return stages.findLast((stage) => stage.name === name.toLowerCase());
}
/** Returns the stage that is built, or undefined if it does not exist. */
function targetStage(stages, target) {
    if (target === undefined)
        return stages.at(-1);
    return stageNamed(stages, target) ?? stages.find(({ index }) => String(index) === target);
}
/** Returns the stages that the image is built from, or undefined if they cannot be determined. */
function findChain(text, use) {
    try {
        const stages = readStages((0,_instructions_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDockerfile */ .Ai)(text), use);
        const built = targetStage(stages, use.target);
        if (!built)
            return undefined;
        const chain = [built];
        for (;;) {
            const base = chain[0].base();
            if (typeof base === 'string')
                return { image: base, stages: chain, alone: stages.length === 1 };
            chain.unshift(base);
        }
    }
    catch (error) {
        if (error instanceof _reuse_not_reusable_js__WEBPACK_IMPORTED_MODULE_3__/* .NotReusable */ .d)
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 6967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ openRepository)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8395);
/* harmony import */ var _docker_credentials_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8934);
/* harmony import */ var _docker_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2663);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9139);
/* harmony import */ var _util_http_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7583);
/* harmony import */ var _token_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4751);
/**
 * A client for the part of the registry protocol (OCI Distribution) that needs no engine: manifests, tags,
 * configurations.
 */







const MANIFEST_TYPES = [
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
];
const Descriptor = zod_mini__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ digest: zod_mini__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(), size: zod_mini__WEBPACK_IMPORTED_MODULE_6__/* .number */ .aig(), mediaType: zod_mini__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP() });
const ManifestContent = zod_mini__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
    config: zod_mini__WEBPACK_IMPORTED_MODULE_6__/* .optional */ .lqM(Descriptor),
    layers: zod_mini__WEBPACK_IMPORTED_MODULE_6__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(Descriptor)),
    annotations: zod_mini__WEBPACK_IMPORTED_MODULE_6__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_6__/* .record */ .g1P(zod_mini__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(), zod_mini__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP())),
    manifests: zod_mini__WEBPACK_IMPORTED_MODULE_6__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_6__/* .extend */ .X$i(Descriptor, { platform: zod_mini__WEBPACK_IMPORTED_MODULE_6__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ os: zod_mini__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(), architecture: zod_mini__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP() })) }))),
});
const Configuration = zod_mini__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
    created: zod_mini__WEBPACK_IMPORTED_MODULE_6__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()),
    rootfs: zod_mini__WEBPACK_IMPORTED_MODULE_6__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({ diff_ids: zod_mini__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()) })),
    os: zod_mini__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    architecture: zod_mini__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP(),
    config: zod_mini__WEBPACK_IMPORTED_MODULE_6__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_6__/* .object */ .Ikc({
        Entrypoint: zod_mini__WEBPACK_IMPORTED_MODULE_6__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP())),
        Cmd: zod_mini__WEBPACK_IMPORTED_MODULE_6__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP())),
        User: zod_mini__WEBPACK_IMPORTED_MODULE_6__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_6__/* .string */ .YjP()),
    })),
});
/**
 * @param host as in references, `docker.io` for Docker Hub
 * @param path such as `acme/keypoint_detection_evaluator`
 * @param setting the inputs that name the registry, for an error if nothing answers there
 */
function openRepository(host, path, login, signal, access = 'pull,push', setting) {
    const root = `${(0,_util_http_js__WEBPACK_IMPORTED_MODULE_4__/* .isLoopback */ .U9)(host) ? 'http' : 'https'}://${host === 'docker.io' ? 'registry-1.docker.io' : host}/v2/`;
    const name = (0,_docker_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryPath */ .SH)(host, path);
    const base = root + name;
    const call = (0,_token_js__WEBPACK_IMPORTED_MODULE_5__/* .authorized */ .w)(login, name, access, signal, setting);
    const headers = { accept: MANIFEST_TYPES.join(', ') };
    const findManifest = async (tagOrDigest) => {
        const url = new URL(`${base}/manifests/${tagOrDigest}`);
        const answer = await call({ method: 'GET', url, headers, expect: [404] });
        return answer.status === 404 ? undefined : readManifest(answer, tagOrDigest, url);
    };
    return {
        logIn: async () => {
            await call({ method: 'GET', url: new URL(root) }).catch(explainLogin(host, login.credentials));
        },
        findManifest,
        findDigest: async (tag) => {
            const url = new URL(`${base}/manifests/${tag}`);
            const answer = await call({ method: 'HEAD', url, headers, expect: [404] });
            if (answer.status === 404)
                return undefined;
            const digest = answer.headers['docker-content-digest'] ?? '';
            return /^sha256:[0-9a-f]{64}$/.test(digest) ? digest : (await findManifest(tag))?.digest;
        },
        tagManifest: async ({ mediaType, body }, tag) => {
            const headers = { 'content-type': mediaType };
            await call({
                method: 'PUT',
                url: new URL(`${base}/manifests/${tag}`),
                headers,
                body: body.toString('utf8'),
            });
        },
        readFacts: async ({ content, configDigest }) => {
            if (configDigest === undefined)
                return undefined;
            const url = new URL(`${base}/blobs/${configDigest}`);
            const answer = await call({ method: 'GET', url, expect: REDIRECTS });
            const configuration = await followToStorage(answer, url, signal);
            checkDigest('configuration', configDigest, configuration.body, url);
            return factsOf((0,_util_http_js__WEBPACK_IMPORTED_MODULE_4__/* .readJson */ .Vh)(Configuration, configuration, url), content.layers ?? []);
        },
    };
}
function explainLogin(host, credentials) {
    return (cause) => {
        if (!(0,_token_js__WEBPACK_IMPORTED_MODULE_5__/* .isRefusal */ .v)(cause))
            throw cause;
        const message = credentials
            ? `The registry ${host} does not accept the login of ${credentials.username}. Check registry-username and registry-password; on the platform's registry they are the organization and the API token.`
            : `The registry ${host} requires a login. ${_docker_credentials_js__WEBPACK_IMPORTED_MODULE_1__/* .logInFirst */ .KU}`;
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ(`${message} ${cause.message}`, { cause });
    };
}
const REDIRECTS = [301, 302, 303, 307, 308];
/** Follows a registry's redirect to a storage host, at a signed address that must not get our token. */
async function followToStorage(answer, from, signal) {
    if (!REDIRECTS.includes(answer.status))
        return answer;
    const url = new URL(answer.headers.location ?? '', from);
    if ((0,_util_http_js__WEBPACK_IMPORTED_MODULE_4__/* .leadsToThisMachine */ .gq)(url) && !(0,_util_http_js__WEBPACK_IMPORTED_MODULE_4__/* .leadsToThisMachine */ .gq)(from)) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ(`The registry ${from.host} redirects to ${url.origin}, which is this machine; only a registry on this machine may do that.`);
    }
    return await (0,_util_http_js__WEBPACK_IMPORTED_MODULE_4__/* .send */ .tN)({ method: 'GET', url, signal });
}
function readManifest(answer, tagOrDigest, url) {
    const { headers, body } = answer;
    if (tagOrDigest.includes(':'))
        checkDigest('manifest', tagOrDigest, body, url);
    const digest = tagOrDigest.includes(':') ? tagOrDigest : digestOf(body);
    const content = (0,_util_http_js__WEBPACK_IMPORTED_MODULE_4__/* .readJson */ .Vh)(ManifestContent, answer, url);
    const mediaType = headers['content-type']?.split(';')[0]?.trim() ?? '';
    return { digest, mediaType, body, configDigest: content.config?.digest, content };
}
/** @param algorithm the algorithm of the requested digest */
function digestOf(body, algorithm = 'sha256') {
    return `${algorithm}:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm).update(body).digest('hex')}`;
}
/** Refuses content that does not match its digest. */
function checkDigest(what, asked, body, { host }) {
    const [, algorithm = ''] = /^(sha256|sha384|sha512):/.exec(asked) ?? [];
    const digest = algorithm && digestOf(body, algorithm);
    if (digest === asked)
        return;
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ(`${host} sent a ${what} with the digest ${digest || 'of an unknown kind'} when asked for ${asked}: it is damaged or tampered with.`);
}
function factsOf({ os, architecture, config, created, rootfs }, layers) {
    return {
        platform: `${os}/${architecture}`,
        entrypoint: config?.Entrypoint ?? [],
        command: config?.Cmd ?? [],
        user: config?.User || 'root',
        size: layers.reduce((sum, layer) => sum + layer.size, 0),
        layers: layers.length,
        ...(created !== undefined && { created }),
        ...(rootfs && { layerDigests: rootfs.diff_ids }),
    };
}


/***/ }),

/***/ 4751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ authorized),
  v: () => (/* binding */ isRefusal)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./build/src/docker/credentials.js + 1 modules
var docker_credentials = __webpack_require__(8934);
// EXTERNAL MODULE: ./build/src/runtime/errors.js
var errors = __webpack_require__(9139);
// EXTERNAL MODULE: ./build/src/runtime/log.js
var log = __webpack_require__(772);
// EXTERNAL MODULE: ./build/src/util/http.js + 2 modules
var http = __webpack_require__(7583);
;// CONCATENATED MODULE: ./build/src/registry/challenge.js
const token = String.raw `[\w!#$%&'*+.^\`|~-]+`;
/** Matches a scheme, or a parameter with its value. The token of a scheme such as Negotiate looks like a scheme too. */
const item = new RegExp(String.raw `(${token})(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+)))?`, 'g');
/**
 * Reads `WWW-Authenticate` (RFC 9110, 11.6.1), which may contain several challenges: each in its own header, which
 * arrive here joined by commas, or all in one.
 */
function parseChallenges(header) {
    const challenges = [];
    for (const [, name = '', quoted, plain] of header.matchAll(item)) {
        const value = quoted?.replaceAll(/\\(.)/g, '$1') ?? plain;
        if (value === undefined)
            challenges.push({ scheme: name.toLowerCase(), parameters: {} });
        else
            Object.assign(challenges.at(-1)?.parameters ?? {}, { [name.toLowerCase()]: value });
    }
    return challenges;
}

;// CONCATENATED MODULE: ./build/src/registry/token.js






const TokenReply = schemas/* object */.Ikc({ token: schemas/* optional */.lqM(schemas/* string */.YjP()), access_token: schemas/* optional */.lqM(schemas/* string */.YjP()) });
/**
 * Answers the registry's challenge and keeps the token: Bearer through its token service, or Basic. A token is valid
 * only for minutes, and a token from before the repository was created may not include it: the registry then sends
 * another challenge. A refused login is renewed once, if possible.
 *
 * @param access the access to request for reading; writing always requests `pull,push`
 */
function authorized(login, path, access, signal, setting) {
    let authorization;
    const named = new Set();
    return async ({ headers, expect = [], ...request }) => {
        const attempt = (statuses) => (0,http/* send */.tN)({
            ...request,
            setting,
            headers: { ...headers, ...(authorization && { authorization }) },
            expect: statuses,
            signal,
        });
        const logIn = async ({ headers }) => {
            const scope = `repository:${path}:${request.method === 'PUT' ? 'pull,push' : access}`;
            const from = { registry: request.url, path, scope, named };
            authorization = await answerChallenge(headers['www-authenticate'] ?? '', login.credentials, from, signal);
        };
        const first = await attempt([...expect, 401]);
        if (first.status !== 401)
            return first;
        try {
            await logIn(first);
            return await attempt(expect);
        }
        catch (error) {
            if (!isRefusal(error) || !(await login.renew()))
                throw error;
        }
        await logIn(first);
        return await attempt(expect);
    };
}
/** Returns whether a registry or its token service refused a login. */
function isRefusal(error) {
    return error instanceof errors/* HttpError */.j$ && (error.status === 401 || error.status === 403);
}
/** Answers a challenge, preferably with a token. Uses Basic if the registry offers it and its token service refuses. */
async function answerChallenge(header, credentials, from, signal) {
    const challenges = parseChallenges(header);
    const offers = (scheme) => challenges.some((challenge) => challenge.scheme === scheme);
    const basic = offers('basic') ? basicLogin(credentials) : undefined;
    const bearer = challenges.find(({ scheme, parameters }) => scheme === 'bearer' && URL.canParse(parameters.realm ?? ''));
    if (bearer) {
        try {
            return await fetchToken(bearer.parameters, credentials, from, signal);
        }
        catch (error) {
            if (basic === undefined || !(error instanceof errors/* HttpError */.j$))
                throw error;
        }
    }
    if (basic !== undefined)
        return basic;
    throw new errors/* ActionError */.lZ(`The registry requires a login for ${from.path}, but there is none. ${docker_credentials/* logInFirst */.KU}`);
}
function basicLogin(credentials) {
    if (!credentials || credentials.identityToken !== undefined)
        return undefined;
    const { username, password } = credentials;
    return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
async function fetchToken({ realm = '', service }, credentials, { registry, scope, named }, signal) {
    const url = new URL(realm);
    checkRealm(url, registry);
    if (url.host !== registry.host && !named.has(url.host)) {
        const what = credentials ? 'the login' : 'clients without a login';
        log/* info */.pq(`The registry ${registry.host} sends ${what} to ${url.host} for a token`);
        named.add(url.host);
    }
    if (service)
        url.searchParams.set('service', service);
    url.searchParams.set('scope', scope);
    const authorization = basicLogin(credentials);
    const answer = credentials?.identityToken
        ? await refreshToken(url, credentials.identityToken, signal)
        : await (0,http/* send */.tN)({ method: 'GET', url, signal, ...(authorization && { headers: { authorization } }) });
    const { token, access_token } = (0,http/* readJson */.Vh)(TokenReply, answer, url);
    return `Bearer ${token ?? access_token}`;
}
/** Throws if a registry on another host would direct a login or a request to a service of this machine. */
function checkRealm(realm, registry) {
    if (!(0,http/* leadsToThisMachine */.gq)(realm) || (0,http/* leadsToThisMachine */.gq)(registry))
        return;
    throw new errors/* ActionError */.lZ(`The registry ${registry.host} asks to send the login to ${realm.origin}, which is this machine; only a registry on this machine may do that. Check image and registry.`);
}
/** Uses the OAuth form of the token service: the same parameters, posted as a form with the identity token. */
async function refreshToken(url, identityToken, signal) {
    const form = new URLSearchParams(url.searchParams);
    form.set('grant_type', 'refresh_token');
    form.set('refresh_token', identityToken);
    form.set('client_id', 'evaluator-action');
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return await (0,http/* send */.tN)({
        method: 'POST',
        url: new URL(url.pathname, url),
        headers,
        body: form.toString(),
        signal,
    });
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


/***/ }),

/***/ 2370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ withScope)
/* harmony export */ });
/**
 * Runs `body` and everything that it starts. The first failure aborts the rest and is thrown. The scope ends only after
 * everything started in it has ended.
 */
async function withScope(parent, body) {
    const failure = new AbortController();
    const signal = AbortSignal.any([parent, failure.signal]);
    const started = [];
    const attempt = async (work) => {
        try {
            return await work();
        }
        catch (error) {
            failure.abort(error);
            throw error;
        }
    };
    const start = (work) => {
        const promise = attempt(work);
        // A failure that is not awaited is thrown at the end of the scope.
        started.push(promise.catch(() => { }));
        return promise;
    };
    const outcome = start(() => body({ signal, start }));
    // Work may start more work, so the list may grow during the loop.
    for (const work of started)
        await work;
    if (failure.signal.aborted)
        throw failure.signal.reason;
    return await outcome;
}


/***/ })

};
