"use client";

import { PANELS } from "@oto/domain";
import { BodyDiagramEditor } from "@oto/ui";
import { useTranslations } from "next-intl";
import { Controller } from "react-hook-form";
import { usePanelLook } from "../panels/use-panel-look";
import { useVehicleForm } from "./use-vehicle-form";

/** The body diagram: what is painted, replaced or untouched, part by part. */
export function PanelsField() {
  const t = useTranslations("vehicleForm");
  const { states, partLabels } = usePanelLook();
  const { control } = useVehicleForm();
  return (
    <Controller
      control={control}
      name="panels"
      render={({ field, fieldState }) => (
        <>
          <BodyDiagramEditor
            value={field.value}
            onValueChange={field.onChange}
            states={states}
            partLabels={partLabels}
            labels={{
              diagram: t("panelDiagram"),
              brush: t("panelBrush"),
              unstated: t("panelUnstated"),
              fillRest: (state, count) =>
                count === PANELS.length
                  ? t("panelFillAll", { state })
                  : t("panelFillRest", { state, count }),
              clear: t("panelClear"),
              changed: (part, state) => `${part}: ${state}`,
              keyboardHint: t("panelKeys"),
            }}
          />
          {fieldState.error?.message === undefined ? null : (
            <p role="alert" className="mt-3 text-danger-strong text-sm">
              {fieldState.error.message}
            </p>
          )}
        </>
      )}
    />
  );
}
