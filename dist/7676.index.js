export const id = 7676;
export const ids = [7676,6257];
export const modules = {

/***/ 7676:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lambda: () => (/* binding */ lambda)
});

// EXTERNAL MODULE: ./build/src/data/gate.js
var gate = __webpack_require__(1023);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./build/src/runtime/errors.js
var errors = __webpack_require__(9139);
// EXTERNAL MODULE: ./build/src/runtime/log.js
var log = __webpack_require__(772);
// EXTERNAL MODULE: ./build/src/util/http.js + 2 modules
var http = __webpack_require__(7583);
// EXTERNAL MODULE: ./build/src/platforms/aws/client.js
var aws_client = __webpack_require__(3865);
;// CONCATENATED MODULE: ./build/src/platforms/aws/ecr-manifest.js






const IMAGES = [
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
];
const INDEXES = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
];
const Manifest = schemas/* object */.Ikc({
    mediaType: schemas/* optional */.lqM(schemas/* string */.YjP()),
    manifests: schemas/* optional */.lqM(schemas/* unknown */.L5J()),
    config: schemas/* optional */.lqM(schemas/* object */.Ikc({ digest: schemas/* string */.YjP() })),
});
const Configuration = schemas/* object */.Ikc({ architecture: schemas/* string */.YjP() });
/**
 * Checks that the image exists and that Lambda can run it. Lambda accepts only a single image and refuses an index,
 * which builds with attestations create, with a message that mentions neither.
 *
 * @returns the architecture of the image in Docker's terms (`amd64`, `arm64`); undefined if it is unknown
 */
async function checkLambdaImage(image, aws, signal) {
    const ecr = await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(8249)]).then(__webpack_require__.t.bind(__webpack_require__, 8249, 19));
    const { uri, region } = image;
    const client = new ecr.ECRClient((0,aws_client/* clientConfig */.y)({ ...aws, region }));
    const names = { registryId: image.account, repositoryName: image.path };
    const remedies = {
        RepositoryNotFoundException: 'Check image: there is no such repository in that account and region.',
    };
    const call = (what, action, request) => (0,aws_client/* callAws */.I)({ what: `${what} the image ${uri}`, permission: `ecr:${action}`, signal, remedies }, request);
    const command = new ecr.BatchGetImageCommand({
        ...names,
        imageIds: [{ imageDigest: image.digest }],
        acceptedMediaTypes: [...IMAGES, ...INDEXES],
    });
    const { images } = await call('look at', 'BatchGetImage', () => client.send(command, { abortSignal: signal }));
    if (!images?.[0])
        throw new errors/* ActionError */.lZ(`image "${uri}": ECR has no such image. Push it first, and write its digest.`);
    const manifest = Manifest.parse(JSON.parse(images[0].imageManifest ?? '{}'));
    refuseIndex(uri, images[0].imageManifestMediaType ?? mediaTypeOf(manifest));
    const layerDigest = manifest.config?.digest;
    if (layerDigest === undefined)
        return undefined;
    const addressOf = new ecr.GetDownloadUrlForLayerCommand({ ...names, layerDigest });
    const read = async () => {
        const { downloadUrl = '' } = await call('read', 'GetDownloadUrlForLayer', () => client.send(addressOf, { abortSignal: signal }));
        return await readArchitecture(new URL(downloadUrl), layerDigest, signal);
    };
    return await read().catch((error) => {
        signal.throwIfAborted();
        // The architecture is optional here: Lambda compares it too, but later.
        log/* info */.pq(`The architecture of the image is unknown. ${(0,errors/* describeFailure */.Ic)(error)}`);
        return undefined;
    });
}
function refuseIndex(uri, type) {
    if (!INDEXES.includes(type))
        return;
    throw new errors/* ActionError */.lZ(`image "${uri}" is an index (${type}), but Lambda runs only single images. Build it with provenance: false, sbom: false and one platform (docker build --provenance=false --sbom=false --platform linux/amd64), push it, and write the new digest.`);
}
/** Returns the media type in the manifest. The media type that ECR sends separately is optional. */
function mediaTypeOf({ mediaType = '', manifests }) {
    return mediaType === '' && manifests ? (INDEXES[0] ?? '') : mediaType;
}
/** The image's configuration is stored on S3 like its layers (aws/containers-roadmap#178), at a signed address. */
async function readArchitecture(url, digest, signal) {
    const answer = await (0,http/* send */.tN)({ method: 'GET', url, signal });
    const found = `sha256:${(0,external_node_crypto_.createHash)('sha256').update(answer.body).digest('hex')}`;
    if (found !== digest)
        throw new errors/* ActionError */.lZ(`${url.host} sent ${found} when asked for the configuration ${digest}.`);
    return (0,http/* readJson */.Vh)(Configuration, answer, url).architecture;
}

// EXTERNAL MODULE: ./build/src/platforms/aws/identity.js
var identity = __webpack_require__(6728);
// EXTERNAL MODULE: ./build/src/platforms/github/report-comment.js
var report_comment = __webpack_require__(4284);
// EXTERNAL MODULE: ./build/src/runtime/dry-run.js
var dry_run = __webpack_require__(1743);
// EXTERNAL MODULE: ./build/src/runtime/mode.js
var mode = __webpack_require__(1615);
// EXTERNAL MODULE: ./build/src/util/poll.js
var poll = __webpack_require__(4309);
;// CONCATENATED MODULE: ./build/src/actions/lambda/idle.js
/** Waits for a function that Lambda is busy with. */



/** Milliseconds. Lambda prepares an image of several gigabytes in a few minutes. */
const MAX_WAIT = 10 * 60_000;
/** Milliseconds between two requests. */
const PAUSES = { pause: 200, growth: 1.5, longestPause: 2_000 };
/** Milliseconds between two lines of the log. */
const PROGRESS = 30_000;
/**
 * Waits until the function is neither being created nor updated. An inactive function counts as idle, because only an
 * invocation or an update activates it.
 *
 * @param version undefined for the latest code
 */
async function untilIdle(target, signal, version) {
    return await whileBusy(target, signal, () => look(target, version));
}
/**
 * Does work that Lambda refuses while it is busy with the function. A refusal means that nothing was done, so the work is
 * repeated when Lambda is ready, for as long as an update may take.
 */
async function whenIdle(target, signal, work, version) {
    let refused = false;
    return await whileBusy(target, signal, async () => {
        const state = refused ? await look(target, version) : undefined;
        if (state && 'busy' in state)
            return state;
        try {
            return { value: await work() };
        }
        catch (error) {
            if (!isBusy(error))
                throw error;
            refused = true;
            return { busy: (0,errors/* messageOf */.bD)(error) };
        }
    });
}
async function look(target, version) {
    const state = await target.read(version);
    const isIdle = state.State !== 'Pending' && state.LastUpdateStatus !== 'InProgress';
    return isIdle ? { value: state } : { busy: `${state.State}, update: ${state.LastUpdateStatus}` };
}
/** Lambda is updating the function, activating it, or creating its snapshot. */
const BUSY = ['ResourceConflictException', 'ResourceNotReadyException', 'SnapStartNotReadyException'];
function isBusy(error) {
    return error instanceof errors/* ActionError */.lZ && error.cause instanceof Error && BUSY.includes(error.cause.name);
}
/** Repeats an attempt while Lambda is busy, and logs the wait. Throws if it takes too long. */
async function whileBusy({ name }, signal, attempt) {
    const start = performance.now();
    let logged = Number.NEGATIVE_INFINITY;
    let state = '';
    const read = async () => {
        const outcome = await attempt();
        if ('value' in outcome)
            return outcome;
        state = outcome.busy;
        const waited = performance.now() - start;
        if (waited - logged >= PROGRESS) {
            logged = waited;
            log/* info */.pq(`Lambda has been busy with ${name} for ${Math.round(waited / 1000)} s (${state})`);
        }
        return undefined;
    };
    const outcome = await (0,poll/* pollUntil */.g)({ ...PAUSES, read, timeout: MAX_WAIT, signal });
    if (outcome)
        return outcome.value;
    throw new errors/* ActionError */.lZ(`Lambda is still busy with ${name} after ${MAX_WAIT / 60_000} minutes (${state}). Check it in the AWS console, let only one run at a time update it (in a workflow, with concurrency), and try again.`);
}

;// CONCATENATED MODULE: ./build/src/actions/lambda/deploy.js


/** Returns whether the function runs exactly this image. Lambda resolves tags to digests. */
function runsImage({ ResolvedImageUri, ImageUri }, { digest }) {
    return [ImageUri, ResolvedImageUri].some((uri) => uri.endsWith(`@${digest}`));
}
/** Throws if the function cannot run an image. */
function checkPackage({ PackageType }, name) {
    if (PackageType !== 'Zip')
        return;
    throw new errors/* ActionError */.lZ(`function-name "${name}": the function is made of a zip file, and Lambda never turns one into a container image. Create a function with package type Image.`);
}
/** Architectures of functions by their names in images. */
const architectures = { amd64: 'x86_64', arm64: 'arm64' };
/**
 * Throws if the image has another architecture than the function. Lambda would accept it and fail at the first run.
 *
 * @param architecture of the image; undefined if unknown
 */
