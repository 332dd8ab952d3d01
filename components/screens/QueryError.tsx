import { ErrorState } from '#components/ui/ErrorState.tsx';
import { ApiError } from '#lib/query/ApiError.ts';
import { useErrorText } from './useErrorText.ts';

/** A question that got no answer: what went wrong, which request it was, and another try. */
export function QueryError({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const errorText = useErrorText();
  return (
    <ErrorState
      message={errorText(error)}
      requestId={error instanceof ApiError ? error.requestId : null}
      onRetry={onRetry}
    />
  );
}
