export const id = 3767;
export const ids = [3767,6906,5504];
export const modules = {

/***/ 3767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publish: () => (/* binding */ publish),
  updateExpected: () => (/* binding */ updateExpected)
});

// EXTERNAL MODULE: ./build/src/platforms/github/report-comment.js
var report_comment = __webpack_require__(4284);
// EXTERNAL MODULE: ./build/src/runtime/log.js
var log = __webpack_require__(772);
// EXTERNAL MODULE: ./build/src/report/comment.js
var src_report_comment = __webpack_require__(2081);
// EXTERNAL MODULE: ./build/src/report/markdown.js
var markdown = __webpack_require__(75);
// EXTERNAL MODULE: ./build/src/data/exact-json.js
var exact_json = __webpack_require__(1484);
// EXTERNAL MODULE: ./build/src/data/gate.js
var gate = __webpack_require__(1023);
// EXTERNAL MODULE: ./build/src/data/metric-changes.js
var metric_changes = __webpack_require__(1612);
// EXTERNAL MODULE: ./build/src/data/metrics.js
var metrics = __webpack_require__(8143);
// EXTERNAL MODULE: ./build/src/runtime/clip.js
var clip = __webpack_require__(738);
;// CONCATENATED MODULE: ./build/src/actions/publish/metrics/outputs.js

/** Maximum bytes of an output. GitHub accepts up to one million. */
const MAX_BYTES = 900_000;
/** Returns the outputs about metrics. An output that is too long for GitHub stays empty, and the summary says so. */
function metricsOutputs(contract) {
    const { metrics, comparison } = contract ?? {};
    const { changes } = comparison?.result ?? {};
    return {
        metrics: metrics ? fitting(metricsOutput(metrics)) : '',
        'metrics-changes': changes ? fitting(changesOutput(changes)) : '',
    };
}
/** Returns the metrics as JSON. Numbers keep all digits that the evaluator uploaded. */
function metricsOutput({ testCases, testSuite, sampleCount }) {
    const group = ({ testCase, configuration, metrics }) => [
        ...(testCase ? [['name', testCase.name]] : []),
        ['configuration', configuration],
        ['metrics', metrics],
    ];
    const list = (groups) => (0,exact_json/* stringifyExact */.zX)(groups.map((one) => new Map(group(one))));
    return `{"test_cases":${list(testCases)},"test_suite":${list(testSuite)},"samples":{"count":${sampleCount}}}`;
}
/** Returns the changes as JSON. A metric that only one of the runs has lacks `before` or `after`. */
function changesOutput(changes) {
    return (0,exact_json/* stringifyExact */.zX)(changes.map(({ testCase, configuration, metric, before, after }) => {
        const change = new Map([
            ['test_case', testCase],
            ['configuration', configuration],
            ['metric', metric],
        ]);
        if (before !== undefined)
            change.set('before', before);
        if (after !== undefined)
            change.set('after', after);
        return change;
    }));
}
function fitting(json) {
    return Buffer.byteLength(json) <= MAX_BYTES ? json : '';
}
/** Returns whether the output of the metrics is empty only because it is too long. */
function isTooLong({ metrics }) {
    return metrics !== undefined && fitting(metricsOutput(metrics)) === '';
}

;// CONCATENATED MODULE: ./build/src/actions/publish/metrics/section.js







/** Maximum number of groups of metrics, and of rows of changes, that a report shows. */
const MAX_GROUPS = 40;
const MAX_CHANGES = 50;
/** Maximum number of metrics to show without a click. */
const MAX_OPEN = 24;
/** Maximum rows of a table before it gets another column. */
const ROWS = 12;
const COLUMNS = 3;
const MAX_VALUE_LENGTH = 60;
/** Shows the differences from the baseline, and then all metrics. */
function metricsSections(contract) {
    const { metrics } = contract;
    return [...comparisonSections(contract), ...(metrics ? computedSections(metrics, isTooLong(contract)) : [])];
}
/** Shows the same in a comment, with the values folded. */
function metricsComment(contract) {
    if (!contract)
        return [];
    const [, ...computed] = contract.metrics ? computedSections(contract.metrics, isTooLong(contract)) : [];
    return [
        ...comparisonSections(contract),
        ...(computed.length > 0 ? [(0,markdown/* details */.zH)('Metrics', (0,markdown/* join */.fj)(computed))] : []),
    ];
}
/** Shows what differs from the baseline, or why that is unknown. */
function comparisonSections({ comparison, unstable }) {
    if (!comparison)
        return [];
    const { baseline, result, problem } = comparison;
    const heading = (0,markdown.md) `### Metrics: before → after`;
    if (!result)
        return [
            heading,
            (0,markdown/* alert */.xE)('WARNING', (0,markdown.md) `The metrics were not compared with ${baseline.what}: ${problem ?? ''}`),
        ];
    const { changes, unchanged, plots, samples } = result;
    const compared = (0,markdown.md) `Compared with ${baseline.what} (${(0,markdown/* code */.aY)(baseline.detail)}), on the same samples: ${summaryOf(comparison, unchanged)}.`;
    return [
        heading,
        compared,
        ...(changes.length > 0 ? [changesTable(changes, unstable)] : []),
        ...(changes.length > MAX_CHANGES
            ? [(0,markdown.md) `${changes.length - MAX_CHANGES} further changes are in the output ${(0,markdown/* code */.aY)('metrics-changes')}.`]
            : []),
        ...(plots > 0 ? [(0,markdown.md) `${plural(plots, 'plot')} changed.`] : []),
        ...sampleSections(samples),
    ];
}
function summaryOf({ result }, unchanged) {
    const changed = result?.changes.length ?? 0;
    if (changed === 0)
        return `none of ${plural(unchanged, 'metric')} changed`;
    return `${plural(changed, 'metric')} changed, ${unchanged} did not`;
}
function changesTable(changes, unstable) {
    const configured = changes.some(({ configuration }) => configuration !== null);
    const rows = changes
        .slice(0, MAX_CHANGES)
        .map((change) => [
        change.testCase ?? (0,markdown.md) `*test suite*`,
        ...(configured ? [change.configuration ?? '—'] : []),
        unstable.has(change.id) ? (0,markdown.md) `${change.metric} ⚠️ differs from run to run` : change.metric,
        shown(change.before),
        shown(change.after),
        difference(change),
    ]);
    const header = [
        'Test case',
        ...(configured ? ['Configuration'] : []),
        'Metric',
        'Before',
        'After',
        'Difference',
    ];
    return (0,markdown/* table */.tp)(header, rows);
}
function difference(change) {
    if (change.before === undefined)
        return 'new';
    if (change.after === undefined)
        return 'gone';
    const value = (0,metric_changes/* differenceOf */.P)(change);
    if (value === undefined)
        return '—';
    const before = change.before instanceof exact_json/* ExactNumber */.fh ? Math.abs(change.before.value) : 0;
    const share = before > 0 ? ` (${signed((value / before) * 100, 3)} %)` : '';
    return `${signed(value, 6)}${share}`;
}
function signed(value, digits) {
    const text = String(Number(Math.abs(value).toPrecision(digits)));
    return `${value < 0 ? '−' : '+'}${text}`;
}
function sampleSections({ compared, changed, metrics, worst }) {
    if (changed === 0)
        return [(0,markdown.md) `The metrics of all ${plural(compared, 'sample')} are the same.`];
    const configured = metrics.some(({ configuration }) => configuration !== null);
    const rows = metrics
        .slice(0, MAX_CHANGES)
        .map(({ configuration, metric, samples, largest, mean }) => [
        metric,
        ...(configured ? [configuration ?? '—'] : []),
        samples,
        largest === undefined ? '—' : (0,gate/* figure */.vP)(largest),
        mean === undefined ? '—' : (0,gate/* figure */.vP)(mean),
    ]);
    const header = [
        'Metric of a sample',
        ...(configured ? ['Configuration'] : []),
        'Samples',
        'Largest change',
        'Mean change',
    ];
    const most = worst.map(({ sample, configuration, testCase, metric, before, after, others }) => [
        (0,markdown/* code */.aY)(locatorOf(sample)),
        [testCase, configuration].filter((name) => name !== null).join(', '),
        others > 0 ? `${metric} (and ${others} more)` : metric,
        shown(before),
        shown(after),
        difference({ before, after }),
    ]);
    return [
        (0,markdown.md) `Metrics of ${changed} of ${plural(compared, 'sample')} changed:`,
        (0,markdown/* table */.tp)(header, rows),
        (0,markdown/* details */.zH)(worst.length === changed ? 'The samples that changed' : `The ${worst.length} samples that changed most`, (0,markdown/* table */.tp)(['Sample', 'Of', 'Metric', 'Before', 'After', 'Difference'], most)),
    ];
}
/** Returns the name that people know a sample by. */
function locatorOf(sample) {
    const { locator, text } = JSON.parse(sample);
    const name = typeof locator === 'string' ? locator : typeof text === 'string' ? text : sample;
    return (0,clip/* clip */.$)(name, 100);
}
function computedSections({ testCases, testSuite, plots, sampleCount }, tooLong) {
    const groups = [...testSuite, ...testCases].map((group) => ({ group, leaves: (0,metrics/* leavesOf */.wf)(group.metrics) }));
    const total = groups.reduce((sum, { leaves }) => sum + leaves.length, 0);
    const rest = groups.length - MAX_GROUPS;
    return [
        (0,markdown.md) `### Metrics`,
        (0,markdown.md) `The evaluator computed ${plural(total, 'metric')} of test cases and the test suite, and metrics of ${plural(sampleCount, 'sample')}.`,
        ...groups
            .slice(0, MAX_GROUPS)
            .map(({ group, leaves }) => (0,markdown/* details */.zH)(titleOf(group, leaves.length), valueTable(leaves), total <= MAX_OPEN)),
        ...(rest > 0 ? [(0,markdown.md) `${rest} more groups of metrics are in the output ${(0,markdown/* code */.aY)('metrics')}.`] : []),
        ...(tooLong
            ? [(0,markdown/* alert */.xE)('NOTE', (0,markdown.md) `The output ${(0,markdown/* code */.aY)('metrics')} is empty: all metrics are too long for GitHub.`)]
            : []),
        ...(plots.length > 0 ? [plotLine(plots)] : []),
    ];
}
function titleOf({ testCase, configuration }, metrics) {
    const names = [testCase?.name ?? 'Test suite', ...(configuration === null ? [] : [configuration])];
    return `${names.map((name) => (0,clip/* clip */.$)(name, MAX_VALUE_LENGTH)).join(' · ')}: ${plural(metrics, 'metric')}`;
}
/** Shows names and values, in several columns if there are many. */
function valueTable(leaves) {
    const columns = Math.min(COLUMNS, Math.max(1, Math.ceil(leaves.length / ROWS)));
    const height = Math.ceil(leaves.length / columns);
    const rows = Array.from({ length: height }, (_, row) => Array.from({ length: columns }, (_, column) => leaves[column * height + row]).flatMap((leaf) => leaf ? [leaf.path, shown(leaf.value)] : ['', '']));
    return (0,markdown/* table */.tp)(Array.from({ length: columns }, () => ['Metric', 'Value']).flat(), rows);
}
function plotLine(plots) {
    const titles = [...new Set(plots.map(({ title }) => (0,clip/* clip */.$)(title, MAX_VALUE_LENGTH)))];
    const list = (0,markdown/* join */.fj)(titles.slice(0, 10), (0,markdown.md) `, `);
    return (0,markdown.md) `It also made ${plural(plots.length, 'plot')}: ${list}${titles.length > 10 ? ' …' : ''}.`;
}
/** Formats a value for people: numbers with six digits, long values shortened. */
function shown(value) {
    if (value === undefined)
        return '—';
    if (value instanceof exact_json/* ExactNumber */.fh)
        return figureOf(value);
    if (Array.isArray(value) && value.every((item) => item instanceof exact_json/* ExactNumber */.fh) && value.length > 0)
        return (0,clip/* clip */.$)(`[${value.map((item) => figureOf(item)).join(', ')}]`, MAX_VALUE_LENGTH);
    return (0,clip/* clip */.$)(typeof value === 'string' ? value : (0,exact_json/* stringifyExact */.zX)(value), MAX_VALUE_LENGTH);
}
function figureOf({ text, value }) {
    return /^-?\d{1,15}$/.test(text) ? text : (0,gate/* figure */.vP)(value);
}
function plural(count, noun) {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

// EXTERNAL MODULE: ./build/src/report/report.js
var report = __webpack_require__(8456);
// EXTERNAL MODULE: ./build/src/report/bar.js
var bar = __webpack_require__(9317);
;// CONCATENATED MODULE: ./build/src/actions/publish/layer-section.js



/** Maximum number of layers with separate rows. Smaller layers share a row. */
const SHOWN = 8;
/** Maximum characters of an instruction to show. */
const MAX_TEXT_LENGTH = 120;
/** Shows as bars how much the base image and each instruction add to the size of the image. */
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
        (0,markdown/* code */.aY)((0,clip/* clip */.$)(text, MAX_TEXT_LENGTH)),
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

// EXTERNAL MODULE: ./build/src/actions/publish/role-trust.js
var role_trust = __webpack_require__(6678);
// EXTERNAL MODULE: ./build/src/platforms/aws/trust-policy.js
var trust_policy = __webpack_require__(4613);
;// CONCATENATED MODULE: ./build/src/actions/publish/trust-section.js


const verdicts = {
    ok: ['TIP', 'The platform can assume the role, and only with its external id.'],
    unproven: ['WARNING', 'The policy alone does not show whether the platform can assume the role.'],
    broken: ['CAUTION', 'The platform cannot assume the role, or others can as well.'],
};
/** Shows what the role's trust policy needs and, if it was checked, the verdict. Empty without a role. */
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

// EXTERNAL MODULE: ./build/src/platforms/kolena/contract/recording.js
var contract_recording = __webpack_require__(373);
;// CONCATENATED MODULE: ./build/src/actions/publish/verify-section.js




/** Maximum hours that the platform lets an evaluator run. */
const MAX_RUN_HOURS = 6;
/** Shows the result of the verification: findings with their fixes, facts, and the evidence of the contract check. */
function verifySections(publication) {
    const { verification } = publication;
    const findings = findingSections(publication);
    if (!verification)
        return findings;
    const { contract } = verification;
    return [
        ...findings,
        facts(verification),
        ...(contract ? [...metricsSections(contract), ...contractSections(contract, publication.recording)] : []),
    ];
}
/** Shows the findings of the verification, or that it did not take place. */
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
    const { read, all, bytes, files, duration, baseKnown } = layers;
    const whose = baseKnown
        ? (0,markdown.md) `the ${read} that this build added, of ${all}`
        : (0,markdown.md) `all ${all}, because the layers of the base image could not be identified`;
    const end = start.timedOut
        ? 'did not end in time'
        : start.refusal === undefined
            ? `exit code ${start.exitCode ?? 'unknown'}`
            : 'was not started';
    return (0,report/* factTable */.B)([
        ['Layers read', (0,markdown.md) `${whose}: ${files} files, ${megabytes(bytes)}, in ${seconds(duration)}`],
        ['Run without credentials', (0,markdown.md) `${end}, after ${seconds(start.duration)}`],
    ]);
}
function contractSections({ evidence, duration, peakMemory, samples }, recording) {
    const sign = (holds) => (holds === undefined ? '❔' : holds ? '✅' : '❌');
    const rows = evidence.map(({ check, seen, holds }) => [sign(holds), check, seen]);
    const share = (duration / 1000 / 3600 / MAX_RUN_HOURS) * 100;
    const memory = peakMemory === undefined ? 'not measured' : megabytes(peakMemory);
    return [
        (0,markdown.md) `### Contract`,
        (0,markdown.md) `The image ran as the platform runs it, against a stand-in for the platform and without any other network.`,
        (0,markdown/* table */.tp)(['', 'The evaluator', 'Seen'], rows),
        (0,markdown.md) `The evaluation took ${seconds(duration)}, ${share.toFixed(share < 0.1 ? 3 : 1)} % of the ${MAX_RUN_HOURS} hours that the platform allows, for ${samples} samples. Memory at the peak: ${memory}.`,
        ...(recording && 'source' in recording
            ? [(0,markdown.md) `It worked on ${(0,contract_recording/* describeCount */.v)(recording)} from the platform: ${recording.source}.`]
            : []),
        ...(recording && 'reason' in recording
            ? [(0,markdown/* alert */.xE)('NOTE', (0,markdown.md) `No samples were read from the platform: ${recording.reason}.`)]
            : []),
        ...(samples === 0 ? [(0,markdown/* alert */.xE)('NOTE', emptyNote)] : []),
    ];
}
const emptyNote = (0,markdown.md) `The test suite of this check had no samples. So it is not proven that the evaluator can read your test samples, ground truths and inferences, that its metrics are right, nor how long it takes and how much memory it needs with real data. Give a ${(0,markdown/* code */.aY)('contract-fixture')}, or a ${(0,markdown/* code */.aY)('fixture-model')}, to show that.`;
function megabytes(bytes) {
    return `${(bytes / 1e6).toFixed(1)} MB`;
}
function seconds(milliseconds) {
    return `${(milliseconds / 1000).toFixed(1)} s`;
}

;// CONCATENATED MODULE: ./build/src/actions/publish/summary.js






/** Returns the job summary of the root action: verdict, changes, image, verification, trust policy, timeline. */
function publishSummary(publication, runLog, error) {
    const { plan, image, registration, changes, buildCommand } = publication;
    const sections = [
        ...(plan ? [summary_facts(publication, plan)] : []),
        ...(changes && changes.length > 0 ? [changeTable(changes, plan?.mode.dryRun ?? false)] : []),
        ...(image?.facts ? [imageTable(image.facts)] : []),
        ...layerSections(publication.verification?.layers.sizes),
        ...verifySections(publication),
        ...trustSection(registration?.aws_role_config, publication.trust),
        ...(buildCommand ? [(0,markdown/* details */.zH)('Build the same image on your machine', (0,markdown/* codeBlock */.DV)(buildCommand, 'sh'))] : []),
    ];
    return (0,report/* report */.z)(publishVerdict(publication, error), sections, runLog, error);
}
/** Returns the outcome of a run in one line. */
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
    if ((0,role_trust/* failedTrust */.c)(publication))
        return (0,markdown.md) `❌ ${name} is published, but the trust policy of its AWS role is broken`;
    return changed ? (0,markdown.md) `✅ ${name} is published` : (0,markdown.md) `✅ ${name} is published already, nothing changed`;
}
function summary_facts({ registeredImage, manifest, previous, registration, reused }, plan) {
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
/** Shows what a registration changes, or would change. */
function changeTable(changes, dryRun) {
    const show = (value) => (value === undefined ? '—' : (0,markdown/* code */.aY)(value));
    const rows = changes.map(({ field, from, to }) => [field, show(from), show(to)]);
    return (0,markdown/* join */.fj)([
        (0,markdown.md) `### ${dryRun ? 'What publishing would change' : 'What changed'}`,
        (0,markdown/* table */.tp)(['Registered', 'Before', 'After'], rows),
    ]);
}
/** Describes an image in one row. */
function imageTable({ platform, entrypoint, command, user, size, layerDigests, layers, }) {
    // Only facts from a registry have digests. The layers below have uncompressed sizes.
    const sizeKind = layerDigests ? 'Size, compressed' : 'Size in the engine';
    const words = (list) => (list.length > 0 ? (0,markdown/* code */.aY)(JSON.stringify(list)) : '—');
    const row = [
        platform,
        `${layers} ${layers === 1 ? 'layer' : 'layers'}, ${(size / 1e6).toFixed(1)} MB`,
        words(entrypoint),
        words(command),
        (0,markdown/* code */.aY)(user),
    ];
    return (0,markdown/* join */.fj)([(0,markdown.md) `### Image`, (0,markdown/* table */.tp)(['Platform', sizeKind, 'Entrypoint', 'Command', 'User'], [row])]);
}

;// CONCATENATED MODULE: ./build/src/actions/publish/comment-text.js






/** Returns what a reviewer needs: verdict, failure, changes, image and findings. A link leads to the whole report. */
function publishComment(publication, source, runLog, error) {
    const { plan, image, registration, changes, registeredImage, trust } = publication;
    const policy = trustSection(registration?.aws_role_config, trust);
    const sections = [
        ...(plan?.mode.dryRun && registeredImage
            ? [(0,markdown.md) `Publishing would register ${(0,markdown/* code */.aY)(registeredImage)}.`]
            : []),
        ...(changes && changes.length > 0 ? [changeTable(changes, plan?.mode.dryRun ?? false)] : []),
        ...(image?.facts ? [imageTable(image.facts)] : []),
        ...findingSections(publication),
        ...metricsComment(publication.verification?.contract),
        ...(policy.length > 0 ? [(0,markdown/* details */.zH)('Trust policy of the AWS role', (0,markdown/* join */.fj)(policy.slice(1)))] : []),
    ];
    return (0,src_report_comment/* commentText */.b)(publishVerdict(publication, error), sections, source, runLog, error);
}

// EXTERNAL MODULE: ./build/src/actions/publish/evaluator-run.js
var evaluator_run = __webpack_require__(720);
// EXTERNAL MODULE: ./build/src/actions/publish/fields.js + 1 modules
var fields = __webpack_require__(7948);
// EXTERNAL MODULE: ./build/src/actions/publish/inputs.js + 1 modules
var publish_inputs = __webpack_require__(6647);
// EXTERNAL MODULE: ./build/src/runtime/errors.js
var errors = __webpack_require__(9139);
;// CONCATENATED MODULE: ./build/src/actions/publish/metrics/expected.js

/** Returns the inputs for a run that writes the expected metrics, and therefore expects none itself. */
function expectNothing(inputs) {
    const { verify } = inputs;
    if (verify?.recording)
        throw new errors/* InputError */.dz([
            '--update-expected: writes into a fixture file, and fixture-model has none; record one with evaluator-action record-fixture, and give it as --contract-fixture',
        ]);
    if (!verify?.contract)
        return inputs;
    const { contract } = verify;
    const metrics = { ...contract.metrics, checkExpected: false };
    return { ...inputs, verify: { ...verify, contract: { ...contract, metrics } } };
}
/** Writes the computed metrics into the evaluator's fixture file. */
async function writeExpected({ verify }, result) {
    const { fixturePath, contract } = verify ?? {};
    const { metrics } = result.verification?.contract ?? {};
    if (fixturePath === undefined || !contract?.fixture || !metrics)
        throw new errors/* ActionError */.lZ('There is nothing to write into expected: give --verify contract and a --contract-fixture with samples.');
    // Only this command needs the YAML parser.
    const { updateExpected } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(1083)]).then(__webpack_require__.bind(__webpack_require__, 1083));
    updateExpected(fixturePath, contract.fixture, metrics);
}

