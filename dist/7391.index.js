export const id = 7391;
export const ids = [7391,6257];
export const modules = {

/***/ 3865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ callAws),
/* harmony export */   y: () => (/* binding */ clientConfig)
/* harmony export */ });
/* harmony import */ var _runtime_aws_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7403);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9139);
/**
 * The common options and error messages of all AWS clients. Each client is imported where it is used and only when
 * needed, so that other runs start faster.
 */


/** Returns the options for the constructor of any AWS client. Credentials come from AWS's default chain. */
function clientConfig({ region, endpoint, timeout = 60_000, attempts = 4 }) {
    const environment = (0,_runtime_aws_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .readAwsEnvironment */ .Z)();
    const chosen = region ?? environment.region;
    return {
        ...(chosen !== undefined && { region: chosen }),
        ...(endpoint && { endpoint: endpoint.href }),
        maxAttempts: attempts,
        requestHandler: {
            ...(0,_runtime_aws_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .proxyAgents */ .H)(),
            connectionTimeout: 10_000,
            requestTimeout: timeout,
            throwOnRequestTimeout: true,
        },
    };
}
/**
 * Sends a request to AWS. AWS's clients retry transient failures themselves. Throws `ActionError` that says what to do.
 */
async function callAws({ signal, ...call }, send) {
    try {
        return await send();
    }
    catch (cause) {
        signal.throwIfAborted();
        throw await explainAws(cause, call);
    }
}
async function explainAws(cause, { what, permission, remedies = {} }) {
    if (!(cause instanceof Error))
        return new Error(String(cause));
    const { name, message } = cause;
    const isNoRegion = /region is missing/i.test(message);
    const remedy = isNoRegion ? await remedyForRegion() : (remedies[name] ?? generalRemedy(cause, permission));
    const reason = isNoRegion
        ? message
        : message === '' || message === 'UnknownError'
            ? name
            : `${name}: ${message}`;
    return new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`AWS: could not ${what} (${reason}). ${remedy}`, { cause });
}
/** AWS's clients look for a region before they look for credentials. Reports both at once if both are missing. */
async function remedyForRegion() {
    if (await hasCredentials())
        return 'No variable and no profile names a region. Set AWS_REGION; in a workflow, set aws-region of aws-actions/configure-aws-credentials.';
    return `There are no AWS credentials, and no variable names a region. ${CONFIGURE}.`;
}
/** Returns whether AWS's default chain finds credentials: in variables, in a profile, or from the machine. */
async function hasCredentials() {
    const { STSClient } = await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(1695)]).then(__webpack_require__.t.bind(__webpack_require__, 1695, 19));
    const { credentials } = new STSClient(clientConfig({ region: 'us-east-1' })).config;
    return await credentials().then(() => true, () => false);
}
const CONFIGURE = 'In a workflow, add aws-actions/configure-aws-credentials before this step, with role-to-assume and aws-region, and give the job permissions: id-token: write. Elsewhere, set AWS_PROFILE, or AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_REGION';
/** AWS's services use several names for the same refusal. */
const remedies = [
    [/^(CredentialsProviderError|ProviderError)$/, `There are no AWS credentials. ${CONFIGURE}.`],
    [
        /^(ExpiredToken|ExpiredTokenException|RequestExpired|TokenRefreshRequired)$/,
        'The AWS credentials have expired. Renew them; in a workflow, configure them right before this step, or for a longer time (role-duration-seconds).',
    ],
    [
        /^(InvalidClientTokenId|UnrecognizedClientException|InvalidAccessKeyId|SignatureDoesNotMatch|InvalidSignatureException|AuthFailure)$/,
        `AWS does not know the credentials. ${CONFIGURE}.`,
    ],
    [
        /^(Throttling|ThrottlingException|TooManyRequestsException|RequestLimitExceeded|ServiceUnavailable\w*|InternalFailure|ServiceException|ServerException)$/,
        'AWS is busy or has an outage. Try again.',
    ],
];
function generalRemedy(cause, permission) {
    const known = remedies.find(([names]) => names.test(cause.name));
    if (known)
        return known[1];
    if (/AccessDenied|Unauthorized|Forbidden|^403$/.test(cause.name) || statusOf(cause) === 403)
        return `Allow ${permission} in the policy of the AWS role or user.`;
    if (statusOf(cause) === undefined)
        return 'AWS could not be reached. Check the network, the proxy and AWS_ENDPOINT_URL, and try again.';
    return 'Check the name, the account and the region that it is in.';
}
function statusOf(cause) {
    return cause.$metadata?.httpStatusCode;
}


