"use client";

import { PASSWORD_MIN_LENGTH, passwordStrength } from "@oto/domain";
import { errorData } from "@oto/trpc/client";
import { Button, Callout, Card, Field, PasswordInput, toast } from "@oto/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useForm, useWatch } from "react-hook-form";
import { useTRPC } from "../../trpc";
import { useErrorText } from "../form/use-error-text";

const EMPTY = { currentPassword: "", newPassword: "" };

/** A new password; it ends all other sessions. */
export function PasswordCard() {
  const t = useTranslations("account");
  const trpc = useTRPC();
  const client = useQueryClient();
  const errorText = useErrorText();
  const { register, handleSubmit, reset, setError, formState, control } = useForm({
    defaultValues: EMPTY,
  });
  const typed = useWatch({ control, name: "newPassword" });
  const score = passwordStrength(typed);
  const change = useMutation(
    trpc.auth.changePassword.mutationOptions({
      onSuccess: () => {
        reset(EMPTY);
        toast.success(t("changed"));
        void client.invalidateQueries(trpc.auth.sessions.queryFilter());
      },
      onError: (error) => {
        const fields = errorData(error)?.fields ?? {};
        for (const field of ["currentPassword", "newPassword"] as const) {
          const message = fields[field]?.join(" ");
          if (message) setError(field, { type: "server", message });
        }
      },
    }),
  );
  const { errors } = formState;
  const onField =
    errors.currentPassword?.type === "server" || errors.newPassword?.type === "server";
  const eye = { showLabel: t("show"), hideLabel: t("hide") };
  return (
    <Card title={t("password")} description={t("passwordText")}>
      <form
        noValidate
        onSubmit={handleSubmit((values) => change.mutate(values))}
        className="flex flex-col gap-4"
      >
        {change.error !== null && !onField ? (
          <Callout tone="danger" role="alert" title={t("changeFailed")}>
            {errorText(change.error)}
          </Callout>
        ) : null}
        <Field label={t("currentPassword")} error={errors.currentPassword?.message} required>
          <PasswordInput
            autoComplete="current-password"
            {...eye}
            {...register("currentPassword", { required: t("required") })}
          />
        </Field>
        <Field
          label={t("newPassword")}
          hint={t("newPasswordHint", { min: PASSWORD_MIN_LENGTH })}
          error={errors.newPassword?.message}
          required
        >
          <PasswordInput
            autoComplete="new-password"
            {...eye}
            strength={typed === "" ? undefined : { score, label: t(`strength.${score}`) }}
            {...register("newPassword", { required: t("required") })}
          />
        </Field>
        <Button type="submit" loading={change.isPending}>
          {t("change")}
        </Button>
      </form>
    </Card>
  );
}
