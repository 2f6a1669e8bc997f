import { describe, expect, it } from "vitest";
import type { GalleryStatus } from "../values";
import { GALLERY_STATUSES } from "../values";
import type { GalleryAction } from ".";
import { assertGalleryMayTrade, GALLERY_ACTIONS, galleryActions, transitionGallery } from ".";

const LEGAL: Partial<Record<`${GalleryStatus} ${GalleryAction}`, GalleryStatus>> = {
  "PENDING approve": "APPROVED",
  "PENDING reject": "REJECTED",
  "REJECTED resubmit": "PENDING",
  "APPROVED suspend": "SUSPENDED",
  "SUSPENDED reactivate": "APPROVED",
};

describe("gallery machine", () => {
  it("allows exactly its table", () => {
    for (const status of GALLERY_STATUSES) {
      for (const action of GALLERY_ACTIONS) {
        const expected = LEGAL[`${status} ${action}`];
        if (expected) {
          expect(transitionGallery(status, action, " eksik belge ").status).toBe(expected);
        } else {
          expect(() => transitionGallery(status, action, "x")).toThrow("gallery.wrong_state");
        }
        expect(galleryActions(status).includes(action)).toBe(expected !== undefined);
      }
    }
  });

  it("asks for a reason where the gallery has to be told one", () => {
    expect(() => transitionGallery("PENDING", "reject", "  ")).toThrow("gallery.reason_required");
    expect(() => transitionGallery("APPROVED", "suspend")).toThrow("gallery.reason_required");
    expect(transitionGallery("PENDING", "reject", " eksik belge ").reason).toBe("eksik belge");
    expect(transitionGallery("PENDING", "approve").reason).toBeNull();
  });

  it("names why a gallery may not trade", () => {
    expect(() => assertGalleryMayTrade("PENDING")).toThrow("gallery.not_approved");
    expect(() => assertGalleryMayTrade("REJECTED")).toThrow("gallery.rejected");
    expect(() => assertGalleryMayTrade("SUSPENDED")).toThrow("gallery.suspended");
    expect(() => assertGalleryMayTrade("APPROVED")).not.toThrow();
  });
});
