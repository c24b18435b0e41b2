export const id = 434;
export const ids = [434];
export const modules = {

/***/ 2434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publish: () => (/* binding */ publish),
  publishing: () => (/* binding */ publishing)
});

// EXTERNAL MODULE: ./build/src/lib/event.js
var lib_event = __webpack_require__(2617);
// EXTERNAL MODULE: ./build/src/lib/inputs.js
var inputs = __webpack_require__(4212);
// EXTERNAL MODULE: ./build/src/lib/log.js
var log = __webpack_require__(7399);
// EXTERNAL MODULE: ./build/src/publish/comment.js
var publish_comment = __webpack_require__(8676);
// EXTERNAL MODULE: ./build/src/publish/evaluator-run.js
var evaluator_run = __webpack_require__(6880);
// EXTERNAL MODULE: ./build/src/publish/fields.js
var fields = __webpack_require__(9276);
// EXTERNAL MODULE: ./build/src/publish/inputs.js + 4 modules
var publish_inputs = __webpack_require__(6548);
// EXTERNAL MODULE: ./build/src/lib/journal.js
var journal = __webpack_require__(1806);
// EXTERNAL MODULE: ./build/src/lib/secrets.js
var secrets = __webpack_require__(1752);
// EXTERNAL MODULE: ./build/src/aws/trust-policy.js
var trust_policy = __webpack_require__(3592);
// EXTERNAL MODULE: ./build/src/publish/registration.js
var publish_registration = __webpack_require__(3344);
;// CONCATENATED MODULE: ./build/src/publish/outputs.js


/** The root action's outputs, by name as in action.yml. One with no value is the empty string. */
function publishOutputs(publication) {
    const { plan, image, manifest, previous, registration, changed } = publication;
    const role = registration?.aws_role_config;
    const policy = role && (0,trust_policy/* trustPolicy */.R)({ jobRoleArn: role.job_role_arn, externalId: role.external_id });
    const output = registration && plan?.evaluator && (0,publish_registration/* registrationOutput */.Zs)(plan.evaluator.workflow, registration);
    return {
        registration: json(output),
        registrations: '',
        results: '',
        image: publication.registeredImage ?? '',
        tags: plan?.references.join('\n') ?? '',
        digest: manifest?.digest ?? '',
        'image-id': image?.id ?? '',
        metadata: json(image?.metadata),
        'aws-role-config': json(output?.aws_role_config),
        'job-role-arn': role?.job_role_arn ?? '',
        'external-id': role?.external_id ?? '',
        'assume-role-arn': role?.assume_role_arn ?? '',
        'trust-policy': json(policy),
        'dry-run': plan ? String(plan.mode.dryRun) : '',
        reused: plan ? String(publication.reused !== undefined) : '',
        changed: String(changed),
        'previous-image': previous?.image ?? '',
        plan: json(planOutput(publication)),
    };
}
/** The plan for other steps to read: what is, or would be, published and registered, and what that changes. */
function planOutput({ plan, registeredImage, previous, changes }) {
    if (!plan)
        return undefined;
    const { mode, evaluator, repository, references } = plan;
    return {
        dry_run: mode.dryRun,
        reason: mode.reason,
        repository: `${repository.host}/${repository.path}`,
        tags: references,
        registration: evaluator && {
            workflow: evaluator.workflow,
            name: evaluator.name,
            image: registeredImage,
            aws_assume_role: evaluator.awsAssumeRole ?? null,
            secret: evaluator.secret === undefined ? null : 'given',
        },
        registered: previous && { image: previous.image, created: previous.created },
        changes: changes?.map(({ field, from, to }) => ({ field, from: from ?? null, to: to ?? null })),
    };
}
function json(value) {
    return value === undefined || value === null ? '' : JSON.stringify(value);
}

;// CONCATENATED MODULE: ./build/src/publish/publish-run.js




/** The root action's outputs, for one evaluator or for those of a file. */
function runOutputs({ publication, evaluators }) {
    const own = publishOutputs(publication);
    if (!evaluators)
        return own;
    const all = evaluators.map((run) => ({ run, outputs: publishOutputs(run.publication) }));
    const registrations = all.flatMap(({ outputs }) => outputs.registration || []);
    return {
        ...own,
        registrations: `[${registrations.join(',')}]`,
        results: JSON.stringify(all.map(({ run, outputs }) => resultOutput(run, outputs))),
        tags: evaluators.flatMap(referencesOf).join('\n'),
        'dry-run': String(evaluators.some(({ inputs }) => inputs.mode.dryRun)),
        changed: String(evaluators.some((run) => run.publication.changed)),
    };
}
/** What the registry has of the evaluator's image, whatever failed afterwards; in a dry run what it would get. */
function referencesOf({ inputs, publication, error }) {
    const { plan, manifest } = publication;
    if (!plan || !(inputs.mode.dryRun ? error === undefined : manifest))
        return [];
    // The first is confirmed before the others are set.
    return (0,journal/* phaseOf */.h)(error) === 'Tag' ? plan.references.slice(0, 1) : plan.references;
}
/** Outputs that hold JSON, which stands in the results as itself. */
const JSON_OUTPUTS = new Set(['registration', 'aws-role-config', 'trust-policy', 'plan']);
/** Of all evaluators, or too long for a step's outputs when there are hundreds. */
const LEFT_OUT = new Set(['registrations', 'results', 'metadata']);
function resultOutput(run, outputs) {
    const { inputs, error, seconds } = run;
    const given = Object.entries(outputs).filter(([name, value]) => value !== '' && !LEFT_OUT.has(name));
    return {
        workflow: inputs.evaluator?.workflow ?? null,
        'evaluator-name': inputs.evaluator?.name ?? null,
        result: (0,evaluator_run/* resultOf */.Bg)(run),
        error: error === undefined ? null : (0,secrets/* redact */.E$)((0,evaluator_run/* messageOf */.bD)(error)),
        seconds: seconds === undefined ? null : Number(seconds.toFixed(1)),
        ...Object.fromEntries(given.map(([name, value]) => [name, JSON_OUTPUTS.has(name) ? JSON.parse(value) : value])),
    };
}

// EXTERNAL MODULE: ./build/src/publish/role-trust.js
var role_trust = __webpack_require__(3446);
// EXTERNAL MODULE: ./build/src/lib/group-by.js
var group_by = __webpack_require__(8150);
// EXTERNAL MODULE: ./build/src/report/failure.js
var failure = __webpack_require__(1522);
// EXTERNAL MODULE: ./build/src/report/markdown.js
var markdown = __webpack_require__(75);
// EXTERNAL MODULE: ./build/src/report/bar.js
var bar = __webpack_require__(9317);
;// CONCATENATED MODULE: ./build/src/report/layer-section.js


/** Layers that have a row of their own; what is smaller has one together. */
const SHOWN = 8;
/** Characters of an instruction. */
const LONGEST_TEXT = 120;
/** What takes the room in an image: the base image, and what each instruction added to it, as bars. */
function layerSections(sizes) {
    if (!sizes || sizes.length === 0)
        return [];
    const base = sizes.filter((layer) => layer.base);
    const own = sizes.filter((layer) => !layer.base);
    const shown = new Set(own.toSorted((a, b) => b.size - a.size).slice(0, SHOWN));
    const small = own.filter((layer) => !shown.has(layer));
    const rows = own
        .filter((layer) => shown.has(layer))
        .map(({ text, line, size }) => [
        (0,markdown/* code */.aY)((0,markdown/* clip */.$Q)(text, LONGEST_TEXT)),
        line === undefined ? '' : String(line),
        size,
    ]);
    if (base.length > 0)
        rows.unshift([`base image, ${count(base.length)}`, '', sum(base)]);
    if (small.length > 0)
        rows.push([`${count(small.length)} that are smaller`, '', sum(small)]);
    return [(0,markdown/* join */.fj)([(0,markdown.md) `### Layers`, barTable(rows)])];
}
function barTable(rows) {
    const all = rows.reduce((total, [, , size]) => total + size, 0);
    const largest = Math.max(...rows.map(([, , size]) => size));
    const cells = rows.map(([name, line, size]) => [
        name,
        line,
        (0,bar/* unbroken */.D)(`${(size / 1e6).toFixed(1)} MB`),
        (0,bar/* unbroken */.D)(`${(0,bar/* bar */.M)(size, largest)} ${Math.round((size / all) * 100)} %`),
    ]);
    return (0,markdown/* table */.tp)(['Layer', 'Line', 'Size', 'Share'], cells);
}
function count(layers) {
    return layers === 1 ? '1 layer' : `${layers} layers`;
}
function sum(layers) {
    return layers.reduce((total, { size }) => total + size, 0);
}

// EXTERNAL MODULE: ./build/src/report/report.js
var report = __webpack_require__(8456);
;// CONCATENATED MODULE: ./build/src/report/trust-section.js


const verdicts = {
    ok: ['TIP', 'The platform can assume the role, and only with its external id.'],
    unproven: ['WARNING', 'Whether the platform can assume the role cannot be told from the policy alone.'],
    broken: ['CAUTION', 'The platform cannot assume the role, or others can as well.'],
};
/** What the role's trust policy needs, and where it was looked at, what it is worth. Nothing without a role. */
function trustSection(role, trust) {
    const arn = trust?.trust.roleArn ?? role?.assume_role_arn;
    if (arn === undefined)
        return [];
    return [
        (0,markdown.md) `### Trust policy of the AWS role`,
        ...(trust ? judgementOf(trust) : []),
        ...(role && trust?.judgement.verdict !== 'ok' ? neededPolicy(role) : []),
    ];
}
function judgementOf({ trust, judgement, difference, applied }) {
    const [kind, text] = verdicts[judgement.verdict];
    const lines = [(0,markdown.md) `${(0,markdown/* code */.aY)(trust.roleArn)}: ${text}`, ...judgement.reasons, ...judgement.warnings];
    const change = applied ? 'Changed by this run:' : 'Publishing would change it:';
    return [
        (0,markdown/* alert */.xE)(kind, (0,markdown/* join */.fj)(lines, (0,markdown.md) `<br>`)),
        ...(difference === '' ? [] : [(0,markdown.md) `${change}`, (0,markdown/* codeBlock */.DV)(difference, 'diff')]),
    ];
}
function neededPolicy(role) {
    const policy = (0,trust_policy/* trustPolicy */.R)({ jobRoleArn: role.job_role_arn, externalId: role.external_id });
    return [
        (0,markdown.md) `For the platform to assume ${(0,markdown/* code */.aY)(role.assume_role_arn)}, the role's trust policy needs this statement:`,
        (0,markdown/* codeBlock */.DV)(JSON.stringify(policy, null, 2), 'json'),
    ];
}

;// CONCATENATED MODULE: ./build/src/report/verify-summary.js


/** Hours that the platform lets an evaluator run. */
const LONGEST_RUN = 6;
/** What the verification found and saw: findings with their fixes, facts, and the evidence of the contract check. */
function verifySections(publication) {
    const { verification } = publication;
    const findings = findingSections(publication);
    if (!verification)
        return findings;
    const { contract } = verification;
    return [...findings, facts(verification), ...(contract ? contractSections(contract) : [])];
}
/** What the verification found, or that it did not take place. */
function findingSections({ verification, notVerified }) {
    if (notVerified !== undefined)
        return [(0,markdown/* alert */.xE)('WARNING', (0,markdown.md) `The image was not verified: ${notVerified}.`)];
    if (!verification)
        return [];
    const { findings } = verification;
    return [(0,markdown.md) `### Verification`, verdict(findings), ...(findings.length > 0 ? [findingTable(findings)] : [])];
}
function verdict(findings) {
    const stopping = findings.filter(({ severity, accepted }) => severity === 'error' && !accepted).length;
    const accepted = findings.filter((finding) => finding.accepted).length;
    const rest = accepted > 0 ? (0,markdown.md) ` ${accepted} accepted.` : (0,markdown.md) ``;
    if (stopping > 0)
        return (0,markdown.md) `❌ ${stopping} of ${findings.length} findings stop the publish.${rest}`;
    return findings.length > 0 ? (0,markdown.md) `✅ Nothing stops the publish.${rest}` : (0,markdown.md) `✅ Nothing was found.`;
}
const SIGNS = { error: '❌', warning: '⚠️', info: 'ℹ️' };
function findingTable(findings) {
    const rows = findings.map(({ id, severity, message, fix, place, accepted }) => [
        accepted ? (0,markdown.md) `☑️ accepted (${severity})` : (0,markdown.md) `${SIGNS[severity]} ${severity}`,
        (0,markdown/* code */.aY)(id),
        place?.line === undefined ? message : (0,markdown.md) `${message}<br>${(0,markdown/* code */.aY)(`${place.file}:${place.line}`)}`,
        fix,
    ]);
    return (0,markdown/* table */.tp)(['', 'Finding', 'What', 'Fix'], rows);
}
function facts({ layers, start }) {
    const { read, recalled, all, bytes, files, duration, baseKnown } = layers;
    const whose = baseKnown
        ? (0,markdown.md) `the ${read} that this build added, of ${all}`
        : (0,markdown.md) `all ${all}, as those of the base image could not be told apart`;
    const layersKnown = recalled === 1 ? '1 layer' : `${recalled} layers`;
    const known = recalled > 0 ? (0,markdown.md) ` (${layersKnown} known from an earlier reading)` : (0,markdown.md) ``;
    const end = start.timedOut
        ? 'did not end in time'
        : start.refusal === undefined
            ? `exit code ${start.exitCode ?? 'unknown'}`
            : 'was not started';
    return (0,report/* factTable */.B)([
        ['Layers read', (0,markdown.md) `${whose}: ${files} files, ${megabytes(bytes)}, in ${seconds(duration)}${known}`],
        ['Run without credentials', (0,markdown.md) `${end}, after ${seconds(start.duration)}`],
    ]);
}
function contractSections({ evidence, duration, peakMemory, samples }) {
    const sign = (holds) => (holds === undefined ? '❔' : holds ? '✅' : '❌');
    const rows = evidence.map(({ check, seen, holds }) => [sign(holds), check, seen]);
    const share = (duration / 1000 / 3600 / LONGEST_RUN) * 100;
    const memory = peakMemory === undefined ? 'not measured' : megabytes(peakMemory);
    return [
        (0,markdown.md) `### Contract`,
        (0,markdown.md) `The image ran as the platform runs it, against a stand-in for the platform and without any other network.`,
        (0,markdown/* table */.tp)(['', 'The evaluator', 'Seen'], rows),
        (0,markdown.md) `The evaluation took ${seconds(duration)}, ${share.toFixed(share < 0.1 ? 3 : 1)} % of the ${LONGEST_RUN} hours that the platform allows, for ${samples} samples. Memory at the peak: ${memory}.`,
        ...(samples === 0 ? [(0,markdown/* alert */.xE)('NOTE', emptyNote)] : []),
    ];
}
const emptyNote = (0,markdown.md) `The test suite of this check had no samples. So it is not proven that the evaluator can read your test samples, ground truths and inferences, that its metrics are right, nor how long it takes and how much memory it needs with real data. Give a ${(0,markdown/* code */.aY)('contract-fixture')} to show that.`;
function megabytes(bytes) {
    return `${(bytes / 1e6).toFixed(1)} MB`;
}
function seconds(milliseconds) {
    return `${(milliseconds / 1000).toFixed(1)} s`;
}

