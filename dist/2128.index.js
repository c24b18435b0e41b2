export const id = 2128;
export const ids = [2128];
export const modules = {

/***/ 2128:
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
// EXTERNAL MODULE: ./build/src/runtime/errors.js
var errors = __webpack_require__(9139);
// EXTERNAL MODULE: ./build/src/runtime/event.js
var runtime_event = __webpack_require__(9974);
// EXTERNAL MODULE: ./build/src/runtime/inputs.js
var runtime_inputs = __webpack_require__(2349);
// EXTERNAL MODULE: ./build/src/runtime/log.js
var log = __webpack_require__(772);
// EXTERNAL MODULE: ./build/src/runtime/reporter.js
var reporter = __webpack_require__(5621);
// EXTERNAL MODULE: ./build/src/runtime/run-action.js + 1 modules
var run_action = __webpack_require__(4897);
// EXTERNAL MODULE: ./build/src/runtime/summary.js
var summary = __webpack_require__(730);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/src/runtime/secrets.js + 1 modules
var secrets = __webpack_require__(5758);
;// CONCATENATED MODULE: ./build/src/runtime/terminal.js



/**
 * Returns the progress below the log, or undefined if nobody watches standard error: it is not a terminal, or a CI
 * system records it. Its code is loaded only when it is needed.
 */
async function openProgress() {
    const { CI, TERM } = process.env;
    if (!process.stderr.isTTY || CI || TERM === 'dumb' || (0,runtime_event/* startedByGitHub */.Ix)())
        return undefined;
    const { Progress } = await __webpack_require__.e(/* import() */ 2765).then(__webpack_require__.bind(__webpack_require__, 2765));
    return new Progress(process.stderr);
}
/**
 * Reports to a terminal, or to the log of the program that started this process. Messages go to standard error, outputs
 * go to standard output as JSON. Nothing masks secrets after this point, so they are removed before anything is
 * written.
 */
class Terminal {
    #streams;
    #progress;
    #outputs = new Map();
    /** @param progress shows the running phases below the log */
    constructor(streams = process, progress) {
        this.#streams = streams;
        this.#progress = progress;
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
    notice(message, properties) {
        this.#say(this.#annotation('bold', 'notice', message, properties));
    }
    startGroup(name) {
        this.#say(this.#styled('bold', `--- ${name}`));
    }
    /** A heading has no end. */
    endGroup() { }
    startPhase(phase) {
        return this.#progress?.start(phase) ?? (() => { });
    }
    endPhase(name, milliseconds, failed) {
        const time = `${(milliseconds / 1000).toFixed(1)} s`;
        this.#say(failed
            ? this.#styled('red', `${name}: failed after ${time}`)
            : this.#styled('green', `${name}: done in ${time}`));
    }
    /** A terminal needs no notification. */
    setSecret() { }
    setOutput(name, value) {
        this.#outputs.set(name, value);
    }
    /** Writes the outputs that have a value as one JSON object. Embeds outputs that are JSON themselves, as they are. */
    showOutputs() {
        const given = [...this.#outputs].filter(([, value]) => value !== '');
        const lines = given.map(([name, value]) => `${JSON.stringify(name)}: ${asJson((0,secrets/* redact */.E$)(value))}`);
        this.#streams.stdout.write(lines.length > 0 ? `{\n  ${lines.join(',\n  ')}\n}\n` : '{}\n');
    }
    #annotation(colour, level, message, { title, file, startLine } = {}) {
        // In the format of compilers, so that editors can link to the place.
        const place = file === undefined ? '' : `${[file, startLine].filter(Boolean).join(':')}: `;
        return `${place}${this.#styled(colour, level)}: ${title ? `${title}: ` : ''}${message}`;
    }
    #say(text) {
        const lines = `${(0,secrets/* redact */.E$)(text)}\n`;
        if (this.#progress)
            this.#progress.print(lines);
        else
            this.#streams.stderr.write(lines);
    }
    /** Adds colour if the terminal supports it and NO_COLOR is not set. */
    #styled(style, text) {
        const { isTTY, hasColors } = this.#streams.stderr;
        const coloured = isTTY === true && hasColors?.call(this.#streams.stderr) === true;
        return coloured ? (0,external_node_util_.styleText)(style, text, { validateStream: false }) : text;
    }
}
/**
 * Returns JSON text unchanged, because parsing it would lose digits of numbers (`1.0`, long integers). Returns other text as
 * a JSON string.
 */
function asJson(text) {
    if (!/^([[{]|true$|false$)/.test(text))
        return JSON.stringify(text);
    try {
        JSON.parse(text);
        return text;
    }
    catch {
        return JSON.stringify(text);
    }
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/util/git.js
var git = __webpack_require__(8586);
;// CONCATENATED MODULE: ./build/src/cli/checkout.js


/**
 * Asks Git what is checked out. Returns the reason if there is no commit; throws `CommandError` if Git is not
 * installed.
 *
 * @param ownFile a file that this command writes itself, which does not count as a change
 */
async function readCheckout(ownFile, signal) {
    const [status, tags, prefix] = await Promise.all([
        checkout_git(['status', '--porcelain=v2', '--branch', '--untracked-files=all', '-z'], '\0', signal),
        checkout_git(['tag', '--points-at', 'HEAD', '--sort=-version:refname'], '\n', signal),
        checkout_git(['rev-parse', '--show-prefix'], '\n', signal),
    ]);
    if (typeof status === 'string')
        return status;
    const header = (name) => status.find((line) => line.startsWith(`# ${name} `))?.slice(name.length + 3);
    const [sha = '', head = ''] = [header('branch.oid'), header('branch.head')];
    if (sha === '(initial)')
        return 'there is no commit yet';
    const [tag] = typeof tags === 'string' ? [] : tags;
    const branch = head === '(detached)' ? 'HEAD' : head;
    const own = ownFile && (0,external_node_path_.join)(String(prefix), (0,external_node_path_.relative)('', ownFile));
    return {
        ref: tag === undefined ? `refs/heads/${branch}` : `refs/tags/${tag}`,
        sha,
        changes: status.filter((line) => isChange(line) && line !== `? ${own}`).length,
    };
}
/** Returns whether a line begins an entry: changed, renamed, unmerged or untracked. An old path has its own line. */
function isChange(line) {
    return /^[12u?] /.test(line);
}
/** Returns the items that Git prints, or its message if it fails. */
async function checkout_git(args, separator, signal) {
    const answer = await (0,git/* askGit */.g)(args, signal);
    return 'problem' in answer ? answer.problem : answer.stdout.split(separator).filter((item) => item !== '');
}

// EXTERNAL MODULE: ./build/src/cli/commands.js
var commands = __webpack_require__(8908);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./build/src/runtime/fields.js
var fields = __webpack_require__(8681);
// EXTERNAL MODULE: ./build/src/runtime/hint.js + 1 modules
var hint = __webpack_require__(4769);
;// CONCATENATED MODULE: ./build/src/cli/flags.js
/** Parses the flags of a command: the inputs of its action under the same names, and a few additional flags. */






const login = 'is part of a login; run docker login for the registry first; its login is used';
const comment = 'is for the comment on a pull request, which only a step of a workflow writes';
/** Inputs without a flag, and what to do instead. Other secrets have the environment variable of their action. */
const insteadOf = {
    secret: 'is a secret; put it into an environment variable and write --secret-env NAME_OF_THE_VARIABLE',
    secrets: 'are secrets; put them into environment variables or files and write --secret-envs id=NAME_OF_THE_VARIABLE or --secret-files id=path',
    'registry-username': login,
    'registry-password': login,
    'github-token': comment,
    comment,
};
const argvIsPublic = 'Others can read a command line, and the history of the shell keeps it: replace the secret if it was a real one';
const own = { summary: 'string', 'update-expected': 'boolean', help: 'boolean', version: 'boolean' };
/** The flags of one action. */
class Flags {
    /** Names of all flags. */
    names;
    /** Inputs without a flag, and what to do instead. */
    refused;
    #fields;
    #secretVariable;
    #help;
    /** @param word the command, for messages */
    constructor({ fields, variables }, word) {
        this.#fields = fields;
        this.#help = word === 'publish' ? '--help' : `${word} --help`;
        const inputs = Object.keys(fields);
        const secrets = inputs.filter((name) => (0,runtime_inputs/* isSecret */.$f)(fields[name]));
        this.#secretVariable = secrets.flatMap((name) => variables[name] ?? [])[0];
        this.refused = new Map(inputs.flatMap((name) => {
            if (Object.hasOwn(insteadOf, name))
                return [[name, insteadOf[name] ?? '']];
            if (!secrets.includes(name))
                return [];
            const variable = variables[name] ?? this.#secretVariable;
            return [[name, `is a secret; set the environment variable ${variable}`]];
        }));
        this.names = [
            ...inputs.filter((name) => !this.refused.has(name)),
            ...Object.keys(own).filter((name) => name !== 'update-expected' || word === 'publish'),
        ];
    }
    /** Reads a command line that starts after Node.js, the script and the command. */
    read(args) {
        const options = {
            ...Object.fromEntries(Object.keys(this.#fields).map((name) => [name, { type: 'string' }])),
            summary: { type: own.summary },
            'update-expected': { type: own['update-expected'] },
            help: { type: own.help, short: 'h' },
            version: { type: own.version },
        };
        const spelled = args.map((arg, index) => this.#spellOut(arg, args[index + 1]));
        const { tokens } = (0,external_node_util_.parseArgs)({ args: spelled, options, strict: false, tokens: true });
        const given = new Map();
        const problems = [];
        for (const [index, token] of tokens.entries()) {
            if (token.kind === 'option-terminator')
                continue;
            // The value of an unknown flag belongs to the problem of the flag.
            if (token.kind === 'positional' && this.#isUnknown(tokens[index - 1]))
                continue;
            const problem = token.kind === 'positional' ? noFlag(token.index) : this.#problemOf(token);
            if (problem !== undefined)
                problems.push(problem);
            else if (token.kind === 'option')
                given.set(token.name, [...(given.get(token.name) ?? []), token.value ?? '']);
        }
        for (const [name, { length }] of given)
            if (length > 1 && !this.isList(name) && !isSwitch(name))
                problems.push(`--${name}: is given ${length} times; give it once`);
        const inputs = [...given].filter(([name]) => this.#fieldOf(name) !== undefined);
        return {
            rawInputs: Object.fromEntries(inputs.map(([name, values]) => [name, values.join('\n')])),
            summary: given.get('summary')?.[0],
            ...(given.has('update-expected') && { updateExpected: true }),
            help: given.has('help'),
            version: given.has('version'),
            problems: [...new Set(problems)],
        };
    }
    /** Returns the words that an input accepts; an empty list if it accepts other values too. */
    wordsOf(name) {
        const field = this.#fieldOf(name);
        const type = field && (0,fields/* typeOf */.QP)(field);
        if (type instanceof schemas/* ZodMiniEnum */.uGA)
            return type.options.map(String);
        return field && (0,fields/* shapeOf */.F5)(field) === 'boolean' ? ['true', 'false'] : [];
    }
    isList(name) {
        const field = this.#fieldOf(name);
        return field !== undefined && ['list', 'pairs'].includes((0,fields/* shapeOf */.F5)(field));
    }
    #fieldOf(name) {
        return Object.hasOwn(this.#fields, name) ? this.#fields[name] : undefined;
    }
    #isUnknown(token) {
        return token?.kind === 'option' && token.value === undefined && !this.names.includes(token.name ?? '');
    }
    /** `--reuse` alone means `--reuse=true`. */
    #spellOut(arg, next = '') {
        const words = arg.startsWith('--') ? this.wordsOf(arg.slice(2)) : [];
        return words.includes('true') && !words.includes(next) ? `${arg}=true` : arg;
    }
    #problemOf({ name, rawName, index, value, inlineValue }) {
        const field = this.#fieldOf(name);
        const refused = this.refused.get(name);
        if (refused !== undefined)
            return `--${name}: ${refused}${field && (0,runtime_inputs/* isSecret */.$f)(field) ? `. ${argvIsPublic}` : ''}`;
        // Do not repeat letters after a single hyphen: they could spell out a password, as in -pPASSWORD.
        if (!this.names.includes(name))
            return rawName.startsWith('--') ? this.#unknown(name) : noFlag(index);
        if (isSwitch(name))
            return undefined;
        if (!value)
            return `--${name}: has no value; write --${name}=VALUE, or leave it out`;
        if (value.startsWith('-') && !inlineValue)
            return `--${name}: what follows it begins with a hyphen; if that is its value, write --${name}=VALUE`;
        return undefined;
    }
    #unknown(name) {
        const unknown = `--${name}: there is no such flag`;
        if ((0,secrets/* namesSecret */.L4)(name.replaceAll('-', '_'))) {
            const remedy = this.#secretVariable && `; set the environment variable ${this.#secretVariable} instead`;
            return `${unknown}, and no flag takes a secret${remedy ?? ''}. ${argvIsPublic}`;
        }
        const input = name.replace(/^no-/, '');
        const no = this.wordsOf(input).find((word) => word === 'false' || word === 'off');
        if (input !== name && no !== undefined)
            return `${unknown}; write --${input}=${no}`;
        const near = (0,hint/* nearest */.p)(name, this.names);
        return `${unknown}; ${near === undefined ? `${this.#help} lists the flags` : `did you mean --${near}?`}`;
    }
}
function isSwitch(name) {
    return ['help', 'version', 'update-expected'].includes(name);
}
function noFlag(index) {
    return `argument ${index + 1}: is neither a flag nor the value of a flag; flags begin with two hyphens, and a value with spaces needs quotes`;
}

;// CONCATENATED MODULE: ./build/src/cli/command-line.js
/** The command line: runs the actions on a developer's machine. */













/** Maximum characters per line of text. Wider text is hard to read. */
const COLUMNS = 100;
/**
 * Runs an action as the command line says, and sets the exit code.
 *
 * @param root the package's directory, which contains action.yml and package.json
 */
async function evaluatorAction(root, args) {
    const named = (0,commands/* findCommand */.Zv)(args[0]);
    const command = named ?? commands/* publishCommand */.lu;
    const action = await command.load();
    const flags = new Flags(action, command.word);
    const line = flags.read(named ? args.slice(1) : args);
    const read = (path) => (0,external_node_fs_.readFileSync)(new URL(path, root), 'utf8');
    if (line.help) {
        const { helpText } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(2225)]).then(__webpack_require__.bind(__webpack_require__, 2225));
        const columns = Math.min(process.stdout.columns ?? COLUMNS, COLUMNS);
        const description = (await command.loadDescription?.()) ?? read(`${command.folder}/action.yml`);
        process.stdout.write(helpText(command, flags, description, columns));
    }
    else if (line.version)
        process.stdout.write(`${JSON.parse(read('package.json')).version}\n`);
    else
        await runCommand(command, (line.updateExpected && (await command.loadUpdating?.())) || action, line);
}
async function runCommand(command, action, line) {
    // One signal is enough: a second Ctrl-C must not end the process before it has cleaned up.
    for (const signal of run_action.cancelling)
        process.on(signal, () => { });
    const terminal = new Terminal(process, await openProgress());
    (0,reporter/* reportTo */.E)(terminal);
    const error = await (0,run_action.runAction)(action, (_, signal) => takeRequest(command, action, line, signal));
    if (error !== undefined)
        process.exitCode = exitCodeOf(error);
    if (error instanceof errors/* InputError */.dz) {
        const help = command === commands/* publishCommand */.lu ? '--help' : `${command.word} --help`;
        log/* info */.pq(`evaluator-action ${help} lists the flags.`);
    }
    else
        terminal.showOutputs();
}
/** Builds the request from the flags, the environment and Git. */
async function takeRequest(command, { fields, variables }, line, signal) {
    if (line.problems.length > 0)
        throw new errors/* InputError */.dz(line.problems);
    // In a workflow the event decides, as for the action: a pull request publishes nothing.
    const inWorkflow = (0,runtime_event/* startedByGitHub */.Ix)();
    // Ask Git before the summary's file is created: that file would count as a change.
    const checkout = inWorkflow || command.ignoresChanges
        ? undefined
        : await readCheckout(line.summary, signal).catch(asReason);
    if (line.summary !== undefined)
        (0,summary/* writeSummaryTo */.B)(line.summary);
    const rawInputs = { ...(0,runtime_inputs/* takeRawInputs */.Dt)(fields, variables), ...line.rawInputs };
    if (checkout === undefined)
        return { event: (0,runtime_event/* readEvent */.j_)(), rawInputs };
    if (typeof checkout !== 'string')
        return await requestFor(command, checkout, rawInputs);
    if (command === commands/* publishCommand */.lu && !rawInputs.tags)
        log/* info */.pq(`Git gives no name for the image: ${checkout}`);
    return { event: (0,runtime_event/* readEvent */.j_)({}), rawInputs };
}
async function requestFor(command, { ref, sha, changes }, rawInputs) {
    const event = (0,runtime_event/* readEvent */.j_)({ GITHUB_REF: ref, GITHUB_SHA: sha });
    if (changes === 0 || command !== commands/* publishCommand */.lu)
        return { event, rawInputs };
    const files = changes === 1 ? '1 file has' : `${changes} files have`;
    const tagged = rawInputs.tags ? '' : ' Its tag ends in -dirty.';
    log/* warning */.$e(`${files} changed since the commit, so it may not be possible to build this image again.${tagged}`, 'Git');
    const { deriveTags } = await __webpack_require__.e(/* import() */ 5504).then(__webpack_require__.bind(__webpack_require__, 5504));
    const tags = rawInputs.tags || deriveTags({ ref, sha, dirty: true }).join('\n');
    // The image differs from the commit.
    const source = { ref, sha: `${sha}-dirty` };
    return { event: { ...event, source }, rawInputs: { ...rawInputs, tags } };
}
/** Returns the reason why Git failed, because tags can still be given without Git. */
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

/***/ 8908:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pi: () => (/* binding */ commands),
/* harmony export */   Zv: () => (/* binding */ findCommand),
/* harmony export */   lu: () => (/* binding */ publishCommand)
/* harmony export */ });
/** All commands, with and without an action. Each command loads only the code that it uses. */
const commands = [
    {
        word: 'publish',
        folder: '.',
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(4653), __webpack_require__.e(392), __webpack_require__.e(3767)]).then(__webpack_require__.bind(__webpack_require__, 3767))).publish,
        loadUpdating: async () => (await Promise.all(/* import() */[__webpack_require__.e(4653), __webpack_require__.e(392), __webpack_require__.e(3767)]).then(__webpack_require__.bind(__webpack_require__, 3767))).updateExpected,
    },
    {
        word: 'model',
        folder: 'model',
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(3032), __webpack_require__.e(2631)]).then(__webpack_require__.bind(__webpack_require__, 2631))).model,
    },
    {
        word: 'evaluate',
        folder: 'evaluate',
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(8728), __webpack_require__.e(3431), __webpack_require__.e(3032), __webpack_require__.e(3309)]).then(__webpack_require__.bind(__webpack_require__, 3309))).evaluate,
    },
    {
        word: 'scenario-test',
        folder: 'scenario-test',
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(8728), __webpack_require__.e(4653), __webpack_require__.e(3431), __webpack_require__.e(3589)]).then(__webpack_require__.bind(__webpack_require__, 3589))).scenarioTest,
    },
    {
        word: 'agreement',
        folder: 'agreement',
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(8728), __webpack_require__.e(4653), __webpack_require__.e(3431), __webpack_require__.e(1183)]).then(__webpack_require__.bind(__webpack_require__, 1183))).agreement,
    },
    {
        word: 'lambda',
        folder: 'lambda',
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(4653), __webpack_require__.e(7676)]).then(__webpack_require__.bind(__webpack_require__, 7676))).lambda,
    },
    {
        word: 'record-fixture',
        loadDescription: async () => (await __webpack_require__.e(/* import() */ 2001).then(__webpack_require__.bind(__webpack_require__, 2001))).description,
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(392), __webpack_require__.e(3526)]).then(__webpack_require__.bind(__webpack_require__, 3526))).recordFixture,
    },
    {
        word: 'init',
        ignoresChanges: true,
        loadDescription: async () => (await __webpack_require__.e(/* import() */ 2650).then(__webpack_require__.bind(__webpack_require__, 2650))).description,
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(7107)]).then(__webpack_require__.bind(__webpack_require__, 7107))).init,
    },
];
/** The root action: runs when the command line names no command. */
const publishCommand = commands[0];
function findCommand(word) {
    return commands.find((command) => command.word === word);
}


