import { Plain } from '../say.ts';
import { readTextFile } from './readTextFile.ts';

export async function readJsonFile(path: string): Promise<unknown> {
  const text = await readTextFile(path);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Plain(`${path} is not JSON: ${error instanceof Error ? error.message : error}.`);
  }
}
