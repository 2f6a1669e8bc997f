import { can, canInGallery, GALLERY_ROLES, GALLERY_STATUSES, PLATFORM_ROLES } from "@oto/domain";
import { createDealerContext, signTestToken } from "@oto/services/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Access } from "../trpc/init";
import { listProcedures } from "../trpc/procedure-list";
import type { Answer, AttackedApi } from "./attacked-api";
import { openAttackedApi, withoutRequestId } from "./attacked-api";
import { brokenInputs } from "./broken-inputs";
import { forgedTokens } from "./forged-tokens";
import { inputSchemaOf } from "./input-bounds";
import { completionOf, leavesOf, NOBODYS, sampleOf, sampleWith } from "./sample-input";
import type { Victim } from "./scene";
import { CANARIES, createVictim, fingerprintOf, memberToken, staffToken } from "./scene";

/**
 * Every procedure of the router, attacked over HTTP. Nothing here names a procedure to attack, so
 * that a new one is attacked the day it is written.
 */

/** What a gallery shows to every dealer, and why its id is no secret there. */
const SHOWN_TO_DEALERS: Readonly<Record<string, string>> = {
  "gallery.trust": "buyer and seller weigh each other by these figures before they deal",
};

let api: AttackedApi;
let victim: Victim;
let stranger: string;
let forged: Record<string, string | null>;
const members = new Map<string, string>();
const staff = new Map<string, string>();
const tally = { attacks: 0, leaks: 0 };

const overHttp = listProcedures().filter(({ type }) => type !== "subscription");
const closed = overHttp.filter(({ access }) => access?.level !== "public");
const withInput = overHttp.flatMap(({ input, ...procedure }) =>
  input ? [{ ...procedure, input, schema: inputSchemaOf(input) }] : [],
);

beforeAll(async () => {
  api = await openAttackedApi();
  victim = await createVictim(api);
  const { identity } = await createDealerContext(api.platform);
  stranger = await signTestToken(api.platform, identity);
  forged = await forgedTokens(api, (await createDealerContext(api.platform)).identity);
  for (const status of GALLERY_STATUSES) {
    for (const role of GALLERY_ROLES) {
      members.set(`${role} ${status}`, await memberToken(api, { role, status }));
    }
  }
  for (const role of PLATFORM_ROLES) staff.set(role, await staffToken(api, role));
});

afterAll(async () => {
  await api.close();
  // biome-ignore lint/suspicious/noConsole: how much was tried is the result of this suite
  console.log(
    `security: ${tally.attacks} attacks on ${overHttp.length} procedures, ${tally.leaks} leaks`,
  );
});

/** Counts attacks; returns those that got through. */
async function leaksAmong(
  attacks: readonly { name: string; send: () => Promise<Answer>; held: (a: Answer) => boolean }[],
): Promise<string[]> {
  const leaks: string[] = [];
  for (const { name, send, held } of attacks) {
    const answer = await send();
    tally.attacks += 1;
    if (!held(answer)) leaks.push(`${name}: ${answer.status} ${answer.text.slice(0, 300)}`);
  }
  tally.leaks += leaks.length;
  return leaks;
}

const refusedAs = (status: number) => (answer: Answer) => answer.status === status;
/** What a call with the right to call answers to an input that nothing takes. */
const PROBE = { __probe: true };
const mayNot = ({ status, body }: Answer) =>
  status === 401 || (status === 403 && body.error?.data?.reason !== "auth.totp_required");

describe("tokens that let nobody in", () => {
  it.each(closed)("$path", async (procedure) => {
    const attacks = Object.entries(forged).map(([name, token]) => ({
      name,
      send: () => api.call(procedure, PROBE, { token }),
      held: refusedAs(401),
    }));
    expect(await leaksAmong(attacks)).toEqual([]);
  });
});

