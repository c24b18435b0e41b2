export const id = 291;
export const ids = [291];
export const modules = {

/***/ 3064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ callAws),
/* harmony export */   y: () => (/* binding */ clientConfig)
/* harmony export */ });
/* harmony import */ var _lib_aws_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2652);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9862);
/**
 * What every AWS client of ours has in common. The clients themselves are imported where they are used, and only when
 * they are, so that nobody else pays for them at start-up.
 */


/** Options for the constructor of any AWS client. Credentials come from AWS's default chain, untouched. */
function clientConfig({ region, endpoint, timeout = 60_000, attempts = 4 }) {
    const environment = (0,_lib_aws_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .readAwsEnvironment */ .Z)();
    const chosen = region ?? environment.region;
    return {
        ...(chosen !== undefined && { region: chosen }),
        ...(endpoint && { endpoint: endpoint.href }),
        maxAttempts: attempts,
        requestHandler: {
            ...(0,_lib_aws_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .proxyAgents */ .H)(),
            connectionTimeout: 10_000,
            requestTimeout: timeout,
            throwOnRequestTimeout: true,
        },
    };
}
/** Sends a request to AWS; AWS's clients retry what is transient themselves. Throws `ActionError` with what to do. */
async function callAws({ signal, ...call }, send) {
    try {
        return await send();
    }
    catch (cause) {
        signal.throwIfAborted();
        throw explainAws(cause, call);
    }
}
function explainAws(cause, { what, permission, remedies = {} }) {
    if (!(cause instanceof Error))
        return new Error(String(cause));
    const remedy = remedies[cause.name] ?? generalRemedy(cause, permission);
    const reason = cause.message === '' || cause.message === 'UnknownError' ? '' : `: ${cause.message}`;
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`AWS: could not ${what} (${cause.name}${reason}). ${remedy}`, { cause });
}
const CONFIGURE = 'Add aws-actions/configure-aws-credentials before this step, with role-to-assume and permissions: id-token: write on the job';
/** AWS's services have several names for the same refusal. */
const remedies = [
    [/^(CredentialsProviderError|ProviderError)$/, `There are no AWS credentials. ${CONFIGURE}.`],
    [
        /^(ExpiredToken|ExpiredTokenException|RequestExpired|TokenRefreshRequired)$/,
        'The AWS credentials have expired. Configure them shortly before this step, or for longer (role-duration-seconds).',
    ],
    [
        /^(InvalidClientTokenId|UnrecognizedClientException|InvalidAccessKeyId|SignatureDoesNotMatch|InvalidSignatureException|AuthFailure)$/,
        `AWS does not know the credentials. ${CONFIGURE}.`,
    ],
    [
        /^(Throttling|ThrottlingException|TooManyRequestsException|RequestLimitExceeded|ServiceUnavailable\w*|InternalFailure|ServiceException|ServerException)$/,
        'AWS is busy or has a failure. Run the job again.',
    ],
];
function generalRemedy(cause, permission) {
    const known = remedies.find(([names]) => names.test(cause.name));
    if (known)
        return known[1];
    if (/AccessDenied|Unauthorized|Forbidden|^403$/.test(cause.name) || statusOf(cause) === 403)
        return `Allow ${permission} in the policy of the AWS role that the job uses.`;
    if (/region is missing/i.test(cause.message))
        return 'Set the region: aws-region of aws-actions/configure-aws-credentials, or AWS_REGION.';
    if (statusOf(cause) === undefined)
        return 'AWS was not reached. Check the network, the proxy and AWS_ENDPOINT_URL, and run the job again.';
    return 'Check the name, the account and the region that it is in.';
}
function statusOf(cause) {
    return cause.$metadata?.httpStatusCode;
}


/***/ }),

/***/ 2652:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ proxyAgents),
/* harmony export */   Z: () => (/* binding */ readAwsEnvironment)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);
/** What AWS's clients read from the environment by themselves, put right for an action. */


/**
 * Makes empty variables absent, which is what a workflow means by `AWS_PROFILE: ''` and AWS's clients do not. Everything
 * else of the environment (credentials, profile, endpoints) is for them to read.
 *
 * @returns the region of the environment, and whether AWS is somewhere else (`AWS_ENDPOINT_URL`, also of one service)
 */
function readAwsEnvironment() {
    const names = Object.keys(process.env).filter((name) => name.startsWith('AWS_'));
    for (const name of names)
        if (process.env[name]?.trim() === '')
            delete process.env[name];
    const { AWS_REGION, AWS_DEFAULT_REGION } = process.env;
    const otherEndpoint = names.some((name) => /^AWS_ENDPOINT_URL(_|$)/.test(name) && process.env[name]);
    return { region: AWS_REGION ?? AWS_DEFAULT_REGION, otherEndpoint };
}
/** Connections by way of HTTPS_PROXY, HTTP_PROXY and NO_PROXY: AWS's clients know no proxy, Node's agents do. */
function proxyAgents() {
    const options = { keepAlive: true, proxyEnv: process.env };
    return { httpAgent: new node_http__WEBPACK_IMPORTED_MODULE_0__.Agent(options), httpsAgent: new node_https__WEBPACK_IMPORTED_MODULE_1__.Agent(options) };
}


