export const id = 5504;
export const ids = [5504];
export const modules = {

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


/***/ })

};
