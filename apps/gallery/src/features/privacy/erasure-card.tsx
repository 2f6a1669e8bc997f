"use client";

import { Button, Callout, Card, Field, PasswordInput, toast } from "@oto/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc";
import { useErrorText, useErrorToast } from "../form/use-error-text";
import { useMe } from "../session/session-provider";

/** Asks for the account to be erased, or takes that back. */
export function ErasureCard() {
  const t = useTranslations("privacy");
  const { kvkk } = useTRPC();
  const queries = useQueryClient();
  const { gallery } = useMe();
  const errorText = useErrorText();
  const [password, setPassword] = useState<string | null>(null);
  const open = useQuery(kvkk.requests.queryOptions()).data?.items.find(
    ({ kind, status }) => kind === "ERASE_PERSON" && status === "PENDING",
  );
  const refresh = () => queries.invalidateQueries(kvkk.requests.queryFilter());
  const ask = useMutation(
    kvkk.requestErasure.mutationOptions({
      onSuccess: () => {
        toast.success(t("erasureAsked"));
        setPassword(null);
      },
      onSettled: refresh,
    }),
  );
  const cancel = useMutation(
    kvkk.cancel.mutationOptions({ onError: useErrorToast(), onSettled: refresh }),
  );
  if (gallery?.role === "OWNER") {
    return (
      <Card title={t("erasure")}>
        <Callout tone="info">{t("ownerHandsOver")}</Callout>
      </Card>
    );
  }
  return (
    <Card title={t("erasure")} description={t("erasureText")}>
      {open ? (
        <div className="flex flex-col items-start gap-3">
          <Callout tone="warn">{t("erasureOpen")}</Callout>
          <Button
            variant="secondary"
            loading={cancel.isPending}
            onClick={() => cancel.mutate({ requestId: open.requestId })}
          >
            {t("takeBack")}
          </Button>
        </div>
      ) : null}
      {!open && password === null ? (
        <Button variant="dangerSoft" onClick={() => setPassword("")}>
          {t("askErasure")}
        </Button>
      ) : null}
      {!open && password !== null ? (
        <form
          noValidate
          className="flex max-w-md flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            ask.mutate({ password });
          }}
        >
          <Field
            label={t("password")}
            error={ask.error === null ? undefined : errorText(ask.error)}
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
          <div className="flex flex-wrap gap-2">
            <Button
              type="submit"
              variant="danger"
              loading={ask.isPending}
              disabled={password === ""}
            >
              {t("askErasure")}
            </Button>
            <Button variant="ghost" onClick={() => setPassword(null)}>
              {t("cancel")}
            </Button>
          </div>
        </form>
      ) : null}
    </Card>
  );
}
