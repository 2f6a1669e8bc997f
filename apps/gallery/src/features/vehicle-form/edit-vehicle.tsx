"use client";

import type { VehicleInput } from "@oto/domain";
import { Button, Callout, toast } from "@oto/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useMemo, useRef } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { useTRPC } from "../../trpc";
import { applyServerErrors } from "../form/apply-server-errors";
import { focusFirstError } from "../form/focus-first-error";
import { formResolver } from "../form/form-resolver";
import { useErrorToast } from "../form/use-error-text";
import { usePermission } from "../session/session-provider";
import type { VehicleView } from "../vehicle/vehicle-view";
import { FilledProvider } from "./filled-context";
import { FormErrors } from "./form-errors";
import { LockedSections } from "./form-section";
import { changedFields, checkVehicleForm, fromVehicle } from "./vehicle-form-input";
import { VehicleFormSections } from "./vehicle-form-sections";
import type { VehicleFormValues } from "./vehicle-form-values";

function useVehicleEdit(vehicle: VehicleView) {
  const locale = useLocale();
  const stored = useMemo(() => fromVehicle(vehicle), [vehicle]);
  const form = useForm<VehicleFormValues, unknown, VehicleInput>({
    defaultValues: stored,
    resolver: formResolver(checkVehicleForm, locale),
  });
  const { reset } = form;
  // What others change meanwhile arrives by itself; what is being typed here stays.
  useEffect(() => reset(stored, { keepDirtyValues: true }), [stored, reset]);
  return { form, stored };
}

/** Every fact of a vehicle, to be changed; only what changed is sent. */
export function EditVehicle({ vehicle }: { vehicle: VehicleView }) {
  const t = useTranslations("vehicleForm");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const showError = useErrorToast();
  const mayWrite = usePermission("inventory:write");
  const mayChangePrices = usePermission("inventory:price");
  const { form, stored } = useVehicleEdit(vehicle);
  const update = useMutation(trpc.inventory.update.mutationOptions());
  const { vehicleId } = vehicle;
  const formRef = useRef<HTMLFormElement>(null);
  const submit = form.handleSubmit(
    async (input) => {
      try {
        await update.mutateAsync({ vehicleId, ...changedFields(stored, input) });
        form.reset(form.getValues());
        await queries.invalidateQueries(trpc.inventory.pathFilter());
        toast.success(t("saved"));
      } catch (error) {
        if (applyServerErrors(error, form.setError)) focusFirstError(formRef.current);
        showError(error);
      }
    },
    () => focusFirstError(formRef.current),
  );
  const { isDirty, errors } = form.formState;
  const locked = !vehicle.editable || !mayWrite;
  return (
    <FormProvider {...form}>
      <FilledProvider>
        <form ref={formRef} onSubmit={submit} noValidate className="flex flex-col gap-4">
          {locked ? <Callout tone="info">{t("locked")}</Callout> : null}
          {vehicle.lockedByEids ? <Callout tone="info">{t("heldByEids")}</Callout> : null}
          <LockedSections locked={locked}>
            <VehicleFormSections
              held={locked || vehicle.lockedByEids}
              mayPrice={vehicle.status === "DRAFT" || mayChangePrices}
            />
          </LockedSections>
          <FormErrors errors={errors} />
          {isDirty && !locked ? (
            <div className="sticky bottom-20 z-10 flex flex-wrap items-center justify-end gap-2 rounded-card border bg-raised p-3 shadow-overlay lg:bottom-4">
              <p className="mr-auto px-2 font-medium text-sm" role="status">
                {t("unsaved")}
              </p>
              <Button variant="ghost" onClick={() => form.reset(stored)}>
                {t("discard")}
              </Button>
              <Button type="submit" loading={update.isPending}>
                {t("saveChanges")}
              </Button>
            </div>
          ) : null}
        </form>
      </FilledProvider>
    </FormProvider>
  );
}
