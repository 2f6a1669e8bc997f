import { describe, expect, it } from "vitest";
import { MAY_IMPORT, violationsIn } from "./import-direction.mjs";

const PLANTED = /** @type {const} */ ([
  ["packages/domain/src/offer/offer.ts", 'import { db } from "@oto/db";'],
  ["packages/ui/src/card.tsx", 'import type { Fuel } from "@oto/domain";'],
  ["packages/adapters/src/bus.ts", 'export * from "@oto/db";'],
  ["packages/db/src/seed.ts", 'const s = await import("@oto/services/offer");'],
  ["packages/trpc/src/client.ts", 'type R = import("@oto/api").AppRouter;'],
  [
    "packages/services/src/offer/offer.service.ts",
    'import { x } from "../../../../apps/api/src/x";',
  ],
  [
    "packages/services/src/offer/offer.service.ts",
    'import { createTestDatabase } from "@oto/testing";',
  ],
  ["apps/landing/src/page.tsx", 'import { appRouter } from "@oto/api";'],
  ["apps/landing/src/page.tsx", 'import { type AppRouter } from "@oto/api";'],
  ["apps/landing/src/page.tsx", 'import type { X } from "@oto/gallery";'],
  ["apps/admin/src/page.tsx", 'import { prisma } from "@oto/db";'],
  ["apps/api/src/main.ts", 'import { Button } from "@oto/ui";'],
  ["packages/domain/src/offer/offer.ts", 'import { money } from "@oto/domain/money";'],
  ["packages/brand-new/src/index.ts", "export const x = 1;"],
]);

const ALLOWED = /** @type {const} */ ([
  [
    "apps/gallery/src/page.tsx",
    'import type { AppRouter } from "@oto/api";\nimport { Button } from "@oto/ui";',
  ],
  [
    "packages/services/src/offer/offer.db.test.ts",
    'import { createTestDatabase } from "@oto/testing";',
  ],
  [
    "packages/services/src/offer/offer.service.ts",
    'import { x } from "../vehicle/x";\nimport { z } from "zod";',
  ],
  [
    "packages/services/src/testing/platform.ts",
    'import { createTestDatabase } from "@oto/testing";',
  ],
  [
    "packages/testing/src/global-setup.ts",
    'import { s } from "../../../tooling/start/postgres.mjs";',
  ],
]);

describe("import direction", () => {
  it.each(PLANTED)("finds the violation planted in %s: %s", (file, text) => {
    expect(violationsIn(file, text)).toHaveLength(1);
  });

  it.each(ALLOWED)("allows what the architecture allows in %s", (file, text) => {
    expect(violationsIn(file, text)).toEqual([]);
  });

  it("says where", () => {
    const text = 'const a = 1;\n\nimport { db } from "@oto/db";';
    expect(violationsIn("packages/domain/src/a.ts", text)).toEqual([
      "packages/domain/src/a.ts:3 may not import @oto/db",
    ]);
  });

  it("has no cycle in its own table", () => {
    const below = (/** @type {string} */ name, /** @type {string[]} */ above) => {
      expect(above).not.toContain(name);
      for (const next of MAY_IMPORT[`packages/${name}`] ?? []) {
        below(next, [...above, name]);
      }
    };
    for (const workspace of Object.keys(MAY_IMPORT)) {
      below(workspace.replace("packages/", ""), []);
    }
  });
});
