"use client";

import { formatPhone, galleryPatch, provinceByCode } from "@oto/domain";
import { Button, Card, FormField, Input, SpecList, Textarea, toast } from "@oto/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useMemo } from "react";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { useTRPC } from "../../trpc";
import { applyServerErrors } from "../form/apply-server-errors";
import { formResolver } from "../form/form-resolver";
import { useErrorToast } from "../form/use-error-text";
import { useFormats } from "../labels/use-formats";
import type { GalleryView } from "./use-gallery-update";

const profile = galleryPatch.pick({
  phone: true,
  whatsapp: true,
  email: true,
  address: true,
  hours: true,
  about: true,
});
type Profile = z.infer<typeof profile>;

const FIELDS = ["phone", "whatsapp", "email", "address", "hours", "about"] as const;
type ProfileValues = Record<(typeof FIELDS)[number], string>;

const valuesOf = (gallery: GalleryView): ProfileValues => ({
  phone: gallery.phone === null ? "" : formatPhone(gallery.phone),
  whatsapp: gallery.whatsapp === null ? "" : formatPhone(gallery.whatsapp),
  email: gallery.email ?? "",
  address: gallery.address ?? "",
  hours: gallery.hours ?? "",
  about: gallery.about ?? "",
});

/** A field left empty is cleared. */
const check = (values: ProfileValues) =>
  profile.safeParse(Object.fromEntries(FIELDS.map((name) => [name, values[name].trim() || null])));

function useProfileForm(gallery: GalleryView) {
  const stored = useMemo(() => valuesOf(gallery), [gallery]);
  const form = useForm<ProfileValues, unknown, Profile>({
    defaultValues: stored,
    resolver: formResolver(check, useLocale()),
  });
  const { reset } = form;
  useEffect(() => reset(stored, { keepDirtyValues: true }), [stored, reset]);
  return form;
}

/** What the gallery says of itself, and what it was approved with. */
export function ProfileForm({ gallery, mayUpdate }: { gallery: GalleryView; mayUpdate: boolean }) {
  const t = useTranslations("settings");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const showError = useErrorToast();
  const form = useProfileForm(gallery);
  const { control, formState } = form;
  const update = useMutation(trpc.gallery.update.mutationOptions());
  const submit = form.handleSubmit(async (input) => {
    try {
      await update.mutateAsync(input);
      form.reset(form.getValues());
      await queries.invalidateQueries(trpc.gallery.pathFilter());
      toast.success(t("saved"));
    } catch (error) {
      if (!applyServerErrors(error, form.setError)) showError(error);
    }
  });
  return (
    <div className="flex flex-col gap-5">
      <Card title={t("contactTitle")} description={t("contactText")}>
        <form onSubmit={submit} noValidate>
          <fieldset disabled={!mayUpdate} className="grid gap-4 sm:grid-cols-2">
            <FormField control={control} name="phone" label={t("phone")}>
              {(field) => <Input {...field} type="tel" autoComplete="tel" />}
            </FormField>
            <FormField control={control} name="whatsapp" label={t("whatsapp")}>
              {(field) => <Input {...field} type="tel" />}
            </FormField>
            <FormField control={control} name="email" label={t("email")}>
              {(field) => <Input {...field} type="email" autoComplete="email" />}
            </FormField>
            <FormField control={control} name="hours" label={t("hours")} hint={t("hoursHint")}>
              {(field) => <Input {...field} maxLength={500} />}
            </FormField>
            <FormField
              control={control}
              name="address"
              label={t("address")}
              className="sm:col-span-2"
            >
              {(field) => <Textarea {...field} rows={2} maxLength={500} />}
            </FormField>
            <FormField control={control} name="about" label={t("about")} className="sm:col-span-2">
              {(field) => <Textarea {...field} maxLength={3000} />}
            </FormField>
            <Button
              type="submit"
              className="justify-self-start"
              loading={update.isPending}
              disabled={!formState.isDirty}
            >
              {t("save")}
            </Button>
          </fieldset>
        </form>
      </Card>
      <IdentityCard gallery={gallery} />
    </div>
  );
}

function IdentityCard({ gallery }: { gallery: GalleryView }) {
  const t = useTranslations("settings");
  const formats = useFormats();
  const place = [gallery.district, provinceByCode(gallery.provinceCode)?.name]
    .filter(Boolean)
    .join(", ");
  const rows = [
    ["name", gallery.name],
    ["legalName", gallery.legalName],
    ["licenceNo", gallery.licenceNo],
    ["licenceExpiresOn", gallery.licenceExpiresOn && formats.day(gallery.licenceExpiresOn)],
    ["taxNumber", gallery.taxNumber],
    ["taxOffice", gallery.taxOffice],
    ["province", place],
  ] as const;
  return (
    <Card title={t("identityTitle")} description={t("identityText")}>
      <SpecList items={rows.map(([key, value]) => ({ label: t(key), value: value || "—" }))} />
    </Card>
  );
}
