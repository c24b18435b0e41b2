export const id = 3032;
export const ids = [3032,3867];
export const modules = {

/***/ 5143:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ LABELED_ROWS),
/* harmony export */   D: () => (/* binding */ batchedLoadCalls)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9139);
/* harmony import */ var _util_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7583);
/* harmony import */ var _util_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9168);
/* harmony import */ var _frames_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7861);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8431);





/** Maximum rows per batch of a download: a few dozen megabytes. The vendor's client requests a million. */
const BATCH_ROWS = 20_000;
/** Maximum rows per batch with ground truths. These rows may be large: masks and polygons take kilobytes. */
const LABELED_ROWS = 2_000;
/** Maximum milliseconds to prepare all batches or accept an upload on the platform, as in the vendor's client. */
const PREPARATION = 60 * 60_000;
/** Maximum milliseconds for one batch. */
const TRANSFER = 10 * 60_000;
/** Maximum bytes of one batch. */
const MAX_BATCH_BYTES = 512 * 1024 * 1024;
const columns = ['test_sample', 'inference'];
const labeledColumns = ['test_sample', 'test_sample_metadata', 'ground_truth', 'inference'];
/** Calls for test samples and inferences, which are transferred in batches through the platform's storage. */
function batchedLoadCalls(call, apiUrl, signal) {
    const batchedLoad = (...path) => ['batched-load', ...path];
    /** Starts a download and reads it batch by batch. */
    async function* download(path, body) {
        for await (const { rows } of downloadColumns(path, { batch_size: BATCH_ROWS, ...body }, columns))
            yield rows;
    }
    async function* downloadColumns(path, body, names) {
        const answer = await call.send('PUT', path, { body, timeout: PREPARATION });
        const batches = readLines(_schemas_js__WEBPACK_IMPORTED_MODULE_3__/* .DownloadBatch */ .$C, answer, apiUrl);
        let failure;
        try {
            for (const [index, batch] of batches.entries())
                yield { rows: await readBatch(batch.path, names), left: batches.length - index - 1 };
        }
        catch (error) {
            failure = error;
            throw error;
        }
        finally {
            const completed = complete(batches.at(-1)?.uuid);
            // If the download failed, its reason matters more than a failure to complete it.
            await (failure === undefined ? completed : completed.catch(() => { }));
        }
    }
    /** Tells the platform that it may remove the batches of a download. */
    async function complete(uuid) {
        if (uuid !== undefined && !signal.aborted)
            await call.send('PUT', batchedLoad('download', 'complete'), { body: { uuid } });
    }
    /** Repeats the download of a batch that arrives incomplete. */
    async function readBatch(path, names) {
        const attempt = async () => {
            const bytes = await fetchBatch(path);
            try {
                return await (0,_frames_js__WEBPACK_IMPORTED_MODULE_4__/* .readFrame */ .I)(bytes, names);
            }
            catch (cause) {
                const message = `${apiUrl.host} sent a batch of ${bytes.length} bytes that is not a complete Parquet file: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(cause)}`;
                throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j$(message, undefined, undefined, { cause });
            }
        };
        return await (0,_util_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L)(attempt, { what: 'the download of a batch', signal });
    }
    async function fetchBatch(path) {
        const transfer = { attempts: 1, timeout: TRANSFER, largestAnswer: MAX_BATCH_BYTES };
        const route = batchedLoad('download', 'by-path', ...path.split('/'));
        const answer = await call.send('GET', route, { ...transfer, expect: redirects });
        if (!redirects.includes(answer.status))
            return answer.body;
        // The storage gets no token: the signed address itself grants access.
        const location = answer.headers.location ?? '';
        if (!URL.canParse(location, apiUrl.href))
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j$(`The platform redirects a batch to "${location}"`, answer.status);
        const url = new URL(location, apiUrl);
        return (await (0,_util_http_js__WEBPACK_IMPORTED_MODULE_1__/* .send */ .tN)({ method: 'GET', url, signal, ...transfer })).body;
    }
    async function putBatch(uuid, batch) {
        const { signed_url } = await call('GET', batchedLoad('upload', 'signed-url', uuid), _schemas_js__WEBPACK_IMPORTED_MODULE_3__/* .SignedUrl */ .oY);
        const headers = {
            'content-type': 'application/octet-stream',
            'content-length': String(batch.length),
        };
        // Also without the token. Sending it again replaces the same object.
        await (0,_util_http_js__WEBPACK_IMPORTED_MODULE_1__/* .send */ .tN)({
            method: 'PUT',
            url: new URL(signed_url),
            headers,
            body: async function* () {
                yield batch;
            },
            signal,
            timeout: TRANSFER,
        });
    }
    const testRun = (name) => ['generic', 'test-run', name];
    return {
        /**
         * Returns the test samples of a test run that its model has no inference for yet; with `all`, the others as well.
         */
        testSamplesOf: (testRunId, { all }) => download(testRun('load-remaining-test-samples'), { test_run_id: testRunId, load_all: all }),
        /** Returns the test samples of a test run that have an inference, with the inference. */
        inferencesOf: (testRunId) => download(testRun('load-test-sample-inferences'), { test_run_id: testRunId }),
        /**
         * Returns the test samples of a test suite. A sample in several test cases occurs several times. Creates no test
         * run.
         */
        testSamplesOfSuite: (testSuiteId) => download(['generic', 'test-suite', 'load-test-samples'], { test_suite_id: testSuiteId }),
        /** Returns the inferences of a model on a test case, with their test samples. Creates no test run. */
        inferencesOfModel: (modelId, testCaseId) => download(['generic', 'model', 'load-inferences'], { model_id: modelId, test_case_id: testCaseId }),
        /** Returns the same with metadata and ground truths, in smaller batches. */
        labeledSamples: (modelId, testCaseId) => {
            const body = { batch_size: LABELED_ROWS, model_id: modelId, test_case_id: testCaseId };
            return downloadColumns(['generic', 'model', 'load-inferences'], body, labeledColumns);
        },
        /** Uploads batches to the platform's storage. Returns the id of the upload, which has no effect by itself. */
        uploadBatches: async (batches) => {
            const { uuid } = await call('PUT', batchedLoad('upload', 'init'), _schemas_js__WEBPACK_IMPORTED_MODULE_3__/* .UploadId */ .nP);
            for await (const batch of batches)
                await putBatch(uuid, batch);
            return uuid;
        },
        /**
         * Creates the inferences of an upload. Sent once: if the outcome is unknown (`HttpError.outcomeUnknown`), look
         * before you retry.
         *
         * @param reset whether they replace existing inferences
         */
        uploadInferences: async (uuid, testRunId, reset) => {
            const body = { uuid, test_run_id: testRunId, reset };
            await call.send('PUT', testRun('upload-inferences'), { body, attempts: 1, timeout: PREPARATION });
        },
    };
}
const redirects = [301, 302, 303, 307, 308];
/** Reads an answer with one JSON value per line. */
function readLines(schema, { status, headers, body }, from) {
    const lines = body.toString('utf8').split('\n');
    return lines
        .filter((line) => line.trim() !== '')
        .map((line) => (0,_util_http_js__WEBPACK_IMPORTED_MODULE_1__/* .readJson */ .Vh)(schema, { status, headers, body: Buffer.from(line) }, from));
}