/***/ }),

/***/ 6455:
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
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9139);
/**
 * The only place on disk for files that a run must not leave behind: the registry login, secret files, metadata. It
 * lies in RUNNER_TEMP, and only this user can read it. The main step removes it at its end; if the main step was
 * killed, the post step does. This file imports only Node.js built-ins, because the post step loads it.
 */





const state = 'private-directory';
const ourName = /^evaluator-action-[0-9a-f-]{36}$/;
/** Creates the directory after saving its path for the post step. */
function createPrivateDirectory() {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(temporaryRoot(), `evaluator-action-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`);
    const { GITHUB_STATE } = process.env;
    if (GITHUB_STATE)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.appendFileSync)(GITHUB_STATE, `${state}=${path}\n`);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(path, { mode: 0o700 });
    }
    catch (cause) {
        throw unusable(cause);
    }
    return path;
}
/** Returns the error for a RUNNER_TEMP that is missing, full or not writable. */
function unusable(cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .ActionError */ .lZ(`The directory for temporary files, ${process.env.RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)()} (RUNNER_TEMP), cannot be used: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .sentence */ .em)((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(cause))} Create it, free space in it, or let this user write to it.`, { cause });
}
function removePrivateDirectory(path) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(path, { recursive: true, force: true, maxRetries: 3 });
}
/**
 * Returns the directory that the main step saved, if this action created it. Build output can forge a step's state, so
 * a path counts only if it has the expected name and lies directly in RUNNER_TEMP.
 */
