export const id = 3867;
export const ids = [3867];
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


/***/ })

};