function checkArchitecture({ Architectures }, { uri }, architecture) {
    if (architecture === undefined || Architectures.includes(architectures[architecture] ?? ''))
        return;
    const platforms = Object.keys(architectures).filter((name) => Architectures.includes(architectures[name] ?? ''));
    throw new errors/* ActionError */.lZ(`image "${uri}" is for ${architecture}, and the function runs on ${Architectures.join(', ')}. Build it with platforms: linux/${platforms.join(', linux/')}, push it, and write the new digest; or give the function the other architecture (Lambda changes it together with the code only: aws lambda update-function-code --architectures).`);
}
/** Deploys the image, leaves the configuration unchanged, and waits until Lambda has finished the update. */
async function deployImage(target, image, signal) {
    await untilIdle(target, signal);
    // Another update may start in between.
    await whenIdle(target, signal, () => target.updateImage(image.uri));
    const state = await untilIdle(target, signal);
    if (state.LastUpdateStatus === 'Failed') {
        throw new errors/* ActionError */.lZ(`Lambda could not put ${image.uri} on ${target.name} (${state.LastUpdateStatusReasonCode || 'no reason code'}): ${state.LastUpdateStatusReason || 'no reason given'} The function still runs the previous image. Check that the repository lets lambda.amazonaws.com pull, and that it is a single image for ${state.Architectures.join(', ')}.`);
    }
    if (!runsImage(state, image)) {
        throw new errors/* ActionError */.lZ(`${target.name} runs ${state.ResolvedImageUri || state.ImageUri} although it was updated to ${image.uri}: something else updates it as well. Let only one run at a time update it (in a workflow, with concurrency), and try again.`);
    }
    return state;
}
/** Publishes a version and waits until it can be invoked. */
async function publishVersion(target, { CodeSha256 }, signal) {
    const version = await whenIdle(target, signal, () => target.publishVersion(CodeSha256));
    const { State, StateReason } = await untilIdle(target, signal, version);
    if (State === 'Failed')
        throw new errors/* ActionError */.lZ(`The version ${version} of ${target.name} failed: ${StateReason}`);
    return version;
}

// EXTERNAL MODULE: ./build/src/util/retry.js
var retry = __webpack_require__(9168);
// EXTERNAL MODULE: ./build/src/data/labels.js
var data_labels = __webpack_require__(6955);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/src/actions/lambda/confusion-matrix.js


/** A table with more classes is probably no confusion matrix, and would make the summary unreadable. */
const MAX_CLASSES = 50;
/**
 * Returns the confusion matrix in a Markdown file. It may be a table with pipes or a grid (`+---+`, which pandas writes
 * with `tablefmt="grid"`). The header names the predicted classes, and the first column names the true classes, or the
 * other way round if all labels say so. A class that only one of them names was never predicted or never true. Labels
 * with the same meaning, such as `0` and `0.0`, are the same class. Sums of rows and columns (pandas' `margins=True`) are
 * left out.
 *
 * @throws Error that says what is wrong in the text
 */