/***/ }),

/***/ 3867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  logIn: () => (/* binding */ logIn)
});

// EXTERNAL MODULE: ./build/src/runtime/errors.js
var errors = __webpack_require__(9139);
// EXTERNAL MODULE: ./build/src/runtime/log.js
var log = __webpack_require__(772);
// EXTERNAL MODULE: ./build/src/runtime/secrets.js + 1 modules
var secrets = __webpack_require__(5758);
// EXTERNAL MODULE: ./build/src/platforms/kolena/batched-load.js
var batched_load = __webpack_require__(5143);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/util/http.js + 2 modules
var http = __webpack_require__(7583);
;// CONCATENATED MODULE: ./build/src/platforms/kolena/calls.js



/** Where the address of the platform comes from. */
const setting = 'api-url (or KOLENA_API_URL)';
/** @param authorization returns the headers for a call at the time when it is sent */
function caller(apiUrl, authorization, signal) {
    const answer = async (method, path, { body, query, ...rest } = {}) => {
        // Percent-encode each whole segment, because a name may contain a slash.
        const url = new URL(`${apiUrl.href.replace(/\/$/, '')}/v1/${path.map(encodeURIComponent).join('/')}`);
        if (query)
            url.search = query;
        const headers = {
            'content-type': 'application/json',
            'x-request-id': (0,external_node_crypto_.randomUUID)().replaceAll('-', ''),
        };
        const content = body === undefined ? {} : { body: JSON.stringify(body) };
        const attempt = (own) => (0,http/* send */.tN)({ method, url, setting, headers: { ...own.headers, ...headers }, signal, ...content, ...rest });
        const own = await authorization();
        try {
            return await attempt(own);
        }
        catch (error) {
            // The platform did not act on the refused call, so nothing is sent twice.
            if (!own.renew || !(error instanceof errors/* HttpError */.j$ && error.status === 401))
                throw error;
            return await attempt(await own.renew());
        }
    };
    const call = async (method, path, schema, options) => (0,http/* readJson */.Vh)(schema, await answer(method, path, options), apiUrl, setting);
    const find = async (method, path, schema, { none = 404, ...options } = {}) => {
        const reply = await answer(method, path, { ...options, expect: [none] });
        return reply.status === none ? undefined : (0,http/* readJson */.Vh)(schema, reply, apiUrl, setting);
    };
    return Object.assign(call, { find, send: answer });
}

