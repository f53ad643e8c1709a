/** Stands in for the console tables and the plots of Danfo.js, which Tessera never calls. */
export default {};
export const table = (): string => '';
