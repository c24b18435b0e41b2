export const id = 192;
export const ids = [192];
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

/***/ 1828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   nq: () => (/* binding */ createPrivateDirectory),
/* harmony export */   th: () => (/* binding */ removePrivateDirectory),
/* harmony export */   wk: () => (/* binding */ savedPrivateDirectory)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/**
 * The one place on disk for what a run must not leave behind: the registry login, files with secrets, metadata.
 * It lies below RUNNER_TEMP, only this user can read it, and it goes at the end of the main step or, when that
 * was killed, in the post step. Uses Node's built-ins alone, because the post step loads it.
 */




const state = 'private-directory';
const ourName = /^evaluator-action-[0-9a-f-]{36}$/;
/** Creates the directory, after its path is saved for the post step. */
function createPrivateDirectory() {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(temporaryRoot(), `evaluator-action-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`);
    const { GITHUB_STATE } = process.env;
    if (GITHUB_STATE)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.appendFileSync)(GITHUB_STATE, `${state}=${path}\n`);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(path, { mode: 0o700 });
    return path;
}
function removePrivateDirectory(path) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(path, { recursive: true, force: true, maxRetries: 3 });
}
/**
 * The directory that the main step saved, if it is one of ours: build output can forge state of the step, so a
 * path counts only when it has our name and lies directly below RUNNER_TEMP.
 */
function savedPrivateDirectory() {
    const path = process.env[`STATE_${state}`];
    return path !== undefined && ourName.test((0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(path)) && (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path) === temporaryRoot()
        ? path
        : undefined;
}
function temporaryRoot() {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(process.env.RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)());
}


/***/ }),

/***/ 5192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cancelling: () => (/* binding */ cancelling),
  runAction: () => (/* binding */ runAction),
  tellFailure: () => (/* binding */ tellFailure)
});

// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/journal.js
var journal = __webpack_require__(1806);
// EXTERNAL MODULE: ./build/src/lib/log.js
var log = __webpack_require__(7399);
// EXTERNAL MODULE: ./build/src/lib/host.js
var host = __webpack_require__(6003);
;// CONCATENATED MODULE: ./build/src/lib/outputs.js

/** Sets the step's outputs, through the runner's file with a delimiter that no value can forge. */
function writeOutputs(outputs) {
    for (const [name, value] of Object.entries(outputs))
        host/* host */.H.setOutput(name, value);
}

// EXTERNAL MODULE: ./build/src/lib/private-directory.js
var private_directory = __webpack_require__(1828);
// EXTERNAL MODULE: ./build/src/lib/summary.js
var summary = __webpack_require__(953);
;// CONCATENATED MODULE: ./build/src/lib/shell.js






/** What ends a run early: the runner's two, and a terminal that is closed. */
const cancelling = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/**
 * Runs an action, writes its outputs and its summary, and fails the step when it has to: the only place that catches
 * errors. A cancelled job (SIGINT, then SIGTERM) aborts the work; what it left on disk is removed in every case.
 *
 * @returns what the step failed with, which is told and dealt with; undefined when nothing, or only a gate, did
 */
async function runAction(action) {
    const cancellation = new AbortController();
    const cancel = (signal) => cancellation.abort(new errors/* CancelledError */.cc(signal));
    for (const signal of cancelling)
        process.once(signal, cancel);
    const shell = {
        signal: cancellation.signal,
        privateDirectory: (0,private_directory/* createPrivateDirectory */.nq)(),
        journal: new journal/* Journal */.C(),
    };
    const result = action.begin();
    try {
        await action.run(result, shell);
        await finish(action, result, shell);
        reportGate(action.failedGate?.(result));
        return undefined;
    }
    catch (error) {
        // What a cancellation interrupts may end with an error of its own, as timers do: the reason is what counts.
        const reason = shell.signal.aborted ? shell.signal.reason : error;
        await finish(action, result, shell, reason);
        reportFailure(reason, shell.journal);
        return reason;
    }
    finally {
        (0,private_directory/* removePrivateDirectory */.th)(shell.privateDirectory);
        for (const signal of cancelling)
            process.off(signal, cancel);
    }
}
async function finish(action, result, shell, error) {
    writeOutputs(action.outputs(result));
    await (0,summary/* appendSummary */.f)(action.summary(result, shell.journal, error).toString());
    // A cancelled job has seconds left.
    if (shell.signal.aborted)
        return;
    const note = await action.announce?.(result, shell, error);
    if (note)
        await (0,summary/* appendSummary */.f)(note.toString());
}
function reportGate(reason) {
    if (reason === undefined)
        return;
    process.exitCode = 1;
    log/* error */.z3(reason, 'The gate did not pass');
}
/** Errors that speak to the user; any other is a bug. */
const ours = [errors/* ActionError */.lZ, errors/* CancelledError */.cc, errors/* CommandError */.Qd, errors/* HttpError */.j$, errors/* InputError */.dz];
function reportFailure(error, journal) {
    process.exitCode = 1;
    tellFailure(error, journal);
}
/** Says why something failed, as an annotation at the place in the repository where it can be put right. */
function tellFailure(error, { done }) {
    if (error instanceof Error && !ours.some((type) => error instanceof type)) {
        log/* info */.pq(`This is a bug in evaluator-action, please report it:\n${error.stack}`);
    }
    const message = error instanceof Error ? error.message : String(error);
    const state = done.length > 0 ? `\nDone already: ${done.join(' ')} Running the job again is safe.` : '';
    const placed = error instanceof errors/* InputError */.dz ? error.placed : [];
    if (placed.length > 1)
        for (const { text, place } of placed.slice(0, log/* MOST_ERRORS */.OA))
            log/* error */.z3(text, 'Input', place);
    const place = error instanceof errors/* BuildError */.zS || error instanceof errors/* FileError */.f6
        ? error.place
        : error instanceof errors/* InputError */.dz && error.problems.length === 1
            ? placed[0]?.place
            : undefined;
    const phase = (0,journal/* phaseOf */.h)(error);
    log/* error */.z3(message + state, phase === undefined ? 'evaluator-action failed' : `${phase} failed`, place);
}