/***/ }),

/***/ 7391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ecrRegistry: () => (/* binding */ ecrRegistry)
/* harmony export */ });
/* harmony import */ var _docker_credentials_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8934);
/* harmony import */ var _platforms_aws_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3865);
/* harmony import */ var _platforms_aws_ecr_host_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(769);
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9139);
/* harmony import */ var _runtime_log_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(772);
/* harmony import */ var _runtime_secrets_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5758);
/* harmony import */ var _util_memoize_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6017);
/* harmony import */ var _oci_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3004);








/**
 * Opens a repository of Amazon ECR with the job's AWS credentials. Without credentials, uses the login that the job has
 * for the host, which must then be sufficient. The host determines region and account.
 *
 * @param login shares AWS's login among the repositories of a host
 */
async function ecrRegistry(repository, signal, login = (0,_util_memoize_js__WEBPACK_IMPORTED_MODULE_5__/* .memoizeByKey */ .lQ)(signal)) {
    const { host, path, create } = repository;
    const kind = (0,_platforms_aws_ecr_host_js__WEBPACK_IMPORTED_MODULE_7__/* .parseEcrHost */ .w)(host);
    const open = (signal) => kind?.kind === 'private' ? openPrivate(repository, kind, signal) : openPublic(repository, signal);
    const ecr = await open(signal);
    try {
        const fetchLogin = async (signal) => decodeToken(await (await open(signal)).token(), host);
        const credentials = await login(host, signal, fetchLogin);
        return {
            host,
            path,
            login: (0,_docker_credentials_js__WEBPACK_IMPORTED_MODULE_0__/* .loginOf */ .DQ)(credentials, () => fetchLogin(signal)),
            prepare: async () => (create ? await ensure(ecr, host, path) : 'not needed'),
        };
    }
    catch (error) {
        if (awsName(error) !== 'CredentialsProviderError')
            throw error;
        if (!(await (0,_docker_credentials_js__WEBPACK_IMPORTED_MODULE_0__/* .findLogin */ .B7)(host, path, 'pull,push', signal)).credentials)
            throw error;
        _runtime_log_js__WEBPACK_IMPORTED_MODULE_3__/* .info */ .pq(`No AWS credentials; using the login that exists for ${host}`);
        return (0,_oci_js__WEBPACK_IMPORTED_MODULE_6__/* .ociRegistry */ .H)(host, path, undefined);
    }
}
async function openPrivate({ host, path, immutable }, { account, region }, signal) {
    const aws = await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(8249)]).then(__webpack_require__.t.bind(__webpack_require__, 8249, 19));
    const client = new aws.ECRClient((0,_platforms_aws_client_js__WEBPACK_IMPORTED_MODULE_1__/* .clientConfig */ .y)({ region }));
    const call = caller('ecr', host, path, signal);
    const name = { registryId: account, repositoryName: path };
    const imageTagMutability = immutable ? 'IMMUTABLE' : 'MUTABLE';
    return {
        token: async () => {
            const answer = await call('log in', 'GetAuthorizationToken', (options) => client.send(new aws.GetAuthorizationTokenCommand({}), options));
            return answer.authorizationData?.[0]?.authorizationToken;
        },
        find: async () => {
            const command = new aws.DescribeRepositoriesCommand({ registryId: account, repositoryNames: [path] });
            const answer = await call('find', 'DescribeRepositories', (options) => client.send(command, options));
            return answer.repositories?.[0]?.repositoryUri;
        },
        create: async () => {
            const command = new aws.CreateRepositoryCommand({ ...name, imageTagMutability });
            const answer = await call('create', 'CreateRepository', (options) => client.send(command, options));
            return answer.repository?.repositoryUri;
        },
    };
}
/**
 * Opens a repository of AWS's public gallery, `public.ecr.aws/ALIAS/NAME`. The gallery has one service, in us-east-1;
 * the alias belongs to the account.
 */
