export const id = 704;
export const ids = [704];
export const modules = {

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


/***/ }),

/***/ 7704:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  evaluatorAction: () => (/* binding */ evaluatorAction)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./build/src/actions/publish.js + 8 modules
var publish = __webpack_require__(2434);
// EXTERNAL MODULE: ./build/src/docker/tags.js
var docker_tags = __webpack_require__(1433);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/event.js
var lib_event = __webpack_require__(2617);
// EXTERNAL MODULE: ./build/src/lib/host.js
var host = __webpack_require__(6003);
// EXTERNAL MODULE: ./build/src/lib/inputs.js
var inputs = __webpack_require__(4212);
// EXTERNAL MODULE: ./build/src/lib/log.js
var log = __webpack_require__(7399);
// EXTERNAL MODULE: ./build/src/lib/shell.js + 1 modules
var shell = __webpack_require__(5192);
// EXTERNAL MODULE: ./build/src/lib/summary.js
var summary = __webpack_require__(953);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/src/lib/secrets.js
var secrets = __webpack_require__(1752);
;// CONCATENATED MODULE: ./build/src/lib/terminal.js


/**
 * A person's terminal, or the log of whatever starts us. What the run says goes to standard error, its outputs as JSON
 * to standard output. Nobody masks secrets behind us: they are blotted out before anything is written.
 */