;// CONCATENATED MODULE: ./build/src/report/publish-summary.js






/** The job summary of the root action: verdict, plan or result, changes, image, verification, trust policy, timeline. */
function publishSummary(publication, journal, error) {
    const { plan, image, registration, changes, buildCommand } = publication;
    const sections = [
        ...(plan ? [publish_summary_facts(publication, plan)] : []),
        ...(changes && changes.length > 0 ? [changeTable(changes, plan?.mode.dryRun ?? false)] : []),
        ...(image?.facts ? [imageTable(image.facts)] : []),
        ...layerSections(publication.verification?.layers.sizes),
        ...verifySections(publication),
        ...trustSection(registration?.aws_role_config, publication.trust),
        ...(buildCommand ? [(0,markdown/* details */.zH)('Build the same image on your machine', (0,markdown/* codeBlock */.DV)(buildCommand, 'sh'))] : []),
    ];
    return (0,report/* report */.z)(publishVerdict(publication, error), sections, journal, error);
}
/** How a run ended, in one line. */
function publishVerdict(publication, error) {
    const { plan, registration, changed } = publication;
    const name = plan?.evaluator?.name ?? plan?.repository.path ?? 'The evaluator';
    if (error !== undefined && changed)
        return (0,markdown.md) `⚠️ ${name} is published, but the run failed after that`;
    if (error !== undefined)
        return (0,markdown.md) `❌ ${name} ${plan?.mode.dryRun ? 'is not ready to be' : 'was not'} published`;
    if (plan?.mode.dryRun)
        return (0,markdown.md) `🔎 Dry run: ${name} is ready to be published`;
    if (!registration)
        return (0,markdown.md) `✅ ${name} is pushed`;
    if ((0,role_trust/* failedTrust */.c8)(publication))
        return (0,markdown.md) `❌ ${name} is published, but the trust policy of its AWS role is broken`;
    return changed ? (0,markdown.md) `✅ ${name} is published` : (0,markdown.md) `✅ ${name} is published already, nothing changed`;
}
function publish_summary_facts({ registeredImage, manifest, previous, registration, reused }, plan) {
    const { mode, evaluator, references } = plan;
    const tags = (0,markdown/* join */.fj)(references.map(markdown/* code */.aY), (0,markdown.md) `<br>`);
    return (0,report/* factTable */.B)([
        [mode.dryRun ? 'Dry run' : 'Run', mode.reason],
        ['Workflow', evaluator?.workflow],
        ['Evaluator', evaluator && (0,markdown/* code */.aY)(evaluator.name)],
        [mode.dryRun ? 'Would register' : 'Image', (0,markdown/* code */.aY)(registeredImage ?? references[0])],
        ['Tags', references.length > 1 ? tags : undefined],
        ['Digest', manifest && (0,markdown/* code */.aY)(manifest.digest)],
        ['Reused', reused && reusedImage(reused)],
        ['Registered', registration?.created],
        ['Registered before', previous && previous.image !== registeredImage ? (0,markdown/* code */.aY)(previous.image) : undefined],
    ]);
}
function reusedImage({ created }) {
    return (0,markdown.md) `what was published from the same inputs${created ? ` (built ${created.slice(0, 10)})` : ''}; nothing was built`;
}
/** What a registration changes, or would change. */
function changeTable(changes, dryRun) {
    const show = (value) => (value === undefined ? '—' : (0,markdown/* code */.aY)(value));
    const rows = changes.map(({ field, from, to }) => [field, show(from), show(to)]);
    return (0,markdown/* join */.fj)([
        (0,markdown.md) `### ${dryRun ? 'What publishing would change' : 'What changed'}`,
        (0,markdown/* table */.tp)(['Registered', 'Before', 'After'], rows),
    ]);
}
/** What an image is, in one row. */
function imageTable({ platform, entrypoint, command, user, size, layers }) {
    const words = (list) => (list.length > 0 ? (0,markdown/* code */.aY)(JSON.stringify(list)) : '—');
    const row = [
        platform,
        `${layers} ${layers === 1 ? 'layer' : 'layers'}, ${(size / 1e6).toFixed(1)} MB`,
        words(entrypoint),
        words(command),
        (0,markdown/* code */.aY)(user),
    ];
    return (0,markdown/* join */.fj)([(0,markdown.md) `### Image`, (0,markdown/* table */.tp)(['Platform', 'Size', 'Entrypoint', 'Command', 'User'], [row])]);
}

;// CONCATENATED MODULE: ./build/src/report/publish-comment.js





/** What a reviewer wants of the report: verdict, failure, changes, image, findings; the rest is one link away. */
function publishComment(publication, input, journal, error) {
    const { plan, image, registration, changes, registeredImage, trust } = publication;
    const policy = trustSection(registration?.aws_role_config, trust);
    return (0,markdown/* join */.fj)([
        (0,markdown.md) `### ${publishVerdict(publication, error)}`,
        ...(error === undefined ? [] : [(0,failure/* failure */.V)(error, journal)]),
        ...(plan?.mode.dryRun && registeredImage
            ? [(0,markdown.md) `Publishing would register ${(0,markdown/* code */.aY)(registeredImage)}.`]
            : []),
        ...(changes && changes.length > 0 ? [changeTable(changes, plan?.mode.dryRun ?? false)] : []),
        ...(image?.facts ? [imageTable(image.facts)] : []),
        ...findingSections(publication),
        ...(policy.length > 0 ? [(0,markdown/* details */.zH)('Trust policy of the AWS role', (0,markdown/* join */.fj)(policy.slice(1)))] : []),
        whereFrom(input),
    ]);
}
/** What a comment is about, and where there is more. */
function whereFrom({ sha, runUrl }) {
    const where = [(0,markdown.md) `Commit ${(0,markdown/* code */.aY)(sha.slice(0, 7))}`];
    if (runUrl)
        where.push((0,markdown/* link */.nf)('the whole report', runUrl));
    return (0,markdown.md) `<sub>${(0,markdown/* join */.fj)(where, (0,markdown.md) ` · `)}</sub>`;
}
/** What the summary says where there is no comment. */
function missingComment(reason) {
    return (0,markdown/* alert */.xE)('NOTE', (0,markdown.md) `The pull request has no comment with this report: ${reason}.`);
}

// EXTERNAL MODULE: ./build/src/report/timeline.js
var timeline = __webpack_require__(6753);
;// CONCATENATED MODULE: ./build/src/report/many-summary.js








/** Bytes: well below what GitHub shows of a step; sections beyond are left out whole, so that none is cut in two. */
const MOST_DETAILS = 350 * 1024;
const many_summary_SIGNS = {
    published: '✅',
    unchanged: '✅',
    pushed: '✅',
    ready: '🔎',
    failed: '❌',
    cancelled: '⚪',
};
/** The job summary of several evaluators: verdict, a line for each, and each one's own summary; what failed comes first. */
function manySummary(runs, journal, error) {
    const failed = runs.filter((run) => (0,evaluator_run/* resultOf */.Bg)(run) === 'failed');
    const ordered = [...failed, ...runs.filter((run) => (0,evaluator_run/* resultOf */.Bg)(run) !== 'failed')];
    const sections = [
        (0,markdown.md) `## ${many_summary_verdict(runs, failed)}`,
        // What failed is told one by one below.
        ...(error !== undefined && failed.length === 0 ? [(0,failure/* failure */.V)(error, journal)] : []),
        overview(ordered),
        (0,markdown/* details */.zH)('Timeline', (0,timeline/* timelines */.z)([
            { name: 'All', phases: journal.phases },
            ...runs.map(({ name, journal }) => ({ name, phases: journal.phases })),
        ])),
    ];
    return (0,markdown/* join */.fj)([...sections, ...summariesOf(ordered)]);
}
/** What a reviewer wants to know of several evaluators: verdict, a line for each, and why some failed. */
function manyComment(runs, input, journal, error) {
    const failed = runs.filter((run) => (0,evaluator_run/* resultOf */.Bg)(run) === 'failed');
    return (0,markdown/* join */.fj)([
        (0,markdown.md) `### ${many_summary_verdict(runs, failed)}`,
        ...(error !== undefined && failed.length === 0 ? [(0,failure/* failure */.V)(error, journal)] : []),
        overview([...failed, ...runs.filter((run) => !failed.includes(run))]),
        ...failed.map((run) => (0,markdown/* details */.zH)(`${many_summary_SIGNS.failed} ${run.name}`, (0,failure/* failure */.V)(run.error, run.journal), true)),
        whereFrom(input),
    ]);
}
function many_summary_verdict(runs, failed) {
    const counts = [...(0,group_by/* groupBy */.$)(runs, evaluator_run/* resultOf */.Bg)].map(([result, { length }]) => `${length} ${result}`).join(', ');
    if (failed.length > 0)
        return (0,markdown.md) `❌ ${failed.length} of ${runs.length} evaluators failed (${counts})`;
    if (runs.some((run) => (0,evaluator_run/* resultOf */.Bg)(run) === 'cancelled'))
        return (0,markdown.md) `⚪ Cancelled: ${counts}`;
    if (runs[0]?.inputs.mode.dryRun)
        return (0,markdown.md) `🔎 Dry run: ${runs.length} evaluators are ready to be published`;
    return (0,markdown.md) `✅ ${runs.length} evaluators: ${counts}`;
}
function overview(runs) {
    const rows = runs.map((run) => {
        const { name, publication, seconds, error } = run;
        const result = (0,evaluator_run/* resultOf */.Bg)(run);
        const phase = (0,journal/* phaseOf */.h)(error);
        const step = result === 'failed' && phase !== undefined ? `: ${phase}` : '';
        return [
            (0,markdown/* code */.aY)(name),
            `${many_summary_SIGNS[result]} ${result}${step}`,
            publication.registeredImage === undefined ? '—' : (0,markdown/* code */.aY)(publication.registeredImage),
            changesOf(run),
            seconds === undefined ? '—' : `${seconds.toFixed(1)} s`,
        ];
    });
    return (0,markdown/* table */.tp)(['Evaluator', 'Result', 'Image', 'Changed', 'Time'], rows);
}
function changesOf({ publication: { changes, previous } }) {
    if (!changes || changes.length === 0)
        return '—';
    return previous ? changes.map(({ field }) => field).join(', ') : 'new';
}
function summariesOf(runs) {
    const shown = [];
    let bytes = 0;
    for (const run of runs) {
        const body = publishSummary(run.publication, run.journal, run.error);
        bytes += Buffer.byteLength(body.toString());
        if (bytes > MOST_DETAILS) {
            return [
                ...shown,
                (0,markdown.md) `The other ${runs.length - shown.length} evaluators stand in the table only: there is no room for more here.`,
            ];
        }
        const result = (0,evaluator_run/* resultOf */.Bg)(run);
        shown.push((0,markdown/* details */.zH)(`${many_summary_SIGNS[result]} ${run.name}`, body, result === 'failed'));
    }
    return shown;
}

;// CONCATENATED MODULE: ./build/src/actions/publish.js












/** The root action: build an evaluator's image, push it and register it, or in a dry run show what that would do. */
const publish = publishing(async () => ({ event: (0,lib_event/* readEvent */.j)(), texts: (0,inputs/* takeTexts */["if"])(fields/* fields */.O, fields/* variables */.E) }));
/** The same, by an order that comes from elsewhere than GitHub's runner. */
function publishing(takeOrder) {
    return {
        begin: () => ({ publication: { changed: false } }),
        run: async (result, shell) => {
            const { event, texts } = await takeOrder(shell.signal);
            if (texts.evaluators) {
                // YAML is loaded only where there is a file.
                const { loadEvaluators } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(627)]).then(__webpack_require__.bind(__webpack_require__, 9627));
                const { evaluators, concurrency, comment } = loadEvaluators(event, texts);
                result.comment = comment;
                result.evaluators = (0,evaluator_run/* plannedRuns */.nM)(evaluators, shell.journal);
                for (const { mode } of evaluators.slice(0, 1))
                    tellMode(mode);
                const { publishMany } = await Promise.all(/* import() */[__webpack_require__.e(177), __webpack_require__.e(112)]).then(__webpack_require__.bind(__webpack_require__, 8112));
                return await publishMany(result.evaluators, shell, concurrency);
            }
            const inputs = (0,publish_inputs/* loadInputs */.I)(event, texts);
            tellMode(inputs.mode);
            result.comment = inputs.comment;
            // All that does the work is loaded only once there is work to do: what is refused, is refused sooner.
            const { publishOne } = await Promise.all(/* import() */[__webpack_require__.e(177), __webpack_require__.e(143)]).then(__webpack_require__.bind(__webpack_require__, 3143));
            await publishOne(inputs, shell, result.publication);
        },
        outputs: runOutputs,
        summary: ({ evaluators, publication }, journal, error) => evaluators ? manySummary(evaluators, journal, error) : publishSummary(publication, journal, error),
        announce: async ({ evaluators, publication, comment }, { journal, signal }, error) => {
            if (!comment)
                return undefined;
            const body = evaluators
                ? manyComment(evaluators, comment, journal, error)
                : publishComment(publication, comment, journal, error);
            const obstacle = await (0,publish_comment/* comment */.Im)(comment, body.toString(), signal);
            return obstacle === undefined ? undefined : missingComment(obstacle);
        },
        failedGate: ({ publication }) => (0,role_trust/* failedTrust */.c8)(publication),
    };
}
function tellMode({ dryRun, reason }) {
    log/* info */.pq(`${dryRun ? 'Dry run' : 'Publishing'}: ${reason}`);
}


/***/ }),

/***/ 2672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ parseRoleArn)
/* harmony export */ });
const partitions = [
    'aws',
    'aws-cn',
    'aws-us-gov',
    'aws-iso',
    'aws-iso-b',
    'aws-iso-e',
    'aws-iso-f',
    'aws-eusc',
];
const roleArn = new RegExp(String.raw `^arn:(${partitions.join('|')}):iam::(\d{12}):role(\/(?:[\x21-\x7E]{1,510}\/)?)([A-Za-z0-9_+=,.@-]{1,64})$`);
const example = 'arn:aws:iam::123456789012:role/evaluator';
/**
 * Reads the ARN of an IAM role, in any of the eight partitions of AWS SDK v3.
 *
 * @throws Error with what is wrong in the text and what to write instead
 */
