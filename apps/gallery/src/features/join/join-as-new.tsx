"use client";

import { emailField, passwordField, passwordStrength, personNameField } from "@oto/domain";
import { Button, Callout, Checkbox, FormField, Input, PasswordInput } from "@oto/ui";
import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { useTRPC } from "../../trpc";
import { applyServerErrors } from "../form/apply-server-errors";
import { formResolver } from "../form/form-resolver";
import { useErrorText } from "../form/use-error-text";
import type { Offer } from "./join-team";
import type { JoinProps } from "./join-with-account";

const person = z.object({
  firstName: personNameField,
  lastName: personNameField,
  email: emailField,
  password: passwordField,
});
type Person = z.infer<typeof person>;

const check = (values: Person) => person.safeParse(values);

interface JoinAsNewProps extends JoinProps {
  offer: Offer;
  landing: string;
}

/** A first account: name, address, password, and the two texts that everybody agrees to. */
export function JoinAsNew({ token, offer, entering, landing, onJoined }: JoinAsNewProps) {
  const t = useTranslations("join");
  const { staff } = useTRPC();
  const errorText = useErrorText();
  const [consents, setConsents] = useState({ terms: false, kvkk: false, marketing: false });
  const [problem, setProblem] = useState<string>();
  const form = useForm<Person>({
    defaultValues: { firstName: "", lastName: "", email: offer.email ?? "", password: "" },
    resolver: formResolver(check, useLocale()),
  });
  const join = useMutation(staff.joinAsNew.mutationOptions());
  const submit = form.handleSubmit(async ({ email, ...input }) => {
    if (!consents.terms || !consents.kvkk) return setProblem(t("consentsNeeded"));
    setProblem(undefined);
    const { marketing } = consents;
    try {
      const { identifier } = await join.mutateAsync({
        token,
        ...input,
        ...(offer.email === null ? { email } : {}),
        consents: { terms: true, kvkk: true, marketing },
      });
      await onJoined(identifier, input.password);
    } catch (error) {
      if (!applyServerErrors(error, form.setError)) setProblem(errorText(error));
    }
  });
  const score = passwordStrength(form.watch("password"));
  const box = (kind: keyof typeof consents, required: boolean) => (
    <Checkbox
      label={t(`consent.${kind}`)}
      checked={consents[kind]}
      required={required}
      onCheckedChange={(checked) => setConsents((known) => ({ ...known, [kind]: checked }))}
    />
  );
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      {problem === undefined ? null : (
        <Callout tone="danger" role="alert">
          {problem}
        </Callout>
      )}
      <div className="grid gap-5 sm:grid-cols-2">
        <FormField control={form.control} name="firstName" label={t("firstName")} required>
          {(field) => <Input {...field} autoComplete="given-name" />}
        </FormField>
        <FormField control={form.control} name="lastName" label={t("lastName")} required>
          {(field) => <Input {...field} autoComplete="family-name" />}
        </FormField>
      </div>
      {offer.email === null ? (
        <FormField control={form.control} name="email" label={t("email")} required>
          {(field) => <Input {...field} type="email" autoComplete="email" />}
        </FormField>
      ) : null}
      <FormField control={form.control} name="password" label={t("newPassword")} required>
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
      <p className="text-ink-muted text-sm">
        <a
          href={`${landing}/kullanim-kosullari`}
          className="underline"
          target="_blank"
          rel="noopener"
        >
          {t("terms")}
        </a>{" "}
        ·{" "}
        <a href={`${landing}/kvkk`} className="underline" target="_blank" rel="noopener">
          {t("notice")}
        </a>
      </p>
      {box("terms", true)}
      {box("kvkk", true)}
      {box("marketing", false)}
      <Button type="submit" size="lg" block loading={join.isPending || entering}>
        {t("join")}
      </Button>
    </form>
  );
}
