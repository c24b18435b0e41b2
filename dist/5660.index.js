export const id = 5660;
export const ids = [5660];
export const modules = {

/***/ 5660:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ LayerScan),
/* harmony export */   SCAN_VERSION: () => (/* binding */ SCAN_VERSION)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8522);
/* harmony import */ var _git_config_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4192);


/**
 * Increase this when a scan may find something else in the same layer, so that results of older scans are not reused.
 */
const SCAN_VERSION = 5;
/** Minimum bytes of a file to compare with others. */
const LARGE = 16 * 1024;
/** Number of bytes in which to search for the header of a key file, which may follow a comment. */
const HEAD = 1024;
/** Maximum number of findings of one kind per layer. More would add no information. */
const MAX_NOTABLES = 100;
const CREDENTIALS = /(^|\/)(\.env(\.(local|production|prod|development|dev|staging))?|[._]netrc|\.git-credentials|\.pypirc|\.pgpass|\.aws\/credentials|\.docker\/config\.json|\.kube\/config|\.config\/gh\/hosts\.yml|application_default_credentials\.json|id_(rsa|dsa|ecdsa|ed25519))$/;
const IN_PACKAGE = /(^|\/)((site|dist)-packages|node_modules)\//;
const KEY_HEADER = /^\s*(#[^\n]*\n\s*)*-----BEGIN ([A-Z0-9]+ )*PRIVATE KEY( BLOCK)?-----/;
const GPU_PACKAGE = /(^|\/)(nvidia_(cuda|cudnn|cublas)\w*-[^/]*|torch-[^/]*\+cu\d+)\.dist-info\/METADATA$/;
/** Reads one layer and keeps only the findings, so that memory stays bounded. */
class LayerScan {
    bytes = 0;
    files = 0;
    fileFindings = [];
    large = [];
    #search;
    #counts = new Map();
    constructor(search) {
        this.#search = search;
    }
    async visit({ path: name, type, linkname = '', size, body }) {
        const inName = this.#search.findIn(name);
        const path = inName === undefined ? name : this.#withoutSecrets(name);
        for (const secret of new Set([inName, this.#search.findIn(linkname)]))
            if (secret !== undefined)
                this.#note({ kind: 'secret-in-layer', path, secret });
        if (/(^|\/)\.git\/HEAD$/.test(name))
            this.#note({ kind: 'git-directory', path });
        if (type !== 'file' || size === 0)
            return;
        this.files++;
        this.bytes += size;
        if (GPU_PACKAGE.test(name))
            this.#note({ kind: 'gpu-image', path });
        const gitConfig = (0,_git_config_js__WEBPACK_IMPORTED_MODULE_1__/* .isGitConfig */ .hE)(name);
        const { head, secret, checksum } = await this.#read(body, size, gitConfig ? _git_config_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_GIT_CONFIG_BYTES */ .DB : HEAD);
        if (gitConfig && (0,_git_config_js__WEBPACK_IMPORTED_MODULE_1__/* .holdsGitLogin */ .Un)(head))
            this.#note({ kind: 'git-login', path });
        if (secret !== undefined && secret !== inName)
            this.#note({ kind: 'secret-in-layer', path, secret });
        const inPackage = IN_PACKAGE.test(name);
        if (KEY_HEADER.test(head))
            this.#note({ kind: inPackage ? 'key-in-package' : 'private-key', path });
        else if (CREDENTIALS.test(name) && !inPackage)
            this.#note({ kind: 'credential-file', path });
        if (size >= LARGE)
            this.large.push({ path, size, fingerprint: `${size}-${checksum}` });
    }
    /** Replaces the names in a path that contain a secret, in any form. A secret with a slash replaces the whole path. */
    #withoutSecrets(path) {
        const names = path.split('/').map((name) => (this.#search.findIn(name) === undefined ? name : '***'));
        const shown = names.join('/');
        return this.#search.findIn(shown) === undefined ? shown : '***';
    }
    /** Reads a file only as far as its checks need. */
    async #read(body, size, most) {
        const search = this.#search.empty ? undefined : this.#search.stream();
        const whole = search !== undefined || size >= LARGE;
        let head = Buffer.alloc(0);
        let secret;
        let checksum = 0;
        for await (const chunk of body) {
            if (head.length < most)
                head = Buffer.concat([head, chunk.subarray(0, most)]);
            secret ??= search?.(chunk);
            if (size >= LARGE)
                checksum = (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.crc32)(chunk, checksum);
            if (!whole && head.length >= most)
                break;
        }
        return { head: head.toString('latin1', 0, most), secret, checksum };
    }
    #note(fileFinding) {
        const count = this.#counts.get(fileFinding.kind) ?? 0;
        this.#counts.set(fileFinding.kind, count + 1);
        if (count < MAX_NOTABLES)
            this.fileFindings.push(fileFinding);
    }
}


/***/ })

};