async function openPublic({ host, path }, signal) {
    const aws = await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(9821)]).then(__webpack_require__.t.bind(__webpack_require__, 9821, 19));
    const client = new aws.ECRPUBLICClient((0,_platforms_aws_client_js__WEBPACK_IMPORTED_MODULE_1__/* .clientConfig */ .y)({ region: 'us-east-1' }));
    const call = caller('ecr-public', host, path, signal);
    const repositoryName = path.slice(path.indexOf('/') + 1);
    return {
        token: async () => {
            const answer = await call('log in', 'GetAuthorizationToken', (options) => client.send(new aws.GetAuthorizationTokenCommand({}), options));
            return answer.authorizationData?.authorizationToken;
        },
        find: async () => {
            const command = new aws.DescribeRepositoriesCommand({ repositoryNames: [repositoryName] });
            const answer = await call('find', 'DescribeRepositories', (options) => client.send(command, options));
            return answer.repositories?.[0]?.repositoryUri;
        },
        create: async () => {
            const command = new aws.CreateRepositoryCommand({ repositoryName });
            const answer = await call('create', 'CreateRepository', (options) => client.send(command, options));
            return answer.repository?.repositoryUri;
        },
    };
}
const remedies = {
    RepositoryNotFoundException: 'Create the repository, or leave create-repository at true.',
    InvalidParameterException: 'ECR accepts names of 2 to 256 lower-case letters and digits, with . _ - / between them; change image accordingly.',
    LimitExceededException: 'Delete repositories that are not needed, or request a higher quota.',
};
function caller(service, host, path, abortSignal) {
    return (verb, action, send) => {
        const what = verb === 'log in' ? `log in to ${host}` : `${verb} the repository ${path}`;
        const bearer = service === 'ecr-public' && verb === 'log in' ? ' and sts:GetServiceBearerToken' : '';
        const call = { what, permission: `${service}:${action}${bearer}`, signal: abortSignal, remedies };
        return (0,_platforms_aws_client_js__WEBPACK_IMPORTED_MODULE_1__/* .callAws */ .I)(call, () => send({ abortSignal }));
    };
}
/**
 * Makes sure that the repository exists. Another job may create it at the same moment, which is fine. A role that may
 * not look for it may still push; if it may neither look nor create, the push shows whether the repository exists.
 */
async function ensure(ecr, host, path) {
    let denied;
    const existing = await ecr.find().catch((error) => {
        if (isDenied(error))
            denied = error.message;
        else
            unless('RepositoryNotFoundException')(error);
        return undefined;
    });
    if (denied !== undefined)
        _runtime_log_js__WEBPACK_IMPORTED_MODULE_3__/* .info */ .pq(`${denied} The run goes on: the push will show whether it exists.`);
    const created = existing ??
        (await ecr.create().catch((error) => {
            if (denied === undefined || !isDenied(error))
                unless('RepositoryAlreadyExistsException')(error);
        }));
    const uri = existing ?? created;
    // A private host has several names, and the public gallery several owners. Only the path must match.
    if (uri !== undefined && uri.slice(uri.indexOf('/') + 1) !== path) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ(`image "${host}/${path}": the repository of that name in the AWS account of the credentials is ${uri}. Write image: ${uri}`);
    }
    return existing === undefined && created !== undefined ? 'created' : 'exists';
}
/** Returns a handler that turns one of AWS's errors into undefined. */
function unless(name) {
    return (error) => {
        if (awsName(error) !== name)
            throw error;
    };
}
/** Returns whether the job's role lacks the permission for a call. */
function isDenied(error) {
    return /^AccessDenied(Exception)?$|^UnauthorizedOperation$/.test(awsName(error) ?? '');
}
/** Returns AWS's name for the cause of an error. */
function awsName(error) {
    return error instanceof _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ && error.cause instanceof Error ? error.cause.name : undefined;
}
function decodeToken(token, host) {
    const [username = '', ...rest] = Buffer.from(token ?? '', 'base64')
        .toString('utf8')
        .split(':');
    const password = rest.join(':');
    if (username === '' || password === '')
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ(`AWS returned no login for ${host}. Try again; if that does not help, contact AWS.`);
    (0,_runtime_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .maskSecret */ .$l)(password, username);
    return { username, password };
}


