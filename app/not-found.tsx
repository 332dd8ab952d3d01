import { NotFoundScreen } from '#components/screens/NotFoundScreen.tsx';

export default function NotFound() {
  return <NotFoundScreen />;
}
