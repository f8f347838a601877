/** How often a condition is looked at, and how long at most, in milliseconds. */
const lookEvery = 15;
const patience = 25_000;

/** Waits until something is so, and fails with what was waited for. */
export async function until(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  within = patience,
  evidence: () => unknown = () => '',
): Promise<void> {
  const end = Date.now() + within;
  while (!(await isSo())) {
    if (Date.now() > end)
      throw new Error(`waited ${within} ms in vain: ${what} ${JSON.stringify(evidence())}`);
    await new Promise((resolve) => setTimeout(resolve, lookEvery));
  }
}