/***/ }),

/***/ 7403:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ proxyAgents),
/* harmony export */   Z: () => (/* binding */ readAwsEnvironment)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var _util_tunnel_agent_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6257);
/** Prepares the environment variables that AWS's clients read. */


/**
 * Removes empty variables: a workflow that sets `AWS_PROFILE: ''` means that there is no profile, but AWS's clients
 * reject the empty name. The clients read everything else (credentials, profile, endpoints) themselves.
 *
 * @returns the region of the environment, and whether a variable such as `AWS_ENDPOINT_URL` replaces AWS's own endpoint
 */
function readAwsEnvironment() {
    // The warning is about later versions of AWS's clients than those in the bundle.
    process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
    const names = Object.keys(process.env).filter((name) => name.startsWith('AWS_'));
    for (const name of names)
        if (process.env[name]?.trim() === '')
            delete process.env[name];
    const { AWS_REGION, AWS_DEFAULT_REGION } = process.env;
    const otherEndpoint = names.some((name) => /^AWS_ENDPOINT_URL(_|$)/.test(name) && process.env[name]);
    return { region: AWS_REGION ?? AWS_DEFAULT_REGION, otherEndpoint };
}
/** Connects through HTTPS_PROXY unless NO_PROXY excludes the host. AWS's clients do not support proxies themselves. */
function proxyAgents() {
    return { httpAgent: new node_http__WEBPACK_IMPORTED_MODULE_0__.Agent({ keepAlive: true }), httpsAgent: new _util_tunnel_agent_js__WEBPACK_IMPORTED_MODULE_1__.TunnelAgent({ keepAlive: true }) };
}


/***/ }),

/***/ 6257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  TunnelAgent: () => (/* binding */ TunnelAgent)
});

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ./build/src/runtime/environment.js
var environment = __webpack_require__(3631);
// EXTERNAL MODULE: ./build/src/runtime/errors.js
var errors = __webpack_require__(9139);
;// CONCATENATED MODULE: ./build/src/util/proxy.js




/**
 * Returns the proxy for a TLS connection according to HTTPS_PROXY and NO_PROXY (in upper or lower case); undefined if
 * there is none. Follows the rules of Go's httpproxy, which docker uses, so that the action and docker take the same
 * route. Throws `ActionError` if the proxy cannot be used.
 */
