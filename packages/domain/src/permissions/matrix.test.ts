import { describe, expect, it } from "vitest";
import { GALLERY_STATUSES } from "../values";
import {
  can,
  canInGallery,
  GALLERY_ROLES,
  PERMISSIONS,
  PLATFORM_PERMISSIONS,
  PLATFORM_ROLES,
  permissionsInState,
  permissionsOf,
} from ".";

describe("permission matrix", () => {
  it("is what it was", () => {
    const matrix = Object.fromEntries(
      [...GALLERY_ROLES, ...PLATFORM_ROLES].map((role) => [role, permissionsOf(role)]),
    );
    expect(matrix).toMatchSnapshot();
  });

  it("gives no gallery role anything of the platform's, and the other way round", () => {
    for (const role of GALLERY_ROLES) {
      expect(PLATFORM_PERMISSIONS.some((permission) => can(role, permission))).toBe(false);
    }
    for (const role of PLATFORM_ROLES) {
      expect(can(role, "offer:create")).toBe(false);
      expect(can(role, "inventory:read")).toBe(false);
    }
  });

  it("leaves a gallery that may not trade with itself and its notifications", () => {
    for (const status of GALLERY_STATUSES.filter((each) => each !== "APPROVED")) {
      expect([...permissionsInState(status)]).toEqual([
        "gallery:read",
        "gallery:update",
        "gallery:resubmit",
        "gallery:export",
        "notification:read",
        "support:use",
      ]);
      const owner = { role: "OWNER", galleryStatus: status } as const;
      expect(canInGallery(owner, "gallery:update")).toBe(true);
      expect(canInGallery(owner, "inventory:write")).toBe(false);
    }
    expect(canInGallery({ role: "VIEWER", galleryStatus: "PENDING" }, "gallery:update")).toBe(
      false,
    );
    expect(canInGallery({ role: "OWNER", galleryStatus: "APPROVED" }, "offer:create")).toBe(true);
  });

  it("lets somebody hold every permission", () => {
    for (const permission of PERMISSIONS) {
      expect([...GALLERY_ROLES, ...PLATFORM_ROLES].some((role) => can(role, permission))).toBe(
        true,
      );
    }
  });
});
