import { createHmac } from "node:crypto";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { approveGallery, suspendGallery } from "../admin";
import type { SessionContext } from "../context";
import type { TestPlatform } from "../testing";
import {
  createGallery,
  createPublicContext,
  createStaffContext,
  createTestPlatform,
  createUser,
  TEST_PASSWORD,
} from "../testing";
import { resolveIdentity } from "./identity.service";
import { login } from "./login.service";
import { me } from "./me.service";
import { refresh } from "./refresh.service";
import { listSessions, logout, revokeSession } from "./session.service";
import { accessTokenKeys, rotateSigningKeys } from "./signing-keys";
import { createWsTicket, redeemWsTicket } from "./ws-ticket.service";

let test: TestPlatform;

beforeAll(async () => {
  test = await createTestPlatform({ OTO_RATE_LIMITS: "off" });
});
afterAll(() => test.close());

const ctx = () => createPublicContext(test.platform);

async function signIn(status: "PENDING" | "APPROVED" = "APPROVED") {
  const gallery = await createGallery(test.platform, { status });
  const member = { galleryId: gallery.id, role: "OWNER" } as const;
  const user = await createUser(test.platform, { member });
  const again = () => login(ctx(), { identifier: user.email, password: TEST_PASSWORD });
  return { gallery, user, again, tokens: await again() };
}

async function sessionOf(accessToken: string): Promise<SessionContext> {
  const identity = await resolveIdentity(test.platform, accessToken);
  if (!identity) throw new Error("not signed in");
  return { ...ctx(), identity };
}

describe("refresh", () => {
  it("rotates, and a token used twice ends its whole family", async () => {
    const { tokens } = await signIn();
    const second = await refresh(ctx(), tokens);
    const third = await refresh(ctx(), second);
    expect(third.user).toEqual(tokens.user);
    expect(await resolveIdentity(test.platform, third.accessToken)).not.toBeNull();

    await expect(refresh(ctx(), tokens)).rejects.toMatchObject({ reason: "auth.refresh_reused" });
    for (const { accessToken } of [tokens, second, third]) {
      expect(await resolveIdentity(test.platform, accessToken)).toBeNull();
    }
    await expect(refresh(ctx(), third)).rejects.toMatchObject({ reason: "auth.session_expired" });
  });

  it("lets one of many parallel uses through and takes the others for theft", async () => {
    const { tokens, again } = await signIn();
    const bystander = await again();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, () => refresh(ctx(), tokens)),
    );
    const reasons = outcomes.map((o) => (o.status === "rejected" ? o.reason.reason : "in")).sort();
    expect(reasons).toEqual([...Array(7).fill("auth.refresh_reused"), "in"]);
    expect(await resolveIdentity(test.platform, tokens.accessToken)).toBeNull();
    expect(await resolveIdentity(test.platform, bystander.accessToken)).not.toBeNull();
  });

  it("gives tabs of a front end that cross each other one and the same pair", async () => {
    const { tokens } = await signIn();
    const tab = { ...ctx(), origin: { ...ctx().origin, frontEnd: true } };
    const tabs = await Promise.all([refresh(tab, tokens), refresh(tab, tokens)]);
    const late = await refresh(tab, tokens);
    expect(new Set([...tabs, late].map(({ refreshToken }) => refreshToken)).size).toBe(1);
    for (const { accessToken } of [...tabs, late]) {
      expect(await resolveIdentity(test.platform, accessToken)).not.toBeNull();
    }
    // Once what followed is used, the old token can only be stolen.
    const next = await refresh(tab, late);
    await expect(refresh(tab, tokens)).rejects.toMatchObject({ reason: "auth.refresh_reused" });
    expect(await resolveIdentity(test.platform, next.accessToken)).toBeNull();
  });

  it("forgives no tab that is late by more than seconds", async () => {
    const { tokens } = await signIn();
    const tab = { ...ctx(), origin: { ...ctx().origin, frontEnd: true } };
    await refresh(tab, tokens);
    test.clock.advance(20_001);
    await expect(refresh(tab, tokens)).rejects.toMatchObject({ reason: "auth.refresh_reused" });
  });

  it("refuses what it never gave out, and what is a month old", async () => {
    await expect(refresh(ctx(), { refreshToken: "x".repeat(43) })).rejects.toMatchObject({
      reason: "auth.refresh_invalid",
    });
    const { tokens } = await signIn();
    test.clock.advance(30 * 24 * 3_600_000 + 1);
    await expect(refresh(ctx(), tokens)).rejects.toMatchObject({ reason: "auth.session_expired" });
  });
});

