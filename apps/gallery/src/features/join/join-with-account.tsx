"use client";

import { Button, Field, PasswordInput } from "@oto/ui";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc";
import { useErrorText } from "../form/use-error-text";

export interface JoinProps {
  token: string;
  entering: boolean;
  onJoined: (identifier: string, password: string) => Promise<void>;
}

/** The invitation's phone or address has an account: its password is all it takes. */
export function JoinWithAccount({ token, entering, onJoined }: JoinProps) {
  const t = useTranslations("join");
  const { staff } = useTRPC();
  const errorText = useErrorText();
  const [password, setPassword] = useState("");
  const join = useMutation(
    staff.joinWithAccount.mutationOptions({
      onSuccess: ({ identifier }) => onJoined(identifier, password),
    }),
  );
  return (
    <form
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        join.mutate({ token, password });
      }}
    >
      <p className="text-ink-muted">{t("hasAccount")}</p>
      <Field
        label={t("password")}
        error={join.error === null ? undefined : errorText(join.error)}
        required
      >
        <PasswordInput
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          showLabel={t("show")}
          hideLabel={t("hide")}
        />
      </Field>
      <Button
        type="submit"
        size="lg"
        block
        loading={join.isPending || entering}
        disabled={password === ""}
      >
        {t("join")}
      </Button>
    </form>
  );
}
