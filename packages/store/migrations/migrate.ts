export async function migrate(_u: string, _l: unknown): Promise<void> {}
