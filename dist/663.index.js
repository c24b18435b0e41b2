export const id = 663;
export const ids = [663];
export const modules = {

/***/ 8663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lambda: () => (/* binding */ lambda)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/http.js + 2 modules
var http = __webpack_require__(1052);
// EXTERNAL MODULE: ./build/src/lib/log.js
var log = __webpack_require__(7399);
// EXTERNAL MODULE: ./build/src/aws/client.js
var aws_client = __webpack_require__(3064);
;// CONCATENATED MODULE: ./build/src/aws/ecr-manifest.js






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
 * Sees that the image is there, and is one that Lambda runs: Lambda takes a single image, and refuses an index, which is
 * what builds with attestations make, in words that name neither.
 *
 * @returns the architecture that the image is for, as images name it (`amd64`, `arm64`); undefined when that is not known
 */
async function checkLambdaImage(image, aws, signal) {
    const ecr = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(249)]).then(__webpack_require__.t.bind(__webpack_require__, 8249, 19));
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
        // What it is for is a comfort: Lambda compares it, too, if late.
        log/* info */.pq(`The architecture of the image is not known. ${(0,errors/* describeFailure */.Ic)(error)}`);
        return undefined;
    });
}
function refuseIndex(uri, type) {
    if (!INDEXES.includes(type))
        return;
    throw new errors/* ActionError */.lZ(`image "${uri}" is an index (${type}), and Lambda runs single images only. Build it with provenance: false, sbom: false and one platform (docker build --provenance=false --sbom=false --platform linux/amd64), push it, and write the new digest.`);
}
/** The media type inside the manifest: what ECR says beside it is optional. */
function mediaTypeOf({ mediaType = '', manifests }) {
    return mediaType === '' && manifests ? (INDEXES[0] ?? '') : mediaType;
}
/** The image's configuration lies on S3 as its layers do (aws/containers-roadmap#178), at a signed address. */
async function readArchitecture(url, digest, signal) {
    const answer = await (0,http/* send */.tN)({ method: 'GET', url, signal });
    const found = `sha256:${(0,external_node_crypto_.createHash)('sha256').update(answer.body).digest('hex')}`;
    if (found !== digest)
        throw new errors/* ActionError */.lZ(`${url.host} sent ${found} when asked for the configuration ${digest}.`);
    return (0,http/* readJson */.Vh)(Configuration, answer, url).architecture;
}

// EXTERNAL MODULE: ./build/src/aws/identity.js
var identity = __webpack_require__(5249);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/src/lib/retry.js
var retry = __webpack_require__(2183);
;// CONCATENATED MODULE: ./build/src/lambda/deploy.js



/** Milliseconds. Lambda prepares an image of several gigabytes in a few minutes. */
const LONGEST_WAIT = 10 * 60_000;
const PAUSE = 1_000;
/** Whether the function runs this very image. Lambda resolves what it was given to a digest of its own accord. */
function runsImage({ ResolvedImageUri, ImageUri }, { digest }) {
    return [ImageUri, ResolvedImageUri].some((uri) => uri.endsWith(`@${digest}`));
}
/** Refuses a function that no image can be put on. */
function checkPackage({ PackageType }, name) {
    if (PackageType !== 'Zip')
        return;
    throw new errors/* ActionError */.lZ(`function-name "${name}": the function is made of a zip file, and Lambda never turns one into a container image. Create a function with package type Image.`);
}
/** What images call the architectures of functions. */
const architectures = { amd64: 'x86_64', arm64: 'arm64' };
/**
 * Refuses an image for another processor than the function has: Lambda takes it, and fails at the first run.
 *
 * @param architecture of the image; undefined when it is not known
 */