describe("roles and states of galleries", () => {
  const guarded = closed.flatMap(({ access, ...procedure }) =>
    access && "permission" in access ? [{ ...procedure, ...access }] : [],
  );

  it.each(guarded)("$path ($permission)", async ({ level, permission, ...procedure }) => {
    const allowedMember = (key: string) => {
      const role = GALLERY_ROLES.find((each) => key.startsWith(`${each} `)) ?? "VIEWER";
      const galleryStatus = GALLERY_STATUSES.find((each) => key.endsWith(` ${each}`)) ?? "PENDING";
      return level === "gallery" && canInGallery({ role, galleryStatus }, permission);
    };
    const allowedStaff = (key: string) => {
      const role = PLATFORM_ROLES.find((each) => each === key) ?? "SUPPORT";
      return level === "staff" && can(role, permission);
    };
    const attempt = (key: string, token: string, allowed: boolean) => ({
      name: key,
      send: () => api.call(procedure, PROBE, { token }),
      held: (answer: Answer) => (allowed ? !mayNot(answer) : answer.status === 403),
    });
    const attacks = [
      ...[...members].map(([key, token]) => attempt(key, token, allowedMember(key))),
      ...[...staff].map(([key, token]) => attempt(key, token, allowedStaff(key))),
    ];
    expect(await leaksAmong(attacks)).toEqual([]);
  });
});

/** An answer without what differs from call to call; the ids of the victim's rows stay. */
function comparable(answer: Answer, asked: string): string {
  const ids = new Set(Object.values(victim.ids));
  return withoutRequestId(answer)
    .replaceAll(asked, "<asked>")
    .replace(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, (id) => (ids.has(id) ? id : "<id>"))
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "<time>");
}

describe("ids of another gallery", () => {
  const naming = withInput.flatMap(({ schema, input, ...procedure }) => {
    const extra = completionOf(input, schema);
    const places = leavesOf(schema)
      .filter((leaf) => leaf.schema.format === "uuid")
      .map(({ place }) => place);
    return places.length > 0 ? [{ ...procedure, schema, extra, places }] : [];
  });

  it.each(withInput)("can be tried on $path: its sample is valid", ({ input, schema }) => {
    const parsed = input.safeParse(
      Object.assign(sampleOf(schema) ?? {}, completionOf(input, schema)),
    );
    expect(parsed.error?.issues ?? []).toEqual([]);
  });

  it.each(naming)(
    "$path answers as for an id of nobody",
    async ({ schema, extra, places, ...one }) => {
      const pool = [...new Set(Object.values(victim.ids))];
      const leaks: string[] = [];
      const before = await fingerprintOf(api, victim.owner.gallery.id);
      for (const place of places) {
        const name = place.filter((key) => key !== "0").at(-1) ?? "";
        const known = victim.ids[name];
        for (const foreign of known ? [known] : pool) {
          const ask = (id: string) =>
            api.call(one, Object.assign(extra, sampleWith(schema, place, id)), { token: stranger });
          const expected = comparable(await ask(NOBODYS), NOBODYS);
          const held = (answer: Answer) =>
            (one.path in SHOWN_TO_DEALERS || comparable(answer, foreign) === expected) &&
            // A sample that is refused for its form would prove nothing.
            answer.body.error?.data?.reason !== "input.invalid" &&
            answer.status < 500 &&
            CANARIES.every((word) => !answer.text.includes(word));
          leaks.push(
            ...(await leaksAmong([{ name: place.join("."), send: () => ask(foreign), held }])),
          );
        }
      }
      expect(leaks).toEqual([]);
      expect(await fingerprintOf(api, victim.owner.gallery.id)).toBe(before);
    },
  );
});

/** Somebody whose call is refused for its input alone. */
function tokenThatMay(access: Access | undefined): string | undefined {
  if (access?.level === "staff") return staff.get("SUPERADMIN");
  if (access?.level !== "gallery") return stranger;
  const state = GALLERY_STATUSES.find((galleryStatus) =>
    canInGallery({ role: "OWNER", galleryStatus }, access.permission),
  );
  return members.get(`OWNER ${state}`);
}

describe("inputs that fit no schema", () => {
  it.each(withInput)("$path", async ({ schema, access, ...procedure }) => {
    const token = tokenThatMay(access);
    const attacks = brokenInputs(schema).map(({ name, raw }) => ({
      name,
      send: () => api.call(procedure, undefined, { token, raw }),
      // 431: an address longer than the server reads; the client posts such a query.
      held: ({ status }: Answer) => status === 400 || (status === 431 && raw.length > 8_000),
    }));
    expect(await leaksAmong(attacks)).toEqual([]);
    expect({}).not.toHaveProperty("polluted");
  });
});
