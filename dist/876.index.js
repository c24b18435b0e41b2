export const id = 876;
export const ids = [876];
export const modules = {

/***/ 9862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ic: () => (/* binding */ describeFailure),
/* harmony export */   Qd: () => (/* binding */ CommandError),
/* harmony export */   cc: () => (/* binding */ CancelledError),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   f6: () => (/* binding */ FileError),
/* harmony export */   j$: () => (/* binding */ HttpError),
/* harmony export */   lZ: () => (/* binding */ ActionError),
/* harmony export */   zS: () => (/* binding */ BuildError)
/* harmony export */ });
/**
 * The errors a user can meet. Each says what was wrong, with which value, and what to do.
 * Anything else that is thrown is a bug of ours, and its stack is shown.
 */
/** Inputs that cannot be used, all of them at once. Nothing was started or sent. */
class InputError extends Error {
    name = 'InputError';
    /** One whole sentence for each problem, naming the input, its value and the fix. */
    problems;
    /** Those of the problems that have a line of a file. */
    placed;
    constructor(problems) {
        const head = problems.length === 1 ? 'An input cannot be used' : `${problems.length} inputs cannot be used`;
        const lines = problems.map((problem) => typeof problem === 'string' ? problem : `${problem.place.file}:${problem.place.line}: ${problem.text}`);
        super(`${head}. Nothing was built, sent or changed.\n${lines.map((line) => `- ${line}`).join('\n')}`);
        this.problems = lines;
        this.placed = problems.filter((problem) => typeof problem !== 'string');
    }
}
/** A command that ended with another exit code than 0, or could not be started. */
class CommandError extends Error {
    name = 'CommandError';
    /** undefined when the command was not started or was ended by a signal. */
    exitCode;
    /** The last lines that it printed, in order, as it printed them. */
    output;
    constructor(message, exitCode, output = [], options) {
        super(message, options);
        this.exitCode = exitCode;
        this.output = output;
    }
}
/** A request that was not answered, or answered with a status that is no success. */
class HttpError extends Error {
    name = 'HttpError';
    /** undefined when no whole answer arrived: then the outcome of the request is unknown. */
    status;
    /** Milliseconds that the server asked us to wait (`Retry-After`). */
    retryAfter;
    constructor(message, status, retryAfter, options) {
        super(message, options);
        this.status = status;
        this.retryAfter = retryAfter;
    }
    /** Whether the same request may succeed later: the network, 408, 425, 429 and 5xx. */
    get transient() {
        return this.status === undefined || [408, 425, 429].includes(this.status) || this.status >= 500;
    }
    /** Whether the server may have acted on the request although it did not say so. */
    get outcomeUnknown() {
        return this.status === undefined || this.status === 408 || this.status >= 500;
    }
}
/** Something the run met that the user can put right, and that is none of the above. */
class ActionError extends Error {
    name = 'ActionError';
}
/** A file of the workspace that cannot be used, with the line that has to be put right, as far as that is known. */
class FileError extends ActionError {
    name = 'FileError';
    place;
    constructor(message, place, options) {
        super(message, options);
        this.place = place;
    }
}
/** A build that failed, with the line of the Dockerfile where it did, as far as that is known. */
class BuildError extends ActionError {
    name = 'BuildError';
    place;
    constructor(message, place, options) {
        super(message, options);
        this.place = place;
    }
}
/** The job was cancelled, or timed out. */
class CancelledError extends Error {
    name = 'CancelledError';
    signal;
    constructor(signal) {
        super(`The job was cancelled (${signal})`);
        this.signal = signal;
    }
}
/** What to tell of a failure that does not end the run: the platform's or the user's. A bug of ours does, and is thrown. */
function describeFailure(error) {
    if (error instanceof ActionError || error instanceof HttpError)
        return error.message;
    throw error;
}


/***/ }),

/***/ 4940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AS: () => (/* binding */ pairs),
/* harmony export */   F5: () => (/* binding */ shapeOf),
/* harmony export */   QP: () => (/* binding */ typeOf),
/* harmony export */   Sh: () => (/* binding */ token),
/* harmony export */   UU: () => (/* binding */ name),
/* harmony export */   Yz: () => (/* binding */ parsed),
/* harmony export */   ai: () => (/* binding */ number),
/* harmony export */   hl: () => (/* binding */ address),
/* harmony export */   n8: () => (/* binding */ line),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   yL: () => (/* binding */ oneOf),
/* harmony export */   zM: () => (/* binding */ boolean),
/* harmony export */   zO: () => (/* binding */ fraction)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8395);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9396);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8532);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1052);
/* harmony import */ var _lists_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7484);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1752);
/**
 * Types of input values that several actions share. Each turns the text of an input into a value, or says what to
 * write instead.
 */




/** A field without its default. */
function typeOf(field) {
    return field instanceof zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .ZodMiniPrefault */ .ilq ? field.def.innerType : field;
}
/** The shape of an input's value. */
function shapeOf(field) {
    return zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .globalRegistry */ .fd.get(typeOf(field))?.shape ?? 'text';
}
/** A name or other text that has to be one line. */
const line = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .check(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .refine */ .YPB((text) => !/[\r\n\0]/.test(text), { error: 'has a line break; write it on one line' }));
/** A name that becomes a segment of an address, where `.` and `..` would mean another one. */
const name = line.check(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .refine */ .YPB((text) => !/^\.{1,2}$/.test(text), {
    error: 'cannot be a name; write another one',
}));
/** YAML 1.2's booleans, as `docker/build-push-action` takes them. */
const boolean = parsed((text) => {
    if (/^(true|True|TRUE)$/.test(text))
        return true;
    if (/^(false|False|FALSE)$/.test(text))
        return false;
    throw new Error('write true or false');
}).check(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .meta */ .mIj({ shape: 'boolean' }));
/** A decimal number. */
const number = parsed((text) => {
    if (/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) && Number.isFinite(Number(text)))
        return Number(text);
    throw new Error('is no number; write it with a decimal point, like 0.75');
});
/** A number from 0 to 1. */
const fraction = number.check(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .refine */ .YPB((value) => value >= 0 && value <= 1, {
    error: 'is not between 0 and 1; write 95 % as 0.95',
}));
/** One of a few words. */
function oneOf(...words) {
    return zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(words, { error: `write ${words.slice(0, -1).join(', ')} or ${words.at(-1)}` });
}
/** A list with an item a line; with `comma`, also commas separate items. Quotes as in CSV. */
function list(options = {}) {
    return parsed((text) => (0,_lists_js__WEBPACK_IMPORTED_MODULE_4__/* .parseList */ .E)(text, options)).check(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .meta */ .mIj({ shape: 'list' }));
}
/** A list of `KEY=VALUE` lines, as `[key, value]`. */
function pairs(form) {
    return parsed((text) => (0,_lists_js__WEBPACK_IMPORTED_MODULE_4__/* .parsePairs */ .x)((0,_lists_js__WEBPACK_IMPORTED_MODULE_4__/* .parseList */ .E)(text), form)).check(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .meta */ .mIj({ shape: 'pairs' }));
}
/** A token or password. */
const token = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .refine */ .YPB((text) => text.length >= _secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .SHORTEST_SECRET */ .c3 && !/\s/.test(text), {
    error: `is shorter than ${_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .SHORTEST_SECRET */ .c3} characters or has white space in it; store the whole token, and nothing else, as the secret`,
}));
/** The address of a service: https, or this machine. */
const address = parsed((text) => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && (0,_http_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoopback */ .U9)(url.host));
    if (url && safe && !url.username && !url.password && !url.search && !url.hash)
        return url;
    throw new Error('write an https address, like https://api.example.com');
});
/** What a parser makes of the text. The message of an error that it throws becomes the problem. */
function parsed(parse) {
    const transform = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .transform */ .pdi((text, { issues }) => {
        try {
            return parse(text);
        }
        catch (error) {
            const message = error instanceof Error ? error.message : String(error);
            issues.push({ code: 'custom', message, input: text });
            return zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .NEVER */ .tm;
        }
    });
    return zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), transform);
}