function savedPrivateDirectory() {
    const path = process.env[`STATE_${state}`];
    return path !== undefined && ourName.test((0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(path)) && (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path) === temporaryRoot()
        ? path
        : undefined;
}
function temporaryRoot() {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(process.env.RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)());
    }
    catch (cause) {
        throw unusable(cause);
    }
}


/***/ }),

/***/ 4897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cancelling: () => (/* binding */ cancelling),
  reportError: () => (/* binding */ reportError),
  runAction: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: ./build/src/util/scope.js
var scope = __webpack_require__(2370);
// EXTERNAL MODULE: ./build/src/runtime/errors.js
var errors = __webpack_require__(9139);
// EXTERNAL MODULE: ./build/src/runtime/event.js
var runtime_event = __webpack_require__(9974);
// EXTERNAL MODULE: ./build/src/runtime/inputs.js
var inputs = __webpack_require__(2349);
// EXTERNAL MODULE: ./build/src/runtime/log.js
var log = __webpack_require__(772);
// EXTERNAL MODULE: ./build/src/runtime/reporter.js
var reporter = __webpack_require__(5621);
;// CONCATENATED MODULE: ./build/src/runtime/outputs.js

/** Sets the step's outputs through the runner's file, with a delimiter that no value can forge. */
function writeOutputs(outputs) {
    for (const [name, value] of Object.entries(outputs))
        reporter/* reporter */.Y.setOutput(name, value);
}

