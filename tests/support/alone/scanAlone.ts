import { mappingBody } from '#lib/contract/ingest.ts';
import { scanFile } from '#lib/ingest/file/scanFile.ts';
import { sniffReading } from '#lib/ingest/file/sniffReading.ts';

/** Run as a process of its own, so that its memory is its own: reads a file as an import does. */
const [path = ''] = process.argv.slice(2);
const mapping = mappingBody.parse({
  columns: { record_id: 'id', stage: 'stage', occurred_at: 'on' },
});
let told: string;
try {
  const reading = await sniffReading(path);
  const use = { kind: 'events', mapping, timeZone: 'UTC' } as const;
  told = `${(await scanFile(path, reading, use)).rows} rows`;
} catch (error) {
  told = error instanceof Error ? error.message : String(error);
}
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(JSON.stringify({ told, megabytes }));
