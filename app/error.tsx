'use client';
import { BrokenScreen } from '#components/screens/BrokenScreen.tsx';

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return <BrokenScreen onRetry={reset} />;
}
