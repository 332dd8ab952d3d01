/** The import was cancelled, or another worker took it over: what is under way must not be kept. */
export class Stopped extends Error {
  constructor() {
    super('the import was stopped');
    this.name = 'Stopped';
  }
}