/***/ }),

/***/ 1721:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kw: () => (/* binding */ harmlessLine),
/* harmony export */   uo: () => (/* binding */ LineReader),
/* harmony export */   vL: () => (/* binding */ harmlessLines)
/* harmony export */ });
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6193);
/**
 * The one sink for text that this action did not write: output of commands, messages of servers, names.
 *
 * The runner reads both streams for workflow commands in two grammars: `::name::data` at the start of a line
 * and `##[name]data` anywhere in it; and it ends lines at `\r` as well as at `\n`.
 */

// CSI and OSC sequences, then what is left of the C0 and C1 controls but tab.
const ESCAPES = /\u001b\[[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|\u001b./g;
const CONTROLS = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029]/g;
const LINE_END = /\r\n|\n|\r/;
/** Longer lines are shown in pieces, so that a stream without line ends cannot fill the memory. */
const LONGEST_LINE = 64 * 1024;
/** One line of foreign text, made harmless for the log: readable, and never a workflow command. */
function harmlessLine(line) {
    const visible = line.replace(ESCAPES, '').replace(CONTROLS, '');
    return visible.replaceAll('##[', '#\\#[').replace(/^(\s*)::/, '$1\\::');
}
/** Foreign text as harmless lines. */
function harmlessLines(text) {
    return text.split(LINE_END).map(harmlessLine);
}
/** Collects the chunks of one stream of a command and hands over its lines, raw, as soon as they end. */
class LineReader {
    #decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_0__.StringDecoder('utf8');
    #onLine;
    #rest = '';
    constructor(onLine) {
        this.#onLine = onLine;
    }
    write(chunk) {
        const text = this.#rest + this.#decoder.write(chunk);
        // A final `\r` may be the first half of `\r\n`: it waits for the next chunk.
        const complete = text.endsWith('\r') ? text.slice(0, -1) : text;
        const lines = complete.split(LINE_END);
        this.#rest = (lines.pop() ?? '') + text.slice(complete.length);
        for (const line of lines)
            this.#onLine(line);
        while (this.#rest.length > LONGEST_LINE) {
            this.#onLine(this.#rest.slice(0, LONGEST_LINE));
            this.#rest = this.#rest.slice(LONGEST_LINE);
        }
    }
    end() {
        const rest = this.#rest + this.#decoder.end();
        this.#rest = '';
        if (rest !== '')
            for (const line of rest.replace(/\r$/, '').split(LINE_END))
                this.#onLine(line);
    }
}


/***/ }),

/***/ 6003:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ reportTo),
/* harmony export */   H: () => (/* binding */ host)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3838);
/**
 * What an action runs on, and reports to: GitHub's runner, which takes workflow commands and masks secrets itself, or
 * a terminal, whose reader must see neither.
 */

let current = _actions_core__WEBPACK_IMPORTED_MODULE_0__;
/** Has everything from now on go to another host. */
function reportTo(host) {
    current = host;
}
/** The present one, whichever it is when something is reported. */
const host = {
    info: (message) => current.info(message),
    error: (message, properties) => current.error(message, properties),
    warning: (message, properties) => current.warning(message, properties),
    startGroup: (name) => current.startGroup(name),
    endGroup: () => current.endGroup(),
    setSecret: (secret) => current.setSecret(secret),
    setOutput: (name, value) => current.setOutput(name, value),
    endPhase: (name, milliseconds, failed) => current.endPhase?.(name, milliseconds, failed),
};


/***/ }),

/***/ 1052:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U9: () => (/* binding */ isLoopback),
  Vh: () => (/* binding */ readJson),
  tN: () => (/* binding */ send)
});

// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/src/lib/exchange.js




/**
 * Sends a request and reads its whole answer. Throws what Node throws; the signal's reason when that ends it; and an
 * error with the code ETIMEDOUT when there was no connection within the time.
 */
