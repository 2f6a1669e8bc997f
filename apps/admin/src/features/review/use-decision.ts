"use client";

import type { GalleryAction } from "@oto/domain";
import { errorData } from "@oto/trpc/client";
import { toast } from "@oto/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { useErrorText } from "../form/use-error-text";
import type { GalleryDetail } from "./gallery-detail";

/** What a reviewer decides; galleries resubmit themselves. */
export type Decision = Exclude<GalleryAction, "resubmit">;

/**
 * Records decisions on one gallery. Nothing is shown as decided before the server says so: of two
 * reviewers who press at once only one decides, and the other sees what was decided.
 */
export function useDecision({ gallery }: GalleryDetail) {
  const t = useTranslations("review");
  const trpc = useTRPC();
  const router = useRouter();
  const client = useQueryClient();
  const errorText = useErrorText();
  const { galleries } = trpc.admin;
  const approve = useMutation(galleries.approve.mutationOptions());
  const reject = useMutation(galleries.reject.mutationOptions());
  const suspend = useMutation(galleries.suspend.mutationOptions());
  const reactivate = useMutation(galleries.reactivate.mutationOptions());
  const mutations = { approve, reject, suspend, reactivate };

  const refresh = () => client.invalidateQueries(trpc.admin.pathFilter());

  /** Offers the registration that waits longest now. */
  const openNext = async () => {
    const options = galleries.list.queryOptions({ status: "PENDING", limit: 1 });
    const page = await client.fetchQuery({ ...options, staleTime: 0 });
    const next = page.items[0];
    router.push(next === undefined ? "/kayitlar" : `/kayitlar/${next.galleryId}`);
  };

  /** @returns null once recorded, otherwise why not */
  const decide = async (decision: Decision, reason = ""): Promise<string | null> => {
    try {
      await mutations[decision].mutateAsync({
        galleryId: gallery.id,
        ...(reason === "" ? {} : { reason }),
      });
    } catch (error) {
      await refresh();
      const late = errorData(error)?.reason === "gallery.wrong_state";
      return late ? `${errorText(error)} ${t("decidedElsewhere")}` : errorText(error);
    }
    await refresh();
    const reviewing = decision === "approve" || decision === "reject";
    toast.success(t(`${decision}Done`, { name: gallery.name }), {
      ...(reviewing ? { action: { label: t("next"), onClick: () => void openNext() } } : {}),
    });
    return null;
  };

  return { decide, busy: Object.values(mutations).some(({ isPending }) => isPending) };
}
