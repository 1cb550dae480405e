// SPDX-License-Identifier: GPL-3.0-or-later
// A real identity provider for tests, at a free port of this machine, whose answers can be falsified.
//
//   node provider.mjs RETURN_ADDRESS     prints {"issuer","client","secret"} when it serves, ends with its input
//
// Whoever logs in is who they say they are. POST /control {"falsify": WORD} changes the identity tokens it gives
// from then on: the name of a claim gives it another value, signed by the provider's own key; the other words stand
// in `forgeries`. {"rotate": true} makes a new key, which signs alone from then on.
import { createServer } from 'node:http';
import * as jose from 'jose';
import { Provider } from 'oidc-provider';

const client = 'zhun', secret = 'a secret: with /signs+ %';
const wrong = {
  iss: 'http://127.0.0.1:1', aud: 'another', azp: 'another', nonce: 'old', sub: '',
  exp: Math.floor(Date.now() / 1000) - 3600, iat: Math.floor(Date.now() / 1000) - 3600,
  nbf: Math.floor(Date.now() / 1000) + 3600,
};

async function newKey(kid) {
  const pair = await jose.generateKeyPair('RS256', { extractable: true });
  return { ...(await jose.exportJWK(pair.privateKey)), kid, use: 'sig', alg: 'RS256' };
}

const published = ({ kty, kid, use, alg, n, e }) => ({ kty, kid, use, alg, n, e });
let key = await newKey('first');
let falsify = null;

async function signed(claims, by = key) {
  const header = { alg: 'RS256', kid: key.kid };
  return new jose.CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader(header).sign(await jose.importJWK(by, 'RS256'));
}

const coded = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

const forgeries = {
  signature: async (claims) => (await signed(claims)).replace(/\.[^.]{8}([^.]*)$/, '.AAAAAAAA$1'),
  unsigned: async (claims) => `${coded({ alg: 'none' })}.${coded(claims)}.`,
  key: async (claims) => signed(claims, await newKey('other')),
  secret: async (claims) => new jose.CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(secret.padEnd(32, '.'))),
  payload: async (claims) => {
    const [header, , signature] = (await signed(claims)).split('.');
    return `${header}.${coded({ ...claims, sub: 'somebody-else' })}.${signature}`;
  },
};

/** The token as it is to be: by our key always, since it may have been changed. */
async function token(given) {
  const claims = jose.decodeJwt(given);
  if (falsify && forgeries[falsify]) return forgeries[falsify](claims);
  return signed(falsify ? { ...claims, [falsify]: wrong[falsify] } : claims);
}

async function body(request) {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

const server = createServer();
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [{ client_id: client, client_secret: secret, redirect_uris: [process.argv[2]],
    grant_types: ['authorization_code'], response_types: ['code'] }],
  claims: { openid: ['sub'], profile: ['name', 'preferred_username'] },
  conformIdTokenClaims: false,
  pkce: { required: () => true, methods: ['S256'] },
  jwks: { keys: [key] },
  cookies: { keys: ['for tests'] },
  findAccount: (_, id) => ({ accountId: id,
    claims: () => ({ sub: id, name: `${id} of the city`, preferred_username: id }) }),
  async loadExistingGrant(ctx) {
    const grant = new ctx.oidc.provider.Grant({ clientId: client, accountId: ctx.oidc.session.accountId });
    grant.addOIDCScope('openid profile');
    await grant.save();
    return grant;
  },
});
const serve = provider.callback();

async function control(request, response) {
  const asked = JSON.parse(await body(request));
  falsify = asked.falsify ?? null;
  if (asked.rotate) key = await newKey(`key-${Date.now()}`);
  response.end('{}');
}

/** The provider's answer with another token in it. */
function withToken(request, response) {
  const end = response.end.bind(response);
  response.end = (chunk) => {
    const answer = JSON.parse(chunk);
    if (!answer.id_token) return end(chunk);
    return token(answer.id_token).then((other) => {
      const text = JSON.stringify({ ...answer, id_token: other });
      response.setHeader('content-length', Buffer.byteLength(text));
      end(text);
    });
  };
  serve(request, response);
}

server.on('request', (request, response) => {
  if (request.url === '/control') return control(request, response);
  if (request.url === '/jwks') {
    response.setHeader('content-type', 'application/json');
    return response.end(JSON.stringify({ keys: [published(key)] }));
  }
  return request.url === '/token' ? withToken(request, response) : serve(request, response);
});
process.stdin.on('end', () => process.exit(0)).resume();
console.log(JSON.stringify({ issuer, client, secret }));
