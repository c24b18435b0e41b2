export const id = 2349;
export const ids = [2349];
export const modules = {

/***/ 738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ clip)
/* harmony export */ });
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5758);

/** Shortens a text to at most `max` code points, and ends it with an ellipsis if something was cut. */
function clip(text, max) {
    // Redact before shortening: nothing would mask the parts of a secret that was cut in two.
    const whole = (0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)(text);
    const points = Array.from(whole.slice(0, 2 * max + 2));
    return points.length <= max ? whole : `${points.slice(0, Math.max(0, max - 1)).join('')}…`;
}


/***/ }),

/***/ 3631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J$: () => (/* binding */ commandEnvironment),
/* harmony export */   Vd: () => (/* binding */ isProgram),
/* harmony export */   eq: () => (/* binding */ proxyVariables),
/* harmony export */   jY: () => (/* binding */ isOnPath),
/* harmony export */   qe: () => (/* binding */ httpTimeout)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/** The environment variables that the action reads and passes on. */


/** Variables that a command may need. None of them is an input, a credential or a command file of the runner. */
const PASSED_ON = [
    /^(PATH|HOME|USER|LOGNAME|SHELL|LANG|LANGUAGE|TZ|TERM|TMPDIR|PWD)$/,
    /^LC_\w+$/,
    // Match by name: a variable called DOCKER_PASSWORD is a credential.
    /^DOCKER_(HOST|CONTEXT|CONFIG|CERT_PATH|TLS|TLS_VERIFY|API_VERSION|DEFAULT_PLATFORM|BUILDKIT|CUSTOM_HEADERS)$/,
    /^BUILDX_(CONFIG|BUILDER|EXPERIMENTAL|GIT_(CHECK_DIRTY|INFO|LABELS)|METADATA_(PROVENANCE|WARNINGS)|NO_DEFAULT_(ATTESTATIONS|LOAD))$/,
    /^BUILDKIT_(HOST|PROGRESS|COLORS|NO_CLIENT_TOKEN|TTY_LOG_LINES|SYNTAX)$/,
    /^XDG_(RUNTIME_DIR|(CONFIG|CACHE|DATA|STATE)_HOME|(CONFIG|DATA)_DIRS)$/,
    /^(SSH_AUTH_SOCK|SSL_CERT_FILE|SSL_CERT_DIR|SOURCE_DATE_EPOCH|KUBECONFIG|RUNNER_TEMP)$/,
    /^(https?|no|all|ftp)_proxy$/i,
    // The runner uses this variable to find and end the processes that a killed step left running.
    /^RUNNER_TRACKING_ID$/,
];
/**
 * Git treats any directory with the files of a bare repository as one, and its configuration can name programs to run.
 * A checkout may contain such a directory, and buildx runs Git in the context. Git 2.38 and newer read this setting.
 */
const GIT = {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'safe.bareRepository',
    GIT_CONFIG_VALUE_0: 'explicit',
};
/**
 * Returns the variables of the job that commands get. This is an allow-list, because the job's environment holds
 * credentials.
 */
function commandEnvironment(changes = {}, passOn = []) {
    const allowed = [...PASSED_ON, ...passOn];
    const passed = Object.entries(process.env).filter(([name]) => allowed.some((pattern) => pattern.test(name)));
    return { ...Object.fromEntries(passed), ...GIT, ...changes };
}
/** Returns whether a command with this name can be run. */
function isOnPath(command) {
    const directories = (process.env.PATH ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter).filter((directory) => directory !== '');
    return directories.some((directory) => isProgram((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, command)));
}
/** Returns whether a file exists and is executable. */
function isProgram(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}
/** Default time limit in milliseconds for one attempt of a request. */
function httpTimeout() {
    return Number(process.env.EVALUATOR_ACTION_HTTP_TIMEOUT || 30) * 1000;
}
function proxyVariables() {
    return process.env;
}


/***/ }),

/***/ 8681:
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
/* harmony export */   rD: () => (/* binding */ wholeNumber),
/* harmony export */   yL: () => (/* binding */ oneOf),
/* harmony export */   zM: () => (/* binding */ boolean),
/* harmony export */   zO: () => (/* binding */ fraction)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8395);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9396);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8532);
/* harmony import */ var _util_http_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7583);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9139);
/* harmony import */ var _lists_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3075);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5758);
/**
 * Types of input values that several actions share. Each parses the text of an input, or says what to write instead.
 */





/** A field without its default. */
function typeOf(field) {
    return field instanceof zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .ZodMiniPrefault */ .ilq ? field.def.innerType : field;
}
/** The shape of an input's value. */
function shapeOf(field) {
    return zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .globalRegistry */ .fd.get(typeOf(field))?.shape ?? 'text';
}
/** A name or other text on one line. */
const line = zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .refine */ .YPB((text) => !/[\r\n\0]/.test(text), {
    error: 'has a line break; write it on one line',
    abort: true,
}));
/** A name that becomes a segment of an address. `.` and `..` would change the address. */
const name = line.check(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .refine */ .YPB((text) => !/^\.{1,2}$/.test(text), {
    error: 'cannot be a name; write another one',
}));
/** A boolean of YAML 1.2, as `docker/build-push-action` accepts it. */
const boolean = parsed((text) => {
    if (/^(true|True|TRUE)$/.test(text))
        return true;
    if (/^(false|False|FALSE)$/.test(text))
        return false;
    throw new Error('write true or false');
}).check(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .meta */ .mIj({ shape: 'boolean' }));
/** A decimal number. */
const number = parsed((text) => {
    if (/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) && Number.isFinite(Number(text)))
        return Number(text);
    throw new Error('is not a number; write it with a decimal point, like 0.75');
});
/** @param error says what to write instead */
function wholeNumber(least, most, error) {
    return parsed((text) => {
        const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
        if (value >= least && value <= most)
            return value;
        throw new Error(error);
    }).check(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .meta */ .mIj({ shape: 'number', least, most }));
}
/** A number from 0 to 1. */
const fraction = number.check(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .refine */ .YPB((value) => value >= 0 && value <= 1, {
    error: 'is not between 0 and 1; write 95 % as 0.95',
}));
/** One of a few words. */
function oneOf(...words) {
    return zod_mini__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(words, { error: `write ${words.slice(0, -1).join(', ')} or ${words.at(-1)}` });
}
/** A list with one item per line. With `comma`, commas also separate items. Quotes work as in CSV. */
function list(options = {}) {
    return parsed((text) => (0,_lists_js__WEBPACK_IMPORTED_MODULE_2__/* .parseList */ .E)(text, options)).check(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .meta */ .mIj({ shape: 'list' }));
}
/** A list of `KEY=VALUE` lines, as `[key, value]`. */
function pairs(form) {
    return parsed((text) => (0,_lists_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePairs */ .x)((0,_lists_js__WEBPACK_IMPORTED_MODULE_2__/* .parseList */ .E)(text, { exact: true }), form)).check(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .meta */ .mIj({ shape: 'pairs' }));
}
/** A token or password. */
const token = zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .refine */ .YPB((text) => !/^\s*(export\s+)?[A-Z][A-Z0-9]*_[A-Z0-9_]*=/.test(text), {
    error: 'begins with the name of a variable and "="; write the token alone',
    abort: true,
}), zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .refine */ .YPB((text) => text.length >= _secrets_js__WEBPACK_IMPORTED_MODULE_3__/* .MIN_SECRET_LENGTH */ .vb && !/\s/.test(text), {
    error: `is shorter than ${_secrets_js__WEBPACK_IMPORTED_MODULE_3__/* .MIN_SECRET_LENGTH */ .vb} characters or contains white space; write the whole token, and nothing else`,
}));
/** The address of a service: https, or http on this machine. */
const address = parsed((text) => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && (0,_util_http_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoopback */ .U9)(url.host));
    if (url && safe && !url.username && !url.password && !url.search && !url.hash)
        return url;
    throw new Error('write an https address, like https://api.example.com');
});
/** A value that a parser returns. The message of an error that the parser throws becomes the problem. */
function parsed(parse) {
    const transform = zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .transform */ .pdi((text, { issues }) => {
        try {
            return parse(text);
        }
        catch (error) {
            const message = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error);
            issues.push({ code: 'custom', message, input: text });
            return zod_mini__WEBPACK_IMPORTED_MODULE_6__/* .NEVER */ .tm;
        }
    });
    return zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), transform);
}


