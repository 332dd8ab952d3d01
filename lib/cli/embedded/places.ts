import { join } from 'node:path';

/** Where the embedded server keeps what inside the data folder. */
export type Places = {
  root: string;
  cluster: string;
  pidFile: string;
  passwordFile: string;
  portFile: string;
  logFile: string;
};

export function placesIn(dataDir: string): Places {
  const cluster = join(dataDir, 'postgres');
  return {
    root: dataDir,
    cluster,
    pidFile: join(cluster, 'postmaster.pid'),
    passwordFile: join(dataDir, 'postgres.password'),
    portFile: join(dataDir, 'postgres.port'),
    logFile: join(dataDir, 'postgres.log'),
  };
}