// EXTERNAL MODULE: ./build/src/runtime/run-log.js
var run_log = __webpack_require__(700);
// EXTERNAL MODULE: ./build/src/runtime/secrets.js + 1 modules
var secrets = __webpack_require__(5758);
// EXTERNAL MODULE: ./build/src/actions/publish/register.js
var register = __webpack_require__(5552);
;// CONCATENATED MODULE: ./build/src/actions/publish/outputs.js



/** Returns the root action's outputs, by their names in action.yml. An output without a value is an empty string. */
function publishOutputs(publication) {
    const { plan, image, manifest, previous, registration, changed } = publication;
    const role = registration?.aws_role_config;
    const policy = role && (0,trust_policy/* trustPolicy */.R)({ jobRoleArn: role.job_role_arn, externalId: role.external_id });
    const output = registration && plan?.evaluator && (0,register/* registrationOutput */.Zs)(plan.evaluator.workflow, registration);
    return {
        registration: json(output),
        registrations: '',
        results: '',
        count: '',
        image: publication.registeredImage ?? '',
        'image-name': nameOf(plan),
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
        // A re-run finds its own image registered, which is not an image to return to.
        'previous-image': previous && previous.image !== publication.registeredImage ? previous.image : '',
        plan: json(planOutput(publication)),
        ...metricsOutputs(publication.verification?.contract),
    };
}
/** Returns the image's reference without a tag or digest. */
function nameOf(plan) {
    return plan ? `${plan.repository.host}/${plan.repository.path}` : '';
}
/** Returns the plan for other steps: what is, or would be, published and registered, and what that changes. */
function planOutput({ plan, registeredImage, previous, changes }) {
    if (!plan)
        return undefined;
    const { mode, evaluator, references } = plan;
    return {
        dry_run: mode.dryRun,
        reason: mode.reason,
        repository: nameOf(plan),
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

;// CONCATENATED MODULE: ./build/src/actions/publish/outputs-of-run.js





/** Returns the root action's outputs, for one evaluator or for all evaluators of a file. */
function runOutputs({ publication, evaluators, mode }) {
    const own = publishOutputs(publication);
    if (!evaluators)
        return own;
    const all = evaluators.map((run) => ({ run, outputs: publishOutputs(run.publication) }));
    const registrations = all.flatMap(({ outputs }) => outputs.registration || []);
    return {
        ...own,
        registrations: `[${registrations.join(',')}]`,
        count: String(evaluators.filter(evaluator_run/* isBuilt */.TQ).length),
        results: resultsOutput(all),
        tags: [...new Set(evaluators.flatMap(referencesOf))].join('\n'),
        'dry-run': String(mode?.dryRun ?? false),
        changed: String(evaluators.some((run) => run.publication.changed)),
    };
}
/** Returns the references that the registry has, even if a later step failed; in a dry run, those it would get. */
function referencesOf({ inputs, publication, error }) {
    const { plan, manifest } = publication;
    if (!plan || !(inputs.mode.dryRun ? error === undefined : manifest))
        return [];
    // The registry confirms the first tag before the others are set.
    return (0,run_log/* phaseOf */.h)(error) === 'Tag' ? plan.references.slice(0, 1) : plan.references;
}
/** Outputs that contain JSON. The results include it unchanged, so that metrics keep their digits. */
const JSON_OUTPUTS = new Set([
    ...['registration', 'aws-role-config', 'trust-policy', 'plan'],
    // These are booleans, because as texts both values would count as true.
    ...['dry-run', 'reused', 'changed'],
]);
const METRICS = new Set(['metrics', 'metrics-changes']);
/** Outputs that the results omit, because those of hundreds of evaluators can be too long for a step. */
const LEFT_OUT = new Set(['registrations', 'results', 'metadata']);
/** Maximum bytes of an output. GitHub accepts up to one million. */
const outputs_of_run_MAX_BYTES = 900_000;
/** Returns the results of all entries, without metrics if they are too long in total. */
function resultsOutput(all) {
    const withMetrics = `[${all.map(({ run, outputs }) => resultOutput(run, outputs)).join(',')}]`;
    if (Buffer.byteLength(withMetrics) <= outputs_of_run_MAX_BYTES)
        return withMetrics;
    const kept = (outputs) => Object.fromEntries(Object.entries(outputs).filter(([name]) => !METRICS.has(name)));
    return `[${all.map(({ run, outputs }) => resultOutput(run, kept(outputs))).join(',')}]`;
}
function resultOutput(run, outputs) {
    const { inputs, error, seconds, selection } = run;
    const own = {
        workflow: inputs.evaluator?.workflow ?? null,
        'evaluator-name': inputs.evaluator?.name ?? null,
        result: (0,evaluator_run/* resultOf */.Bg)(run),
        error: error === undefined ? null : (0,secrets/* redact */.E$)((0,errors/* messageOf */.bD)(error)),
        ...(selection && { reason: selection.reason }),
        seconds: seconds === undefined ? null : Number(seconds.toFixed(1)),
    };
    const given = Object.entries(outputs).filter(([name, value]) => value !== '' && !LEFT_OUT.has(name));
    const members = [
        ...Object.entries(own).map(([name, value]) => [name, JSON.stringify(value)]),
        ...given.map(([name, value]) => [
            name,
            JSON_OUTPUTS.has(name) || METRICS.has(name) ? value : JSON.stringify(value),
        ]),
    ];
    return `{${members.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`;
}

// EXTERNAL MODULE: ./build/src/actions/publish/ready.js
var ready = __webpack_require__(1946);
// EXTERNAL MODULE: ./build/src/runtime/mode.js
var mode = __webpack_require__(1615);
// EXTERNAL MODULE: ./build/src/util/process.js
var process = __webpack_require__(471);
;// CONCATENATED MODULE: ./build/src/actions/publish/source.js




/**
 * Adds the tag that points to its commit to a `workflow_run` event. Only the checkout knows this, because the event has
 * branches and tags in one field. Warns if another commit is checked out. Git is not run in a checkout that may be
 * unreviewed, whose configuration could name programs to run.
 */
async function findSource(event, signal, allowForkCode = false) {
    const { head_branch: name, head_sha: sha } = event.payload.workflow_run ?? {};
    if (event.eventName !== 'workflow_run' || !name || !sha)
        return event;
    if ((0,mode/* decideMode */.ap)('auto', event, allowForkCode).untrusted)
        return event;
    const [head, tags] = await Promise.all([
        git(['rev-parse', 'HEAD'], signal),
        git(['tag', '--points-at', sha, '--sort=-version:refname'], signal),
    ]);
    if (head[0] !== undefined && head[0] !== sha)
        log/* warning */.$e(`The workflow checked out ${head[0]}, but the image is named after ${sha}, the commit of this event. Pass ref: \${{ github.event.workflow_run.head_sha }} to actions/checkout.`, 'workflow_run');
    const tag = tags.includes(name) ? name : tags[0];
    return tag === undefined ? event : { ...event, source: { ref: `refs/tags/${tag}`, sha } };
}
/** Returns the lines that Git prints; none without Git or a repository. */
async function git(args, signal) {
    try {
        const { exitCode, stdout } = await (0,process/* run */.e)('git', args, { timeout: 60_000, signal });
        return exitCode === 0 ? stdout.split('\n').filter((line) => line !== '') : [];
    }
    catch (error) {
        if (error instanceof errors/* CommandError */.Qd)
            return [];
        throw error;
    }
}

// EXTERNAL MODULE: ./build/src/report/failure.js
var failure = __webpack_require__(1522);
// EXTERNAL MODULE: ./build/src/report/timeline.js
var timeline = __webpack_require__(6753);
// EXTERNAL MODULE: ./build/src/util/group-by.js
var group_by = __webpack_require__(7043);
;// CONCATENATED MODULE: ./build/src/actions/publish/summary-of-many.js









/** Maximum bytes of sections, well below GitHub's limit for a step. Sections beyond it are omitted as a whole. */
const MAX_DETAILS_BYTES = 350 * 1024;
const summary_of_many_SIGNS = {
    published: '✅',
    unchanged: '✅',
    pushed: '✅',
    ready: '🔎',
    failed: '❌',
    cancelled: '⚪',
};
/** Returns the job summary of several evaluators: verdict, one row each, and their own summaries, failures first. */
function manySummary(runs, runLog, error) {
    if (runs.length === 0)
        return (0,markdown.md) `## ${summary_of_many_verdict(runs, [])}`;
    const failed = runs.filter((run) => (0,evaluator_run/* resultOf */.Bg)(run) === 'failed');
    const ordered = inOrder(runs);
    const sections = [
        (0,markdown.md) `## ${summary_of_many_verdict(runs, failed)}`,
        // The sections below explain each failure.
        ...(error !== undefined && failed.length === 0 ? [(0,failure/* failure */.V)(error, runLog)] : []),
        overview(ordered),
        (0,markdown/* details */.zH)('Timeline', (0,timeline/* timelines */.z)([
            { name: 'All', phases: runLog.phases },
            ...runs.filter(evaluator_run/* isBuilt */.TQ).map(({ name, runLog }) => ({ name, phases: runLog.phases })),
        ])),
    ];
    return (0,markdown/* join */.fj)([...sections, ...summariesOf(ordered.filter(evaluator_run/* isBuilt */.TQ))]);
}
/** Returns what a reviewer needs about several evaluators: verdict, one row each, and why some failed. */
function manyComment(runs, comment, runLog, error) {
    const failed = runs.filter((run) => (0,evaluator_run/* resultOf */.Bg)(run) === 'failed');
    const { section } = comment;
    const outcome = summary_of_many_verdict(runs, failed);
    const heading = section ? (0,markdown.md) `Shard ${section.index} of ${section.count}: ${outcome}` : outcome;
    const sections = [
        ...(runs.length > 0 ? [overview(inOrder(runs))] : []),
        ...failed.map((run) => (0,markdown/* details */.zH)(`${summary_of_many_SIGNS.failed} ${run.name}`, (0,failure/* failure */.V)(run.error, run.runLog), true)),
        ...runs.flatMap(metricsOf),
    ];
    // The sections explain each failure of an evaluator.
    return (0,src_report_comment/* commentText */.b)(heading, sections, comment, runLog, failed.length === 0 ? error : undefined);
}
/** Puts failures first, and evaluators that were left out last. */
function inOrder(runs) {
    const rank = (run) => ((0,evaluator_run/* resultOf */.Bg)(run) === 'failed' ? 0 : (0,evaluator_run/* isBuilt */.TQ)(run) ? 1 : 2);
    return [...runs].sort((a, b) => rank(a) - rank(b));
}
function summary_of_many_verdict(runs, failed) {
    const counts = [...(0,group_by/* groupBy */.$)(runs, evaluator_run/* resultOf */.Bg)].map(([result, { length }]) => `${length} ${result}`).join(', ');
    if (runs.length === 0)
        return (0,markdown.md) `⚪ This shard has no evaluators`;
    const built = runs.filter(evaluator_run/* isBuilt */.TQ).length;
    if (failed.length > 0)
        return (0,markdown.md) `❌ ${failed.length} of ${built} evaluators failed (${counts})`;
    if (runs.some((run) => (0,evaluator_run/* resultOf */.Bg)(run) === 'cancelled'))
        return (0,markdown.md) `⚪ Cancelled: ${counts}`;
    if (built === 0)
        return (0,markdown.md) `✅ No evaluator changed: ${counts}`;
    const ready = built === 1 ? '1 evaluator is' : `${built} evaluators are`;
    const others = built < runs.length ? `, ${runs.length - built} unchanged` : '';
    if (runs[0]?.inputs.mode.dryRun)
        return (0,markdown.md) `🔎 Dry run: ${ready} ready to be published${others}`;
    return (0,markdown.md) `✅ ${runs.length} evaluators: ${counts}`;
}
/** Shows an evaluator's metrics and their changes; unfolded if there are changes. */
function metricsOf({ name, publication: { verification } }) {
    const { contract } = verification ?? {};
    const sections = metricsComment(contract);
    const changed = contract?.comparison?.result?.changes.length ?? 0;
    return sections.length > 0 ? [(0,markdown/* details */.zH)(`Metrics of ${name}`, (0,markdown/* join */.fj)(sections), changed > 0)] : [];
}
function overview(runs) {
    const compared = runs.some(({ publication }) => publication.verification?.contract?.comparison);
    const selected = runs.some(({ selection }) => selection);
    const rows = runs.map((run) => {
        const { name, publication, seconds, error, selection } = run;
        const result = (0,evaluator_run/* resultOf */.Bg)(run);
        const phase = (0,run_log/* phaseOf */.h)(error);
        const step = result === 'failed' && phase !== undefined ? `: ${phase}` : '';
        return [
            (0,markdown/* code */.aY)(name),
            `${summary_of_many_SIGNS[result]} ${result}${step}`,
            publication.registeredImage === undefined ? '—' : (0,markdown/* code */.aY)(publication.registeredImage),
            changesOf(run),
            ...(compared ? [changedMetrics(run)] : []),
            seconds === undefined ? '—' : `${seconds.toFixed(1)} s`,
            ...(selected ? [selection?.reason ?? '—'] : []),
        ];
    });
    const columns = ['Evaluator', 'Result', 'Image', 'Changed', ...(compared ? ['Metrics'] : []), 'Time'];
    return (0,markdown/* table */.tp)([...columns, ...(selected ? ['Why'] : [])], rows);
}
function changedMetrics({ publication: { verification } }) {
    const { comparison } = verification?.contract ?? {};
    if (!comparison)
        return '—';
    if (!comparison.result)
        return 'not compared';
    const { changes } = comparison.result;
    return changes.length > 0 ? `${changes.length} changed` : 'unchanged';
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
        const body = publishSummary(run.publication, run.runLog, run.error);
        bytes += Buffer.byteLength(body.toString());
        if (bytes > MAX_DETAILS_BYTES) {
            return [
                ...shown,
                (0,markdown.md) `The other ${runs.length - shown.length} evaluators are only in the table: the summary has no room for more.`,
            ];
        }
        const result = (0,evaluator_run/* resultOf */.Bg)(run);
        shown.push((0,markdown/* details */.zH)(`${summary_of_many_SIGNS[result]} ${run.name}`, body, result === 'failed'));
    }
    return shown;
}

;// CONCATENATED MODULE: ./build/src/actions/publish/action.js













/** Runs the root action: builds, pushes and registers an evaluator's image, or in a dry run shows the changes. */
const publish = {
    fields: fields/* fields */.OA,
    variables: fields/* variables */.Ee,
    begin: () => ({ publication: { changed: false } }),
    run: async (request, context, record) => {
        const done = await publishAll(request, context, record);
        const [only] = done;
        if (only?.inputs.mode.dryRun && !request.rawInputs.evaluators)
            log/* info */.pq((0,ready/* describeReady */.H)(only.inputs, only.publication));
    },
    outputs: runOutputs,
    summary: ({ evaluators, publication }, runLog, error) => evaluators ? manySummary(evaluators, runLog, error) : publishSummary(publication, runLog, error),
    announce: async ({ evaluators, publication, comment }, { runLog, signal }, error) => {
        if (!comment)
            return undefined;
        const text = evaluators
            ? manyComment(evaluators, comment, runLog, error)
            : publishComment(publication, comment, runLog, error);
        return await (0,report_comment/* postComment */.Gy)(comment, text, signal);
    },
    failedGate: ({ publication }) => (0,role_trust/* failedTrust */.c)(publication),
};
/** Runs the evaluator without publishing anything, and writes its metrics into the fixture as the expected ones. */
const updateExpected = {
    ...publish,
    run: async ({ event, rawInputs }, context, record) => {
        const { verify = '' } = rawInputs;
        const checked = { ...rawInputs, verify: verify || 'contract', 'dry-run': 'true' };
        const done = await publishAll({ event, rawInputs: checked }, context, record, expectNothing);
        for (const { inputs, publication } of done)
            await writeExpected(inputs, publication);
    },
};
/** @param prepare changes the inputs before they are used */
async function publishAll(request, context, record, prepare = (inputs) => inputs) {
    const { rawInputs } = request;
    const allowForkCode = /^true$/i.test(rawInputs['allow-fork-code'] ?? '');
    const event = await findSource(request.event, context.signal, allowForkCode);
    if (rawInputs.evaluators) {
        // The YAML parser is loaded only if there is a file.
        const { loadEvaluators } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(3612)]).then(__webpack_require__.bind(__webpack_require__, 3612));
        const input = loadEvaluators(event, rawInputs);
        const { mode, entries, concurrency, comment } = input;
        const runs = (0,evaluator_run/* plannedRuns */.nM)(entries.map(({ evaluator }) => prepare(evaluator)), context.runLog);
        record({ evaluators: runs, mode, comment });
        if (mode)
            reportMode(mode);
        if (input.onlyChanged)
            await leaveOutUnchanged(runs, input, event, context);
        const built = runs.filter(evaluator_run/* isBuilt */.TQ);
        if (runs.length === 0)
            log/* info */.pq('This shard of the evaluators file is empty: there is nothing to do');
        else if (built.length === 0)
            log/* info */.pq('No evaluator changed: there is nothing to build');
        else {
            const { publishMany } = await Promise.all(/* import() */[__webpack_require__.e(8620), __webpack_require__.e(9575), __webpack_require__.e(6096)]).then(__webpack_require__.bind(__webpack_require__, 6096));
            await publishMany(built, context, concurrency);
        }
        return built;
    }
    const inputs = prepare((0,publish_inputs/* loadInputs */.I)(event, rawInputs));
    reportMode(inputs.mode);
    record({ comment: inputs.comment });
    // The code that does the work is loaded here, so that invalid inputs are reported sooner.
    const { publishOne } = await Promise.all(/* import() */[__webpack_require__.e(8620), __webpack_require__.e(9575), __webpack_require__.e(3447)]).then(__webpack_require__.bind(__webpack_require__, 3447));
    let publication = { changed: false };
    await publishOne(inputs, context, (part) => {
        publication = { ...publication, ...part };
        record({ publication });
    });
    return [{ inputs, publication }];
}
/** Records which of the runs are built, and why. */
async function leaveOutUnchanged(runs, input, event, context) {
    const { selectChanged } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(8620), __webpack_require__.e(1253)]).then(__webpack_require__.bind(__webpack_require__, 1253));
    const selections = await selectChanged(input, event, context);
    for (const [index, run] of runs.entries()) {
        run.selection = selections?.[index];
        if (run.selection)
            log/* info */.pq(`${run.name}: ${run.selection.isBuilt ? 'is built' : 'is left out'}, because ${run.selection.reason}`);
    }
}
function reportMode({ dryRun, reason, untrusted }) {
    log/* info */.pq(`${dryRun ? 'Dry run' : 'Publishing'}: ${reason}`);
    if (untrusted)
        log/* info */.pq('The code may be unreviewed: the build gets no token, secret, SSH agent, login or cache credential');
}


/***/ }),

/***/ 3353:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  IX: () => (/* binding */ isLocal),
  ol: () => (/* binding */ knownSecret),
  b9: () => (/* binding */ loadBuildInput)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/docker/builder.js
var builder = __webpack_require__(5685);
// EXTERNAL MODULE: ./build/src/image/build/arguments.js
var build_arguments = __webpack_require__(476);
// EXTERNAL MODULE: ./build/src/image/build/cache.js
var cache = __webpack_require__(4654);
// EXTERNAL MODULE: ./build/src/image/build/outputs.js
var build_outputs = __webpack_require__(5902);
// EXTERNAL MODULE: ./build/src/image/verify/git-config.js
var git_config = __webpack_require__(4192);
// EXTERNAL MODULE: ./build/src/runtime/inputs.js
var runtime_inputs = __webpack_require__(2349);
// EXTERNAL MODULE: ./build/src/runtime/lists.js
var lists = __webpack_require__(3075);
// EXTERNAL MODULE: ./build/src/runtime/log.js
var log = __webpack_require__(772);
// EXTERNAL MODULE: ./build/src/runtime/secrets.js + 1 modules
var runtime_secrets = __webpack_require__(5758);
// EXTERNAL MODULE: ./build/src/runtime/workspace.js
var workspace = __webpack_require__(8835);
// EXTERNAL MODULE: ./build/src/actions/publish/evaluator-inputs.js
var evaluator_inputs = __webpack_require__(3316);
// EXTERNAL MODULE: ./build/src/actions/publish/fields.js + 1 modules
var fields = __webpack_require__(7948);
// EXTERNAL MODULE: ./build/src/image/dockerfile/instructions.js
var dockerfile_instructions = __webpack_require__(9797);
// EXTERNAL MODULE: ./build/src/image/dockerfile/variables.js
var variables = __webpack_require__(6615);
// EXTERNAL MODULE: ./build/src/image/dockerfile/words.js
var words = __webpack_require__(2375);
;// CONCATENATED MODULE: ./build/src/image/dockerfile/labels.js



/**
 * Returns the names of all labels that a Dockerfile sets in any stage. Returns undefined if they are unknown, because a
 * name contains a variable or the Dockerfile uses a frontend other than Docker's own.
 */
function labelNames(dockerfile) {
    const syntax = (0,dockerfile_instructions/* readSyntax */.kQ)(dockerfile);
    if (syntax !== undefined && !/^(docker\.io\/)?docker\/dockerfile(-upstream)?(:|@|$)/.test(syntax))
        return undefined;
    const { instructions, escapeToken } = (0,dockerfile_instructions/* parseDockerfile */.Ai)(dockerfile);
    // A stage runs the triggers of the stage that it builds on.
    const labels = instructions
        .flatMap((one) => (one.keyword === 'ONBUILD' ? (0,dockerfile_instructions/* parseInstructions */.ts)(one.rest) : [one]))
        .filter(({ keyword }) => keyword === 'LABEL');
    try {
        const names = labels.flatMap(({ rest }) => writtenNames((0,variables/* splitArguments */.vj)(rest, escapeToken)).map((name) => (0,words/* readText */.yR)(name, { escapeToken, variable: refuseVariable })));
        return new Set(names);
    }
    catch (error) {
        if (error instanceof words/* WordError */.NE)
            return undefined;
        throw error;
    }
}
/** Returns the names in a LABEL instruction. `LABEL name some value` is an old form with one name. */
function writtenNames(words) {
    const [first = ''] = words;
    return first.includes('=') ? words.map((word) => (0,variables/* splitAt */.gI)(word, '=')[0]) : [first];
}
function refuseVariable(name) {
    throw new words/* WordError */.NE(`the name of a label has the variable ${name}`);
}

