export const id = 177;
export const ids = [177];
export const modules = {

/***/ 4464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ parseEcrHost)
/* harmony export */ });
/** Suffixes of the partitions of AWS SDK v3; the second form is the one that also answers over IPv6. */
const privateHosts = [
    /^(?<account>\d{12})\.dkr\.ecr(?:-fips)?\.(?<region>[a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|amazonaws\.eu|c2s\.ic\.gov|sc2s\.sgov\.gov|csp\.hci\.ic\.gov|cloud\.adc-e\.uk)$/,
    /^(?<account>\d{12})\.dkr-ecr(?:-fips)?\.(?<region>[a-z0-9-]+)\.on\.(?:aws|amazonwebservices\.com\.cn)$/,
];
/** Reads the host; undefined when it is no registry of AWS. The region of a private one comes from here and nowhere else. */
function parseEcrHost(host) {
    if (host === 'public.ecr.aws')
        return { kind: 'public' };
    for (const form of privateHosts) {
        const { account, region } = form.exec(host)?.groups ?? {};
        if (account && region)
            return { kind: 'private', account, region };
    }
    return undefined;
}


/***/ }),

/***/ 6432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ registryAuth),
/* harmony export */   g: () => (/* binding */ findCredentials)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8395);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9862);
/* harmony import */ var _lib_exec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2956);
/* harmony import */ var _lib_secrets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1752);
/* harmony import */ var _client_config_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6906);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2663);






/** The header with which the engine is given a login for one call: base64url, with the padding that Go's decoder wants. */
function registryAuth(reference, credentials) {
    const { username, password, identityToken } = credentials ?? {};
    const login = identityToken === undefined ? { username, password } : { identitytoken: identityToken };
    const content = JSON.stringify({ ...login, serveraddress: (0,_client_config_js__WEBPACK_IMPORTED_MODULE_3__/* .registryKey */ .n7)((0,_reference_js__WEBPACK_IMPORTED_MODULE_4__/* .registryHost */ .U$)(reference)) });
    return Buffer.from(content).toString('base64').replaceAll('+', '-').replaceAll('/', '_');
}
/**
 * The login that the job already has for a registry, from where docker keeps it: the configuration file or a
 * credential helper. undefined when there is none: then the registry is asked anonymously.
 */
async function findCredentials(host, signal) {
    const config = (0,_client_config_js__WEBPACK_IMPORTED_MODULE_3__/* .readClientConfig */ .Kg)();
    const { auths, credHelpers, credsStore } = config;
    const key = (0,_client_config_js__WEBPACK_IMPORTED_MODULE_3__/* .registryKey */ .n7)(host);
    const helper = credHelpers?.[key] || credsStore;
    const credentials = helper
        ? await askHelper(helper, key, (0,_client_config_js__WEBPACK_IMPORTED_MODULE_3__/* .helperVariables */ .A2)(config), signal)
        : decode(auths?.[key] ?? auths?.[`https://${key}`]);
    if (credentials)
        (0,_lib_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .maskSecret */ .$l)(credentials.password, credentials.username);
    return credentials;
}
function decode(entry) {
    if (entry?.identitytoken)
        return { username: '', password: entry.identitytoken, identityToken: entry.identitytoken };
    if (entry?.username && entry.password)
        return { username: entry.username, password: entry.password };
    const [username, ...password] = Buffer.from(entry?.auth ?? '', 'base64')
        .toString('utf8')
        .split(':');
    return username && password.length > 0 ? { username, password: password.join(':') } : undefined;
}
const HelperReply = zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ Username: zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()), Secret: zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()) });
/** undefined for what is no JSON: the error would quote the text, which may be a password. */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
async function askHelper(helper, key, passOn, signal) {
    // An exit code other than 0 means that it has no login for this registry.
    const { exitCode, stdout } = await (0,_lib_exec_js__WEBPACK_IMPORTED_MODULE_1__/* .run */ .e)(`docker-credential-${helper}`, ['get'], {
        input: key,
        signal,
        passOn,
        timeout: 30_000,
    });
    if (exitCode !== 0)
        return undefined;
    const reply = HelperReply.safeParse(parseJson(stdout));
    if (!reply.success)
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`docker-credential-${helper} was asked for the login of ${key} and did not answer with one. Run docker login ${key} on the runner again, or give registry-username and registry-password.`);
    const { Username, Secret } = reply.data;
    if (!Username || !Secret)
        return undefined;
    // Docker's own mark for a login by OAuth.
    const identity = Username === '<token>' && { identityToken: Secret };
    return { username: Username, password: Secret, ...identity };
}


/***/ }),

/***/ 2312:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ openRepository)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/http.js + 2 modules
var http = __webpack_require__(1052);
;// CONCATENATED MODULE: ./build/src/docker/registry-login.js



const TokenReply = schemas/* object */.Ikc({ token: schemas/* optional */.lqM(schemas/* string */.YjP()), access_token: schemas/* optional */.lqM(schemas/* string */.YjP()) });
/**
 * Answers the registry's challenge and keeps the token: Bearer by way of its token service, or Basic. A token lives for
 * minutes only, and one of before the repository was created may allow too little: then there is another challenge.
 */
function authorized(credentials, path, access, signal) {
    let authorization;
    return async ({ headers, expect = [], ...request }) => {
        const attempt = (statuses) => (0,http/* send */.tN)({
            ...request,
            headers: { ...headers, ...(authorization && { authorization }) },
            expect: statuses,
            signal,
        });
        const first = await attempt([...expect, 401]);
        if (first.status !== 401)
            return first;
        authorization = await answerChallenge(first.headers['www-authenticate'] ?? '', credentials, { path, access }, signal);
        return await attempt(expect);
    };
}
async function answerChallenge(challenge, credentials, { path, access }, signal) {
    const basic = credentials &&
        `Basic ${Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64')}`;
    if (/^basic\b/i.test(challenge) && basic)
        return basic;
    const parameters = Object.fromEntries([...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
    if (!/^bearer\b/i.test(challenge) || !URL.canParse(parameters.realm ?? '')) {
        throw new errors/* ActionError */.lZ(`The registry wants a login for ${path}, and there is none. Set registry-username and registry-password, or log in with docker/login-action before this step.`);
    }
    const url = new URL(parameters.realm ?? '');
    if (parameters.service)
        url.searchParams.set('service', parameters.service);
    url.searchParams.set('scope', `repository:${path}:${access}`);
    const answer = credentials?.identityToken
        ? await refreshToken(url, credentials.identityToken, signal)
        : await (0,http/* send */.tN)({ method: 'GET', url, signal, ...(basic && { headers: { authorization: basic } }) });
    const { token, access_token } = (0,http/* readJson */.Vh)(TokenReply, answer, url);
    return `Bearer ${token ?? access_token}`;
}
/** The OAuth way of the token service: the same parameters, posted as a form with the identity token. */
async function refreshToken(url, identityToken, signal) {
    const form = new URLSearchParams(url.searchParams);
    form.set('grant_type', 'refresh_token');
    form.set('refresh_token', identityToken);
    form.set('client_id', 'evaluator-action');
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return await (0,http/* send */.tN)({
        method: 'POST',
        url: new URL(url.pathname, url),
        headers,
        body: form.toString(),
        signal,
    });
}

;// CONCATENATED MODULE: ./build/src/docker/distribution.js
/** A client for the part of the registry protocol (OCI Distribution) that needs no engine: manifests, tags, configurations. */





const MANIFEST_TYPES = [
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
];
const Descriptor = schemas/* object */.Ikc({ digest: schemas/* string */.YjP(), size: schemas/* number */.aig(), mediaType: schemas/* string */.YjP() });
const ManifestContent = schemas/* object */.Ikc({
    config: schemas/* optional */.lqM(Descriptor),
    layers: schemas/* optional */.lqM(schemas/* array */.YOg(Descriptor)),
    annotations: schemas/* optional */.lqM(schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP())),
    manifests: schemas/* optional */.lqM(schemas/* array */.YOg(schemas/* extend */.X$i(Descriptor, { platform: schemas/* optional */.lqM(schemas/* object */.Ikc({ os: schemas/* string */.YjP(), architecture: schemas/* string */.YjP() })) }))),
});
const Configuration = schemas/* object */.Ikc({
    created: schemas/* optional */.lqM(schemas/* string */.YjP()),
    os: schemas/* string */.YjP(),
    architecture: schemas/* string */.YjP(),
    config: schemas/* nullish */.cl6(schemas/* object */.Ikc({
        Entrypoint: schemas/* nullish */.cl6(schemas/* array */.YOg(schemas/* string */.YjP())),
        Cmd: schemas/* nullish */.cl6(schemas/* array */.YOg(schemas/* string */.YjP())),
        User: schemas/* nullish */.cl6(schemas/* string */.YjP()),
    })),
});
/**
 * @param host as in references, `docker.io` for Docker Hub
 * @param path such as `acme/keypoint_detection_evaluator`
 */
function openRepository(host, path, credentials, signal, access = 'pull,push') {
    const root = `${(0,http/* isLoopback */.U9)(host) ? 'http' : 'https'}://${host === 'docker.io' ? 'registry-1.docker.io' : host}/v2/`;
    const base = root + path;
    const call = authorized(credentials, path, access, signal);
    const headers = { accept: MANIFEST_TYPES.join(', ') };
    const findManifest = async (tagOrDigest) => {
        const url = new URL(`${base}/manifests/${tagOrDigest}`);
        const answer = await call({ method: 'GET', url, headers, expect: [404] });
        return answer.status === 404 ? undefined : readManifest(answer, tagOrDigest, url);
    };
    return {
        logIn: async () => {
            await call({ method: 'GET', url: new URL(root) }).catch(explainLogin(host, credentials));
        },
        findManifest,
        findDigest: async (tag) => {
            const url = new URL(`${base}/manifests/${tag}`);
            const answer = await call({ method: 'HEAD', url, headers, expect: [404] });
            if (answer.status === 404)
                return undefined;
            const digest = answer.headers['docker-content-digest'] ?? '';
            return /^sha256:[0-9a-f]{64}$/.test(digest) ? digest : (await findManifest(tag))?.digest;
        },
        tagManifest: async ({ mediaType, body }, tag) => {
            const headers = { 'content-type': mediaType };
            await call({
                method: 'PUT',
                url: new URL(`${base}/manifests/${tag}`),
                headers,
                body: body.toString('utf8'),
            });
        },
        readFacts: async ({ content, configDigest }) => {
            if (configDigest === undefined)
                return undefined;
            const url = new URL(`${base}/blobs/${configDigest}`);
            const answer = await call({ method: 'GET', url, expect: REDIRECTS });
            const config = (0,http/* readJson */.Vh)(Configuration, await followToStorage(answer, url, signal), url);
            return factsOf(config, content.layers ?? []);
        },
    };
}
function explainLogin(host, credentials) {
    return (cause) => {
        if (!(cause instanceof errors/* HttpError */.j$ && (cause.status === 401 || cause.status === 403)))
            throw cause;
        const message = credentials
            ? `The registry ${host} does not accept the login of ${credentials.username}. Check registry-username and registry-password; on the platform's registry they are the organization and the API token.`
            : `The registry ${host} lets nobody in without a login. Set registry-username and registry-password, or log in with docker/login-action before this step.`;
        throw new errors/* ActionError */.lZ(`${message} ${cause.message}`, { cause });
    };
}
const REDIRECTS = [301, 302, 303, 307, 308];
/** Registries hand blobs out from a storage host, by a signed address that must not see our token. */
async function followToStorage(answer, from, signal) {
    if (!REDIRECTS.includes(answer.status))
        return answer;
    return await (0,http/* send */.tN)({ method: 'GET', url: new URL(answer.headers.location ?? '', from), signal });
}
function readManifest(answer, tagOrDigest, url) {
    const { headers, body } = answer;
    const digest = `sha256:${(0,external_node_crypto_.createHash)('sha256').update(body).digest('hex')}`;
    if (tagOrDigest.startsWith('sha256:') && tagOrDigest !== digest) {
        throw new errors/* ActionError */.lZ(`${url.host} sent a manifest with the digest ${digest} when asked for ${tagOrDigest}: it is damaged or tampered with.`);
    }
    const content = (0,http/* readJson */.Vh)(ManifestContent, answer, url);
    const mediaType = headers['content-type']?.split(';')[0]?.trim() ?? '';
    return { digest, mediaType, body, configDigest: content.config?.digest, content };
}
function factsOf({ os, architecture, config, created }, layers) {
    return {
        platform: `${os}/${architecture}`,
        entrypoint: config?.Entrypoint ?? [],
        command: config?.Cmd ?? [],
        user: config?.User || 'root',
        size: layers.reduce((sum, layer) => sum + layer.size, 0),
        layers: layers.length,
        ...(created !== undefined && { created }),
    };
}


/***/ }),