function checkArchitecture({ Architectures }, { uri }, architecture) {
    if (architecture === undefined || Architectures.includes(architectures[architecture] ?? ''))
        return;
    const platforms = Object.keys(architectures).filter((name) => Architectures.includes(architectures[name] ?? ''));
    throw new errors/* ActionError */.lZ(`image "${uri}" is for ${architecture}, and the function runs on ${Architectures.join(', ')}. Build it with platforms: linux/${platforms.join(', linux/')}, push it, and write the new digest; or give the function the other architecture (Lambda changes it together with the code only: aws lambda update-function-code --architectures).`);
}
/** Puts the image on the function, its configuration untouched, and waits until Lambda is done with it. */
async function deployImage(target, image, signal) {
    await untilIdle(target, signal);
    // Another update may begin in between: Lambda refuses ours then, and nothing has happened.
    await (0,retry/* retry */.L)(() => target.updateImage(image.uri), {
        what: `update of ${target.name}`,
        signal,
        transient: isConflict,
    });
    const state = await untilIdle(target, signal);
    if (state.LastUpdateStatus === 'Failed') {
        throw new errors/* ActionError */.lZ(`Lambda could not put ${image.uri} on ${target.name} (${state.LastUpdateStatusReasonCode || 'no reason code'}): ${state.LastUpdateStatusReason || 'no reason given'} The function still runs the image before. Check that the repository lets lambda.amazonaws.com pull, and that the image is a single one for ${state.Architectures.join(', ')}.`);
    }
    if (!runsImage(state, image)) {
        throw new errors/* ActionError */.lZ(`${target.name} runs ${state.ResolvedImageUri || state.ImageUri} although it was updated to ${image.uri}: something else updates it as well. Let one job at a time do it (concurrency in the workflow), and run this one again.`);
    }
    return state;
}
/** Makes a version, and waits until it can be invoked. */
async function publishVersion(target, { CodeSha256 }, signal) {
    const version = await target.publishVersion(CodeSha256);
    const { State, StateReason } = await untilIdle(target, signal, version);
    if (State === 'Failed')
        throw new errors/* ActionError */.lZ(`The version ${version} of ${target.name} failed: ${StateReason}`);
    return version;
}
/** Waits until the function is neither being created nor being updated. */
async function untilIdle(target, signal, version) {
    const end = performance.now() + LONGEST_WAIT;
    for (;;) {
        const state = await target.read(version);
        if (state.State !== 'Pending' && state.LastUpdateStatus !== 'InProgress')
            return state;
        if (performance.now() > end) {
            throw new errors/* ActionError */.lZ(`${target.name} is still being updated after ${LONGEST_WAIT / 60_000} minutes (${state.State}, ${state.LastUpdateStatus}). Look at it in the AWS console, and run the job again.`);
        }
        await (0,promises_.setTimeout)(PAUSE, undefined, { signal });
    }
}
function isConflict(error) {
    return (error instanceof errors/* ActionError */.lZ &&
        error.cause instanceof Error &&
        error.cause.name === 'ResourceConflictException');
}

;// CONCATENATED MODULE: ./build/src/results/confusion-matrix.js
/** A summary has to stay readable, and a file with more is hardly a confusion matrix. */
const MOST_CLASSES = 50;
/**
 * Reads the first table of a Markdown file as a confusion matrix: a grid (`+---+`, as pandas writes it with
 * `tablefmt="grid"`) or a pipe table. The header names the predicted classes, the first column the true ones; a class
 * that only one of the two has was never predicted, or never true. `0`, `0.0` and `0.00` are the same class.
 *
 * @throws Error with what is wrong in the text
 */
function parseConfusionMatrix(text) {
    const [header, ...rows] = firstTable(text);
    if (!header || rows.length === 0)
        throw new Error('there is no table in it');
    const predicted = distinct(header.slice(1).map(labelOf), 'columns');
    const actual = distinct(rows.map(([label = '']) => labelOf(label)), 'rows');
    const cells = new Map(rows.flatMap(([label = '', ...counts]) => {
        if (counts.length !== predicted.length)
            throw new Error(`the row "${label}" has ${counts.length} counts for ${predicted.length} columns`);
        return counts.map((count, column) => [keyOf(labelOf(label), predicted[column] ?? ''), readCount(count)]);
    }));
    const labels = [...new Set([...actual, ...predicted])].sort(byNumber);
    if (labels.length > MOST_CLASSES)
        throw new Error(`it has ${labels.length} classes; at most ${MOST_CLASSES} are read`);
    const counts = labels.map((row) => labels.map((column) => cells.get(keyOf(row, column)) ?? 0));
    if (total({ labels, counts }) === 0)
        throw new Error('all of its counts are 0');
    return { labels, counts };
}
/** How many samples the matrix counts. */
function total({ counts }) {
    return sum(counts.flat());
}
function sum(values) {
    return values.reduce((all, value) => all + value, 0);
}
/** Rows of cells; the lines of a grid and the rule below a pipe table's header are left out. */
function firstTable(text) {
    const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim());
    const start = lines.findIndex((line) => line.startsWith('|'));
    const rest = start === -1 ? [] : lines.slice(start);
    const end = rest.findIndex((line) => !/^[|+]/.test(line));
    return (end === -1 ? rest : rest.slice(0, end))
        .filter((line) => line.startsWith('|') && !/^[|:\s-]+$/.test(line))
        .map((line) => line
        .replace(/^\||\|$/g, '')
        .split('|')
        .map((cell) => cell.trim()));
}
function labelOf(cell) {
    return /^-?\d+\.0*$/.test(cell) ? cell.slice(0, cell.indexOf('.')) : cell;
}
function readCount(cell) {
    const digits = labelOf(cell);
    if (/^\d{1,15}$/.test(digits))
        return Number(digits);
    throw new Error(`"${cell}" is no count; a confusion matrix has whole numbers from 0 on`);
}
function distinct(labels, what) {
    const twice = labels.find((label, index) => labels.indexOf(label) !== index);
    if (twice !== undefined)
        throw new Error(`two of its ${what} are named "${twice}"`);
    return labels;
}
function keyOf(row, column) {
    return JSON.stringify([row, column]);
}
function byNumber(a, b) {
    return Number(a) - Number(b) || (a < b ? -1 : 1);
}

;// CONCATENATED MODULE: ./build/src/results/classification-metrics.js

/**
 * Computes the metrics from the counts alone.
 *
 * @param positive the class that counts as found: one of the labels. It may be missing only where there is one class.
 * @throws Error when it is none of several classes
 */
