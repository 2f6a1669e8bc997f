"use client";

import { useSearchParams } from "next/navigation";
import { useEffect } from "react";
import type { RegistrationDraft, Step } from "./registration-draft";
import { stepToShow } from "./registration-draft";

const PARAM = "adim";

/**
 * The step on show. It lives in the address, so that the browser's own back and forward walk
 * through the wizard.
 */
export function useWizardStep(draft: RegistrationDraft | null) {
  const wanted = useSearchParams().get(PARAM);
  const step = draft === null ? null : stepToShow(draft, wanted);
  useEffect(() => {
    if (step !== null && step !== wanted) {
      window.history.replaceState(null, "", `?${PARAM}=${step}`);
    }
  }, [step, wanted]);
  const goTo = (next: Step) => window.history.pushState(null, "", `?${PARAM}=${next}`);
  return { step, goTo };
}