function parseRoleArn(text) {
    const [, partition, account, path, name] = roleArn.exec(text) ?? [];
    if (partition && account && path && name)
        return { partition, account, path, name };
    throw new Error(`${JSON.stringify(text)} is no ARN of an IAM role: ${problemOf(text)}`);
}
const shapes = [
    [/^$/, `it is empty; write one such as "${example}"`],
    [/^<.*>$/, `it is a placeholder; replace it by the role's ARN, such as "${example}"`],
    [/\s/, 'it holds white space or a line break; remove it'],
    [/^\d{12}$/, `it is an account; write the whole ARN, such as "${example}"`],
    [/^(?!arn:)/, `it does not begin with "arn:"; write one such as "${example}"`],
    [
        /^arn:[^:]*:sts:.*:assumed-role\//,
        'it is a session of a role; write the role itself: arn:…:iam::…:role/…',
    ],
    [/^arn:[^:]*:iam::[^:]*:user(\/|$)/, 'it is a user; only a role can be assumed: arn:…:iam::…:role/…'],
    [/^arn:[^:]*:iam::[^:]*:root$/, 'it is an account; write one of its roles: arn:…:iam::…:role/…'],
];
function problemOf(text) {
    const known = shapes.find(([shape]) => shape.test(text));
    if (known)
        return known[1];
    const [, partition = '', service = '', region = '', account = '', ...rest] = text.split(':');
    const resource = rest.join(':');
    if (!partitions.includes(partition))
        return `the partition "${partition}" must be one of ${partitions.join(', ')}`;
    if (service !== 'iam')
        return `the service "${service}" must be "iam"`;
    if (region !== '')
        return `a role has no region; remove "${region}" and keep both colons: arn:${partition}:iam::…`;
    if (!/^\d{12}$/.test(account))
        return `the account "${account}" must have 12 digits`;
    if (!resource.startsWith('role/'))
        return `"${resource}" must begin with "role/"`;
    return problemOfName(resource.slice('role/'.length));
}
function problemOfName(pathAndName) {
    const slash = pathAndName.lastIndexOf('/');
    const name = pathAndName.slice(slash + 1);
    if (name === '')
        return "the role's name is missing after the last slash";
    if (name.length > 64)
        return `the role's name has ${name.length} characters; at most 64 are allowed`;
    if (!/^[A-Za-z0-9_+=,.@-]+$/.test(name)) {
        return `the role's name "${name}" may hold letters, digits and _+=,.@- only`;
    }
    if (slash === 0)
        return 'there are two slashes before the name; write one';
    return `the path "/${pathAndName.slice(0, slash + 1)}" must be at most 512 visible ASCII characters`;
}


/***/ }),

/***/ 3592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ trustPolicy),
/* harmony export */   s: () => (/* binding */ trustStatement)
/* harmony export */ });
/**
 * The trust policy of the role that an evaluator assumes, as Kolena documents it: the platform's job role may assume it,
 * and only with the external id that the platform chose for this customer (against the confused deputy).
 */
function trustPolicy(platform) {
    return { Version: '2012-10-17', Statement: [trustStatement(platform)] };
}
function trustStatement({ jobRoleArn, externalId }) {
    return {
        Effect: 'Allow',
        Action: ['sts:AssumeRole'],
        Principal: { AWS: jobRoleArn },
        Condition: { StringEquals: { 'sts:ExternalId': externalId } },
    };
}


/***/ }),

/***/ 1568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Oe: () => (/* binding */ buildCommand),
  _w: () => (/* binding */ buildImage),
  Jb: () => (/* binding */ fitsEngine)
});

// UNUSED EXPORTS: buildArguments

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/exec.js
var exec = __webpack_require__(2956);
// EXTERNAL MODULE: ./build/src/lib/foreign-text.js
var foreign_text = __webpack_require__(1721);
// EXTERNAL MODULE: ./build/src/lib/log.js
var log = __webpack_require__(7399);
// EXTERNAL MODULE: ./build/src/docker/engine-error.js
var engine_error = __webpack_require__(2537);
;// CONCATENATED MODULE: ./build/src/docker/plugin.js


/** Where docker looks for the plugins of all users, after those that its configuration names, in this order. */
const SYSTEM_DIRECTORIES = ['/usr/local/lib', '/usr/local/libexec', '/usr/lib', '/usr/libexec'].map((parent) => (0,external_node_path_.join)(parent, 'docker', 'cli-plugins'));
/** How a plugin knows that docker started it, and that it has docker's arguments and reads docker's variables. */
const AS_PLUGIN = { DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND: 'docker' };
/**
 * What runs buildx: its plugin, as docker would start it, which begins sooner without docker, that asks it first what it
 * is. Docker itself where its places hold no plugin that can be run: it says why.
 */
function findBuildx({ pluginDirectories, env }) {
    const plugin = [...pluginDirectories, ...SYSTEM_DIRECTORIES]
        .map((directory) => (0,external_node_path_.join)(directory, 'docker-buildx'))
        .find((path) => (0,external_node_fs_.existsSync)(path));
    return plugin !== undefined && isProgram(plugin)
        ? { command: plugin, env: { ...env, ...AS_PLUGIN } }
        : { command: 'docker', env };
}
function isProgram(path) {
    try {
        (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.X_OK);
        return (0,external_node_fs_.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/src/docker/buildx.js






/** Minutes: as long as GitHub lets a job run. Steps have a `timeout-minutes` of their own for less. */
const LONGEST_BUILD = 360;
/**
 * Runs `docker buildx build`, its output in the log as it comes: the one thing that a command alone can do. Throws
 * `CommandError` (or, with a remedy, `ActionError`) unless it exits with 0.
 * @param args of buildx, beginning with `build`
 * @param passOn names of further variables of the job that it needs
 */
async function runBuild({ config, signal }, args, passOn) {
    const { command, env } = findBuildx(config);
    const result = await (0,exec/* run */.e)(command, ['buildx', ...args], {
        env,
        passOn: [...config.passOn, ...passOn],
        timeout: LONGEST_BUILD * 60_000,
        signal,
        onLine: log/* info */.pq,
    }).catch((cause) => {
        throw command === 'docker' && isMissing(cause) ? (0,engine_error/* missingDocker */.bA)(cause) : cause;
    });
    if (result.exitCode === 0)
        return;
    explainEngine(result);
    throw failureOf(result);
}
/** The last line of a build that failed is what docker says of the reason. */
function failureOf({ exitCode, output }) {
    const reason = reasonIn(output);
    const how = exitCode === undefined ? 'was ended by a signal' : `failed with exit code ${exitCode}`;
    return new errors/* CommandError */.Qd(`docker buildx build ${how}${reason ? `: ${reason}` : ' and said nothing'}`, exitCode, output);
}
function isMissing(cause) {
    return cause instanceof errors/* CommandError */.Qd && /unable to locate executable/i.test(cause.message);
}
/** What docker says when it cannot work here at all, and what to do about it. */
const remedies = [
    [
        /'buildx' is not a docker command|unknown command: docker buildx|unknown flag: --metadata-file/,
        'docker has no buildx plugin (0.13 or newer is needed). Add docker/setup-buildx-action before this step, or install the plugin on the runner: https://github.com/docker/buildx#installing',
    ],
    [/permission denied while trying to connect to the docker/i, engine_error/* noPermission */.RI],
    [/cannot connect to the docker daemon|error during connect|failed to connect to the docker API/i, engine_error/* noAnswer */.qE],
    [
        /\[internal\] waiting for connection/,
        'The builder does not answer. Check that its BuildKit runs, that the runner reaches its address, and that its certificates are right (docker buildx inspect).',
    ],
    [
        /not supported for the docker driver/i,
        'The current builder cannot do this. Add docker/setup-buildx-action before this step, which makes a builder that can, or turn on the containerd image store of the engine.',
    ],
];
function explainEngine({ output }) {
    // Only docker's own closing lines: a build step may print anything before them.
    const closing = output.filter((line) => line.trim() !== '').slice(-3);
    const remedy = remedies.find(([pattern]) => pattern.test(closing.join('\n')))?.[1];
    if (remedy)
        throw new errors/* ActionError */.lZ(`${remedy} Docker says: ${reasonIn(closing)}`);
}
/** The line in which docker says why it failed: the last that begins with ERROR, or else the last one. */
function reasonIn(output) {
    const lines = output.filter((line) => line.trim() !== '');
    const reason = lines.findLast((line) => line.startsWith('ERROR: ')) ?? lines.at(-1) ?? '';
    return (0,foreign_text/* harmlessLine */.Kw)(reason.replace(/^ERROR: /, ''));
}

;// CONCATENATED MODULE: ./build/src/docker/build.js




/** Variables that BuildKit needs to reach a cache service: credentials, so only for caches that are asked for. */
function cacheVariables({ cacheFrom, cacheTo }) {
    const uses = (type) => [...cacheFrom, ...cacheTo].some((cache) => cache.split(',').includes(`type=${type}`));
    return [
        ...(uses('gha') ? [/^ACTIONS_(CACHE_URL|CACHE_SERVICE_V2|RESULTS_URL|RUNTIME_TOKEN)$/] : []),
        ...(uses('s3') ? [/^AWS_\w+$/] : []),
        ...(uses('azblob') ? [/^AZURE_\w+$/] : []),
    ];
}
/** Whether the image fits into every engine's image store: one platform and no attestations. */
function fitsEngine({ platforms, provenance, sbom }) {
    return platforms.length <= 1 && provenance === 'false' && sbom === 'false';
}
/** The arguments of buildx; everything that varies stands in the options, and no secret does. */
function buildArguments(options, references, destination, files) {
    const each = (flag, values) => values.flatMap((value) => [flag, value]);
    const maybe = (flag, value) => (value === undefined ? [] : [flag, value]);
    const output = { engine: ['--load'], cache: ['--output', 'type=cacheonly'], registry: ['--push'] }[destination];
    return [
        'build',
        '--progress=plain',
        ...maybe('--builder', options.builder),
        ...maybe('--file', options.file),
        ...maybe('--target', options.target),
        ...(options.platforms.length > 0 ? ['--platform', options.platforms.join(',')] : []),
        ...each('--build-arg', options.buildArgs),
        ...each('--build-context', options.buildContexts),
        ...each('--secret', files.secrets.map(({ id, file }) => `id=${id},${csvField(`src=${file}`)}`)),
        ...each('--ssh', options.ssh),
        ...each('--label', options.labels),
        ...each('--annotation', options.annotations),
        ...each('--cache-from', options.cacheFrom),
        ...each('--cache-to', options.cacheTo),
        ...(options.noCache ? ['--no-cache'] : []),
        ...(options.pull ? ['--pull'] : []),
        ...maybe('--network', options.network),
        `--provenance=${options.provenance}`,
        `--sbom=${options.sbom}`,
        '--metadata-file',
        files.metadata,
        ...(destination === 'engine' ? ['--iidfile', files.imageId] : []),
        ...output,
        ...(destination === 'cache' ? [] : each('--tag', references)),
        '--',
        options.context,
    ];
}
/**
 * Builds, showing BuildKit's log as it comes. Throws `CommandError` with the last lines of the log.
 * @param directory a private directory, for the secrets' files and what BuildKit writes about the result
 */
async function buildImage(docker, options, references, destination, secrets, directory) {
    const files = {
        metadata: (0,external_node_path_.join)(directory, 'metadata.json'),
        imageId: (0,external_node_path_.join)(directory, 'image-id'),
        secrets: writeSecrets(secrets, (0,external_node_path_.join)(directory, 'secrets')),
    };
    const args = buildArguments(options, references, destination, files);
    await runBuild(docker, args, cacheVariables(options));
    return readResult(files, destination);
}
/** A command for a shell that builds the same image elsewhere; secrets come from variables of the same name. */
function buildCommand(options, reference, secretIds) {
    const files = { metadata: '', imageId: '', secrets: [] };
    const args = buildArguments({ ...options, builder: undefined, cacheTo: [] }, [reference], 'engine', files);
    const secrets = secretIds.flatMap((id) => ['--secret', `id=${id},env=${id}`]);
    const drop = new Set(['--metadata-file', '--iidfile', '']);
    const kept = args.filter((arg) => !drop.has(arg));
    return ['docker', 'buildx', ...kept.slice(0, -2), ...secrets, ...kept.slice(-2)].map(shellWord).join(' ');
}
function shellWord(text) {
    return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
/** BuildKit reads the value of `--secret` as CSV. */
function csvField(text) {
    return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
function writeSecrets(secrets, directory) {
    (0,external_node_fs_.mkdirSync)(directory, { mode: 0o700, recursive: true });
    return secrets.map((secret, index) => {
        if ('file' in secret)
            return secret;
        const file = (0,external_node_path_.join)(directory, String(index));
        (0,external_node_fs_.writeFileSync)(file, secret.value, { mode: 0o600 });
        return { id: secret.id, file };
    });
}
const Descriptor = schemas/* object */.Ikc({ digest: schemas/* string */.YjP() });
function readResult(files, destination) {
    const metadata = JSON.parse((0,external_node_fs_.readFileSync)(files.metadata, 'utf8'));
    const named = ['containerimage.config.digest', 'containerimage.digest'].map((key) => metadata[key]);
    const written = destination === 'engine' ? [(0,external_node_fs_.readFileSync)(files.imageId, 'utf8').trim()] : [];
    const digests = [...new Set([...written, ...named])].filter((digest) => typeof digest === 'string');
    const imageId = digests[0] ?? '';
    const { data: descriptor } = Descriptor.safeParse(metadata['containerimage.descriptor']);
    return {
        metadata,
        imageId,
        engineId: digests.at(-1) ?? imageId,
        manifestDigest: descriptor?.digest,
        digests,
    };
}


/***/ }),

/***/ 3004:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ fromCache),
/* harmony export */   k: () => (/* binding */ scopeCaches)
/* harmony export */ });
/**
 * Gives GitHub's caches that name no scope one of their image: BuildKit's default is the same for all images of a
 * repository, where each build overwrites the cache of the one before.
 *
 * @param caches as `cache-from` and `cache-to` take them: `type=gha,mode=max`
 */
function scopeCaches(caches, scope) {
    return caches.map((cache) => {
        const fields = cache.split(',').map((field) => field.trim());
        const has = (pattern) => fields.some((field) => pattern.test(field));
        return has(/^"?type=gha"?$/i) && !has(/^"?scope=/i) ? `${cache},scope=${scope}` : cache;
    });
}
/**
 * The options of a build that is done once more to have its result elsewhere: it takes every step from the cache, which it
 * writes nowhere again. An inline cache is part of the image.
 */
function fromCache(options) {
    const cacheTo = options.cacheTo.filter((cache) => cache.split(',').includes('type=inline'));
    return { ...options, noCache: false, pull: false, cacheTo };
}


/***/ }),

/***/ 6906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A2: () => (/* binding */ helperVariables),
/* harmony export */   Ch: () => (/* binding */ createPrivateConfig),
/* harmony export */   Kg: () => (/* binding */ readClientConfig),
/* harmony export */   _n: () => (/* binding */ dockerConfigDirectory),
/* harmony export */   n7: () => (/* binding */ registryKey),
/* harmony export */   r$: () => (/* binding */ addLogin)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _lib_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4212);
/* harmony import */ var _lib_log_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7399);





/**
 * Makes a private copy of the job's Docker configuration, so that a login of ours is seen by no other job and gone
 * with the directory: `config.json` is copied; builders, contexts, plugins and whatever else lies beside it is linked.
 */
function createPrivateConfig(parent) {
    const source = dockerConfigDirectory();
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(parent, 'docker');
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(directory, { mode: 0o700 });
    for (const entry of entriesOf(source)) {
        if (entry !== 'config.json')
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.symlinkSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(source, entry), (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, entry));
    }
    const config = readClientConfig();
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, 'config.json'), JSON.stringify(config), { mode: 0o600 });
    return {
        directory,
        env: { DOCKER_CONFIG: directory },
        passOn: helperVariables(config),
        context: config.currentContext,
        pluginDirectories: [...extraDirectories(config), (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(source, 'cli-plugins')],
    };
}
/**
 * Adds a login for docker commands of this run, even where the job keeps its logins in a credential store: an empty
 * entry in `credHelpers` has the client look in the file.
 */