// EXTERNAL MODULE: ./build/src/image/dockerfile/read.js
var read = __webpack_require__(336);
// EXTERNAL MODULE: ./build/src/runtime/event.js
var runtime_event = __webpack_require__(9974);
;// CONCATENATED MODULE: ./build/src/actions/publish/oci-labels.js




/**
 * Returns the labels that identify the commit of an image. They contain no time, so the same commit gives the same
 * image. The build's own labels take precedence: those of `labels`, and those of the Dockerfile. Labels of a base image
 * describe the base image, so they are replaced.
 *
 * @param tag the first tag of the image
 */
function ociLabels({ context, file, labels = [], image, 'oci-labels': wanted }, event, tag) {
    const dockerfile = wanted === 'auto' ? (0,read/* readDockerfile */.n)(file ?? (0,external_node_path_.join)(context, 'Dockerfile')) : undefined;
    const inDockerfile = dockerfile === undefined ? undefined : labelNames(dockerfile);
    if (!inDockerfile)
        return [];
    const { serverUrl, repository } = event;
    const address = serverUrl && repository ? `${serverUrl}/${repository}` : undefined;
    const values = {
        source: address,
        url: address,
        revision: (0,runtime_event/* sourceOf */.vz)(event).sha,
        version: tag,
        title: image?.path.split('/').at(-1),
    };
    const own = new Set([...inDockerfile, ...labels.map(([name]) => name)]);
    return Object.entries(values)
        .map(([name, value]) => [`org.opencontainers.image.${name}`, value])
        .filter(([name, value]) => value && !own.has(name))
        .map(([name, value]) => `${name}=${value}`);
}

;// CONCATENATED MODULE: ./build/src/actions/publish/build-inputs.js















/**
 * Reads the build group and records its problems. A dry run reads caches but writes none; a build of untrusted code
 * gets no secret, no SSH agent, no privileges of the builder and no cache that requires credentials.
 *
 * @param tag the first tag of the image
 */
function loadBuildInput(inputs, { dryRun, untrusted }, event, tag) {
    const options = { ...loadBuild(inputs, untrusted), builderId: event.runUrl };
    if (isLocal(options.context))
        options.ociLabels = ociLabels(inputs.values, event, tag);
    const secrets = loadSecrets(inputs);
    refuseKnownSecrets(inputs);
    if (dryRun)
        options.cacheTo = [];
    if (untrusted)
        refuseAgent(inputs);
    // The token of a fork's pull request is read-only; the token of other events may have write access.
    if (untrusted && event.eventName !== 'pull_request')
        refuseGitLogin(inputs);
    if (untrusted)
        Object.assign(options, {
            ...{ untrusted, ssh: [], allow: [] },
            cacheFrom: options.cacheFrom.filter(cache/* isAnonymous */.ok),
        });
    return {
        options,
        doubtfulArguments: checkBuildArguments(inputs),
        secrets: untrusted ? [] : secrets,
        local: isLocal(inputs.values.context),
        store: chooseStore(options, inputs, dryRun),
    };
}
/**
 * Refuses the token that actions/checkout leaves in the Git configuration: a Dockerfile could copy it. The directory of
 * the Dockerfile is searched too, because buildx offers all of it to the Dockerfile's frontend.
 */
function refuseGitLogin(inputs) {
    const { context, file = (0,external_node_path_.join)(context, 'Dockerfile'), 'build-contexts': more = [] } = inputs.values;
    const directories = isLocal(context)
        ? [['context', context], ['file', (0,external_node_path_.dirname)(file)]]
        : [];
    const named = more.map(([, path]) => ['build-contexts', path.replace(/^oci-layout:\/\//i, '')]);
    for (const [name, directory] of [...directories, ...named.filter(([, path]) => isLocal(path))]) {
        const path = (0,git_config/* findGitLogin */.pn)(directory);
        if (path === undefined)
            continue;
        inputs.problem(name, path, 'holds a login for Git, which the build of code that may be unreviewed could use; in a workflow, set persist-credentials: false for actions/checkout');
        return;
    }
}
/** Refuses contexts fetched by SSH: buildx gives their build the runner's SSH agent even if `ssh` is not set. */
function refuseAgent(inputs) {
    const { context, 'build-contexts': more = [] } = inputs.values;
    const named = [['context', context], ...more.map(([, path]) => ['build-contexts', path])];
    for (const [name, address] of named)
        if (/^(ssh:|git\+ssh:|[\w-]+@[\w.-]+:)/i.test(address))
            inputs.problem(name, address, "is fetched with the runner's SSH agent, which is not given to code that may be unreviewed; write an https address");
}
/**
 * Returns where the image is kept. An image that is run or shown must be in the engine. A separate builder pushes any
 * other image directly to the registry, because a detour through the engine would move all of its data twice.
 */
function chooseStore(options, { values }, dryRun) {
    if (!(0,build_arguments/* fitsEngine */.Jb)(options))
        return 'builder';
    const wanted = dryRun || values.verify !== 'off';
    return wanted || (0,builder/* builderDriver */.kW)(options.builder) === 'docker' ? 'engine' : 'builder';
}
function loadBuild(inputs, untrusted) {
    const { values } = inputs;
    const { context, file } = values;
    const scope = values.image?.path ?? '';
    const dockerfile = file ?? (0,external_node_path_.join)(context, 'Dockerfile');
    refuseCredentials(inputs);
    if (context.includes('{{'))
        inputs.problem('context', context, 'is a template of docker/build-push-action; write . for what is checked out, or an address such as https://github.com/OWNER/NAME.git#REF:FOLDER');
    else if (isLocal(context))
        checkContext(inputs, context, dockerfile, untrusted);
    else
        checkFetched(inputs, 'context', context);
    if (!isLocal(context) && file !== undefined && (0,external_node_path_.isAbsolute)(file))
        inputs.problem('file', file, 'is a path of this machine, whose directory the build of a fetched context would get; write a path relative to that context');
    for (const [, address] of values['build-contexts'] ?? [])
        checkNamedContext(inputs, address, untrusted);
    if (values.builder !== undefined && !(0,builder/* isBuilder */.aq)(values.builder))
        inputs.problem('builder', values.builder, 'is neither a builder of buildx nor a Docker context on this machine; create it (docker buildx create; in a workflow, docker/setup-buildx-action before this step), or correct the name (docker buildx ls)');
    return {
        context,
        file,
        target: values.target,
        platforms: values.platforms,
        buildArgs: joined(values['build-args']),
        buildContexts: joined(values['build-contexts']),
        labels: joined(values.labels),
        ociLabels: [],
        annotations: values.annotations ?? [],
        outputs: loadOutputs(inputs, untrusted),
        cacheFrom: (0,cache/* scopeCaches */.k7)(values['cache-from'] ?? [], scope),
        cacheTo: (0,cache/* scopeCaches */.k7)(values['cache-to'] ?? [], scope),
        noCache: values['no-cache'],
        noCacheFilters: values['no-cache-filters'] ?? [],
        pull: values.pull,
        network: values.network,
        addHosts: values['add-hosts'] ?? [],
        allow: values.allow ?? [],
        cgroupParent: values['cgroup-parent'],
        shmSize: values['shm-size'],
        ulimit: values.ulimit ?? [],
        ssh: values.ssh ?? [],
        builder: values.builder,
        ...attestationsOf(values),
    };
}
/** Returns the attestations. Like docker/build-push-action, prefers the inputs of one attestation to `attests`. */
function attestationsOf({ provenance, sbom, attests = {} }) {
    return {
        provenance: provenance === 'false' ? (attests.provenance ?? 'false') : provenance,
        sbom: sbom === 'false' ? (attests.sbom ?? 'false') : sbom,
    };
}
function checkContext(inputs, context, dockerfile, untrusted) {
    const missing = `there is no such directory; ${workspace/* relativePath */.iZ}, and in a workflow check out the repository first (actions/checkout)`;
    if (!inputs.checkPath('context', context, 'directory', missing, untrusted))
        return;
    const noDockerfile = `there is no such Dockerfile; ${placeOfDockerfiles()}`;
    if (inputs.values.file === undefined && inputs.isGiven('file'))
        return;
    if (!inputs.checkPath('file', dockerfile, 'file', noDockerfile, untrusted))
        return;
    for (const path of [`${dockerfile}.dockerignore`, (0,external_node_path_.join)(context, '.dockerignore')])
        if ((0,external_node_fs_.existsSync)(path))
            inputs.checkPath('context', path, 'file', undefined, untrusted);
}
function checkNamedContext(inputs, address, untrusted) {
    const [, layout] = /^oci-layout:\/\/(.*)$/is.exec(address) ?? [];
    const isPath = isLocal(address) && !/^(oci-layout:\/\/|target:)/i.test(address);
    if (!isPath && !checkFetched(inputs, 'build-contexts', address))
        return;
    const missing = `there is no such directory; ${workspace/* relativePath */.iZ}`;
    const isThere = (path) => inputs.checkPath('build-contexts', path, 'directory', missing, untrusted);
    if (layout !== undefined) {
        // A tag or a digest follows the path, which may have colons itself.
        const [path = '', ...longer] = [...layout.matchAll(/[:@]|$/g)].map(({ index }) => layout.slice(0, index));
        for (const one of [path, ...longer.filter((other) => (0,external_node_fs_.existsSync)(other))])
            isThere(one);
    }
    else if (isPath)
        isThere(address);
}
/**
 * Returns whether an address can be used. buildx would use a directory of that name instead, which a checkout could
 * contain.
 */
function checkFetched(inputs, name, address) {
    const isTaken = (0,external_node_fs_.existsSync)(address);
    const isBarred = inputs.checkedOut.has(name) && !/^(https|docker-image):\/\//.test(address);
    if (isTaken)
        inputs.problem(name, address, 'is an address, and the working directory has a file or directory of that name, which buildx would use in its place; remove it, or begin the path with ./');
    else if (isBarred)
        inputs.problem(name, address, 'is a context that a file of the repository cannot name; write a path, or an address that begins with https:// or docker-image://, or set it outside the file, beside evaluators');
    return !isTaken && !isBarred;
}
/**
 * Returns the additional outputs. Code that may be unreviewed and a file of the repository may write only into the
 * workspace, and not into the Git configuration, which may name programs.
 */
function loadOutputs(inputs, untrusted) {
    const { outputs = [] } = inputs.values;
    const confined = untrusted ?? inputs.checkedOut.has('outputs');
    const written = new Set();
    for (const { destination, isDirectory } of outputs) {
        const path = (0,external_node_path_.resolve)(destination);
        const [first = ''] = (0,external_node_path_.relative)('.', path).split('/');
        const problem = (0,workspace/* problemOfDestination */.f)(destination, isDirectory ? 'directory' : 'file', confined) ??
            (written.has(path) ? 'is written by two outputs; give each its own dest' : undefined) ??
            (confined && (first === '' || first === '.git')
                ? 'holds the configuration of Git, which this build must not change; write into another directory'
                : undefined);
        if (problem !== undefined)
            inputs.problem('outputs', destination, problem);
        written.add(path);
    }
    return outputs;
}
/** Refuses credentials in addresses, because logs, provenance and the summary show addresses. */
function refuseCredentials(inputs) {
    const { context, 'build-contexts': more = [] } = inputs.values;
    const named = [['context', context], ...more.map(([, path]) => ['build-contexts', path])];
    for (const [name, address] of named) {
        const secret = (0,runtime_secrets/* credentialsIn */.Wr)(address);
        if (secret === undefined)
            continue;
        (0,runtime_secrets/* maskSecret */.$l)(secret);
        inputs.problem(name, undefined, 'has credentials in its address, which logs and the image show; take them out, and pass the token as the build secret GIT_AUTH_TOKEN, with which BuildKit reads Git over https: secrets: GIT_AUTH_TOKEN=VALUE');
    }
}
/** Suggests what to write instead, based on the files in the workspace. */
function placeOfDockerfiles() {
    const entries = (0,external_node_fs_.readdirSync)('.');
    if (entries.length === 0)
        return 'the working directory is empty; in a workflow, check out the repository before this step (actions/checkout)';
    const found = ['Dockerfile', ...entries.map((entry) => (0,external_node_path_.join)(entry, 'Dockerfile'))].find((path) => (0,external_node_fs_.existsSync)(path));
    return `${workspace/* relativePath */.iZ}${found ? `, such as file: ${found}` : ''}`;
}
/**
 * Returns whether buildx reads the context from a directory. Everything else begins with a scheme and `://`, or is one
 * of Git's short forms: `docker-image:` and `https:` can be names of directories.
 */
function isLocal(context) {
    return !/^(https?|git|ssh|docker-image):\/\/|^[\w-]+@[\w.-]+:|^github\.com\//i.test(context);
}
/** Returns whether a text contains, in any form, a secret that is already masked. */
function holdsSecret(text) {
    return (0,runtime_secrets/* redact */.E$)(text) !== text;
}
/** Refuses secrets in other arguments of buildx, which every user of the machine or of the image can read. */
function refuseKnownSecrets(inputs) {
    (0,evaluator_inputs/* givenSecret */.CT)(inputs);
    const { values } = inputs;
    const shown = ['labels', 'annotations', 'build-contexts', 'context', 'file', 'target', 'add-hosts'];
    const outputs = values.outputs?.map(build_outputs/* outputOf */.jH);
    for (const name of [...shown, 'outputs'])
        if (holdsSecret((name === 'outputs' ? [outputs] : [values[name]]).flat(2).join('\n')))
            inputs.problem(name, undefined, 'contains a secret, which others could read in the image or in the list of processes; leave it out, and pass it to RUN with secrets and --mount=type=secret');
}
/**
 * Refuses secrets in build arguments, because these stay readable in the image's history and in provenance. An argument
 * that is named like a secret, but whose value clearly is not one, only causes a warning.
 *
 * @returns the names that a warning was logged for
 */
function checkBuildArguments(inputs) {
    const { values } = inputs;
    const doubtful = [];
    for (const [name, value] of values['build-args'] ?? wellFormed(inputs.text('build-args'))) {
        const holdsKnown = holdsSecret(value);
        if (!holdsKnown && !(0,runtime_secrets/* namesSecret */.L4)(name))
            continue;
        if (!holdsKnown && name !== 'KOLENA_TOKEN' && !(0,runtime_secrets/* maybeSecret */.dn)(name, value)) {
            doubtful.push(name);
            continue;
        }
        const fix = name === 'KOLENA_TOKEN'
            ? 'leave it out: the API token is already available as a secret; use it with RUN --mount=type=secret,id=KOLENA_TOKEN, which makes it the file /run/secrets/KOLENA_TOKEN'
            : `pass it with secrets or secret-envs, and use it with RUN --mount=type=secret,id=${name}`;
        inputs.problem('build-args', name, `looks like a secret, and anyone who can pull the image can read build arguments; ${fix}`);
    }
    if (!values['accept-findings']?.includes('secret-like-variable'))
        for (const name of doubtful)
            log/* warning */.$e(`The build argument ${name} is named like a secret, but its value does not look like one. If it is a secret, pass it with secrets; otherwise rename it, or list secret-like-variable in accept-findings.`, 'secret-like-variable');
    return doubtful;
}
/** Returns the valid items of a list with a malformed item, so that all problems can be reported at once. */
function wellFormed(text) {
    return text.split(/\r\n|\r|\n/).flatMap((item) => {
        const [, name, value] = /^\s*([\w.-]+)=(.*)$/.exec(item) ?? [];
        return name === undefined || value === undefined ? [] : [[name, value]];
    });
}
/** Returns the build's secrets, which always include the API token. Of several with the same id, the last one wins. */
function loadSecrets(inputs) {
    const { values } = inputs;
    const secrets = values['api-token']
        ? [{ id: 'KOLENA_TOKEN', value: values['api-token'] }]
        : [];
    for (const [id, value] of values.secrets ?? [])
        secrets.push({ id, value });
    for (const [id, name] of inputs.attempt('secret-envs', () => parseVariableNames(values['secret-envs'] ?? [])) ?? []) {
        const value = (0,runtime_inputs/* readVariable */.nt)(name);
        // The text given as a name may be the secret itself.
        const shown = /^[A-Za-z_]\w*$/.test(name) ? name : undefined;
        if ((0,evaluator_inputs/* isOfTheRunner */.Dv)(name))
            inputs.problem('secret-envs', name, evaluator_inputs/* ofTheRunner */.X$);
        else if (value === undefined)
            inputs.problem('secret-envs', shown, 'the environment has no such variable; set it (in a workflow, in the env of the step)');
        else
            secrets.push({ id, value });
    }
    for (const [id, file] of values['secret-files'] ?? []) {
        const isThere = inputs.checkPath('secret-files', file, 'file', workspace/* noSuchFile */.VT);
        const problem = isThere ? problemOfSecretFile(file) : undefined;
        if (problem !== undefined)
            inputs.problem('secret-files', file, problem);
        else if (isThere)
            secrets.push({ id, file });
    }
    for (const secret of secrets) {
        // The text given as an id may be part of a secret.
        const what = (0,fields/* isSecretId */.I$)(secret.id) ? `The build secret ${secret.id}` : 'A build secret';
        (0,runtime_secrets/* maskSecret */.$l)(knownSecret(secret).value, undefined, what);
        if (!(0,fields/* isSecretId */.I$)(secret.id))
            inputs.problem('file' in secret ? 'secret-files' : 'secret-envs', undefined, 'has an invalid id; an id has letters, digits, "_", "." and "-"');
    }
    return [...new Map(secrets.map((secret) => [secret.id, secret])).values()];
}
/** Maximum bytes of a secret that BuildKit accepts. */
const MAX_SECRET_BYTES = 500 * 1024;
/** Returns why a file cannot be a build secret; undefined if it can. */
function problemOfSecretFile(file) {
    const stats = (0,external_node_fs_.statSync)(file, { throwIfNoEntry: false });
    if (!stats)
        return workspace/* noSuchFile */.VT;
    // Reading a pipe or a device might never end.
    if (!stats.isFile())
        return 'is not a regular file; write the path of a file';
    if (stats.size > MAX_SECRET_BYTES)
        return `has more than ${MAX_SECRET_BYTES} bytes, the most that BuildKit takes as a secret`;
    try {
        (0,external_node_fs_.accessSync)(file, external_node_fs_.constants.R_OK);
        return undefined;
    }
    catch {
        return 'cannot be read; check its permissions';
    }
}
/** Returns a build secret for masking and for the search in the image. A binary file is masked as base64. */
function knownSecret(secret) {
    const label = `the build secret ${secret.id}`;
    if ('value' in secret)
        return { label, value: secret.value };
    if (problemOfSecretFile(secret.file) !== undefined)
        return { label, value: '' };
    const bytes = (0,external_node_fs_.readFileSync)(secret.file);
    const text = bytes.toString('utf8');
    return Buffer.from(text).equals(bytes)
        ? { label, value: text }
        : { label, value: bytes.toString('base64'), bytes };
}
/** Reads `id=VARIABLE`, or `VARIABLE` alone for a secret with the same id. */
function parseVariableNames(items) {
    return (0,lists/* parsePairs */.x)(items.map((item) => (item.includes('=') ? item : `${item}=${item}`)), 'id=VARIABLE');
}
function joined(entries) {
    return (entries ?? []).map(([name, value]) => `${name}=${value}`);
}


/***/ }),

/***/ 3316:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CT: () => (/* binding */ givenSecret),
/* harmony export */   Dv: () => (/* binding */ isOfTheRunner),
/* harmony export */   MA: () => (/* binding */ loadEvaluator),
/* harmony export */   X$: () => (/* binding */ ofTheRunner)
/* harmony export */ });
/* harmony import */ var _runtime_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2349);
/* harmony import */ var _runtime_secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5758);


/** Reads the inputs of the registration and records their problems. */
function loadEvaluator(inputs, dryRun) {
    const { values } = inputs;
    for (const name of ['workflow', 'evaluator-name'])
        inputs.missing(name, `is required to register the evaluator; ${whereToFind[name]}, or set register: false`);
    checkSecret(inputs, dryRun);
    return {
        workflow: values.workflow ?? '',
        name: values['evaluator-name'] ?? '',
        secret: givenSecret(inputs),
        awsAssumeRole: values['aws-assume-role'],
    };
}
const whereToFind = {
    workflow: 'write the name that the code gives to define_workflow(…)',
    'evaluator-name': 'write the name that the code reports: that of its function, or its display_name()',
};
/** Reads the evaluator's secret from the input or its variable. An empty variable counts as no secret. */
function givenSecret({ values }) {
    const variable = values['secret-env'];
    const secret = values.secret ?? ((variable && (0,_runtime_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .readVariable */ .nt)(variable)) || undefined);
    if (secret !== undefined)
        (0,_runtime_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .maskSecret */ .$l)(secret, undefined, "The evaluator's secret");
    return secret;
}
/** Returns whether a variable is a token of the runner. A workflow must pass on a token explicitly, by its value. */
function isOfTheRunner(variable) {
    return /^(ACTIONS_\w+|GITHUB_TOKEN)$/.test(variable);
}
const ofTheRunner = 'is the name of a credential of GitHub, which cannot be passed on by name; in a workflow, write the expression github.token in secrets; elsewhere, give the variable another name';
function checkSecret(inputs, dryRun) {
    const { secret, 'secret-env': variable } = inputs.values;
    if (variable === undefined)
        return;
    const value = (0,_runtime_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .readVariable */ .nt)(variable);
    if (isOfTheRunner(variable))
        inputs.problem('secret-env', variable, ofTheRunner);
    else if (secret !== undefined)
        inputs.problem('secret-env', variable, 'is set together with secret; set only one of them');
    else if (value === undefined)
        inputs.problem('secret-env', variable, 'the environment has no such variable; set it (in a workflow, in the env of the step)');
    // The variable is empty if the event has no access to secrets; a dry run does not need the secret.
    else if (value === '' && !dryRun)
        inputs.problem('secret-env', variable, 'the variable is empty; check that the secret it comes from exists');
}