async function exchange(request, signal) {
    const deadline = AbortSignal.timeout(request.timeout);
    const either = AbortSignal.any([signal, deadline]);
    try {
        const answer = await exchange_open(request, either);
        const headers = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
        const body = await readBody(answer, request.largestAnswer);
        // An answer that ends while its request is given up may lack a part.
        either.throwIfAborted();
        return { status: answer.statusCode ?? 0, headers: Object.fromEntries(headers), body };
    }
    catch (error) {
        signal.throwIfAborted();
        if (error instanceof NoConnection)
            throw error;
        throw deadline.aborted ? deadline.reason : error;
    }
}
class NoConnection extends Error {
    code = 'ETIMEDOUT';
}
async function exchange_open(exchange, signal) {
    const { method, url, headers, body, timeout } = exchange;
    const client = await clientFor(url);
    signal.throwIfAborted();
    return await new Promise((resolve, reject) => {
        const options = {
            method,
            // Also for a proxy that is asked for a tunnel, which would else have as long as a connection is kept.
            timeout,
            headers: { 'user-agent': 'evaluator-action', 'accept-encoding': 'gzip', ...headers },
        };
        const [outgoing, connection] = client.start(url, options, (answer) => {
            // A server that refuses a body need not read it.
            answer.once('end', () => outgoing.writableFinished || outgoing.destroy());
            resolve(answer);
        });
        const fail = (error) => {
            // That to a proxy that has opened no tunnel is not ended with the request.
            connection?.destroy();
            reject(error);
        };
        const giveUp = () => {
            const { socket } = outgoing;
            const isConnected = !connection || (socket !== null && !socket.connecting);
            outgoing.destroy();
            fail(isConnected ? signal.reason : new NoConnection(`no connection within ${timeout / 1000} s`));
        };
        signal.addEventListener('abort', giveUp, { once: true });
        outgoing.on('error', fail).once('close', () => {
            signal.removeEventListener('abort', giveUp);
            reject(new Error('the connection was closed'));
        });
        if (typeof body === 'function')
            (0,promises_.pipeline)(external_node_stream_.Readable.from(body()), outgoing).catch(fail);
        else
            outgoing.end(body);
    });
}
/** Node's client for one protocol, and its connections. */
class Client {
    #request;
    #agent;
    #connection;
    constructor(request, agent) {
        this.#request = request;
        this.#agent = agent;
        const connect = agent.createConnection.bind(agent);
        agent.createConnection = (...args) => {
            const connection = connect(...args);
            this.#connection = connection ?? undefined;
            return connection;
        };
    }
    /** Begins a request; beside it the connection that was opened for it, unless an open one is free. */
    start(url, options, take) {
        this.#connection = undefined;
        const outgoing = this.#request(url, { ...options, agent: this.#agent }, take);
        return [outgoing, this.#connection];
    }
}
const clients = new Map();
/** The client for the protocol, loaded with the first request. */
function clientFor({ protocol }) {
    const client = clients.get(protocol) ?? loadClient(protocol);
    clients.set(protocol, client);
    return client;
}
/**
 * Connections are kept for the next request, a little shorter than most servers do. Those with TLS go by way of
 * HTTPS_PROXY unless NO_PROXY says otherwise; plain http is for this machine alone, and no proxy gets to see it.
 */
async function loadClient(protocol) {
    const options = { keepAlive: true, timeout: 4_000 };
    if (protocol === 'http:') {
        const { Agent, request } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7067, 19));
        return new Client(request, new Agent(options));
    }
    const { Agent, request } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 19));
    try {
        return new Client(request, new Agent({ ...options, proxyEnv: process.env }));
    }
    catch {
        // What is wrong with it is not told: it may hold a password.
        throw new errors/* ActionError */.lZ('HTTPS_PROXY is no address of a proxy. Write http://HOST:PORT there.');
    }
}
async function readBody(answer, largest) {
    const chunks = [];
    let size = 0;
    for await (const chunk of answer) {
        size += chunk.length;
        if (size > largest)
            throw new Error(`the answer is larger than ${largest} bytes`);
        chunks.push(chunk);
    }
    const body = Buffer.concat(chunks);
    if (answer.headers['content-encoding'] !== 'gzip' || size === 0)
        return body;
    const { gunzip } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 8522, 19));
    return await (0,external_node_util_.promisify)(gunzip)(body, { maxOutputLength: largest });
}

// EXTERNAL MODULE: ./build/src/lib/foreign-text.js
var foreign_text = __webpack_require__(1721);
;// CONCATENATED MODULE: ./build/src/lib/network-failure.js
/** Codes of Node.js for what comes before an answer, and what to do about each. */
const remedies = [
    [/^(ENOTFOUND|EAI_AGAIN)$/, 'Check the address, and that this machine can resolve it.'],
    [
        /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)$/,
        'Check the address, its port, and firewalls and proxies on the way.',
    ],
    [
        /SELF_SIGNED|UNABLE_TO_(VERIFY|GET)|^CERT_UNTRUSTED/,
        'Its certificate is of an authority that Node.js does not know: set the variable NODE_EXTRA_CA_CERTS to a file with it.',
    ],
    [
        /^(CERT_HAS_EXPIRED|ERR_TLS_CERT_ALTNAME_INVALID)$/,
        'Check the address; if it is right, its certificate has to be renewed.',
    ],
];
/**
 * Why a request got no answer, and what to do as far as that can be told.
 * @param timeout milliseconds that the request was given
 */
function explainNetwork(error, timeout) {
    if (!(error instanceof Error))
        return String(error);
    if (error.name === 'TimeoutError')
        return `no whole answer within ${timeout / 1000} s`;
    const code = 'code' in error ? String(error.code) : '';
    // Where a name has several addresses, none of which answers, Node says no more than the code.
    const reason = error.message || code;
    const remedy = remedies.find(([pattern]) => pattern.test(code))?.[1];
    return remedy === undefined ? reason : `${reason}. ${remedy}`;
}

// EXTERNAL MODULE: ./build/src/lib/retry.js
var retry = __webpack_require__(2183);
// EXTERNAL MODULE: ./build/src/lib/starts.js
var starts = __webpack_require__(2576);
;// CONCATENATED MODULE: ./build/src/lib/http.js






/** Milliseconds that one attempt may take, from the connection to the last byte, unless the request says otherwise. */
const TIMEOUT = Number(process.env.EVALUATOR_ACTION_HTTP_TIMEOUT || 30) * 1000;
/** Bytes of an answer; manifests and platform replies are a few kilobytes. */
const LARGEST_ANSWER = 8 * 1024 * 1024;
/**
 * Sends a request and reads its whole answer. Transient failures are tried again.
 *
 * Redirects are not followed, so that a token never travels to a host that the user did not name; and plain
 * http is refused but to this machine. Throws `HttpError`, whose `status` is undefined when the outcome is unknown.
 */