/***/ 3622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vl: () => (/* binding */ readDirectives),
/* harmony export */   qB: () => (/* binding */ findInstruction),
/* harmony export */   ts: () => (/* binding */ parseInstructions)
/* harmony export */ });
/* unused harmony export findImage */
/** What a Dockerfile says, as far as a failure or a layer has to be traced back to it. */
/** The instructions of a Dockerfile in order, `FROM` among them. */
function parseInstructions(dockerfile) {
    const lines = dockerfile.split(/\r?\n/);
    const continued = readDirectives(dockerfile).get('escape') === '`' ? /`\s*$/ : /\\\s*$/;
    const isComment = (text) => /^\s*(?:#|$)/.test(text);
    const instructions = [];
    let stage = { index: -1, name: undefined };
    for (let at = 0; at < lines.length; at++) {
        let text = lines[at] ?? '';
        if (isComment(text))
            continue;
        const line = at + 1;
        while (continued.test(text) && at + 1 < lines.length) {
            const next = lines[++at] ?? '';
            if (!isComment(next))
                text = text.replace(continued, '') + next;
        }
        for (const [, word] of text.matchAll(/(?<!<)<<-?["']?([A-Za-z_]\w*)/g)) {
            const close = lines.findIndex((body, index) => index > at && body.replace(/^\t+/, '') === word);
            if (close !== -1)
                at = close;
        }
        text = withPlainBlanks(text);
        const keyword = text.split(' ', 1)[0] ?? '';
        if (keyword === 'FROM')
            stage = { index: stage.index + 1, name: / AS (\S+)$/i.exec(text)?.[1]?.toLowerCase() };
        instructions.push({ line, lastLine: at + 1, keyword, text, stage });
    }
    return instructions;
}
/** The parser directives, such as `# syntax=docker/dockerfile:1`: only the very first lines can be some. */
function readDirectives(dockerfile) {
    const directives = new Map();
    for (const line of dockerfile.replace(/^\uFEFF/, '').split(/\r?\n/)) {
        const [, name, value = ''] = /^#\s*([A-Za-z][A-Za-z0-9]*)\s*=\s*(.+?)\s*$/.exec(line) ?? [];
        if (name === undefined)
            break;
        directives.set(name.toLowerCase(), value);
    }
    return directives;
}
/** Runs of blanks as one, the instruction's word in capitals: both the log and the Dockerfile may write it otherwise. */
function withPlainBlanks(instruction) {
    return instruction
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/^\w+/, (keyword) => keyword.toUpperCase());
}
/** The instruction that a step such as `[builder 2/3] RUN x` came from; none rather than a wrong one. */
function findInstruction(step, instructions) {
    const image = /^(?:\[internal\] load metadata for|(?:\[[^\]]*\] )?FROM) (\S+)$/.exec(step)?.[1];
    if (image !== undefined)
        return findImage(image, instructions);
    const [, place = '', position, total, run = ''] = /^\[(?:(\S+(?: \S+)?) )?(\d+)\/(\d+)\] (.+)$/.exec(step) ?? [];
    // A platform, always with a slash, stands before the stage when there are several.
    const stageName = /(?:^| )([^\s/]+)$/.exec(place)?.[1];
    const inStage = instructions.filter(({ stage }) => [undefined, stage.name, `stage-${stage.index}`].includes(stageName));
    const text = withPlainBlanks(run);
    const alike = inStage.filter((one) => matches(one.text, text) || (one.text.includes('<<') && text.startsWith(`${one.text} (`)));
    if (alike.length < 2)
        return alike[0];
    const counted = inStage.filter(({ keyword }) => /^(?:FROM|ADD|COPY|RUN|WORKDIR)$/.test(keyword));
    const atPosition = counted.length === Number(total) ? counted[Number(position) - 1] : undefined;
    return alike.find((one) => one === atPosition);
}
function findImage(image, instructions) {
    const name = image.replace(/@sha256:[0-9a-f]+$/, '').replace(/^docker\.io\/(?:library\/)?/, '');
    const names = [image, name, name.replace(/:latest$/, ''), image.replace(/:latest$/, '')];
    const uses = instructions.flatMap((instruction) => Array.from(instruction.text.matchAll(/^FROM (?:--\S+ )*(\S+)|\bfrom=([^,\s]+)/g), ([, base, source]) => ({
        instruction,
        written: base ?? source ?? '',
    })));
    const alike = uses.filter(({ written }) => names.some((one) => matches(written, one)));
    const exact = alike.find(({ written }) => names.includes(written));
    const isOnly = alike.every(({ written }) => written === alike[0]?.written);
    return (exact ?? (isOnly ? alike[0] : undefined))?.instruction;
}
/** Whether the text can be the template with its `$variables` replaced. */
function matches(template, text) {
    const [first = '', ...others] = template.split(/\$\{[^}]*\}|\$\w+/);
    const last = others.pop();
    if (last === undefined)
        return first === text;
    if (!text.startsWith(first))
        return false;
    let at = first.length;
    for (const literal of others) {
        const found = text.indexOf(literal, at);
        if (found === -1)
            return false;
        at = found + literal.length;
    }
    return text.endsWith(last) && text.length - last.length >= at;
}


/***/ }),

/***/ 4942:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JN: () => (/* binding */ readAnswer),
/* harmony export */   Pv: () => (/* binding */ askIfThere),
/* harmony export */   ZS: () => (/* binding */ readApiVersion),
/* harmony export */   fq: () => (/* binding */ order),
/* harmony export */   kA: () => (/* binding */ ask)
/* harmony export */ });
/* unused harmony export open */
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9862);
/* harmony import */ var _lib_foreign_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1721);
/* harmony import */ var _engine_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2537);
/** A client for the Docker engine's HTTP API, https://docs.docker.com/reference/api/engine/. */




/** The newest version of the API whose answers this client knows; engines from Docker 18.09 on (1.39) will do. */
const NEWEST_VERSION = '1.45';
/** Bytes of an answer that is kept; an image's history is some kilobytes. */
const LARGEST_ANSWER = 16 * 1024 * 1024;
/** Sends a call and gives the answer as it comes, for what is a stream. Throws `EngineError` for other statuses than 2xx. */
async function open(caller, call) {
    const { engine, signal } = caller;
    const version = await engine.version(signal);
    const query = call.query ? `?${new URLSearchParams(call.query)}` : '';
    const answer = await answerOf(engine.connection, { ...call, path: `/v${version}${call.path}${query}` }, signal);
    const { statusCode: status = 0 } = answer;
    if (status >= 200 && status < 300)
        return answer;
    const reason = reasonIn(await readAll(answer).catch(() => Buffer.alloc(0)));
    throw new _engine_error_js__WEBPACK_IMPORTED_MODULE_3__/* .EngineError */ .NJ(`The Docker engine answered ${status} to ${(0,_engine_error_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb)(call)}: ${reason}`, reason, status);
}
/**
 * Sends a call and has its answer read as it comes. An answer that is cut off is an `EngineError`, whatever the reader
 * makes of it.
 */
async function readAnswer(caller, call, read) {
    const answer = await open(caller, call);
    try {
        return await read(answer);
    }
    catch (error) {
        caller.signal.throwIfAborted();
        throw answer.errored ? (0,_engine_error_js__WEBPACK_IMPORTED_MODULE_3__/* .explainFailure */ .SP)(answer.errored, call, undefined) : error;
    }
    finally {
        answer.destroy();
    }
}
/** The engine's answer, checked. */
async function ask(caller, call, schema) {
    const text = (await readAnswer(caller, call, readAll)).toString('utf8');
    try {
        return schema.parse(JSON.parse(text));
    }
    catch (cause) {
        const reason = `something unexpected: ${(0,_lib_foreign_text_js__WEBPACK_IMPORTED_MODULE_2__/* .harmlessLine */ .Kw)(text).slice(0, 300) || 'nothing'}`;
        throw new _engine_error_js__WEBPACK_IMPORTED_MODULE_3__/* .EngineError */ .NJ(`The Docker engine answered ${(0,_engine_error_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb)(call)} with ${reason}`, reason, undefined, {
            cause,
        });
    }
}
/** The same, and undefined for what the engine does not have. */
async function askIfThere(caller, call, schema) {
    try {
        return await ask(caller, call, schema);
    }
    catch (error) {
        if (error instanceof _engine_error_js__WEBPACK_IMPORTED_MODULE_3__/* .EngineError */ .NJ && error.status === 404)
            return undefined;
        throw error;
    }
}
/** Sends a call whose answer tells nothing more than that it was done. */
async function order(caller, call) {
    await readAnswer(caller, call, readAll);
}
/** The version of the API to speak with an engine: its own, or an older one that we know. */
async function readApiVersion(connection, signal) {
    const call = { method: 'GET', path: '/_ping' };
    const answer = await answerOf(connection, call, signal);
    const { 'api-version': version } = answer.headers;
    answer.resume();
    return typeof version === 'string' && isOlder(version, NEWEST_VERSION) ? version : NEWEST_VERSION;
}
function isOlder(one, other) {
    const [, major = '', minor = ''] = /^(\d+)\.(\d+)$/.exec(one) ?? [];
    const [newestMajor, newestMinor] = other.split('.').map(Number);
    return major !== '' && (Number(major) - Number(newestMajor) || Number(minor) - Number(newestMinor)) < 0;
}
async function answerOf({ agent, socketPath }, call, signal) {
    signal.throwIfAborted();
    const { method, path, body, headers, minutes = 2 } = call;
    const content = body === undefined ? '' : JSON.stringify(body);
    const options = {
        agent,
        ...(socketPath !== undefined && { socketPath }),
        method,
        path,
        signal: AbortSignal.any([signal, AbortSignal.timeout(Math.ceil(minutes * 60_000))]),
        headers: {
            host: 'docker',
            ...headers,
            ...(content !== '' && { 'content-type': 'application/json' }),
            'content-length': Buffer.byteLength(content),
        },
    };
    return await new Promise((resolve, reject) => {
        (0,node_http__WEBPACK_IMPORTED_MODULE_0__.request)(options, resolve).once('error', reject).end(content);
    }).catch((cause) => {
        signal.throwIfAborted();
        throw (0,_engine_error_js__WEBPACK_IMPORTED_MODULE_3__/* .explainFailure */ .SP)(cause, call, socketPath);
    });
}
async function readAll(answer) {
    const chunks = [];
    let size = 0;
    for await (const chunk of answer) {
        size += chunk.length;
        if (size > LARGEST_ANSWER)
            throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`The Docker engine's answer is larger than ${LARGEST_ANSWER} bytes.`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
/** The engine's words: `{"message": …}`, or whatever else stands before it answered. */
function reasonIn(body) {
    const text = body.toString('utf8');
    let message;
    try {
        message = JSON.parse(text).message;
    }
    catch {
        message = text;
    }
    const line = (0,_lib_foreign_text_js__WEBPACK_IMPORTED_MODULE_2__/* .harmlessLine */ .Kw)(String(message ?? text)
        .replaceAll(/\s+/g, ' ')
        .trim());
    return line === '' ? 'it gave no reason' : line.slice(0, 1000);
}


/***/ }),