function classificationMetrics(matrix, positive) {
    const { labels, counts } = matrix;
    const at = labels.indexOf(positive);
    if (at === -1 && labels.length > 1)
        throw new Error(`the classes are "${labels.join('", "')}", and "${positive}" is none of them`);
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
/** For any number of classes (Gorodkin 2004); for two it is the coefficient of Matthews. */
function correlation(count) {
    const { correct, all, actual, predicted } = count;
    const product = (a, b) => sum(a.map((value, at) => value * (b[at] ?? 0)));
    const spread = (values) => all * all - product(values, values);
    return ratio(correct * all - product(actual, predicted), Math.sqrt(spread(actual)) * Math.sqrt(spread(predicted)));
}
function ratio(part, whole) {
    return whole === 0 ? undefined : part / whole;
}

;// CONCATENATED MODULE: ./build/src/lambda/event.js

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
 * Where the evaluator of an endpoint writes on a day, in UTC: one file an endpoint and day, overwritten by each run.
 * An evaluation around midnight may write to the next day's.
 */
function resultKeys(endpointName, now) {
    const day = 24 * 60 * 60 * 1000;
    return [now, now + day].map((time) => `${new Date(time).toISOString().slice(0, 10)}/predictions/${endpointName}/PREDICTIONS.md`);
}

;// CONCATENATED MODULE: ./build/src/lambda/reply.js


const Failure = schemas/* object */.Ikc({ errorType: schemas/* _default */.Rvf(schemas/* string */.YjP(), ''), errorMessage: schemas/* _default */.Rvf(schemas/* string */.YjP(), '') });
const Batch = schemas/* object */.Ikc({ batchItemFailures: schemas/* array */.YOg(schemas/* object */.Ikc({ itemIdentifier: schemas/* string */.YjP() })) });
/**
 * Refuses a reply that is no success: Lambda answers 200 whatever the function did. Evaluators of the kind of seed 004
 * return the event, ours the messages that failed; null is how the former say that they skipped the evaluation.
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
        return `${message}. Give the function more time (at most 900 s), or it less test data.`;
    if (/Runtime\.|exec format|entrypoint/i.test(message))
        return `${message}. The image does not start on Lambda: check its architecture, its handler (CMD) and its runtime interface client.`;
    return `${message}. This is the function's own error; put it right there.`;
}
function problemOf(reply) {
    if (reply === null || reply === undefined)
        return 'it returned null, which is how it says that it skipped the evaluation. See that the endpoint is in service, and run the job again.';
    const failures = Batch.safeParse(reply).data?.batchItemFailures ?? [];
    return failures.length > 0
        ? 'it reported the message as failed (batchItemFailures). The reason is in its log.'
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

;// CONCATENATED MODULE: ./build/src/lambda/evaluate.js








/** Runs the evaluator once, waits for it, and reads what it wrote. */
async function evaluate(target, files, input, run) {
    const now = Date.now();
    const keys = resultKeys(input.endpointName, now);
    const before = await Promise.all(keys.map((key) => files.stateOf(key)));
    const { messageId, payload } = evaluationEvent(input, { messageId: (0,external_node_crypto_.randomUUID)(), now, region: run.region });
    const invocation = await invoke(target, payload, run);
    showLog(invocation);
    requireSuccess(invocation, target.name);
    const after = await Promise.all(keys.map((key) => files.stateOf(key)));
    const key = keys.find((_, index) => isNew(before[index], after[index]));
    if (key === undefined)
        throw staleFile(files, keys, before);
    return await readResult(files, key, messageId, input.positiveClass);
}
/** Sent again only when Lambda says that it was too busy to run it. */
async function invoke(target, payload, run) {
    const { qualifier, timeout, signal } = run;
    return await (0,retry/* retry */.L)(() => target.invoke(payload, { qualifier, timeout: (timeout + 60) * 1000 }), {
        what: `evaluation by ${target.name}`,
        signal,
        transient: (error) => error instanceof errors/* ActionError */.lZ &&
            error.cause instanceof Error &&
            error.cause.name === 'TooManyRequestsException',
    });
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
    const found = old ? `is still the one of ${new Date(old.modified).toISOString()}` : 'was not written';
    return new errors/* ActionError */.lZ(`The evaluator replied, and its result s3://${bucket}/${keys[0]} ${found}. Check results-bucket: is it the one that the function writes to? And its log: does it write at all?`);
}
async function readResult(files, key, messageId, positiveClass) {
    const file = `s3://${files.bucket}/${key}`;
    const { text, messageId: writtenFor } = await files.read(key);
    if (writtenFor !== undefined && writtenFor !== messageId) {
        throw new errors/* ActionError */.lZ(`${file} was written by another evaluation of the same endpoint at the same time. Let one job at a time evaluate an endpoint (concurrency in the workflow), and run this one again.`);
    }
    try {
        const matrix = parseConfusionMatrix(text);
        return { file, matrix, metrics: classificationMetrics(matrix, positiveClass) };
    }
    catch (cause) {
        throw new errors/* ActionError */.lZ(`${file} cannot be used as a confusion matrix: ${cause instanceof Error ? cause.message : cause}. Check the evaluator, and positive-class "${positiveClass}".`, { cause });
    }
}
function showLog({ log: tail }) {
    if (tail.trim() === '')
        return;
    log/* startGroup */.Oh('The end of the log of the function');
    log/* info */.pq(tail.trim());
    log/* endGroup */.N4();
}

;// CONCATENATED MODULE: ./build/src/lambda/function.js


const Text = schemas/* _default */.Rvf(schemas/* string */.YjP(), '');
/** What `GetFunction` says, as far as it matters here. */
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
    ResourceNotFoundException: 'Check function-name and region: there is no such function in the account.',
    InvalidParameterValueException: 'If it is the image: Lambda needs it in its own region, for its own architecture, and the repository has to let lambda.amazonaws.com pull.',
    CodeVerificationFailedException: 'The function takes signed code only; change its code signing configuration.',
};
async function openFunction(name, aws, signal) {
    const lambda = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(696)]).then(__webpack_require__.t.bind(__webpack_require__, 1696, 19));
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

