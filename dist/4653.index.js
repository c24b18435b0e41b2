export const id = 4653;
export const ids = [4653];
export const modules = {

/***/ 1023:
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
/* harmony import */ var _runtime_log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(772);
/**
 * Gates compare a figure with a threshold. There are three verdicts, because a figure that is missing or has no
 * threshold has neither passed nor failed.
 */

const relations = {
    greater_than: { holds: (a, b) => a > b, words: 'more than' },
    greater_than_equal_to: { holds: (a, b) => a >= b, words: 'at least' },
    less_than: { holds: (a, b) => a < b, words: 'less than' },
    less_than_equal_to: { holds: (a, b) => a <= b, words: 'at most' },
};
/** Compares a figure with its threshold. The default comparison is "at least". */
function judge(measure) {
    const { observed, threshold, comparison = 'greater_than_equal_to' } = measure;
    const judged = observed !== undefined && threshold !== undefined && !Number.isNaN(observed);
    const passed = judged && relations[comparison].holds(observed, threshold);
    return { ...measure, comparison, verdict: judged ? (passed ? 'pass' : 'fail') : 'none' };
}
/** Returns the verdict of all gates: a failed gate decides, then a gate without a verdict. No gates have no verdict. */
function overallVerdict(gates) {
    const verdicts = gates.map(({ verdict }) => verdict);
    if (verdicts.includes('fail'))
        return 'fail';
    return verdicts.length === 0 || verdicts.includes('none') ? 'none' : 'pass';
}
/** Returns the output `passed`: `true`, `false`, or empty for no verdict. */
function passedOutput(gates) {
    return { pass: 'true', fail: 'false', none: '' }[overallVerdict(gates)];
}
/** Describes a gate: "Overall metric is 0.573, and has to be at least 0.6 (4 results)." */
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
/** Describes the threshold of a gate for a table, such as "at least 0.6". */
function describeThreshold({ threshold, comparison }) {
    return threshold === undefined ? 'none' : `${relations[comparison].words} ${threshold}`;
}
/** Formats a figure with six digits, or with as many as distinguish it from its threshold. */
function figure(value, threshold) {
    const short = Number(value.toPrecision(6));
    return String(short === threshold ? value : short);
}
/** Logs every verdict. With `warn`, a gate that does not pass causes a warning. */
function reportGates(gates, mode) {
    for (const gate of gates)
        _runtime_log_js__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(`Gate: ${describeGate(gate)} ${verdictWords[gate.verdict]}`);
    const unmet = unmetGates(gates);
    if (mode === 'warn' && unmet)
        _runtime_log_js__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e(unmet, 'The gate did not pass');
}
/** Returns the reason why the step fails, for `failedGate` of an action, or undefined. */
function failedGates(gates, mode) {
    return mode === 'fail' ? unmetGates(gates) : undefined;
}
/**
 * Reports the gates that are not met, including a threshold without a figure: a gate must not pass for lack of data.
 */
function unmetGates(gates) {
    const unmet = gates.filter(({ verdict, threshold }) => verdict === 'fail' || (verdict === 'none' && threshold !== undefined));
    return unmet.length > 0 ? unmet.map(describeGate).join('\n') : undefined;
}
const verdictWords = { pass: 'Passed.', fail: 'Failed.', none: 'No verdict.' };


/***/ }),

/***/ 755:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ commentFields)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8395);
/* harmony import */ var _runtime_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8681);
/* harmony import */ var _runtime_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2349);
/** The inputs about the comment on a pull request, which several actions share. */



const commentFields = {
    'github-token': (0,_runtime_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .secret */ .rJ)(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    comment: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .prefault */ .SdS((0,_runtime_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('auto', 'off'), 'auto'),
};


/***/ }),

/***/ 4284:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gy: () => (/* binding */ postComment),
/* harmony export */   sI: () => (/* binding */ loadComment),
/* harmony export */   we: () => (/* binding */ markerOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _report_comment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2081);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9139);
/* harmony import */ var _runtime_log_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(772);
/* harmony import */ var _runtime_shorten_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2471);
/* harmony import */ var _util_retry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9168);
/** The comment on a pull request that contains an action's report. Each run of the same job updates it. */






/** Maximum bytes of a comment. GitHub accepts 65,536 characters. */
const MAX_BYTES = 60_000;
/**
 * Returns where to comment; undefined if there is no pull request or the workflow disables comments.
 * @param action the action that reports
 * @param subject the values of inputs that identify what the action works on
 */
