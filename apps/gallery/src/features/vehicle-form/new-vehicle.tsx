"use client";

import type { VehicleInput } from "@oto/domain";
import { Button, Callout, PageHeader, Stepper, toast } from "@oto/ui";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { useTRPC } from "../../trpc";
import { applyServerErrors } from "../form/apply-server-errors";
import { focusFirstError } from "../form/focus-first-error";
import { formResolver } from "../form/form-resolver";
import { useErrorToast } from "../form/use-error-text";
import { useInvalidate } from "../live/use-invalidate";
import { useMe } from "../session/session-provider";
import { FilledProvider } from "./filled-context";
import { FormErrors } from "./form-errors";
import { forgetDraft, keepDraft, readKeptDraft } from "./kept-draft";
import { checkVehicleForm } from "./vehicle-form-input";
import { VehicleFormSections } from "./vehicle-form-sections";
import type { VehicleFormValues } from "./vehicle-form-values";
import { EMPTY_VEHICLE } from "./vehicle-form-values";

const KEEP_AFTER_MS = 600;

/** Brings back an unfinished entry and keeps the present one while it is typed. */
function useKeptDraft(form: ReturnType<typeof useVehicleEntry>, galleryId: string) {
  const [restored, setRestored] = useState(false);
  const { reset, subscribe } = form;
  useEffect(() => {
    const kept = readKeptDraft(galleryId);
    if (kept === null) return;
    reset(kept);
    setRestored(true);
  }, [galleryId, reset]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        clearTimeout(timer);
        timer = setTimeout(() => keepDraft(galleryId, values), KEEP_AFTER_MS);
      },
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [galleryId, subscribe]);
  const startAnew = () => {
    reset(EMPTY_VEHICLE);
    forgetDraft(galleryId);
    setRestored(false);
  };
  return { restored, startAnew };
}

function useVehicleEntry() {
  const locale = useLocale();
  return useForm<VehicleFormValues, unknown, VehicleInput>({
    defaultValues: EMPTY_VEHICLE,
    resolver: formResolver(checkVehicleForm, locale),
  });
}

/** The screen that takes a car into stock; a saved one goes on to its photos. */
export function NewVehicle() {
  const t = useTranslations("vehicleForm");
  const router = useRouter();
  const trpc = useTRPC();
  const invalidate = useInvalidate();
  const showError = useErrorToast();
  const galleryId = useMe().gallery?.id ?? "";
  const form = useVehicleEntry();
  const { restored, startAnew } = useKeptDraft(form, galleryId);
  const create = useMutation(trpc.inventory.create.mutationOptions());
  const formRef = useRef<HTMLFormElement>(null);
  const submit = form.handleSubmit(
    async (input) => {
      try {
        const { vehicleId, stockNo } = await create.mutateAsync(input);
        forgetDraft(galleryId);
        invalidate(["inventory"]);
        toast.success(t("created", { stockNo }));
        router.push(`/stok/${vehicleId}#fotograflar`);
      } catch (error) {
        if (applyServerErrors(error, form.setError)) focusFirstError(formRef.current);
        showError(error);
      }
    },
    () => focusFirstError(formRef.current),
  );
  const steps = [
    { id: "info", label: t("stepInfo") },
    { id: "photos", label: t("stepPhotos") },
    { id: "publish", label: t("stepPublish") },
  ];
  return (
    <FormProvider {...form}>
      <FilledProvider>
        <div className="mx-auto max-w-3xl">
          <PageHeader
            title={t("newTitle")}
            description={t("newText")}
            below={
              <Stepper
                steps={steps}
                current={0}
                label={t("steps")}
                progressText={t("stepProgress", { current: 1, total: 3, name: t("stepInfo") })}
                doneLabel={t("stepDone")}
              />
            }
          />
          {restored ? (
            <Callout
              tone="brand"
              role="status"
              title={t("keptTitle")}
              className="mb-4"
              actions={
                <Button size="sm" variant="secondary" onClick={startAnew}>
                  {t("keptClear")}
                </Button>
              }
            >
              {t("keptText")}
            </Callout>
          ) : null}
          <form ref={formRef} onSubmit={submit} noValidate className="flex flex-col gap-4">
            <VehicleFormSections held={false} mayPrice />
            <FormErrors errors={form.formState.errors} />
            <Button type="submit" size="lg" block loading={create.isPending}>
              {t("saveDraft")}
            </Button>
          </form>
        </div>
      </FilledProvider>
    </FormProvider>
  );
}