function parseConfusionMatrix(text) {
    const tables = tablesIn(text).filter(({ length }) => length > 1);
    if (tables.length === 0)
        throw new Error('it contains no table; pandas writes one with pd.crosstab(actual, predicted).to_markdown(tablefmt="grid")');
    const parsed = tables.map((table) => attempt(() => readMatrix(table)));
    const matrices = parsed.flatMap((matrix) => (matrix instanceof Error ? [] : matrix));
    // A table of metrics has their names in its rows and not in its header, so it is not square.
    const [matrix, ...others] = matrices.filter(({ isSquare }) => isSquare);
    if (matrix) {
        const { labels, counts } = matrix;
        if (others.some((other) => !(0,external_node_util_.isDeepStrictEqual)(other, matrix)))
            throw new Error(`it contains ${others.length + 1} confusion matrices: write only the one that counts`);
        return { labels, counts };
    }
    const [only] = matrices;
    // One class that was always taken for one other.
    if (only && tables.length === 1 && only.counts.length === 2)
        return { labels: only.labels, counts: only.counts };
    const reasons = parsed.map((problem, index) => {
        const reason = problem instanceof Error
            ? problem.message
            : `rows and columns have no class in common, only ${problem.labels.map((label) => `"${label}"`).join(', ')}`;
        return tables.length === 1 ? reason : `${reason} (table ${index + 1})`;
    });
    throw new Error(reasons.join('; '));
}
/** Returns the number of samples. */
function total({ counts }) {
    return sum(counts.flat());
}
function sum(values) {
    return values.reduce((all, value) => all + value, 0);
}
/** Returns the cells of all tables by row, without the lines of grids and below headers. */
function tablesIn(text) {
    const lines = text.split(/\r\n|\r|\n/).map((line) => asciiTable(line.trim()));
    const tables = [[]];
    for (const line of lines) {
        const isRule = /^[|+:=\s-]*[=+-][|+:=\s-]*$/.test(line);
        if (isRule)
            continue;
        if (line.includes('|'))
            tables.at(-1)?.push(cellsOf(line));
        else
            tables.push([]);
    }
    return tables.filter(({ length }) => length > 0);
}
/** Replaces box-drawing characters (pandas' `tablefmt="fancy_grid"`) with those of a plain grid. */
function asciiTable(line) {
    return line.replaceAll(/[│┃║]/g, '|').replaceAll(/[\u2500-\u257f]/g, '+');
}
function cellsOf(line) {
    return line
        .replaceAll(/^\||(?<!\\)\|$/g, '')
        .split(/(?<!\\)\|/)
        .map((cell) => plain(cell.replaceAll('\\|', '|')));
}
/** Removes the emphasis from a cell: `**0**`, `__0__`, `*0*`, `` `0` ``, `<b>0</b>`. */
function plain(cell) {
    const text = cell.replaceAll(/<\/?(b|strong|i|em|code)>/gi, '').trim();
    const [, , inner] = /^(\*\*\*|\*\*|\*|__|_|`)(.+)\1$/.exec(text) ?? [];
    return inner === undefined ? text : plain(inner);
}
function readMatrix(table) {
    const [[corner = '', ...columns] = [], ...rows] = table;
    for (const [label = '', ...cells] of rows)
        if (cells.length !== columns.length)
            throw new Error(`the row "${label}" has ${cells.length} counts for ${columns.length} columns`);
    const names = rows.map(([label = '']) => label);
    if (isTransposed(corner, names, columns))
        return readMatrix(transpose(table));
    const counts = rows.map(([, ...cells]) => cells.map(readCount));
    const actual = axis(names, 'rows', (row, others) => isSum(counts, row, others));
    const byColumn = transpose(counts);
    const predicted = axis(columns, 'columns', (column, others) => isSum(byColumn, column, others));
    refuseUnnamedMargins(actual, predicted, counts);
    refuseOtherCase(actual.labels, predicted.labels);
    const keys = new Map([...actual.labels, ...predicted.labels].reverse().map((label) => [(0,data_labels/* labelKey */.k)(label), label]));
    const labels = [...keys.values()].sort(byNumber);
    if (labels.length > MAX_CLASSES)
        throw new Error(`it has ${labels.length} classes; at most ${MAX_CLASSES} are read`);
    const position = ({ labels, positions }, label) => positions[labels.findIndex((other) => (0,data_labels/* labelKey */.k)(other) === (0,data_labels/* labelKey */.k)(label))] ?? -1;
    const matrix = labels.map((row) => {
        const cells = counts[position(actual, row)];
        return labels.map((column) => cells?.[position(predicted, column)] ?? 0);
    });
    if (sum(matrix.flat()) === 0)
        throw new Error('all of its counts are 0');
    const isSquare = labels.length < actual.labels.length + predicted.labels.length;
    return { labels, counts: matrix, isSquare };
}
/** Names for sums in pandas and spreadsheets. */
const MARGIN = /^(all|(grand |row |column )?(total|sum)s?)$/i;
/** Returns the classes of the rows or columns, without a margin, which has such a name and is the sum of the others. */
function axis(names, what, isMargin) {
    const all = [...names.keys()];
    const positions = all.filter((index) => {
        const name = names[index] ?? '';
        if (!MARGIN.test(name))
            return true;
        const others = all.filter((other) => other !== index);
        if (isMargin(index, others))
            return false;
        throw new Error(`"${name}" among its ${what} looks like a sum of the others and is not; give a class of that name another one`);
    });
    const labels = withoutPrefix(positions.map((index) => labelOf(names[index] ?? '')));
    const twice = labels.find((label, index) => labels.findIndex((other) => (0,data_labels/* labelKey */.k)(other) === (0,data_labels/* labelKey */.k)(label)) !== index);
    if (twice !== undefined)
        throw new Error(`two of its ${what} are named "${twice}"`);
    return { labels, positions };
}
function isSum(rows, at, others) {
    return (others.length > 0 &&
        (rows[at] ?? []).every((count, column) => count === sum(others.map((row) => rows[row]?.[column] ?? 0))));
}
/** Refuses sums with another name. With two classes it cannot tell, because one may equal the other by chance. */
function refuseUnnamedMargins(actual, predicted, counts) {
    const byColumn = transpose(counts);
    const isRowSum = isLastSum(actual, counts);
    const isColumnSum = isLastSum(predicted, byColumn);
    const [row = '', column = ''] = [actual.labels.at(-1), predicted.labels.at(-1)];
    const has = ({ labels }, name) => labels.some((label) => (0,data_labels/* labelKey */.k)(label) === (0,data_labels/* labelKey */.k)(name));
    // A class of both axes is a margin only when both are sums.
    const areBoth = isRowSum && isColumnSum && (0,data_labels/* labelKey */.k)(row) === (0,data_labels/* labelKey */.k)(column);
    if (areBoth || (isRowSum && !has(predicted, row)))
        throw unnamedMargin(row);
    if (isColumnSum && !has(actual, column))
        throw unnamedMargin(column);
}
/** Reports whether the last of at least three rows is the sum of the others, and not by chance. */
function isLastSum({ positions }, rows) {
    const last = positions.at(-1) ?? -1;
    const filled = rows[last]?.filter((count) => count > 0) ?? [];
    return positions.length > 2 && filled.length > 1 && isSum(rows, last, positions.slice(0, -1));
}
function unnamedMargin(name) {
    return new Error(`"${name}" is the sum of the other classes: leave it out, or name it "All"`);
}
/** Refuses a class that rows and columns write in different cases, because it would count as two. */
function refuseOtherCase(actual, predicted) {
    const only = (labels, others) => labels.filter((label) => !others.some((other) => (0,data_labels/* labelKey */.k)(other) === (0,data_labels/* labelKey */.k)(label)));
    for (const row of only(actual, predicted)) {
        const column = only(predicted, actual).find((label) => label.toLowerCase() === row.toLowerCase());
        if (column !== undefined)
            throw new Error(`the rows have "${row}" and the columns "${column}": write one name for a class`);
    }
}
function transpose(rows) {
    return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column]));
}
const ofActual = /^(actual|true|real)(?: class| label)?[\s:_=-]+(?=\S)/i;
const ofPredicted = /^(predicted|pred)(?: class| label)?[\s:_=-]+(?=\S)/i;
/**
 * Reports whether all labels say that the rows are the predicted classes, or the columns the true ones. Throws if only
 * the first cell says so: it may name the rows or the columns.
 */
function isTransposed(corner, rows, columns) {
    const say = (labels, prefix) => labels.every((label) => MARGIN.test(label) || prefix.test(label)) &&
        labels.some((label) => prefix.test(label));
    if (say(rows, ofPredicted) || say(columns, ofActual))
        return true;
    const predicted = corner.search(/pred|y_?hat|ŷ/i);
    const actual = corner.search(/actual|true|truth|target|label/i);
    const isActualFirst = actual > -1 && actual < predicted;
    if (predicted === -1 || isActualFirst || say(rows, ofActual) || say(columns, ofPredicted))
        return false;
    throw new Error(`its first cell is "${corner}", as if its rows were the predicted classes: write the true classes into the rows, and "actual" into that cell (pandas: pd.crosstab(actual, predicted))`);
}
/** Removes the first word from labels such as "actual 0" and "actual 1" if all have it. */
function withoutPrefix(labels) {
    const prefix = [ofActual, ofPredicted].find((each) => labels.every((label) => each.test(label)));
    return prefix ? labels.map((label) => labelOf(label.replace(prefix, ''))) : labels;
}
/** Removes the decimals that pandas adds to whole numbers. */
function labelOf(cell) {
    return /^[-+]?\d/.test(cell) ? (0,data_labels/* labelKey */.k)(cell) : cell;
}
function readCount(cell) {
    const digits = labelOf(/^\d{1,3}([, \u00a0\u202f]\d{3})+$/.test(cell) ? cell.replaceAll(/[, \u00a0\u202f]/g, '') : cell);
    if (/^\d{1,15}$/.test(digits))
        return Number(digits);
    const advice = /^[01]?\.\d+$/.test(digits) ? ', not shares: leave out normalize' : '';
    throw new Error(`"${cell}" is not a count; a confusion matrix has whole numbers from 0 on${advice}`);
}
function byNumber(a, b) {
    return Number(a) - Number(b) || (a < b ? -1 : 1);
}
function attempt(work) {
    try {
        return work();
    }
    catch (error) {
        return error instanceof Error ? error : new Error(String(error));
    }
}

;// CONCATENATED MODULE: ./build/src/actions/lambda/classification-metrics.js


/**
 * Computes the metrics from the counts.
 *
 * @param positive label of the class that counts as positive. It may be absent only from a matrix with one class.
 * @throws Error if it is none of several classes
 */
function classificationMetrics(matrix, positive) {
    const { labels, counts } = matrix;
    const at = labels.findIndex((label) => (0,data_labels/* labelKey */.k)(label) === (0,data_labels/* labelKey */.k)(positive));
    if (at === -1 && labels.length > 1)
        throw new Error(`the classes are "${labels.join('", "')}", but "${positive}" is not one of them`);
    const all = total(matrix);
    const actual = counts.map(sum);
    const predicted = labels.map((_, column) => sum(counts.map((row) => row[column] ?? 0)));
    const correct = sum(labels.map((_, index) => counts[index]?.[index] ?? 0));
    const truePositives = counts[at]?.[at] ?? 0;
    const positives = actual[at] ?? 0;
    const found = predicted[at] ?? 0;
    const trueNegatives = all - positives - found + truePositives;
    return {
        accuracy: ratio(correct, all),
        precision: ratio(truePositives, found),
        recall: ratio(truePositives, positives),
        f1: ratio(2 * truePositives, found + positives),
        specificity: ratio(trueNegatives, all - positives),
        mcc: correlation({ correct, all, actual, predicted }),
    };
}
/** Returns the correlation for any number of classes (Gorodkin 2004). For two it is the Matthews coefficient. */
function correlation(count) {
    const { correct, all, actual, predicted } = count;
    const product = (a, b) => sum(a.map((value, at) => value * (b[at] ?? 0)));
    const spread = (values) => all * all - product(values, values);
    return ratio(correct * all - product(actual, predicted), Math.sqrt(spread(actual)) * Math.sqrt(spread(predicted)));
}
function ratio(part, whole) {
    return whole === 0 ? undefined : part / whole;
}

;// CONCATENATED MODULE: ./build/src/actions/lambda/event.js

/** @param now milliseconds since 1970 */
function evaluationEvent({ endpointName, testData }, { messageId, now, region }) {
    const body = JSON.stringify({
        endpointName,
        testDataS3BucketName: testData.bucket,
        testDataS3Key: testData.key,
    });
    const record = {
        messageId,
        receiptHandle: messageId,
        body,
        attributes: {
            ApproximateReceiveCount: '1',
            SentTimestamp: String(now),
            SenderId: 'evaluator-action',
            ApproximateFirstReceiveTimestamp: String(now),
        },
        messageAttributes: {},
        md5OfBody: (0,external_node_crypto_.createHash)('md5').update(body).digest('hex'),
        eventSource: 'aws:sqs',
        eventSourceARN: `arn:aws:sqs:${region}:000000000000:evaluator-action`,
        awsRegion: region,
    };
    return { messageId, payload: JSON.stringify({ Records: [record] }) };
}
/**
 * Returns the keys of the files that the evaluator may write: one per endpoint and day (UTC), overwritten by each run. An
 * evaluation around midnight may write the file of the next day.
 */
function resultKeys(endpointName, now) {
    const day = 24 * 60 * 60 * 1000;
    return [now, now + day].map((time) => `${new Date(time).toISOString().slice(0, 10)}/predictions/${endpointName}/PREDICTIONS.md`);
}

;// CONCATENATED MODULE: ./build/src/actions/lambda/reply.js


const Failure = schemas/* object */.Ikc({ errorType: schemas/* _default */.Rvf(schemas/* string */.YjP(), ''), errorMessage: schemas/* _default */.Rvf(schemas/* string */.YjP(), '') });
const Batch = schemas/* object */.Ikc({ batchItemFailures: schemas/* array */.YOg(schemas/* object */.Ikc({ itemIdentifier: schemas/* string */.YjP() })) });
/**
 * Throws if a reply reports a failure, because Lambda answers 200 whatever the function did. Evaluators return either the
 * event, or null if they skipped the evaluation, or the messages that failed.
 */
function requireSuccess({ functionError, payload, log }, name) {
    const reply = parseJson(payload);
    const problem = functionError === undefined ? problemOf(reply) : failureOf(functionError, reply);
    if (problem === undefined)
        return;
    const tail = log.trim() === '' ? '' : `\nThe end of its log:\n${log.trim()}`;
    throw new errors/* ActionError */.lZ(`${name} did not evaluate: ${problem}${tail}`);
}
function failureOf(functionError, reply) {
    const { errorType, errorMessage } = Failure.safeParse(reply).data ?? Failure.parse({});
    const message = [errorType, errorMessage].filter((text) => text !== '').join(': ') || functionError;
    if (/timed out/i.test(errorMessage))
        return `${(0,errors/* sentence */.em)(message)} Give the function more time (at most 900 s) or less test data.`;
    if (/Runtime\.|exec format|entrypoint/i.test(message))
        return `${(0,errors/* sentence */.em)(message)} The image does not start on Lambda: check its architecture, its handler (CMD) and its runtime interface client.`;
    return `${(0,errors/* sentence */.em)(message)} This is the function's own error; fix it there.`;
}
function problemOf(reply) {
    if (reply === null || reply === undefined)
        return 'it returned null, which means that it skipped the evaluation. Check that the endpoint is in service, and try again.';
    const failures = Batch.safeParse(reply).data?.batchItemFailures ?? [];
    return failures.length > 0
        ? 'it reported the message as failed (batchItemFailures). See its log for the reason.'
        : undefined;
}
function parseJson(text) {
    try {
        return text === '' ? null : JSON.parse(text);
    }
    catch {
        return text;
    }
}

;// CONCATENATED MODULE: ./build/src/actions/lambda/evaluate.js









/** Runs the evaluator once and reads the file that it writes. */
async function evaluate(target, files, input, run) {
    const now = Date.now();
    const keys = resultKeys(input.endpointName, now);
    const before = await Promise.all(keys.map((key) => files.stateOf(key)));
    const { messageId, payload } = evaluationEvent(input, { messageId: (0,external_node_crypto_.randomUUID)(), now, region: run.region });
    const invocation = await invoke(target, payload, run);
    await showLog(invocation);
    requireSuccess(invocation, target.name);
    const after = await Promise.all(keys.map((key) => files.stateOf(key)));
    const key = keys.find((_, index) => isNew(before[index], after[index]));
    if (key === undefined)
        throw staleFile(files, keys, before);
    return await readResult(files, key, messageId, input.positiveClass);
}
/** Invokes the function. Repeats this only if Lambda was too busy or the function not ready, so that it did not run. */
async function invoke(target, payload, run) {
    const { qualifier, timeout, signal } = run;
    const send = () => target.invoke(payload, { qualifier, timeout: (timeout + 60) * 1000 });
    const whenFree = () => (0,retry/* retry */.L)(send, { what: `evaluation by ${target.name}`, signal, transient: isThrottled });
    return await whenIdle(target, signal, whenFree, qualifier);
}
function isThrottled(error) {
    return (error instanceof errors/* ActionError */.lZ &&
        error.cause instanceof Error &&
        error.cause.name === 'TooManyRequestsException');
}
function isNew(before, after) {
    if (!after)
        return false;
    return (!before ||
        after.modified > before.modified ||
        after.etag !== before.etag ||
        after.version !== before.version);
}
function staleFile({ bucket }, keys, before) {
    const old = before.find((state) => state !== undefined);
    const found = old ? `is still the one from ${new Date(old.modified).toISOString()}` : 'was not written';
    return new errors/* ActionError */.lZ(`The evaluator replied, and its result s3://${bucket}/${keys[0]} ${found}. Check that the function writes to results-bucket, and check its log for errors.`);
}
async function readResult(files, key, messageId, positiveClass) {
    const file = `s3://${files.bucket}/${key}`;
    const { text, messageId: writtenFor } = await files.read(key);
    if (writtenFor !== undefined && writtenFor !== messageId) {
        throw new errors/* ActionError */.lZ(`${file} was written by another evaluation of the same endpoint at the same time. Let only one run at a time evaluate an endpoint (in a workflow, with concurrency), and try again.`);
    }
    try {
        const matrix = parseConfusionMatrix(text);
        return { file, matrix, metrics: classificationMetrics(matrix, positiveClass) };
    }
    catch (cause) {
        throw new errors/* ActionError */.lZ(`${file} cannot be used as a confusion matrix: ${(0,errors/* sentence */.em)((0,errors/* messageOf */.bD)(cause))} Check the evaluator, and positive-class "${positiveClass}".`, { cause });
    }
}
async function showLog({ log: tail }) {
    const text = tail.trim();
    if (text !== '')
        await log/* group */.Os('The end of the log of the function', () => log/* info */.pq(text));
}

// EXTERNAL MODULE: ./build/src/docker/reference.js
var reference = __webpack_require__(2663);
// EXTERNAL MODULE: ./build/src/platforms/aws/ecr-host.js
var ecr_host = __webpack_require__(769);
// EXTERNAL MODULE: ./build/src/platforms/github/fields.js
var fields = __webpack_require__(755);
// EXTERNAL MODULE: ./build/src/runtime/fields.js
var runtime_fields = __webpack_require__(8681);
;// CONCATENATED MODULE: ./build/src/actions/lambda/fields.js
/** The inputs of the lambda action: names, types and rules. action.yml has descriptions and defaults. */





const functionName = (0,runtime_fields/* parsed */.Yz)((text) => {
    const arn = /^arn:aws[a-z-]*:lambda:([a-z0-9-]+):\d{12}:function:([A-Za-z0-9_-]{1,64})$/.exec(text);
    if (arn)
        return { name: text, region: arn[1] };
    if (/^[A-Za-z0-9_-]{1,64}$/.test(text))
        return { name: text, region: undefined };
    throw new Error('is not a function; write its name, or its ARN without a version or alias');
});
const fields_image = (0,runtime_fields/* parsed */.Yz)((text) => {
    const { domain = '', path, digest } = (0,reference/* parseReference */.F2)(text);
    const host = (0,ecr_host/* parseEcrHost */.w)(domain);
    if (host?.kind !== 'private')
        throw new Error(`"${text}" is not in a private repository of Amazon ECR, and Lambda runs no other images; write 123456789012.dkr.ecr.<region>.amazonaws.com/name@sha256:…`);
    if (digest === undefined)
        throw new Error(`"${text}" has no digest; add the one that was pushed (the output digest of publishing): ${text}@sha256:…`);
    return { uri: `${domain}/${path}@${digest}`, account: host.account, region: host.region, path, digest };
});
const s3Object = (0,runtime_fields/* parsed */.Yz)((text) => {
    const [, bucket, key] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/(.+)$/.exec(text) ?? [];
    if (bucket && key)
        return { bucket, key };
    throw new Error('is not an S3 object; write it as s3://bucket/path/to/test-data.csv');
});
const fields_fields = {
    'function-name': functionName,
    image: fields_image,
    region: runtime_fields/* line */.n8.check(schemas/* refine */.YPB((text) => /^[a-z]{2,}(-[a-z]+)+-\d$/.test(text), {
        error: 'is not a region; write one such as eu-west-1',
    })),
    'publish-version': schemas/* prefault */.SdS(runtime_fields/* boolean */.zM, 'false'),
    'endpoint-name': runtime_fields/* line */.n8.check(schemas/* refine */.YPB((text) => /^[A-Za-z0-9](-*[A-Za-z0-9]){0,62}$/.test(text), {
        error: 'is not a valid endpoint name; it has letters, digits and "-", and at most 63 characters',
    })),
    'test-data': s3Object,
    'results-bucket': runtime_fields/* line */.n8.check(schemas/* refine */.YPB((text) => /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(text), {
        error: 'is not a bucket name; write the name alone, without s3://',
    })),
    'positive-class': schemas/* prefault */.SdS(runtime_fields/* line */.n8, '1'),
    'minimum-accuracy': runtime_fields/* fraction */.zO,
    'minimum-precision': runtime_fields/* fraction */.zO,
    'minimum-recall': runtime_fields/* fraction */.zO,
    'minimum-f1': runtime_fields/* fraction */.zO,
    gate: schemas/* prefault */.SdS((0,runtime_fields/* oneOf */.yL)('fail', 'warn', 'off'), 'fail'),
    'api-url': runtime_fields/* address */.hl,
    'dry-run': schemas/* prefault */.SdS((0,runtime_fields/* oneOf */.yL)('auto', 'true', 'false'), 'auto'),
    ...fields/* commentFields */.X,
};
/** AWS's clients read AWS's own variables. */
const variables = {};

;// CONCATENATED MODULE: ./build/src/actions/lambda/function.js


const Text = schemas/* _default */.Rvf(schemas/* string */.YjP(), '');
/** The relevant parts of the reply of `GetFunction`. */
const FunctionState = schemas/* pipe */.FsL(schemas/* object */.Ikc({
    Configuration: schemas/* object */.Ikc({
        FunctionArn: schemas/* string */.YjP(),
        PackageType: Text,
        State: schemas/* _default */.Rvf(schemas/* string */.YjP(), 'Active'),
        StateReason: Text,
        LastUpdateStatus: schemas/* _default */.Rvf(schemas/* string */.YjP(), 'Successful'),
        LastUpdateStatusReason: Text,
        LastUpdateStatusReasonCode: Text,
        CodeSha256: Text,
        /** Seconds. */
        Timeout: schemas/* _default */.Rvf(schemas/* number */.aig(), 900),
        Architectures: schemas/* _default */.Rvf(schemas/* array */.YOg(schemas/* string */.YjP()), ['x86_64']),
    }),
    Code: schemas/* prefault */.SdS(schemas/* object */.Ikc({ ImageUri: Text, ResolvedImageUri: Text }), {}),
}), schemas/* transform */.pdi(({ Configuration, Code }) => ({ ...Configuration, ...Code })));
const remedies = {
    ResourceNotFoundException: 'Check function-name and region: the account has no such function.',
    InvalidParameterValueException: 'If the image is the cause: Lambda needs it in its own region and for its own architecture, and the repository must let lambda.amazonaws.com pull.',
    CodeVerificationFailedException: 'The function accepts only signed code; change its code signing configuration.',
};
async function openFunction(name, aws, signal) {
    const lambda = await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(1696)]).then(__webpack_require__.t.bind(__webpack_require__, 1696, 19));
    const client = new lambda.LambdaClient((0,aws_client/* clientConfig */.y)(aws));
    const options = { abortSignal: signal };
    const call = (what, action, send) => (0,aws_client/* callAws */.I)({ what: `${what} the function ${name}`, permission: `lambda:${action}`, signal, remedies }, send);
    return {
        name,
        read: async (Qualifier) => {
            const command = new lambda.GetFunctionCommand({ FunctionName: name, ...(Qualifier && { Qualifier }) });
            return FunctionState.parse(await call('read', 'GetFunction', () => client.send(command, options)));
        },
        updateImage: async (ImageUri) => {
            const command = new lambda.UpdateFunctionCodeCommand({ FunctionName: name, ImageUri });
            await call('update', 'UpdateFunctionCode', () => client.send(command, options));
        },
        publishVersion: async (CodeSha256) => {
            const command = new lambda.PublishVersionCommand({
                FunctionName: name,
                ...(CodeSha256 && { CodeSha256 }),
            });
            const { Version = '' } = await call('publish a version of', 'PublishVersion', () => client.send(command, options));
            return Version;
        },
        invoke: async (Payload, { qualifier, timeout }) => {
            const once = new lambda.LambdaClient((0,aws_client/* clientConfig */.y)({ ...aws, timeout, attempts: 1 }));
            const command = new lambda.InvokeCommand({
                FunctionName: name,
                InvocationType: 'RequestResponse',
                LogType: 'Tail',
                Payload,
                ...(qualifier && { Qualifier: qualifier }),
            });
            const reply = await call('invoke', 'InvokeFunction', () => once.send(command, options));
            return {
                functionError: reply.FunctionError,
                payload: reply.Payload?.transformToString() ?? '',
                log: Buffer.from(reply.LogResult ?? '', 'base64').toString('utf8'),
            };
        },
    };
}