class Terminal {
    #streams;
    #outputs = new Map();
    constructor(streams = process) {
        this.#streams = streams;
    }
    info(message) {
        this.#say(message);
    }
    error(message, properties) {
        this.#say(this.#annotation('red', 'error', message, properties));
    }
    warning(message, properties) {
        this.#say(this.#annotation('yellow', 'warning', message, properties));
    }
    startGroup(name) {
        this.#say(this.#styled('bold', `--- ${name}`));
    }
    /** A heading needs no end. */
    endGroup() { }
    endPhase(name, milliseconds, failed) {
        const time = `${(milliseconds / 1000).toFixed(1)} s`;
        this.#say(failed
            ? this.#styled('red', `${name}: failed after ${time}`)
            : this.#styled('green', `${name}: done in ${time}`));
    }
    /** There is nobody to tell. */
    setSecret() { }
    setOutput(name, value) {
        this.#outputs.set(name, value);
    }
    /** Writes the outputs that have a value as one JSON object; what is JSON in them stands there as itself. */
    showOutputs() {
        const given = [...this.#outputs].filter(([, value]) => value !== '');
        const shown = given.map(([name, value]) => [name, parsed((0,secrets/* redact */.E$)(value))]);
        this.#streams.stdout.write(`${JSON.stringify(Object.fromEntries(shown), null, 2)}\n`);
    }
    #annotation(colour, level, message, { title, file, startLine } = {}) {
        // As compilers write it, for editors to lead there.
        const place = file === undefined ? '' : `${[file, startLine].filter(Boolean).join(':')}: `;
        return `${place}${this.#styled(colour, level)}: ${title ? `${title}: ` : ''}${message}`;
    }
    #say(text) {
        this.#streams.stderr.write(`${(0,secrets/* redact */.E$)(text)}\n`);
    }
    /** In colour on a terminal that has some, unless NO_COLOR says otherwise. */
    #styled(style, text) {
        const { isTTY, hasColors } = this.#streams.stderr;
        const coloured = isTTY === true && hasColors?.call(this.#streams.stderr) === true;
        return coloured ? (0,external_node_util_.styleText)(style, text, { validateStream: false }) : text;
    }
}
/** JSON as what it says; other text as it is. */
function parsed(text) {
    if (!/^([[{]|true$|false$)/.test(text))
        return text;
    try {
        return JSON.parse(text);
    }
    catch {
        return text;
    }
}

// EXTERNAL MODULE: ./build/src/publish/fields.js
var fields = __webpack_require__(9276);
// EXTERNAL MODULE: ./build/src/lib/exec.js
var exec = __webpack_require__(2956);
// EXTERNAL MODULE: ./build/src/lib/foreign-text.js
var foreign_text = __webpack_require__(1721);
;// CONCATENATED MODULE: ./build/src/local/checkout.js


/** Asks Git. Gives the reason where it knows of no commit; throws `CommandError` where there is no Git. */
async function readCheckout(signal) {
    const [status, tags] = await Promise.all([
        git(['status', '--porcelain=v2', '--branch', '--untracked-files=normal'], signal),
        git(['tag', '--points-at', 'HEAD', '--sort=-version:refname'], signal),
    ]);
    if (typeof status === 'string')
        return status;
    const header = (name) => status.find((line) => line.startsWith(`# ${name} `))?.slice(name.length + 3);
    const [sha = '', head = ''] = [header('branch.oid'), header('branch.head')];
    if (sha === '(initial)')
        return 'there is no commit yet';
    const [tag] = typeof tags === 'string' ? [] : tags;
    const branch = head === '(detached)' ? 'HEAD' : head;
    return {
        ref: tag === undefined ? `refs/heads/${branch}` : `refs/tags/${tag}`,
        sha,
        changes: status.filter((line) => !line.startsWith('#')).length,
    };
}
/** The lines that it prints, or what it says why it cannot. */
async function git(args, signal) {
    const options = { timeout: 60_000, signal };
    const { exitCode, stdout, output } = await (0,exec/* run */.e)('git', ['--no-optional-locks', ...args], options);
    if (exitCode === 0)
        return stdout.split('\n').filter((line) => line !== '');
    return (0,foreign_text/* harmlessLine */.Kw)(output.find((line) => line.trim() !== '') ?? `git ended with exit code ${exitCode}`);
}

// EXTERNAL MODULE: ./build/src/local/flags.js
var flags = __webpack_require__(8310);
;// CONCATENATED MODULE: ./build/src/local/evaluator-action.js
/** The command line: the root action, on a person's machine. */















/** No wider is easy to read. */
const COLUMNS = 100;
/**
 * Runs the root action as a command line says, and sets the exit code.
 * @param root the package's directory, where action.yml and package.json are
 */
async function evaluatorAction(root, args) {
    const line = (0,flags/* readFlags */.uW)(args);
    const read = (name) => (0,external_node_fs_.readFileSync)(new URL(name, root), 'utf8');
    if (line.help) {
        const { helpText } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(150)]).then(__webpack_require__.bind(__webpack_require__, 1150));
        process.stdout.write(helpText(read('action.yml'), Math.min(process.stdout.columns ?? COLUMNS, COLUMNS)));
    }
    else if (line.version)
        process.stdout.write(`${JSON.parse(read('package.json')).version}\n`);
    else
        await publishBy(line);
}
async function publishBy(line) {
    // Once is enough: an impatient second Ctrl-C does not end the process before it has cleaned up.
    for (const signal of shell.cancelling)
        process.on(signal, () => { });
    const terminal = new Terminal();
    (0,host/* reportTo */.E)(terminal);
    const error = await (0,shell.runAction)((0,publish.publishing)((signal) => takeOrder(line, signal)));
    if (error !== undefined)
        process.exitCode = exitCodeOf(error);
    if (error instanceof errors/* InputError */.dz)
        log/* info */.pq('evaluator-action --help says what can be written.');
    else
        terminal.showOutputs();
}
/** What the flags, the environment and Git say of what is to be published. */
async function takeOrder(line, signal) {
    if (line.problems.length > 0)
        throw new errors/* InputError */.dz(line.problems);
    if (line.summary !== undefined)
        (0,summary/* writeSummaryTo */.B)(line.summary);
    const texts = { ...(0,inputs/* takeTexts */["if"])(fields/* fields */.O, fields/* variables */.E), ...line.texts };
    // In a workflow the event decides, as it does for the action: a pull request publishes nothing.
    if ((0,lib_event/* startedByGitHub */.I)())
        return { event: (0,lib_event/* readEvent */.j)(), texts };
    const checkout = await readCheckout(signal).catch(asReason);
    if (typeof checkout !== 'string')
        return orderOf(checkout, texts);
    if (!texts.tags)
        log/* info */.pq(`Git gives no name for the image: ${checkout}`);
    return { event: (0,lib_event/* readEvent */.j)({}), texts };
}
function orderOf({ ref, sha, changes }, texts) {
    const event = (0,lib_event/* readEvent */.j)({ GITHUB_REF: ref, GITHUB_SHA: sha });
    if (changes === 0)
        return { event, texts };
    const files = changes === 1 ? '1 file is' : `${changes} files are`;
    const tagged = texts.tags ? '' : ' Its tag ends in -dirty.';
    log/* warning */.$e(`${files} changed or new since the commit, so the image may be none that can be built again.${tagged}`, 'Git');
    const tags = texts.tags || (0,docker_tags/* deriveTags */.h)({ ref, sha, dirty: true }).join('\n');
    return { event, texts: { ...texts, tags } };
}
/** Without Git there are still tags that are given. */
function asReason(error) {
    if (error instanceof errors/* CommandError */.Qd)
        return error.message;
    throw error;
}
function exitCodeOf(error) {
    if (error instanceof errors/* InputError */.dz)
        return 2;
    if (error instanceof errors/* CancelledError */.cc)
        return 128 + external_node_os_.constants.signals[error.signal];
    return 1;
}