function loadComment({ 'github-token': token, comment }, event, action, subject) {
    const { eventName, repository, payload, apiUrl, runUrl } = event;
    const { pull_request: pull } = payload;
    const number = pull?.number;
    if (comment === 'off' || !token || number === undefined || !eventName.startsWith('pull_request'))
        return undefined;
    const [owner = '', repo = ''] = repository.split('/');
    return {
        pullRequest: { apiUrl: apiUrl || 'https://api.github.com', owner, repo, number, token },
        fork: pull?.head?.repo?.full_name !== pull?.base?.repo?.full_name,
        marker: markerOf(event, action, subject),
        sha: pull?.head?.sha ?? event.sha,
        runUrl,
    };
}
/** Returns a digest, because a name could end an HTML comment. Omits the ref, which differs between events. */
function markerOf({ workflowRef = '', job = '' }, action, subject) {
    const workflow = workflowRef.replace(/@refs\/.*$/, '');
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify([workflow, job, action, ...subject]));
    return `<!-- evaluator-action ${digest.digest('hex').slice(0, 32)} -->`;
}
/**
 * Creates or updates the comment. Returns a note for the summary if that was not possible, because a comment never
 * fails the step.
 */
async function postComment(comment, text, signal) {
    try {
        const write = await writerOf(comment, text.toString(), signal);
        await (0,_util_retry_js__WEBPACK_IMPORTED_MODULE_4__/* .retry */ .L)(write, { what: 'The comment on the pull request', signal });
        return undefined;
    }
    catch (error) {
        const message = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error);
        // Forks get a read-only token, and other workflows may choose one, so this is no reason for a warning.
        if (error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .HttpError */ .j$ && [401, 403, 404].includes(error.status ?? 0)) {
            _runtime_log_js__WEBPACK_IMPORTED_MODULE_3__/* .info */ .pq(`No comment on the pull request: ${message}`);
            return (0,_report_comment_js__WEBPACK_IMPORTED_MODULE_1__/* .missingComment */ .e)(`${comment.fork ? forkRemedy : permissionRemedy} (${message})`);
        }
        _runtime_log_js__WEBPACK_IMPORTED_MODULE_3__/* .warning */ .$e(`The pull request has no comment: ${message}`, 'Comment');
        return (0,_report_comment_js__WEBPACK_IMPORTED_MODULE_1__/* .missingComment */ .e)(message);
    }
}
/** Returns a function that sends the text. Loads GitHub's client only now, because few runs comment. */
async function writerOf({ pullRequest, marker, sha, section }, text, signal) {
    if (section) {
        const { placeSection } = await Promise.all(/* import() */[__webpack_require__.e(3028), __webpack_require__.e(9019)]).then(__webpack_require__.bind(__webpack_require__, 9019));
        const body = (0,_runtime_shorten_js__WEBPACK_IMPORTED_MODULE_5__/* .shorten */ .m)(text, Math.floor(MAX_BYTES / section.count));
        return () => placeSection(pullRequest, marker, section.title, { ...section, sha, body }, signal);
    }
    const { placeComment } = await Promise.all(/* import() */[__webpack_require__.e(3028), __webpack_require__.e(5732)]).then(__webpack_require__.bind(__webpack_require__, 5732));
    return () => placeComment(pullRequest, marker, `${marker}\n${(0,_runtime_shorten_js__WEBPACK_IMPORTED_MODULE_5__/* .shorten */ .m)(text, MAX_BYTES)}`, signal);
}
const forkRemedy = 'the token has no write access, as is usual for pull requests from forks';
const permissionRemedy = 'the token has no write access. Give the job permissions: pull-requests: write, or set comment: off';


/***/ }),

/***/ 2081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ commentText),
/* harmony export */   e: () => (/* binding */ missingComment)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9139);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1522);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75);



/**
 * Returns the text of a comment on a pull request: the verdict, the error, the action's own sections, and a link to the
 * whole report.
 */