// EXTERNAL MODULE: ./build/src/lib/inputs.js
var lib_inputs = __webpack_require__(4212);
// EXTERNAL MODULE: ./build/src/aws/ecr-host.js
var ecr_host = __webpack_require__(4464);
// EXTERNAL MODULE: ./build/src/docker/reference.js
var reference = __webpack_require__(2663);
// EXTERNAL MODULE: ./build/src/lib/fields.js
var fields = __webpack_require__(4940);
;// CONCATENATED MODULE: ./build/src/lambda/fields.js
/** The inputs of `lambda`: name, type and rules. What each means, and its default, stands in lambda/action.yml. */




const functionName = (0,fields/* parsed */.Yz)((text) => {
    const arn = /^arn:aws[a-z-]*:lambda:([a-z0-9-]+):\d{12}:function:([A-Za-z0-9_-]{1,64})$/.exec(text);
    if (arn)
        return { name: text, region: arn[1] };
    if (/^[A-Za-z0-9_-]{1,64}$/.test(text))
        return { name: text, region: undefined };
    throw new Error('is no function; write its name, or its ARN without a version or alias');
});
const fields_image = (0,fields/* parsed */.Yz)((text) => {
    const { domain = '', path, digest } = (0,reference/* parseReference */.F2)(text);
    const host = (0,ecr_host/* parseEcrHost */.w)(domain);
    if (host?.kind !== 'private')
        throw new Error(`"${text}" is not in a private repository of Amazon ECR, and Lambda runs no other images; write 123456789012.dkr.ecr.<region>.amazonaws.com/name@sha256:…`);
    if (digest === undefined)
        throw new Error(`"${text}" has no digest; add the one that was pushed (output digest of the publishing step): ${text}@sha256:…`);
    return { uri: `${domain}/${path}@${digest}`, account: host.account, region: host.region, path, digest };
});
const s3Object = (0,fields/* parsed */.Yz)((text) => {
    const [, bucket, key] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/(.+)$/.exec(text) ?? [];
    if (bucket && key)
        return { bucket, key };
    throw new Error('is no object of S3; write it as s3://bucket/path/to/test-data.csv');
});
const fields_fields = {
    'function-name': functionName,
    image: fields_image,
    region: fields/* line */.n8.check(schemas/* refine */.YPB((text) => /^[a-z]{2,}(-[a-z]+)+-\d$/.test(text), {
        error: 'is no region; write one such as eu-west-1',
    })),
    'publish-version': schemas/* prefault */.SdS(fields/* boolean */.zM, 'false'),
    'endpoint-name': fields/* line */.n8.check(schemas/* refine */.YPB((text) => /^[A-Za-z0-9](-*[A-Za-z0-9]){0,62}$/.test(text), {
        error: 'is no name of an endpoint; it has letters, digits and "-", and 63 characters at most',
    })),
    'test-data': s3Object,
    'results-bucket': fields/* line */.n8.check(schemas/* refine */.YPB((text) => /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(text), {
        error: 'is no bucket; write its name alone, without s3://',
    })),
    'positive-class': schemas/* prefault */.SdS(fields/* line */.n8, '1'),
    'minimum-accuracy': fields/* fraction */.zO,
    'minimum-precision': fields/* fraction */.zO,
    'minimum-recall': fields/* fraction */.zO,
    'minimum-f1': fields/* fraction */.zO,
    gate: schemas/* prefault */.SdS((0,fields/* oneOf */.yL)('fail', 'warn', 'off'), 'fail'),
    'api-url': fields/* address */.hl,
    'dry-run': schemas/* prefault */.SdS((0,fields/* oneOf */.yL)('auto', 'true', 'false'), 'auto'),
};
/** AWS's own variables are read by AWS's clients themselves. */
const variables = {};

;// CONCATENATED MODULE: ./build/src/lambda/inputs.js


