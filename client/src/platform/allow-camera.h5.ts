/** A browser asks by itself when the camera is tried again. */
export async function allowCamera(): Promise<void> {}
