import chromium from '@sparticuz/chromium';

// Runs in a process of its own, because the package says through the environment where its
// libraries and fonts lie. Its arguments are left out: some switch off what a browser protects.
const executablePath = await chromium.executablePath();
const names = ['LD_LIBRARY_PATH', 'FONTCONFIG_PATH'];
const env = Object.fromEntries(names.map((name) => [name, process.env[name] ?? '']));
process.stdout.write(`${JSON.stringify({ executablePath, args: [], env })}\n`);