/** Reads every input. Throws one `InputError` with all that is wrong, before anything is sent. */
function loadInputs() {
    const inputs = new lib_inputs/* Inputs */.G0(fields_fields, variables);
    const { values } = inputs;
    const { image } = values;
    const name = values['function-name'];
    if (!name)
        inputs.problem('function-name', undefined, 'is required; write the name or the ARN of the function');
    const region = values.region ?? name?.region ?? image?.region;
    if (image && region !== image.region)
        inputs.problem('image', image.uri, `is in ${image.region}, and the function in ${region}; Lambda takes images of its own region only`);
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
    };
    checkPurpose(inputs, loaded);
    inputs.refuse();
    return loaded;
}
/** An evaluation takes three inputs; with none of them, there is none. */
function loadEvaluation(inputs) {
    const names = ['endpoint-name', 'test-data', 'results-bucket'];
    const { 'endpoint-name': endpointName, 'test-data': testData, 'results-bucket': resultsBucket, 'positive-class': positiveClass, } = inputs.values;
    if (endpointName && testData && resultsBucket)
        return { endpointName, testData, resultsBucket, positiveClass };
    const given = names.filter((name) => inputs.values[name]);
    if (given.length === 0)
        return undefined;
    for (const name of names.filter((name) => !inputs.values[name]))
        inputs.problem(name, undefined, `is missing beside ${given.join(' and ')}; an evaluation takes all three`);
    return undefined;
}
function checkPurpose(inputs, { image, evaluation, publishVersion, thresholds }) {
    if (evaluation)
        return;
    if (!image && !publishVersion)
        inputs.problem('image', undefined, 'is missing, and so is an evaluation; set image to update the function, or endpoint-name, test-data and results-bucket to run it');
    for (const [metric, threshold] of Object.entries(thresholds)) {
        if (threshold !== undefined)
            inputs.problem(`minimum-${metric}`, String(threshold), 'has nothing to judge; set endpoint-name, test-data and results-bucket to run the evaluator');
    }
}

// EXTERNAL MODULE: ./build/src/lib/aws-environment.js
var aws_environment = __webpack_require__(2652);
;// CONCATENATED MODULE: ./build/src/lambda/result-file.js



/** Bytes; a confusion matrix has a few hundred. */
const LARGEST = 1024 * 1024;
async function openResultFiles(bucket, aws, signal) {
    const s3 = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(711)]).then(__webpack_require__.t.bind(__webpack_require__, 3711, 19));
    // A bucket's own host name exists at AWS only.
    const forcePathStyle = aws.endpoint !== undefined || (0,aws_environment/* readAwsEnvironment */.Z)().otherEndpoint;
    const client = new s3.S3Client({ ...(0,aws_client/* clientConfig */.y)(aws), forcePathStyle, followRegionRedirects: true });
    const options = { abortSignal: signal };
    const call = (key) => ({
        what: `read s3://${bucket}/${key}`,
        permission: `s3:GetObject on arn:aws:s3:::${bucket}/* and s3:ListBucket on arn:aws:s3:::${bucket} (without it, a missing file looks forbidden), and kms:Decrypt where the bucket has a key,`,
        signal,
        remedies: { NoSuchBucket: 'Check results-bucket: there is no such bucket.' },
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
            if (ContentLength > LARGEST)
                throw new errors/* ActionError */.lZ(`s3://${bucket}/${key} has ${ContentLength} bytes, and a confusion matrix a few hundred: something else wrote it. Check results-bucket and endpoint-name.`);
            return { text: (await Body?.transformToString()) ?? '', messageId: Metadata['message-id'] };
        },
    };
}

// EXTERNAL MODULE: ./build/src/results/gate.js
var results_gate = __webpack_require__(4829);
;// CONCATENATED MODULE: ./build/src/lambda/run-result.js


const names = { accuracy: 'Accuracy', precision: 'Precision', recall: 'Recall', f1: 'F1' };
/** A gate for each threshold. A metric without a value, such as the precision where nothing was found, meets none. */
function metricGates({ matrix, metrics }, thresholds) {
    return Object.entries(names).flatMap(([metric, name]) => {
        const threshold = thresholds[metric];
        if (threshold === undefined)
            return [];
        const observed = metrics[metric];
        return [(0,results_gate/* judge */.S4)({ name, observed, threshold, n: total(matrix), of: 'samples' })];
    });
}
/** The outputs of `lambda`, by name as in its action.yml. */
function lambdaOutputs({ evaluation, version, gates }) {
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
        passed: (0,results_gate/* passedOutput */.aW)(gates),
    };
}

// EXTERNAL MODULE: ./build/src/lib/event.js
var lib_event = __webpack_require__(2617);
// EXTERNAL MODULE: ./build/src/lib/mode.js
var mode = __webpack_require__(9746);
// EXTERNAL MODULE: ./build/src/report/gate-table.js
var gate_table = __webpack_require__(1452);
// EXTERNAL MODULE: ./build/src/report/markdown.js
var markdown = __webpack_require__(75);
// EXTERNAL MODULE: ./build/src/report/report.js
var report = __webpack_require__(8456);
;// CONCATENATED MODULE: ./build/src/report/lambda-summary.js





