export const id = 9082;
export const ids = [9082,6257];
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

/***/ 6728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ callerIdentity)
/* harmony export */ });
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3865);

/**
 * Returns the identity of the AWS credentials. The call needs no permission, so it fails only if the credentials are
 * invalid.
 */
async function callerIdentity(options, signal) {
    const { STSClient, GetCallerIdentityCommand } = await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(1695)]).then(__webpack_require__.t.bind(__webpack_require__, 1695, 19));
    const client = new STSClient((0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .clientConfig */ .y)(options));
    const call = { what: 'identify the AWS credentials', permission: 'sts:GetCallerIdentity', signal };
    const { Account = '', Arn = '' } = await (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .callAws */ .I)(call, () => client.send(new GetCallerIdentityCommand({}), { abortSignal: signal }));
    return { account: Account, arn: Arn };
}


/***/ }),

/***/ 9082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openRole: () => (/* binding */ openRole)
/* harmony export */ });
/* harmony import */ var _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9139);
/* harmony import */ var _arn_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1187);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3865);
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6728);




/** IAM has one service per partition, and its clients require one of the partition's regions. */
const REGIONS = {
    aws: 'us-east-1',
    'aws-cn': 'cn-northwest-1',
    'aws-us-gov': 'us-gov-west-1',
    'aws-iso': 'us-iso-east-1',
    'aws-iso-b': 'us-isob-east-1',
    'aws-iso-e': 'eu-isoe-west-1',
    'aws-iso-f': 'us-isof-south-1',
    'aws-eusc': 'eusc-de-east-1',
};
/** Finds the role with the job's AWS credentials, which must belong to the role's account. */
async function openRole(arn, signal) {
    const { partition, account, name } = (0,_arn_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRoleArn */ .D)(arn);
    const options = { region: REGIONS[partition] };
    const caller = await (0,_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .callerIdentity */ .I)(options, signal);
    if (caller.account !== account) {
        throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`The role ${arn} is in the AWS account ${account}, but the AWS credentials (${caller.arn}) belong to ${caller.account}. Configure credentials of ${account}.`);
    }
    const { IAMClient, GetRoleCommand, UpdateAssumeRolePolicyCommand } = await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(6764)]).then(__webpack_require__.t.bind(__webpack_require__, 6764, 19));
    const client = new IAMClient((0,_client_js__WEBPACK_IMPORTED_MODULE_2__/* .clientConfig */ .y)(options));
    const call = (what, permission) => ({ what, permission, signal, remedies });
    return {
        readTrustPolicy: async () => {
            const { Role } = await (0,_client_js__WEBPACK_IMPORTED_MODULE_2__/* .callAws */ .I)(call(`read the role ${name}`, 'iam:GetRole'), () => client.send(new GetRoleCommand({ RoleName: name }), { abortSignal: signal }));
            if (Role?.Arn !== arn) {
                throw new _runtime_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`aws-assume-role "${arn}": the role ${name} of the account has another ARN, ${Role?.Arn}. Write that one.`);
            }
            return JSON.parse(decodeURIComponent(Role.AssumeRolePolicyDocument ?? '{}'));
        },
        writeTrustPolicy: async (policy) => {
            const input = { RoleName: name, PolicyDocument: JSON.stringify(policy) };
            await (0,_client_js__WEBPACK_IMPORTED_MODULE_2__/* .callAws */ .I)(call(`write the trust policy of ${name}`, 'iam:UpdateAssumeRolePolicy'), () => client.send(new UpdateAssumeRolePolicyCommand(input), { abortSignal: signal }));
        },
    };
}
const remedies = {
    NoSuchEntityException: 'There is no such role; check aws-assume-role, or create the role first.',
    MalformedPolicyDocumentException: "IAM does not accept the policy. If it says that a principal is invalid, the platform's role is gone: register again, or ask the platform.",
    LimitExceededException: 'A trust policy has at most 2048 characters. Remove statements that are not needed, or request a higher quota (up to 4096).',
    UnmodifiableEntityException: 'A service-linked role cannot be changed; use a role of your own.',
};


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
