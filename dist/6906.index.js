export const id = 6906;
export const ids = [6906];
export const modules = {

/***/ 6906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   addLogin: () => (/* binding */ addLogin),
/* harmony export */   buildxDirectory: () => (/* binding */ buildxDirectory),
/* harmony export */   createPrivateConfig: () => (/* binding */ createPrivateConfig),
/* harmony export */   dockerConfigDirectory: () => (/* binding */ dockerConfigDirectory),
/* harmony export */   helperVariables: () => (/* binding */ helperVariables),
/* harmony export */   loginsInVariable: () => (/* binding */ loginsInVariable),
/* harmony export */   readClientConfig: () => (/* binding */ readClientConfig),
/* harmony export */   registryKey: () => (/* binding */ registryKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var _runtime_environment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3631);
/* harmony import */ var _runtime_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2349);
/* harmony import */ var _runtime_log_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(772);







/**
 * Creates a private copy of the job's Docker configuration, so that no other job sees this run's login, and the login
 * disappears with the directory. Copies `config.json`; links builders, contexts, plugins and everything else next to
 * it.
 *
 * @param anonymous leaves out every login of the job, for a build of code that anyone may have written
 */
function createPrivateConfig(parent, { anonymous = false } = {}) {
    const source = dockerConfigDirectory();
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(parent, 'docker');
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(directory, { mode: 0o700 });
    // A backup copy of the configuration (`config.json.new`) contains its logins too.
    linkEntries(source, directory, (entry) => entry.startsWith('config.json') || (anonymous && entry === 'buildx'));
    // docker/login-action keeps logins for one repository in a directory next to the builders.
    if (anonymous)
        linkEntries(buildxDirectory(), mkdirp((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, 'buildx')), (entry) => entry === 'config');
    const own = withoutMissingHelpers(readClientConfig());
    const config = anonymous ? withoutLogins(own) : own;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, 'config.json'), JSON.stringify(config), { mode: 0o600 });
    return {
        directory,
        env: { DOCKER_CONFIG: directory, ...(anonymous && unreviewed(directory)) },
        passOn: anonymous ? [] : [/^DOCKER_AUTH_CONFIG$/, ...helperVariables(config)],
        context: config.currentContext,
        pluginDirectories: [...extraDirectories(config), (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(source, 'cli-plugins')],
        anonymous,
    };
}
/**
 * Returns variables that keep buildx from running Git, because a `.git` directory of unreviewed code could make Git run
 * programs.
 */
function unreviewed(directory) {
    return {
        BUILDX_CONFIG: (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, 'buildx'),
        BUILDX_GIT_INFO: 'false',
        BUILDX_GIT_LABELS: 'false',
    };
}
/** Removes helpers that are not installed, because they fail every build, even one that needs no login. */
function withoutMissingHelpers(config) {
    const isThere = (helper) => !helper || (0,_runtime_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .isOnPath */ .jY)(`docker-credential-${helper}`);
    const { credsStore, credHelpers, ...rest } = config;
    const helpers = Object.entries(credHelpers ?? {}).filter(([, helper]) => isThere(helper));
    return {
        ...rest,
        ...(isThere(credsStore) && credsStore !== undefined && { credsStore }),
        ...(credHelpers && { credHelpers: Object.fromEntries(helpers) }),
    };
}
/** Returns the directory of buildx's builders and of logins for parts of a registry. */
function buildxDirectory() {
    return (0,_runtime_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .readVariable */ .nt)('BUILDX_CONFIG') || (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(dockerConfigDirectory(), 'buildx');
}
function linkEntries(source, directory, isLeftOut) {
    for (const entry of entriesOf(source))
        if (!isLeftOut(entry))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.symlinkSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(source, entry), (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, entry));
}
function mkdirp(directory) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(directory, { mode: 0o700 });
    return directory;
}
/**
 * Removes all logins, and proxies whose address contains one: the address becomes a build argument of every build.
 */
function withoutLogins({ auths, credHelpers, credsStore, HttpHeaders, ...config }) {
    const proxies = Object.entries(config.proxies ?? {}).map(([host, addresses]) => [
        host,
        Object.fromEntries(Object.entries(addresses ?? {}).filter(([, address]) => !String(address).includes('@'))),
    ]);
    return { ...config, ...(proxies.length > 0 && { proxies: Object.fromEntries(proxies) }) };
}
/**
 * Adds a login for docker commands of this run, even if the job keeps its logins in a credential store: an empty entry
 * in `credHelpers` makes the client look in the file. An anonymous configuration gets no login.
 */