async function send(request) {
    refusePlainHttp(request.url);
    await (0,starts/* afterStarts */.E)();
    const { signal, attempts = 4 } = request;
    return await (0,retry/* retry */.L)(() => attemptRequest(request), { what: nameOf(request), signal, attempts });
}
/** Whether a host, with or without a port, is this machine: there plain http is safe, and engines use it. */
function isLoopback(host) {
    const octet = '(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])';
    return new RegExp(`^(?:localhost|\\[::1\\]|127(?:\\.${octet}){3})(?::[0-9]+)?$`).test(host);
}
/** The JSON of an answer, checked. Throws `HttpError` when it is something else: then whatever answered is not who we think. */
function readJson(schema, { status, body }, from) {
    const text = body.toString('utf8');
    try {
        return schema.parse(JSON.parse(text));
    }
    catch (cause) {
        throw new errors/* HttpError */.j$(`${from.origin}${from.pathname} answered ${status} with something unexpected: ${excerpt(body) || 'nothing'}`, undefined, undefined, { cause });
    }
}
async function attemptRequest(request) {
    const { method, url, headers = {}, body, signal, expect = [] } = request;
    const { timeout = TIMEOUT, largestAnswer = LARGEST_ANSWER } = request;
    const own = { method, url, headers, body, timeout, largestAnswer };
    const response = await exchange(own, signal).catch((cause) => {
        signal.throwIfAborted();
        if (cause instanceof errors/* ActionError */.lZ)
            throw cause;
        const message = `${nameOf(request)} got no answer: ${explainNetwork(cause, timeout)}`;
        throw new errors/* HttpError */.j$(message, undefined, undefined, { cause });
    });
    if (response.status < 300 || expect.includes(response.status))
        return response;
    const detail = excerpt(response.body);
    const message = `${nameOf(request)} answered ${response.status}${detail === '' ? '' : `: ${detail}`}`;
    throw new errors/* HttpError */.j$(message, response.status, retryAfter(response.headers['retry-after']));
}
function refusePlainHttp(url) {
    if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.host)))
        return;
    throw new errors/* ActionError */.lZ(`${url.origin} is not https. Credentials go over plain http only to this machine: use https.`);
}
function nameOf({ method, url }) {
    return `${method} ${url.origin}${url.pathname}`;
}
function retryAfter(text) {
    if (text === undefined)
        return undefined;
    // Date.parse would take "1.5" for a day in January.
    const date = /^[A-Z][a-z]{2}, /.test(text) ? Date.parse(text) : Number.NaN;
    const wait = /^\d+$/.test(text) ? Number(text) * 1000 : date - Date.now();
    return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
/** The message of an error reply, short and on one line: FastAPI's `detail`, the registry's `errors`, GitHub's `message`, or the text. */
function excerpt(body) {
    const text = body.toString('utf8');
    const line = (0,foreign_text/* harmlessLines */.vL)(messageIn(text)).join(' ').replaceAll(/\s+/g, ' ').trim();
    return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}
function messageIn(text) {
    try {
        const { detail, errors, error, message: own } = JSON.parse(text);
        const message = detail ?? errors?.[0]?.message ?? own ?? error;
        return typeof message === 'string' ? message : text;
    }
    catch {
        return text;
    }
}


/***/ }),

/***/ 4212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $f: () => (/* binding */ isSecret),
/* harmony export */   G0: () => (/* binding */ Inputs),
/* harmony export */   "if": () => (/* binding */ takeTexts),
/* harmony export */   nt: () => (/* binding */ readVariable),
/* harmony export */   rJ: () => (/* binding */ secret)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3838);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8395);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9862);
/* harmony import */ var _foreign_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1721);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1752);





const secretFields = new WeakSet();
/** Marks an input's value as secret: it is masked in the log and never shown in a message. */
function secret(field) {
    secretFields.add(field);
    return field;
}
function isSecret(field) {
    return secretFields.has(field);
}
/** Reads the action's inputs, and takes them out of the environment, so that no child process inherits one. */
function takeTexts(fields, variables = {}) {
    const entries = Object.keys(fields).map((name) => {
        // Both are taken, so that neither stays in the environment.
        const [given, standIn] = [takeInput(name), takeVariable(variables[name])];
        return [name, given || standIn];
    });
    return Object.fromEntries(entries);
}
/**
 * The action's inputs, parsed.
 * Problems are collected, not thrown: `refuse` throws them together with those that a comparison of inputs finds.
 */
class Inputs {
    values;
    #problems = [];
    #given;
    /** @param variables names the variables of the environment that stand in for empty inputs */
    constructor(fields, variables = {}, texts = takeTexts(fields, variables)) {
        const entries = Object.entries(fields).map(([name, field]) => {
            const text = texts[name] ?? '';
            if (text !== '' && isSecret(field))
                (0,_secrets_js__WEBPACK_IMPORTED_MODULE_3__/* .maskSecret */ .$l)(text);
            return { name, field, text };
        });
        this.#given = new Set(entries.flatMap(({ name, text }) => (text === '' ? [] : [name])));
        this.values = Object.fromEntries(entries.map(({ name, field, text }) => [name, this.#parse(name, text, field)]));
    }
    /** Notes a problem. `value` is shown; leave it out for a secret one. */
    problem(name, value, text) {
        const subject = value === undefined ? name : `${name} ${quote(value)}`;
        this.#problems.push({ name, text: `${subject}: ${text}` });
    }
    /** What was noted so far: the input, and the whole sentence about it. */
    get problems() {
        return this.#problems;
    }
    /** Notes that an input is missing, unless it was given and refused: then that is the problem. */
    missing(name, text) {
        if (!this.#given.has(name))
            this.problem(name, undefined, text);
    }
    /** Does the work, and notes a problem when it throws. */
    attempt(name, work) {
        try {
            return work();
        }
        catch (error) {
            this.problem(name, undefined, error instanceof Error ? error.message : String(error));
            return undefined;
        }
    }
    /** Throws `InputError` with every problem noted so far. */
    refuse() {
        if (this.#problems.length > 0)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(this.#problems.map(({ text }) => text));
    }
    #parse(name, text, field) {
        const fallback = field instanceof zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .ZodMiniPrefault */ .ilq ? field.parse(undefined) : undefined;
        // GitHub does not enforce `required`, and an input that is not set arrives as the empty string.
        if (text === '')
            return fallback;
        const result = field.safeParse(text);
        if (result.success)
            return result.data;
        for (const { message } of result.error.issues) {
            const shown = isSecret(field) || message.includes(JSON.stringify(text)) ? undefined : text;
            this.problem(name, shown, message);
        }
        return fallback;
    }
}
/** A variable of the job's environment that an input names; undefined when it is not set. */
function readVariable(name) {
    return process.env[name] ?? taken.get(name);
}
function takeInput(name) {
    const text = (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__.getInput)(name);
    delete process.env[`INPUT_${name.toUpperCase()}`];
    return text;
}
/** Variables that were taken out of the environment; a build secret may still name one. */
const taken = new Map();
function takeVariable(name) {
    if (name === undefined)
        return '';
    const value = process.env[name];
    if (value !== undefined)
        taken.set(name, value);
    const text = value?.trim() ?? '';
    delete process.env[name];
    return text;
}
function quote(value) {
    const line = (0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_2__/* .harmlessLine */ .Kw)(value.replaceAll(/\r?\n/g, '⏎'));
    return `"${line.length > 120 ? `${line.slice(0, 120)}…` : line}"`;
}


/***/ }),

/***/ 1806:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ Journal),
/* harmony export */   h: () => (/* binding */ phaseOf)
/* harmony export */ });
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7399);