/***/ }),

/***/ 2349:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $f: () => (/* binding */ isSecret),
/* harmony export */   Dt: () => (/* binding */ takeRawInputs),
/* harmony export */   G0: () => (/* binding */ Inputs),
/* harmony export */   ac: () => (/* binding */ howToSet),
/* harmony export */   nt: () => (/* binding */ readVariable),
/* harmony export */   rJ: () => (/* binding */ secret)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3838);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8395);
/* harmony import */ var _clip_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(738);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9139);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8681);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5758);
/* harmony import */ var _untrusted_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6786);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8835);








const secretFields = new WeakSet();
/** Marks an input as secret: its value is masked in the log and never shown in a message. */
function secret(field) {
    secretFields.add(field);
    return field;
}
function isSecret(field) {
    return secretFields.has(field);
}
/** Reads the action's inputs, and removes them from the environment so that no child process inherits them. */
function takeRawInputs(fields, variables = {}) {
    const entries = Object.keys(fields).map((name) => {
        // Read both, so that neither stays in the environment.
        const [given, standIn] = [takeInput(name), takeVariable(variables[name])];
        return [name, given || standIn];
    });
    return Object.fromEntries(entries);
}
/**
 * The parsed inputs of the action. Problems are collected, not thrown: `refuse` throws them together with the problems
 * found by comparing inputs.
 */
class Inputs {
    values;
    #problems = [];
    #texts;
    /** Inputs whose values come from a file of the checkout. Such a file may not name every path that a workflow may. */
    checkedOut;
    /** @param variables the environment variables that replace empty inputs */
    constructor(fields, variables = {}, texts = takeRawInputs(fields, variables), checkedOut = new Set()) {
        this.#texts = texts;
        this.checkedOut = checkedOut;
        const entries = Object.entries(fields).map(([name, field]) => {
            const text = texts[name] ?? '';
            if (text !== '' && isSecret(field))
                maskInput(name, text, field);
            return { name, field, text };
        });
        this.values = Object.fromEntries(entries.map(({ name, field, text }) => [name, this.#parse(name, text, field)]));
    }
    /** Records a problem. `value` is shown; omit it for a secret. */
    problem(name, value, text) {
        const subject = value === undefined ? name : `${name} ${quote(value)}`;
        this.#problems.push({ name, value, text: `${subject}: ${text}` });
    }
    /** The problems recorded so far. */
    get problems() {
        return this.#problems;
    }
    /** Returns whether an input has a value, or had one that was refused. */
    isGiven(name) {
        const value = this.values[name];
        const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
        return !isEmpty || this.#problems.some((problem) => problem.name === name);
    }
    /** Records that an input is missing, unless it is given. */
    missing(name, text) {
        if (!this.isGiven(name))
            this.problem(name, undefined, text);
    }
    /** Returns the raw text of an input, even if it could not be parsed. */
    text(name) {
        return this.#texts[name] ?? '';
    }
    /**
     * Records what is wrong with the file or directory that an input names. Returns whether it can be used.
     * @param missing what to say if it does not exist, including what to do
     * @param confined whether it must stay in the workspace even if the step itself names it
     */
    checkPath(name, path, kind, missing = 'is not there', confined = false) {
        const problem = (0,_workspace_js__WEBPACK_IMPORTED_MODULE_6__/* .problemOfPath */ ._r)(path, kind, confined || this.checkedOut.has(name));
        if (problem !== undefined)
            this.problem(name, path, problem === 'missing' ? missing : problem);
        return problem === undefined;
    }
    /** Runs the function, and records a problem if it throws. `value` is shown; omit it for a secret. */
    attempt(name, work, value) {
        try {
            return work();
        }
        catch (error) {
            this.problem(name, value, (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error));
            return undefined;
        }
    }
    /** Throws `InputError` with every problem recorded so far. */
    refuse() {
        if (this.#problems.length > 0)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(this.#problems.map(({ text }) => text));
    }
    #parse(name, text, field) {
        const fallback = field instanceof zod_mini__WEBPACK_IMPORTED_MODULE_7__/* .ZodMiniPrefault */ .ilq ? field.parse(undefined) : undefined;
        // GitHub does not enforce `required`, and an input that is not set arrives as an empty string.
        if (text === '')
            return fallback;
        const result = field.safeParse(text);
        if (result.success)
            return result.data;
        for (const { message } of result.error.issues) {
            // The value of any item may be secret.
            const hidden = isSecret(field) || (0,_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .shapeOf */ .F5)(field) === 'pairs';
            const shown = hidden || message.includes(JSON.stringify(text)) ? undefined : text;
            this.problem(name, shown, message);
        }
        return fallback;
    }
}
/**
 * Returns where to put a secret, for a message.
 * @param what the secret in words, such as "the platform's API token"
 * @param variable the name of the secret in a workflow, and of the environment variable elsewhere
 */
function howToSet(input, what, variable) {
    return `in a workflow, store ${what} as the secret ${variable} of the repository (Settings, Secrets and variables, Actions), and write ${input}: \${{ secrets.${variable} }}; elsewhere, set the environment variable ${variable}`;
}
/** Returns the environment variable that an input names; undefined if it is not set. */
function readVariable(name) {
    return process.env[name] ?? taken.get(name);
}
/** Masks the value of a secret input in the log. */
function maskInput(name, text, field) {
    // A short secret that is refused is a problem already, and needs no warning.
    const accepted = text.length >= _secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .MIN_SECRET_LENGTH */ .vb || field.safeParse(text).success;
    if (accepted)
        (0,_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .maskSecret */ .$l)(text, undefined, `The input ${name}`);
    // The user pasted `KOLENA_TOKEN=…` instead of the token: the part after `=` is the secret.
    const [, assigned] = /^\s*(?:export\s+)?[A-Z][A-Z0-9_]*=["']?([^\s"']{8,})["']?\s*$/.exec(text) ?? [];
    if (assigned)
        (0,_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .maskSecret */ .$l)(assigned);
}
function takeInput(name) {
    const text = (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__.getInput)(name);
    delete process.env[`INPUT_${name.toUpperCase()}`];
    return text;
}
/** Variables that were removed from the environment. A build secret may still name one. */
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
/** Maximum characters of a value that are shown, and that are searched for credentials, which takes time. */
const SHOWN = 120;
const SEARCHED = 2000;
function quote(value) {
    const line = (0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_5__/* .sanitizeLine */ .g$)((0,_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutCredentials */ .ri)((0,_clip_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$)(value, SEARCHED)).replaceAll(/\r?\n/g, '⏎'));
    return `"${(0,_clip_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$)(line, SHOWN)}"`;
}


/***/ }),

/***/ 3075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseList),
/* harmony export */   x: () => (/* binding */ parsePairs)
/* harmony export */ });
/* harmony import */ var csv_parse_sync__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5175);

