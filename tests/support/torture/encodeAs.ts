const tables = new Map<string, Map<string, Buffer>>();

/** Text in an old encoding: what its decoder reads from every one and two bytes, turned round. */
export function encodeAs(text: string, encoding: string): Buffer {
  const table = tables.get(encoding) ?? tableOf(encoding);
  tables.set(encoding, table);
  const parts = [...text].map((letter) => {
    const bytes = table.get(letter) ?? fourBytes(letter, encoding);
    if (bytes === undefined) throw new Error(`${encoding} has no ${letter}`);
    return bytes;
  });
  return Buffer.concat(parts);
}

function tableOf(encoding: string): Map<string, Buffer> {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, Buffer>();
  const add = (bytes: Buffer) => {
    const letter = decoder.decode(bytes);
    if ([...letter].length === 1 && letter !== '\ufffd' && !table.has(letter)) {
      table.set(letter, bytes);
    }
  };
  for (let first = 0; first < 256; first += 1) add(Buffer.from([first]));
  for (let first = 0x81; first < 0xff; first += 1) {
    for (let second = 0x40; second < 0xff; second += 1) add(Buffer.from([first, second]));
  }
  return table;
}

/** What lies beyond the first plane has four bytes in GB18030, by a formula. */
function fourBytes(letter: string, encoding: string): Buffer | undefined {
  const point = letter.codePointAt(0) ?? 0;
  if (encoding !== 'gb18030' || point < 0x10000) return undefined;
  const at = 189_000 + point - 0x10000;
  const part = (by: number, count: number, from: number) => (Math.floor(at / by) % count) + from;
  return Buffer.from([
    part(12_600, 126, 0x81),
    part(1260, 10, 0x30),
    part(10, 126, 0x81),
    (at % 10) + 0x30,
  ]);
}

export function utf16(text: string, big = false): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return big ? bytes.swap16() : bytes;
}
