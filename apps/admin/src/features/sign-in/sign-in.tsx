"use client";

import { signIn } from "next-auth/react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { CodeForm } from "./code-form";
import { PasswordForm } from "./password-form";
import type { SignInRefusal } from "./sign-in-problem";
import { readSignInProblem } from "./sign-in-problem";

interface Credentials {
  identifier: string;
  password: string;
}

interface SignInProps {
  /** Path to go to afterwards. */
  next: string;
}

/** Password first; then the code of the second factor, set up on the way when there is none. */
export function SignIn({ next }: SignInProps) {
  const t = useTranslations("signIn");
  const locale = useLocale();
  const [known, setKnown] = useState<Credentials | null>(null);
  const [enrol, setEnrol] = useState<SignInRefusal["enrol"]>();
  const [problem, setProblem] = useState<string | null>(null);
  const [entering, setEntering] = useState(false);

  /** @returns whether the person is in */
  const attempt = async (credentials: Credentials, totp?: string): Promise<boolean> => {
    setProblem(null);
    const result = await signIn("credentials", {
      redirect: false,
      locale,
      ...credentials,
      ...(totp === undefined ? {} : { totp }),
    }).catch(() => undefined);
    if (result?.ok === true && !result.error) {
      setEntering(true);
      // A full load: every page then reads the new session.
      window.location.assign(next);
      return true;
    }
    const refusal = readSignInProblem(result?.error);
    if (refusal?.reason === "auth.totp_required" && totp === undefined) {
      setKnown(credentials);
      setEnrol(refusal.enrol);
      return false;
    }
    setProblem(refusal?.message || t("unreachable"));
    return false;
  };

  if (known === null) {
    return <PasswordForm problem={problem} entering={entering} onSubmit={attempt} />;
  }
  return (
    <CodeForm
      identifier={known.identifier}
      enrol={enrol}
      problem={problem}
      entering={entering}
      onSubmit={(code) => attempt(known, code)}
      onBack={() => {
        setKnown(null);
        setProblem(null);
      }}
    />
  );
}