/**
 * Reads a list input like docker/build-push-action: one item per line. Items are trimmed, and blank items are dropped.
 * `#` does not start a comment. A field (at the start of a line or after a comma) may be quoted: it may then contain
 * commas and line breaks, and `""` means one quote. A quote that closes in the middle of a field is an ordinary
 * character, so JSON is kept as it is.
 *
 * @param options.comma also separates items at commas (tags, platforms); otherwise commas belong to the item
 * @param options.exact keeps white space within quotes at the ends of an item: a key file ends with a line break
 * @throws Error that names the line if a quote is not closed. It does not show the text, which may be secret.
 */
function parseList(text, options = {}) {
    return readRecords(text)
        .flatMap(({ fields, quoted }) => {
        const items = options.comma ? fields : [fields.join(',')];
        return options.exact && quoted ? items : items.map((item) => item.trim());
    })
        .filter((item) => item !== '');
}
/** The same options that docker/actions-toolkit uses to read lists for build-push-action. */
const dialect = {
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    // Line endings may vary within the text.
    record_delimiter: ['\r\n', '\n', '\r'],
    info: true,
    raw: true,
};
/**
 * Splits text into lines of fields. A quoted field may span several lines; `quoted` marks a line that is a single
 * quoted field.
 */
function readRecords(text) {
    // Without quotes, no parser is needed, and the first use of one takes milliseconds.
    if (!text.includes('"'))
        return text.split(/\r\n|\r|\n/).map((line) => ({ fields: line.split(','), quoted: false }));
    const lineAt = (bytes) => Buffer.from(text)
        .toString('utf8', 0, bytes)
        .split(/\r\n|\r|\n/).length;
    let bytes = 0;
    try {
        return (0,csv_parse_sync__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text, dialect).map(({ record, raw, info }) => {
            if (endsLate(record, raw))
                throw notClosed(lineAt(bytes));
            bytes = info.bytes;
            const [first = '', ...more] = record;
            const quoted = /^"(?!")|^"""/.test(raw) && (!first.startsWith('"') || raw.startsWith('"""'));
            return { fields: record, quoted: quoted && more.length === 0 };
        });
    }
    catch (error) {
        if (error instanceof csv_parse_sync__WEBPACK_IMPORTED_MODULE_0__/* .CsvError */ .J$ && error.code === 'CSV_QUOTE_NOT_CLOSED')
            throw notClosed(lineAt(Number(error.bytes)));
        throw error;
    }
}
/** Returns whether an unclosed quote was closed by a quote on another line, and so was read as text. */
function endsLate(fields, raw) {
    return fields.some((field) => /^"[\s\S]*[\r\n]/.test(field)) && !raw.includes('"""');
}
function notClosed(line) {
    return new Error(`the quote that opens on line ${line} is not closed: end the item with a quote; a quote inside a quoted item is written twice ("")`);
}
/**
 * Splits `KEY=VALUE` items at the first `=`. Keys are trimmed; values are kept exactly, even if they are empty.
 *
 * @param form the expected form of an item, for the message: `KEY=VALUE`, `id=value`, `name=path` …
 * @throws Error with the number of the item that has no `=` or no key. It does not show the item, which may be secret.
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

/***/ 772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ sectionName),
/* harmony export */   $e: () => (/* binding */ warning),
/* harmony export */   BU: () => (/* binding */ MAX_ERRORS),
/* harmony export */   Os: () => (/* binding */ group),
/* harmony export */   j9: () => (/* binding */ whileRunning),
/* harmony export */   lm: () => (/* binding */ notice),
/* harmony export */   pF: () => (/* binding */ MAX_NOTICES),
/* harmony export */   pq: () => (/* binding */ info),
/* harmony export */   qB: () => (/* binding */ progress),
/* harmony export */   wn: () => (/* binding */ Section),
/* harmony export */   z3: () => (/* binding */ error),
/* harmony export */   zN: () => (/* binding */ endPhase)
/* harmony export */ });
/* harmony import */ var node_async_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6698);
/* harmony import */ var _reporter_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5621);
/* harmony import */ var _untrusted_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6786);
/**
 * Prints all output of the action. Text passes through the sanitizer for untrusted text, so that no name,
 * message or build output can act as a workflow command. Only the functions here issue commands.
 */



/** GitHub shows ten errors per step. The tenth is reserved for the step's own error, which comes last. */
const MAX_ERRORS = 9;
/** Maximum lines that a section holds back, so that a long build does not fill the memory. */
const MAX_HELD_LINES = 5000;
/**
 * Collects what one piece of work prints while others run in parallel. The output is held back until the work has
 * ended, and then shown as one group, so that parallel output stays readable. Annotations carry the section's name; an
 * annotation that another section already made becomes an ordinary line.
 */
class Section {
    name;
    #held = [];
    constructor(name) {
        this.name = name;
    }
    /** Runs the work and holds back its output. */
    within(work) {
        return current.run(this, work);
    }
    hold(print) {
        this.#held.push(print);
        if (this.#held.length === MAX_HELD_LINES)
            this.show(`${this.name}: continues below`);
    }
    /** Shows the output that was held back, as a group if there is a title. */
    show(title) {
        const held = this.#held.splice(0);
        if (title !== undefined)
            _reporter_js__WEBPACK_IMPORTED_MODULE_1__/* .reporter */ .Y.startGroup((0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_2__/* .sanitizeLine */ .g$)(title));
        for (const print of held)
            print();
        if (title !== undefined)
            _reporter_js__WEBPACK_IMPORTED_MODULE_1__/* .reporter */ .Y.endGroup();
    }
}
const current = new node_async_hooks__WEBPACK_IMPORTED_MODULE_0__.AsyncLocalStorage();
/** Returns the name of the section that holds back what is printed now; undefined outside of sections. */
function sectionName() {
    return current.getStore()?.name;
}
const errors = { print: _reporter_js__WEBPACK_IMPORTED_MODULE_1__/* .reporter */ .Y.error, told: new Set(), most: MAX_ERRORS };
const warnings = { print: _reporter_js__WEBPACK_IMPORTED_MODULE_1__/* .reporter */ .Y.warning, told: new Set(), most: Number.POSITIVE_INFINITY };
/** Maximum notices of sections. GitHub shows ten per step, and this leaves room for others. */
const MAX_NOTICES = 5;
const notices = { print: _reporter_js__WEBPACK_IMPORTED_MODULE_1__/* .reporter */ .Y.notice, told: new Set(), most: MAX_NOTICES };
/** Prints text, line by line. */
function info(text) {
    const lines = (0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_2__/* .sanitizeLines */ .X$)(text);
    const section = current.getStore();
    for (const line of lines) {
        if (section)
            section.hold(() => _reporter_js__WEBPACK_IMPORTED_MODULE_1__/* .reporter */ .Y.info(line));
        else
            _reporter_js__WEBPACK_IMPORTED_MODULE_1__/* .reporter */ .Y.info(line);
    }
}
/** Shows text as an error annotation of the run. Does not fail the step; `runAction` does. */
function error(text, title, place) {
    annotate(errors, text, title, place);
}
/** Shows text as a warning annotation of the run. */
function warning(text, title, place) {
    annotate(warnings, text, title, place);
}
/** Shows text as a notice annotation of the run. */
function notice(text, title, place) {
    annotate(notices, text, title, place);
}
/**
 * Shows what the work prints as a collapsible group. Groups cannot be nested, so a section shows the title as a
 * heading.
 */
async function group(title, work) {
    if (current.getStore()) {
        info(`--- ${title}`);
        return await work();
    }
    _reporter_js__WEBPACK_IMPORTED_MODULE_1__/* .reporter */ .Y.startGroup((0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_2__/* .sanitizeLine */ .g$)(title));
    try {
        return await work();
    }
    finally {
        _reporter_js__WEBPACK_IMPORTED_MODULE_1__/* .reporter */ .Y.endGroup();
    }
}
const currentPhase = new node_async_hooks__WEBPACK_IMPORTED_MODULE_0__.AsyncLocalStorage();
/** Runs the work of a phase, which a terminal shows until it ends. */
async function whileRunning(name, work) {
    const section = sectionName();
    const shownName = (0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_2__/* .sanitizeLine */ .g$)(section === undefined ? name : `${section}: ${name}`);
    const phase = { name: shownName, describe: () => '' };
    const end = _reporter_js__WEBPACK_IMPORTED_MODULE_1__/* .reporter */ .Y.startPhase(phase);
    try {
        return await currentPhase.run(phase, work);
    }
    finally {
        end();
    }
}
/**
 * Describes how far the current phase is, for a terminal that shows it while the phase runs. It is not part of the log.
 *
 * @param describe returns untrusted text; called again for each frame, and never where no progress is shown
 */
function progress(describe) {
    const phase = currentPhase.getStore();
    if (phase)
        phase.describe = () => (0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_2__/* .sanitizeLine */ .g$)(describe());
}
/** Reports that a phase of the run has ended. */
function endPhase(name, milliseconds, failed) {
    const say = () => _reporter_js__WEBPACK_IMPORTED_MODULE_1__/* .reporter */ .Y.endPhase((0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_2__/* .sanitizeLine */ .g$)(name), milliseconds, failed);
    const section = current.getStore();
    if (section)
        section.hold(say);
    else
        say();
}
function annotate({ print, told, most }, text, title, place) {
    const message = (0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_2__/* .sanitizeLines */ .X$)(text).join('\n');
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
        title: (0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_2__/* .sanitizeLine */ .g$)(title),
        ...(place && { file: (0,_untrusted_text_js__WEBPACK_IMPORTED_MODULE_2__/* .sanitizeLine */ .g$)(place.file) }),
        ...(place?.line !== undefined && { startLine: place.line }),
    };
}