/***/ 4639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E$: () => (/* binding */ tagImage),
/* harmony export */   J2: () => (/* binding */ inspectImages),
/* harmony export */   b4: () => (/* binding */ removeTag)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8395);
/* harmony import */ var _lib_retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2183);
/* harmony import */ var _engine_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4942);
/* harmony import */ var _engine_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2537);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2663);





const Strings = zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP())), zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .transform */ .pdi((list) => list ?? []));
/** The fields of an inspection that are used; what an image has not, engines leave out or set to null. */
const Inspection = zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    Id: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    RepoDigests: Strings,
    Os: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    Architecture: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    Size: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig(),
    Config: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
        Entrypoint: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(Strings),
        Cmd: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(Strings),
        User: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
        Env: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(Strings),
        Labels: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP())),
    })),
    RootFS: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ Layers: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM(Strings) }),
    GraphDriver: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ Data: zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP())) })),
});
/** Looks images up in the engine by name or id; one that is not there is left out. */
async function inspectImages(caller, names) {
    const inspect = (name) => (0,_engine_js__WEBPACK_IMPORTED_MODULE_1__/* .askIfThere */ .Pv)(caller, { method: 'GET', path: `/images/${name}/json` }, Inspection);
    const found = await Promise.all([...new Set(names)].map(inspect));
    return found.filter((image) => image !== undefined).map(localImage);
}
/** Gives an image of the engine one more name, which another image may have had. */
async function tagImage(caller, source, reference) {
    const { tag = 'latest', ...name } = (0,_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .parseReference */ .F2)(reference);
    const query = { repo: (0,_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .formatReference */ .FH)(name), tag };
    await (0,_lib_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .retry */ .L)(() => (0,_engine_js__WEBPACK_IMPORTED_MODULE_1__/* .order */ .fq)(caller, { method: 'POST', path: `/images/${source}/tag`, query }), {
        what: `naming the image ${reference}`,
        signal: caller.signal,
        transient: isNameTaken,
    });
}
/** The containerd store fails when two jobs give the same name at the same moment. */
function isNameTaken(error) {
    return error instanceof _engine_error_js__WEBPACK_IMPORTED_MODULE_2__/* .EngineError */ .NJ && /already exists/.test(error.reason);
}
/** Takes a name from an image, which stays under its other names. Works in a cancelled job too. */
async function removeTag({ engine }, reference) {
    const caller = { engine, signal: AbortSignal.timeout(5_000) };
    const call = { method: 'DELETE', path: `/images/${reference}`, query: { noprune: '1' } };
    await (0,_engine_js__WEBPACK_IMPORTED_MODULE_1__/* .order */ .fq)(caller, call).catch(() => { });
}
function localImage({ Id, RepoDigests, Os, Architecture, Size, Config, RootFS, GraphDriver, }) {
    const { Layers: layers = [] } = RootFS;
    const { UpperDir, LowerDir } = GraphDriver?.Data ?? {};
    const directories = UpperDir === undefined ? [] : [UpperDir, ...(LowerDir ?? '').split(':').filter(Boolean)];
    return {
        id: Id,
        repoDigests: RepoDigests,
        facts: {
            platform: `${Os}/${Architecture}`,
            entrypoint: Config?.Entrypoint ?? [],
            command: Config?.Cmd ?? [],
            user: Config?.User || 'root',
            size: Size,
            layers: layers.length,
        },
        environment: Config?.Env ?? [],
        labels: Config?.Labels ?? {},
        layerDigests: layers,
        layerDirectories: directories.length === layers.length ? directories.toReversed() : [],
    };
}


/***/ }),

/***/ 2132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GH: () => (/* binding */ pushImage),
/* harmony export */   qU: () => (/* binding */ pushOnce),
/* harmony export */   xo: () => (/* binding */ retryPush)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8395);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9862);
/* harmony import */ var _lib_foreign_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1721);
/* harmony import */ var _lib_log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7399);
/* harmony import */ var _lib_retry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2183);
/* harmony import */ var _credentials_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6432);
/* harmony import */ var _engine_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4942);
/* harmony import */ var _engine_error_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2537);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2663);









/** Words of Docker and of registries for refusals that no retry makes good. */
const REFUSED = /denied|unauthorized|forbidden|no basic auth credentials|name unknown|not exist locally|does not exist|immutable|insufficient_scope|no such image/i;
/** Minutes. A layer of several gigabytes over a slow line takes its time; a registry that stopped answering must not take the whole job's. */
const LONGEST_PUSH = 60;
/**
 * Milliseconds. Docker itself tries a layer again and again, for longer than this; what it gives up at once, such as a
 * manifest that meets a 429, is worth another try of ours.
 */
const QUICK_FAILURE = 20_000;
/**
 * Pushes one reference from the engine, its progress in the log; for the answer see `retryPush`.
 * @param credentials go to the engine with this call alone; undefined for a registry that wants none
 */
async function pushImage(caller, reference, credentials) {
    const push = async () => {
        await pushOnce(caller, reference, credentials, (line) => _lib_log_js__WEBPACK_IMPORTED_MODULE_2__/* .info */ .pq(line));
        return 'pushed';
    };
    return await retryPush(push, reference, caller.signal);
}
/** One message of the stream in which an engine tells of a push. */
const Message = zod_mini__WEBPACK_IMPORTED_MODULE_8__/* .object */ .Ikc({
    id: zod_mini__WEBPACK_IMPORTED_MODULE_8__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP()),
    status: zod_mini__WEBPACK_IMPORTED_MODULE_8__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP()),
    progressDetail: zod_mini__WEBPACK_IMPORTED_MODULE_8__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_8__/* .object */ .Ikc({ current: zod_mini__WEBPACK_IMPORTED_MODULE_8__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_8__/* .number */ .aig()) })),
    error: zod_mini__WEBPACK_IMPORTED_MODULE_8__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP()),
});
/** Has the engine push one reference. Throws `EngineError` with the reason, which stands in the stream of a push that failed. */
async function pushOnce(caller, reference, credentials, show = () => { }) {
    const { tag = 'latest', ...name } = (0,_reference_js__WEBPACK_IMPORTED_MODULE_7__/* .parseReference */ .F2)(reference);
    const call = {
        method: 'POST',
        path: `/images/${(0,_reference_js__WEBPACK_IMPORTED_MODULE_7__/* .formatReference */ .FH)(name)}/push`,
        query: { tag },
        headers: { 'x-registry-auth': (0,_credentials_js__WEBPACK_IMPORTED_MODULE_4__/* .registryAuth */ .I)(name, credentials) },
        minutes: LONGEST_PUSH,
    };
    let failure;
    const lines = new _lib_foreign_text_js__WEBPACK_IMPORTED_MODULE_1__/* .LineReader */ .uo((line) => {
        const message = readMessage(line);
        if (!message)
            return;
        const { id, status, progressDetail, error } = message;
        if (error !== undefined)
            failure ??= error;
        // Progress in bytes is for a terminal.
        else if (status && progressDetail?.current === undefined)
            show(id ? `${id}: ${status}` : status);
    });
    await (0,_engine_js__WEBPACK_IMPORTED_MODULE_5__/* .readAnswer */ .JN)(caller, call, async (answer) => {
        for await (const chunk of answer)
            lines.write(chunk);
    });
    lines.end();
    if (failure === undefined)
        return;
    const reason = (0,_lib_foreign_text_js__WEBPACK_IMPORTED_MODULE_1__/* .harmlessLine */ .Kw)(failure.trim());
    throw new _engine_error_js__WEBPACK_IMPORTED_MODULE_6__/* .EngineError */ .NJ(`The push of ${reference} failed: ${reason}`, reason);
}
function readMessage(line) {
    try {
        return Message.parse(JSON.parse(line));
    }
    catch {
        return undefined;
    }
}
/**
 * Pushes, again where that may help: layers that the registry has already are not sent again, so a retry is cheap.
 * `kept` when the registry has something under the tag and its tags cannot be moved: it may be the same image.
 */
async function retryPush(push, reference, signal) {
    let start = 0;
    const attempt = () => {
        start = performance.now();
        return push();
    };
    const quick = () => performance.now() - start < QUICK_FAILURE;
    try {
        return await (0,_lib_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L)(attempt, {
            what: `push of ${reference}`,
            signal,
            attempts: 3,
            transient: (error) => {
                const said = saidOf(error);
                return said !== undefined && quick() && !REFUSED.test(said) && !IMMUTABLE.test(said);
            },
        });
    }
    catch (cause) {
        const said = saidOf(cause);
        if (said === undefined || !(cause instanceof Error))
            throw cause;
        if (IMMUTABLE.test(said))
            return 'kept';
        if (/no such host/.test(said))
            throw unknownHost(cause);
        if (!REFUSED.test(said))
            throw cause;
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`The registry refused the push of ${reference}. Check that the repository exists (create-repository) and that the login may push to it. ${cause.message}`, { cause });
    }
}
/** ECR's words for a tag that exists and cannot be moved; with the containerd store, docker tells no more than the status. */
const IMMUTABLE = /\btag\b.*\bimmutable\b|status from PUT request to \S+\/manifests\/\S+: 400\b/i;
/** What the engine or the builder said of a push that failed; undefined for an error of another kind. */
function saidOf(error) {
    if (error instanceof _engine_error_js__WEBPACK_IMPORTED_MODULE_6__/* .EngineError */ .NJ)
        return error.reason;
    // The last line is docker's own; lines before it are progress.
    return error instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CommandError */ .Qd ? error.output.slice(-3).join('\n') : undefined;
}
function unknownHost(cause) {
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`There is no registry at this address. Check image and registry, and that the engine can resolve the name. ${cause.message}`, { cause });
}


/***/ }),

/***/ 7156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ sharedByKey),
/* harmony export */   u: () => (/* binding */ shared)
/* harmony export */ });
/* harmony import */ var node_async_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6698);

/**
 * Work that several wait for and that is done once. It begins when the first one asks, and its outcome, good or bad, is
 * kept. A waiter that is aborted leaves alone; when the last one leaves, the work is aborted and may begin anew.
 */
function shared(work) {
    // What the work prints belongs to whoever shares it out, and not to the one that happened to ask first.
    const context = node_async_hooks__WEBPACK_IMPORTED_MODULE_0__.AsyncLocalStorage.snapshot();
    let current;
    return async (signal) => {
        signal.throwIfAborted();
        current ??= context(begin, work);
        const running = current;
        running.waiters++;
        try {
            return await unlessAborted(running.outcome, signal);
        }
        finally {
            running.waiters--;
            if (running.waiters === 0 && signal.aborted && !running.isDone) {
                current = undefined;
                running.controller.abort(signal.reason);
                // Nothing goes on behind an error.
                await running.outcome.catch(() => { });
            }
        }
    };
}
function sharedByKey() {
    const works = new Map();
    const context = node_async_hooks__WEBPACK_IMPORTED_MODULE_0__.AsyncLocalStorage.snapshot();
    return async (key, signal, work) => {
        const one = works.get(key) ?? context(() => shared(work));
        works.set(key, one);
        return await one(signal);
    };
}
function begin(work) {
    const controller = new AbortController();
    const outcome = work(controller.signal);
    const running = { outcome, waiters: 0, isDone: false, controller };
    const done = () => {
        running.isDone = true;
    };
    outcome.then(done, done);
    return running;
}
async function unlessAborted(outcome, signal) {
    let leave = () => { };
    const aborted = new Promise((_, reject) => {
        leave = () => reject(signal.reason);
    });
    signal.addEventListener('abort', leave, { once: true });
    try {
        return await Promise.race([outcome, aborted]);
    }
    finally {
        signal.removeEventListener('abort', leave);
    }
}