/***/ }),

/***/ 720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bg: () => (/* binding */ resultOf),
/* harmony export */   TQ: () => (/* binding */ isBuilt),
/* harmony export */   nM: () => (/* binding */ plannedRuns)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9139);
/* harmony import */ var _util_group_by_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7043);


function resultOf(run) {
    const { inputs, publication, seconds, error } = run;
    if (!isBuilt(run))
        return 'unchanged';
    if (error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc || seconds === undefined)
        return 'cancelled';
    if (error !== undefined)
        return 'failed';
    if (inputs.mode.dryRun)
        return 'ready';
    if (!publication.registration)
        return 'pushed';
    return publication.changed ? 'published' : 'unchanged';
}
/** Returns whether a run is not left out as unchanged. */
function isBuilt({ selection }) {
    return selection?.isBuilt ?? true;
}
/** Returns runs that have not started, each with a unique name. */
function plannedRuns(evaluators, runLog) {
    const shortName = ({ evaluator, image }) => evaluator?.name ?? image.path;
    const counts = (0,_util_group_by_js__WEBPACK_IMPORTED_MODULE_1__/* .groupBy */ .$)(evaluators, shortName);
    const used = new Set();
    return evaluators.map((inputs, index) => {
        const short = shortName(inputs);
        const alone = counts.get(short)?.length === 1;
        const long = alone ? short : `${short} (${inputs.evaluator?.workflow ?? inputs.image.tags[0]})`;
        const name = used.has(long) ? `${long} ${index + 1}` : long;
        used.add(name);
        return { index, name, inputs, publication: { changed: false }, runLog: runLog.child() };
    });
}


/***/ }),

/***/ 8860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ selectShard),
/* harmony export */   u: () => (/* binding */ parseShard)
/* harmony export */ });
/* harmony import */ var _util_group_by_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7043);

/** Reads a shard such as `2/4`. Throws an error that says what to write instead. */
function parseShard(text) {
    const [, index, count] = /^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? [];
    const shard = { index: Number(index), count: Number(count) };
    if (index === undefined || shard.index < 1 || shard.index > shard.count)
        throw new Error('write the part and the number of parts, such as 2/4 for part 2 of 4');
    return shard;
}
/**
 * Returns the entries of one shard, in the order of the file. Every machine and every run computes the same shards,
 * which together contain each entry once. Entries that build the same image always stay together. Entries with the same
 * Dockerfile stay together unless they exceed a shard's share. Entries with the same base image are neighbors. The
 * sizes of shards are as equal as these rules allow.
 */
function selectShard(entries, { index, count }, workOf) {
    const works = entries.map((entry, position) => ({ ...workOf(entry), position }));
    const groups = (0,_util_group_by_js__WEBPACK_IMPORTED_MODULE_0__/* .groupBy */ .$)(works, ({ base, dockerfile }) => JSON.stringify([base, dockerfile]));
    const share = Math.ceil(entries.length / count);
    const units = [...groups]
        .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
        .flatMap(([, group]) => split(imagesOf(group), share));
    const selected = new Set(cut(units, entries.length, count)[index - 1]);
    return entries.filter((_, position) => selected.has(position));
}
/** Returns the positions of the entries of each image. Entries that build nothing are separate. */
function imagesOf(group) {
    const images = (0,_util_group_by_js__WEBPACK_IMPORTED_MODULE_0__/* .groupBy */ .$)(group, ({ image, position }) => image ?? position);
    return [...images.values()].map((entries) => entries.map(({ position }) => position));
}
/** Joins neighboring images into units of at most a shard's share, unless a single image has more. */
function split(images, share) {
    const units = [];
    for (const image of images) {
        const last = units.at(-1);
        if (last && last.length + image.length <= share)
            last.push(...image);
        else
            units.push([...image]);
    }
    return units;
}
/** Cuts neighboring units into parts whose sizes are as equal as possible. */
function cut(units, total, count) {
    const parts = Array.from({ length: count }, () => []);
    let [part, before] = [0, 0];
    for (const unit of units) {
        const end = ((part + 1) * total) / count;
        if (before + unit.length / 2 > end && part < count - 1)
            part = Math.min(count - 1, part + 1);
        parts[part]?.push(...unit);
        before += unit.length;
        while (part < count - 1 && before >= ((part + 1) * total) / count)
            part++;
    }
    return parts;
}


/***/ }),

/***/ 7948:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  OA: () => (/* binding */ fields_fields),
  I$: () => (/* binding */ isSecretId),
  Ee: () => (/* binding */ variables)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./build/src/docker/reference.js
var reference = __webpack_require__(2663);
// EXTERNAL MODULE: ./build/src/image/build/outputs.js
var outputs = __webpack_require__(5902);
// EXTERNAL MODULE: ./build/src/image/verify/findings.js
var findings = __webpack_require__(3547);
// EXTERNAL MODULE: ./build/src/platforms/aws/arn.js
var arn = __webpack_require__(1187);
// EXTERNAL MODULE: ./build/src/platforms/github/fields.js
var fields = __webpack_require__(755);
// EXTERNAL MODULE: ./build/src/platforms/kolena/fields.js
var kolena_fields = __webpack_require__(3438);
// EXTERNAL MODULE: ./build/src/runtime/fields.js
var runtime_fields = __webpack_require__(8681);
// EXTERNAL MODULE: ./build/src/runtime/hint.js + 1 modules
var hint = __webpack_require__(4769);
// EXTERNAL MODULE: ./build/src/runtime/inputs.js
var inputs = __webpack_require__(2349);
// EXTERNAL MODULE: ./build/src/runtime/lists.js
var lists = __webpack_require__(3075);
// EXTERNAL MODULE: ./build/src/actions/publish/evaluators-file/shards.js
var shards = __webpack_require__(8860);
;// CONCATENATED MODULE: ./build/src/actions/publish/metrics/baseline-field.js


/** The input `metrics-baseline`. */
const baseline = (0,runtime_fields/* parsed */.Yz)((text) => {
    if (text === 'registered' || text === 'base')
        return text;
    try {
        return (0,reference/* formatReference */.FH)((0,reference/* parseReference */.F2)(text));
    }
    catch (cause) {
        const reason = cause instanceof Error ? cause.message : cause;
        throw new Error(`write registered, base, or the reference of an image (${reason})`, { cause });
    }
});

;// CONCATENATED MODULE: ./build/src/actions/publish/fields.js
/** The inputs of the root action: names, types and rules. action.yml has descriptions and defaults. */













const organization = runtime_fields/* line */.n8.check(schemas/* refine */.YPB(reference/* isPathComponent */.$$, {
    error: 'is not a valid organization name; write it as in the address of the platform, app.kolena.io/<organization>, in lower case',
}));
const registryHost = runtime_fields/* line */.n8.check(schemas/* refine */.YPB((text) => hasDomain(text), {
    error: 'is not a registry; write its host, with a port if needed, like docker.kolena.io, without a path or https://',
}));
const tags = (0,runtime_fields/* list */.p_)({ comma: true }).check(schemas/* superRefine */.zni((items, context) => {
    const wrong = items.find((item) => !(0,reference/* isTag */.dz)(item) && !isTagged(item));
    if (wrong !== undefined)
        context.addIssue(`${JSON.stringify(wrong)} is not a valid tag; a tag has letters, digits, "_", "." and "-", does not begin with "." or "-", and has at most 128 characters. A full reference, such as registry.example.com/team/name:v1, also needs a valid tag`);
}));
const platforms = (0,runtime_fields/* list */.p_)({ comma: true }).check(schemas/* superRefine */.zni((items, context) => {
    const wrong = items.find((item) => !/^[a-z0-9]+\/[a-z0-9_]+(\/[a-z0-9.]+)?$/.test(item));
    if (wrong !== undefined)
        context.addIssue(`${JSON.stringify(wrong)} is not a platform; write platforms like linux/amd64,linux/arm64`);
}));
const attestation = runtime_fields/* line */.n8.check(schemas/* refine */.YPB((text) => /^(true|false|[a-z-]+=.+)$/.test(text), {
    error: 'write true, false, or parameters of BuildKit like mode=max',
}));
/** Splits attestations by type: `type=sbom,generator=image` is the SBOM with `generator=image`. */
const attestations = (0,runtime_fields/* parsed */.Yz)((text) => {
    const found = {};
    for (const item of (0,lists/* parseList */.E)(text)) {
        const parts = item.split(',').map((part) => part.trim());
        const type = parts.find((part) => part.startsWith('type='))?.slice('type='.length);
        if (type !== 'provenance' && type !== 'sbom')
            throw new Error(`${JSON.stringify(item)} has no known type; write type=provenance or type=sbom`);
        if (found[type] !== undefined)
            throw new Error(`contains type=${type} twice; write all its parameters in one item`);
        const disabled = parts.find((part) => part.startsWith('disabled='))?.slice('disabled='.length);
        const parameters = parts.filter((part) => !/^(type|disabled)=/.test(part)).join(',');
        found[type] = disabled !== undefined && disabled !== 'false' ? 'false' : parameters || 'true';
    }
    return found;
}).check(schemas/* meta */.mIj({ shape: 'list' }));
/** Refuses `MyOrg/app`: by the grammar, a first segment with capitals is a host, but few people mean that. */
const fields_image = (0,runtime_fields/* parsed */.Yz)((text) => {
    const [first = '', ...rest] = text.split('/');
    if (rest.length > 0 && /[A-Z]/.test(first) && !/[.:]/.test(first))
        throw new Error(`${JSON.stringify(text)} is not a valid image reference: write it in lower case: "${text.toLowerCase()}"`);
    return (0,reference/* parseReference */.F2)(text);
});
/** The lines of an unquoted multi-line value may look like items, so messages never show their text. */
const secretPairs = (0,runtime_fields/* pairs */.AS)('id=value').check(schemas/* superRefine */.zni((items, context) => {
    const wrong = items.findIndex(([id, value], index) => !isSecretId(id) || (index > 0 && isEndOfBase64(id, value)));
    if (wrong !== -1)
        context.addIssue(`item ${wrong + 1} is not written as id=value, with an id of letters, digits, "_", "." and "-"; put quotes around the whole item when the value has several lines`);
}));
function isSecretId(text) {
    return /^[\w.-]+$/.test(text);
}
/**
 * Returns whether an item is the last line of base64, which ends in `=` or `==`, and so looks like an item with a valid
 * id and no value.
 */
function isEndOfBase64(id, value) {
    if (value === '=')
        return true;
    const mixed = /^[A-Za-z0-9]{15,}$/.test(id) && /[a-z]/.test(id) && /[A-Z]/.test(id);
    return value === '' && mixed && (id.length + 1) % 4 === 0;
}
const findingIds = (0,runtime_fields/* list */.p_)({ comma: true }).check(schemas/* superRefine */.zni((items, context) => {
    const ids = Object.keys(findings/* findingKinds */.jx);
    const wrong = items.find((item) => !(0,findings/* isFindingId */.nU)(item));
    if (wrong !== undefined)
        context.addIssue(`${JSON.stringify(wrong)} is not the id of a finding${(0,hint/* hint */.a)(wrong, ids) || `; the ids are ${ids.join(', ')}`}`);
}));
const seconds = (0,runtime_fields/* wholeNumber */.rD)(1, 99_999, 'write a number of seconds, such as 120');
/** Accepts at most 32: more would exhaust the engine's networks or the runner's memory. */
const concurrency = (0,runtime_fields/* wholeNumber */.rD)(1, 32, 'write a number from 1 to 32');
const variable = runtime_fields/* line */.n8.check(schemas/* refine */.YPB((text) => /^[A-Za-z_]\w*$/.test(text), {
    error: 'is not a variable name; write the name alone, such as EVALUATOR_SECRET (build secrets, id=VARIABLE, belong in secret-envs)',
}));
const tolerance = runtime_fields/* number */.ai.check(schemas/* refine */.YPB((value) => value >= 0, { error: 'is negative; write 0 or a small number such as 1e-6' }));
/** An age in milliseconds; Infinity for `off`. */
const age = (0,runtime_fields/* parsed */.Yz)((text) => {
    const [, count, unit] = /^([1-9]\d{0,3})([hdw])$/.exec(text) ?? [];
    if (text === 'off')
        return Number.POSITIVE_INFINITY;
    if (count !== undefined)
        return Number(count) * { h: 1, d: 24, w: 168 }[unit] * 3_600_000;
    throw new Error('write a time such as 12h, 30d or 8w, or off');
});
const roleArn = (0,runtime_fields/* parsed */.Yz)((text) => {
    (0,arn/* parseRoleArn */.D)(text);
    return text;
});
const fields_fields = {
    workflow: runtime_fields/* name */.UU,
    'evaluator-name': runtime_fields/* name */.UU,
    secret: (0,inputs/* secret */.rJ)(schemas/* string */.YjP()),
    'secret-env': variable,
    'aws-assume-role': roleArn,
    'api-token': (0,inputs/* secret */.rJ)(runtime_fields/* token */.Sh),
    'api-url': schemas/* prefault */.SdS(runtime_fields/* address */.hl, 'https://api.kolena.io'),
    organization,
    image: fields_image,
    tags,
    registry: schemas/* prefault */.SdS(registryHost, 'docker.kolena.io'),
    'registry-username': runtime_fields/* line */.n8,
    'registry-password': (0,inputs/* secret */.rJ)(schemas/* string */.YjP()),
    'create-repository': schemas/* prefault */.SdS(runtime_fields/* boolean */.zM, 'true'),
    'tag-immutability': schemas/* prefault */.SdS(runtime_fields/* boolean */.zM, 'false'),
    'image-reference': schemas/* prefault */.SdS((0,runtime_fields/* oneOf */.yL)('tag', 'digest'), 'tag'),
    'oci-labels': schemas/* prefault */.SdS((0,runtime_fields/* oneOf */.yL)('auto', 'off'), 'auto'),
    build: schemas/* prefault */.SdS(runtime_fields/* boolean */.zM, 'true'),
    context: schemas/* prefault */.SdS(runtime_fields/* line */.n8, '.'),
    file: runtime_fields/* line */.n8,
    target: runtime_fields/* line */.n8,
    platforms: schemas/* prefault */.SdS(platforms, 'linux/amd64'),
    'build-args': (0,runtime_fields/* pairs */.AS)('NAME=value'),
    'build-contexts': (0,runtime_fields/* pairs */.AS)('name=path'),
    secrets: (0,inputs/* secret */.rJ)(secretPairs),
    'secret-envs': (0,runtime_fields/* list */.p_)({ comma: true }),
    'secret-files': (0,runtime_fields/* pairs */.AS)('id=path'),
    labels: (0,runtime_fields/* pairs */.AS)('name=value'),
    annotations: (0,runtime_fields/* list */.p_)(),
    outputs: (0,runtime_fields/* parsed */.Yz)(outputs/* parseOutputs */.Q8).check(schemas/* meta */.mIj({ shape: 'list' })),
    'cache-from': (0,runtime_fields/* list */.p_)(),
    'cache-to': (0,runtime_fields/* list */.p_)(),
    'no-cache': schemas/* prefault */.SdS(runtime_fields/* boolean */.zM, 'false'),
    'no-cache-filters': (0,runtime_fields/* list */.p_)({ comma: true }),
    pull: schemas/* prefault */.SdS(runtime_fields/* boolean */.zM, 'false'),
    network: runtime_fields/* line */.n8,
    'add-hosts': (0,runtime_fields/* list */.p_)({ comma: true }),
    allow: (0,runtime_fields/* list */.p_)({ comma: true }),
    'cgroup-parent': runtime_fields/* line */.n8,
    'shm-size': runtime_fields/* line */.n8,
    ulimit: (0,runtime_fields/* list */.p_)({ comma: true }),
    ssh: (0,runtime_fields/* list */.p_)({ comma: true }),
    builder: runtime_fields/* line */.n8,
    provenance: schemas/* prefault */.SdS(attestation, 'false'),
    sbom: schemas/* prefault */.SdS(attestation, 'false'),
    attests: attestations,
    register: schemas/* prefault */.SdS(runtime_fields/* boolean */.zM, 'true'),
    reuse: schemas/* prefault */.SdS(runtime_fields/* boolean */.zM, 'false'),
    'reuse-maximum-age': schemas/* prefault */.SdS(age, '30d'),
    'dry-run': schemas/* prefault */.SdS((0,runtime_fields/* oneOf */.yL)('auto', 'true', 'false'), 'auto'),
    'allow-fork-code': schemas/* prefault */.SdS(runtime_fields/* boolean */.zM, 'false'),
    evaluators: runtime_fields/* line */.n8,
    concurrency: schemas/* prefault */.SdS(concurrency, '8'),
    shard: (0,runtime_fields/* parsed */.Yz)(shards/* parseShard */.u),
    only: schemas/* prefault */.SdS((0,runtime_fields/* oneOf */.yL)('all', 'changed'), 'all'),
    'trust-policy': schemas/* prefault */.SdS((0,runtime_fields/* oneOf */.yL)('off', 'verify', 'apply'), 'off'),
    ...fields/* commentFields */.X,
    verify: schemas/* prefault */.SdS((0,runtime_fields/* oneOf */.yL)('off', 'start', 'lambda', 'contract'), 'start'),
    'accept-findings': findingIds,
    'verify-timeout': schemas/* prefault */.SdS(seconds, '120'),
    'contract-fixture': runtime_fields/* line */.n8,
    'metrics-baseline': baseline,
    'metrics-gate': schemas/* prefault */.SdS((0,runtime_fields/* oneOf */.yL)('off', 'warn', 'fail'), 'off'),
    'metrics-tolerance': schemas/* prefault */.SdS(tolerance, '1e-6'),
    'fixture-model': runtime_fields/* line */.n8,
    'fixture-test-suite': kolena_fields/* testSuite */.$8,
    'fixture-samples': schemas/* prefault */.SdS(kolena_fields/* sampleLimit */.Gb, '10000'),
};
/** Environment variables that inputs default to; the first two are those of the platform's own client. */
const variables = {
    'api-token': 'KOLENA_TOKEN',
    'api-url': 'KOLENA_API_URL',
    registry: 'KOLENA_REGISTRY',
};
/** Returns whether the text is a reference with a tag, as docker/metadata-action writes them. */
function isTagged(text) {
    try {
        const { tag, digest } = (0,reference/* parseReference */.F2)(text);
        return tag !== undefined && digest === undefined;
    }
    catch {
        return false;
    }
}
function hasDomain(text) {
    try {
        return (0,reference/* parseReference */.F2)(`${text}/image`).domain === text;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 6647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ loadInputs),
  K: () => (/* binding */ readInputs)
});

// EXTERNAL MODULE: ./build/src/docker/reference.js
var reference = __webpack_require__(2663);
// EXTERNAL MODULE: ./build/src/platforms/github/report-comment.js
var report_comment = __webpack_require__(4284);
// EXTERNAL MODULE: ./build/src/platforms/kolena/fields.js
var fields = __webpack_require__(3438);
// EXTERNAL MODULE: ./build/src/runtime/event.js
var runtime_event = __webpack_require__(9974);
// EXTERNAL MODULE: ./build/src/runtime/inputs.js
var runtime_inputs = __webpack_require__(2349);
// EXTERNAL MODULE: ./build/src/runtime/mode.js
var runtime_mode = __webpack_require__(1615);
// EXTERNAL MODULE: ./build/src/runtime/secrets.js + 1 modules
var secrets = __webpack_require__(5758);
// EXTERNAL MODULE: ./build/src/actions/publish/build-inputs.js + 2 modules
var build_inputs = __webpack_require__(3353);
// EXTERNAL MODULE: ./build/src/actions/publish/evaluator-inputs.js
var evaluator_inputs = __webpack_require__(3316);
// EXTERNAL MODULE: ./build/src/actions/publish/fields.js + 1 modules
var publish_fields = __webpack_require__(7948);
// EXTERNAL MODULE: ./build/src/actions/publish/tags.js
var tags = __webpack_require__(5504);
// EXTERNAL MODULE: ./build/src/platforms/kolena/contract/fixture.js + 1 modules
var contract_fixture = __webpack_require__(392);
// EXTERNAL MODULE: ./build/src/runtime/workspace.js
var workspace = __webpack_require__(8835);
// EXTERNAL MODULE: ./build/src/actions/publish/metrics/baseline-input.js
var baseline_input = __webpack_require__(821);
// EXTERNAL MODULE: ./build/src/actions/publish/metrics/recording-input.js
var recording_input = __webpack_require__(7857);
;// CONCATENATED MODULE: ./build/src/actions/publish/verify-inputs.js




/** Reads the inputs of the verification and records their problems. */
function loadVerify(inputs, event, mode) {
    const { values } = inputs;
    const accepted = values['accept-findings'] ?? [];
    const timeLimit = values['verify-timeout'];
    const { 'contract-fixture': path, 'github-token': githubToken } = values;
    checkMetricsInputs(inputs);
    if (values.verify !== 'contract') {
        if (path !== undefined)
            inputs.problem('contract-fixture', path, 'is used only by verify: contract; set that, or leave this out');
        if (values['fixture-model'] !== undefined || values['fixture-test-suite'] !== undefined)
            inputs.problem('fixture-model', values['fixture-model'], 'is used only by verify: contract; set that, or leave out fixture-model and fixture-test-suite');
        const lambda = values.verify === 'lambda';
        return { accepted, timeLimit, githubToken, ...(lambda && { lambda }), contract: undefined };
    }
    const { workflow, 'evaluator-name': evaluatorName } = values;
    if (!values.register && !(inputs.isGiven('workflow') && inputs.isGiven('evaluator-name')))
        inputs.problem('verify', 'contract', 'needs workflow and evaluator-name, which the evaluator must report');
    const fixture = path === undefined ? undefined : loadFixture(inputs, path);
    const recording = (0,recording_input/* loadRecording */.o)(inputs, mode);
    return {
        accepted,
        timeLimit,
        githubToken,
        baseline: fixture || recording ? (0,baseline_input/* loadBaseline */.o)(inputs, event) : undefined,
        fixturePath: path,
        recording,
        contract: {
            workflow: workflow ?? '',
            evaluatorName: evaluatorName ?? '',
            secret: (values.secret ?? values['secret-env']) !== undefined,
            awsRole: values['aws-assume-role'],
            fixture,
            timeLimit,
            metrics: {
                tolerance: values['metrics-tolerance'],
                gate: values['metrics-gate'],
                checkExpected: true,
            },
        },
    };
}
function loadFixture(inputs, path) {
    if (!inputs.checkPath('contract-fixture', path, 'file', workspace/* noSuchFile */.VT))
        return undefined;
    const fixture = inputs.attempt('contract-fixture', () => (0,contract_fixture/* readFixture */.Y_)(path), path);
    const { 'metrics-baseline': baseline } = inputs.values;
    if (fixture && baseline !== undefined && fixture.count === 0)
        inputs.problem('metrics-baseline', baseline, 'compares the metrics of samples, and the contract-fixture has none; add samples to it, or leave this out');
    return fixture;
}
/** Reports inputs that would silently do nothing: a comparison needs samples, and a gate needs a comparison. */
function checkMetricsInputs(inputs) {
    const { verify, 'metrics-baseline': baseline, 'metrics-gate': gate } = inputs.values;
    const hasFixture = inputs.isGiven('contract-fixture') || inputs.isGiven('fixture-model');
    if (baseline !== undefined && (verify !== 'contract' || !hasFixture))
        inputs.problem('metrics-baseline', baseline, 'compares the metrics of two images on the same samples: set verify: contract and a contract-fixture, or fixture-model');
    if (gate !== 'off' && !inputs.isGiven('metrics-baseline'))
        inputs.problem('metrics-gate', gate, 'compares with a baseline: set metrics-baseline, or leave this out');
}

