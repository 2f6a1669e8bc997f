import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { resolveIdentity } from "../auth/identity.service";
import { login } from "../auth/login.service";
import type { DealerContext } from "../context";
import type { TestPlatform } from "../testing";
import {
  createDealerContext,
  createPublicContext,
  createStaffContext,
  createTestPlatform,
  createUser,
  newPhone,
  TEST_PASSWORD,
} from "../testing";
import {
  changeRole,
  createPlatformUser,
  handOver,
  inviteStaff,
  joinAsNew,
  joinWithAccount,
  listPlatformUsers,
  listTeam,
  readInvitation,
  removeMember,
  resendInvitation,
  revokeInvitation,
  sendInvitation,
  setPlatformRole,
} from ".";

let test: TestPlatform;

beforeAll(async () => {
  test = await createTestPlatform({ OTO_RATE_LIMITS: "off" });
});
afterAll(() => test.close());

const ctx = () => createPublicContext(test.platform);
const reasonOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "done",
    (error) => error.reason,
  );
const consents = { terms: true, kvkk: true } as const;
const newcomer = { firstName: "Ece", lastName: "Kaya", password: "Uzun-bir-parola-9", consents };

let sends = 0;
/** Delivers an invitation as the worker would; its token, or null. */
async function deliver(invitationId: string, to: string): Promise<string> {
  sends += 1;
  await sendInvitation(test.platform, { invitationId, idempotencyKey: `test:${sends}` });
  const [newest] = await test.platform.adapters.mailbox.list({ to });
  return /#token=([\w-]+)/.exec(newest?.text ?? "")?.[1] ?? "";
}

async function invited(owner: DealerContext, to: { phone?: string; email?: string }) {
  const { invitationId } = await inviteStaff(owner, { role: "SALES", ...to });
  return { invitationId, token: await deliver(invitationId, to.phone ?? to.email ?? "") };
}

const owner = () => createDealerContext(test.platform);
const member = (gallery: DealerContext["gallery"], role: "SALES" | "MANAGER" = "SALES") =>
  createDealerContext(test.platform, { gallery, role });

describe("an invitation", () => {
  it("by SMS becomes a new account with a role, once", async () => {
    const mine = await owner();
    const phone = newPhone();
    const { token } = await invited(mine, { phone });
    expect(await readInvitation(ctx(), { token })).toMatchObject({
      role: "SALES",
      phone,
      email: null,
      hasAccount: false,
    });
    const email = `${phone.slice(1)}@test.example`;
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => reasonOf(joinAsNew(ctx(), { token, ...newcomer, email }))),
    );
    expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
    const { user } = await login(ctx(), { identifier: phone, password: newcomer.password });
    expect(user).toMatchObject({ role: "SALES", galleryId: mine.gallery.id });
    expect(await reasonOf(readInvitation(ctx(), { token }))).toBe("staff.invitation_invalid");
    const team = await listTeam(mine);
    expect(team.invitations).toEqual([]);
    expect(team.items.map(({ role }) => role).sort()).toEqual(["OWNER", "SALES"]);
  });

  it("by e-mail proves the address", async () => {
    const mine = await owner();
    const email = `new-${newPhone().slice(1)}@test.example`;
    const { token } = await invited(mine, { email });
    await joinAsNew(ctx(), { token, ...newcomer });
    const { rows } = await test.platform.database.pool.query(
      "select email_verified_at from app_user where email = $1",
      [email],
    );
    expect(rows[0].email_verified_at).not.toBeNull();
  });

  it("goes to an account that has the address, which joins with its password", async () => {
    const mine = await owner();
    const account = await createUser(test.platform);
    const { token } = await invited(mine, { phone: account.phone });
    expect(await readInvitation(ctx(), { token })).toMatchObject({ hasAccount: true });
    const wrong = joinWithAccount(ctx(), { token, password: "wrong" });
    expect(await reasonOf(wrong)).toBe("auth.credentials_invalid");
    await joinWithAccount(ctx(), { token, password: TEST_PASSWORD });
    const { user } = await login(ctx(), { identifier: account.email, password: TEST_PASSWORD });
    expect(user).toMatchObject({ role: "SALES", galleryId: mine.gallery.id });
  });

  it("takes nobody out of another gallery", async () => {
    const [mine, theirs] = [await owner(), await owner()];
    const worker = await createUser(test.platform, {
      member: { galleryId: theirs.gallery.id, role: "SALES" },
    });
    const { token } = await invited(mine, { email: worker.email });
    const join = joinWithAccount(ctx(), { token, password: TEST_PASSWORD });
    expect(await reasonOf(join)).toBe("staff.works_elsewhere");
  });

  it("is worthless once revoked, sent again, or a week old", async () => {
    const mine = await owner();
    const phone = newPhone();
    const first = await invited(mine, { phone });
    const { invitationId } = first;
    expect(await reasonOf(inviteStaff(mine, { role: "VIEWER", phone }))).toBe(
      "staff.already_invited",
    );
    expect(await reasonOf(resendInvitation(mine, { invitationId }))).toBe("rate.limited");
    test.clock.advance(60_001);
    await resendInvitation(mine, { invitationId });
    const second = await deliver(invitationId, phone);
    expect(second).not.toBe(first.token);
    expect(await reasonOf(readInvitation(ctx(), { token: first.token }))).not.toBe("done");
    expect(await reasonOf(readInvitation(ctx(), { token: second }))).toBe("done");
    await revokeInvitation(mine, { invitationId });
    expect(await reasonOf(readInvitation(ctx(), { token: second }))).not.toBe("done");
    expect(await reasonOf(revokeInvitation(mine, { invitationId }))).toBe(
      "staff.invitation_closed",
    );
    const third = await invited(mine, { phone });
    test.clock.advance(7 * 24 * 3_600_000 + 1);
    expect(await reasonOf(readInvitation(ctx(), { token: third.token }))).not.toBe("done");
    await inviteStaff(mine, { role: "SALES", phone });
  });

  it("is nobody else's to see or change", async () => {
    const [mine, theirs] = [await owner(), await owner()];
    const { invitationId } = await invited(mine, { phone: newPhone() });
    expect((await listTeam(theirs)).invitations).toEqual([]);
    expect(await reasonOf(revokeInvitation(theirs, { invitationId }))).toBe("staff.not_found");
    expect(await reasonOf(resendInvitation(theirs, { invitationId }))).toBe("staff.not_found");
  });
});

