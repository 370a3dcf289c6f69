/** Opens the browser's own print dialogue on the page in sight. */
export const printPage: (() => void) | null = () => window.print();