;// CONCATENATED MODULE: ./build/src/actions/publish/inputs.js












/** `registry` defaults to the registry of this platform. */
const DEFAULT_PLATFORM = 'api.kolena.io';
/** Reads all inputs. Throws one `InputError` with every problem before anything is started or sent. */
function loadInputs(event, texts) {
    const inputs = new runtime_inputs/* Inputs */.G0(publish_fields/* fields */.OA, publish_fields/* variables */.Ee, texts);
    const loaded = readInputs(inputs, event);
    inputs.refuse();
    return loaded;
}
/** Reads all inputs of one evaluator and records their problems. */
function readInputs(inputs, event) {
    const { values } = inputs;
    const mode = (0,runtime_mode/* decideMode */.ap)(values['dry-run'], event, values['allow-fork-code']);
    const evaluator = values.register ? (0,evaluator_inputs/* loadEvaluator */.MA)(inputs, mode.dryRun) : undefined;
    const image = loadImage(inputs, event, mode.dryRun);
    const loaded = {
        mode,
        evaluator,
        platform: {
            apiUrl: values['api-url'],
            apiToken: values['api-token'],
            organization: values.organization ?? organizationIn(values),
        },
        image,
        build: values.build ? (0,build_inputs/* loadBuildInput */.b9)(inputs, mode, event, image.tags[0]) : undefined,
        reuse: loadReuse(inputs),
        verify: values.verify === 'off' ? undefined : loadVerify(inputs, event, mode),
        trustPolicy: loadTrustPolicy(inputs),
        comment: (0,report_comment/* loadComment */.sI)(values, event, 'publish', commentSubject(values)),
    };
    if (values.shard && !inputs.isGiven('evaluators'))
        inputs.problem('shard', `${values.shard.index}/${values.shard.count}`, 'selects a part of an evaluators file; set evaluators, or leave shard out');
    if (values.only === 'changed' && !values.evaluators)
        inputs.problem('only', 'changed', 'selects entries of an evaluators file; set evaluators, or leave only out');
    if (!mode.dryRun)
        requireToken(inputs, loaded);
    refuseOtherRegistry(inputs, loaded.image);
    refuseUntrusted(inputs, event, mode);
    return loaded;
}
/** Returns what distinguishes the comment of an evaluator from others of the same job. */
function commentSubject(values) {
    const { workflow, 'evaluator-name': evaluator, image, 'api-url': apiUrl } = values;
    return [workflow, evaluator, image?.domain, image?.path, apiUrl.href];
}
function loadReuse(inputs) {
    const { reuse, build, 'reuse-maximum-age': maximumAge } = inputs.values;
    if (reuse && !build)
        inputs.problem('reuse', 'true', 'applies to an image that is built, but build is false; leave one of them out');
    return reuse ? { maximumAge } : undefined;
}
function loadTrustPolicy(inputs) {
    const { 'trust-policy': trustPolicy, register, evaluators } = inputs.values;
    if (trustPolicy === 'off' || (register && inputs.isGiven('aws-assume-role')))
        return trustPolicy;
    // Only the step can set it for the evaluators of a file, and not all of them have a role.
    if (!evaluators)
        inputs.problem('trust-policy', trustPolicy, 'applies to the role that the evaluator is registered with; set aws-assume-role and leave register at true, or set trust-policy: off');
    return 'off';
}
function loadImage(inputs, event, dryRun) {
    const { values } = inputs;
    const { image, registry, organization } = values;
    inputs.missing('image', 'is required; write a name such as keypoint_detection_evaluator, or registry.example.com/team/name for another registry');
    if (image && values.build)
        refuseTagOrDigest(inputs, image);
    const onPlatform = image !== undefined && (image.domain === undefined || image.domain === registry);
    const path = onPlatform ? pathOnPlatform(inputs, image, organization) : (image?.path ?? '');
    return {
        host: onPlatform || !image ? undefined : (0,reference/* registryHost */.U$)(image),
        path,
        tags: loadTags(inputs, event),
        platformRegistry: registry,
        credentials: loadCredentials(inputs, dryRun),
        createRepository: values['create-repository'],
        immutableTags: values['tag-immutability'],
        ...(image?.digest !== undefined && { digest: image.digest }),
        reference: image?.digest === undefined ? values['image-reference'] : 'digest',
    };
}
/** Refuses a tag or digest of an image that is built: its tags come from `tags`, and its digest from the push. */
function refuseTagOrDigest(inputs, image) {
    const { tag, digest } = image;
    const text = `"${(0,reference/* formatReference */.FH)(image)}"`;
    if (tag !== undefined)
        inputs.problem('image', undefined, `${text} has a tag; leave ":${tag}" out here and write tags: ${tag}`);
    else if (digest !== undefined)
        inputs.problem('image', undefined, `${text} has a digest; leave it out: the push decides the digest, and image-reference: digest registers it`);
}
/** Returns the organization in a reference of the platform's registry, such as `docker.kolena.io/acme/name`. */
function organizationIn({ image, tags = [], registry }) {
    const references = [image, ...tags.filter((item) => !(0,reference/* isTag */.dz)(item)).map(reference/* parseReference */.F2)];
    return references.find((one) => one?.domain === registry)?.path.split('/')[0];
}
/** Returns the name below the organization. `name`, `organization/name` and `registry/organization/name` are equal. */
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
function loadTags(inputs, event) {
    const pullRequest = event.payload.pull_request?.number;
    const derive = () => (0,tags.deriveTags)({ ...(0,runtime_event/* sourceOf */.vz)(event), ...(pullRequest !== undefined && { pullRequest }) });
    const { image, build } = inputs.values;
    const given = readTags(inputs);
    const written = build ? undefined : image?.tag;
    if (written !== undefined && given.length > 0 && given[0] !== written)
        inputs.problem('tags', given.join(','), `image already has the tag ${written}; write it in only one of the two`);
    if (given.length > 0)
        return [...new Set(given)];
    if (written !== undefined)
        return [written];
    // A digest identifies the image, so no tag is derived from the run.
    const isIdentified = !build && image?.digest !== undefined;
    return isIdentified || inputs.isGiven('tags') ? [] : (inputs.attempt('tags', derive) ?? []);
}
/**
 * Returns the given tags, each written alone or as a full reference of this image, like the output of
 * docker/metadata-action.
 */
function readTags(inputs) {
    const { tags = [], image } = inputs.values;
    return tags.map((item) => {
        if ((0,reference/* isTag */.dz)(item))
            return item;
        const { tag = '', ...name } = (0,reference/* parseReference */.F2)(item);
        if (image && !isSameRepository(name, image, inputs.values)) {
            const { domain, path } = image;
            const own = (0,reference/* formatReference */.FH)({ ...(domain !== undefined && { domain }), path });
            inputs.problem('tags', item, `is a reference to a different image than ${own}, which this run publishes; write the tag alone, or a reference of this image`);
        }
        return tag;
    });
}
/**
 * Returns whether two references name the same repository. On the platform's registry, `name`, `organization/name` and
 * `registry/organization/name` are equal.
 */
function isSameRepository(one, image, values) {
    const { registry } = values;
    const onPlatform = image.domain === undefined || image.domain === registry;
    const organization = values.organization ?? organizationIn(values);
    const fullName = ({ domain, path }) => {
        if (!onPlatform) {
            const host = (0,reference/* registryHost */.U$)({ ...(domain !== undefined && { domain }) });
            return `${host}/${(0,reference/* repositoryPath */.SH)(host, path)}`;
        }
        const isShort = domain === undefined && organization !== undefined && !path.startsWith(`${organization}/`);
        return `${domain ?? registry}/${isShort ? `${organization}/` : ''}${path}`;
    };
    return fullName(one) === fullName(image);
}
function loadCredentials(inputs, dryRun) {
    const { 'registry-username': username, 'registry-password': password } = inputs.values;
    if (username && password) {
        (0,secrets/* maskSecret */.$l)(password, username);
        return { username, password };
    }
    // A dry run needs no login, and in a fork's pull request the secret is empty.
    if (dryRun)
        return undefined;
    if (username)
        inputs.missing('registry-password', 'is missing although registry-username is set; set both or neither');
    if (password)
        inputs.missing('registry-username', 'is missing although registry-password is set; set both or neither');
    return undefined;
}
function requireToken(inputs, { evaluator, image, verify }) {
    const platformLogin = image.host === undefined && (image.credentials === undefined || inputs.values.organization === undefined);
    if (inputs.values['api-token'] || !(evaluator || platformLogin || verify?.recording))
        return;
    const why = evaluator
        ? 'to register the evaluator'
        : platformLogin
            ? "to push to the platform's registry"
            : 'to read the samples of fixture-model';
    inputs.missing('api-token', (0,fields/* missingToken */.kh)(why));
}
/**
 * Refuses to send the API token, which is the login at the platform's registry, to the registry of another platform.
 */
function refuseOtherRegistry(inputs, { host, credentials }) {
    const { 'api-url': apiUrl, 'api-token': token, registry } = inputs.values;
    if (apiUrl.host === DEFAULT_PLATFORM || inputs.text('registry') !== '')
        return;
    if (token && inputs.values.image && host === undefined && credentials === undefined)
        inputs.problem('registry', undefined, `is the registry of another platform, ${registry}, than api-url ${apiUrl.origin}, and would receive its API token; write the host of that platform's registry, or set the environment variable KOLENA_REGISTRY`);
}
/** Refuses to build unreviewed code with access to secrets, and to publish its image. */
function refuseUntrusted(inputs, event, { dryRun, untrusted }) {
    if (!untrusted)
        return;
    const { reason, refusal } = (0,runtime_mode/* classify */.L8)(event);
    const unless = 'or set allow-fork-code: true if the workflow checks out no code of the fork';
    if (refusal !== undefined)
        inputs.problem('allow-fork-code', undefined, `${refusal}, ${unless}`);
    else if (!dryRun)
        inputs.problem('dry-run', 'false', `the code may be unreviewed (${reason}), and must not be published; leave dry-run at auto, or also set allow-fork-code: true if the workflow checks out reviewed code only`);
}


/***/ }),

/***/ 821:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ loadBaseline),
/* harmony export */   t: () => (/* binding */ baseCommit)
/* harmony export */ });
function loadBaseline({ values }, event) {
    const { 'metrics-baseline': baseline, 'github-token': token } = values;
    if (baseline === undefined)
        return undefined;
    return {
        image: baseline === 'registered' || baseline === 'base' ? undefined : baseline,
        registered: baseline === 'registered',
        base: baseCommit(event),
        token,
    };
}
/** Returns the base of a pull request, or the commit before a push. */
function baseCommit({ serverUrl, repository, payload }) {
    const { pull_request: pull, before } = payload;
    const sha = pull?.base?.sha ?? before;
    if (!serverUrl || !repository)
        return { reason: 'this run is not a job of GitHub' };
    if (!sha)
        return { reason: 'the event is neither a pull request nor a push' };
    if (/^0+$/.test(sha))
        return { reason: 'the branch is new' };
    if (!/^[0-9a-f]{40,64}$/.test(sha))
        return { reason: 'the event names no commit' };
    return { repository: `${serverUrl}/${repository}.git`, sha };
}


/***/ }),

/***/ 7857:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ recordingInput),
/* harmony export */   o: () => (/* binding */ loadRecording)
/* harmony export */ });
/** Returns what a verification records from the platform; undefined if it records nothing. */
function recordingInput(verify) {
    const { recording } = verify ?? {};
    return recording && 'model' in recording ? recording : undefined;
}
/**
 * Returns what to record, or why it is not recorded: unreviewed code could print the samples into a public log, and a
 * dry run needs no token.
 */
function loadRecording(inputs, { dryRun, untrusted }) {
    const { workflow = '', 'fixture-model': model, 'fixture-test-suite': suite, 'fixture-samples': limit, 'contract-fixture': path, 'api-token': token, } = inputs.values;
    if (model === undefined && suite === undefined)
        return undefined;
    inputs.missing('fixture-model', 'is missing although fixture-test-suite is set; set both');
    inputs.missing('fixture-test-suite', 'is missing although fixture-model is set; set both');
    if (path !== undefined)
        inputs.problem('contract-fixture', path, 'is set together with fixture-model, which replaces it; set only one of them');
    if (model === undefined || suite === undefined)
        return undefined;
    if (untrusted)
        return { reason: 'the code of this run may be unreviewed, and must not see them' };
    if (dryRun && token === undefined)
        return { reason: 'that needs an API token, and this run has none' };
    const names = { model: 'fixture-model', suite: 'fixture-test-suite' };
    return { workflow, model, suite, limit, metadata: true, inputs: names };
}


/***/ }),

/***/ 1946:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ describeReady)
/* harmony export */ });
/* harmony import */ var _util_group_by_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7043);

/** Says what publishing would do after a dry run that succeeded, and what the verification found. */
function describeReady(inputs, publication) {
    const { plan, image } = publication;
    if (!plan)
        throw new Error('a dry run that succeeded has a plan');
    const verb = image ? 'push' : 'use';
    return `Ready: publishing would ${verb} ${plan.references.join(', ')}${registrationOf(publication)}. ${verificationOf(inputs, publication)}`;
}
function registrationOf({ plan, previous, changes, registeredImage }) {
    const { evaluator } = plan ?? {};
    if (!evaluator)
        return '';
    const name = `${evaluator.name} of ${evaluator.workflow}`;
    if (changes?.length === 0)
        return `, which is registered as ${name} already`;
    const replaced = previous && previous.image !== registeredImage ? `, in place of ${previous.image}` : '';
    return ` and register it as ${name}${replaced}`;
}
function verificationOf({ verify }, { verification, notVerified }) {
    if (!verify)
        return 'It was not verified, because verify is off.';
    if (!verification)
        return `It was not verified: ${notVerified}.`;
    const kind = verify.contract ? 'contract' : verify.lambda ? 'lambda' : 'start';
    return `Verification (${kind}): ${countsOf(verification.findings) || 'no findings'}.`;
}
const nouns = { error: 'error', warning: 'warning', info: 'note' };
/** Returns `2 warnings (gpu-image, traceback), 1 accepted (root-user)`. */
function countsOf(findings) {
    const groups = (0,_util_group_by_js__WEBPACK_IMPORTED_MODULE_0__/* .groupBy */ .$)(findings, ({ accepted, severity }) => (accepted ? 'accepted' : nouns[severity]));
    return [...groups]
        .map(([noun, group]) => {
        const ids = [...new Set(group.map(({ id }) => id))].join(', ');
        const ending = group.length === 1 || noun === 'accepted' ? '' : 's';
        return `${group.length} ${noun}${ending} (${ids})`;
    })
        .join(', ');
}


/***/ }),

/***/ 5552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zs: () => (/* binding */ registrationOutput),
/* harmony export */   kz: () => (/* binding */ register),
/* harmony export */   qC: () => (/* binding */ readRegistration)
/* harmony export */ });
/* unused harmony export sendRegistration */
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9139);
/* harmony import */ var _runtime_log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(772);
/* harmony import */ var _util_send_once_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2138);



/** Reads the current registration; undefined if there is none. */
async function readRegistration({ workflow, name }, session, { runLog }) {
    return await runLog.phase('Read the registration', () => session.findEvaluator(workflow, name));
}
/** Registers the evaluator with the confirmed image, unless it is already registered. */
async function register(evaluator, image, current, session, { signal, runLog }) {
    const { workflow, name, secret = null, awsAssumeRole: aws_assume_role = null } = evaluator;
    const { previous, changes } = current;
    if (previous && changes.length === 0) {
        _runtime_log_js__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq(`${name} is already registered with ${image}; nothing to change`);
        refuseOther(previous, { name, image, aws_assume_role });
        return { registration: previous, changed: false };
    }
    const wanted = { workflow, name, image, secret, aws_assume_role };
    const registration = await runLog.phase('Register', () => sendRegistration(session, wanted, previous, signal));
    refuseOther(registration, wanted);
    runLog.done.push(`${name} was registered.`);
    _runtime_log_js__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq(`Registered ${name} of "${workflow}" with ${image}`);
    return { registration, changed: true };
}
/** Checks that the platform's answer matches the request, because it decides which role's policy is changed next. */
function refuseOther({ name, image, aws_role_config }, wanted) {
    const role = aws_role_config?.assume_role_arn ?? null;
    const differences = [
        ...(name === wanted.name ? [] : [`the name ${name} for ${wanted.name}`]),
        ...(image === wanted.image ? [] : [`the image ${image} for ${wanted.image}`]),
        ...(role === wanted.aws_assume_role
            ? []
            : [`the role ${role ?? 'none'} for ${wanted.aws_assume_role ?? 'none'}`]),
    ];
    if (differences.length > 0)
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`The platform answered with a different registration of ${wanted.name} than the one that was sent: ${differences.join(', ')}. Nothing else was changed. Check the evaluator on the platform, and api-url, before you try again.`);
}
/** Sends a registration once. If the answer is lost, a new registration with our content proves its arrival. */
async function sendRegistration(session, wanted, previous, signal) {
    const { workflow, name } = wanted;
    return await (0,_util_send_once_js__WEBPACK_IMPORTED_MODULE_2__/* .sendOnce */ .E)({
        what: `registration of ${name}`,
        signal,
        send: () => session.register(wanted),
        findSent: async () => {
            const found = await session.findEvaluator(workflow, name);
            return found && isOurs(found, wanted, previous) ? found : undefined;
        },
        explain: (cause, mayHaveArrived) => new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(explain(cause, wanted, mayHaveArrived), { cause }),
    });
}
function isOurs(found, registration, previous) {
    const sameRole = (found.aws_role_config?.assume_role_arn ?? null) === registration.aws_assume_role;
    return found.created !== previous?.created && found.image === registration.image && sameRole;
}
function explain(cause, { workflow, name }, unknown) {
    const state = unknown ? `Whether ${name} was registered is not known` : `${name} was not registered`;
    return `${state} for the workflow "${workflow}": ${cause.message}`;
}
/** Returns the object that the vendor's `kolena evaluator register` prints, in the same order, without the secret. */
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

/***/ 6678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ settleTrust),
/* harmony export */   c: () => (/* binding */ failedTrust)
/* harmony export */ });
/* harmony import */ var _platforms_aws_arn_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1187);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9139);
/* harmony import */ var _runtime_log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(772);



/**
 * Checks the trust policy of the role that the evaluator is registered with, and repairs it if the inputs say so.
 * @returns undefined if the check is off or there is no role
 */
async function settleTrust({ trustPolicy, mode, evaluator }, role, { roles }, { signal, runLog }) {
    if (trustPolicy === 'off' || !role)
        return undefined;
    refuseOtherRole(role, evaluator);
    const trust = {
        roleArn: role.assume_role_arn,
        jobRoleArn: role.job_role_arn,
        externalId: role.external_id,
    };
    const [{ openRole }, { applyTrust, verifyTrust }] = await Promise.all([
        __webpack_require__.e(/* import() */ 9082).then(__webpack_require__.bind(__webpack_require__, 9082)),
        __webpack_require__.e(/* import() */ 2056).then(__webpack_require__.bind(__webpack_require__, 2056)),
    ]);
    const result = await runLog.phase('Trust policy', async () => {
        const awsRole = await openRole(trust.roleArn, signal);
        if (trustPolicy === 'verify')
            return await verifyTrust(awsRole, trust);
        const apply = () => applyTrust(awsRole, trust, { dryRun: mode.dryRun, signal });
        return await roles.run(trust.roleArn, signal, apply);
    });
    if (result.applied)
        runLog.done.push(`The trust policy of ${trust.roleArn} was changed.`);
    reportTrust(result, mode.dryRun);
    return result;
}
/** Refuses a role that the inputs do not name, because the platform's answer decides which policy is changed. */
function refuseOtherRole(role, evaluator) {
    if (role.assume_role_arn !== evaluator?.awsAssumeRole)
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`The platform names the role ${role.assume_role_arn}, and aws-assume-role is ${evaluator?.awsAssumeRole ?? 'not set'}. No trust policy was read or changed.`);
    try {
        (0,_platforms_aws_arn_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRoleArn */ .D)(role.job_role_arn);
    }
    catch (cause) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`The platform names ${role.job_role_arn} as the role that assumes ${role.assume_role_arn}, but it is not the ARN of a role. No trust policy was read or changed.`, { cause });
    }
}
/** Explains why the step fails although everything is published: the evaluator could not use its role. */
function failedTrust({ trust, plan }) {
    if (trust?.judgement.verdict !== 'broken' || plan?.mode.dryRun)
        return undefined;
    return describe(trust);
}
function reportTrust(result, dryRun) {
    const { trust, judgement } = result;
    for (const warning of judgement.warnings)
        _runtime_log_js__WEBPACK_IMPORTED_MODULE_2__/* .warning */ .$e(warning, `Trust policy of ${trust.roleArn}`);
    if (judgement.verdict === 'ok')
        _runtime_log_js__WEBPACK_IMPORTED_MODULE_2__/* .info */ .pq(`The trust policy of ${trust.roleArn} lets only the platform assume the role, and only with the external id`);
    else if (judgement.verdict === 'unproven' || dryRun)
        _runtime_log_js__WEBPACK_IMPORTED_MODULE_2__/* .warning */ .$e(describe(result), 'Trust policy');
}
function describe({ trust, judgement, difference }) {
    const { verdict, reasons } = judgement;
    const state = verdict === 'broken' ? 'is broken' : 'cannot be proved right';
    const remedy = verdict === 'unproven'
        ? 'Check whether the platform meets them; the policy was not changed.'
        : difference === ''
            ? 'Correct the statements in IAM; trust-policy: apply adds the missing one, which is also in the outputs.'
            : 'Publishing would correct it.';
    return `The trust policy of ${trust.roleArn} ${state}. ${reasons.join(' ')} ${remedy}`;
}


