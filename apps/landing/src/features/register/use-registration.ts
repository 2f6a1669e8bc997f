"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { localePath } from "../../i18n/locale";
import { useTRPC } from "../../trpc";
import type { RequestProblem } from "../verify/request-problem";
import { requestProblem } from "../verify/request-problem";
import type { ConsentAnswer } from "./consents-step";
import type { RegistrationDraft, Step } from "./registration-draft";
import { stepOfFields } from "./registration-draft";
import { forgetDraft, saveDraft } from "./use-registration-draft";

const blankAsNull = (text: string) => (text.trim() === "" ? null : text);

function toInput(draft: RegistrationDraft, answer: ConsentAnswer) {
  const { gallery } = draft;
  return {
    token: draft.token ?? "",
    owner: { ...draft.owner, password: answer.password },
    gallery: {
      ...gallery,
      legalName: blankAsNull(gallery.legalName),
      taxOffice: blankAsNull(gallery.taxOffice),
      address: blankAsNull(gallery.address),
      provinceCode: gallery.provinceCode ?? 0,
    },
    consents: { terms: true, kvkk: true, marketing: answer.marketing } as const,
  };
}

/** Sends the application; what is refused leads to the step where it can be mended. */
export function useRegistration(goTo: (step: Step) => void) {
  const common = useTranslations("common");
  const locale = useLocale();
  const router = useRouter();
  const trpc = useTRPC();
  const [problem, setProblem] = useState<RequestProblem | null>(null);
  const register = useMutation(
    trpc.auth.register.mutationOptions({
      onSuccess: () => {
        forgetDraft();
        router.replace(localePath(locale, "/kayit/tamam"));
      },
      onError: (error) => {
        const refused = requestProblem(error, common("offline"));
        setProblem(refused);
        // The proof of the phone is spent or too old: only a new code helps.
        const phoneAgain =
          refused.reason === "auth.token_invalid" || refused.reason === "auth.phone_taken";
        if (phoneAgain) saveDraft({ token: null, sent: null });
        const step = phoneAgain ? "telefon" : stepOfFields(Object.keys(refused.fields));
        if (step !== null) goTo(step);
      },
    }),
  );
  return {
    problem,
    forgetProblem: () => setProblem(null),
    sending: register.isPending || register.isSuccess,
    send: (draft: RegistrationDraft, answer: ConsentAnswer) => {
      setProblem(null);
      register.mutate(toInput(draft, answer));
    },
  };
}
