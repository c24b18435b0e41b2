export const id = 3526;
export const ids = [3526];
export const modules = {

/***/ 3526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  recordFixture: () => (/* binding */ recordFixture)
});

// EXTERNAL MODULE: ./build/src/platforms/kolena/contract/recording.js
var contract_recording = __webpack_require__(373);
// EXTERNAL MODULE: ./build/src/report/markdown.js
var markdown = __webpack_require__(75);
// EXTERNAL MODULE: ./build/src/report/report.js
var report = __webpack_require__(8456);
// EXTERNAL MODULE: ./build/src/runtime/log.js
var log = __webpack_require__(772);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./build/src/platforms/kolena/contract/fixture.js + 1 modules
var fixture = __webpack_require__(392);
// EXTERNAL MODULE: ./build/src/platforms/kolena/fields.js
var fields = __webpack_require__(3438);
// EXTERNAL MODULE: ./build/src/runtime/fields.js
var runtime_fields = __webpack_require__(8681);
// EXTERNAL MODULE: ./build/src/runtime/inputs.js
var runtime_inputs = __webpack_require__(2349);
;// CONCATENATED MODULE: ./build/src/actions/record-fixture/inputs.js







/** The inputs of the command: names, types and rules. `description.ts` has descriptions and defaults. */
const inputs_fields = {
    workflow: runtime_fields/* name */.UU,
    model: runtime_fields/* name */.UU,
    'test-suite': fields/* testSuite */.$8,
    output: runtime_fields/* line */.n8,
    samples: schemas/* prefault */.SdS(fields/* sampleLimit */.Gb, '10000'),
    'omit-metadata': schemas/* prefault */.SdS(runtime_fields/* boolean */.zM, 'false'),
    ...fields/* platformFields */.vC,
};
const variables = fields/* platformVariables */.d3;
/** Reads all inputs. Throws one `InputError` with every problem before anything is sent. */
function loadInputs({ rawInputs }) {
    const inputs = new runtime_inputs/* Inputs */.G0(inputs_fields, variables, rawInputs);
    const { values } = inputs;
    const { output = '', 'test-suite': suite } = values;
    const required = {
        workflow: "write the name of the platform's workflow",
        model: 'write the name of the model',
        'test-suite': 'write name or name@version',
        output: 'write the path of the fixture, such as contract-fixture.json',
    };
    for (const name of Object.keys(required))
        inputs.missing(name, `is required; ${required[name]}`);
    if (!(0,external_node_fs_.existsSync)((0,external_node_path_.dirname)(output)))
        inputs.problem('output', output, 'its directory does not exist; create it, or write another path');
    const loaded = {
        platform: (0,fields/* loadPlatform */.Gp)(inputs, 'to read samples and inferences'),
        recording: {
            workflow: values.workflow ?? '',
            model: values.model ?? '',
            suite: suite ?? { name: '', version: null },
            limit: values.samples,
            metadata: !values['omit-metadata'],
            inputs: { model: 'model', suite: 'test-suite' },
        },
        output,
        existing: (0,external_node_fs_.existsSync)(output) ? inputs.attempt('output', () => readExisting(output)) : undefined,
    };
    inputs.refuse();
    return loaded;
}
/** Another file is not replaced. */
function readExisting(path) {
    try {
        return (0,fixture/* readFixture */.Y_)(path);
    }
    catch (cause) {
        throw new Error('exists and is not a fixture; remove it, or write another path', { cause });
    }
}

;// CONCATENATED MODULE: ./build/src/actions/record-fixture/action.js