/** The job summary of `lambda`: verdict, gates, what ran where, confusion matrix, metrics, timeline. */
function lambdaSummary(run, journal, error) {
    const { evaluation, gates } = run;
    const sections = [
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
        ...(run.inputs?.evaluation
            ? [(0,markdown/* details */.zH)('Invoke the evaluator by hand', (0,markdown/* codeBlock */.DV)(command(run), 'sh'))]
            : []),
    ];
    return (0,report/* report */.z)(verdict(run, error), sections, journal, error);
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
    const sign = { pass: '✅', fail: '❌', none: gates.length > 0 ? '❌' : '✅' }[(0,results_gate/* overallVerdict */.Bn)(gates)];
    return (0,markdown.md) `${sign} ${name}: accuracy ${percent(accuracy)} on ${total(evaluation.matrix)} samples`;
}
function facts({ inputs, reason, dryRun, previousImage, updated, version, evaluation }) {
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
/** Rows are what is true, columns what was predicted; what was right is bold. */
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
    return (0,markdown/* table */.tp)(['Metric', 'Value', 'Of'], rows.map(([name, value, of]) => [name, value === undefined ? 'undefined (0/0)' : (0,results_gate/* figure */.vP)(value), of]));
}
/** The same message for the AWS command line; only its body matters to an evaluator. */
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

;// CONCATENATED MODULE: ./build/src/actions/lambda.js














/** Puts an image on a Lambda evaluator, runs it on test data, and judges the confusion matrix that it writes. */
const lambda = {
    begin: () => ({ gates: [] }),
    run: async (result, shell) => {
        const inputs = loadInputs();
        const { dryRun, reason } = (0,mode/* decideMode */.a)(inputs.dryRun, (0,lib_event/* readEvent */.j)());
        Object.assign(result, { inputs, dryRun, reason });
        log/* info */.pq(`${dryRun ? 'Dry run' : 'Evaluating on Lambda'}: ${reason}`);
        if (dryRun)
            await rehearse(inputs, shell, result);
        else
            await deployAndEvaluate(inputs, shell, result);
    },
    outputs: lambdaOutputs,
    summary: lambdaSummary,
    failedGate: ({ gates, inputs }) => (0,results_gate/* failedGates */.qq)(gates, inputs?.gate ?? 'fail'),
};
async function deployAndEvaluate(inputs, shell, result) {
    const target = await lambda_open(inputs, shell, result);
    await deploy(target, inputs, shell, result);
    if (inputs.evaluation)
        await runEvaluation(target, inputs, shell, result);
}
/** Sees whose credentials there are, that the image can be used, and what the function runs: nothing is changed. */
async function lambda_open(inputs, { signal, journal }, result) {
    const { aws, image, functionName } = inputs;
    const { arn } = await journal.phase('Log in', () => (0,identity/* callerIdentity */.I)(aws, signal));
    log/* info */.pq(`AWS: ${arn}`);
    const architecture = image && (await journal.phase('Check the image', () => checkLambdaImage(image, aws, signal)));
    const target = await openFunction(functionName, aws, signal);
    const state = await journal.phase('Read the function', () => target.read());
    if (image) {
        checkPackage(state, functionName);
        checkArchitecture(state, image, architecture);
    }
    result.previousImage = state.ResolvedImageUri || state.ImageUri;
    result.updated = image !== undefined && !runsImage(state, image);
    if (image && !result.updated)
        log/* info */.pq(`${functionName} runs ${image.uri} already`);
    return target;
}
async function deploy(target, { image, publishVersion: wanted }, { signal, journal }, result) {
    if (image && result.updated) {
        await journal.phase('Update the function', () => deployImage(target, image, signal));
        journal.done.push(`${target.name} was updated to ${image.uri}.`);
    }
    result.version = '$LATEST';
    if (!wanted)
        return;
    const state = await target.read();
    result.version = await journal.phase('Publish a version', () => publishVersion(target, state, signal));
    journal.done.push(`The version ${result.version} of ${target.name} was published.`);
}
async function runEvaluation(target, { evaluation: input, thresholds, gate, aws }, { signal, journal }, result) {
    if (!input)
        return;
    const { Timeout: timeout, FunctionArn } = await target.read();
    const files = await openResultFiles(input.resultsBucket, aws, signal);
    const qualifier = result.version === '$LATEST' ? undefined : result.version;
    const run = { region: FunctionArn.split(':')[3] ?? '', qualifier, timeout, signal };
    result.evaluation = await journal.phase('Evaluate', () => evaluate(target, files, input, run));
    result.gates = metricGates(result.evaluation, thresholds);
    log/* info */.pq(`The confusion matrix is ${result.evaluation.file}`);
    (0,results_gate/* reportGates */.Dx)(result.gates, gate);
}
/** A dry run reads where it may, and a pull request without credentials must not fail for it. */
async function rehearse(inputs, shell, result) {
    try {
        await lambda_open(inputs, shell, result);
    }
    catch (error) {
        shell.signal.throwIfAborted();
        log/* warning */.$e(`Not everything could be read or used, so this shows the inputs only. ${(0,errors/* describeFailure */.Ic)(error)}`, 'Dry run');
    }
}


/***/ }),

/***/ 3064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ callAws),
/* harmony export */   y: () => (/* binding */ clientConfig)
/* harmony export */ });
/* harmony import */ var _lib_aws_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2652);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9862);
/**
 * What every AWS client of ours has in common. The clients themselves are imported where they are used, and only when
 * they are, so that nobody else pays for them at start-up.
 */


