export const id = 659;
export const ids = [659];
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

/***/ 5249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ callerIdentity)
/* harmony export */ });
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3064);

/** Who the AWS credentials are. Needs no permission, so what fails here are the credentials themselves. */
async function callerIdentity(options, signal) {
    const { STSClient, GetCallerIdentityCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(695)]).then(__webpack_require__.t.bind(__webpack_require__, 1695, 19));
    const client = new STSClient((0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .clientConfig */ .y)(options));
    const call = { what: 'see whose the AWS credentials are', permission: 'sts:GetCallerIdentity', signal };
    const { Account = '', Arn = '' } = await (0,_client_js__WEBPACK_IMPORTED_MODULE_0__/* .callAws */ .I)(call, () => client.send(new GetCallerIdentityCommand({}), { abortSignal: signal }));
    return { account: Account, arn: Arn };
}


/***/ }),

/***/ 1659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openRole: () => (/* binding */ openRole)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9862);
/* harmony import */ var _arn_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2672);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3064);
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5249);




/** IAM is one service for each partition, and its clients want one of the partition's regions. */
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
/** Finds the role with the AWS credentials of the job, which have to be of the role's account. */
async function openRole(arn, signal) {
    const { partition, account, name } = (0,_arn_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRoleArn */ .D)(arn);
    const options = { region: REGIONS[partition] };
    const caller = await (0,_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .callerIdentity */ .I)(options, signal);
    if (caller.account !== account) {
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`The role ${arn} is in the AWS account ${account}, and the AWS credentials of the job (${caller.arn}) are of ${caller.account}. Configure credentials of ${account}.`);
    }
    const { IAMClient, GetRoleCommand, UpdateAssumeRolePolicyCommand } = await Promise.all(/* import() */[__webpack_require__.e(861), __webpack_require__.e(764)]).then(__webpack_require__.t.bind(__webpack_require__, 6764, 19));
    const client = new IAMClient((0,_client_js__WEBPACK_IMPORTED_MODULE_2__/* .clientConfig */ .y)(options));
    const call = (what, permission) => ({ what, permission, signal, remedies });
    return {
        readTrustPolicy: async () => {
            const { Role } = await (0,_client_js__WEBPACK_IMPORTED_MODULE_2__/* .callAws */ .I)(call(`read the role ${name}`, 'iam:GetRole'), () => client.send(new GetRoleCommand({ RoleName: name }), { abortSignal: signal }));
            if (Role?.Arn !== arn) {
                throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`aws-assume-role "${arn}": the role ${name} of the account has another ARN, ${Role?.Arn}. Write that one.`);
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
    MalformedPolicyDocumentException: "IAM does not take the policy. If it says that a principal is invalid, the platform's role is gone: register again, or ask the platform.",
    LimitExceededException: 'A trust policy has at most 2048 characters. Remove statements that are not needed, or have the quota raised (up to 4096).',
    UnmodifiableEntityException: 'A service-linked role cannot be changed; use a role of your own.',
};


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


/***/ })

};