/***/ }),

/***/ 6471:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ together)
/* harmony export */ });
/**
 * Does pieces of work side by side. When one fails the others are aborted and waited for, so that nothing goes on
 * behind an error; then the first error is thrown.
 */
async function together(signal, ...work) {
    const failure = new AbortController();
    const both = AbortSignal.any([signal, failure.signal]);
    const results = await Promise.allSettled(work.map(async (piece) => {
        try {
            return await piece(both);
        }
        catch (error) {
            failure.abort(error);
            throw error;
        }
    }));
    if (failure.signal.aborted)
        throw failure.signal.reason;
    return results.map((result) => (result.status === 'fulfilled' ? result.value : undefined));
}


/***/ }),

/***/ 7149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ logIn)
});

// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/secrets.js
var secrets = __webpack_require__(1752);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/lib/http.js + 2 modules
var http = __webpack_require__(1052);
;// CONCATENATED MODULE: ./build/src/platforms/kolena/calls.js


/** @param authorization the header, empty for a login */
function caller(apiUrl, authorization, signal) {
    const answer = (method, path, { body, query, ...rest } = {}) => {
        // Each segment is percent-encoded whole, so that a name may hold a slash.
        const url = new URL(`${apiUrl.href.replace(/\/$/, '')}/v1/${path.map(encodeURIComponent).join('/')}`);
        if (query)
            url.search = query;
        const headers = {
            ...authorization,
            'content-type': 'application/json',
            'x-request-id': (0,external_node_crypto_.randomUUID)().replaceAll('-', ''),
        };
        const content = body === undefined ? {} : { body: JSON.stringify(body) };
        return (0,http/* send */.tN)({ method, url, headers, signal, ...content, ...rest });
    };
    const call = async (method, path, schema, options) => (0,http/* readJson */.Vh)(schema, await answer(method, path, options), apiUrl);
    const find = async (method, path, schema, { none = 404, ...options } = {}) => {
        const reply = await answer(method, path, { ...options, expect: [none] });
        return reply.status === none ? undefined : (0,http/* readJson */.Vh)(schema, reply, apiUrl);
    };
    return Object.assign(call, { find, send: answer });
}

// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(3759);
;// CONCATENATED MODULE: ./build/src/platforms/kolena/schemas.js
/** Shapes of the platform's replies, as the vendor's client reads them; other fields are ignored. */

const Login = schemas/* object */.Ikc({
    tenant: schemas/* string */.YjP().check(api/* _minLength */.m9(1)),
    access_token: schemas/* string */.YjP().check(api/* _minLength */.m9(1)),
});
/** The roles that an evaluator with an AWS role runs with. The service also sends `job_role_name`. */
const AwsRoleConfig = schemas/* object */.Ikc({
    job_role_arn: schemas/* string */.YjP(),
    external_id: schemas/* string */.YjP(),
    assume_role_arn: schemas/* string */.YjP(),
});
/** A registered evaluator. `created` looks like `2023-04-03 16:18:10.703 -0700`. */
const Evaluator = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    image: schemas/* string */.YjP(),
    created: schemas/* string */.YjP(),
    aws_role_config: schemas/* pipe */.FsL(schemas/* nullish */.cl6(AwsRoleConfig), schemas/* transform */.pdi((config) => config ?? null)),
});
/** An evaluator of a workflow in a list; the vendor's client takes one without an image, which the platform cannot run. */
const ListedEvaluator = schemas/* object */.Ikc({ name: schemas/* string */.YjP(), image: schemas/* nullish */.cl6(schemas/* string */.YjP()) });
const Evaluators = schemas/* object */.Ikc({ evaluators: schemas/* array */.YOg(ListedEvaluator) });
/** A model. The vendor's client reads all of these; metadata may hold any JSON. */
const Model = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    name: schemas/* string */.YjP(),
    metadata: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* json */.Pq9()),
    tags: schemas/* array */.YOg(schemas/* string */.YjP()),
    workflow: schemas/* string */.YjP(),
});
const Models = schemas/* object */.Ikc({ models: schemas/* array */.YOg(Model) });
/** One version of a test suite; the id is the version's own. */
const TestSuite = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    name: schemas/* string */.YjP(),
    version: schemas/* int */.Whr(),
    test_cases: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP() })),
    workflow: schemas/* string */.YjP(),
});
const TestRun = schemas/* object */.Ikc({ test_run_id: schemas/* int */.Whr() });

;// CONCATENATED MODULE: ./build/src/platforms/kolena/evaluators.js

/** Calls about evaluators and the repositories of their images. */
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
        /** The latest registration of an evaluator for a workflow, without its secret. */
        findEvaluator: (workflow, name) => call.find('GET', [...evaluators, workflow, name], Evaluator, { query: 'include_secret=False' }),
        listEvaluators: async (workflow) => (await call('GET', [...evaluators, workflow], Evaluators)).evaluators,
        /** Sent once: when the outcome is unknown (`HttpError.outcomeUnknown`), read back before a second try. */
        register: (body) => call('POST', evaluators, Evaluator, { body, attempts: 1 }),
    };
}

;// CONCATENATED MODULE: ./build/src/platforms/kolena/models.js

/** Calls about models. The platform has none that changes a model's metadata or tags. */
function modelCalls(call) {
    const path = (name) => ['generic', 'model', name];
    return {
        /** The model of that name, whatever its workflow: a name is unique in the organization. */
        findModel: (name) => call.find('PUT', path('load'), Model, { body: { name } }),
        /** The models of a workflow that have all of the tags. */
        listModels: async (workflow, tags) => (await call('PUT', path('load-all'), Models, { body: { workflow, tags } })).models,
        /**
         * undefined when the name is taken. Sent once: when the outcome is unknown (`HttpError.outcomeUnknown`), look
         * before a second try.
         */
        createModel: ({ name, metadata, workflow, tags }) => {
            const body = { name, metadata, workflow, tags };
            return call.find('POST', path('create'), Model, { body, attempts: 1, none: 409 });
        },
    };
}

;// CONCATENATED MODULE: ./build/src/platforms/kolena/test-runs.js

/** Calls about test suites and the test runs of models on them. The platform has none that tells how a run is doing. */
function testRunCalls(call) {
    const path = (name) => ['generic', 'test-run', name];
    return {
        /** @param version null for the latest */
        findTestSuite: (name, version) => call.find('PUT', ['generic', 'test-suite', 'load'], TestSuite, { body: { name, version } }),
        /** The test run of a model on a test suite whose metrics the registered evaluator computes, new or as it is. */
        openTestRun: async (modelId, testSuiteId) => {
            const body = { model_id: modelId, test_suite_id: testSuiteId, evaluator: null, configurations: [] };
            return (await call('PUT', path('create-or-retrieve'), TestRun, { body })).test_run_id;
        },
        /** Starts the registered evaluator on a test run. Once more, it computes the metrics anew. */
        evaluate: async (testRunId) => {
            // The status is the whole answer: the vendor's client reads no body either.
            await call.send('PUT', path('evaluate'), { body: { test_run_id: testRunId } });
        },
    };
}

;// CONCATENATED MODULE: ./build/src/platforms/kolena/client.js







/** The release of the vendor's Python client whose wire format this is; the platform is told so at login. */
const CLIENT_VERSION = '1.69.0';
/**
 * Logs in with an API token, as the vendor's client does before each command.
 * @param apiUrl such as `https://api.kolena.io`, without the `/v1`
 */
async function logIn(apiUrl, apiToken, signal) {
    const anonymous = caller(apiUrl, {}, signal);
    const login = await anonymous('PUT', ['token', 'login'], Login, {
        body: { api_token: apiToken, version: CLIENT_VERSION },
    }).catch(explainLogin(apiUrl));
    (0,secrets/* maskSecret */.$l)(login.access_token);
    const call = caller(apiUrl, { authorization: `Bearer ${login.access_token}` }, signal);
    return {
        /** The organization that the token belongs to. */
        tenant: login.tenant,
        ...evaluatorCalls(call),
        ...modelCalls(call),
        ...testRunCalls(call),
    };
}
function explainLogin(apiUrl) {
    return (cause) => {
        if (!(cause instanceof errors/* HttpError */.j$) || cause.status !== 401)
            throw cause;
        throw new errors/* ActionError */.lZ(`api-token: ${apiUrl.host} does not accept the token (401). Create a new API token on the platform's developer page, store it as a secret of the repository, and pass it as api-token.`, { cause });
    };
}


/***/ }),

/***/ 2850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ Connections)
});

// EXTERNAL MODULE: ./build/src/docker/client-config.js
var client_config = __webpack_require__(6906);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: ./build/src/lib/inputs.js
var inputs = __webpack_require__(4212);
// EXTERNAL MODULE: ./build/src/lib/shared.js
var shared = __webpack_require__(7156);
// EXTERNAL MODULE: ./build/src/docker/dialing-agent.js
var dialing_agent = __webpack_require__(8056);
// EXTERNAL MODULE: ./build/src/docker/engine.js
var engine = __webpack_require__(4942);
;// CONCATENATED MODULE: ./build/src/docker/docker.js





const DEFAULT_SOCKET = '/var/run/docker.sock';
/**
 * The engine that the docker command of the job would talk to: that of DOCKER_HOST, of the Docker context, or of this
 * machine. One that is not behind a socket of this machine is reached by way of the docker command, which knows
 * contexts, TLS and SSH.
 */
function findEngine(config) {
    const socketPath = findSocket(config);
    const connection = socketPath === undefined ? { agent: new dialing_agent/* DialingAgent */.y(config) } : { agent: new external_node_http_.Agent(), socketPath };
    return { connection, version: (0,shared/* shared */.u)((signal) => (0,engine/* readApiVersion */.ZS)(connection, signal)) };
}
/** undefined where the docker command has to find the way. */
function findSocket({ env, context }) {
    // An empty variable says nothing, to docker too.
    const host = env.DOCKER_HOST || (0,inputs/* readVariable */.nt)('DOCKER_HOST');
    if (host)
        return /^unix:\/\/(\/.+)$/.exec(host)?.[1];
    const current = (0,inputs/* readVariable */.nt)('DOCKER_CONTEXT') || context || 'default';
    return current === 'default' ? DEFAULT_SOCKET : undefined;
}

// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
;// CONCATENATED MODULE: ./build/src/lib/turns.js
function turns() {
    const last = new Map();
    return async (key, signal, work) => {
        const turn = (last.get(key) ?? Promise.resolve()).then(() => {
            signal.throwIfAborted();
            return work();
        });
        last.set(key, turn.catch(() => { }));
        return await turn;
    };
}

// EXTERNAL MODULE: ./build/src/platforms/kolena/client.js + 5 modules
var client = __webpack_require__(7149);
;// CONCATENATED MODULE: ./build/src/publish/connections.js