/***/ }),

/***/ 5621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ reportTo),
/* harmony export */   Y: () => (/* binding */ reporter)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3838);
/**
 * The destination of an action's reports: GitHub's runner, which handles workflow commands and masks secrets itself, or
 * a terminal, which does neither.
 */

let current = _actions_core__WEBPACK_IMPORTED_MODULE_0__;
/** Sends all further reports to another reporter. */
function reportTo(next) {
    current = next;
}
/** The current reporter. */
const reporter = {
    info: (message) => current.info(message),
    error: (message, properties) => current.error(message, properties),
    warning: (message, properties) => current.warning(message, properties),
    notice: (message, properties) => current.notice(message, properties),
    startGroup: (name) => current.startGroup(name),
    endGroup: () => current.endGroup(),
    setSecret: (secret) => current.setSecret(secret),
    setOutput: (name, value) => current.setOutput(name, value),
    startPhase: (phase) => current.startPhase?.(phase) ?? (() => { }),
    endPhase: (name, milliseconds, failed) => current.endPhase?.(name, milliseconds, failed),
};


/***/ }),

/***/ 6243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ inLines),
/* harmony export */   l: () => (/* binding */ base64Within)
/* harmony export */ });
/** The forms in which programs print the code of a secret. */
/**
 * Returns the base64 and base64url characters of a text that do not depend on what follows it, such as a line break,
 * nor on the `offset` bytes before it.
 */
function base64Within(text, offset) {
    const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(text)]);
    const start = Math.ceil((offset * 8) / 6);
    const end = Math.floor((bytes.length * 8) / 6);
    return ['base64', 'base64url'].map((encoding) => bytes.toString(encoding).slice(start, end));
}
/**
 * Maximum characters of a code that is divided into lines. Keys and tokens are shorter, and each line is one more form
 * to search for.
 */
const MAX_LENGTH = 16 * 1024;
/** Minimum characters of the last line. */
const MIN_LAST_LINE = 16;
/**
 * Returns the lines in which a program prints a long code: base64 has 76 characters in a line, openssl 64, and xxd 60.
 * The end of a text with several lines is left out, because the end of a key file is the same for all keys.
 */
function inLines(code, width, text) {
    if (code.length <= width || code.length > MAX_LENGTH)
        return [];
    const lines = code.match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
    const fewest = text.includes('\n') ? width : MIN_LAST_LINE;
    return lines.filter((line) => line.length >= fewest);
}


/***/ }),

/***/ 5758:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vb: () => (/* binding */ MIN_SECRET_LENGTH),
  Wr: () => (/* binding */ credentialsIn),
  Nz: () => (/* binding */ cutOutsideSecrets),
  $l: () => (/* binding */ maskSecret),
  dn: () => (/* binding */ maybeSecret),
  L4: () => (/* binding */ namesSecret),
  E$: () => (/* binding */ redact),
  eo: () => (/* binding */ secretForms),
  hY: () => (/* binding */ wholeSecrets),
  ri: () => (/* binding */ withoutCredentials)
});

// EXTERNAL MODULE: ./build/src/util/group-by.js
var group_by = __webpack_require__(7043);
// EXTERNAL MODULE: ./build/src/runtime/log.js
var log = __webpack_require__(772);
// EXTERNAL MODULE: ./build/src/runtime/reporter.js
var reporter = __webpack_require__(5621);
// EXTERNAL MODULE: ./build/src/runtime/secret-encodings.js
var secret_encodings = __webpack_require__(6243);
;// CONCATENATED MODULE: ./build/src/runtime/secret-lines.js
/**
 * Finds the lines of a secret that are secret by themselves. The other lines also occur in files that contain no
 * secret.
 */
/** The first and last line of a PEM block, and of SSH's own format. */
const FRAME = /^-{4,5} ?(BEGIN|END) ([A-Z0-9 ]+?) ?-{4,5}$/;
/** Blocks that are public. */
const PUBLIC = /^((TRUSTED |X509 |NEW )?CERTIFICATE( REQUEST)?|X509 CRL|(\w+ )?PUBLIC KEY( BLOCK)?|(DH|EC|DSA) PARAMETERS)$/;
/** Minimum bits of entropy of a secret line. Eight random letters have more, an ordinary word has less. */
const LITTLE_ENTROPY = 30;
const MAX_LINES = 1000;
/**
 * Returns the lines of a multi-line secret, without the frames of PEM blocks, the content of public blocks, lines with
 * little entropy, and lines of ordinary words.
 */
function secretLines(secret) {
    const all = secret.split(/\r?\n/).map((line) => line.trim());
    const lines = all.filter((line) => line !== '');
    // A file with one line usually ends with a line break, which is not a part of the secret.
    if (lines.length === 1)
        return lines;
    return privateLines(lines).filter(isSecretAlone).slice(0, MAX_LINES);
}
/** Returns whether a text contains only certificates, public keys and comments. */
function isPublic(secret) {
    const lines = secret.split(/\r?\n/).map((line) => line.trim());
    if (!lines.some((line) => FRAME.test(line)))
        return false;
    return !privateLines(lines).some((line) => !line.startsWith('#') && isSecretAlone(line));
}
function privateLines(lines) {
    let open = false;
    return lines.filter((line) => {
        const [, edge, kind = ''] = FRAME.exec(line) ?? [];
        if (edge === undefined)
            return !open;
        open = edge === 'BEGIN' && PUBLIC.test(kind);
        return false;
    });
}
/**
 * Returns whether a line differs from ordinary text: it has high entropy, and either no words or a run of mixed
 * characters.
 */