function addLogin({ directory }, host, { username, password }) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, 'config.json');
    const config = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
    const key = registryKey(host);
    const auth = Buffer.from(`${username}:${password}`).toString('base64');
    const content = {
        ...config,
        auths: { ...config.auths, [key]: { auth } },
        credHelpers: { ...config.credHelpers, [key]: '' },
    };
    // A build that reads it at this moment gets the old one or the new one, and no half.
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(`${path}.new`, JSON.stringify(content), { mode: 0o600 });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(`${path}.new`, path);
}
/**
 * Variables with which the credential helpers of the configuration authenticate: credentials, so only those of the
 * helpers that are named there.
 */
function helperVariables({ credHelpers, credsStore }) {
    const named = [credsStore, ...Object.values(credHelpers ?? {})].filter((helper) => typeof helper === 'string');
    const known = [
        [/^(gcloud|gcr)$/, /^(CLOUDSDK|GOOGLE)_\w+$/],
        [/^ecr-login$/, /^AWS_\w+$/],
        [/^acr/, /^(AZURE|ACR)_\w+$/],
    ];
    return known.filter(([helper]) => named.some((name) => helper.test(name))).map(([, variables]) => variables);
}
/** Docker takes no configuration in which this is anything but a list of texts. */
function extraDirectories({ cliPluginsExtraDirs }) {
    return [cliPluginsExtraDirs].flat().filter((directory) => typeof directory === 'string');
}
/** The configuration of the job. One that cannot be read is reported and left out, as Docker's client does. */
function readClientConfig() {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(dockerConfigDirectory(), 'config.json');
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path))
        return {};
    try {
        const config = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
        if (typeof config === 'object' && config !== null && !Array.isArray(config))
            return { ...config };
        _lib_log_js__WEBPACK_IMPORTED_MODULE_4__/* .warning */ .$e(`${path} is not a JSON object; its logins and proxies are not used.`, 'Docker configuration');
    }
    catch (error) {
        // The message of a SyntaxError quotes the file, and with it maybe a login.
        const reason = error instanceof SyntaxError ? 'it is not JSON' : error;
        _lib_log_js__WEBPACK_IMPORTED_MODULE_4__/* .warning */ .$e(`${path} cannot be read (${reason}); its logins and proxies are not used.`, 'Docker configuration');
    }
    return {};
}
/** What Docker's configuration calls a registry: its host, but for Docker Hub. */
function registryKey(host) {
    return host === 'docker.io' ? 'https://index.docker.io/v1/' : host;
}
function entriesOf(directory) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(directory))
        return [];
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(directory);
    }
    catch (error) {
        _lib_log_js__WEBPACK_IMPORTED_MODULE_4__/* .warning */ .$e(`${directory} cannot be read (${error}); its builders and plugins are not used.`, 'Docker configuration');
        return [];
    }
}
/** Where the job keeps its configuration of Docker, and buildx its builders. */
function dockerConfigDirectory() {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)((0,_lib_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .readVariable */ .nt)('DOCKER_CONFIG') || (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), '.docker'));
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
/* harmony import */ var _lib_exec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2956);
/* harmony import */ var _lib_foreign_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1721);





/** Connections that are open at a time, each of them a process. */
const MOST_CONNECTIONS = 8;
/** Characters of what docker says that are kept for the error. */
const KEPT = 4096;
/**
 * Connects to the engine of the job's Docker context or DOCKER_HOST by `docker system dial-stdio`, which passes the
 * bytes of one connection through its standard input and output.
 */
class DialingAgent extends node_http__WEBPACK_IMPORTED_MODULE_1__.Agent {
    #env;
    constructor({ env }) {
        super({ keepAlive: true, maxSockets: MOST_CONNECTIONS });
        this.#env = (0,_lib_exec_js__WEBPACK_IMPORTED_MODULE_3__/* .environment */ .c)(env);
    }
    createConnection() {
        return new Dialed((0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('docker', ['system', 'dial-stdio'], { env: this.#env, stdio: ['pipe', 'pipe', 'pipe'] }));
    }
}
/** The process as a connection, with what Node's client asks of one. */
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
        // What went wrong is in its exit code and its last line.
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
        this.#child.stdin.write(chunk, done);
    }
    _final(done) {
        this.#child.stdin.end(done);
    }
    _destroy(error, done) {
        this.#child.kill();
        done(error);
    }
    /** A connection that nobody uses must not keep this process alive. */
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
/** What docker says of an engine that it cannot reach. */
class DialError extends Error {
    constructor(said, code) {
        const lines = said.split('\n').filter((line) => line.trim() !== '');
        super((0,_lib_foreign_text_js__WEBPACK_IMPORTED_MODULE_4__/* .harmlessLine */ .Kw)(lines.at(-1) ?? `docker system dial-stdio ended with exit code ${code}`));
    }
}


/***/ }),

/***/ 2537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NJ: () => (/* binding */ EngineError),
/* harmony export */   RI: () => (/* binding */ noPermission),
/* harmony export */   SP: () => (/* binding */ explainFailure),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   bA: () => (/* binding */ missingDocker),
/* harmony export */   qE: () => (/* binding */ noAnswer)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9862);
/* harmony import */ var _dialing_agent_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8056);


/** The engine said no, or gave no whole answer. */
class EngineError extends _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ {
    name = 'EngineError';
    /** undefined when no answer came. */
    status;
    /** The engine's own words, harmless. */
    reason;
    constructor(message, reason, status, options) {
        super(message, options);
        this.reason = reason;
        this.status = status;
    }
}
const noAnswer = 'The Docker engine does not answer. Start it on the runner (systemctl start docker), or set DOCKER_HOST to where it is.';
const noPermission = "The Docker engine may not be used by this user. Add the runner's user to the group docker.";
/** Why there was no whole answer, and what to do about it. */
function explainFailure(cause, call, socketPath) {
    const { code, name, message } = cause;
    if (code === 'EACCES' || code === 'EPERM')
        return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(socketPath === undefined ? `${noPermission} ${message}` : `${noPermission} It is behind ${socketPath}.`, { cause });
    if (code === 'ENOENT' && /^spawn docker/.test(message))
        return missingDocker(cause);
    if (cause instanceof _dialing_agent_js__WEBPACK_IMPORTED_MODULE_1__/* .DialError */ .z || code === 'ENOENT' || code === 'ECONNREFUSED')
        return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${noAnswer} ${message}`, { cause });
    const reason = name === 'TimeoutError' || name === 'AbortError'
        ? `it took more than ${call.minutes ?? 2} minutes`
        : message;
    return new EngineError(`The Docker engine gave no whole answer to ${nameOf(call)}: ${reason}`, reason, undefined, {
        cause,
    });
}
function missingDocker(cause) {
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('docker was not found on PATH. Use a runner with Docker, such as ubuntu-latest, or install Docker on this one: https://docs.docker.com/engine/install/', { cause });
}
function nameOf({ method, path }) {
    return `${method} ${path}`;
}


/***/ }),

/***/ 2663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ isPathComponent),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   U$: () => (/* binding */ registryHost),
/* harmony export */   dz: () => (/* binding */ isTag)
/* harmony export */ });
const component = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
const domainName = new RegExp(String.raw `^(?:${label}(?:\.${label})*|\[[A-Fa-f0-9:]+\])(?::[0-9]+)?$`);
const hexLengths = { sha256: 64, sha384: 96, sha512: 128 };
const pathLimit = 255;
/**
 * Reads an image reference by the grammar of distribution/reference. The first segment is a registry when it is
 * `localhost` or has a dot, a colon or a capital: `Docker/docker` names the host `Docker`, `test.com:5000` the tag `5000`.
 *
 * @throws Error with what is wrong in the text and what to write instead
 */
function parseReference(text) {
    const refuse = (reason) => new Error(`${JSON.stringify(text)} is no image reference: ${reason}`);
    if (text === '')
        throw refuse('it is empty; write a name such as "registry.example.com/team/evaluator"');
    const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:\/\//.exec(text)?.[0];
    if (scheme)
        throw refuse(`leave out "${scheme}"`);
    if (/\s/.test(text))
        throw refuse('it holds white space; remove it');
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
/** Writes a reference the way parseReference reads it. */
function formatReference({ domain, path, tag, digest }) {
    const host = domain === undefined ? '' : `${domain}/`;
    return host + path + (tag === undefined ? '' : `:${tag}`) + (digest === undefined ? '' : `@${digest}`);
}
/** The registry that the engine contacts for this reference: `docker.io` when none is written. */
function registryHost({ domain }) {
    return domain === undefined || domain === 'index.docker.io' ? 'docker.io' : domain;
}
function isTag(text) {
    return /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/.test(text);
}
/** Whether the text is one segment of a path: lower-case letters and digits, joined by `.`, `_`, `__` or hyphens. */
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
    return `the tag "${tag}" may hold letters, digits, "_", "." and "-" only, and not begin with "." or "-"`;
}
function problemOfDomain(domain) {
    if (domainName.test(domain))
        return undefined;
    return `the registry "${domain}" must be a host name or address with an optional port, such as "registry.example.com:5000"`;
}
function problemOfPath(domain, path) {
    if (path === '')
        return 'no name is left beside the registry, tag and digest; write one, such as "team/evaluator"';
    if (domain === undefined && /^[0-9a-f]{64}$/.test(path)) {
        return 'it looks like an image id; write a name, or "name@sha256:…"';
    }
    const onDockerHub = registryHost({ ...(domain !== undefined && { domain }) }) === 'docker.io';
    const stored = onDockerHub && !path.includes('/') ? `library/${path}` : path;
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
    return `"${bad}" may hold lower-case letters and digits only, joined by one ".", one or two "_", or "-"`;
}


/***/ }),

/***/ 1433:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ deriveTags)
/* harmony export */ });
const maximumLength = 128;
const shortShaLength = 7;
/**
 * Derives the image's tag from what the job runs on: `v1.2.3` for that Git tag, `<branch>-<short sha>` for a branch,
 * `pr-<number>` for a pull request. Never a moving tag: the Git tag `latest` gets the commit added.
 *
 * @param source.ref the full Git ref, `refs/tags/v1.2.3`
 * @param source.sha the commit, 40 (SHA-1) or 64 (SHA-256) hexadecimal digits
 * @param source.pullRequest number of the pull request, which wins over the ref (`pull_request_target` has a branch there)
 * @param source.dirty whether the image has more than the commit: the tag then ends in `-dirty`, as in `git describe`
 * @returns one valid tag: `[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}`
 * @throws Error when ref or sha are missing or of an unknown kind
 */
function deriveTags(source) {
    const [, kind, name] = /^refs\/(heads|tags|pull)\/(.+)$/s.exec(source.ref) ?? [];
    if (kind === undefined || name === undefined) {
        throw underivable(`the Git ref ${quote(source.ref)} is neither a branch, a tag nor a pull request`);
    }
    if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(source.sha)) {
        throw underivable(`the commit ${quote(source.sha)} is not 40 or 64 hexadecimal digits`);
    }
    const shortSha = source.sha.slice(0, shortShaLength);
    if (source.pullRequest !== undefined || kind === 'pull') {
        return [tagPullRequest(source.pullRequest ?? Number.parseInt(name, 10))];
    }
    const commit = source.dirty ? `${shortSha}-dirty` : shortSha;
    // What Git's tag stands for is something else: the commit tells the two apart.
    if (kind === 'tags' && !source.dirty)
        return [tagGitTag(name, shortSha)];
    return [tagBranch(name, commit)];
}
function tagPullRequest(number) {
    if (!Number.isSafeInteger(number) || number < 1) {
        throw underivable(`the pull request number ${number} is not a positive whole number`);
    }
    return `pr-${number}`;
}
function tagGitTag(name, shortSha) {
    const tag = sanitise(name);
    const kept = tag !== '' && tag !== 'latest' && tag.length <= maximumLength;
    return kept ? tag : addCommit(tag, shortSha);
}
function tagBranch(name, commit) {
    return addCommit(sanitise(name).replace(/[-.]+$/, ''), commit);
}
/** Shortens the name, never the commit: two long branches must not share a tag. */
function addCommit(name, commit) {
    return `${name.slice(0, maximumLength - commit.length - 1) || 'sha'}-${commit}`;
}
function sanitise(name) {
    return name.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[-.]+/, '');
}
function underivable(reason) {
    return new Error(`no tag can be derived: ${reason}; set \`tags\``);
}
function quote(value) {
    return value === '' ? '(empty)' : JSON.stringify(value);
}


/***/ }),

/***/ 2617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ startedByGitHub),
/* harmony export */   j: () => (/* binding */ readEvent)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8395);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9862);



const Repository = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ full_name: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() });
const Head = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ repo: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .nullable */ .mee(Repository), sha: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() });
/** The fields of GitHub's event payloads that decisions depend on. */
const Payload = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    pull_request: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ number: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), head: Head, base: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ repo: Repository }) })),
    workflow_run: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ event: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), head_repository: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .nullable */ .mee(Repository) })),
    repository: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(Repository),
});
/** Whether the process runs in a job of GitHub Actions. Codespaces have some of the same variables, and not this one. */
function startedByGitHub() {
    return process.env.GITHUB_ACTIONS === 'true';
}
/**
 * Reads the event from the runner's variables and its payload file.
 * (`@actions/github` would do it as well, but loads all of Octokit with it: 40 ms at each start.)
 */
function readEvent(env = process.env) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository = '', GITHUB_RUN_ID: run } = env;
    return {
        eventName: env.GITHUB_EVENT_NAME ?? '',
        ref: env.GITHUB_REF ?? '',
        sha: env.GITHUB_SHA ?? '',
        actor: env.GITHUB_ACTOR ?? '',
        repository,
        runUrl: server && repository && run ? `${server}/${repository}/actions/runs/${run}` : undefined,
        workflowRef: env.GITHUB_WORKFLOW_REF,
        job: env.GITHUB_JOB,
        apiUrl: env.GITHUB_API_URL,
        payload: readPayload(env.GITHUB_EVENT_PATH),
    };
}
function readPayload(path) {
    if (!path)
        return {};
    try {
        return Payload.parse(JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8')));
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`The event payload (GITHUB_EVENT_PATH) ${path} cannot be read, so it is not known whether this run may see secrets. Check what wrote it.`, { cause });
    }
}


/***/ }),

/***/ 2956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ environment),
/* harmony export */   e: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var node_async_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6698);
/* harmony import */ var node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3053);
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1260);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9862);
/* harmony import */ var _foreign_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1721);
/* harmony import */ var _starts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2576);






/** Variables that a command may need; no input, no credential and no command file of the runner is among them. */
const PASSED_ON = [
    /^(PATH|HOME|USER|LOGNAME|SHELL|LANG|LANGUAGE|TZ|TERM|TMPDIR|PWD)$/,
    /^LC_\w+$/,
    /^(DOCKER|BUILDX|BUILDKIT|COMPOSE|XDG)_\w+$/,
    /^(SSH_AUTH_SOCK|SSL_CERT_FILE|SSL_CERT_DIR|SOURCE_DATE_EPOCH|KUBECONFIG|RUNNER_TEMP)$/,
    /^(https?|no|all|ftp)_proxy$/i,
    // By it the runner finds what a killed step left running, and ends that.
    /^RUNNER_TRACKING_ID$/,
];
/** The last lines of a command that are kept for its error message and for finding the place of a failure. */
const KEPT_LINES = 400;
/** Bytes: Linux' MAX_ARG_STRLEN without the closing zero. */
const LONGEST_ARGUMENT = 128 * 1024 - 1;
/**
 * Runs a command without a shell and without echoing its arguments, and waits for its end.
 * Throws `CommandError` when it cannot be started; judging the exit code is the caller's.
 */
