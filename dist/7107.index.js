export const id = 7107;
export const ids = [7107];
export const modules = {

/***/ 7107:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  init: () => (/* binding */ init)
});

// EXTERNAL MODULE: ./build/src/report/markdown.js
var markdown = __webpack_require__(75);
// EXTERNAL MODULE: ./build/src/report/report.js
var report = __webpack_require__(8456);
// EXTERNAL MODULE: ./build/src/runtime/log.js
var log = __webpack_require__(772);
// EXTERNAL MODULE: ./build/src/actions/init/inputs.js
var init_inputs = __webpack_require__(5911);
// EXTERNAL MODULE: ./build/src/actions/init/templates.js
var templates = __webpack_require__(9415);
// EXTERNAL MODULE: ./build/src/actions/init/values.js
var init_values = __webpack_require__(8536);
;// CONCATENATED MODULE: ./build/src/actions/init/result.js


/** The inputs that have to be set by hand. */
function missingInputs({ plan }) {
    return init_values/* inputNames */.v.filter((name) => plan !== undefined && plan.values[name].value === undefined);
}
/** Describes each value and where it comes from. */
function describeValues(values) {
    return [
        ...init_values/* inputNames */.v.map((name) => {
            const { value, source } = values[name];
            return value === undefined
                ? `${name}: not known: ${source}`
                : `${name}: ${JSON.stringify(value)} (${source})`;
        }),
        `context: ${JSON.stringify(values.context)}`,
    ];
}
/** Returns what to do next, in order. */
function nextSteps(result) {
    const { host, files, kept, plan } = result;
    const missing = missingInputs(result);
    if (host?.kind === 'other')
        return [
            `${host.name} does not run GitHub Actions. Run the action as a command instead, in any CI or on your machine: see docs/local.md.`,
            `Try it with a dry run: ${commandLine(plan?.values)}`,
        ];
    const isWritten = files.some(({ path }) => path === templates/* WORKFLOW */.Ep);
    const paths = files.map(({ path }) => path);
    return [
        ...(isWritten && missing.length > 0
            ? [`In ${templates/* WORKFLOW */.Ep}, set ${missing.join(', ')}. Until then, the action fails and says so.`]
            : []),
        ...(isWritten
            ? [`In ${templates/* WORKFLOW */.Ep}, replace OWNER by the account that hosts evaluator-action.`]
            : kept.includes(templates/* WORKFLOW */.Ep)
                ? [`Compare ${templates/* WORKFLOW */.Ep} with the values above; remove it to have it written again.`]
                : []),
        'Store your API token for the platform as the repository secret KOLENA_TOKEN: gh secret set KOLENA_TOKEN, or Settings > Secrets and variables > Actions. Pull requests do not use it.',
        ...(paths.length > 0
            ? [
                `Open a pull request, which builds and checks the evaluator: git switch -c evaluator-action && git add -- ${paths.map(quoted).join(' ')} && git commit -m "Publish the evaluator" && git push -u origin evaluator-action`,
            ]
            : []),
        'When it is merged, push a tag to publish a version, such as: git tag v1.0.0 && git push origin v1.0.0',
        ...(paths.includes(templates/* FIXTURE */.cM)
            ? [
                `Put samples into ${templates/* FIXTURE */.cM}, and remove the comment signs before verify: contract (docs/metrics.md).`,
            ]
            : []),
    ];
}
/** Says what the host means for the workflow; undefined for github.com. */
function describeHost({ kind, name }) {
    if (kind === 'github')
        return undefined;
    if (kind === 'none')
        return 'The repository has no remote yet. The workflow runs on github.com and on GitHub Enterprise; elsewhere, use the command line (docs/local.md).';
    if (kind === 'enterprise')
        return `${name} is GitHub Enterprise Cloud: the workflow runs there if the enterprise allows these actions (docs/runners.md).`;
    if (kind === 'other')
        return `${name} does not run GitHub Actions, so no workflow is written. Use the command line (docs/local.md).`;
    return `${name} is not github.com. On GitHub Enterprise Server, the workflow runs if the server has these actions (docs/runners.md). On other hosts, use the command line (docs/local.md).`;
}
/** Returns the command that does a dry run. Its values are quoted for a shell. */
function commandLine(values) {
    const given = init_values/* inputNames */.v.map((name) => `--${name}=${quoted(values?.[name].value ?? '…')}`);
    const context = values && values.context !== '.' ? [`--context=${quoted(values.context)}`] : [];
    return ['evaluator-action --dry-run', ...given, ...context].join(' ');
}
function quoted(text) {
    return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw `'\''`)}'`;
}