function isSecretAlone(line) {
    if (line.length < 8 || entropy(line) < LITTLE_ENTROPY)
        return false;
    if (!/[\s"']/.test(line))
        return true;
    return (line.match(/[A-Za-z0-9]{8,}/g) ?? []).some(isMixed);
}
function isMixed(run) {
    return [/[a-z]/, /[A-Z]/, /[0-9]/].filter((kind) => kind.test(run)).length >= 2;
}
/** Returns the Shannon entropy of the whole text, in bits. */
function entropy(text) {
    const counts = new Map();
    for (const character of text)
        counts.set(character, (counts.get(character) ?? 0) + 1);
    const length = [...counts.values()].reduce((sum, count) => sum + count, 0);
    return [...counts.values()].reduce((bits, count) => bits - count * Math.log2(count / length), 0);
}

// EXTERNAL MODULE: ./build/src/runtime/untrusted-text.js
var untrusted_text = __webpack_require__(6786);
;// CONCATENATED MODULE: ./build/src/runtime/secrets.js






/**
 * Minimum characters of a secret that is masked. Masking shorter values would hide ordinary words in the log, and an
 * image may contain them by chance. Tokens of platforms are much longer.
 */
const MIN_SECRET_LENGTH = 8;
/**
 * Asks the host to mask a secret in the log, in every form in which it may appear: as it is, each of its lines, in
 * base64 and base64url (alone, and after `user:` as in a registry login, also in lines), URL-encoded, in JSON, and
 * sanitized. A short secret is not masked; a warning says so.
 *
 * @param what names the secret in that warning
 */
function maskSecret(secret, user, what = 'A secret') {
    if (secret.length < MIN_SECRET_LENGTH)
        warnOfShort(secret, what);
    for (const form of secretForms(secret, user)) {
        if (!masked.has(form))
            reporter/* reporter */.Y.setSecret(form);
        masked.add(form);
        longest = Math.max(longest, form.length);
    }
    beginnings = undefined;
}
const secrets_short = new Set();
function warnOfShort(secret, what) {
    if (secret.trim() === '' || secrets_short.has(what))
        return;
    secrets_short.add(what);
    log/* warning */.$e(`${what} has fewer than ${MIN_SECRET_LENGTH} characters. It is not masked in the log and not searched for in the image, because ordinary words would be. If it is a secret, use a longer one; if not, it need not be passed as one.`, 'Short secret');
}
const masked = new Set();
/** Number of characters of the longest masked form. */
let longest = 0;
/** The masked forms by their first characters, longest first; undefined if they must be rebuilt. */
let beginnings;
/**
 * Returns the text without the secrets that are masked so far. Use it where the runner does not mask: outputs, a
 * terminal, and data sent to other services.
 */
function redact(text) {
    if (masked.size === 0)
        return text;
    // A regular expression with thousands of alternatives, one for each line of a key file, would need too much memory.
    beginnings ??= (0,group_by/* groupBy */.$)([...masked].sort((a, b) => b.length - a.length), (form) => form.slice(0, MIN_SECRET_LENGTH));
    let result = '';
    let shown = 0;
    for (let at = 0; at + MIN_SECRET_LENGTH <= text.length;) {
        const forms = beginnings.get(text.slice(at, at + MIN_SECRET_LENGTH));
        // Longer forms first, so that no part is left of a secret that contains another one.
        const form = forms?.find((one) => text.startsWith(one, at));
        if (form === undefined) {
            at++;
            continue;
        }
        result += `${text.slice(shown, at)}***`;
        at += form.length;
        shown = at;
    }
    return result + text.slice(shown);
}
/**
 * Returns where to cut a text, at `at` or before, so that the cut splits no masked secret: the halves would not be
 * masked. A secret that continues after the end of the text is not recognized.
 */
function cutOutsideSecrets(text, at) {
    let cut = at;
    for (let form = findAcross(text, cut); form; form = findAcross(text, cut))
        cut = form.start;
    if (cut > 0)
        return cut;
    // The text begins with a secret, so keep the whole secret.
    cut = at;
    for (let form = findAcross(text, cut); form; form = findAcross(text, cut))
        cut = form.end;
    return cut;
}
/** Finds a masked secret that begins before a place and ends after it. */
function findAcross(text, at) {
    for (const form of masked) {
        const from = Math.max(0, at - form.length + 1);
        const found = text.slice(from, at + form.length - 1).indexOf(form);
        if (found !== -1)
            return { start: from + found, end: from + found + form.length };
    }
    return undefined;
}
/** Keeps masked secrets whole where a long line is split, whatever their size. */
const wholeSecrets = { longest: () => longest, cut: cutOutsideSecrets };
/**
 * Returns the forms that `maskSecret` masks, none shorter than `MIN_SECRET_LENGTH`. For a multi-line secret, they include
 * each line that is secret by itself. Certificates and public keys have no forms.
 */
function secretForms(secret, user) {
    if (isPublic(secret))
        return [];
    const plain = [secret, ...secretLines(secret)].filter((text) => text.length >= MIN_SECRET_LENGTH);
    const pairs = user === undefined ? [] : [`${user}:${secret}`];
    const encoded = [...plain, ...pairs].flatMap((text) => {
        const bytes = Buffer.from(text);
        return [bytes.toString('base64'), bytes.toString('base64url'), bytes.toString('hex')];
    });
    const printed = [secret.trim(), ...pairs].flatMap((text) => [
        ...(0,secret_encodings/* base64Within */.l)(text, 0).flatMap((code) => [
            code,
            ...(0,secret_encodings/* inLines */.F)(code, 76, text),
            ...(0,secret_encodings/* inLines */.F)(code, 64, text),
        ]),
        ...(0,secret_encodings/* inLines */.F)(Buffer.from(text).toString('hex'), 60, text),
    ]);
    const written = plain.flatMap((text) => [
        encodeURIComponent(text),
        JSON.stringify(text).slice(1, -1),
        (0,untrusted_text/* sanitizeLine */.g$)(text),
    ]);
    return [...new Set([...plain, ...encoded, ...printed, ...written])].filter((form) => form.length >= MIN_SECRET_LENGTH);
}
const SECRET_NAME = /(^|_)(TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIALS?|APIKEY|(API|ACCESS|PRIVATE|SECRET)_?KEY)(_|$)/i;
/** Returns whether a variable or build argument with this name is meant to hold a secret. */
function namesSecret(name) {
    return SECRET_NAME.test(name);
}
/**
 * Matches `user:password@` in an address, even if the password contains a slash. In `docker-image://` addresses, a
 * digest follows the `@`.
 */
const USER_INFO = /^(?!docker-image:|oci-layout:|target:)([a-z][a-z\d+.-]*:\/\/)(?:([^/?#\s@]*)@|([^/\s:@]+:(?!\d+(?:\/|$))[^\s@]*)@)/i;
/** Matches `user:password@host:path`, which Git accepts for SSH. */
const SCP_LIKE = /^()([^\s/:@]+:[^\s/@]+)@(?=[\w.-]+:)/;
/**
 * Returns the credentials in an address: the password, or the user if there is no password; undefined if there are
 * none.
 */
function credentialsIn(address) {
    const [, scheme = '', user, late] = USER_INFO.exec(address) ?? SCP_LIKE.exec(address) ?? [];
    const [name, ...password] = (user ?? late ?? '').split(':');
    if (password.length > 0)
        return password.join(':') || undefined;
    // In an SSH address, a user without a password is a public account name.
    return /ssh/i.test(scheme) ? undefined : name || undefined;
}
/** Returns the text without the credentials in its addresses and in settings such as `secret_access_key=…`. */
function withoutCredentials(text) {
    const settings = /(?<![\w-])([\w-]*(?:token|secret|passw|key)[\w-]*)=[^,\s"]+/gi;
    return text.replaceAll(settings, '$1=***').replaceAll(/\S+/g, (word) => {
        const at = word.search(/[a-z][a-z\d+.-]*:\/\//i);
        const [before, address] = at === -1 ? ['', word] : [word.slice(0, at), word.slice(at)];
        const secret = credentialsIn(address);
        return secret === undefined ? word : before + address.replace(`${secret}@`, '***@');
    });
}
/** Names of settings that describe a secret, and of special tokens of a tokenizer. */
const DESCRIPTION = /_(FILE|PATH|DIR|DIRECTORY|COUNT|LENGTH|LEN|SIZE|LIMIT|MAX|MIN|TYPE|TTL|EXPIRY|SECONDS|NAME|ID|URL|ENDPOINT|ENABLED|REQUIRED|INDEX|POSITION|PREFIX|SUFFIX|HEADER|FORMAT|VERSION)$|(^|_)(PAD|EOS|BOS|MASK|UNK|SEP|CLS|STOP|START|END|SPECIAL|IMAGE|TEXT|NEXT)_TOKEN$/i;
const NUMBER = /^[-+]?\d{1,12}([._,:-]\d{1,6}){0,4} ?(ms|s|m|h|d|w|k|kb|mb|gb|ki|mi|gi|%)?$/i;
const SWITCH = /^(true|false|yes|no|on|off|none|null|auto|default|enabled|disabled)$/i;
const PATH = /^(~|\.{1,2}|[A-Za-z]:)?[\\/]/;
/** `[PAD]`, `<|endoftext|>`, `${NAME}`, `{{ name }}`. */
const PLACEHOLDER = /^(\[[^[\]]{1,24}\]|<[^<>]{1,24}>|\$\{?\w+\}?|\{\{?[^{}]{1,24}\}?\})$/;
/** A run of characters that is typical of generated tokens and keys. */
const RANDOM = /(?=[A-Za-z0-9+/=_-]*[0-9])(?=[A-Za-z0-9+/=_-]*[A-Za-z])[A-Za-z0-9+/=_-]{16,}|[0-9A-Fa-f]{24,}/;
/**
 * Returns whether a value may be a secret if its name says that it holds one. Values that clearly are not secrets are
 * excluded: an empty value, a number, a boolean, a path, a placeholder, and the value of a setting that describes a
 * secret.
 */
function maybeSecret(name, value) {
    const text = value.trim();
    if (text === '' || NUMBER.test(text) || SWITCH.test(text) || PLACEHOLDER.test(text))
        return false;
    if (credentialsIn(text) !== undefined)
        return true;
    const random = text.split(/[\\/]/).some((part) => RANDOM.test(part));
    if (PATH.test(text))
        return random && !/\.\w{1,10}$/.test(text);
    return random || !DESCRIPTION.test(name);
}


/***/ }),

/***/ 6786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X$: () => (/* binding */ sanitizeLines),
/* harmony export */   g$: () => (/* binding */ sanitizeLine),
/* harmony export */   uo: () => (/* binding */ LineReader)
/* harmony export */ });
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6193);
/**
 * The sanitizer for text that this action did not write: output of commands, messages of servers, names.
 *
 * The runner searches both streams for workflow commands in two formats: `::name::data` at the start of a line, and
 * `##[name]data` anywhere in a line. It ends lines at `\r` as well as at `\n`.
 */

// Matches CSI and OSC sequences, and then the remaining C0 and C1 controls except tab.
const ESCAPES = /\u001b\[[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|\u001b./g;
const CONTROLS = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029]/g;
const LINE_END = /\r\n|\n|\r/;
const LINE_ENDS_KEPT = /(\r\n|\n|\r)/;
/** Longer lines are split, so that a stream without line breaks cannot fill the memory. */
const MAX_LINE_LENGTH = 64 * 1024;
/** Makes one line of untrusted text safe for the log: readable, and never a workflow command. */
function sanitizeLine(line) {
    const visible = line.replace(ESCAPES, '').replace(CONTROLS, '');
    return visible.replaceAll('##[', '#\\#[').replace(/^(\s*)::/, '$1\\::');
}
/** Returns untrusted text as sanitized lines. */
function sanitizeLines(text) {
    return text.split(LINE_END).map(sanitizeLine);
}
/** Collects the chunks of one stream of a command and passes on each raw line as soon as it ends. */
class LineReader {
    #decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_0__.StringDecoder('utf8');
    #onLine;
    #whole;
    #rest = '';
    #begins = true;
    /** A final `\r` may be the first half of `\r\n`, so it waits for the next chunk. */
    #return = '';
    /**
     * @param onLine also gets whether the line begins after a line feed, and not after a `\r` or a split
     * @param whole the parts that a split of a long line keeps whole
     */
    constructor(onLine, whole) {
        this.#onLine = onLine;
        this.#whole = whole;
    }
    write(chunk) {
        const text = this.#return + this.#decoder.write(chunk);
        const complete = text.endsWith('\r') ? text.slice(0, -1) : text;
        this.#return = text.slice(complete.length);
        this.#take(complete);
        // A part that begins before a cut may continue after it, so wait for as many characters.
        this.#handOver(MAX_LINE_LENGTH + (this.#whole?.longest() ?? 0));
    }
    end() {
        this.#take(this.#return + this.#decoder.end());
        this.#return = '';
        this.#handOver(MAX_LINE_LENGTH);
        if (this.#rest !== '')
            this.#endLine('\n');
    }
    #take(text) {
        for (const [index, part] of text.split(LINE_ENDS_KEPT).entries()) {
            if (index % 2 === 1)
                this.#endLine(part);
            else
                this.#rest += part;
        }
    }
    #endLine(end) {
        this.#onLine(this.#rest, this.#begins);
        this.#rest = '';
        this.#begins = end !== '\r';
    }
    /** Passes on pieces of the line while it is longer than `most`. */
    #handOver(most) {
        while (this.#rest.length > most) {
            const at = this.#whole?.cut(this.#rest, MAX_LINE_LENGTH) ?? MAX_LINE_LENGTH;
            this.#onLine(this.#rest.slice(0, at), this.#begins);
            this.#rest = this.#rest.slice(at);
            this.#begins = false;
        }
    }
}


/***/ }),