async function run(command, args, options) {
    const { input, onLine, timeout } = options;
    refuseLongArgument(command, args);
    const deadline = AbortSignal.timeout(timeout);
    const signal = AbortSignal.any([options.signal, deadline]);
    const output = [];
    const stdout = [];
    const keep = (line) => {
        output.push(line);
        if (output.length > KEPT_LINES)
            output.shift();
        onLine?.(line);
    };
    const readers = { stdout: new _foreign_text_js__WEBPACK_IMPORTED_MODULE_4__/* .LineReader */ .uo(keep), stderr: new _foreign_text_js__WEBPACK_IMPORTED_MODULE_4__/* .LineReader */ .uo(keep) };
    const listeners = {
        stdout: (chunk) => {
            if (!onLine)
                stdout.push(chunk);
            readers.stdout.write(chunk);
        },
        stderr: (chunk) => readers.stderr.write(chunk),
    };
    const settings = {
        silent: true,
        ignoreReturnCode: true,
        env: environment(options.env, options.passOn),
        // Also without input, lest a command that reads some waits for ever.
        input: Buffer.from(input ?? ''),
        listeners,
    };
    const exitCode = await execute(command, args, settings, signal).catch((cause) => {
        options.signal.throwIfAborted();
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .CommandError */ .Qd(`${command} could not be run: ${messageOf(cause)}`, undefined, output, { cause });
    });
    readers.stdout.end();
    readers.stderr.end();
    options.signal.throwIfAborted();
    if (deadline.aborted)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .CommandError */ .Qd(`${command} ${args[0]} was not done after ${timeout / 60_000} minutes and was stopped`, undefined, output);
    return { exitCode, stdout: Buffer.concat(stdout).toString('utf8'), output };
}
/** Runs a command by `@actions/exec`, and ends it when the signal says so. undefined for one that a signal ended. */
async function execute(command, args, settings, signal) {
    signal.throwIfAborted();
    const child = new Child((0,_starts_js__WEBPACK_IMPORTED_MODULE_5__/* .announceStart */ .W)());
    const stop = () => child.end();
    signal.addEventListener('abort', stop, { once: true });
    try {
        const exitCode = await startedChild.run(child, () => (0,_actions_exec__WEBPACK_IMPORTED_MODULE_2__/* .exec */ .m)(`"${command}"`, [...args], settings));
        return exitCode ?? undefined;
    }
    finally {
        signal.removeEventListener('abort', stop);
        child.forget();
    }
}
/** Node throws for it at a moment when `@actions/exec` cannot catch it. */
function refuseLongArgument(command, args) {
    const size = Math.max(0, ...args.map((arg) => Buffer.byteLength(arg)));
    if (size > LONGEST_ARGUMENT)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .CommandError */ .Qd(`${command} could not be run: an argument has ${size} bytes, and Linux allows ${LONGEST_ARGUMENT}. Pass the long value in a file.`);
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}
/** The variables of the job that commands get: an allow-list, since the job's environment holds credentials. */
function environment(changes = {}, passOn = []) {
    const allowed = [...PASSED_ON, ...passOn];
    const passed = Object.entries(process.env).filter(([name]) => allowed.some((pattern) => pattern.test(name)));
    return { ...Object.fromEntries(passed), ...changes };
}
/** `@actions/exec` does not hand out the process that it starts; Node's own channel does. */
class Child {
    #process;
    #kill;
    #tellStart;
    constructor(tellStart) {
        this.#tellStart = tellStart;
    }
    /** Called when the process exists as an object, but does not run yet. */
    started(process) {
        this.#process = process;
        // A command may end without reading its input: its exit code then says why, and the broken pipe nothing.
        process.once('spawn', () => {
            this.#tellStart();
            process.stdin?.on('error', () => undefined);
            if (this.#kill)
                process.kill('SIGTERM');
        });
    }
    end() {
        this.#process?.kill('SIGTERM');
        this.#kill = setTimeout(() => this.#process?.kill('SIGKILL'), 5_000);
    }
    forget() {
        this.#tellStart();
        clearTimeout(this.#kill);
    }
}
const startedChild = new node_async_hooks__WEBPACK_IMPORTED_MODULE_0__.AsyncLocalStorage();
(0,node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_1__.subscribe)('child_process', (message) => {
    const { process } = message;
    startedChild.getStore()?.started(process);
});


/***/ }),

/***/ 8150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ groupBy)
/* harmony export */ });
/** The items by their key, in order; `Map.groupBy`, which Node 20 has not. */
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

/***/ 9746:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ decideMode),
/* harmony export */   k: () => (/* binding */ privilegedFork)
/* harmony export */ });
/** Decides by the `dry-run` input, and for `auto` by the event: whatever may carry unreviewed code never publishes. */
function decideMode(dryRun, event) {
    if (dryRun !== 'auto')
        return { dryRun: dryRun === 'true', reason: `dry-run is ${dryRun}` };
    const hold = reasonToHold(event);
    return hold ? { dryRun: true, reason: hold } : { dryRun: false, reason: publishingReason(event) };
}
/**
 * Whose code from a fork an event brings together with the secrets of this repository: `owner/name` of the fork.
 * Such an event runs in the context of the base repository, so building the fork's code would hand it the secrets.
 * What a workflow checks out cannot be known, so the event alone decides.
 */
function privilegedFork({ eventName, repository, payload }) {
    const { pull_request: pull, workflow_run: run } = payload;
    if (eventName === 'pull_request_target' && pull && pull.head.repo?.full_name !== pull.base.repo.full_name) {
        return pull.head.repo?.full_name ?? 'a fork that was deleted';
    }
    if (eventName === 'workflow_run' && run && run.head_repository?.full_name !== repository) {
        return run.head_repository?.full_name ?? 'a fork that was deleted';
    }
    return undefined;
}
/** Why an event must not publish, undefined when it may. */
function reasonToHold(event) {
    const { eventName, actor, payload, repository } = event;
    const { pull_request: pull, workflow_run: run } = payload;
    const of = (name) => name === repository ? 'of this repository' : `from the fork ${name ?? '(deleted)'}`;
    if (eventName.startsWith('pull_request')) {
        return pull
            ? `pull request #${pull.number} ${of(pull.head.repo?.full_name)} (${eventName})`
            : `${eventName} event`;
    }
    if (eventName === 'workflow_run' && run) {
        const head = run.head_repository?.full_name;
        if (run.event.startsWith('pull_request') || head !== repository)
            return `workflow_run after a ${run.event} ${of(head)}`;
    }
    if (eventName === 'issue_comment')
        return 'issue_comment event: whose code is checked out cannot be told';
    if (eventName === 'merge_group')
        return 'merge queue: the commit is not merged yet';
    if (actor === 'dependabot[bot]')
        return 'started by Dependabot, whose runs get no secrets';
    return undefined;
}
function publishingReason({ eventName, ref }) {
    const name = ref.replace(/^refs\/(heads|tags)\//, '');
    const how = eventName === '' ? 'not started by GitHub' : eventName;
    if (ref.startsWith('refs/tags/'))
        return `tag ${name} (${how})`;
    if (ref.startsWith('refs/heads/'))
        return `branch ${name} (${how})`;
    return eventName === '' ? 'no event: not started by GitHub' : `${eventName} event`;
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

/***/ 3687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DI: () => (/* binding */ emptyFixture),
/* harmony export */   Y_: () => (/* binding */ readFixture),
/* harmony export */   e8: () => (/* binding */ distinctSamples)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8395);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3759);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4671);



const Data = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J());
const Sample = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    test_sample: Data,
    metadata: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ._default */ .Rvf(Data, {}),
    ground_truth: Data,
    inference: Data,
});
const TestCase = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ name: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* ._minLength */ .m9(1)), samples: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(Sample) });
const File = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ test_cases: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(TestCase).check(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* ._minLength */ .m9(1)) });
/** What a run has without a fixture file: the platform never runs a suite that has no test case. */
const emptyFixture = { test_cases: [{ name: 'contract test case', samples: [] }] };
/** Reads a fixture file. Throws an error that says what to correct. */
function readFixture(path) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path))
        throw new Error(`there is no file ${JSON.stringify(path)}; write its path relative to the root of the repository`);
    const result = File.safeParse(parseJson((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8')), _problem_js__WEBPACK_IMPORTED_MODULE_1__/* .english */ .x);
    if (result.success)
        return result.data;
    throw new Error(`${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .problemIn */ .D)(result.error, 'the file')}; write {"test_cases": [{"name": "…", "samples": [{"test_sample": {…}, "ground_truth": {…}, "inference": {…}}]}]}`);
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw new Error(`is no JSON: ${error instanceof Error ? error.message : error}`);
    }
}
/** Every sample once, as the platform's batches of a test run have it: a sample may be in several test cases. */
function distinctSamples({ test_cases }) {
    const samples = test_cases.flatMap((one) => one.samples);
    return [...new Map(samples.map((sample) => [JSON.stringify(sample.test_sample), sample])).values()];
}


/***/ }),

/***/ 4671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ english),
  D: () => (/* binding */ problemIn)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/core/util.js
var util = __webpack_require__(4723);
;// CONCATENATED MODULE: ./node_modules/zod/v4/locales/en.js

const error = () => {
    const Sizable = {
        string: { unit: "characters", verb: "to have" },
        file: { unit: "bytes", verb: "to have" },
        array: { unit: "items", verb: "to have" },
        set: { unit: "items", verb: "to have" },
        map: { unit: "entries", verb: "to have" },
    };
    function getSizing(origin) {
        return Sizable[origin] ?? null;
    }
    const FormatDictionary = {
        regex: "input",
        email: "email address",
        url: "URL",
        emoji: "emoji",
        uuid: "UUID",
        uuidv4: "UUIDv4",
        uuidv6: "UUIDv6",
        nanoid: "nanoid",
        guid: "GUID",
        cuid: "cuid",
        cuid2: "cuid2",
        ulid: "ULID",
        xid: "XID",
        ksuid: "KSUID",
        datetime: "ISO datetime",
        date: "ISO date",
        time: "ISO time",
        duration: "ISO duration",
        ipv4: "IPv4 address",
        ipv6: "IPv6 address",
        mac: "MAC address",
        cidrv4: "IPv4 range",
        cidrv6: "IPv6 range",
        base64: "base64-encoded string",
        base64url: "base64url-encoded string",
        json_string: "JSON string",
        e164: "E.164 number",
        currency_code: "currency code",
        credit_card: "credit card number",
        iban: "IBAN",
        jwt: "JWT",
        template_literal: "input",
    };
    // type names: missing keys = do not translate (use raw value via ?? fallback)
    const TypeDictionary = {
        // Compatibility: "nan" -> "NaN" for display
        nan: "NaN",
        // All other type names omitted - they fall back to raw values via ?? operator
    };
    function getTypeName(type, input) {
        if (type === "number" && typeof input === "number" && !Number.isFinite(input)) {
            return String(input);
        }
        return TypeDictionary[type] ?? type;
    }
    return (issue) => {
        switch (issue.code) {
            case "invalid_type": {
                const expected = getTypeName(issue.expected);
                const receivedType = util/* parsedType */.GW(issue.input);
                const received = getTypeName(receivedType, issue.input);
                return `Invalid input: expected ${expected}, received ${received}`;
            }
            case "invalid_value":
                if (issue.values.length === 1)
                    return `Invalid input: expected ${util/* stringifyPrimitive */.B7(issue.values[0])}`;
                return `Invalid option: expected one of ${util/* joinValues */.jw(issue.values, "|")}`;
            case "too_big": {
                const adj = issue.exact ? "exactly " : issue.inclusive ? "<=" : "<";
                const sizing = getSizing(issue.origin);
                if (sizing)
                    return `Too big: expected ${issue.origin ?? "value"} to have ${adj}${issue.maximum.toString()} ${sizing.unit ?? "elements"}`;
                return `Too big: expected ${issue.origin ?? "value"} to be ${adj}${issue.maximum.toString()}`;
            }
            case "too_small": {
                const adj = issue.exact ? "exactly " : issue.inclusive ? ">=" : ">";
                const sizing = getSizing(issue.origin);
                if (sizing) {
                    return `Too small: expected ${issue.origin} to have ${adj}${issue.minimum.toString()} ${sizing.unit}`;
                }
                return `Too small: expected ${issue.origin} to be ${adj}${issue.minimum.toString()}`;
            }
            case "invalid_format": {
                const _issue = issue;
                if (_issue.format === "starts_with") {
                    return `Invalid string: must start with "${_issue.prefix}"`;
                }
                if (_issue.format === "ends_with")
                    return `Invalid string: must end with "${_issue.suffix}"`;
                if (_issue.format === "includes")
                    return `Invalid string: must include "${_issue.includes}"`;
                if (_issue.format === "regex")
                    return `Invalid string: must match pattern ${_issue.pattern}`;
                return `Invalid ${FormatDictionary[_issue.format] ?? issue.format}`;
            }
            case "not_multiple_of":
                return `Invalid number: must be a multiple of ${issue.divisor}`;
            case "unrecognized_keys":
                return `Unrecognized key${issue.keys.length > 1 ? "s" : ""}: ${util/* joinValues */.jw(issue.keys, ", ")}`;
            case "invalid_key":
                return `Invalid key in ${issue.origin}`;
            case "invalid_union":
                if (issue.options && Array.isArray(issue.options) && issue.options.length > 0) {
                    const opts = issue.options.map((o) => `'${o}'`).join(" | ");
                    return `Invalid discriminator value. Expected ${opts}`;
                }
                if (issue.inclusive === false) {
                    return "Invalid input: more than one option matched";
                }
                return "Invalid input";
            case "invalid_element":
                return `Invalid value in ${issue.origin}`;
            default:
                return `Invalid input`;
        }
    };
};
/* harmony default export */ function en() {
    return {
        localeError: error(),
    };
}

;// CONCATENATED MODULE: ./build/src/platforms/kolena/contract/problem.js

/** How to parse what people are told the problems of: without a language, zod does not say what it expected. */
const english = { error: en().localeError };
/** What is wrong first, and where: `test_cases.0.name: Invalid input: expected string, received number`. */
function problemIn({ issues: [issue] }, whole) {
    return `${issue?.path.join('.') || whole}: ${issue?.message}`;
}


/***/ }),

/***/ 3438:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gp: () => (/* binding */ loadPlatform),
/* harmony export */   d3: () => (/* binding */ platformVariables),
/* harmony export */   kh: () => (/* binding */ missingToken),
/* harmony export */   vC: () => (/* binding */ platformFields)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8395);
/* harmony import */ var _lib_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4940);
/* harmony import */ var _lib_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4212);
/** The inputs about the platform that several actions share. */