/** What the publications of one run share: docker's configuration and engine, and the logins at the platform and at AWS. */
class Connections {
    /** The login at the platform, made when it is first needed; undefined for a run that needs none. */
    session;
    /** The login that AWS gives for a host of its registry: one serves all repositories. */
    ecrLogin = (0,shared/* sharedByKey */.I)();
    /** Changes of a role of AWS, by its ARN: several evaluators may have one, and IAM replaces its policy whole. */
    roleTurn = turns();
    #docker;
    #shell;
    /** @param runs the inputs of all that the run publishes; the platform is the same for each */
    constructor(runs, shell) {
        this.#shell = shell;
        const config = (0,client_config/* createPrivateConfig */.Ch)(shell.privateDirectory);
        this.#docker = { config, engine: findEngine(config) };
        const needed = runs.find(({ evaluator, image }) => evaluator !== undefined || image.host === undefined);
        this.session = (0,shared/* shared */.u)(async (signal) => needed && (await this.#openSession(needed, signal)));
    }
    /** Docker, for work that the signal ends. */
    docker(signal) {
        return { ...this.#docker, signal };
    }
    async #openSession(inputs, signal) {
        const { apiToken } = inputs.platform;
        if (apiToken === undefined)
            return undefined;
        // The session outlives the wait for its login.
        const both = AbortSignal.any([signal, this.#shell.signal]);
        return await this.#shell.journal.phase('Log in at the platform', () => openSession(inputs, apiToken, both));
    }
}
/** Logs in at the platform, and sees that the token is of the organization that the inputs name. */
async function openSession({ platform }, apiToken, signal) {
    const { apiUrl, organization } = platform;
    const session = await (0,client/* logIn */.E)(apiUrl, apiToken, signal);
    if (organization !== undefined && session.tenant !== organization) {
        throw new errors/* ActionError */.lZ(`The API token belongs to the organization "${session.tenant}", and the inputs (organization, or the path of image) name "${organization}". Use a token of ${organization}, or write ${session.tenant} there.`);
    }
    return session;
}


/***/ }),

/***/ 59:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  jq: () => (/* binding */ image_build),
  il: () => (/* binding */ buildTo),
  AH: () => (/* binding */ obtain),
  qR: () => (/* binding */ readsFrom)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/docker/build.js + 2 modules
var build = __webpack_require__(1568);
// EXTERNAL MODULE: ./build/src/docker/cache.js
var cache = __webpack_require__(3004);
// EXTERNAL MODULE: ./build/src/docker/dockerfile.js
var docker_dockerfile = __webpack_require__(3622);
;// CONCATENATED MODULE: ./build/src/docker/dockerfile-error.js

/** One instruction of a Dockerfile. */
const outputLimit = 10;
/**
 * Finds the failing instruction in the log of `docker buildx build --progress plain`. Newer BuildKit says the line;
 * BuildKit 0.8 (Docker 20.10) names the step only, which is then looked up in the Dockerfile.
 *
 * @param log lines of the build's output, without line ends
 * @param dockerfile the Dockerfile's text, empty when it is not at hand
 * @returns undefined when the log does not end in a failure of the Dockerfile, as when the engine cannot be reached, or a push fails
 */
function locateFailure(log, dockerfile) {
    // A step's own output has a time before it, so only BuildKit's last word starts a line with ERROR.
    const end = log.findLastIndex((text) => text.startsWith('ERROR: '));
    const error = /^ERROR: (?:failed to build: )?failed to solve: (.*)$/.exec(log[end] ?? '')?.[1];
    if (error === undefined || error.startsWith('failed to push '))
        return undefined;
    const { step, output } = readStep(log.slice(0, end));
    const printed = readExcerpt(log.slice(0, end));
    const instructions = (0,docker_dockerfile/* parseInstructions */.ts)(dockerfile);
    const at = printed?.line ?? lineOfParseError(error) ?? (0,docker_dockerfile/* findInstruction */.qB)(step, instructions)?.line;
    const instruction = instructions.find(({ line, lastLine }) => at !== undefined && line <= at && at <= lastLine);
    const message = plainMessage(error);
    const read = step || (instruction?.text ?? '');
    const remedy = remedies.find(([during, cause]) => during.test(read) && cause.test(message))?.[2];
    return {
        ...(at !== undefined && { line: at }),
        step: read.replace(/^\[[^\]]*\d+\/\d+\] /, '') || 'read the Dockerfile',
        message,
        ...(remedy !== undefined && { remedy }),
        output,
        excerpt: printed?.lines ?? (at === undefined ? [] : excerptOf(dockerfile, at, instruction?.lastLine ?? at)),
    };
}
/** The last block ` > [2/2] RUN x:` with what the step printed, between two rules. */
function readStep(log) {
    const start = log.findLastIndex((text, index) => text.startsWith(' > ') && log[index - 1] === '------');
    const step = /^ > (.*):$/.exec(log[start] ?? '')?.[1];
    if (step === undefined)
        return { step: '', output: [] };
    const length = log.slice(start).indexOf('------');
    const printed = log.slice(start + 1, length === -1 ? undefined : start + length);
    return { step, output: printed.slice(-outputLimit).map((text) => text.replace(/^\d+\.\d+ /, '')) };
}
/** `Dockerfile:3`, a rule, numbered lines, a rule, just before the last word. */
function readExcerpt(log) {
    const rule = '-'.repeat(20);
    const close = log.lastIndexOf(rule);
    const open = close < 1 ? -1 : log.lastIndexOf(rule, close - 1);
    const line = Number(/:(\d+)$/.exec(log[open - 1] ?? '')?.[1]);
    const lines = log.slice(open + 1, close);
    if (open < 1 || !line || !lines.every((text) => /^ *\d+ \| /.test(text)))
        return undefined;
    return { line, lines };
}
function lineOfParseError(error) {
    const line = /dockerfile parse error (?:on )?line (\d+)/.exec(error)?.[1];
    return line === undefined ? undefined : Number(line);
}
function excerptOf(dockerfile, first, last) {
    const lines = dockerfile.split(/\r?\n/);
    const from = Math.max(1, first - 2);
    return lines.slice(from - 1, last + 2).map((text, index) => {
        const number = from + index;
        const mark = first <= number && number <= last ? '>>>' : '   ';
        return `${String(number).padStart(4)} | ${mark} ${text}`;
    });
}
function plainMessage(error) {
    return error
        .replace(/^rpc error: code = \w+ desc = failed to solve with frontend \S+: /, '')
        .replace(/^failed to (?:create LLB definition|compute cache key|load cache key): /, '')
        .replace(/failed to calculate checksum of ref \S+: /, '')
        .replace(/^process ".*" did not complete successfully: |^executor failed running \[.*\]: /, '')
        .replace(/^\S+: failed to resolve source metadata for \S+: /, '')
        .replace(/\/\S*\/(?:buildkit-mount\d+|overlay2\/\w+\/merged|cachemounts\/buildkit\d+)/g, '')
        .replace(/ not found: not found$/, ': not found');
}
const base = /^\[internal\] load metadata for |^(?:\[[^\]]*\] )?FROM /;
const copy = /^\[[^\]]*\] (?:COPY|ADD) /;
const any = /^/;
const missing = /not found|no such file/;
const denied = /pull access denied|insufficient_scope|authorization failed|401 Unauthorized|403 Forbidden/;
const unreachable = /no such host|connection refused|i\/o timeout|deadline exceeded|x509/;
const remedies = [
    [
        /<</,
        /unknown instruction/,
        'for here-documents begin the Dockerfile with `# syntax=docker/dockerfile:1`',
    ],
    [any, /failed to read dockerfile/, 'correct `file` (default: `<context>/Dockerfile`) or `context`'],
    [any, /target stage .* could not be found/, 'set `target` to a name that a FROM … AS gives'],
    [any, /no space left on device/, 'free disk space on the runner before this step'],
    [any, /^secret \S+(?: not found)?: not found/, 'pass it in `secrets`, `secret-envs` or `secret-files`'],
    [base, /toomanyrequests|429 Too Many/i, "log in to the base image's registry first, or use a mirror"],
    [base, denied, "correct the base image's name, or log in to its registry first"],
    [base, unreachable, "the base image's registry cannot be reached: correct its name, or use another image"],
    [base, missing, 'there is no such base image: correct its name or tag'],
    [/ --from=/, missing, 'check that the stage or image named by --from holds this path'],
    [copy, missing, 'put it where `context` says, and see that .dockerignore does not leave it out'],
];

// EXTERNAL MODULE: ./build/src/docker/engine-error.js
var engine_error = __webpack_require__(2537);
// EXTERNAL MODULE: ./build/src/docker/image.js
var docker_image = __webpack_require__(4639);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/log.js
var log = __webpack_require__(7399);
// EXTERNAL MODULE: ./build/src/lib/retry.js
var retry = __webpack_require__(2183);
// EXTERNAL MODULE: ./build/src/lib/starts.js
var starts = __webpack_require__(2576);
// EXTERNAL MODULE: ./build/src/lib/together.js
var together = __webpack_require__(6471);
;// CONCATENATED MODULE: ./build/src/publish/image.js












/** How often an image is built that other jobs take away before it has its name. */
const ATTEMPTS = 3;
/** Builds the image, or finds the one that exists already; undefined when it is not in the engine. */
async function obtain({ build: wanted }, plan, docker, directory) {
    return wanted ? await image_build(docker, wanted, plan, directory) : await findInEngine(docker, await plan());
}
/**
 * Builds the image into the engine's store, or, when it has no business there, only into the builder's cache. It gets
 * its names when it is built, so that the build waits for no organization to be known.
 */
async function image_build(docker, wanted, plan, directory) {
    if (wanted.store !== 'engine')
        return await buildTo('cache', docker, wanted, [], directory);
    let next = wanted;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
        const image = await buildIntoEngine(docker, next, directory);
        const { localReferences } = await plan();
        const [local] = await (0,docker_image/* inspectImages */.J2)(docker, image.digests);
        if (local && (await hasNames(docker, local.id, localReferences)))
            return { ...image, engineId: local.id, facts: local.facts };
        // Another job that built the same has named it, and a third one taken that name away.
        log/* info */.pq('The image was gone from the engine before it had its name; building it again, from the cache');
        next = { ...wanted, options: (0,cache/* fromCache */.Z)(wanted.options) };
    }
    throw new errors/* ActionError */.lZ('The engine does not keep the image that was built: other jobs remove images on it. Run the job again.');
}
/** The engine is got to know while the build runs, so that it can be asked at once for what was built. */
async function buildIntoEngine(docker, wanted, directory) {
    const [image] = await (0,together/* together */.b)(docker.signal, (signal) => buildTo('engine', { ...docker, signal }, wanted, [], directory), async (signal) => {
        await (0,starts/* afterStarts */.E)();
        await docker.engine.version(signal);
    });
    return image;
}
/** Whether an image could be named, or is gone. */
async function hasNames(docker, id, references) {
    try {
        await Promise.all(references.map((reference) => (0,docker_image/* tagImage */.E$)(docker, id, reference)));
        return true;
    }
    catch (error) {
        if (error instanceof engine_error/* EngineError */.NJ && error.status === 404)
            return false;
        throw error;
    }
}
async function buildTo(destination, docker, { options, secrets }, references, directory) {
    log/* startGroup */.Oh(destination === 'registry' ? 'Push with docker buildx build' : 'Build with docker buildx build');
    try {
        const { imageId, ...built } = await (0,retry/* retry */.L)(() => (0,build/* buildImage */._w)(docker, options, references, destination, secrets, directory), { what: 'the build', signal: docker.signal, attempts: 3, transient: isMadeTwice });
        return { id: imageId, ...built, facts: undefined };
    }
    catch (error) {
        throw error instanceof errors/* CommandError */.Qd ? explainBuild(error, options) : error;
    }
    finally {
        log/* endGroup */.N4();
    }
}
/** The containerd store fails when two builds add the same image at the same moment; a second try is cached. */
function isMadeTwice(error) {
    return (error instanceof errors/* CommandError */.Qd &&
        /^ERROR: .*image ".*": already exists$/m.test(error.output.slice(-5).join('\n')));
}
function explainBuild(cause, { context, file }) {
    const path = file ?? (0,external_node_path_.join)(context, 'Dockerfile');
    const failure = locateFailure([...cause.output], readDockerfile(path));
    if (!failure)
        return cause;
    const place = { file: (0,external_node_path_.relative)('.', path), ...(failure.line !== undefined && { line: failure.line }) };
    const message = [`${failure.step}: ${failure.message}`, failure.remedy, ...failure.output];
    return new errors/* BuildError */.zS(message.filter((line) => line !== undefined).join('\n'), place, { cause });
}
/**
 * Whether a build may read from a registry, such as a cache or the image that it stands on: it has to wait for the
 * login. Any mention counts, as waiting for nothing costs little.
 */
