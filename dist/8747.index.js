export const id = 8747;
export const ids = [8747];
export const modules = {

/***/ 8654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A9: () => (/* binding */ normalized),
/* harmony export */   HD: () => (/* binding */ readable),
/* harmony export */   UY: () => (/* binding */ openImage),
/* harmony export */   yb: () => (/* binding */ readDigests)
/* harmony export */ });
/* harmony import */ var _docker_credentials_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8934);
/* harmony import */ var _docker_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2663);
/* harmony import */ var _registry_distribution_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6967);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9139);
/* harmony import */ var _not_reusable_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2379);





/**
 * Reads the digests of images from their registries concurrently, with the logins of the job.
 * @throws NotReusable if a digest cannot be read, for example because only the engine has the image
 */
async function readDigests(images, signal) {
    const names = [...new Set(images.map((image) => (0,_docker_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .formatReference */ .FH)(readable(image))))].sort();
    return await Promise.all(names.map(async (reference) => ({ reference, digest: await readDigest(reference, signal) })));
}
/** @throws NotReusable if the text is not a reference */
function readable(image) {
    try {
        return normalized(image);
    }
    catch (cause) {
        throw new _not_reusable_js__WEBPACK_IMPORTED_MODULE_4__/* .NotReusable */ .d((0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(cause), { cause });
    }
}
/** Expands a short name: `python` is `docker.io/library/python:latest`. */
function normalized(image) {
    const reference = (0,_docker_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(image);
    const { path, tag, digest } = reference;
    const domain = (0,_docker_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .registryHost */ .U$)(reference);
    return {
        domain,
        path: (0,_docker_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryPath */ .SH)(domain, path),
        ...(digest === undefined ? { tag: tag ?? 'latest' } : { digest }),
    };
}
/** Opens the repository of an image for reading, with the login of the job. */
async function openImage(reference, signal) {
    const { domain = '', path } = normalized(reference);
    return (0,_registry_distribution_js__WEBPACK_IMPORTED_MODULE_2__/* .openRepository */ .h)(domain, path, await (0,_docker_credentials_js__WEBPACK_IMPORTED_MODULE_0__/* .findLogin */ .B7)(domain, path, 'pull', signal), signal, 'pull');
}
async function readDigest(reference, signal) {
    const { tag = '', digest } = (0,_docker_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(reference);
    if (digest !== undefined)
        return digest;
    try {
        const repository = await openImage(reference, signal);
        const found = await repository.findDigest(tag);
        if (found !== undefined)
            return found;
    }
    catch (cause) {
        signal.throwIfAborted();
        throw new _not_reusable_js__WEBPACK_IMPORTED_MODULE_4__/* .NotReusable */ .d(`the digest of the base image ${reference} could not be read: ${(0,_runtime_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(cause)}`, { cause });
    }
    throw new _not_reusable_js__WEBPACK_IMPORTED_MODULE_4__/* .NotReusable */ .d(`its registry has no base image ${reference}`);
}


/***/ }),

/***/ 8747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findUncovered: () => (/* binding */ findUncovered)
/* harmony export */ });
/* harmony import */ var _docker_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2663);
/* harmony import */ var _base_images_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8654);


/**
 * Finds what a build used that the digest of its inputs does not cover, according to its log and its provenance. The
 * digest relies on our own reading of the Dockerfile; this check compares it with what BuildKit did.
 */
function findUncovered({ record: { log }, metadata }, { bases, pinned, hasLayouts }) {
    const names = new Set(bases.map(({ reference }) => reference));
    const digests = new Set(bases.map(({ digest }) => digest));
    const uncoveredImages = [...log.images].filter((image) => {
        const { digest } = (0,_docker_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(image);
        return !isScanner(image) && !(digest !== undefined && digests.has(digest));
    });
    // BuildKit looks up an image without using it if it has no layers, or if another stage already uses it.
    const uncoveredNames = [...log.lookups].filter((image) => !isScanner(image) && !names.has(fullName(image)));
    const scanners = [...log.images].filter(isScanner).map((image) => (0,_docker_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(image).digest);
    const known = new Set([...digests, ...scanners].map((digest) => digest?.replace(/^\w+:/, '')).concat(pinned));
    const uncoveredMaterials = materialsIn(metadata).filter(({ uri, digest }) => !(hasLayouts && uri.startsWith('pkg:oci/')) && !Object.values(digest).some((one) => known.has(one)));
    return [
        ...new Set([
            ...uncoveredImages,
            ...uncoveredNames,
            ...log.unfixed,
            ...uncoveredMaterials.map(({ uri }) => uri),
        ]),
    ];
}
/** Returns whether an image only generates the SBOM and adds nothing to the result. */
function isScanner(image) {
    return /\/buildkit-syft-scanner[:@]/.test(image);
}
function fullName(image) {
    return (0,_docker_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .formatReference */ .FH)((0,_base_images_js__WEBPACK_IMPORTED_MODULE_1__/* .normalized */ .A9)(image));
}
/** Returns the materials of all platforms from the provenance, which newer buildx writes into the metadata file. */
function materialsIn(metadata) {
    const found = [];
    const visit = (value) => {
        if (typeof value !== 'object' || value === null)
            return;
        for (const [key, part] of Object.entries(value)) {
            if ((key === 'materials' || key === 'resolvedDependencies') && Array.isArray(part))
                found.push(...part.map(({ uri, digest }) => ({ uri: String(uri), digest: digest ?? {} })));
            else
                visit(part);
        }
    };
    for (const [key, value] of Object.entries(metadata))
        if (key.startsWith('buildx.build.provenance'))
            visit(value);
    return found;
}


/***/ })

};