const platformFields = {
    'api-token': (0,_lib_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .secret */ .rJ)(_lib_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .token */ .Sh),
    'api-url': zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .prefault */ .SdS(_lib_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .address */ .hl, 'https://api.kolena.io'),
};
/** Variables of the environment that stand in for inputs: those of the platform's own client. */
const platformVariables = { 'api-token': 'KOLENA_TOKEN', 'api-url': 'KOLENA_API_URL' };
/** @param purpose why a token is required, such as "to create the model" */
function missingToken(purpose) {
    return `is required ${purpose}, and is empty; store the platform's API token as the secret KOLENA_TOKEN of the repository (Settings, Secrets and variables, Actions), and write api-token: \${{ secrets.KOLENA_TOKEN }}; on your own machine, set the variable KOLENA_TOKEN`;
}
/** @param purpose why a token is required, such as "to create the model"; undefined when none is */
function loadPlatform(inputs, purpose) {
    const { 'api-token': apiToken, 'api-url': apiUrl } = inputs.values;
    if (purpose !== undefined && apiToken === undefined)
        inputs.problem('api-token', undefined, missingToken(purpose));
    return { apiUrl, apiToken };
}


/***/ }),

/***/ 8676:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Im: () => (/* binding */ comment),
/* harmony export */   sI: () => (/* binding */ loadComment),
/* harmony export */   we: () => (/* binding */ markerOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9862);
/* harmony import */ var _lib_log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7399);
/* harmony import */ var _lib_retry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2183);
/* harmony import */ var _lib_shorten_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(332);





/** Bytes. GitHub takes 65,536 characters. */
const LARGEST = 60_000;
/** undefined where there is no pull request to comment on, or the workflow wants no comment. */
function loadComment({ values }, event) {
    const { 'github-token': token, comment, 'evaluator-name': evaluator, image, workflow } = values;
    const { eventName, repository, payload, apiUrl, runUrl } = event;
    const { pull_request: pull } = payload;
    if (comment === 'off' || !token || !pull || !eventName.startsWith('pull_request'))
        return undefined;
    const [owner = '', repo = ''] = repository.split('/');
    return {
        pullRequest: { apiUrl: apiUrl || 'https://api.github.com', owner, repo, number: pull.number, token },
        fork: pull.head.repo?.full_name !== pull.base.repo.full_name,
        marker: markerOf(event, workflow, evaluator, image?.domain, image?.path, values['api-url'].href),
        sha: pull.head.sha,
        runUrl,
    };
}
/** A digest, since a name could end an HTML comment. The ref is no part of it: it is another one in each event. */
function markerOf({ workflowRef = '', job = '' }, ...subject) {
    const workflow = workflowRef.replace(/@refs\/.*$/, '');
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify([workflow, job, ...subject]));
    return `<!-- evaluator-action ${digest.digest('hex').slice(0, 32)} -->`;
}
/**
 * Writes the comment, or updates it. Gives the reason where that could not be, for people to read: what GitHub does
 * with a comment never fails the step.
 */
async function comment({ pullRequest, marker, fork }, body, signal) {
    try {
        const { placeComment } = await Promise.all(/* import() */[__webpack_require__.e(28), __webpack_require__.e(732)]).then(__webpack_require__.bind(__webpack_require__, 5732));
        const write = () => placeComment(pullRequest, marker, `${marker}\n${(0,_lib_shorten_js__WEBPACK_IMPORTED_MODULE_4__/* .shorten */ .m)(body, LARGEST)}`, signal);
        await (0,_lib_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L)(write, { what: 'The comment on the pull request', signal });
        return undefined;
    }
    catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        // A token that may only read is what forks get, and a choice of the workflow elsewhere: nothing to warn of.
        if (error instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpError */ .j$ && [401, 403, 404].includes(error.status ?? 0)) {
            _lib_log_js__WEBPACK_IMPORTED_MODULE_2__/* .info */ .pq(`No comment on the pull request: ${message}`);
            return `${fork ? forkRemedy : permissionRemedy} (${message})`;
        }
        _lib_log_js__WEBPACK_IMPORTED_MODULE_2__/* .warning */ .$e(`The pull request has no comment: ${message}`, 'Comment');
        return message;
    }
}
const forkRemedy = 'the token may not write there, as is so for pull requests from forks';
const permissionRemedy = 'the token may not write there. Give the job permissions: pull-requests: write, or set comment: off';


/***/ }),

/***/ 6880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bg: () => (/* binding */ resultOf),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   nM: () => (/* binding */ plannedRuns)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9862);
/* harmony import */ var _lib_group_by_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8150);


function resultOf({ inputs, publication, seconds, error }) {
    if (error instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc || seconds === undefined)
        return 'cancelled';
    if (error !== undefined)
        return 'failed';
    if (inputs.mode.dryRun)
        return 'ready';
    if (!publication.registration)
        return 'pushed';
    return publication.changed ? 'published' : 'unchanged';
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}
/** Runs that have not begun, each with a name of its own. */
function plannedRuns(evaluators, journal) {
    const shortName = ({ evaluator, image }) => evaluator?.name ?? image.path;
    const counts = (0,_lib_group_by_js__WEBPACK_IMPORTED_MODULE_1__/* .groupBy */ .$)(evaluators, shortName);
    const used = new Set();
    return evaluators.map((inputs, index) => {
        const short = shortName(inputs);
        const alone = counts.get(short)?.length === 1;
        const long = alone ? short : `${short} (${inputs.evaluator?.workflow ?? inputs.image.tags[0]})`;
        const name = used.has(long) ? `${long} ${index + 1}` : long;
        used.add(name);
        return { index, name, inputs, publication: { changed: false }, journal: journal.part() };
    });
}


/***/ }),

/***/ 9276:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ variables),
/* harmony export */   O: () => (/* binding */ fields)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8395);
/* harmony import */ var _aws_arn_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2672);
/* harmony import */ var _docker_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2663);
/* harmony import */ var _lib_fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4940);
/* harmony import */ var _lib_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4212);
/* harmony import */ var _verify_findings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6769);
/** The inputs of the root action: name, type and rules. What each means, and its default, stands in action.yml. */