const brokenIn = new WeakMap();
/** The phase in which an error, or what caused it, came up; undefined when it was none. */
function phaseOf(error) {
    if (!(error instanceof Error))
        return undefined;
    return brokenIn.get(error) ?? phaseOf(error.cause);
}
/** What a run has done so far, and when: for the report, and for saying after a failure what is there already. */
class Journal {
    phases = [];
    /** Lasting effects, as sentences: "The repository acme/evaluator was created." */
    done = [];
    #whole;
    #start;
    /** @param whole the run's journal, for one of a part of the run: it has the clock, and what all parts share */
    constructor(whole) {
        this.#whole = whole;
        this.#start = whole ? whole.#start : performance.now();
    }
    /** A journal for a part of the run. */
    part() {
        return new Journal(this);
    }
    /** Does the work as a named phase. */
    async phase(name, work) {
        const phase = { name, start: this.#now(), end: 0, failed: true };
        this.phases.push(phase);
        try {
            const result = await work();
            phase.failed = false;
            return result;
        }
        catch (error) {
            if (error instanceof Error && !brokenIn.has(error))
                brokenIn.set(error, name);
            throw error;
        }
        finally {
            phase.end = this.#now();
            _log_js__WEBPACK_IMPORTED_MODULE_0__/* .endPhase */ .zN(name, phase.end - phase.start, phase.failed);
        }
    }
    /** Whether it is of a part of the run, whose phases are shown beside those of the other parts. */
    get isPart() {
        return this.#whole !== undefined;
    }
    #now() {
        return Math.round(performance.now() - this.#start);
    }
}


/***/ }),

/***/ 7484:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseList),
/* harmony export */   x: () => (/* binding */ parsePairs)
/* harmony export */ });
const quotedField = /"([^"]*(?:""[^"]*)*)"(?!")/y;
const plainField = /[^,\r\n]*/y;
const delimiter = /,|\r\n|\r|\n/y;
/**
 * Reads a list input as docker/build-push-action does: one item a line, items trimmed, blank ones dropped, `#` is no
 * comment. A field (from the start of a line, or after a comma) may be quoted: it then holds commas and line breaks,
 * and `""` means one quote. A quote that closes in the middle of a field is an ordinary character, so JSON stays whole.
 *
 * @param options.comma also separate items at commas (tags, platforms); otherwise commas belong to the item.
 * @throws Error naming the line when a quote is not closed. The text itself is left out: it may be secret.
 */
function parseList(text, options = {}) {
    return readRecords(text)
        .flatMap((fields) => (options.comma ? fields : [fields.join(',')]))
        .map((item) => item.trim())
        .filter((item) => item !== '');
}
/** Splits text into lines of fields, where a quoted field may span lines. */
function readRecords(text) {
    const records = [];
    let fields = [];
    for (let at = 0;;) {
        const field = readField(text, at);
        fields.push(field.value);
        const separator = matchAt(delimiter, text, field.end)?.[0];
        if (separator !== ',') {
            records.push(fields);
            fields = [];
        }
        if (separator === undefined)
            return records;
        at = field.end + separator.length;
    }
}
function readField(text, at) {
    const plain = matchAt(plainField, text, at)?.[0] ?? '';
    if (text[at] !== '"')
        return { value: plain, end: at + plain.length };
    const quoted = matchAt(quotedField, text, at);
    const end = at + (quoted?.[0].length ?? 0);
    if (quoted && (end === text.length || matchAt(delimiter, text, end))) {
        return { value: (quoted[1] ?? '').replaceAll('""', '"'), end };
    }
    if (!quoted || /[\r\n]/.test(quoted[0]))
        throw unclosedQuote(text.slice(0, at));
    // The quotes are part of the text, as in `"name":1}`: read on to the next comma outside of them.
    const rest = matchAt(plainField, text, end)?.[0] ?? '';
    return { value: text.slice(at, end) + rest, end: end + rest.length };
}
function unclosedQuote(before) {
    const line = before.split(/\r\n|\r|\n/).length;
    return new Error(`the quote that opens on line ${line} is not closed: end the item with a quote; a quote inside a quoted item is written twice ("")`);
}
function matchAt(pattern, text, at) {
    pattern.lastIndex = at;
    return pattern.exec(text);
}
/**
 * Splits `KEY=VALUE` items at their first `=`. Keys are trimmed; values are kept exactly, also when empty.
 *
 * @param form what an item should look like, for the message: `KEY=VALUE`, `id=value`, `name=path` …
 * @throws Error with the number of the item that has no `=` or no key. What the item says is left out: it may be secret.
 */
function parsePairs(items, form = 'KEY=VALUE') {
    return items.map((item, index) => {
        const equals = item.indexOf('=');
        const key = item.slice(0, Math.max(equals, 0)).trim();
        if (key !== '')
            return [key, item.slice(equals + 1)];
        const lack = equals === -1 ? 'no "="' : 'nothing before its "="';
        throw new Error(`item ${index + 1} has ${lack}: write it as ${form}; put quotes around the whole item when the value has several lines`);
    });
}


/***/ }),

/***/ 7399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $e: () => (/* binding */ warning),
/* harmony export */   N4: () => (/* binding */ endGroup),
/* harmony export */   OA: () => (/* binding */ MOST_ERRORS),
/* harmony export */   Oh: () => (/* binding */ startGroup),
/* harmony export */   pq: () => (/* binding */ info),
/* harmony export */   wn: () => (/* binding */ Section),
/* harmony export */   z3: () => (/* binding */ error),
/* harmony export */   zN: () => (/* binding */ endPhase)
/* harmony export */ });
/* harmony import */ var node_async_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6698);
/* harmony import */ var _foreign_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1721);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6003);
/**
 * Everything that the action prints. Text goes through the sink for foreign text, so that no name, message
 * or build output in it can act as a workflow command; only the functions here issue commands.
 */