/***/ 8835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P_: () => (/* binding */ isInWorkspace),
/* harmony export */   VT: () => (/* binding */ noSuchFile),
/* harmony export */   _r: () => (/* binding */ problemOfPath),
/* harmony export */   f: () => (/* binding */ problemOfDestination),
/* harmony export */   iZ: () => (/* binding */ relativePath)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/** What to write instead of a path that does not exist. */
const relativePath = 'write its path relative to the working directory (in a workflow, the root of the repository)';
/** What is wrong with a path that does not exist, and what to write instead. */
const noSuchFile = `there is no such file; ${relativePath}`;
/**
 * Returns what is wrong with a path that an input names, in words that follow its name; undefined if it can be used.
 * Returns `missing` if the path does not exist; the caller says what to do about it.
 *
 * The checkout may contain links. None of them may lead out of the workspace unnoticed.
 *
 * @param confined whether the path must stay in the workspace, because a file of the checkout names it or the code may
 *   be unreviewed
 */
function problemOfPath(path, kind, confined = false) {
    let stats;
    try {
        stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false });
    }
    catch (error) {
        const { code } = error;
        return code === 'ENOTDIR' ? 'missing' : `cannot be read (${code}); check its permissions and links`;
    }
    if (!stats)
        return confined && !isInside((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path)) ? outside : 'missing';
    if (kind === 'file' ? !stats.isFile() : !stats.isDirectory())
        return `is ${kindOf(stats)}; name a ${kind === 'file' ? 'regular file' : 'directory'}`;
    // Node.js, unlike `native`, takes `..` away with the name before it, even if that is a link. buildx does both.
    const real = node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(path);
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path)) || real !== node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path)))
        return ambiguous;
    if (isInside(real))
        return undefined;
    if (confined)
        return outside;
    if (isInside((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path)))
        return leadsOut;
    return /^\/(proc|sys|dev)\//.test(real) ? 'is a system file; name a regular file' : undefined;
}
/** Does the same for a path that is going to be written, and need not exist yet. */
function problemOfDestination(path, kind, confined = false) {
    const problem = problemOfPath(path, kind, confined);
    if (problem !== 'missing')
        return problem;
    if (isInWorkspace(path))
        return undefined;
    if (confined)
        return outside;
    return isInside((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path)) ? leadsOut : undefined;
}
/**
 * Returns whether a path, which need not exist yet, is in the workspace, however `..` after a link is read. A link to
 * nowhere may lead anywhere.
 */