/** Records a fixture for the contract check from the platform, for a repository to commit. */
const recordFixture = {
    fields: inputs_fields,
    variables: variables,
    begin: () => ({}),
    run: async (request, { runLog, signal, privateDirectory }, record) => {
        const { platform, recording: wanted, output, existing } = loadInputs(request);
        // The code that does the work is loaded here, so that invalid inputs are reported sooner.
        const [{ logIn }, { recordFixture }, { writeFixture }] = await Promise.all([
            __webpack_require__.e(/* import() */ 3867).then(__webpack_require__.bind(__webpack_require__, 3867)),
            __webpack_require__.e(/* import() */ 9921).then(__webpack_require__.bind(__webpack_require__, 9921)),
            __webpack_require__.e(/* import() */ 7876).then(__webpack_require__.bind(__webpack_require__, 7876)),
        ]);
        const session = await runLog.phase('Log in at the platform', () => logIn(platform.apiUrl, platform.apiToken ?? '', signal));
        const recording = await runLog.phase('Record the samples', () => recordFixture(session, wanted, privateDirectory));
        const replaced = await runLog.phase('Write the fixture', () => writeFixture(output, recording, existing));
        record({ fixture: output, recording });
        log/* info */.pq(`${output}: ${(0,contract_recording/* describeCount */.v)(recording)}, from ${recording.source}`);
        if (replaced > 0)
            log/* warning */.$e(`JSON has no NaN and no infinities: they became null in ${replaced} objects of samples.`, output);
    },
    outputs: ({ fixture, recording }) => ({
        fixture: fixture ?? '',
        samples: recording ? String(recording.count) : '',
        available: recording ? String(recording.available) : '',
    }),
    summary: ({ fixture, recording }, runLog, error) => (0,report/* report */.z)(recording ? (0,markdown.md) `✅ ${fixture ?? ''} was recorded` : (0,markdown.md) `❌ No fixture was recorded`, recording
        ? [
            (0,report/* factTable */.B)([
                ['Source', recording.source],
                ['Samples', (0,contract_recording/* describeCount */.v)(recording)],
            ]),
        ]
        : [], runLog, error),
};


/***/ }),

/***/ 373:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ describeCount)
/* harmony export */ });
/** Describes the number of samples: `120 samples`, or `100 of about 2,100 samples`. */
function describeCount({ count, available, approximate, }) {
    const number = (value) => value.toLocaleString('en');
    if (count === available)
        return `${number(count)} sample${count === 1 ? '' : 's'}`;
    return `${number(count)} of ${approximate ? 'about ' : ''}${number(available)} samples`;
}


/***/ }),

/***/ 3438:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $8: () => (/* binding */ testSuite),
/* harmony export */   Gb: () => (/* binding */ sampleLimit),
/* harmony export */   Gp: () => (/* binding */ loadPlatform),
/* harmony export */   d3: () => (/* binding */ platformVariables),
/* harmony export */   kh: () => (/* binding */ missingToken),
/* harmony export */   vC: () => (/* binding */ platformFields)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8395);
/* harmony import */ var _runtime_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8681);
/* harmony import */ var _runtime_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2349);
/* harmony import */ var _suite_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(647);
/** The inputs about the platform that several actions share. */




const platformFields = {
    'api-token': (0,_runtime_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .secret */ .rJ)(_runtime_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .token */ .Sh),
    'api-url': zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .prefault */ .SdS(_runtime_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .address */ .hl, 'https://api.kolena.io'),
};
/** A test suite, as `name` or `name@version`. */
const testSuite = (0,_runtime_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .parsed */ .Yz)(_suite_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .parseSuiteReference */ .F);
/** The maximum number of samples of a fixture. */
const sampleLimit = (0,_runtime_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeNumber */ .rD)(1, 10_000_000, 'write a number of samples, such as 10000');
/** Environment variables that replace inputs: those of the platform's own client. */
const platformVariables = { 'api-token': 'KOLENA_TOKEN', 'api-url': 'KOLENA_API_URL' };
/** @param purpose why a token is required, such as "to create the model" */
function missingToken(purpose) {
    return `is required ${purpose}, and is empty; ${(0,_runtime_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .howToSet */ .ac)('api-token', "the platform's API token", 'KOLENA_TOKEN')}`;
}
/** @param purpose why a token is required, such as "to create the model"; undefined when none is */
function loadPlatform(inputs, purpose) {
    const { 'api-token': apiToken, 'api-url': apiUrl } = inputs.values;
    if (purpose !== undefined)
        inputs.missing('api-token', missingToken(purpose));
    return { apiUrl, apiToken };
}


/***/ }),

/***/ 647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ parseSuiteReference),
/* harmony export */   N: () => (/* binding */ formatSuiteReference)
/* harmony export */ });
/** Reads `name` or `name@version`. A name may contain an `@`: only digits after the last one are a version. */
function parseSuiteReference(text) {
    const [, name, digits] = /^(.+)@(\d+)$/.exec(text) ?? [];
    if (name === undefined)
        return { name: text, version: null };
    const version = Number(digits);
    if (Number.isSafeInteger(version))
        return { name: name.trim(), version };
    throw new Error(`"${text}" has an invalid version; write it like ${name}@3`);
}
/** Formats a reference as it is written in an input. */
function formatSuiteReference({ name, version }) {
    return version === null ? name : `${name}@${version}`;
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


/***/ })

};