function commentText(verdict, sections, source, runLog, error) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .join */ .fj)([
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__.md) `### ${verdict}`,
        ...(error === undefined ? [] : [(0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V)(error, runLog)]),
        ...sections,
        whereFrom(source),
    ]);
}
function whereFrom({ sha, runUrl }) {
    const where = [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__.md) `Commit ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(sha.slice(0, 7))}`];
    if (runUrl)
        where.push((0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .link */ .nf)('the whole report', runUrl));
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__.md) `<sub>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .join */ .fj)(where, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__.md) ` · `)}</sub>`;
}
/** Returns the note for the summary of a run that could not comment. */
function missingComment(reason) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .alert */ .xE)('NOTE', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__.md) `The pull request has no comment with this report: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .sentence */ .em)(reason)}`);
}


/***/ }),

/***/ 1522:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ failure)
/* harmony export */ });
/* harmony import */ var _runtime_clip_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(738);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9139);
/* harmony import */ var _runtime_run_log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(700);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75);




/** Returns an alert with the error, the phase that failed, and what was already done. */
function failure(error, runLog) {
    const message = (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error);
    const lines = (0,_runtime_clip_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$)(message, 4000)
        .split('\n')
        .map((line) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(line));
    const phase = (0,_runtime_run_log_js__WEBPACK_IMPORTED_MODULE_2__/* .phaseOf */ .h)(error);
    const step = phase === undefined ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `**${phase} failed.**`];
    const done = runLog.done.length > 0 ? [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `Done already: ${runLog.done.join(' ')} Trying again is safe.`] : [];
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .alert */ .xE)('CAUTION', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .join */ .fj)([...step, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .join */ .fj)(lines, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `<br>`), ...done], (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__.md) `\n\n`));
}


/***/ }),

/***/ 75:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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
/* harmony import */ var _runtime_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5758);