describe("access tokens", () => {
  it("end after ten minutes", async () => {
    const { tokens } = await signIn();
    test.clock.advance(600_000 - 1_000);
    expect(await resolveIdentity(test.platform, tokens.accessToken)).not.toBeNull();
    test.clock.advance(1_000);
    expect(await resolveIdentity(test.platform, tokens.accessToken)).toBeNull();
  });

  it("cannot be forged", async () => {
    const { tokens, user } = await signIn();
    const { sessionId } = (await sessionOf(tokens.accessToken)).identity;
    const [header = "", payload = "", signature = ""] = tokens.accessToken.split(".");
    const { keys } = await accessTokenKeys(test.platform);
    const jwk = keys[0];
    if (!jwk?.kid) throw new Error("no key");
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const body = JSON.parse(Buffer.from(payload, "base64url").toString());
    const pair = await generateKeyPair("EdDSA", { crv: "Ed25519" });
    const make = (typ: string, aud: string, kid: string) =>
      new SignJWT({ sid: sessionId })
        .setProtectedHeader({ alg: "EdDSA", typ, kid })
        .setIssuer("kontak")
        .setAudience(aud)
        .setSubject(user.id)
        .setIssuedAt()
        .setExpirationTime("5m")
        .sign(pair.privateKey);
    const hmacHeader = encode({ alg: "HS256", typ: "at+jwt", kid: jwk.kid });
    const hmac = createHmac("sha256", JSON.stringify(jwk))
      .update(`${hmacHeader}.${payload}`)
      .digest("base64url");
    const embedded = encode({
      alg: "EdDSA",
      typ: "at+jwt",
      kid: jwk.kid,
      jwk: await exportJWK(pair.publicKey),
    });
    const forgeries = [
      `${encode({ alg: "none", typ: "at+jwt" })}.${payload}.`,
      `${hmacHeader}.${payload}.${hmac}`,
      `${embedded}.${payload}.${signature}`,
      `${header}.${encode({ ...body, sub: user.id, exp: body.exp + 99_999 })}.${signature}`,
      await make("at+jwt", "kontak-api", jwk.kid),
      await make("at+jwt", "kontak-api", "unknown"),
      "garbage",
      "",
      "a.b.c",
    ];
    for (const forged of forgeries) {
      expect(await resolveIdentity(test.platform, forged)).toBeNull();
    }
  });

  it("publish the public half of their keys only, and outlive a rotation", async () => {
    const { keys } = await accessTokenKeys(test.platform);
    expect(keys).toHaveLength(1);
    expect(keys[0]).not.toHaveProperty("d");
    test.clock.advance(31 * 24 * 3_600_000);
    const { tokens } = await signIn();
    expect(await rotateSigningKeys(test.platform)).toBe(1);
    expect(await rotateSigningKeys(test.platform)).toBe(0);
    expect(await resolveIdentity(test.platform, tokens.accessToken)).not.toBeNull();
    test.clock.advance(2 * 24 * 3_600_000);
    // The superseded key retires once nothing it signed can be in force.
    expect(await rotateSigningKeys(test.platform)).toBe(1);
    expect(await rotateSigningKeys(test.platform)).toBe(0);
    // By command, at any time.
    const before = await signIn();
    expect(await rotateSigningKeys(test.platform, { force: true })).toBe(1);
    expect(await resolveIdentity(test.platform, before.tokens.accessToken)).not.toBeNull();
  });

  it("stop at once when their session ends or their gallery is suspended", async () => {
    const { tokens, gallery } = await signIn("PENDING");
    const staff = await createStaffContext(test.platform);
    const status = async () =>
      (await resolveIdentity(test.platform, tokens.accessToken))?.gallery?.status;
    expect(await status()).toBe("PENDING");
    await approveGallery(staff, { galleryId: gallery.id });
    expect(await status()).toBe("APPROVED");
    const approved = await me(await sessionOf(tokens.accessToken));
    expect(approved.permissions).toContain("offer:create");
    await suspendGallery(staff, { galleryId: gallery.id, reason: "Belge süresi doldu" });
    expect(await status()).toBe("SUSPENDED");
    const suspended = await me(await sessionOf(tokens.accessToken));
    expect(suspended.permissions).not.toContain("offer:create");
    expect(suspended.gallery?.statusReason).toBe("Belge süresi doldu");
    await logout(await sessionOf(tokens.accessToken), {});
    expect(await resolveIdentity(test.platform, tokens.accessToken)).toBeNull();
  });
});

describe("sessions", () => {
  it("are listed and ended by their owner only", async () => {
    const mine = await signIn();
    const other = await mine.again();
    const stranger = await signIn();
    const session = await sessionOf(mine.tokens.accessToken);
    const { items } = await listSessions(session);
    expect(items).toHaveLength(2);
    expect(items.filter(({ current }) => current)).toHaveLength(1);
    const foreign = (await sessionOf(stranger.tokens.accessToken)).identity.sessionId;
    await expect(revokeSession(session, { sessionId: foreign })).rejects.toMatchObject({
      reason: "notfound",
    });
    const elsewhere = items.find(({ current }) => !current);
    await revokeSession(session, { sessionId: elsewhere?.id ?? "" });
    expect(await resolveIdentity(test.platform, other.accessToken)).toBeNull();
    expect(await resolveIdentity(test.platform, stranger.tokens.accessToken)).not.toBeNull();
  });

  it("end with a refresh token too, one or all", async () => {
    const mine = await signIn();
    const other = await mine.again();
    await logout(ctx(), { refreshToken: mine.tokens.refreshToken });
    expect(await resolveIdentity(test.platform, mine.tokens.accessToken)).toBeNull();
    expect(await resolveIdentity(test.platform, other.accessToken)).not.toBeNull();
    await logout(ctx(), { refreshToken: other.refreshToken, everywhere: true });
    expect(await resolveIdentity(test.platform, other.accessToken)).toBeNull();
    await expect(logout(ctx(), { refreshToken: "unknown" })).resolves.toEqual({ ok: true });
  });
});

describe("socket tickets", () => {
  it("open one socket, within half a minute, for a session in force", async () => {
    const { tokens } = await signIn();
    const session = await sessionOf(tokens.accessToken);
    const { ticket } = await createWsTicket(session);
    const redeemed = await Promise.all(
      Array.from({ length: 4 }, () => redeemWsTicket(test.platform, ticket)),
    );
    expect(redeemed.filter((identity) => identity !== null)).toEqual([session.identity]);

    const late = await createWsTicket(session);
    test.clock.advance(30_001);
    expect(await redeemWsTicket(test.platform, late.ticket)).toBeNull();

    const orphan = await createWsTicket(session);
    await logout(session, {});
    expect(await redeemWsTicket(test.platform, orphan.ticket)).toBeNull();
    expect(await redeemWsTicket(test.platform, "guess")).toBeNull();
  });
});
