export const id = 5732;
export const ids = [5732];
export const modules = {

/***/ 5732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DE: () => (/* binding */ unwrapped),
/* harmony export */   Ng: () => (/* binding */ connect),
/* harmony export */   gq: () => (/* binding */ findOwn),
/* harmony export */   placeComment: () => (/* binding */ placeComment)
/* harmony export */ });
/* harmony import */ var _octokit_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5194);
/* harmony import */ var _octokit_plugin_paginate_rest__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3779);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9139);
/* harmony import */ var _runtime_log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(772);
/* harmony import */ var _util_http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7583);





/** Milliseconds. GitHub answers within one or two seconds, and a step should not wait long for its comment. */
const TIMEOUT = 10_000;
/**
 * Creates a comment, or updates the one that this token created before: its author's first comment that contains the
 * marker, an HTML comment. Throws `HttpError` if GitHub refuses or does not answer.
 */
async function placeComment(pullRequest, marker, body, signal) {
    const { owner, repo, number } = pullRequest;
    const octokit = connect(pullRequest, signal);
    try {
        const [own] = await findOwn(octokit, pullRequest, marker);
        if (own === undefined)
            await octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
                ...{ owner, repo, issue_number: number, body },
            });
        else
            await octokit.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
                ...{ owner, repo, comment_id: own.id, body },
            });
    }
    catch (error) {
        throw unwrapped(error);
    }
}
/** Returns the error that `fetch` threw, which Octokit wraps. */
function unwrapped(error) {
    return error instanceof Error && error.cause instanceof Error ? error.cause : error;
}
/**
 * Creates an Octokit that sends its requests through this action's HTTP client, so that proxies, time limits and the
 * refusal of redirects apply. Uses its parts instead of `@actions/github`, which creates an undici client for the proxy
 * when it is loaded; undici is not in the bundle.
 */
function connect({ apiUrl, token }, signal) {
    const { origin } = new URL(apiUrl);
    const fetch = async (url, { method = 'GET', headers, body } = {}) => {
        // The server chooses the address of the next page, and the request includes the token.
        if (new URL(String(url)).origin !== origin)
            throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${origin} leads to another host, ${url}, which must not get the token`);
        const answer = await (0,_util_http_js__WEBPACK_IMPORTED_MODULE_2__/* .send */ .tN)({
            method: method,
            url: new URL(String(url)),
            headers: headers,
            ...(typeof body === 'string' && { body }),
            signal,
            timeout: TIMEOUT,
            // Retry everything, so that a comment whose answer was lost is found and not created twice.
            attempts: 1,
        });
        return new Response(answer.body.length > 0 ? new Uint8Array(answer.body) : null, answer);
    };
    const quiet = { debug() { }, info() { }, warn: _runtime_log_js__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq, error: _runtime_log_js__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq };
    const OctokitWithPages = _octokit_core__WEBPACK_IMPORTED_MODULE_3__/* .Octokit */ .E.plugin(_octokit_plugin_paginate_rest__WEBPACK_IMPORTED_MODULE_4__/* .paginateRest */ .ud);
    return new OctokitWithPages({ auth: token, baseUrl: apiUrl, request: { fetch, log: quiet }, log: quiet });
}
/**
 * Returns the comments of this token's author that begin with the marker, oldest first. Others may quote or copy the
 * marker, so only the author's own comments count, and only if they begin with it.
 */
async function findOwn(octokit, { owner, repo, number }, marker) {
    // REST has no such call for the tokens of workflows.
    const { viewer } = await octokit.graphql('query { viewer { login } }');
    const comments = await octokit.paginate('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        ...{ owner, repo, issue_number: number, per_page: 100 },
    });
    return comments
        .filter(({ user, body }) => user?.login === viewer.login && body?.startsWith(marker))
        .map(({ id, body = '' }) => ({ id, body }));
}


/***/ })

};