/** Options for the constructor of any AWS client. Credentials come from AWS's default chain, untouched. */
function clientConfig({ region, endpoint, timeout = 60_000, attempts = 4 }) {
    const environment = (0,_lib_aws_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .readAwsEnvironment */ .Z)();
    const chosen = region ?? environment.region;
    return {
        ...(chosen !== undefined && { region: chosen }),
        ...(endpoint && { endpoint: endpoint.href }),
        maxAttempts: attempts,
        requestHandler: {
            ...(0,_lib_aws_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .proxyAgents */ .H)(),
            connectionTimeout: 10_000,
            requestTimeout: timeout,
            throwOnRequestTimeout: true,
        },
    };
}
/** Sends a request to AWS; AWS's clients retry what is transient themselves. Throws `ActionError` with what to do. */
async function callAws({ signal, ...call }, send) {
    try {
        return await send();
    }
    catch (cause) {
        signal.throwIfAborted();
        throw explainAws(cause, call);
    }
}
function explainAws(cause, { what, permission, remedies = {} }) {
    if (!(cause instanceof Error))
        return new Error(String(cause));
    const remedy = remedies[cause.name] ?? generalRemedy(cause, permission);
    const reason = cause.message === '' || cause.message === 'UnknownError' ? '' : `: ${cause.message}`;
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`AWS: could not ${what} (${cause.name}${reason}). ${remedy}`, { cause });
}
const CONFIGURE = 'Add aws-actions/configure-aws-credentials before this step, with role-to-assume and permissions: id-token: write on the job';
/** AWS's services have several names for the same refusal. */
const remedies = [
    [/^(CredentialsProviderError|ProviderError)$/, `There are no AWS credentials. ${CONFIGURE}.`],
    [
        /^(ExpiredToken|ExpiredTokenException|RequestExpired|TokenRefreshRequired)$/,
        'The AWS credentials have expired. Configure them shortly before this step, or for longer (role-duration-seconds).',
    ],
    [
        /^(InvalidClientTokenId|UnrecognizedClientException|InvalidAccessKeyId|SignatureDoesNotMatch|InvalidSignatureException|AuthFailure)$/,
        `AWS does not know the credentials. ${CONFIGURE}.`,
    ],
    [
        /^(Throttling|ThrottlingException|TooManyRequestsException|RequestLimitExceeded|ServiceUnavailable\w*|InternalFailure|ServiceException|ServerException)$/,
        'AWS is busy or has a failure. Run the job again.',
    ],
];
function generalRemedy(cause, permission) {
    const known = remedies.find(([names]) => names.test(cause.name));
    if (known)
        return known[1];
    if (/AccessDenied|Unauthorized|Forbidden|^403$/.test(cause.name) || statusOf(cause) === 403)
        return `Allow ${permission} in the policy of the AWS role that the job uses.`;
    if (/region is missing/i.test(cause.message))
        return 'Set the region: aws-region of aws-actions/configure-aws-credentials, or AWS_REGION.';
    if (statusOf(cause) === undefined)
        return 'AWS was not reached. Check the network, the proxy and AWS_ENDPOINT_URL, and run the job again.';
    return 'Check the name, the account and the region that it is in.';
}
function statusOf(cause) {
    return cause.$metadata?.httpStatusCode;
}


/***/ }),

/***/ 4464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ parseEcrHost)
/* harmony export */ });
/** Suffixes of the partitions of AWS SDK v3; the second form is the one that also answers over IPv6. */
const privateHosts = [
    /^(?<account>\d{12})\.dkr\.ecr(?:-fips)?\.(?<region>[a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|amazonaws\.eu|c2s\.ic\.gov|sc2s\.sgov\.gov|csp\.hci\.ic\.gov|cloud\.adc-e\.uk)$/,
    /^(?<account>\d{12})\.dkr-ecr(?:-fips)?\.(?<region>[a-z0-9-]+)\.on\.(?:aws|amazonwebservices\.com\.cn)$/,
];
/** Reads the host; undefined when it is no registry of AWS. The region of a private one comes from here and nowhere else. */
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

/***/ 5249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ callerIdentity)
/* harmony export */ });
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3064);

/** Who the AWS credentials are. Needs no permission, so what fails here are the credentials themselves. */
async function callerIdentity(options, signal) {
    const { STSClient, GetCallerIdentityCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(695)]).then(__webpack_require__.t.bind(__webpack_require__, 1695, 19));
    const client = new STSClient((0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .clientConfig */ .y)(options));
    const call = { what: 'see whose the AWS credentials are', permission: 'sts:GetCallerIdentity', signal };
    const { Account = '', Arn = '' } = await (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .callAws */ .I)(call, () => client.send(new GetCallerIdentityCommand({}), { abortSignal: signal }));
    return { account: Account, arn: Arn };
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

/***/ 2652:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ proxyAgents),
/* harmony export */   Z: () => (/* binding */ readAwsEnvironment)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);
/** What AWS's clients read from the environment by themselves, put right for an action. */