/***/ }),

/***/ 5504:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   deriveTags: () => (/* binding */ deriveTags)
/* harmony export */ });
const maximumLength = 128;
const shortShaLength = 7;
/**
 * Derives the image's tag from what the job runs on: `v1.2.3` for that Git tag, `<branch>-<short sha>` for a branch,
 * `pr-<number>` for a pull request. Never derives a moving tag: for the Git tag `latest`, adds the commit.
 *
 * @param source.ref the full Git ref, `refs/tags/v1.2.3`
 * @param source.sha the commit, 40 (SHA-1) or 64 (SHA-256) hexadecimal digits
 * @param source.pullRequest the number of the pull request, which takes precedence over the ref: the ref of
 * `pull_request_target` is a branch
 * @param source.dirty whether the image contains more than the commit; the tag then ends in `-dirty`, as in
 * `git describe`
 * @returns one valid tag: `[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}`
 * @throws Error if ref or sha are missing or of an unknown kind
 */
function deriveTags(source) {
    const [, kind, name] = /^refs\/(heads|tags|pull)\/(.+)$/s.exec(source.ref) ?? [];
    if (kind === undefined || name === undefined) {
        throw underivable(source.ref === ''
            ? 'there is no Git ref to name it after'
            : `the Git ref ${quote(source.ref)} is neither a branch, a tag nor a pull request`);
    }
    const hasCommit = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(source.sha);
    if (!hasCommit && !(kind === 'tags' && source.sha === '')) {
        throw underivable(`the commit ${quote(source.sha)} is not 40 or 64 hexadecimal digits`);
    }
    const shortSha = source.sha.slice(0, shortShaLength);
    if (source.pullRequest !== undefined || kind === 'pull') {
        return [tagPullRequest(source.pullRequest ?? Number.parseInt(name, 10))];
    }
    const commit = source.dirty ? `${shortSha}-dirty` : shortSha;
    // A Git tag with this name means something else, so the commit is added.
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
/** Adds the commit to the name. Shortens only the name, because two long branches must not share a tag. */
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

/***/ 1612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ differenceOf),
/* harmony export */   i: () => (/* binding */ changesBetween)
/* harmony export */ });
/* harmony import */ var _exact_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1484);
/* harmony import */ var _metrics_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8143);
/** Compares the metrics of two runs on the same samples. */


/** @param tolerance relative; differences within it are ignored */
function changesBetween(before, after, tolerance) {
    const [old, current] = [metricsById(before), metricsById(after)];
    const changes = [];
    let unchanged = 0;
    for (const id of new Set([...current.keys(), ...old.keys()])) {
        const [one, other] = [old.get(id), current.get(id)];
        if (one && other && (0,_metrics_js__WEBPACK_IMPORTED_MODULE_0__/* .isSame */ .Ft)(one.value, other.value, tolerance))
            unchanged++;
        else {
            const { testCase, configuration, metric } = one ?? other ?? nowhere;
            changes.push({ testCase, configuration, metric, before: one?.value, after: other?.value, id });
        }
    }
    changes.sort((a, b) => sizeOf(b) - sizeOf(a));
    return { changes, unchanged, plots: changedPlots(before, after) };
}
const nowhere = { testCase: null, configuration: null, metric: '' };
/** Returns after − before, or undefined if one of them is not a finite number. */
function differenceOf({ before, after }) {
    if (!(before instanceof _exact_json_js__WEBPACK_IMPORTED_MODULE_1__/* .ExactNumber */ .fh && after instanceof _exact_json_js__WEBPACK_IMPORTED_MODULE_1__/* .ExactNumber */ .fh))
        return undefined;
    const difference = after.value - before.value;
    return Number.isFinite(difference) ? difference : undefined;
}
/** Returns the difference relative to the larger value, because metrics have different scales. Non-numbers come first. */
function sizeOf(change) {
    const { before, after } = change;
    const difference = differenceOf(change);
    if (difference === undefined || !(before instanceof _exact_json_js__WEBPACK_IMPORTED_MODULE_1__/* .ExactNumber */ .fh && after instanceof _exact_json_js__WEBPACK_IMPORTED_MODULE_1__/* .ExactNumber */ .fh))
        return 2;
    return Math.abs(difference) / Math.max(Math.abs(before.value), Math.abs(after.value));
}
function metricsById({ testCases, testSuite }) {
    const metrics = new Map();
    for (const [id, { testCase, configuration, metrics: values }] of (0,_metrics_js__WEBPACK_IMPORTED_MODULE_0__/* .identify */ .ls)([
        ...testCases,
        ...testSuite,
    ]))
        for (const { path, value } of (0,_metrics_js__WEBPACK_IMPORTED_MODULE_0__/* .leavesOf */ .wf)(values))
            metrics.set(`${id} ${path}`, {
                testCase: testCase?.name ?? null,
                configuration,
                metric: path,
                value,
            });
    return metrics;
}
/** Counts the plots that are new, removed or different. */
function changedPlots(before, after) {
    const [old, current] = [(0,_metrics_js__WEBPACK_IMPORTED_MODULE_0__/* .identify */ .ls)(before.plots), (0,_metrics_js__WEBPACK_IMPORTED_MODULE_0__/* .identify */ .ls)(after.plots)];
    return [...new Set([...old.keys(), ...current.keys()])].filter((id) => old.get(id)?.content !== current.get(id)?.content).length;
}


/***/ }),

/***/ 5685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $R: () => (/* binding */ builderNodes),
/* harmony export */   E3: () => (/* binding */ connectionProblem),
/* harmony export */   aq: () => (/* binding */ isBuilder),
/* harmony export */   kW: () => (/* binding */ builderDriver)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8474);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3024);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7030);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6760);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8395);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9139);
/* harmony import */ var _runtime_inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2349);
/* harmony import */ var _client_config_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6906);









/** Maximum milliseconds for a node of a builder to accept a connection. */
const MAX_CONNECT = 5_000;
const Current = zod_mini__WEBPACK_IMPORTED_MODULE_8__/* .object */ .Ikc({ Name: zod_mini__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP() });
const Node = zod_mini__WEBPACK_IMPORTED_MODULE_8__/* .object */ .Ikc({ Name: zod_mini__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP(), Endpoint: zod_mini__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP() });
const Instance = zod_mini__WEBPACK_IMPORTED_MODULE_8__/* .object */ .Ikc({ Driver: zod_mini__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP(), Nodes: zod_mini__WEBPACK_IMPORTED_MODULE_8__/* ["catch"] */ .MfU(zod_mini__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YOg(Node), []) });
/**
 * Returns the buildx driver of a builder: `docker` for the engine's own, otherwise `docker-container`, `remote`,
 * `kubernetes` or `cloud`. Reads buildx's files, which needs no buildx process. Does not check whether the current
 * builder belongs to this engine: a wrong answer only costs time, and the image is the same.
 *
 * @param name undefined for the current builder
 */
function builderDriver(name) {
    return readInstance(name)?.Driver || 'docker';
}
/** Returns the nodes of a builder; an empty list for the engine's own. @param name undefined for the current builder */
function builderNodes(name) {
    const nodes = readInstance(name)?.Nodes ?? [];
    return nodes.map(({ Name, Endpoint }) => ({ name: Name, endpoint: Endpoint }));
}
/** Returns whether buildx finds a builder with this name: one of its own, or a Docker context. */
function isBuilder(name) {
    const context = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(name).digest('hex');
    const files = [(0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)((0,_client_config_js__WEBPACK_IMPORTED_MODULE_7__.dockerConfigDirectory)(), 'contexts', 'meta', context, 'meta.json'), instanceFile(name)];
    return name === 'default' || files.some((path) => path !== undefined && (0,node_fs__WEBPACK_IMPORTED_MODULE_2__.existsSync)(path));
}
/** Returns why a node accepts no connection; undefined if it accepts one, or if its endpoint is not a TCP address. */
async function connectionProblem({ endpoint }, signal) {
    const address = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
    if (address?.protocol !== 'tcp:')
        return undefined;
    const deadline = AbortSignal.timeout(MAX_CONNECT);
    const socket = (0,node_net__WEBPACK_IMPORTED_MODULE_3__.connect)(Number(address.port), address.hostname.replaceAll(/[[\]]/g, ''));
    try {
        await (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(socket, 'connect', { signal: AbortSignal.any([signal, deadline]) });
        return undefined;
    }
    catch (error) {
        signal.throwIfAborted();
        if (deadline.aborted)
            return `no answer after ${MAX_CONNECT / 1000} seconds`;
        // The message is empty if several addresses were tried.
        return error.code ?? (0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .bD)(error);
    }
    finally {
        socket.destroy();
    }
}
/** Returns what buildx has stored about a builder; undefined for the engine's own. */
function readInstance(name) {
    const builder = name ?? ((0,_runtime_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .readVariable */ .nt)('BUILDX_BUILDER') || read(Current, (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)((0,_client_config_js__WEBPACK_IMPORTED_MODULE_7__.buildxDirectory)(), 'current'))?.Name);
    const path = builder && instanceFile(builder);
    return path ? read(Instance, path) : undefined;
}
/** Returns undefined if buildx treats the name as a Docker context, whose engine then runs the build. */
function instanceFile(builder) {
    if (!/^[a-z][\w.-]*$/i.test(builder))
        return undefined;
    return (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)((0,_client_config_js__WEBPACK_IMPORTED_MODULE_7__.buildxDirectory)(), 'instances', builder.toLowerCase());
}
/** Returns undefined if the file does not exist or does not have buildx's current format. */
function read(schema, path) {
    try {
        return schema.parse(JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_2__.readFileSync)(path, 'utf8')));
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 6906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   addLogin: () => (/* binding */ addLogin),
/* harmony export */   buildxDirectory: () => (/* binding */ buildxDirectory),
/* harmony export */   createPrivateConfig: () => (/* binding */ createPrivateConfig),
/* harmony export */   dockerConfigDirectory: () => (/* binding */ dockerConfigDirectory),
/* harmony export */   helperVariables: () => (/* binding */ helperVariables),
/* harmony export */   loginsInVariable: () => (/* binding */ loginsInVariable),
/* harmony export */   readClientConfig: () => (/* binding */ readClientConfig),
/* harmony export */   registryKey: () => (/* binding */ registryKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var _runtime_environment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3631);
/* harmony import */ var _runtime_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2349);
/* harmony import */ var _runtime_log_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(772);







/**
 * Creates a private copy of the job's Docker configuration, so that no other job sees this run's login, and the login
 * disappears with the directory. Copies `config.json`; links builders, contexts, plugins and everything else next to
 * it.
 *
 * @param anonymous leaves out every login of the job, for a build of code that anyone may have written
 */
function createPrivateConfig(parent, { anonymous = false } = {}) {
    const source = dockerConfigDirectory();
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(parent, 'docker');
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(directory, { mode: 0o700 });
    // A backup copy of the configuration (`config.json.new`) contains its logins too.
    linkEntries(source, directory, (entry) => entry.startsWith('config.json') || (anonymous && entry === 'buildx'));
    // docker/login-action keeps logins for one repository in a directory next to the builders.
    if (anonymous)
        linkEntries(buildxDirectory(), mkdirp((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, 'buildx')), (entry) => entry === 'config');
    const own = withoutMissingHelpers(readClientConfig());
    const config = anonymous ? withoutLogins(own) : own;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, 'config.json'), JSON.stringify(config), { mode: 0o600 });
    return {
        directory,
        env: { DOCKER_CONFIG: directory, ...(anonymous && unreviewed(directory)) },
        passOn: anonymous ? [] : [/^DOCKER_AUTH_CONFIG$/, ...helperVariables(config)],
        context: config.currentContext,
        pluginDirectories: [...extraDirectories(config), (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(source, 'cli-plugins')],
        anonymous,
    };
}
/**
 * Returns variables that keep buildx from running Git, because a `.git` directory of unreviewed code could make Git run
 * programs.
 */
function unreviewed(directory) {
    return {
        BUILDX_CONFIG: (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, 'buildx'),
        BUILDX_GIT_INFO: 'false',
        BUILDX_GIT_LABELS: 'false',
    };
}
/** Removes helpers that are not installed, because they fail every build, even one that needs no login. */
function withoutMissingHelpers(config) {
    const isThere = (helper) => !helper || (0,_runtime_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .isOnPath */ .jY)(`docker-credential-${helper}`);
    const { credsStore, credHelpers, ...rest } = config;
    const helpers = Object.entries(credHelpers ?? {}).filter(([, helper]) => isThere(helper));
    return {
        ...rest,
        ...(isThere(credsStore) && credsStore !== undefined && { credsStore }),
        ...(credHelpers && { credHelpers: Object.fromEntries(helpers) }),
    };
}
/** Returns the directory of buildx's builders and of logins for parts of a registry. */
function buildxDirectory() {
    return (0,_runtime_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .readVariable */ .nt)('BUILDX_CONFIG') || (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(dockerConfigDirectory(), 'buildx');
}
function linkEntries(source, directory, isLeftOut) {
    for (const entry of entriesOf(source))
        if (!isLeftOut(entry))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.symlinkSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(source, entry), (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, entry));
}
function mkdirp(directory) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(directory, { mode: 0o700 });
    return directory;
}
/**
 * Removes all logins, and proxies whose address contains one: the address becomes a build argument of every build.
 */
function withoutLogins({ auths, credHelpers, credsStore, HttpHeaders, ...config }) {
    const proxies = Object.entries(config.proxies ?? {}).map(([host, addresses]) => [
        host,
        Object.fromEntries(Object.entries(addresses ?? {}).filter(([, address]) => !String(address).includes('@'))),
    ]);
    return { ...config, ...(proxies.length > 0 && { proxies: Object.fromEntries(proxies) }) };
}
/**
 * Adds a login for docker commands of this run, even if the job keeps its logins in a credential store: an empty entry
 * in `credHelpers` makes the client look in the file. An anonymous configuration gets no login.
 */