function isInWorkspace(path) {
    return [path, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path)].every((one) => {
        let existing = one;
        while (!isThere(existing))
            existing = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(existing);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(existing) && isInside(node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(existing));
    });
}
function isThere(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path);
        return true;
    }
    catch {
        return false;
    }
}
const leadsOut = 'is a link that leads out of the working directory; name a path inside it';
const ambiguous = 'goes up with .. after a link, which programs read in different ways; write the path without ..';
const outside = 'is outside the working directory, where no file of the repository and no build of code that may be unreviewed may lead; name a path inside it';
function isInside(path) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)('.'), path);
    return !(way === '..' || way.startsWith('../') || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(way));
}
function kindOf(stats) {
    if (stats.isFile())
        return 'a file';
    if (stats.isDirectory())
        return 'a directory';
    if (stats.isFIFO())
        return 'a named pipe';
    if (stats.isSocket())
        return 'a socket';
    return 'a device';
}


/***/ }),

/***/ 7043:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ groupBy)
/* harmony export */ });
/** Groups the items by their key, in order. Replaces `Map.groupBy`, which Node 20 does not have. */
function groupBy(items, keyOf) {
    const groups = new Map();
    for (const item of items) {
        const key = keyOf(item);
        const group = groups.get(key);
        if (group)
            group.push(item);
        else
            groups.set(key, [item]);
    }
    return groups;
}


/***/ }),

/***/ 7583:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U9: () => (/* binding */ isLoopback),
  gq: () => (/* binding */ leadsToThisMachine),
  Vh: () => (/* binding */ readJson),
  P9: () => (/* binding */ retryAfter),
  tN: () => (/* binding */ send),
  au: () => (/* binding */ unexpectedAnswer)
});

// EXTERNAL MODULE: ./build/src/runtime/clip.js
var clip = __webpack_require__(738);
// EXTERNAL MODULE: ./build/src/runtime/environment.js
var environment = __webpack_require__(3631);
// EXTERNAL MODULE: ./build/src/runtime/errors.js
var errors = __webpack_require__(9139);
// EXTERNAL MODULE: ./build/src/runtime/untrusted-text.js
var untrusted_text = __webpack_require__(6786);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/src/util/read-all.js
var read_all = __webpack_require__(3150);
;// CONCATENATED MODULE: ./build/src/util/exchange.js




/**
 * Sends a request and reads its whole answer. Throws the error of Node, or the signal's reason if the signal ended the
 * request, or an error with the code ETIMEDOUT if no connection was made in time.
 */
async function exchange(request, signal) {
    const deadline = AbortSignal.timeout(request.timeout);
    const either = AbortSignal.any([signal, deadline]);
    try {
        const answer = await exchange_open(request, either);
        const headers = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
        const body = await readBody(answer, request.largestAnswer);
        // An answer that ends because its request was aborted may be incomplete.
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
    const { request, agent } = await clientFor(url);
    signal.throwIfAborted();
    return await new Promise((resolve, reject) => {
        const options = {
            agent,
            method,
            signal,
            until: signal,
            // Otherwise a connection that is being made would have the timeout of one that is kept.
            timeout,
            headers: { 'user-agent': 'evaluator-action', 'accept-encoding': 'gzip', ...headers },
        };
        let isConnected = false;
        const outgoing = request(url, options, (answer) => {
            // A server that refuses a body need not read it.
            answer.once('end', () => outgoing.writableFinished || outgoing.destroy());
            resolve(answer);
        });
        outgoing.once('socket', (socket) => {
            const connected = () => {
                isConnected = true;
            };
            if (socket.connecting)
                socket.once('connect', connected);
            else
                connected();
        });
        const fail = (error) => reject(signal.aborted && !isConnected
            ? new NoConnection(`no connection within ${timeout / 1000} s`, { cause: error })
            : error);
        outgoing.on('error', fail).once('close', () => reject(new Error('the connection was closed')));
        if (typeof body === 'function')
            (0,promises_.pipeline)(external_node_stream_.Readable.from(body()), outgoing).catch(fail);
        else
            outgoing.end(body);
    });
}
const clients = new Map();
/** Returns the client for the protocol, loaded with the first request. */
function clientFor({ protocol }) {
    const client = clients.get(protocol) ?? loadClient(protocol);
    clients.set(protocol, client);
    return client;
}
/**
 * Keeps connections open for the next request, slightly shorter than most servers do. TLS connections go through
 * HTTPS_PROXY unless NO_PROXY excludes the host. Plain http is only for this machine and never goes through a proxy.
 */
async function loadClient(protocol) {
    const options = { keepAlive: true, timeout: 4_000 };
    if (protocol === 'http:') {
        const { Agent, request } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7067, 19));
        return { request, agent: new Agent(options) };
    }
    const [{ request }, { TunnelAgent }] = await Promise.all([
        Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 19)),
        __webpack_require__.e(/* import() */ 6257).then(__webpack_require__.bind(__webpack_require__, 6257)),
    ]);
    return { request, agent: new TunnelAgent(options) };
}
async function readBody(answer, largest) {
    const tooLarge = () => new Error(`the answer is larger than ${largest} bytes`);
    const body = await (0,read_all/* readAll */.y)(answer, largest, tooLarge);
    if (answer.headers['content-encoding'] !== 'gzip' || body.length === 0)
        return body;
    const { gunzip } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 8522, 19));
    return await (0,external_node_util_.promisify)(gunzip)(body, { maxOutputLength: largest });
}

;// CONCATENATED MODULE: ./build/src/util/network-failure.js

/** Node.js error codes for failures before an answer, and what to do about each. */
const remedies = [
    [/^(ENOTFOUND|EAI_AGAIN)$/, 'Check the address, and that this machine can resolve it.'],
    [
        /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)$/,
        'Check the address, its port, and firewalls and proxies on the way.',
    ],
    [
        /SELF_SIGNED|UNABLE_TO_(VERIFY|GET)|^CERT_UNTRUSTED/,
        "Node.js does not trust the authority of its certificate: set the variable NODE_EXTRA_CA_CERTS to a file with that authority's certificate.",
    ],
    [
        /WRONG_VERSION_NUMBER|^EPROTO$/,
        'This port does not use https: write the port that does. Plain http is allowed only to this machine.',
    ],
    [
        /^(CERT_HAS_EXPIRED|ERR_TLS_CERT_ALTNAME_INVALID)$/,
        'Check the address; if it is right, renew the certificate.',
    ],
];
/**
 * Explains why a request got no answer, and what to do if that is known.
 * @param timeout the time limit of the request in milliseconds
 */
