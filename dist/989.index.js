export const id = 989;
export const ids = [989];
export const modules = {

/***/ 989:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkLambdaStart: () => (/* binding */ checkLambdaStart),
  startOnLambda: () => (/* binding */ startOnLambda)
});

// EXTERNAL MODULE: ./build/src/docker/container.js
var container = __webpack_require__(6417);
// EXTERNAL MODULE: ./build/src/docker/engine.js
var engine = __webpack_require__(4942);
// EXTERNAL MODULE: ./build/src/docker/network.js
var network = __webpack_require__(8408);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./build/src/util/listen.js
var listen = __webpack_require__(859);
// EXTERNAL MODULE: ./build/src/util/read-all.js
var read_all = __webpack_require__(3150);
;// CONCATENATED MODULE: ./build/src/platforms/aws/lambda-runtime.js




/** Maximum bytes of a runtime's report, which contains at most a stack trace. */
const MAX_REPORT_BYTES = 256 * 1024;
const Report = schemas/* object */.Ikc({ errorType: schemas/* _default */.Rvf(schemas/* string */.YjP(), ''), errorMessage: schemas/* _default */.Rvf(schemas/* string */.YjP(), '') });
/**
 * Starts a server that replaces Lambda's runtime API. It never sends an event: a runtime that requests one waits.
 * https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
 *
 * @param changed called when the runtime requests an event or reports that it could not load the handler
 */
async function startLambdaRuntimeApi(host, changed) {
    let asked = false;
    let initError;
    const answer = async (request, response) => {
        const { method = '', url = '' } = request;
        if (method === 'GET' && url.endsWith('/runtime/invocation/next'))
            asked = true;
        else if (method === 'POST' && url.endsWith('/runtime/init/error')) {
            initError = parse(await (0,read_all/* readAll */.y)(request, MAX_REPORT_BYTES));
            response.writeHead(202).end('{"status":"OK"}');
        }
        else
            return void response.writeHead(404).end();
        changed();
    };
    const server = (0,external_node_http_.createServer)((request, response) => {
        answer(request, response).catch(() => response.destroy());
    });
    const port = await (0,listen/* listenOnFreePort */.A)(server, host);
    return {
        address: `${host}:${port}`,
        get asked() {
            return asked;
        },
        get initError() {
            return initError;
        },
        close: () => new Promise((resolve) => {
            server.close(() => resolve());
            server.closeAllConnections();
        }),
    };
}
function parse(body) {
    try {
        return Report.parse(JSON.parse(body.toString('utf8')));
    }
    catch {
        return { errorType: '', errorMessage: body.toString('utf8') };
    }
}

// EXTERNAL MODULE: ./build/src/runtime/errors.js
var errors = __webpack_require__(9139);
// EXTERNAL MODULE: ./build/src/runtime/log.js
var log = __webpack_require__(772);
// EXTERNAL MODULE: ./build/src/runtime/untrusted-text.js
var untrusted_text = __webpack_require__(6786);
// EXTERNAL MODULE: ./build/src/image/verify/findings.js
var findings = __webpack_require__(3547);
// EXTERNAL MODULE: ./build/src/image/verify/start-check.js + 1 modules
var start_check = __webpack_require__(8407);
;// CONCATENATED MODULE: ./build/src/image/verify/lambda-start.js









/** Maximum seconds that Lambda gives an image to load its handler. */
const MAX_INIT_SECONDS = 10;
/**
 * Starts an image as AWS Lambda does, until it requests its first event. If the container cannot reach this process,
 * starts it as on a laptop, where the base images of AWS keep running.
 */
async function startOnLambda(caller, image, timeLimit) {
    const seconds = Math.min(timeLimit, MAX_INIT_SECONDS);
    try {
        return await (0,network/* withInternalNetwork */.e)(caller, ({ name, gateway }) => startInNetwork(caller, image, seconds, name, gateway));
    }
    catch (error) {
        caller.signal.throwIfAborted();
        const unreachable = error instanceof errors/* ActionError */.lZ || error.code === 'EADDRNOTAVAIL';
        if (!unreachable)
            throw error;
        log/* info */.pq('The image cannot reach a stand-in for the runtime API of Lambda from here; starting it without one');
        const outcome = await (0,container/* runContainer */.z)(caller, image.id, { network: 'none', timeLimit: seconds });
        return { outcome, asked: false, initError: undefined };
    }
}
async function startInNetwork(caller, image, timeLimit, network, gateway) {
    let id;
    const end = () => {
        // The image has shown that it works, and would now wait for an event forever.
        if (id)
            (0,engine/* send */.tN)(caller, { method: 'POST', path: `/containers/${id}/kill` }).catch(() => { });
    };
    const runtime = await startLambdaRuntimeApi(gateway, end);
    try {
        const outcome = await (0,container/* runContainer */.z)(caller, image.id, {
            network,
            timeLimit,
            environment: {
                AWS_LAMBDA_RUNTIME_API: runtime.address,
                AWS_LAMBDA_FUNCTION_NAME: 'verification',
                AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
                AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512',
                AWS_REGION: 'us-east-1',
            },
            created: (created) => {
                id = created;
            },
        });
        return { outcome, asked: runtime.asked, initError: runtime.initError };
    }
    finally {
        await runtime.close();
    }
}
/** Judges how an image for AWS Lambda started: it must request an event, or at least keep running. */
function checkLambdaStart({ outcome, asked, initError }, platform) {
    const { exitCode, timedOut, refusal, output, outOfMemory } = outcome;
    if (initError)
        return [initFinding(initError)];
    if (asked)
        return [];
    const here = `linux/${process.arch === 'x64' ? 'amd64' : process.arch}`;
    // Either the engine or the kernel refuses such an image.
    const foreign = refusal !== undefined || /exec format error/i.test(output.join('\n'));
    if (platform !== here && foreign)
        return [
            (0,findings/* finding */.gk)('unclear-start', `the image is for ${platform}, which this machine cannot run: it was not started`),
        ];
    if (refusal !== undefined)
        return [(0,findings/* finding */.gk)('cannot-start', `the engine cannot start the image: ${(0,untrusted_text/* sanitizeLine */.g$)(refusal)}`)];
    if (timedOut)
        return [];
    if (outOfMemory)
        return [(0,findings/* finding */.gk)('start-crash', 'the image ran out of memory')];
    const failure = (0,start_check/* readLoaderFailure */.kz)(outcome);
    if (failure)
        return [(0,findings/* finding */.gk)(failure.id, failure.message)];
    // A client that reports a missing address of the runtime API has started.
    if (exitCode !== 0 && output.some((line) => line.includes('AWS_LAMBDA_RUNTIME_API')))
        return [];
    const end = `the image ended with exit code ${exitCode ?? 'unknown'}: ${(0,start_check/* endOfOutput */.IG)(output)}`;
    if (exitCode === undefined || (0,start_check/* isCrash */.IP)(exitCode))
        return [(0,findings/* finding */.gk)('start-crash', end)];
    return [(0,findings/* finding */.gk)('ends-on-lambda', end)];
}
function initFinding({ errorType, errorMessage }) {
    const text = (0,untrusted_text/* sanitizeLine */.g$)(`${errorType}: ${errorMessage}`.replaceAll(/\s+/g, ' ')).slice(0, 300);
    const id = /Import|Module|NoSuchHandler|HandlerNotFound|ClassNotFound/i.test(errorType)
        ? 'import-error'
        : /Syntax/i.test(errorType)
            ? 'syntax-error'
            : 'unclear-start';
    return (0,findings/* finding */.gk)(id, `the handler could not be loaded: ${text}`);
}


/***/ })

};
