/** When everything in a fault test happens. */
export const FAULT_NOW = () => new Date('2026-06-01T00:00:00Z');