function readsFrom(host, { options }) {
    const { cacheFrom, cacheTo, buildArgs, buildContexts, context, file } = options;
    const dockerfile = readDockerfile(file ?? (0,external_node_path_.join)(context, 'Dockerfile'));
    return [...cacheFrom, ...cacheTo, ...buildArgs, ...buildContexts, dockerfile].some((text) => text.includes(`${host}/`));
}
function readDockerfile(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return '';
    }
}
/** Finds an image that exists already in the engine, under its full name or its short one; undefined when it is not there. */
async function findInEngine(docker, plan) {
    const [reference] = plan.references;
    const [full] = await (0,docker_image/* inspectImages */.J2)(docker, [reference]);
    const image = full ?? (await (0,docker_image/* inspectImages */.J2)(docker, [plan.shortReference]))[0];
    if (!image)
        return undefined;
    if (!full && !plan.mode.dryRun)
        await (0,docker_image/* tagImage */.E$)(docker, image.id, reference);
    const pushed = image.repoDigests.map((name) => name.slice(name.indexOf('@') + 1));
    return {
        id: image.id,
        engineId: image.id,
        manifestDigest: undefined,
        digests: [image.id, ...pushed],
        metadata: {},
        facts: image.facts,
    };
}


/***/ }),

/***/ 2495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ notePlan)
/* harmony export */ });
/* harmony import */ var _docker_build_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1568);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3650);


/** Makes the plan, as soon as the organization is known, and notes it with what follows from it. */
function notePlan(inputs, organization, publication) {
    const plan = (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .makePlan */ .Cs)(inputs, organization);
    publication.plan = plan;
    const { build } = inputs;
    const [reference = ''] = plan.localReferences;
    if (build) {
        const ids = build.secrets.map(({ id }) => id);
        // How people build the same image on their own machine.
        publication.buildCommand = (0,_docker_build_js__WEBPACK_IMPORTED_MODULE_0__/* .buildCommand */ .Oe)(build.options, reference, ids);
    }
    return plan;
}


/***/ }),

/***/ 6491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ publishImage)
});

// EXTERNAL MODULE: ./build/src/lib/log.js
var log = __webpack_require__(7399);
// EXTERNAL MODULE: ./build/src/lib/shared.js
var shared = __webpack_require__(7156);
// EXTERNAL MODULE: ./build/src/lib/together.js
var together = __webpack_require__(6471);
// EXTERNAL MODULE: ./build/src/aws/ecr-host.js
var ecr_host = __webpack_require__(4464);
// EXTERNAL MODULE: ./build/src/docker/client-config.js
var client_config = __webpack_require__(6906);
// EXTERNAL MODULE: ./build/src/docker/credentials.js
var docker_credentials = __webpack_require__(6432);
// EXTERNAL MODULE: ./build/src/docker/distribution.js + 1 modules
var distribution = __webpack_require__(2312);
// EXTERNAL MODULE: ./build/src/registries/oci.js
var oci = __webpack_require__(7515);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
;// CONCATENATED MODULE: ./build/src/registries/platform.js

/**
 * The platform's registry: repositories are created through the platform, below the organization.
 * @param openSession gives none where nothing is to be created
 */
function platformRegistry(host, path, credentials, openSession) {
    return {
        host,
        path,
        credentials,
        prepare: async () => {
            const session = await openSession();
            return session ? await session.createRepository(path).catch(explain(path)) : 'not needed';
        },
    };
}
function explain(path) {
    return (cause) => {
        if (!(cause instanceof errors/* HttpError */.j$) || cause.transient)
            throw cause;
        throw new errors/* ActionError */.lZ(`The repository ${path} cannot be created (${cause.status}). Its name must begin with the organization of the token; create it on the platform and set create-repository: false, or use another image name. ${cause.message}`, { cause });
    };
}

;// CONCATENATED MODULE: ./build/src/publish/access.js







/** Opens the repository that the image goes to; neither the registry nor the platform is asked yet. */
async function openAccess(inputs, plan, connections, signal) {
    const registry = await chooseRegistry(inputs, plan, connections, signal);
    const { host, path } = registry;
    const credentials = registry.credentials ?? (await (0,docker_credentials/* findCredentials */.g)(host, signal));
    return { plan, registry, credentials, repository: (0,distribution/* openRepository */.h)(host, path, credentials, signal) };
}
/** Creates the repository where it is missing, and sees that the registry accepts the login. */
async function enter({ registry, repository }, journal, signal) {
    const prepare = async () => {
        const outcome = await registry.prepare();
        if (outcome === 'created')
            journal.done.push(`The repository ${registry.path} was created.`);
    };
    await journal.phase('Log in to the registry', () => (0,together/* together */.b)(signal, prepare, () => repository.logIn()));
}
/** Gives docker's builder the login of the run; that of the job it has already. */
function giveLogin({ config }, { registry: { host, credentials } }) {
    if (credentials)
        (0,client_config/* addLogin */.r$)(config, host, credentials);
}
/** The registry that the image goes to, as the inputs and the plan say. */
async function chooseRegistry({ image, platform }, plan, { session, ecrLogin }, signal) {
    const { host, path } = plan.repository;
    if (isEcr(image)) {
        const { createRepository: create, immutableTags: immutable } = image;
        // Brings AWS's ways of connecting with it: nobody else pays for them at start-up.
        const { ecrRegistry } = await __webpack_require__.e(/* import() */ 291).then(__webpack_require__.bind(__webpack_require__, 5291));
        return await ecrRegistry({ host, path, create, immutable }, signal, ecrLogin);
    }
    if (image.host !== undefined)
        return (0,oci/* ociRegistry */.H)(host, path, image.credentials);
    const credentials = image.credentials ?? platformCredentials(plan, platform.apiToken);
    const openSession = async () => (image.createRepository ? await session(signal) : undefined);
    return platformRegistry(host, path, credentials, openSession);
}
/** Whether the image goes to AWS's registry by the AWS credentials of the job; a login in the inputs goes before those. */
function isEcr({ host, credentials }) {
    return host !== undefined && credentials === undefined && (0,ecr_host/* parseEcrHost */.w)(host) !== undefined;
}
/** On the platform's registry the organization is the user, and the API token the password. */
function platformCredentials({ repository }, apiToken) {
    const [organization = ''] = repository.path.split('/');
    return { username: organization, password: apiToken ?? '' };
}

// EXTERNAL MODULE: ./build/src/docker/cache.js
var cache = __webpack_require__(3004);
// EXTERNAL MODULE: ./build/src/docker/image.js
var docker_image = __webpack_require__(4639);
// EXTERNAL MODULE: ./build/src/docker/push.js
var push = __webpack_require__(2132);
// EXTERNAL MODULE: ./build/src/publish/image.js + 1 modules
var publish_image = __webpack_require__(59);
;// CONCATENATED MODULE: ./build/src/publish/delivery.js







/** How often an image is pushed when another job takes the name away on the same engine in between. */
const ATTEMPTS = 5;
/**
 * Brings the image into the registry under its first tag, and has the registry confirm it. Names are not ours alone:
 * another job on the same engine may move the local one before the push, and another push the remote one after it.
 * So only what the registry has, compared by digest with what this run built, counts.
 */
async function deliver(docker, image, inputs, access, directory) {
    const { plan, repository } = access;
    let built = image;
    for (let attempt = 1;; attempt++) {
        const pushed = await delivery_push(docker, built, inputs, access, directory);
        const manifest = await delivery_confirm(docker, repository, pushed, plan);
        if (manifest)
            return { image: pushed, manifest };
        if (attempt === ATTEMPTS)
            throw new errors/* ActionError */.lZ(movedMessage(plan));
        log/* info */.pq(`Another job on this engine took the name ${plan.references[0]}; taking it back`);
        built = await takeBack(docker, built, inputs, plan, directory);
    }
}
/** Gives the image its name back. An image without a name is gone from the containerd store, but not from the cache. */
async function takeBack(docker, image, inputs, plan, directory) {
    if (!inputs.build) {
        await (0,docker_image/* tagImage */.E$)(docker, image.engineId, plan.references[0]);
        return image;
    }
    const cached = { ...inputs.build, options: (0,cache/* fromCache */.Z)(inputs.build.options) };
    return await (0,publish_image/* build */.jq)(docker, cached, async () => plan, directory);
}
async function delivery_push(docker, image, { build }, access, directory) {
    const [reference] = access.plan.references;
    if (build?.store === 'builder') {
        giveLogin(docker, access);
        const built = { ...build, options: (0,cache/* fromCache */.Z)(build.options) };
        const attempt = () => (0,publish_image/* buildTo */.il)('registry', docker, built, [reference], directory);
        const pushed = await (0,push/* retryPush */.xo)(attempt, reference, docker.signal);
        return pushed === 'kept' ? { ...image, kept: true } : pushed;
    }
    log/* startGroup */.Oh(`Push ${reference}`);
    try {
        return { ...image, kept: (await (0,push/* pushImage */.GH)(docker, reference, access.credentials)) === 'kept' };
    }
    finally {
        log/* endGroup */.N4();
    }
}
/**
 * The manifest that the registry has of this run's image; undefined when the image did not get there. When the tag
 * stands for another image by now, that is an error, unless the digest is what will be registered.
 */