/** GitHub shows ten errors of a step. The tenth is left for the step's own, which comes last. */
const MOST_ERRORS = 9;
/** Lines that a section holds at most, so that a long build does not fill the memory. */
const MOST_HELD = 5000;
/**
 * What one piece of work prints while others go on beside it. It is held back until the work has ended, and then shown
 * as one group: side by side in the log, but readable one by one. Annotations bear the section's name, and one that
 * says what another section's said already is an ordinary line.
 */
class Section {
    name;
    #held = [];
    constructor(name) {
        this.name = name;
    }
    /** Does the work; what it prints is held back. */
    within(work) {
        return current.run(this, work);
    }
    hold(print) {
        this.#held.push(print);
        if (this.#held.length === MOST_HELD)
            this.show(`${this.name}: goes on below`);
    }
    /** Shows what is held back, as a group where there is a title. */
    show(title) {
        const held = this.#held.splice(0);
        if (title !== undefined)
            _host_js__WEBPACK_IMPORTED_MODULE_2__/* .host */ .H.startGroup((0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_1__/* .harmlessLine */ .Kw)(title));
        for (const print of held)
            print();
        if (title !== undefined)
            _host_js__WEBPACK_IMPORTED_MODULE_2__/* .host */ .H.endGroup();
    }
}
const current = new node_async_hooks__WEBPACK_IMPORTED_MODULE_0__.AsyncLocalStorage();
const errors = { print: _host_js__WEBPACK_IMPORTED_MODULE_2__/* .host */ .H.error, told: new Set(), most: MOST_ERRORS };
const warnings = { print: _host_js__WEBPACK_IMPORTED_MODULE_2__/* .host */ .H.warning, told: new Set(), most: Number.POSITIVE_INFINITY };
/** Prints text, line by line. */
function info(text) {
    const lines = (0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_1__/* .harmlessLines */ .vL)(text);
    const section = current.getStore();
    for (const line of lines) {
        if (section)
            section.hold(() => _host_js__WEBPACK_IMPORTED_MODULE_2__/* .host */ .H.info(line));
        else
            _host_js__WEBPACK_IMPORTED_MODULE_2__/* .host */ .H.info(line);
    }
}
/** Shows text as an error annotation of the run. Does not fail the step: see the action shell. */
function error(text, title, place) {
    annotate(errors, text, title, place);
}
/** Shows text as a warning annotation of the run. */
function warning(text, title, place) {
    annotate(warnings, text, title, place);
}
/** Opens a foldable group; groups do not nest, so within a section it is a heading. */
function startGroup(title) {
    if (current.getStore())
        info(`--- ${title}`);
    else
        _host_js__WEBPACK_IMPORTED_MODULE_2__/* .host */ .H.startGroup((0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_1__/* .harmlessLine */ .Kw)(title));
}
function endGroup() {
    if (!current.getStore())
        _host_js__WEBPACK_IMPORTED_MODULE_2__/* .host */ .H.endGroup();
}
/** Says that a phase of the run has ended, to who waits for it. */
function endPhase(name, milliseconds, failed) {
    const say = () => _host_js__WEBPACK_IMPORTED_MODULE_2__/* .host */ .H.endPhase((0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_1__/* .harmlessLine */ .Kw)(name), milliseconds, failed);
    const section = current.getStore();
    if (section)
        section.hold(say);
    else
        say();
}
function annotate({ print, told, most }, text, title, place) {
    const message = (0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_1__/* .harmlessLines */ .vL)(text).join('\n');
    const section = current.getStore();
    if (!section)
        print(message, properties(title, place));
    else if (told.has(message) || told.size >= most)
        info(`${title}: ${text}`);
    else {
        told.add(message);
        section.hold(() => print(message, properties(`${section.name}: ${title}`, place)));
    }
}
function properties(title, place) {
    return {
        title: (0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_1__/* .harmlessLine */ .Kw)(title),
        ...(place && { file: (0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_1__/* .harmlessLine */ .Kw)(place.file) }),
        ...(place?.line !== undefined && { startLine: place.line }),
    };
}


/***/ }),

/***/ 2183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ retry)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9862);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7399);



/** Milliseconds before the second attempt; each further pause is three times as long. */
const FIRST_PAUSE = 500;
/** A server that asks for a longer pause than this is taken at its word: no further attempt. */
const LONGEST_PAUSE = 60_000;
/**
 * Does the work until it succeeds, fails for good, or has been tried `attempts` times, with growing pauses
 * of random length (half to all of it, so that many jobs do not return at once). Throws the last error.
 */
async function retry(work, options) {
    const { what, signal, attempts = 4, transient = isTransient } = options;
    for (let attempt = 1;; attempt++) {
        try {
            return await work();
        }
        catch (error) {
            const pause = pauseAfter(error, attempt);
            if (signal.aborted || attempt >= attempts || !transient(error) || pause > LONGEST_PAUSE)
                throw error;
            _log_js__WEBPACK_IMPORTED_MODULE_2__/* .info */ .pq(`${what} failed (${messageOf(error)}); attempt ${attempt + 1} of ${attempts} in ${(pause / 1000).toFixed(1)} s`);
            // Its own error would be an AbortError, which hides why the run was ended.
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(pause, undefined, { signal }).catch(() => signal.throwIfAborted());
        }
    }
}
function isTransient(error) {
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpError */ .j$ && error.transient;
}
function pauseAfter(error, attempt) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpError */ .j$ && error.retryAfter !== undefined)
        return error.retryAfter;
    return FIRST_PAUSE * 3 ** (attempt - 1) * (0.5 + Math.random() / 2);
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}


/***/ }),

/***/ 1752:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $l: () => (/* binding */ maskSecret),
/* harmony export */   E$: () => (/* binding */ redact),
/* harmony export */   L4: () => (/* binding */ namesSecret),
/* harmony export */   c3: () => (/* binding */ SHORTEST_SECRET),
/* harmony export */   eo: () => (/* binding */ secretForms)
/* harmony export */ });
/* harmony import */ var _foreign_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1721);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6003);


/** Shorter values would blank out ordinary words of the log; platforms' tokens are far longer. */
const SHORTEST_SECRET = 8;
/**
 * Has the host mask a secret in the log, in every form in which it may turn up: as it is, each of its lines,
 * in base64 and base64url (alone, and behind `user:` as in a registry login), URL-encoded, inside JSON, and as the sink
 * for foreign text makes a line of it harmless.
 */
