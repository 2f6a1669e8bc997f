"use client";

import { toast } from "@oto/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { useErrorToast } from "../form/use-error-text";

/** Everything that moves a vehicle from state to state, with a word when it is done. */
export function useVehicleActs(vehicleId: string) {
  const { inventory } = useTRPC();
  const queries = useQueryClient();
  const showError = useErrorToast();
  const t = useTranslations("vehicle");
  const common = useTranslations("common");
  const refresh = () => queries.invalidateQueries(inventory.pathFilter());
  const options = (done: string, undo?: () => void) => ({
    onSuccess: () =>
      void toast.success(
        t(done),
        undo === undefined ? {} : { action: { label: common("undo"), onClick: undo } },
      ),
    onError: showError,
    onSettled: refresh,
  });
  const input = { vehicleId };
  const resume = useMutation(inventory.publish.mutationOptions(options("publishDone")));
  const pause = useMutation(
    inventory.unpublish.mutationOptions(options("pauseDone", () => resume.mutate(input))),
  );
  const sell = useMutation(inventory.markSold.mutationOptions(options("soldDone")));
  const archive = useMutation(inventory.archive.mutationOptions(options("archiveDone")));
  const restore = useMutation(inventory.restore.mutationOptions(options("restoreDone")));
  const all = [resume, pause, sell, archive, restore];
  return {
    busy: all.some((act) => act.isPending),
    publish: () => resume.mutate(input),
    unpublish: () => pause.mutate(input),
    markSold: () => sell.mutate(input),
    archive: () => archive.mutate(input),
    restore: () => restore.mutate(input),
  };
}
