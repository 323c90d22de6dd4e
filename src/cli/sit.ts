export async function sit(_: unknown): Promise<void> {}