function maskSecret(secret, user) {
    for (const form of secretForms(secret, user)) {
        if (!masked.has(form))
            _host_js__WEBPACK_IMPORTED_MODULE_1__/* .host */ .H.setSecret(form);
        masked.add(form);
    }
    pattern = undefined;
}
const masked = new Set();
/** Finds what is masked; undefined while it is to be made anew. */
let pattern;
/** The text without the secrets that are masked so far, for where nobody else masks: outputs, a terminal, and what is sent elsewhere. */
function redact(text) {
    if (masked.size === 0)
        return text;
    // Longer ones first, so that none is left of a secret in which another one stands.
    pattern ??= new RegExp([...masked]
        .sort((a, b) => b.length - a.length)
        .map(literally)
        .join('|'), 'g');
    return text.replace(pattern, '***');
}
function literally(text) {
    return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
/** The forms that `maskSecret` masks, none shorter than four characters. */
function secretForms(secret, user) {
    const plain = [secret, ...secret.split(/\r?\n/).map((line) => line.trim())];
    const pairs = user === undefined ? [] : [`${user}:${secret}`];
    const encoded = [...plain, ...pairs].flatMap((text) => {
        const bytes = Buffer.from(text);
        return [bytes.toString('base64'), bytes.toString('base64url'), bytes.toString('hex')];
    });
    const written = plain.flatMap((text) => [
        encodeURIComponent(text),
        JSON.stringify(text).slice(1, -1),
        (0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_0__/* .harmlessLine */ .Kw)(text),
    ]);
    return [...new Set([...plain, ...encoded, ...written])].filter((form) => form.length >= 4);
}
const SECRET_NAME = /(^|_)(TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIALS?|APIKEY|(API|ACCESS|PRIVATE|SECRET)_?KEY)(_|$)/i;
/** Whether a variable or build argument of this name is meant to hold a secret. */
function namesSecret(name) {
    return SECRET_NAME.test(name);
}


/***/ }),

/***/ 2576:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ afterStarts),
/* harmony export */   W: () => (/* binding */ announceStart)
/* harmony export */ });
/** Commands that are about to start. */
const starting = new Set();
/** Announces a command; the function that comes back is to be called when it runs, or never will. */
function announceStart() {
    let started = () => { };
    const start = new Promise((resolve) => {
        started = resolve;
    });
    starting.add(start);
    return () => {
        starting.delete(start);
        started();
    };
}
/**
 * Waits for the commands that are about to start. Loading Node's client for TLS and sending the first request take
 * the processor, so that goes on beside a build that runs, and not before it.
 */
async function afterStarts() {
    await Promise.all(starting);
}


/***/ }),

/***/ 1522:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ failure)
/* harmony export */ });
/* harmony import */ var _lib_journal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1806);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75);


/** What went wrong, in which step, and what is done already. */
function failure(error, journal) {
    const message = error instanceof Error ? error.message : String(error);
    const lines = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(message, 4000)
        .split('\n')
        .map((line) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(line));
    const phase = (0,_lib_journal_js__WEBPACK_IMPORTED_MODULE_0__/* .phaseOf */ .h)(error);
    const step = phase === undefined ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md) `**${phase} failed.**`];
    const done = journal.done.length > 0
        ? [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md) `Done already: ${journal.done.join(' ')} Running the job again is safe.`]
        : [];
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .alert */ .xE)('CAUTION', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .join */ .fj)([...step, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .join */ .fj)(lines, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md) `<br>`), ...done], (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md) `\n\n`));
}


/***/ }),

/***/ 75:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ clip),
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   Hg: () => (/* binding */ mermaidText),
/* harmony export */   a4: () => (/* binding */ mermaid),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   fj: () => (/* binding */ join),
/* harmony export */   md: () => (/* binding */ md),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   xE: () => (/* binding */ alert),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/* harmony import */ var _lib_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1752);

/**
 * A piece of GitHub Markdown that is safe to print. Only this file makes them, so text from elsewhere cannot become
 * Markdown without being escaped: whatever takes Markdown also takes plain strings, and escapes those.
 */