async function delivery_confirm(docker, repository, image, plan) {
    const tagged = await repository.findManifest(tagOf(plan.references[0]));
    if (tagged && isSame(tagged, image))
        return tagged;
    if (image.kept)
        throw new errors/* ActionError */.lZ(immutableMessage(plan));
    const own = await findOwn(docker, repository, image, plan);
    if (!own) {
        if (!tagged)
            throw new errors/* ActionError */.lZ(lostMessage(plan));
        return undefined;
    }
    if (plan.imageReference === 'tag')
        throw new errors/* ActionError */.lZ(movedMessage(plan));
    log/* info */.pq(`${plan.references[0]} stands for another image by now; ${own.digest} is what this run pushed`);
    return own;
}
/** Looks for the image by its digests: those of the build, and those that the engine noted when it pushed. */
async function findOwn(docker, repository, image, { repository: { host, path } }) {
    const [local] = await (0,docker_image/* inspectImages */.J2)(docker, [image.engineId]);
    const name = `${host}/${path}@`;
    const noted = local?.repoDigests
        .filter((digest) => digest.startsWith(name))
        .map((digest) => digest.slice(name.length));
    const made = image.manifestDigest === undefined ? [] : [image.manifestDigest];
    for (const digest of new Set([...made, ...(noted ?? [])])) {
        const manifest = await repository.findManifest(digest);
        if (manifest && isSame(manifest, image))
            return manifest;
    }
    return undefined;
}
function isSame({ digest, configDigest }, { digests }) {
    return digests.includes(digest) || (configDigest !== undefined && digests.includes(configDigest));
}
/** Gives a manifest of the registry the further tags of the plan; no layer is moved. */
async function addTags(repository, manifest, { references: [, ...more] }) {
    await Promise.all(more.map((reference) => addTag(repository, manifest, tagOf(reference))));
}
/** A tag that is right already is left alone: where tags are immutable, setting it again would be refused. */
async function addTag(repository, manifest, tag) {
    const current = await repository.findManifest(tag);
    if (current?.digest === manifest.digest)
        return;
    await repository.tagManifest(manifest, tag).catch((cause) => {
        if (!(cause instanceof errors/* HttpError */.j$ && /immutable/i.test(cause.message)))
            throw cause;
        throw new errors/* ActionError */.lZ(`The tag ${tag} stands for another image in the registry, and the tags of this repository are immutable. Use another tag, or delete this one. ${cause.message}`, { cause });
    });
}
/** The image that only the registry has, for a run that builds none. */
async function findInRegistry(repository, { references, shortReference }) {
    const [reference] = references;
    const manifest = await repository.findManifest(tagOf(reference));
    if (!manifest) {
        throw new errors/* ActionError */.lZ(`build is false, and the image exists nowhere: the engine has neither ${reference} nor ${shortReference}, and the registry has no ${reference}. Build it before this step, check image and tags, or leave build at true.`);
    }
    return { manifest, image: imageInRegistry(manifest) };
}
/** An image as far as its manifest tells. */
function imageInRegistry({ digest, configDigest = digest }) {
    return {
        id: configDigest,
        engineId: configDigest,
        manifestDigest: digest,
        digests: [digest],
        metadata: {},
        facts: undefined,
    };
}
function tagOf(reference) {
    return reference.slice(reference.lastIndexOf(':') + 1);
}
function movedMessage({ references: [reference] }) {
    return `${reference} stands for another image than the one that this run pushed: another job pushed the same tag. Nothing was registered. Give each run its own tag, as tags does by default, or register by digest (image-reference: digest), and run the job again.`;
}
function immutableMessage({ references: [reference] }) {
    return `${reference} stands for another image in the registry, or the registry refuses this one; tags that are immutable cannot be moved. Nothing was registered. If an earlier run pushed what you want to register, run with build: false, which registers what the registry has; otherwise give this image a tag of its own.`;
}
function lostMessage({ references: [reference] }) {
    return `The registry does not have ${reference} although the push succeeded. Nothing was registered. Run the job again; if it stays so, ask the people who run the registry.`;
}
/** Annotations of the manifest that the registry's one lacks: the classic image store makes a manifest without them. */
function lostAnnotations({ content }, annotations) {
    if (content.manifests)
        return [];
    const names = annotations.map((text) => /^(?:manifest(?:\[[^\]]*\])?:)?([^:=]+)=/.exec(text)?.[1]);
    return names.filter((name) => name !== undefined && content.annotations?.[name] === undefined);
}

// EXTERNAL MODULE: ./build/src/publish/plan.js
var publish_plan = __webpack_require__(3650);
// EXTERNAL MODULE: ./build/src/publish/publication.js
var publish_publication = __webpack_require__(2495);
// EXTERNAL MODULE: ./build/src/publish/registration.js
var registration = __webpack_require__(3344);
// EXTERNAL MODULE: ./build/src/lib/inputs.js
var inputs = __webpack_require__(4212);
;// CONCATENATED MODULE: ./build/src/publish/reuse.js





/** Looks the inputs up in the registry. That they cannot be told costs nothing but a build. */
async function findReusable(inputs, open, signal) {
    const [{ tag, hasHistory }, { repository }] = await (0,together/* together */.b)(signal, (signal) => tagOfInputs(inputs, signal), open);
    if (tag === undefined)
        return {};
    if (hasHistory)
        log/* info */.pq('The context has the directory .git, which changes with each commit; put .git into .dockerignore');
    if (inputs.build?.options.noCache)
        return { tag };
    const manifest = await repository.findManifest(tag).catch(noRepository);
    if (!manifest) {
        log/* info */.pq('Nothing was published from these inputs yet');
        return { tag };
    }
    const facts = await factsOf(repository, manifest);
    if (isTooOld(inputs, facts?.created)) {
        log/* info */.pq(`What was published from these inputs is of ${facts?.created}, and so built again, without cache`);
        return { tag, expired: true };
    }
    return { tag, found: { manifest, facts } };
}
/** Base images come from their registries, as that is where their digests are from; and nothing that is too old comes back. */
function inputsForReuse(inputs, { tag, expired }) {
    if (tag === undefined || !inputs.build)
        return inputs;
    const { options } = inputs.build;
    const changes = { pull: true, noCache: options.noCache || expired === true };
    return { ...inputs, build: { ...inputs.build, options: { ...options, ...changes } } };
}
/** Gives the image its new tags in the registry, which confirms the first. */
async function reuseImage({ manifest, facts }, repository, plan) {
    await Promise.all(plan.references.map((reference) => addTag(repository, manifest, tagOf(reference))));
    const tagged = await repository.findManifest(tagOf(plan.references[0]));
    if (tagged?.digest !== manifest.digest && plan.imageReference === 'tag')
        throw new errors/* ActionError */.lZ(movedMessage(plan));
    return { manifest, image: { ...imageInRegistry(manifest), facts } };
}
/**
 * Has the registry keep the image under the tag of its inputs, unless these have changed while it was built: a base
 * image may have moved. That it cannot is no failure of the publication.
 */
async function keepForReuse(inputs, tag, manifest, repository, signal) {
    try {
        if ((await tagOfInputs(inputs, signal)).tag === tag)
            await addTag(repository, manifest, tag);
        else
            log/* info */.pq('The inputs of the build changed while it ran, so the image is not kept for reuse');
    }
    catch (error) {
        signal.throwIfAborted();
        log/* warning */.$e(`The image could not be kept for reuse: ${error instanceof Error ? error.message : error}`, 'Reuse');
    }
}
/** The tag under which the registry has what was published from the inputs, and was verified in the same way. */
async function tagOfInputs({ build, verify }, signal) {
    if (!build)
        return {};
    const { digestInputs, digestOf, NotReusable } = await __webpack_require__.e(/* import() */ 353).then(__webpack_require__.bind(__webpack_require__, 9353));
    try {
        if (!build.local)
            throw new NotReusable(`the context ${build.options.context} is not in the workspace`);
        const { digest, hasHistory } = await digestInputs({ options: build.options, secretIds: build.secrets.map(({ id }) => id) }, signal);
        const { timeLimit: _, ...contract } = verify?.contract ?? { timeLimit: 0 };
        const proof = verify && { accepted: [...verify.accepted].sort(), contract: verify.contract && contract };
        return { tag: `inputs-${digestOf([digest, proof])}`, hasHistory };
    }
    catch (error) {
        if (!(error instanceof NotReusable))
            throw error;
        log/* warning */.$e(`Nothing can be reused: ${error.message}. The image is built.`, 'Reuse');
        return {};
    }
}
/** Registries say in several ways that there is no such repository yet. */
function noRepository(error) {
    if (!(error instanceof errors/* HttpError */.j$ && error.status !== undefined) || error.transient)
        throw error;
}
/** The facts of an image; of an index, those of its first image. */
async function factsOf(repository, manifest) {
    const first = manifest.content.manifests?.[0];
    const image = first ? await repository.findManifest(first.digest) : manifest;
    return image && (await repository.readFacts(image));
}
/** With SOURCE_DATE_EPOCH an image says when its source was made, and not when it was. */
function isTooOld({ reuse, build }, created) {
    const isEpochSet = (0,inputs/* readVariable */.nt)('SOURCE_DATE_EPOCH') !== undefined ||
        build?.options.buildArgs.some((text) => text.startsWith('SOURCE_DATE_EPOCH='));
    if (!reuse || reuse.maximumAge === Number.POSITIVE_INFINITY || isEpochSet)
        return false;
    const age = Date.now() - Date.parse(created ?? '');
    return !(age <= reuse.maximumAge);
}

// EXTERNAL MODULE: ./build/src/publish/role-trust.js
var role_trust = __webpack_require__(3446);
// EXTERNAL MODULE: ./build/src/publish/verification.js
var verification = __webpack_require__(7542);
;// CONCATENATED MODULE: ./build/src/publish/publish.js












/** Milliseconds for which what is registered is taken for what was read: another job may register while an image is pushed. */
const LONGEST_READING = 5_000;
/**
 * Publishes: the image is built while the run logs in everywhere; then it is verified, pushed, confirmed, and registered.
 * What becomes known is noted in `publication` at once, so that a failure later on loses none of it.
 */