/***/ }),

/***/ 5291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ecrRegistry: () => (/* binding */ ecrRegistry)
/* harmony export */ });
/* harmony import */ var _aws_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3064);
/* harmony import */ var _aws_ecr_host_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4464);
/* harmony import */ var _docker_credentials_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6432);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9862);
/* harmony import */ var _lib_log_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7399);
/* harmony import */ var _lib_secrets_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1752);
/* harmony import */ var _lib_shared_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7156);
/* harmony import */ var _oci_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7515);








/**
 * A repository of Amazon ECR, by the AWS credentials of the job; without any, by the login that the job has for the host,
 * which then has to be enough. Region and account are those of the host.
 *
 * @param login shares AWS's login among the repositories of a host
 */
async function ecrRegistry(repository, signal, login = (0,_lib_shared_js__WEBPACK_IMPORTED_MODULE_5__/* .sharedByKey */ .I)()) {
    const { host, path, create } = repository;
    const kind = (0,_aws_ecr_host_js__WEBPACK_IMPORTED_MODULE_6__/* .parseEcrHost */ .w)(host);
    const open = (signal) => kind?.kind === 'private' ? openPrivate(repository, kind, signal) : openPublic(repository, signal);
    const ecr = await open(signal);
    try {
        const credentials = await login(host, signal, async (signal) => decodeToken(await (await open(signal)).token(), host));
        return {
            host,
            path,
            credentials,
            prepare: async () => (create ? await ensure(ecr, host, path) : 'not needed'),
        };
    }
    catch (error) {
        if (awsName(error) !== 'CredentialsProviderError' || !(await (0,_docker_credentials_js__WEBPACK_IMPORTED_MODULE_1__/* .findCredentials */ .g)(host, signal)))
            throw error;
        _lib_log_js__WEBPACK_IMPORTED_MODULE_3__/* .info */ .pq(`No AWS credentials; using the login that the job has for ${host}`);
        return (0,_oci_js__WEBPACK_IMPORTED_MODULE_7__/* .ociRegistry */ .H)(host, path, undefined);
    }
}
async function openPrivate({ host, path, immutable }, { account, region }, signal) {
    const aws = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(249)]).then(__webpack_require__.t.bind(__webpack_require__, 8249, 19));
    const client = new aws.ECRClient((0,_aws_client_js__WEBPACK_IMPORTED_MODULE_0__/* .clientConfig */ .y)({ region }));
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
/** AWS's public gallery, `public.ecr.aws/ALIAS/NAME`: one service, in us-east-1; the alias is the account's. */
async function openPublic({ host, path }, signal) {
    const aws = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(821)]).then(__webpack_require__.t.bind(__webpack_require__, 9821, 19));
    const client = new aws.ECRPUBLICClient((0,_aws_client_js__WEBPACK_IMPORTED_MODULE_0__/* .clientConfig */ .y)({ region: 'us-east-1' }));
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
    InvalidParameterException: 'ECR takes names of 2 to 256 lower-case letters and digits, with . _ - / between them; write image so.',
    LimitExceededException: 'Delete repositories that are not needed, or have the quota raised.',
};
function caller(service, host, path, abortSignal) {
    return (verb, action, send) => {
        const what = verb === 'log in' ? `log in to ${host}` : `${verb} the repository ${path}`;
        const bearer = service === 'ecr-public' && verb === 'log in' ? ' and sts:GetServiceBearerToken' : '';
        const call = { what, permission: `${service}:${action}${bearer}`, signal: abortSignal, remedies };
        return (0,_aws_client_js__WEBPACK_IMPORTED_MODULE_0__/* .callAws */ .I)(call, () => send({ abortSignal }));
    };
}
/** Sees to it that the repository is there. Another job may create it at the same moment: that is as good. */
async function ensure(ecr, host, path) {
    const existing = await ecr.find().catch(unless('RepositoryNotFoundException'));
    const created = existing ?? (await ecr.create().catch(unless('RepositoryAlreadyExistsException')));
    const uri = existing ?? created;
    // A private host has several names, the public gallery several owners: what has to agree is the path.
    if (uri !== undefined && uri.slice(uri.indexOf('/') + 1) !== path) {
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ(`image "${host}/${path}": the repository of that name in the AWS account of the job is ${uri}. Write image: ${uri}`);
    }
    return existing === undefined && created !== undefined ? 'created' : 'exists';
}
/** Takes one of AWS's errors for an answer. */
function unless(name) {
    return (error) => {
        if (awsName(error) !== name)
            throw error;
    };
}
/** What AWS calls the error that was the reason. */
function awsName(error) {
    return error instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ && error.cause instanceof Error ? error.cause.name : undefined;
}
function decodeToken(token, host) {
    const [username = '', ...rest] = Buffer.from(token ?? '', 'base64')
        .toString('utf8')
        .split(':');
    const password = rest.join(':');
    if (username === '' || password === '')
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ(`AWS gave no login for ${host}. Run the job again; if it stays so, ask AWS.`);
    (0,_lib_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .maskSecret */ .$l)(password, username);
    return { username, password };
}


/***/ })

};