// EXTERNAL MODULE: ./build/src/runtime/inputs.js
var runtime_inputs = __webpack_require__(2349);
;// CONCATENATED MODULE: ./build/src/actions/lambda/inputs.js



/** Reads all inputs. Throws one `InputError` with every problem before anything is sent. */
function loadInputs({ event, rawInputs }) {
    const inputs = new runtime_inputs/* Inputs */.G0(fields_fields, variables, rawInputs);
    const { values } = inputs;
    const { image } = values;
    const name = values['function-name'];
    inputs.missing('function-name', 'is required; write the name or the ARN of the function');
    const region = values.region ?? name?.region ?? image?.region;
    if (image && region !== image.region)
        inputs.problem('image', image.uri, `is in ${image.region}, but the function is in ${region}; Lambda accepts only images in its own region`);
    const loaded = {
        functionName: name?.name ?? '',
        image,
        publishVersion: values['publish-version'],
        evaluation: loadEvaluation(inputs),
        thresholds: {
            accuracy: values['minimum-accuracy'],
            precision: values['minimum-precision'],
            recall: values['minimum-recall'],
            f1: values['minimum-f1'],
        },
        gate: values.gate,
        aws: { region, endpoint: values['api-url'] },
        dryRun: values['dry-run'],
        comment: (0,report_comment/* loadComment */.sI)(values, event, 'lambda', commentSubject(values, name?.name, region)),
    };
    checkPurpose(inputs, loaded);
    inputs.refuse();
    return loaded;
}
/** Returns what distinguishes the comment of an evaluation from others of the same job. */
function commentSubject({ 'api-url': apiUrl, 'endpoint-name': endpointName, 'test-data': testData }, functionName, region) {
    return [apiUrl?.href, functionName, region, endpointName, testData?.bucket, testData?.key];
}
const ofEvaluation = ['endpoint-name', 'test-data', 'results-bucket'];
/** Reads the three inputs of an evaluation, which belong together. Returns undefined if none is set. */
function loadEvaluation(inputs) {
    const { 'endpoint-name': endpointName, 'test-data': testData, 'results-bucket': resultsBucket, 'positive-class': positiveClass, } = inputs.values;
    if (endpointName && testData && resultsBucket)
        return { endpointName, testData, resultsBucket, positiveClass };
    const given = ofEvaluation.filter((name) => inputs.isGiven(name));
    if (given.length === 0)
        return undefined;
    for (const name of ofEvaluation)
        inputs.missing(name, `is missing although ${given.join(' and ')} is set; an evaluation needs all three`);
    return undefined;
}
function checkPurpose(inputs, { evaluation, publishVersion, thresholds }) {
    if (evaluation || ofEvaluation.some((name) => inputs.isGiven(name)))
        return;
    if (!publishVersion)
        inputs.missing('image', 'is missing, and there is no evaluation either; set image to update the function, or endpoint-name, test-data and results-bucket to run it');
    for (const [metric, threshold] of Object.entries(thresholds)) {
        if (threshold !== undefined)
            inputs.problem(`minimum-${metric}`, String(threshold), 'has nothing to judge; set endpoint-name, test-data and results-bucket to run the evaluator');
    }
}