function addLogin({ directory, anonymous }, host, { username, password, identityToken }) {
    if (anonymous)
        return;
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, 'config.json');
    const config = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path, 'utf8'));
    const key = registryKey(host);
    const login = identityToken === undefined
        ? { auth: Buffer.from(`${username}:${password}`).toString('base64') }
        : { identitytoken: identityToken };
    const content = {
        ...config,
        auths: { ...config.auths, [key]: login },
        credHelpers: { ...config.credHelpers, [key]: '' },
    };
    // A build that reads the file at this moment gets the complete old or new one. The file is new, never a link.
    const next = `${directory}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(next, JSON.stringify(content), { mode: 0o600, flag: 'wx' });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(next, path);
}
/**
 * Returns the variables that the configuration's credential helpers use to authenticate. They are credentials, so only
 * the variables of the named helpers are included.
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
/** Returns the additional plugin directories. Docker accepts only a list of strings. */
function extraDirectories({ cliPluginsExtraDirs }) {
    return [cliPluginsExtraDirs].flat().filter((directory) => typeof directory === 'string');
}
/** Reads the job's configuration. If it cannot be read, warns and ignores it, like Docker's client. */
function readClientConfig(directory = dockerConfigDirectory()) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, 'config.json');
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(path))
        return {};
    try {
        const config = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path, 'utf8'));
        if (typeof config === 'object' && config !== null && !Array.isArray(config))
            return { ...config };
        _runtime_log_js__WEBPACK_IMPORTED_MODULE_6__/* .warning */ .$e(`${path} is not a JSON object; its logins and proxies are not used.`, 'Docker configuration');
    }
    catch (error) {
        // The message of a SyntaxError quotes the file, which may contain a login.
        const reason = error instanceof SyntaxError ? 'it is not JSON' : error;
        _runtime_log_js__WEBPACK_IMPORTED_MODULE_6__/* .warning */ .$e(`${path} cannot be read (${reason}); its logins and proxies are not used.`, 'Docker configuration');
    }
    return {};
}
/**
 * Returns the logins in the variable DOCKER_AUTH_CONFIG, which take precedence over all others; an empty object if it
 * is not set or not JSON.
 */
function loginsInVariable() {
    try {
        return JSON.parse((0,_runtime_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .readVariable */ .nt)('DOCKER_AUTH_CONFIG') || '{}').auths;
    }
    catch {
        // Docker warns about this too. The text may be a login.
        _runtime_log_js__WEBPACK_IMPORTED_MODULE_6__/* .warning */ .$e('DOCKER_AUTH_CONFIG is not JSON; its logins are not used.', 'Docker configuration');
        return undefined;
    }
}
/** Returns the name of a registry in Docker's configuration: its host, except for Docker Hub. */
function registryKey(host) {
    return host === 'docker.io' || host === 'index.docker.io' ? 'https://index.docker.io/v1/' : host;
}
function entriesOf(directory) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(directory))
        return [];
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(directory);
    }
    catch (error) {
        _runtime_log_js__WEBPACK_IMPORTED_MODULE_6__/* .warning */ .$e(`${directory} cannot be read (${error}); its builders and plugins are not used.`, 'Docker configuration');
        return [];
    }
}
/** Returns the directory of the job's Docker configuration, which also contains buildx's builders. */
function dockerConfigDirectory() {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)((0,_runtime_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .readVariable */ .nt)('DOCKER_CONFIG') || (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_2__.homedir)(), '.docker'));
}


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

/***/ 476:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jb: () => (/* binding */ fitsEngine),
/* harmony export */   Oe: () => (/* binding */ buildCommand),
/* harmony export */   bi: () => (/* binding */ fitToEngine),
/* harmony export */   fb: () => (/* binding */ buildArguments)
/* harmony export */ });
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5902);

/** Returns whether every engine can store the image, because it has one platform and no attestations. */
function fitsEngine({ platforms, provenance, sbom }) {
    return platforms.length <= 1 && provenance === 'false' && sbom === 'false';
}
/** Returns the options for building a single image of the result, which every engine can store. */
function fitToEngine(options) {
    const { platforms } = options;
    const first = platforms.includes('linux/amd64') ? ['linux/amd64'] : platforms.slice(0, 1);
    return { ...options, platforms: first, provenance: 'false', sbom: 'false' };
}
/** Returns the arguments of buildx. They contain no secret. */
function buildArguments(options, references, destination, files) {
    const each = (flag, values) => values.flatMap((value) => [flag, value]);
    const maybe = (flag, value) => (value === undefined ? [] : [flag, value]);
    const output = {
        engine: ['--load'],
        cache: ['--output', 'type=cacheonly'],
        registry: ['--push'],
        outputs: each('--output', options.outputs.map(_outputs_js__WEBPACK_IMPORTED_MODULE_0__/* .outputOf */ .jH)),
    }[destination];
    return [
        'build',
        '--progress=plain',
        ...maybe('--builder', options.builder),
        ...maybe('--file', options.file),
        ...maybe('--target', options.target),
        ...(options.platforms.length > 0 ? ['--platform', options.platforms.join(',')] : []),
        ...each('--build-arg', options.buildArgs),
        ...each('--build-context', options.buildContexts),
        ...each('--secret', files.secrets.map(({ id, file }) => `id=${id},${(0,_outputs_js__WEBPACK_IMPORTED_MODULE_0__/* .csvField */ .XR)(`src=${file}`)}`)),
        ...each('--ssh', options.ssh),
        ...each('--label', [...options.ociLabels, ...options.labels]),
        ...each('--annotation', options.annotations),
        ...each('--cache-from', options.cacheFrom),
        ...each('--cache-to', options.cacheTo),
        // buildx refuses both flags together, and --no-cache already applies to every stage.
        ...(options.noCache ? ['--no-cache'] : each('--no-cache-filter', options.noCacheFilters)),
        ...(options.pull ? ['--pull'] : []),
        ...maybe('--network', options.network),
        ...each('--add-host', options.addHosts),
        ...each('--allow', options.allow),
        ...maybe('--cgroup-parent', options.cgroupParent),
        ...maybe('--shm-size', options.shmSize),
        ...each('--ulimit', options.ulimit),
        `--provenance=${provenanceOf(options)}`,
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
/** Adds the run to the provenance, unless the inputs already name a builder. */
function provenanceOf({ provenance, builderId }) {
    if (provenance === 'false' || builderId === undefined || /(^|,)builder-id=/.test(provenance))
        return provenance;
    return `${provenance === 'true' ? '' : `${provenance},`}builder-id=${builderId}`;
}
/** Returns a shell command that builds the same image elsewhere, with secrets from variables of the same name. */
function buildCommand(options, reference, secretIds) {
    const files = { metadata: '', imageId: '', secrets: [] };
    const elsewhere = { ...options, builder: undefined, builderId: undefined, cacheTo: [] };
    const args = buildArguments(elsewhere, [reference], 'engine', files);
    const secrets = secretIds.flatMap((id) => ['--secret', `id=${id},env=${id}`]);
    const drop = new Set(['--metadata-file', '--iidfile', '']);
    const kept = args.filter((arg) => !drop.has(arg));
    return ['docker', 'buildx', ...kept.slice(0, -2), ...secrets, ...kept.slice(-2)].map(shellWord).join(' ');
}
function shellWord(text) {
    return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}


/***/ }),

/***/ 4654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZY: () => (/* binding */ fromCache),
/* harmony export */   k7: () => (/* binding */ scopeCaches),
/* harmony export */   ok: () => (/* binding */ isAnonymous)
/* harmony export */ });
/**
 * Adds a scope for the image to GitHub caches without one. BuildKit's default scope is the same for all images of a
 * repository, so each build would overwrite the cache of the previous one.
 *
 * @param caches values of `cache-from` or `cache-to`, such as `type=gha,mode=max`
 */
function scopeCaches(caches, scope) {
    return caches.map((cache) => {
        const fields = cache.split(',').map((field) => field.trim());
        const has = (pattern) => fields.some((field) => pattern.test(field));
        return has(/^"?type=gha"?$/i) && !has(/^"?scope=/i) ? `${cache},scope=${scope}` : cache;
    });
}
/**
 * Returns the options for repeating a build to send its result to another place. The build reads every step from the
 * cache and does not write the cache again, except for an inline cache, which is part of the image.
 */
function fromCache(options) {
    const cacheTo = options.cacheTo.filter((cache) => cache.split(',').includes('type=inline'));
    return { ...options, noCache: false, noCacheFilters: [], pull: false, cacheTo };
}
/**
 * Returns whether the builder can read the cache without credentials: from a public repository or a directory. buildx
 * uses the last of several types, so this rejects a cache with more than one type, or with keys that are hard to parse.
 */
function isAnonymous(cache) {
    // A value without a type is a reference.
    if (!cache.includes('='))
        return true;
    const fields = cache.split(',').map((field) => field.replaceAll('"', '').trim());
    const types = fields.filter((field) => /^type\s*=/i.test(field));
    const isReadable = fields.every((field) => /^[\w-]+=/.test(field));
    return isReadable && types.length === 1 && /^type=(registry|local)$/i.test(types[0] ?? '');
}


/***/ }),

/***/ 5902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q8: () => (/* binding */ parseOutputs),
/* harmony export */   XR: () => (/* binding */ csvField),
/* harmony export */   jH: () => (/* binding */ outputOf)
/* harmony export */ });
/* harmony import */ var _runtime_lists_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3075);

/** Returns the value of buildx's flag `--output`. */
function outputOf({ settings, destination }) {
    return `${settings},${csvField(`dest=${destination}`)}`;
}
const example = 'write for example type=local,dest=DIRECTORY or type=oci,dest=FILE';
/** Other outputs of buildx, and the reasons for refusing them. */
const pushed = 'the image that was verified is pushed anyway; leave it out. For a second registry, publish to it in a run of its own';
const refused = new Map([
    ['image', pushed],
    ['registry', pushed],
    ['cacheonly', 'it writes nothing; leave it out'],
]);
/**
 * Reads a list of outputs as docker/build-push-action does: one per line, with quotes for buildx around single fields.
 * The whole line may also be quoted, as in other lists. Throws if an output does not write files on this machine.
 */
function parseOutputs(text) {
    return text
        .split(/\r\n|\r|\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .map(parseOutput);
}
function parseOutput(line) {
    const fields = (0,_runtime_lists_js__WEBPACK_IMPORTED_MODULE_0__/* .parseList */ .E)(line, { comma: true });
    const [only = ''] = fields;
    // A line that is quoted as a whole is a single field.
    const written = fields.length === 1 && only.includes(',') ? (0,_runtime_lists_js__WEBPACK_IMPORTED_MODULE_0__/* .parseList */ .E)(only, { comma: true }) : fields;
    const isPath = written.length === 1 && !only.includes('=');
    const values = isPath
        ? new Map([
            ['type', 'local'],
            ['dest', only],
        ])
        : readFields(written, line);
    const type = values.get('type');
    const destination = values.get('dest');
    values.delete('dest');
    if (type !== 'local' && type !== 'tar' && type !== 'oci' && type !== 'docker')
        throw new Error(`${JSON.stringify(line)} cannot be used: ${refused.get(type ?? '') ?? example}`);
    if (values.has('push'))
        throw new Error(`${JSON.stringify(line)} cannot be used: ${pushed}`);
    // Without a destination, or with -, the archive would go to the log. A context is another engine.
    if (destination === undefined || destination === '-' || values.has('context'))
        throw new Error(`${JSON.stringify(line)} does not write into a file or directory; ${example}`);
    return {
        type,
        destination,
        isDirectory: type === 'local' || values.get('tar') === 'false',
        settings: [...values].map(([key, value]) => csvField(`${key}=${value}`)).join(','),
    };
}
function readFields(fields, line) {
    const values = new Map();
    for (const field of fields) {
        const [, key = '', value = ''] = /^([^=]+)=(.*)$/s.exec(field) ?? [];
        const name = key.trim().toLowerCase();
        if (name === '' || values.has(name))
            throw new Error(`${JSON.stringify(line)} is not a list of different KEY=VALUE; ${example}`);
        values.set(name, value);
    }
    return values;
}
/** Quotes a field of a value that buildx reads as CSV. */
function csvField(text) {
    return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}


/***/ }),

/***/ 9797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ai: () => (/* binding */ parseDockerfile),
/* harmony export */   Zv: () => (/* binding */ readJsonList),
/* harmony export */   cK: () => (/* binding */ matches),
/* harmony export */   kQ: () => (/* binding */ readSyntax),
/* harmony export */   qB: () => (/* binding */ findInstruction),
/* harmony export */   ts: () => (/* binding */ parseInstructions)
/* harmony export */ });
/* unused harmony export findImage */
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2375);
/** Reads a Dockerfile by the rules of BuildKit's own parser, so that both see the same instructions. */

const BACKSLASH = '\\';
const BLANKS = /[\t\v\f\r ]+/;
const BOM = /^\uFEFF/;
/** Reads a Dockerfile. If BuildKit would refuse it, reads as much as possible. */
function parseDockerfile(dockerfile) {
    const escapeToken = readEscapeToken(dockerfile);
    const lines = linesOf(dockerfile);
    const continued = escapeToken === '`' ? /(?<=^|[^`])`[ \t]*$/ : /(?<=^|[^\\])\\[ \t]*$/;
    const instructions = [];
    const ends = { exact: lastPositions(lines), chomped: lastPositions(lines.map(withoutTabs)) };
    let stage = { index: -1, name: undefined };
    for (let at = 0; at < lines.length; at++) {
        let last = trimStart(lines[at] ?? '');
        if (last === '' || last.startsWith('#'))
            continue;
        const line = at + 1;
        const parts = [];
        while (continued.test(last) && at + 1 < lines.length) {
            const next = lines[++at] ?? '';
            if (/^(?:#|$)/.test(trimStart(next)))
                continue;
            parts.push(last.replace(continued, ''));
            last = next;
        }
        const text = parts.join('') + last.replace(continued, '');
        const { keyword, flags, rest } = splitInstruction(text, escapeToken);
        if (keyword === 'FROM')
            stage = { index: stage.index + 1, name: nameOfStage(rest) };
        at = findLastLine(lines, ends, at, documentsOf(text, keyword, rest));
        instructions.push({ line, lastLine: at + 1, keyword, text: withPlainBlanks(text), flags, rest, stage });
    }
    return { instructions, escapeToken };
}
/** Returns the instructions of a Dockerfile in order, including `FROM`. */
function parseInstructions(dockerfile) {
    return parseDockerfile(dockerfile).instructions;
}
function linesOf(dockerfile) {
    return dockerfile
        .replace(BOM, '')
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => line.replace(/\r+$/, ''));
}
const SPACES_BEFORE = new RegExp(`^${_words_js__WEBPACK_IMPORTED_MODULE_0__/* .SPACE */ .t6.source}+`);
const SPACES_AFTER = new RegExp(`(?<!${_words_js__WEBPACK_IMPORTED_MODULE_0__/* .SPACE */ .t6.source})${_words_js__WEBPACK_IMPORTED_MODULE_0__/* .SPACE */ .t6.source}+$`);
function trimStart(text) {
    return text.replace(SPACES_BEFORE, '');
}
function trim(text) {
    return trimStart(text).replace(SPACES_AFTER, '');
}
function splitInstruction(line, escapeToken) {
    const text = trim(line);
    const [keyword = ''] = text.split(BLANKS, 1);
    const args = text.slice(keyword.length).replace(/^[\t\v\f\r ]+/, '');
    const { flags, rest } = splitFlags(args, escapeToken);
    return { keyword: keyword.toUpperCase(), flags, rest: trim(rest) };
}
/** Reads the leading words that begin with `--`, without quotes and escapes. A `--` alone ends them. */
function splitFlags(args, escapeToken) {
    const flags = [];
    let at = 0;
    for (;;) {
        while (/\s/.test(args[at] ?? ''))
            at++;
        if (!args.startsWith('--', at))
            return { flags, rest: args.slice(at) };
        let flag = '';
        let quote = '';
        for (; at < args.length && (quote !== '' || !/\s/.test(args[at] ?? '')); at++) {
            const character = args[at] ?? '';
            if (character === quote)
                quote = '';
            else if (quote === '' && /["']/.test(character))
                quote = character;
            else
                flag += character === escapeToken ? (args[++at] ?? '') : character;
        }
        if (flag === '--')
            return { flags, rest: args.slice(at) };
        flags.push(flag);
    }
}
/** Reads the name in `IMAGE AS NAME`; a stage in any other form has no name. */
function nameOfStage(rest) {
    const [, as, name, ...more] = rest.split(BLANKS);
    return as?.toUpperCase() === 'AS' && more.length === 0 ? name?.toLowerCase() : undefined;
}
/**
 * Finds the here-documents that begin in an instruction. Their `<<` starts a word outside of quotes. BuildKit before
 * 0.22 does not accept a blank after it.
 */
function documentsOf(line, keyword, rest) {
    if (keyword === 'ONBUILD') {
        const trigger = splitInstruction(rest, BACKSLASH);
        return trigger.keyword === 'ONBUILD' ? [] : documentsOf(line, trigger.keyword, trigger.rest);
    }
    if (!/^(?:ADD|COPY|RUN)$/.test(keyword) || readJsonList(rest))
        return [];
    return (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .splitWords */ .yM)(line, { escapeToken: BACKSLASH, raw: true }).flatMap((marked) => {
        const [, chomps, written = ''] = /^\d*<<(-?)[\t\n\f\r ]*([^<]*)$/.exec(marked) ?? [];
        const [word, ...more] = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .splitWords */ .yM)(written, { escapeToken: BACKSLASH });
        return word === undefined || more.length > 0 ? [] : [{ word, chomps: chomps === '-' }];
    });
}
/**
 * Finds the line where the here-documents of an instruction end; BuildKit refuses a here-document without an end.
 * @param ends the last positions of all lines, so that the search for an end that is missing takes no time
 */
function findLastLine(lines, ends, at, documents) {
    return documents.reduce((last, { word, chomps }) => {
        const end = (chomps ? ends.chomped : ends.exact).get(word) ?? -1;
        for (let at = last + 1; at <= end; at++)
            if ((chomps ? withoutTabs(lines[at] ?? '') : lines[at]) === word)
                return at;
        return last;
    }, at);
}
function lastPositions(lines) {
    return new Map(lines.map((line, index) => [line, index]));
}
function withoutTabs(line) {
    return line.replace(/^\t+/, '');
}
/** Returns the words of an instruction in JSON form, or undefined for one in shell form. */
function readJsonList(rest) {
    if (!rest.startsWith('['))
        return undefined;
    try {
        const list = JSON.parse(rest);
        return Array.isArray(list) && list.every((word) => typeof word === 'string') ? list : undefined;
    }
    catch {
        return undefined;
    }
}
/** Finds a parser directive; BuildKit stops at the first line that is not a directive. */
function findDirective(lines, wanted, mark = '#') {
    for (const line of lines) {
        const text = line.startsWith(mark) ? trimStart(line.slice(mark.length)) : '';
        const [, name = '', value = ''] = /^([A-Za-z][A-Za-z0-9]*)\s*=(.+)$/.exec(text) ?? [];
        if (!/^(?:escape|syntax|check)$/i.test(name))
            return undefined;
        if (name.toLowerCase() === wanted)
            return value.trim() || ' ';
    }
    return undefined;
}
/** Reads the escape character. Blanks may come before `# escape`, but not before `# syntax`. */
function readEscapeToken(dockerfile) {
    return findDirective(linesOf(dockerfile).map(trimStart), 'escape') === '`' ? '`' : BACKSLASH;
}
/** Returns the image that `# syntax=…` or `// syntax=…` names. A `#!` line may come before it. */
function readSyntax(dockerfile) {
    const lines = linesOf(dockerfile);
    if (lines[0]?.startsWith('#!'))
        lines.shift();
    return (findDirective(lines, 'syntax') ?? findDirective(lines, 'syntax', '//'))?.split(' ', 1)[0];
}
/** Collapses blanks and writes the keyword in capitals, so that the log and the Dockerfile can be compared. */
function withPlainBlanks(instruction) {
    return instruction
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/^\w+/, (keyword) => keyword.toUpperCase());
}
/** Finds the instruction of a step such as `[builder 2/3] RUN x`. Returns undefined if more than one is possible. */
function findInstruction(step, instructions) {
    const image = /^(?:\[internal\] load metadata for|(?:\[[^\]]*\] )?FROM) (\S+)$/.exec(step)?.[1];
    if (image !== undefined)
        return findImage(image, instructions);
    // BuildKit pads the position to the width of the total: `[stage-1  3/14]`.
    const [, place = '', position, total, run = ''] = /^\[(?:(\S+(?: \S+)?) )? *(\d+)\/(\d+)\] (.+)$/.exec(step) ?? [];
    // In builds for several platforms, the platform, which always contains a slash, comes before the stage.
    const stageName = /(?:^| )([^\s/]+)$/.exec(place)?.[1];
    const inStage = instructions.filter(({ stage }) => [undefined, stage.name, `stage-${stage.index}`].includes(stageName));
    const text = withPlainBlanks(run);
    const alike = inStage.filter((one) => matches(one.text, text) || (one.text.includes('<<') && text.startsWith(`${one.text} (`)));
    if (alike.length < 2)
        return alike[0];
    // BuildKit does not count a FROM that names an earlier stage.
    const counted = [/^(?:FROM|ADD|COPY|RUN|WORKDIR)$/, /^(?:ADD|COPY|RUN|WORKDIR)$/].map((counts) => inStage.filter(({ keyword }) => counts.test(keyword)));
    const atPosition = counted.find(({ length }) => length === Number(total))?.[Number(position) - 1];
    return alike.find((one) => one === atPosition);
}
function findImage(image, instructions) {
    const name = image.replace(/@sha256:[0-9a-f]+$/, '').replace(/^docker\.io\/(?:library\/)?/, '');
    const names = [image, name, name.replace(/:latest$/, ''), image.replace(/:latest$/, '')];
    const uses = instructions.flatMap((instruction) => Array.from(instruction.text.matchAll(/^FROM (?:--\S+ )*(\S+)|\bfrom=([^,\s]+)/g), ([, base, source]) => ({
        instruction,
        written: base ?? source ?? '',
    })));
    const alike = uses.filter(({ written }) => names.some((one) => matches(written, one)));
    const exact = alike.find(({ written }) => names.includes(written));
    const isOnly = alike.every(({ written }) => written === alike[0]?.written);
    return (exact ?? (isOnly ? alike[0] : undefined))?.instruction;
}
/** Returns whether a text can be the template with its `$variables` replaced. */
function matches(template, text) {
    const [first = '', ...others] = template.split(/\$\{[^}]*\}|\$\w+/);
    const last = others.pop();
    if (last === undefined)
        return first === text;
    if (!text.startsWith(first))
        return false;
    let at = first.length;
    for (const literal of others) {
        const found = text.indexOf(literal, at);
        if (found === -1)
            return false;
        at = found + literal.length;
    }
    return text.endsWith(last) && text.length - last.length >= at;
}


/***/ }),

/***/ 336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ readDockerfile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);

/** Returns the text of a Dockerfile, or undefined if it cannot be read. Reading a pipe or device might never end. */
function readDockerfile(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isFile() ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8') : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 6615:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gI: () => (/* binding */ splitAt),
/* harmony export */   vj: () => (/* binding */ splitArguments),
/* harmony export */   xX: () => (/* binding */ globalExpansion)
/* harmony export */ });
/* unused harmony export normalizePlatform */
/* harmony import */ var _reuse_not_reusable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2379);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2375);


/**
 * Returns a function that replaces variables as `FROM` does: with the arguments before the first `FROM` and the target
 * platform. An unset variable is empty.
 */
function globalExpansion(dockerfile, use) {
    const { instructions, escapeToken } = dockerfile;
    const given = new Map(use.buildArgs.map((text) => splitAt(text, '=')));
    const variables = new Map(builtInVariables(instructions, use).map(([name, value]) => [
        name,
        // A build argument of that name overrides the value, even without an ARG.
        () => given.get(name) ?? value ?? refuseUnknown(name),
    ]));
    for (const { keyword, rest, stage } of instructions) {
        if (keyword !== 'ARG' || stage.index >= 0)
            continue;
        for (const word of splitArguments(rest, escapeToken)) {
            const [name, value] = splitAt(word, '=');
            const before = new Map(variables);
            const chosen = given.get(name);
            if (chosen !== undefined)
                variables.set(name, () => chosen);
            else if (word.includes('='))
                variables.set(name, () => expand(value, before, escapeToken));
        }
    }
    return (word) => expand(word, variables, escapeToken);
}
function expand(word, variables, escapeToken) {
    try {
        return (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(word, { escapeToken, variable: (name) => variables.get(name)?.() });
    }
    catch (cause) {
        if (!(cause instanceof _words_js__WEBPACK_IMPORTED_MODULE_0__/* .WordError */ .NE))
            throw cause;
        throw new _reuse_not_reusable_js__WEBPACK_IMPORTED_MODULE_1__/* .NotReusable */ .d(`"${word}" in the Dockerfile cannot be read with certainty`, { cause });
    }
}
function refuseUnknown(name) {
    throw new _reuse_not_reusable_js__WEBPACK_IMPORTED_MODULE_1__/* .NotReusable */ .d(`a base image depends on ${name}, which the builder decides`);
}
function builtInVariables(instructions, { platform, target }) {
    const lastStage = instructions.findLast(({ keyword }) => keyword === 'FROM')?.stage;
    const [os, architecture, variant] = platform.includes('/') ? normalizePlatform(platform) : [];
    return [
        ['BUILDPLATFORM', undefined],
        ['BUILDOS', undefined],
        ['BUILDOSVERSION', undefined],
        ['BUILDARCH', undefined],
        ['BUILDVARIANT', undefined],
        ['TARGETPLATFORM', os && [os, architecture, variant].filter(Boolean).join('/')],
        ['TARGETOS', os],
        ['TARGETOSVERSION', undefined],
        ['TARGETARCH', architecture],
        ['TARGETVARIANT', variant],
        ['TARGETSTAGE', target ?? lastStage?.name ?? 'default'],
    ];
}
/** Returns operating system, architecture and variant under BuildKit's names: `linux/aarch64` is `linux/arm64`. */
function normalizePlatform(platform) {
    const [os = '', architecture = '', variant = ''] = platform.toLowerCase().split('/');
    const normalized = {
        i386: ['386', ''],
        x86_64: ['amd64', variant.replace(/^v1$/, '')],
        'x86-64': ['amd64', variant.replace(/^v1$/, '')],
        amd64: ['amd64', variant.replace(/^v1$/, '')],
        aarch64: ['arm64', variant.replace(/^v?8(\.0)?$/, '').replace(/^v?9(\.0)?$/, 'v9')],
        arm64: ['arm64', variant.replace(/^v?8(\.0)?$/, '').replace(/^v?9(\.0)?$/, 'v9')],
        armhf: ['arm', 'v7'],
        armel: ['arm', 'v6'],
        arm: ['arm', variant === '' ? 'v7' : variant.replace(/^(?=\d)/, 'v')],
    };
    return [os === 'macos' ? 'darwin' : os, ...(normalized[architecture] ?? [architecture, variant])];
}
/** Splits the words of `ARG` and `ENV`. Quotes and escapes keep blanks within a word, and stay in the word. */
function splitArguments(rest, escapeToken) {
    const escaped = escapeToken === '`' ? '`.' : '\\\\.';
    const one = escapeToken === '`' ? '`' : '\\\\';
    const word = new RegExp(`(?:${escaped}|"(?:${escaped}|[^"${one}])*"|'[^']*'|[^\\s"'${one}])+`, 'gs');
    return rest.match(word) ?? [];
}
function splitAt(text, separator) {
    const at = text.indexOf(separator);
    return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}


/***/ }),