// EXTERNAL MODULE: ./build/src/runtime/private-directory.js
var private_directory = __webpack_require__(6455);
// EXTERNAL MODULE: ./build/src/runtime/run-log.js
var run_log = __webpack_require__(700);
// EXTERNAL MODULE: ./build/src/runtime/summary.js
var summary = __webpack_require__(730);
;// CONCATENATED MODULE: ./build/src/runtime/run-action.js









/** Signals that end a run early: two from the runner, and one from a terminal that is closed. */
const cancelling = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/**
 * Runs an action, writes its outputs and summary, and fails the step if necessary. Only this function catches errors. A
 * cancelled job (SIGINT, then SIGTERM) aborts the work. Temporary files are always removed.
 *
 * @param takeRequest reads the request; from GitHub's runner by default
 * @returns the error that failed the step, already reported; undefined if the run succeeded or only a gate failed
 */
async function runAction(action, takeRequest = takeRunnerRequest) {
    const privateDirectory = makePrivateDirectory();
    if (privateDirectory instanceof Error)
        return privateDirectory;
    const cancellation = new AbortController();
    const cancel = (signal) => cancellation.abort(new errors/* CancelledError */.cc(signal));
    for (const signal of cancelling)
        process.once(signal, cancel);
    const context = {
        signal: cancellation.signal,
        privateDirectory,
        runLog: new run_log/* RunLog */.s(),
    };
    let result = action.begin();
    const record = (part) => {
        result = { ...result, ...part };
    };
    try {
        const request = await takeRequest(action, context.signal);
        await (0,scope/* withScope */.v)(context.signal, ({ signal }) => action.run(request, { ...context, signal }, record));
        await finish(action, result, context);
        reportGate(action.failedGate?.(result));
        return undefined;
    }
    catch (error) {
        // Work that is cancelled may end with its own error, as timers do. The abort reason is what counts.
        const reason = context.signal.aborted ? context.signal.reason : error;
        await finish(action, result, context, reason);
        reportFailure(reason, context.runLog);
        return reason;
    }
    finally {
        (0,private_directory/* removePrivateDirectory */.th)(privateDirectory);
        for (const signal of cancelling)
            process.off(signal, cancel);
    }
}
/** Creates the private directory. If that fails, there is no summary and nothing to clean up. */
function makePrivateDirectory() {
    try {
        return (0,private_directory/* createPrivateDirectory */.nq)();
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.lZ))
            throw error;
        reportFailure(error, new run_log/* RunLog */.s());
        return error;
    }
}
/** Reads the event and the inputs from GitHub's runner. */
async function takeRunnerRequest({ fields, variables }) {
    return { event: (0,runtime_event/* readEvent */.j_)(), rawInputs: (0,inputs/* takeRawInputs */.Dt)(fields, variables) };
}
async function finish(action, result, context, error) {
    writeOutputs(action.outputs(result));
    await (0,summary/* appendSummary */.f)(action.summary(result, context.runLog, error).toString());
    // A cancelled job has only seconds left.
    if (context.signal.aborted)
        return;
    const note = await action.announce?.(result, context, error);
    if (note)
        await (0,summary/* appendSummary */.f)(note.toString());
}
function reportGate(reason) {
    if (reason === undefined)
        return;
    process.exitCode = 1;
    log/* error */.z3(reason, 'The gate did not pass');
}
/** Errors with a message for the user. Any other error is a bug. */
const ours = [errors/* ActionError */.lZ, errors/* CancelledError */.cc, errors/* CommandError */.Qd, errors/* HttpError */.j$, errors/* InputError */.dz];
/** A limit of the machine is not a bug in this action, wherever it appears. */
const remedies = {
    ENOSPC: 'The disk is full: free space on this machine.',
    EDQUOT: 'The disk quota is used up: free space on this machine.',
    EROFS: 'The file system is read-only: make the directory for temporary files (RUNNER_TEMP or TMPDIR) and the home directory writable.',
    EMFILE: 'Too many files are open: raise the limit (ulimit -n).',
    ENFILE: 'Too many files are open on the machine.',
};
function remedyOf(error) {
    return error instanceof Error && 'syscall' in error && 'code' in error
        ? remedies[String(error.code)]
        : undefined;
}
function reportFailure(error, runLog) {
    process.exitCode = 1;
    reportError(error, runLog);
}
/** Reports why something failed, as an annotation at the place in the repository to fix. */
function reportError(error, { done }) {
    const remedy = remedyOf(error);
    if (error instanceof Error && remedy === undefined && !ours.some((type) => error instanceof type)) {
        log/* info */.pq(`This is a bug in evaluator-action, please report it:\n${error.stack}`);
    }
    const state = done.length > 0 ? `\nDone already: ${done.join(' ')} Trying again is safe.` : '';
    const phase = (0,run_log/* phaseOf */.h)(error);
    const title = phase === undefined ? 'evaluator-action failed' : `${phase} failed`;
    if (error instanceof errors/* InputError */.dz)
        reportProblems(error, state, title);
    else {
        const message = (0,errors/* messageOf */.bD)(error) + (remedy ? `. ${remedy}` : '');
        log/* error */.z3(message + state, title, error instanceof errors/* FileError */.f6 ? error.place : undefined);
    }
}
/** Reports each problem once: at its line if it has one, and otherwise in the error of the step. */
function reportProblems(error, state, title) {
    const [first] = error.placed;
    const only = error.problems.length === 1 ? first : undefined;
    const shown = only ? [] : error.placed.slice(0, log/* MAX_ERRORS */.BU);
    for (const { text, place } of shown)
        log/* error */.z3(text, 'Input', place);
    log/* error */.z3(error.messageAfter(shown) + state, title, only?.place);
}