/**
 * Makes empty variables absent, which is what a workflow means by `AWS_PROFILE: ''` and AWS's clients do not. Everything
 * else of the environment (credentials, profile, endpoints) is for them to read.
 *
 * @returns the region of the environment, and whether AWS is somewhere else (`AWS_ENDPOINT_URL`, also of one service)
 */
function readAwsEnvironment() {
    const names = Object.keys(process.env).filter((name) => name.startsWith('AWS_'));
    for (const name of names)
        if (process.env[name]?.trim() === '')
            delete process.env[name];
    const { AWS_REGION, AWS_DEFAULT_REGION } = process.env;
    const otherEndpoint = names.some((name) => /^AWS_ENDPOINT_URL(_|$)/.test(name) && process.env[name]);
    return { region: AWS_REGION ?? AWS_DEFAULT_REGION, otherEndpoint };
}
/** Connections by way of HTTPS_PROXY, HTTP_PROXY and NO_PROXY: AWS's clients know no proxy, Node's agents do. */
function proxyAgents() {
    const options = { keepAlive: true, proxyEnv: process.env };
    return { httpAgent: new node_http__WEBPACK_IMPORTED_MODULE_0__.Agent(options), httpsAgent: new node_https__WEBPACK_IMPORTED_MODULE_1__.Agent(options) };
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

/***/ 1452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ gateTable)
/* harmony export */ });
/* harmony import */ var _results_gate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4829);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75);


const verdicts = { pass: '✅ passed', fail: '❌ failed', none: '⚪ no verdict' };
/** The gates of a run: observed value, threshold and n. */
function gateTable(gates) {
    const rows = gates.map((gate) => [
        gate.name,
        gate.observed === undefined ? '—' : (0,_results_gate_js__WEBPACK_IMPORTED_MODULE_0__/* .figure */ .vP)(gate.observed, gate.threshold),
        (0,_results_gate_js__WEBPACK_IMPORTED_MODULE_0__/* .describeThreshold */ .d9)(gate),
        `${gate.n} ${gate.of}`,
        verdicts[gate.verdict],
    ]);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['Gate', 'Observed', 'Threshold', 'n', 'Verdict'], rows);
}


/***/ }),

/***/ 4829:
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
/* harmony import */ var _lib_log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7399);
/**
 * Gates: a figure held against a threshold. The verdict has three values, since a figure that is missing, or one that
 * nobody set a threshold for, has neither passed nor failed.
 */

const relations = {
    greater_than: { holds: (a, b) => a > b, words: 'more than' },
    greater_than_equal_to: { holds: (a, b) => a >= b, words: 'at least' },
    less_than: { holds: (a, b) => a < b, words: 'less than' },
    less_than_equal_to: { holds: (a, b) => a <= b, words: 'at most' },
};
/** Holds a figure against its threshold. `comparison` is "at least" unless said. */
function judge(measure) {
    const { observed, threshold, comparison = 'greater_than_equal_to' } = measure;
    const judged = observed !== undefined && threshold !== undefined && !Number.isNaN(observed);
    const passed = judged && relations[comparison].holds(observed, threshold);
    return { ...measure, comparison, verdict: judged ? (passed ? 'pass' : 'fail') : 'none' };
}
/** The verdict of all gates together: a failed one decides, then one without a verdict; there is none without gates. */
function overallVerdict(gates) {
    const verdicts = gates.map(({ verdict }) => verdict);
    if (verdicts.includes('fail'))
        return 'fail';
    return verdicts.length === 0 || verdicts.includes('none') ? 'none' : 'pass';
}
/** The output `passed`: `true`, `false`, or empty for no verdict. */
function passedOutput(gates) {
    return { pass: 'true', fail: 'false', none: '' }[overallVerdict(gates)];
}
/** One sentence: "Overall metric is 0.573, and has to be at least 0.6 (4 results)." */
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
/** What a gate asks for, for a table: "at least 0.6". */
function describeThreshold({ threshold, comparison }) {
    return threshold === undefined ? 'none' : `${relations[comparison].words} ${threshold}`;
}
/** A figure in six digits, or in as many as it takes to tell it from its threshold. */
function figure(value, threshold) {
    const short = Number(value.toPrecision(6));
    return String(short === threshold ? value : short);
}
/** Logs every verdict; with `warn`, what does not pass becomes a warning of the run. */
function reportGates(gates, mode) {
    for (const gate of gates)
        _lib_log_js__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(`Gate: ${describeGate(gate)} ${verdictWords[gate.verdict]}`);
    const unmet = unmetGates(gates);
    if (mode === 'warn' && unmet)
        _lib_log_js__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e(unmet, 'The gate did not pass');
}
/** Why the step fails, for `failedGate` of an action; undefined when it does not. */
function failedGates(gates, mode) {
    return mode === 'fail' ? unmetGates(gates) : undefined;
}
/** A threshold with nothing to hold against it was asked for and is not met: a gate must not pass for want of data. */
function unmetGates(gates) {
    const unmet = gates.filter(({ verdict, threshold }) => verdict === 'fail' || (verdict === 'none' && threshold !== undefined));
    return unmet.length > 0 ? unmet.map(describeGate).join('\n') : undefined;
}
const verdictWords = { pass: 'Passed.', fail: 'Failed.', none: 'No verdict.' };


/***/ })

};