// EXTERNAL MODULE: ./build/src/platforms/kolena/schemas.js
var schemas = __webpack_require__(8431);
;// CONCATENATED MODULE: ./build/src/platforms/kolena/evaluators.js

/** Calls for evaluators and the repositories of their images. */
function evaluatorCalls(call) {
    const evaluators = ['generic', 'workflow', 'evaluator'];
    return {
        /** Creates `organization/name` in the platform's registry. */
        createRepository: async (repository) => {
            const { status } = await call.send('POST', ['ecr', 'repository'], {
                body: { repository },
                expect: [409],
            });
            return status === 409 ? 'exists' : 'created';
        },
        /** Returns the latest registration of an evaluator for a workflow, without its secret. */
        findEvaluator: (workflow, name) => call.find('GET', [...evaluators, workflow, name], schemas/* Evaluator */.oi, { query: 'include_secret=False' }),
        listEvaluators: async (workflow) => (await call('GET', [...evaluators, workflow], schemas/* Evaluators */.HW)).evaluators,
        /** Sent once: if the outcome is unknown (`HttpError.outcomeUnknown`), read back before you retry. */
        register: (body) => call('POST', evaluators, schemas/* Evaluator */.oi, { body, attempts: 1 }),
    };
}

;// CONCATENATED MODULE: ./build/src/platforms/kolena/models.js

/** Calls for models. The platform has no call that changes a model's metadata or tags. */
function modelCalls(call) {
    const path = (name) => ['generic', 'model', name];
    return {
        /** Returns the model with that name, in any workflow: names are unique in the organization. */
        findModel: (name) => call.find('PUT', path('load'), schemas/* Model */.Kx, { body: { name } }),
        /** Returns the models of a workflow that have all of the tags. */
        listModels: async (workflow, tags) => (await call('PUT', path('load-all'), schemas/* Models */.Bj, { body: { workflow, tags } })).models,
        /**
         * Returns undefined if the name is taken. Sent once: if the outcome is unknown (`HttpError.outcomeUnknown`), look
         * before you retry.
         */
        createModel: ({ name, metadata, workflow, tags }) => {
            const body = { name, metadata, workflow, tags };
            return call.find('POST', path('create'), schemas/* Model */.Kx, { body, attempts: 1, none: 409 });
        },
    };
}

;// CONCATENATED MODULE: ./build/src/platforms/kolena/test-runs.js

/**
 * Calls for test suites and the test runs of models on them. The platform has no call that reports a run's progress.
 */