/***/ }),

/***/ 8310:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J5: () => (/* binding */ refused),
/* harmony export */   Lv: () => (/* binding */ isList),
/* harmony export */   Z9: () => (/* binding */ wordsOf),
/* harmony export */   uW: () => (/* binding */ readFlags)
/* harmony export */ });
/* unused harmony export flags */
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var leven__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7785);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8395);
/* harmony import */ var _lib_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4940);
/* harmony import */ var _lib_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4212);
/* harmony import */ var _lib_secrets_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1752);
/* harmony import */ var _publish_fields_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9276);
/** The command line's flags: the inputs of the root action, under the same names, and a few of its own. */







const login = 'is part of a login; run docker login for the registry first, whose login is used';
const comment = 'is for the comment on a pull request, which only a step of a workflow writes';
/** Inputs without a flag, and what to do instead. */
const refused = {
    'api-token': 'is a secret; set the variable KOLENA_TOKEN of the environment',
    secret: 'is a secret; put it into a variable of the environment, and write --secret-env NAME_OF_THE_VARIABLE',
    secrets: 'are secrets; put them into variables of the environment or into files, and write --secret-envs id=NAME_OF_THE_VARIABLE or --secret-files id=path',
    'registry-username': login,
    'registry-password': login,
    'github-token': comment,
    comment,
};
const argvIsPublic = 'Others can read what stands in a command line, and the history of the shell keeps it: replace the secret, if it was a real one';
/** The names of all flags. */
const flags = [
    ...Object.keys(_publish_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .fields */ .O).filter((name) => !Object.hasOwn(refused, name)),
    ...['summary', 'help', 'version'],
];
const options = {
    ...Object.fromEntries(Object.keys(_publish_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .fields */ .O).map((name) => [name, { type: 'string' }])),
    summary: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
    version: { type: 'boolean' },
};
/** The words that an input takes; empty for one that takes others, too. */
function wordsOf(name) {
    const field = fieldOf(name);
    const type = field && (0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .typeOf */ .QP)(field);
    if (type instanceof zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .ZodMiniEnum */ .uGA)
        return type.options.map(String);
    return field && (0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .shapeOf */ .F5)(field) === 'boolean' ? ['true', 'false'] : [];
}
function isList(name) {
    const field = fieldOf(name);
    return field !== undefined && ['list', 'pairs'].includes((0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .shapeOf */ .F5)(field));
}
function fieldOf(name) {
    return Object.hasOwn(_publish_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .fields */ .O, name) ? _publish_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .fields */ .O[name] : undefined;
}
/** Reads a command line, without Node.js and the script in front of it. */
function readFlags(args) {
    const { tokens } = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({ args: args.map(spellOut), options, strict: false, tokens: true });
    const given = new Map();
    const problems = [];
    for (const token of tokens) {
        if (token.kind === 'option-terminator')
            continue;
        const problem = token.kind === 'positional' ? noFlag(token.index) : problemOf(token);
        if (problem !== undefined)
            problems.push(problem);
        else if (token.kind === 'option')
            given.set(token.name, [...(given.get(token.name) ?? []), token.value ?? '']);
    }
    for (const [name, { length }] of given)
        if (length > 1 && !isList(name) && !isQuestion(name))
            problems.push(`--${name}: is given ${length} times; give it once`);
    const inputs = [...given].filter(([name]) => Object.hasOwn(_publish_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .fields */ .O, name));
    return {
        texts: Object.fromEntries(inputs.map(([name, values]) => [name, values.join('\n')])),
        summary: given.get('summary')?.[0],
        help: given.has('help'),
        version: given.has('version'),
        problems: [...new Set(problems)],
    };
}
/** `--reuse` alone means `--reuse=true`. */
function spellOut(arg, index, args) {
    const words = arg.startsWith('--') ? wordsOf(arg.slice(2)) : [];
    return words.includes('true') && !words.includes(args[index + 1] ?? '') ? `${arg}=true` : arg;
}
function isQuestion(name) {
    return name === 'help' || name === 'version';
}
function problemOf({ name, rawName, index, value, inlineValue }) {
    const field = fieldOf(name);
    if (Object.hasOwn(refused, name))
        return `--${name}: ${refused[name]}${field && (0,_lib_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .isSecret */ .$f)(field) ? `. ${argvIsPublic}` : ''}`;
    // Letters behind one hyphen are not repeated: -pPASSWORD would be spelt out by them.
    if (!flags.includes(name))
        return rawName.startsWith('--') ? unknownFlag(name) : noFlag(index);
    if (isQuestion(name))
        return undefined;
    if (!value)
        return `--${name}: has no value; write --${name}=VALUE, or leave it out`;
    if (value.startsWith('-') && !inlineValue)
        return `--${name}: what follows it begins with a hyphen; if that is its value, write --${name}=VALUE`;
    return undefined;
}
function unknownFlag(name) {
    const unknown = `--${name}: there is no such flag`;
    if ((0,_lib_secrets_js__WEBPACK_IMPORTED_MODULE_3__/* .namesSecret */ .L4)(name.replaceAll('-', '_')))
        return `${unknown}, and none takes a secret; the API token is the variable KOLENA_TOKEN of the environment. ${argvIsPublic}`;
    const input = name.replace(/^no-/, '');
    const no = wordsOf(input).find((word) => word === 'false' || word === 'off');
    if (input !== name && no !== undefined)
        return `${unknown}; write --${input}=${no}`;
    const near = (0,leven__WEBPACK_IMPORTED_MODULE_6__/* .closestMatch */ .h)(name, flags, { maxDistance: 3 });
    return `${unknown}; ${near === undefined ? '--help lists them' : `did you mean --${near}?`}`;
}
function noFlag(index) {
    return `argument ${index + 1}: is neither a flag nor the value of one; flags begin with two hyphens, and a value with spaces stands in quotes`;
}