;// CONCATENATED MODULE: ./build/src/actions/init/action.js






/** Writes what a repository needs to publish its evaluator: a workflow, an ignore file and a contract fixture. */
const init = {
    fields: init_inputs/* fields */.OA,
    variables: {},
    begin: () => ({ dryRun: false, files: [], kept: [] }),
    run: async (request, { runLog, signal }, record) => {
        const inputs = (0,init_inputs/* loadInputs */.IV)(request);
        record({ dryRun: inputs.dryRun });
        // The code that does the work is loaded here, so that invalid inputs are reported sooner.
        const [{ lookAtRepository, readDockerfile }, { planFiles }, { createFile, missingFiles }] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(392), __webpack_require__.e(7820)]).then(__webpack_require__.bind(__webpack_require__, 7820)), __webpack_require__.e(/* import() */ 2766).then(__webpack_require__.bind(__webpack_require__, 2766)), __webpack_require__.e(/* import() */ 1483).then(__webpack_require__.bind(__webpack_require__, 1483))]);
        const repository = await runLog.phase('Look at the repository', () => lookAtRepository(signal));
        const plan = planFiles(repository, inputs, readDockerfile);
        const files = missingFiles(plan.files);
        const kept = plan.files.filter((file) => !files.includes(file)).map(({ path }) => path);
        record({ host: repository.host, plan, kept });
        await log/* group */.Os('Found', () => log/* info */.pq(describeValues(plan.values).join('\n')));
        if (inputs.dryRun)
            record({ files });
        for (const [index, file] of files.entries()) {
            if (!inputs.dryRun) {
                createFile(file);
                runLog.done.push(`${file.path} was written.`);
                record({ files: files.slice(0, index + 1) });
            }
            await log/* group */.Os(`${inputs.dryRun ? 'Would write' : 'Wrote'} ${file.path}`, () => log/* info */.pq(file.text.trimEnd()));
        }
        for (const path of kept)
            log/* info */.pq(`Kept ${path}, which exists.`);
        for (const reason of plan.omitted)
            log/* info */.pq(`Not written: ${reason}.`);
        const remark = describeHost(repository.host);
        if (remark !== undefined)
            log/* notice */.lm(remark, 'Host');
        for (const name of missingInputs({ plan }))
            log/* warning */.$e(`${name} has to be set by hand: ${plan.values[name].source}`, 'Not found');
        const steps = nextSteps({ dryRun: inputs.dryRun, host: repository.host, plan, files, kept });
        await log/* group */.Os('Next', () => log/* info */.pq(steps.map((step, index) => `${index + 1}. ${step}`).join('\n')));
    },
    outputs: (result) => ({
        ...Object.fromEntries(init_values/* inputNames */.v.map((name) => [name, result.plan?.values[name].value ?? ''])),
        files: JSON.stringify(result.files.map(({ path }) => path)),
        kept: JSON.stringify(result.kept),
        missing: JSON.stringify(missingInputs(result)),
    }),
    summary: (result, runLog, error) => {
        const { plan, files, kept, dryRun } = result;
        const paths = (some) => (0,markdown/* join */.fj)(some.map(markdown/* code */.aY), (0,markdown.md) `, `);
        return (0,report/* report */.z)(error === undefined ? (0,markdown.md) `✅ ${verdictOf(result)}` : (0,markdown.md) `❌ The repository was not set up`, plan === undefined
            ? []
            : [
                (0,report/* factTable */.B)([
                    [dryRun ? 'Would be written' : 'Written', paths(files.map(({ path }) => path))],
                    ['Kept', paths(kept)],
                    ['Values', (0,markdown/* join */.fj)(describeValues(plan.values).map(markdown/* code */.aY), (0,markdown.md) `<br>`)],
                    ['Next', (0,markdown/* join */.fj)(nextSteps(result), (0,markdown.md) `<br>`)],
                ]),
            ], runLog, error);
    },
};
function verdictOf({ files, dryRun }) {
    const count = files.length === 1 ? '1 file' : `${files.length} files`;
    if (files.length === 0)
        return 'There is nothing to write';
    return dryRun ? `${count} would be written` : `${count} ${files.length === 1 ? 'was' : 'were'} written`;
}


/***/ }),

