import { Overview } from "../../features/overview/overview";
import { Guarded } from "../../features/session/guarded";

export default function OverviewPage() {
  return (
    <Guarded permission="overview:read">
      <Overview />
    </Guarded>
  );
}