const organization = _lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n8.check(zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .refine */ .YPB(_docker_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isPathComponent */ .$$, {
    error: 'is no name of an organization; write it as in the address of the platform, app.kolena.io/<organization>, in lower case',
}));
const registryHost = _lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n8.check(zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .refine */ .YPB((text) => hasDomain(text), {
    error: 'is no registry; write its host, with a port if need be, like docker.kolena.io, and no path or https://',
}));
const tags = (0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)({ comma: true }).check(zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .superRefine */ .zni((items, context) => {
    const wrong = items.find((item) => !(0,_docker_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isTag */ .dz)(item));
    if (wrong !== undefined)
        context.addIssue(`${JSON.stringify(wrong)} is no tag; a tag has letters, digits, "_", "." and "-", begins with none of the last two, and has 128 characters at most`);
}));
const platforms = (0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)({ comma: true }).check(zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .superRefine */ .zni((items, context) => {
    const wrong = items.find((item) => !/^[a-z0-9]+\/[a-z0-9_]+(\/[a-z0-9.]+)?$/.test(item));
    if (wrong !== undefined)
        context.addIssue(`${JSON.stringify(wrong)} is no platform; write them like linux/amd64,linux/arm64`);
}));
const attestation = _lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n8.check(zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .refine */ .YPB((text) => /^(true|false|[a-z-]+=.+)$/.test(text), {
    error: 'write true, false, or parameters of BuildKit like mode=max',
}));
const image = (0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .parsed */ .Yz)((text) => {
    const reference = (0,_docker_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(text);
    if (reference.tag !== undefined)
        throw new Error(`"${text}" has a tag; leave ":${reference.tag}" out here and write tags: ${reference.tag}`);
    if (reference.digest !== undefined)
        throw new Error(`"${text}" has a digest; leave it out: what is pushed decides it, and image-reference: digest registers it`);
    return reference;
});
const findingIds = (0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)({ comma: true }).check(zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .refine */ .YPB((items) => items.every(_verify_findings_js__WEBPACK_IMPORTED_MODULE_4__/* .isFindingId */ .nU), {
    error: `names no finding; the ids are ${Object.keys(_verify_findings_js__WEBPACK_IMPORTED_MODULE_4__/* .findingKinds */ .jx).join(', ')}`,
}));
const seconds = wholeNumber(1, 99_999, 'write a number of seconds, such as 120');
/** More would find the engine's networks or the runner's memory used up. */
const concurrency = wholeNumber(1, 32, 'write a number from 1 to 32');
const variable = _lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n8.check(zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .refine */ .YPB((text) => /^[A-Za-z_]\w*$/.test(text), {
    error: 'is no name of a variable; write the name alone, such as EVALUATOR_SECRET (secrets of the build, id=VARIABLE, belong into secret-envs)',
}));
/** In milliseconds; Infinity for `off`. */
const age = (0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .parsed */ .Yz)((text) => {
    const [, count, unit] = /^([1-9]\d{0,3})([hdw])$/.exec(text) ?? [];
    if (text === 'off')
        return Number.POSITIVE_INFINITY;
    if (count !== undefined)
        return Number(count) * { h: 1, d: 24, w: 168 }[unit] * 3_600_000;
    throw new Error('write a time such as 12h, 30d or 8w, or off');
});
const roleArn = (0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .parsed */ .Yz)((text) => {
    (0,_aws_arn_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRoleArn */ .D)(text);
    return text;
});
const fields = {
    workflow: _lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .name */ .UU,
    'evaluator-name': _lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .name */ .UU,
    secret: (0,_lib_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .secret */ .rJ)(zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()),
    'secret-env': variable,
    'aws-assume-role': roleArn,
    'api-token': (0,_lib_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .secret */ .rJ)(_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .token */ .Sh),
    'api-url': zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .prefault */ .SdS(_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .address */ .hl, 'https://api.kolena.io'),
    organization,
    image,
    tags,
    registry: zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .prefault */ .SdS(registryHost, 'docker.kolena.io'),
    'registry-username': _lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n8,
    'registry-password': (0,_lib_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .secret */ .rJ)(zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()),
    'create-repository': zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .prefault */ .SdS(_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zM, 'true'),
    'tag-immutability': zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .prefault */ .SdS(_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zM, 'false'),
    'image-reference': zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .prefault */ .SdS((0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)('tag', 'digest'), 'tag'),
    build: zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .prefault */ .SdS(_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zM, 'true'),
    context: zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .prefault */ .SdS(_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n8, '.'),
    file: _lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n8,
    target: _lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n8,
    platforms: zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .prefault */ .SdS(platforms, 'linux/amd64'),
    'build-args': (0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .pairs */ .AS)('NAME=value'),
    'build-contexts': (0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .pairs */ .AS)('name=path'),
    secrets: (0,_lib_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .secret */ .rJ)((0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .pairs */ .AS)('id=value')),
    'secret-envs': (0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)({ comma: true }),
    'secret-files': (0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .pairs */ .AS)('id=path'),
    labels: (0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .pairs */ .AS)('name=value'),
    annotations: (0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(),
    'cache-from': (0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(),
    'cache-to': (0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(),
    'no-cache': zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .prefault */ .SdS(_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zM, 'false'),
    pull: zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .prefault */ .SdS(_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zM, 'false'),
    network: _lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n8,
    ssh: (0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)({ comma: true }),
    builder: _lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n8,
    provenance: zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .prefault */ .SdS(attestation, 'false'),
    sbom: zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .prefault */ .SdS(attestation, 'false'),
    register: zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .prefault */ .SdS(_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zM, 'true'),
    reuse: zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .prefault */ .SdS(_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zM, 'false'),
    'reuse-maximum-age': zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .prefault */ .SdS(age, '30d'),
    'dry-run': zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .prefault */ .SdS((0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)('auto', 'true', 'false'), 'auto'),
    'allow-fork-code': zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .prefault */ .SdS(_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zM, 'false'),
    evaluators: _lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n8,
    concurrency: zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .prefault */ .SdS(concurrency, '8'),
    'trust-policy': zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .prefault */ .SdS((0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)('off', 'verify', 'apply'), 'off'),
    verify: zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .prefault */ .SdS((0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)('off', 'start', 'contract'), 'start'),
    'accept-findings': findingIds,
    'verify-timeout': zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .prefault */ .SdS(seconds, '120'),
    'contract-fixture': _lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n8,
    'github-token': (0,_lib_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .secret */ .rJ)(zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()),
    comment: zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .prefault */ .SdS((0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)('auto', 'off'), 'auto'),
};
/** Variables of the environment that stand in for inputs: those of the platform's own client. */
const variables = { 'api-token': 'KOLENA_TOKEN', 'api-url': 'KOLENA_API_URL' };
function wholeNumber(least, most, error) {
    return (0,_lib_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .parsed */ .Yz)((text) => {
        const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
        if (value >= least && value <= most)
            return value;
        throw new Error(error);
    }).check(zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .meta */ .mIj({ shape: 'number', least, most }));
}
function hasDomain(text) {
    try {
        return (0,_docker_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(`${text}/image`).domain === text;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 6548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ loadInputs),
  K: () => (/* binding */ readInputs)
});

// EXTERNAL MODULE: ./build/src/docker/reference.js
var reference = __webpack_require__(2663);
// EXTERNAL MODULE: ./build/src/docker/tags.js
var docker_tags = __webpack_require__(1433);
// EXTERNAL MODULE: ./build/src/lib/inputs.js
var lib_inputs = __webpack_require__(4212);
// EXTERNAL MODULE: ./build/src/lib/mode.js
var lib_mode = __webpack_require__(9746);
// EXTERNAL MODULE: ./build/src/platforms/kolena/fields.js
var fields = __webpack_require__(3438);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/docker/build.js + 2 modules
var build = __webpack_require__(1568);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./build/src/docker/client-config.js
var client_config = __webpack_require__(6906);
;// CONCATENATED MODULE: ./build/src/docker/builder.js





const Current = schemas/* object */.Ikc({ Name: schemas/* string */.YjP() });
const Instance = schemas/* object */.Ikc({ Driver: schemas/* string */.YjP() });
/**
 * The buildx driver of a builder: `docker` for the engine's own, else `docker-container`, `remote`, `kubernetes`,
 * `cloud`. It is read from buildx's files, as asking buildx takes a process. Whether the current builder belongs to
 * this engine is not looked at: a wrong answer costs time, and leads to the same image.
 *
 * @param name undefined for the current builder
 */
function builderDriver(name) {
    const directory = (0,lib_inputs/* readVariable */.nt)('BUILDX_CONFIG') || (0,external_node_path_.join)((0,client_config/* dockerConfigDirectory */._n)(), 'buildx');
    const builder = name ?? ((0,lib_inputs/* readVariable */.nt)('BUILDX_BUILDER') || read(Current, (0,external_node_path_.join)(directory, 'current'))?.Name);
    // Buildx takes other names for those of Docker contexts, whose engine then builds.
    if (!builder || !/^[a-z][\w.-]*$/i.test(builder))
        return 'docker';
    return read(Instance, (0,external_node_path_.join)(directory, 'instances', builder.toLowerCase()))?.Driver || 'docker';
}
/** undefined for a file that is not there, or is not as buildx wrote it until now. */
function read(schema, path) {
    try {
        return schema.parse(JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8')));
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/src/docker/cache.js
var cache = __webpack_require__(3004);
// EXTERNAL MODULE: ./build/src/lib/lists.js
var lists = __webpack_require__(7484);
// EXTERNAL MODULE: ./build/src/lib/secrets.js
var lib_secrets = __webpack_require__(1752);
;// CONCATENATED MODULE: ./build/src/publish/evaluator-inputs.js


/** Reads what is registered beside the image, and notes what is wrong in it. */
function loadEvaluator(inputs, dryRun) {
    const { values } = inputs;
    for (const name of ['workflow', 'evaluator-name']) {
        if (!values[name])
            inputs.missing(name, 'is required to register the evaluator; set it, or register: false');
    }
    checkSecret(inputs, dryRun);
    return {
        workflow: values.workflow ?? '',
        name: values['evaluator-name'] ?? '',
        secret: givenSecret(inputs),
        awsAssumeRole: values['aws-assume-role'],
    };
}
/** The evaluator's secret, itself or by its variable. A variable that is empty has none, as an input has. */
function givenSecret({ values }) {
    const variable = values['secret-env'];
    const secret = values.secret ?? ((variable && (0,lib_inputs/* readVariable */.nt)(variable)) || undefined);
    if (secret !== undefined)
        (0,lib_secrets/* maskSecret */.$l)(secret);
    return secret;
}
function checkSecret(inputs, dryRun) {
    const { secret, 'secret-env': variable } = inputs.values;
    if (variable === undefined)
        return;
    const value = (0,lib_inputs/* readVariable */.nt)(variable);
    if (secret !== undefined)
        inputs.problem('secret-env', variable, 'stands beside secret; set one of the two');
    else if (value === undefined)
        inputs.problem('secret-env', variable, 'there is no such variable in the environment; set it in the env of the step');
    // The variable of a secret is empty where the event must not see secrets: a dry run needs none.
    else if (value === '' && !dryRun)
        inputs.problem('secret-env', variable, 'the variable is empty; see that the secret behind it exists');
}

;// CONCATENATED MODULE: ./build/src/publish/build-inputs.js









/** Reads the build group, and notes what is wrong in it. A dry run reads caches and writes none. */
function loadBuildInput(inputs, dryRun) {
    const options = loadBuild(inputs);
    if (dryRun)
        options.cacheTo = [];
    return {
        options,
        secrets: loadSecrets(inputs),
        local: isLocal(inputs.values.context),
        store: chooseStore(options, inputs, dryRun),
    };
}
/**
 * An image that is going to be run, or shown, has to be in the engine. From a builder of its own, any other is pushed
 * straight to the registry: by way of the engine all of it would be moved twice.
 */
function chooseStore(options, { values }, dryRun) {
    if (!(0,build/* fitsEngine */.Jb)(options))
        return 'builder';
    const wanted = dryRun || values.verify !== 'off';
    return wanted || builderDriver(options.builder) === 'docker' ? 'engine' : 'builder';
}
function loadBuild(inputs) {
    const { values } = inputs;
    const { context, file } = values;
    const scope = values.image?.path ?? '';
    const dockerfile = file ?? (0,external_node_path_.join)(context, 'Dockerfile');
    if (isLocal(context)) {
        if (!(0,external_node_fs_.existsSync)(context))
            inputs.problem('context', context, 'there is no such directory in the workspace; check out the repository first (actions/checkout), and write the path relative to its root');
        else if (!(0,external_node_fs_.existsSync)(dockerfile))
            inputs.problem('file', dockerfile, `there is no such Dockerfile; ${placeOfDockerfiles()}`);
    }
    checkBuildArguments(inputs);
    return {
        context,
        file,
        target: values.target,
        platforms: values.platforms,
        buildArgs: joined(values['build-args']),
        buildContexts: joined(values['build-contexts']),
        labels: joined(values.labels),
        annotations: values.annotations ?? [],
        cacheFrom: (0,cache/* scopeCaches */.k)(values['cache-from'] ?? [], scope),
        cacheTo: (0,cache/* scopeCaches */.k)(values['cache-to'] ?? [], scope),
        noCache: values['no-cache'],
        pull: values.pull,
        network: values.network,
        ssh: values.ssh ?? [],
        builder: values.builder,
        provenance: values.provenance,
        sbom: values.sbom,
    };
}
/** What to write in its place, by what the workspace has. */
function placeOfDockerfiles() {
    const entries = (0,external_node_fs_.readdirSync)('.');
    if (entries.length === 0)
        return 'the workspace is empty: check out the repository before this step (actions/checkout)';
    const found = ['Dockerfile', ...entries.map((entry) => (0,external_node_path_.join)(entry, 'Dockerfile'))].find((path) => (0,external_node_fs_.existsSync)(path));
    return `write its path relative to the root of the repository${found ? `, such as file: ${found}` : ''}`;
}
/** BuildKit fetches other contexts itself; `-` would be standard input, which an action has not. */
function isLocal(context) {
    return !/^(https?|git|ssh|docker-image|oci-layout|target):|^git@|^github\.com\//.test(context);
}
/** Build arguments stay readable in the image's history and in provenance: nothing secret may be one. */
function checkBuildArguments(inputs) {
    const { values } = inputs;
    const known = [values['api-token'], values['registry-password'], givenSecret(inputs)].filter((text) => text !== undefined && text.length >= lib_secrets/* SHORTEST_SECRET */.c3);
    for (const [name, value] of values['build-args'] ?? []) {
        if (!(0,lib_secrets/* namesSecret */.L4)(name) && !known.some((text) => value.includes(text)))
            continue;
        const fix = name === 'KOLENA_TOKEN'
            ? 'leave it out: the API token is there already as a secret; use it with RUN --mount=type=secret,id=KOLENA_TOKEN, which makes it the file /run/secrets/KOLENA_TOKEN'
            : `pass it by secrets or secret-envs, and use it with RUN --mount=type=secret,id=${name}`;
        inputs.problem('build-args', name, `looks like a secret, and anyone who can pull the image can read build arguments; ${fix}`);
    }
}
/** The build's secrets, later ones of the same id winning; the API token is always one of them. */
function loadSecrets(inputs) {
    const { values } = inputs;
    const secrets = values['api-token']
        ? [{ id: 'KOLENA_TOKEN', value: values['api-token'] }]
        : [];
    for (const [id, value] of values.secrets ?? [])
        secrets.push({ id, value });
    for (const [id, name] of inputs.attempt('secret-envs', () => parseVariableNames(values['secret-envs'] ?? [])) ?? []) {
        const value = (0,lib_inputs/* readVariable */.nt)(name);
        if (value === undefined)
            inputs.problem('secret-envs', name, 'there is no such variable in the environment; set it in the env of the step');
        else
            secrets.push({ id, value });
    }
    for (const [id, file] of values['secret-files'] ?? []) {
        if (!(0,external_node_fs_.existsSync)(file))
            inputs.problem('secret-files', file, 'there is no such file; write its path relative to the root of the repository');
        secrets.push({ id, file });
    }
    for (const secret of secrets) {
        if ('value' in secret)
            (0,lib_secrets/* maskSecret */.$l)(secret.value);
        if (!/^[\w.-]+$/.test(secret.id))
            inputs.problem('secrets', secret.id, 'is no id of a secret; use letters, digits, "_", "." and "-"');
    }
    return [...new Map(secrets.map((secret) => [secret.id, secret])).values()];
}
/** `id=VARIABLE`, or `VARIABLE` alone for a secret of the same id. */
function parseVariableNames(items) {
    return (0,lists/* parsePairs */.x)(items.map((item) => (item.includes('=') ? item : `${item}=${item}`)), 'id=VARIABLE');
}
function joined(entries) {
    return (entries ?? []).map(([name, value]) => `${name}=${value}`);
}

// EXTERNAL MODULE: ./build/src/publish/comment.js
var comment = __webpack_require__(8676);
// EXTERNAL MODULE: ./build/src/publish/fields.js
var publish_fields = __webpack_require__(9276);
// EXTERNAL MODULE: ./build/src/platforms/kolena/contract/fixture.js
var contract_fixture = __webpack_require__(3687);
;// CONCATENATED MODULE: ./build/src/publish/verify-inputs.js

/** Reads what the image is verified for, and notes what is wrong in it. */
function loadVerify(inputs) {
    const { values } = inputs;
    const accepted = values['accept-findings'] ?? [];
    const timeLimit = values['verify-timeout'];
    const path = values['contract-fixture'];
    if (values.verify !== 'contract') {
        if (path !== undefined)
            inputs.problem('contract-fixture', path, 'is used by verify: contract only; set that, or leave this out');
        return { accepted, timeLimit, contract: undefined };
    }
    const { workflow, 'evaluator-name': evaluatorName } = values;
    if (!values.register && !(workflow && evaluatorName))
        inputs.problem('verify', 'contract', 'needs workflow and evaluator-name, which the evaluator has to report');
    const fixture = path === undefined ? undefined : inputs.attempt('contract-fixture', () => (0,contract_fixture/* readFixture */.Y_)(path));
    return {
        accepted,
        timeLimit,
        contract: {
            workflow: workflow ?? '',
            evaluatorName: evaluatorName ?? '',
            secret: (values.secret ?? values['secret-env']) !== undefined,
            awsRole: values['aws-assume-role'],
            fixture,
            timeLimit,
        },
    };
}

;// CONCATENATED MODULE: ./build/src/publish/inputs.js










/** Reads every input. Throws one `InputError` with all that is wrong, before anything is started or sent. */
function loadInputs(event, texts) {
    const inputs = new lib_inputs/* Inputs */.G0(publish_fields/* fields */.O, publish_fields/* variables */.E, texts);
    const loaded = readInputs(inputs, event);
    inputs.refuse();
    return loaded;
}
/** Reads every input of one evaluator, and notes what is wrong. */
function readInputs(inputs, event) {
    const { values } = inputs;
    const mode = (0,lib_mode/* decideMode */.a)(values['dry-run'], event);
    const loaded = {
        mode,
        evaluator: values.register ? loadEvaluator(inputs, mode.dryRun) : undefined,
        platform: {
            apiUrl: values['api-url'],
            apiToken: values['api-token'],
            organization: values.organization ?? organizationIn(values),
        },
        image: loadImage(inputs, event, mode.dryRun),
        build: values.build ? loadBuildInput(inputs, mode.dryRun) : undefined,
        reuse: loadReuse(inputs),
        verify: values.verify === 'off' ? undefined : loadVerify(inputs),
        trustPolicy: loadTrustPolicy(inputs),
        comment: (0,comment/* loadComment */.sI)(inputs, event),
    };
    if (!mode.dryRun)
        requireToken(inputs, loaded);
    refuseForks(inputs, event);
    return loaded;
}
function loadReuse(inputs) {
    const { reuse, build, 'reuse-maximum-age': maximumAge } = inputs.values;
    if (reuse && !build)
        inputs.problem('reuse', 'true', 'is about what a build would make, and build is false; leave one of them out');
    return reuse ? { maximumAge } : undefined;
}
function loadTrustPolicy(inputs) {
    const { 'trust-policy': trustPolicy, 'aws-assume-role': role, register } = inputs.values;
    if (trustPolicy !== 'off' && !(role && register))
        inputs.problem('trust-policy', trustPolicy, 'is about the role that the evaluator is registered with; set aws-assume-role and leave register at true, or set trust-policy: off');
    return trustPolicy;
}
function loadImage(inputs, event, dryRun) {
    const { values } = inputs;
    const { image, registry, organization } = values;
    if (!image)
        inputs.missing('image', 'is required; write a name such as keypoint_detection_evaluator, or registry.example.com/team/name for another registry');
    const onPlatform = image !== undefined && (image.domain === undefined || image.domain === registry);
    const path = onPlatform ? pathOnPlatform(inputs, image, organization) : (image?.path ?? '');
    return {
        host: onPlatform ? undefined : image?.domain,
        path,
        tags: loadTags(inputs, event),
        platformRegistry: registry,
        credentials: loadCredentials(inputs, dryRun),
        createRepository: values['create-repository'],
        immutableTags: values['tag-immutability'],
        reference: values['image-reference'],
    };
}
/** The organization that a reference of the platform's registry names, `docker.kolena.io/acme/name`. */
function organizationIn({ image, registry }) {
    return image?.domain === registry ? image.path.split('/')[0] : undefined;
}
/** The name below the organization: `name`, `organization/name` and `registry/organization/name` mean the same. */
function pathOnPlatform(inputs, image, organization) {
    const [first, ...rest] = image.path.split('/');
    if (image.domain === undefined)
        return first === organization && rest.length > 0 ? rest.join('/') : image.path;
    if (rest.length === 0 || (organization !== undefined && first !== organization)) {
        const name = rest.at(-1) ?? first;
        inputs.problem('image', (0,reference/* formatReference */.FH)(image), `repositories of this registry begin with the organization; write image: ${name}`);
    }
    return rest.join('/');
}
function loadTags(inputs, { ref, sha, payload }) {
    const pullRequest = payload.pull_request?.number;
    const derive = () => (0,docker_tags/* deriveTags */.h)({ ref, sha, ...(pullRequest !== undefined && { pullRequest }) });
    const given = inputs.values.tags;
    const tags = given && given.length > 0 ? given : inputs.attempt('tags', derive);
    const [first = '', ...rest] = new Set(tags);
    return [first, ...rest];
}
function loadCredentials(inputs, dryRun) {
    const { 'registry-username': username, 'registry-password': password } = inputs.values;
    if (username && password)
        return { username, password };
    // A dry run needs none, and in a fork's pull request the secret is empty.
    if (dryRun)
        return undefined;
    if (username)
        inputs.problem('registry-password', undefined, 'is missing beside registry-username; set both or none');
    if (password)
        inputs.problem('registry-username', undefined, 'is missing beside registry-password; set both or none');
    return undefined;
}
function requireToken(inputs, { evaluator, image }) {
    const platformLogin = image.host === undefined && (image.credentials === undefined || inputs.values.organization === undefined);
    if (inputs.values['api-token'] || !(evaluator || platformLogin))
        return;
    const why = evaluator ? 'to register the evaluator' : "to push to the platform's registry";
    inputs.missing('api-token', (0,fields/* missingToken */.kh)(why));
}
function refuseForks(inputs, event) {
    const fork = (0,lib_mode/* privilegedFork */.k)(event);
    if (fork === undefined || inputs.values['allow-fork-code'])
        return;
    inputs.problem('allow-fork-code', undefined, `this ${event.eventName} event comes from ${fork} and can see the secrets of ${event.repository}; building a fork's code here could give them away. Use the pull_request event, whose dry run needs no secret, or set allow-fork-code: true if the workflow checks out no code of the fork`);
}


/***/ }),

/***/ 3650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cs: () => (/* binding */ makePlan),
/* harmony export */   yx: () => (/* binding */ registeredImage),
/* harmony export */   zE: () => (/* binding */ changesTo)
/* harmony export */ });
/** Stands for the organization in a dry run that has neither its name nor a token. */
const UNKNOWN_ORGANIZATION = '<organization>';
/** @param organization of the token or the input; undefined only in a dry run that has neither */
function makePlan({ mode, image, evaluator }, organization) {
    const repository = repositoryOf(image, organization);
    const name = `${repository.host}/${repository.path}`;
    const [first, ...more] = image.tags;
    const known = image.host !== undefined || organization !== undefined;
    return {
        mode,
        repository,
        references: [`${name}:${first}`, ...more.map((tag) => `${name}:${tag}`)],
        localReferences: image.tags.map((tag) => `${known ? name : image.path}:${tag}`),
        shortReference: `${image.path}:${first}`,
        imageReference: image.reference,
        evaluator,
    };
}
function repositoryOf(image, organization = UNKNOWN_ORGANIZATION) {
    if (image.host !== undefined)
        return { host: image.host, path: image.path };
    // `acme/name` means the same as `name` for the organization acme, which may be known only now.
    const path = image.path.startsWith(`${organization}/`) ? image.path : `${organization}/${image.path}`;
    return { host: image.platformRegistry, path };
}
/** What is registered as the image; in a dry run the digest is not known yet. */
function registeredImage({ imageReference, repository, references }, digest) {
    if (imageReference === 'tag')
        return references[0];
    return `${repository.host}/${repository.path}@${digest ?? '<digest of the push>'}`;
}
/**
 * What a registration would change; empty when what is registered equals it already. The registered secret is never
 * asked for, so a run with a `secret` always registers, lest an old one stay.
 */
function changesTo(current, image, evaluator) {
    const role = current?.aws_role_config?.assume_role_arn;
    const changes = [];
    if (current?.image !== image)
        changes.push({ field: 'image', from: current?.image, to: image });
    if (role !== evaluator.awsAssumeRole)
        changes.push({ field: 'aws_assume_role', from: role, to: evaluator.awsAssumeRole });
    if (evaluator.secret !== undefined)
        changes.push({ field: 'secret', from: undefined, to: '(as given)' });
    return changes;
}


/***/ }),

/***/ 3344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hr: () => (/* binding */ registerImage),
/* harmony export */   Zs: () => (/* binding */ registrationOutput),
/* harmony export */   qC: () => (/* binding */ readRegistration)
/* harmony export */ });
/* unused harmony export register */
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9862);
/* harmony import */ var _lib_log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7399);
/* harmony import */ var _lib_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2183);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3650);




