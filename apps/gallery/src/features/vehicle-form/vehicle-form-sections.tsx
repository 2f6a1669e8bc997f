"use client";

import { PANELS } from "@oto/domain";
import { FormField, Textarea } from "@oto/ui";
import { useTranslations } from "next-intl";
import { CatalogFields } from "./catalog-fields";
import { DamageFields } from "./damage-fields";
import { EssentialFields } from "./essential-fields";
import { ExpertiseFields } from "./expertise-fields";
import { FeaturesField } from "./features-field";
import { FormSection } from "./form-section";
import { LegalFields } from "./legal-fields";
import { PanelsField } from "./panels-field";
import { PrivateFields } from "./private-fields";
import { RegistrationFields } from "./registration-fields";
import { SpecFields } from "./spec-fields";
import { useVehicleForm } from "./use-vehicle-form";

interface VehicleFormSectionsProps {
  /** Facts that the EİDS verification holds fast. */
  held: boolean;
  mayPrice: boolean;
}

/** The whole form in the order in which one walks around a car. */
export function VehicleFormSections({ held, mayPrice }: VehicleFormSectionsProps) {
  const t = useTranslations("vehicleForm");
  const { control, watch, formState } = useVehicleForm();
  const { errors } = formState;
  const stated = Object.keys(watch("panels")).length;
  const chosen = watch("features").length;
  return (
    <div className="flex flex-col gap-4">
      <FormSection id="arac" title={t("sectionCar")} description={t("sectionCarText")}>
        <div className="flex flex-col gap-4">
          <CatalogFields held={held} />
          <EssentialFields held={held} mayPrice={mayPrice} />
          <SpecFields />
        </div>
      </FormSection>
      <FormSection
        id="kaporta"
        title={t("sectionPanels")}
        description={t("sectionPanelsText")}
        summary={t("panelCount", { stated, total: PANELS.length })}
        invalid={errors.panels !== undefined}
      >
        <PanelsField />
      </FormSection>
      <FormSection
        id="hasar"
        title={t("sectionDamage")}
        description={t("sectionDamageText")}
        invalid={errors.damageRecord !== undefined}
      >
        <DamageFields />
      </FormSection>
      <FormSection
        id="hukuk"
        title={t("sectionLegal")}
        invalid={errors.liens !== undefined || errors.warrantyUntil !== undefined}
      >
        <LegalFields />
      </FormSection>
      <FormSection
        id="donanim"
        title={t("sectionFeatures")}
        summary={chosen === 0 ? undefined : t("featureCount", { count: chosen })}
        defaultOpen={false}
      >
        <FeaturesField />
      </FormSection>
      <FormSection
        id="ekspertiz"
        title={t("sectionExpertise")}
        defaultOpen={watch("expertise.firm") !== ""}
        invalid={errors.expertise !== undefined}
      >
        <ExpertiseFields />
      </FormSection>
      <FormSection
        id="ruhsat"
        title={t("sectionRegistration")}
        defaultOpen={false}
        invalid={[errors.firstRegistrationDate, errors.ownerCount, errors.stockNo].some(Boolean)}
      >
        <RegistrationFields />
      </FormSection>
      <FormSection
        id="aciklama"
        title={t("sectionDescription")}
        invalid={errors.description !== undefined}
      >
        <FormField
          control={control}
          name="description"
          label={t("description")}
          hint={t("descriptionHint")}
        >
          {(field) => <Textarea {...field} rows={5} maxLength={5000} />}
        </FormField>
      </FormSection>
      <FormSection
        id="ozel"
        title={t("sectionPrivate")}
        description={t("sectionPrivateText")}
        defaultOpen={false}
        invalid={[errors.lowestPrice, errors.cost, errors.internalNotes].some(Boolean)}
      >
        <PrivateFields mayPrice={mayPrice} />
      </FormSection>
    </div>
  );
}
