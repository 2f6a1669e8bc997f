"use client";

import { passwordField, passwordStrength } from "@oto/domain";
import { Button, Card, FormField, PasswordInput, toast } from "@oto/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { useTRPC } from "../../trpc";
import { applyServerErrors } from "../form/apply-server-errors";
import { formResolver } from "../form/form-resolver";
import { useErrorToast } from "../form/use-error-text";

const passwords = z.object({
  currentPassword: z.string().min(1, { error: "validation.required" }),
  newPassword: passwordField,
});
type Passwords = z.infer<typeof passwords>;

const EMPTY: Passwords = { currentPassword: "", newPassword: "" };
const check = (values: Passwords) => passwords.safeParse(values);

/** A new password, against the present one. */
export function PasswordForm() {
  const t = useTranslations("settings");
  const { auth } = useTRPC();
  const queries = useQueryClient();
  const showError = useErrorToast();
  const form = useForm<Passwords>({
    defaultValues: EMPTY,
    resolver: formResolver(check, useLocale()),
  });
  const change = useMutation(auth.changePassword.mutationOptions());
  const submit = form.handleSubmit(async (input) => {
    try {
      await change.mutateAsync(input);
      form.reset(EMPTY);
      await queries.invalidateQueries(auth.sessions.queryFilter());
      toast.success(t("passwordChanged"));
    } catch (error) {
      if (!applyServerErrors(error, form.setError)) showError(error);
    }
  });
  const score = passwordStrength(form.watch("newPassword"));
  return (
    <Card title={t("passwordTitle")} description={t("passwordText")}>
      <form onSubmit={submit} noValidate className="flex max-w-md flex-col gap-4">
        <FormField
          control={form.control}
          name="currentPassword"
          label={t("currentPassword")}
          required
        >
          {(field) => (
            <PasswordInput
              {...field}
              autoComplete="current-password"
              showLabel={t("show")}
              hideLabel={t("hide")}
            />
          )}
        </FormField>
        <FormField control={form.control} name="newPassword" label={t("newPassword")} required>
          {(field) => (
            <PasswordInput
              {...field}
              autoComplete="new-password"
              showLabel={t("show")}
              hideLabel={t("hide")}
              strength={field.value === "" ? undefined : { score, label: t(`strength${score}`) }}
            />
          )}
        </FormField>
        <Button type="submit" className="self-start" loading={change.isPending}>
          {t("changePassword")}
        </Button>
      </form>
    </Card>
  );
}
