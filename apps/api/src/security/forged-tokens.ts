import { createHmac, generateKeyPairSync, sign } from "node:crypto";
import type { Identity } from "@oto/services";
import { accessTokenKeys } from "@oto/services/auth";
import { signTestToken } from "@oto/services/testing";
import type { AttackedApi } from "./attacked-api";
import { openTestSession } from "./scene";

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** Tokens that must let nobody in, by what is wrong with them; a good person stands behind each. */
export async function forgedTokens(
  api: AttackedApi,
  { userId, sessionId, gallery }: Identity,
): Promise<Record<string, string | null>> {
  const { platform } = api;
  const who = { userId, sessionId };
  const now = Math.floor(platform.now().getTime() / 1_000);
  const claims = part({
    ...{ iss: "kontak", aud: "kontak-api", sub: userId, sid: sessionId },
    ...{ iat: now - 60, exp: now + 600, jti: "x" },
  });
  const { keys } = await accessTokenKeys(platform);
  const kid = keys[0]?.kid;
  const own = generateKeyPairSync("ed25519");
  const jwk = own.publicKey.export({ format: "jwk" });
  const signed = (header: object) => {
    const head = `${part(header)}.${claims}`;
    return `${head}.${sign(null, Buffer.from(head), own.privateKey).toString("base64url")}`;
  };
  const hmac = `${part({ alg: "HS256", typ: "at+jwt", kid })}.${claims}`;
  const publicKey = Buffer.from(keys[0]?.x ?? "", "base64url");
  const ended = (how: "revoked" | "expired") =>
    openTestSession(api, { userId, galleryId: gallery?.id ?? null, ended: how });
  const good = await signTestToken(platform, who);
  const [head = "", body = "", signature = ""] = good.split(".");
  return {
    none: null,
    garbage: "not.a.token-at-all",
    "alg none": `${part({ alg: "none", typ: "at+jwt", kid })}.${claims}.`,
    "alg HS256 by the public key": `${hmac}.${createHmac("sha256", publicKey).update(hmac).digest("base64url")}`,
    "another key under our kid": signed({ alg: "EdDSA", typ: "at+jwt", kid }),
    "key of its own header": signed({ alg: "EdDSA", typ: "at+jwt", kid, jwk }),
    "key from a jku": signed({ alg: "EdDSA", typ: "at+jwt", kid, jku: `${api.url}/evil.json` }),
    "kid as a path": signed({ alg: "EdDSA", typ: "at+jwt", kid: "../../../../dev/null" }),
    "kid as SQL": signed({ alg: "EdDSA", typ: "at+jwt", kid: "' or 1=1 --" }),
    "altered claims": `${head}.${part({ ...JSON.parse(Buffer.from(body, "base64url").toString()), sid: sessionId, exp: now + 9_000 })}.${signature}`,
    expired: await signTestToken(platform, who, { endsIn: -60 }),
    "other audience": await signTestToken(platform, who, { audience: "other-api" }),
    "other issuer": await signTestToken(platform, who, { issuer: "https://evil.example" }),
    "other type": await signTestToken(platform, who, { typ: "JWT" }),
    "revoked session": await signTestToken(platform, await ended("revoked")),
    "ended session": await signTestToken(platform, await ended("expired")),
    "session of somebody else": await signTestToken(platform, {
      userId: "0198b8a4-0000-7000-8000-00000000dead",
      sessionId,
    }),
  };
}