function explainNetwork(error, timeout) {
    if (!(error instanceof Error))
        return String(error);
    if (error.name === 'TimeoutError')
        return `no complete answer within ${timeout / 1000} s`;
    const code = 'code' in error ? String(error.code) : '';
    // If a name has several addresses and none answers, Node's error has only a code.
    const reason = error.message || code;
    const remedy = remedies.find(([pattern]) => pattern.test(code))?.[1];
    return remedy === undefined ? reason : `${(0,errors/* sentence */.em)(reason)} ${remedy}`;
}

// EXTERNAL MODULE: ./build/src/util/retry.js
var retry = __webpack_require__(9168);
;// CONCATENATED MODULE: ./build/src/util/http.js







/** Maximum bytes of an answer. Manifests and platform replies are a few kilobytes long. */
const LARGEST_ANSWER = 8 * 1024 * 1024;
/**
 * Sends a request and reads its whole answer. Retries transient failures.
 *
 * Does not follow redirects, so that a token never reaches a host that the user did not name. Refuses plain http except
 * to this machine. Throws `HttpError`, whose `status` is undefined if the outcome is unknown.
 */
async function send(request) {
    refusePlainHttp(request.url);
    const { signal, attempts = 4 } = request;
    return await (0,retry/* retry */.L)(() => attemptRequest(request), { what: nameOf(request), signal, attempts });
}
/**
 * Returns whether a host, with or without a port, is this machine. Plain http to this machine is safe, and Docker
 * engines use it.
 */
function isLoopback(host) {
    const octet = '(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])';
    return new RegExp(`^(?:localhost|\\[::1\\]|127(?:\\.${octet}){3})(?::[0-9]+)?$`).test(host);
}
/**
 * Returns whether an address from someone else leads to this machine, however it is written. Only a service of this
 * machine may send us such an address: local services often trust every caller.
 */
function leadsToThisMachine({ hostname }) {
    const name = hostname.toLowerCase().replace(/\.+$/, '');
    return /^(.+\.)?localhost$|^(127|0)(\.\d+){3}$|^\[::1?\]$|^\[::(ffff:)?(7f[0-9a-f]{2}|0):[0-9a-f]+\]$/.test(name);
}
/**
 * Parses and validates the JSON of an answer. Throws `HttpError` if it is something else: then the server is not the
 * expected one.
 * @param setting the input that the address comes from
 */
function readJson(schema, response, from, setting) {
    try {
        return schema.parse(JSON.parse(response.body.toString('utf8')));
    }
    catch (cause) {
        throw unexpectedAnswer(response, from, cause, setting);
    }
}
/** Returns the error for an answer whose content is not as expected. */
function unexpectedAnswer({ status, body }, from, cause, setting) {
    const message = `${from.origin}${from.pathname} answered ${status} with something unexpected: ${excerpt(body) || 'nothing'}`;
    return new errors/* HttpError */.j$(withSetting(message, setting), undefined, undefined, { cause });
}
async function attemptRequest(request) {
    const { method, url, headers = {}, body, signal, expect = [] } = request;
    const { timeout = (0,environment/* httpTimeout */.qe)(), largestAnswer = LARGEST_ANSWER } = request;
    const own = { method, url, headers, body, timeout, largestAnswer };
    const response = await exchange(own, signal).catch((cause) => {
        signal.throwIfAborted();
        if (cause instanceof errors/* ActionError */.lZ)
            throw cause;
        const message = `${nameOf(request)} got no answer: ${explainNetwork(cause, timeout)}`;
        throw new errors/* HttpError */.j$(withSetting(message, request.setting), undefined, undefined, { cause });
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
/** Adds the input that the address comes from. */
function withSetting(message, setting) {
    return setting === undefined ? message : `${(0,errors/* sentence */.em)(message)} The address comes from ${setting}.`;
}
function nameOf({ method, url }) {
    return `${method} ${url.origin}${url.pathname}`;
}
/** Returns how many milliseconds the `Retry-After` header asks to wait. */
function retryAfter(text) {
    if (text === undefined)
        return undefined;
    // Date.parse would read "1.5" as a day in January.
    const date = /^[A-Z][a-z]{2}, /.test(text) ? Date.parse(text) : Number.NaN;
    const wait = /^\d+$/.test(text) ? Number(text) * 1000 : date - Date.now();
    return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
/**
 * Returns the message of an error reply, short and on one line: FastAPI's `detail`, the registry's `errors`, GitHub's
 * `message`, or the text.
 */
function excerpt(body) {
    const text = body.toString('utf8');
    const line = (0,untrusted_text/* sanitizeLines */.X$)(messageIn(text)).join(' ').replaceAll(/\s+/g, ' ').trim();
    return (0,clip/* clip */.$)(line, 300);
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

/***/ 3150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ readAll)
/* harmony export */ });
/**
 * Reads a stream to its end.
 * @param tooLarge creates the error for a stream of more than `most` bytes
 */
async function readAll(stream, most = Number.POSITIVE_INFINITY, tooLarge = () => new Error(`the stream is longer than ${most} bytes`)) {
    const chunks = [];
    let size = 0;
    for await (const chunk of stream) {
        size += chunk.length;
        if (size > most)
            throw tooLarge();
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}


/***/ }),

/***/ 9168:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ retry)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9139);
/* harmony import */ var _runtime_log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(772);



/** Milliseconds before the second attempt. Each further pause is three times as long. */
const FIRST_PAUSE = 500;
/** Maximum milliseconds that a server may ask to wait (`Retry-After`). A longer pause ends the retries. */
const MAX_PAUSE = 10 * 60_000;
/**
 * Repeats the work until it succeeds, fails for good, or has been tried `attempts` times. The pauses grow and have a
 * random length (between half and all of it), so that many jobs do not retry at once. Throws the last error.
 */
async function retry(work, options) {
    const { what, signal, attempts = 4, transient = isTransient } = options;
    for (let attempt = 1;; attempt++) {
        try {
            return await work();
        }
        catch (error) {
            if (signal.aborted || attempt >= attempts || !transient(error))
                throw error;
            const asked = askedPause(error);
            const pause = asked ?? ownPause(attempt);
            if (pause > MAX_PAUSE) {
                _runtime_log_js__WEBPACK_IMPORTED_MODULE_2__/* .info */ .pq(`${describe(what, error)}; the server asks for a pause of ${seconds(pause)} s, and the limit is ${MAX_PAUSE / 1000} s: no further attempt`);
                throw error;
            }
            const reason = asked === undefined ? '' : `, as the server asks (the limit is ${MAX_PAUSE / 1000} s)`;
            _runtime_log_js__WEBPACK_IMPORTED_MODULE_2__/* .info */ .pq(`${describe(what, error)}; attempt ${attempt + 1} of ${attempts} in ${seconds(pause)} s${reason}`);
            // The timer's own error would be an AbortError, which hides why the run was ended.
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(pause, undefined, { signal }).catch(() => signal.throwIfAborted());
        }
    }
}
/** Describes a failed attempt. The message of a request may already begin with its name. */
function describe(what, error) {
    const message = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error).replace(/\.$/, '');
    return message.startsWith(what) ? message : `${what} failed (${message})`;
}
function isTransient(error) {
    return error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpError */ .j$ && error.transient;
}
/** Returns how many milliseconds the server asks to wait; undefined if it does not ask. */
function askedPause(error) {
    const wait = error instanceof Error && 'retryAfter' in error ? error.retryAfter : undefined;
    return typeof wait === 'number' ? wait : undefined;
}
function ownPause(attempt) {
    return FIRST_PAUSE * 3 ** (attempt - 1) * (0.5 + Math.random() / 2);
}
function seconds(milliseconds) {
    return (milliseconds / 1000).toFixed(1);
}


/***/ })

};