function testRunCalls(call) {
    const path = (name) => ['generic', 'test-run', name];
    return {
        /** @param version null for the latest */
        findTestSuite: (name, version) => call.find('PUT', ['generic', 'test-suite', 'load'], schemas/* TestSuite */.lB, { body: { name, version } }),
        /**
         * Returns the test run of a model on a test suite whose metrics the registered evaluator computes. Creates it if it
         * does not exist.
         */
        openTestRun: async (modelId, testSuiteId) => {
            const body = { model_id: modelId, test_suite_id: testSuiteId, evaluator: null, configurations: [] };
            return (await call('PUT', path('create-or-retrieve'), schemas/* TestRun */.mJ, { body })).test_run_id;
        },
        /** Starts the registered evaluator on a test run. A second start computes the metrics again. */
        evaluate: async (testRunId) => {
            // The status is the whole answer: the vendor's client reads no body either.
            await call.send('PUT', path('evaluate'), { body: { test_run_id: testRunId } });
        },
    };
}

;// CONCATENATED MODULE: ./build/src/platforms/kolena/client.js









/** The release of the vendor's Python client whose wire format this is. The login sends it to the platform. */
const CLIENT_VERSION = '1.69.0';
/**
 * Logs in with an API token, as the vendor's client does before each command. A session that expires during a long
 * build is replaced by a new login, once for each call that meets the expiry.
 * @param apiUrl such as `https://api.kolena.io`, without the `/v1`
 */
async function logIn(apiUrl, apiToken, signal) {
    const anonymous = caller(apiUrl, async () => ({ headers: {} }), signal);
    const open = async () => {
        const login = await anonymous('PUT', ['token', 'login'], schemas/* Login */.az, {
            body: { api_token: apiToken, version: CLIENT_VERSION },
        }).catch(explainLogin(apiUrl));
        (0,secrets/* maskSecret */.$l)(login.access_token);
        return login;
    };
    const first = await open();
    let current = authorize(Promise.resolve(first));
    function authorize(login) {
        const own = login.then(({ access_token }) => ({
            headers: { authorization: `Bearer ${access_token}` },
            renew: () => {
                // If several calls meet the end of the session, the first one logs in.
                if (current === own) {
                    log/* info */.pq('The session at the platform has ended; logging in again');
                    current = authorize(open());
                }
                return current;
            },
        }));
        return own;
    }
    const call = caller(apiUrl, () => current, signal);
    return {
        /** The organization that the token belongs to. */
        tenant: first.tenant,
        ...evaluatorCalls(call),
        ...modelCalls(call),
        ...testRunCalls(call),
        ...(0,batched_load/* batchedLoadCalls */.D)(call, apiUrl, signal),
    };
}
function explainLogin(apiUrl) {
    return (cause) => {
        if (!(cause instanceof errors/* HttpError */.j$))
            throw cause;
        if (cause.status === 404 || cause.status === 405)
            throw new errors/* ActionError */.lZ(`${(0,errors/* sentence */.em)(cause.message)} This is not the address of the platform's API. Correct ${setting}, or leave it out.`, { cause });
        if (cause.status !== 401)
            throw cause;
        throw new errors/* ActionError */.lZ(`api-token: ${apiUrl.host} does not accept the token (401). Create a new API token on the platform's developer page. In a workflow, store it as the secret that api-token gets; elsewhere, set KOLENA_TOKEN to it.`, { cause });
    };
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

/***/ 7861:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ readFrame),
/* harmony export */   v: () => (/* binding */ writeFrame)
/* harmony export */ });
/** Data frames as the platform exchanges them: Parquet files with columns of JSON text. */
async function writeFrame(frame) {
    const { parquetWriteBuffer } = await Promise.all(/* import() */[__webpack_require__.e(3015), __webpack_require__.e(8649), __webpack_require__.e(1578)]).then(__webpack_require__.bind(__webpack_require__, 1578));
    const columnData = Object.entries(frame).map(([name, data]) => ({
        name,
        // The writer encodes each text into a buffer of its own, which takes longer.
        data: data.map((value) => (typeof value === 'string' ? Buffer.from(value) : value)),
        type: typeof data[0] === 'bigint' ? 'INT64' : 'STRING',
    }));
    return Buffer.from(parquetWriteBuffer({ columnData, statistics: false }));
}
/**
 * Reads those of the requested columns that the file has, row by row. Column names ignore case, as in the vendor's
 * client. An empty cell is null.
 */
