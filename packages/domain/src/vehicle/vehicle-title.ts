export interface TitleParts {
  modelYear: number;
  makeName: string;
  seriesName: string;
  modelName?: string | null | undefined;
  trimName?: string | null | undefined;
}

/**
 * `2019 Volkswagen Passat 1.6 TDI Comfortline`. A part that repeats what already stands there
 * (series in the model's name, as in `Clio` / `Clio 1.0 TCe`; the trim at its end, as in `2.0 TDI RS`
 * / `RS`) is said once.
 */
export function vehicleTitle(parts: TitleParts): string {
  const { makeName, modelYear, trimName } = parts;
  const series = withoutLead(parts.seriesName, makeName);
  const model = withoutLead(withoutLead(parts.modelName ?? "", makeName), series);
  const trim = withoutLead(trimName ?? "", model);
  const isSaid = ` ${model}`.toLowerCase().endsWith(` ${trim}`.toLowerCase());
  return [String(modelYear), makeName, series, model, isSaid ? "" : trim]
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .join(" ");
}

function withoutLead(text: string, lead: string): string {
  const trimmed = text.trim();
  if (lead === "") return trimmed;
  if (trimmed.toLowerCase() === lead.toLowerCase()) return "";
  return trimmed.toLowerCase().startsWith(`${lead.toLowerCase()} `)
    ? trimmed.slice(lead.length + 1).trim()
    : trimmed;
}