/***/ 5911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IV: () => (/* binding */ loadInputs),
/* harmony export */   Ls: () => (/* binding */ MAX_VALUE),
/* harmony export */   OA: () => (/* binding */ fields),
/* harmony export */   _r: () => (/* binding */ problemOfPath),
/* harmony export */   wu: () => (/* binding */ isImage),
/* harmony export */   y7: () => (/* binding */ problemOfName)
/* harmony export */ });
/* unused harmony export problemOfValue */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8395);
/* harmony import */ var _docker_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2663);
/* harmony import */ var _runtime_fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8681);
/* harmony import */ var _runtime_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2349);





/** A value that GitHub passes on as it is. Quotes do not protect an expression, and GitHub removes blanks at the ends. */
const literal = unlessProblem(problemOfValue);
const literalPath = unlessProblem(problemOfPath);
const image = (0,_runtime_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .parsed */ .Yz)((text) => {
    const { tag, digest } = (0,_docker_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(text);
    if (tag !== undefined || digest !== undefined)
        throw new Error('has a tag or digest; leave it out, because each version gets its own');
    return text;
});
/** The inputs of the command: names, types and rules. `description.ts` has descriptions and defaults. */
const fields = {
    workflow: _runtime_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .name */ .UU.check(literal),
    'evaluator-name': _runtime_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .name */ .UU.check(literal),
    image,
    file: _runtime_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n8.check(literalPath),
    context: _runtime_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n8.check(literalPath),
    'dry-run': zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .prefault */ .SdS(_runtime_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zM, 'false'),
};
/** Reads all inputs. Throws one `InputError` with every problem before anything is read or written. */
function loadInputs({ rawInputs }) {
    const inputs = new _runtime_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .Inputs */ .G0(fields, {}, rawInputs);
    const { file, context, 'dry-run': dryRun, ...names } = inputs.values;
    if (file !== undefined)
        inputs.checkPath('file', file, 'file', 'there is no such Dockerfile; write its path in the repository', true);
    if (context !== undefined)
        inputs.checkPath('context', context, 'directory', 'there is no such directory in the repository', true);
    inputs.refuse();
    return { ...names, file: pathInRepository(file), context: pathInRepository(context), dryRun };
}
function pathInRepository(path) {
    return path === undefined ? undefined : node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join('.', (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)('.', path));
}
function unlessProblem(problemOf) {
    return zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .superRefine */ .zni((text, context) => {
        const problem = problemOf(text);
        if (problem !== undefined)
            context.addIssue(`${problem}; write another value`);
    });
}
/** Returns why a value cannot be written into a workflow as it is; undefined if it can. */
function problemOfValue(text) {
    if (text.includes('${{'))
        return 'contains an expression, which GitHub would evaluate';
    if (text === '' || text.trim() !== text)
        return 'is empty, or begins or ends with a blank';
    if (/\p{Cc}|\p{Cs}|\p{Bidi_Control}|[\u2028\u2029\uFFFD]/u.test(text))
        return 'contains control characters';
    return text.length > MAX_VALUE ? `has more than ${MAX_VALUE} characters` : undefined;
}
/** Does the same for a path, whose folders may become the build context. */
function problemOfPath(path) {
    const parts = path.split('/').filter((part) => !/^\.{0,2}$/.test(part));
    if (path.length > MAX_VALUE)
        return `has more than ${MAX_VALUE} characters`;
    const problem = parts.map(problemOfValue).find((found) => found !== undefined);
    return problem && `has a part that ${problem}`;
}
/** Returns the same for the value of an input that is a name. */
function problemOfName(text) {
    return _runtime_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .name */ .UU.safeParse(text).success ? problemOfValue(text) : 'cannot be a name';
}
/** Maximum characters of a name or path that is written into a workflow. */
const MAX_VALUE = 300;
/** Returns whether a text names an image without a tag. */
function isImage(text) {
    try {
        return (0,_docker_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .formatReference */ .FH)((0,_docker_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(text)) === text && image.safeParse(text).success;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 9415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ep: () => (/* binding */ WORKFLOW),
/* harmony export */   LS: () => (/* binding */ workflowText),
/* harmony export */   cM: () => (/* binding */ FIXTURE),
/* harmony export */   cx: () => (/* binding */ ignoreText),
/* harmony export */   l: () => (/* binding */ fixtureText)
/* harmony export */ });
/* unused harmony export NO_DOCKERFILE */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8815);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8536);
/** The files that a repository gets. */