;// CONCATENATED MODULE: ./build/src/actions/lambda/result.js


const names = { accuracy: 'Accuracy', precision: 'Precision', recall: 'Recall', f1: 'F1' };
/** Returns a gate for each threshold. A metric without a value, such as the precision if nothing was found, fails it. */
function metricGates({ matrix, metrics }, thresholds) {
    return Object.entries(names).flatMap(([metric, name]) => {
        const threshold = thresholds[metric];
        if (threshold === undefined)
            return [];
        const observed = metrics[metric];
        return [(0,gate/* judge */.S4)({ name, observed, threshold, n: total(matrix), of: 'samples' })];
    });
}
/** Returns the outputs by their names in action.yml. An output without a value is an empty string. */
function lambdaOutputs({ evaluation, version, gates, dryRun }) {
    const { matrix, metrics } = evaluation ?? {};
    const figure = (value) => (value === undefined ? '' : String(value));
    return {
        'confusion-matrix': matrix ? JSON.stringify(matrix) : '',
        accuracy: figure(metrics?.accuracy),
        precision: figure(metrics?.precision),
        recall: figure(metrics?.recall),
        f1: figure(metrics?.f1),
        specificity: figure(metrics?.specificity),
        mcc: figure(metrics?.mcc),
        'function-version': version ?? '',
        passed: (0,gate/* passedOutput */.aW)(gates),
        'dry-run': dryRun === undefined ? '' : String(dryRun),
    };
}

// EXTERNAL MODULE: ./build/src/runtime/aws-environment.js
var aws_environment = __webpack_require__(7403);
;// CONCATENATED MODULE: ./build/src/actions/lambda/result-file.js



/** Maximum size in bytes. A confusion matrix has a few hundred. */
const MAX_BYTES = 1024 * 1024;
async function openResultFiles(bucket, aws, signal) {
    const s3 = await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(3711)]).then(__webpack_require__.t.bind(__webpack_require__, 3711, 19));
    // Only AWS has a host name for each bucket.
    const forcePathStyle = aws.endpoint !== undefined || (0,aws_environment/* readAwsEnvironment */.Z)().otherEndpoint;
    const client = new s3.S3Client({ ...(0,aws_client/* clientConfig */.y)(aws), forcePathStyle, followRegionRedirects: true });
    const options = { abortSignal: signal };
    const call = (key) => ({
        what: `read s3://${bucket}/${key}`,
        permission: `s3:GetObject on arn:aws:s3:::${bucket}/* and s3:ListBucket on arn:aws:s3:::${bucket} (without it, a missing file looks forbidden), and kms:Decrypt where the bucket has a key,`,
        signal,
        remedies: { NoSuchBucket: 'Check results-bucket: the bucket does not exist.' },
    });
    return {
        bucket,
        stateOf: async (key) => {
            const command = new s3.HeadObjectCommand({ Bucket: bucket, Key: key });
            try {
                const head = await (0,aws_client/* callAws */.I)(call(key), () => client.send(command, options));
                return { modified: head.LastModified?.getTime() ?? 0, etag: head.ETag ?? '', version: head.VersionId };
            }
            catch (error) {
                if (error instanceof errors/* ActionError */.lZ && error.cause instanceof s3.NotFound)
                    return undefined;
                throw error;
            }
        },
        read: async (key) => {
            const command = new s3.GetObjectCommand({ Bucket: bucket, Key: key });
            const { Body, ContentLength = 0, Metadata = {}, } = await (0,aws_client/* callAws */.I)(call(key), () => client.send(command, options));
            if (ContentLength > MAX_BYTES)
                throw new errors/* ActionError */.lZ(`s3://${bucket}/${key} has ${ContentLength} bytes, but a confusion matrix has a few hundred: something else wrote it. Check results-bucket and endpoint-name.`);
            return { text: (await Body?.transformToString()) ?? '', messageId: Metadata['message-id'] };
        },
    };
}

