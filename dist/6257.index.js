export const id = 6257;
export const ids = [6257];
export const modules = {

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
