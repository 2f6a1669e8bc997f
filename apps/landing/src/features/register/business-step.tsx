"use client";

import { registrationGallery } from "@oto/domain";
import { FormField, Input, RadioGroup, Textarea } from "@oto/ui/form";
import { useLocale, useTranslations } from "next-intl";
import { useEffect } from "react";
import type { FieldErrors } from "react-hook-form";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { formResolver } from "../verify/form-resolver";
import { PlaceFields } from "./place-fields";
import type { RegistrationDraft } from "./registration-draft";
import { StepButtons } from "./step-buttons";
import { saveDraft } from "./use-registration-draft";

/** The form holds no province at first; the domain's schema wants one. */
const schema = z.preprocess((values: RegistrationDraft["gallery"]) => values, registrationGallery);
export type BusinessValues = RegistrationDraft["gallery"];

interface BusinessStepProps {
  draft: RegistrationDraft;
  errors: FieldErrors<BusinessValues> | undefined;
  onBack: () => void;
  onDone: () => void;
}

/** The business: what an advert must name, what a reviewer checks. */
export function BusinessStep({ draft, errors, onBack, onDone }: BusinessStepProps) {
  const t = useTranslations("register");
  const locale = useLocale();
  const form = useForm({
    resolver: formResolver(schema, locale),
    defaultValues: draft.gallery,
    ...(errors ? { errors } : {}),
  });
  const { control, subscribe } = form;
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) => saveDraft({ gallery: values }),
      }),
    [subscribe],
  );
  const company = form.watch("taxType") === "VKN";
  return (
    <form
      noValidate
      onSubmit={form.handleSubmit(() => {
        saveDraft({ gallery: form.getValues(), galleryDone: true });
        onDone();
      })}
      className="flex flex-col gap-5"
    >
      <FormField
        control={control}
        name="name"
        label={t("galleryName")}
        hint={t("galleryNameHint")}
        required
      >
        {(field) => <Input {...field} autoComplete="organization" />}
      </FormField>
      <FormField control={control} name="taxType" label={t("taxType")} group>
        {(field) => (
          <RadioGroup
            variant="segments"
            value={field.value}
            onValueChange={(type) => {
              field.onChange(type);
              form.clearErrors("taxNumber");
            }}
            options={[
              { value: "VKN", label: t("taxCompany") },
              { value: "TCKN", label: t("taxPerson") },
            ]}
          />
        )}
      </FormField>
      <div className="grid gap-5 sm:grid-cols-2">
        <FormField
          control={control}
          name="taxNumber"
          label={company ? t("vkn") : t("tckn")}
          required
        >
          {(field) => <Input {...field} inputMode="numeric" autoComplete="off" maxLength={30} />}
        </FormField>
        <FormField control={control} name="taxOffice" label={t("taxOffice")} note={t("optional")}>
          {(field) => <Input {...field} autoComplete="off" />}
        </FormField>
      </div>
      <FormField control={control} name="legalName" label={t("legalName")} note={t("optional")}>
        {(field) => <Input {...field} autoComplete="off" />}
      </FormField>
      <FormField
        control={control}
        name="licenceNo"
        label={t("licenceNo")}
        hint={t("licenceHint")}
        required
      >
        {(field) => <Input {...field} autoComplete="off" />}
      </FormField>
      <PlaceFields form={form} />
      <FormField control={control} name="address" label={t("address")} note={t("optional")}>
        {(field) => <Textarea {...field} rows={2} autoComplete="street-address" />}
      </FormField>
      <StepButtons onBack={onBack} submitLabel={t("next")} />
    </form>
  );
}
