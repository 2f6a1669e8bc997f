import { ArrowRight, Bell, Plus, Trash2 } from "lucide-react";
import { Button } from "../button/button";
import type { ButtonVariant } from "../button/button-variants";
import { IconButton } from "../button/icon-button";
import { Spinner } from "../button/spinner";
import { KitRow } from "./kit-row";
import { KitSection } from "./kit-section";

const VARIANTS: ButtonVariant[] = [
  "primary",
  "accent",
  "secondary",
  "soft",
  "ghost",
  "danger",
  "dangerSoft",
  "link",
];

export function ButtonSection() {
  return (
    <KitSection id="buttons" title="Buttons">
      <KitRow label="Variants">
        {VARIANTS.map((variant) => (
          <Button key={variant} variant={variant}>
            {variant}
          </Button>
        ))}
      </KitRow>
      <KitRow label="Disabled">
        {VARIANTS.map((variant) => (
          <Button key={variant} variant={variant} disabled>
            {variant}
          </Button>
        ))}
      </KitRow>
      <KitRow label="Sizes, icons, loading, link">
        <Button size="sm">Small</Button>
        <Button>Medium</Button>
        <Button size="lg" iconEnd={<ArrowRight aria-hidden="true" />}>
          Large
        </Button>
        <Button icon={<Plus aria-hidden="true" />}>Add vehicle</Button>
        <Button loading>Saving</Button>
        <Button asChild variant="secondary">
          <a href="#buttons">Back to the top of the buttons</a>
        </Button>
      </KitRow>
      <KitRow label="Icon buttons">
        <IconButton label="Notifications, 3 new" count={3} icon={<Bell aria-hidden="true" />} />
        <IconButton label="Notifications, many" count={120} icon={<Bell aria-hidden="true" />} />
        <IconButton label="Add" variant="primary" icon={<Plus aria-hidden="true" />} />
        <IconButton label="Remove" variant="dangerSoft" icon={<Trash2 aria-hidden="true" />} />
        <IconButton
          label="Small"
          size="sm"
          variant="secondary"
          icon={<Plus aria-hidden="true" />}
        />
        <IconButton label="Loading" loading icon={<Plus aria-hidden="true" />} />
        <Spinner className="text-brand" />
      </KitRow>
    </KitSection>
  );
}
