export { AppShell } from "./app-shell";
export { AuthShell } from "./auth-shell";
export { activeItemId, type NavGroup, type NavItem } from "./nav-item";
export { PageHeader } from "./page-header";
export { SkipLink } from "./skip-link";