/***/ }),

/***/ 7785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ closestMatch)
/* harmony export */ });
/* unused harmony export default */
const array = [];
const characterCodeCache = [];

function leven(first, second, options) {
	if (first === second) {
		return 0;
	}

	const maxDistance = options?.maxDistance;
	const swap = first;

	// Swapping the strings if `a` is longer than `b` so we know which one is the
	// shortest & which one is the longest
	if (first.length > second.length) {
		first = second;
		second = swap;
	}

	let firstLength = first.length;
	let secondLength = second.length;

	// Performing suffix trimming:
	// We can linearly drop suffix common to both strings since they
	// don't increase distance at all
	// Note: `~-` is the bitwise way to perform a `- 1` operation
	while (firstLength > 0 && (first.charCodeAt(~-firstLength) === second.charCodeAt(~-secondLength))) {
		firstLength--;
		secondLength--;
	}

	// Performing prefix trimming
	// We can linearly drop prefix common to both strings since they
	// don't increase distance at all
	let start = 0;

	while (start < firstLength && (first.charCodeAt(start) === second.charCodeAt(start))) {
		start++;
	}

	firstLength -= start;
	secondLength -= start;

	// Early termination after trimming: if difference in length exceeds max distance
	if (maxDistance !== undefined && secondLength - firstLength > maxDistance) {
		return maxDistance;
	}

	if (firstLength === 0) {
		return maxDistance !== undefined && secondLength > maxDistance
			? maxDistance
			: secondLength;
	}

	let bCharacterCode;
	let result;
	let temporary;
	let temporary2;
	let index = 0;
	let index2 = 0;

	while (index < firstLength) {
		characterCodeCache[index] = first.charCodeAt(start + index);
		array[index] = ++index;
	}

	while (index2 < secondLength) {
		bCharacterCode = second.charCodeAt(start + index2);
		temporary = index2++;
		result = index2;

		for (index = 0; index < firstLength; index++) {
			temporary2 = bCharacterCode === characterCodeCache[index] ? temporary : temporary + 1;
			temporary = array[index];
			// eslint-disable-next-line no-multi-assign
			result = array[index] = temporary > result
				? (temporary2 > result ? result + 1 : temporary2)
				: (temporary2 > temporary ? temporary + 1 : temporary2);
		}

		// Early termination: if all values in current row exceed maxDistance
		if (maxDistance !== undefined) {
			let rowMinimum = result;
			for (index = 0; index < firstLength; index++) {
				if (array[index] < rowMinimum) {
					rowMinimum = array[index];
				}
			}

			if (rowMinimum > maxDistance) {
				return maxDistance;
			}
		}
	}

	// Bound arrays to avoid retaining large previous sizes
	array.length = firstLength;
	characterCodeCache.length = firstLength;

	return maxDistance !== undefined && result > maxDistance ? maxDistance : result;
}