async function publishImage(inputs, shell, connections, publication) {
    const { signal, journal } = shell;
    // What is opened outlives the wait for it.
    const open = (0,shared/* shared */.u)((opening) => openPublication(inputs, connections, publication, AbortSignal.any([opening, signal])));
    const read = async (signal) => {
        const session = await connections.session(signal);
        return await (0,registration/* readRegistration */.qC)((await open(signal)).plan, session, journal);
    };
    const [early, reusable] = inputs.reuse
        ? await (0,together/* together */.b)(signal, async (signal) => {
            // A token that is refused ends the search, too.
            await connections.session(signal);
            return await readEarly(read, signal);
        }, (signal) => reuse(inputs, open, connections, journal, signal, publication))
        : [undefined, {}];
    // While an image is built another job may register one: that is read when the image is there.
    const previous = early && (reusable.found || 'error' in early)
        ? await settleReading(early, read, signal)
        : await buildAndPush(inputsForReuse(inputs, reusable), open, read, shell, connections, publication);
    const { plan, repository } = await open(signal);
    const session = await connections.session(signal);
    await (0,together/* together */.b)(signal, (signal) => (0,registration/* registerImage */.Hr)(plan, session, previous, signal, journal, publication), (signal) => keep(inputs, reusable, repository, signal, publication), (signal) => noteFacts(repository, signal, publication));
    await (0,role_trust/* settleTrust */.Qv)(inputs, publication.registration?.aws_role_config, shell, connections, publication);
}
async function readEarly(read, signal) {
    try {
        return { registered: await read(signal), time: performance.now() };
    }
    catch (error) {
        return { error };
    }
}
async function settleReading(early, read, signal) {
    if ('error' in early)
        throw early.error;
    return performance.now() - early.time < LONGEST_READING ? early.registered : await read(signal);
}
/** Finds out where the image goes, for which the organization has to be known. */
async function openPublication(inputs, connections, publication, signal) {
    const { organization = (await connections.session(signal))?.tenant } = inputs.platform;
    return await openAccess(inputs, (0,publish_publication/* notePlan */._)(inputs, organization, publication), connections, signal);
}
/** Looks for an image that was published from the same inputs, and gives it its new tags: nothing is built, pulled or pushed. */
async function reuse(inputs, open, connections, journal, signal, publication) {
    const reusable = await journal.phase('Look for the same inputs', () => findReusable(inputs, open, signal));
    const { tag = '', found } = reusable;
    if (!found)
        return reusable;
    // Nothing is changed anywhere before the platform has accepted the token.
    await connections.session(signal);
    const { plan, repository } = await open(signal);
    const reused = await journal.phase('Tag', () => reuseImage(found, repository, plan));
    const { digest } = reused.manifest;
    Object.assign(publication, reused, {
        reused: { tag, created: found.facts?.created },
        registeredImage: (0,publish_plan/* registeredImage */.yx)(plan, digest),
    });
    journal.done.push(`The image ${plan.references[0]} was tagged.`);
    log/* info */.pq(`${plan.references[0]} is ${digest}, published from the same inputs before; nothing is built`);
    return reusable;
}
/** Builds, verifies and pushes the image; gives what is registered at the time of the push. */
async function buildAndPush(inputs, open, read, { signal, privateDirectory, journal }, connections, publication) {
    const entered = (0,shared/* shared */.u)(async (signal) => {
        await connections.session(signal);
        const access = await open(signal);
        await enter(access, journal, signal);
        return access;
    });
    if (inputs.build && (0,publish_image/* readsFrom */.qR)(hostOf(inputs), inputs.build))
        giveLogin(connections.docker(signal), await entered(signal));
    const makeImage = async (signal) => {
        const docker = connections.docker(signal);
        // Also in the engine nothing gets a name before the platform has accepted the token.
        const plan = async () => {
            await connections.session(signal);
            return (await open(signal)).plan;
        };
        const image = await journal.phase('Build', () => (0,publish_image/* obtain */.AH)(inputs, plan, docker, privateDirectory));
        if (image)
            publication.image = image;
        await (0,verification/* verify */.M)(inputs, docker, journal, publication, privateDirectory);
    };
    const [, access] = await (0,together/* together */.b)(signal, makeImage, entered, () => (0,verification/* prepareVerification */.J)(inputs));
    const push = (signal) => bringToRegistry(inputs, connections.docker(signal), access, journal, publication, privateDirectory);
    const [early] = await (0,together/* together */.b)(signal, (signal) => readEarly(read, signal), push);
    return await settleReading(early, read, signal);
}
/** The registry, which is known before the organization is. */
function hostOf({ image }) {
    return image.host ?? image.platformRegistry;
}
/** Keeps an image that was built for the next run with the same inputs. */
async function keep(inputs, { tag, found }, repository, signal, { manifest, notVerified }) {
    // What could not be verified is not to be taken for what was.
    if (tag !== undefined && !found && manifest && notVerified === undefined)
        await keepForReuse(inputs, tag, manifest, repository, signal);
}
/** Notes what the registry tells about the image, for the report alone: that it cannot is no failure of the publication. */
async function noteFacts(repository, signal, publication) {
    const { image, manifest, reused } = publication;
    if (!image || !manifest || reused)
        return;
    try {
        publication.image = { ...image, facts: await repository.readFacts(manifest) };
    }
    catch (error) {
        signal.throwIfAborted();
        log/* info */.pq(`The registry does not tell about the image: ${error instanceof Error ? error.message : error}`);
    }
}
/** Delivers the image unless the registry alone has it, and notes what the registry confirmed. */
async function bringToRegistry(inputs, docker, access, journal, publication, directory) {
    const { plan, repository } = access;
    const { image } = publication;
    const delivered = image
        ? await journal.phase('Push', () => deliver(docker, image, inputs, access, directory))
        : await journal.phase('Find', () => findInRegistry(repository, plan));
    const { manifest } = delivered;
    Object.assign(publication, delivered, { registeredImage: (0,publish_plan/* registeredImage */.yx)(plan, manifest.digest) });
    if (image && !delivered.image.kept)
        journal.done.push(`The image ${plan.references[0]} was pushed.`);
    const lost = lostAnnotations(manifest, inputs.build?.options.annotations ?? []);
    if (lost.length > 0)
        log/* warning */.$e(`The image has no annotation ${lost.join(', ')}: the classic image store of the engine does not keep annotations. Turn on its containerd image store, or use labels.`, 'annotations');
    if (plan.references.length > 1)
        await journal.phase('Tag', () => addTags(repository, manifest, plan));
    for (const reference of plan.references)
        log/* info */.pq(`The registry has ${reference}@${manifest.digest}`);
}


/***/ }),

/***/ 6468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ rehearse)
/* harmony export */ });
/* harmony import */ var _lib_log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7399);
/* harmony import */ var _lib_shared_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7156);
/* harmony import */ var _lib_together_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6471);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3650);
/* harmony import */ var _publication_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2495);
/* harmony import */ var _role_trust_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3446);
/* harmony import */ var _verification_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7542);








/**
 * The dry run: builds for real, changes nothing anywhere, and notes what publishing would do. With a token at hand
 * it reads what is registered now; that it cannot is a warning, since a pull request must not fail for it.
 */
async function rehearse(inputs, shell, connections, publication) {
    const { signal, privateDirectory, journal } = shell;
    const session = connections.session(signal).catch(warn(signal));
    const planned = (0,_lib_shared_js__WEBPACK_IMPORTED_MODULE_1__/* .shared */ .u)(async () => {
        const organization = inputs.platform.organization ?? (await session)?.tenant;
        const plan = (0,_publication_js__WEBPACK_IMPORTED_MODULE_3__/* .notePlan */ ._)(inputs, organization, publication);
        publication.registeredImage = (0,_plan_js__WEBPACK_IMPORTED_MODULE_6__/* .registeredImage */ .yx)(plan, undefined);
        return plan;
    });
    const [image, plan] = await (0,_lib_together_js__WEBPACK_IMPORTED_MODULE_7__/* .together */ .b)(signal, (signal) => journal.phase('Build', () => (0,_image_js__WEBPACK_IMPORTED_MODULE_2__/* .obtain */ .AH)(inputs, () => planned(signal), connections.docker(signal), privateDirectory)), planned, async (signal) => compare(await planned(signal), await session, publication).catch(warn(signal)), () => (0,_verification_js__WEBPACK_IMPORTED_MODULE_5__/* .prepareVerification */ .J)(inputs));
    const docker = connections.docker(signal);
    if (image)
        publication.image = image;
    else
        _lib_log_js__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(`The engine has no ${plan.shortReference}; publishing would look for ${plan.references[0]} in the registry`);
    await (0,_verification_js__WEBPACK_IMPORTED_MODULE_5__/* .verify */ .M)(inputs, docker, journal, publication, privateDirectory);
    await (0,_role_trust_js__WEBPACK_IMPORTED_MODULE_4__/* .rehearseTrust */ .su)(inputs, shell, connections, publication);
}
async function compare({ evaluator, ...plan }, session, publication) {
    if (!evaluator || !session)
        return;
    const previous = await session.findEvaluator(evaluator.workflow, evaluator.name);
    const image = (0,_plan_js__WEBPACK_IMPORTED_MODULE_6__/* .registeredImage */ .yx)({ evaluator, ...plan }, undefined);
    Object.assign(publication, { previous, changes: (0,_plan_js__WEBPACK_IMPORTED_MODULE_6__/* .changesTo */ .zE)(previous, image, evaluator) });
}
function warn(signal) {
    return (error) => {
        signal.throwIfAborted();
        _lib_log_js__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e(`What is registered now could not be read, so the plan does not show what would change. ${error instanceof Error ? error.message : error}`, 'Dry run');
    };
}


/***/ }),

/***/ 7542:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ prepareVerification),
/* harmony export */   M: () => (/* binding */ verify)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _docker_build_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1568);
/* harmony import */ var _docker_cache_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3004);
/* harmony import */ var _docker_image_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4639);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9862);
/* harmony import */ var _lib_log_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7399);
/* harmony import */ var _lib_starts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2576);
/* harmony import */ var _verify_findings_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6769);








/** Loads what verifies beside the build, which leaves the processor of this process alone. */
async function prepareVerification({ verify }) {
    await (0,_lib_starts_js__WEBPACK_IMPORTED_MODULE_5__/* .afterStarts */ .E)();
    if (verify)
        await __webpack_require__.e(/* import() */ 533).then(__webpack_require__.bind(__webpack_require__, 4533));
}
/**
 * Verifies the image before anyone depends on it. What is found becomes annotations at the lines of the Dockerfile;
 * an error that is not accepted stops the run, in a dry run too.
 */
async function verify(inputs, docker, journal, publication, directory) {
    const { image } = publication;
    if (!inputs.verify)
        return;
    const { verify } = inputs;
    await journal.phase('Verify', async () => {
        const local = image && (await findLocal(inputs, docker, image, directory));
        if (!local)
            return skip(publication);
        publication.image = { ...image, facts: image.facts ?? local.facts };
        const { verifyImage } = await __webpack_require__.e(/* import() */ 533).then(__webpack_require__.bind(__webpack_require__, 4533));
        const result = await verifyImage(docker, local, { ...verify, ...subjectOf(inputs) });
        publication.verification = result;
        for (const finding of result.findings)
            annotate(finding);
        refuse(result.findings);
    });
}
/** The image in the engine. One that the builder keeps for itself comes from its cache, for one platform and bare. */
async function findLocal({ build }, docker, image, directory) {
    if (build?.store !== 'builder')
        return (await (0,_docker_image_js__WEBPACK_IMPORTED_MODULE_2__/* .inspectImages */ .J2)(docker, image.digests))[0];
    const { platforms } = build.options;
    const platform = platforms.find((one) => one === 'linux/amd64') ?? platforms[0] ?? 'linux/amd64';
    const alone = { platforms: [platform], provenance: 'false', sbom: 'false', cacheTo: [] };
    const bare = { ...(0,_docker_cache_js__WEBPACK_IMPORTED_MODULE_7__/* .fromCache */ .Z)(build.options), ...alone };
    // Without a name it is dangling: `docker image prune` takes it away when the engine wants room.
    const { digests } = await (0,_docker_build_js__WEBPACK_IMPORTED_MODULE_1__/* .buildImage */ ._w)(docker, bare, [], 'engine', build.secrets, directory);
    return (await (0,_docker_image_js__WEBPACK_IMPORTED_MODULE_2__/* .inspectImages */ .J2)(docker, digests))[0];
}
/** What must not be in the image, and where it was made. */
function subjectOf({ build, platform, image, evaluator }) {
    const secrets = [];
    const add = (label, value) => {
        if (value && value.length >= 8 && !secrets.some((one) => one.value === value))
            secrets.push({ label, value });
    };
    add('the API token', platform.apiToken);
    add('the password of the registry', image.credentials?.password);
    add("the evaluator's secret", evaluator?.secret);
    for (const secret of build?.secrets ?? [])
        if ('value' in secret)
            add(`the build secret ${secret.id}`, secret.value);
    const { file, context = '', target } = build?.options ?? {};
    return {
        secrets,
        dockerfile: build?.local ? { path: file ?? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(context, 'Dockerfile'), target } : undefined,
    };
}
function skip(publication) {
    publication.notVerified = 'the engine does not have the image, only the registry does';
    _lib_log_js__WEBPACK_IMPORTED_MODULE_4__/* .warning */ .$e(`The image was not verified: ${publication.notVerified}.`, 'Verify');
}
function annotate({ id, severity, message, fix, place, accepted }) {
    const text = `${message}\n${fix}`;
    if (accepted || severity === 'info')
        _lib_log_js__WEBPACK_IMPORTED_MODULE_4__/* .info */ .pq(`${accepted ? 'Accepted' : 'Note'}: ${id}: ${message}`);
    else if (severity === 'error')
        _lib_log_js__WEBPACK_IMPORTED_MODULE_4__/* .error */ .z3(text, id, place);
    else
        _lib_log_js__WEBPACK_IMPORTED_MODULE_4__/* .warning */ .$e(text, id, place);
}
function refuse(findings) {
    const errors = (0,_verify_findings_js__WEBPACK_IMPORTED_MODULE_6__/* .blocking */ .ub)(findings);
    if (errors.length === 0)
        return;
    const list = errors.map(({ id, message, fix, place }) => {
        const where = place?.line === undefined ? '' : ` (${place.file}, line ${place.line})`;
        return `- ${id}${where}: ${message}\n  ${fix}`;
    });
    throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ(`The image is not fit to be published; nothing was pushed.\n${list.join('\n')}\nTo publish it all the same, list the ids in accept-findings.`);
}


/***/ }),

/***/ 7515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ ociRegistry)
/* harmony export */ });
/** Any other registry: the repository is there already, or the registry creates it at the first push. */
function ociRegistry(host, path, credentials) {
    return { host, path, credentials, prepare: async () => 'not needed' };
}


/***/ })

};
