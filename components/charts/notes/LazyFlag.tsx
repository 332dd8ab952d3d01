'use client';
import dynamic from 'next/dynamic';

/** Charts without notes need nothing of it. */
export const LazyFlag = dynamic(() => import('./Flag.tsx').then((module) => module.Flag), {
  ssr: false,
});
