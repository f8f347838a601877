import type { EntraApp } from './entra-options.ts';

/** Which applications an administrator of the tenant has approved. */
export class ConsentRegister {
  readonly #approved: Set<string>;

  constructor(apps: readonly EntraApp[]) {
    this.#approved = new Set(apps.filter((app) => app.consented !== false).map((app) => app.applicationId));
  }

  isApproved(app: EntraApp): boolean {
    return this.#approved.has(app.applicationId);
  }

  approve(app: EntraApp): void {
    this.#approved.add(app.applicationId);
  }
}
