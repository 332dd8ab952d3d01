import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';

const HEAD = `datasource db { provider = "postgresql" }\n`;

/** Prisma's own engine; `url` is any database, it needs one to know its dialect. */
export async function schemaEngine(url: string) {
  const wasm = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/, '.wasm');
  const { instance } = await WebAssembly.instantiate(await readFile(wasm), {
    './schema_engine_bg.js': engine as unknown as WebAssembly.ModuleImports,
  });
  const { __wbg_set_wasm, SchemaEngine } = engine as unknown as {
    __wbg_set_wasm: (exports: WebAssembly.Exports) => void;
    SchemaEngine: typeof import('@prisma/schema-engine-wasm').SchemaEngine;
  };
  __wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: url }));
  const running = await SchemaEngine.new(
    { datamodels: [['schema.prisma', HEAD]] },
    () => undefined,
    adapter,
  );
  return {
    /** The SQL that builds a schema. TRICKY: other sources than `empty` touch the live database. */
    script: async (schema: string): Promise<string> => {
      const files = [{ path: 'schema.prisma', content: schema }];
      const result = await running.diff({
        from: { tag: 'empty' },
        to: { tag: 'schemaDatamodel', files },
        ...{ script: true, exitCode: null, filters: { externalTables: [], externalEnums: [] } },
      });
      return result.stdout ?? '';
    },
  };
}
