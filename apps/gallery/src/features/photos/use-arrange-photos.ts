"use client";

import { toast } from "@oto/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { useErrorToast } from "../form/use-error-text";
import type { VehicleView } from "../vehicle/vehicle-view";

type Media = VehicleView["media"];

/** Order, cover and removal of a vehicle's photos, shown at once and taken back on refusal. */
export function useArrangePhotos(vehicleId: string) {
  const { inventory, media } = useTRPC();
  const queries = useQueryClient();
  const showError = useErrorToast();
  const t = useTranslations("photos");
  const { queryKey } = inventory.get.queryOptions({ vehicleId });

  const show = async (change: (photos: Media) => Media) => {
    await queries.cancelQueries({ queryKey });
    const before = queries.getQueryData(queryKey);
    queries.setQueryData(queryKey, (vehicle) =>
      vehicle === undefined ? vehicle : { ...vehicle, media: change(vehicle.media) },
    );
    return { before };
  };
  const takeBack = (error: unknown, kept: { before: VehicleView | undefined } | undefined) => {
    queries.setQueryData(queryKey, kept?.before);
    showError(error);
  };
  const settle = () => queries.invalidateQueries(inventory.pathFilter());

  const reorder = useMutation(
    media.reorder.mutationOptions({
      onMutate: ({ mediaIds }) =>
        show((photos) =>
          mediaIds.flatMap((id) => photos.find((photo) => photo.mediaId === id) ?? []),
        ),
      onError: (error, _input, kept) => takeBack(error, kept),
      onSettled: settle,
    }),
  );
  const setCover = useMutation(
    media.setCover.mutationOptions({
      onMutate: ({ mediaId }) =>
        show((photos) => photos.map((photo) => ({ ...photo, isCover: photo.mediaId === mediaId }))),
      onError: (error, _input, kept) => takeBack(error, kept),
      onSettled: settle,
    }),
  );
  const remove = useMutation(
    media.remove.mutationOptions({
      onMutate: ({ mediaId }) =>
        show((photos) => photos.filter((photo) => photo.mediaId !== mediaId)),
      onSuccess: () => void toast.success(t("removed")),
      onError: (error, _input, kept) => takeBack(error, kept),
      onSettled: settle,
    }),
  );
  return {
    reorder: (mediaIds: string[]) => reorder.mutate({ vehicleId, mediaIds }),
    setCover: (mediaId: string) => setCover.mutate({ mediaId }),
    remove: (mediaId: string) => remove.mutate({ mediaId }),
  };
}
