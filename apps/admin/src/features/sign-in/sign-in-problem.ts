import { z } from "zod";

const signInProblem = z.object({
  message: z.string(),
  reason: z.string(),
  enrol: z.object({ secret: z.string(), otpauthUrl: z.string() }).optional(),
});

/** Why a sign-in was refused, and the seed to set up a second factor when there is none yet. */
export type SignInRefusal = z.infer<typeof signInProblem>;

/** Reads why a sign-in was refused from next-auth's error text; undefined for anything else. */
export function readSignInProblem(error: string | null | undefined): SignInRefusal | undefined {
  try {
    return signInProblem.parse(JSON.parse(error ?? ""));
  } catch {
    return undefined;
  }
}