class SafeMarkdown {
    #source;
    constructor(source) {
        this.#source = source;
    }
    toString() {
        return this.#source;
    }
}
// GitHub looks for mentions, references and addresses in the rendered text, where escapes are gone. This breaks them.
const zeroWidthSpace = '\u200b';
const linked = /@|#(?=\d|$)|gh-(?=\d|$)|:(?=\/\/)|www(?=\.)/gi;
/** Markdown as a template: the literal parts are taken as they are, interpolated plain values are escaped. */
function md(literals, ...values) {
    const pieces = literals.flatMap((literal, index) => {
        const value = values[index];
        return value === undefined ? [literal] : [literal, toMarkdown(value).toString()];
    });
    return new SafeMarkdown(pieces.reduce(append, ''));
}
/** Puts pieces one after the other; `separator` is Markdown itself, by default a paragraph break. */
function join(pieces, separator = md `\n\n`) {
    const sources = pieces.flatMap((piece, index) => (index === 0 ? [piece] : [separator, piece]));
    return new SafeMarkdown(sources.map((source) => toMarkdown(source).toString()).reduce(append, ''));
}
/** Two code spans side by side would merge their backticks and let the text out of both. */
function append(before, after) {
    return before.endsWith('`') && after.startsWith('`') ? before + zeroWidthSpace + after : before + after;
}
function toMarkdown(value) {
    return value instanceof SafeMarkdown ? value : escapeMarkdown(String(value));
}
/** Text on one line in which nothing is active: no formatting, HTML, link, mention, table cell or list item. */
function escapeMarkdown(text) {
    const escaped = escapeHtml(text)
        .replace(/[\\`*_{}[\]()#!~$^]/g, '\\$&')
        .replaceAll('|', '&#124;')
        // What would begin a list, a heading's underline or a table's second row, were it the first thing on a line.
        .replace(/^( *)([-+=:])/, '$1\\$2')
        .replace(/^( *\d*)\./, '$1\\.')
        .replace(/^ +/, (spaces) => '&#32;'.repeat(spaces.length));
    return new SafeMarkdown(escaped);
}
/** A code span; its backticks outnumber any in the text. Empty text gives nothing, as a span cannot be empty. */
function code(text) {
    const content = onOneLine(text);
    if (content === '')
        return new SafeMarkdown('');
    const fence = '`'.repeat(longestRun(content) + 1);
    const padding = /^[ `]|[ `]$/.test(content) ? ' ' : '';
    return new SafeMarkdown(fence + padding + content + padding + fence);
}
/** A link to an address of the web; whatever could end it, or act in a table, is percent-encoded. */
function link(text, address) {
    const { href } = new URL(address);
    const target = href.replace(/[()<>|\\`"'*_[\]]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
    return new SafeMarkdown(`[${toMarkdown(text)}](${target})`);
}
/** A fenced block, lines kept; its fence outnumbers any backticks in the text. */
function codeBlock(text, language = '') {
    const content = printable(text).replace(/\n+$/, '');
    const fence = '`'.repeat(Math.max(3, longestRun(content) + 1));
    return new SafeMarkdown(`${fence}${language.replace(/[^A-Za-z0-9+-]/g, '')}\n${content}\n${fence}`);
}
/** A table; each row has as many cells as the header, missing ones empty. GitHub centres a header that is not `left`. */
function table(header, rows, align = 'none') {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const cell = (value) => toMarkdown(value).toString().replaceAll('\n', ' ').replaceAll('|', '\\|');
    const body = rows.map((row) => line(header.map((_, column) => cell(row[column] ?? ''))));
    return new SafeMarkdown([line(header.map(cell)), line(header.map(() => (align === 'left' ? ':--' : '---'))), ...body].join('\n'));
}
/** A folded section. The summary is plain text: GitHub reads no Markdown there. */
function details(summary, body, open = false) {
    return new SafeMarkdown(`<details${open ? ' open' : ''}><summary>${escapeHtml(summary)}</summary>\n\n${toMarkdown(body)}\n\n</details>`);
}
function alert(kind, body) {
    const lines = toMarkdown(body).toString().split('\n');
    return new SafeMarkdown([`[!${kind}]`, ...lines].map((line) => `> ${line}`.trimEnd()).join('\n'));
}
/** A Mermaid diagram. The code is ours; text from elsewhere goes into it through mermaidText. */
function mermaid(diagram) {
    return codeBlock(diagram, 'mermaid');
}
/** Text for a Mermaid label: everything but letters, digits, blanks, `.` and `_` as Mermaid's character codes. */
function mermaidText(text) {
    return onOneLine(text).replace(/[^\p{L}\p{M}\p{N} ._]/gu, (character) => `#${character.codePointAt(0)};`);
}
/** Shortens to at most `max` code points, the last of them an ellipsis when something was cut. */
function clip(text, max) {
    // Before the cut: of a secret that is cut in two, the runner would mask neither part.
    const whole = (0,_lib_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)(text);
    const points = Array.from(whole.slice(0, 2 * max + 2));
    return points.length <= max ? whole : `${points.slice(0, Math.max(0, max - 1)).join('')}…`;
}
function longestRun(text) {
    return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
/** Text on one line without tags, character references, and anything that GitHub would link. */
function escapeHtml(text) {
    return onOneLine(text)
        .replace(linked, `$&${zeroWidthSpace}`)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;');
}
function onOneLine(text) {
    return printable(text).replace(/[\n\t]+/g, ' ');
}
/** Without secrets, terminal escapes, control and direction-changing characters, and lone surrogates; line ends become `\n`. */
function printable(text) {
    const plain = text
        .toWellFormed()
        .replace(/\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b\n]*(?:\x07|\x1b\\)?/g, '')
        .replace(/\r\n|[\r\x85\u2028\u2029]/g, '\n')
        .replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
    return (0,_lib_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)(plain);
}


/***/ }),

/***/ 8456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ factTable),
/* harmony export */   z: () => (/* binding */ report)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1522);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75);
/* harmony import */ var _timeline_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6753);



/** The form that every action's summary has: verdict, what went wrong, the action's own sections, timeline. */
function report(verdict, sections, journal, error) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .join */ .fj)([
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md) `## ${verdict}`,
        ...(error === undefined ? [] : [(0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)(error, journal)]),
        ...sections,
        ...(journal.phases.length > 0 && !journal.isPart ? [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .details */ .zH)('Timeline', (0,_timeline_js__WEBPACK_IMPORTED_MODULE_2__/* .timeline */ .I)(journal.phases))] : []),
    ]);
}
/** A table of what a run was about, a row a fact; one without a value is left out. The first is the header, as there has to be one. */
function factTable(facts) {
    const known = facts.filter(([, value]) => value !== undefined && value !== '');
    const [first = [], ...rows] = known.map(([name, value = '']) => [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md) `**${name}**`, value]);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(first, rows, 'left');
}


/***/ }),

/***/ 6753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ timeline),
/* harmony export */   z: () => (/* binding */ timelines)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75);

/** Seconds between the ticks of the axis, for at most so many ticks that their labels stay apart. */
const TICKS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1200, 1800, 3600];
const MOST_TICKS = 8;
/** Bars in a diagram: Mermaid draws none of more than 50,000 characters, and people read fewer. */
const MOST_BARS = 120;
/** The phases of a run as a Gantt chart: what ran side by side, and what took the time. */
function timeline(phases) {
    return gantt(phases, phases.map(bar));
}
/** The phases of several runs in one chart; where that would be too many, a bar for each run. */
function timelines(runs) {
    const begun = runs.filter(({ phases }) => phases.length > 0);
    const count = begun.reduce((sum, { phases }) => sum + phases.length, 0);
    const all = begun.map(({ name, phases }) => wholeOf(name, phases));
    if (count > MOST_BARS)
        return gantt(all, all.map(bar));
    return gantt(all, begun.flatMap(({ name, phases }) => [`  section ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .mermaidText */ .Hg)(name)}`, ...phases.map(bar)]));
}
function wholeOf(name, phases) {
    const start = Math.min(...phases.map((phase) => phase.start));
    const end = Math.max(...phases.map((phase) => phase.end));
    return { name, start, end, failed: phases.some(({ failed }) => failed) };
}
function bar({ name, start, end, failed }) {
    // Mermaid draws nothing for a bar without length.
    const until = Math.max(end, start + 1);
    return `  ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .mermaidText */ .Hg)(name)} ${((end - start) / 1000).toFixed(1)} s :${failed ? 'crit, ' : ''}${start}, ${until}`;
}
function gantt(phases, lines) {
    const head = ['gantt', '  dateFormat x', '  axisFormat %M:%S', `  tickInterval ${tickOf(phases)}second`];
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .mermaid */ .a4)([...head, ...lines].join('\n'));
}
function tickOf(phases) {
    const seconds = Math.max(...phases.map(({ end }) => end)) / 1000;
    return TICKS.find((tick) => seconds / tick <= MOST_TICKS) ?? 3600;
}


/***/ })

};