function addLogin({ directory, anonymous }, host, { username, password, identityToken }) {
    if (anonymous)
        return;
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, 'config.json');
    const config = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path, 'utf8'));
    const key = registryKey(host);
    const login = identityToken === undefined
        ? { auth: Buffer.from(`${username}:${password}`).toString('base64') }
        : { identitytoken: identityToken };
    const content = {
        ...config,
        auths: { ...config.auths, [key]: login },
        credHelpers: { ...config.credHelpers, [key]: '' },
    };
    // A build that reads the file at this moment gets the complete old or new one. The file is new, never a link.
    const next = `${directory}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(next, JSON.stringify(content), { mode: 0o600, flag: 'wx' });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(next, path);
}
/**
 * Returns the variables that the configuration's credential helpers use to authenticate. They are credentials, so only
 * the variables of the named helpers are included.
 */
function helperVariables({ credHelpers, credsStore }) {
    const named = [credsStore, ...Object.values(credHelpers ?? {})].filter((helper) => typeof helper === 'string');
    const known = [
        [/^(gcloud|gcr)$/, /^(CLOUDSDK|GOOGLE)_\w+$/],
        [/^ecr-login$/, /^AWS_\w+$/],
        [/^acr/, /^(AZURE|ACR)_\w+$/],
    ];
    return known.filter(([helper]) => named.some((name) => helper.test(name))).map(([, variables]) => variables);
}
/** Returns the additional plugin directories. Docker accepts only a list of strings. */
function extraDirectories({ cliPluginsExtraDirs }) {
    return [cliPluginsExtraDirs].flat().filter((directory) => typeof directory === 'string');
}
/** Reads the job's configuration. If it cannot be read, warns and ignores it, like Docker's client. */
function readClientConfig(directory = dockerConfigDirectory()) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, 'config.json');
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(path))
        return {};
    try {
        const config = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path, 'utf8'));
        if (typeof config === 'object' && config !== null && !Array.isArray(config))
            return { ...config };
        _runtime_log_js__WEBPACK_IMPORTED_MODULE_6__/* .warning */ .$e(`${path} is not a JSON object; its logins and proxies are not used.`, 'Docker configuration');
    }
    catch (error) {
        // The message of a SyntaxError quotes the file, which may contain a login.
        const reason = error instanceof SyntaxError ? 'it is not JSON' : error;
        _runtime_log_js__WEBPACK_IMPORTED_MODULE_6__/* .warning */ .$e(`${path} cannot be read (${reason}); its logins and proxies are not used.`, 'Docker configuration');
    }
    return {};
}
/**
 * Returns the logins in the variable DOCKER_AUTH_CONFIG, which take precedence over all others; an empty object if it
 * is not set or not JSON.
 */
function loginsInVariable() {
    try {
        return JSON.parse((0,_runtime_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .readVariable */ .nt)('DOCKER_AUTH_CONFIG') || '{}').auths;
    }
    catch {
        // Docker warns about this too. The text may be a login.
        _runtime_log_js__WEBPACK_IMPORTED_MODULE_6__/* .warning */ .$e('DOCKER_AUTH_CONFIG is not JSON; its logins are not used.', 'Docker configuration');
        return undefined;
    }
}
/** Returns the name of a registry in Docker's configuration: its host, except for Docker Hub. */
function registryKey(host) {
    return host === 'docker.io' || host === 'index.docker.io' ? 'https://index.docker.io/v1/' : host;
}
function entriesOf(directory) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(directory))
        return [];
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(directory);
    }
    catch (error) {
        _runtime_log_js__WEBPACK_IMPORTED_MODULE_6__/* .warning */ .$e(`${directory} cannot be read (${error}); its builders and plugins are not used.`, 'Docker configuration');
        return [];
    }
}
/** Returns the directory of the job's Docker configuration, which also contains buildx's builders. */
function dockerConfigDirectory() {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)((0,_runtime_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .readVariable */ .nt)('DOCKER_CONFIG') || (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_2__.homedir)(), '.docker'));
}


/***/ })

};
