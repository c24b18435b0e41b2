export const id = 732;
export const ids = [732];
export const modules = {

/***/ 5732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   placeComment: () => (/* binding */ placeComment)
/* harmony export */ });
/* harmony import */ var _octokit_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5194);
/* harmony import */ var _octokit_plugin_paginate_rest__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3779);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9862);
/* harmony import */ var _lib_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1052);
/* harmony import */ var _lib_log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7399);





/** Milliseconds. GitHub answers within one or two seconds, and a step does not wait long for its comment. */
const TIMEOUT = 10_000;
/**
 * Writes a comment, or brings the one that this token wrote before up to date: the first of its author that has the
 * marker, an HTML comment, in it. Throws `HttpError` when GitHub refuses or does not answer.
 */
async function placeComment(pullRequest, marker, body, signal) {
    const { owner, repo, number } = pullRequest;
    const octokit = connect(pullRequest, signal);
    try {
        const own = await findOwn(octokit, pullRequest, marker);
        if (own === undefined)
            await octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
                ...{ owner, repo, issue_number: number, body },
            });
        else
            await octokit.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
                ...{ owner, repo, comment_id: own, body },
            });
    }
    catch (error) {
        // Octokit wraps whatever fetch throws.
        throw error instanceof Error && error.cause instanceof Error ? error.cause : error;
    }
}
/**
 * Octokit over our own requests, so that proxies, deadlines and the refusal to redirect are as everywhere. Its parts
 * and not `@actions/github`, which makes a client of undici for the proxy when it is loaded, and undici is left out
 * of the bundle.
 */
function connect({ apiUrl, token }, signal) {
    const { origin } = new URL(apiUrl);
    const fetch = async (url, { method = 'GET', headers, body } = {}) => {
        // The address of the next page is the server's word, and the token goes along.
        if (new URL(String(url)).origin !== origin)
            throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${origin} leads to another host, ${url}, which is not to get the token`);
        const answer = await (0,_lib_http_js__WEBPACK_IMPORTED_MODULE_1__/* .send */ .tN)({
            method: method,
            url: new URL(String(url)),
            headers: headers,
            ...(typeof body === 'string' && { body }),
            signal,
            timeout: TIMEOUT,
            // The whole is tried again, so that a comment whose answer was lost is found and not written twice.
            attempts: 1,
        });
        return new Response(new Uint8Array(answer.body), answer);
    };
    const quiet = { debug() { }, info() { }, warn: _lib_log_js__WEBPACK_IMPORTED_MODULE_2__/* .info */ .pq, error: _lib_log_js__WEBPACK_IMPORTED_MODULE_2__/* .info */ .pq };
    const OctokitWithPages = _octokit_core__WEBPACK_IMPORTED_MODULE_3__/* .Octokit */ .E.plugin(_octokit_plugin_paginate_rest__WEBPACK_IMPORTED_MODULE_4__/* .paginateRest */ .ud);
    return new OctokitWithPages({ auth: token, baseUrl: apiUrl, request: { fetch, log: quiet }, log: quiet });
}
/** Anyone can write our marker; only our own comment may be changed. */
async function findOwn(octokit, { owner, repo, number }, marker) {
    // REST has no such call for the tokens of workflows.
    const { viewer } = await octokit.graphql('query { viewer { login } }');
    const pages = octokit.paginate.iterator('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        ...{ owner, repo, issue_number: number, per_page: 100 },
    });
    for await (const { data } of pages) {
        const own = data.find(({ user, body }) => user?.login === viewer.login && body?.includes(marker));
        if (own)
            return own.id;
    }
    return undefined;
}


/***/ })

};