/***/ }),

/***/ 730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ writeSummaryTo),
/* harmony export */   f: () => (/* binding */ appendSummary)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3838);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9139);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(772);
/* harmony import */ var _shorten_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2471);






/** Maximum bytes of a summary. GitHub drops a step's whole summary if it is larger than 1 MiB. */
const MAX_BYTES = 512 * 1024;
/** Appends Markdown to the job summary, shortened if it is too long. Does nothing outside GitHub. */
async function appendSummary(markdown) {
    if (!process.env.GITHUB_STEP_SUMMARY)
        return;
    try {
        await _actions_core__WEBPACK_IMPORTED_MODULE_2__.summary.addRaw((0,_shorten_js__WEBPACK_IMPORTED_MODULE_5__/* .shorten */ .m)(markdown, MAX_BYTES), true).write();
    }
    catch (error) {
        _log_js__WEBPACK_IMPORTED_MODULE_4__/* .warning */ .$e(`The summary could not be written: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`, 'Summary');
    }
}
/** Writes the summary to a file, which is created anew. Used outside GitHub. */
function writeSummaryTo(file) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(file);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(path, '');
    }
    catch (cause) {
        const reason = (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(cause);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz([`summary "${file}": cannot be written; name another file (${reason})`]);
    }
    process.env.GITHUB_STEP_SUMMARY = path;
}


/***/ }),

/***/ 8586:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ askGit)
/* harmony export */ });
/* harmony import */ var _runtime_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6786);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(471);


/** Git changes nothing, and starts no program that the configuration of the repository names as its monitor. */
const SETTINGS = ['--no-optional-locks', '-c', 'core.fsmonitor=false'];
/** Asks Git about the repository in the current directory. Throws `CommandError` if Git is not installed. */
async function askGit(args, signal) {
    // Without translations, so that callers can recognize a message.
    const options = { timeout: 60_000, signal, env: { LC_ALL: 'C' } };
    const { exitCode, stdout, output } = await (0,_process_js__WEBPACK_IMPORTED_MODULE_1__/* .run */ .e)('git', [...SETTINGS, ...args], options);
    if (exitCode === 0)
        return { stdout };
    // Warnings may come first.
    const message = output.find((line) => /^(fatal|error): /.test(line)) ?? output.find((line) => line.trim() !== '');
    return { problem: (0,_runtime_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .sanitizeLine */ .g$)(message ?? `git ended with exit code ${exitCode}`) };
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
