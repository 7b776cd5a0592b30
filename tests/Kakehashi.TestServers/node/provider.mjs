// A real OpenID Connect provider for tests: node provider.mjs PORT. Says "ready"; ends when its standard input does.
// People sign in by any name. What the name begins with makes them special: "unverified" has an e-mail address that nobody
// has verified, "misled" gets an id_token that was made for somebody else's client.
import { generateKeyPair, exportJWK, SignJWT, decodeJwt } from 'jose';
import { Provider } from 'oidc-provider';

const port = Number(process.argv[2]);
const issuer = `http://127.0.0.1:${port}`;
const { privateKey } = await generateKeyPair('RS256', { extractable: true });
const jwk = { ...(await exportJWK(privateKey)), kid: 'test', alg: 'RS256', use: 'sig' };

const provider = new Provider(issuer, {
  jwks: { keys: [jwk] },
  clients: [{
    client_id: 'kakehashi', client_secret: 'not-a-secret-for-loopback-only', token_endpoint_auth_method: 'client_secret_post',
    redirect_uris: ['http://127.0.0.1/sign-in/callback'], post_logout_redirect_uris: ['http://127.0.0.1/'], grant_types: ['authorization_code'], response_types: ['code'],
  }],
  claims: { openid: ['sub'], profile: ['name', 'preferred_username'], email: ['email', 'email_verified'] },
  pkce: { required: () => true },
  cookies: { keys: ['for-tests-only'] },
  features: { devInteractions: { enabled: true } },
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({ sub: id, name: '山田 花子', preferred_username: id, email: `${id}@example.ac.jp`, email_verified: !id.startsWith('unverified') }),
  }),
});

// the tests' sites have whatever port is free
provider.Client.prototype.redirectUriAllowed = address => new URL(address).hostname === '127.0.0.1';
provider.Client.prototype.postLogoutRedirectUriAllowed = address => new URL(address).hostname === '127.0.0.1';

provider.use(async (context, next) => {
  await next();
  if (context.path !== '/token' || !context.body?.id_token) return;
  const claims = decodeJwt(context.body.id_token);
  if (!claims.sub.startsWith('misled')) return;
  const token = await new SignJWT({ ...claims, aud: 'another-client' }).setProtectedHeader({ alg: 'RS256', kid: 'test' }).sign(privateKey);
  context.body = { ...context.body, id_token: token };
});

provider.listen(port, '127.0.0.1', () => console.log('ready'));
process.stdin.on('end', () => process.exit(0)).resume();