async function readFrame(bytes, wanted) {
    const { parquetMetadata, parquetReadObjects } = await Promise.all(/* import() */[__webpack_require__.e(3015), __webpack_require__.e(6381), __webpack_require__.e(8649), __webpack_require__.e(537)]).then(__webpack_require__.bind(__webpack_require__, 537));
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
    const metadata = parquetMetadata(file);
    const names = metadata.schema.slice(1).map(({ name }) => name);
    const columns = names.filter((name) => wanted.includes(name.toLowerCase()));
    const rows = await parquetReadObjects({ file, metadata, columns });
    const keys = columns.map((name) => [name, name.toLowerCase()]);
    return rows.map((row) => {
        const texts = {};
        for (const [name, key] of keys)
            texts[key] = asText(row[name]);
        return texts;
    });
}
/** A column that is marked as JSON arrives parsed. */
function asText(cell) {
    if (cell === null || cell === undefined)
        return null;
    return typeof cell === 'string' ? cell : JSON.stringify(cell);
}


/***/ }),

/***/ 1850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ modelLink),
/* harmony export */   T: () => (/* binding */ resultsLink)
/* harmony export */ });
/** Links to pages of the platform's application, as the vendor's client prints them. */
const APPLICATION = 'https://app.kolena.com';
function modelLink(tenant, modelId) {
    return link(tenant, 'models', { modelIds: modelId });
}
/**
 * Links to the results of a model on one version of a test suite. The page exists once the evaluator has computed them.
 */
function resultsLink(tenant, workflow, modelId, testSuiteId) {
    return link(tenant, 'results', { modelIds: modelId, testSuiteId, workflow });
}
function link(tenant, page, query) {
    const url = new URL(`${APPLICATION}/${encodeURIComponent(tenant)}/${page}`);
    for (const [name, value] of Object.entries(query))
        url.searchParams.set(name, String(value));
    return url.href;
}


/***/ }),

/***/ 8431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $C: () => (/* binding */ DownloadBatch),
/* harmony export */   Bj: () => (/* binding */ Models),
/* harmony export */   HW: () => (/* binding */ Evaluators),
/* harmony export */   Kx: () => (/* binding */ Model),
/* harmony export */   az: () => (/* binding */ Login),
/* harmony export */   lB: () => (/* binding */ TestSuite),
/* harmony export */   mJ: () => (/* binding */ TestRun),
/* harmony export */   nP: () => (/* binding */ UploadId),
/* harmony export */   oY: () => (/* binding */ SignedUrl),
/* harmony export */   oi: () => (/* binding */ Evaluator)
/* harmony export */ });
/* unused harmony exports AwsRoleConfig, ListedEvaluator */
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8395);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3759);
/** Shapes of the platform's replies, as the vendor's client reads them. Other fields are ignored. */

const Login = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    tenant: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._minLength */ .m9(1)),
    access_token: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._minLength */ .m9(1)),
});
/** The roles that an evaluator with an AWS role runs with. The service also sends `job_role_name`. */
const AwsRoleConfig = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    job_role_arn: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    external_id: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    assume_role_arn: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
});
/** A registered evaluator. `created` looks like `2023-04-03 16:18:10.703 -0700`. */
const Evaluator = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    name: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    image: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    created: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    aws_role_config: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(AwsRoleConfig), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((config) => config ?? null)),
});
/**
 * An evaluator of a workflow in a list. The vendor's client accepts one without an image, which the platform cannot
 * run.
 */
const ListedEvaluator = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), image: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()) });
const Evaluators = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ evaluators: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(ListedEvaluator) });
/** A model. The vendor's client reads all of these fields; metadata may contain any JSON. */
const Model = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    name: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    metadata: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .json */ .Pq9()),
    tags: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    workflow: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
});
const Models = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ models: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(Model) });
/** One version of a test suite. The id belongs to the version. */
const TestSuite = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    name: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    version: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(),
    test_cases: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ id: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr(), name: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })),
    workflow: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
});
const TestRun = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ test_run_id: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr() });
/** One batch of a download. */
const DownloadBatch = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ uuid: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), path: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._minLength */ .m9(1)) });
const UploadId = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ uuid: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._minLength */ .m9(1)) });
const SignedUrl = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ signed_url: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .url */ .OZ5() });


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