/** What is registered now; undefined when there is nothing, or nothing is to be registered. */
async function readRegistration({ evaluator }, session, journal) {
    if (!evaluator || !session)
        return undefined;
    return await journal.phase('Read the registration', () => session.findEvaluator(evaluator.workflow, evaluator.name));
}
/** Registers the evaluator with the image that the registry confirmed, unless that is registered already. */
async function registerImage({ evaluator }, session, previous, signal, journal, publication) {
    const image = publication.registeredImage;
    if (!evaluator || !session || !image)
        return;
    publication.previous = previous;
    const changes = (0,_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .changesTo */ .zE)(previous, image, evaluator);
    publication.changes = changes;
    if (previous && changes.length === 0) {
        publication.registration = previous;
        _lib_log_js__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq(`${evaluator.name} is registered with ${image} already; nothing to change`);
        return;
    }
    const registration = {
        workflow: evaluator.workflow,
        name: evaluator.name,
        image,
        secret: evaluator.secret ?? null,
        aws_assume_role: evaluator.awsAssumeRole ?? null,
    };
    publication.registration = await journal.phase('Register', () => register(session, registration, previous, signal));
    publication.changed = true;
    journal.done.push(`${evaluator.name} was registered.`);
    _lib_log_js__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq(`Registered ${evaluator.name} of "${evaluator.workflow}" with ${image}`);
}
/**
 * Registers the evaluator. A request whose outcome is unknown is not simply sent again: what is registered is read
 * back first, and if it is new and what we want, our request was the one that made it.
 */
async function register(session, registration, previous, signal) {
    const { workflow, name } = registration;
    let unknown = false;
    const attempt = async () => {
        if (unknown) {
            const found = await session.findEvaluator(workflow, name);
            if (found && isOurs(found, registration, previous))
                return found;
        }
        try {
            return await session.register(registration);
        }
        catch (error) {
            unknown ||= error instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j$ && error.outcomeUnknown;
            throw error;
        }
    };
    try {
        return await (0,_lib_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L)(attempt, { what: `registration of ${name}`, signal });
    }
    catch (cause) {
        if (!(cause instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j$))
            throw cause;
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(explain(cause, registration, unknown), { cause });
    }
}
function isOurs(found, registration, previous) {
    const sameRole = (found.aws_role_config?.assume_role_arn ?? null) === registration.aws_assume_role;
    return found.created !== previous?.created && found.image === registration.image && sameRole;
}
function explain(cause, { workflow, name }, unknown) {
    const state = unknown ? `Whether ${name} was registered is not known` : `${name} was not registered`;
    return `${state} for the workflow "${workflow}": ${cause.message}`;
}
/** The object that the vendor's `kolena evaluator register` prints, same keys in the same order, never with the secret. */
function registrationOutput(workflow, { name, image, created, aws_role_config: role }) {
    return {
        workflow,
        name,
        image,
        created,
        secret: null,
        aws_role_config: role && {
            job_role_arn: role.job_role_arn,
            external_id: role.external_id,
            assume_role_arn: role.assume_role_arn,
        },
    };
}


/***/ }),

/***/ 3446:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qv: () => (/* binding */ settleTrust),
/* harmony export */   c8: () => (/* binding */ failedTrust),
/* harmony export */   su: () => (/* binding */ rehearseTrust)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9862);
/* harmony import */ var _lib_log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7399);


/** Judges, and where it is asked for repairs, the trust policy of the role that the evaluator is registered with. */
async function settleTrust({ trustPolicy, mode }, role, { signal, journal }, { roleTurn }, publication) {
    if (trustPolicy === 'off' || !role)
        return;
    const trust = {
        roleArn: role.assume_role_arn,
        jobRoleArn: role.job_role_arn,
        externalId: role.external_id,
    };
    const [{ openRole }, { applyTrust, verifyTrust }] = await Promise.all([
        __webpack_require__.e(/* import() */ 659).then(__webpack_require__.bind(__webpack_require__, 1659)),
        __webpack_require__.e(/* import() */ 652).then(__webpack_require__.bind(__webpack_require__, 271)),
    ]);
    const result = await journal.phase('Trust policy', async () => {
        const awsRole = await openRole(trust.roleArn, signal);
        if (trustPolicy === 'verify')
            return await verifyTrust(awsRole, trust);
        const apply = () => applyTrust(awsRole, trust, { dryRun: mode.dryRun, signal });
        return await roleTurn(trust.roleArn, signal, apply);
    });
    publication.trust = result;
    if (result.applied)
        journal.done.push(`The trust policy of ${trust.roleArn} was changed.`);
    tell(result, mode.dryRun);
}
/** The dry run: the roles are known from what is registered now, and nothing of it fails the run. */
async function rehearseTrust(inputs, shell, connections, publication) {
    const registered = publication.previous?.aws_role_config;
    const role = inputs.evaluator?.awsAssumeRole;
    if (inputs.trustPolicy === 'off')
        return;
    if (!registered || registered.assume_role_arn !== role) {
        _lib_log_js__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq('The trust policy is left out: the platform names its role and external id when it registers');
        return;
    }
    try {
        await settleTrust(inputs, registered, shell, connections, publication);
    }
    catch (error) {
        shell.signal.throwIfAborted();
        _lib_log_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e(`The trust policy could not be read. ${(0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error)}`, 'Dry run');
    }
}
/** Why the step fails although everything is published: the evaluator could not use its role. */
function failedTrust({ trust, plan }) {
    if (trust?.judgement.verdict !== 'broken' || plan?.mode.dryRun)
        return undefined;
    return describe(trust);
}
function tell(result, dryRun) {
    const { trust, judgement } = result;
    for (const warning of judgement.warnings)
        _lib_log_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e(warning, `Trust policy of ${trust.roleArn}`);
    if (judgement.verdict === 'ok')
        _lib_log_js__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq(`The trust policy of ${trust.roleArn} lets the platform in, and nobody else that has not the external id`);
    else if (judgement.verdict === 'unproven' || dryRun)
        _lib_log_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e(describe(result), 'Trust policy');
}
function describe({ trust, judgement, difference }) {
    const { verdict, reasons } = judgement;
    const state = verdict === 'broken' ? 'is broken' : 'cannot be proved right';
    const remedy = verdict === 'unproven'
        ? 'See whether the platform meets them; it was left as it is.'
        : difference === ''
            ? 'Put the statements right in IAM; trust-policy: apply adds the one that is missing, and the outputs have it.'
            : 'Publishing would put it right.';
    return `The trust policy of ${trust.roleArn} ${state}. ${reasons.join(' ')} ${remedy}`;
}


/***/ }),

/***/ 9317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ unbroken),
/* harmony export */   M: () => (/* binding */ bar)
/* harmony export */ });
/** Characters of the longest bar. */
const LONGEST = 12;
/**
 * A bar for a cell of a table, of a length in proportion. Text, since Mermaid's charts draw a bar for nothing too, and
 * cannot be read where the page is narrow. Nothing for 0, and a sliver for what is too little to be seen.
 */
function bar(value, largest) {
    if (value <= 0)
        return '';
    return '█'.repeat(Math.round((value / largest) * LONGEST)) || '▏';
}
/** Text that is not broken over two lines. */
function unbroken(text) {
    return text.replaceAll(' ', '\u00a0');
}


/***/ }),

/***/ 6769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S4: () => (/* binding */ judge),
/* harmony export */   gk: () => (/* binding */ finding),
/* harmony export */   jx: () => (/* binding */ findingKinds),
/* harmony export */   nU: () => (/* binding */ isFindingId),
/* harmony export */   ub: () => (/* binding */ blocking)
/* harmony export */ });
/**
 * All that a verification can find: id, how bad it is, and what to do about it. An id is a promise to users, who
 * write it into `accept-findings`.
 */
const findingKinds = {
    'no-entrypoint': ['error', 'Add ENTRYPOINT ["python3", "-m", "your_evaluator.main"] to the Dockerfile.'],
    'wrong-platform': [
        'error',
        'Build with platforms: linux/amd64, which the platform runs; accept this finding if yours runs another one.',
    ],
    'secret-in-config': [
        'error',
        'Take it out of the Dockerfile, and revoke it: pass it to RUN with --mount=type=secret,id=…, and read it from the environment at run time.',
    ],
    'secret-in-layer': [
        'error',
        'Revoke it, as earlier pushes may hold it too. Keep it out of files in the Dockerfile: use RUN --mount=type=secret, and remove what tools write of it in the same RUN.',
    ],
    'token-variable': [
        'error',
        'Remove it: the platform sets KOLENA_TOKEN when it runs the evaluator, and RUN --mount=type=secret,id=KOLENA_TOKEN,env=KOLENA_TOKEN has it while building.',
    ],
    'secret-like-variable': [
        'warning',
        'If it is a secret, pass it to RUN with --mount=type=secret, or use the input secret for run time; else rename it or accept this finding.',
    ],
    'private-key': [
        'error',
        'List the file in .dockerignore, or take it out of COPY; replace the key pair if the image was pushed before.',
    ],
    'credential-file': [
        'error',
        'List the file in .dockerignore; where a RUN writes it, remove it in the same RUN, or mount it as a secret.',
    ],
    'key-in-package': [
        'info',
        'It came with a published package, so it is hardly secret; nothing to do if it is a test key.',
    ],
    'git-directory': ['warning', 'List .git in .dockerignore: it holds the whole history of the repository.'],
    'large-layer': [
        'info',
        'Leave out what the evaluator does not need: caches of package managers, test data, build tools (several stages).',
    ],
    'duplicated-files': [
        'info',
        'Copy the files once: COPY --chown and COPY --chmod in place of a RUN that changes their mode or owner.',
    ],
    'shell-entrypoint': [
        'info',
        'Write ENTRYPOINT as a JSON array: a shell in front passes no SIGTERM on to the evaluator.',
    ],
    'root-user': ['info', 'Add USER 10001:10001, or another user without rights, to the Dockerfile.'],
    'gpu-image': [
        'warning',
        'The platform runs evaluators without a GPU: install the CPU builds of the libraries, which are far smaller.',
    ],
    'cannot-start': [
        'error',
        'Check ENTRYPOINT and CMD: the program has to be in the image, executable, and for its platform.',
    ],
    'import-error': [
        'error',
        'Install the missing package in the image; for modules of your own start the package as a module: ENTRYPOINT ["python3", "-m", "package.main"], with WORKDIR above the package.',
    ],
    'silent-success': [
        'error',
        'Exit with another code than 0 when a variable is missing or an exception was caught: the platform takes 0 for success.',
    ],
    'start-crash': [
        'error',
        'Run the image on your machine to see why: a signal ended it (137: out of memory, 139: segmentation fault).',
    ],
    'start-timeout': [
        'error',
        'Check the variables of the environment first and exit when one is missing; raise verify-timeout if the start takes that long.',
    ],
    traceback: [
        'warning',
        'Check the variables of the environment first, and say in one line which is missing.',
    ],
    'not-verified': ['warning', 'Build the image in this step, or set verify: off.'],
    'contract-failed': ['error', 'See the output of the run in the log.'],
    'needs-network': [
        'error',
        'Put what it downloads into the image. If it needs another service at run time, accept this finding: the contract then stays unproven.',
    ],
    'contract-timeout': [
        'error',
        'Look for what it waits for: only the platform can be reached, no other host; raise verify-timeout for a large fixture.',
    ],
    'no-login': [
        'error',
        'Call kolena.initialize(os.environ["KOLENA_TOKEN"]) with a client of May 2023 or newer, which reads KOLENA_API_URL.',
    ],
    'other-token': [
        'error',
        'Log in with the variable KOLENA_TOKEN; a token in the image is known to all who can pull it.',
    ],
    'other-model': ['error', 'Load the model that the variable KOLENA_MODEL_NAME names.'],
    'other-suite': ['error', 'Load the test suite that the variable KOLENA_TEST_SUITE_NAME names.'],
    'other-version': [
        'error',
        'Load the version that KOLENA_TEST_SUITE_VERSION names: TestSuite.load(name, int(os.environ["KOLENA_TEST_SUITE_VERSION"])).',
    ],
    'other-evaluator': [
        'error',
        'Set evaluator-name to the name that the evaluator reports (the name of its function, or its display_name()), or rename it in the code.',
    ],
    'other-workflow': [
        'error',
        'Set workflow to the name in define_workflow(…) of the code, or correct the code.',
    ],
    'server-side-evaluation': [
        'error',
        'Pass an evaluator to test(…): without one the platform would run the registered evaluator, which is this image, again and again.',
    ],
    'resets-results': [
        'error',
        'Call test(…) without reset=True: it overwrites inferences, which the image cannot make again.',
    ],
    'creates-model': [
        'warning',
        'Use Model.load(name): Model(name) makes a new, empty model when the name is wrong.',
    ],
    'no-metrics': ['error', 'Call test(model, test_suite, evaluator, …) to its end: nothing was uploaded.'],
    'samples-not-read': ['error', 'Load the inferences of the test run: test(…) does it.'],
    'ignores-failure': [
        'error',
        'Let exceptions end the program, or exit with another code than 0: a failed evaluation looks like a finished one.',
    ],
    'ignores-missing-variable': [
        'warning',
        'Exit with another code than 0 when the variable is missing, in place of going on with a default.',
    ],
};
/** A finding of a kind; the message says what was found, with the values. */
function finding(id, message, place) {
    const [severity, fix] = findingKinds[id];
    return { id, severity, message, fix, ...(place && { place }), accepted: false };
}
/** Marks what the user accepts, and puts the worst first. */
function judge(findings, accepted) {
    const order = ['error', 'warning', 'info'];
    return findings
        .map((one) => ({ ...one, accepted: accepted.includes(one.id) }))
        .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}
/** The findings that stop a publish. */
function blocking(findings) {
    return findings.filter(({ severity, accepted }) => severity === 'error' && !accepted);
}
function isFindingId(text) {
    return Object.hasOwn(findingKinds, text);
}


/***/ })

};
