export const id = 9019;
export const ids = [9019,5732];
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


/***/ }),

/***/ 9019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   placeSection: () => (/* binding */ placeSection)
/* harmony export */ });
/* unused harmony export mergeSections */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9139);
/* harmony import */ var _comments_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5732);



/**
 * Milliseconds within which a job must read the comment and have its update answered. A job reads the comment again
 * only after this time: by then, every other job that read the comment before this job's update has written it or given
 * up.
 */
const UPDATE_WINDOW = 4_000;
/** Each reading after the first repairs what another job's update has overwritten in the meantime. */
const MAX_READS = 30;
/**
 * Writes one section of a comment that several jobs share, and keeps the others. GitHub has no conditional update, so a
 * job reads the comment again after writing it and repairs what a concurrent update has overwritten.
 *
 * @param marker an HTML comment at the beginning of the comment, by which every job finds it
 * @param title Markdown above the sections
 * @param window milliseconds that one update may take
 * @throws HttpError if GitHub refuses or does not answer
 */
async function placeSection(pullRequest, marker, title, section, signal, window = UPDATE_WINDOW) {
    for (let look = 0; look < MAX_READS; look++) {
        // Random pauses keep jobs from colliding again and again.
        if (look > 0)
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(window * (1 + Math.random() / 2), undefined, { signal });
        const tooLate = AbortSignal.timeout(window);
        try {
            const settled = await update(pullRequest, marker, title, section, AbortSignal.any([signal, tooLate]));
            if (settled)
                return;
        }
        catch (error) {
            signal.throwIfAborted();
            // The comment was read too long ago to be written, so read it again.
            if (!tooLate.aborted)
                throw error;
        }
    }
    throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('other jobs kept changing the comment at the same time');
}
/** Updates the comment. Returns whether it was already up to date. */
async function update(pullRequest, marker, title, section, signal) {
    const { owner, repo, number } = pullRequest;
    const octokit = (0,_comments_js__WEBPACK_IMPORTED_MODULE_2__/* .connect */ .Ng)(pullRequest, signal);
    try {
        // Two jobs may both have created the comment: keep the older one.
        const [first, ...others] = await (0,_comments_js__WEBPACK_IMPORTED_MODULE_2__/* .findOwn */ .gq)(octokit, pullRequest, marker);
        const bodies = [first, ...others].flatMap((comment) => comment?.body ?? []);
        const body = `${marker}\n${title}\n\n${mergeSections(bodies, section)}`;
        if (first === undefined)
            await octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
                ...{ owner, repo, issue_number: number, body },
            });
        else if (first.body !== body)
            await octokit
                .request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
                ...{ owner, repo, comment_id: first.id, body },
            })
                .catch(ignoreMissing);
        for (const { id } of others)
            await octokit
                .request('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', { owner, repo, comment_id: id })
                .catch(ignoreMissing);
        return first?.body === body && others.length === 0;
    }
    catch (error) {
        throw (0,_comments_js__WEBPACK_IMPORTED_MODULE_2__/* .unwrapped */ .DE)(error);
    }
}
/** Ignores that another job has already deleted a duplicate of the comment. */
function ignoreMissing(error) {
    const cause = (0,_comments_js__WEBPACK_IMPORTED_MODULE_2__/* .unwrapped */ .DE)(error);
    if (!(cause instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpError */ .j$ && cause.status === 404))
        throw cause;
}
/** Returns the sections of one commit, each once, in the order of the parts. */
function mergeSections(bodies, own) {
    const sections = new Map();
    // Jobs update the older comment.
    for (const body of bodies.toReversed())
        for (const [, index, count, sha, text = ''] of body.matchAll(SECTION))
            if (sha === own.sha && Number(count) === own.count)
                sections.set(Number(index), text);
    sections.set(own.index, own.body.replaceAll('<!--', '<\u200b!--'));
    return [...sections]
        .sort(([a], [b]) => a - b)
        .map(([index, text]) => {
        const name = `${index}/${own.count} ${own.sha}`;
        return `<!-- section ${name} -->\n${text}\n<!-- /section ${name} -->`;
    })
        .join('\n\n');
}
const SECTION = /<!-- section (\d+)\/(\d+) ([0-9a-f]{40,64}) -->\n([\s\S]*?)\n<!-- \/section \1\/\2 \3 -->/g;


/***/ })

};
