import { PERMISSIONS } from "@oto/domain";
import { describe, expect, it } from "vitest";
import { listProcedures } from "./procedure-list";

/** What anybody may call; everything else needs a session. Growing this list is a decision. */
const PUBLIC = [
  "auth.login",
  "auth.logout",
  "auth.refresh",
  "auth.register",
  "auth.requestOtp",
  "auth.requestPasswordReset",
  "auth.resetPassword",
  "auth.verifyEmail",
  "auth.verifyOtp",
  "catalog.makes",
  "catalog.models",
  "catalog.series",
  "catalog.trims",
  "gallery.public",
  "marketplace.publicGet",
  "marketplace.publicSearch",
  "marketplace.publicSimilar",
  "marketplace.publicSuggest",
  "staff.invitation",
  "staff.joinAsNew",
  "staff.joinWithAccount",
];

/** Names that scripts outside of the repository rely on. */
const PINNED = [
  ...["requestOtp", "verifyOtp", "register", "login", "refresh", "logout"].map((n) => `auth.${n}`),
  ...["sessions", "revokeSession", "wsTicket", "me"].map((n) => `auth.${n}`),
  ...["list", "approve", "reject", "suspend", "reactivate"].map((n) => `admin.galleries.${n}`),
  ...["me", "update", "public"].map((n) => `gallery.${n}`),
  ...["makes", "series", "models", "trims"].map((n) => `catalog.${n}`),
  ...["create", "update", "get", "list", "archive", "markSold", "changePrice", "gate"].map(
    (n) => `inventory.${n}`,
  ),
  ...["publish", "unpublish"].map((n) => `inventory.${n}`),
  ...["createUpload", "completeUpload", "list", "reorder", "setCover", "remove"].map(
    (n) => `media.${n}`,
  ),
  ...["search", "get", "similar", "pricePosition"].map((n) => `marketplace.${n}`),
  ...["create", "counter", "accept", "reject", "withdraw", "get", "list", "history"].map(
    (n) => `offer.${n}`,
  ),
  ...["get", "list", "complete", "cancel", "extend"].map((n) => `reservation.${n}`),
  ...["list", "markRead", "preferences", "onEvent"].map((n) => `notification.${n}`),
];

const all = listProcedures();

describe("every procedure", () => {
  it("says who may call it, with a permission that exists", () => {
    for (const { path, access } of all) {
      expect(access, path).toBeDefined();
      if (access && "permission" in access) expect(PERMISSIONS, path).toContain(access.permission);
    }
  });

  it("is closed to strangers unless it is on the list", () => {
    const open = all.filter(({ access }) => access?.level === "public").map(({ path }) => path);
    expect(open.sort()).toEqual([...PUBLIC].sort());
  });

  it("keeps staff's procedures under admin", () => {
    for (const { path, access } of all) {
      expect(access?.level === "staff", path).toBe(path.startsWith("admin."));
    }
  });
});

it("offers every pinned name", () => {
  const paths = all.map(({ path }) => path);
  expect(PINNED.filter((name) => !paths.includes(name))).toEqual([]);
});