const WORKFLOW = '.github/workflows/evaluator.yml';
const FIXTURE = 'contract-fixture.json';
/** Names no file, so the action says that the Dockerfile is missing. An empty `file` would be `Dockerfile`. */
const NO_DOCKERFILE = 'SET-THE-PATH-OF-THE-DOCKERFILE';
const remarks = {
    workflow: "the name of the platform's workflow",
    'evaluator-name': 'the name that the evaluator reports to the platform',
    image: 'the name of the image, such as keypoint_detection_evaluator',
    file: 'the path of the Dockerfile',
};
/**
 * Returns the workflow. The action refuses to start until each value that was not found is set.
 * @param hasSamples whether the contract fixture can be used already
 */
function workflowText(values, hasSamples) {
    const lines = _values_js__WEBPACK_IMPORTED_MODULE_2__/* .inputNames */ .v.flatMap((name) => {
        const { value } = values[name];
        if (value === undefined) {
            const placeholder = name === 'file' ? NO_DOCKERFILE : '';
            return [`# Set ${remarks[name]}. Until then, the action fails.`, `${name}: ${quoted(placeholder)}`];
        }
        const isDefault = name === 'file' && value === node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(values.context, 'Dockerfile');
        return isDefault ? [] : [`${name}: ${quoted(value)}`];
    });
    if (values.context !== '.')
        lines.push(`context: ${quoted(values.context)}`);
    const settings = ['verify: contract', `contract-fixture: ${FIXTURE}`];
    const contract = hasSamples
        ? settings
        : [
            `# When ${FIXTURE} has your samples, also run the evaluator on them and show its metrics:`,
            ...settings.map((line) => `# ${line}`),
        ];
    return `# Builds and checks the evaluator in pull requests, and publishes it when a tag such as v1.2.3 is pushed.
name: Evaluator

on:
  pull_request:
  push:
    tags: ["v*"]

permissions:
  contents: read

# Pull requests run side by side, and a new commit replaces the run of the previous one. Tags are published one by one,
# because the last registration replaces the others.
concurrency:
  group: evaluator-\${{ github.event.pull_request.number || 'publish' }}
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}

jobs:
  evaluator:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
        with:
          persist-credentials: false
      - uses: OWNER/evaluator-action@v1
        with:
${lines.map((line) => `          ${line}\n`).join('')}          # Only tags get the token: a pull request builds and runs code that nobody has reviewed yet.
          api-token: \${{ github.event_name == 'push' && secrets.KOLENA_TOKEN || '' }}
          # To post the report as a comment, remove this line and give the job the permission pull-requests: write.
          comment: "off"
${contract.map((line) => `          ${line}\n`).join('')}`;
}
/** Returns a value as a YAML string, whatever it looks like. */
function quoted(value) {
    return (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .stringify */ .As)(value, { defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 }).trimEnd();
}
const ignored = [
    ['# What the image does not need'],
    ['.git', '.github', '.gitignore', '.dockerignore', FIXTURE],
    [
        '**/__pycache__',
        '**/*.pyc',
        '**/.venv',
        '**/venv',
        '**/.pytest_cache',
        '**/.mypy_cache',
        '**/.ruff_cache',
    ],
    ['**/.ipynb_checkpoints', '**/.idea', '**/.vscode', '**/.DS_Store', '**/node_modules'],
    ['', '# What must not get into an image'],
    ['**/.env', '**/.env.*', '**/.netrc', '**/.pypirc', '**/.aws', '**/.ssh', '**/id_rsa', '**/id_ed25519'],
].flat();
/** Returns the ignore file of a context. @param kept the paths that the Dockerfile names although a line excludes them */
function ignoreText(kept) {
    const exceptions = kept.length > 0 ? ['', '# What the Dockerfile copies', ...kept.map((path) => `!${path}`)] : [];
    return `${[...ignored, ...exceptions].join('\n')}\n`;
}
/** Returns a fixture with one sample as an example. */
function fixtureText() {
    const about = [
        "Replace the sample by samples of your test suite. Each part has the form that the client's _to_dict() returns.",
        `Or record them from the platform: evaluator-action record-fixture --output ${FIXTURE}`,
    ];
    const sample = {
        test_sample: { locator: 's3://bucket/image.jpg' },
        metadata: {},
        ground_truth: {},
        inference: {},
    };
    const content = { about, test_cases: [{ name: 'name of a test case', samples: [sample] }] };
    return `${JSON.stringify(content, undefined, 2)}\n`;
}


/***/ }),

/***/ 8536:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ inputNames)
/* harmony export */ });
/** The inputs of the action that differ from repository to repository, in the order of the workflow. */
const inputNames = ['workflow', 'evaluator-name', 'image', 'file'];


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