function proxyFor(destination, env = (0,environment/* proxyVariables */.eq)()) {
    const text = env.HTTPS_PROXY || env.https_proxy;
    if (!text || isExcepted(destination, env.NO_PROXY || env.no_proxy || ''))
        return undefined;
    const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
    // Do not show the value: it may contain a password.
    if (!URL.canParse(address))
        throw new errors/* ActionError */.lZ('HTTPS_PROXY is not the address of a proxy. Write http://HOST:PORT there.');
    const proxy = new URL(address);
    if (proxy.protocol === 'http:' || proxy.protocol === 'https:')
        return proxy;
    throw new errors/* ActionError */.lZ(`HTTPS_PROXY names a proxy with the scheme ${proxy.protocol}//, but the action supports only http:// and https://. Use one of these, or add ${destination.host} to NO_PROXY.`);
}
function isExcepted({ host, port }, list) {
    const name = host.toLowerCase();
    if (name === 'localhost' || isLoopbackAddress(name))
        return true;
    const entries = list.split(',').map((entry) => entry.trim().toLowerCase());
    if (entries.includes('*'))
        return true;
    return entries.some((entry) => entry !== '' && matches(entry, name, port));
}
/** `10.0.0.0/8`, `10.1.2.3[:80]`, `[::1]:80`, `example.com[:80]`, `.example.com` or `*.example.com`. */
function matches(entry, host, port) {
    const [, network = '', prefix] = /^(.+)\/(\d{1,3})$/.exec(entry) ?? [];
    if ((0,external_node_net_.isIP)(network) > 0 && Number(prefix) <= ((0,external_node_net_.isIP)(network) === 4 ? 32 : 128))
        return isWithin(host, network, Number(prefix));
    const [, bracketed, plain, only = ''] = /^(?:\[([^\]]*)\]|([^:[\]]*)):([^:]*)$/.exec(entry) ?? [];
    const name = bracketed ?? plain ?? entry;
    if (name === '' || (only !== '' && only !== port))
        return false;
    if ((0,external_node_net_.isIP)(name) > 0)
        return isWithin(host, name, (0,external_node_net_.isIP)(name) === 4 ? 32 : 128);
    if ((0,external_node_net_.isIP)(host) > 0)
        return false;
    const suffix = name.replace(/^\*\./, '.');
    const ascii = (0,external_node_url_.domainToASCII)(suffix.replace(/^\./, '')) || suffix.replace(/^\./, '');
    return host.endsWith(`.${ascii}`) || (host === ascii && !suffix.startsWith('.'));
}
function isLoopbackAddress(host) {
    return isWithin(host, '127.0.0.0', 8) || isWithin(host, '::1', 128);
}
function isWithin(host, network, prefix) {
    if ((0,external_node_net_.isIP)(host) === 0)
        return false;
    const block = new external_node_net_.BlockList();
    block.addSubnet(network, prefix, familyOf(network));
    return block.check(host, familyOf(host));
}
function familyOf(address) {
    return (0,external_node_net_.isIP)(address) === 6 ? 'ipv6' : 'ipv4';
}

;// CONCATENATED MODULE: ./build/src/util/tunnel-agent.js





/** Maximum milliseconds that a proxy may take to open a tunnel. */
const TIMEOUT = 30_000;
/**
 * Makes TLS connections, through a tunnel of the proxy that the environment names for them, if any. Node's own agents
 * support proxies only since 24.5, and interpret NO_PROXY differently than docker.
 */
class TunnelAgent extends external_node_https_.Agent {
    createConnection(options, callback) {
        const host = String(options.host ?? options.hostname ?? 'localhost').replace(/^\[(.*)\]$/, '$1');
        const authority = `${(0,external_node_net_.isIPv6)(host) ? `[${host}]` : host}:${options.port ?? 443}`;
        const connect = (socket) => super.createConnection({ ...options, socket });
        try {
            const proxy = proxyFor({ host, port: String(options.port ?? 443) });
            if (!proxy)
                return connect() ?? undefined;
            openTunnel(proxy, authority, options.until).then((socket) => callback(null, connect(socket) ?? undefined), callback);
        }
        catch (error) {
            process.nextTick(callback, error);
        }
        return undefined;
    }
}
async function openTunnel(proxy, authority, until) {
    const { protocol, hostname, port, username, password } = proxy;
    const user = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`);
    const deadline = AbortSignal.timeout(TIMEOUT);
    const outgoing = (protocol === 'https:' ? external_node_https_.request : external_node_http_.request)({
        method: 'CONNECT',
        host: hostname.replace(/^\[(.*)\]$/, '$1'),
        port: port || (protocol === 'https:' ? 443 : 80),
        path: authority,
        headers: {
            host: authority,
            ...(username && { 'proxy-authorization': `Basic ${user.toString('base64')}` }),
        },
        signal: until ? AbortSignal.any([until, deadline]) : deadline,
        agent: false,
    });
    outgoing.end();
    try {
        const [answer, socket, rest] = (await (0,external_node_events_.once)(outgoing, 'connect'));
        if (answer.statusCode === 200) {
            if (rest.length > 0)
                socket.unshift(rest);
            return socket;
        }
        socket.destroy();
        throw new Error(`it answered ${answer.statusCode} to CONNECT ${authority}`);
    }
    catch (cause) {
        const { message, code } = cause;
        throw Object.assign(new Error(`the proxy ${proxy.host} does not open a tunnel: ${message}`, { cause }), {
            code,
        });
    }
}


/***/ })

};