describe("a team", () => {
  it("changes by its owner, never its owner's place", async () => {
    const mine = await owner();
    const colleague = await member(mine.gallery);
    const { userId } = colleague.identity;
    await changeRole(mine, { userId, role: "INVENTORY" });
    expect((await listTeam(mine)).items[1]).toMatchObject({ userId, role: "INVENTORY" });
    const own = mine.identity.userId;
    expect(await reasonOf(removeMember(mine, { userId: own }))).toBe("staff.not_yourself");
    const manager = await member(mine.gallery, "MANAGER");
    expect(await reasonOf(removeMember(manager, { userId: own }))).toBe("staff.owner_stays");
    const stranger = await owner();
    expect(await reasonOf(changeRole(stranger, { userId, role: "VIEWER" }))).toBe(
      "staff.not_found",
    );
  });

  it("lets nobody in who was removed", async () => {
    const mine = await owner();
    const user = await createUser(test.platform, {
      member: { galleryId: mine.gallery.id, role: "SALES" },
    });
    const { accessToken } = await login(ctx(), {
      identifier: user.email,
      password: TEST_PASSWORD,
    });
    await removeMember(mine, { userId: user.id });
    expect(await resolveIdentity(test.platform, accessToken)).toBeNull();
    const again = login(ctx(), { identifier: user.email, password: TEST_PASSWORD });
    expect(await reasonOf(again)).toBe("auth.permission_denied");
  });

  it("has one owner after a handover, whoever races", async () => {
    const mine = await owner();
    const [one, two] = [await member(mine.gallery), await member(mine.gallery)];
    const password = TEST_PASSWORD;
    const wrong = handOver(mine, { userId: one.identity.userId, password: "wrong" });
    expect(await reasonOf(wrong)).toBe("auth.credentials_invalid");
    const outcomes = await Promise.all(
      [one, two].map(({ identity }) =>
        reasonOf(handOver(mine, { userId: identity.userId, password })),
      ),
    );
    expect(outcomes.sort()).toEqual(["auth.permission_denied", "done"]);
    const roles = (await listTeam(mine)).items.map(({ role }) => role);
    expect(roles.sort()).toEqual(["MANAGER", "OWNER", "SALES"]);
  });
});

describe("the platform's own staff", () => {
  it("are made, changed and removed by a superadmin; the last one stays", async () => {
    const admin = await createStaffContext(test.platform);
    const email = `uye-${newPhone().slice(1)}@test.example`;
    await createPlatformUser(admin, { firstName: "Uğur", lastName: "Ak", email, role: "FINANCE" });
    const find = async () =>
      (await listPlatformUsers(admin)).items.find((item) => item.email === email);
    expect(await find()).toMatchObject({ role: "FINANCE", totpEnabled: false, self: false });
    const userId = (await find())?.userId ?? "";
    await setPlatformRole(admin, { userId, role: "SUPERADMIN" });
    const own = setPlatformRole(admin, { userId: admin.identity.userId, role: "SUPPORT" });
    expect(await reasonOf(own)).toBe("staff.not_yourself");
    await setPlatformRole(admin, { userId, role: null });
    expect(await find()).toBeUndefined();
    const dealer = await owner();
    const foreign = setPlatformRole(admin, { userId: dealer.identity.userId, role: "SUPPORT" });
    expect(await reasonOf(foreign)).toBe("user.not_found");
  });
});