/***/ 2375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NE: () => (/* binding */ WordError),
/* harmony export */   t6: () => (/* binding */ SPACE),
/* harmony export */   yM: () => (/* binding */ splitWords),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
/** Splits the text of an instruction into words, and reads quotes, escapes and variables, as BuildKit does. */
/** The white space of Go's `unicode.IsSpace`, which differs slightly from `\s`. */
const SPACE = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
/** The name of a variable: a number, one special character, or letters and digits. */
const NAME = /\d+|[@*#?$!-]|[\p{L}\p{Nd}_]+/uy;
/** Maximum substitutions within each other, `${a:-${b:-c}}`. Each of them reads the inner text again. */
const MAX_DEPTH = 20;
/**
 * Evaluates a text of one or more words. Throws `WordError` if BuildKit refuses it, or if it cannot be evaluated here.
 */
function readText(text, options) {
    return new WordReader(text, options).read().text;
}
/** Splits a text into words. Returns an empty list if BuildKit cannot split it. */
function splitWords(text, options) {
    try {
        return new WordReader(text, options).read().words;
    }
    catch (error) {
        if (error instanceof WordError)
            return [];
        throw error;
    }
}
class WordError extends Error {
    name = 'WordError';
}
class WordReader {
    #text;
    #options;
    #at = 0;
    /** The number of substitutions that are being read. */
    #depth = 0;
    constructor(text, options) {
        this.#text = text;
        this.#options = options;
    }
    /** @param stop the text to stop after */
    read(stop = '') {
        const { escapeToken, raw } = this.#options;
        const words = [];
        let text = '';
        let word = '';
        const add = (part, splits) => {
            text += part;
            for (const character of part) {
                if (!splits || !SPACE.test(character))
                    word += character;
                else if (word !== '') {
                    words.push(word);
                    word = '';
                }
            }
        };
        for (;;) {
            const character = this.#next();
            if (character === stop)
                break;
            if (character === '')
                throw new WordError(`"${this.#text}" has no ${stop} at its end`);
            if (character === escapeToken)
                add((raw ? escapeToken : '') + this.#next(), false);
            else if (character === "'" || character === '"')
                add(this.#quoted(character), false);
            else if (character === '$')
                add(this.#variable(), true);
            // Blanks may separate the `<<` of a here-document from its word.
            else if (character === '<' && this.#take(/</y))
                add(`<<${this.#take(/[\t\r ]+/y)}`, false);
            else
                add(character, true);
        }
        if (word !== '')
            words.push(word);
        return { text, words };
    }
    /** Returns the next character, or an empty string at the end. */
    #next() {
        const character = String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 0);
        if (this.#at >= this.#text.length)
            return '';
        this.#at += character.length;
        return character;
    }
    /** Consumes the text that a sticky pattern matches here. Returns an empty string if it does not match. */
    #take(pattern) {
        pattern.lastIndex = this.#at;
        const found = pattern.exec(this.#text)?.[0] ?? '';
        this.#at += found.length;
        return found;
    }
    #quoted(quote) {
        const { escapeToken, raw } = this.#options;
        let text = raw ? quote : '';
        for (;;) {
            const character = this.#next();
            if (character === '')
                throw new WordError(`"${this.#text}" has a quote without its end`);
            if (character === quote)
                return raw ? text + quote : text;
            if (quote === '"' && character === '$')
                text += this.#variable();
            else if (quote === '"' && character === escapeToken)
                text += this.#escapedInQuotes(escapeToken, raw === true);
            else
                text += character;
        }
    }
    /** Reads double quotes, where only a quote, a dollar sign and the escape character itself can be escaped. */
    #escapedInQuotes(escapeToken, raw) {
        const following = this.#text[this.#at] ?? '';
        if (following === '')
            return raw ? escapeToken : '';
        if (following !== '"' && following !== '$' && following !== escapeToken)
            return raw ? escapeToken + escapeToken : escapeToken;
        return (raw ? escapeToken : '') + this.#next();
    }
    #variable() {
        const { variable } = this.#options;
        if (!this.#take(/\{/y)) {
            const name = this.#take(NAME);
            return name === '' || !variable ? `$${name}` : (variable(name) ?? '');
        }
        const name = this.#take(NAME);
        const operator = this.#take(/:?[-+?]|[#%/]|\}/y);
        if (name === '' || operator === '')
            throw new WordError(`"${this.#text}" has a wrong substitution`);
        if (operator === '}')
            return variable ? (variable(name) ?? '') : `\${${name}}`;
        if (++this.#depth > MAX_DEPTH)
            throw new WordError(`"${this.#text}" has more than ${MAX_DEPTH} substitutions within each other`);
        const { text } = this.read('}');
        this.#depth--;
        if (!variable)
            return `\${${name}${operator}${text}}`;
        return this.#substitute(name, operator, text, variable(name));
    }
    #substitute(name, operator, word, value) {
        const isSet = value !== undefined && !(operator.startsWith(':') && value === '');
        if (operator.endsWith('-'))
            return isSet ? value : word;
        if (operator.endsWith('+'))
            return isSet ? word : '';
        if (operator.endsWith('?') && isSet)
            return value;
        throw new WordError(`\${${name}${operator}${word}} cannot be read with certainty`);
    }
}


/***/ }),

/***/ 2379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ NotReusable)
/* harmony export */ });
/** The reason why the inputs of a build do not determine its result. The build itself may still succeed. */
class NotReusable extends Error {
    name = 'NotReusable';
}


/***/ }),

/***/ 3547:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S4: () => (/* binding */ judge),
/* harmony export */   gk: () => (/* binding */ finding),
/* harmony export */   jx: () => (/* binding */ findingKinds),
/* harmony export */   nU: () => (/* binding */ isFindingId),
/* harmony export */   ub: () => (/* binding */ blocking)
/* harmony export */ });
/** All kinds of findings by their ids, which must stay stable because users write them into `accept-findings`. */
const findingKinds = {
    'no-entrypoint': {
        severity: 'error',
        cause: 'The configuration of the image has neither `ENTRYPOINT` nor `CMD`, so the platform cannot start it.',
        fix: 'Add ENTRYPOINT ["python3", "-m", "your_evaluator.main"] to the Dockerfile.',
    },
    'wrong-platform': {
        severity: 'error',
        cause: 'The image is for a processor or operating system that the platform does not run, often because it was built on an ARM machine.',
        fix: 'Build with platforms: linux/amd64, which the platform runs; accept this finding if your platform runs another one.',
    },
    'secret-in-config': {
        severity: 'error',
        cause: 'A secret of this run is in a variable, a label, the entry point or the history of the image. Anyone who can pull the image can read all of them.',
        fix: 'Remove it from the Dockerfile, and revoke it. Pass it to RUN with --mount=type=secret,id=…, and read it from the environment at run time.',
    },
    'secret-in-layer': {
        severity: 'error',
        cause: 'A secret of this run is in a file, a file name or the target of a link, plain or encoded. A file that a later instruction removes is still in its layer.',
        fix: 'Revoke it, because earlier pushes may contain it too. Do not write it to files in the Dockerfile: use RUN --mount=type=secret, and in the same RUN remove files that tools write it to.',
    },
    'token-variable': {
        severity: 'error',
        cause: 'The image, or a build argument in its history, gives `KOLENA_TOKEN` a value. Anyone who can pull the image can read the value.',
        fix: 'Remove it: the platform sets KOLENA_TOKEN when it runs the evaluator. During the build, use RUN --mount=type=secret,id=KOLENA_TOKEN,env=KOLENA_TOKEN.',
    },
    'secret-like-variable': {
        severity: 'warning',
        cause: 'A variable or build argument that has a value is named like a secret. Anyone who can pull the image can read the value.',
        fix: 'If it is a secret, pass it to RUN with --mount=type=secret, or use the input secret at run time. Otherwise rename it or accept this finding.',
    },
    'private-key': {
        severity: 'error',
        cause: 'A file begins like a private key, and does not belong to a published package.',
        fix: 'List the file in .dockerignore, or remove it from COPY. Replace the key pair if the image was pushed before.',
    },
    'credential-file': {
        severity: 'error',
        cause: 'A file has the name of a file that programs keep logins in, such as `.env`, `.netrc` or `.aws/credentials`, and is not empty.',
        fix: 'List the file in .dockerignore. If a RUN writes it, remove it in the same RUN, or mount it as a secret.',
    },
    'key-in-package': {
        severity: 'info',
        cause: 'An installed package, below `site-packages`, `dist-packages` or `node_modules`, contains a private key.',
        fix: 'It is part of a published package, so it is probably not secret. Ignore this finding if it is a test key.',
    },
    'not-searched': {
        severity: 'error',
        cause: 'A layer or the history could not be read to its end, so nobody knows whether it contains secrets.',
        fix: 'Rebuild the layer with gzip compression and ordinary files, or verify on a machine of the image’s platform. Accept this finding if you know what the image contains.',
    },
    'git-login': {
        severity: 'error',
        cause: 'A configuration file of Git contains a login: an `extraheader`, or a password in a URL. In a workflow, `actions/checkout` writes one unless `persist-credentials` is false.',
        fix: 'Revoke the token if the image was pushed before. List .git in .dockerignore, and in a workflow set persist-credentials: false for actions/checkout. Pass tokens to RUN with --mount=type=secret.',
    },
    'git-directory': {
        severity: 'warning',
        cause: 'The image contains a directory `.git`.',
        fix: 'List .git in .dockerignore: it contains the whole history of the repository.',
    },
    'large-layer': {
        severity: 'info',
        cause: 'A layer has 1 GiB or more. The platform pulls it before an evaluation can start.',
        fix: 'Remove what the evaluator does not need, such as caches of package managers and test data. Use several stages for build tools.',
    },
    'duplicated-files': {
        severity: 'info',
        cause: 'At least 10 MiB of files are stored in two layers. A `RUN` that changes the owner or the mode of files stores them again.',
        fix: 'Copy the files once: use COPY --chown and COPY --chmod instead of a RUN that changes their owner or mode.',
    },
    'shell-entrypoint': {
        severity: 'info',
        cause: 'The entry point is a shell that runs a command: `ENTRYPOINT` is not a JSON array, or names `sh -c`.',
        fix: 'Write ENTRYPOINT as a JSON array: a shell does not forward SIGTERM to the evaluator.',
    },
    'root-user': {
        severity: 'info',
        cause: 'The image sets no user other than root. An evaluator does not need the rights of root.',
        fix: 'Add USER 10001:10001, or another unprivileged user, to the Dockerfile.',
    },
    'gpu-image': {
        severity: 'warning',
        cause: 'The image sets `NVIDIA_…` or `CUDA_…` variables, or contains libraries for a GPU.',
        fix: 'The platform runs evaluators without a GPU: install the CPU builds of the libraries, which are much smaller.',
    },
    'cannot-start': {
        severity: 'error',
        cause: 'The engine, a shell, an init program, the dynamic linker or a launcher reports that it cannot run the program.',
        fix: 'Check ENTRYPOINT and CMD: the program must exist in the image, be executable, and match its platform.',
    },
    'syntax-error': {
        severity: 'error',
        cause: 'The interpreter cannot read the program.',
        fix: 'Fix the program, or run it with the interpreter version that it was written for. Scripts need Unix line endings.',
    },
    'import-error': {
        severity: 'error',
        cause: 'A module, package or library that the program needs is not in the image.',
        fix: 'Install the missing package in the image. For your own modules, start the package as a module: ENTRYPOINT ["python3", "-m", "package.main"], with WORKDIR set to the directory above the package.',
    },
    'silent-success': {
        severity: 'error',
        cause: 'The image exits with 0 in the run without variables and network, in which it cannot have evaluated anything.',
        fix: 'Exit with a code other than 0 if a variable is missing or an exception was caught: the platform treats 0 as success.',
    },
    'start-crash': {
        severity: 'error',
        cause: 'The run without variables ends with 126, 127, 255 or the exit code of a signal, or runs out of memory, and does not name a missing variable.',
        fix: 'Run the image on your machine to see why it ends. 126 and 127 mean that a program could not be run, 255 an error before the start, 137 usually a lack of memory, and 139 a segmentation fault.',
    },
    'start-timeout': {
        severity: 'error',
        cause: 'The run without variables does not end within `verify-timeout`.',
        fix: 'Check the environment variables first, and exit if one is missing. Raise verify-timeout if the start takes that long.',
    },
    'unclear-start': {
        severity: 'warning',
        cause: 'The run without variables fails, but its output does not name a variable of the platform. Or the machine cannot run the image at all.',
        fix: 'Check the environment variables first, and print the missing ones (KOLENA_TOKEN) before the program exits. Otherwise accept this finding.',
    },
    'ends-on-lambda': {
        severity: 'error',
        cause: 'With `verify: lambda`, the image ends before it asks for an event.',
        fix: 'Let the image run a runtime interface client, such as ENTRYPOINT ["python3", "-m", "awslambdaric"] with the handler as CMD, or use a base image of AWS. The client asks for events until Lambda ends it.',
    },
    traceback: {
        severity: 'warning',
        cause: 'The evaluator starts, and then fails for another reason than a missing variable.',
        fix: 'Check the environment variables first, and print the missing ones in one line.',
    },
    'contract-failed': {
        severity: 'error',
        cause: 'With `verify: contract`, the evaluation fails, and no other finding explains why.',
        fix: 'See the output of the run in the log.',
    },
    'needs-network': {
        severity: 'error',
        cause: 'The evaluation fails because it cannot reach another host. The contract check has no network other than to the stand-in for the platform.',
        fix: 'Add what it downloads to the image. If it needs another service at run time, accept this finding: the contract then remains unproven.',
    },
    'contract-timeout': {
        severity: 'error',
        cause: 'The evaluation does not end within `verify-timeout`.',
        fix: 'Find out what it waits for: it can reach only the platform and no other host. Raise verify-timeout for a large fixture.',
    },
    'no-login': {
        severity: 'error',
        cause: 'The evaluator sends no login to the address in `KOLENA_API_URL`.',
        fix: 'Call kolena.initialize(os.environ["KOLENA_TOKEN"]) with a client from May 2023 or later, which reads KOLENA_API_URL.',
    },
    'other-token': {
        severity: 'error',
        cause: 'The evaluator logs in, but not with the token that the platform gives it.',
        fix: 'Log in with the token in KOLENA_TOKEN. Anyone who can pull the image can read a token in it.',
    },
    'other-model': {
        severity: 'error',
        cause: 'The evaluator loads a model other than the one that the platform asks for.',
        fix: 'Load the model that KOLENA_MODEL_NAME names.',
    },
    'other-suite': {
        severity: 'error',
        cause: 'The evaluator loads a test suite other than the one that the platform asks for.',
        fix: 'Load the test suite that KOLENA_TEST_SUITE_NAME names.',
    },
    'other-version': {
        severity: 'error',
        cause: 'The evaluator loads another version of the test suite, often the latest. A test run on an older version would then get the wrong metrics.',
        fix: 'Load the version that KOLENA_TEST_SUITE_VERSION names: TestSuite.load(name, int(os.environ["KOLENA_TEST_SUITE_VERSION"])).',
    },
    'other-evaluator': {
        severity: 'error',
        cause: 'The evaluator reports its metrics under a name other than `evaluator-name`, so the platform cannot find them.',
        fix: 'Set evaluator-name to the name that the evaluator reports (the name of its function, or its display_name()), or rename it in the code.',
    },
    'other-workflow': {
        severity: 'error',
        cause: 'The workflow that the code defines is not the one that the evaluator is registered for.',
        fix: 'Set workflow to the name in define_workflow(…), or correct the code.',
    },
    'server-side-evaluation': {
        severity: 'error',
        cause: 'The evaluator calls `test(…)` or `TestRun` without an evaluator function, which asks the platform to run the registered evaluator.',
        fix: 'Pass an evaluator to test(…): without one the platform would run the registered evaluator, which is this image, again and again.',
    },
    'resets-results': {
        severity: 'error',
        cause: 'The evaluator resets the results of the test run, or loads all test samples in order to replace their inferences.',
        fix: 'Call test(…) without reset=True, which overwrites inferences that the image cannot recreate.',
    },
    'creates-model': {
        severity: 'warning',
        cause: 'The evaluator creates a model in the run, instead of only loading the one that exists.',
        fix: 'Use Model.load(name): Model(name) creates a new, empty model if the name is wrong.',
    },
    'no-metrics': {
        severity: 'error',
        cause: 'The evaluator exits with 0 without an upload of metrics.',
        fix: 'Call test(model, test_suite, evaluator, …), and let it finish: nothing was uploaded.',
    },
    'unreadable-metrics': {
        severity: 'error',
        cause: 'An upload of metrics is not in the format of the platform’s client.',
        fix: "Upload metrics with the platform's client, as test(…) does: Parquet with JSON in text columns. The platform could not read these uploads either.",
    },
    'too-many-metrics': {
        severity: 'warning',
        cause: 'The evaluator uploads more metrics than the action keeps for the report and for comparisons.',
        fix: 'The platform accepts them, but not all of them are shown or compared here. Use a smaller fixture, or fewer metrics per test case.',
    },
    'unexpected-metrics': {
        severity: 'error',
        cause: 'A metric differs from `expected` in the contract fixture.',
        fix: 'Correct the evaluator. If the new value is right, write it to expected in the fixture with evaluator-action --update-expected.',
    },
    'nondeterministic-metrics': {
        severity: 'warning',
        cause: 'Two runs of the same image on the same samples give different metrics.',
        fix: 'Seed the random numbers, and do not let results depend on the order of sets or threads. Comparing such metrics proves nothing.',
    },
    'changed-metrics': {
        severity: 'warning',
        cause: 'The metrics differ from those of the baseline by more than `metrics-tolerance`. With `metrics-gate: fail` this is an error.',
        fix: 'See the table of changes in the summary. If they are intended, accept this finding for the change, or set metrics-gate: warn.',
    },
    'no-baseline': {
        severity: 'warning',
        cause: 'There are no metrics of a baseline to compare with. With `metrics-gate: fail` this is an error.',
        fix: 'Without a baseline, metrics-gate has nothing to compare with. Accept this finding for the first release, or name an image in metrics-baseline.',
    },
    'samples-not-read': {
        severity: 'error',
        cause: 'The evaluator exits with 0, but has loaded no inferences.',
        fix: 'Load the inferences of the test run, as test(…) does.',
    },
    'ignores-failure': {
        severity: 'error',
        cause: 'The evaluator exits with 0, or does not end, when the platform refuses the token (401) or answers 500.',
        fix: 'Let exceptions end the program, or exit with a code other than 0: otherwise a failed evaluation looks like a finished one.',
    },
    'ignores-missing-variable': {
        severity: 'warning',
        cause: 'The evaluator exits with 0, or does not end, without one of the variables that the platform sets.',
        fix: 'Exit with a code other than 0 if the variable is missing, instead of continuing with a default.',
    },
};
/**
 * Creates a finding. The message says what was found, with the values.
 * @param severity overrides the severity of the kind, if a gate decides it
 */
function finding(id, message, place, severity) {
    const { severity: usual, fix } = findingKinds[id];
    return { id, severity: severity ?? usual, message, fix, ...(place && { place }), accepted: false };
}
/** Marks the findings that the user accepts, and sorts all by severity, the most severe first. */
function judge(findings, accepted) {
    const order = ['error', 'warning', 'info'];
    return findings
        .map((one) => ({ ...one, accepted: accepted.includes(one.id) }))
        .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}
/** Returns the findings that block a publication. */
function blocking(findings) {
    return findings.filter(({ severity, accepted }) => severity === 'error' && !accepted);
}
function isFindingId(text) {
    return Object.hasOwn(findingKinds, text);
}


/***/ }),

/***/ 4192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DB: () => (/* binding */ MAX_GIT_CONFIG_BYTES),
/* harmony export */   Un: () => (/* binding */ holdsGitLogin),
/* harmony export */   hE: () => (/* binding */ isGitConfig),
/* harmony export */   pn: () => (/* binding */ findGitLogin)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/** Maximum bytes of a Git configuration to read. With many branches, it has tens of kilobytes. */
const MAX_GIT_CONFIG_BYTES = 256 * 1024;
/** Returns whether a path is a Git configuration of a repository, submodule, worktree or user. */
function isGitConfig(path) {
    return /(^|\/)([^/]*\.git\/(.+\/)?config(\.worktree)?|\.?gitconfig|\.config\/git\/config|git-credentials-[^/]*\.config)$/.test(path);
}
/** Returns whether a Git configuration contains a login, in a header or in a URL. */
function holdsGitLogin(text) {
    return /^[^#;\n]*\bextraheader\s*=[ \t]*\S/im.test(text) || LOGIN_IN_ADDRESS.test(text);
}
/**
 * Matches `https://user:password@host`, and a token alone before the host. `ssh://git@host` has no login. Takes linear
 * time, because anyone may have written the file.
 */
const LOGIN_IN_ADDRESS = /[a-z0-9+.-]:\/\/(?:[^\s/@:"]*:[^\s/@"]+|(?:gh[a-z]_|github_pat_|gl[a-z]*-)[\w-]{10,}|[\w-]{30,})@/i;
/**
 * Returns the path of the first Git configuration below a directory that contains a login; undefined if there is none.
 * Does not follow links, because buildx sends the link itself and not its target.
 */
function findGitLogin(directory) {
    for (const entry of entriesOf(directory)) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, entry.name);
        if (entry.isDirectory()) {
            const found = findGitLogin(path);
            if (found !== undefined)
                return found;
        }
        else if (entry.isFile() && isGitConfig(path) && holdsGitLogin(readOrEmpty(path)))
            return path;
    }
    return undefined;
}
/** Returns an empty list if the directory cannot be read: buildx runs as the same user and cannot send it either. */
function entriesOf(directory) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(directory, { withFileTypes: true });
    }
    catch {
        return [];
    }
}
function readOrEmpty(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'latin1');
    }
    catch {
        return '';
    }
}


/***/ }),

/***/ 1187:
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
 * @throws Error that says what is wrong with the text and what to write instead
 */
function parseRoleArn(text) {
    const [, partition, account, path, name] = roleArn.exec(text) ?? [];
    if (partition && account && path && name)
        return { partition, account, path, name };
    throw new Error(`${JSON.stringify(text)} is not the ARN of an IAM role: ${problemOf(text)}`);
}
const shapes = [
    [/^$/, `it is empty; write one such as "${example}"`],
    [/^<.*>$/, `it is a placeholder; replace it with the role's ARN, such as "${example}"`],
    [/\s/, 'it contains white space or a line break; remove it'],
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
        return `the role's name "${name}" may contain only letters, digits and _+=,.@-`;
    }
    if (slash === 0)
        return 'there are two slashes before the name; write one';
    return `the path "/${pathAndName.slice(0, slash + 1)}" must be at most 512 visible ASCII characters`;
}


/***/ }),

/***/ 4613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ trustPolicy),
/* harmony export */   s: () => (/* binding */ trustStatement)
/* harmony export */ });
/**
 * Returns the trust policy of the role that an evaluator assumes, as Kolena documents it: the platform's job role may
 * assume it, but only with the external id that the platform chose for this customer (against the confused deputy
 * problem).
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

/***/ 9317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ unbroken),
/* harmony export */   M: () => (/* binding */ bar)
/* harmony export */ });
/** Maximum characters of a bar. */
const MAX_LENGTH = 12;
/**
 * Draws a bar in proportion for a table cell: nothing for 0, and a sliver for a value too small to see. It is text,
 * because Mermaid's charts draw a bar for 0 too, and cannot be read on a narrow page.
 */
function bar(value, largest) {
    if (value <= 0)
        return '';
    return '█'.repeat(Math.round((value / largest) * MAX_LENGTH)) || '▏';
}
/** Returns text that does not wrap. */
function unbroken(text) {
    return text.replaceAll(' ', '\u00a0');
}


/***/ }),

/***/ 2138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ sendOnce)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9139);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9168);


/**
 * Sends a request until it succeeds, but never twice: after an attempt with an unknown outcome, it first looks for the
 * result of that attempt.
 */
async function sendOnce(sending) {
    const { what, signal, send, findSent, mayHaveArrived = isOutcomeUnknown, transient, explain } = sending;
    let unknown = false;
    const attempt = async () => {
        const sent = unknown ? await findSent() : undefined;
        if (sent !== undefined)
            return sent;
        try {
            return await send();
        }
        catch (error) {
            unknown ||= mayHaveArrived(error);
            throw error;
        }
    };
    try {
        return await (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L)(attempt, { what, signal, ...(transient && { transient }) });
    }
    catch (error) {
        throw explain && error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j$ ? explain(error, unknown) : error;
    }
}
function isOutcomeUnknown(error) {
    return error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j$ && error.outcomeUnknown;
}


/***/ })

};