/**
 * A piece of GitHub Markdown that is safe to print. Only this file creates them, so other text cannot become Markdown
 * without being escaped: functions that take Markdown also take plain strings, and escape them.
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
// GitHub finds mentions, references and addresses in the rendered text, where escapes are gone. This breaks them up.
const zeroWidthSpace = '\u200b';
const linked = /@|#(?=\d|$)|gh-(?=\d|$)|:(?=\/\/)|www(?=\.)/gi;
/** Creates Markdown from a template. Literal parts stay unchanged, and interpolated plain values are escaped. */
function md(literals, ...values) {
    const pieces = literals.flatMap((literal, index) => {
        const value = values[index];
        return value === undefined ? [literal] : [literal, toMarkdown(value).toString()];
    });
    return new SafeMarkdown(pieces.reduce(append, ''));
}
/** Joins pieces with a separator, by default a paragraph break. */
function join(pieces, separator = md `\n\n`) {
    const sources = pieces.flatMap((piece, index) => (index === 0 ? [piece] : [separator, piece]));
    return new SafeMarkdown(sources.map((source) => toMarkdown(source).toString()).reduce(append, ''));
}
/** Appends text. Separates adjacent code spans, whose backticks would merge and release the text of both. */
function append(before, after) {
    return before.endsWith('`') && after.startsWith('`') ? before + zeroWidthSpace + after : before + after;
}
function toMarkdown(value) {
    return value instanceof SafeMarkdown ? value : escapeMarkdown(String(value));
}
/** Escapes text to one line in which nothing is active: no formatting, HTML, link, mention, table cell or list item. */
function escapeMarkdown(text) {
    const escaped = escapeHtml(text)
        .replace(/[\\`*_{}[\]()#!~$^]/g, '\\$&')
        .replaceAll('|', '&#124;')
        // These would begin a list, a heading's underline or a table's second row at the start of a line.
        .replace(/^( *)([-+=:])/, '$1\\$2')
        .replace(/^( *\d*)\./, '$1\\.')
        .replace(/^ +/, (spaces) => '&#32;'.repeat(spaces.length));
    return new SafeMarkdown(escaped);
}
/** Returns a code span with more backticks than the text has, or nothing for empty text: a span cannot be empty. */
function code(text) {
    const content = onOneLine(text);
    if (content === '')
        return new SafeMarkdown('');
    const fence = '`'.repeat(longestRun(content) + 1);
    const padding = /^[ `]|[ `]$/.test(content) ? ' ' : '';
    return new SafeMarkdown(fence + padding + content + padding + fence);
}
/** Returns a link to a web address. Percent-encodes characters that could end it or act in a table. */
function link(text, address) {
    const { href } = new URL(address);
    const target = href.replace(/[()<>|\\`"'*_[\]]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
    return new SafeMarkdown(`[${toMarkdown(text)}](${target})`);
}
/** Returns a fenced block that keeps its lines. The fence has more backticks than the text. */
function codeBlock(text, language = '') {
    const content = printable(text).replace(/\n+$/, '');
    const fence = '`'.repeat(Math.max(3, longestRun(content) + 1));
    return new SafeMarkdown(`${fence}${language.replace(/[^A-Za-z0-9+-]/g, '')}\n${content}\n${fence}`);
}
/** Returns a table. Fills short rows with empty cells. GitHub centers a header that is not `left`. */
function table(header, rows, align = 'none') {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const cell = (value) => toMarkdown(value).toString().replaceAll('\n', ' ').replaceAll('|', '\\|');
    const body = rows.map((row) => line(header.map((_, column) => cell(row[column] ?? ''))));
    return new SafeMarkdown([line(header.map(cell)), line(header.map(() => (align === 'left' ? ':--' : '---'))), ...body].join('\n'));
}
/** Returns a collapsible section. Its summary is plain text, because GitHub reads no Markdown there. */
function details(summary, body, open = false) {
    return new SafeMarkdown(`<details${open ? ' open' : ''}><summary>${escapeHtml(summary)}</summary>\n\n${toMarkdown(body)}\n\n</details>`);
}
function alert(kind, body) {
    const lines = toMarkdown(body).toString().split('\n');
    return new SafeMarkdown([`[!${kind}]`, ...lines].map((line) => `> ${line}`.trimEnd()).join('\n'));
}
/** Returns a Mermaid diagram. The code must be our own; other text must go through mermaidText. */
function mermaid(diagram) {
    return codeBlock(diagram, 'mermaid');
}
/** Returns text for a Mermaid label: all but letters, digits, spaces, `.` and `_` become Mermaid's character codes. */
function mermaidText(text) {
    return onOneLine(text).replace(/[^\p{L}\p{M}\p{N} ._]/gu, (character) => `#${character.codePointAt(0)};`);
}
function longestRun(text) {
    return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
/** Returns text on one line without tags, character references, and anything that GitHub would link. */
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
/**
 * Removes secrets, terminal escapes, control and direction-changing characters, and lone surrogates. Line ends become
 * `\n`.
 */
function printable(text) {
    const plain = text
        .toWellFormed()
        .replace(/\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b\n]*(?:\x07|\x1b\\)?/g, '')
        .replace(/\r\n|[\r\x85\u2028\u2029]/g, '\n')
        .replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f\p{Bidi_Control}]/gu, '');
    return (0,_runtime_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)(plain);
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



/** Returns an action's summary: the verdict, the error, the action's own sections, and the timeline. */
function report(verdict, sections, runLog, error) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .join */ .fj)([
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md) `## ${verdict}`,
        ...(error === undefined ? [] : [(0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V)(error, runLog)]),
        ...sections,
        ...(runLog.phases.length > 0 && !runLog.isChild ? [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .details */ .zH)('Timeline', (0,_timeline_js__WEBPACK_IMPORTED_MODULE_2__/* .timeline */ .I)(runLog.phases))] : []),
    ]);
}
/** Returns a table of the facts that have a value, one per row. The first one is the header that a table requires. */
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

/** Seconds between the ticks of the axis, so that their labels do not overlap. */
const TICKS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1200, 1800, 3600];
const MAX_TICKS = 8;
/** Maximum number of bars: Mermaid draws no diagram of more than 50,000 characters, and people read fewer. */
const MAX_BARS = 120;
/** Returns a Gantt chart of a run's phases, which shows what ran in parallel and what took long. */
function timeline(phases) {
    return gantt(phases, phases.map(bar));
}
/** Returns a chart of the phases of several runs, or of one bar per run if there are too many phases. */
function timelines(runs) {
    const begun = runs.filter(({ phases }) => phases.length > 0);
    const count = begun.reduce((sum, { phases }) => sum + phases.length, 0);
    const all = begun.map(({ name, phases }) => wholeOf(name, phases));
    if (count > MAX_BARS)
        return gantt(all, all.map(bar));
    return gantt(all, begun.flatMap(({ name, phases }) => [`  section ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .mermaidText */ .Hg)(name)}`, ...phases.map(bar)]));
}
function wholeOf(name, phases) {
    const start = Math.min(...phases.map((phase) => phase.start));
    const end = Math.max(...phases.map((phase) => phase.end));
    return { name, start, end, failed: phases.some(({ failed }) => failed) };
}
function bar({ name, start, end, failed }) {
    // Mermaid does not draw a bar without length.
    const until = Math.max(end, start + 1);
    return `  ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .mermaidText */ .Hg)(name)} ${((end - start) / 1000).toFixed(1)} s :${failed ? 'crit, ' : ''}${start}, ${until}`;
}
function gantt(phases, lines) {
    const head = ['gantt', '  dateFormat x', '  axisFormat %M:%S', `  tickInterval ${tickOf(phases)}second`];
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .mermaid */ .a4)([...head, ...lines].join('\n'));
}
function tickOf(phases) {
    const seconds = Math.max(...phases.map(({ end }) => end)) / 1000;
    return TICKS.find((tick) => seconds / tick <= MAX_TICKS) ?? 3600;
}