function closestMatch(target, candidates, options) {
	if (!Array.isArray(candidates) || candidates.length === 0) {
		return undefined;
	}

	const userMax = options?.maxDistance;
	const targetLength = target.length;

	// Exact match fast-path
	for (const candidate of candidates) {
		if (candidate === target) {
			return candidate;
		}
	}

	if (userMax === 0) {
		return undefined;
	}

	let best;
	let bestDist = Number.POSITIVE_INFINITY;
	const seen = new Set();

	for (const candidate of candidates) {
		if (seen.has(candidate)) {
			continue;
		}

		seen.add(candidate);

		const lengthDiff = Math.abs(candidate.length - targetLength);
		if (lengthDiff >= bestDist) {
			continue;
		}

		if (userMax !== undefined && lengthDiff > userMax) {
			continue;
		}

		const cap = Number.isFinite(bestDist)
			? (userMax === undefined ? bestDist : Math.min(bestDist, userMax))
			: userMax;

		const distance = cap === undefined
			? leven(target, candidate)
			: leven(target, candidate, {maxDistance: cap});

		// Skip candidates that exceed the user's maximum distance
		if (userMax !== undefined && distance > userMax) {
			continue;
		}

		// If we got a capped result that equals the cap, we need the actual distance
		// for accurate comparison, but only if the cap was due to userMax
		let actualD = distance;
		if (cap !== undefined && distance === cap && cap === userMax) {
			actualD = leven(target, candidate);
		}

		if (actualD < bestDist) {
			bestDist = actualD;
			best = candidate;
			if (bestDist === 0) {
				break;
			}
		}
	}

	if (userMax !== undefined && bestDist > userMax) {
		return undefined;
	}

	return best;
}


/***/ })

};