/***/ }),

/***/ 332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ shorten)
/* harmony export */ });
/** Bytes that the note at the end may take. */
const ROOM_FOR_NOTE = 1500;
/** Sections that the note names, and how long a name it shows. */
const NAMES = 10;
const LONGEST_NAME = 100;
/**
 * Shortens a report to at most `largest` bytes of UTF-8: whole lines from its beginning, and at the end a note that
 * says how much is left out, and which sections. What the cut leaves open, a code block or a folded section, is closed.
 */
function shorten(markdown, largest) {
    const size = Buffer.byteLength(markdown);
    if (size <= largest)
        return markdown;
    const lines = markdown.split('\n');
    const kept = fitting(lines, largest - ROOM_FOR_NOTE);
    const head = read(lines.slice(0, kept));
    const left = Buffer.byteLength(lines.slice(kept).join('\n'));
    const names = read(lines).sections.slice(head.sections.length);
    return [...lines.slice(0, kept), ...head.closing, '', ...note(left, size, names), ''].join('\n');
}
/** How many lines fit. */
function fitting(lines, largest) {
    let bytes = 0;
    const first = lines.findIndex((line) => {
        bytes += Buffer.byteLength(line) + 1;
        return bytes > largest;
    });
    return first === -1 ? lines.length : first;
}
/** The names of the sections that begin in some lines, and what closes whatever is open at their end. */
function read(lines) {
    const sections = [];
    let fence = '';
    let folded = 0;
    for (const line of lines) {
        const [backticks = ''] = /^`{3,}/.exec(line) ?? [];
        if (fence !== '')
            fence = line === fence ? '' : fence;
        else if (backticks !== '')
            fence = backticks;
        else {
            const [, heading, summary] = /^#{2,} (.+)|^<details(?: open)?><summary>(.+)<\/summary>/.exec(line) ?? [];
            if (heading ?? summary)
                sections.push(heading ?? asMarkdown(summary ?? ''));
            folded += summary !== undefined ? 1 : line === '</details>' ? -1 : 0;
        }
    }
    return { sections, closing: [...(fence === '' ? [] : [fence]), ...Array(folded).fill('\n</details>')] };
}
/** A summary is HTML, in which Markdown's characters are plain. */
function asMarkdown(summary) {
    return summary.replaceAll(/[\\`*_~[\]$]/g, '\\$&');
}
function note(left, size, sections) {
    const names = sections.filter((name) => name.length <= LONGEST_NAME).slice(0, NAMES);
    const rest = names.length > 0 ? ` Left out, too: ${names.join('; ')}` : '';
    return [
        '> [!WARNING]',
        `> The report is cut here, since GitHub limits its size: ${kibibytes(left)} of ${kibibytes(size)} KiB are left out.${rest}`,
    ];
}
function kibibytes(bytes) {
    return Math.ceil(bytes / 1024);
}


/***/ }),

/***/ 953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ writeSummaryTo),
/* harmony export */   f: () => (/* binding */ appendSummary)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3838);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9862);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7399);
/* harmony import */ var _shorten_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(332);






/** Bytes. GitHub drops a step's summary whole when it is larger than 1 MiB. */
const LARGEST = 512 * 1024;
/** Adds Markdown to the job summary, shortened when it is far too long. Outside GitHub there is none: nothing happens. */
async function appendSummary(markdown) {
    if (!process.env.GITHUB_STEP_SUMMARY)
        return;
    try {
        await _actions_core__WEBPACK_IMPORTED_MODULE_2__.summary.addRaw((0,_shorten_js__WEBPACK_IMPORTED_MODULE_5__/* .shorten */ .m)(markdown, LARGEST), true).write();
    }
    catch (error) {
        _log_js__WEBPACK_IMPORTED_MODULE_4__/* .warning */ .$e(`The job summary could not be written: ${error instanceof Error ? error.message : error}`, 'Job summary');
    }
}
/** Has the summary go to a file, which is begun anew: outside GitHub. */
function writeSummaryTo(file) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(file);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(path, '');
    }
    catch (cause) {
        const reason = cause instanceof Error ? cause.message : cause;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz([`summary "${file}": cannot be written; name another file (${reason})`]);
    }
    process.env.GITHUB_STEP_SUMMARY = path;
}


/***/ })

};