/***/ }),

/***/ 1615:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L8: () => (/* binding */ classify),
/* harmony export */   ap: () => (/* binding */ decideMode)
/* harmony export */ });
/* unused harmony exports rules, describeRule */
/* harmony import */ var _event_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9974);

const DEPENDABOT = 'dependabot[bot]';
const DELETED = 'a fork that was deleted';
const PUBLISHING = ['push', 'release', 'schedule', 'workflow_dispatch'];
/** The first matching rule applies. The table in docs/pull-requests.md is generated from these rules. */
const rules = [
    {
        events: '`push` by Dependabot',
        class: 'dry-run',
        // Other runs get the same secrets from GitHub, whoever started them.
        applies: ({ eventName, actor }) => eventName === 'push' && actor === DEPENDABOT,
        reason: () => 'started by Dependabot, whose runs get no secrets',
    },
    {
        events: `${PUBLISHING.map((name) => `\`${name}\``).join(', ')}; a called workflow has the event of its caller`,
        class: 'publish',
        applies: ({ eventName }) => PUBLISHING.includes(eventName) || eventName === '',
        reason: publishingReason,
    },
    {
        events: '`repository_dispatch` whose `client_payload` names no pull request',
        class: 'publish',
        applies: ({ eventName, payload }) => eventName === 'repository_dispatch' && !namesPullRequest(payload.client_payload),
        reason: publishingReason,
    },
    {
        events: `\`workflow_run\` after one of ${PUBLISHING.map((name) => `\`${name}\``).join(', ')} in this repository, but not after a push by Dependabot`,
        class: 'publish',
        applies: (event) => event.eventName === 'workflow_run' &&
            originOf(event) === 'own' &&
            PUBLISHING.includes(event.payload.workflow_run?.event ?? '') &&
            !isPushByDependabot(event),
        reason: publishingReason,
    },
    {
        events: '`pull_request` from this repository',
        class: 'dry-run',
        applies: (event) => event.eventName === 'pull_request' && originOf(event) === 'own',
        reason: pullRequestReason,
    },
    {
        events: '`merge_group`',
        class: 'dry-run',
        applies: ({ eventName }) => eventName === 'merge_group',
        reason: () => 'merge queue: the commit is not merged yet',
    },
    {
        events: '`pull_request_target` and `workflow_run` of a fork, or without a payload that says whose code it is',
        class: 'untrusted',
        applies: (event) => ['pull_request_target', 'workflow_run'].includes(event.eventName) && originOf(event) !== 'own',
        reason: (event) => (event.eventName === 'workflow_run' ? runReason(event) : pullRequestReason(event)),
        refusal: (event) => {
            const { eventName, repository } = event;
            const from = originOf(event) === 'unknown' ? undefined : (headOf(event)?.full_name ?? DELETED);
            return from === undefined
                ? `the payload of this ${eventName} event does not say whose code it brings, and the event can see the secrets of ${repository}. Check the file that GITHUB_EVENT_PATH names`
                : `this ${eventName} event comes from ${from} and can see the secrets of ${repository}; building a fork's code here could give them away. Use the pull_request event, whose dry run needs no secret`;
        },
    },
    {
        events: '`workflow_run` after any other event',
        class: 'untrusted',
        applies: ({ eventName }) => eventName === 'workflow_run',
        reason: runReason,
    },
    {
        events: '`pull_request` from a fork, `pull_request_target`, `pull_request_review` and the like',
        class: 'untrusted',
        applies: ({ eventName }) => eventName.startsWith('pull_request'),
        reason: pullRequestReason,
    },
    {
        events: 'every other event, such as `issue_comment`, `deployment_status` or `repository_dispatch` for a pull request',
        class: 'untrusted',
        applies: () => true,
        reason: ({ eventName }) => `${eventName} event: it is unknown whose code is checked out`,
    },
];
/** Describes a rule for the documentation. */
function describeRule({ class: kind, refusal }) {
    if (refusal)
        return 'refused';
    return {
        publish: 'publishes',
        'dry-run': 'dry run, with the secrets that the run has',
        untrusted: 'dry run, and nothing secret reaches the build',
    }[kind];
}
/** Returns what the event allows, why, and why its code is not built; the last is undefined if it is built. */
function classify(event) {
    const rule = rules.find(({ applies }) => applies(event));
    if (!rule)
        throw new Error('the last rule applies to every event');
    return { class: rule.class, reason: rule.reason(event), refusal: rule.refusal?.(event) };
}
/**
 * Decides by the `dry-run` input, and for `auto` by the event.
 * @param allowForkCode whether the user guarantees that the workflow checks out no unreviewed code
 */