// EXTERNAL MODULE: ./build/src/report/comment.js
var comment = __webpack_require__(2081);
// EXTERNAL MODULE: ./build/src/report/gate-table.js
var gate_table = __webpack_require__(1452);
// EXTERNAL MODULE: ./build/src/report/markdown.js
var markdown = __webpack_require__(75);
// EXTERNAL MODULE: ./build/src/report/report.js
var report = __webpack_require__(8456);
;// CONCATENATED MODULE: ./build/src/actions/lambda/summary.js






/** Returns the job summary: verdict, gates, facts, confusion matrix, metrics and timeline. */
function lambdaSummary(run, runLog, error) {
    const byHand = run.inputs?.evaluation
        ? [(0,markdown/* details */.zH)('Invoke the evaluator by hand', (0,markdown/* codeBlock */.DV)(command(run), 'sh'))]
        : [];
    return (0,report/* report */.z)(verdict(run, error), [...sectionsOf(run), ...byHand], runLog, error);
}
/** Returns the comment on a pull request: the summary without its timeline and the command. */
function lambdaComment(run, source, runLog, error) {
    return (0,comment/* commentText */.b)(verdict(run, error), sectionsOf(run), source, runLog, error);
}
function sectionsOf(run) {
    const { evaluation, gates } = run;
    return [
        ...(gates.length > 0 ? [(0,gate_table/* gateTable */.k)(gates)] : []),
        ...(run.inputs ? [facts(run)] : []),
        ...(evaluation
            ? [
                (0,markdown.md) `### Confusion matrix`,
                matrixTable(evaluation.matrix),
                (0,markdown.md) `### Metrics`,
                metricsTable(evaluation.metrics, run.inputs?.evaluation?.positiveClass ?? ''),
            ]
            : []),
    ];
}
function verdict({ inputs, dryRun, evaluation, gates, updated }, error) {
    const name = inputs?.functionName ?? 'The evaluator';
    if (error !== undefined)
        return (0,markdown.md) `❌ ${name}: no evaluation`;
    if (dryRun)
        return (0,markdown.md) `🔎 Dry run: ${name} is ${updated ? 'ready to be updated' : 'left as it is'}`;
    if (!evaluation)
        return (0,markdown.md) `✅ ${name} is ${updated ? 'updated' : 'up to date already'}`;
    const accuracy = evaluation.metrics.accuracy ?? 0;
    const sign = { pass: '✅', fail: '❌', none: gates.length > 0 ? '❌' : '✅' }[(0,gate/* overallVerdict */.Bn)(gates)];
    return (0,markdown.md) `${sign} ${name}: accuracy ${percent(accuracy)} on ${total(evaluation.matrix)} samples`;
}
function facts({ inputs, reason, dryRun, previousImage, updated, version, evaluation, }) {
    const data = inputs?.evaluation?.testData;
    const shown = (value) => (value ? (0,markdown/* code */.aY)(value) : undefined);
    return (0,report/* factTable */.B)([
        [dryRun ? 'Dry run' : 'Run', reason],
        ['Function', shown(inputs?.functionName)],
        [updated && dryRun ? 'Image it would get' : 'Image', shown(inputs?.image?.uri ?? previousImage)],
        ['Image before', updated ? shown(previousImage) : undefined],
        ['Version', shown(version)],
        ['Endpoint', shown(inputs?.evaluation?.endpointName)],
        ['Test data', data && (0,markdown/* code */.aY)(`s3://${data.bucket}/${data.key}`)],
        ['Result', shown(evaluation?.file)],
    ]);
}
/** Returns a table with a row per true class and a column per predicted class. Correct predictions are bold. */
function matrixTable({ labels, counts }) {
    const rows = labels.map((label, row) => {
        const cells = (counts[row] ?? []).map((count, column) => (row === column ? (0,markdown.md) `**${count}**` : count));
        return [(0,markdown.md) `**actual ${label}**`, ...cells, sum(counts[row] ?? [])];
    });
    return (0,markdown/* table */.tp)(['', ...labels.map((label) => `predicted ${label}`), 'all'], rows);
}
function metricsTable(metrics, positiveClass) {
    const about = `class ${positiveClass} against all others`;
    const rows = [
        ['Accuracy', metrics.accuracy, 'all classes'],
        ['Precision', metrics.precision, about],
        ['Recall', metrics.recall, about],
        ['F1', metrics.f1, about],
        ['Specificity', metrics.specificity, about],
        ['MCC', metrics.mcc, 'all classes'],
    ];
    return (0,markdown/* table */.tp)(['Metric', 'Value', 'Of'], rows.map(([name, value, of]) => [name, value === undefined ? 'undefined (0/0)' : (0,gate/* figure */.vP)(value), of]));
}
/** Returns a command that sends the same message. The evaluator reads only its body. */
function command({ inputs, version }) {
    const { endpointName, testData } = inputs?.evaluation ?? {};
    const body = { endpointName, testDataS3BucketName: testData?.bucket, testDataS3Key: testData?.key };
    const record = { messageId: 'by-hand', eventSource: 'aws:sqs', body: JSON.stringify(body) };
    const payload = JSON.stringify({ Records: [record] }).replaceAll("'", String.raw `'\''`);
    const qualifier = version && version !== '$LATEST' ? ` --qualifier ${version}` : '';
    const name = `--function-name ${inputs?.functionName}${qualifier}`;
    return `aws lambda invoke ${name} --cli-binary-format raw-in-base64-out --payload '${payload}' reply.json`;
}
function percent(value) {
    return `${(value * 100).toFixed(1)} %`;
}

;// CONCATENATED MODULE: ./build/src/actions/lambda/action.js















/** Deploys an image to a Lambda evaluator, runs it on test data, and gates on the confusion matrix that it writes. */
const lambda = {
    fields: fields_fields,
    variables: variables,
    begin: () => ({ gates: [] }),
    run: async (request, context, record) => {
        const inputs = loadInputs(request);
        const { dryRun, reason } = (0,mode/* decideMode */.ap)(inputs.dryRun, request.event);
        record({ inputs, dryRun, reason });
        log/* info */.pq(`${dryRun ? 'Dry run' : 'Evaluating on Lambda'}: ${reason}`);
        const open = () => openTarget(inputs, context, record);
        if (dryRun)
            await (0,dry_run/* readDuringDryRun */.u)(onlyInputs, context.signal, open);
        else
            await deployAndEvaluate(await open(), inputs, context, record);
    },
    outputs: lambdaOutputs,
    summary: lambdaSummary,
    announce: async (run, { runLog, signal }, error) => {
        const { comment } = run.inputs ?? {};
        return comment && (await (0,report_comment/* postComment */.Gy)(comment, lambdaComment(run, comment, runLog, error), signal));
    },
    failedGate: ({ gates, inputs }) => (0,gate/* failedGates */.qq)(gates, inputs?.gate ?? 'fail'),
};
const onlyInputs = 'Not everything could be read, so this shows only the inputs.';
async function deployAndEvaluate({ target, updated }, inputs, context, record) {
    const { image, evaluation: wanted } = inputs;
    const { signal, runLog } = context;
    if (image && updated) {
        await runLog.phase('Update the function', () => deployImage(target, image, signal));
        runLog.done.push(`${target.name} was updated to ${image.uri}.`);
    }
    record({ version: '$LATEST' });
    const version = inputs.publishVersion ? await publish(target, context) : '$LATEST';
    record({ version });
    if (!wanted)
        return;
    const evaluation = await evaluateVersion(target, version, wanted, inputs, context);
    const gates = metricGates(evaluation, inputs.thresholds);
    record({ evaluation, gates });
    log/* info */.pq(`The confusion matrix is ${evaluation.file}`);
    (0,gate/* reportGates */.Dx)(gates, inputs.gate);
}
/** Checks the credentials, the image and what the function runs now. Changes nothing. */
async function openTarget(inputs, { signal, runLog }, record) {
    const { aws, image, functionName } = inputs;
    const { arn } = await runLog.phase('Log in', () => (0,identity/* callerIdentity */.I)(aws, signal));
    log/* info */.pq(`AWS: ${arn}`);
    const architecture = image && (await runLog.phase('Check the image', () => checkLambdaImage(image, aws, signal)));
    const target = await openFunction(functionName, aws, signal);
    const state = await runLog.phase('Read the function', () => target.read());
    if (image) {
        checkPackage(state, functionName);
        checkArchitecture(state, image, architecture);
    }
    const updated = image !== undefined && !runsImage(state, image);
    record({ previousImage: state.ResolvedImageUri || state.ImageUri, updated });
    if (image && !updated)
        log/* info */.pq(`${functionName} runs ${image.uri} already`);
    return { target, updated };
}
async function publish(target, { signal, runLog }) {
    const state = await target.read();
    const version = await runLog.phase('Publish a version', () => publishVersion(target, state, signal));
    runLog.done.push(`The version ${version} of ${target.name} was published.`);
    return version;
}
async function evaluateVersion(target, version, wanted, { aws }, { signal, runLog }) {
    const { Timeout: timeout, FunctionArn } = await target.read();
    const files = await openResultFiles(wanted.resultsBucket, aws, signal);
    const qualifier = version === '$LATEST' ? undefined : version;
    const run = { region: FunctionArn.split(':')[3] ?? '', qualifier, timeout, signal };
    return await runLog.phase('Evaluate', () => evaluate(target, files, wanted, run));
}


