import { z } from "zod";

/** The steps of the wizard, as they stand in the address. */
export const STEPS = ["telefon", "kod", "yetkili", "isletme", "onay"] as const;
export type Step = (typeof STEPS)[number];

/**
 * What is kept while somebody registers: in this tab only, gone with it. The password is never
 * among it.
 */
const draftShape = z.object({
  phone: z.string().default(""),
  sent: z
    .object({ phone: z.string(), expiresAt: z.string(), resendAt: z.string() })
    .nullable()
    .default(null),
  /** Proof of the phone, from the API. */
  token: z.string().nullable().default(null),
  owner: z
    .object({ firstName: z.string(), lastName: z.string(), email: z.string() })
    .default({ firstName: "", lastName: "", email: "" }),
  ownerDone: z.boolean().default(false),
  gallery: z
    .object({
      name: z.string(),
      legalName: z.string(),
      taxType: z.enum(["VKN", "TCKN"]),
      taxNumber: z.string(),
      taxOffice: z.string(),
      licenceNo: z.string(),
      provinceCode: z.number().nullable(),
      district: z.string(),
      address: z.string(),
    })
    .default({
      name: "",
      legalName: "",
      taxType: "VKN",
      taxNumber: "",
      taxOffice: "",
      licenceNo: "",
      provinceCode: null,
      district: "",
      address: "",
    }),
  galleryDone: z.boolean().default(false),
  marketing: z.boolean().default(false),
});
export type RegistrationDraft = z.infer<typeof draftShape>;

export const EMPTY_DRAFT: RegistrationDraft = draftShape.parse({});

/** Reads a stored draft; anything unreadable counts as none. */
export function readDraft(stored: string | null): RegistrationDraft {
  if (stored === null) return EMPTY_DRAFT;
  try {
    return draftShape.safeParse(JSON.parse(stored)).data ?? EMPTY_DRAFT;
  } catch {
    return EMPTY_DRAFT;
  }
}

/** How far the draft allows to go: what is needed for a step is there. */
export function furthestStep(draft: RegistrationDraft): Step {
  if (draft.token === null) return draft.sent === null ? "telefon" : "kod";
  if (!draft.ownerDone) return "yetkili";
  return draft.galleryDone ? "onay" : "isletme";
}

/** The step to show: the wanted one, when the draft allows it. */
export function stepToShow(draft: RegistrationDraft, wanted: string | null): Step {
  const furthest = furthestStep(draft);
  const asked = STEPS.find((step) => step === wanted);
  // A verified phone needs no second code.
  if (asked === undefined || (asked === "kod" && draft.token !== null)) return furthest;
  return STEPS.indexOf(asked) <= STEPS.indexOf(furthest) ? asked : furthest;
}

const STEP_OF_FIELD: readonly (readonly [string, Step])[] = [
  ["phone", "telefon"],
  ["token", "telefon"],
  ["owner.", "yetkili"],
  ["gallery.", "isletme"],
  ["consents.", "onay"],
];

/** The first step with a field that the API refused; null when it named none. */
export function stepOfFields(fields: readonly string[]): Step | null {
  const steps = STEP_OF_FIELD.filter(([start]) => fields.some((field) => field.startsWith(start)));
  return steps[0]?.[1] ?? null;
}