function decideMode(dryRun, event, allowForkCode = false) {
    const { class: kind, reason } = classify(event);
    const mode = dryRun === 'auto'
        ? { dryRun: kind !== 'publish', reason }
        : { dryRun: dryRun === 'true', reason: `set by dry-run: ${dryRun}` };
    return kind === 'untrusted' && !allowForkCode ? { ...mode, untrusted: true } : mode;
}
/**
 * Returns the repository that the event's code comes from: null if the fork was deleted, undefined if it is unknown.
 */
function headOf({ eventName, payload: { pull_request: pull, workflow_run: run } }) {
    return eventName === 'workflow_run' ? run?.head_repository : pull?.head?.repo;
}
function originOf(event) {
    const { eventName, repository, payload } = event;
    const head = headOf(event);
    if (head === undefined || (eventName === 'workflow_run' && !payload.workflow_run?.event))
        return 'unknown';
    const own = payload.pull_request?.base?.repo?.full_name ?? repository;
    if (!own)
        return 'unknown';
    return head?.full_name === own ? 'own' : 'fork';
}
/** Returns whether a workflow_run follows a push by Dependabot. It has secrets, whoever started the run before it. */
function isPushByDependabot({ payload: { workflow_run: run } }) {
    return (run?.event === 'push' &&
        (run.actor?.login === DEPENDABOT || run.head_branch?.startsWith('dependabot/') === true));
}
/** Matches keys such as `pull_request`, `prNumber` and `issue`, and texts such as `refs/pull/7/merge`, at any depth. */
function namesPullRequest(value) {
    if (typeof value === 'string')
        return /(^|\/)pulls?\/\d/.test(value);
    if (typeof value !== 'object' || value === null)
        return false;
    return Object.entries(value).some(([key, item]) => {
        const words = key
            .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
            .toLowerCase()
            .split(/[^a-z]+/);
        const named = words.some((word) => ['pr', 'prs', 'pull', 'pulls', 'pullrequest', 'issue', 'fork'].includes(word));
        return (named && Boolean(item)) || namesPullRequest(item);
    });
}
function pullRequestReason(event) {
    const { eventName, payload } = event;
    const { pull_request: pull } = payload;
    if (!pull || originOf(event) === 'unknown')
        return `${eventName} event`;
    const number = pull.number === undefined ? '' : ` #${pull.number}`;
    return `pull request${number} ${whose(event)} (${eventName})`;
}
function runReason(event) {
    const { workflow_run: run } = event.payload;
    if (originOf(event) === 'unknown')
        return 'workflow_run event';
    return `workflow_run after a ${run?.event} ${whose(event)}`;
}
function whose(event) {
    return originOf(event) === 'own'
        ? 'of this repository'
        : `from the fork ${headOf(event)?.full_name ?? '(deleted)'}`;
}
function publishingReason(event) {
    const { eventName } = event;
    const { ref } = (0,_event_js__WEBPACK_IMPORTED_MODULE_0__/* .sourceOf */ .vz)(event);
    const name = ref.replace(/^refs\/(heads|tags)\//, '');
    const how = eventName === '' ? 'from this machine' : eventName;
    if (ref.startsWith('refs/tags/'))
        return `tag ${name} (${how})`;
    if (ref.startsWith('refs/heads/'))
        return `branch ${name} (${how})`;
    return eventName === '' ? how : `${eventName} event`;
}


/***/ })

};