/***/ }),

/***/ 6955:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ labelKey),
/* harmony export */   w: () => (/* binding */ LabelSpellings)
/* harmony export */ });
/** Maximum labels that are compared. A column with more labels does not contain classes. */
const MAX_LABELS = 10_000;
/** Finds labels that are written differently and probably mean the same class. */
class LabelSpellings {
    #seen = new Set();
    #first = new Map();
    /** The first two labels that probably mean the same. */
    pair;
    add(label) {
        if (this.#seen.has(label) || this.#seen.size === MAX_LABELS)
            return;
        this.#seen.add(label);
        const key = labelKey(label);
        const first = this.#first.get(key);
        if (first === undefined)
            this.#first.set(key, label);
        else
            this.pair ??= [first, label];
    }
}
/**
 * Returns the same text for labels that different programs write for the same class: pandas turns `1` into `1.0` in a
 * column with gaps, and Python writes `True` where JSON and SQL write `true`.
 */
function labelKey(label) {
    const text = label.trim();
    if (/^[-+]?\d+\.?\d*(e[-+]?\d+)?$/i.test(text) && Number.isSafeInteger(Number(text)))
        return String(Number(text));
    return /^(true|false)$/i.test(text) ? text.toLowerCase() : text;
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

/***/ 3865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ callAws),
/* harmony export */   y: () => (/* binding */ clientConfig)
/* harmony export */ });
/* harmony import */ var _runtime_aws_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7403);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9139);
/**
 * The common options and error messages of all AWS clients. Each client is imported where it is used and only when
 * needed, so that other runs start faster.
 */


/** Returns the options for the constructor of any AWS client. Credentials come from AWS's default chain. */
function clientConfig({ region, endpoint, timeout = 60_000, attempts = 4 }) {
    const environment = (0,_runtime_aws_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .readAwsEnvironment */ .Z)();
    const chosen = region ?? environment.region;
    return {
        ...(chosen !== undefined && { region: chosen }),
        ...(endpoint && { endpoint: endpoint.href }),
        maxAttempts: attempts,
        requestHandler: {
            ...(0,_runtime_aws_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .proxyAgents */ .H)(),
            connectionTimeout: 10_000,
            requestTimeout: timeout,
            throwOnRequestTimeout: true,
        },
    };
}
/**
 * Sends a request to AWS. AWS's clients retry transient failures themselves. Throws `ActionError` that says what to do.
 */
async function callAws({ signal, ...call }, send) {
    try {
        return await send();
    }
    catch (cause) {
        signal.throwIfAborted();
        throw await explainAws(cause, call);
    }
}
async function explainAws(cause, { what, permission, remedies = {} }) {
    if (!(cause instanceof Error))
        return new Error(String(cause));
    const { name, message } = cause;
    const isNoRegion = /region is missing/i.test(message);
    const remedy = isNoRegion ? await remedyForRegion() : (remedies[name] ?? generalRemedy(cause, permission));
    const reason = isNoRegion
        ? message
        : message === '' || message === 'UnknownError'
            ? name
            : `${name}: ${message}`;
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`AWS: could not ${what} (${reason}). ${remedy}`, { cause });
}
/** AWS's clients look for a region before they look for credentials. Reports both at once if both are missing. */
async function remedyForRegion() {
    if (await hasCredentials())
        return 'No variable and no profile names a region. Set AWS_REGION; in a workflow, set aws-region of aws-actions/configure-aws-credentials.';
    return `There are no AWS credentials, and no variable names a region. ${CONFIGURE}.`;
}
/** Returns whether AWS's default chain finds credentials: in variables, in a profile, or from the machine. */
async function hasCredentials() {
    const { STSClient } = await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(1695)]).then(__webpack_require__.t.bind(__webpack_require__, 1695, 19));
    const { credentials } = new STSClient(clientConfig({ region: 'us-east-1' })).config;
    return await credentials().then(() => true, () => false);
}
const CONFIGURE = 'In a workflow, add aws-actions/configure-aws-credentials before this step, with role-to-assume and aws-region, and give the job permissions: id-token: write. Elsewhere, set AWS_PROFILE, or AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_REGION';
/** AWS's services use several names for the same refusal. */
const remedies = [
    [/^(CredentialsProviderError|ProviderError)$/, `There are no AWS credentials. ${CONFIGURE}.`],
    [
        /^(ExpiredToken|ExpiredTokenException|RequestExpired|TokenRefreshRequired)$/,
        'The AWS credentials have expired. Renew them; in a workflow, configure them right before this step, or for a longer time (role-duration-seconds).',
    ],
    [
        /^(InvalidClientTokenId|UnrecognizedClientException|InvalidAccessKeyId|SignatureDoesNotMatch|InvalidSignatureException|AuthFailure)$/,
        `AWS does not know the credentials. ${CONFIGURE}.`,
    ],
    [
        /^(Throttling|ThrottlingException|TooManyRequestsException|RequestLimitExceeded|ServiceUnavailable\w*|InternalFailure|ServiceException|ServerException)$/,
        'AWS is busy or has an outage. Try again.',
    ],
];
function generalRemedy(cause, permission) {
    const known = remedies.find(([names]) => names.test(cause.name));
    if (known)
        return known[1];
    if (/AccessDenied|Unauthorized|Forbidden|^403$/.test(cause.name) || statusOf(cause) === 403)
        return `Allow ${permission} in the policy of the AWS role or user.`;
    if (statusOf(cause) === undefined)
        return 'AWS could not be reached. Check the network, the proxy and AWS_ENDPOINT_URL, and try again.';
    return 'Check the name, the account and the region that it is in.';
}
function statusOf(cause) {
    return cause.$metadata?.httpStatusCode;
}


/***/ }),

/***/ 769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ parseEcrHost)
/* harmony export */ });
/** Suffixes of the partitions of AWS SDK v3. The second form also answers over IPv6. */
const privateHosts = [
    /^(?<account>\d{12})\.dkr\.ecr(?:-fips)?\.(?<region>[a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|amazonaws\.eu|c2s\.ic\.gov|sc2s\.sgov\.gov|csp\.hci\.ic\.gov|cloud\.adc-e\.uk)$/,
    /^(?<account>\d{12})\.dkr-ecr(?:-fips)?\.(?<region>[a-z0-9-]+)\.on\.(?:aws|amazonwebservices\.com\.cn)$/,
];
/**
 * Reads the host; returns undefined if it is not a registry of AWS. The region of a private registry always comes from
 * its host.
 */
function parseEcrHost(host) {
    if (host === 'public.ecr.aws')
        return { kind: 'public' };
    for (const form of privateHosts) {
        const { account, region } = form.exec(host)?.groups ?? {};
        if (account && region)
            return { kind: 'private', account, region };
    }
    return undefined;
}


/***/ }),

/***/ 6728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ callerIdentity)
/* harmony export */ });
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3865);

/**
 * Returns the identity of the AWS credentials. The call needs no permission, so it fails only if the credentials are
 * invalid.
 */
async function callerIdentity(options, signal) {
    const { STSClient, GetCallerIdentityCommand } = await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(1695)]).then(__webpack_require__.t.bind(__webpack_require__, 1695, 19));
    const client = new STSClient((0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .clientConfig */ .y)(options));
    const call = { what: 'identify the AWS credentials', permission: 'sts:GetCallerIdentity', signal };
    const { Account = '', Arn = '' } = await (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .callAws */ .I)(call, () => client.send(new GetCallerIdentityCommand({}), { abortSignal: signal }));
    return { account: Account, arn: Arn };
}


/***/ }),

/***/ 1452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ gateTable)
/* harmony export */ });
/* harmony import */ var _data_gate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1023);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75);


const verdicts = { pass: '✅ passed', fail: '❌ failed', none: '⚪ no verdict' };
/** Returns a table of a run's gates with observed value, threshold and n. */
function gateTable(gates) {
    const rows = gates.map((gate) => [
        gate.name,
        gate.observed === undefined ? '—' : (0,_data_gate_js__WEBPACK_IMPORTED_MODULE_0__/* .figure */ .vP)(gate.observed, gate.threshold),
        (0,_data_gate_js__WEBPACK_IMPORTED_MODULE_0__/* .describeThreshold */ .d9)(gate),
        `${gate.n} ${gate.of}`,
        verdicts[gate.verdict],
    ]);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['Gate', 'Observed', 'Threshold', 'n', 'Verdict'], rows);
}


/***/ }),

/***/ 7403:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ proxyAgents),
/* harmony export */   Z: () => (/* binding */ readAwsEnvironment)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var _util_tunnel_agent_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6257);
/** Prepares the environment variables that AWS's clients read. */


/**
 * Removes empty variables: a workflow that sets `AWS_PROFILE: ''` means that there is no profile, but AWS's clients
 * reject the empty name. The clients read everything else (credentials, profile, endpoints) themselves.
 *
 * @returns the region of the environment, and whether a variable such as `AWS_ENDPOINT_URL` replaces AWS's own endpoint
 */
function readAwsEnvironment() {
    // The warning is about later versions of AWS's clients than those in the bundle.
    process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
    const names = Object.keys(process.env).filter((name) => name.startsWith('AWS_'));
    for (const name of names)
        if (process.env[name]?.trim() === '')
            delete process.env[name];
    const { AWS_REGION, AWS_DEFAULT_REGION } = process.env;
    const otherEndpoint = names.some((name) => /^AWS_ENDPOINT_URL(_|$)/.test(name) && process.env[name]);
    return { region: AWS_REGION ?? AWS_DEFAULT_REGION, otherEndpoint };
}
/** Connects through HTTPS_PROXY unless NO_PROXY excludes the host. AWS's clients do not support proxies themselves. */
function proxyAgents() {
    return { httpAgent: new node_http__WEBPACK_IMPORTED_MODULE_0__.Agent({ keepAlive: true }), httpsAgent: new _util_tunnel_agent_js__WEBPACK_IMPORTED_MODULE_1__.TunnelAgent({ keepAlive: true }) };
}


/***/ }),

/***/ 1743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ readDuringDryRun)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9139);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(772);


/**
 * Reads something for a dry run. A failure becomes a warning, because it must not fail the dry run.
 * @param consequence a sentence that says what the dry run cannot show
 * @returns undefined if it could not be read
 */
async function readDuringDryRun(consequence, signal, read) {
    try {
        return await read();
    }
    catch (error) {
        signal.throwIfAborted();
        _log_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e(`${consequence} ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailure */ .Ic)(error)}`, 'Dry run');
        return undefined;
    }
}


/***/ }),

/***/ 4309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ pollUntil)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);

/** Reads until there is a result. Returns undefined if the time is up. The last reading happens at the very end. */
async function pollUntil(polling) {
    const { read, growth = 1, longestPause = Number.POSITIVE_INFINITY, timeout, signal } = polling;
    const deadline = performance.now() + timeout;
    for (let { pause } = polling;; pause = Math.min(pause * growth, longestPause)) {
        const found = await read();
        const left = deadline - performance.now();
        if (found !== undefined || left <= 0)
            return found;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(Math.min(pause, left), undefined, { signal });
    }
}


/***/ }),

/***/ 6257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  TunnelAgent: () => (/* binding */ TunnelAgent)
});

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ./build/src/runtime/environment.js
var environment = __webpack_require__(3631);
// EXTERNAL MODULE: ./build/src/runtime/errors.js
var errors = __webpack_require__(9139);
;// CONCATENATED MODULE: ./build/src/util/proxy.js




/**
 * Returns the proxy for a TLS connection according to HTTPS_PROXY and NO_PROXY (in upper or lower case); undefined if
 * there is none. Follows the rules of Go's httpproxy, which docker uses, so that the action and docker take the same
 * route. Throws `ActionError` if the proxy cannot be used.
 */
function proxyFor(destination, env = (0,environment/* proxyVariables */.eq)()) {
    const text = env.HTTPS_PROXY || env.https_proxy;
    if (!text || isExcepted(destination, env.NO_PROXY || env.no_proxy || ''))
        return undefined;
    const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
    // Do not show the value: it may contain a password.
    if (!URL.canParse(address))
        throw new errors/* ActionError */.lZ('HTTPS_PROXY is not the address of a proxy. Write http://HOST:PORT there.');
    const proxy = new URL(address);
    if (proxy.protocol === 'http:' || proxy.protocol === 'https:')
        return proxy;
    throw new errors/* ActionError */.lZ(`HTTPS_PROXY names a proxy with the scheme ${proxy.protocol}//, but the action supports only http:// and https://. Use one of these, or add ${destination.host} to NO_PROXY.`);
}
function isExcepted({ host, port }, list) {
    const name = host.toLowerCase();
    if (name === 'localhost' || isLoopbackAddress(name))
        return true;
    const entries = list.split(',').map((entry) => entry.trim().toLowerCase());
    if (entries.includes('*'))
        return true;
    return entries.some((entry) => entry !== '' && matches(entry, name, port));
}
/** `10.0.0.0/8`, `10.1.2.3[:80]`, `[::1]:80`, `example.com[:80]`, `.example.com` or `*.example.com`. */
function matches(entry, host, port) {
    const [, network = '', prefix] = /^(.+)\/(\d{1,3})$/.exec(entry) ?? [];
    if ((0,external_node_net_.isIP)(network) > 0 && Number(prefix) <= ((0,external_node_net_.isIP)(network) === 4 ? 32 : 128))
        return isWithin(host, network, Number(prefix));
    const [, bracketed, plain, only = ''] = /^(?:\[([^\]]*)\]|([^:[\]]*)):([^:]*)$/.exec(entry) ?? [];
    const name = bracketed ?? plain ?? entry;
    if (name === '' || (only !== '' && only !== port))
        return false;
    if ((0,external_node_net_.isIP)(name) > 0)
        return isWithin(host, name, (0,external_node_net_.isIP)(name) === 4 ? 32 : 128);
    if ((0,external_node_net_.isIP)(host) > 0)
        return false;
    const suffix = name.replace(/^\*\./, '.');
    const ascii = (0,external_node_url_.domainToASCII)(suffix.replace(/^\./, '')) || suffix.replace(/^\./, '');
    return host.endsWith(`.${ascii}`) || (host === ascii && !suffix.startsWith('.'));
}
function isLoopbackAddress(host) {
    return isWithin(host, '127.0.0.0', 8) || isWithin(host, '::1', 128);
}
function isWithin(host, network, prefix) {
    if ((0,external_node_net_.isIP)(host) === 0)
        return false;
    const block = new external_node_net_.BlockList();
    block.addSubnet(network, prefix, familyOf(network));
    return block.check(host, familyOf(host));
}
function familyOf(address) {
    return (0,external_node_net_.isIP)(address) === 6 ? 'ipv6' : 'ipv4';
}

;// CONCATENATED MODULE: ./build/src/util/tunnel-agent.js





/** Maximum milliseconds that a proxy may take to open a tunnel. */
const TIMEOUT = 30_000;
/**
 * Makes TLS connections, through a tunnel of the proxy that the environment names for them, if any. Node's own agents
 * support proxies only since 24.5, and interpret NO_PROXY differently than docker.
 */
class TunnelAgent extends external_node_https_.Agent {
    createConnection(options, callback) {
        const host = String(options.host ?? options.hostname ?? 'localhost').replace(/^\[(.*)\]$/, '$1');
        const authority = `${(0,external_node_net_.isIPv6)(host) ? `[${host}]` : host}:${options.port ?? 443}`;
        const connect = (socket) => super.createConnection({ ...options, socket });
        try {
            const proxy = proxyFor({ host, port: String(options.port ?? 443) });
            if (!proxy)
                return connect() ?? undefined;
            openTunnel(proxy, authority, options.until).then((socket) => callback(null, connect(socket) ?? undefined), callback);
        }
        catch (error) {
            process.nextTick(callback, error);
        }
        return undefined;
    }
}
async function openTunnel(proxy, authority, until) {
    const { protocol, hostname, port, username, password } = proxy;
    const user = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`);
    const deadline = AbortSignal.timeout(TIMEOUT);
    const outgoing = (protocol === 'https:' ? external_node_https_.request : external_node_http_.request)({
        method: 'CONNECT',
        host: hostname.replace(/^\[(.*)\]$/, '$1'),
        port: port || (protocol === 'https:' ? 443 : 80),
        path: authority,
        headers: {
            host: authority,
            ...(username && { 'proxy-authorization': `Basic ${user.toString('base64')}` }),
        },
        signal: until ? AbortSignal.any([until, deadline]) : deadline,
        agent: false,
    });
    outgoing.end();
    try {
        const [answer, socket, rest] = (await (0,external_node_events_.once)(outgoing, 'connect'));
        if (answer.statusCode === 200) {
            if (rest.length > 0)
                socket.unshift(rest);
            return socket;
        }
        socket.destroy();
        throw new Error(`it answered ${answer.statusCode} to CONNECT ${authority}`);
    }
    catch (cause) {
        const { message, code } = cause;
        throw Object.assign(new Error(`the proxy ${proxy.host} does not open a tunnel: ${message}`, { cause }), {
            code,
        });
    }
}


/***/ })

};
